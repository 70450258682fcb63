import CPCRE2

/// A compiled pattern of PCRE2 with room for a result.
final class RegexCode {
    let code: OpaquePointer
    let data: OpaquePointer
    /// Start and end of each group in turn, after a match.
    let spans: UnsafeMutablePointer<Int>
    private var uses = 0
    private static let compileContext: OpaquePointer? = {
        let c = pcre2_compile_context_create_16(nil)
        pcre2_set_newline_16(c, UInt32(PCRE2_NEWLINE_LF))
        return c
    }()

    /// Compiles a translated pattern; throws RegexError for what PCRE2 has no way to do.
    init(_ pattern: [UInt16], _ options: RegexOptions, unicode: Bool, callouts: Bool, original: Str) throws {
        var flags = UInt32(PCRE2_ALT_CIRCUMFLEX) | UInt32(PCRE2_NEVER_BACKSLASH_C)
        if options.contains(.ignoreCase) { flags |= UInt32(PCRE2_CASELESS) }
        if options.contains(.multiline) { flags |= UInt32(PCRE2_MULTILINE) }
        if options.contains(.singleline) { flags |= UInt32(PCRE2_DOTALL) }
        if unicode { flags |= UInt32(PCRE2_UCP) }
        if callouts { flags |= UInt32(PCRE2_AUTO_CALLOUT) }
        var error: Int32 = 0, offset = 0
        let made = pattern.withUnsafeBufferPointer { p -> OpaquePointer? in
            var none: UInt16 = 0
            return withUnsafePointer(to: &none) { pcre2_compile_16(p.baseAddress ?? $0, p.count, flags, &error, &offset, RegexCode.compileContext) }
        }
        guard let made, let d = pcre2_match_data_create_from_pattern_16(made, nil), let s = pcre2_get_ovector_pointer_16(d) else {
            if error == 125 { throw RegexError("not supported by Nacre: a lookbehind of variable length in the regular expression '\(original.string)'") }
            throw RegexError("not supported by Nacre: the regular expression '\(original.string)' (\(RegexCode.message(error)))")
        }
        code = made
        data = d
        spans = UnsafeMutableRawPointer(s).assumingMemoryBound(to: Int.self)
    }
    deinit {
        pcre2_match_data_free_16(data)
        pcre2_code_free_16(code)
    }
    private static func message(_ error: Int32) -> String {
        var buffer = [UInt16](repeating: 0, count: 160)
        let n = pcre2_get_error_message_16(error, &buffer, buffer.count)
        return n > 0 ? String(decoding: buffer[..<Int(n)], as: UTF16.self) : "error \(error)"
    }

    /// Machine code pays from about this many matches on.
    @inline(__always) func used() {
        uses &+= 1
        if uses == 60 { isMachineCode = pcre2_jit_compile_16(code, UInt32(PCRE2_JIT_COMPLETE)) == 0 }
    }
    private(set) var isMachineCode = false
}
