/// Text that is not the JSON it should be: what, and at which byte (from 0).
public struct JSONError: Error, Equatable, Sendable {
    public var reason: String
    public var offset: Int
}

extension SchemaValue {
    /// Reads JSON (RFC 8259), and of it what `json` writes beyond JSON. Integers outside 64 bits become doubles.
    public init(json: String) throws(JSONError) {
        var copy = json
        let result: Result<SchemaValue, JSONError> = copy.withUTF8 { bytes in
            do throws(JSONError) { return .success(try SchemaValue(jsonBytes: bytes)) } catch { return .failure(error) }
        }
        self = try result.get()
    }

    public init(jsonBytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
        var reader = JSONReader(bytes: jsonBytes)
        self = try reader.document()
    }
}

struct JSONReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    var depth = 0
    /// Deeper nesting than any document has is refused, so that no text can use up the stack.
    static let deepest = 200

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> SchemaValue {
        let value = try value()
        space()
        guard at == bytes.count else { throw error("more text follows the value") }
        return value
    }

    func error(_ reason: String) -> JSONError { JSONError(reason: reason, offset: at) }
    var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func space() {
        while let b = byte, b == 32 || b == 10 || b == 13 || b == 9 { at += 1 }
    }

    mutating func value() throws(JSONError) -> SchemaValue {
        space()
        switch byte {
        case UInt8(ascii: "{"): return try nested { (r) throws(JSONError) in try r.object() }
        case UInt8(ascii: "["): return try nested { (r) throws(JSONError) in try r.list() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): try word("true"); return .bool(true)
        case UInt8(ascii: "f"): try word("false"); return .bool(false)
        case UInt8(ascii: "n"): try word("null"); return .null
        case nil: throw error("the text ends where a value should be")
        default: return try number()
        }
    }

    mutating func nested(_ body: (inout JSONReader) throws(JSONError) -> SchemaValue) throws(JSONError) -> SchemaValue {
        depth += 1
        guard depth <= JSONReader.deepest else { throw error("nested too deeply") }
        let value = try body(&self)
        depth -= 1
        return value
    }

    mutating func word(_ text: StaticString) throws(JSONError) {
        let n = text.utf8CodeUnitCount
        guard at + n <= bytes.count else { throw error("unknown word") }
        for i in 0..<n where bytes[at + i] != text.utf8Start[i] { throw error("unknown word") }
        at += n
    }

    mutating func list() throws(JSONError) -> SchemaValue {
        at += 1
        var items: [SchemaValue] = []
        space()
        if byte == UInt8(ascii: "]") { at += 1; return .list(items) }
        while true {
            items.append(try value())
            space()
            switch byte {
            case UInt8(ascii: ","): at += 1
            case UInt8(ascii: "]"): at += 1; return .list(items)
            default: throw error("a list needs , or ] here")
            }
        }
    }

    mutating func object() throws(JSONError) -> SchemaValue {
        at += 1
        var fields: [(String, SchemaValue)] = []
        space()
        if byte == UInt8(ascii: "}") { at += 1; return .object(SchemaObject()) }
        while true {
            space()
            guard byte == UInt8(ascii: "\"") else { throw error("an object needs a name here") }
            let name = try string()
            space()
            guard byte == UInt8(ascii: ":") else { throw error("a name needs : after it") }
            at += 1
            fields.append((name, try value()))
            space()
            switch byte {
            case UInt8(ascii: ","): at += 1
            case UInt8(ascii: "}"): at += 1; return JSONReader.special(fields) ?? .object(SchemaObject(fields.map(JSONReader.plain)))
            default: throw error("an object needs , or } here")
            }
        }
    }

    /// The value that an object of one `$` name stands for.
    static func special(_ fields: [(String, SchemaValue)]) -> SchemaValue? {
        guard fields.count == 1, fields[0].0.utf8.first == UInt8(ascii: "$") else { return nil }
        switch (fields[0].0, fields[0].1) {
        case ("$guid", .string(let g)): return .guid(g)
        case ("$timeSpan", .int(let t)): return .timeSpan(Duration100ns(ticks: t))
        case ("$dateTime", .list(let l)):
            guard l.count == 2, let ticks = l[0].int, let k = l[1].int, let kind = Timestamp.Kind(rawValue: Int(clamping: k)) else { return nil }
            return .dateTime(Timestamp(ticks: ticks, kind: kind))
        case ("$double", .string(let s)): return Double(s).map { .double($0) }
        default: return nil
        }
    }

    /// Takes off the `$` that the writer put before a name that starts with one.
    static func plain(_ field: (String, SchemaValue)) -> (String, SchemaValue) {
        field.0.hasPrefix("$$") ? (String(field.0.dropFirst()), field.1) : field
    }

    mutating func number() throws(JSONError) -> SchemaValue {
        let start = at
        var whole = true
        loop: while let b = byte {
            switch b {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"): whole = false
            default: break loop
            }
            at += 1
        }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
        if whole, let i = Int64(text) { return .int(i) }
        if !text.isEmpty, text.utf8.first != UInt8(ascii: "+"), text.utf8.first != UInt8(ascii: "."), let d = Double(text) { return .double(d) }
        at = start
        throw error("this is no value")
    }
}
