import NacreRuntime

/// The members and display properties that PowerShell gives types beside their own.
enum StandardTypeData {
    /// The data of a type by its full name in lower case; nil where there is none.
    static func find(_ name: String) -> TypeData? {
        let d: TypeData
        switch name {
        case "system.datetime":
            d = TypeData("System.DateTime")
            computed(d, "DateTime") { m, v in Value(Str.concat(try m.formatted(v.unwrapped, Str("D")), Str.concat(Str(" "), try m.formatted(v.unwrapped, Str("T"))))) }
        case "system.guid":
            d = TypeData("System.Guid")
            computed(d, "Guid") { m, v in Value(m.textOf(v, .invariant)) }
        case "system.net.ipaddress":
            d = TypeData("System.Net.IPAddress")
            d.defaultDisplayProperty = "IPAddressToString"
            computed(d, "IPAddressToString") { m, v in Value(m.textOf(v, .invariant)) }
        case "system.collections.dictionaryentry":
            d = TypeData("System.Collections.DictionaryEntry")
            d.set(AliasMember(Str("Name"), Name("Key")))
        case "system.management.automation.errorrecord":
            d = TypeData("System.Management.Automation.ErrorRecord")
            computed(d, "PSMessageDetails") { _, v in
                guard let r = v.cast(ErrorRecord.self), let details = r.details else { return .null }
                return Value(details)
            }
        case "system.xml.xmlnode": d = TypeData("System.Xml.XmlNode")
        case "system.diagnostics.process":
            d = TypeData("System.Diagnostics.Process")
            d.defaultDisplayPropertySet = ["Id", "Handles", "CPU", "SI", "Name"]
        case "system.io.fileinfo":
            d = TypeData("System.IO.FileInfo")
            d.defaultDisplayPropertySet = ["LastWriteTime", "Length", "Name"]
        case "system.io.directoryinfo":
            d = TypeData("System.IO.DirectoryInfo")
            d.defaultDisplayProperty = "Name"
        case "system.management.automation.psmoduleinfo":
            d = TypeData("System.Management.Automation.PSModuleInfo")
            d.defaultDisplayPropertySet = ["Name", "Path", "Description", "Guid", "Version", "ModuleBase", "ModuleType", "PrivateData", "AccessMode", "ExportedAliases", "ExportedCmdlets", "ExportedFunctions",
                                           "ExportedVariables", "NestedModules"]
        default: return nil
        }
        return d
    }
    private static func computed(_ d: TypeData, _ name: String, _ get: @escaping NativeGetter) { d.set(CodePropertyMember(Str(name), kind: .scriptProperty, get: get)) }
}
