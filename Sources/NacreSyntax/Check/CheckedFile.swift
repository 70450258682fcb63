/// One thing found in a file, at a place of that file.
struct Finding {
    let diagnostic: Diagnostic
    /// Line and column in the file, from 1.
    let line: Int, column: Int
    /// The source the finding's extent belongs to, and how many columns its lines are indented in the file.
    let source: Source
    let indent: Int
}

/// A file that has been parsed: a script, or all PowerShell blocks of a page.
struct CheckedFile {
    let path: String
    let incomplete: Bool
    let findings: [Finding]

    static func read(_ path: String) -> Result<CheckedFile, FileWalk.Failure> {
        switch FileWalk.contents(path) {
        case .failure(let e): return .failure(e)
        case .success(let bytes):
            let source = bytes.withUnsafeBufferPointer { Source(fileBytes: $0, path: path) }
            return .success(path.lowercased().hasSuffix(".md") ? page(source, path) : script(source, path))
        }
    }

    private static func script(_ source: Source, _ path: String) -> CheckedFile {
        let result = Parser.parse(source)
        let findings = result.diagnostics.map { d in
            let p = source.position(d.extent.start)
            return Finding(diagnostic: d, line: p.line, column: p.column, source: source, indent: 0)
        }
        return CheckedFile(path: path, incomplete: result.isIncomplete, findings: findings)
    }

    private static func page(_ page: Source, _ path: String) -> CheckedFile {
        var findings: [Finding] = [], incomplete = false
        for block in MarkdownPage.codeBlocks(page) where block.isPowerShell {
            let result = Parser.parse(Source(block.text, path: path))
            incomplete = incomplete || result.isIncomplete
            for d in result.diagnostics {
                let p = result.source.position(d.extent.start)
                let indent = block.indents[min(p.line, block.indents.count) - 1]
                findings.append(Finding(diagnostic: d, line: block.startLine + p.line - 1, column: p.column + indent, source: result.source, indent: indent))
            }
        }
        return CheckedFile(path: path, incomplete: incomplete, findings: findings)
    }
}

extension Source {
    /// The text of a file's bytes: UTF-8, or UTF-16 where a byte order mark says so.
    public convenience init(fileBytes b: UnsafeBufferPointer<UInt8>, path: String? = nil) {
        if b.count >= 2, b[0] == 0xFF && b[1] == 0xFE || b[0] == 0xFE && b[1] == 0xFF {
            let low = b[0] == 0xFF ? 0 : 1
            var units: [UInt16] = []
            units.reserveCapacity(b.count / 2)
            var i = 2
            while i + 1 < b.count { units.append(UInt16(b[i + low]) | UInt16(b[i + 1 - low]) << 8); i += 2 }
            self.init(String(decoding: units, as: UTF16.self), path: path)
        } else {
            self.init(utf8: b, path: path)
        }
    }
}
