/// What a number parser accepts: .NET's `NumberStyles`, with its raw values.
public struct NumberStyles: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let leadingWhite = NumberStyles(rawValue: 1)
    public static let trailingWhite = NumberStyles(rawValue: 2)
    public static let leadingSign = NumberStyles(rawValue: 4)
    public static let trailingSign = NumberStyles(rawValue: 8)
    public static let parentheses = NumberStyles(rawValue: 0x10)
    public static let decimalPoint = NumberStyles(rawValue: 0x20)
    public static let thousands = NumberStyles(rawValue: 0x40)
    public static let exponent = NumberStyles(rawValue: 0x80)
    public static let currencySymbol = NumberStyles(rawValue: 0x100)
    public static let hexSpecifier = NumberStyles(rawValue: 0x200)
    public static let binarySpecifier = NumberStyles(rawValue: 0x400)
    public static let integer = NumberStyles(rawValue: 0x7)
    public static let hexNumber = NumberStyles(rawValue: 0x203)
    public static let binaryNumber = NumberStyles(rawValue: 0x403)
    public static let number = NumberStyles(rawValue: 0x6F)
    public static let float = NumberStyles(rawValue: 0xA7)
    public static let currency = NumberStyles(rawValue: 0x17F)
    public static let any = NumberStyles(rawValue: 0x1FF)

    /// Checks the combination as integer parsers do; throws kind `.argument`.
    func checkForInteger() throws(TextError) {
        if rawValue & ~0x7FF != 0 { throw TextError(.argument, "An undefined NumberStyles value is being used. (Parameter 'style')") }
        if contains(.hexSpecifier) || contains(.binarySpecifier) {
            if rawValue & ~0x203 != 0 && rawValue & ~0x403 != 0 {
                throw TextError(.argument, "With the AllowHexSpecifier or AllowBinarySpecifier bit set in the enum bit field, the only other valid bits that can be combined into the enum value must be a subset of those in HexNumber or BinaryNumber. (Parameter 'style')")
            }
        }
    }

    /// Checks the combination as floating-point and decimal parsers do.
    func checkForFloat() throws(TextError) {
        if rawValue & ~0x7FF != 0 { throw TextError(.argument, "An undefined NumberStyles value is being used. (Parameter 'style')") }
        if contains(.hexSpecifier) || contains(.binarySpecifier) {
            throw TextError(.argument, "The number styles AllowHexSpecifier and AllowBinarySpecifier are not supported on floating point data types. (Parameter 'style')")
        }
    }
}
