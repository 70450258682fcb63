/// A moment: .NET ticks (100 ns since 0001-01-01T00:00) and what they count in.
public struct Timestamp: Equatable, Hashable, Comparable, Sendable {
    public enum Kind: Int, Sendable { case unspecified = 0, utc = 1, local = 2 }
    public var ticks: Int64
    public var kind: Kind

    public init(ticks: Int64, kind: Kind = .utc) { self.ticks = ticks; self.kind = kind }
    /// UTC; seconds since 1970 and nanoseconds into that second.
    public init(unixSeconds: Int64, nanoseconds: Int64 = 0) {
        self.init(ticks: Timestamp.unixEpoch &+ unixSeconds &* 10_000_000 &+ nanoseconds / 100)
    }

    /// Ticks of 1970-01-01T00:00Z.
    public static let unixEpoch: Int64 = 621_355_968_000_000_000
    /// Seconds since 1970, fraction included; meant for UTC.
    public var unixSeconds: Double { Double(ticks - Timestamp.unixEpoch) / 10_000_000 }

    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.ticks < b.ticks }
    public static func + (a: Timestamp, b: Duration100ns) -> Timestamp { Timestamp(ticks: a.ticks &+ b.ticks, kind: a.kind) }
    public static func - (a: Timestamp, b: Timestamp) -> Duration100ns { Duration100ns(ticks: a.ticks &- b.ticks) }
}

/// A stretch of time in ticks of 100 ns, as .NET's TimeSpan counts it.
public struct Duration100ns: Equatable, Hashable, Comparable, Sendable {
    public var ticks: Int64
    public init(ticks: Int64) { self.ticks = ticks }
    public static func seconds(_ s: Double) -> Duration100ns { Duration100ns(ticks: Int64(s * 10_000_000)) }
    public var seconds: Double { Double(ticks) / 10_000_000 }
    public static func < (a: Duration100ns, b: Duration100ns) -> Bool { a.ticks < b.ticks }
}
