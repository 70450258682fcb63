import Glibc
import NacreRuntime
import NacreSchema

/// Times and identifiers, between documents and the shell's classes for them.
struct ForeignValues {
    let m: Machine

    /// A value of documents that has no inline form in the shell.
    func make(_ v: SchemaValue) -> Value {
        switch v {
        case .guid(let text): converted(Value(text), .guid)
        case .timeSpan(let span): Value(PSTimeSpan(ticks: span.ticks))
        case .dateTime(let t):
            (try? PSDateTime(ticks: t.kind == .utc ? LocalTime.ticks(utc: t.ticks) : t.ticks, kind: .local)).map { Value($0) } ?? .null
        default: .null
        }
    }

    private func converted(_ v: Value, _ type: TypeRef) -> Value { (try? m.convert(v, to: type)) ?? v }

    /// An object of one of those classes; nil for others.
    func read(_ o: Obj) -> SchemaValue? {
        let text = m.str(.object(o)).string
        return switch o.type.code {
        case .guid: SchemaTexts.guid(text).map { .guid($0) }
        case .timeSpan: SchemaTexts.timeSpan(text).map { .timeSpan($0) }
        default: nil
        }
    }
}

/// The clock on the wall.
enum LocalTime {
    /// The .NET ticks that the local clock shows at a moment given in UTC.
    static func ticks(utc: Int64) -> Int64 {
        var seconds = time_t((utc - Timestamp.unixEpoch) / 10_000_000), parts = tm()
        guard localtime_r(&seconds, &parts) != nil else { return utc }
        return utc + Int64(parts.tm_gmtoff) * 10_000_000
    }
}
