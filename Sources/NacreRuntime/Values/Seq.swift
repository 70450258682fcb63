/// Values side by side in memory of their own: arrays and lists.
public class Seq: Obj {
    @usableFromInline final var base: UnsafeMutablePointer<Value>
    /// The number of elements.
    public fileprivate(set) final var count: Int
    fileprivate final var capacity: Int
    /// The element type: `[object]` for what pipelines and `,` make.
    public final let element: TypeRef
    /// The element type's code, where it is asked for at every store.
    final let elementCode: TypeCode

    /// Takes over initialized memory from `UnsafeMutablePointer.allocate`.
    init(kind: Kind, taking base: UnsafeMutablePointer<Value>, count: Int, capacity: Int, element: TypeRef) {
        self.base = base
        self.count = count
        self.capacity = capacity
        self.element = element
        elementCode = element.code
        super.init(kind: kind)
    }
    deinit {
        base.deinitialize(count: count)
        base.deallocate()
    }

    /// The element at an index the caller has checked.
    @inlinable public final subscript(_ i: Int) -> Value {
        get { base[i] }
        set { base[i] = newValue }
    }
    /// Stores at an index that the caller has checked.
    @inline(__always) final func put(_ v: Value, at i: Int) {
        let p = base + i
        if case .object = p.pointee { p.pointee = v } else { p.initialize(to: v) }
    }
    @inlinable public final var elements: UnsafeMutableBufferPointer<Value> { UnsafeMutableBufferPointer(start: base, count: count) }

    public override var isEnumerable: Bool { true }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        var i = 0
        while i < count { try body(base[i]); i += 1 }
        return true
    }
    fileprivate static func copy(_ values: UnsafeBufferPointer<Value>) -> UnsafeMutablePointer<Value> {
        let p = UnsafeMutablePointer<Value>.room(values.count)
        if let from = values.baseAddress { p.initialize(from: from, count: values.count) }
        return p
    }
}

/// A one-dimensional .NET array; elements have been converted to the element type by whoever stores them.
public final class PSArray: Seq {
    public init(_ values: UnsafeBufferPointer<Value>, of element: TypeRef = .object) {
        super.init(kind: .array, taking: Seq.copy(values), count: values.count, capacity: values.count, element: element)
    }
    public convenience init(_ values: [Value], of element: TypeRef = .object) {
        self.init(values.withUnsafeBufferPointer { $0 }, copying: values, of: element)
    }
    private convenience init(_: UnsafeBufferPointer<Value>, copying values: [Value], of element: TypeRef) {
        let p = UnsafeMutablePointer<Value>.room(values.count)
        values.withUnsafeBufferPointer { if let from = $0.baseAddress { p.initialize(from: from, count: $0.count) } }
        self.init(taking: p, count: values.count, of: element)
    }
    public init(repeating value: Value, count: Int, of element: TypeRef = .object) {
        let p = UnsafeMutablePointer<Value>.room(count)
        p.initialize(repeating: value, count: count)
        super.init(kind: .array, taking: p, count: count, capacity: count, element: element)
    }
    /// Takes over initialized memory.
    init(taking base: UnsafeMutablePointer<Value>, count: Int, of element: TypeRef = .object) {
        super.init(kind: .array, taking: base, count: count, capacity: count, element: element)
    }
    public override var type: TypeRef { TypeRef.array(of: element) }
}

/// `List[T]`, `ArrayList`, `Collection[T]`: grows.
public final class PSList: Seq {
    private let listType: TypeRef
    /// Changes with each structural change, so that a running loop notices.
    public private(set) var version = 0

    public init(_ values: [Value] = [], type: TypeRef, element: TypeRef) {
        listType = type
        let p = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 4))
        values.withUnsafeBufferPointer { if let from = $0.baseAddress { p.initialize(from: from, count: $0.count) } }
        super.init(kind: .list, taking: p, count: values.count, capacity: max(values.count, 4), element: element)
    }
    public override var type: TypeRef { listType }
    public override var stamp: Int { version }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        var i = 0
        let before = version
        while i < count {
            try body(base[i])
            i += 1
            if version != before {
                throw PSError(id: "BadEnumeration", "An error occurred while enumerating through a collection: Collection was modified; enumeration operation may not execute..")
            }
        }
        return true
    }

    public func append(_ v: Value) {
        if count == capacity { reserve(capacity * 2) }
        (base + count).initialize(to: v)
        count += 1
        version &+= 1
    }
    public func reserve(_ wanted: Int) {
        guard wanted > capacity else { return }
        let p = UnsafeMutablePointer<Value>.room(wanted)
        p.moveInitialize(from: base, count: count)
        base.deallocate()
        base = p
        capacity = wanted
    }
    public var room: Int { capacity }
    /// Notes that an element was replaced, which a running loop counts as a change.
    func touch() { version &+= 1 }
    /// Inserts at an index from 0 to `count`, which the caller has checked.
    public func insert(_ v: Value, at i: Int) {
        append(v)
        guard i < count - 1 else { return }
        let last = (base + count - 1).move()
        (base + i + 1).moveInitialize(from: base + i, count: count - 1 - i)
        (base + i).initialize(to: last)
    }
    /// Removes `n` elements from an index on; the caller has checked both.
    public func remove(at i: Int, count n: Int = 1) {
        guard n > 0 else { return }
        (base + i).deinitialize(count: n)
        (base + i).moveInitialize(from: base + i + n, count: count - i - n)
        count -= n
        version &+= 1
    }
    public func removeAll() {
        base.deinitialize(count: count)
        count = 0
        version &+= 1
    }
    /// Replaces everything.
    public func replace(with values: [Value]) {
        removeAll()
        reserve(values.count)
        for v in values { append(v) }
    }
}
