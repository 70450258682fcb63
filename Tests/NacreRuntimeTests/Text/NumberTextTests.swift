import Testing
@testable import NacreRuntime

func text(_ body: (inout [UInt8]) throws -> Void) rethrows -> String {
    var buffer: [UInt8] = []
    try body(&buffer)
    return String(decoding: buffer, as: UTF8.self)
}
func display(_ value: Double) -> String { text { FloatText.appendDisplay(value, to: &$0) } }
func shortest(_ value: Double) -> String { text { FloatText.append(value, to: &$0) } }
func format(_ value: Double, _ format: String, _ symbols: NumberSymbols = .enUS) throws -> String {
    try text { try NumberFormat.append(value, format: Array(format.utf8), symbols: symbols, to: &$0) }
}
func format(_ value: PSDecimal, _ format: String) throws -> String {
    try text { try value.append(format: Array(format.utf8), to: &$0) }
}
func format(_ value: PSBigInteger, _ format: String) throws -> String {
    try text { try value.append(format: Array(format.utf8), to: &$0) }
}
func decimal(_ value: String) throws -> PSDecimal { try PSDecimal.parse(value) }
func big(_ value: String) throws -> PSBigInteger { try PSBigInteger.parse(value) }

@Suite struct NumberTextTests {
    @Test func integers() throws {
        #expect(text { IntegerText.append(Int64.min, to: &$0) } == "-9223372036854775808")
        #expect(text { IntegerText.append(UInt64.max, to: &$0) } == "18446744073709551615")
        for value in [0, 9, 10, 99, 100, 999, 1000, 65535, 999_999_999_999] { #expect(text { IntegerText.append(value, to: &$0) } == String(value)) }
        #expect(try text { try NumberFormat.append(Int16(-1), format: Array("X".utf8), to: &$0) } == "FFFF")
        #expect(try text { try NumberFormat.append(Int8(-1), format: Array("b".utf8), to: &$0) } == "11111111")
    }

    @Test func doublesShortestAndDisplayed() {
        #expect(shortest(0.1 + 0.2) == "0.30000000000000004")
        #expect(display(0.1 + 0.2) == "0.3")
        #expect(shortest(1e15) == "1E+15")
        #expect(shortest(123456789012345680) == "1.2345678901234568E+17")
        #expect(shortest(1234567890123456) == "1234567890123456")
        #expect(display(1234567890123456) == "1.23456789012346E+15")
        #expect(display(-2.0 / 3) == "-0.666666666666667")
        #expect(shortest(-0.0) == "-0")
        #expect(shortest(1e-5) == "1E-05")
        #expect(shortest(0.0001) == "0.0001")
        #expect(display(Double.leastNonzeroMagnitude) == "4.94065645841247E-324")
        #expect(shortest(Double.leastNonzeroMagnitude) == "5E-324")
        #expect(shortest(.greatestFiniteMagnitude) == "1.7976931348623157E+308")
        #expect(display(.infinity) == "∞")
        #expect(text { FloatText.append(Float(0.1), to: &$0) } == "0.1")
        #expect(text { FloatText.append(Float(1e7), to: &$0) } == "1E+07")
        #expect(text { FloatText.append(Float(16777216), to: &$0) } == "16777216")
    }

    @Test func tiesOfDoublesGoToEvenInStandardFormats() throws {
        #expect(try [0.5, 1.5, 2.5, 3.5, -2.5].map { try format($0, "F0") } == ["0", "2", "2", "4", "-2"])
        #expect(try [0.5, 1.5, 2.5, 3.5, -2.5].map { try format($0, "0") } == ["1", "2", "3", "4", "-3"])
        #expect(try format(0.125, "F2") == "0.12")
        #expect(try format(1.005, "F2") == "1.00")
        #expect(try format(0.1, "F20") == "0.10000000000000000555")
        #expect(try format(-0.04, "F1") == "-0.0")
        #expect(try format(-9876.55, "N1") == "-9,876.5")
    }

    @Test func customFormats() throws {
        #expect(try format(1234, "##-##") == "12-34")
        #expect(try format(1234567890, "0,,") == "1235")
        #expect(try format(9876543, "#,##0,K") == "9,877K")
        #expect(try format(12345678, "0.0,,M") == "12345678.0M")
        #expect(try format(0.0123, "0.00‰") == "12.30‰")
        #expect(try format(123456, "##0.0E-0") == "123.5E3")
        #expect(try format(-0.001, "#.##") == "")
        #expect(try format(-0.001, "0.0") == "-0.0")
        #expect(try format(0, "0.0;(0.0);zero") == "zero")
    }

    @Test func invariantSymbols() throws {
        #expect(try format(0.5, "P0", .invariant) == "50 %")
        #expect(try format(-12.5, "C", .invariant) == "(¤12.50)")
        #expect(try format(1234.5, "N", .invariant) == "1,234.50")
    }

    @Test func badFormatsThrow() {
        for bad in ["Q", "D", "X2", "A9"] { #expect(throws: TextError.badSpecifier) { try format(5.5, bad) } }
    }

    @Test func parsing() throws {
        #expect(try IntegerParse.parse(" -42 ", as: Int32.self) == -42)
        #expect(try IntegerParse.parse("FF", as: Int32.self, styles: .hexNumber) == 255)
        #expect(try IntegerParse.parse("FFFFFFFF", as: Int32.self, styles: .hexNumber) == -1)
        #expect(try IntegerParse.parse("1,234", as: Int32.self, styles: [.thousands]) == 1234)
        #expect(try IntegerParse.parse("($1,234.00)", as: Int32.self, styles: .currency) == -1234)
        #expect(throws: TextError.badInput("4x")) { try IntegerParse.parse("4x", as: Int32.self) }
        #expect(throws: IntegerParse.overflow(Int32.self)) { try IntegerParse.parse("2147483648", as: Int32.self) }
        #expect(throws: IntegerParse.overflow(UInt8.self)) { try IntegerParse.parse("-1", as: UInt8.self) }
        #expect(try FloatParse.double("1.5e3") == 1500)
        #expect(try FloatParse.double("1,234.5") == 1234.5)
        #expect(try FloatParse.double("1e400") == .infinity)
        #expect(try FloatParse.double("0.30000000000000004") == 0.1 + 0.2)
        #expect(try FloatParse.double("-∞") == -.infinity)
        #expect(try FloatParse.double("nan").isNaN)
        #expect(throws: TextError.self) { try FloatParse.double("1.2.3") }
    }

    @Test func castsOfStrings() throws {
        func int(_ text: String) throws -> Int32 { try NumberCast.integer(Array(text.utf8)) }
        #expect(try ["1kb", "5u", "0b101", "-0x10", "1,234", "", "0xFFFFFFFF", " 12 ", "1.5", "1e3", "#1F"].map(int)
                == [1024, 5, 5, -16, 1234, 0, -1, 12, 2, 1000, 31])
        #expect(throws: TextError.badInput("10abc")) { try int("10abc") }
        #expect(throws: IntegerParse.overflow(Int32.self)) { try int("99999999999") }
        #expect(try NumberCast.integer(Array("1,234.5".utf8), as: Int64.self) == 1234)
        #expect(throws: TextError.badInput("1,234.5")) { try NumberCast.integer(Array("1,234.5".utf8), as: UInt8.self) }
        #expect(try NumberCast.bigInteger(Array("123456789012345678901234567890".utf8)).description == "123456789012345677877719597056")
        #expect(try NumberCast.decimal(Array("1.10".utf8)).description == "1.1")
        #expect(try NumberCast.decimal(Array("1,234.5".utf8)).description == "1234.5")
    }
}
