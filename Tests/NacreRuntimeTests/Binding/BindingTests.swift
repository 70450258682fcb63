import ShellSupport
import Testing
import NacreSyntax
@testable import NacreRuntime

/// A command with three parameters: `-Name` and `-Size` by position, a switch.
private func sample() -> CommandMetadata {
    func parameter(_ name: String, _ type: TypeRef, position: Int? = nil) -> ParameterMetadata {
        var s = SetMembership()
        s.position = position
        return ParameterMetadata(name, type: type, memberships: [s])
    }
    let d = CommandMetadata("Test-It", parameters: [parameter("Name", .string, position: 0), parameter("Size", .int, position: 1), parameter("Force", .switchParameter)])
    d.parameters[0].aliases = ["cn"]
    d.parameters[1].rules = [ValidateRangeRule(.int(1), .int(9))]
    return d
}
private func word(_ name: String? = nil, _ value: Value = .undef) -> Argument { Argument(parameter: name, value: value, extent: Extent(start: 0, end: 0)) }

@Suite struct BindingTests {
    let session = Session(host: TextHost())
    private func bind(_ d: CommandMetadata, _ words: [Argument], input: Bool = false) throws -> ParameterBinder {
        let b = ParameterBinder(session.machine, d, command: CmdletInfo("Test-It", className: "TestIt", module: "", metadata: { d }, make: { Cmdlet() }))
        try b.bind(words)
        try b.finish(expectsInput: input)
        return b
    }
    private func error(_ d: CommandMetadata, _ words: [Argument]) -> String? {
        do { _ = try bind(d, words); return nil } catch { return (error as? PSError)?.record.fullyQualifiedId }
    }

    @Test func bindsNamesPositionsAliasesAndPrefixes() throws {
        let d = sample()
        #expect(try bind(d, [word("Name", Value("a")), word(nil, .int(3))]).values[1].isIdentical(to: .int(3)))
        #expect(try bind(d, [word("cn", Value("a"))]).values[0].str?.string == "a")
        #expect(try bind(d, [word("Na"), word(nil, Value("a")), word("Fo"), word(nil, .int(2))]).boundParameters().count == 3)
    }
    @Test func convertsAndValidates() throws {
        let d = sample()
        #expect(try bind(d, [word(nil, Value("a")), word(nil, Value("7"))]).values[1].isIdentical(to: .int(7)))
        #expect(error(d, [word("Size", Value("x"))]) == "CannotConvertArgumentNoMessage,TestIt")
        #expect(error(d, [word("Size", .int(10))]) == "ParameterArgumentValidationError,TestIt")
    }
    @Test func namesWhatIsWrong() {
        let d = sample()
        #expect(error(d, [word("Nope", .int(1))]) == "NamedParameterNotFound,TestIt")
        #expect(error(d, [word(nil, .int(1)), word(nil, .int(2)), word(nil, .int(3))]) == "PositionalParameterNotFound,TestIt")
        #expect(error(d, [word("Name")]) == "MissingArgument,TestIt")
        #expect(error(d, [word("Name", Value("a")), word("cn", Value("b"))]) == "ParameterAlreadyBound,TestIt")
        d.parameters[0].memberships[0].isMandatory = true
        let mandatory = CommandMetadata("Test-It", parameters: d.parameters)
        #expect(error(mandatory, []) == "MissingMandatoryParameter,TestIt")
    }
    @Test func decidesOnTheParameterSet() throws {
        func parameter(_ name: String, set: Int, mandatory: Bool = false) -> ParameterMetadata {
            var s = SetMembership(set: set)
            s.isMandatory = mandatory
            return ParameterMetadata(name, type: .object, memberships: [s])
        }
        let d = CommandMetadata("Test-It", parameters: [parameter("A", set: 0, mandatory: true), parameter("B", set: 1), parameter("X", set: 0)], sets: ["One", "Two"])
        #expect(try bind(d, []).parameterSetName == "Two")
        #expect(try bind(d, [word("A", .int(1))]).parameterSetName == "One")
        #expect(error(d, [word("X", .int(1)), word("B", .int(2))]) == "AmbiguousParameterSet,TestIt")
        #expect(error(d, [word("X", .int(1))]) == "MissingMandatoryParameter,TestIt")
    }
    @Test func aSecondCallOfOneShapeFollowsThePlan() throws {
        let d = sample()
        let words = { (n: Int32) in [word("Name", Value("a")), word("Force"), word("Size", .int(n))] }
        _ = try bind(d, words(1))
        #expect(d.table.plan(for: words(2)) != nil)
        let b = try bind(d, words(2))
        #expect(b.values[1].isIdentical(to: .int(2)))
        #expect(b.values[2].isTrue)
        #expect(error(d, words(10)) == "ParameterArgumentValidationError,TestIt")
        #expect(d.table.plan(for: [word("Size", .int(2))]) == nil)
    }
    @Test func feedsObjectsByValueAndByName() throws {
        var s = SetMembership()
        s.fromPipelineByName = true
        let d = CommandMetadata("Test-It", parameters: [ParameterMetadata("Id", type: .int, memberships: [s])])
        let b = try bind(d, [], input: true)
        #expect(try b.bindPipeline(.object(Custom([("Id", Value("5"))]))))
        #expect(b.values[0].isIdentical(to: .int(5)))
        #expect(try b.bindPipeline(.object(Custom([("Id", .int(6))]))))
        #expect(b.values[0].isIdentical(to: .int(6)))
        #expect(try !b.bindPipeline(Value("text")))
    }
    @Test func readsCommonParameters() throws {
        let b = try bind(sample(), [word("ea"), word(nil, Value("Stop")), word("Verbose"), word("OutVariable"), word(nil, Value("+x"))])
        #expect(b.common.errorAction == .stop)
        #expect(b.common.verbose == true)
        #expect(b.common.outVariable == "+x")
    }
    @Test func theCatalogHasEveryCommandAndItsSets() throws {
        let e = try #require(CommandCatalog.find("sort-object"))
        let d = CommandCatalog.metadata(e, types: session.types)
        #expect(e.name == "Sort-Object")
        #expect(d.sets == ["Default", "Top", "Bottom"])
        #expect(CommandCatalog.find("No-Such") == nil)
        for n in CommandCatalog.names { #expect(CommandCatalog.find(n)?.name == n) }
    }
}
