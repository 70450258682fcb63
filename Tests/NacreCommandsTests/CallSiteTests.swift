import Testing
import Nacre
import NacreRuntime

/// A place in a script that runs often takes short ways after its first time: they must show what the long way shows.
@Suite struct CallSiteTests {
    @Test func namedArguments() {
        let f = "function f { param([int]$n, [string]$s = 'd', [switch]$q) \"$n $s $q\" }; "
        #expect(run(f + "1..3 | ForEach-Object { f -n $_ -q }") == "1 d True\n2 d True\n3 d True\n")
        #expect(run(f + "foreach ($x in '7', 8) { f -s $x -n $x }") == "7 7 False\n8 8 False\n")
        #expect(run(f + "foreach ($x in 1, 2) { f -n $x; $PSDefaultParameterValues['f:s'] = 'e' }") == "1 d False\n2 d False\n")
    }
    @Test func advancedFunctions() {
        let f = "function f { [CmdletBinding()] param([Parameter(Mandatory)][string]$Name, [ValidateSet('a', 'b')]$Kind = 'a') begin { 'b' } process { \"$Name$Kind\" } end { $PSBoundParameters.Count } }; "
        #expect(run(f + "foreach ($k in 'a', 'B') { f -Name x -Kind $k }") == "b\nxa\n2\nb\nxB\n2\n")
        #expect(run(f + "$PSDefaultParameterValues['f:Kind'] = 'b'; foreach ($n in 1, 2) { f -Name $n }") == "b\n1b\n2\nb\n2b\n2\n")
        // What is refused is refused as ever.
        #expect(run(f + "foreach ($k in 'a', 'c') { try { f -Name x -Kind $k } catch { $_.FullyQualifiedErrorId } }") == "b\nxa\n2\nParameterArgumentValidationError,f\n")
        #expect(run(f + "foreach ($n in 'x', '') { try { f -Name $n } catch { $_.FullyQualifiedErrorId } }") == "b\nxa\n1\nParameterArgumentValidationErrorEmptyStringNotAllowed,f\n")
    }
    @Test func functionsReplacedAndErrors() {
        #expect(run("function f { param($a) 1 }; foreach ($i in 1..2) { f -a 1; function f { param($a) 2 } }") == "1\n2\n")
        #expect(run("function f { [CmdletBinding()] param($a) Write-Error x -ErrorAction SilentlyContinue; $a }; foreach ($i in 1, 2) { f -a $i; $? }") == "1\nTrue\n2\nTrue\n")
        #expect(run("function f($n) { if ($n -gt 0) { f -n ($n - 1); $n } }; f -n 3") == "1\n2\n3\n")
    }
    @Test func blocks() {
        #expect(run("$k = 3; $b = { param($x) $x + $k }; $c = $b.GetNewClosure(); $k = 10; foreach ($f in $b, $c) { & $f 1 }") == "11\n4\n")
        #expect(run("foreach ($c in { 'block' }, 'Write-Output') { & $c 5 }") == "block\n5\n")
    }
    @Test func methodsOfEachType() {
        #expect(run("foreach ($x in 'ab', 'c', 12, [char]'x') { $x.ToString().Length }") == "2\n1\n2\n1\n")
        #expect(run("foreach ($x in 'a,b', 'c') { $x.Split(','); $x.Replace('c', 'd') }") == "a\nb\na,b\nc\nd\n")
        #expect(run("foreach ($a in 1, 2.5, '3') { [math]::Max($a, 2) }") == "2\n2.5\n3\n")
        #expect(run("$s = 'x'; foreach ($i in 1, 2) { try { $s.Foo() } catch { 'none' }; Update-TypeData -TypeName System.String -MemberType ScriptMethod -MemberName Foo -Value { 'foo' } -Force }") == "none\nfoo\n")
    }
    @Test func classes() {
        let c = "class A { [int]$n; [string]$s = 'i'; A([int]$n) { $this.n = $n }; [A] Add([int]$k) { $this.n += $k; return $this }; [string] Name() { return 'A' } }; class B : A { B($n) : base($n + 1) {}; [string] Name() { return 'B' } }; "
        #expect(run(c + "foreach ($i in 1, '2') { [A]::new($i).Add(5).n }") == "6\n7\n")
        #expect(run(c + "foreach ($o in [A]::new(1), [B]::new(1)) { $o.Name() + $o.n + $o.s }") == "A1i\nB2i\n")
        #expect(run(c + "$a = [A]::new(2147483647); foreach ($i in 1, 2) { try { $a.n += 1 } catch { 'no' } }; $a.n") == "no\nno\n2147483647\n")
    }
    @Test func assignmentsTakeTheirPlaceOnce() {
        let f = "$script:n = 0; function next { $script:n++; $script:n }; "
        #expect(run(f + "$a = 1, 1, 1; $a[(next)] += 5; \"$a $n\"") == "1 6 1 1\n")
        #expect(run(f + "$h = @{ k = 1 }; function get { next | Out-Null; $h }; (get).k += 2; \"$($h.k) $n\"") == "3 1\n")
        #expect(run("$b = [bool[]]::new(2); $i = 1; foreach ($k in 1, 2) { $b[$i] = $true }; \"$b\"; $b = [int[]](1, 2); $b[$i] = $true; \"$b\"") == "False True\n1 1\n")
    }
    @Test func texts() {
        #expect(run("foreach ($x in 5, -12345678, 'ä', '→', $null, $true) { \"<$x>\" }") == "<5>\n<-12345678>\n<ä>\n<→>\n<>\n<True>\n")
        #expect(run("'a,b', 'x' -join '→'; 'a,b,' -split ','; ('a', 1, 'é' -join '-')") == "a,b→x\na\nb\n\na-1-é\n")
        #expect(run("$h = @{ ABCDEFGHIJ = 1; 'straßé' = 2 }; $h['abcdefghij'], $h['STRAßÉ'], $h['abcdefghi']").hasPrefix("1\n2\n"))
    }
}

private func run(_ script: String) -> String {
    let host = RecordingHost()
    Shell(host: host).runText(script)
    return host.out
}
private final class RecordingHost: Host {
    var out = ""
    func write(_ text: Str) { out += text.string }
    func writeError(_ text: Str) { out += text.string }
    func flush() {}
    var width: Int { 80 }
    var hasColor: Bool { false }
    var isInteractive: Bool { false }
    func readLine(prompt: String) throws -> String? { nil }
    func readSecret(prompt: String) throws -> String? { nil }
}
