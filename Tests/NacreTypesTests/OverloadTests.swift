import NacreRuntime
import NacreTypes
import ShellSupport
import Testing

/// The overload that PowerShell picks, as recorded.
@Suite struct OverloadTests {
    let shell = TestSession(StandardTypes.register)

    @Test func theFirstArgumentWeighsMost() throws {
        #expect(shell.text(try shell.call("math", "Max", .int(1), .double(2.5))) == "2")
        #expect(shell.text(try shell.call("math", "Max", .double(2.5), .int(1))) == "2.5")
    }
    @Test func wideningTakesTheNearestType() throws {
        #expect(try shell.call("math", "Round", .int(2)).type === TypeRef.decimal)
        #expect(try shell.call("math", "Abs", .byte(5)).type === TypeRef.short)
    }
    @Test func narrowingTakesTheWidestType() throws {
        #expect(try shell.call("math", "Abs", Value("5.5")).type === TypeRef.double)
    }
    @Test func booleansAreAmbiguous() {
        #expect(shell.failure { try shell.call("math", "Abs", .bool(true)) } == "MethodCountCouldNotFindBest: Multiple ambiguous overloads found for \"Abs\" and the argument count: \"1\".")
    }
    @Test func joinOfNumbersTakesThePartOfAnArray() {
        #expect(shell.failure { try shell.call("string", "Join", Value("-"), .int(1), .int(2), .int(3)) }.hasPrefix("ArgumentOutOfRangeException: Exception calling \"Join\" with \"4\" argument(s): \"startIndex ('2')"))
    }
    @Test func argumentsAreToldByNameAndValue() {
        #expect(shell.failure { try shell.call("char", "IsLetter", Value("ab")) } ==
            "MethodArgumentConversionInvalidCastArgument: Cannot convert argument \"c\", with value: \"ab\", for \"IsLetter\" to type \"System.Char\": \"Cannot convert value \"ab\" to type \"System.Char\". Error: \"String must be exactly one character long.\"\"")
    }
}
