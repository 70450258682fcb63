/// Builds a string piece by piece: bytes while all fits Latin-1, 16-bit units from the first that does not.
public struct TextBuilder {
    private var bytes: [UInt8] = []
    private var wide: [UInt16] = []
    private var isWide = false
    public init() {}
    public init(capacity: Int) { bytes.reserveCapacity(capacity) }

    public var count: Int { isWide ? wide.count : bytes.count }
    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true); wide.removeAll(keepingCapacity: true); isWide = false }

    private mutating func widen() {
        guard !isWide else { return }
        isWide = true
        wide.removeAll(keepingCapacity: true)
        wide.reserveCapacity(bytes.count + 16)
        for b in bytes { wide.append(UInt16(b)) }
        bytes.removeAll(keepingCapacity: true)
    }

    /// One Latin-1 byte.
    public mutating func append(byte: UInt8) { if isWide { wide.append(UInt16(byte)) } else { bytes.append(byte) } }
    public mutating func append(unit: UInt16) {
        if !isWide { if unit <= 0xFF { bytes.append(UInt8(truncatingIfNeeded: unit)); return }; widen() }
        wide.append(unit)
    }
    public mutating func append(_ s: Str) {
        if s.isWide { widen(); wide.append(contentsOf: s.utf16) }
        else if isWide { for b in s.latin1 { wide.append(UInt16(b)) } }
        else { bytes.append(contentsOf: s.latin1) }
    }
    /// A stretch of a string.
    public mutating func append(_ s: Str, _ start: Int, _ length: Int) {
        if s.isWide { for i in start..<start + length { append(unit: s[i]) } }
        else if isWide { for i in start..<start + length { wide.append(UInt16(s.latin1[i])) } }
        else { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: s.latin1[start..<start + length])) }
    }
    public mutating func append(_ text: String) {
        var text = text
        let done: Bool = text.withUTF8 { u in
            guard !isWide, u.allSatisfy({ $0 < 0x80 }) else { return false }
            bytes.append(contentsOf: u)
            return true
        }
        if !done { for u in text.utf16 { append(unit: u) } }
    }
    public mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { u in for b in u { append(byte: b) } }
    }
    /// A decimal number.
    public mutating func append<T: FixedWidthInteger>(_ value: T) {
        if isWide { for u in String(value).utf8 { wide.append(UInt16(u)) }; return }
        if value >= 0, value < 10 { bytes.append(48 &+ UInt8(truncatingIfNeeded: value)); return }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { t in
            var n = value.magnitude, i = 24
            repeat { let (q, r) = n.quotientAndRemainder(dividingBy: 10); i -= 1; t[i] = 48 &+ UInt8(truncatingIfNeeded: r); n = q } while n != 0
            if value < 0 { i -= 1; t[i] = 45 }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(t)[i..<24]))
        }
    }
    public mutating func append(repeating unit: UInt16, count: Int) {
        guard count > 0 else { return }
        if !isWide, unit <= 0xFF { bytes.append(contentsOf: repeatElement(UInt8(truncatingIfNeeded: unit), count: count)); return }
        widen()
        wide.append(contentsOf: repeatElement(unit, count: count))
    }

    public func finish() -> Str {
        if isWide { return Str(wide) }
        return Str(latin1: bytes)
    }
}
