import Glibc
import NacreREPL

// A shell of a few words, for the tests of the line editor.
//   echo TEXT      prints TEXT in brackets      half           prints without a line break
//   spin           runs until interrupted       sleep          sleeps until interrupted
//   ask, secret    read a line                  raw            leaves the terminal raw
//   vi, emacs      change the keys              exit [N]       leaves
//   (other)        is printed, its line breaks as "|"
// `repl-probe --ask` asks once without the loop, as a script does.
// An input is incomplete while it has more "{" than "}".

private let interrupted = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
interrupted.initialize(to: 0)

final class Probe: ReplHost {
    var repl: Repl?
    var exitRequested: Int32?
    let path: String

    init(path: String) { self.path = path }

    func isIncomplete(_ text: String) -> Bool {
        text.filter { $0 == "{" }.count > text.filter { $0 == "}" }.count
    }

    func complete(_ text: String, cursor: Int) -> Completion {
        let before = String(decoding: Array(text.utf16.prefix(cursor)), as: UTF16.self)
        let word = before.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        let names = ["Get-Alpha", "Get-Alphabet", "Get-Beta", "Set-Gamma"]
        let found = names.filter { $0.lowercased().hasPrefix(word.lowercased()) }
        return Completion(start: cursor - word.utf16.count, length: word.utf16.count,
                          candidates: found.map { .init(text: $0, toolTip: "about \($0)") })
    }

    func prompt() -> String { getenv("PROBE_COLOUR") == nil ? path : "\u{1b}[32m" + path + "\u{1b}[0m" }
    func interrupt() { interrupted.pointee = 1 }
    func close() { print("closed"); fflush(stdout) }

    func run(_ text: String) {
        interrupted.pointee = 0
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        switch words[0] {
        case "echo": print("[\(words.count > 1 ? words[1] : "")]")
        case "spin":
            print("spinning")
            fflush(stdout)
            while interrupted.pointee == 0 { usleep(1000) }
            print("stopped")
        case "sleep":
            print("sleeping")
            fflush(stdout)
            var time = timespec(tv_sec: 60, tv_nsec: 0)
            nanosleep(&time, nil)
            print("woken")
        case "ask": print("answer \(repl?.prompter.readLine(prompt: "Name: ") ?? .endOfInput)")
        case "secret": print("answer \(repl?.prompter.readMasked(prompt: "Word: ") ?? .endOfInput)")
        case "half":
            print("half ", terminator: "")
            fflush(stdout)
            if words.count > 1 { print("answer \(repl?.prompter.readLine(prompt: "> ", column: 5) ?? .endOfInput)") }
        case "raw":
            var modes = termios()
            tcgetattr(0, &modes)
            cfmakeraw(&modes)
            tcsetattr(0, TCSADRAIN, &modes)
        case "exit": exitRequested = words.count > 1 ? Int32(words[1]) ?? 1 : 0
        case "vi": repl?.setEditMode(.vi)
        case "emacs": repl?.setEditMode(.emacs)
        default: print("ran <" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "|") + ">")
        }
        fflush(stdout)
    }
}

if CommandLine.arguments.dropFirst().first == "--ask" {
    let prompter = Prompter()
    print("answer \(prompter.readLine(prompt: "Name: "))")
    print("answer \(prompter.readMasked(prompt: "Word: "))")
    exit(0)
}
let probe = Probe(path: CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "P> ")
let repl = Repl(host: probe)
probe.repl = repl
exit(repl.run())
