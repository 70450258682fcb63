import Glibc
import NacreSyntax

/// `nacre check`, `nacre doc`, `nacre replicate`.
enum Tools {
    static func run(_ name: String, _ words: [String]) -> Int32 {
        if name == "check" { return CheckCommand.run(words) }
        fputs("not supported by Nacre: nacre \(name)\n", stderr)
        return 64
    }
}
