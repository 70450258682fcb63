extension ParameterBinder {
    /// Ends the binding of the call's words: decides on the parameter set as far as the pipeline leaves it open, and asks for
    /// mandatory parameters that are missing (at a terminal), or refuses the call.
    /// - Parameter expectsInput: objects will come through a pipeline.
    public func finish(expectsInput: Bool) throws {
        if let plan, plan.isComplete, !expectsInput {
            valid = plan.valid
            parameterSetName = plan.parameterSetName
            return
        }
        defer { if let plan, !plan.isComplete, !expectsInput, isDecided { plan.complete(valid, parameterSetName); table.keep(plan) } }
        try resolveSets(beforePipeline: expectsInput, settle: !expectsInput)
        if table.hasMandatory {
            let missing = try missingMandatory(beforePipeline: expectsInput)
            if !missing.isEmpty { plan = nil; try ask(missing) }
        }
        validBeforePipeline = valid
        setNameBeforePipeline = parameterSetName
        isDecided = true
    }

    var hasManySets: Bool { valid & (valid &- 1) != 0 }

    /// Narrows the sets that fit to one, where that can be decided.
    func resolveSets(beforePipeline: Bool, settle: Bool) throws {
        guard hasManySets else {
            if valid == 0 { throw errors.ambiguousSet() }
            parameterSetName = table.setName(valid)
            return
        }
        let d = table.defaultSet
        if !beforePipeline, d & valid != 0 {
            parameterSetName = table.setName(d)
            if settle { valid = d }
            return
        }
        if beforePipeline {
            let feeding = table.parameters.indices.reduce(UInt64(0)) { isBound($1) ? $0 : $0 | (table.byValue[$1] | table.byName[$1]) & valid }
            if feeding != 0 {
                // Sets that cannot take the pipeline any more are out.
                if feeding != valid {
                    valid = feeding
                    if !hasManySets { parameterSetName = table.setName(valid); return }
                }
                parameterSetName = table.setName(d & valid != 0 ? d : valid)
                return
            }
            if d & valid != 0 { valid = d; parameterSetName = table.setName(d); return }
        }
        // The one set whose mandatory parameters are all there.
        var complete = valid
        for p in table.parameters.indices where !isBound(p) { complete &= ~table.mandatory[p] }
        guard complete != 0, complete & (complete &- 1) == 0 else { throw errors.ambiguousSet() }
        valid = complete
        parameterSetName = table.setName(valid)
    }

    /// Mandatory parameters of the sets that fit which have no value and which the pipeline will not give one.
    func missingMandatory(beforePipeline: Bool) throws -> [Int] {
        let free = table.parameters.indices.filter { !isBound($0) && table.mandatory[$0] & valid != 0 }
        if free.isEmpty { return [] }
        func takes(_ p: Int) -> UInt64 { beforePipeline ? (table.byValue[p] | table.byName[p]) : 0 }
        if !hasManySets { return free.filter { takes($0) & valid == 0 } }
        // By set: what only the command line can give, and what the pipeline can.
        let missing = free.reduce(UInt64(0)) { $0 | table.mandatory[$1] & valid }
        let words = free.reduce(UInt64(0)) { $0 | table.mandatory[$1] & valid & ~takes($1) }
        let objects = free.reduce(UInt64(0)) { $0 | table.mandatory[$1] & valid & takes($1) }
        let d = table.defaultSet & valid
        if d != 0 {
            let others = objects & ~words & ~d
            if others == 0 || (missing & d == 0 && objects & ~d == 0) {
                guard others == 0 else { return [] }
                valid = d
                parameterSetName = table.setName(d)
                return free.filter { table.mandatory[$0] & d != 0 && takes($0) & d == 0 }
            }
            return []
        }
        let ready = valid & ~words
        if ready != 0 {
            // Sets that nothing on the command line is missing for stay; the objects decide among them.
            valid = ready
            if !hasManySets { parameterSetName = table.setName(valid) }
            return []
        }
        throw errors.ambiguousSet()
    }
}
