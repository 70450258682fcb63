/// Text that stands for a number the way a script would write it.
enum NumberScanner {
    static func scan(_ s: Str) -> Value? {
        if let i = Machine.plainInt(s) { return .int(i) }
        let t = s.utf8Bytes
        if t.allSatisfy({ $0 == 32 || ($0 >= 9 && $0 <= 13) }) { return .int(0) }
        guard let n = NumberLiteral.scan(t) else { return nil }
        switch n {
        case .int8(let x): return .sbyte(x)
        case .uint8(let x): return .byte(x)
        case .int16(let x): return .short(x)
        case .uint16(let x): return .ushort(x)
        case .int32(let x): return .int(x)
        case .uint32(let x): return .uint(x)
        case .int64(let x): return .long(x)
        case .uint64(let x): return .ulong(x)
        case .double(let x): return .double(x)
        case .decimal(let x): return Value(x)
        case .big(let x): return Value(x)
        }
    }
}
