/// How one call was bound, for later calls whose words have the same shape: the same names in the same places, values elsewhere.
/// Names, positions and the parameter set need not be worked out again; values are converted and validated as ever.
public final class BindingPlan {
    /// One parameter and the word that holds its value; `switchOn` for a switch that stands alone.
    struct Step { let parameter: Int; let argument: Int }
    static let switchOn = -2

    private let names: [String?]
    private let hasValue: [Bool]
    let steps: [Step]
    private(set) var valid: UInt64 = 0
    private(set) var parameterSetName = ""
    /// The set has been decided for a call without pipeline input.
    private(set) var isComplete = false

    init(_ args: [Argument], _ steps: [Step]) {
        names = args.map(\.parameter)
        hasValue = args.map { !$0.value.isUndef }
        self.steps = steps
    }
    func complete(_ valid: UInt64, _ name: String) {
        self.valid = valid
        parameterSetName = name
        isComplete = true
    }
    func fits(_ args: [Argument]) -> Bool {
        guard args.count == names.count else { return false }
        for i in 0..<args.count {
            if args[i].isSplatted || args[i].value.isUndef == hasValue[i] || args[i].parameter != names[i] { return false }
            // A script block may be evaluated for each pipeline object instead.
            if case .object(let o) = args[i].value, o.kind == .scriptBlock { return false }
        }
        return true
    }
}

extension ParameterBinder {
    /// Binds by a plan.
    func follow(_ known: BindingPlan, _ args: [Argument]) throws {
        plan = known
        order.reserveCapacity(known.steps.count)
        for s in known.steps {
            let p = s.parameter
            let v = s.argument == BindingPlan.switchOn ? SwitchValue.of(true) : args[s.argument].value
            let extent = s.argument == BindingPlan.switchOn ? nil : args[s.argument].extent
            if p >= values.count {
                if commonValues.isEmpty { commonValues = Array(repeating: .undef, count: table.common.count) }
                commonValues[p - values.count] = try admit(table.parameter(p), v, isMandatory: false, asCmdlet: true, at: extent)
            } else {
                values[p] = try admit(table.parameters[p], v, isMandatory: table.mandatory[p] != 0, asCmdlet: expectsCmdletErrors, at: extent)
                valid &= table.sets[p]
            }
            order.append(p)
        }
        readCommon()
    }
}
