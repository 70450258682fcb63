import Glibc
import NacreRuntime

/// `$env:X`, `$variable:x`, `$function:f`, `$alias:a`, `${/tmp/f.txt}`: an item's content as a variable.
enum BracedVariables {
    static func read(_ m: Machine, _ drive: String, _ path: String) throws -> Value {
        // The ones that scripts read all the time.
        if drive.lowercased() == "env" { return getenv(path).map { Value(String(cString: $0)) } ?? .null }
        let item = try Drives.of(m).resolve(drive + ":" + path)
        guard let flat = item.provider as? FlatProvider else {
            guard let b = FileText.bytes(item.path) else { return .null }
            let lines = FileText.lines(FileText.decode(b))
            return lines.count == 1 ? .object(lines[0]) : lines.isEmpty ? .null : .object(PSArray(lines.map { .object($0) }))
        }
        return flat.value(item.path, m) ?? .null
    }
    static func write(_ m: Machine, _ drive: String, _ path: String, _ v: Value) throws {
        let item = try Drives.of(m).resolve(drive + ":" + path)
        guard let flat = item.provider as? FlatProvider else {
            var text: [UInt8] = []
            try m.enumerate(v) { m.str($0).appendUTF8(to: &text); text.append(10) }
            if !FileText.write(text, to: item.path, append: false) { throw FileFailure.io(errno, item.path) }
            return
        }
        try flat.store(item.path, v, m)
    }
}
