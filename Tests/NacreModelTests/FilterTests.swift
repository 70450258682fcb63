import Testing
@testable import NacreModel
import NacreSchema

@Suite struct FilterTests {
    let ken = SchemaObject([("DisplayName", "Ken Myer"), ("Enabled", true), ("VoicePolicy", .null), ("Extension", 1297), ("City", "Redmond")])
    private func holds(_ text: String) throws -> Bool { try PropertyFilter(text).matches { ken[$0] } }

    @Test(arguments: [
        ("DisplayName -eq 'ken myer'", true), ("DisplayName -like \"Ken*\"", true), ("DisplayName -notlike \"Ken*\"", false),
        ("Enabled -eq $True", true), ("enabled -ne $true", false), ("VoicePolicy -eq $Null", true), ("VoicePolicy -ne $Null", false),
        ("Extension -ge 1297", true), ("Extension -lt 100", false), ("City -eq Redmond", true),
        ("City -eq Redmond -and Enabled -eq $False", false), ("City -eq Redmond -or Enabled -eq $False", true),
        ("-not (City -eq Redmond) -or VoicePolicy -eq $null", true), (" DisplayName –eq “Ken Myer” ", true),
    ]) func readsAFilter(text: String, result: Bool) throws { #expect(try holds(text) == result) }

    @Test(arguments: ["", "DisplayName", "DisplayName -match 'x'", "DisplayName -eq", "(City -eq 'x'", "City -eq 'x", "City -eq $x", "City -eq 'x' y"])
    func saysWhatIsWrong(text: String) { #expect(throws: ModelError.self) { try PropertyFilter(text) } }

    @Test func namesAPropertyThatDoesNotExist() {
        #expect(throws: ModelError.self) { try holds("Shoe -eq 1") }
    }

    @Test(arguments: [
        ("(department=Finance)", true), ("Department=finance", true), ("(&(department=Finance)(l=Redmond))", true), ("&(Department=Finance)(Title=Manager)", false),
        ("(|(l=Dublin)(l=Red*))", true), ("(!(l=Redmond))", false), ("(title=*)", false), ("(department=*)", true), ("(l=[a-z]edmond)", false),
    ]) func readsAnLdapFilter(text: String, result: Bool) throws {
        let values = ["department": ["Finance"], "l": ["Redmond"]]
        #expect(try DirectoryFilter(text).matches { values[$0.lowercased()] ?? [] } == result)
    }

    @Test(arguments: [("*", "", true), ("a*c", "ABBC", true), ("a*c", "ab", false), ("?b", "ab", true), ("[a-c]x", "Bx", true), ("[a-c]x", "dx", false),
                      ("site:*", "Site:Redmond", true), ("*`**", "a*b", true), ("*`*", "ab", false), ("*a*b*", "xxaxxbxx", true)])
    func matchesWildcards(pattern: String, text: String, result: Bool) { #expect(Wildcard(pattern).matches(text) == result) }
}
