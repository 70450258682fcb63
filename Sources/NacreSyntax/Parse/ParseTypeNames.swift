extension ScriptParser {
    /// A type's name without the outer brackets, or nil where none begins.
    func parseTypeName(assembly: Bool = true) -> TypeName? {
        let outer = mode
        setMode(.typeName)
        defer { setMode(outer) }
        let t = next()
        guard t.kind == .identifier else { unget(t); return nil }
        return finishTypeName(t, assembly: assembly)
    }

    private func finishTypeName(_ name: Token, unbracketed: Bool = false, assembly: Bool = true) -> TypeName {
        guard enter() else { leave(); return .simple(text(name), name.extent) }
        defer { leave() }
        let simple = TypeName.simple(text(name), name.extent)
        let t = peekToken()
        if t.kind == .lBracket {
            skip()
            let second = next()
            switch second.kind {
            case .rBracket, .comma: return finishArray(simple, second, assembly: !unbracketed && assembly)
            case .lBracket, .identifier: return finishGeneric(name, second, unbracketed, assembly)
            case .endOfInput:
                unget(second)
                reportIncomplete(t.after, "MissingTypename", "Missing type name after '['.")
            default:
                report(second.extent, "UnexpectedToken", "Unexpected token '\(text(second))' in expression or statement.")
                synchronizePast(.rBracket)
            }
            return simple
        }
        if t.kind == .comma, !unbracketed, assembly { skipAssembly(t) }
        return simple
    }

    /// `, assembly name, Version=…` up to the closing bracket.
    private func skipAssembly(_ comma: Token) {
        skip()
        let start = pos
        while bytes[pos] != UInt8(ascii: "]"), bytes[pos] != UInt8(ascii: "["), bytes[pos] != 0x0A, bytes[pos] != 0x0D, pos < limit { pos += 1 }
        var p = start
        while p < pos, has(p, CharacterTable.white) { p += 1 }
        if p == pos {
            reportIncomplete(comma.after, "MissingAssemblyNameSpecification", "Missing assembly name.")
        }
    }

    func missingBracket(_ t: Token) {
        report(t.before, "EndSquareBracketExpectedAtEndOfAttribute", "Missing ] at end of attribute or type literal.")
    }

    private func finishArray(_ element: TypeName, _ afterBracket: Token, assembly: Bool) -> TypeName {
        var type = element, t = afterBracket
        var ranks = 0
        while true {
            switch t.kind {
            case .comma:
                var rank = 1
                var last = t
                while t.kind == .comma { rank += 1; last = t; t = next() }
                if rank > 32 {
                    report(span(afterBracket.extent, last.extent), "ArrayHasTooManyDimensions", "Array has too many dimensions: \(rank). The dimensions for an array must be less than or equal to 32.")
                }
                if t.kind != .rBracket {
                    unget(t)
                    report(last.after, "EndSquareBracketExpectedAtEndOfAttribute", "Missing ] at end of attribute or type literal.")
                }
                type = .array(type, rank: rank, span(type.extent, t.extent))
            case .rBracket:
                type = .array(type, rank: 1, span(type.extent, t.extent))
            case .endOfInput:
                unget(t)
                missingBracket(t)
            default:
                report(t.extent, "UnexpectedToken", "Unexpected token '\(text(t))' in expression or statement.")
                synchronizePast(.rBracket)
            }
            ranks += 1
            if ranks > 200 { giveUp(); return type }
            let following = peekToken()
            if following.kind == .comma, assembly { skipAssembly(following) }
            if following.kind != .lBracket { return type }
            skip()
            t = next()
        }
    }

    private func finishGeneric(_ name: Token, _ first: Token, _ unbracketed: Bool, _ assembly: Bool) -> TypeName {
        var arguments = [parseGenericArgument(first)]
        var close: Token
        while true {
            skipNewlines()
            close = next()
            if close.kind != .comma { break }
            skipNewlines()
            let t = peekToken()
            if t.kind == .identifier || t.kind == .lBracket {
                skip()
                arguments.append(parseGenericArgument(t))
            } else {
                reportIncomplete(close.after, "MissingTypename", "Missing type name after ','.")
                arguments.append(.simple(":ErrorTypeName:", close.after))
            }
        }
        var end = close.extent
        if close.kind != .rBracket {
            unget(close)
            end = close.before
            missingBracket(close)
        }
        let result = TypeName.generic(.simple(text(name), name.extent), arguments, span(name.extent, end))
        let t = peekToken()
        if t.kind == .lBracket {
            skip()
            return finishArray(result, next(), assembly: !unbracketed && assembly)
        }
        if t.kind == .comma, !unbracketed, assembly { skipAssembly(t) }
        return result
    }

    /// One type argument, bracketed (then it may name its assembly) or not.
    func parseGenericArgument(_ first: Token) -> TypeName {
        if first.kind == .identifier { return finishTypeName(first, unbracketed: true) }
        let t = next()
        guard t.kind == .identifier else {
            unget(t)
            reportIncomplete(first.after, "MissingTypename", "Missing type name after '['.")
            return .simple(":ErrorTypeName:", first.after)
        }
        let name = finishTypeName(t)
        let close = next()
        if close.kind != .rBracket {
            unget(close)
            missingBracket(close)
        }
        return name
    }
}
