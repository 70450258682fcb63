extension TypeRef {
    /// The accelerators that PowerShell writes for types, `full name accelerator` a line.
    private static let table = """
    System.String string
    System.Char char
    System.Boolean bool
    System.Byte byte
    System.SByte sbyte
    System.Int16 short
    System.UInt16 ushort
    System.Int32 int
    System.UInt32 uint
    System.Int64 long
    System.UInt64 ulong
    System.Single float
    System.Double double
    System.Decimal decimal
    System.Numerics.BigInteger bigint
    System.DateTime datetime
    System.TimeSpan timespan
    System.Guid guid
    System.Uri uri
    System.Version version
    System.Array array
    System.Collections.Hashtable hashtable
    System.Text.RegularExpressions.Regex regex
    System.Type type
    System.Void void
    System.Net.IPAddress ipaddress
    System.Net.Mail.MailAddress mailaddress
    System.Globalization.CultureInfo cultureinfo
    System.Management.Automation.PSObject psobject
    System.Management.Automation.ScriptBlock scriptblock
    System.Management.Automation.SwitchParameter switch
    System.Management.Automation.PSReference ref
    System.Management.Automation.PSVariable psvariable
    System.Management.Automation.PSNoteProperty psnoteproperty
    System.Management.Automation.PSScriptMethod psscriptmethod
    System.Management.Automation.PSScriptProperty psscriptproperty
    System.Management.Automation.PSAliasProperty psaliasproperty
    System.Management.Automation.PSModuleInfo psmoduleinfo
    System.Management.Automation.PSCredential pscredential
    System.Management.Automation.SemanticVersion semver
    System.Security.SecureString securestring
    System.Xml.XmlDocument xml
    """
    private static let accelerators: [String: String] = {
        var made: [String: String] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2 { made[String(words[0])] = String(words[1]) }
        }
        return made
    }()

    /// The type's name in a string, as a script writes it: `int`, `string[]`, `System.Collections.Generic.List[int]`.
    public final var scriptName: String {
        if code == .array, let element { return element.scriptName + "[" + String(repeating: ",", count: rank - 1) + "]" }
        if !arguments.isEmpty {
            let plain = (namespace.isEmpty ? "" : namespace + ".") + (name.split(separator: "`").first.map(String.init) ?? name)
            return plain + "[" + arguments.map(\.scriptName).joined(separator: ",") + "]"
        }
        return TypeRef.accelerators[fullName] ?? fullName
    }
}
