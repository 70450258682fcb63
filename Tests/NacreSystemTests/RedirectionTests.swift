import Testing

@Suite struct RedirectionTests {
    @Test func writesAndAppends() {
        #expect(run("'a' > $d/f; 'b' >> $d/f; Get-Content $d/f") == "a\nb\n")
    }
    @Test func writesWhatTheDisplayWouldShow() {
        #expect(run("[pscustomobject]@{ A = 1; B = 'x' } > $d/f; Get-Content $d/f -Raw") == "\nA B\n- -\n1 x\n\n\n")
    }
    @Test func sendsEachStreamToItsFile() {
        #expect(run("& { 'out'; Write-Warning w; Write-Error e } 2> $d/e 3> $d/w; Get-Content $d/w") == "out\nw\n")
        #expect(run("& { 'out'; Write-Warning w } *> $d/all; (Get-Content $d/all) -join '|'") == "out|w\n")
    }
    @Test func nullSwallows() { #expect(run("& { 1; Write-Error x } *> $null; 2") == "2\n") }
    @Test func aVariableIsATarget() { #expect(run("1..3 > variable:x; $x.Count") == "3\n") }
    @Test func saysWhatCannotBeOpened() {
        #expect(run("try { 'x' > $d/no/f } catch { $_.FullyQualifiedErrorId }") == "FileOpenFailure,Microsoft.PowerShell.Commands.OutFileCommand\n")
    }
}
