import NacreRuntime

/// Types of .NET that scripts name and Nacre has not: the name is known, so that an error can say what is missing; nothing else is.
enum RefusedTypes {
    /// A full name and its accelerators.
    private static let table: StaticString = """
    System.Xml.XmlNode
    System.Xml.XmlDocument xml
    System.Xml.XmlWriter
    System.Xml.XmlWriterSettings
    System.Xml.XmlReader
    System.Xml.Linq.XDocument
    System.Xml.Linq.XElement
    System.Net.Mail.MailAddress mailaddress
    System.Net.WebClient
    System.Net.Http.HttpClient
    System.Net.Sockets.TcpClient
    System.Net.Dns
    System.IO.Stream
    System.IO.FileStream
    System.IO.MemoryStream
    System.IO.StreamReader
    System.IO.StreamWriter
    System.IO.StringReader
    System.IO.StringWriter
    System.IO.BinaryReader
    System.IO.BinaryWriter
    System.IO.Compression.ZipFile
    System.IO.Compression.GZipStream
    System.IO.FileSystemWatcher
    System.IO.DriveInfo
    System.Security.Cryptography.SHA1
    System.Security.Cryptography.SHA256
    System.Security.Cryptography.SHA384
    System.Security.Cryptography.SHA512
    System.Security.Cryptography.MD5
    System.Security.Cryptography.RandomNumberGenerator
    System.Security.Cryptography.X509Certificates.X509Certificate X509Certificate
    System.Security.Cryptography.X509Certificates.X509Certificate2
    System.Security.Principal.WindowsIdentity
    System.Diagnostics.Process
    System.Diagnostics.ProcessStartInfo
    System.Threading.Mutex
    System.Threading.Timer
    System.Threading.CancellationTokenSource
    System.Threading.Tasks.Task
    System.Timers.Timer
    System.Reflection.Assembly
    System.Activator
    System.AppDomain
    System.Runtime.InteropServices.Marshal
    System.Runtime.InteropServices.RuntimeInformation
    System.Numerics.Complex
    System.Data.DataTable
    System.Drawing.Color
    System.Text.Json.JsonSerializer
    System.Text.Json.JsonDocument
    System.Management.Automation.PowerShell powershell
    System.Management.Automation.Runspaces.RunspaceFactory runspacefactory
    System.Management.Automation.Runspaces.Runspace runspace
    System.Management.Automation.Runspaces.InitialSessionState initialsessionstate
    System.Management.ManagementObject wmi
    System.Management.ManagementClass wmiclass
    System.Management.ManagementObjectSearcher wmisearcher
    System.DirectoryServices.DirectoryEntry adsi
    System.DirectoryServices.DirectorySearcher adsisearcher
    """

    static func register(in c: TypeCatalog) {
        c.finders.append(find)
        c.refusedMembers = RefusedMembers.find
        // No text converts to these two, in .NET either.
        for (full, name) in [("System.Security.SecureString", "securestring"), ("System.Management.Automation.PSCredential", "pscredential")] {
            let cut = full.lastIndex(of: ".") ?? full.startIndex
            c.register(full, name) { TypeRef(String(full[full.index(after: cut)...]), namespace: String(full[..<cut]), base: .object) }
        }
    }
    private static let names: [String: String] = {
        var out: [String: String] = [:]
        for line in table.withUTF8Buffer({ String(decoding: $0, as: UTF8.self) }).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            for w in words { out[w.lowercased()] = words[0] }
        }
        return out
    }()
    private static func find(_ name: String) -> TypeRef? {
        guard let full = names[name] else { return nil }
        if name != full.lowercased() { return TypeCatalog.shared.find(full) }
        let t = TypeRef(full, base: .object)
        t.isRefused = true
        return t
    }
}
