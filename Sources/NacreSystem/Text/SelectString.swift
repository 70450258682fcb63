import NacreRuntime

/// `Select-String`: lines that match patterns, from files or the pipeline.
final class SelectStringCommand: PathCommand {
    private var patterns: [(text: Str, program: RegexProgram?)] = []
    private var inputIndex = 0
    private var before = 0, after = 0
    private var ignoreCase = true, isSimple = false, inverted = false, isQuiet = false, isRaw = false, firstOnly = false
    private var stream: LineSearch?
    private var isDone = false

    override func begin() throws {
        try super.begin()
        inputIndex = index("InputObject") ?? 0
        ignoreCase = !flag("CaseSensitive")
        isSimple = flag("SimpleMatch")
        inverted = flag("NotMatch")
        isQuiet = flag("Quiet")
        isRaw = flag("Raw")
        firstOnly = flag("List")
        if has("Culture"), !isSimple {
            throw terminating(.invalidOperationException, id: "CannotSpecifyCultureWithoutSimpleMatch", "The Culture parameter can be used only with the SimpleMatch parameter.", category: .invalidOperation)
        }
        for p in list("Pattern") {
            let s = m.str(p)
            guard !isSimple else { patterns.append((s, nil)); continue }
            do { patterns.append((s, try session.regexes.program(s, ignoreCase ? .ignoreCase : []))) } catch let e as RegexError {
                throw terminating(.argumentException, id: "InvalidRegex", "The string \(s.string) is not a valid regular expression: \(e.message)", category: .invalidArgument)
            }
        }
        let context = list("Context").compactMap { v -> Int? in if case .int(let n) = v.unwrapped { Int(n) } else { nil } }
        before = context.first ?? 0
        after = context.count > 1 ? context[1] : before
    }
    override func process() throws {
        if isDone { return }
        if has("Path") || has("LiteralPath") {
            let (paths, isLiteral) = given()
            for text in paths {
                try attempt {
                    for place in try expand(text, literal: isLiteral) {
                        guard place.exists(m) else { throw place.notFound }
                        guard admits(place.provider.leaf(place.path)) else { continue }
                        try search(file: place.path)
                        if isDone { return }
                    }
                }
            }
            return
        }
        guard let v = arg(at: inputIndex) else { return }
        if let f = v.cast(FileItem.self) {
            if !f.isDirectory { try search(file: f.path) }
            return
        }
        for x in (v.unwrapped.obj as? Seq).map({ Array($0.elements) }) ?? [v] {
            let s = stream ?? LineSearch(path: nil, before: before, after: after)
            stream = s
            if firstOnly, s.found > 0 { return }
            try take(m.str(x), s)
            if isDone { return }
        }
    }
    override func end() throws { if let stream { try flush(stream) } }

    private func search(file path: String) throws {
        do {
            let lines = try LineReader(path, encoding: TextEncoding.of(arg("Encoding"), m))
            let s = LineSearch(path: path, before: before, after: after)
            while let l = lines.line() {
                if firstOnly, s.found > 0, s.waiting == nil { break }
                try take(l, s)
                if isDone { return }
            }
            try flush(s)
        } catch let n as NetException {
            try writeError(ErrorRecord(ExceptionValue(.argumentException, "The file \(path) cannot be read: \(n.value.message)", inner: n.value), id: "ProcessingFile", category: .invalidArgument))
        }
    }

    /// One line: a match is put out when the lines that come after it are known.
    @inline(__always) private func take(_ line: Str, _ s: LineSearch) throws {
        s.number += 1
        let hit = firstOnly && s.found > 0 ? nil : try matching(line)
        if before == 0, after == 0 {
            guard let hit else { return }
            s.found += 1
            return try give(MatchInfo(line, number: s.number, path: s.path, pattern: patterns[hit], ignoreCase: ignoreCase, all: flag("AllMatches"), inverted: inverted))
        }
        try s.context(line) { try give($0) }
        if let hit {
            s.found += 1
            let info = MatchInfo(line, number: s.number, path: s.path, pattern: patterns[hit], ignoreCase: ignoreCase, all: flag("AllMatches"), inverted: inverted)
            try s.open(info) { try give($0) }
        }
        s.remember(line)
    }
    private func flush(_ s: LineSearch) throws { try s.finish { try give($0) } }
    private func give(_ info: MatchInfo) throws {
        if isQuiet { isDone = true; return try write(.bool(true)) }
        try write(isRaw ? .object(info.line) : .object(info))
    }
    /// The pattern that a line fits; with `-NotMatch` the first one where it fits none.
    @inline(__always) private func matching(_ line: Str) throws -> Int? {
        for i in patterns.indices {
            let found = try patterns[i].program?.search(line, session.regexes) ?? LineSearch.contains(line, patterns[i].text, ignoreCase: ignoreCase)
            if found { return inverted ? nil : i }
        }
        return inverted && !patterns.isEmpty ? 0 : nil
    }
}

/// The state of a search through one file or stream.
final class LineSearch {
    let path: String?
    var number = 0, found = 0
    /// The match whose following lines are still to come.
    private(set) var waiting: MatchInfo?
    private let before: Int, after: Int
    private var last: [Str] = []
    /// The last line that a match has shown.
    private var shown = 0
    init(path: String?, before: Int, after: Int) { self.path = path; self.before = before; self.after = after }

    func context(_ line: Str, _ give: (MatchInfo) throws -> Void) throws {
        guard let w = waiting else { return }
        w.post.append(line)
        if w.post.count >= after { waiting = nil; shown = number; try give(w) }
    }
    func open(_ info: MatchInfo, _ give: (MatchInfo) throws -> Void) throws {
        if let w = waiting {
            // This line is shown as the next match's own.
            w.shownPost = max(w.post.count - 1, 0)
            shown = number - 1
            waiting = nil
            try give(w)
        }
        info.hasContext = true
        info.pre = last
        info.shownPre = min(last.count, max(number - 1 - shown, 0))
        shown = number
        if after == 0 { try give(info) } else { waiting = info }
    }
    func remember(_ line: Str) {
        guard before > 0 else { return }
        last.append(line)
        if last.count > before { last.removeFirst() }
    }
    func finish(_ give: (MatchInfo) throws -> Void) throws {
        if let w = waiting { waiting = nil; try give(w) }
    }
    static func contains(_ s: Str, _ wanted: Str, ignoreCase: Bool) -> Bool {
        let n = wanted.count
        if n == 0 { return true }
        guard s.count >= n else { return false }
        for i in 0...(s.count - n) {
            var k = 0
            while k < n, s[i + k] == wanted[k] || (ignoreCase && CaseMap.lower(s[i + k]) == CaseMap.lower(wanted[k])) { k += 1 }
            if k == n { return true }
        }
        return false
    }
}
