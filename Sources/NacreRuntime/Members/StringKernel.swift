/// The inner loops of .NET's string methods: ordinal search, replacement, case and trimming, on both forms of text.
extension Str {
    /// The place of `o` from `start` on, before `end` (the match must end there); -1 where it is not.
    public func find(_ o: Str, from start: Int, to end: Int) -> Int {
        let n = o.count
        if n == 0 { return start }
        guard end - start >= n else { return -1 }
        if !isWide, !o.isWide {
            let a = latin1.baseAddress!, b = o.latin1.baseAddress!, first = b[0]
            var i = start
            let last = end - n
            while i <= last {
                guard let hit = memchr(a + i, Int32(first), last - i + 1) else { return -1 }
                i = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - a
                if memcmp(a + i, b, n) == 0 { return i }
                i += 1
            }
            return -1
        }
        if !isWide, o.isWide { return -1 }
        var i = start
        while i <= end - n {
            var k = 0
            while k < n, self[i + k] == o[k] { k += 1 }
            if k == n { return i }
            i += 1
        }
        return -1
    }
    /// The last place of `o` that starts at `from` or before, and not before `low`.
    public func findLast(_ o: Str, from: Int, low: Int) -> Int {
        var i = min(from, count - o.count)
        while i >= low {
            var k = 0
            while k < o.count, self[i + k] == o[k] { k += 1 }
            if k == o.count { return i }
            i -= 1
        }
        return -1
    }
    public func findIgnoringCase(_ o: Str, from start: Int, to end: Int) -> Int {
        var i = start
        while i <= end - o.count {
            if matchesIgnoringCase(o, at: i) { return i }
            i += 1
        }
        return -1
    }
    public func matchesIgnoringCase(_ o: Str, at i: Int) -> Bool {
        guard i >= 0, i + o.count <= count else { return false }
        var k = 0
        while k < o.count {
            let a = self[i + k], b = o[k]
            if a != b, Unit.upper(a) != Unit.upper(b) { return false }
            k += 1
        }
        return true
    }
    public func find(unit u: UInt16, from start: Int, to end: Int) -> Int {
        if !isWide {
            guard u <= 0xFF, end > start, let base = latin1.baseAddress, let hit = memchr(base + start, Int32(u), end - start) else { return -1 }
            return UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - base
        }
        var i = start
        while i < end { if self[i] == u { return i }; i += 1 }
        return -1
    }

    /// All occurrences of `old` replaced, from the left.
    public func replacing(_ old: Str, with new: Str, ignoringCase: Bool = false) -> Str {
        var at = ignoringCase ? findIgnoringCase(old, from: 0, to: count) : find(old, from: 0, to: count)
        if at < 0 { return self }
        var b = TextBuilder(capacity: count + new.count), done = 0
        while at >= 0 {
            b.append(self, done, at - done)
            b.append(new)
            done = at + old.count
            at = ignoringCase ? findIgnoringCase(old, from: done, to: count) : find(old, from: done, to: count)
        }
        b.append(self, done, count - done)
        return b.finish()
    }

    /// Upper or lower case, unit by unit, by the simple mappings.
    public func cased(upper: Bool) -> Str {
        if !isWide {
            let from = latin1
            var changed = false
            for u in from {
                if u < 0x80 { if upper ? u &- 97 < 26 : u &- 65 < 26 { changed = true; break } }
                else { changed = true; break }
            }
            if !changed { return self }
            if from.allSatisfy({ $0 < 0x80 }) {
                let s = Str(uninitialized: count, wide: false)
                let to = s.base.assumingMemoryBound(to: UInt8.self), a = from.baseAddress!
                let first: UInt8 = upper ? 97 : 65
                for i in 0..<count { let u = a[i]; to[i] = u &- first < 26 ? u ^ 0x20 : u }
                return s
            }
        }
        return Str(units.map { upper ? CaseMap.upper($0) : CaseMap.lower($0) })
    }

    /// Without the units at either end for which `drop` holds.
    @inline(__always) public func trimmed(start: Bool, end: Bool, _ drop: (UInt16) -> Bool) -> Str {
        var i = 0, j = count
        if start { while i < j, drop(self[i]) { i += 1 } }
        if end { while j > i, drop(self[j - 1]) { j -= 1 } }
        return slice(i, j - i)
    }
}
