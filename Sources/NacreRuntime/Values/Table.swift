/// How a table compares and hashes its keys.
public enum KeyRule: UInt8, Sendable {
    /// Strings whatever their case: `@{}` and `[ordered]@{}`.
    case ignoringCase
    /// .NET's `Equals`: `[hashtable]::new()`, `Dictionary`, `HashSet`.
    case exact
}

/// A table of keys and values: hashtables, ordered dictionaries, generic dictionaries and sets. Keeps the order of insertion.
public final class Table: Obj {
    public let rule: KeyRule
    private let tableType: TypeRef
    /// For generic dictionaries: what keys and values are converted to.
    public let keyType: TypeRef, valueType: TypeRef
    /// True for `[ordered]`: integers index it by position.
    public let isOrdered: Bool
    /// A hashtable that takes keys and values as they are.
    let isPlain: Bool
    @usableFromInline struct Entry { var hash: UInt32; var live: Bool; var key: Value; var value: Value }
    private var entries: UnsafeMutablePointer<Entry>
    private var used = 0, capacity: Int
    /// Positions into `entries` (-1: never used); a power of two.
    private var index: UnsafeMutablePointer<Int32>
    private var mask: Int
    /// The number of pairs.
    public private(set) var count = 0
    public private(set) var version = 0

    public init(type: TypeRef = .hashtable, rule: KeyRule = .ignoringCase, isOrdered: Bool = false, keyType: TypeRef = .object, valueType: TypeRef = .object, capacity wanted: Int = 0) {
        tableType = type
        self.rule = rule
        self.isOrdered = isOrdered
        self.keyType = keyType
        self.valueType = valueType
        isPlain = !isOrdered && keyType === TypeRef.object && valueType === TypeRef.object
        capacity = max(4, wanted)
        entries = .allocate(capacity: capacity)
        var slots = 8
        while slots * 3 < capacity * 4 { slots *= 2 }
        mask = slots - 1
        index = .allocate(capacity: slots)
        index.initialize(repeating: -1, count: slots)
        super.init(kind: .table)
    }
    deinit {
        entries.deinitialize(count: used)
        entries.deallocate()
        index.deallocate()
    }
    public override var type: TypeRef { tableType }

    private func hash(_ key: Value) -> UInt32 {
        switch key {
        case .int(let i): return UInt32(bitPattern: i) &* 2_654_435_769
        case .object(let o):
            if o.kind == .string { return unsafeDowncast(o, to: Str.self).caseFoldedHash }
            return UInt32(truncatingIfNeeded: o.hash &* 0x9E37_79B9)
        case .long(let i): return UInt32(truncatingIfNeeded: i ^ i >> 32) &* 2_654_435_769
        case .double(let d): return UInt32(truncatingIfNeeded: d.hashValue)
        case .bool(let b): return b ? 0x9E37_79B9 : 1
        case .char(let c): return UInt32(c) &* 2_654_435_761
        case .byte(let i): return UInt32(i) &* 40_503
        case .sbyte(let i): return UInt32(truncatingIfNeeded: Int(i)) &* 40_507
        case .short(let i): return UInt32(truncatingIfNeeded: Int(i)) &* 40_529
        case .ushort(let i): return UInt32(i) &* 40_531
        case .uint(let i): return i &* 2_654_435_741
        case .ulong(let i): return UInt32(truncatingIfNeeded: i ^ i >> 32) &* 2_654_435_743
        case .single(let f): return UInt32(truncatingIfNeeded: f.hashValue)
        case .null, .void, .undef: return 0
        }
    }
    private func same(_ a: Value, _ b: Value) -> Bool {
        if case .object(let x) = a, case .object(let y) = b {
            if x === y { return true }
            if x.kind == .string, y.kind == .string {
                let s = unsafeDowncast(x, to: Str.self), t = unsafeDowncast(y, to: Str.self)
                return rule == .ignoringCase ? s.equalsIgnoringCase(t) : s.equalsOrdinal(t)
            }
            return x.isEqual(to: y)
        }
        return a.isIdentical(to: b)
    }

    /// The position among `entries`, or -1.
    private func find(_ key: Value, _ h: UInt32) -> Int {
        var i = Int(h ^ h >> 16) & mask
        while true {
            let at = Int(index[i])
            if at < 0 { return -1 }
            if entries[at].hash == h, entries[at].live, same(entries[at].key, key) { return at }
            i = (i + 1) & mask
        }
    }

    /// The position of a text among `entries`, or -1.
    private func find(_ key: Str, _ h: UInt32) -> Int {
        var i = Int(h ^ h >> 16) & mask
        while true {
            let at = Int(index[i])
            if at < 0 { return -1 }
            let e = entries + at
            if e.pointee.hash == h, e.pointee.live, case .object(let o) = e.pointee.key {
                let isSame = Unmanaged.passUnretained(o)._withUnsafeGuaranteedRef { o -> Bool in
                    if o === key { return true }
                    guard o.kind == .string else { return false }
                    let s = unsafeDowncast(o, to: Str.self)
                    return rule == .ignoringCase ? s.equalsIgnoringCase(key) : s.equalsOrdinal(key)
                }
                if isSame { return at }
            }
            i = (i + 1) & mask
        }
    }
    /// The value of a key, or nil.
    public func get(_ key: Value) -> Value? {
        let at = find(key.unwrapped, hash(key.unwrapped))
        return at < 0 ? nil : entries[at].value
    }
    public func get(_ key: Str) -> Value? {
        let at = find(key, key.caseFoldedHash)
        return at < 0 ? nil : entries[at].value
    }
    public func contains(_ key: Value) -> Bool { find(key.unwrapped, hash(key.unwrapped)) >= 0 }

    /// Sets or adds; an existing key keeps its place and spelling.
    public func set(_ key: Value, _ value: Value) {
        let key = key.unwrapped
        let h = hash(key)
        let at = if case .object(let o) = key, o.kind == .string { find(unsafeDowncast(o, to: Str.self), h) } else { find(key, h) }
        if at >= 0 {
            entries[at].value = value
            // Replacing counts as a change, except for generic dictionaries.
            if keyType === TypeRef.object { version &+= 1; sortedVersion = sorting == nil ? -1 : version }
        } else { add(key, h, value) }
    }
    private func add(_ key: Value, _ h: UInt32, _ value: Value) {
        if used == capacity { grow() }
        (entries + used).initialize(to: Entry(hash: h, live: true, key: key, value: value))
        place(used, h)
        used += 1
        count += 1
        version &+= 1
    }
    private func place(_ at: Int, _ h: UInt32) {
        var i = Int(h ^ h >> 16) & mask
        while index[i] >= 0 { i = (i + 1) & mask }
        index[i] = Int32(at)
    }
    /// Drops dead entries and makes room for as many again.
    private func grow() {
        let wanted = max(4, count * 2)
        let fresh = UnsafeMutablePointer<Entry>.allocate(capacity: wanted)
        var n = 0
        for i in 0..<used {
            if entries[i].live { (fresh + n).moveInitialize(from: entries + i, count: 1); n += 1 }
            else { (entries + i).deinitialize(count: 1) }
        }
        entries.deallocate()
        entries = fresh
        used = n
        capacity = wanted
        reindex()
    }
    private func reindex() {
        var slots = 8
        while slots * 3 < capacity * 4 { slots *= 2 }
        if slots != mask + 1 {
            index.deallocate()
            index = .allocate(capacity: slots)
            mask = slots - 1
            index.initialize(repeating: -1, count: slots)
        } else {
            index.update(repeating: -1, count: slots)
        }
        for i in 0..<used where entries[i].live { place(i, entries[i].hash) }
    }

    @discardableResult public func remove(_ key: Value) -> Bool {
        let at = find(key.unwrapped, hash(key.unwrapped))
        guard at >= 0 else { return false }
        // The entry stays as a tombstone, so that probing goes on over it.
        entries[at].live = false
        entries[at].key = .null
        entries[at].value = .null
        count -= 1
        version &+= 1
        return true
    }
    public func removeAll() {
        entries.deinitialize(count: used)
        used = 0
        count = 0
        version &+= 1
        index.update(repeating: -1, count: mask + 1)
    }

    /// Where set, pairs come by it, lesser keys first (sorted dictionaries and sets).
    public var sorting: ((Value, Value) -> Bool)? { didSet { sortedVersion = -1 } }
    private var sortedVersion = -1
    /// Puts the entries in order where keys were added since the last time.
    private func sort(by less: (Value, Value) -> Bool) {
        guard sortedVersion != version else { return }
        var live: [Entry] = []
        for i in 0..<used where entries[i].live { live.append(entries[i]) }
        live.sort { less($0.key, $1.key) }
        entries.deinitialize(count: used)
        for (i, e) in live.enumerated() { (entries + i).initialize(to: e) }
        used = live.count
        index.update(repeating: -1, count: mask + 1)
        for i in 0..<used { place(i, entries[i].hash) }
        sortedVersion = version
    }

    /// Calls for each pair, in order of insertion, until it returns false.
    @inline(__always) public func forEachPair(_ body: (Value, Value) throws -> Bool) rethrows {
        if let sorting { sort(by: sorting) }
        var i = 0
        while i < used {
            if entries[i].live, try !body(entries[i].key, entries[i].value) { return }
            i += 1
        }
    }
    public var keys: [Value] { var k: [Value] = []; k.reserveCapacity(count); forEachPair { a, _ in k.append(a); return true }; return k }
    public var values: [Value] { var v: [Value] = []; v.reserveCapacity(count); forEachPair { _, b in v.append(b); return true }; return v }

    /// The pair at a position (ordered dictionaries), which the caller has checked.
    public func pair(at position: Int) -> (key: Value, value: Value) {
        if let sorting { sort(by: sorting) }
        if count == used { return (entries[position].key, entries[position].value) }
        var found: (Value, Value) = (.null, .null), n = 0
        forEachPair { k, v in if n == position { found = (k, v); return false }; n += 1; return true }
        return found
    }
    /// The position of a key (ordered dictionaries), or -1.
    public func position(of key: Value) -> Int {
        var n = 0, at = -1
        let key = key.unwrapped
        forEachPair { k, _ in if same(k, key) { at = n; return false }; n += 1; return true }
        return at
    }
    /// Inserts a new pair at a position (ordered dictionaries).
    public func insert(_ key: Value, _ value: Value, at position: Int) {
        var pairs: [(Value, Value)] = []
        forEachPair { pairs.append(($0, $1)); return true }
        pairs.insert((key, value), at: position)
        removeAll()
        for (k, v) in pairs { set(k, v) }
    }

    public func copy() -> Table {
        let t = Table(type: tableType, rule: rule, isOrdered: isOrdered, keyType: keyType, valueType: valueType, capacity: count)
        forEachPair { t.set($0, $1); return true }
        return t
    }
}
