/// Simple case mapping of UTF-16 units, one unit to one unit, as .NET has it: `ß` stays.
///
/// `upper` and `lower` are the mappings of comparisons that ignore case (.NET's ordinal casing): `İ`, `ı` and `ſ` stay.
/// `upperText` and `lowerText` are those of `ToUpper()` and `ToLower()` in en-US, which map these three to ASCII letters.
public enum CaseMap {
    @inline(__always)
    public static func lower(_ unit: UInt16) -> UInt16 {
        if unit < 128 { return unit &- 65 < 26 ? unit | 32 : unit }
        if unit < 256 { return unit &- 0xC0 < 31 && unit != 0xD7 ? unit &+ 32 : unit }
        return CaseTable.lower[unit]
    }

    @inline(__always)
    public static func upper(_ unit: UInt16) -> UInt16 {
        if unit < 128 { return unit &- 97 < 26 ? unit & ~32 : unit }
        if unit < 256 {
            if unit == 0xB5 { return 0x39C }
            if unit == 0xFF { return 0x178 }
            return unit &- 0xE0 < 31 && unit != 0xF7 ? unit &- 32 : unit
        }
        return CaseTable.upper[unit]
    }

    /// `ToLower()` of the culture en-US; `ToLowerInvariant()` differs in `İ`, which stays.
    public static func lowerText(_ unit: UInt16) -> UInt16 { unit == 0x130 ? 0x69 : lower(unit) }

    /// `ToUpper()` of the culture en-US; `ToUpperInvariant()` differs in `ı`, which stays.
    public static func upperText(_ unit: UInt16) -> UInt16 { unit == 0x131 ? 0x49 : unit == 0x17F ? 0x53 : upper(unit) }
}
