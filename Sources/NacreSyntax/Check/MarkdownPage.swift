/// A code block of a Markdown page.
public struct CodeBlock: Sendable {
    /// The first word of the fence's info string in lower case; empty for indented blocks and bare fences.
    public let language: String
    public let isFenced: Bool
    /// The code, its lines ended by LF, without fences and indentation.
    public let text: String
    /// The page's line (from 1) where the code's first line stands.
    public let startLine: Int
    /// For each line of the code, how many characters of the page's line stand before it.
    public let indents: [Int]

    /// True for PowerShell by its language, or without one by its look: commands, not a syntax diagram or output.
    public var isPowerShell: Bool {
        switch language {
        case "powershell", "pwsh", "ps1", "ps", "posh", "powershell-interactive", "azurepowershell", "azurepowershell-interactive", "psm1", "psd1": true
        case "": looksLikePowerShell
        default: false
        }
    }
}

/// Reads Markdown as far as its code blocks need: front matter, fences, indented blocks, lists, block quotes, HTML blocks.
public enum MarkdownPage {
    public static func codeBlocks(_ text: String) -> [CodeBlock] { codeBlocks(Source(text)) }

    public static func codeBlocks(_ page: Source) -> [CodeBlock] {
        var reader = MarkdownReader()
        let count = page.lines.count
        for n in 1...count { reader.read(page.line(n), n) }
        reader.finish()
        return reader.blocks
    }
}

extension CodeBlock {
    fileprivate var looksLikePowerShell: Bool {
        var first: Substring?
        for line in text.split(separator: "\n") {
            if line.contains("[-") || line.contains("[<") || line.contains("<CommonParameters>") { return false }
            if first == nil, let start = line.firstIndex(where: { $0 != " " && $0 != "\t" }) { first = line[start...] }
        }
        guard let first else { return false }
        if first.hasPrefix("$") || first.hasPrefix("#") || first.hasPrefix("&") || first.hasPrefix("@{") { return true }
        return isCommandName(first.prefix { $0 != " " && $0 != "\t" && $0 != "|" && $0 != ";" })
    }

    /// `Verb-Noun`
    private func isCommandName(_ word: Substring) -> Bool {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return parts.allSatisfy { p in p.utf8.count > 1 && p.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } }
    }
}
