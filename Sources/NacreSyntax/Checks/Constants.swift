/// Which expressions are constants to the parser.
enum Constants {
    /// What may stand in an attribute: literals, `$true $false $null`, types, their static members, script blocks, and what is made of these.
    static func isConstant(_ e: ExpressionAst) -> Bool {
        switch e {
        case is ConstantExpressionAst, is StringConstantExpressionAst, is TypeExpressionAst, is ScriptBlockExpressionAst: return true
        case let v as VariableExpressionAst:
            let n = v.path.lowercased()
            return n == "true" || n == "false" || n == "null"
        case let u as UnaryExpressionAst: return isConstant(u.child)
        case let b as BinaryExpressionAst: return isConstant(b.left) && isConstant(b.right)
        case let t as TernaryExpressionAst: return isConstant(t.condition) && isConstant(t.ifTrue) && isConstant(t.ifFalse)
        case let c as ConvertExpressionAst: return isConstant(c.child)
        case is InvokeMemberExpressionAst: return false
        case let m as MemberExpressionAst: return m.isStatic && m.expression is TypeExpressionAst && m.member is StringConstantExpressionAst
        case let i as IndexExpressionAst: return isConstant(i.target) && isConstant(i.index)
        case let a as ArrayLiteralAst: return a.elements.allSatisfy(isConstant)
        case let p as ParenExpressionAst: return p.pureExpression.map(isConstant) ?? false
        case let a as ArrayExpressionAst: return a.subExpression.statements.allSatisfy(isConstant)
        case let s as SubExpressionAst: return s.subExpression.statements.allSatisfy(isConstant)
        case let h as HashtableAst: return h.pairs.allSatisfy { isConstant($0.key) && isConstant($0.value) }
        default: return false
        }
    }

    static func isConstant(_ s: StatementAst) -> Bool {
        guard let p = s as? PipelineAst, p.elements.count == 1, let c = p.elements[0] as? CommandExpressionAst else { return false }
        return isConstant(c.expression)
    }

    /// The text of a table's constant key.
    static func key(_ e: ExpressionAst) -> String? {
        switch e {
        case let s as StringConstantExpressionAst: return s.value
        case let c as ConstantExpressionAst:
            switch c.value {
            case .sbyte(let v): return String(v)
            case .byte(let v): return String(v)
            case .short(let v): return String(v)
            case .ushort(let v): return String(v)
            case .int(let v): return String(v)
            case .uint(let v): return String(v)
            case .long(let v): return String(v)
            case .ulong(let v): return String(v)
            case .double(let v): return v == v.rounded() && v.magnitude < 1e15 ? String(Int64(v)) : String(v)
            case .decimal(let c, let scale, let negative): return (negative ? "-" : "") + String(c) + (scale == 0 ? "" : "e-\(scale)")
            case .big(let s): return s
            }
        default: return nil
        }
    }
}
