import Glibc

/// A PowerShell value in 16 bytes: simple .NET values inline, everything else an object.
///
/// The only case that owns something is `object`, so copying tests one tag.
@frozen public enum Value {
    /// `$null`
    case null
    /// What a command that put out nothing gives (AutomationNull): `$null` to whoever looks, nothing to a pipeline.
    case void
    /// An empty variable slot; never seen by scripts.
    case undef
    case bool(Bool)
    case int(Int32)
    case long(Int64)
    case double(Double)
    case char(UInt16)
    case byte(UInt8)
    case sbyte(Int8)
    case short(Int16)
    case ushort(UInt16)
    case uint(UInt32)
    case ulong(UInt64)
    case single(Float)
    case object(Obj)
}

extension UnsafeMutablePointer where Pointee == Value {
    /// Room for values, given back by `deallocate()`. The C library's plain way: Swift's own asks for an alignment, which is dearer.
    @inline(__always) static func room(_ count: Int) -> UnsafeMutablePointer<Value> {
        guard let p = malloc(Swift.max(count, 1) * MemoryLayout<Value>.stride) else { return .allocate(capacity: Swift.max(count, 1)) }
        return p.assumingMemoryBound(to: Value.self)
    }
}

extension Value {
    @inlinable public init(_ s: String) { self = .object(Str(s)) }

    /// `$null` or nothing.
    @inlinable public var isNull: Bool {
        switch self { case .null, .void, .undef: true; default: false }
    }
    @inlinable public var isUndef: Bool { if case .undef = self { true } else { false } }
    @inlinable public var isVoid: Bool { if case .void = self { true } else { false } }

    /// The object, if it is one.
    @inlinable public var obj: Obj? { if case .object(let o) = self { o } else { nil } }

    /// The string, if it is one.
    @inlinable public var str: Str? {
        if case .object(let o) = self, o.kind == .string { return unsafeDowncast(o, to: Str.self) }
        return nil
    }

    /// The value itself without a PSObject wrapper around it.
    @inlinable public var unwrapped: Value {
        if case .object(let o) = self, o.kind == .wrapped { return unsafeDowncast(o, to: Wrapped.self).base }
        return self
    }

    /// The object as a given class, a PSObject wrapper taken off.
    @inlinable public func cast<T: Obj>(_ type: T.Type) -> T? {
        guard case .object(let o) = self else { return nil }
        if let t = o as? T { return t }
        if o.kind == .wrapped, case .object(let inner) = unsafeDowncast(o, to: Wrapped.self).base { return inner as? T }
        return nil
    }

    /// True where both are the same inline value or the very same object.
    public func isIdentical(to other: Value) -> Bool {
        switch (self, other) {
        case (.object(let a), .object(let b)): a === b
        case (.null, .null), (.void, .void), (.null, .void), (.void, .null), (.undef, .undef): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.long(let a), .long(let b)): a == b
        case (.double(let a), .double(let b)): a == b
        case (.char(let a), .char(let b)): a == b
        case (.byte(let a), .byte(let b)): a == b
        case (.sbyte(let a), .sbyte(let b)): a == b
        case (.short(let a), .short(let b)): a == b
        case (.ushort(let a), .ushort(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.ulong(let a), .ulong(let b)): a == b
        case (.single(let a), .single(let b)): a == b
        default: false
        }
    }
}
