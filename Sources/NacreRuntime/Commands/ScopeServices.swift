import NacreSyntax

/// What commands about variables, aliases and functions do with scopes.
extension Machine {
    /// The scope that `-Scope` names: `Global`, `Script`, `Local`, `Private` or a number of scopes up; nil is the current one.
    public func scope(named text: String?) throws -> Scope {
        guard let text else { return scope }
        switch text.lowercased() {
        case "global": return session.state.global
        case "script": return scope(.script)
        case "local", "private": return scope
        default: break
        }
        guard let n = Int(text), n >= 0 else {
            throw PSError(.psArgumentException, id: "Argument", "The scope '\(text)' is not valid. Use Global, Local, Private, Script, or a number that is relative to the current scope.", category: .invalidArgument)
        }
        var s: Scope = scope
        for _ in 0..<n {
            guard s !== session.state.global, let p = s.parent else {
                throw PSError(.argumentOutOfRangeException, id: "ArgumentOutOfRange", "The scope number '\(n)' exceeds the number of active scopes. (Parameter 'Scope')\nActual value was \(n).", category: .invalidArgument)
            }
            s = p
        }
        return s
    }
    public func variable(_ name: Name, in scope: Scope) -> Variable? {
        scope.variable(name) ?? (scope === session.state.global ? rootScope.variable(name) : nil)
    }
    public func createVariable(_ name: Name, in scope: Scope) -> Variable? { scope.variable(name, create: true) }
    public func setVariable(_ name: Name, _ value: Value, in scope: Scope) throws { try set(name, value, in: scope) }
    @discardableResult public func removeVariable(_ name: Name, in scope: Scope) -> Bool {
        scope.remove(name) || scope === session.state.global && rootScope.remove(name)
    }
    /// The names of a scope's variables, and with `withParents` those seen from there.
    public func variableNames(in scope: Scope, withParents: Bool) -> [Name] {
        var out: [Name] = [], seen: Set<Name> = []
        var s: Scope? = scope
        while let c = s {
            for (n, _) in c.all(self) where seen.insert(n).inserted { out.append(n) }
            s = withParents || c === session.state.global ? c.parent : nil
        }
        return out
    }
    /// A variable's value, getters asked.
    public func value(of v: Variable) -> Value { v.getter?(self) ?? v.value }

    /// The aliases seen from a scope.
    public func aliases(in scope: Scope, withParents: Bool) -> [AliasInfo] {
        settleAliases()
        var out: [AliasInfo] = [], seen: Set<Name> = []
        var s: Scope? = scope
        while let c = s {
            for (n, a) in c.aliases ?? [:] where seen.insert(n).inserted { out.append(a) }
            s = withParents ? c.parent : nil
        }
        return out
    }
    public func alias(_ name: Name, in scope: Scope) -> AliasInfo? {
        settleAliases()
        return scope.aliases?[name]
    }
    @discardableResult public func removeAlias(_ name: Name, in scope: Scope) -> Bool {
        settleAliases()
        guard scope.aliases?.removeValue(forKey: name) != nil else { return false }
        session.commands.epoch += 1
        return true
    }
    /// The functions seen from the current scope.
    public var functions: [FunctionInfo] {
        var out: [FunctionInfo] = [], seen: Set<Name> = []
        var s: Scope? = scope
        while let c = s {
            for (n, f) in c.functions ?? [:] where seen.insert(n).inserted { out.append(f) }
            s = c.parent
        }
        return out
    }

    /// Takes away the function that a name means here.
    public func removeFunction(_ name: Name) {
        var s: Scope? = scope
        while let c = s {
            if let f = c.functions?.removeValue(forKey: name) {
                // It may be running.
                retire(f)
                session.commands.epoch += 1
                return
            }
            s = c.parent
        }
    }

    /// The version that strict mode has here; 0 where it is off.
    public var strictVersion: Int { strictLevel }

    /// Who runs the command that is running: the function (and the call of it), or the script file.
    public func callerOfCommand() -> (command: CommandInfo?, name: String?, position: ScriptPosition?) {
        var s: Scope? = scope
        while let c = s {
            if let command = c.command, !c.isScript { return (command, command.name, c.callSite) }
            if c.isScript { return (nil, c.frameName == "<ScriptBlock>" ? c.command?.name : c.frameName, nil) }
            // A block that was called by itself has no name.
            if c.isBlockCall { return (nil, nil, nil) }
            s = c.parent
        }
        return (nil, nil, nil)
    }

    /// Ends the run where Ctrl-C was pressed: for commands that wait.
    public func pollInterrupt() throws { try poll() }

    /// Runs a cmdlet with given words, as a pipeline of its own.
    public func runCommand(_ command: CmdletInfo, _ words: [Argument], into sink: Sink) throws {
        let before = output
        output = sink
        defer { output = before }
        try withExtendedLifetime(sink) { try runStages([CmdletStage(self, info: command, arguments: words, site: nil)], feed: nil) }
    }

    /// Runs text as code in the current scope, as Invoke-Expression does.
    public func runText(_ text: String, into sink: Sink) throws {
        let parsed = Parser.parse(text)
        if let d = parsed.diagnostics.first {
            // The message tells the place, as there is no file to point at.
            let place = ScriptPosition(source: parsed.source, extent: d.extent)
            let e = PSError(.parseException, id: d.id, ErrorView.positionMessage(place) + "\n" + d.message, category: .parserError)
            e.record.exception.properties.append((Name("Errors"), ParseErrorView.list(parsed)))
            e.record.position = place
            throw e
        }
        try run(ScriptBlock(BlockCode(tree: parsed.tree), home: scope.home), into: sink, inCurrentScope: true)
    }
}

extension Extent {
    /// No place in any script.
    public static let nowhere = Extent(start: 0, end: 0)
}

extension Machine {
    /// Puts a type name in front of an object's own.
    public func addTypeName(_ name: String, to v: inout Value) {
        if let c = v.unwrapped.obj as? Custom {
            c.typeNames.insert(Str(name), at: 0)
            return
        }
        var target = v
        if target.obj == nil || target.str != nil { target = .object(Wrapped(target)) }
        guard let o = target.obj else { return }
        let names = typeNames(of: target).map { Str($0) }
        if o.extended == nil { o.extended = ExtendedMembers() }
        o.extended?.typeNames = [Str(name)] + names
        v = target
    }
}

extension Machine {
    /// Sets strict mode in the scope of the running code; 0 turns it off.
    public func setStrictMode(_ version: Int) {
        scope.strictMode = Int8(clamping: version)
        scope.isDirty = true
    }
}

/// One block of the call stack, as Get-PSCallStack shows it.
public struct CallFrame {
    /// `f`, `f<Process>`, `<ScriptBlock>`; `command` is the name alone.
    public let functionName: String, command: String
    /// The file that the code lies in; nil for code that was typed.
    public let path: String?
    /// The line that is running, from 1.
    public let line: Int
    public let arguments: String
}
extension Machine {
    /// The blocks under way, the innermost first.
    /// - Parameter place: where the innermost one is.
    public func callStack(from place: ScriptPosition?) -> [CallFrame] {
        var out: [CallFrame] = []
        var s: Scope? = scope, at = place
        while let c = s, let here = at {
            let isNamed = c.command != nil
            let command = c.command?.name ?? "<ScriptBlock>"
            let name = isNamed && !(c.command is ExternalScriptInfo) ? command : "<ScriptBlock>"
            out.append(CallFrame(functionName: name, command: command, path: here.source.path, line: here.source.position(here.extent.start).line, arguments: "{}"))
            guard let site = c.callSite else { break }
            at = site
            s = c.parent
        }
        return out
    }
}
