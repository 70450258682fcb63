/// Operators, conversions and formats of dates, time spans, guids and versions.
extension Machine {
    func computeTime(_ op: ImplicitOperator, _ a: Value, _ b: Value) throws -> Value {
        do {
            if let x = a.cast(DateTimeValue.self)?.value {
                if let y = b.cast(DateTimeValue.self)?.value { return Value(x.subtracting(y)) }
                guard let y = b.cast(TimeSpanValue.self)?.value else { return .null }
                return Value(op == .add ? try x.adding(y) : try x.subtracting(y))
            }
            guard let x = a.cast(TimeSpanValue.self)?.value else {
                return try b.cast(TimeSpanValue.self).map { Value(try $0.value.multiplied(by: a.float64)) } ?? .null
            }
            if let y = b.cast(TimeSpanValue.self)?.value {
                switch op {
                case .add: return Value(try x.adding(y))
                case .subtract: return Value(try x.subtracting(y))
                default: return .double(x.divided(by: y))
                }
            }
            return Value(op == .multiply ? try x.multiplied(by: b.float64) : try x.divided(by: b.float64))
        } catch let e as TextError { throw PSError.invocation(String(describing: op.method), 2, e.exception) }
    }

    /// To DateTime, TimeSpan, DateTimeOffset, Guid or Version; nil where the type is another, or the value none that they are made from.
    func convertToTime(_ v: Value, _ type: TypeRef) throws -> Value? {
        let rank = v.isEnum ? NumericRank.none : v.rank
        switch type.code {
        case .dateTime, .timeSpan:
            if rank >= NumericRank.sbyte, rank <= NumericRank.long {
                if type.code == .timeSpan { return Value(PSTimeSpan(ticks: v.int64)) }
                do { return Value(try PSDateTime(ticks: v.int64)) } catch let e { throw failedCast("InvalidCastConstructorException", v, to: type, e.message) }
            }
        case .guid, .version: break
        default:
            guard type === TypeRef.dateTimeOffset else { return nil }
            if let d = v.cast(DateTimeValue.self) { return Value(try PSDateTimeOffset(d.value)) }
        }
        let s: Str
        if let t = v.str { s = t } else if rank >= NumericRank.sbyte { s = str(v) } else { return nil }
        let text = s.string
        do {
            switch type.code {
            case .dateTime: return Value(try DateParse.dateTime(text, symbols: .invariant))
            case .timeSpan: return Value(try PSTimeSpan.parse(text, symbols: .invariant))
            case .guid: return Value(try PSGuid.parse(text))
            case .version: return Value(try PSVersion.parse(text))
            default: return Value(try DateParse.dateTimeOffset(text, symbols: .invariant))
            }
        } catch let e as TextError {
            throw failedCast(type.code == .version ? "InvalidCastParseTargetInvocation" : "InvalidCastParseTargetInvocationWithFormatProvider", .object(s), to: type, e.message)
        }
    }

    /// `ToString(format)` of objects that know formats; nil for others.
    func formattedObject(_ o: Obj, _ format: Str, _ culture: Culture) throws -> Str? {
        var t: [UInt8] = []
        switch o {
        case let d as DateTimeValue: try DateFormat.append(d.value, format: format.string, symbols: culture.dateSymbols, to: &t)
        case let s as TimeSpanValue: try s.value.append(format: format.string, symbols: culture.dateSymbols, to: &t)
        case let d as DateTimeOffsetValue: try DateFormat.append(d.value, format: format.string, symbols: culture.dateSymbols, to: &t)
        case let g as GuidValue: return Str(try g.text(format: format.string))
        case let f as Formattable: return Str(try f.formatted(format.string, culture))
        default: return nil
        }
        return Str(utf8: t)
    }
}

/// An object of another module with formats of its own (`IFormattable`).
public protocol Formattable: Obj {
    /// Throws TextError of kind `.format` for a format it does not know.
    func formatted(_ format: String, _ culture: Culture) throws -> String
}
