import NacreSyntax

extension Machine {
    /// A `.ps1` file as a stage: a scope of its own, or the caller's where dot-sourced.
    func scriptStage(_ x: ExternalScriptInfo, _ c: CommandNode) throws -> Stage {
        guard let load = session.loadScript else { throw PSError.unsupported("running script files") }
        let code = try load(x.path)
        let block = ScriptBlock(code, home: session.state)
        if c.invocation == .dot { return DotStage(self, block: block, arguments: try c.arguments(self), command: x, site: c) }
        let stage = FunctionStage(self, block: block, compiled: try code.compiled(self), command: x, arguments: try c.arguments(self), site: c)
        stage.isScript = true
        return stage
    }

    /// A program as a stage, run by the module that knows processes.
    func programStage(_ a: ApplicationInfo, _ c: CommandNode, isFirst: Bool, isLast: Bool) throws -> Stage {
        guard let runner = session.service(ProgramRunner.self) else { throw PSError.unsupported("running programs") }
        return ProgramStage(self, runner, a, try c.arguments(self, forProgram: true), isFirst: isFirst, isLast: isLast)
    }

    /// Runs a whole source as a script file that the command line names: its scope is the session's global one, arguments are bound to its
    /// parameters. Output goes where it goes now.
    public func runScript(_ source: Source, tree: ScriptBlockAst, arguments: [Argument], input: Enumerator? = nil) throws {
        try Requirements.check(tree, source)
        let code = BlockCode(tree: tree)
        let info = ExternalScriptInfo(source.path.map(Machine.fileName) ?? "", path: source.path ?? "")
        let stage = FunctionStage(self, block: ScriptBlock(code, home: session.state), compiled: try code.compiled(self), command: info, arguments: arguments, site: nil)
        stage.isScript = true
        stage.isGlobal = true
        stage.standardInput = input
        try withExtendedLifetime(info) { try runStages([stage], feed: nil) }
    }
    /// The script file that the running code is of; nil for typed code.
    public var scriptPath: String? {
        var s: Scope? = scope
        while let c = s {
            if let x = c.command as? ExternalScriptInfo { return x.path }
            s = c.parent
        }
        return nil
    }
    /// What a script file's own `$MyInvocation` says.
    public var scriptInvocation: InvocationValue {
        var s: Scope? = scope
        while let c = s {
            if let x = c.command as? ExternalScriptInfo {
                let i = InvocationValue(command: x, name: c.site?.invocationName ?? x.path, position: c.callSite)
                i.isScript = true
                return i
            }
            s = c.parent
        }
        return InvocationValue(command: nil, name: "", position: nil)
    }
    /// The folder part of a path.
    public static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
    static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Runs text in the session's global scope, as the prompt and `-Command` do.
    public func runGlobally(tree: ScriptBlockAst) throws {
        let b = try BlockCode(tree: tree).dynamic(self)
        for list in [b.begin, b.process, b.end] { if let list { try runList(list) } }
    }
}

/// Runs programs: given by the module that knows processes.
open class ProgramRunner {
    public init() {}
    /// Starts a program. Standard input is the terminal's where `input` is nil, else the lines given; output lines go to the sink, or straight
    /// to the terminal where `capture` is false. Gives the exit code.
    open func run(_ program: ApplicationInfo, _ arguments: [Argument], input: [Value]?, capture: Bool, output: Sink, _ m: Machine) throws -> Int32 { 0 }
}

final class ProgramStage: Stage {
    let runner: ProgramRunner, program: ApplicationInfo, arguments: [Argument]
    let isFirst: Bool, isLast: Bool
    private var input: [Value] = []
    init(_ m: Machine, _ r: ProgramRunner, _ p: ApplicationInfo, _ a: [Argument], isFirst: Bool, isLast: Bool) {
        runner = r; program = p; arguments = a; self.isFirst = isFirst; self.isLast = isLast
        super.init(m)
    }
    override func put(_ v: Value) throws { input.append(v) }
    override func finish() throws {
        let sink = next.takeUnretainedValue()
        let code = try runner.run(program, arguments, input: isFirst ? nil : input, capture: !(isLast && m.session.isDisplay(sink)), output: sink, m)
        m.lastExitCode = code
        try m.setGlobal("LASTEXITCODE", .int(code))
        guard code != 0 else { return }
        m.failed = true
        guard m.lookup(Name("PSNativeCommandUseErrorActionPreference"))?.isTrue == true else { return }
        let x = ExceptionValue(.nativeCommandExitException, "Program \"\(program.name)\" ended with non-zero exit code: \(code) (0x\(ProgramStage.hex(code))).")
        x.properties = [(Name("ExitCode"), .int(code)), (Name("Path"), Value(program.path))]
        let r = ErrorRecord(x, id: "ProgramExitedWithNonZeroCode", category: .notSpecified, target: Value(program.path))
        try m.writeError(r)
    }
    private static func hex(_ n: Int32) -> String {
        let digits = String(UInt32(bitPattern: n), radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
    }
}

extension Machine {
    /// Sets a variable of the session.
    public func setGlobal(_ name: String, _ v: Value) throws { try set(Name(name), v, in: session.state.global) }
    /// Makes a variable of the session with its options.
    public func defineGlobal(_ name: String, _ v: Value, options: VariableOptions = []) {
        guard !v.isUndef else { return }
        let n = Name(name), x = Variable(n, v)
        x.options = options
        rootScope.extra?[n] = x
    }
    /// Makes a variable of the session that computes its value.
    public func defineGlobal(_ v: Variable) { rootScope.extra?[v.name] = v }
    /// Runs code with its output shown by the session's display.
    public func displaying(_ body: () throws -> Void) throws {
        let sink = session.display ?? NullSink.shared
        let before = output
        output = sink
        defer { output = before; session.finishDisplay?() }
        try body()
    }
    /// Shows the error that ended a run; false where it was only flow.
    public func showFinal(_ error: Error) -> Bool {
        guard let e = asPSError(error) else { return false }
        try? show(e)
        return true
    }
}

extension Machine {
    /// Shows what the parser found wrong, as an error record of the parser's.
    public func showParseError(_ d: Diagnostic, _ source: Source) {
        let e = PSError(.parseException, id: d.id, d.message, category: .parserError)
        e.record.position = ScriptPosition(source: source, extent: d.extent)
        try? show(e)
    }
}
