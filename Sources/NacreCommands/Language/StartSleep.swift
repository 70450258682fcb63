import NacreRuntime

/// `Start-Sleep`: in short steps, so that Ctrl-C ends it at once.
final class StartSleepCommand: Cmdlet {
    override func process() throws {
        var seconds = 0.0
        if case .double(let s)? = arg("Seconds") { seconds = s } else if let ms = int("Milliseconds") { seconds = Double(ms) / 1000 }
        else if let d = arg("Duration"), case .double(let s)? = try? m.member(d, Name("TotalSeconds")) { seconds = s }
        session.host.flush()
        let end = monotonic() + seconds
        while true {
            try m.pollInterrupt()
            let left = end - monotonic()
            if left <= 0 { return }
            var t = timespec()
            let step = min(left, 0.05)
            t.tv_nsec = Int(step * 1e9)
            nanosleep(&t, nil)
        }
    }
    private func monotonic() -> Double {
        var t = timespec()
        clock_gettime(CLOCK_MONOTONIC, &t)
        return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
    }
}
