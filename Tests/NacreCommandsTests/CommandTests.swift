import Testing
import Nacre
import NacreRuntime
import NacreSyntax
import ShellSupport

/// Runs a script and gives what it displayed.
private func run(_ script: String) -> String {
    let host = TextHost()
    Shell(host: host).runText(script)
    return host.out + host.errors
}

@Suite struct CommandTests {
    @Test func filtersAndMaps() {
        #expect(run("1..5 | Where-Object { $_ % 2 } | ForEach-Object { $_ * 10 }") == "10\n30\n50\n")
        #expect(run("'a', 'bb' | ForEach-Object Length") == "1\n2\n")
        #expect(run("'a', 'bb', 'c' | Where-Object Length -GT 1") == "bb\n")
    }
    @Test func selects() {
        #expect(run("1..9 | Select-Object -First 2 -Skip 1") == "2\n3\n")
        #expect(run("1..9 | Select-Object -Last 2") == "8\n9\n")
        #expect(run("'x', 'y', 'x' | Select-Object -Unique") == "x\ny\n")
        #expect(run("([pscustomobject]@{ A = 1; B = 2 } | Select-Object B, C).B") == "2\n")
        #expect(run("[pscustomobject]@{ A = 1, 2 } | Select-Object -ExpandProperty A") == "1\n2\n")
    }
    @Test func sortsStably() {
        #expect(run("3, 1, 2 | Sort-Object") == "1\n2\n3\n")
        #expect(run("3, 1, 2 | Sort-Object -Descending | Select-Object -First 1") == "3\n")
        #expect(run("'b', 'A', 'a' | Sort-Object -Unique") == "A\nb\n")
        #expect(run("-2147483648, 5, 0 | Sort-Object -Descending") == "5\n0\n-2147483648\n")
        #expect(run("@{ K = 2; N = 'x' }, @{ K = 1; N = 'y' }, @{ K = 2; N = 'a' } | Sort-Object { $_.K }, { $_.N } | ForEach-Object { $_.N }") == "y\na\nx\n")
    }
    @Test func measuresAndGroups() {
        #expect(run("(1..4 | Measure-Object -Sum -Average).Average") == "2.5\n")
        #expect(run("'b', 'a', 'B' | Group-Object | ForEach-Object { \"$($_.Name)$($_.Count)\" }") == "a1\nb2\n")
    }
    @Test func writesMessages() {
        #expect(run("Write-Warning w; Write-Verbose v; Write-Verbose v -Verbose; Write-Host a b -Separator -") == "WARNING: w\nVERBOSE: v\na-b\n")
        #expect(run("Write-Error no") == "Write-Error: no\n")
        #expect(run("Write-Error no -ErrorAction SilentlyContinue -ErrorVariable e; \"$e\"") == "no\n")
    }
    @Test func variablesAndAliases() {
        #expect(run("Set-Variable x 5 -Option ReadOnly; $x; Remove-Variable x -Force; $null -eq (Get-Variable x -ErrorAction Ignore)") == "5\nTrue\n")
        #expect(run("Set-Alias zz Write-Output; zz hi; (Get-Alias zz).Definition") == "hi\nWrite-Output\n")
    }
    @Test func sameSeedSameNumbers() {
        #expect(run("Get-Random -Maximum 100 -SetSeed 42") == run("Get-Random -Maximum 100 -SetSeed 42"))
    }
    @Test func saysWhatIsNotThere() {
        #expect(run("Send-MailMessage").contains("not supported by Nacre: the command Send-MailMessage"))
        #expect(run("Set-Variable x 1 -WhatIf") == "What if: Performing the operation \"Set variable\" on target \"Name: x Value: 1\".\n")
    }
    @Test func writesSyntax() {
        #expect(run("function f { [CmdletBinding()] param([Parameter(Mandatory)][string]$Name, [int]$N) } Get-Command f -Syntax") == "\nf [-Name] <string> [[-N] <int>] [<CommonParameters>]\n\n")
    }
}
