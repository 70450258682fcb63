/// A capture group as .NET numbers and names it, and the groups of the translated pattern that stand for it
/// (several where a name occurs more than once).
public struct RegexGroup: Sendable {
    public let number: Int
    /// The name, or the number's digits.
    public let name: String
    let slots: [Int]
    /// True for a group without a name of its own.
    public var isNumbered: Bool { name.utf8.first.map { $0.isDigit } ?? false }
}

/// What stands in front of a capture: nothing, a number, a name.
enum RegexCapture { case auto, number(Int), name(String) }

/// The numbers that .NET gives the captures of a pattern: unnamed ones in turn, then the names.
struct RegexNumbering {
    private(set) var groups: [RegexGroup] = []
    private var slotsByNumber: [Int: [Int]] = [:]
    private var numberByName: [String: Int] = [:]

    init(_ captures: [RegexCapture]) {
        var next = 1
        for (i, c) in captures.enumerated() {
            switch c {
            case .auto: slotsByNumber[next, default: []].append(i + 1); next += 1
            case .number(let n): slotsByNumber[n, default: []].append(i + 1)
            case .name: break
            }
        }
        for (i, c) in captures.enumerated() {
            guard case .name(let n) = c else { continue }
            if numberByName[n] == nil {
                while slotsByNumber[next] != nil { next += 1 }
                numberByName[n] = next
            }
            slotsByNumber[numberByName[n] ?? next, default: []].append(i + 1)
        }
        let names = Dictionary(uniqueKeysWithValues: numberByName.map { ($1, $0) })
        groups = [RegexGroup(number: 0, name: "0", slots: [0])]
            + slotsByNumber.sorted { $0.key < $1.key }.map { RegexGroup(number: $0.key, name: names[$0.key] ?? String($0.key), slots: $0.value) }
    }
    func slots(of number: Int) -> [Int]? { number == 0 ? [0] : slotsByNumber[number] }
    func slots(of name: String) -> [Int]? { numberByName[name].flatMap { slotsByNumber[$0] } }
}
