import NacreSchema

/// What New- and Set- are to do with one property.
public enum PropertyChange: Equatable, Sendable {
    /// The value, or for a list the whole new list; null empties it.
    case set(SchemaValue)
    /// `@{Add=…; Remove=…}`, either part or both; values equal in any case are one.
    case modify(add: [SchemaValue], remove: [SchemaValue])
}

extension PropertyChange {
    /// The value after the change.
    ///
    /// - Throws: where an added value is there already, as the real store's unique constraint does. Removing what is not there is fine.
    func applied(to old: SchemaValue, of property: PropertySchema) throws(ModelError) -> SchemaValue {
        let isList = if case .list = property.type { true } else { false }
        switch self {
        case .set(let value):
            guard isList else { return value }
            switch value {
            case .null: return .list([])
            case .list(let items):
                try ListItems.checkDistinct(items, property.name)
                return value
            default: return .list([value])
            }
        case .modify(let add, let remove):
            guard isList else {
                throw ModelError("InvalidListModifier", .invalidArgument, "\"\(property.name)\" is no list: it takes a value and not Add, Remove or Replace.")
            }
            var items = (old.list ?? []).filter { item in !remove.contains { ListItems.same($0, item) } }
            for item in add {
                guard !items.contains(where: { ListItems.same($0, item) }) else { throw ListItems.duplicate(item, property.name) }
                items.append(item)
            }
            return .list(items)
        }
    }
}

enum ListItems {
    /// Texts are one in any case; objects by their key (`Name`, or else all fields).
    static func same(_ a: SchemaValue, _ b: SchemaValue) -> Bool {
        switch (a, b) {
        case (.string(let x), .string(let y)): equalsIgnoringCase(x, y)
        case (.object(let x), .object(let y)):
            if let n = x["Name"]?.string, let m = y["Name"]?.string { equalsIgnoringCase(n, m) } else { x == y }
        default: a == b
        }
    }
    static func checkDistinct(_ items: [SchemaValue], _ property: String) throws(ModelError) {
        for (i, item) in items.enumerated() where items[..<i].contains(where: { same($0, item) }) { throw duplicate(item, property) }
    }
    static func duplicate(_ item: SchemaValue, _ property: String) -> ModelError {
        let shown = item.string ?? item["Name"].string ?? item.json
        return ModelError("DuplicateKey", .invalidData,
                          "There is a duplicate key sequence '\(shown)' for the '\(property)' key or unique identity constraint.", target: shown)
    }
}
