/// Parses a script. Never throws: any input gives a tree and diagnostics.
public enum Parser {
    public static func parse(_ source: Source) -> ParseResult {
        let parser = ScriptParser(source)
        let tree = parser.parseScript()
        return ParseResult(source: source, tree: tree, diagnostics: parser.diagnostics)
    }
    public static func parse(_ text: String, path: String? = nil) -> ParseResult { parse(Source(text, path: path)) }
}
