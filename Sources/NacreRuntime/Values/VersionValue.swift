/// .NET's `Version`: two to four numbers; build and revision are -1 where they are not given.
public struct PSVersion: Hashable, Comparable, Sendable {
    public let major: Int32, minor: Int32, build: Int32, revision: Int32
    public init(_ major: Int32, _ minor: Int32, _ build: Int32 = -1, _ revision: Int32 = -1) {
        self.major = major
        self.minor = minor
        self.build = build
        self.revision = revision
    }
    private var parts: [Int32] { [major, minor, build, revision] }
    public static func < (a: PSVersion, b: PSVersion) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }

    public var description: String { text(fields: build < 0 ? 2 : revision < 0 ? 3 : 4) }
    /// The first numbers, joined by dots.
    public func text(fields: Int) -> String { parts.prefix(fields).map { String($0) }.joined(separator: ".") }

    /// Reads `1.2`, `1.2.3`, `1.2.3.4`; throws kind `.argument`, `.argumentOutOfRange`, `.format` or `.overflow`.
    public static func parse(_ text: String) throws(TextError) -> PSVersion {
        let fields = text.split(separator: ".", omittingEmptySubsequences: false)
        guard fields.count >= 2, fields.count <= 4 else {
            throw TextError(.argument, "Version string portion was too short or too long. (Parameter 'input')")
        }
        var numbers: [Int32] = [-1, -1, -1, -1]
        for (i, f) in fields.enumerated() {
            let n = try IntegerParse.parse(String(f), as: Int32.self, styles: .integer, symbols: .invariant)
            if n < 0 {
                throw TextError(.argumentOutOfRange, "Version's parameters must be greater than or equal to zero. (Parameter '\(["major", "minor", "build", "revision"][i])')")
            }
            numbers[i] = n
        }
        return PSVersion(numbers[0], numbers[1], numbers[2], numbers[3])
    }
}

/// A `[version]`.
public final class VersionValue: Native {
    public let value: PSVersion
    public init(_ value: PSVersion) { self.value = value; super.init(.version) }
    public override func text(_ culture: Culture) -> String? { value.description }
    public override func isEqual(to other: Obj) -> Bool { (other as? VersionValue)?.value == value }
    public override var hash: Int { value.hashValue }
    public override func compare(to other: Obj) -> Int? {
        guard let o = (other as? VersionValue)?.value else { return nil }
        return value < o ? -1 : value == o ? 0 : 1
    }
}

extension Value {
    public init(_ v: PSVersion) { self = .object(VersionValue(v)) }
}
