import Glibc
import NacreSyntax

/// A word of a command call as compiled.
struct CallWord {
    /// `-Name`, or nil for a value.
    let parameter: String?
    /// The value, or nil for a bare `-Name`.
    let node: Node?
    let splat: Bool
    let extent: Extent
    /// The bare `--` that says that no parameter names follow: programs get it, nobody else does.
    var isEndOfParameters = false
    /// A list as it is written, which programs get as it is.
    var literal: String?
    /// A space stands between `-Name:` and its value.
    var isApart = false
}

/// A redirection of one command.
struct CallRedirection {
    let from: RedirectionStream
    /// The stream merged into, or nil for a file.
    let to: RedirectionStream?
    let file: Node?
    let append: Bool
}

/// A command call.
final class CommandNode: Node {
    /// The name, where it is written; else `nameNode` gives a name, a command or a script block.
    let name: Name?
    let spelling: String
    let nameNode: Node?
    let invocation: InvocationOperator
    private let isInOwnScope: Bool
    let words: [CallWord]
    let redirections: [CallRedirection]
    let source: Source
    let extent: Extent
    /// Where the name stands.
    let nameExtent: Extent
    /// The argument nodes, where all are plain positional values.
    private let positional: NodeList?
    /// What the name meant at `epoch`.
    private var found: CommandInfo?
    private var epoch = -1
    /// `found`, where it is a function that positional values can be passed to straight.
    private var function: Unmanaged<FunctionInfo>?
    private var body: Unmanaged<CompiledBlock>?
    /// The call as the binder bound it the first time.
    private var direct: DirectCall?
    private var mayBeDirect = false

    init(name: String?, nameNode: Node?, invocation: InvocationOperator, words: [CallWord], redirections: [CallRedirection], source: Source, extent: Extent, nameExtent: Extent) {
        self.nameExtent = nameExtent
        looksLikeMethodCall = words.count == 1 && words[0].parameter == nil && words[0].extent.start == nameExtent.end && words[0].node is ArrayNode
            && source.bytes[Int(words[0].extent.start)] == 0x28
        self.name = name.map { Name($0) }
        spelling = name ?? ""
        self.nameNode = nameNode
        self.invocation = invocation
        isInOwnScope = invocation != .dot
        self.words = words
        self.redirections = redirections
        self.source = source
        self.extent = extent
        positional = words.allSatisfy { $0.parameter == nil && !$0.splat && !$0.isEndOfParameters } && redirections.isEmpty ? NodeList(words.compactMap(\.node)) : nil
    }
    deinit { positional?.release() }

    override func eval(_ m: Machine) throws -> Value { try m.captured { _ = try run(m) } }

    override func run(_ m: Machine) throws -> Flow {
        if let name, isInOwnScope {
            if epoch != m.commands.epoch { try resolve(name, m) }
            if let b = body, let f = function, let positional, !(looksLikeMethodCall && m.strictLevel >= 2) {
                try m.callPositional(f, b, positional, self)
                m.succeeded = true
                return .next
            }
            if let direct {
                if !m.hasDefaultParameterValues { try direct.run(self, m); return .next }
            } else if mayBeDirect, let f = found as? FunctionInfo {
                try m.runPipeline([self], first: nil)
                mayBeDirect = false
                direct = try DirectCall(self, f, m)
                return .next
            }
        } else if isInOwnScope, let positional, let nameNode {
            let v = try nameNode.eval(m)
            if case .object(let o) = v, o.kind == .scriptBlock {
                let block = unsafeDowncast(o, to: ScriptBlock.self)
                if block.code.ownRef == nil { _ = try block.code.compiled(m) }
                if m.isAtHome(block), let b = block.code.ownRef, b._withUnsafeGuaranteedRef({ $0.isSimple && !$0.hasInput }) {
                    try b._withUnsafeGuaranteedRef { try m.callBlock(block, $0, positional, self) }
                    m.succeeded = true
                    return .next
                }
            }
            if let module = v.cast(ModuleValue.self) { try runInside(module, positional, m); return .next }
            try m.runCommand(self, target(of: v, m))
            return .next
        }
        try m.runPipeline([self], first: nil)
        return .next
    }

    /// `& $module { … }`: a block run as the module's own.
    @inline(never) private func runInside(_ module: ModuleValue, _ words: NodeList, _ m: Machine) throws {
        var values: [Value] = []
        var i = 0
        while i < words.count { values.append(try words[i].eval(m).orNull); i += 1 }
        guard let first = values.first else { return }
        if let block = first.cast(ScriptBlock.self) { return try m.invoke(module.bind(block), Array(values.dropFirst()), this: nil) }
        guard let f = module.state.ownScope?.functions?[Name(m.str(first).string)] else { throw m.commandNotFound(m.str(first).string) }
        try m.invoke(f.block, Array(values.dropFirst()), this: nil)
    }
    @inline(never) private func resolve(_ name: Name, _ m: Machine) throws {
        // A function that is replaced while it runs must outlive its run.
        if let old = found as? FunctionInfo { m.retire(old) }
        found = try m.resolveCommand(name, spelling: spelling)
        function = nil
        body = nil
        direct = nil
        mayBeDirect = true
        if let f = found as? FunctionInfo {
            try f.prepare(m)
            if positional != nil, let b = f.simple { function = .passUnretained(f); body = .passUnretained(b) }
        }
        epoch = m.session.commands.epoch
    }

    /// The command or script block that is called.
    func target(_ m: Machine) throws -> CallTarget {
        if looksLikeMethodCall, m.strictLevel >= 2 {
            throw PSError(id: "StrictModeFunctionCallWithParens", "The function or command was called as if it were a method. Parameters should be separated by spaces. For information about parameters, see the about_Parameters Help topic.")
        }
        if let name {
            if epoch != m.session.commands.epoch { try resolve(name, m) }
            guard let found else {
                let e = m.commandNotFound(spelling)
                m.position(e, at: ScriptPosition(source: source, extent: nameExtent))
                throw e
            }
            return .command(found)
        }
        guard let nameNode else { throw m.commandNotFound(spelling) }
        return try self.target(of: nameNode.eval(m), m)
    }
    private func target(of v: Value, _ m: Machine) throws -> CallTarget {
        switch v.unwrapped {
        case .object(let b as ScriptBlock): return .block(b)
        case .object(let c as CommandInfo): return .command(c)
        case .null, .void, .undef:
            throw PSError(id: "BadExpression", "The expression after '\(invocation == .dot ? "." : "&")' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object.", category: .invalidOperation)
        default:
            let text = m.str(v).string
            if text.isEmpty { throw PSError(id: "BadExpression", "The expression after '\(invocation == .dot ? "." : "&")' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object.", category: .invalidOperation) }
            guard let c = try m.resolveCommand(Name(text), spelling: text) else { throw m.commandNotFound(text) }
            return .command(c)
        }
    }

    /// True for `f(1, 2)`: the parentheses follow the name at once and are all there is.
    private let looksLikeMethodCall: Bool
    /// The call's words with their values.
    func arguments(_ m: Machine, forProgram: Bool = false) throws -> [Argument] {
        var out: [Argument] = []
        out.reserveCapacity(words.count)
        if forProgram { return try programArguments(m) }
        for w in words {
            if w.isEndOfParameters { continue }
            guard let node = w.node else { out.append(Argument(parameter: w.parameter, value: .undef, extent: w.extent)); continue }
            let v = try node.eval(m).orNull
            if w.splat { m.splat(v, w.extent, into: &out) } else { out.append(Argument(parameter: w.parameter, value: v, extent: w.extent)) }
        }
        return out
    }
}

extension CommandNode {
    /// The words as a program gets them: lists and numbers as they are written, `-Name:` with its value as one word unless a space parts them.
    private func programArguments(_ m: Machine) throws -> [Argument] {
        var out: [Argument] = []
        func add(_ v: Value, _ w: CallWord) { out.append(Argument(value: v, extent: w.extent)) }
        var isVerbatim = false
        for w in words {
            guard let node = w.node else { out.append(Argument(parameter: w.parameter, value: .undef, extent: w.extent)); continue }
            var v = try w.literal.map { Value($0) } ?? node.eval(m).orNull
            if case .object(let o) = v, o.kind == .wrapped, let s = unsafeDowncast(o, to: Wrapped.self).spelling { v = .object(s) }
            if isVerbatim {
                for part in CommandNode.verbatim(m.str(v).string) { add(Value(part), w) }
            } else if let name = w.parameter {
                if w.isApart { add(Value("-\(name):"), w); add(v, w) } else { add(Value("-\(name):\(m.str(v).string)"), w) }
            } else if source.text(w.extent) == "--%" {
                isVerbatim = true
            } else if w.splat { m.splat(v, w.extent, into: &out) } else { add(v, w) }
        }
        return out
    }
    /// What follows `--%`: `%NAME%` is that variable of the environment where it exists; parted at spaces outside double quotes.
    private static func verbatim(_ text: String) -> [String] {
        var expanded = "", rest = text[...]
        while let from = rest.firstIndex(of: "%") {
            expanded += rest[..<from]
            let after = rest.index(after: from)
            guard let to = rest[after...].firstIndex(of: "%") else { break }
            if let value = getenv(String(rest[after..<to])), after != to {
                expanded += String(cString: value)
                rest = rest[rest.index(after: to)...]
            } else {
                expanded += rest[from..<to]
                rest = rest[to...]
                if after == to { expanded += "%"; rest = rest[rest.index(after: to)...] }
            }
        }
        expanded += rest
        var parts: [String] = [], part = "", isQuoted = false, isOpen = false
        for c in expanded {
            if c == "\"" { isQuoted.toggle(); isOpen = true } else if c == " " || c == "\t", !isQuoted {
                if isOpen { parts.append(part) }
                part = ""
                isOpen = false
            } else { part.append(c); isOpen = true }
        }
        if isOpen { parts.append(part) }
        return parts
    }
}

enum CallTarget { case command(CommandInfo), block(ScriptBlock) }

extension Machine {
    func splat(_ v: Value, _ extent: Extent, into out: inout [Argument]) {
        guard case .object(let o) = v.unwrapped else {
            if !v.isNull { out.append(Argument(value: v, extent: extent, isSplatted: true)) }
            return
        }
        if let t = o as? Table {
            t.forEachPair { k, x in out.append(Argument(parameter: str(k).string, value: x.orNull, extent: extent, isSplatted: true)); return true }
        } else if let s = o as? Seq {
            // `$args` remembers which of its words were parameter names.
            for x in s.elements {
                if case .object(let o) = x, let w = o as? ParameterWord { out.append(Argument(parameter: w.name, value: w.value, extent: extent, isSplatted: true)) }
                else { out.append(Argument(value: x, extent: extent, isSplatted: true)) }
            }
        } else if let text = o as? Str {
            // A text is a sequence of characters here.
            for u in text.units { out.append(Argument(value: .char(u), extent: extent, isSplatted: true)) }
        } else { out.append(Argument(value: v, extent: extent, isSplatted: true)) }
    }

    /// What a command name means: alias, function, cmdlet, script or program; nil where nothing has the name.
    public func resolveCommand(_ name: Name, spelling: String) throws -> CommandInfo? {
        var name = name, spelling = spelling
        var hops = 0
        while let a = findAlias(name) {
            name = Name(a.definition)
            spelling = a.definition
            hops += 1
            if hops > 20 { break }
        }
        if let f = findFunction(name) { return f }
        if let c = session.commands.cmdlet(name) { return c }
        if let slash = spelling.lastIndex(of: "\\"), spelling.first != ".", !spelling.contains("/") {
            let plain = Name(String(spelling[spelling.index(after: slash)...]))
            if let c = session.commands.cmdlet(plain), c.moduleName?.lowercased() == spelling[..<slash].lowercased() { return c }
            if let f = findFunction(plain), f.moduleName?.lowercased() == spelling[..<slash].lowercased() { return f }
        }
        if let c = session.commands.external?(spelling) { return c }
        if !spelling.contains("-"), let c = session.commands.cmdlet(Name("Get-" + spelling)) { return c }
        return nil
    }
    public func findFunction(_ name: Name) -> FunctionInfo? {
        var s: Scope? = scope
        while let c = s { if let f = c.functions?[name] { return f }; s = c.parent }
        return nil
    }
    public func findAlias(_ name: Name) -> AliasInfo? {
        settleAliases()
        var s: Scope? = scope
        while let c = s { if let a = c.aliases?[name] { return a }; s = c.parent }
        return nil
    }
    func commandNotFound(_ name: String) -> PSError {
        let e = PSError(.commandNotFoundException, id: "CommandNotFoundException", "The term '\(name)' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.", category: .objectNotFound, target: Value(name))
        e.record.activity = ""
        e.record.exception.properties.append((Name("CommandName"), Value(name)))
        return e
    }
    /// Keeps a function that may still be running until no block runs any more.
    func retire(_ f: FunctionInfo) {
        if depth <= 1 { retired.removeAll() }
        retired[ObjectIdentifier(f)] = f
    }
    /// Defines a function in a scope.
    public func define(_ f: FunctionInfo, in scope: Scope? = nil) {
        let s = scope ?? self.scope
        if s.functions == nil { s.functions = [:] }
        s.functions![Name(f.name)] = f
        session.commands.epoch += 1
    }
    public func define(_ a: AliasInfo, in scope: Scope? = nil) {
        settleAliases()
        let s = scope ?? self.scope
        if s.aliases == nil { s.aliases = [:] }
        s.aliases![Name(a.name)] = a
        session.commands.epoch += 1
    }
    /// Puts the aliases that a session begins with into its own scope, once.
    @inline(__always) func settleAliases() { if let list = session.commands.builtInAliases { define(builtIn: list()) } }
    private func define(builtIn list: [(name: String, definition: String)]) {
        session.commands.builtInAliases = nil
        var all = session.state.global.aliases ?? [:]
        for a in list {
            let n = Name(a.name)
            if all[n] == nil { all[n] = AliasInfo(a.name, definition: a.definition) }
        }
        session.state.global.aliases = all
    }
}

/// A parameter name among `$args`, so that `@args` passes it on as one.
public final class ParameterWord: Obj {
    public let name: String
    public let value: Value
    public init(_ n: String, _ v: Value) { name = n; value = v; super.init(kind: .native) }
    public override var type: TypeRef { TypeRef.string }
    public override func text(_ culture: Culture) -> String? { "-" + name }
}

/// `function f { … }`
final class FunctionNode: Node {
    let name: String
    let target: ScopeTarget
    let code: BlockCode
    let isFilter: Bool
    init(name: String, target: ScopeTarget, code: BlockCode, isFilter: Bool) { self.name = name; self.target = target; self.code = code; self.isFilter = isFilter }
    override func run(_ m: Machine) throws -> Flow {
        let s = m.scope(target)
        let f = FunctionInfo(name, block: ScriptBlock(code, home: m.scope.home), isFilter: isFilter)
        if let old = s.functions?[Name(name)], old.options.contains(.readOnly) || old.options.contains(.constant) {
            throw PSError(.sessionStateUnauthorizedAccessException, id: "FunctionNotWritable", "Cannot write to function \(name) because it is read-only or constant.", category: .writeError, target: Value(name))
        }
        m.define(f, in: s)
        return .next
    }
}
