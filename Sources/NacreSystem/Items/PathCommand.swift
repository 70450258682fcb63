import NacreRuntime

/// What the commands about items share: `-Path` with wildcards, `-LiteralPath`, `-Filter`, `-Include`, `-Exclude`, and one error for each path that fails.
class PathCommand: Cmdlet {
    final private(set) var drives: Drives!
    private var includes: [WildcardPattern]?, excludes: [WildcardPattern] = [], filter: WildcardPattern?
    override func begin() throws {
        drives = Drives.of(m)
        if has("Credential") { throw PSError.unsupported("\(command.name) -Credential") }
        includes = try strings("Include").flatMap { $0.isEmpty ? nil : try $0.map { try m.wildcard($0) } }
        excludes = try (strings("Exclude") ?? []).map { try m.wildcard($0) }
        filter = try string("Filter").flatMap { $0.isEmpty ? nil : try m.wildcard($0) }
    }
    /// The paths given, and whether their wildcards are plain characters.
    final func given() -> (paths: [String], isLiteral: Bool) {
        if let p = strings("LiteralPath") { return (p, true) }
        return (strings("Path") ?? [], false)
    }
    final func expand(_ text: String, literal: Bool) throws -> [ItemPath] {
        literal ? [try drives.resolve(text)] : try drives.expand(text, hidden: flag("Force"))
    }
    /// True where `-Filter`, `-Include` and `-Exclude` let a name through.
    final func admits(_ name: String) -> Bool {
        if let filter, !filter.matches(name) { return false }
        if let includes, !includes.contains(where: { $0.matches(name) }) { return false }
        return !excludes.contains { $0.matches(name) }
    }
    final var selects: Bool { includes != nil || !excludes.isEmpty }
    final func include(also pattern: String) throws { if includes == nil { includes = [try m.wildcard(pattern)] } }

    /// Calls for each existing item that is named; a path that names none is an error, wildcards that find none are not.
    final func eachItem(_ body: (ItemPath) throws -> Void) throws {
        let (paths, isLiteral) = given()
        for text in paths { try eachItem(text, literal: isLiteral, body) }
    }
    final func eachItem(_ text: String, literal: Bool, _ body: (ItemPath) throws -> Void) throws {
        try attempt {
            for place in try expand(text, literal: literal) {
                guard place.exists(m) else { throw place.notFound }
                if !admits(place.provider.leaf(place.path)) { continue }
                try attempt { try body(place) }
            }
        }
    }
    /// Runs what may fail for one path: the error is written, and the next path has its turn.
    final func attempt(_ body: () throws -> Void) throws {
        do { try body() } catch let e as PSError where !e.endsScript && e.record.errorId != "NotSupportedByNacre" {
            try writeError(e.record)
        } catch let n as NetException {
            try writeError(ErrorRecord(n.value, id: n.value.exceptionType.name, category: .notSpecified))
        }
    }

    /// An item as the commands give it: the provider's object with the properties that say where it is.
    final func decorated(_ place: ItemPath) throws -> Value? {
        guard let item = try place.provider.item(place.path, m) else { return nil }
        return decorate(item, place)
    }
    final func decorate(_ item: Value, _ place: ItemPath) -> Value {
        guard let o = item.obj else { return item }
        let holder = o is FileItem ? o : Wrapped(item)
        let e = ExtendedMembers(), provider = place.provider
        func note(_ name: Str, _ key: Name, _ v: Value) { e.members.append((key, NoteMember(name, v))) }
        note(Notes.path, Notes.pathKey, Value(place.psPath))
        if provider is FileSystemProvider {
            if place.path != "/" { note(Notes.parent, Notes.parentKey, Value(provider.qualifiedName + "::" + provider.parent(place.path))) }
        }
        note(Notes.child, Notes.childKey, Value(place.path == "/" ? "/" : provider.leaf(place.path)))
        if let d = place.drive { note(Notes.drive, Notes.driveKey, .object(d)) }
        note(Notes.provider, Notes.providerKey, .object(ProviderInfo(provider)))
        note(Notes.container, Notes.containerKey, .bool((o as? FileItem)?.isDirectory ?? place.path.isEmpty))
        holder.extended = e
        return .object(holder)
    }
    private enum Notes {
        static let path = Str("PSPath"), parent = Str("PSParentPath"), child = Str("PSChildName"), drive = Str("PSDrive"), provider = Str("PSProvider"), container = Str("PSIsContainer")
        static let pathKey = Name("PSPath"), parentKey = Name("PSParentPath"), childKey = Name("PSChildName"), driveKey = Name("PSDrive"), providerKey = Name("PSProvider"), containerKey = Name("PSIsContainer")
    }
}
