extension Machine {
    /// `a..b`: whole numbers from one to the other, or characters where both are single ones in text.
    func range(_ a: Value, _ b: Value) throws -> Value {
        if let x = Machine.rangeChar(a), let y = Machine.rangeChar(b) {
            let n = abs(Int(y) - Int(x)) + 1, step = y >= x ? 1 : -1
            let p = UnsafeMutablePointer<Value>.allocate(capacity: n)
            for i in 0..<n { (p + i).initialize(to: .char(UInt16(Int(x) + i * step))) }
            return .object(PSArray(taking: p, count: n))
        }
        let (first, last) = try rangeBounds(a, b)
        let n = Int(abs(Int64(last) - Int64(first))) + 1
        guard n <= Limits.elements else { throw PSError.raw(.outOfMemoryException, "Array dimensions exceeded supported range.") }
        let p = UnsafeMutablePointer<Value>.allocate(capacity: n)
        if last >= first { for i in 0..<n { (p + i).initialize(to: .int(first &+ Int32(i))) } }
        else { for i in 0..<n { (p + i).initialize(to: .int(first &- Int32(i))) } }
        return .object(PSArray(taking: p, count: n))
    }

    /// First and last number of a range, for loops that need no array.
    public func rangeBounds(_ a: Value, _ b: Value) throws -> (first: Int32, last: Int32) {
        (try rangeBound(a), try rangeBound(b))
    }
    private func rangeBound(_ v: Value) throws -> Int32 {
        if case .int(let i) = v { return i }
        do {
            guard case .int(let i) = try convert(v, to: .int) else { return 0 }
            return i
        } catch let e as PSError where v.str != nil {
            // Text is parsed by .NET itself.
            let text = e.record.message
            guard let from = text.firstRange(of: "Error: \"") else { throw e }
            let reason = String(text[from.upperBound...].dropLast())
            throw PSError.raw(reason.hasPrefix("Value was") ? .overflowException : .formatException, reason)
        }
    }
    private static func rangeChar(_ v: Value) -> UInt16? {
        switch v.unwrapped {
        case .char(let c): return c
        default:
            guard let s = v.unwrapped.str, s.count == 1 else { return nil }
            // A digit in text counts as a number.
            return Unit.isDigit(s[0]) ? nil : s[0]
        }
    }
}
