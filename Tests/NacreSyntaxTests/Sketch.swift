@testable import NacreSyntax

/// A tree as short text, for tests.
func sketch(_ node: Ast?) -> String {
    switch node {
    case nil: return "-"
    case let s as ScriptBlockAst: return (s.endBlock?.statements ?? []).map(sketch).joined(separator: "; ")
    case let p as PipelineAst: return p.elements.map(sketch).joined(separator: " | ") + (p.background ? " &" : "")
    case let c as PipelineChainAst: return "\(sketch(c.left)) \(c.isAnd ? "&&" : "||") \(sketch(c.right))"
    case let c as CommandAst:
        return "cmd(" + c.elements.map(sketch).joined(separator: " ") + ")" + c.redirections.map(sketch).joined()
    case let c as CommandExpressionAst: return sketch(c.expression) + c.redirections.map(sketch).joined()
    case let p as CommandParameterAst: return "-" + p.parameterName + (p.argument.map { ":" + sketch($0) } ?? "")
    case let r as FileRedirectionAst: return " \(r.fromStream)>\(r.append ? ">" : "")\(sketch(r.location))"
    case let r as MergingRedirectionAst: return " \(r.fromStream)>&\(r.toStream)"
    case let a as AssignmentStatementAst: return "\(sketch(a.left)) \(a.op) \(sketch(a.right))"
    case let b as BinaryExpressionAst: return "(\(sketch(b.left)) \(b.op) \(sketch(b.right)))"
    case let u as UnaryExpressionAst: return "\(u.op)(\(sketch(u.child)))"
    case let t as TernaryExpressionAst: return "(\(sketch(t.condition)) ? \(sketch(t.ifTrue)) : \(sketch(t.ifFalse)))"
    case let c as ConstantExpressionAst: return "\(c.value)"
    case let s as StringConstantExpressionAst: return s.stringType == .bareWord ? s.value : "'\(s.value)'"
    case let e as ExpandableStringExpressionAst:
        return "\"" + e.parts.map { if case .expression(let x) = $0 { "{\(sketch(x))}" } else if case .text(let t) = $0 { t } else { "" } }.joined() + "\""
    case let v as VariableExpressionAst: return (v.splatted ? "@" : "$") + v.path
    case let u as UsingExpressionAst: return "using:\(sketch(u.subExpression))"
    case let i as InvokeMemberExpressionAst:
        return sketch(i.expression) + (i.isStatic ? "::" : i.nullConditional ? "?." : ".") + sketch(i.member) + "(" + i.arguments.map(sketch).joined(separator: ", ") + ")"
    case let m as MemberExpressionAst: return sketch(m.expression) + (m.isStatic ? "::" : m.nullConditional ? "?." : ".") + sketch(m.member)
    case let i as IndexExpressionAst: return sketch(i.target) + (i.nullConditional ? "?[" : "[") + sketch(i.index) + "]"
    case let a as ArrayLiteralAst: return "[" + a.elements.map(sketch).joined(separator: ", ") + "]"
    case let p as ParenExpressionAst: return "(" + sketch(p.pipeline) + ")"
    case let s as SubExpressionAst: return "$(" + s.subExpression.statements.map(sketch).joined(separator: "; ") + ")"
    case let a as ArrayExpressionAst: return "@(" + a.subExpression.statements.map(sketch).joined(separator: "; ") + ")"
    case let h as HashtableAst: return "@{" + h.pairs.map { "\(sketch($0.key))=\(sketch($0.value))" }.joined(separator: "; ") + "}"
    case let s as ScriptBlockExpressionAst: return "{" + sketch(s.scriptBlock) + "}"
    case let t as TypeExpressionAst: return "[\(t.typeName.fullName)]"
    case let c as AttributedExpressionAst: return "[\(c.attribute.typeName.fullName)]\(sketch(c.child))"
    case let f as FunctionDefinitionAst: return "function \(f.name) {\(sketch(f.body))}"
    default: return node.map { "\(type(of: $0))" } ?? "-"
    }
}
