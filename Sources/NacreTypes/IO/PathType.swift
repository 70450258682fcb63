import NacreRuntime

/// `System.IO.Path` on Unix.
enum PathType {
    static func full(_ p: String) -> String {
        let whole = p.hasPrefix("/") ? p : FileSystem.currentDirectory + "/" + p
        var out: [Substring] = []
        for part in whole.split(separator: "/") {
            if part == "." { continue }
            if part == ".." { _ = out.popLast() } else { out.append(part) }
        }
        let s = "/" + out.joined(separator: "/")
        return whole.hasSuffix("/") && s != "/" ? s + "/" : s
    }
    static func directory(_ p: String) -> String {
        guard let cut = p.lastIndex(of: "/") else { return "" }
        var d = p[..<cut]
        while d.hasSuffix("/") { d = d.dropLast() }
        return d.isEmpty ? "/" : String(d)
    }
    static func name(_ p: String) -> String { p.lastIndex(of: "/").map { String(p[p.index(after: $0)...]) } ?? p }
    static func fileExtension(_ p: String) -> String {
        let n = name(p)
        guard let dot = n.lastIndex(of: "."), n.index(after: dot) < n.endIndex else { return "" }
        return String(n[dot...])
    }
    private static func stem(_ p: String) -> String {
        let n = name(p)
        return n.lastIndex(of: ".").map { String(n[..<$0]) } ?? n
    }
    private static func join(_ parts: [String], rooted: Bool) -> String {
        var out = ""
        for p in parts where !p.isEmpty {
            if rooted, p.hasPrefix("/") { out = p; continue }
            if out.isEmpty { out = p }
            else if out.hasSuffix("/") || p.hasPrefix("/") { out += p } else { out += "/" + p }
        }
        return out
    }
    private static func relative(_ base: String, _ path: String) -> String {
        let b = full(base).split(separator: "/"), p = full(path).split(separator: "/")
        var n = 0
        while n < b.count, n < p.count, b[n] == p[n] { n += 1 }
        let out = Array(repeating: "..", count: b.count - n) + p[n...].map(String.init)
        return out.isEmpty ? "." : out.joined(separator: "/")
    }

    static func declare(_ t: TypeBuilder) {
        t.staticProperty("char DirectorySeparatorChar") { _, _ in .char(47) }
        t.staticProperty("char AltDirectorySeparatorChar") { _, _ in .char(47) }
        t.staticProperty("char PathSeparator") { _, _ in .char(58) }
        t.staticProperty("char VolumeSeparatorChar") { _, _ in .char(47) }
        func whole(_ a: Args, _ f: ([String]) throws -> String) rethrows -> Value { Value(try f(a.array.map { $0.unwrapped.str?.string ?? "" })) }
        for n in 2...4 {
            let parameters = (1...n).map { "string path\($0)" }.joined(separator: ", ")
            t.staticMethod("string Combine(\(parameters))") { _, _, a in
                for i in 0..<n where a.isNull(i) { throw NetException.null("path\(i + 1)") }
                return whole(a) { join($0, rooted: true) }
            }
            t.staticMethod("string Join(\(parameters))") { _, _, a in whole(a) { join($0, rooted: false) } }
        }
        t.staticMethod("string Combine(Params string[] paths)") { m, _, a in Value(join(try m.elements(of: a[0]).map { m.str($0).string }, rooted: true)) }
        t.staticMethod("string Join(Params string[] paths)") { m, _, a in Value(join(try m.elements(of: a[0]).map { m.str($0).string }, rooted: false)) }
        t.staticMethod("string GetFileName(string path)") { _, _, a in Value(name(a.text(0))) }
        t.staticMethod("string GetFileNameWithoutExtension(string path)") { _, _, a in Value(stem(a.text(0))) }
        t.staticMethod("string GetExtension(string path)") { _, _, a in Value(fileExtension(a.text(0))) }
        t.staticMethod("string GetDirectoryName(string path)") { _, _, a in
            let p = a.text(0)
            return p.isEmpty || p.allSatisfy { $0 == "/" } ? .null : Value(directory(p))
        }
        t.staticMethod("string ChangeExtension(string path, string extension)") { _, _, a in
            let p = a.text(0), folder = p.lastIndex(of: "/").map { String(p[...$0]) } ?? "", e = a.text(1)
            if p.isEmpty { return Value("") }
            // `$null` reaches a string parameter as an empty text, which leaves the dot.
            return Value(folder + stem(p) + (e.hasPrefix(".") ? e : "." + e))
        }
        t.staticMethod("bool HasExtension(string path)") { _, _, a in .bool(!fileExtension(a.text(0)).isEmpty) }
        t.staticMethod("bool IsPathRooted(string path)") { _, _, a in .bool(a.text(0).hasPrefix("/")) }
        t.staticMethod("bool IsPathFullyQualified(string path)") { _, _, a in .bool(a.text(0).hasPrefix("/")) }
        t.staticMethod("string GetPathRoot(string path)") { _, _, a in Value(a.text(0).hasPrefix("/") ? "/" : "") }
        t.staticMethod("string GetFullPath(string path)") { _, _, a in
            if a.text(0).isEmpty { throw NetException.argument("The value cannot be an empty string.", "path") }
            return Value(full(a.text(0)))
        }
        t.staticMethod("string GetFullPath(string path, string basePath)") { _, _, a in Value(full(a.text(0).hasPrefix("/") ? a.text(0) : a.text(1) + "/" + a.text(0))) }
        t.staticMethod("string GetRelativePath(string relativeTo, string path)") { _, _, a in Value(relative(a.text(0), a.text(1))) }
        t.staticMethod("string TrimEndingDirectorySeparator(string path)") { _, _, a in Value(a.text(0).count > 1 && a.text(0).hasSuffix("/") ? String(a.text(0).dropLast()) : a.text(0)) }
        t.staticMethod("bool EndsInDirectorySeparator(string path)") { _, _, a in .bool(a.text(0).hasSuffix("/")) }
        t.staticMethod("string GetTempPath()") { _, _, _ in
            let p = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp/"
            return Value(p.hasSuffix("/") ? p : p + "/")
        }
        t.staticMethod("string GetTempFileName()") { _, _, _ in
            let template = (getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/tmpXXXXXX.tmp"
            var c = Array(template.utf8CString)
            let fd = mkstemps(&c, 4)
            guard fd >= 0 else { throw FileSystem.error(errno, template) }
            close(fd)
            return Value(String(decoding: c.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
        }
        t.staticMethod("string GetRandomFileName()") { _, _, _ in
            let letters = Array("abcdefghijklmnopqrstuvwxyz012345")
            let s = String((0..<11).map { _ in letters[Int.random(in: 0..<32)] })
            return Value(s.prefix(8) + "." + s.suffix(3))
        }
        t.staticMethod("char[] GetInvalidFileNameChars()") { _, _, _ in .chars([0, 47]) }
        t.staticMethod("char[] GetInvalidPathChars()") { _, _, _ in .chars([0]) }
        t.staticMethod("bool Exists(string path)") { _, _, a in .bool(FileSystem.exists(a.text(0))) }
    }
}
