import NacreRuntime

/// `Get-Module`
final class GetModuleCommand: Cmdlet {
    override func process() throws {
        for p in ["PSSession", "CimSession", "ListAvailable", "FullyQualifiedName"] where has(p) { throw PSError.unsupported("Get-Module -\(p)") }
        let patterns = try strings("Name").map { try $0.map { try m.wildcard($0) } }
        for x in m.modules.all.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) where patterns?.contains(where: { $0.matches(x.name) }) ?? true { try write(.object(x)) }
    }
}
