import NacreRuntime

/// `Get-Culture`, `Get-UICulture`
final class GetCultureCommand: Cmdlet {
    override func process() throws {
        guard let culture = session.types.find("cultureinfo") else { return }
        if flag("ListAvailable") { throw PSError.unsupported("Get-Culture -ListAvailable") }
        guard let names = strings("Name") else { return try write(m.staticMember(culture, Name(command.name == "Get-UICulture" ? "CurrentUICulture" : "CurrentCulture"))) }
        for n in names {
            do { try write(m.pass([Value(n)]) { try m.construct(culture, $0) }) } catch is NetException {
                try writeError(.psArgumentException, id: "ItemNotFoundException", "Culture is not supported. (Parameter 'name')\n\(n) is an invalid culture identifier.", category: .objectNotFound, target: Value(n))
            }
        }
    }
}
