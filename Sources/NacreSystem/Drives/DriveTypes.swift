import Glibc
import NacreRuntime

/// `$PWD`, and what Get-Location and Resolve-Path give.
final class PathInfo: Native {
    let place: ItemPath
    init(_ p: ItemPath) { place = p; super.init(.pathInfo) }
    override func text(_ culture: Culture) -> String? { place.shown }
}
/// A provider, as Get-PSProvider and `PSProvider` give it.
final class ProviderInfo: Native {
    let provider: ItemProvider
    init(_ p: ItemProvider) { provider = p; super.init(.providerInfo) }
    override func text(_ culture: Culture) -> String? { provider.qualifiedName }
}
/// A stack of locations that Get-Location -Stack gives.
final class PathStack: Native {
    let name: String, places: [ItemPath]
    init(_ n: String, _ p: [ItemPath]) { name = n; places = p; super.init(.pathStack) }
    override var isEnumerable: Bool { true }
    override func enumerate(_ body: (Value) throws -> Void) throws -> Bool {
        for p in places.reversed() { try body(.object(PathInfo(p))) }
        return true
    }
}

extension TypeRef {
    private static func automation(_ name: String, _ load: @escaping (TypeMembers) -> Void) -> TypeRef {
        let t = TypeRef(name, namespace: "System.Management.Automation", base: .object)
        t.loader = load
        return t
    }
    static let pathInfo = automation("PathInfo") { t in
        func add(_ name: String, _ type: String, _ get: @escaping (ItemPath) -> Value) {
            t.add(PropertyMember(name, type: type, get: { _, v in v.cast(PathInfo.self).map { get($0.place) } ?? .null }))
        }
        add("Drive", "System.Management.Automation.PSDriveInfo") { $0.drive.map { .object($0) } ?? .null }
        add("Provider", "System.Management.Automation.ProviderInfo") { .object(ProviderInfo($0.provider)) }
        add("ProviderPath", "string") { Value($0.path) }
        add("Path", "string") { Value($0.shown) }
    }
    static let pathStack = TypeRef("PathInfoStack", namespace: "System.Management.Automation", base: .object)
    static let providerInfo = automation("ProviderInfo") { t in
        t.add(PropertyMember("Name", type: "string", get: { _, v in Value(v.cast(ProviderInfo.self)?.provider.name ?? "") }))
        t.add(PropertyMember("Drives", type: "System.Collections.ObjectModel.Collection[System.Management.Automation.PSDriveInfo]", get: { m, v in
            guard let p = v.cast(ProviderInfo.self)?.provider else { return .null }
            return .object(PSArray(Drives.of(m).all.filter { $0.provider === p }.map { .object($0) }))
        }))
        t.add(PropertyMember("Capabilities", type: "string", get: { _, v in
            Value(v.cast(ProviderInfo.self)?.provider is FileSystemProvider ? "Filter, ShouldProcess, Credentials" : "ShouldProcess")
        }))
        t.add(PropertyMember("ModuleName", type: "string", get: { _, _ in Value("Microsoft.PowerShell.Core") }))
    }
    static let psDrive = automation("PSDriveInfo") { t in
        func add(_ name: String, _ type: String, hidden: Bool = false, _ get: @escaping (Machine, Drive) throws -> Value) {
            let p = PropertyMember(name, type: type, get: { m, v in try v.cast(Drive.self).map { try get(m, $0) } ?? .null })
            p.isHidden = hidden
            t.add(p)
        }
        func space(_ d: Drive, used: Bool) -> Value {
            var s = statvfs()
            guard d.provider is FileSystemProvider, statvfs(d.root, &s) == 0 else { return .null }
            return .long(Int64(used ? (s.f_blocks - s.f_bfree) * s.f_frsize : s.f_bavail * s.f_frsize))
        }
        add("Used", "long") { _, d in space(d, used: true) }
        add("Free", "long") { _, d in space(d, used: false) }
        add("CurrentLocation", "string") { m, d in
            guard d.provider is FileSystemProvider else { return Value(d.location) }
            let here = d === Drives.of(m).current ? FilePath.current : d.location
            return Value(String(here.dropFirst(d.root.count).drop { $0 == "/" }))
        }
        add("Name", "string") { _, d in Value(d.name) }
        add("Provider", "System.Management.Automation.ProviderInfo") { _, d in .object(ProviderInfo(d.provider)) }
        add("Root", "string") { _, d in Value(d.root) }
        add("Description", "string") { _, d in Value(d.description) }
        add("MaximumSize", "System.Nullable[long]") { _, _ in .null }
        add("Credential", "pscredential") { _, _ in .null }
        add("DisplayRoot", "string") { _, _ in .null }
        add("VolumeSeparatedByColon", "bool") { _, d in .bool(d.name != "/") }
        for (name, used) in [("UsedGB", true), ("FreeGB", false)] {
            add(name, "string", hidden: true) { m, d in
                guard case .long(let n) = space(d, used: used) else { return .null }
                return .object(try m.formatted(.double(Double(n) / 1_073_741_824), Str("N2")))
            }
        }
        add("ProviderName", "string", hidden: true) { _, d in Value(d.provider.name) }
    }
}
