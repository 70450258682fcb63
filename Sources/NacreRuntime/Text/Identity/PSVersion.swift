/// .NET's `Version`: two to four numbers; those not given are -1.
public struct PSVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let major: Int32
    public let minor: Int32
    public let build: Int32
    public let revision: Int32

    /// Throws kind `.argumentOutOfRange` for a negative number; leave out `build` and `revision` by nil.
    public init(major: Int32, minor: Int32, build: Int32? = nil, revision: Int32? = nil) throws(TextError) {
        for (name, value) in [("major", major), ("minor", minor), ("build", build ?? 0), ("revision", revision ?? 0)] where value < 0 {
            throw TextError(.argumentOutOfRange, "\(name) ('\(value)') must be a non-negative value. (Parameter '\(name)')\nActual value was \(value).")
        }
        self.major = major
        self.minor = minor
        self.build = build ?? -1
        self.revision = revision ?? -1
    }

    /// Reads `a.b[.c[.d]]`; throws kind `.argument`, `.argumentOutOfRange`, `.format` or `.overflow`.
    public static func parse(_ text: String) throws(TextError) -> PSVersion {
        let parts = text.utf8.split(separator: 46, omittingEmptySubsequences: false)
        guard 2...4 ~= parts.count else {
            throw TextError(.argument, "Version string portion was too short or too long. (Parameter 'input')")
        }
        var numbers: [Int32] = []
        for part in parts {
            let number = try IntegerParse.parse(Array(part), as: Int32.self, symbols: .invariant)
            guard number >= 0 else {
                throw TextError(.argumentOutOfRange, "input ('\(number)') must be a non-negative value. (Parameter 'input')\nActual value was \(number).")
            }
            numbers.append(number)
        }
        return try PSVersion(major: numbers[0], minor: numbers[1], build: numbers.count > 2 ? numbers[2] : nil,
                             revision: numbers.count > 3 ? numbers[3] : nil)
    }

    private var numbers: [Int32] { [major, minor, build, revision] }
    private var count: Int { build < 0 ? 2 : revision < 0 ? 3 : 4 }

    /// The high and low halves of the revision.
    public var majorRevision: Int16 { Int16(truncatingIfNeeded: revision >> 16) }
    public var minorRevision: Int16 { Int16(truncatingIfNeeded: revision) }

    public var description: String { numbers[..<count].map { String($0) }.joined(separator: ".") }

    /// The first `fields` numbers; throws kind `.argument` for more than there are.
    public func text(fields: Int) throws(TextError) -> String {
        guard 0...count ~= fields else {
            throw TextError(.argument, "Argument must be between 0 and \(count). (Parameter 'fieldCount')")
        }
        return numbers[..<fields].map { String($0) }.joined(separator: ".")
    }

    public static func < (a: PSVersion, b: PSVersion) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }
}
