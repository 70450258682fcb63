import CData

/// PowerShell's own commands as data: every parameter, set, position, alias and validation of each. One command is found and
/// decoded alone when it is first used; scripts/generate-ps-commands tells the format.
public enum CommandCatalog {
    private static let commands = UnsafeBufferPointer(start: ps_commands(), count: ps_commands_size())

    /// The names of all commands in the data, in order.
    public static var names: [String] {
        var out: [String] = []
        forEachLine(commands) { line in out.append(text(line[..<(line.firstIndex(of: 9) ?? line.endIndex)])) }
        return out
    }
    /// The built-in aliases and what they mean.
    public static var aliases: [(name: String, definition: String)] {
        var out: [(String, String)] = []
        forEachLine(UnsafeBufferPointer(start: ps_aliases(), count: ps_aliases_size())) { line in
            guard let tab = line.firstIndex(of: 9) else { return }
            out.append((text(line[..<tab]), text(line[(tab + 1)...])))
        }
        return out
    }

    /// A command's entry, undecoded.
    public struct Entry {
        public let name: String, isFunction: Bool, module: String
        fileprivate let line: Slice<UnsafeBufferPointer<UInt8>>
        fileprivate var fields: [Slice<UnsafeBufferPointer<UInt8>>] { line.split(separator: 9, omittingEmptySubsequences: false) }
    }
    /// The entry of a name, whatever its case.
    public static func find(_ name: String) -> Entry? {
        let wanted = Array(name.lowercased().utf8)
        var low = 0, high = commands.count
        while low < high {
            // The line that the middle lies in.
            var start = (low + high) / 2
            while start > low, commands[start - 1] != 10 { start -= 1 }
            var end = start
            while end < high, commands[end] != 10 { end += 1 }
            switch order(commands[start..<end], wanted) {
            case 0:
                let fields = commands[start..<end].split(separator: 9, maxSplits: 7, omittingEmptySubsequences: false)
                guard fields.count >= 7 else { return nil }
                return Entry(name: text(fields[0]), isFunction: fields[1].first == 70, module: text(fields[2]), line: commands[start..<end])
            case 1: high = start
            default: low = end + 1
            }
        }
        return nil
    }
    /// How the line's name stands to a name in lower case.
    private static func order(_ line: Slice<UnsafeBufferPointer<UInt8>>, _ name: [UInt8]) -> Int {
        var i = 0
        for b in line {
            if b == 9 { break }
            if i == name.count { return 1 }
            let c = b &- 65 < 26 ? b + 32 : b
            if c != name[i] { return c < name[i] ? -1 : 1 }
            i += 1
        }
        return i < name.count ? -1 : 0
    }

    /// Decodes an entry.
    public static func metadata(_ e: Entry, types: TypeCatalog) -> CommandMetadata {
        let fields = e.fields
        let sets = list(fields[5])
        let metadata = CommandMetadata(e.name, parameters: fields[7...].map { parameter($0, types) }, sets: sets, defaultSet: sets.firstIndex(of: text(fields[3])))
        metadata.supportsShouldProcess = fields[4].first == 115
        metadata.outputTypes = list(fields[6])
        return metadata
    }
    private static func parameter(_ field: Slice<UnsafeBufferPointer<UInt8>>, _ types: TypeCatalog) -> ParameterMetadata {
        let parts = field.split(separator: 124, omittingEmptySubsequences: false).map { $0 }
        let typeName = text(parts[1])
        let type = ParameterType.named(typeName, labels: parts.count > 5 && !parts[5].isEmpty ? text(parts[5]) : nil, types)
        let p = ParameterMetadata(text(parts[0]), type: type, memberships: list(parts[3]).map(membership))
        p.aliases = list(parts[2])
        for rule in text(parts[4]).split(separator: ";") { add(String(rule), to: p) }
        return p
    }
    private static func membership(_ word: String) -> SetMembership {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        var m = SetMembership(set: Int(parts[0]) ?? -1)
        var digits = ""
        for c in parts.count > 1 ? parts[1] : "" {
            switch c {
            case "m": m.isMandatory = true
            case "v": m.fromPipeline = true
            case "n": m.fromPipelineByName = true
            case "r": m.fromRemaining = true
            default: digits.append(c)
            }
        }
        m.position = Int(digits)
        return m
    }
    private static func add(_ rule: String, to p: ParameterMetadata) {
        let rest = String(rule.dropFirst())
        switch rule.first {
        case "E": p.rules.append(NotNullOrEmptyRule())
        case "N": p.rules.append(ValidateNotNullRule())
        case "a": p.allowsNull = true
        case "c": p.allowsEmptyCollection = true
        case "s": p.allowsEmptyString = true
        case "+": p.rules.append(ValidateRangeRule(kind: .positive))
        case "S": p.rules.append(ValidateSetRule(rest.split(separator: ",", omittingEmptySubsequences: false).map(String.init)))
        case "P": p.rules.append(ValidatePatternRule(rest))
        case "R", "C":
            let dots = rest.split(separator: ".").map(String.init)
            guard dots.count == 2, let low = Int64(dots[0]), let high = Int64(dots[1]) else { return }
            if rule.first == "C" { p.rules.append(ValidateCountRule(Int(low), Int(high))); return }
            var code = p.type.code
            if code == .array || code == .nullable { code = p.type.element?.code ?? .int }
            switch code {
            case .long: p.rules.append(ValidateRangeRule(.long(low), .long(high)))
            case .double: p.rules.append(ValidateRangeRule(.double(Double(low)), .double(Double(high))))
            case .uint: p.rules.append(ValidateRangeRule(.uint(UInt32(truncatingIfNeeded: low)), .uint(UInt32(truncatingIfNeeded: high))))
            default: p.rules.append(ValidateRangeRule(.int(Int32(truncatingIfNeeded: low)), .int(Int32(truncatingIfNeeded: high))))
            }
        default: break
        }
    }

    private static func list(_ s: Slice<UnsafeBufferPointer<UInt8>>) -> [String] { s.split(separator: 44).map { text($0) } }
    private static func text<C: Collection<UInt8>>(_ bytes: C) -> String { String(decoding: bytes, as: UTF8.self) }
    private static func forEachLine(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
        for line in bytes.split(separator: 10) { body(line) }
    }
}

/// Types as the data names them.
enum ParameterType {
    /// A type by accelerator or full name, arrays and `System.Nullable[…]` among them. Enums that nobody registered are made from
    /// their labels; other unknown types take any object and keep their name.
    static func named(_ name: String, labels: String?, _ types: TypeCatalog) -> TypeRef {
        if name.hasSuffix("[]") { return .array(of: named(String(name.dropLast(2)), labels: labels, types)) }
        if name.hasPrefix("System.Nullable["), name.hasSuffix("]") {
            let inner = named(String(name.dropFirst("System.Nullable[".count).dropLast()), labels: labels, types)
            return types.generic("System.Nullable", [inner]) ?? nullable(inner)
        }
        switch name {
        case "switch": return .switchParameter
        case "string": return .string
        case "int": return .int
        case "System.Object": return .object
        case "psobject": return .psobject
        case "scriptblock": return .scriptBlock
        case "hashtable": return .hashtable
        case "long": return .long
        case "datetime": return .dateTime
        case "timespan": return .timeSpan
        case "bool": return .bool
        case "char": return .char
        case "double": return .double
        case "byte": return .byte
        default: break
        }
        if let t = types.find(name) { return t }
        let dot = name.lastIndex(of: ".")
        let short = dot.map { String(name[name.index(after: $0)...]) } ?? name
        let space = dot.map { String(name[..<$0]) } ?? ""
        let made: TypeRef
        if let labels {
            let isFlags = labels.hasPrefix("*")
            made = TypeRef(short, namespace: space, code: .enumeration, base: .enumBase, element: .int, isValueType: true)
            let pairs: [(String, Int64)] = labels.drop { $0 == "*" }.split(separator: ",").compactMap { l in
                let p = l.split(separator: "=")
                return p.count == 2 ? Int64(p[1]).map { (String(p[0]), $0) } : nil
            }
            made.labels = EnumLabels(pairs, flags: isFlags)
        } else {
            made = TypeRef(short, namespace: space, code: .object, base: .object)
        }
        types.register(made)
        return made
    }
    private static func nullable(_ t: TypeRef) -> TypeRef {
        TypeRef("Nullable`1", code: .nullable, base: .valueType, element: t, arguments: [t], isValueType: true)
    }
}

extension CmdletInfo {
    /// A cmdlet of PowerShell's own: parameters and module come from the catalog.
    /// - Parameters:
    ///   - className: the .NET class in its error ids, without `Microsoft.PowerShell.Commands.`.
    ///   - adjust: adds what the catalog cannot say.
    public convenience init(standard name: String, _ className: String, _ types: TypeCatalog, adjust: ((CommandMetadata) -> Void)? = nil, make: @escaping () -> Cmdlet) {
        let module = CommandCatalog.find(name)?.module ?? "Microsoft.PowerShell.Utility"
        self.init(name, className: className.contains(".") ? className : "Microsoft.PowerShell.Commands." + className, module: module, metadata: {
            let made = CommandCatalog.find(name).map { CommandCatalog.metadata($0, types: types) } ?? CommandMetadata(name, parameters: [])
            adjust?(made)
            return made
        }, make: make)
    }
}

/// What a command of PowerShell's that Nacre does not have does: it says so.
public final class UnsupportedCommand: Cmdlet {
    private let name: String
    init(_ name: String) { self.name = name }
    public override func begin() throws { throw PSError.unsupported("the command \(name)") }

    /// Finds the commands that the catalog knows and nobody registered.
    public static func finder(_ name: String) -> CmdletInfo? {
        guard let e = CommandCatalog.find(name) else { return nil }
        let info = CmdletInfo(e.name, className: "", module: e.module, metadata: {
            let m = CommandMetadata(e.name, parameters: [])
            m.isAdvanced = false
            return m
        }, make: { UnsupportedCommand(e.name) })
        info.isSupported = false
        return info
    }
}
