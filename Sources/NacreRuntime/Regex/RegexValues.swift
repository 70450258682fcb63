/// A `[regex]`.
public final class RegexValue: Native {
    public let program: RegexProgram
    public init(_ program: RegexProgram) { self.program = program; super.init(.regex) }
    public override func text(_ culture: Culture) -> String? { program.pattern.string }
}

/// A group of a match (`Group`, `Capture`); `index` is -1 where it took no part.
public class RegexGroupValue: Native {
    public final let subject: Str
    public final let name: String
    public final let index: Int
    public final let length: Int
    public init(_ subject: Str, name: String, index: Int, length: Int, type: TypeRef = .regexGroup) {
        self.subject = subject
        self.name = name
        self.index = index
        self.length = length
        super.init(type)
    }
    public final var success: Bool { index >= 0 }
    public final var value: Str { index < 0 ? .empty : subject.slice(index, length) }
    public override func text(_ culture: Culture) -> String? { value.string }
}

/// A match (`Match`); an unsuccessful one has no program.
public final class RegexMatchValue: RegexGroupValue {
    public let program: RegexProgram?
    /// All groups by number, the whole match first.
    public let spans: [(start: Int, length: Int)]
    /// The result of the program's last search.
    public init(_ program: RegexProgram, _ subject: Str) {
        self.program = program
        spans = program.spans()
        super.init(subject, name: "0", index: spans[0].start, length: spans[0].length, type: .regexMatch)
    }
    /// `Match.Empty`
    public init(noneIn subject: Str) {
        program = nil
        spans = [(-1, 0)]
        super.init(subject, name: "0", index: -1, length: 0, type: .regexMatch)
    }
    /// The group at a place.
    public func group(_ i: Int) -> RegexGroupValue {
        guard let program, i >= 0, i < spans.count else { return RegexGroupValue(subject, name: "", index: -1, length: 0) }
        return i == 0 ? self : RegexGroupValue(subject, name: program.groups[i].name, index: spans[i].start, length: spans[i].length)
    }
    public func groupText(_ i: Int) -> Str { spans[i].start < 0 ? .empty : subject.slice(spans[i].start, spans[i].length) }
    /// Where the search for the next match begins: one further behind an empty match.
    public var next: Int { length == 0 ? index + 1 : index + length }
}
