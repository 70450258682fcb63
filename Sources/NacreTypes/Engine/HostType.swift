import NacreRuntime

/// `$Host`: the program around the shell, and what writes to its console.
public enum HostVariable {
    private static let hostType = TypeRef("System.Management.Automation.Internal.Host.InternalHost", base: .object)
    private static let uiType = TypeRef("System.Management.Automation.Internal.Host.InternalHostUserInterface", base: .object)
    private static let rawType = TypeRef("System.Management.Automation.Internal.Host.InternalHostRawUserInterface", base: .object)
    private static let colorsType = TypeRef("Microsoft.PowerShell.ConsoleHost+ConsoleColorProxy", base: .object)
    private static let sizeType = TypeRef("System.Management.Automation.Host.Size", base: .valueType, isValueType: true)
    private final class Part: Native { init(part type: TypeRef) { super.init(type) } }
    private final class Size: Native {
        let width: Int32, height: Int32
        init(_ w: Int, _ h: Int) { width = Int32(clamping: w); height = Int32(clamping: h); super.init(sizeType) }
        override func text(_ culture: Culture) -> String? { "\(width),\(height)" }
    }

    /// The value of `$Host`.
    public static let value: Value = .object(Part(part: hostType))

    static func register(in c: TypeCatalog) {
        for t in [hostType, uiType, rawType, colorsType, sizeType] { c.register(t) }
        hostType.declare(in: c, host)
        uiType.declare(in: c, ui)
        rawType.declare(in: c, raw)
        colorsType.declare(in: c, colors)
        sizeType.declare(in: c) { t in
            t.property("int Width") { _, v in .int(v.cast(Size.self)?.width ?? 0) }
            t.property("int Height") { _, v in .int(v.cast(Size.self)?.height ?? 0) }
        }
    }

    private static func host(_ t: TypeBuilder) {
        let ui: Value = .object(Part(part: uiType)), colors: Value = .object(Part(part: colorsType))
        t.property("string Name") { _, _ in Value("ConsoleHost") }
        t.property("version Version") { m, _ in try m.convert(Value("7.6.5"), to: .version) }
        t.property("guid InstanceId") { m, _ in (try? m.convert(Value("8b0f8e4c-6f0e-4b1a-9c55-6f5b9a2f7d10"), to: .guid)) ?? .null }
        t.property("System.Management.Automation.Host.PSHostUserInterface UI") { _, _ in ui }
        t.property("cultureinfo CurrentCulture") { m, _ in try culture(m) }
        t.property("cultureinfo CurrentUICulture") { m, _ in try culture(m) }
        t.property("psobject PrivateData") { _, _ in colors }
        t.property("bool DebuggerEnabled") { _, _ in .bool(false) }
        t.property("bool IsRunspacePushed") { _, _ in .bool(false) }
        t.method("void SetShouldExit(int exitCode)") { _, _, a in
            guard case .int(let code) = a[0] else { return .void }
            throw ExitSignal(code: code)
        }
        t.method("void EnterNestedPrompt()") { _, _, _ in throw NetException.unsupported("nested prompts") }
        t.method("void ExitNestedPrompt()") { _, _, _ in throw NetException.unsupported("nested prompts") }
    }
    private static func culture(_ m: Machine) throws -> Value {
        guard let t = m.session.types.find("System.Globalization.CultureInfo") else { return .null }
        return try m.convert(Value("en-US"), to: t)
    }

    private static func ui(_ t: TypeBuilder) {
        let raw: Value = .object(Part(part: rawType))
        func write(_ m: Machine, _ text: String) -> Value { m.session.host.write(Str(text)); return .void }
        t.property("System.Management.Automation.Host.PSHostRawUserInterface RawUI") { _, _ in raw }
        t.property("bool SupportsVirtualTerminal") { m, _ in .bool(m.session.host.hasColor) }
        t.method("void Write(string value)") { m, _, a in write(m, m.str(a[0]).string) }
        t.method("void Write(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)") { m, _, a in write(m, m.str(a[2]).string) }
        t.method("void WriteLine()") { m, _, _ in write(m, "\n") }
        t.method("void WriteLine(string value)") { m, _, a in write(m, m.str(a[0]).string + "\n") }
        t.method("void WriteLine(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)") { m, _, a in write(m, m.str(a[2]).string + "\n") }
        t.method("void WriteWarningLine(string message)") { m, _, a in write(m, "WARNING: \(m.str(a[0]).string)\n") }
        t.method("void WriteVerboseLine(string message)") { m, _, a in write(m, "VERBOSE: \(m.str(a[0]).string)\n") }
        t.method("void WriteDebugLine(string message)") { m, _, a in write(m, "DEBUG: \(m.str(a[0]).string)\n") }
        t.method("void WriteErrorLine(string value)") { m, _, a in
            m.session.host.flush()
            m.session.host.writeError(Str(m.str(a[0]).string + "\n"))
            return .void
        }
        t.method("string ReadLine()") { m, _, _ in (try m.session.host.readLine(prompt: "")).map { Value($0) } ?? .null }
        t.method("int PromptForChoice(string caption, string message, System.Object choices, int defaultChoice)") { m, _, a in
            let options = try m.elements(of: a[2]).map { c -> Choice.Option in
                if c.obj?.kind == .string { return Choice.Option(label: m.str(c).string, help: "") }
                return Choice.Option(label: m.str(try m.member(c, Name("Label"))).string, help: m.str(try m.member(c, Name("HelpMessage"))).string)
            }
            guard case .int(let preset) = a[3] else { return .int(-1) }
            return .int(Int32(try Choice.ask(m, caption: m.str(a[0]).string, message: m.str(a[1]).string, options: options, default: Int(preset))))
        }
    }

    private static func raw(_ t: TypeBuilder) {
        for name in ["WindowSize", "BufferSize", "MaxWindowSize", "MaxPhysicalWindowSize"] {
            t.property("System.Management.Automation.Host.Size \(name)") { m, _ in .object(Size(m.session.host.width, 50)) }
        }
        t.property("string WindowTitle", get: { _, _ in .object(Str.empty) }, set: { _, _, _ in })
        t.property("bool KeyAvailable") { _, _ in .bool(false) }
    }
    private static func colors(_ t: TypeBuilder) {
        for (name, label) in [("FormatAccentColor", "Green"), ("ErrorAccentColor", "Cyan"), ("ErrorForegroundColor", "Red"), ("ErrorBackgroundColor", "Black"), ("WarningForegroundColor", "Yellow"),
                              ("WarningBackgroundColor", "Black"), ("DebugForegroundColor", "Yellow"), ("DebugBackgroundColor", "Black"), ("VerboseForegroundColor", "Yellow"),
                              ("VerboseBackgroundColor", "Black"), ("ProgressForegroundColor", "Black"), ("ProgressBackgroundColor", "Yellow")] {
            t.property("System.ConsoleColor \(name)", get: { m, _ in
                guard let c = m.session.types.find("System.ConsoleColor") else { return .null }
                return try m.convert(Value(label), to: c)
            }, set: { _, _, _ in })
        }
    }
}
