import NacreRuntime

/// Types of which scripts use a few members.
enum SmallTypes {
    static func declareCollector(_ t: TypeBuilder) {
        t.staticMethod("void Collect()") { _, _, _ in .void }
        t.staticMethod("void Collect(int generation)") { _, _, _ in .void }
        t.staticMethod("void WaitForPendingFinalizers()") { _, _, _ in .void }
        t.staticMethod("long GetTotalMemory(bool forceFullCollection)") { _, _, _ in .long(0) }
        t.staticProperty("int MaxGeneration") { _, _ in .int(2) }
    }
    static func declareThread(_ t: TypeBuilder) {
        t.staticMethod("void Sleep(int millisecondsTimeout)") { m, _, a in
            var left = a.int(0)
            while left > 0, !m.session.interrupt.isSet { usleep(UInt32(min(left, 50)) * 1000); left -= 50 }
            return .void
        }
        t.staticProperty("System.Threading.Thread CurrentThread") { _, _ in .object(Native(t.type)) }
        t.property("int ManagedThreadId") { _, _ in .int(1) }
        t.property("cultureinfo CurrentCulture", get: { _, _ in .object(CultureValue(.enUS)) }, set: { _, _, v in
            if !CultureType.me(v).isCurrent { throw NetException.unsupported("a current culture other than en-US") }
        })
        t.property("cultureinfo CurrentUICulture") { _, _ in .object(CultureValue(.enUS)) }
    }
    static func declareWebUtility(_ t: TypeBuilder) {
        t.staticMethod("string HtmlEncode(string value)") { _, _, a in
            var out = ""
            for u in a.text(0).unicodeScalars {
                switch u {
                case "<": out += "&lt;"
                case ">": out += "&gt;"
                case "&": out += "&amp;"
                case "\"": out += "&quot;"
                case "'": out += "&#39;"
                default: if (160..<256).contains(u.value) || u.value > 0xFFFF { out += "&#\(u.value);" } else { out.unicodeScalars.append(u) }
                }
            }
            return Value(out)
        }
        t.staticMethod("string HtmlDecode(string value)") { _, _, a in
            let s = a.text(0)
            var out = "", rest = s[...]
            let names: [Substring: Character] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®", "euro": "€"]
            while let amp = rest.firstIndex(of: "&") {
                out += rest[..<amp]
                let tail = rest[rest.index(after: amp)...]
                guard let end = tail.firstIndex(of: ";") else { out += "&"; rest = tail; continue }
                let name = tail[..<end]
                if let c = names[name] { out.append(c) }
                else if name.hasPrefix("#x") || name.hasPrefix("#X"), let n = UInt32(name.dropFirst(2), radix: 16), let u = Unicode.Scalar(n) { out.unicodeScalars.append(u) }
                else if name.hasPrefix("#"), let n = UInt32(name.dropFirst()), let u = Unicode.Scalar(n) { out.unicodeScalars.append(u) }
                else { out += "&"; rest = tail; continue }
                rest = tail[tail.index(after: end)...]
            }
            return Value(out + rest)
        }
        t.staticMethod("string UrlEncode(string value)") { _, _, a in
            Value(UriValue.escape(a.text(0), keep: Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!*() ".utf8)).replacing(" ", with: "+"))
        }
        t.staticMethod("string UrlDecode(string encodedValue)") { _, _, a in Value(UriValue.unescape(a.text(0).replacing("+", with: " "))) }
    }
    static func declareBitConverter(_ t: TypeBuilder) {
        t.staticProperty("bool IsLittleEndian") { _, _ in .bool(true) }
        func bytes<T: FixedWidthInteger>(_ v: T) -> Value { .bytes(withUnsafeBytes(of: v.littleEndian) { Array($0) }) }
        t.staticMethod("byte[] GetBytes(bool value)") { _, _, a in .bytes([a.bool(0) ? 1 : 0]) }
        t.staticMethod("byte[] GetBytes(char value)") { _, _, a in bytes(a.unit(0)) }
        t.staticMethod("byte[] GetBytes(short value)") { _, _, a in bytes(Int16(truncatingIfNeeded: a.int(0))) }
        t.staticMethod("byte[] GetBytes(ushort value)") { _, _, a in bytes(UInt16(truncatingIfNeeded: a.int(0))) }
        t.staticMethod("byte[] GetBytes(int value)") { _, _, a in bytes(Int32(truncatingIfNeeded: a.int(0))) }
        t.staticMethod("byte[] GetBytes(uint value)") { _, _, a in bytes(UInt32(truncatingIfNeeded: a.int(0))) }
        t.staticMethod("byte[] GetBytes(long value)") { _, _, a in bytes(Int64(a.int(0))) }
        t.staticMethod("byte[] GetBytes(ulong value)") { _, _, a in bytes(UInt64(bitPattern: Int64(a.int(0)))) }
        t.staticMethod("byte[] GetBytes(float value)") { _, _, a in bytes(Float(a.double(0)).bitPattern) }
        t.staticMethod("byte[] GetBytes(double value)") { _, _, a in bytes(a.double(0).bitPattern) }
        func read<T: FixedWidthInteger>(_ a: Args, _ type: T.Type) throws -> T {
            let b = a[0].byteArray, i = a.int(1), n = T.bitWidth / 8
            guard i >= 0, i < b.count else { throw NetException.range("Index was out of range. Must be non-negative and less than the size of the collection.", "startIndex") }
            guard i + n <= b.count else { throw NetException.argument("Destination array is not long enough to copy all the items in the collection. Check array index and length.", "value") }
            return (0..<n).reduce(T(0)) { $0 | T(truncatingIfNeeded: b[i + $1]) << T($1 * 8) }
        }
        t.staticMethod("short ToInt16(byte[] value, int startIndex)") { _, _, a in .short(try read(a, Int16.self)) }
        t.staticMethod("ushort ToUInt16(byte[] value, int startIndex)") { _, _, a in .ushort(try read(a, UInt16.self)) }
        t.staticMethod("int ToInt32(byte[] value, int startIndex)") { _, _, a in .int(try read(a, Int32.self)) }
        t.staticMethod("uint ToUInt32(byte[] value, int startIndex)") { _, _, a in .uint(try read(a, UInt32.self)) }
        t.staticMethod("long ToInt64(byte[] value, int startIndex)") { _, _, a in .long(try read(a, Int64.self)) }
        t.staticMethod("ulong ToUInt64(byte[] value, int startIndex)") { _, _, a in .ulong(try read(a, UInt64.self)) }
        t.staticMethod("double ToDouble(byte[] value, int startIndex)") { _, _, a in .double(Double(bitPattern: try read(a, UInt64.self))) }
        t.staticMethod("float ToSingle(byte[] value, int startIndex)") { _, _, a in .single(Float(bitPattern: try read(a, UInt32.self))) }
        t.staticMethod("bool ToBoolean(byte[] value, int startIndex)") { _, _, a in .bool(try read(a, UInt8.self) != 0) }
        t.staticMethod("string ToString(byte[] value)") { _, _, a in Value(a[0].byteArray.map { Base64.hex([$0], upper: true) }.joined(separator: "-")) }
        t.staticMethod("long DoubleToInt64Bits(double value)") { _, _, a in .long(Int64(bitPattern: a.double(0).bitPattern)) }
        t.staticMethod("double Int64BitsToDouble(long value)") { _, _, a in .double(Double(bitPattern: UInt64(bitPattern: Int64(a.int(0))))) }
    }
}

extension TypeRef { static let stopwatch = TypeRef("System.Diagnostics.Stopwatch", base: .object) }

/// `System.Diagnostics.Stopwatch`
final class StopwatchValue: Native {
    var started: UInt64?
    var gone: UInt64 = 0
    init() { super.init(.stopwatch) }
    var nanoseconds: UInt64 { gone + (started.map { StopwatchType.now - $0 } ?? 0) }
}
enum StopwatchType {
    /// Nanoseconds of a clock that never goes back.
    static var now: UInt64 {
        var t = timespec()
        clock_gettime(CLOCK_MONOTONIC, &t)
        return UInt64(t.tv_sec) * 1_000_000_000 + UInt64(t.tv_nsec)
    }
    static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) -> StopwatchValue { v.obj as? StopwatchValue ?? StopwatchValue() }
        func start(_ s: StopwatchValue) { if s.started == nil { s.started = now } }
        t.constructor("System.Diagnostics.Stopwatch()") { _, _, _ in .object(StopwatchValue()) }
        t.staticMethod("System.Diagnostics.Stopwatch StartNew()") { _, _, _ in let s = StopwatchValue(); start(s); return .object(s) }
        t.staticMethod("long GetTimestamp()") { _, _, _ in .long(Int64(now)) }
        t.staticProperty("long Frequency") { _, _ in .long(1_000_000_000) }
        t.staticProperty("bool IsHighResolution") { _, _ in .bool(true) }
        t.method("void Start()") { _, v, _ in start(me(v)); return .void }
        t.method("void Stop()") { _, v, _ in let s = me(v); s.gone = s.nanoseconds; s.started = nil; return .void }
        t.method("void Reset()") { _, v, _ in let s = me(v); s.gone = 0; s.started = nil; return .void }
        t.method("void Restart()") { _, v, _ in let s = me(v); s.gone = 0; s.started = now; return .void }
        t.property("bool IsRunning") { _, v in .bool(me(v).started != nil) }
        t.property("timespan Elapsed") { m, v in try m.convert(.long(Int64(me(v).nanoseconds / 100)), to: .timeSpan) }
        t.property("long ElapsedMilliseconds") { _, v in .long(Int64(me(v).nanoseconds / 1_000_000)) }
        t.property("long ElapsedTicks") { _, v in .long(Int64(me(v).nanoseconds)) }
    }
}
