import TerminalSupport
import Testing
@testable import NacreREPL

/// Every change of the line, painted, must give the screen that painting anew gives.
@Suite struct DisplayTests {
    private func view(_ start: Int = 0) -> LineView {
        LineView(prompt: PromptText("PS> ", colour: false), continuation: PromptText(">> ", colour: false), startColumn: start)
    }

    @Test(arguments: [2, 3, 7, 20])
    func paintedChangesEqualAFreshPicture(columns: Int) {
        var random = SystemRandomNumberGenerator()
        let letters: [Unicode.Scalar] = ["a", "b", "日", "\n", "\t", "é", "\u{301}", "\u{1}", " "]
        for _ in 0..<30 {
            var text: [Unicode.Scalar] = []
            var painter = Painter()
            painter.begin(column: 0)
            var screen = Screen(columns: columns, rows: 6)
            for _ in 0..<40 {
                if text.isEmpty || Int.random(in: 0..<3, using: &random) > 0 {
                    let piece = (0..<Int.random(in: 1...4, using: &random)).map { _ in letters.randomElement(using: &random)! }
                    text.insert(contentsOf: piece, at: Int.random(in: 0...text.count, using: &random))
                } else {
                    text.remove(at: Int.random(in: 0..<text.count, using: &random))
                }
                let frame = view().frame(text: text, cursor: Int.random(in: 0...text.count, using: &random), columns: columns)
                screen.feed(Array(painter.paint(frame, columns: columns, height: 6).utf8))
                var fresh = Screen(columns: columns, rows: 6)
                var anew = Painter()
                anew.begin(column: 0)
                fresh.feed(Array(anew.paint(frame, columns: columns, height: 6).utf8))
                #expect(screen.text == fresh.text)
                #expect(screen.row == fresh.row && screen.column == fresh.column)
            }
        }
    }

    @Test func promptColoursAndTitles() {
        let text = "\u{1b}]0;title\u{7}\u{1b}[1;32mPS\u{1b}[0m>\u{1b}[2J "
        let coloured = PromptText(text, colour: true)
        #expect(coloured.once == "\u{1b}]0;title\u{7}")
        #expect(coloured.pieces == [.scalar("P", style: "1;32"), .scalar("S", style: "1;32"), .scalar(">", style: ""), .scalar(" ", style: "")])
        #expect(PromptText(text, colour: false).pieces.first == .scalar("P", style: ""))
        #expect(PromptText("\u{1b}[38;5;0mx", colour: true).pieces == [.scalar("x", style: "38;5;0")])
    }

    @Test func onlyTheChangeIsSent() {
        var painter = Painter()
        painter.begin(column: 0)
        _ = painter.paint(view().frame(text: Array("echo".unicodeScalars), cursor: 4, columns: 80), columns: 80, height: 24)
        let bytes = painter.paint(view().frame(text: Array("echo!".unicodeScalars), cursor: 5, columns: 80), columns: 80, height: 24)
        #expect(bytes == "!")
    }

    @Test func undoTakesWordsTogether() {
        var log = UndoLog()
        log.begin(.init())
        var text: [Unicode.Scalar] = []
        for scalar in "ab cd".unicodeScalars {
            text.append(scalar)
            log.observe(.init(text: text, cursor: text.count))
        }
        #expect(log.undo(from: .init(text: text, cursor: 5))?.text.string == "ab")
        #expect(log.undo(from: .init(text: Array("ab".unicodeScalars), cursor: 2))?.text.string == "")
        #expect(log.undo(from: .init()) == nil)
    }
}
