import Glibc

/// Says how fast the parser is: all files, again and again, until 50 MB have been read, in seconds of processor time.
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
        var errors = 0, building = 0.0, freeing = 0.0
        // A few trees are kept at a time, so that building and freeing can be told apart.
        let batch = 16
        for _ in 0..<rounds {
            var i = 0
            while i < sources.count {
                var results: [ParseResult] = []
                results.reserveCapacity(batch)
                let start = now()
                for s in sources[i..<min(i + batch, sources.count)] { results.append(Parser.parse(s)) }
                let built = now()
                building += built - start
                for r in results { errors += r.diagnostics.count }
                results = []
                freeing += now() - built
                i += batch
            }
        }
        let megabytes = Double(rounds * total) / 1e6
        Output.standard.write("\(sources.count) files, \(tenths(megabytes)) MB: trees built in \(tenths(building * 1000)) ms, \(tenths(megabytes / building)) MB/s; freed in \(tenths(freeing * 1000)) ms; \(errors / rounds) errors\n")
        Output.standard.flush()
        return 0
    }
    private static func now() -> Double {
        var t = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t)
        return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
    }
    private static func tenths(_ d: Double) -> String {
        let n = Int((d * 10).rounded())
        return "\(n / 10).\(n % 10)"
    }
}
