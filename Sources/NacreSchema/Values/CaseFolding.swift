/// Equality of names in any case. Names are short and mostly ASCII, and this runs for every field of every document read: bytes decide
/// unless letters beyond ASCII stand where the names differ.
public func equalsIgnoringCase(_ a: String, _ b: String) -> Bool {
    let verdict = a.utf8.withContiguousStorageIfAvailable { x in
        b.utf8.withContiguousStorageIfAvailable { y in compareBytes(x, y) }
    }
    if case .some(.some(.some(let same))) = verdict { return same }
    return a.lowercased() == b.lowercased()
}

/// Nil where bytes alone do not decide.
private func compareBytes(_ x: UnsafeBufferPointer<UInt8>, _ y: UnsafeBufferPointer<UInt8>) -> Bool? {
    let shared = min(x.count, y.count)
    for i in 0..<shared where x[i] != y[i] {
        if x[i] >= 0x80 || y[i] >= 0x80 { return nil }
        let p = x[i] | 0x20
        // A combining mark after a letter belongs to it, but cannot make two different ASCII letters one.
        guard p == y[i] | 0x20, p >= 0x61, p <= 0x7A else { return false }
    }
    if x.count == y.count { return true }
    return (x.count > shared ? x[shared] : y[shared]) >= 0x80 ? nil : false
}

/// The form under which names that differ in case only are one: the key of a document.
public func foldedCase(_ text: String) -> String { text.lowercased() }
