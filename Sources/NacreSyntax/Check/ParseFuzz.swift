import Glibc

/// Parses mutations of scripts: `nacre check --fuzz COUNT [--seed N] PATH…`. A crash or a hang (10 s) leaves the input in `fuzz-input.ps1`.
enum ParseFuzz {
    static func run(_ files: [String], count: Int, seed: UInt64) -> Int32 {
        var corpus: [[UInt8]] = []
        for f in files { if case .success(let b) = FileWalk.contents(f), b.count < 20_000 { corpus.append(b) } }
        if corpus.isEmpty { CheckCommand.complain("check: nothing to mutate"); return 2 }
        guard let record = InputRecord() else { CheckCommand.complain("check: cannot write fuzz-input.ps1"); return 2 }
        var random = SplitMix(state: seed)
        var errors = 0
        for i in 0..<count {
            let input = mutate(corpus, &random)
            record.keep(input)
            alarm(10)
            let result = input.withUnsafeBufferPointer { Parser.parse(Source(utf8: $0)) }
            errors += result.diagnostics.count
            for d in result.diagnostics { _ = result.source.position(d.extent.start) }
            if i % 16 == 0 { errors += Parser.tokens(result.source).count & 0 }
            if (i + 1) % 100_000 == 0 {
                Output.standard.write("\(i + 1) inputs, \(errors) errors found in them\n")
                Output.standard.flush()
            }
        }
        alarm(0)
        record.remove()
        Output.standard.write("\(count) inputs from \(corpus.count) files, seed \(seed): no crash, no hang\n")
        Output.standard.flush()
        return 0
    }

    private static let snippets: [StaticString] = [
        "(", ")", "{", "}", "[", "]", "@(", "@{", "$(", "\"", "'", "@'\n", "\n'@", "@\"\n", "\n\"@", "`", "$", "${", "|", "||", "&&", "&", ";", ",", ".", "..",
        "::", "?.", "?[", "?", ":", "=", "+=", "??=", "-", "--", "--%", "-eq ", "-f", "++", "!", "<", ">", "2>&1", "<#", "#>", "#", "#requires -version 7\n",
        "\n", "\r", " ", "\t", "0x", "1e", "1kb", "5uy", "class C {", "enum E {", "function f", "param(", "if (", "switch (", "foreach ($x in ", "do {", "try {",
        "catch", "finally", "trap", "data", "using namespace ", "[int]", "[a[b,c]]", "[Parameter(", "`u{", "é", "–", "“", "\0", "begin {", "$x", "@x", "static ",
    ]

    private static func mutate(_ corpus: [[UInt8]], _ random: inout SplitMix) -> [UInt8] {
        var input = corpus[random.below(corpus.count)]
        for _ in 0...random.below(6) {
            let at = random.below(input.count + 1)
            switch random.below(8) {
            case 0: input.removeSubrange(at..<min(input.count, at + 1 + random.below(8)))
            case 1:
                let length = min(random.below(30), input.count - at)
                let piece = Array(input[at..<(at + length)])
                input.insert(contentsOf: piece, at: random.below(input.count + 1))
            case 2: input.insert(UInt8(truncatingIfNeeded: random.below(256)), at: at)
            case 3: input.removeSubrange(at...)
            case 4:
                let other = corpus[random.below(corpus.count)]
                let from = random.below(other.count + 1)
                input.insert(contentsOf: other[from..<min(other.count, from + random.below(60))], at: at)
            case 5:
                let s = snippets[random.below(snippets.count)]
                for _ in 0...(random.below(40) == 0 ? 2000 : 0) { input.insert(contentsOf: UnsafeBufferPointer(start: s.utf8Start, count: s.utf8CodeUnitCount), at: min(at, input.count)) }
            default:
                let s = snippets[random.below(snippets.count)]
                input.insert(contentsOf: UnsafeBufferPointer(start: s.utf8Start, count: s.utf8CodeUnitCount), at: at)
            }
        }
        return input
    }

    private struct SplitMix {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        mutating func below(_ n: Int) -> Int { n <= 0 ? 0 : Int(next() % UInt64(n)) }
    }

    /// A file mapped into memory that holds the input being parsed, so that it survives a crash.
    private struct InputRecord {
        private static let size = 1 << 20
        private let memory: UnsafeMutableRawPointer
        init?() {
            let fd = open("fuzz-input.ps1", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard fd >= 0, ftruncate(fd, off_t(InputRecord.size)) == 0 else { return nil }
            defer { close(fd) }
            guard let m = mmap(nil, InputRecord.size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0), m != MAP_FAILED else { return nil }
            memory = m
        }
        func keep(_ input: [UInt8]) {
            let n = min(input.count, InputRecord.size - 1)
            input.withUnsafeBytes { if let b = $0.baseAddress { memory.copyMemory(from: b, byteCount: n) } }
            memory.storeBytes(of: 0, toByteOffset: n, as: UInt8.self)
        }
        func remove() { unlink("fuzz-input.ps1") }
    }
}
