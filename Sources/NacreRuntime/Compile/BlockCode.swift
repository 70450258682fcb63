import NacreSyntax

/// A script block, file or function body: its tree, and the nodes it was compiled to when first run.
public final class BlockCode {
    public let tree: ScriptBlockAst
    /// Parameters between parentheses after a function's name.
    public let parameters: [ParameterAst]?
    public init(tree: ScriptBlockAst, parameters: [ParameterAst]? = nil) {
        self.tree = tree
        self.parameters = parameters
    }
    /// The source between the braces.
    public var text: String {
        let e = tree.extent, b = tree.source.bytes
        if e.end > e.start, b[Int(e.start)] == 0x7B, b[Int(e.end) - 1] == 0x7D { return tree.source.text(Extent(start: e.start + 1, end: e.end - 1)) }
        return tree.source.text(e)
    }
    public func metadata(_ m: Machine) throws -> CommandMetadata? { nil }
}
