import Testing
@testable import NacreRuntime

/// Every recorded formatting of a number literal.
@Suite struct NumberFormatRecordingsTests {
    /// A number literal of the recordings, as a way to format it.
    static func formatter(_ literal: String) -> ((String) throws -> String)? {
        func make<T>(_ value: T, _ append: @escaping (T, [UInt8], inout [UInt8]) throws -> Void) -> (String) throws -> String {
            { format in
                var buffer: [UInt8] = []
                try append(value, Array(format.utf8), &buffer)
                return String(decoding: buffer, as: UTF8.self)
            }
        }
        func integer<T: FixedWidthInteger>(_ value: T) -> (String) throws -> String {
            make(value) { try NumberFormat.append($0, format: $1, to: &$2) }
        }
        func double(_ value: Double) -> (String) throws -> String {
            make(value) { try NumberFormat.append($0, format: $1, to: &$2) }
        }
        switch literal {
        case "[double]::NaN": return double(.nan)
        case "[double]::NegativeInfinity": return double(-.infinity)
        case "[double]::PositiveInfinity": return double(.infinity)
        default: break
        }
        if literal.hasPrefix("[byte]"), let value = UInt8(literal.dropFirst(6)) { return integer(value) }
        if literal.hasPrefix("[uint64]"), let value = UInt64(literal.dropFirst(8)) { return integer(value) }
        if literal.hasPrefix("[single]"), let value = Float(literal.dropFirst(8)) {
            return make(value) { try NumberFormat.append($0, format: $1, to: &$2) }
        }
        if literal.hasPrefix("[bigint]"), let value = try? PSBigInteger.parse(String(literal.dropFirst(8))) {
            return make(value) { try $0.append(format: $1, to: &$2) }
        }
        if literal.hasSuffix("d"), let value = try? PSDecimal.parse(String(literal.dropLast())) {
            return make(value) { try $0.append(format: $1, to: &$2) }
        }
        if literal.hasSuffix("L"), let value = Int64(literal.dropLast()) { return integer(value) }
        if let value = Int32(literal) { return integer(value) }
        if let value = Int64(literal) { return integer(value) }
        if let first = literal.first, first == "-" || first.isNumber, let value = Double(literal) { return double(value) }
        return nil
    }

    /// `[type]'text'` for the number types.
    @Test func castsOfStrings() {
        var checked = 0
        for (expression, answer) in Recordings.pairs("formats") + Recordings.pairs("expressions") where expression.hasPrefix("[") {
            let parts = expression.dropFirst().split(separator: "]", maxSplits: 1)
            guard parts.count == 2, let (source, rest) = Recordings.quoted(parts[1]), rest.isEmpty else { continue }
            let bytes = Array(source.utf8)
            func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> String { String(try NumberCast.integer(bytes, as: type)) }
            let got: String
            do throws(any Error) {
                switch parts[0].lowercased() {
                case "int": got = try "Int32 " + integer(Int32.self)
                case "long": got = try "Int64 " + integer(Int64.self)
                case "byte": got = try "Byte " + integer(UInt8.self)
                case "uint32": got = try "UInt32 " + integer(UInt32.self)
                case "bigint": got = try "BigInteger \(NumberCast.bigInteger(bytes))"
                case "decimal": got = try "Decimal \(NumberCast.decimal(bytes))"
                case "double": got = try "Double " + shortest(NumberCast.double(bytes))
                case "single": got = try "Single " + text { FloatText.append(try NumberCast.single(bytes), to: &$0) }
                default: continue
                }
            } catch {
                got = (error as? TextError)?.message ?? "\(error)"
            }
            checked += 1
            if answer.hasPrefix("!") ? !answer.hasSuffix("Error: \"\(got)\"") : got != answer {
                Issue.record("\(expression): got \(got), recorded \(answer)")
            }
        }
        print("\(checked) casts")
    }

    @Test func standardAndCustomFormats() {
        var checked = 0
        for (expression, answer) in Recordings.pairs("formats") {
            guard let (literal, format) = Recordings.formatting(expression), let formatter = Self.formatter(literal) else { continue }
            checked += 1
            let expected = answer.hasPrefix("String ") ? String(answer.dropFirst(7)) : "!"
            let got = (try? formatter(format)) ?? "!"
            if expected == "!" ? got != "!" : got != expected {
                Issue.record("\(expression): got \(got), recorded \(answer)")
            }
        }
        if checked == 0 { print("recordings not found under \(Recordings.folder): skipped") } else { print("\(checked) recordings") }
    }
}
