import CPCRE2

/// What a session keeps for regular expressions: compiled patterns, and memory to match in.
public final class RegexEngine {
    private struct Key: Hashable {
        let pattern: Str, options: RegexOptions
        static func == (a: Key, b: Key) -> Bool { a.options == b.options && a.pattern.equalsOrdinal(b.pattern) }
        func hash(into h: inout Hasher) { h.combine(pattern.caseFoldedHash); h.combine(options.rawValue) }
    }
    private var programs: [Key: RegexProgram] = [:]
    private var lastPattern: Str?, lastOptions: RegexOptions = [], lastProgram: RegexProgram?
    /// Compiled patterns kept at most.
    private static let capacity = 256

    let context: OpaquePointer?
    /// Without limits, but looking at the interrupt flag all the time.
    let patientContext: OpaquePointer?
    private let jitStack: OpaquePointer?
    private let interrupt: InterruptFlag

    private var scratch = UnsafeMutablePointer<UInt16>.allocate(capacity: 256)
    private var scratchCapacity = 256
    private var loaded: Str?
    private(set) var isASCII = true

    init(_ interrupt: InterruptFlag) {
        self.interrupt = interrupt
        context = pcre2_match_context_create_16(nil)
        patientContext = pcre2_match_context_create_16(nil)
        jitStack = pcre2_jit_stack_create_16(32 << 10, 4 << 20, nil)
        pcre2_jit_stack_assign_16(context, nil, UnsafeMutableRawPointer(jitStack))
        pcre2_set_match_limit_16(context, 5_000_000)
        pcre2_set_heap_limit_16(context, 256 << 10)
        pcre2_set_match_limit_16(patientContext, .max)
        pcre2_set_depth_limit_16(patientContext, .max)
        pcre2_set_heap_limit_16(patientContext, 2 << 20)
        pcre2_set_callout_16(patientContext, { _, flag in
            guard let flag else { return 0 }
            return Unmanaged<InterruptFlag>.fromOpaque(flag)._withUnsafeGuaranteedRef { $0.isSet } ? Int32(PCRE2_ERROR_CALLOUT) : 0
        }, Unmanaged.passUnretained(interrupt).toOpaque())
    }
    deinit {
        pcre2_match_context_free_16(context)
        pcre2_match_context_free_16(patientContext)
        pcre2_jit_stack_free_16(jitStack)
        scratch.deallocate()
    }

    /// The compiled form of a pattern; throws RegexError.
    public func program(_ pattern: Str, _ options: RegexOptions) throws -> RegexProgram {
        if let lastProgram, lastPattern === pattern, lastOptions == options { return lastProgram }
        let key = Key(pattern: pattern, options: options)
        let p: RegexProgram
        if let known = programs[key] { p = known } else {
            p = try RegexProgram(pattern, options)
            if programs.count >= RegexEngine.capacity { programs.removeAll(keepingCapacity: true) }
            programs[key] = p
        }
        lastPattern = pattern
        lastOptions = options
        lastProgram = p
        return p
    }

    /// The subject's units; they stay where they are until another subject is loaded.
    func load(_ s: Str) -> UnsafePointer<UInt16> {
        if s.isWide {
            isASCII = false
            return s.utf16.baseAddress ?? UnsafePointer(scratch)
        }
        if loaded === s { isASCII = loadedIsASCII; return UnsafePointer(scratch) }
        let from = s.latin1
        if from.count > scratchCapacity {
            scratch.deallocate()
            scratchCapacity = from.count * 2
            scratch = .allocate(capacity: scratchCapacity)
        }
        var all: UInt8 = 0
        if let p = from.baseAddress {
            let to = scratch
            for i in 0..<from.count { all |= p[i]; to[i] = UInt16(p[i]) }
        }
        loaded = s
        loadedIsASCII = all < 0x80
        isASCII = loadedIsASCII
        return UnsafePointer(scratch)
    }
    private var loadedIsASCII = true
}
