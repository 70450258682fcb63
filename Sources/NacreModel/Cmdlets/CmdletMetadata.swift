import NacreRuntime
import NacreSchema

/// Declares a model's cmdlet to the binder.
struct CmdletMetadata {
    let context: ModelContext

    func metadata(_ cmdlet: ModelCmdlet) -> CommandMetadata {
        let sets = cmdlet.verb.parameterSets
        let single = sets.count == 1
        var order: [String] = [], found: [String: [(set: Int, parameter: ParameterSchema)]] = [:]
        for (i, set) in sets.enumerated() {
            for parameter in set.parameters {
                if found[parameter.name] == nil { order.append(parameter.name) }
                found[parameter.name, default: []].append((i, parameter))
            }
        }
        let parameters = order.map { name in
            let uses = found[name] ?? []
            let declared = ParameterMetadata(name, type: type(uses[0].parameter.typeName), memberships: uses.map { use in
                var m = SetMembership(set: single ? -1 : use.set)
                m.isMandatory = use.parameter.isMandatory
                m.position = use.parameter.position
                m.fromPipeline = use.parameter.byValue
                m.fromPipelineByName = use.parameter.byPropertyName
                return m
            })
            declared.aliases = uses[0].parameter.aliases
            // `-PolicyName $Null` unassigns, `-Description ""` empties: a value is refused by the entity's rules, not by its being empty.
            declared.allowsNull = true
            declared.allowsEmptyString = true
            declared.allowsEmptyCollection = true
            return declared
        }
        let metadata = CommandMetadata(cmdlet.name, parameters: parameters, sets: single ? [] : sets.map(\.name),
                                       defaultSet: single ? nil : cmdlet.verb.defaultSet.flatMap { d in sets.firstIndex { $0.name == d } } ?? 0)
        metadata.supportsShouldProcess = cmdlet.verb.supportsShouldProcess
        metadata.outputTypes = cmdlet.verb.outputType.map { [$0] } ?? []
        return metadata
    }

    private func type(_ key: String) -> TypeRef {
        switch key {
        case "SwitchParameter": return .switchParameter
        case "Boolean": return .bool
        case "String": return .string
        case "Byte": return .byte
        case "Int16": return .short
        case "Int32": return .int
        case "Int64": return .long
        case "UInt16": return .ushort
        case "UInt32": return .uint
        case "UInt64": return .ulong
        case "Guid": return .guid
        case "TimeSpan": return .timeSpan
        case "DateTime": return .dateTime
        case "PSObject": return .psobject
        case "String[]": return .array(of: .string)
        default: return context.types.type(key, context.cmdlets)
        }
    }
}
