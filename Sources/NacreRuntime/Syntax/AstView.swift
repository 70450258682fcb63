import NacreSyntax

/// A node of a syntax tree as an object: `{ … }.Ast`, and what the parser's methods give.
public final class AstView: Native {
    let node: Ast
    let source: Source
    let parent: AstView?
    public init(_ a: Ast, _ s: Source, parent: AstView? = nil) {
        node = a
        source = s
        self.parent = parent
        super.init(AstKinds.types[AstKinds.name(of: a)] ?? AstKinds.types["Ast"] ?? .object)
    }
    public override func text(_ culture: Culture) -> String? { source.text(node.extent) }
    public override func isEqual(to other: Obj) -> Bool { (other as? AstView)?.node === node }
    public override var hash: Int { ObjectIdentifier(node).hashValue }

    func child(_ a: Ast?) -> Value { a.map { .object(AstView($0, source, parent: self)) } ?? .null }
    func children(_ list: [Ast]) -> Value { .object(PSArray(list.map { child($0) })) }
    /// This node and all below it, in the order written.
    /// - Parameter nested: go into script blocks too.
    func each(nested: Bool, _ body: (AstView) throws -> Bool) throws -> Bool {
        guard try body(self) else { return false }
        var below: [Ast] = []
        TreeWalk.children(of: node) { below.append($0) }
        for a in AstView.attributes(of: node) + below {
            if !nested, a is ScriptBlockExpressionAst || a is FunctionDefinitionAst { if try !body(AstView(a, source, parent: self)) { return false }; continue }
            if try !AstView(a, source, parent: self).each(nested: nested, body) { return false }
        }
        return true
    }
    private static func attributes(of a: Ast) -> [Ast] {
        switch a {
        case let p as ParameterAst: [p.name] + p.attributes
        case let p as ParamBlockAst: p.attributes
        case let f as FunctionDefinitionAst: f.parameters ?? []
        case let f as FunctionMemberAst: f.parameters
        case let e as AttributedExpressionAst: [e.attribute]
        case let a as AttributeAst: a.positionalArguments + a.namedArguments
        default: []
        }
    }
}

/// The members of syntax trees, and the parser itself.
enum AstTypes {
    static func register(in types: TypeCatalog) {
        let known = AstKinds.types
        for t in known.values { types.register(t) }
        func of(_ name: String, _ body: @escaping (TypeBuilder) -> Void) { known[name]?.declare(in: types, body) }
        of("Ast", common)
        AstMembers.declare(of)
        let parser = TypeRef("Parser", namespace: "System.Management.Automation.Language", base: .object)
        types.register(parser)
        parser.declare(in: types) { t in
            t.staticMethod("System.Management.Automation.Language.ScriptBlockAst ParseInput(string input, [ref] System.Management.Automation.Language.Token[] tokens, [ref] System.Management.Automation.Language.ParseError[] errors)") { m, _, a in
                give(Parser.parse(m.str(a[0]).string), a[1], a[2])
            }
            t.staticMethod("System.Management.Automation.Language.ScriptBlockAst ParseInput(string input, string fileName, [ref] System.Management.Automation.Language.Token[] tokens, [ref] System.Management.Automation.Language.ParseError[] errors)") { m, _, a in
                give(Parser.parse(Source(m.str(a[0]).string, path: m.str(a[1]).string)), a[2], a[3])
            }
            t.staticMethod("System.Management.Automation.Language.ScriptBlockAst ParseFile(string fileName, [ref] System.Management.Automation.Language.Token[] tokens, [ref] System.Management.Automation.Language.ParseError[] errors)") { m, _, a in
                guard let load = m.session.loadScript else { throw NetException(.notSupportedException, "not supported by Nacre: reading script files") }
                let source = try load(m.str(a[0]).string).tree.source
                return give(Parser.parse(source), a[1], a[2])
            }
        }
    }
    /// Puts the errors where the call wants them; tokens are not kept by the parser.
    private static func give(_ r: ParseResult, _ tokens: Value, _ errors: Value) -> Value {
        (tokens.obj as? Reference)?.variable.value = .object(PSArray([]))
        (errors.obj as? Reference)?.variable.value = ParseErrorView.list(r)
        return .object(AstView(r.tree, r.source))
    }

    private static func common(_ t: TypeBuilder) {
        func me(_ v: Value) -> AstView? { v.cast(AstView.self) }
        t.property("System.Management.Automation.Language.IScriptExtent Extent") { _, v in me(v).map { .object(ExtentView($0.source, $0.node.extent)) } ?? .null }
        t.property("System.Management.Automation.Language.Ast Parent") { _, v in me(v)?.parent.map { .object($0) } ?? .null }
        t.method("string ToString()") { _, v, _ in Value(me(v)?.text(.current) ?? "") }
        t.method("System.Collections.Generic.IEnumerable[System.Management.Automation.Language.Ast] FindAll(System.Object predicate, bool searchNestedScriptBlocks)") { m, v, a in
            var found: [Value] = []
            _ = try me(v)?.each(nested: a[1].isTrue) { x in
                if try holds(a[0], x, m) { found.append(.object(x)) }
                return true
            }
            return .object(PSArray(found))
        }
        t.method("System.Management.Automation.Language.Ast Find(System.Object predicate, bool searchNestedScriptBlocks)") { m, v, a in
            var found = Value.null
            _ = try me(v)?.each(nested: a[1].isTrue) { x in
                guard try holds(a[0], x, m) else { return true }
                found = .object(x)
                return false
            }
            return found
        }
        t.method("System.Object SafeGetValue()") { m, v, _ in
            guard let x = me(v), let e = x.node as? ExpressionAst else { throw NetException(.invalidOperationException, "Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions.") }
            return try Compiler.expression(e, source: x.source).eval(m)
        }
    }
    private static func holds(_ predicate: Value, _ x: AstView, _ m: Machine) throws -> Bool {
        if let d = predicate.cast(DelegateValue.self) { return try m.call(d.block, [.object(x)]).isTrue }
        guard let b = predicate.cast(ScriptBlock.self) else { return false }
        return try m.call(b, [.object(x)]).isTrue
    }
}
