/// What the command line asks for.
struct Options {
    enum Mode {
        /// `-Command` and all words after it, joined.
        case command(String)
        /// `-File` and the script's arguments.
        case file(String, [String])
        /// `-Command -` : commands from standard input, one after the other.
        case commandInput
        /// `-File -` : as typed at a prompt.
        case promptInput
        /// No script: the prompt at a terminal, else standard input run as a script.
        case interactive
        case version, help
        /// `nacre check …`, `nacre doc …`, `nacre replicate …`
        case tool(String, [String])
    }
    var mode = Mode.interactive
    var noProfile = false, nonInteractive = false, noExit = false
    var workingDirectory: String?
    var store: String?
    var computer: String?

    /// A command line that cannot be understood: the message for standard error; the usage follows on standard output.
    struct Misuse: Error { let message: String }

    static let tools = ["check", "doc", "replicate"]

    init(_ words: [String]) throws {
        if let first = words.first, Options.tools.contains(first) { mode = .tool(first, Array(words.dropFirst())); return }
        var i = 0
        func value(_ switchName: String, _ missing: String) throws -> String {
            i += 1
            guard i < words.count else { throw Misuse(message: missing) }
            return words[i]
        }
        while i < words.count {
            let word = words[i]
            guard let name = Options.switchName(word) else {
                mode = .file(word, Array(words[(i + 1)...]))
                return
            }
            switch name {
            case "command":
                guard i + 1 < words.count else { throw Misuse(message: "Cannot process the command because of a missing parameter. A command must follow -Command.") }
                if words[i + 1] == "-" {
                    guard i + 2 == words.count else { throw Misuse(message: "'-' was specified with the -Command parameter; no other arguments to -Command are permitted.") }
                    mode = .commandInput
                } else { mode = .command(words[(i + 1)...].joined(separator: " ")) }
                return
            case "file":
                let path = try value("File", "The -File parameter requires a file path argument.")
                if path == "-" {
                    if i + 1 < words.count { throw Options.notAScript(words[i + 1]) }
                    mode = .promptInput
                } else { mode = .file(path, Array(words[(i + 1)...])) }
                return
            case "encodedcommand":
                let text = try value("EncodedCommand", "Cannot process the command because of a missing parameter. A command must follow -EncodedCommand.")
                guard let decoded = Options.decode(text) else { throw Misuse(message: "Cannot process the command because the value specified with -EncodedCommand is not properly encoded. The value must be Base64 encoded.") }
                mode = .command(decoded)
                return
            case "version": mode = .version; return
            case "help": mode = .help; return
            case "noprofile": noProfile = true
            case "noninteractive": nonInteractive = true
            case "noexit": noExit = true
            case "nologo", "login", "interactive", "mta", "sta", "noprofileloadtime": break
            case "workingdirectory": workingDirectory = try value("WorkingDirectory", "Cannot process the command because of a missing parameter. A directory path must follow -WorkingDirectory.")
            case "executionpolicy", "configurationname", "custompipename", "settingsfile", "configurationfile", "windowstyle", "inputformat": _ = try value(name, "Cannot process the command because -\(word) requires an argument.")
            case "outputformat":
                let f = try value(name, "Cannot process the command because -OutputFormat requires an argument.")
                guard ["text", "xml", "none"].contains(f.lowercased()) else {
                    throw Misuse(message: "Cannot process the command because of an incorrect parameter value. \"\(f)\" is not a valid format.\nValid formats are:\nText\nXML\nNone\n")
                }
                if f.lowercased() == "xml" { throw Misuse(message: "not supported by Nacre: -OutputFormat XML") }
            case "store": store = try value(name, "-Store needs the path of a store.")
            case "computername": computer = try value(name, "-ComputerName needs the name of a computer of the topology.")
            default: throw Options.notAScript(word)
            }
            i += 1
        }
    }

    private static func notAScript(_ word: String) -> Misuse {
        Misuse(message: "The argument '\(word)' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.")
    }
    static func missingScript(_ word: String) -> Misuse { notAScript(word) }

    /// The full name of a switch, of which the shortest prefix that PowerShell takes is the second of each pair.
    private static func switchName(_ word: String) -> String? {
        var name = word
        if name.hasPrefix("--") { name.removeFirst(2) } else if name.hasPrefix("-") { name.removeFirst() } else if name.hasPrefix("/"), name.count < 24, !name.dropFirst().contains("/") { return slash(name) } else { return nil }
        if name.isEmpty || name == "?" { return "help" }
        name = name.lowercased()
        return full(name) ?? name
    }
    private static func slash(_ word: String) -> String? { full(String(word.dropFirst()).lowercased()) }
    private static func full(_ name: String) -> String? {
        switch name {
        case "e", "ec": return "encodedcommand"
        case "ep", "ex": return "executionpolicy"
        case "o", "of": return "outputformat"
        case "if": return "inputformat"
        case "wd": return "workingdirectory"
        case "h": return "help"
        case "v": return "version"
        default: break
        }
        let all: [(String, String)] = [("version", "v"), ("help", "h"), ("login", "l"), ("noexit", "noe"), ("nologo", "nol"), ("noprofile", "nop"), ("noninteractive", "noni"), ("noprofileloadtime", "noprofileloadtime"),
            ("interactive", "i"), ("command", "c"), ("file", "f"), ("executionpolicy", "ex"), ("encodedcommand", "e"), ("outputformat", "o"), ("inputformat", "inp"), ("windowstyle", "w"),
            ("workingdirectory", "wo"), ("configurationname", "config"), ("configurationfile", "configurationfile"), ("custompipename", "cus"), ("settingsfile", "settings"), ("sta", "sta"), ("mta", "mta"),
            ("store", "store"), ("computername", "computername")]
        return all.first { $0.0.hasPrefix(name) && name.count >= $0.1.count }?.0
    }

    /// Base64 of UTF-16, little end first.
    private static func decode(_ text: String) -> String? {
        var bits: UInt32 = 0, n = 0, bytes: [UInt8] = [], padding = 0
        for c in text.utf8 {
            let v: UInt32
            switch c {
            case 65...90: v = UInt32(c) - 65
            case 97...122: v = UInt32(c) - 71
            case 48...57: v = UInt32(c) + 4
            case 43: v = 62
            case 47: v = 63
            case 61: padding += 1; continue
            case 32, 10, 13, 9: continue
            default: return nil
            }
            if padding > 0 { return nil }
            bits = bits << 6 | v
            n += 6
            if n >= 8 { n -= 8; bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(n))) }
        }
        guard padding <= 2, bytes.count % 2 == 0 else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
        return String(decoding: units, as: UTF16.self)
    }
}
