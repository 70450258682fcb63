/// Parses a script. Never throws: any input gives a tree and diagnostics.
public enum Parser {
    public static func parse(_ source: Source) -> ParseResult {
        ParseResult(source: source, tree: ScriptBlockAst(Extent(0, source.count), source: source), diagnostics: [])
    }
    public static func parse(_ text: String, path: String? = nil) -> ParseResult { parse(Source(text, path: path)) }
}
