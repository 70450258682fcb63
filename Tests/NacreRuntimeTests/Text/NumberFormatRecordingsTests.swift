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
        if literal.hasSuffix("L"), let value = Int64(literal.dropLast()) { return integer(value) }
        if let value = Int32(literal) { return integer(value) }
        if let value = Int64(literal) { return integer(value) }
        if let first = literal.first, first == "-" || first.isNumber, let value = Double(literal) { return double(value) }
        return nil
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
