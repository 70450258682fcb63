/// Named values in order. Names are found in any case, and kept as first written.
public struct SchemaObject: Equatable, Sendable {
    public struct Field: Equatable, Sendable {
        public var name: String
        public var value: SchemaValue
        public init(_ name: String, _ value: SchemaValue) { self.name = name; self.value = value }
    }

    public private(set) var fields: [Field]

    public init() { fields = [] }
    /// Of two fields of one name the later one wins, in the place of the first.
    public init(_ pairs: [(String, SchemaValue)]) {
        fields = []
        fields.reserveCapacity(pairs.count)
        for (name, value) in pairs { self[name] = value }
    }

    /// Takes fields whose names are known to differ, as a reader that has checked them does.
    init(unchecked fields: [Field]) { self.fields = fields }

    public var names: [String] { fields.map(\.name) }
    public var isEmpty: Bool { fields.isEmpty }
    public var count: Int { fields.count }

    public func index(of name: String) -> Int? {
        fields.firstIndex { equalsIgnoringCase($0.name, name) }
    }

    /// Setting nil takes the field out; a new field goes to the end.
    public subscript(name: String) -> SchemaValue? {
        get { index(of: name).map { fields[$0].value } }
        set {
            switch (index(of: name), newValue) {
            case (let at?, let value?): fields[at].value = value
            case (let at?, nil): fields.remove(at: at)
            case (nil, let value?): fields.append(Field(name, value))
            case (nil, nil): break
            }
        }
    }
}
