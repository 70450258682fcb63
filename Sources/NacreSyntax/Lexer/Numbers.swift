extension ScriptParser {
    /// A number, or the word that turned out not to be one.
    func scanNumber() -> Token {
        var scan = NumberScan(bytes: bytes, table: table, start: pos)
        scan.run()
        let p = scan.pos
        var good = scan.isNumber
        if good, !endsWord(p) {
            let b = bytes[p]
            let ends = b < 0x80 && (table[Int(b)] & CharacterTable.endsNumber != 0
                || (endsNumberAtTernary && (b == UInt8(ascii: ":") || b == UInt8(ascii: "?"))))
                || dash(p) > 0
            if mode != .expression || !ends { good = false }
        }
        if !good { return scanGeneric(from: tokenStart) }
        guard let value = scan.value() else {
            if mode == .command { return scanGeneric(from: tokenStart) }
            pos = p
            report(Extent(tokenStart, pos), "BadNumericConstant", "The numeric constant \(text(tokenStart, pos)) is not valid.")
            pendingNumber = .int(0)
            numberStart = Int32(tokenStart)
            return make(.number)
        }
        pos = p
        pendingNumber = value
        numberStart = Int32(tokenStart)
        return make(.number)
    }

    /// The value of a number token.
    func number(_ t: Token) -> NumberLiteral {
        if numberStart == t.start { return pendingNumber }
        return NumberLiteral.parse(bytes + Int(t.start), Int(t.end - t.start)) ?? .int(0)
    }
}

extension NumberLiteral {
    /// The value of a literal's text by PowerShell's rules (`1kb`, `0xFFy`, `1.5d`), or nil if it is none or does not fit.
    /// A leading sign is part of it. `p` is followed by a byte that belongs to no number.
    static func parse(_ p: UnsafePointer<UInt8>, _ count: Int) -> NumberLiteral? {
        var scan = NumberScan(bytes: p, table: CharacterTable.shared, start: 0)
        scan.run()
        return scan.isNumber && scan.pos == count ? scan.value() : nil
    }
    /// The same of a string.
    public static func parse(_ text: String) -> NumberLiteral? {
        var bytes = Array(text.utf8)
        let count = bytes.count
        if count == 0 { return nil }
        bytes.append(0)
        return bytes.withUnsafeBufferPointer { b in b.baseAddress.flatMap { parse($0, count) } }
    }
}

/// Reads the spelling of a number: sign, digits, suffix, multiplier; `value` then makes the number.
struct NumberScan {
    enum Radix { case decimal, hex, binary }
    let bytes: UnsafePointer<UInt8>
    let table: UnsafePointer<UInt8>
    let start: Int
    var pos: Int
    var isNumber = true
    var negative = false
    var radix = Radix.decimal
    var real = false
    /// Digits (with point and exponent if real).
    var digits = 0, digitsEnd = 0
    var unsigned = false
    /// y s l d n, or 0
    var suffix: UInt8 = 0
    var shift: Int = 0

    init(bytes: UnsafePointer<UInt8>, table: UnsafePointer<UInt8>, start: Int) {
        self.bytes = bytes; self.table = table; self.start = start; pos = start
    }

    @inline(__always) private func isDigit(_ p: Int) -> Bool { bytes[p] >= 0x30 && bytes[p] <= 0x39 }
    private func dash(_ p: Int) -> Int {
        if bytes[p] == 0x2D { return 1 }
        return bytes[p] == 0xE2 && bytes[p + 1] == 0x80 && bytes[p + 2] >= 0x93 && bytes[p + 2] <= 0x95 ? 3 : 0
    }

    mutating func run() {
        if case let n = dash(pos), n > 0 { negative = true; pos += n } else if bytes[pos] == UInt8(ascii: "+") { pos += 1 }
        digits = pos
        if bytes[pos] == 0x30, case let c = bytes[pos + 1].lowered, c == UInt8(ascii: "x") || c == UInt8(ascii: "b") {
            pos += 2
            digits = pos
            if c == UInt8(ascii: "x") {
                radix = .hex
                while table[Int(bytes[pos])] & CharacterTable.hex != 0 { pos += 1 }
            } else {
                radix = .binary
                while bytes[pos] == 0x30 || bytes[pos] == 0x31 { pos += 1 }
            }
            if pos == digits { isNumber = false }
        } else {
            while isDigit(pos) { pos += 1 }
            if bytes[pos] == UInt8(ascii: "."), bytes[pos + 1] != UInt8(ascii: ".") {
                let bare = pos == digits
                pos += 1
                real = true
                if bare, !isDigit(pos) { isNumber = false }
                while isDigit(pos) { pos += 1 }
            } else if pos == digits { isNumber = false }
            if bytes[pos].lowered == UInt8(ascii: "e") { exponent() }
        }
        digitsEnd = pos
        scanSuffix()
        scanMultiplier()
    }

    private mutating func exponent() {
        pos += 1
        real = true
        if bytes[pos] == UInt8(ascii: "+") { pos += 1 } else { pos += dash(pos) }
        if !isDigit(pos) { isNumber = false }
        while isDigit(pos) { pos += 1 }
    }

    private mutating func scanSuffix() {
        var c = bytes[pos].lowered
        if c == UInt8(ascii: "u") {
            unsigned = true
            pos += 1
            c = bytes[pos].lowered
            switch c {
            case UInt8(ascii: "y"), UInt8(ascii: "s"), UInt8(ascii: "l"): suffix = c; pos += 1
            default: break
            }
            return
        }
        switch c {
        case UInt8(ascii: "y"), UInt8(ascii: "s"), UInt8(ascii: "l"), UInt8(ascii: "d"), UInt8(ascii: "n"): suffix = c; pos += 1
        default: break
        }
    }

    private mutating func scanMultiplier() {
        switch bytes[pos].lowered {
        case UInt8(ascii: "k"): shift = 10
        case UInt8(ascii: "m"): shift = 20
        case UInt8(ascii: "g"): shift = 30
        case UInt8(ascii: "t"): shift = 40
        case UInt8(ascii: "p"): shift = 50
        default: return
        }
        pos += 1
        if bytes[pos].lowered == UInt8(ascii: "b") { pos += 1 } else { isNumber = false }
    }
}
