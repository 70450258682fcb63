import NacreSyntax

extension TypeRef {
    private static func language(_ name: String) -> TypeRef { TypeRef(name, namespace: "System.Management.Automation.Language", base: .object) }
    public static let parseError = language("ParseError")
    public static let scriptExtent = language("InternalScriptExtent")
    public static let scriptPosition = language("InternalScriptPosition")
    /// `IScriptExtent`
    public static let scriptExtentInterface: TypeRef = {
        let t = language("IScriptExtent")
        t.isInterface = true
        return t
    }()
}

/// Something that the parser found wrong, as `ParseException.Errors` and the parser's own methods give it.
public final class ParseErrorView: Native {
    let diagnostic: Diagnostic, source: Source
    init(_ d: Diagnostic, _ s: Source) { diagnostic = d; source = s; super.init(.parseError) }
    override public func text(_ culture: Culture) -> String? { ErrorView.positionMessage(ScriptPosition(source: source, extent: diagnostic.extent)) + "\n" + diagnostic.message }
    /// All errors of a text.
    public static func list(_ r: ParseResult) -> Value { .object(PSArray(r.diagnostics.map { .object(ParseErrorView($0, r.source)) }, of: .parseError)) }
}

/// A piece of a script's text.
public final class ExtentView: Native {
    public let source: Source, extent: Extent
    public init(_ s: Source, _ e: Extent) { source = s; extent = e; super.init(.scriptExtent) }
    override public func text(_ culture: Culture) -> String? { source.text(extent) }
}

/// The members of parse errors and extents.
enum ParseErrorTypes {
    static func register(in types: TypeCatalog) {
        let nothing = TypeRef("AutomationNull", namespace: "System.Management.Automation.Internal", base: .object)
        let nullText = TypeRef("NullString", namespace: "System.Management.Automation.Language", base: .object)
        types.register(nothing)
        types.register(nullText, as: "NullString")
        nothing.declare(in: types) { t in t.staticProperty("psobject Value") { _, _ in .void } }
        nullText.declare(in: types) { t in t.staticProperty("System.Management.Automation.Language.NullString Value") { _, _ in .null } }
        for t in [TypeRef.parseError, .scriptExtent, .scriptExtentInterface] { types.register(t) }
        TypeRef.scriptExtent.interfaces = [.scriptExtentInterface]
        TypeRef.parseError.declare(in: types) { t in
            func me(_ v: Value) -> ParseErrorView? { v.cast(ParseErrorView.self) }
            t.property("System.Management.Automation.Language.IScriptExtent Extent") { _, v in me(v).map { .object(ExtentView($0.source, $0.diagnostic.extent)) } ?? .null }
            t.property("string ErrorId") { _, v in Value(me(v)?.diagnostic.id ?? "") }
            t.property("string Message") { _, v in Value(me(v)?.diagnostic.message ?? "") }
            t.property("bool IncompleteInput") { _, v in .bool(me(v)?.diagnostic.incomplete ?? false) }
        }
        TypeRef.scriptExtent.declare(in: types, extent)
    }
    private static func extent(_ t: TypeBuilder) {
        func me(_ v: Value) -> ExtentView? { v.cast(ExtentView.self) }
        func start(_ v: Value) -> (line: Int, column: Int) { me(v).map { $0.source.position($0.extent.start) } ?? (0, 0) }
        func end(_ v: Value) -> (line: Int, column: Int) { me(v).map { $0.source.position($0.extent.end) } ?? (0, 0) }
        /// Offsets count UTF-16 units, as .NET's strings do.
        func offset(_ v: Value, _ at: KeyPath<Extent, Int32>) -> Value {
            guard let e = me(v) else { return .int(0) }
            return .int(Int32(clamping: e.source.utf16Length(from: 0, to: Int(e.extent[keyPath: at]))))
        }
        t.property("string File") { _, v in me(v)?.source.path.map { Value($0) } ?? .null }
        t.property("int StartLineNumber") { _, v in .int(Int32(start(v).line)) }
        t.property("int StartColumnNumber") { _, v in .int(Int32(start(v).column)) }
        t.property("int EndLineNumber") { _, v in .int(Int32(end(v).line)) }
        t.property("int EndColumnNumber") { _, v in .int(Int32(end(v).column)) }
        t.property("int StartOffset") { _, v in offset(v, \.start) }
        t.property("int EndOffset") { _, v in offset(v, \.end) }
        t.property("string Text") { _, v in me(v).map { Value($0.source.text($0.extent)) } ?? .null }
        t.method("string ToString()") { _, v, _ in me(v).map { Value($0.source.text($0.extent)) } ?? .null }
    }
}
