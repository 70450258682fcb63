import NacreSchema
import Testing

@Suite("Values as text")
struct JSONTests {
    @Test("a value reads back as it was written", arguments: [
        .null, true, 42, -1, 1.5, 1e300, "a\"b\\c\n\u{1}é🙂", [], [1, [2, nil]], ["B": 1, "a": ["x": "y"]],
        .dateTime(Timestamp(ticks: 638_000_000_000_000_000, kind: .local)), .timeSpan(.seconds(180)),
        .guid("00000000-0000-0000-0000-000000000001"), .double(.infinity), .int(.max), .int(.min),
        ["$guid": "no guid"], ["$$x": 1, "y": 2], ["$dateTime": [1, 2]],
    ] as [SchemaValue])
    func roundTrip(value: SchemaValue) throws {
        #expect(try SchemaValue(json: value.json) == value)
        #expect(try SchemaValue(json: value.json).json == value.json)
    }

    @Test("fields keep their order, and are found in any case")
    func order() throws {
        let value = try SchemaValue(json: #" { "b" : 1, "A" : { } , "c":[ ] } "#)
        #expect(value.object?.names == ["b", "A", "c"])
        #expect(value["a"] == .object(SchemaObject()))
        #expect(value.json == #"{"b":1,"A":{},"c":[]}"#)
    }

    @Test("numbers: whole ones in 64 bits, all others as doubles")
    func numbers() throws {
        #expect(try SchemaValue(json: "9223372036854775807") == .int(.max))
        #expect(try SchemaValue(json: "9223372036854775808") == .double(9223372036854775808))
        #expect(try SchemaValue(json: "-1.5e2") == .double(-150))
    }

    @Test("escapes, surrogates among them")
    func escapes() throws {
        #expect(try SchemaValue(json: #""\u00e9\ud83d\ude42\ud83d\/\b""#) == "é🙂\u{FFFD}/\u{8}")
    }

    @Test("what is no JSON is an error with its place", arguments: [
        "", "{", "[1", "[1 2]", #"{"a"}"#, #"{"a":1"#, #""abc"#, "tru", "1 2", "+1", "-", #""\u12""#, #""\x""#, "\"\u{1}\"", "nan",
    ])
    func errors(text: String) {
        #expect(throws: JSONError.self) { try SchemaValue(json: text) }
    }

    @Test("nesting without end is an error, not a crash")
    func deep() {
        #expect(throws: JSONError.self) { try SchemaValue(json: String(repeating: "[", count: 100_000)) }
    }
}
