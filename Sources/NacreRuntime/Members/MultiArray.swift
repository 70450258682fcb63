/// A .NET array of more than one dimension, its elements row by row.
public final class MultiArray: Obj {
    public let sizes: [Int]
    private let arrayType: TypeRef
    public private(set) var elements: [Value]
    public init(_ type: TypeRef, sizes: [Int], repeating v: Value) {
        arrayType = type
        self.sizes = sizes
        elements = Array(repeating: v, count: sizes.reduce(1, *))
        super.init(kind: .native)
    }
    public override var type: TypeRef { arrayType }
    public override var isEnumerable: Bool { true }
    public override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        for v in elements { try body(v) }
        return true
    }
    /// The place of an element; nil where an index lies outside its dimension. Negative ones count from the end.
    public func place(_ indices: [Int]) -> Int? {
        var at = 0
        for (i, size) in zip(indices, sizes) {
            let n = i < 0 ? i + size : i
            guard n >= 0, n < size else { return nil }
            at = at * size + n
        }
        return at
    }
    public subscript(place: Int) -> Value {
        get { elements[place] }
        set { elements[place] = newValue }
    }
}
