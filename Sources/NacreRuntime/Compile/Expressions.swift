import NacreSyntax

extension Compiler {
    func expression(_ e: ExpressionAst) throws -> Node {
        switch e {
        case let c as ConstantExpressionAst: return ConstNode(Machine.value(of: c.value))
        case let s as StringConstantExpressionAst: return ConstNode(.object(Str(s.value)))
        case let x as ExpandableStringExpressionAst: return try expand(x)
        case let v as VariableExpressionAst: return try variable(v)
        case let b as BinaryExpressionAst: return try binary(b)
        case let u as UnaryExpressionAst: return try unary(u)
        case let t as TernaryExpressionAst: return TernaryNode(try expression(t.condition), try expression(t.ifTrue), try expression(t.ifFalse))
        case let p as ParenExpressionAst: return try value(p.pipeline)
        case let a as ArrayLiteralAst: return ArrayNode(try a.elements.map { try expression($0) })
        case let a as ArrayExpressionAst:
            // An array literal inside is the array already.
            if a.subExpression.statements.count == 1, a.subExpression.traps.isEmpty, let p = a.subExpression.statements[0] as? PipelineAst, p.elements.count == 1,
               let c = p.elements[0] as? CommandExpressionAst, c.redirections.isEmpty, let l = c.expression as? ArrayLiteralAst { return ArrayNode(try l.elements.map { try expression($0) }) }
            return ArraySubNode(try list(a.subExpression))
        case let s as SubExpressionAst: return SubNode(try list(s.subExpression))
        case let h as HashtableAst: return try hash(h, ordered: false)
        case let b as ScriptBlockExpressionAst:
            let code = BlockCode(tree: b.scriptBlock)
            code.inlined = try inline(code)
            return ScriptBlockNode(code)
        case let t as TypeExpressionAst: return TypeNode(t.typeName, SourcePlace(source, t.extent))
        case let m as InvokeMemberExpressionAst: return try invoke(m)
        case let m as MemberExpressionAst:
            let name = try memberName(m.member)
            if !m.isStatic, let c = m.member as? ConstantExpressionAst {
                return NumberMemberNode(MemberNode(try expression(m.expression), name, nullConditional: m.nullConditional), Machine.value(of: c.value))
            }
            return m.isStatic ? StaticMemberNode(try expression(m.expression), name) : MemberNode(try expression(m.expression), name, nullConditional: m.nullConditional)
        case let i as IndexExpressionAst:
            let object = try expression(i.target), index = try expression(i.index)
            if !i.nullConditional, let s = object as? SlotNode, index.changesNothing { return SlotIndexNode(s, index) }
            return IndexNode(object, index, nullConditional: i.nullConditional)
        case let c as ConvertExpressionAst: return try convert(c)
        case let a as AttributedExpressionAst: return try expression(a.child)
        case let u as UsingExpressionAst:
            if let v = u.subExpression as? VariableExpressionAst { return UsingNode(Name(v.path)) }
            return try expression(u.subExpression)
        default: return unsupported("this expression")
        }
    }

    /// A command's word or a `switch` clause's value: bare words are text.
    func argument(_ e: ExpressionAst) throws -> Node {
        if let c = e as? ConstantExpressionAst { return ConstNode(Machine.value(of: c.value)) }
        return try expression(e)
    }

    func memberName(_ e: ExpressionAst) throws -> MemberName {
        if let s = e as? StringConstantExpressionAst { return MemberName(s.value) }
        if let c = e as? ConstantExpressionAst { return MemberName(source.text(c.extent)) }
        return MemberName(try expression(e))
    }
    private func expand(_ x: ExpandableStringExpressionAst) throws -> Node {
        let parts = try x.parts.compactMap { p -> Node? in
            switch p {
            case .text(let t): t.isEmpty ? nil : ConstNode(.object(Str(t)))
            case .expression(let e): try expression(e)
            }
        }
        let texts = parts.compactMap { $0.constant?.str }
        if texts.count == parts.count { return ConstNode(.object(texts.reduce(.empty) { Str.concat($0, $1) })) }
        return ExpandNode(parts)
    }

    private func slot(_ n: Node) -> Int? { (n as? SlotNode)?.slot }
    private func int(_ n: Node) -> Int32? { if case .int(let i)? = n.constant { i } else { nil } }

    private func binary(_ b: BinaryExpressionAst) throws -> Node {
        let l = try expression(b.left), r = try expression(b.right)
        switch b.op {
        case .add:
            let g = AddNode(l, r)
            if let s = slot(l), let n = int(r) { return SlotAddConstNode(s, n, general: g) }
            return g
        case .subtract:
            let g = SubtractNode(l, r)
            if let s = slot(l), let n = int(r), n != .min { return SlotAddConstNode(s, -n, general: g) }
            return g
        case .multiply: return MultiplyNode(l, r)
        case .remainder: return RemainderNode(l, r)
        case .and: return AndNode(l, r)
        case .or: return OrNode(l, r)
        case .coalesce: return CoalesceNode(l, r)
        case .range: return RangeNode(l, r)
        case .iin, .cin, .inotIn, .cnotIn: return InNode(b.op, l, r)
        default:
            if let p = r.constant, p.str != nil {
                switch b.op {
                case .imatch: return MatchNode(l, p, ignoreCase: true, negated: false)
                case .cmatch: return MatchNode(l, p, ignoreCase: false, negated: false)
                case .inotMatch: return MatchNode(l, p, ignoreCase: true, negated: true)
                case .cnotMatch: return MatchNode(l, p, ignoreCase: false, negated: true)
                default: break
                }
            }
            guard let rel = Relation(b.op) else {
                switch b.op {
                case .ireplace, .creplace, .isplit, .csplit: return PlacedBinaryNode(b.op, l, r, SourcePlace(source, b.errorPosition))
                default: return BinaryNode(b.op, l, r)
                }
            }
            let g = CompareNode(b.op, rel, l, r)
            if let s = slot(l) {
                if let n = int(r) { return CompareSlotConstNode(s, n, g) }
                if let t = slot(r) { return CompareSlotsNode(s, t, g) }
            }
            return g
        }
    }

    private func unary(_ u: UnaryExpressionAst) throws -> Node {
        switch u.op {
        case .not: return NotNode(try expression(u.child))
        case .comma: return ArrayNode([try expression(u.child)])
        case .preIncrement, .preDecrement, .postIncrement, .postDecrement:
            let t = try target(u.child)
            let g = StepNode(t, up: u.op == .preIncrement || u.op == .postIncrement, post: u.op == .postIncrement || u.op == .postDecrement)
            if let s = t as? SlotTarget { return SlotStepNode(s.slot, g) }
            return g
        case .minus:
            // A sign before a number is part of it: -2147483648 is an Int32.
            if let c = u.child as? ConstantExpressionAst, case .int(let i) = c.value, i != .min { return ConstNode(.int(-i)) }
            return UnaryNode(.minus, try expression(u.child))
        default: return UnaryNode(u.op, try expression(u.child))
        }
    }

    func hash(_ h: HashtableAst, ordered: Bool) throws -> HashNode {
        HashNode(keys: try h.pairs.map { try hashKey($0.key) }, values: try h.pairs.map { try value($0.value) }, ordered: ordered)
    }
    private func hashKey(_ e: ExpressionAst) throws -> Node { try expression(e) }

    private func convert(_ c: ConvertExpressionAst) throws -> Node {
        let type = c.attribute.typeName
        let name = type.fullName.lowercased()
        if let h = c.child as? HashtableAst {
            if name == "ordered" { return try hash(h, ordered: true) }
            if name == "pscustomobject" || name == "system.management.automation.pscustomobject" {
                var names: [Str] = []
                for p in h.pairs {
                    guard let k = p.key as? StringConstantExpressionAst, !k.value.isEmpty, k.value.lowercased() != "pstypename" else { return ToCustomNode(try hash(h, ordered: true)) }
                    names.append(Str(k.value))
                }
                if Set(names.map { Name($0) }).count == names.count { return CustomNode(shape: Shape(names: names), values: try h.pairs.map { try value($0.value) }) }
                return ToCustomNode(try hash(h, ordered: true))
            }
        }
        if name == "pscustomobject" || name == "system.management.automation.pscustomobject" { return CastToCustomNode(try expression(c.child)) }
        if name == "ref" {
            if c.child is VariableExpressionAst { return ReferenceNode(try target(c.child), try expression(c.child)) }
            return ReferenceNode(nil, try expression(c.child))
        }
        return ConvertNode(TypeNode(type, SourcePlace(source, c.attribute.extent)), try expression(c.child))
    }

    private func invoke(_ e: InvokeMemberExpressionAst) throws -> Node {
        if e.isBaseCall { return BaseCallNode(try e.arguments.map { try expression($0) }) }
        let name = try memberName(e.member)
        let args = try e.arguments.map { try expression($0) }
        if e.isStatic { return StaticInvokeNode(try expression(e.expression), name, args) }
        if let p = e.expression as? ParenExpressionAst, let pipe = p.pipeline as? PipelineAst, pipe.elements.count == 1, let c = pipe.elements[0] as? CommandExpressionAst,
           c.redirections.isEmpty, let cast = c.expression as? ConvertExpressionAst {
            return BaseInvokeNode(try expression(e.expression), TypeNode(cast.attribute.typeName), name, args, nullConditional: e.nullConditional)
        }
        return InvokeNode(try expression(e.expression), name, args, nullConditional: e.nullConditional)
    }
}

/// `[pscustomobject]$table`: an object of a table's pairs; anything else stays what it is.
final class CastToCustomNode: Node {
    let child: Node
    init(_ c: Node) { child = c }
    override func eval(_ m: Machine) throws -> Value {
        let v = try child.eval(m).orNull
        guard case .object(let o) = v.unwrapped, o.kind == .table else { return v }
        return m.customObject(unsafeDowncast(o, to: Table.self))
    }
}

/// `[pscustomobject]@{ … }` with computed keys.
final class ToCustomNode: Node {
    let table: HashNode
    init(_ t: HashNode) { table = t }
    override func eval(_ m: Machine) throws -> Value { try m.convert(table.eval(m), to: .customObject) }
}
