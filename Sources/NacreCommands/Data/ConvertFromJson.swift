import NacreRuntime

/// `ConvertFrom-Json`
final class ConvertFromJsonCommand: Cmdlet {
    private var texts: [Str] = []
    private var inputIndex = 0
    override func begin() throws { inputIndex = index("InputObject") ?? 0 }
    override func process() throws { if let v = arg(at: inputIndex) { texts.append(m.str(v)) } }
    override func end() throws {
        guard let first = texts.first else { return }
        if texts.count > 1 {
            // Each text is a document where the first one is; else they are the lines of one.
            if let v = try? parse(first) {
                try give(v)
                for t in texts.dropFirst() { if let v = try parse(t) { try give(v) } }
                return
            }
            var b = TextBuilder()
            for (k, t) in texts.enumerated() { if k > 0 { b.append(byte: 10) }; b.append(t) }
            if let v = try parse(b.finish()) { try give(v) }
            return
        }
        if let v = try parse(first) { try give(v) }
    }
    private func give(_ v: Value) throws {
        if flag("NoEnumerate") { try write(v) } else { try writeEach(v) }
    }
    private func parse(_ s: Str) throws -> Value? {
        let depth = int("Depth") ?? 1024, asTables = flag("AsHashtable")
        do {
            if s.isWide {
                var r = JsonReader(s.utf16, s, m, asTables: asTables, depth: depth, dates: dates(UInt16.self))
                return try r.document()
            }
            var r = JsonReader(s.latin1, s, m, asTables: asTables, depth: depth, dates: dates(UInt8.self))
            return try r.document()
        } catch let f as JsonReader<UInt8>.Failure { throw failed(f.message, f.id) } catch let f as JsonReader<UInt16>.Failure { throw failed(f.message, f.id) }
    }
    private func dates<U>(_ u: U.Type) -> JsonReader<U>.Dates {
        switch arg("DateKind").map({ m.str($0).string.lowercased() }) {
        case "string": .string
        case "local": .local
        case "utc": .utc
        case "offset": .offset
        default: .standard
        }
    }
    private func failed(_ message: String, _ id: String) -> PSError {
        id == "System.ArgumentException" ? terminating(.argumentException, id: id, message) : terminating(.invalidOperationException, id: id, message, category: .invalidOperation)
    }
}
