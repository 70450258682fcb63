/// Keywords and dashed operators by name, found by their first sixteen bytes in lower case.
struct WordTable {
    /// Raw memory, never freed: the tables live as long as the process, and a parser's copy costs no counting.
    private let low: UnsafeMutablePointer<UInt64>, high: UnsafeMutablePointer<UInt64>, kinds: UnsafeMutablePointer<TokenKind>

    private init(_ words: (WordTable) -> Void) {
        low = .allocate(capacity: 256); high = .allocate(capacity: 256); kinds = .allocate(capacity: 256)
        low.initialize(repeating: 0, count: 256)
        high.initialize(repeating: 0, count: 256)
        kinds.initialize(repeating: .unknown, count: 256)
        words(self)
    }

    @inline(__always) private static func slot(_ a: UInt64, _ b: UInt64) -> Int {
        Int(truncatingIfNeeded: ((a ^ (b &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    }

    /// The kind of the word of `count` bytes at `p` (`.unknown` if it is none).
    @inline(__always) func find(_ p: UnsafePointer<UInt8>, _ count: Int) -> TokenKind {
        if count > 13 || count < 2 { return .unknown }
        var a: UInt64 = 0, b: UInt64 = 0
        var i = 0
        while i < count, i < 8 { a = a << 8 | UInt64(p[i].lowered); i += 1 }
        while i < count { b = b << 8 | UInt64(p[i].lowered); i += 1 }
        var s = WordTable.slot(a, b)
        while true {
            if low[s] == a, high[s] == b { return kinds[s] }
            if low[s] == 0 { return .unknown }
            s = (s + 1) & 255
        }
    }

    private func add(_ word: String, _ kind: TokenKind) {
        var a: UInt64 = 0, b: UInt64 = 0
        for (i, c) in word.utf8.enumerated() { if i < 8 { a = a << 8 | UInt64(c) } else { b = b << 8 | UInt64(c) } }
        var s = WordTable.slot(a, b)
        while low[s] != 0 { s = (s + 1) & 255 }
        low[s] = a; high[s] = b; kinds[s] = kind
    }

    static let keywords = WordTable { t in
        t.add("begin", .kwBegin); t.add("process", .kwProcess); t.add("end", .kwEnd); t.add("clean", .kwClean)
        t.add("dynamicparam", .kwDynamicParam)
        t.add("if", .kwIf); t.add("elseif", .kwElseIf); t.add("else", .kwElse); t.add("switch", .kwSwitch)
        t.add("foreach", .kwForeach); t.add("for", .kwFor); t.add("while", .kwWhile); t.add("do", .kwDo)
        t.add("until", .kwUntil); t.add("in", .kwIn); t.add("function", .kwFunction); t.add("filter", .kwFilter)
        t.add("workflow", .kwWorkflow); t.add("configuration", .kwConfiguration); t.add("param", .kwParam)
        t.add("return", .kwReturn); t.add("exit", .kwExit); t.add("throw", .kwThrow); t.add("break", .kwBreak)
        t.add("continue", .kwContinue); t.add("trap", .kwTrap); t.add("try", .kwTry); t.add("catch", .kwCatch)
        t.add("finally", .kwFinally); t.add("data", .kwData); t.add("inlinescript", .kwInlineScript)
        t.add("parallel", .kwParallel); t.add("sequence", .kwSequence); t.add("class", .kwClass); t.add("enum", .kwEnum)
        t.add("interface", .kwInterface); t.add("using", .kwUsing); t.add("namespace", .kwNamespace)
        t.add("module", .kwModule); t.add("type", .kwType); t.add("assembly", .kwAssembly); t.add("command", .kwCommand)
        t.add("hidden", .kwHidden); t.add("static", .kwStatic); t.add("base", .kwBase); t.add("public", .kwPublic)
        t.add("private", .kwPrivate); t.add("from", .kwFrom); t.add("define", .kwDefine); t.add("var", .kwVar)
        t.add("default", .kwDefault)
    }

    static let operators = WordTable { t in
        t.add("bnot", .bnot); t.add("not", .not); t.add("f", .format); t.add("join", .join)
        t.add("and", .and); t.add("or", .or); t.add("xor", .xor); t.add("band", .band); t.add("bor", .bor); t.add("bxor", .bxor)
        t.add("shl", .shl); t.add("shr", .shr); t.add("is", .isOp); t.add("isnot", .isNot); t.add("as", .asOp)
        let names = ["eq", "ne", "gt", "ge", "lt", "le", "like", "notlike", "match", "notmatch", "contains", "notcontains",
                     "in", "notin", "replace", "split"]
        for (i, name) in names.enumerated() {
            let n = UInt8(i)
            let insensitive = TokenKind(rawValue: TokenKind.ieq.rawValue + n) ?? .unknown
            let sensitive = TokenKind(rawValue: TokenKind.ceq.rawValue + n) ?? .unknown
            t.add(name, insensitive); t.add("i" + name, insensitive); t.add("c" + name, sensitive)
        }
    }
}
