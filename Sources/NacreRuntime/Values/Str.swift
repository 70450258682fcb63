/// A .NET string: immutable UTF-16 code units. Text that fits Latin-1 is kept as bytes, other text as 16-bit units;
/// up to 16 bytes lie in the object itself. Index and length are O(1) in both forms.
public final class Str: Obj {
    /// True for 16-bit units, false for Latin-1 bytes.
    public final let isWide: Bool
    /// Made by concatenation: the next one leaves room behind it.
    final let grown: Bool
    final var foldedHash: UInt32 = 0
    /// Length in UTF-16 code units.
    public final let count: Int
    /// `count` bytes, or `count` 16-bit units. Points into this object or its buffer, both of which never move.
    @usableFromInline final var base: UnsafeMutableRawPointer
    final let buffer: TextBuffer?
    private final var inline: (UInt64, UInt64) = (0, 0)

    static let inlineBytes = 16

    /// Room for text that the caller fills at once, before anything else sees the string.
    public init(uninitialized count: Int, wide: Bool) {
        isWide = wide
        grown = false
        self.count = count
        let bytes = wide ? count * 2 : count
        if bytes <= Str.inlineBytes {
            buffer = nil
            // Stands until the object has a place.
            base = UnsafeMutableRawPointer(bitPattern: 16).unsafelyUnwrapped
            super.init(kind: .string)
            base = withUnsafeMutablePointer(to: &inline) { UnsafeMutableRawPointer($0) }
        } else {
            let b = TextBuffer.make(capacity: bytes, used: bytes)
            buffer = b
            base = b.bytes
            super.init(kind: .string)
        }
    }

    /// The first `count` units of a buffer that others may share.
    private init(sharing buffer: TextBuffer, count: Int, wide: Bool) {
        isWide = wide
        grown = true
        self.count = count
        self.buffer = buffer
        base = buffer.bytes
        super.init(kind: .string)
    }

    public override var type: TypeRef { TypeRef.string }
    public override func text(_ culture: Culture) -> String? { string }
    public override var isEnumerable: Bool { false }
    public override func isEqual(to other: Obj) -> Bool {
        other.kind == .string && equalsOrdinal(unsafeDowncast(other, to: Str.self))
    }
    public override var hash: Int { Int(caseFoldedHash) }

    /// Latin-1 bytes, where the text is not wide.
    @inlinable public var latin1: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt8.self), count: count)
    }
    /// UTF-16 units, where the text is wide.
    @inlinable public var utf16: UnsafeBufferPointer<UInt16> {
        UnsafeBufferPointer(start: base.assumingMemoryBound(to: UInt16.self), count: count)
    }
    /// The unit at an index that the caller has checked.
    @inlinable public subscript(_ i: Int) -> UInt16 {
        isWide ? base.assumingMemoryBound(to: UInt16.self)[i] : UInt16(base.assumingMemoryBound(to: UInt8.self)[i])
    }

    /// `left` and `right` one after the other. Repeated appending to the same text takes linear time in all.
    public static func concat(_ left: Str, _ right: Str) -> Str {
        if right.count == 0 { return left }
        if left.count == 0 { return right }
        let wide = left.isWide || right.isWide
        let size = wide ? 2 : 1
        let total = left.count + right.count, bytes = total * size
        if bytes <= inlineBytes {
            let s = Str(uninitialized: total, wide: wide)
            left.copy(to: s.base, wide: wide)
            right.copy(to: s.base + left.count * size, wide: wide)
            return s
        }
        let leftBytes = left.count * size
        if let b = left.buffer, left.isWide == wide, b.header.used == leftBytes, b.header.capacity >= bytes {
            right.copy(to: b.bytes + leftBytes, wide: wide)
            b.header.used = bytes
            return Str(sharing: b, count: total, wide: wide)
        }
        let b = TextBuffer.make(capacity: left.grown ? bytes * 2 : bytes, used: bytes)
        left.copy(to: b.bytes, wide: wide)
        right.copy(to: b.bytes + leftBytes, wide: wide)
        return Str(sharing: b, count: total, wide: wide)
    }

    /// Writes the units at a place with room for them, as bytes or 16-bit units (bytes only where the text is not wide).
    public func copy(to place: UnsafeMutableRawPointer, wide: Bool) {
        if wide == isWide { place.copyMemory(from: base, byteCount: wide ? count * 2 : count); return }
        let from = base.assumingMemoryBound(to: UInt8.self), to = place.assumingMemoryBound(to: UInt16.self)
        for i in 0..<count { to[i] = UInt16(from[i]) }
    }
}

/// The memory of longer texts; strings made by appending share the front of one buffer.
final class TextBuffer: ManagedBuffer<TextBuffer.Header, UInt8> {
    struct Header { var capacity: Int; var used: Int }
    static func make(capacity: Int, used: Int) -> TextBuffer {
        unsafeDowncast(TextBuffer.create(minimumCapacity: capacity) { _ in Header(capacity: capacity, used: used) }, to: TextBuffer.self)
    }
    var bytes: UnsafeMutableRawPointer { withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) } }
}

extension Str {
    public static let empty = Str(uninitialized: 0, wide: false)
    /// The strings of one Latin-1 character.
    private static let single: [Str] = (0..<256).map { n in
        let s = Str(uninitialized: 1, wide: false)
        s.base.assumingMemoryBound(to: UInt8.self)[0] = UInt8(n)
        return s
    }

    public convenience init(_ text: String) {
        var text = text
        let (ascii, units) = text.withUTF8 { u in (u.allSatisfy { $0 < 0x80 }, u.count) }
        if ascii {
            self.init(uninitialized: units, wide: false)
            text.withUTF8 { u in if let p = u.baseAddress { base.copyMemory(from: p, byteCount: u.count) } }
            return
        }
        let all = Array(text.utf16)
        self.init(all[...])
    }

    /// UTF-16 units; kept as bytes where all fit.
    public convenience init(_ units: ArraySlice<UInt16>) {
        let wide = units.contains { $0 > 0xFF }
        self.init(uninitialized: units.count, wide: wide)
        if wide {
            let to = base.assumingMemoryBound(to: UInt16.self)
            var i = 0
            for u in units { to[i] = u; i += 1 }
        } else {
            let to = base.assumingMemoryBound(to: UInt8.self)
            var i = 0
            for u in units { to[i] = UInt8(truncatingIfNeeded: u); i += 1 }
        }
    }
    public convenience init(_ units: [UInt16]) { self.init(units[...]) }

    /// ASCII or Latin-1 bytes, one unit each.
    public convenience init(latin1: UnsafeBufferPointer<UInt8>) {
        self.init(uninitialized: latin1.count, wide: false)
        if let p = latin1.baseAddress { base.copyMemory(from: p, byteCount: latin1.count) }
    }
    public convenience init(latin1: [UInt8]) {
        self.init(uninitialized: latin1.count, wide: false)
        latin1.withUnsafeBufferPointer { if let p = $0.baseAddress { base.copyMemory(from: p, byteCount: $0.count) } }
    }
    /// UTF-8 bytes; malformed ones become U+FFFD.
    public convenience init(utf8: UnsafeBufferPointer<UInt8>) {
        if utf8.allSatisfy({ $0 < 0x80 }) { self.init(latin1: utf8) } else { self.init(String(decoding: utf8, as: UTF8.self)) }
    }

    /// The string of one unit.
    public static func of(_ unit: UInt16) -> Str {
        if unit < 256 { return single[Int(unit)] }
        let s = Str(uninitialized: 1, wide: true)
        s.base.assumingMemoryBound(to: UInt16.self)[0] = unit
        return s
    }

    /// As a Swift string; lone surrogates become U+FFFD.
    public var string: String {
        if isWide { return String(decoding: utf16, as: UTF16.self) }
        let b = latin1
        if b.allSatisfy({ $0 < 0x80 }) { return String(decoding: b, as: UTF8.self) }
        var out = [UInt8]()
        out.reserveCapacity(count + 8)
        appendUTF8(to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    public func appendUTF8(to out: inout [UInt8]) {
        if isWide { out.append(contentsOf: string.utf8); return }
        let b = latin1
        if b.allSatisfy({ $0 < 0x80 }) { out.append(contentsOf: b); return }
        for c in b { if c < 0x80 { out.append(c) } else { out.append(0xC0 | c >> 6); out.append(0x80 | c & 0x3F) } }
    }

    /// All units.
    public var units: [UInt16] {
        if isWide { return Array(utf16) }
        return latin1.map { UInt16($0) }
    }

    /// The units from `start`, `length` of them; the caller has checked both.
    public func slice(_ start: Int, _ length: Int) -> Str {
        if length == 0 { return .empty }
        if length == count { return self }
        if !isWide { return length == 1 ? Str.single[Int(latin1[start])] : Str(latin1: UnsafeBufferPointer(rebasing: latin1[start..<start + length])) }
        let from = UnsafeBufferPointer(rebasing: utf16[start..<start + length])
        if from.contains(where: { $0 > 0xFF }) {
            let s = Str(uninitialized: length, wide: true)
            s.base.copyMemory(from: from.baseAddress!, byteCount: length * 2)
            return s
        }
        let s = Str(uninitialized: length, wide: false)
        for i in 0..<length { s.base.assumingMemoryBound(to: UInt8.self)[i] = UInt8(truncatingIfNeeded: from[i]) }
        return s
    }

    /// Equal unit by unit.
    public func equalsOrdinal(_ o: Str) -> Bool {
        if self === o { return true }
        if count != o.count { return false }
        if isWide == o.isWide { return memcmp(base, o.base, isWide ? count * 2 : count) == 0 }
        for i in 0..<count where self[i] != o[i] { return false }
        return true
    }

    /// Equal unit by unit, whatever the case (simple invariant mapping).
    public func equalsIgnoringCase(_ o: Str) -> Bool {
        if self === o { return true }
        if count != o.count { return false }
        if !isWide, !o.isWide {
            let a = base.assumingMemoryBound(to: UInt8.self), b = o.base.assumingMemoryBound(to: UInt8.self)
            for i in 0..<count where a[i] != b[i] && Unit.fold(a[i]) != Unit.fold(b[i]) { return false }
            return true
        }
        for i in 0..<count where Unit.upper(self[i]) != Unit.upper(o[i]) { return false }
        return true
    }

    /// A hash that agrees with `equalsIgnoringCase`; never 0.
    public var caseFoldedHash: UInt32 {
        if foldedHash != 0 { return foldedHash }
        var h: UInt32 = 2_166_136_261
        if isWide {
            for u in utf16 { h = (h ^ UInt32(Unit.upper(u))) &* 16_777_619 }
            h ^= h >> 15
        } else { h = narrowHash() }
        foldedHash = h == 0 ? 1 : h
        return foldedHash
    }
    /// Eight bytes at a time. Text of bytes is never equal to wide text, so the two need not agree.
    private func narrowHash() -> UInt32 {
        let p = latin1
        var h: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count), i = 0
        while i < count {
            var w: UInt64 = 0
            let n = Swift.min(8, count - i)
            if n == 8 { w = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: i, as: UInt64.self) } else {
                var k = 0
                while k < n { w |= UInt64(p[i + k]) << UInt64(8 * k); k += 1 }
            }
            if w & 0x8080_8080_8080_8080 == 0 {
                // Lower-case letters are those with bit 7 after adding 0x1F and without it after adding 5.
                let small = (w &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(w &+ 0x0505_0505_0505_0505) & 0x8080_8080_8080_8080
                w &-= small >> 2
            } else {
                var folded: UInt64 = 0, k = 0
                while k < n { folded |= UInt64(Unit.fold(p[i + k])) << UInt64(8 * k); k += 1 }
                w = folded
            }
            h = (h ^ w) &* 0xD6E8_FEB8_6659_FD93
            h ^= h >> 32
            i += 8
        }
        return UInt32(truncatingIfNeeded: h)
    }

    /// True where the text starts here with the other's units exactly.
    public func hasUnits(_ o: Str, at start: Int) -> Bool {
        guard start >= 0, start + o.count <= count else { return false }
        for i in 0..<o.count where self[start + i] != o[i] { return false }
        return true
    }
}
