import NacreSyntax

extension Compiler {
    /// Where a variable's path leads.
    private enum Reach { case slot(Int, Name), name(Name), scoped(ScopeTarget, Name), drive(String, String), item, status, using(Name), constant(Value) }

    private func place(_ path: String) -> Reach {
        if let colon = path.firstIndex(of: ":"), colon != path.startIndex {
            let prefix = String(path[..<colon]), rest = String(path[path.index(after: colon)...])
            switch prefix.lowercased() {
            case "global": return .scoped(.global, Name(rest))
            case "script": return .scoped(.script, Name(rest))
            case "local": return .scoped(.local, Name(rest))
            case "private": return .scoped(.private, Name(rest))
            case "variable": return place(rest)
            case "using": return .using(Name(rest))
            default: return .drive(prefix, rest)
            }
        }
        switch path.lowercased() {
        case "true": return .constant(.bool(true))
        case "false": return .constant(.bool(false))
        case "null": return .constant(.null)
        case "_", "psitem": return .item
        case "?": return .status
        case "psscriptroot" where mode == .names || layout.slot(of: Name(path)) < 0: return .constant(Value(source.path.map { Machine.folder(of: $0) } ?? ""))
        case "pscommandpath" where mode == .names || layout.slot(of: Name(path)) < 0: return .constant(Value(source.path ?? ""))
        default:
            let n = Name(path)
            if mode == .slots {
                let s = layout.slot(of: n)
                if s >= 0 { return .slot(s, n) }
            }
            return .name(n)
        }
    }

    func variable(_ v: VariableExpressionAst) throws -> Node {
        switch place(v.path) {
        case .slot(let s, let n): SlotNode(s, n, SourcePlace(source, v.extent))
        case .name(let n): NamedNode(n, SourcePlace(source, v.extent))
        case .scoped(let t, let n): ScopedNode(t, n)
        case .drive(let d, let p): DriveNode(drive: d, path: p)
        case .item: ItemNode()
        case .status: StatusNode()
        case .using(let n): UsingNode(n)
        case .constant(let c): ConstNode(c)
        }
    }
    func variableTarget(_ path: String) throws -> Target {
        switch place(path) {
        case .slot(let s, let n):
            if let g = guards[s] { return GuardedSlotTarget(s, n, g) }
            return SlotTarget(s, n)
        case .name(let n): return NamedTarget(n)
        case .scoped(let t, let n): return ScopedTarget(t, n)
        case .drive(let d, let p): return DriveTarget(drive: d, path: p)
        case .item: return ItemTarget()
        case .constant(.null): return NullTarget()
        case .status, .constant, .using: return RefusingTarget(path)
        }
    }

    /// What the left of an assignment is.
    func target(_ e: ExpressionAst) throws -> Target {
        switch e {
        case let v as VariableExpressionAst: return try variableTarget(v.path)
        case let i as IndexExpressionAst:
            let t = IndexTarget(try expression(i.target), try expression(i.index))
            if let s = t.object as? SlotNode, t.index.changesNothing { return SlotIndexTarget(s.slot, t) }
            return t
        case let m as MemberExpressionAst where !(m is InvokeMemberExpressionAst):
            let name = try memberName(m.member)
            return m.isStatic ? StaticMemberTarget(try expression(m.expression), name) : MemberTarget(try expression(m.expression), name)
        case let a as ArrayLiteralAst: return ListTarget(try a.elements.map { try target($0) })
        case let a as AttributedExpressionAst:
            var attributes = [a.attribute], inner = a.child
            while let n = inner as? AttributedExpressionAst { attributes.append(n.attribute); inner = n.child }
            return TypedTarget(try target(inner), attributes, source: source)
        case let p as ParenExpressionAst:
            if let pipe = p.pipeline as? PipelineAst, pipe.elements.count == 1, let c = pipe.elements[0] as? CommandExpressionAst { return try target(c.expression) }
        default: break
        }
        throw PSError(id: "InvalidLeftHandSide", "The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept assignments, such as a variable or a property.", category: .parserError)
    }
}

/// `$null = …`: what is assigned is dropped.
final class NullTarget: Target {}

/// `$true = …`: refused.
final class RefusingTarget: Target {
    let name: String
    init(_ n: String) { name = n }
    override func assign(_ v: Value, _ m: Machine) throws {
        throw PSError(.sessionStateUnauthorizedAccessException, id: "VariableNotWritable", "Cannot overwrite variable \(name) because it is read-only or constant.", category: .writeError, target: Value(name))
    }
}
