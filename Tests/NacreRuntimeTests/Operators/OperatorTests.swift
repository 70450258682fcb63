import ShellSupport
import Testing
import NacreSyntax
@testable import NacreRuntime

/// Operators on values of all types: operands, and what PowerShell gives.
@Suite struct OperatorTests {
    private func check(_ cases: [(Value, BinaryOperator, Value, String)]) {
        let shell = TestSession()
        for (x, op, y, expected) in cases {
            let got = shell.show { try $0.binary(op, x, y) }
            #expect(got == expected, "\(shell.describe(x)) \(op) \(shell.describe(y))")
        }
    }

    @Test func arithmeticPromotes() {
        check([
            (.int(.max), .add, 1, "Double 2147483648"),
            (7, .divide, 2, "Double 3.5"),
            (6, .divide, 2, "Int32 3"),
            (5, .multiply, .long(.max), "Double 4.611686018427387E+19"),
            (.byte(200), .add, .byte(100), "Int32 300"),
            (.uint(1), .subtract, 2, "Double -1"),
            (true, .add, true, "Int32 2"),
        ])
        check([
            (.char(98), .add, 1, "String b1"),
            ("5", .subtract, "2", "Int32 3"),
            (1, .add, "1kb", "Int32 1025"),
            (1, .divide, 0, "! RuntimeException :: Attempted to divide by zero."),
            (true, .multiply, 3, "! NotADefinedOperationForType :: The operation '[System.Boolean] * [System.Int32]' is not defined."),
        ])
    }
    @Test func collectionsGrowAndRepeat() {
        check([
            (a(1, 2), .add, a(3), "Object[][3](Int32 1,Int32 2,Int32 3)"),
            (a(1), .add, .null, "Object[][2](Int32 1,null)"),
            (a(1, 2), .multiply, 2, "Object[][4](Int32 1,Int32 2,Int32 1,Int32 2)"),
            ("ab", .multiply, 3, "String ababab"),
            (a(1, 2, 3), .igt, 1, "Object[][2](Int32 2,Int32 3)"),
            (a("a", "B"), .icontains, "b", "Boolean True"),
            (3, .range, 1, "Object[][3](Int32 3,Int32 2,Int32 1)"),
        ])
    }
    @Test func theLeftOperandDecides() {
        check([
            (5, .ieq, "5", "Boolean True"),
            (5, .ieq, "x", "Boolean False"),
            (true, .ieq, 5, "Boolean True"),
            (5, .ieq, true, "Boolean False"),
            ("10", .ilt, 9, "Boolean True"),
            (5, .ilt, "x", "! InvalidCastFromStringToInteger :: Cannot convert value \"x\" to type \"System.Int32\". Error: \"The input string 'x' was not in a correct format.\""),
            (.null, .ilt, 0, "Boolean True"),
            (1, .ilt, a(1, 2), "! ComparisonFailure :: Could not compare \"1\" to \"1 2\". Error: \"Cannot convert the \"System.Object[]\" value of type \"System.Object[]\" to type \"System.Int32\".\""),
        ])
    }
    @Test func bitsAndShifts() {
        check([
            (6, .band, 3, "Int32 2"),
            (1.0, .bor, 2, "UInt64 3"),
            (1, .shl, 33, "Int32 2"),
            (.byte(7), .shl, 4, "Byte 112"),
            (3.7, .shr, 0, "Int32 4"),
        ])
    }
    @Test func formatJoinLike() {
        check([
            ("{0,5:N1}|{1}", .format, a(1.25, "x"), "String   1.2|x"),
            (a(1, 2), .join, "-", "String 1-2"),
            ("abc", .ilike, "A?c", "Boolean True"),
            ("a.b", .isplit, a(".", 0, "SimpleMatch"), "String[][2](String a,String b)"),
        ])
    }
    @Test func castsToEnums() {
        let shell = TestSession()
        let t = TypeRef("Color", namespace: "", code: .enumeration, base: .enumBase, element: .int, isValueType: true)
        t.labels = EnumLabels([("Red", 0), ("Green", 1), ("Grey", 2)])
        #expect(shell.show { try $0.convert("green", to: t) } == "Color Green")
        #expect(shell.show { try $0.convert(2, to: t) } == "Color Grey")
        #expect(shell.show { try $0.convert("gree", to: t) } == "Color Green")
        #expect(shell.show { try $0.convert("gre", to: t) }.contains("too similar or identical to the following enumerator names: Green, Grey"))
        #expect(shell.show { try $0.convert(9, to: t) }.hasPrefix("! UndefinedIntegerToEnum"))
    }
}
