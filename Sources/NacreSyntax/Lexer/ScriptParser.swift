/// The state of one run over one source: a lexer that reads one token ahead in the mode the parser asks for, and a
/// recursive-descent parser on top of it (folder Parse). Offsets are UTF-8 bytes of the source.
final class ScriptParser {
    let source: Source
    /// Ends with a NUL at `limit`. In a subexpression of a string it is a copy, addressed by the same offsets.
    var bytes: UnsafePointer<UInt8>
    var limit: Int
    var pos = 0
    /// Where the token being read starts.
    var tokenStart = 0
    var mode = LexerMode.command
    let table = CharacterTable.shared
    let keywords = WordTable.keywords
    let operators = WordTable.operators

    // What the parser tells the lexer
    var allowsSignedNumbers = false, wantsSimpleName = false, endsNumberAtTernary = false
    /// Inside `$(…)` of a double-quoted string, where a doubled quote is one quote.
    var doublesQuotes = false
    var commaIsSeparator = false
    /// How many `$(…)` of strings are around.
    var nesting = 0
    /// Where a word ended that has a quote in it without its closing one.
    var brokenWordEnd = -1

    var ungot = Token(kind: .unknown, start: 0, end: 0)
    var hasUngot = false

    // What the last such token carries besides its extent
    var pendingStart: Int32 = -1
    var pendingText = ""
    var pendingParts: [RawPart] = []
    var pendingHasText = false
    var numberStart: Int32 = -1
    var pendingNumber = NumberLiteral.int(0)
    var scratch = ByteBuffer()

    var diagnostics: [Diagnostic] = []
    /// Extents something has been said about, so that nothing is said twice.
    var reportedPlaces: Set<UInt64> = []
    /// How many attempts to read attributes before `param` or `class` are open.
    var attempts = 0
    /// What is said after the whole text has been read, by the place of its node.
    var deferred: [(phase: CheckPhase, order: Extent, diagnostic: Diagnostic)] = []
    var requirements: ScriptRequirements?
    var requiresComments: [Extent] = []
    var types: [TypeDefinitionAst] = []
    var typeUses: [(name: String, extent: Extent, isAttribute: Bool)] = []
    var namespaces: [String] = []
    var classDepth = 0

    var depth = 0
    var gaveUp = false
    var stackLimit: UInt = 0
    var collector: TokenCollector?
    var context = MethodContext()
    var loopDepth = 0, finallyDepth = 0

    init(_ source: Source) {
        self.source = source
        bytes = source.bytes.baseAddress.unsafelyUnwrapped
        limit = source.count
    }
    deinit { scratch.free() }

    // Reading single bytes

    @inline(__always) var peek: UInt8 { bytes[pos] }
    @inline(__always) func at(_ offset: Int) -> UInt8 { bytes[offset] }
    /// The scalar at `offset`, and its length.
    @inline(__always) func scalar(at offset: Int) -> (Unicode.Scalar, Int) {
        let b = bytes[offset]
        if b < 0x80 { return (Unicode.Scalar(b), 1) }
        return Scalars.decode(bytes + offset)
    }
    @inline(__always) func has(_ offset: Int, _ bits: UInt8) -> Bool { table[Int(bytes[offset])] & bits != 0 }

    /// True where a word must end: white space, line end, NUL, `(){};,|&`.
    @inline(__always) func endsWord(_ offset: Int) -> Bool {
        let b = bytes[offset]
        if b < 0x80 { return table[Int(b)] & CharacterTable.endsWord != 0 }
        return Scalars.isWhite(scalar(at: offset).0)
    }
    @inline(__always) func isNameCharacter(_ offset: Int) -> Int {
        let b = bytes[offset]
        if b < 0x80 { return table[Int(b)] & CharacterTable.name != 0 ? 1 : 0 }
        let (s, n) = scalar(at: offset)
        return Scalars.isLetterOrDigit(s) ? n : 0
    }
    /// Bytes of the dash at `offset`, or 0.
    @inline(__always) func dash(_ offset: Int) -> Int {
        let b = bytes[offset]
        if b < 0x80 { return b == 0x2D ? 1 : 0 }
        return b == 0xE2 && Scalars.isDash(scalar(at: offset).0) ? 3 : 0
    }
    @inline(__always) func singleQuote(_ offset: Int) -> Int {
        let b = bytes[offset]
        if b < 0x80 { return b == 0x27 ? 1 : 0 }
        return b == 0xE2 && Scalars.isSingleQuote(scalar(at: offset).0) ? 3 : 0
    }
    @inline(__always) func doubleQuote(_ offset: Int) -> Int {
        let b = bytes[offset]
        if b < 0x80 { return b == 0x22 ? 1 : 0 }
        return b == 0xE2 && Scalars.isDoubleQuote(scalar(at: offset).0) ? 3 : 0
    }
    @inline(__always) var isAtEnd: Bool { pos >= limit }

    func text(_ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: bytes + start, count: max(0, end - start)), as: UTF8.self)
    }
    func text(_ token: Token) -> String { text(Int(token.start), Int(token.end)) }

    @inline(__always) func make(_ kind: TokenKind, _ flags: Token.Flags = []) -> Token {
        Token(kind: kind, flags: flags, start: Int32(truncatingIfNeeded: tokenStart), end: Int32(truncatingIfNeeded: pos))
    }

    // Diagnostics

    func report(_ extent: Extent, _ id: String, _ message: String, incomplete: Bool = false) {
        let place = UInt64(UInt32(bitPattern: extent.start)) << 32 | UInt64(UInt32(bitPattern: extent.end))
        if !reportedPlaces.insert(place).inserted {
            for d in diagnostics.reversed() where d.id == id && d.extent == extent { return }
        }
        diagnostics.append(Diagnostic(id: id, extent: extent, message: message, incomplete: incomplete))
    }
    /// An error that more text might mend where nothing but white space and comments follows `detected`.
    @discardableResult
    func reportIncomplete(_ extent: Extent, detected: Extent? = nil, _ id: String, _ message: String) -> Bool {
        let incomplete = onlyTriviaFollows(Int((detected ?? extent).end))
        report(extent, id, message, incomplete: incomplete)
        return incomplete
    }
}

enum RawPart {
    case text(String)
    case variable(Token)
    case subexpression(start: Int, end: Int)
}

/// A growing buffer of bytes for resolved text, kept from token to token.
struct ByteBuffer {
    var base: UnsafeMutablePointer<UInt8>
    var count = 0
    private var capacity = 0
    init() { base = UnsafeMutablePointer(bitPattern: 8).unsafelyUnwrapped }
    func free() { if capacity > 0 { base.deallocate() } }
    mutating func reserve(_ n: Int) {
        if count + n <= capacity { return }
        let size = max(capacity * 2, count + n, 64)
        let new = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        if capacity > 0 {
            new.update(from: base, count: count)
            base.deallocate()
        }
        base = new
        capacity = size
    }
    @inline(__always) mutating func append(_ b: UInt8) {
        if count == capacity { reserve(1) }
        base[count] = b
        count += 1
    }
    mutating func append(_ from: UnsafePointer<UInt8>, _ n: Int) {
        if n <= 0 { return }
        reserve(n)
        (base + count).update(from: from, count: n)
        count += n
    }
    mutating func append(_ s: Unicode.Scalar) { for b in UTF8.encode(s).unsafelyUnwrapped { append(b) } }
    func string(_ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeBufferPointer(start: UnsafePointer(base + start), count: end - start), as: UTF8.self)
    }
}
