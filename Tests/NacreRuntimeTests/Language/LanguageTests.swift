import Testing

/// The language, as a page of a manual would show it.
@Suite struct LanguageTests {
    @Test func nullTakesWhatIsAssigned() {
        #expect(outputs("$null = 1; $a, $null = 2, 3; $a") == ["2"])
    }
    @Test func nothingIsNotNull() {
        #expect(outputs("function nothing {} $x = nothing; @($x).Count; @($null).Count; $null -eq $x") == ["0", "1", "True"])
    }
    @Test func coalescingAssignmentSeesItsOwnScopeOnly() {
        #expect(outputs("$o = 'outer'; function f { $o ??= 'inner'; $o } f; $o") == ["inner", "outer"])
    }
    @Test func privateVariablesStayWhereTheyAre() {
        #expect(outputs("$x = 'global'; function show { $x } function f { $private:x = 'mine'; show; $x } f") == ["global", "mine"])
    }
    @Test func bareDashesEndTheNames() {
        #expect(outputs("function t { param($x) \"$x|$args\" } t -- -x 5") == ["-x|5"])
    }
    @Test func switchComparesTexts() {
        #expect(outputs("switch ($true) { 'True' { 'text' } 1 { 'one' } }") == ["text"])
    }
    @Test func trapsGoOnInTheirOwnScope() {
        #expect(outputs("function f { $x = 1; trap { $x = 2; continue } throw 'e'; $x } f") == ["1"])
    }
    @Test func rangesOfTextAreParsed() {
        #expect(outputs("try { 'ab'..'cd' } catch { $_ }") == ["The input string 'ab' was not in a correct format."])
    }
    @Test func changedCollectionsAreNoticed() {
        #expect(outputs("$t = 1..3; $t[0] = 9; \"$t\"") == ["9 2 3"])
        #expect(outputs("$x = 5; $x -in 5, 6; 7 -notin 5, 6") == ["True", "True"])
    }
    @Test func unsetVariablesUnderStrictMode() {
        #expect(outputs("$a = $nothing; $null -eq $a") == ["True"])
    }
    @Test func argumentsAreRefusedWhereTheyStand() {
        #expect(outputs("function f([int]$n) { $n } f abc") == ["! ParameterArgumentTransformationError,f"])
        #expect(outputs("function f([int]$n, [datetime]$d) { 'ran' } f 1; f") == ["ran", "! nullToObjectInvalidCast,f"])
        #expect(outputs("function f([string]$s) { $s } f 007; f 1.50") == ["007", "1.50"])
    }
    @Test func typesAreWrittenAsScriptsWriteThem() {
        #expect(outputs("\"$([int])\"; 'int' -eq [int]; [int] -eq 'int'") == ["int", "True", "False"])
    }
    @Test func pipelineInputIsAnEnumerator() {
        #expect(outputs("function f { \"$($input -join '+')\" } 1..3 | f") == ["1 2 3"])
        #expect(outputs("function f { begin { \"b\" } process { $_ } end { \"e$_\" } } 1..2 | f") == ["b", "1", "2", "e2"])
    }
}
