extension JSONReader {
    /// A string at its opening quote. A lone surrogate escape becomes U+FFFD.
    mutating func string() throws(JSONError) -> String {
        at += 1
        let start = at
        while let b = byte, b != UInt8(ascii: "\""), b != UInt8(ascii: "\\"), b >= 32 { at += 1 }
        if byte == UInt8(ascii: "\"") {
            defer { at += 1 }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self)
        }
        var out = Array(bytes[start..<at])
        while let b = byte {
            at += 1
            switch b {
            case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(&out)
            case 0..<32: at -= 1; throw error("a control character stands in a string")
            default: out.append(b)
            }
        }
        throw error("a string does not end")
    }

    private mutating func escape(_ out: inout [UInt8]) throws(JSONError) {
        guard let b = byte else { throw error("a string does not end") }
        at += 1
        switch b {
        case UInt8(ascii: "n"): out.append(10)
        case UInt8(ascii: "r"): out.append(13)
        case UInt8(ascii: "t"): out.append(9)
        case UInt8(ascii: "b"): out.append(8)
        case UInt8(ascii: "f"): out.append(12)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(b)
        case UInt8(ascii: "u"):
            var code = try hex4()
            if code & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") {
                let back = at
                at += 2
                let low = try hex4()
                if low & 0xFC00 == 0xDC00 { code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF) } else { at = back }
            }
            out += String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8
        default: at -= 1; throw error("unknown escape")
        }
    }

    private mutating func hex4() throws(JSONError) -> UInt32 {
        guard at + 4 <= bytes.count else { throw error("\\u needs four hexadecimal digits") }
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else { throw error("\\u needs four hexadecimal digits") }
            code = code << 4 + UInt32(digit)
            at += 1
        }
        return code
    }
}
