/// Equality of names in any case: by bytes for ASCII, by lower case for the rest.
public func equalsIgnoringCase(_ a: String, _ b: String) -> Bool {
    let x = a.utf8, y = b.utf8
    if x.count == y.count {
        var same = true
        for (p, q) in zip(x, y) where p != q {
            if p | 0x20 == q | 0x20, p | 0x20 >= 0x61, p | 0x20 <= 0x7A { continue }
            same = false
            break
        }
        if same { return true }
    }
    if x.allSatisfy({ $0 < 0x80 }), y.allSatisfy({ $0 < 0x80 }) { return false }
    return a.lowercased() == b.lowercased()
}

/// The form under which names that differ in case only are one: the key of a document.
public func foldedCase(_ text: String) -> String { text.lowercased() }
