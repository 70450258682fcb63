/// Simple case mapping of UTF-16 units as .NET's invariant culture has it: one unit to one unit, `ß`, `İ`, `ı` and `ſ` stay.
public enum CaseMap {
    @inline(__always)
    public static func lower(_ unit: UInt16) -> UInt16 {
        if unit < 128 { return unit &- 65 < 26 ? unit | 32 : unit }
        if unit < 256 { return unit &- 0xC0 < 31 && unit != 0xD7 ? unit &+ 32 : unit }
        return CaseTable.shared.lower(unit)
    }

    @inline(__always)
    public static func upper(_ unit: UInt16) -> UInt16 {
        if unit < 128 { return unit &- 97 < 26 ? unit & ~32 : unit }
        if unit < 256 {
            if unit == 0xB5 { return 0x39C }
            if unit == 0xFF { return 0x178 }
            return unit &- 0xE0 < 31 && unit != 0xF7 ? unit &- 32 : unit
        }
        return CaseTable.shared.upper(unit)
    }
}
