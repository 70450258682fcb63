/// What an object is, as far as the engine's own paths tell objects apart. Everything else is `native`, described by its type.
public enum Kind: UInt8, Sendable {
    case string, array, list, table, custom, instance, enumeration, scriptBlock, type, decimal, bigInteger
    case dateTime, timeSpan, wrapped, variable, reference, errorRecord, exception, native
}

/// The base of every value that is not inline.
open class Obj {
    /// Members added to this very object (Add-Member), and type names put before its own.
    public final var extended: ExtendedMembers?
    public final let kind: Kind

    @inlinable public init(kind: Kind) { self.kind = kind }

    /// The object's .NET type.
    open var type: TypeRef { TypeRef.object }

    /// What `ToString()` gives; nil where it is the type's name.
    open func text(_ culture: Culture) -> String? { nil }

    /// What `if` makes of it, strings and collections apart; numbers in objects say false for 0.
    open var isTrue: Bool { true }

    /// .NET's `Equals`.
    open func isEqual(to other: Obj) -> Bool { self === other }
    /// .NET's `GetHashCode`, agreeing with `isEqual`.
    open var hash: Int { ObjectIdentifier(self).hashValue }
    /// .NET's `IComparable`: negative, zero, positive; nil where the objects have no order.
    open func compare(to other: Obj) -> Int? { nil }

    /// What the object gives one by one where a pipeline or a loop takes it apart; nil where it is one thing.
    open func enumerate(_ body: (Value) throws -> Void) throws -> Bool { false }
    /// Changes with each change that ends a running enumeration of the object.
    open var stamp: Int { 0 }
    /// True where `enumerate` would take the object apart.
    open var isEnumerable: Bool { false }
}

/// Which culture's rules a conversion to text follows: `ToString()` and `-f` the current one, `"$x"` and `[string]` the invariant one.
public enum Culture: UInt8, Sendable { case invariant, current }

/// A PSObject around a value that cannot carry members itself (numbers, strings).
public final class Wrapped: Obj {
    public let base: Value
    /// How a number was written as a command's word (`007`, `1kb`): its text.
    public let spelling: Str?
    public init(_ base: Value, spelling: Str? = nil) { self.base = base.unwrapped; self.spelling = spelling; super.init(kind: .wrapped) }
    public override var type: TypeRef { base.type }
    public override func text(_ culture: Culture) -> String? { spelling?.string ?? base.obj?.text(culture) }
}

/// A variable that something else than its scope's slot holds on to: `[ref]`, a constrained or read-only variable, a global.
public final class Variable: Obj {
    public var value: Value
    public let name: Name
    /// Type and validation that every assignment goes through.
    public var constraint: VariableConstraint?
    public var options: VariableOptions = []
    public var description: String?
    /// Where the value is made afresh at each read (`$?`, `$PWD`, …).
    public var getter: ((Machine) -> Value)?
    public var setter: ((Machine, Value) throws -> Void)?
    public init(_ name: Name, _ value: Value) { self.name = name; self.value = value; super.init(kind: .variable) }
}

public struct VariableOptions: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let readOnly = VariableOptions(rawValue: 1), constant = VariableOptions(rawValue: 2)
    public static let `private` = VariableOptions(rawValue: 4), allScope = VariableOptions(rawValue: 8)
}

/// Converts and checks a value on its way into a variable.
public protocol VariableConstraint: AnyObject {
    func admit(_ value: Value, _ m: Machine) throws -> Value
}

/// `[ref]$x`, or `[ref]` around a value of its own.
public final class Reference: Obj {
    public let variable: Variable
    public init(_ variable: Variable) { self.variable = variable; super.init(kind: .reference) }
    public override var type: TypeRef { Reference.valueType }
    /// What `GetType()` of a reference says.
    private static let valueType = TypeRef("PSReference`1", namespace: "System.Management.Automation", code: .reference, base: .reference)
}
