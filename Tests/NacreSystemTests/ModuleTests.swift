import Testing

@Suite struct ModuleTests {
    @Test func aModuleHasVariablesOfItsOwn() {
        #expect(run("$m = New-Module { $n = 10; function Step { $script:n++; $n } }; Step; Step; $n = 99; Step; & $m { $n }") == "11\n12\n13\n13\n")
    }
    @Test func exportsWhatItSays() {
        #expect(run("Set-Content $d/t.psm1 'function A { B }; function B { \"b\" }; $v = 1; Export-ModuleMember A -Variable v'; Import-Module $d/t.psm1; A; $v; try { B } catch { 'hidden' }; (Get-Module t).ExportedFunctions.Keys") == "b\n1\nhidden\nA\n")
    }
    @Test func aManifestLeavesFewer() {
        #expect(run("Set-Content $d/t.psm1 'function A { 1 }; function B { 2 }'; Set-Content $d/t.psd1 \"@{ RootModule = 't.psm1'; ModuleVersion = '1.2'; FunctionsToExport = 'A' }\"; $m = Import-Module $d/t.psd1 -PassThru; \"$($m.Version)\"; A; try { B } catch { 'hidden' }; Remove-Module t; try { A } catch { 'gone' }") == "1.2\n1\nhidden\ngone\n")
    }
    @Test func blocksOfTheCallerSeeTheCaller() {
        #expect(run("$null = New-Module { $x = 'module'; function Apply($b) { & $b } }; function f { $x = 'caller'; Apply { $x } }; f") == "caller\n")
    }
}
