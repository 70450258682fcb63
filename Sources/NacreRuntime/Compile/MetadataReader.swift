import NacreSyntax

/// Evaluates the attributes that a script writes.
enum AttributeReader {
    static func arguments(_ a: AttributeAst, source: Source, _ m: Machine) throws -> (positional: [Value], named: [(name: String, value: Value)]) {
        (try a.positionalArguments.map { try evaluate($0, source, m) },
         try a.namedArguments.map { ($0.argumentName, try $0.argument.map { try evaluate($0, source, m) } ?? .bool(true)) })
    }
    private static func evaluate(_ e: ExpressionAst, _ source: Source, _ m: Machine) throws -> Value {
        try Compiler.expression(e, source: source).eval(m)
    }
    /// The rule that an attribute stands for; nil where it is none.
    static func rule(_ a: AttributeAst, source: Source, _ m: Machine) throws -> ArgumentRule? {
        switch plainName(a) {
        case "parameter", "alias", "allownull", "allowemptystring", "allowemptycollection", "cmdletbinding", "argumentcompleter", "supportswildcards", "psdefaultvalue", "outputtype", "dontshow": return nil
        default:
            if let r = try scriptRule(a, source: source, m) { return r }
            let (positional, named) = try arguments(a, source: source, m)
            return try RuleAttributes.make(a.typeName.fullName, positional, named: named, m)
        }
    }
    /// The name in lower case, without namespace and `Attribute`.
    static func plainName(_ a: AttributeBaseAst) -> String {
        var n = a.typeName.fullName.lowercased()
        if let dot = n.lastIndex(of: ".") { n = String(n[n.index(after: dot)...]) }
        if n.hasSuffix("attribute"), n != "attribute" { n.removeLast(9) }
        return n
    }
}

/// What the binder needs to know of a script block's parameters.
struct MetadataReader {
    let m: Machine
    let block: CompiledBlock
    private var source: Source { block.code.tree.source }
    init(_ m: Machine, _ b: CompiledBlock) { self.m = m; block = b }

    func read() throws -> CommandMetadata {
        let d = CommandMetadata("", parameters: [])
        d.isAdvanced = block.isAdvanced
        var sets: [String] = []
        for (i, p) in block.parameters.enumerated() { d.parameters.append(try parameter(p, i, &sets)) }
        let attributes = block.code.tree.paramBlock?.attributes ?? []
        for a in attributes {
            let (_, named) = try AttributeReader.arguments(a, source: source, m)
            guard AttributeReader.plainName(a) == "cmdletbinding" else { continue }
            for (name, value) in named {
                switch name.lowercased() {
                case "defaultparametersetname":
                    let s = m.str(value).string
                    if !sets.contains(s) { sets.append(s) }
                    d.defaultSet = sets.firstIndex(of: s)
                case "supportsshouldprocess": d.supportsShouldProcess = value.isTrue
                case "positionalbinding": d.positionalBinding = value.isTrue
                case "confirmimpact": if let c = ConfirmImpact(value) { d.confirmImpact = c }
                default: break
                }
            }
        }
        d.sets = sets
        d.assignImplicitPositions()
        return d
    }

    private func parameter(_ p: BlockParameter, _ index: Int, _ sets: inout [String]) throws -> ParameterMetadata {
        let constraint = try p.constraint(m)
        let out = ParameterMetadata(p.spelling, type: constraint?.type ?? .object, memberships: [])
        out.rules = constraint?.rules ?? []
        for case let a as AttributeAst in p.ast.attributes {
            switch AttributeReader.plainName(a) {
            case "parameter":
                let (_, named) = try AttributeReader.arguments(a, source: source, m)
                var s = SetMembership()
                for (name, value) in named {
                    try MetadataReader.apply(name, value, to: &s, out, &sets, m)
                }
                out.memberships.append(s)
            case "alias":
                let (positional, _) = try AttributeReader.arguments(a, source: source, m)
                out.aliases += positional.map { m.str($0).string }
            case "allownull": out.allowsNull = true
            case "allowemptystring": out.allowsEmptyString = true
            case "allowemptycollection": out.allowsEmptyCollection = true
            default: break
            }
        }
        if out.memberships.isEmpty { out.memberships = [SetMembership()] }
        return out
    }

    /// One setting of a `[Parameter]` attribute.
    static func apply(_ name: String, _ value: Value, to s: inout SetMembership, _ out: ParameterMetadata, _ sets: inout [String], _ m: Machine) throws {
        switch name.lowercased() {
        case "mandatory": s.isMandatory = value.isTrue
        case "position": if case .int(let i) = try m.convert(value, to: .int), i >= 0 { s.position = Int(i) }
        case "valuefrompipeline": s.fromPipeline = value.isTrue
        case "valuefrompipelinebypropertyname": s.fromPipelineByName = value.isTrue
        case "valuefromremainingarguments": s.fromRemaining = value.isTrue
        case "helpmessage": s.helpMessage = m.str(value).string
        case "dontshow": out.dontShow = value.isTrue
        case "parametersetname":
            let n = m.str(value).string
            if n == "__AllParameterSets" { break }
            let at = sets.firstIndex { $0.lowercased() == n.lowercased() }
            if at == nil { sets.append(n) }
            s.set = at ?? sets.count - 1
        default: break
        }
    }
}
