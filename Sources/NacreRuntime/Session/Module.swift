import NacreSyntax

/// `PSModuleInfo`: a script module, its own variables and functions, and what it exports.
public final class ModuleValue: Native {
    public let name: String
    /// The file that it was made of; nil for one of New-Module.
    public let path: String?
    public let state: SessionState
    /// What a manifest says: `ModuleVersion`, `Author`, `PrivateData` and the like.
    public var manifest: Table?
    public var nested: [ModuleValue] = []
    /// What is exported; nil until the module has said it.
    public var exportedFunctions: [FunctionInfo] = [], exportedAliases: [AliasInfo] = [], exportedVariables: [Variable] = []
    /// The wildcards that Export-ModuleMember named; nil where it was not called.
    public var exports: (functions: [String], aliases: [String], variables: [String])?
    /// Where its members were put.
    weak var importedInto: Scope?

    public init(_ name: String, path: String?, in session: Session) {
        self.name = name
        self.path = path
        state = SessionState(moduleName: name)
        super.init(.moduleInfo)
        let m: Machine = session.machine
        let scope = Scope(parent: session.state.global, layout: m.emptyLayout, slots: m.sp, home: state)
        scope.isScript = true
        scope.extra = [:]
        state.ownScope = scope
        state.global = scope
        state.module = self
    }
    public override func text(_ culture: Culture) -> String? { name }

    /// A block with this module as its home.
    public func bind(_ b: ScriptBlock) -> ScriptBlock { ScriptBlock(b.code, captured: b.captured, home: state) }
    public func value(_ key: String) -> Value? { manifest?.get(Str(key)).flatMap { $0.isNull ? nil : $0 } }
}
extension TypeRef {
    public static let moduleInfo = TypeRef("PSModuleInfo", namespace: "System.Management.Automation", base: .object)
}

/// The modules of a session, in the order they were imported.
public final class ModuleList {
    public internal(set) var all: [ModuleValue] = []
    /// Modules that nobody lists, kept for what was taken from them.
    var unlisted: [ModuleValue] = []
    init() {}
}

extension Scope {
    /// Takes a variable of another scope as one of its own.
    func adopt(_ v: Variable) {
        let i = layout.slot(of: v.name)
        if i >= 0 { slots[i] = .object(v); return }
        if extra == nil { extra = [:] }
        extra?[v.name] = v
    }
}

extension Machine {
    public var modules: ModuleList {
        if let l = session.service(ModuleList.self) { return l }
        let l = ModuleList()
        session.register(l)
        return l
    }
    /// The module whose code runs; nil in the session's own.
    public var currentModule: ModuleValue? { scope.home.module }

    /// True where a block's own state is the one that runs: it needs no other scope to run below.
    @inline(__always) func isAtHome(_ block: ScriptBlock) -> Bool {
        guard let home = block.homeRef else { return true }
        return home.toOpaque() == scopeRef._withUnsafeGuaranteedRef { $0.homeRef.toOpaque() }
    }
    /// The scope that a block runs below: the caller's, or for code of another state that state's own.
    func parentScope(of block: ScriptBlock, from caller: Scope) -> Scope {
        guard let home = block.home, home !== caller.home else { return caller }
        if let r = home.resume { return r.takeUnretainedValue() }
        guard let own = home.ownScope else { return home.moduleName == nil ? caller : home.global }
        own.parent = session.state.global
        return own
    }

    /// Runs a module's code in its own scope and settles what it exports; gives what the code put out.
    public func load(_ module: ModuleValue, _ block: ScriptBlock, arguments: [Value]) throws -> [Value] {
        guard let own = module.state.ownScope else { return [] }
        let out = ListSink()
        let before = scope, o = output
        let state = before.home, resume = state.resume
        state.resume = .passUnretained(before)
        own.parent = session.state.global
        scope = own
        output = out
        defer { scope = before; output = o; state.resume = resume }
        try withExtendedLifetime(out) { try runHere(module.bind(block), arguments) }
        settleExports(module)
        return out.values
    }
    /// All functions and aliases are exported where the module does not say otherwise; a manifest leaves fewer.
    public func settleExports(_ module: ModuleValue) {
        guard let own = module.state.ownScope else { return }
        func chosen(_ names: [String]?, _ otherwise: String?, _ key: String) -> (String) -> Bool {
            let wanted = (names ?? (otherwise.map { [$0] } ?? [])).compactMap { try? wildcard($0) }
            var limits: [WildcardPattern]?
            if let v = module.manifest?.get(Str(key)) {
                var list: [Value] = []
                try? enumerate(v) { list.append($0) }
                limits = list.compactMap { $0.isNull ? nil : try? wildcard(str($0)) }
            }
            return { n in wanted.contains { $0.matches(n) } && (limits?.contains { $0.matches(n) } ?? true) }
        }
        let e = module.exports
        let functions = chosen(e?.functions, e == nil ? "*" : nil, "FunctionsToExport"), aliases = chosen(e?.aliases, e == nil ? "*" : nil, "AliasesToExport"), variables = chosen(e?.variables, nil, "VariablesToExport")
        module.exportedFunctions = (own.functions ?? [:]).values.filter { functions($0.name) }.sorted { $0.name.lowercased() < $1.name.lowercased() }
        module.exportedAliases = (own.aliases ?? [:]).values.filter { aliases($0.name) }.sorted { $0.name.lowercased() < $1.name.lowercased() }
        module.exportedVariables = (own.extra ?? [:]).values.filter { variables($0.name.text) }.sorted { $0.name.text.lowercased() < $1.name.text.lowercased() }
        for f in module.exportedFunctions { f.moduleName = module.name }
        for a in module.exportedAliases { a.moduleName = module.name }
    }

    /// Puts a module's exports into a scope: the session's own, or that of the module which imports it.
    public func importMembers(_ module: ModuleValue, functions: [FunctionInfo], aliases: [AliasInfo], variables: [Variable], prefix: String = "", listed: Bool = true) {
        let target: Scope = currentModule?.state.ownScope ?? session.state.global
        for f in functions {
            guard !prefix.isEmpty else { define(f, in: target); continue }
            let dash = f.name.firstIndex(of: "-").map { f.name.index(after: $0) } ?? f.name.startIndex
            let named = FunctionInfo(String(f.name[..<dash]) + prefix + f.name[dash...], block: f.block)
            named.moduleName = module.name
            define(named, in: target)
        }
        for a in aliases { define(a, in: target) }
        for v in variables { target.adopt(v) }
        module.importedInto = target
        modules.all.removeAll { $0 === module }
        if listed { modules.all.append(module) } else { modules.unlisted.append(module) }
        session.commands.epoch += 1
    }
    /// Takes away what a module brought.
    public func removeModule(_ module: ModuleValue) {
        let target: Scope = module.importedInto ?? session.state.global
        for f in module.exportedFunctions where target.functions?[Name(f.name)] === f {
            target.functions?[Name(f.name)] = nil
            retire(f)
        }
        for a in module.exportedAliases where target.aliases?[Name(a.name)] === a { target.aliases?[Name(a.name)] = nil }
        for v in module.exportedVariables where target.extra?[v.name] === v { target.extra?[v.name] = nil }
        modules.all.removeAll { $0 === module }
        // Blocks of it may still be held.
        modules.unlisted.append(module)
        session.commands.epoch += 1
    }
}

extension Machine {
    /// Keeps a module whose functions are used without its being listed.
    public func keep(_ module: ModuleValue) { if !modules.unlisted.contains(where: { $0 === module }) { modules.unlisted.append(module) } }
    /// Puts a nested module's exports into the scope of the module around it.
    public func importInto(_ outer: ModuleValue, _ inner: ModuleValue) {
        guard let target = outer.state.ownScope else { return }
        for f in inner.exportedFunctions { define(f, in: target) }
        for a in inner.exportedAliases { define(a, in: target) }
        for v in inner.exportedVariables { target.adopt(v) }
    }
}
