import NacreRuntime

/// `Add-Member`
final class AddMemberCommand: Cmdlet {
    /// The first word of `Add-Member NoteProperty A 1` is a kind of member, not the name of a note property.
    static func refuseKindsAsNames(_ d: CommandMetadata) {
        guard let kinds = d.parameters.first(where: { $0.name == "MemberType" })?.type.labels?.names else { return }
        d.parameters.first { $0.name == "NotePropertyName" }?.rules.append(NotAKind(kinds.map { $0.lowercased() }))
    }
    private final class NotAKind: ArgumentRule {
        let kinds: [String]
        init(_ kinds: [String]) { self.kinds = kinds }
        func validate(_ value: Value, _ m: Machine) throws {
            let name = m.str(value).string
            if kinds.contains(name.lowercased()) { throw PSError.validation("InvalidValueForNotePropertyName", "The NotePropertyName parameter cannot have the value \"\(name)\": it is a kind of member.") }
        }
    }
    private var inputIndex = 0
    override func begin() throws { inputIndex = index("InputObject") ?? 0 }
    override func process() throws {
        guard let v = arg(at: inputIndex), !v.isNull else {
            throw terminating(.psArgumentNullException, id: "ParameterArgumentValidationErrorNullNotAllowed", "Cannot bind argument to parameter 'InputObject' because it is null.", category: .invalidData)
        }
        var target = v
        if let type = string("TypeName"), !type.isEmpty { m.addTypeName(type, to: &target) }
        switch parameterSet {
        case "NotePropertySingleMemberSet":
            try add(NoteMember(Str(string("NotePropertyName") ?? ""), arg("NotePropertyValue") ?? .null), to: &target)
        case "NotePropertyMultiMemberSet":
            var all: [(Str, Value)] = []
            (arg("NotePropertyMembers")?.unwrapped.obj as? Table)?.forEachPair { k, x in all.append((m.str(k), x)); return true }
            for (name, x) in all { try add(NoteMember(name, x), to: &target) }
        case "MemberSet":
            if let made = try member() { try add(made, to: &target) }
        default: break
        }
        if flag("PassThru") { try write(target) }
    }
    private func member() throws -> PSMember? {
        let name = Str(string("Name") ?? ""), value = arg("Value") ?? .null, second = arg("SecondValue")
        func block(_ v: Value?) -> ScriptBlock? { v?.unwrapped.obj as? ScriptBlock }
        let kind = (arg("MemberType")?.unwrapped.obj as? EnumValue)?.raw ?? 0
        switch kind {
        case 8: return NoteMember(name, value)
        case 1: return AliasMember(name, Name(m.str(value).string))
        case 16:
            guard block(value) != nil || block(second) != nil else { break }
            return ScriptPropertyMember(name, getter: block(value), setter: block(second))
        case 256:
            guard let b = block(value) else { break }
            return ScriptMethodMember(name, b)
        case 32:
            let all = (value.unwrapped.obj as? Seq).map { Array($0.elements) } ?? [value]
            return PropertySetMember(name, all.map { Name(m.str($0).string) })
        case 2, 128, 1024, 512: throw PSError.unsupported("Add-Member -MemberType \(arg("MemberType").map { m.str($0).string } ?? "")")
        default:
            throw terminating(.invalidOperationException, id: "CannotAddMemberType", "Cannot add a member with type \"\(arg("MemberType").map { m.str($0).string } ?? "")\". Specify a different type for the MemberTypes parameter.", category: .invalidOperation)
        }
        throw terminating(.invalidOperationException, id: "Value1ShouldNotBeNull", "The Value parameter must hold a script block for this type of member.", category: .invalidOperation)
    }
    private func add(_ x: PSMember, to target: inout Value) throws {
        let name = Name(x.name)
        if !flag("Force"), m.findMember(target, name) != nil || ((target.unwrapped.obj as? Custom)?.get(name) != nil) {
            return try writeError(.invalidOperationException, id: "MemberAlreadyExists", "Cannot add a member with the name \"\(x.name.string)\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command.", category: .invalidOperation, target: target)
        }
        target = m.addMember(x, to: target)
    }
}
