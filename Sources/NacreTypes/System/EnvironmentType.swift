import NacreRuntime

/// `System.Environment` and `OperatingSystem`.
enum EnvironmentType {
    private static func read(_ name: String) -> Value { getenv(name).map { Value(String(cString: $0)) } ?? .null }

    static func declare(_ t: TypeBuilder) {
        t.staticProperty("string NewLine") { _, _ in Value("\n") }
        t.staticProperty("string MachineName") { _, _ in Value(uname("nodename").split(separator: ".").first.map(String.init) ?? "") }
        t.staticProperty("string UserName") { _, _ in Value(userName) }
        t.staticProperty("string UserDomainName") { _, _ in Value(uname("nodename").split(separator: ".").first.map(String.init) ?? "") }
        t.staticProperty("int ProcessId") { _, _ in .int(getpid()) }
        t.staticProperty("int ProcessorCount") { _, _ in .int(Int32(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))) }
        t.staticProperty("int CurrentManagedThreadId") { _, _ in .int(1) }
        t.staticProperty("string CurrentDirectory", get: { _, _ in Value(FileSystem.currentDirectory) }, set: { m, _, v in
            if chdir(m.str(v).string) != 0 { throw FileSystem.error(errno, m.str(v).string) }
        })
        t.staticProperty("string CommandLine") { _, _ in Value(CommandLine.arguments.joined(separator: " ")) }
        t.staticProperty("string ProcessPath") { _, _ in Value(FileSystem.link("/proc/self/exe") ?? "") }
        t.staticProperty("string SystemDirectory") { _, _ in Value("") }
        t.staticProperty("bool Is64BitOperatingSystem") { _, _ in .bool(true) }
        t.staticProperty("bool Is64BitProcess") { _, _ in .bool(true) }
        t.staticProperty("bool UserInteractive") { _, _ in .bool(true) }
        t.staticProperty("bool HasShutdownStarted") { _, _ in .bool(false) }
        t.staticProperty("int TickCount") { _, _ in .int(Int32(truncatingIfNeeded: StopwatchType.now / 1_000_000)) }
        t.staticProperty("long TickCount64") { _, _ in .long(Int64(StopwatchType.now / 1_000_000)) }
        t.staticProperty("int SystemPageSize") { _, _ in .int(Int32(sysconf(Int32(_SC_PAGESIZE)))) }
        t.staticProperty("long WorkingSet") { _, _ in .long(0) }
        t.staticProperty("int ExitCode") { _, _ in .int(0) }
        t.staticProperty("version Version") { _, _ in Value(try PSVersion(major: 10, minor: 0, build: 0)) }
        t.staticProperty("System.OperatingSystem OSVersion") { _, _ in .object(Native(operatingSystem)) }
        t.staticProperty("string StackTrace") { _, _ in Value("") }
        t.staticMethod("string GetEnvironmentVariable(string variable)") { _, _, a in read(a.text(0)) }
        t.staticMethod("string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)") { _, _, a in a.option(1) == 0 ? read(a.text(0)) : .null }
        t.staticMethod("System.Collections.IDictionary GetEnvironmentVariables()") { _, _, _ in
            let all = Table(rule: .exact)
            var p = environ
            while let e = p.pointee {
                let s = String(cString: e)
                if let eq = s.firstIndex(of: "=") { all.set(Value(String(s[..<eq])), Value(String(s[s.index(after: eq)...]))) }
                p += 1
            }
            return .object(all)
        }
        func set(_ a: Args) throws -> Value {
            let name = a.text(0)
            if name.isEmpty { throw NetException.argument("Value cannot be an empty string.", "variable") }
            if name.contains("=") { throw NetException.argument("Environment variable name cannot contain equal character.", "variable") }
            if a.isNull(1) || a.str(1).count == 0 { unsetenv(name) } else { setenv(name, a.text(1), 1) }
            return .void
        }
        t.staticMethod("void SetEnvironmentVariable(string variable, string value)") { _, _, a in try set(a) }
        t.staticMethod("void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)") { _, _, a in a.option(2) == 0 ? try set(a) : .void }
        t.staticMethod("string ExpandEnvironmentVariables(string name)") { _, _, a in
            let parts = a.text(0).split(separator: "%", omittingEmptySubsequences: false).map(String.init)
            var out = "", i = 0
            while i < parts.count {
                out += parts[i]
                if i + 2 < parts.count, let v = getenv(parts[i + 1]) { out += String(cString: v); i += 2 } else { if i + 1 < parts.count { out += "%" }; i += 1 }
            }
            return Value(out)
        }
        t.staticMethod("string GetFolderPath(System.Environment+SpecialFolder folder)") { _, _, a in Value(folder(a.option(0))) }
        t.staticMethod("string[] GetCommandLineArgs()") { _, _, _ in .strings(CommandLine.arguments) }
        t.staticMethod("string[] GetLogicalDrives()") { _, _, _ in .strings(["/"]) }
        t.staticMethod("void Exit(int exitCode)") { m, _, a in m.session.host.flush(); exit(Int32(truncatingIfNeeded: a.int(0))) }
    }
    private static func folder(_ n: Int64) -> String {
        let home = getenv("HOME").map { String(cString: $0) } ?? "/"
        switch n {
        case 40, 5: return home
        case 0, 16: return home + "/Desktop"
        case 26: return getenv("XDG_CONFIG_HOME").map { String(cString: $0) } ?? home + "/.config"
        case 28: return getenv("XDG_DATA_HOME").map { String(cString: $0) } ?? home + "/.local/share"
        case 35: return "/usr/share"
        case 13: return home + "/Music"
        case 14: return home + "/Videos"
        case 39: return home + "/Pictures"
        default: return ""
        }
    }
    static var userName: String { getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? read("USER").str?.string ?? "" }
    static func uname(_ part: String) -> String {
        var u = utsname()
        Glibc.uname(&u)
        func text<T>(_ field: T) -> String { withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) } }
        switch part {
        case "nodename": return text(u.nodename)
        case "release": return text(u.release)
        case "sysname": return text(u.sysname)
        default: return text(u.version)
        }
    }

    static let operatingSystem = TypeRef("System.OperatingSystem", base: .object)
    static func register(in c: TypeCatalog) {
        c.register(operatingSystem)
        operatingSystem.declare(in: c) { t in
            t.property("System.PlatformID Platform") { m, _ in m.enumValue("System.PlatformID", 4) }
            t.property("string ServicePack") { _, _ in Value("") }
            t.property("version Version") { _, _ in
                let n = uname("release").split { !$0.isNumber }.prefix(4).compactMap { Int32($0) }
                return Value(try PSVersion(major: n.first ?? 0, minor: n.count > 1 ? n[1] : 0, build: n.count > 2 ? n[2] : nil, revision: n.count > 3 ? n[3] : nil))
            }
            t.property("string VersionString") { _, _ in Value("Unix " + uname("release").prefix { $0.isNumber || $0 == "." }) }
            t.method("string ToString()") { _, _, _ in Value("Unix " + uname("release").prefix { $0.isNumber || $0 == "." }) }
            for (n, b) in [("IsLinux", true), ("IsWindows", false), ("IsMacOS", false)] { t.staticMethod("bool \(n)()") { _, _, _ in .bool(b) } }
        }
        c.register("System.Runtime.InteropServices.RuntimeInformation") {
            let t = TypeRef("System.Runtime.InteropServices.RuntimeInformation", base: .object)
            t.declare(in: c) { t in
                t.staticProperty("string OSDescription") { _, _ in Value(osName) }
                t.staticProperty("string OSArchitecture") { _, _ in Value("X64") }
                t.staticProperty("string ProcessArchitecture") { _, _ in Value("X64") }
                t.staticProperty("string FrameworkDescription") { _, _ in Value("Nacre") }
                t.staticProperty("string RuntimeIdentifier") { _, _ in Value("linux-x64") }
            }
            return t
        }
    }
    private static var osName: String {
        guard let text = try? FileSystem.readText("/etc/os-release") else { return uname("sysname") + " " + uname("release") }
        for line in text.split(separator: "\n") where line.hasPrefix("PRETTY_NAME=") { return line.dropFirst(12).trimmingPrefix("\"").split(separator: "\"").first.map(String.init) ?? "Linux" }
        return "Linux"
    }
}
