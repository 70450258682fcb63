import NacreRuntime

/// `Get-TimeZone`: the local zone, or those named.
final class GetTimeZoneCommand: Cmdlet {
    override func process() throws {
        guard let type = m.findType("System.TimeZoneInfo") else { return }
        if flag("ListAvailable") {
            let all = try m.pass([]) { try m.invokeStatic(type, Name("GetSystemTimeZones"), $0) }
            return try writeEach(all)
        }
        guard let names = strings("Id") ?? strings("Name") else { return try write(m.staticMember(type, Name("Local"))) }
        for name in names {
            do { try write(m.pass([Value(name)]) { try m.invokeStatic(type, Name("FindSystemTimeZoneById"), $0) }) } catch let e as PSError {
                if e.record.errorId == "NotSupportedByNacre" { throw e }
                try writeError(.exception, id: "TimeZoneNotFound", "The time zone '\(name)' was not found on the local computer.", category: .objectNotFound, target: Value(name))
            }
        }
    }
}
