import NacreRuntime

/// Order and equality of text as the culture has it.
enum Collate {
    static func compare(_ a: Str, _ b: Str, ignoringCase: Bool) -> Int {
        if a.equalsOrdinal(b) { return 0 }
        let n = Linguistic.order(a, b, ignoreCase: ignoringCase)
        return n < 0 ? -1 : n > 0 ? 1 : 0
    }
}
