import Glibc

/// Says how fast the parser is: all files, again and again, until 50 MB have been read; trees built and let go.
enum ParseTiming {
    static func run(_ files: [String]) -> Int32 {
        var sources: [Source] = [], total = 0
        for f in files {
            guard case .success(let bytes) = FileWalk.contents(f) else { continue }
            let s = bytes.withUnsafeBufferPointer { Source(fileBytes: $0, path: f) }
            sources.append(s)
            total += s.count
        }
        if total == 0 { CheckCommand.complain("check: nothing to parse"); return 2 }
        let rounds = max(1, 50_000_000 / total)
        var errors = 0
        let start = now()
        for _ in 0..<rounds { for s in sources { errors += Parser.parse(s).diagnostics.count } }
        let seconds = now() - start
        let megabytes = Double(rounds * total) / 1e6
        Output.standard.write("\(sources.count) files, \(tenths(megabytes)) MB in \(tenths(seconds * 1000)) ms: \(tenths(megabytes / seconds)) MB/s, \(errors / rounds) errors\n")
        Output.standard.flush()
        return 0
    }
    private static func now() -> Double {
        var t = timespec()
        clock_gettime(CLOCK_MONOTONIC, &t)
        return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
    }
    private static func tenths(_ d: Double) -> String {
        let n = Int((d * 10).rounded())
        return "\(n / 10).\(n % 10)"
    }
}
