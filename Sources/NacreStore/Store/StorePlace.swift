import Glibc

/// Where the store is, when nobody says so on the command line.
public enum StorePlace {
    /// `NACRE_STORE`; else `$XDG_DATA_HOME/nacre/store.db`; else `~/.local/share/nacre/store.db` (XDG Base Directory Specification 0.8: a relative
    /// `XDG_DATA_HOME` is ignored).
    public static func standard() -> String {
        if let path = variable("NACRE_STORE") { return path }
        if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/nacre/store.db" }
        return home() + "/.local/share/nacre/store.db"
    }

    /// Where the local store of a replica lies: beside the central file, in `NAME.replicas/`.
    static func localStore(of fqdn: String, beside central: String) -> String {
        central + ".replicas/" + fileName(fqdn) + ".db"
    }

    /// Lower case; whatever could mean something in a path becomes `%xx`.
    private static func fileName(_ fqdn: String) -> String {
        var out = ""
        for (i, byte) in fqdn.lowercased().utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                out.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: ".") where i > 0: out += "."
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return out
    }

    private static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    private static func home() -> String {
        if let home = variable("HOME") { return home }
        guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return "/" }
        return String(cString: home)
    }
}
