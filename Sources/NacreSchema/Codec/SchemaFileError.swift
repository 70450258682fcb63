/// A schema file that does not say what it should: where in it, and what is wrong.
public struct SchemaFileError: Error, Equatable, Sendable {
    /// Names from the outside in: `CsHostingProvider.properties.ProxyFqdn`.
    public var place: String
    public var reason: String
    public var message: String { "\(place): \(reason)" }
}

/// Reads the fields of one object of a schema file, and knows where it stands for messages.
struct FieldReader {
    let object: SchemaObject
    let place: String

    init(_ value: SchemaValue, _ place: String) throws(SchemaFileError) {
        guard let object = value.object else { throw SchemaFileError(place: place, reason: "an object is needed here") }
        self.object = object
        self.place = place
    }
    func error(_ name: String, _ reason: String) -> SchemaFileError { SchemaFileError(place: place + "." + name, reason: reason) }

    func has(_ name: String) -> Bool { object[name].map { !$0.isNull } ?? false }
    func string(_ name: String) throws(SchemaFileError) -> String {
        guard let s = object[name]?.string else { throw error(name, "a text is needed here") }
        return s
    }
    func string(_ name: String, or fallback: String) throws(SchemaFileError) -> String { has(name) ? try string(name) : fallback }
    func optionalString(_ name: String) throws(SchemaFileError) -> String? { has(name) ? try string(name) : nil }
    func int(_ name: String) throws(SchemaFileError) -> Int64? {
        guard has(name) else { return nil }
        guard let i = object[name]?.int else { throw error(name, "a whole number is needed here") }
        return i
    }
    func bool(_ name: String, or fallback: Bool = false) throws(SchemaFileError) -> Bool {
        guard has(name) else { return fallback }
        guard let b = object[name]?.bool else { throw error(name, "true or false is needed here") }
        return b
    }
    func list(_ name: String) throws(SchemaFileError) -> [SchemaValue] {
        guard has(name) else { return [] }
        guard let l = object[name]?.list else { throw error(name, "a list is needed here") }
        return l
    }
    func strings(_ name: String) throws(SchemaFileError) -> [String] {
        var out: [String] = []
        for item in try list(name) {
            guard let s = item.string else { throw error(name, "a list of texts is needed here") }
            out.append(s)
        }
        return out
    }
}
