import NacreRuntime

/// A line that Select-String found.
final class MatchInfo: Native {
    let line: Str, number: Int, path: String?
    let pattern: (text: Str, program: RegexProgram?)
    let ignoreCase: Bool, all: Bool, inverted: Bool
    var hasContext = false
    var pre: [Str] = [], post: [Str] = []
    /// How many of the lines around are shown with this match; the others are shown with its neighbours.
    var shownPre = 0, shownPost = Int.max

    init(_ line: Str, number: Int, path: String?, pattern: (Str, RegexProgram?), ignoreCase: Bool, all: Bool, inverted: Bool) {
        self.line = line; self.number = number; self.path = path; self.pattern = pattern; self.ignoreCase = ignoreCase; self.all = all; self.inverted = inverted
        super.init(.matchInfo)
    }
    override func text(_ culture: Culture) -> String? { text(path) }

    /// `file:3:line`, with the lines around where there are any.
    func text(_ place: String?) -> String {
        guard let place else { return hasContext ? lines { "\($0)\($2)" } : line.string }
        return lines { prefix, n, text in "\(prefix)\(place):\(n):\(text)" }
    }
    private func lines(_ format: (String, Int, String) -> String) -> String {
        guard hasContext else { return format("", number, line.string) }
        var out: [String] = []
        for (i, l) in pre.suffix(shownPre).enumerated() { out.append(format("  ", number - min(shownPre, pre.count) + i, l.string)) }
        out.append(format("> ", number, line.string))
        for (i, l) in post.prefix(shownPost).enumerated() { out.append(format("  ", number + 1 + i, l.string)) }
        return out.joined(separator: "\n")
    }
    /// The path as seen from a folder, where it lies below it.
    func relative(to folder: String) -> String? {
        guard let path else { return nil }
        return FilePath.isBelow(path, folder) && path != folder ? String(path.dropFirst(folder == "/" ? 1 : folder.count + 1)) : path
    }
    var fileName: String { path.map(FilePath.leaf) ?? "InputStream" }
}

extension TypeRef {
    static let matchInfo = TypeRef("MatchInfo", namespace: "Microsoft.PowerShell.Commands", base: .object)
    private static let matchContext = TypeRef("MatchInfoContext", namespace: "Microsoft.PowerShell.Commands", base: .object)
    static func declareMatchInfo(in types: TypeCatalog) {
        matchInfo.declare(in: types) { t in
            func property(_ declaration: String, _ get: @escaping (Machine, MatchInfo) throws -> Value) {
                t.property(declaration) { m, v in try v.cast(MatchInfo.self).map { try get(m, $0) } ?? .null }
            }
            property("bool IgnoreCase") { _, i in .bool(i.ignoreCase) }
            property("int LineNumber") { _, i in .int(Int32(truncatingIfNeeded: i.number)) }
            property("string Line") { _, i in .object(i.line) }
            property("string Filename") { _, i in Value(i.fileName) }
            property("string Path") { _, i in Value(i.path ?? "InputStream") }
            property("string Pattern") { _, i in .object(i.pattern.text) }
            property("Microsoft.PowerShell.Commands.MatchInfoContext Context") { _, i in i.hasContext ? .object(MatchContext(i, matchContext)) : .null }
            property("System.Text.RegularExpressions.Match[] Matches") { m, i in
                guard i.pattern.program != nil, !i.inverted, let regex = m.session.types.find("regex") else { return .object(PSArray([])) }
                let options = try m.convert(.int(i.ignoreCase ? 1 : 0), to: m.session.types.find("System.Text.RegularExpressions.RegexOptions") ?? .int)
                let r = try m.pass([.object(i.pattern.text), options]) { try m.construct(regex, $0) }
                let found = try m.pass([.object(i.line)]) { try m.invokeMember(r, Name(i.all ? "Matches" : "Match"), $0) }
                return .object(PSArray(try i.all ? m.enumerated(found) : [found]))
            }
            t.method("string ToString()") { _, v, _ in Value(v.cast(MatchInfo.self).flatMap { $0.text($0.path) } ?? "") }
            t.method("string ToString(string directory)") { m, v, a in Value(v.cast(MatchInfo.self).flatMap { $0.text($0.relative(to: m.str(a[0]).string)) } ?? "") }
            t.method("string RelativePath(string directory)") { m, v, a in Value(v.cast(MatchInfo.self).flatMap { $0.relative(to: m.str(a[0]).string) } ?? "InputStream") }
        }
        matchContext.declare(in: types) { t in
            for (name, get) in [("PreContext", { $0.pre }), ("PostContext", { $0.post }), ("DisplayPreContext", { Array($0.pre.suffix($0.shownPre)) }), ("DisplayPostContext", { Array($0.post.prefix($0.shownPost)) })] as [(String, (MatchInfo) -> [Str])] {
                t.property("string[] \(name)") { _, v in
                    guard let c = v.cast(MatchContext.self) else { return .null }
                    return .object(PSArray(get(c.info).map { .object($0) }, of: .string))
                }
            }
        }
        types.register(matchInfo)
    }
}

/// `Context` of a match.
final class MatchContext: Native {
    let info: MatchInfo
    init(_ i: MatchInfo, _ type: TypeRef) { info = i; super.init(type) }
}
