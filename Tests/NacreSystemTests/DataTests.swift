import Testing

@Suite struct DataTests {
    @Test func csv() {
        #expect(run("[pscustomobject]@{ A = 1; B = 'x\"y' } | ConvertTo-Csv") == "\"A\",\"B\"\n\"1\",\"x\"\"y\"\n")
        #expect(run("'N,V', 'a,\"1,2\"' | ConvertFrom-Csv | % { \"$($_.N)=$($_.V)\" }") == "a=1,2\n")
        #expect(run("1..2 | % { [pscustomobject]@{ I = $_ } } | Export-Csv $d/f; (Import-Csv $d/f).I") == "1\n2\n")
        #expect(run("[pscustomobject]@{ A = 'a b'; B = 'c,d' } | ConvertTo-Csv -UseQuotes AsNeeded -NoHeader") == "a b,\"c,d\"\n")
    }
    @Test func json() {
        #expect(run("[ordered]@{ a = 1; b = 'x', $null, $true; c = 1.0 } | ConvertTo-Json -Compress") == "{\"a\":1,\"b\":[\"x\",null,true],\"c\":1.0}\n")
        #expect(run("$o = '{ // note\n \"n\": 5, t: [1, 2,], ''s'': \"\\u0041\" }' | ConvertFrom-Json; $o.n; $o.t.Count; $o.s; $o.n.GetType().Name") == "5\n2\nA\nInt64\n")
        #expect(run("('{\"a\":1,\"A\":2}' | ConvertFrom-Json -AsHashtable).Count") == "2\n")
        #expect(run("try { '{bad' | ConvertFrom-Json } catch { $_.FullyQualifiedErrorId }") == "System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand\n")
    }
    @Test func whatLiesTooDeepIsText() {
        #expect(run("@{ a = @{ b = @{ c = 1 } } } | ConvertTo-Json -Depth 1 -Compress -WarningAction SilentlyContinue") == "{\"a\":{\"b\":\"System.Collections.Hashtable\"}}\n")
    }
    @Test func dataFilesSayDataOnly() {
        #expect(run("Set-Content $d/c.psd1 '@{ A = 1; B = 2, 3 }'; $h = Import-PowerShellDataFile $d/c.psd1; $h.A; $h.B.Count") == "1\n2\n")
        #expect(run("Set-Content $d/c.psd1 '@{ A = Get-Date }'; try { Import-PowerShellDataFile $d/c.psd1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }") == "CouldNotParseAsPowerShellDataFile,Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand\n")
    }
}
