import Glibc
import NacreRuntime

/// `Env:`
final class EnvironmentProvider: FlatProvider {
    init() { super.init("Environment") }
    override var kind: String { "environment variable" }
    override func names(_ m: Machine) -> [String] {
        var out: [String] = [], p = environ
        while let entry = p.pointee {
            let text = String(cString: entry)
            if let eq = text.firstIndex(of: "="), eq != text.startIndex { out.append(String(text[..<eq])) }
            p += 1
        }
        return out
    }
    override func value(_ name: String, _ m: Machine) -> Value? { getenv(name).map { Value(String(cString: $0)) } }
    override func store(_ name: String, _ value: Value, _ m: Machine) throws {
        if value.isNull { unsetenv(name) } else { setenv(name, m.str(value).string, 1) }
    }
    override func delete(_ name: String, force: Bool, _ by: Cmdlet) throws { unsetenv(name) }
    override func item(_ path: String, _ m: Machine) throws -> Value? {
        guard let v = value(path, m), let entry = m.session.types.find("System.Collections.DictionaryEntry") else { return nil }
        return try m.pass([Value(path), v]) { try m.construct(entry, $0) }
    }
}

/// `Variable:`
final class VariableProvider: FlatProvider {
    init() { super.init("Variable") }
    override var kind: String { "variable" }
    override func names(_ m: Machine) -> [String] { m.variableNames(in: m.scope, withParents: true).map(\.text) }
    override func value(_ name: String, _ m: Machine) -> Value? { m.lookup(Name(name)).map { $0.isUndef ? .null : $0 } ?? m.findVariable(Name(name)).map { m.value(of: $0) } }
    override func store(_ name: String, _ value: Value, _ m: Machine) throws {
        if let v = value.cast(VariableView.self)?.variable { return try m.assign(Name(name), m.value(of: v)) }
        try m.assign(Name(name), value)
    }
    override func delete(_ name: String, force: Bool, _ by: Cmdlet) throws {
        let m: Machine = by.m, n = Name(name)
        if let v = m.findVariable(n), v.options.contains(.constant) || (v.options.contains(.readOnly) && !force) {
            throw PSError(.sessionStateUnauthorizedAccessException, id: "VariableNotRemovable", "Cannot remove variable \(name) because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.", category: .writeError, target: Value(name))
        }
        var s: Scope? = m.scope
        while let c = s { if m.removeVariable(n, in: c) { return }; s = c.parent }
    }
    override func item(_ path: String, _ m: Machine) throws -> Value? { m.findVariable(Name(path)).map { .object(VariableView($0)) } }
}

/// `Function:`
final class FunctionProvider: FlatProvider {
    init() { super.init("Function") }
    override var kind: String { "function" }
    override func names(_ m: Machine) -> [String] { m.functions.map(\.name) }
    override func value(_ name: String, _ m: Machine) -> Value? { m.findFunction(Name(name)).map { .object($0.block) } }
    override func store(_ name: String, _ value: Value, _ m: Machine) throws {
        if value.isNull { return m.removeFunction(Name(name)) }
        let given = value.cast(FunctionInfo.self)?.block ?? value.cast(ScriptBlock.self)
        guard let block = try given ?? m.convert(Value(m.str(value).string), to: .scriptBlock).cast(ScriptBlock.self) else { return }
        m.define(FunctionInfo(name, block: block))
    }
    override func delete(_ name: String, force: Bool, _ by: Cmdlet) throws { by.m.removeFunction(Name(name)) }
    override func item(_ path: String, _ m: Machine) throws -> Value? { m.findFunction(Name(path)).map { .object($0) } }
}

/// `Alias:`
final class AliasProvider: FlatProvider {
    init() { super.init("Alias") }
    override var kind: String { "alias" }
    override func names(_ m: Machine) -> [String] { m.aliases(in: m.scope, withParents: true).map(\.name) }
    override func value(_ name: String, _ m: Machine) -> Value? { m.findAlias(Name(name)).map { Value($0.definition) } }
    override func store(_ name: String, _ value: Value, _ m: Machine) throws {
        if let a = m.findAlias(Name(name)), a.options.contains(.readOnly) || a.options.contains(.constant) {
            throw PSError(.sessionStateUnauthorizedAccessException, id: "AliasNotWritable", "Alias is not writeable because alias \(name) is read-only or constant and cannot be written to.", category: .writeError, target: Value(name))
        }
        m.define(AliasInfo(name, definition: value.cast(AliasInfo.self)?.definition ?? m.str(value).string))
    }
    override func delete(_ name: String, force: Bool, _ by: Cmdlet) throws {
        var s: Scope? = by.m.scope
        while let c = s { if by.m.removeAlias(Name(name), in: c) { return }; s = c.parent }
    }
    override func item(_ path: String, _ m: Machine) throws -> Value? { m.findAlias(Name(path)).map { .object($0) } }
}
