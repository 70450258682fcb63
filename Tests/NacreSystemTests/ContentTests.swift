import Testing

@Suite struct ContentTests {
    @Test func linesGoInAndOut() {
        #expect(run("Set-Content $d/f a, b; Add-Content $d/f c; (Get-Content $d/f) -join ','; Get-Content $d/f -Tail 1; Get-Content $d/f -First 1; (Get-Content $d/f -Raw).Length") == "a,b,c\nc\na\n6\n")
    }
    @Test func readsInGroupsAndByDelimiter() {
        #expect(run("Set-Content $d/f (1..5); Get-Content $d/f -ReadCount 2 | ForEach-Object { $_ -join '-' }") == "1-2\n3-4\n5\n")
        #expect(run("Set-Content $d/f 'a;b' -NoNewline; Get-Content $d/f -Delimiter ';'") == "a\nb\n")
    }
    @Test func encodingsAreBytes() {
        #expect(run("Set-Content $d/f é -Encoding utf8BOM; (Get-Content $d/f -AsByteStream) -join ' '") == "239 187 191 195 169 10\n")
        #expect(run("Set-Content $d/f é -Encoding unicode; Get-Content $d/f") == "é\n")
    }
    @Test func findsLines() {
        #expect(run("'apple', 'pear' | Select-String p. -Raw") == "apple\npear\n")
        #expect(run("Set-Content $d/f (1..5 | % { \"row $_\" }); $m = Select-String 'row 3' $d/f -Context 1; $m.LineNumber; $m.Context.PreContext; $m.Context.PostContext") == "3\nrow 2\nrow 4\n")
    }
    @Test func hashes() {
        #expect(run("Set-Content $d/f abc -NoNewline; 'MD5', 'SHA1', 'SHA256' | % { (Get-FileHash $d/f -Algorithm $_).Hash }")
            == "900150983CD24FB0D6963F7D28E17F72\nA9993E364706816ABA3E25717850C26C9CD0D89D\nBA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD\n")
        #expect(run("Set-Content $d/f abc -NoNewline; (Get-FileHash $d/f -Algorithm SHA512).Hash.Substring(0, 16); (Get-FileHash $d/f -Algorithm SHA384).Hash.Substring(0, 16)") == "DDAF35A193617ABA\nCB00753F45A35E8B\n")
    }
    @Test func paths() {
        #expect(run("Join-Path a/ /b c; Split-Path a/b/c; Split-Path a/b.txt -LeafBase; Split-Path a/b.txt -Extension") == "a/b/c\na/b\nb\n.txt\n")
    }
}
