import NacreRuntime

/// `$PSStyle`: the escape sequences of a terminal by name, and what PowerShell decorates its own output with.
public enum StyleVariable {
    private static let sma = "System.Management.Automation."
    private static let styleType = TypeRef(sma + "PSStyle", base: .object)
    private static let foregroundType = TypeRef(sma + "PSStyle+ForegroundColor", base: .object)
    private static let backgroundType = TypeRef(sma + "PSStyle+BackgroundColor", base: .object)
    private static let formattingType = TypeRef(sma + "PSStyle+FormattingData", base: .object)
    private static let progressType = TypeRef(sma + "PSStyle+ProgressConfiguration", base: .object)
    private static let fileType = TypeRef(sma + "PSStyle+FileInfoFormatting", base: .object)
    static let rendering = enumeration("OutputRendering", [("Host", 0), ("PlainText", 1), ("Ansi", 2)])
    static let progressView = enumeration("ProgressView", [("Minimal", 0), ("Classic", 1)])
    private static func enumeration(_ name: String, _ labels: [(String, Int64)]) -> TypeRef {
        let t = TypeRef(name, namespace: "System.Management.Automation", code: .enumeration, base: .enumBase, element: .int, isValueType: true)
        t.labels = EnumLabels(labels, flags: false)
        return t
    }

    /// The settings of one session: properties that scripts can change.
    private final class Part: Native {
        var settings: [Name: Value] = [:]
        init(part type: TypeRef) { super.init(type) }
    }
    /// A fresh `$PSStyle` for a session.
    /// - Parameter plain: output carries no escape sequences (`NO_COLOR`).
    public static func make(plain: Bool) -> Value {
        let p = Part(part: styleType)
        p.settings[Name("OutputRendering")] = .object(EnumValue(rendering, plain ? 1 : 0))
        for (name, type) in [("Foreground", foregroundType), ("Background", backgroundType), ("Formatting", formattingType), ("Progress", progressType), ("FileInfo", fileType)] {
            p.settings[Name(name)] = .object(Part(part: type))
        }
        return .object(p)
    }

    static func register(in c: TypeCatalog) {
        for t in [styleType, foregroundType, backgroundType, formattingType, progressType, fileType, rendering, progressView] { c.register(t) }
        styleType.declare(in: c, style)
        foregroundType.declare(in: c) { colors($0, 0) }
        backgroundType.declare(in: c) { colors($0, 10) }
        formattingType.declare(in: c) { settings($0, formats) }
        progressType.declare(in: c) { t in
            settings(t, [("Style", "33;1")])
            changing(t, "int MaxWidth") { .int(120) }
            changing(t, "System.Management.Automation.ProgressView View", progressView) { .object(EnumValue(progressView, 0)) }
            changing(t, "bool UseOSCIndicator") { .bool(false) }
        }
        fileType.declare(in: c) { settings($0, [("Directory", "44;1"), ("SymbolicLink", "36;1"), ("Executable", "32;1")]) }
    }
    private static let formats = [("FormatAccent", "32;1"), ("TableHeader", "32;1"), ("CustomTableHeaderLabel", "32;1;3"), ("ErrorAccent", "36;1"), ("Error", "31;1"), ("Warning", "33;1"),
                                  ("Verbose", "33;1"), ("Debug", "33;1"), ("FeedbackName", "33"), ("FeedbackText", "96"), ("FeedbackAction", "97")]

    /// A property that holds what it was set to, first what `start` gives.
    private static func changing(_ t: TypeBuilder, _ declaration: String, _ type: TypeRef? = nil, start: @escaping () -> Value) {
        let name = Name(String(declaration[declaration.index(after: declaration.lastIndex(of: " ") ?? declaration.startIndex)...]))
        t.property(declaration, get: { _, v in v.cast(Part.self)?.settings[name] ?? start() }, set: { m, v, x in
            guard let p = v.cast(Part.self) else { return }
            do { p.settings[name] = try type.map { try m.convert(x, to: $0) } ?? x } catch let e as PSError { throw NetException(e.record.exception) }
        })
    }
    private static func settings(_ t: TypeBuilder, _ list: [(String, String)]) { for (n, code) in list { changing(t, "string \(n)") { escape(code) } } }
    private static func escape(_ code: String) -> Value { Value("\u{1B}[\(code)m") }

    private static func style(_ t: TypeBuilder) {
        for (name, code) in [("Reset", 0), ("BlinkOff", 25), ("Blink", 5), ("BoldOff", 22), ("Bold", 1), ("DimOff", 22), ("Dim", 2), ("HiddenOff", 28), ("Hidden", 8), ("ReverseOff", 27),
                             ("Reverse", 7), ("ItalicOff", 23), ("Italic", 3), ("UnderlineOff", 24), ("Underline", 4), ("StrikethroughOff", 29), ("Strikethrough", 9)] {
            t.property("string \(name)") { _, _ in escape(String(code)) }
        }
        changing(t, "System.Management.Automation.OutputRendering OutputRendering", rendering) { .object(EnumValue(rendering, 0)) }
        for (name, type) in [("Formatting", "FormattingData"), ("Progress", "ProgressConfiguration"), ("FileInfo", "FileInfoFormatting"), ("Foreground", "ForegroundColor"), ("Background", "BackgroundColor")] {
            t.property("System.Management.Automation.PSStyle+\(type) \(name)") { _, v in v.cast(Part.self)?.settings[Name(name)] ?? .null }
        }
        t.method("string FormatHyperlink(string text, uri link)") { m, _, a in
            Value("\u{1B}]8;;\(a[1].cast(UriValue.self)?.absolute ?? m.str(a[1]).string)\u{1B}\\\(m.str(a[0]).string)\u{1B}]8;;\u{1B}\\")
        }
    }
    private static func colors(_ t: TypeBuilder, _ shift: Int) {
        for (i, name) in ["Black", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White"].enumerated() {
            t.property("string \(name)") { _, _ in escape(String(30 + i + shift)) }
            t.property("string Bright\(name)") { _, _ in escape(String(90 + i + shift)) }
        }
        t.method("string FromRgb(byte red, byte green, byte blue)") { m, _, a in escape("\(38 + shift);2;\(m.str(a[0]).string);\(m.str(a[1]).string);\(m.str(a[2]).string)") }
        t.method("string FromRgb(int rgb)") { _, _, a in
            guard case .int(let n) = a[0] else { return .null }
            return escape("\(38 + shift);2;\(n >> 16 & 255);\(n >> 8 & 255);\(n & 255)")
        }
    }
}
