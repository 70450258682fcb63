/// PowerShell's `SemanticVersion`: `major[.minor[.patch]][-label][+build]`.
public struct PSSemanticVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let major: Int32
    public let minor: Int32
    public let patch: Int32
    public let preReleaseLabel: String?
    public let buildLabel: String?

    /// The message .NET has for a text that is no version.
    private static let malformed = TextError(.format, "The input string '' was not in a correct format.")

    /// Throws kind `.format` for labels of other characters than letters, digits, `-` and `.`.
    public init(major: Int32, minor: Int32 = 0, patch: Int32 = 0, preReleaseLabel: String? = nil, buildLabel: String? = nil) throws(TextError) {
        for (name, value) in [("major", major), ("minor", minor), ("patch", patch)] where value < 0 {
            throw TextError(.argument, "Cannot process argument because the value of argument \"\(name)\" is not valid. Change the value of the \"\(name)\" argument and run the operation again.")
        }
        for label in [preReleaseLabel, buildLabel] {
            if let label, !PSSemanticVersion.isLabel(label.utf8) { throw TextError(.format, "Cannot process argument because the value of argument is not valid.") }
        }
        self.major = major
        self.minor = minor
        self.patch = patch
        self.preReleaseLabel = preReleaseLabel
        self.buildLabel = buildLabel
    }

    private static func isLabel(_ bytes: some Collection<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { $0.isDigit || $0.isASCIILetter || $0 == 45 || $0 == 46 }
    }

    /// Throws kind `.format` or `.overflow`.
    public static func parse(_ text: String) throws(TextError) -> PSSemanticVersion {
        var core = Array(text.utf8)[...]
        var build: ArraySlice<UInt8>?
        var label: ArraySlice<UInt8>?
        if let plus = core.firstIndex(of: 43) {
            build = core[(plus + 1)...]
            core = core[..<plus]
        }
        if let dash = core.firstIndex(of: 45) {
            label = core[(dash + 1)...]
            core = core[..<dash]
        }
        let parts = core.split(separator: 46, omittingEmptySubsequences: false)
        guard 1...3 ~= parts.count, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }),
              label.map(isLabel) ?? true, build.map(isLabel) ?? true else { throw malformed }
        var numbers: [Int32] = []
        for part in parts { numbers.append(try IntegerParse.parse(Array(part), as: Int32.self)) }
        return try PSSemanticVersion(major: numbers[0], minor: numbers.count > 1 ? numbers[1] : 0, patch: numbers.count > 2 ? numbers[2] : 0,
                                     preReleaseLabel: label.map { string($0) }, buildLabel: build.map { string($0) })
    }

    public var description: String {
        "\(major).\(minor).\(patch)" + (preReleaseLabel.map { "-" + $0 } ?? "") + (buildLabel.map { "+" + $0 } ?? "")
    }

    public static func == (a: PSSemanticVersion, b: PSSemanticVersion) -> Bool {
        a.major == b.major && a.minor == b.minor && a.patch == b.patch && a.preReleaseLabel == b.preReleaseLabel
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(major)
        hasher.combine(minor)
        hasher.combine(patch)
        hasher.combine(preReleaseLabel)
    }

    /// By number, then a labelled version before the one without, labels part by part: numbers before words.
    public static func < (a: PSSemanticVersion, b: PSSemanticVersion) -> Bool {
        let left = [a.major, a.minor, a.patch], right = [b.major, b.minor, b.patch]
        if left != right { return left.lexicographicallyPrecedes(right) }
        guard let first = a.preReleaseLabel else { return false }
        guard let second = b.preReleaseLabel else { return true }
        let ours = first.split(separator: "."), theirs = second.split(separator: ".")
        for (one, other) in zip(ours, theirs) {
            let (number, otherNumber) = (UInt64(one), UInt64(other))
            if let number, let otherNumber {
                if number != otherNumber { return number < otherNumber }
            } else if number != nil || otherNumber != nil {
                return number != nil
            } else if one != other {
                return Array(one.utf8).lexicographicallyPrecedes(Array(other.utf8))
            }
        }
        return ours.count < theirs.count
    }
}
