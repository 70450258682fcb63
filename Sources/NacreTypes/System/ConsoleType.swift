import NacreRuntime

/// `System.Console`, as far as it goes through the shell's host.
enum ConsoleType {
    static func declare(_ t: TypeBuilder) {
        func write(_ m: Machine, _ s: Str) { m.session.host.write(s) }
        t.staticMethod("void WriteLine()") { m, _, _ in write(m, Str("\n")); return .void }
        t.staticMethod("void WriteLine(string value)") { m, _, a in write(m, Str.concat(a.str(0), Str("\n"))); return .void }
        t.staticMethod("void WriteLine(System.Object value)") { m, _, a in write(m, Str(m.textOf(a[0], .current) + "\n")); return .void }
        t.staticMethod("void WriteLine(string format, Params System.Object[] arg)") { m, _, a in
            write(m, Str.concat(try Formatting.composite(m, a.str(0), m.elements(of: a[1])), Str("\n")))
            return .void
        }
        t.staticMethod("void Write(string value)") { m, _, a in write(m, a.str(0)); return .void }
        t.staticMethod("void Write(System.Object value)") { m, _, a in write(m, Str(m.textOf(a[0], .current))); return .void }
        t.staticMethod("void Write(string format, Params System.Object[] arg)") { m, _, a in write(m, try Formatting.composite(m, a.str(0), m.elements(of: a[1]))); return .void }
        t.staticMethod("string ReadLine()") { m, _, _ in
            m.session.host.flush()
            return try m.session.host.readLine(prompt: "").map { Value($0) } ?? .null
        }
        t.staticProperty("int WindowWidth") { m, _ in Value(m.session.host.width) }
        t.staticProperty("int BufferWidth") { m, _ in Value(m.session.host.width) }
        t.staticProperty("int WindowHeight") { _, _ in .int(24) }
        t.staticProperty("bool IsOutputRedirected") { _, _ in .bool(isatty(1) == 0) }
        t.staticProperty("bool IsInputRedirected") { _, _ in .bool(isatty(0) == 0) }
        t.staticProperty("bool IsErrorRedirected") { _, _ in .bool(isatty(2) == 0) }
        for n in ["OutputEncoding", "InputEncoding"] { t.staticProperty("System.Text.Encoding \(n)", get: { _, _ in .object(EncodingValue(.utf8)) }, set: { _, _, _ in }) }
        for n in ["Out", "Error"] { t.staticProperty("System.IO.TextWriter \(n)") { m, _ in .object(ConsoleWriter(toError: n == "Error")) } }
        t.staticProperty("System.IO.TextReader In") { _, _ in .object(ConsoleReader()) }
        t.staticProperty("string Title", get: { _, _ in Value("") }, set: { _, _, _ in })
        for n in ["ForegroundColor", "BackgroundColor"] { t.staticProperty("System.ConsoleColor \(n)", get: { m, _ in m.enumValue("System.ConsoleColor", -1) }, set: { _, _, _ in }) }
        t.staticMethod("void ResetColor()") { _, _, _ in .void }
        t.staticMethod("void Beep()") { m, _, _ in write(m, Str("\u{7}")); return .void }
    }
}

/// `[Console]::Out` and `[Console]::Error`
final class ConsoleWriter: Native {
    static let writerType: TypeRef = {
        let t = TypeRef("System.IO.TextWriter", base: .object)
        t.declare(in: StandardTypes.catalog, declare)
        return t
    }()
    let toError: Bool
    init(toError: Bool) { self.toError = toError; super.init(ConsoleWriter.writerType) }
    private static func declare(_ t: TypeBuilder) {
        func put(_ m: Machine, _ v: Value, _ s: String) -> Value {
            let isError = (v.obj as? ConsoleWriter)?.toError ?? false
            if isError { m.session.host.writeError(Str(s)) } else { m.session.host.write(Str(s)) }
            return .void
        }
        t.method("void WriteLine()") { m, v, _ in put(m, v, "\n") }
        t.method("void WriteLine(string value)") { m, v, a in put(m, v, a.text(0) + "\n") }
        t.method("void WriteLine(System.Object value)") { m, v, a in put(m, v, m.textOf(a[0], .current) + "\n") }
        t.method("void Write(string value)") { m, v, a in put(m, v, a.text(0)) }
        t.method("void Write(System.Object value)") { m, v, a in put(m, v, m.textOf(a[0], .current)) }
        t.method("void Flush()") { m, _, _ in m.session.host.flush(); return .void }
    }
}

/// `[Console]::In`
final class ConsoleReader: Native {
    static let readerType: TypeRef = {
        let t = TypeRef("System.IO.TextReader", base: .object)
        t.declare(in: StandardTypes.catalog, declare)
        return t
    }()
    init() { super.init(ConsoleReader.readerType) }
    private static func declare(_ t: TypeBuilder) {
        func line(_ m: Machine) throws -> String? {
            m.session.host.flush()
            return try m.session.host.readLine(prompt: "")
        }
        t.method("string ReadLine()") { m, _, _ in try line(m).map { Value($0) } ?? .null }
        t.method("string ReadToEnd()") { m, _, _ in
            var all = ""
            while let l = try line(m) { all += l + "\n" }
            return Value(all)
        }
        t.method("void Close()") { _, _, _ in .void }
        t.method("void Dispose()") { _, _, _ in .void }
    }
}
