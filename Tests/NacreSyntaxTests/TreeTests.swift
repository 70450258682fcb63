import Testing
@testable import NacreSyntax

/// Source, and the tree it makes.
@Suite struct TreeTests {
    static let table: [(String, String)] = [
        // Commands
        ("Get-Thing -Name a,b -Force", "cmd(Get-Thing -Name [a, b] -Force)"),
        ("f -x:1 -y: 2 -a.b", "cmd(f -x:int(1) -y:int(2) -a .b)"),
        ("echo 1kb 0x1F a'b c'd \"x$y\"", "cmd(echo int(1024) int(31) ab cd \"x{$y}\")"),
        ("echo $a.b $a.b() $a[0] $a-b x$y", "cmd(echo $a.b $a.b() $a[int(0)] \"{$a}-b\" \"x{$y}\")"),
        ("echo -- -x", "cmd(echo -- -x)"),
        ("echo --% a | b", "cmd(echo --% a ) | cmd(b)"),
        ("& $c @args 2>&1 >> log", "cmd($c @args) error>&output output>>log"),
        ("echo `\n  b", "cmd(echo b)"),
        ("a |\n b\n| c", "cmd(a) | cmd(b) | cmd(c)"),
        ("a && b || c", "cmd(a) && cmd(b) || cmd(c)"),
        ("sleep 1 &", "cmd(sleep int(1)) &"),
        // Expressions
        ("1 + 2 * 3 .. 4", "(int(1) add (int(2) multiply (int(3) range int(4))))"),
        ("$a -eq 1 -and !$b", "(($a ieq int(1)) and not($b))"),
        ("1,2 -join ','", "([int(1), int(2)] join ',')"),
        ("-not $a -is [int]", "(not($a) is [int])"),
        ("[int]$x = '5'", "[int]$x equals '5'"),
        ("$a ? 1 : 2", "($a ? int(1) : int(2))"),
        ("$a ?? $b", "($a coalesce $b)"),
        ("${a}?.b?[0]", "$a?.b?[int(0)]"),
        ("[math]::Max(1, 2).ToString('x')", "[math]::Max(int(1), int(2)).ToString('x')"),
        ("$x.Where{$_}", "$x.Where({$_})"),
        ("$i++; --$j", "postIncrement($i); preDecrement($j)"),
        ("@{a=1; 'b'=2\n c=@(3)}", "@{a=int(1); 'b'=int(2); c=@(int(3))}"),
        ("$using:x", "using:$x"),
        ("–1 — 2", "(int(-1) subtract int(2))"),
        ("[System.Collections.Generic.Dictionary[string,int[]]]", "[System.Collections.Generic.Dictionary[string,int[]]]"),
        // Strings
        ("'it''s'", "'it's'"),
        ("\"a`tb`u{41}$x.y ${z w} $(1 + 1)\"", "\"a\tbA{$x}.y {$z w} {$((int(1) add int(1)))}\""),
        ("\"$(\"in $(2)\")\"", "\"{$(\"in {$(int(2))}\")}\""),
        ("@'\na\n  b\n'@", "'a\n  b'"),
        ("@\"\n$a\n\"@", "\"{$a}\""),
        ("“a” + ‘b’", "('a' add 'b')"),
        // Statements
        ("function f { 1 } filter g { 2 }", "function f {int(1)}; function g {int(2)}"),
        ("$x = if ($a) { 1 }", "$x equals IfStatementAst"),
        (":l foreach ($i in 1..3) { break l }", "ForEachStatementAst"),
    ]

    @Test(arguments: table) func makes(_ source: String, _ expected: String) {
        #expect(sketch(Parser.parse(source).tree) == expected)
    }

    static let numbers: [(String, String)] = [
        ("2147483648", "long(2147483648)"), ("9223372036854775808", "decimal(coefficient: 9223372036854775808, scale: 0, negative: false)"),
        ("0xFFFFFFFF", "int(-1)"), ("0xFFFFFFFFL", "long(4294967295)"), ("0xFFy", "sbyte(-1)"), ("0b11111111", "int(-1)"),
        ("-0x80000000", "long(2147483648)"), ("1.50d", "decimal(coefficient: 150, scale: 2, negative: false)"), ("1.5kb", "double(1536.0)"),
        ("1e3", "double(1000.0)"), ("7n", "big(\"7\")"), ("5u", "uint(5)"), ("2gb", "long(2147483648)"), ("1uskb", "ushort(1024)"),
    ]
    @Test(arguments: numbers) func numbersHaveTheirTypes(_ source: String, _ expected: String) {
        #expect(sketch(Parser.parse("\(source)").tree) == expected)
    }

    @Test func tokensAreForHighlighting() {
        let s = Source("if ($a) { Get-X -Name 'b' } # c")
        let found = Parser.tokens(s).map { "\($0.kind):\(s.text($0.extent))" }
        #expect(found == ["keyword:if", "bracket:(", "variable:$a", "bracket:)", "bracket:{", "command:Get-X", "parameter:-Name", "string:'b'", "bracket:}", "comment:# c"])
    }
}
