import NacreRuntime
import NacreTypes
import ShellSupport
import Testing

/// What would take the machine's memory is an error that a script can catch.
@Suite struct LimitsTests {
    let shell = TestSession(StandardTypes.register)

    @Test func longestText() {
        #expect(shell.failure { try shell.make("string", .char(120), .int(.max)) }
            == "OutOfMemoryException: Exception calling \".ctor\" with \"2\" argument(s): \"Insufficient memory to continue the execution of the program.\"")
        #expect(shell.failure { try shell.call(Value("a"), "PadLeft", .int(2_000_000_000)) }.hasPrefix("OutOfMemoryException: Exception calling \"PadLeft\""))
    }
    @Test func largestArray() {
        #expect(shell.failure { try shell.make("int[]", .int(2_000_000_000)) }.hasSuffix("\"Insufficient memory to continue the execution of the program.\""))
        #expect(shell.failure { try shell.call("System.Linq.Enumerable", "Range", .int(0), .int(.max)) }.hasPrefix("OutOfMemoryException"))
        #expect(shell.failure { try shell.call("array", "CreateInstance", .object(TypeRef.int), .int(2_000_000_000)) }.hasPrefix("OutOfMemoryException"))
    }
    @Test func sessionsOnManyThreadsShareTheTables() async {
        let texts = await withTaskGroup(of: String.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let s = TestSession(StandardTypes.register)
                    return (try? s.text(s.call("string", "Join", Value("-"), .object(PSArray([.int(1), .int(2)]))))) ?? "failed"
                }
            }
            var all: Set<String> = []
            for await t in group { all.insert(t) }
            return all
        }
        #expect(texts == ["1-2"])
    }
}
