import Glibc
import NacreSchema

extension Timestamp {
    /// The wall clock, UTC.
    public static func now() -> Timestamp {
        var t = timespec()
        clock_gettime(CLOCK_REALTIME, &t)
        return Timestamp(unixSeconds: Int64(t.tv_sec), nanoseconds: Int64(t.tv_nsec))
    }
}

/// Seconds of a clock that is never set: for waits and timeouts.
func monotonicSeconds() -> Double {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
}
