import CPCRE2

/// A regular expression in .NET's syntax, compiled. It is compiled twice at most: for ASCII subjects, and for others.
public final class RegexProgram {
    public let pattern: Str
    public let options: RegexOptions
    private let numbering: RegexNumbering
    private var ascii: RegexCode?, unicode: RegexCode?
    /// The code whose spans are those of the last match.
    private var last: RegexCode?
    /// True where .NET's group numbers are PCRE2's.
    private let isPlain: Bool

    /// Throws RegexError.
    public init(_ pattern: Str, _ options: RegexOptions = []) throws {
        self.pattern = pattern
        self.options = options
        if options.contains(.rightToLeft) { throw RegexError("not supported by Nacre: RegexOptions.RightToLeft") }
        let units = pattern.units
        numbering = RegexTranslator.numbering(units, options)
        isPlain = numbering.groups.enumerated().allSatisfy { $1.number == $0 && $1.slots == [$0] }
        ascii = try compile(unicode: false)
    }
    /// All groups by number, the whole match first.
    public var groups: [RegexGroup] { numbering.groups }
    /// The place in `groups` of a group's name or number; nil where there is none.
    public func groupIndex(named name: String) -> Int? { numbering.groups.firstIndex { $0.name == name } }
    public func groupIndex(number: Int) -> Int? { isPlain ? (number < numbering.groups.count && number >= 0 ? number : nil) : numbering.groups.firstIndex { $0.number == number } }

    private func compile(unicode: Bool, callouts: Bool = false) throws -> RegexCode {
        try RegexCode(RegexTranslator.translate(pattern.units, options, unicode: unicode, numbering), options, unicode: unicode, callouts: callouts, original: pattern)
    }

    /// Looks for the first match from an index on. The result is read by `start(of:)` and so on until the next search.
    /// - Throws: PipelineStopped where the user interrupts a search that takes long.
    public func search(_ s: Str, from start: Int = 0, _ engine: RegexEngine) throws -> Bool {
        let units = engine.load(s)
        let code: RegexCode
        if engine.isASCII {
            code = ascii!
        } else if let u = unicode {
            code = u
        } else {
            do { code = try compile(unicode: true) } catch let e as RegexError { throw PSError.raw(.regexParseException, e.message) }
            unicode = code
        }
        code.used()
        last = code
        let r = code.isMachineCode ? pcre2_jit_match_16(code.code, units, s.count, start, 0, code.data, engine.context)
            : pcre2_match_16(code.code, units, s.count, start, 0, code.data, engine.context)
        if r > 0 { return true }
        if r == PCRE2_ERROR_NOMATCH { return false }
        return try searchSlowly(s, from: start, units, engine)
    }
    /// Where there is much to try: without a limit, but so that it can be interrupted.
    private func searchSlowly(_ s: Str, from start: Int, _ units: UnsafePointer<UInt16>, _ engine: RegexEngine) throws -> Bool {
        let code: RegexCode
        do { code = try compile(unicode: !engine.isASCII, callouts: true) } catch let e as RegexError { throw PSError.raw(.regexParseException, e.message) }
        last = code
        let r = pcre2_match_16(code.code, units, s.count, start, UInt32(PCRE2_NO_JIT), code.data, engine.patientContext)
        if r > 0 { return true }
        if r == PCRE2_ERROR_NOMATCH { return false }
        if r == PCRE2_ERROR_CALLOUT {
            throw PSError(ErrorRecord(ExceptionValue(.pipelineStoppedException, "The pipeline has been stopped."), id: "PipelineStopped", category: .operationStopped), endsScript: true)
        }
        throw PSError.raw(.systemException, "The regular expression '\(pattern.string)' needs more memory than there is for it.")
    }

    /// Where a group of the last match begins, -1 where it took no part.
    @inline(__always) public func start(of group: Int) -> Int { span(group).start }
    @inline(__always) public func length(of group: Int) -> Int { span(group).length }
    /// Start and length of a group (a place in `groups`) of the last match; start is -1 where it took no part.
    public func span(_ group: Int) -> (start: Int, length: Int) {
        guard let p = last?.spans else { return (-1, 0) }
        if isPlain { return p[2 * group] < 0 ? (-1, 0) : (p[2 * group], p[2 * group + 1] - p[2 * group]) }
        // Of several groups of one name the one that ended last counts.
        var best = (start: -1, length: 0)
        for s in numbering.groups[group].slots where p[2 * s] >= 0 && p[2 * s + 1] >= best.start + best.length {
            best = (p[2 * s], p[2 * s + 1] - p[2 * s])
        }
        return best
    }
    /// All groups of the last match.
    public func spans() -> [(start: Int, length: Int)] { (0..<numbering.groups.count).map { span($0) } }
}
