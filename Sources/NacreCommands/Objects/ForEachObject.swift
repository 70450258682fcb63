import NacreRuntime

/// `ForEach-Object`: script blocks for each object, or one member of each.
final class ForEachObjectCommand: Cmdlet {
    private var blocks: [ScriptBlock] = []
    private var endBlock: ScriptBlock?
    private var member: Name?
    private var pattern: WildcardPattern?
    private var arguments: [Value] = []
    private var inputIndex = 0

    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        if parameterSet == "ParallelParameterSet" { throw PSError.unsupported("ForEach-Object -Parallel") }
        if let name = string("MemberName") {
            let p = try m.wildcard(name)
            if p.hasWildcards { pattern = p }
            member = Name(name)
            arguments = list("ArgumentList")
            return
        }
        let all = (arg("Begin").map { [$0] } ?? []) + list("Process") + list("RemainingScripts")
        var scripts = all.map { $0.unwrapped.obj as? ScriptBlock }
        endBlock = arg("End")?.unwrapped.obj as? ScriptBlock
        if endBlock == nil, scripts.count > 2 { endBlock = scripts.removeLast() }
        if scripts.count > 1 {
            if let first = scripts.removeFirst() { try m.run(first, into: sink, inCurrentScope: true) }
        }
        blocks = scripts.compactMap { $0 }
    }
    override func process() throws {
        let v = arg(at: inputIndex) ?? .null
        if let member { return try processMember(member, v) }
        for b in blocks { try m.run(b, item: v, into: sink, inCurrentScope: true) }
    }
    override func end() throws {
        if let endBlock { try m.run(endBlock, into: sink, inCurrentScope: true) }
    }

    private func processMember(_ name: Name, _ v: Value) throws {
        if v.isNull {
            if m.strictVersion > 0 { throw terminating(.psArgumentNullException, id: "InputObjectIsNull", "The input object is null.", category: .invalidArgument) }
            return
        }
        if let pattern, arguments.isEmpty {
            let found = m.members(of: v).filter { pattern.matches($0.name) }
            if found.count > 1 {
                let what = found.map { "{\($0.name.string)}" }.joined(separator: ", ")
                return try writeError(.psArgumentException, id: "AmbiguousPropertyOrMethodName", "Input name \"\(name.text)\" cannot be resolved to a single member. Possible matches include: \(what).", category: .invalidOperation, target: v)
            }
            guard let one = found.first else { return }
            return try processMember(Name(one.name), v, one)
        }
        try processMember(name, v, nil)
    }
    private func processMember(_ name: Name, _ v: Value, _ found: PSMember?) throws {
        if let t = v.unwrapped.obj as? Table, arguments.isEmpty, let x = t.get(Str(name.text)) { return try writeEach(x) }
        let target = found ?? m.findMember(v, name)
        do {
            if let target, !target.isProperty {
                guard try shouldProcess("InputObject: \(m.str(v).string)", "Invoke method '\(target.name.string)'") else { return }
                return try writeEach(m.pass(arguments) { try m.invokeMember(v, name, $0) })
            }
            if !arguments.isEmpty {
                guard let target else {
                    return try writeError(.psInvalidOperationException, id: "MethodNotFound", "No method was found for the name '\(name.text)'.", category: .invalidOperation, target: v)
                }
                return try writeError(.psInvalidOperationException, id: "ScriptPropertyDisabled", "'\(target.name.string)' is not a method.", category: .invalidOperation, target: v)
            }
            try writeEach(m.member(v, name))
        } catch let e as PSError {
            try writeError(e.record)
        }
    }
}
