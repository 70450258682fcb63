import Testing
@testable import NacreRuntime

@Suite struct IdentityTests {
    @Test func guids() throws {
        let guid = try PSGuid.parse("A1B2C3D4-0000-1111-2222-333344445555")
        func written(_ format: String) throws -> String { try text { try guid.append(format: format, to: &$0) } }
        #expect(guid.description == "a1b2c3d4-0000-1111-2222-333344445555")
        #expect(try written("N") == "a1b2c3d4000011112222333344445555")
        #expect(try written("P") == "(a1b2c3d4-0000-1111-2222-333344445555)")
        #expect(try written("X") == "{0xa1b2c3d4,0x0000,0x1111,{0x22,0x22,0x33,0x33,0x44,0x44,0x55,0x55}}")
        #expect(Array(guid.bytes[..<4]) == [212, 195, 178, 161])
        #expect(PSGuid(bytes: guid.bytes) == guid)
        for format in ["D", "N", "B", "P", "X"] { #expect(try PSGuid.parse(written(format)) == guid) }
        #expect(PSGuid(bytes: Array(1...16))?.description == "04030201-0605-0807-090a-0b0c0d0e0f10")
        #expect(throws: TextError(.format, "Unrecognized Guid format.")) { try PSGuid.parse("xyz") }
        #expect(PSGuid.random() != PSGuid.random())
        #expect(Array(PSGuid.random().description)[14] == "4")
    }

    @Test func versions() throws {
        #expect(try PSVersion.parse("1.2.3.4").description == "1.2.3.4")
        #expect(try PSVersion.parse("1.2") < PSVersion.parse("1.2.0"))
        #expect(try PSVersion.parse("1.9.0") < PSVersion.parse("1.10.0"))
        #expect(try PSVersion.parse("1.2.3").text(fields: 2) == "1.2")
        #expect(throws: TextError(.argument, "Version string portion was too short or too long. (Parameter 'input')")) { try PSVersion.parse("5") }
        #expect(throws: TextError.badInput("a")) { try PSVersion.parse("a.b") }
    }

    @Test func semanticVersions() throws {
        let order = try ["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1"].map { try PSSemanticVersion.parse($0) }
        #expect(order == order.reversed().sorted())
        #expect(try PSSemanticVersion.parse("90").description == "90.0.0")
        #expect(try PSSemanticVersion.parse("2020-02-30").description == "2020.0.0-02-30")
    }

    @Test func recordedCasts() {
        for (expression, answer) in Recordings.pairs("formats") where expression.hasPrefix("[guid]'") || expression.hasPrefix("[version]'") || expression.hasPrefix("[semver]'") {
            let parts = expression.dropFirst().split(separator: "]", maxSplits: 1)
            guard let (source, rest) = Recordings.quoted(parts[1]), rest.isEmpty else { continue }
            let got: String
            do {
                switch parts[0] {
                case "guid": got = try "Guid \(PSGuid.parse(source))"
                case "version": got = try "Version \(PSVersion.parse(source))"
                default: got = try "SemanticVersion \(PSSemanticVersion.parse(source))"
                }
            } catch {
                got = (error as? TextError)?.message ?? "\(error)"
            }
            #expect(answer.hasPrefix("!") ? answer.hasSuffix("Error: \"\(got)\"") : got == answer, "\(expression): got \(got), recorded \(answer)")
        }
    }
}
