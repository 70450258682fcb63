import Glibc
import NacreRuntime

/// `$env:X`, `$variable:x`, `$function:f`, `$alias:a`.
enum VariableDrives {
    static func read(_ m: Machine, _ drive: String, _ path: String) throws -> Value {
        switch drive.lowercased() {
        case "env": return getenv(path).map { Value(String(cString: $0)) } ?? .null
        case "variable": return m.lookup(Name(path)) ?? .null
        case "function": return m.findFunction(Name(path)).map { .object($0.block) } ?? .null
        case "alias": return m.findAlias(Name(path)).map { Value($0.definition) } ?? .null
        default: throw noDrive(drive)
        }
    }
    static func write(_ m: Machine, _ drive: String, _ path: String, _ v: Value) throws {
        switch drive.lowercased() {
        case "env":
            let text = m.str(v).string
            if text.isEmpty { unsetenv(path) } else { setenv(path, text, 1) }
        case "variable": try m.assign(Name(path), v)
        case "function":
            let block = try v.cast(ScriptBlock.self) ?? m.convert(v, to: .scriptBlock).cast(ScriptBlock.self)
            if let block { m.define(FunctionInfo(path, block: block)) }
        case "alias": m.define(AliasInfo(path, definition: m.str(v).string))
        default: throw noDrive(drive)
        }
    }
    private static func noDrive(_ d: String) -> PSError {
        PSError(.driveNotFoundException, id: "DriveNotFound", "Cannot find drive. A drive with the name '\(d)' does not exist.", category: .objectNotFound, target: Value(d))
    }
}
