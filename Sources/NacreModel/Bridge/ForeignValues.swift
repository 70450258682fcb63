import NacreRuntime
import NacreSchema

/// Times and identifiers, between documents and the shell's own classes for them.
enum ForeignValues {
    static func read(_ o: Obj) -> SchemaValue? { nil }
    static func make(_ v: SchemaValue) -> Value {
        switch v {
        case .guid(let g): Value(g)
        default: .null
        }
    }
}

/// Which of an object's properties the default view shows.
enum DisplayedProperties {
    static func set(_ object: Custom, _ names: [Name]) {}
}
