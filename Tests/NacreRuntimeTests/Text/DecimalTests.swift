import Testing
@testable import NacreRuntime

@Suite struct DecimalTests {
    @Test func scaleIsKept() throws {
        #expect(try PSDecimal.add(decimal("1.10"), decimal("2.2")).description == "3.30")
        #expect(try PSDecimal.multiply(decimal("1.00"), decimal("2")).description == "2.00")
        #expect(try PSDecimal.subtract(decimal("1.0"), decimal("1.00")).description == "0.00")
        #expect(try decimal("0.00").description == "0.00")
        #expect(try decimal("-0.0").description == "0.0")
        #expect(try PSDecimal.remainder(decimal("-7.5"), decimal("2")).description == "-1.5")
        #expect(try PSDecimal.remainder(decimal("5"), decimal("3.00")).description == "2.00")
    }

    @Test func division() throws {
        func quotient(_ a: String, _ b: String) throws -> String { try PSDecimal.divide(decimal(a), decimal(b)).description }
        #expect(try quotient("1", "3") == "0.3333333333333333333333333333")
        #expect(try quotient("2", "3") == "0.6666666666666666666666666667")
        #expect(try quotient("10", "4") == "2.5")
        #expect(try quotient("6.0", "2") == "3.0")
        #expect(try quotient("6", "2.0") == "3")
        #expect(try quotient("1.00", "0.50") == "2")
        #expect(try quotient("79228162514264337593543950335", "3") == "26409387504754779197847983445")
        #expect(try quotient("79228162514264337593543950335", "2") == "39614081257132168796771975168")
        #expect(throws: TextError.divideByZero) { try quotient("1", "0.0") }
        #expect(throws: PSDecimal.overflow) { try quotient("79228162514264337593543950335", "0.1") }
    }

    @Test func roundsOnceHalfToEven() throws {
        let small = try decimal("0.0000000000000000000000000001")
        #expect(try PSDecimal.multiply(small, decimal("0.5")).description == "0.0000000000000000000000000000")
        #expect(try PSDecimal.multiply(small, decimal("1.5")).description == "0.0000000000000000000000000002")
        #expect(try PSDecimal.add(decimal("79228162514264337593543950335"), decimal("0.4")).description == "79228162514264337593543950335")
        #expect(throws: PSDecimal.overflow) { try PSDecimal.add(.maxValue, .one) }
        #expect(throws: PSDecimal.overflow) { try PSDecimal.add(.maxValue, decimal("0.5")) }
        #expect(try PSDecimal.multiply(decimal("1234567890123456789.123456789"), decimal("9.87654321")).description == "12193263112482853212.345679001")
    }

    @Test func comparesByValue() throws {
        #expect(try decimal("1.10") == decimal("1.1"))
        #expect(try decimal("1.10").hashValue == decimal("1.1").hashValue)
        #expect(try decimal("-0.0") == PSDecimal.zero)
        #expect(try decimal("0.1") < decimal("0.11"))
        #expect(try decimal("-79228162514264337593543950335") < decimal("0.0000000000000000000000000001"))
    }

    @Test func conversions() throws {
        #expect(try PSDecimal(0.1).description == "0.1")
        #expect(try PSDecimal(1.0 / 3).description == "0.333333333333333")
        #expect(try PSDecimal(1e-10).description == "0.0000000001")
        #expect(try PSDecimal(Float(0.1)).description == "0.1")
        #expect(try PSDecimal(123456789012345678.0).description == "123456789012346000")
        #expect(throws: PSDecimal.overflow) { try PSDecimal(1e29) }
        #expect(try decimal("1.10").doubleValue == 1.1)
        #expect(try decimal("-2.9").integer(Int32.self) == -2)
        #expect(throws: IntegerParse.overflow(Int32.self)) { try decimal("2147483648").integer(Int32.self) }
        #expect(try decimal("-9223372036854775808").integer(Int64.self) == .min)
    }

    @Test func rounding() throws {
        #expect(try decimal("2.345").rounded(2).description == "2.34")
        #expect(try decimal("2.345").rounded(2, .awayFromZero).description == "2.35")
        #expect(try decimal("2.5").rounded().description == "2")
        #expect(try decimal("-2.5").floor.description == "-3")
        #expect(try decimal("-2.5").ceiling.description == "-2")
        #expect(try decimal("2.1").rounded(5).description == "2.1")
    }

    @Test func parsingAndFormatting() throws {
        #expect(try PSDecimal.parse("1.23456789012345678901234567895").description == "1.2345678901234567890123456790")
        #expect(try PSDecimal.parse("1e3", styles: .float).description == "1000")
        #expect(try PSDecimal.parse("(1,234.50)", styles: .any).description == "-1234.50")
        #expect(throws: PSDecimal.overflow) { try decimal("79228162514264337593543950336") }
        #expect(try format(decimal("1234.5678"), "C") == "$1,234.57")
        #expect(try format(decimal("1234.5678"), "G4") == "1235")
        #expect(try format(decimal("1.005"), "F2") == "1.01")
        #expect(try format(decimal("100"), "#,##0.0#") == "100.0")
        #expect(try format(decimal("0.00"), "G") == "0.00")
    }
}
