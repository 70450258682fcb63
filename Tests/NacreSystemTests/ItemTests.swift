import Testing

@Suite struct ItemTests {
    @Test func makesListsAndRemoves() {
        #expect(run("$null = New-Item $d/b.txt, $d/sub/a.txt -Force; Get-ChildItem $d -Name; Get-ChildItem $d -Recurse -Name -File") == "sub\nb.txt\nb.txt\nsub/a.txt\n")
        #expect(run("$null = New-Item $d/x; Remove-Item $d/x; Test-Path $d/x") == "False\n")
    }
    @Test func copiesMovesAndRenames() {
        #expect(run("Set-Content $d/a 1; Copy-Item $d/a $d/b; Move-Item $d/a $d/c; Rename-Item $d/b e; Get-ChildItem $d -Name") == "c\ne\n")
    }
    @Test func filesKnowWhereTheyAre() {
        #expect(run("Set-Content $d/n.tar.gz abc; $f = Get-Item $d/n.tar.gz; $f.BaseName; $f.Extension; $f.Length; $f.PSIsContainer; $f.PSChildName") == "n.tar\n.gz\n4\nFalse\nn.tar.gz\n")
    }
    @Test func literalPathsTakeBracketsAsTheyAre() {
        #expect(run("Set-Content -LiteralPath \"$d/a[1]\" x; Test-Path \"$d/a[1]\"; Test-Path -LiteralPath \"$d/a[1]\"") == "False\nTrue\n")
    }
    @Test func aFullFolderIsNotRemovedUnasked() {
        #expect(run("$null = New-Item $d/s/f -Force; try { Remove-Item $d/s -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }; Test-Path $d/s") == "InvalidOperation,Microsoft.PowerShell.Commands.RemoveItemCommand\nTrue\n")
    }
    @Test func drivesHoldVariablesFunctionsAliasesAndTheEnvironment() {
        #expect(run("$v = 5; (Get-Item variable:v).Value; function f { 'f' }; Test-Path function:f; Set-Item function:f { 'g' }; f; Remove-Item function:f; Test-Path function:f") == "5\nTrue\ng\nFalse\n")
        #expect(run("$null = New-Item alias:zz -Value Write-Output; zz hi; $env:NACRE_T = 'e'; (Get-Item env:NACRE_T).Value; Remove-Item env:NACRE_T; $null -eq $env:NACRE_T") == "hi\ne\nTrue\n")
    }
    @Test func namesWhatIsMissing() {
        #expect(run("try { Get-Item $d/no -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }; @(Get-Item $d/no*).Count") == "PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand\n0\n")
        #expect(run("try { Get-Item nodrive:x -ErrorAction Stop } catch { $_.Exception.Message }") == "Cannot find drive. A drive with the name 'nodrive' does not exist.\n")
    }
}
