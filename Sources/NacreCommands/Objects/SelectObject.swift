import NacreRuntime

/// `Select-Object`: some of the objects, some of their properties.
final class SelectObjectCommand: Cmdlet {
    private var properties: [PropertyExpression] = []
    private var excluded: [WildcardPattern] = []
    private var expand: PropertyExpression?
    private var makesObjects = false
    private var inputIndex = 0
    private var first: Int?, last: Int?, skip = 0, skipLast = 0
    private var picks: Set<Int>?, drops: Set<Int>?
    private var highestPick = -1
    private var unique: UniqueObjects?
    private var seen = 0, written = 0
    /// The last objects, for `-Last` and `-SkipLast`.
    private var tail: [Value] = []
    private var tailStart = 0

    override func begin() throws {
        inputIndex = index("InputObject") ?? 0
        properties = try propertyExpressions("Property", keys: ["name", "label", "expression"])
        for p in properties where p.label == nil || p.label?.count == 0 {
            if !p.settings.isEmpty, p.settings["name"] == nil, p.settings["label"] == nil, p.settings["expression"] == nil {
                throw terminating(.psArgumentException, id: "EmptyScriptBlockAndNoName", "Cannot convert the empty table to a property.", category: .invalidArgument)
            }
        }
        excluded = try (strings("ExcludeProperty") ?? []).map { try m.wildcard($0) }
        if let e = string("ExpandProperty") { expand = try PropertyExpression(Value(e), m, command: command.name) }
        if properties.isEmpty, !excluded.isEmpty { properties = [try PropertyExpression(Value("*"), m, command: command.name)] }
        makesObjects = !properties.isEmpty
        if flag("Unique") { unique = UniqueObjects(m, ignoreCase: flag("CaseInsensitive")) }
        first = int("First")
        last = int("Last")
        skip = int("Skip") ?? 0
        skipLast = int("SkipLast") ?? 0
        if has("Index") { picks = Set(list("Index").compactMap { if case .int(let i) = $0 { Int(i) } else { nil } }); highestPick = picks?.max() ?? -1 }
        if has("SkipIndex") { drops = Set(list("SkipIndex").compactMap { if case .int(let i) = $0 { Int(i) } else { nil } }) }
    }

    override func process() throws {
        if first == 0, last == nil, !flag("Wait"), expectsInput { throw StopUpstream(self) }
        guard let v = arg(at: inputIndex), !v.isNull else { return }
        let at = seen
        seen += 1
        if let picks {
            if picks.contains(at) { try take(v) }
            if at >= highestPick, !flag("Wait"), expectsInput { throw StopUpstream(self) }
            return
        }
        if let drops { if !drops.contains(at) { try take(v) }; return }
        if skipLast > 0 {
            tail.append(v)
            if tail.count - tailStart > skipLast { let x = tail[tailStart]; tailStart += 1; compact(); try take(x) }
            return
        }
        if let last {
            // With -Last, -Skip counts from the end; -First still gives the first ones.
            if let first, written < first { written += 1; try take(v); return }
            let wanted = last + skip
            tail.append(v)
            if tail.count - tailStart > wanted { tailStart += 1; compact() }
            return
        }
        if at < skip { return }
        if let first {
            if written < first { written += 1; try take(v) }
            if written >= first, !flag("Wait"), expectsInput { throw StopUpstream(self) }
            return
        }
        try take(v)
    }
    private func compact() {
        if tailStart > 1024, tailStart * 2 > tail.count { tail.removeFirst(tailStart); tailStart = 0 }
    }
    override func end() throws {
        if last != nil {
            let rest = tail[tailStart...]
            for v in rest.dropLast(skip).suffix(last ?? 0) { try take(v) }
        }
    }

    private func take(_ v: Value) throws {
        guard makesObjects || expand != nil else {
            if let unique, !unique.insert(v) { return }
            return try write(v)
        }
        if let expand { return try takeExpanded(v, expand) }
        let made = try select(v)
        if let unique, !unique.insert(made) { return }
        try write(made)
    }

    /// The object with the chosen properties.
    private func select(_ v: Value) throws -> Value {
        var names: [Str] = [], values: [Value] = []
        try chosen(of: v) { name, value in
            names.append(name)
            values.append(value)
        }
        let c = Custom(shape: shape(names), values: values)
        c.typeNames = [Str("Selected." + selectedName(v))]
        return .object(c)
    }
    private func selectedName(_ v: Value) -> String {
        let u = v.unwrapped
        return (u.obj is Custom) ? "System.Management.Automation.PSCustomObject" : u.type.fullName
    }
    private var lastNames: [Str] = [], lastShape = Shape.empty()
    private func shape(_ names: [Str]) -> Shape {
        if names.count == lastNames.count, zip(names, lastNames).allSatisfy({ $0 === $1 || $0.equalsOrdinal($1) }) { return lastShape }
        lastNames = names
        lastShape = Shape(names: names)
        return lastShape
    }

    private func chosen(of v: Value, _ add: (Str, Value) -> Void) throws {
        var taken: [Name] = []
        func put(_ name: Str, _ value: Value, isPattern: Bool) throws {
            let key = Name(name)
            if taken.contains(key) {
                if !isPattern {
                    try writeError(.psArgumentException, id: "AlreadyExistingUserSpecifiedPropertyNoExpand", "The property cannot be processed because the property \"\(name.string)\" already exists.", category: .invalidOperation, target: v)
                }
                return
            }
            if excluded.contains(where: { $0.matches(name) }) { return }
            taken.append(key)
            add(name, value)
        }
        for p in properties {
            switch p.source {
            case .name(let spelling, let name):
                // A dictionary's keys come before its properties.
                if let t = v.unwrapped.obj as? Table, let x = t.get(spelling) { try put(p.label ?? spelling, x, isPattern: false) }
                else if let set = m.findMember(v, name) as? PropertySetMember {
                    for n in set.properties { if let x = propertyOf(v, n) { try put(x.name, x.value, isPattern: true) } }
                } else if let x = propertyOf(v, name) { try put(p.label ?? x.name, x.value, isPattern: false) } else { try put(p.label ?? spelling, .null, isPattern: false) }
            case .pattern(let pattern):
                for x in m.properties(of: v) where pattern.matches(x.name) { try put(x.name, (try? x.get(m)) ?? .null, isPattern: true) }
            case .block(let b):
                var result: Value = .null
                do { result = try m.call(b, [], item: v) } catch is PSError { result = .null }
                if result.isVoid { result = .null }
                try put(p.label ?? p.text, result, isPattern: false)
            }
        }
    }
    private func propertyOf(_ v: Value, _ name: Name) -> (name: Str, value: Value)? {
        if let c = v.unwrapped.obj as? Custom {
            let i = c.shape.index(of: name)
            if i >= 0 { return (c.shape.spellings[i], c.values[i]) }
        }
        if let member = m.findMember(v, name), member.isProperty, member.kind != .propertySet {
            // A dictionary's own property, not its key of that name.
            if v.unwrapped.obj is Table { return m.properties(of: v).first { Name($0.name) == name }.map { (member.name, (try? $0.get(m)) ?? .null) } }
            return (member.name, (try? m.member(v, name)) ?? .null)
        }
        // A dictionary's key, where it has no property of that name.
        if let t = v.unwrapped.obj as? Table, let x = t.get(Str(name.text)) { return (Str(name.text), x) }
        return nil
    }

    private func takeExpanded(_ v: Value, _ p: PropertyExpression) throws {
        var found: [Value] = []
        switch p.source {
        case .name(_, let name):
            if let t = v.unwrapped.obj as? Table, let x = t.get(Str(name.text)) { found.append(x) } else if let x = propertyOf(v, name) { found.append(x.value) }
        case .pattern(let pattern): for x in m.properties(of: v) where pattern.matches(x.name) { found.append((try? x.get(m)) ?? .null) }
        case .block(let b): found.append(try m.call(b, [], item: v))
        }
        if found.isEmpty {
            return try writeError(.psArgumentException, id: "ExpandPropertyNotFound", "Property \"\(p.text.string)\" cannot be found.", category: .invalidArgument, target: v)
        }
        if found.count > 1 {
            return try writeError(.psArgumentException, id: "MutlipleExpandProperties", "Multiple properties cannot be expanded.", category: .invalidArgument, target: v)
        }
        let x = found[0]
        func give(_ e: Value) throws {
            var e = e
            if makesObjects {
                var notes: [(Str, Value)] = []
                try chosen(of: v) { notes.append(($0, $1)) }
                for (name, value) in notes {
                    if e.isNull { continue }
                    if m.hasProperty(e, Name(name)) {
                        try writeError(.psArgumentException, id: "AlreadyExistingUserSpecifiedPropertyExpand", "The property cannot be processed because the property \"\(name.string)\" already exists.", category: .invalidOperation, target: v)
                        continue
                    }
                    e = m.addMember(NoteMember(name, value), to: e)
                }
            }
            if let unique, !unique.insert(e) { return }
            try write(e)
        }
        if let o = x.unwrapped.obj, o.kind != .string, o.kind != .table, o.isEnumerable { _ = try o.enumerate(give) }
        else if !x.isVoid { try give(x) }
    }
}

/// Remembers objects to tell new ones: by their properties where they have some of their own, else by value.
final class UniqueObjects {
    private let m: Machine, ignoreCase: Bool
    private var known: [Value] = []
    private var texts: Set<String> = []
    init(_ m: Machine, ignoreCase: Bool) { self.m = m; self.ignoreCase = ignoreCase }
    /// True where no equal object came before.
    func insert(_ v: Value) -> Bool {
        if let s = v.str { return texts.insert(ignoreCase ? s.string.lowercased() : s.string).inserted && !known.contains { equal($0, v) } }
        for k in known where equal(k, v) { return false }
        known.append(v)
        return true
    }
    private func equal(_ a: Value, _ b: Value) -> Bool {
        if let x = a.unwrapped.obj as? Custom, let y = b.unwrapped.obj as? Custom {
            guard x.values.count == y.values.count else { return false }
            for (i, n) in x.shape.names.enumerated() {
                guard let z = y.get(n), m.compareForSort(x.values[i], z, ignoreCase: ignoreCase) == 0 else { return false }
            }
            return true
        }
        if a.unwrapped.obj is Custom || b.unwrapped.obj is Custom { return false }
        return m.compareForSort(a, b, ignoreCase: ignoreCase) == 0
    }
}
