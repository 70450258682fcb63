import Testing
@testable import NacreSyntax

/// Source, and `Id line:column` of every error; `…` after the last where more text would help.
@Suite struct DiagnosticTests {
    static let table: [(String, String)] = [
        ("1 +", "ExpectedValueExpression 1:4 …"),
        ("$a =\n", "ExpectedValueExpression 1:5"),
        ("if (", "IfStatementMissingCondition 1:5 …"),
        ("if (1) {", "MissingEndCurlyBrace 1:8 …"),
        ("if ()", "IfStatementMissingCondition 1:5, MissingStatementBlock 1:5 …"),
        ("'abc", "TerminatorExpectedAtEndOfString 1:1 …"),
        ("@'x\n'@", "UnexpectedCharactersAfterHereStringHeader 1:3, TerminatorExpectedAtEndOfString 2:1 …"),
        ("<# c", "MissingTerminatorMultiLineComment 1:1 …"),
        ("a |", "EmptyPipeElement 1:4 …"),
        ("a && && b", "EmptyPipelineChainElement 1:3, UnexpectedToken 1:6"),
        ("a | 1", "ExpressionsMustBeFirstInPipeline 1:5"),
        ("1 -foo 2", "UnexpectedToken 1:3, UnexpectedToken 1:8"),
        ("a <b", "RedirectionNotSupported 1:3"),
        ("a > b > c", "StreamAlreadyRedirected 1:7"),
        ("@{a=1 b=2}", "UnexpectedToken 1:7, MissingEndCurlyBrace 1:3, UnexpectedToken 1:10"),
        ("@{a=1;A=2}", "DuplicateKeyInHashLiteral 1:7"),
        ("$a.b(1,)", "MissingExpressionAfterToken 1:8"),
        ("$a[]", "MissingArrayIndexExpression 1:4"),
        ("1 = 2", "InvalidLeftHandSide 1:1"),
        ("1++", "OperatorRequiresVariableOrProperty 1:1"),
        ("@a", "SplattingNotPermitted 1:1"),
        ("[ordered]$h", "OrderedAttributeOnlyOnHashLiteralNode 1:1"),
        ("256uy", "BadNumericConstant 1:1"),
        ("function f($a, $A) {}", "DuplicateFormalParameter 1:16"),
        ("param([int])", "InvalidFunctionParameter 1:12, MissingEndParenthesisInFunctionParameterList 1:12"),
        ("try { } finally { return 1 }", "ControlLeavingFinally 1:19"),
        ("class C { [int] m() { if (1) { return 1 } } }", "MethodHasCodePathNotReturn 1:17"),
        ("class C { m() { $zz } }", "VariableNotLocal 1:17"),
        ("class C : Nowhere { }", "TypeNotFound 1:11"),
        ("#requires -versio", "ParameterRequiresArgument 1:11"),
        ("'x'; using namespace System", "UsingMustBeAtStartOfScript 1:6"),
        ("é}", "UnexpectedToken 1:2"),
        ("😀 }", "UnexpectedToken 1:4"),
    ]

    @Test(arguments: table) func says(_ source: String, _ expected: String) {
        let result = Parser.parse(source)
        let said = result.diagnostics.map { d in
            let p = result.source.position(d.extent.start)
            return "\(d.id) \(p.line):\(p.column)"
        }.joined(separator: ", ") + (result.isIncomplete ? " …" : "")
        #expect(said == expected)
    }

    @Test func nestingTooDeepIsAnErrorAndNoCrash() {
        for (open, close) in [("(", ")"), ("@(", ")"), ("{", "}"), ("[a[", "]]"), ("-", "1"), ("$(", ")"), ("@{a=", "}"), ("if(1){", "}"), ("\"$(", ")\"")] {
            let deep = String(repeating: open, count: 10_000) + "1" + String(repeating: close, count: 10_000)
            #expect(!Parser.parse(deep).diagnostics.isEmpty, "\(open)")
        }
        #expect(Parser.parse(String(repeating: "(", count: 100) + "1" + String(repeating: ")", count: 100)).diagnostics.isEmpty)
    }

    @Test func trialsDoNotMultiply() {
        #expect(!Parser.parse(String(repeating: "[a({", count: 60)).diagnostics.isEmpty)
        #expect(Parser.parse(String(repeating: ")", count: 30_000)).diagnostics.count == 30_000)
        #expect(Parser.parse("[CmdletBinding()]\nparam($a)").tree.paramBlock?.parameters.count == 1)
    }

    @Test func aLongChainIsNoDeepNesting() {
        #expect(Parser.parse("1" + String(repeating: " + 1", count: 2000)).diagnostics.isEmpty)
        #expect(Parser.parse("1" + String(repeating: " + 1", count: 20_000)).diagnostics.map(\.id) == ["ScriptTooComplicated"])
    }
}
