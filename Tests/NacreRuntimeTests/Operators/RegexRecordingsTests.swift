import ShellSupport
import Testing
import NacreSyntax
@testable import NacreRuntime

/// `-match`, `-replace` and `-split` of literal texts, as recorded from the real program.
@Suite struct RegexRecordingsTests {
    private let operators: [String: BinaryOperator] = [
        "-match": .imatch, "-cmatch": .cmatch, "-notmatch": .inotMatch, "-replace": .ireplace, "-creplace": .creplace, "-split": .isplit, "-csplit": .csplit]

    @Test func recordedExpressions() {
        let shell = TestSession()
        var asked = 0, wrong: [String] = []
        for (expression, answer) in Recordings.pairs("formats") {
            guard let (left, rest) = Recordings.quoted(expression[...]), rest.first == " " else { continue }
            let words = rest.dropFirst().split(separator: " ", maxSplits: 1)
            guard words.count == 2, let op = operators[String(words[0])], let (pattern, tail) = Recordings.quoted(words[1]) else { continue }
            var right = Value(pattern)
            if tail.hasPrefix(", ") {
                let more = tail.dropFirst(2)
                if let (text, end) = Recordings.quoted(more), end.isEmpty { right = a(right, Value(text)) }
                else if let n = Int32(more) { right = a(right, .int(n)) } else { continue }
            } else if !tail.isEmpty { continue }
            asked += 1
            let got = shell.show { try $0.binary(op, Value(left), right) }
            if got != answer { wrong.append("\(expression)\n   expected \(answer)\n   got      \(got)") }
        }
        #expect(asked == 0 || asked > 400, "only \(asked) were understood")
        #expect(wrong.isEmpty, "\(wrong.count) of \(asked):\n\(wrong.prefix(40).joined(separator: "\n"))")
    }
}
