import Testing
@testable import NacreRuntime

@Suite struct BigIntegerTests {
    @Test func arithmetic() throws {
        let value = try big("123456789012345678901234567890")
        #expect(try PSBigInteger.multiply(value, value).description == "15241578753238836750495351562536198787501905199875019052100")
        #expect(try PSBigInteger.add(value, .minusOne).description == "123456789012345678901234567889")
        #expect(try PSBigInteger.divide(PSBigInteger(-7), PSBigInteger(2)).description == "-3")
        #expect(try PSBigInteger.remainder(PSBigInteger(-7), PSBigInteger(2)).description == "-1")
        #expect(throws: TextError.divideByZero) { try PSBigInteger.divide(value, .zero) }
        #expect(try PSBigInteger.greatestCommonDivisor(PSBigInteger(48), PSBigInteger(36)) == PSBigInteger(12))
        #expect(try PSBigInteger.modularPower(PSBigInteger(3), PSBigInteger(4), PSBigInteger(5)) == .one)
    }

    @Test func powersAreBounded() throws {
        #expect(try PSBigInteger.power(PSBigInteger(2), 100).description == "1267650600228229401496703205376")
        #expect(throws: PSBigInteger.tooLarge) { try PSBigInteger.power(PSBigInteger(3), 1 << 40) }
        #expect(try PSBigInteger.power(.minusOne, 1 << 40) == .one)
        #expect(throws: PSBigInteger.tooLarge) { try PSBigInteger.shiftLeft(.one, 1 << 40) }
    }

    @Test func bitsAreTwosComplement() throws {
        #expect(try PSBigInteger.and(PSBigInteger(-7), PSBigInteger(12)) == PSBigInteger(8))
        #expect(try PSBigInteger.shiftRight(PSBigInteger(-7), 1) == PSBigInteger(-4))
        #expect(PSBigInteger(5).complement == PSBigInteger(-6))
        for value in [0, 1, -1, 127, 128, -128, -129, 255, 256, 65535, -65536] {
            #expect(PSBigInteger(littleEndian: PSBigInteger(value).littleEndianBytes) == PSBigInteger(value))
        }
    }

    @Test func textOfBases() throws {
        #expect(try [255, 128, -1, 0, 10, 16, -255].map { try format(PSBigInteger($0), "X") } == ["0FF", "080", "F", "0", "0A", "10", "F01"])
        #expect(try format(PSBigInteger(5), "D4") == "0005")
        #expect(try format(big("123456789012345678901"), "N0") == "123,456,789,012,345,678,901")
        #expect(try PSBigInteger.parse("FF", styles: .hexNumber) == .minusOne)
        #expect(try PSBigInteger.parse("0FF", styles: .hexNumber) == PSBigInteger(255))
        #expect(throws: PSBigInteger.badText) { try big("12x") }
    }

    @Test func conversions() throws {
        #expect(try PSBigInteger(1e20).description == "100000000000000000000")
        #expect(try PSBigInteger(-1.9).description == "-1")
        #expect(try big("100000000000000000000").doubleValue == 1e20)
        #expect(try PSBigInteger.shiftLeft(.one, 2000).doubleValue == .infinity)
        #expect(try big("9007199254740993").doubleValue == 9007199254740992)
        #expect(try PSBigInteger(decimal("79228162514264337593543950335")).decimal() == .maxValue)
        #expect(try big("-9223372036854775808").integer(Int64.self) == .min)
        #expect(try big("9223372036854775808").integer(Int64.self) == nil)
    }
}
