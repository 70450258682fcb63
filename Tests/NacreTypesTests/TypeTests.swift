import NacreRuntime
import NacreTypes
import ShellSupport
import Testing

/// A few members of each common type, with what PowerShell gives.
@Suite struct TypeTests {
    let shell = TestSession(StandardTypes.register)

    @Test func strings() throws {
        #expect(shell.text(try shell.call(Value("hello"), "ToUpper")) == "HELLO")
        #expect(shell.text(try shell.call(Value("aXbXc"), "Replace", Value("X"), .null)) == "abc")
        #expect(shell.text(try shell.call(Value("a,b,,c"), "Split", Value(","))) == "a b  c")
        #expect(shell.failure { try shell.call(Value("abc"), "Substring", .int(5)) } ==
            "ArgumentOutOfRangeException: Exception calling \"Substring\" with \"1\" argument(s): \"startIndex cannot be larger than length of string. (Parameter 'startIndex')\"")
        #expect(shell.failure { try shell.call(Value("abc"), "NoSuch") } == "MethodNotFound: Method invocation failed because [System.String] does not contain a method named 'NoSuch'.")
        #expect(shell.failure { try shell.call(.null, "Trim") } == "InvokeMethodOnNull: You cannot call a method on a null-valued expression.")
    }
    @Test func listsConvertWhatTheyTake() throws {
        let list = try shell.make("System.Collections.Generic.List[int]")
        _ = try shell.call(list, "Add", Value("5"))
        _ = try shell.call(list, "Add", .double(2.6))
        #expect(shell.text(list) == "5 3")
        #expect(try shell.get(list, "Count") == "2")
    }
    @Test func methodsOfElementsAreCalledOnACollection() throws {
        let words: Value = .object(PSArray([Value("a"), Value("b")]))
        #expect(shell.text(try shell.call(words, "ToUpper")) == "A B")
    }
    @Test func sortedDictionariesComeInOrder() throws {
        let d = try shell.make("System.Collections.Generic.SortedDictionary[string,int]")
        for k in ["pear", "apple", "fig"] { _ = try shell.call(d, "Add", Value(k), .int(1)) }
        #expect(shell.text(try shell.m.member(d, Name("Keys"))) == "apple fig pear")
    }
    @Test func addressesVersionsAndDates() throws {
        let v = try shell.m.convert(Value("1.2.3"), to: .version)
        #expect(try shell.get(v, "Revision") == "-1")
        let d = try shell.m.convert(Value("2024-01-31"), to: .dateTime)
        #expect(shell.text(try shell.call(try shell.call(d, "AddMonths", .int(1)), "ToString", Value("yyyy-MM-dd"))) == "2024-02-29")
        let u = try shell.m.convert(Value("https://user@example.org:8080/a?x=1#f"), to: .uri)
        #expect(try shell.get(u, "Authority") == "example.org:8080")
    }
    @Test func oneThingIsItsOwnFirstElement() throws {
        #expect(shell.text(try shell.m.pass([.int(0)]) { try shell.m.index(.int(5), $0) }) == "5")
        #expect(try shell.m.member(.int(5), Name("Count")).isIdentical(to: .int(1)))
    }
}

/// Types and members that Nacre adds to .NET's commonest, and how it says what it has not got.
@Suite struct MoreTypeTests {
    let shell = Shell()

    @Test func whatIsMissingIsNamed() {
        #expect(shell.failure { try shell.call(Value("a"), "Normalize") } == "NotSupportedByNacre: not supported by Nacre: the member Normalize of [System.String]")
        #expect(shell.failure { try shell.m.convert(Value("<a/>"), to: shell.type("xml")) } == "NotSupportedByNacre: not supported by Nacre: [System.Xml.XmlDocument]")
    }
    @Test func semanticVersions() throws {
        let a = try shell.m.convert(Value("1.0.0-beta.2+b5"), to: shell.type("semver")), b = try shell.make("semver", Value("1.0.0"))
        #expect(try shell.get(a, "PreReleaseLabel") == "beta.2")
        #expect(shell.text(try shell.call(a, "CompareTo", b)) == "-1")
    }
    @Test func datesOfCultures() throws {
        let day = try shell.make("datetime", .int(2024), .int(3), .int(5)), french = try shell.make("cultureinfo", Value("fr-FR"))
        #expect(shell.text(try shell.call(day, "ToString", Value("D"), french)) == "mardi 5 mars 2024")
    }
    @Test func tablesBecomeObjects() {
        #expect(shell.failure { try shell.m.convert(.object(Table(rule: .ignoringCase)), to: .int) }.hasPrefix("ConvertToFinalInvalidCastException"))
    }
}
