extension Machine {
    /// `format -f arguments`
    func formatOperator(_ a: Value, _ b: Value) throws -> Value {
        let format = str(a)
        do {
            // Only an `object[]` is the arguments; other collections are one.
            if case .object(let o) = b, o.kind == .array, !unsafeDowncast(o, to: Seq.self).element.isValueType {
                return .object(try compose(format, Array(unsafeDowncast(o, to: Seq.self).elements)))
            }
            return .object(try compose(format, [b]))
        } catch let e as TextError {
            throw PSError(ErrorRecord(ExceptionValue(.runtimeException, "Error formatting a string: \(e.message).", inner: ExceptionValue(e.exceptionType, e.message)),
                                      id: "FormatError", category: .invalidOperation, target: a))
        }
    }

    /// A composite format (`{0,-12:N2}`) filled with values, by culture en-US; throws TextError.
    public func compose(_ format: Str, _ arguments: [Value]) throws -> Str {
        var b = TextBuilder(capacity: format.count + 16)
        let parsed = format.isWide ? try CompositeFormat(format.utf16) : try CompositeFormat(format.latin1)
        if parsed.highestIndex >= arguments.count { throw CompositeFormat.indexOutOfRange }
        for segment in parsed.segments {
            switch segment {
            case .literal(let range): b.append(format, range.lowerBound, range.count)
            case .item(let index, let alignment, let range):
                let spec = range.isEmpty ? Str.empty : format.slice(range.lowerBound, range.count)
                let s = try formatted(arguments[index], spec)
                if alignment > s.count { b.append(repeating: 32, count: alignment - s.count) }
                b.append(s)
                if -alignment > s.count { b.append(repeating: 32, count: -alignment - s.count) }
            }
        }
        return b.finish()
    }

    /// `ToString(format)` by a culture; values that know no formats give their text. Throws TextError.
    public func formatted(_ v: Value, _ format: Str, culture: Culture = .current) throws -> Str {
        let symbols: NumberSymbols = culture == .invariant ? .invariant : .enUS
        if format.count == 0 {
            switch v {
            case .int, .long, .bool, .char: return str(v)
            case .null, .void, .undef: return .empty
            case .object(let o) where o.kind == .custom: return str(v)
            default: return text(v, culture: culture)
            }
        }
        var t: [UInt8] = []
        let f = format.utf8Bytes
        switch v {
        case .int(let x): try NumberFormat.append(x, format: f, symbols: symbols, to: &t)
        case .double(let x): try NumberFormat.append(x, format: f, symbols: symbols, to: &t)
        case .long(let x): try NumberFormat.append(x, format: f, symbols: symbols, to: &t)
        case .single(let x): try NumberFormat.append(x, format: f, symbols: symbols, to: &t)
        case .byte(let x): try NumberFormat.append(x, format: f, symbols: symbols, to: &t)
        case .sbyte(let x): try NumberFormat.append(x, format: f, symbols: symbols, to: &t)
        case .short(let x): try NumberFormat.append(x, format: f, symbols: symbols, to: &t)
        case .ushort(let x): try NumberFormat.append(x, format: f, symbols: symbols, to: &t)
        case .uint(let x): try NumberFormat.append(x, format: f, symbols: symbols, to: &t)
        case .ulong(let x): try NumberFormat.append(x, format: f, symbols: symbols, to: &t)
        case .null, .void, .undef, .bool, .char: return str(v)
        case .object(let o):
            switch o.kind {
            case .decimal: try unsafeDowncast(o, to: DecimalValue.self).value.append(format: f, symbols: symbols, to: &t)
            case .bigInteger: try unsafeDowncast(o, to: BigIntegerValue.self).value.append(format: f, symbols: symbols, to: &t)
            case .enumeration: return try formatted(unsafeDowncast(o, to: EnumValue.self), format)
            case .wrapped: return try formatted(unsafeDowncast(o, to: Wrapped.self).base, format, culture: culture)
            case .custom: return str(v)
            default: return try formattedObject(o, format, culture) ?? text(v, culture: culture)
            }
        }
        return Str(utf8: t)
    }

    /// Enums know `G D X F`.
    private func formatted(_ e: EnumValue, _ format: Str) throws -> Str {
        guard format.count == 1 else { throw Machine.badEnumFormat }
        switch format[0] | 0x20 {
        case 103, 102: return Str(e.text(.current) ?? "")
        case 100: return Str(String(e.raw))
        case 120:
            var t: [UInt8] = []
            switch e.enumType.element?.code ?? .int {
            case .byte, .sbyte: IntegerText.appendHex(UInt64(UInt8(truncatingIfNeeded: e.raw)), minimum: 2, uppercase: true, to: &t)
            case .short, .ushort: IntegerText.appendHex(UInt64(UInt16(truncatingIfNeeded: e.raw)), minimum: 4, uppercase: true, to: &t)
            case .long, .ulong: IntegerText.appendHex(UInt64(bitPattern: e.raw), minimum: 16, uppercase: true, to: &t)
            default: IntegerText.appendHex(UInt64(UInt32(truncatingIfNeeded: e.raw)), minimum: 8, uppercase: true, to: &t)
            }
            return Str(utf8: t)
        default: throw Machine.badEnumFormat
        }
    }
    private static let badEnumFormat = TextError(.format, "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".")
}
