/// How large one thing may grow. What .NET refuses, or what would take the machine's memory, is its catchable OutOfMemoryException.
public enum Limits {
    /// .NET's longest string, in UTF-16 units.
    public static let units = 0x3FFF_FFDF
    /// .NET's longest array.
    static let arrayLength = 0x7FFF_FFC7
    /// The most elements made at once: 4 GB.
    public static let elements = 1 << 28

    /// - Throws: `NetException` where a text of so many units is too long.
    public static func checkText(_ count: Int) throws {
        if count > units { throw NetException(.outOfMemoryException, insufficient) }
    }
    /// - Throws: `NetException` where a collection of so many elements is too large.
    public static func checkElements(_ count: Int) throws {
        if count > elements { throw NetException(.outOfMemoryException, count > arrayLength ? "Array dimensions exceeded supported range." : insufficient) }
    }
    static let insufficient = "Insufficient memory to continue the execution of the program."
}
