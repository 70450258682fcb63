import Glibc
import NacreRuntime

/// A drive: `/`, `Env:`, or one that New-PSDrive made.
final class Drive: Native {
    let name: String, provider: ItemProvider, root: String, description: String
    /// The provider's path that is current there.
    var location: String
    init(_ name: String, _ provider: ItemProvider, root: String, description: String = "") {
        self.name = name
        self.provider = provider
        self.root = root
        self.description = description
        location = root
        super.init(.psDrive)
    }
    override func text(_ culture: Culture) -> String? { name }
}

/// A session's drives, its location and the stacks of locations. The location on the file system is the process's working folder.
final class Drives {
    private(set) var all: [Drive] = []
    private(set) var providers: [ItemProvider]
    private(set) var current: Drive
    /// Locations that Push-Location left, by the stack's name.
    var stacks: [String: [ItemPath]] = [:]
    /// The stack that is meant where none is named.
    var defaultStack = ""
    /// What `Set-Location -` and `+` go to.
    private var past: [ItemPath] = [], future: [ItemPath] = []
    private unowned let m: Machine

    static func of(_ m: Machine) -> Drives {
        if let d = m.session.service(Drives.self) { return d }
        let d = Drives(m)
        m.session.register(d)
        return d
    }
    private init(_ m: Machine) {
        self.m = m
        let files = FileSystemProvider(), variables = VariableProvider(), functions = FunctionProvider(), aliases = AliasProvider(), environment = EnvironmentProvider()
        providers = [aliases, environment, files, functions, variables]
        current = Drive("/", files, root: "/")
        all = [current, Drive("Alias", aliases, root: "", description: "Drive that contains a view of the aliases stored in a session state"),
               Drive("Env", environment, root: "", description: "Drive that contains a view of the environment variables for the process"),
               Drive("Function", functions, root: "", description: "Drive that contains a view of the functions stored in a session state"),
               Drive("Temp", files, root: FilePath.withoutSlash(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"), description: "Drive that maps to the temporary directory path for the current user"),
               Drive("Variable", variables, root: "", description: "Drive that contains a view of those variables stored in a session state")]
    }

    func drive(_ name: String) -> Drive? { all.first { $0.name.lowercased() == name.lowercased() } }
    func provider(_ name: String) -> ItemProvider? {
        let plain = name.lowercased().split(separator: "\\").last.map(String.init) ?? ""
        return providers.first { $0.name.lowercased() == plain }
    }
    func add(_ d: Drive) { all.append(d) }
    func remove(_ d: Drive) { all.removeAll { $0 === d } }

    /// Where the session is.
    var location: ItemPath { ItemPath(provider: current.provider, drive: current, path: current.provider is FileSystemProvider ? FilePath.current : current.location) }

    /// The item that a path names, which need not exist. Wildcards are plain characters here.
    func resolve(_ text: String) throws -> ItemPath {
        if let cut = text.firstRange(of: "::") {
            guard let p = provider(String(text[..<cut.lowerBound])) else { throw noProvider(String(text[..<cut.lowerBound])) }
            let rest = String(text[cut.upperBound...])
            return ItemPath(provider: p, drive: p is FileSystemProvider ? all[0] : all.first { $0.provider === p }, path: p is FileSystemProvider ? FilePath.resolve(rest) : p.path(rest, root: ""))
        }
        if let colon = text.firstIndex(of: ":"), colon != text.startIndex, !text[..<colon].contains(where: { $0 == "/" || $0 == "\\" }) {
            let name = String(text[..<colon])
            guard let d = drive(name) else { throw Drives.noDrive(name) }
            return below(d, String(text[text.index(after: colon)...]))
        }
        if current.provider is FileSystemProvider || text.hasPrefix("/") || text.hasPrefix("~") {
            let d = current.provider is FileSystemProvider && !text.hasPrefix("/") && !text.hasPrefix("~") ? current : all[0]
            let full = FilePath.resolve(text)
            return ItemPath(provider: all[0].provider, drive: FilePath.isBelow(full, d.root) ? d : all[0], path: full)
        }
        return below(current, text == "." ? "" : text)
    }
    private func below(_ d: Drive, _ rest: String) -> ItemPath {
        guard d.provider is FileSystemProvider else { return ItemPath(provider: d.provider, drive: d, path: d.provider.path(rest, root: d.root)) }
        // Without a slash it is below where the drive is.
        let isRooted = rest.hasPrefix("/") || rest.hasPrefix("\\")
        let from = isRooted ? d.root : d === current ? FilePath.current : d.location
        let full = FilePath.resolve(from + "/" + rest)
        return ItemPath(provider: d.provider, drive: d, path: FilePath.isBelow(full, d.root) ? full : d.root)
    }

    /// The items that a path with wildcards names, in the order shown; a path without any is taken as it is, whether there is such an item or not.
    /// - Parameter hidden: hidden items are among what wildcards find.
    func expand(_ text: String, hidden: Bool = false) throws -> [ItemPath] {
        guard WildcardPattern.containsWildcards(Array(text.utf16)) else {
            return [try resolve(text.contains("`") ? String(decoding: WildcardPattern.unescape(Array(text.utf16)), as: UTF16.self) : text)]
        }
        let full = try resolve(text)
        guard full.provider is FileSystemProvider else {
            let pattern = try m.wildcard(full.path)
            return try full.provider.children("", m).filter { pattern.matches($0) }.map { ItemPath(provider: full.provider, drive: full.drive, path: $0) }
        }
        var found = [""]
        for part in full.path.split(separator: "/").map(String.init) {
            var next: [String] = []
            if WildcardPattern.containsWildcards(Array(part.utf16)) {
                let pattern = try m.wildcard(part)
                for folder in found {
                    for name in FilePath.listing(folder.isEmpty ? "/" : folder) where pattern.matches(name) && (hidden || !name.hasPrefix(".") || part.hasPrefix(".")) { next.append(folder + "/" + name) }
                }
            } else {
                let plain = part.contains("`") ? String(decoding: WildcardPattern.unescape(Array(part.utf16)), as: UTF16.self) : part
                for folder in found where FilePath.exists(folder + "/" + plain) { next.append(folder + "/" + plain) }
            }
            found = next
        }
        return found.map { ItemPath(provider: full.provider, drive: full.drive, path: $0) }
    }

    /// Makes a container the location.
    func go(to place: ItemPath, remember: Bool = true) throws {
        guard place.provider.isContainer(place.path, m) else {
            guard place.exists(m) else { throw place.notFound }
            throw PSError(.psArgumentException, id: "Argument", "Cannot find path '\(place.inMessages)' because it does not exist.", category: .invalidArgument)
        }
        let before = location
        if place.provider is FileSystemProvider {
            guard chdir(place.path) == 0 else { throw PSError(.unauthorizedAccessException, id: "SetLocationCommand", "Access to the path '\(place.path)' is denied.", category: .permissionDenied, target: Value(place.path)) }
            setenv("PWD", place.path, 1)
        }
        current = place.drive ?? all[0]
        current.location = place.path
        if remember { past.append(before); future = [] }
    }
    /// `Set-Location -` and `+`; nil where there is nothing to go to.
    func back() throws -> Bool {
        guard let to = past.popLast() else { return false }
        future.append(location)
        try go(to: to, remember: false)
        return true
    }
    func forward() throws -> Bool {
        guard let to = future.popLast() else { return false }
        past.append(location)
        try go(to: to, remember: false)
        return true
    }

    static func noDrive(_ d: String) -> PSError {
        PSError(.driveNotFoundException, id: "DriveNotFound", "Cannot find drive. A drive with the name '\(d)' does not exist.", category: .objectNotFound, target: Value(d))
    }
    static func noStack(_ name: String) -> PSError {
        PSError(.psArgumentException, id: "Argument", "Cannot find location stack '\(name)'. It does not exist or it is not a container.", category: .invalidArgument)
    }
    func noProvider(_ p: String) -> PSError {
        PSError(.providerNotFoundException, id: "ProviderNotFound", "Cannot find a provider with the name '\(p)'.", category: .objectNotFound, target: Value(p))
    }
}

extension TypeRef {
    static let providerNotFoundException = TypeRef("ProviderNotFoundException", namespace: "System.Management.Automation", code: .exception, base: sessionStateException)
}
