/// What the binder needs of a command's metadata, worked out once: names, masks of parameter sets, positions.
///
/// A parameter set is a bit. Where a command declares no sets, bit 0 stands for the one of all parameters.
public final class BindingTable {
    let metadata: CommandMetadata
    let parameters: [ParameterMetadata]
    /// Common parameters; their indices follow those of `parameters`.
    let common: [CommonParameters.Declaration]
    let setNames: [String]
    let all: UInt64
    /// The default set's bit, or 0.
    let defaultSet: UInt64
    /// By parameter: the sets it is in, is mandatory in, takes the pipeline in by value and by name, takes remaining arguments in.
    let sets: [UInt64], mandatory: [UInt64], byValue: [UInt64], byName: [UInt64], remaining: [UInt64]
    let hasMandatory: Bool
    let hasRemaining: Bool
    struct Candidate { let parameter: Int; let sets: UInt64 }
    /// Positional parameters, by position from the lowest.
    let positions: [[Candidate]]
    /// Parameters that take pipeline input.
    let pipeline: [Int]
    /// The one parameter that takes objects just as they come, or -1: binding it is a store.
    let direct: Int
    private var exact: [Name: Int] = [:]
    /// Calls bound before, by the shape of their words; the latest first.
    private var plans: [BindingPlan] = []
    private let spellings: [(text: String, index: Int)]

    init(_ metadata: CommandMetadata) {
        self.metadata = metadata
        let ps = metadata.parameters
        parameters = ps
        common = metadata.isAdvanced ? (metadata.supportsShouldProcess ? CommonParameters.withShouldProcess : CommonParameters.always) : []
        setNames = metadata.sets.isEmpty ? ["__AllParameterSets"] : metadata.sets
        let count = min(setNames.count, 63)
        let every: UInt64 = (1 << UInt64(count)) - 1
        all = every
        defaultSet = metadata.defaultSet.map { $0 < count ? 1 << UInt64($0) : 0 } ?? 0
        func mask(_ p: ParameterMetadata, _ test: (SetMembership) -> Bool) -> UInt64 {
            p.memberships.reduce(0) { test($1) ? $0 | ($1.set < 0 || $1.set >= count ? every : 1 << UInt64($1.set)) : $0 }
        }
        sets = ps.map { mask($0) { _ in true } }
        let needed = ps.map { mask($0, \.isMandatory) }
        mandatory = needed
        let values = ps.map { mask($0, \.fromPipeline) }, names = ps.map { mask($0, \.fromPipelineByName) }
        byValue = values
        byName = names
        let rest = ps.map { mask($0, \.fromRemaining) }
        remaining = rest
        hasMandatory = needed.contains { $0 != 0 }
        hasRemaining = rest.contains { $0 != 0 }

        var places: [Int: [Candidate]] = [:]
        for (i, p) in ps.enumerated() {
            for s in p.memberships {
                guard let at = s.position, !s.fromRemaining else { continue }
                places[at, default: []].append(Candidate(parameter: i, sets: s.set < 0 || s.set >= count ? every : 1 << UInt64(s.set)))
            }
        }
        positions = places.keys.sorted().map { places[$0] ?? [] }

        let fed = ps.indices.filter { values[$0] != 0 || names[$0] != 0 }
        pipeline = fed
        if fed.count == 1, let i = fed.first, names[i] == 0, values[i] == every, BindingTable.takesAnything(ps[i]), ps[i].rules.isEmpty, needed[i] == 0 {
            direct = i
        } else { direct = -1 }

        var spelled: [(String, Int)] = []
        for (i, p) in (ps + common.map(\.parameter)).enumerated() {
            for n in [p.name] + p.aliases {
                let key = Name(n)
                if exact[key] == nil { exact[key] = i }
                spelled.append((n.lowercased(), i))
            }
        }
        spellings = spelled
    }
    /// How a call with words of this shape was bound before.
    @inline(__always) func plan(for args: [Argument]) -> BindingPlan? {
        for p in plans where p.fits(args) { return p }
        return nil
    }
    func keep(_ p: BindingPlan) {
        if plans.count >= 4 { plans.removeLast() }
        plans.insert(p, at: 0)
    }
    static func takesAnything(_ p: ParameterMetadata) -> Bool { p.type.code == .object || p.type.code == .psobject }

    /// A parameter, common ones included.
    func parameter(_ i: Int) -> ParameterMetadata { i < parameters.count ? parameters[i] : common[i - parameters.count].parameter }

    enum Match { case none, one(Int), ambiguous([String]) }
    /// The parameter that a name, an alias or the start of one means. Own parameters win over common ones.
    func find(_ name: String) -> Match {
        if let i = exact[Name(name)] { return .one(i) }
        let wanted = name.lowercased()
        if wanted.isEmpty { return .none }
        var found: [Int] = []
        for s in spellings where s.text.hasPrefix(wanted) && !found.contains(s.index) { found.append(s.index) }
        if found.count > 1 {
            let own = found.filter { $0 < parameters.count }
            if own.count == 1 { return .one(own[0]) }
            return .ambiguous(found.map { parameter($0).name })
        }
        return found.first.map { .one($0) } ?? .none
    }
    func setName(_ mask: UInt64) -> String {
        guard mask != 0 else { return setNames[0] }
        return setNames[min(mask.trailingZeroBitCount, setNames.count - 1)]
    }
}

extension CommandMetadata {
    /// The binder's view of this metadata; it must not change any more.
    public var table: BindingTable {
        if let t = cachedTable { return t }
        let t = BindingTable(self)
        cachedTable = t
        return t
    }
    /// Gives positions to the parameters of a script function that declares none: in order, switches left out.
    /// Functions with `PositionalBinding = $false`, or with any position or parameter set of their own, keep what they declare.
    public func assignImplicitPositions() {
        guard positionalBinding, !parameters.contains(where: { $0.memberships.contains { $0.position != nil || $0.set >= 0 } }) else { return }
        var next = 0
        for p in parameters where !p.isSwitch {
            for i in p.memberships.indices { p.memberships[i].position = next }
            next += 1
        }
    }
}
