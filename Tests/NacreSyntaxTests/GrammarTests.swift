import Foundation
import Testing
@testable import NacreSyntax

@Suite struct GrammarTests {
    static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("grammar/powershell.ebnf")
    /// What the grammar's head says the grammar cannot say.
    static let meanings: Set<String> = ["DuplicateKeyInHashLiteral", "DuplicateScriptCommandClause", "DuplicateNamedArgument", "InvalidLeftHandSide", "OperatorRequiresVariableOrProperty", "ControlLeavingFinally",
                                        "VariableNotLocal", "OrderedAttributeOnlyOnHashLiteralNode", "TypeNotFound"]

    @Test func everyNameHasAProduction() throws {
        let grammar = Grammar(try String(contentsOf: Self.file, encoding: .utf8))
        #expect(grammar.order.count > 80)
        func names(_ n: Grammar.Node) -> [String] {
            switch n {
            case .name(let s): [s]
            case .optional(let n), .many(let n): names(n)
            case .sequence(let all), .choice(let all): all.flatMap(names)
            default: []
            }
        }
        let used = Set(grammar.productions.values.flatMap(names))
        #expect(used.subtracting(grammar.order).subtracting(["NL"]).isEmpty)
        #expect(Set(grammar.order).subtracting(used) == ["script"])
    }

    @Test func sentencesParse() throws {
        let grammar = Grammar(try String(contentsOf: Self.file, encoding: .utf8))
        var sentences = Sentences(grammar, seed: 4)
        for _ in 0..<2000 {
            let s = sentences.sentence()
            let bad = Parser.parse(s).diagnostics.filter { !Self.meanings.contains($0.id) }
            #expect(bad.isEmpty, "\(s)\n\(bad)")
            if !bad.isEmpty { break }
        }
    }
}
