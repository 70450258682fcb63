import NacreRuntime
import NacreSyntax

/// A script's arguments as a command line gives them: `-Name`, `-Name:value` and plain words.
enum CommandLineWords {
    static func arguments(_ words: [String]) -> [Argument] {
        words.map { word in
            guard word.count > 1, let dash = word.unicodeScalars.first, "-\u{2013}\u{2014}\u{2015}".unicodeScalars.contains(dash), let next = word.dropFirst().first, next.isLetter || next == "_" || next == "?" else {
                return Argument(value: Value(word), extent: Extent(0, 0))
            }
            let name = word.dropFirst()
            if let colon = name.firstIndex(of: ":") {
                let text = String(name[name.index(after: colon)...])
                let value: Value = switch text.lowercased() {
                case "$true": .bool(true)
                case "$false": .bool(false)
                default: Value(text)
                }
                return Argument(parameter: String(name[..<colon]), value: value, extent: Extent(0, 0))
            }
            return Argument(parameter: String(name), value: .undef, extent: Extent(0, 0))
        }
    }
}
