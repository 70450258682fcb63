import NacreRuntime
import NacreSchema

/// The types of a model's own in a session: enums with their words, and the identities and names, which are texts.
final class ModelTypes {
    private var known: [String: TypeRef] = [:]
    init() {}

    /// - Parameter key: as parameters carry it: `VerificationLevelType`, `XdsIdentity`.
    func type(_ key: String, _ cmdlets: any CmdletCatalog) -> TypeRef {
        if let t = known[key] { return t }
        let described = cmdlets.typeOf(key)
        let t = described.flatMap { $0.values.isEmpty ? nil : enumeration($0.fullName, $0.values) } ?? anything(described?.fullName ?? key)
        known[key] = t
        return t
    }

    /// A type that takes every object as it is and says its name in a cmdlet's syntax: identities, which are texts or objects that have one.
    private func anything(_ fullName: String) -> TypeRef {
        let parts = fullName.split(separator: ".").map(String.init)
        return TypeRef(parts.last ?? fullName, namespace: parts.dropLast().joined(separator: "."), code: .psobject, base: .object)
    }

    /// The enum of a property; one type object a name.
    func enumeration(_ fullName: String, _ values: [String]) -> TypeRef {
        let key = fullName + "=" + values.joined(separator: ",")
        if let t = known[key] { return t }
        let parts = fullName.split(separator: ".").map(String.init)
        let t = TypeRef(parts.last ?? fullName, namespace: parts.dropLast().joined(separator: "."), code: .enumeration, base: .enumBase, element: .int, isValueType: true)
        t.labels = EnumLabels(values.enumerated().map { ($1, Int64($0)) })
        known[key] = t
        return t
    }
}
