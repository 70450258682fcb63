import Glibc
import NacreStore
import NacreSyntax

/// `nacre check`, `nacre doc`, `nacre replicate`.
enum Tools {
    static func run(_ name: String, _ words: [String]) -> Int32 {
        switch name {
        case "check": return CheckCommand.run(words)
        case "doc":
            do { return try DocRun(words).run() } catch let m as Options.Misuse {
                fputs(m.message + "\n\n" + DocRun.usage, stderr)
                return 64
            } catch { return 2 }
        default: return ReplicateRun.run(words)
        }
    }
}
