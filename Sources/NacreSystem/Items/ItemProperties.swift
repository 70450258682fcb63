import NacreRuntime

/// What the property commands share: an item seen as its properties. Nothing but files has any.
class ItemPropertyCommand: PathCommand {
    final func refuse(_ place: ItemPath) throws {
        guard place.provider is FileSystemProvider else {
            throw PSError(.psNotSupportedException, id: "NotSupported", "Cannot use interface. The IPropertyCmdletProvider interface is not implemented by this provider.", category: .notImplemented)
        }
    }
    final func missing(_ name: String, _ place: ItemPath) -> PSError {
        PSError(.psArgumentException, id: "System.Management.Automation.PSArgumentException", "Property \(name) does not exist at path \(place.inMessages).", category: .invalidArgument, target: .null)
    }
    /// The value of a property of a file; nil where it has no such property.
    final func value(_ name: String, _ place: ItemPath) throws -> Value? {
        guard let item = try place.provider.item(place.path, m), m.hasProperty(item, Name(name)) else { return nil }
        return try m.member(item, Name(name))
    }
}

/// `Get-ItemProperty`
final class GetItemPropertyCommand: ItemPropertyCommand {
    override func process() throws {
        try eachItem { place in
            try refuse(place)
            guard let names = strings("Name") else {
                if let v = try decorated(place) { try write(v) }
                return
            }
            let made = Custom([])
            for n in names {
                if WildcardPattern.containsWildcards(Array(n.utf16)), let item = try place.provider.item(place.path, m) {
                    let pattern = try m.wildcard(n)
                    for p in m.properties(of: item) where pattern.matches(p.name) { made.add(p.name, (try? p.get(m)) ?? .null) }
                    continue
                }
                guard let v = try value(n, place) else { try writeError(missing(n, place).record); continue }
                made.add(Str(n), v)
            }
            if !made.values.isEmpty { try write(decorateNotes(made, place)) }
        }
    }
    private func decorateNotes(_ made: Custom, _ place: ItemPath) -> Value {
        for (name, v) in [("PSPath", place.psPath), ("PSParentPath", place.provider.qualifiedName + "::" + place.provider.parent(place.path)), ("PSChildName", place.provider.leaf(place.path))] { made.add(Str(name), Value(v)) }
        if let d = place.drive { made.add(Str("PSDrive"), .object(d)) }
        made.add(Str("PSProvider"), .object(ProviderInfo(place.provider)))
        return .object(made)
    }
}

/// `Get-ItemPropertyValue`
final class GetItemPropertyValueCommand: ItemPropertyCommand {
    override func process() throws {
        let (paths, isLiteral) = given()
        for text in paths.isEmpty ? ["."] : paths {
            try eachItem(text, literal: isLiteral) { place in
                try refuse(place)
                for n in strings("Name") ?? [] {
                    guard let v = try value(n, place) else { try writeError(missing(n, place).record); continue }
                    try write(v)
                }
            }
        }
    }
}

/// `Set-ItemProperty`
final class SetItemPropertyCommand: ItemPropertyCommand {
    override func process() throws {
        try eachItem { place in
            try refuse(place)
            var pairs: [(String, Value)] = []
            if let name = string("Name") { pairs.append((name, arg("Value") ?? .null)) }
            else if let o = arg("InputObject") { for p in m.properties(of: o) { pairs.append((p.name.string, try p.get(m))) } }
            guard let item = try place.provider.item(place.path, m) else { return }
            for (name, v) in pairs {
                guard m.hasProperty(item, Name(name)) else { try writeError(missing(name, place).record); continue }
                guard try shouldProcess("Item: \(place.path) Property: \(name) Value: \(m.str(v).string)", "Set Property File") else { continue }
                try m.setMember(item, Name(name), v)
            }
            if flag("PassThru"), let v = try decorated(place) { try write(v) }
        }
    }
}
