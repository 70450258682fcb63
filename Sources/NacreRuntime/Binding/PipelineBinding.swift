extension ParameterBinder {
    /// Binds one object of the pipeline: by value, then by property name; first without conversion, then with it. What the
    /// object before bound is taken back.
    ///
    /// False where the object was refused: the error has been written, and the command goes on with the next one.
    public func bindPipeline(_ v: Value) throws -> Bool {
        let direct = table.direct
        if direct >= 0, delayed.isEmpty, !hasManySets || table.setNames.count == 1 {
            if fed.isEmpty {
                if !values[direct].isUndef { return try refuse(errors.inputNotBound(v)) }
                fed.append(direct)
            }
            values[direct] = v
            return true
        }
        return try bindObject(v)
    }

    /// The parameter that takes every object as it comes, or -1; and whether it has taken one.
    var directParameter: Int { table.direct }
    var bindsDirectly: Bool { table.direct >= 0 && fed.count == 1 && fed[0] == table.direct && delayed.isEmpty }

    private func refuse(_ e: PSError) throws -> Bool {
        try m.writeError(e.record, action: common.errorAction)
        return false
    }

    private func bindObject(_ v: Value) throws -> Bool {
        for p in fed { values[p] = .undef }
        fed.removeAll(keepingCapacity: true)
        valid = validBeforePipeline
        parameterSetName = setNameBeforePipeline
        do {
            for d in delayed { try bindDelayed(d.parameter, d.block, v) }
            let free = table.pipeline.filter { !isBound($0) && (table.byValue[$0] | table.byName[$0]) & valid != 0 }
            var bound = !delayed.isEmpty
            for converting in [false, true] {
                if try bindByValue(free, v, converting: converting) { bound = true }
                if try bindByName(free, v, converting: converting) { bound = true }
                // Nothing left to feed.
                if free.allSatisfy({ !values[$0].isUndef || (table.byValue[$0] | table.byName[$0]) & valid == 0 }) { break }
            }
            if !bound { return try refuse(errors.inputNotBound(v)) }
            try resolveSets(beforePipeline: false, settle: true)
            if table.hasMandatory {
                let missing = table.parameters.indices.filter { !isBound($0) && table.mandatory[$0] & valid != 0 }
                if !missing.isEmpty { return try refuse(errors.inputLacksMandatory(v, missing.map { table.parameters[$0].name })) }
            }
            return true
        } catch let e as PSError where e.record.exception.exceptionType.isSubtype(of: .parameterBindingException) {
            if e.record.target.isNull { e.record.target = v }
            return try refuse(e)
        }
    }

    private func bindDelayed(_ p: Int, _ block: ScriptBlock, _ v: Value) throws {
        let list = ListSink()
        try m.run(block, item: v, into: list)
        let result: Value = list.values.count == 1 ? list.values[0] : list.values.isEmpty ? .null : .object(PSArray(list.values))
        values[p] = try admit(table.parameters[p], result, isMandatory: table.mandatory[p] != 0, asCmdlet: expectsCmdletErrors, at: nil)
        fed.append(p)
    }

    private func bindByValue(_ free: [Int], _ v: Value, converting: Bool) throws -> Bool {
        try bind(free, table.byValue, byName: false, converting: converting) { _ in v }
    }
    private func bindByName(_ free: [Int], _ v: Value, converting: Bool) throws -> Bool {
        if v.isNull { return false }
        return try bind(free, table.byName, byName: true, converting: converting) { p in
            for n in [p.name] + p.aliases {
                let key = Name(n)
                if self.m.hasProperty(v, key) { return try self.m.member(v, key) }
            }
            return nil
        }
    }
    /// Gives each free parameter its value; parameters of the default set come first.
    private func bind(_ free: [Int], _ masks: [UInt64], byName: Bool, converting: Bool, _ value: (ParameterMetadata) throws -> Value?) throws -> Bool {
        let d = table.defaultSet & valid
        if d != 0, try bind(free, masks, within: d, byName: byName, converting: converting, value) { return true }
        return try bind(free, masks, within: valid, byName: byName, converting: converting, value)
    }
    private func bind(_ free: [Int], _ masks: [UInt64], within: UInt64, byName: Bool, converting: Bool, _ value: (ParameterMetadata) throws -> Value?) throws -> Bool {
        var bound = false
        for p in free where values[p].isUndef && masks[p] & within & valid != 0 {
            let parameter = table.parameters[p]
            guard let v = try value(parameter) else { continue }
            if !converting, !fits(parameter, v) { continue }
            do {
                values[p] = try admit(parameter, v, isMandatory: table.mandatory[p] != 0, asCmdlet: expectsCmdletErrors, at: nil)
            } catch let e as PSError where !byName && isConversionError(e) {
                // An object of another type is not for this parameter; a property of its name is.
                continue
            }
            fed.append(p)
            valid &= table.sets[p]
            bound = true
        }
        return bound
    }
    private func isConversionError(_ e: PSError) -> Bool {
        e.record.errorId == "ParameterArgumentTransformationError" || e.record.errorId == "CannotConvertArgumentNoMessage" || e.record.errorId == "CannotConvertArgument"
    }
}

extension Machine {
    /// True where an object has a property of its own or of its type; keys of dictionaries are none.
    public func hasProperty(_ v: Value, _ name: Name) -> Bool {
        if let c = v.unwrapped.obj as? Custom, c.get(name) != nil { return true }
        return findMember(v, name)?.isProperty ?? false
    }
}
