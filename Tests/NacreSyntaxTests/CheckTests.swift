import Testing
@testable import NacreSyntax

@Suite struct CheckTests {
    @Test func codeBlocksOfAPage() {
        let page = """
            ---
            title: x
            ---
            <div>

            Text:

                Get-CsUser
                  -Bad

              - item

                more text of the item

            ```powershell
            a
            ```

              - item
                ```ps1
                b
                ```
            ```json
            {}
            ```
            """
        let blocks = MarkdownPage.codeBlocks(page)
        #expect(blocks.map(\.text) == ["Get-CsUser\n  -Bad\n", "a\n", "b\n", "{}\n"])
        #expect(blocks.map(\.startLine) == [8, 16, 21, 24])
        #expect(blocks.map(\.isPowerShell) == [true, true, true, false])
        #expect(blocks[0].indents == [4, 4])
    }

    @Test func aSyntaxDiagramIsNoScript() {
        #expect(!MarkdownPage.codeBlocks("```\nGet-X [-Name <String>]\n```")[0].isPowerShell)
        #expect(MarkdownPage.codeBlocks("```\n$x = Get-X\n```")[0].isPowerShell)
    }

    @Test func jsonIsEscaped() {
        #expect(CheckReport.quote("a\"\\\n\u{1}é") == "\"a\\\"\\\\\\n\\u0001é\"")
    }
}
