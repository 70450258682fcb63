/// A value as one line of JSON: fields in order, no spaces, the same text for the same value always.
///
/// What JSON cannot say is an object of one field whose name starts with `$`: `{"$dateTime":[ticks,kind]}`, `{"$timeSpan":ticks}`,
/// `{"$guid":"…"}`, `{"$double":"NaN"}`; a name of the user's that starts so is written with one `$` more.
extension SchemaValue {
    public var json: String {
        var out: [UInt8] = []
        out.reserveCapacity(256)
        JSONWriter.write(self, to: &out)
        return String(decoding: out, as: UTF8.self)
    }
}

enum JSONWriter {
    static func write(_ value: SchemaValue, to out: inout [UInt8]) {
        switch value {
        case .null: out += "null".utf8
        case .bool(let b): out += (b ? "true" : "false").utf8
        case .int(let i): out += String(i).utf8
        case .double(let d):
            if d.isFinite { out += d.description.utf8 } else { out += "{\"$double\":\"\(d.description)\"}".utf8 }
        case .string(let s): write(s, to: &out)
        case .dateTime(let t): out += "{\"$dateTime\":[\(t.ticks),\(t.kind.rawValue)]}".utf8
        case .timeSpan(let t): out += "{\"$timeSpan\":\(t.ticks)}".utf8
        case .guid(let g):
            out += "{\"$guid\":".utf8
            write(g, to: &out)
            out.append(UInt8(ascii: "}"))
        case .list(let items):
            out.append(UInt8(ascii: "["))
            for (i, item) in items.enumerated() {
                if i > 0 { out.append(UInt8(ascii: ",")) }
                write(item, to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let object):
            out.append(UInt8(ascii: "{"))
            for (i, field) in object.fields.enumerated() {
                if i > 0 { out.append(UInt8(ascii: ",")) }
                write(field.name.utf8.first == UInt8(ascii: "$") ? "$" + field.name : field.name, to: &out)
                out.append(UInt8(ascii: ":"))
                write(field.value, to: &out)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    static func write(_ text: String, to out: inout [UInt8]) {
        let hex = Array("0123456789abcdef".utf8)
        out.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(UInt8(ascii: "\\")); out.append(byte)
            case 10: out += "\\n".utf8
            case 13: out += "\\r".utf8
            case 9: out += "\\t".utf8
            case 0..<32: out += "\\u00".utf8; out.append(hex[Int(byte >> 4)]); out.append(hex[Int(byte & 15)])
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}
