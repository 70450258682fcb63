import NacreRuntime

/// `System.IO.File`
enum FileType {
    private static func encode(_ s: Str, _ encoding: Value, appending: Bool = false) -> [UInt8] {
        let e = encoding.cast(EncodingValue.self) ?? EncodingValue(.utf8)
        return (appending ? [] : e.preamble) + e.encode(s)
    }
    private static func joined(_ m: Machine, _ lines: Value) throws -> Str {
        var b = TextBuilder()
        for l in try m.elements(of: lines) { b.append(m.str(l)); b.append(byte: 10) }
        return b.finish()
    }

    static func declare(_ t: TypeBuilder) {
        let e = "System.Text.Encoding encoding"
        t.staticMethod("bool Exists(string path)") { _, _, a in .bool(FileSystem.status(a.text(0)).map { $0.st_mode & S_IFMT != S_IFDIR } ?? false) }
        t.staticMethod("string ReadAllText(string path)") { _, _, a in Value(try FileSystem.text(FileSystem.read(a.text(0)))) }
        t.staticMethod("string ReadAllText(string path, \(e))") { _, _, a in Value(try FileSystem.text(FileSystem.read(a.text(0)), a[1])) }
        for n in ["string[] ReadAllLines", "System.Collections.Generic.IEnumerable[string] ReadLines"] {
            t.staticMethod("\(n)(string path)") { _, _, a in .strings(FileSystem.lines(try FileSystem.text(FileSystem.read(a.text(0))))) }
            t.staticMethod("\(n)(string path, \(e))") { _, _, a in .strings(FileSystem.lines(try FileSystem.text(FileSystem.read(a.text(0)), a[1]))) }
        }
        t.staticMethod("byte[] ReadAllBytes(string path)") { _, _, a in .bytes(try FileSystem.read(a.text(0))) }
        t.staticMethod("void WriteAllBytes(string path, byte[] bytes)") { _, _, a in try FileSystem.write(a.text(0), a[1].byteArray); return .void }
        t.staticMethod("void WriteAllText(string path, string contents)") { _, _, a in try FileSystem.write(a.text(0), encode(a.str(1), .null)); return .void }
        t.staticMethod("void WriteAllText(string path, string contents, \(e))") { _, _, a in try FileSystem.write(a.text(0), encode(a.str(1), a[2])); return .void }
        t.staticMethod("void AppendAllText(string path, string contents)") { _, _, a in try FileSystem.write(a.text(0), encode(a.str(1), .null), appending: true); return .void }
        t.staticMethod("void AppendAllText(string path, string contents, \(e))") { _, _, a in
            try FileSystem.write(a.text(0), encode(a.str(1), a[2], appending: FileSystem.exists(a.text(0))), appending: true)
            return .void
        }
        for kind in ["string[]", "System.Collections.Generic.IEnumerable[string]"] {
            t.staticMethod("void WriteAllLines(string path, \(kind) contents)") { m, _, a in try FileSystem.write(a.text(0), encode(joined(m, a[1]), .null)); return .void }
            t.staticMethod("void WriteAllLines(string path, \(kind) contents, \(e))") { m, _, a in try FileSystem.write(a.text(0), encode(joined(m, a[1]), a[2])); return .void }
        }
        t.staticMethod("void AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents)") { m, _, a in
            try FileSystem.write(a.text(0), encode(joined(m, a[1]), .null), appending: true)
            return .void
        }
        t.staticMethod("void Delete(string path)") { _, _, a in
            let p = a.text(0)
            if FileSystem.isDirectory(p) { throw FileSystem.error(EACCES, p) }
            if unlink(p) != 0, errno != ENOENT { throw FileSystem.error(errno, p) }
            return .void
        }
        func copy(_ a: Args, over: Bool) throws -> Value {
            if !over, FileSystem.exists(a.text(1)) { throw NetException(.ioException, "The file '\(PathType.full(a.text(1)))' already exists.") }
            try FileSystem.write(a.text(1), FileSystem.read(a.text(0)))
            if let s = FileSystem.status(a.text(0)) { chmod(a.text(1), s.st_mode & 0o7777) }
            return .void
        }
        t.staticMethod("void Copy(string sourceFileName, string destFileName)") { _, _, a in try copy(a, over: false) }
        t.staticMethod("void Copy(string sourceFileName, string destFileName, bool overwrite)") { _, _, a in try copy(a, over: a.bool(2)) }
        func move(_ a: Args, over: Bool) throws -> Value {
            if !FileSystem.exists(a.text(0)) { throw FileSystem.error(ENOENT, a.text(0)) }
            if !over, FileSystem.exists(a.text(1)) { throw NetException(.ioException, "The file '\(PathType.full(a.text(1)))' already exists.") }
            if rename(a.text(0), a.text(1)) != 0 {
                guard errno == EXDEV else { throw FileSystem.error(errno, a.text(0)) }
                try FileSystem.write(a.text(1), FileSystem.read(a.text(0)))
                unlink(a.text(0))
            }
            return .void
        }
        t.staticMethod("void Move(string sourceFileName, string destFileName)") { _, _, a in try move(a, over: false) }
        t.staticMethod("void Move(string sourceFileName, string destFileName, bool overwrite)") { _, _, a in try move(a, over: a.bool(2)) }
        t.staticMethod("System.IO.FileAttributes GetAttributes(string path)") { m, _, a in
            guard let s = FileSystem.status(a.text(0), follow: false) else { throw FileSystem.error(errno, a.text(0)) }
            var n: Int64 = s.st_mode & S_IFMT == S_IFDIR ? 16 : 0
            if s.st_mode & S_IFMT == S_IFLNK { n |= 1024 }
            if PathType.name(a.text(0)).hasPrefix(".") { n |= 2 }
            if s.st_mode & 0o222 == 0 { n |= 1 }
            return m.enumValue("System.IO.FileAttributes", n == 0 ? 128 : n)
        }
    }
}

/// `System.IO.Directory`
enum DirectoryType {
    static func declare(_ t: TypeBuilder) {
        t.staticMethod("bool Exists(string path)") { _, _, a in .bool(FileSystem.isDirectory(a.text(0))) }
        t.staticMethod("System.IO.DirectoryInfo CreateDirectory(string path)") { m, _, a in
            if a.text(0).isEmpty { throw NetException.argument("The value cannot be an empty string.", "path") }
            try FileSystem.makeDirectories(a.text(0))
            // Who knows file objects makes one of the path.
            guard let info = m.session.types.find("System.IO.DirectoryInfo") else { return Value(PathType.full(a.text(0))) }
            return try m.convert(Value(PathType.full(a.text(0))), to: info)
        }
        t.staticMethod("void Delete(string path)") { _, _, a in try FileSystem.remove(a.text(0), recursively: false); return .void }
        t.staticMethod("void Delete(string path, bool recursive)") { _, _, a in try FileSystem.remove(a.text(0), recursively: a.bool(1)); return .void }
        t.staticMethod("string GetCurrentDirectory()") { _, _, _ in Value(FileSystem.currentDirectory) }
        t.staticMethod("void SetCurrentDirectory(string path)") { _, _, a in
            if chdir(a.text(0)) != 0 { throw FileSystem.error(errno, a.text(0), isDirectory: true) }
            return .void
        }
        t.staticMethod("void Move(string sourceDirName, string destDirName)") { _, _, a in
            if rename(a.text(0), a.text(1)) != 0 { throw FileSystem.error(errno, a.text(0), isDirectory: true) }
            return .void
        }
        t.staticMethod("string GetDirectoryRoot(string path)") { _, _, _ in Value("/") }
        for (name, files, folders) in [("GetFiles", true, false), ("GetDirectories", false, true), ("GetFileSystemEntries", true, true),
                                       ("EnumerateFiles", true, false), ("EnumerateDirectories", false, true), ("EnumerateFileSystemEntries", true, true)] {
            func list(_ m: Machine, _ a: Args) throws -> Value {
                let pattern = try WildcardPattern(a.count > 1 ? a.text(1).replacing("[", with: "`[") : "*", ignoreCase: false)
                var out: [String] = []
                func walk(_ folder: String) throws {
                    for n in try FileSystem.names(folder) {
                        let p = folder.hasSuffix("/") ? folder + n : folder + "/" + n
                        let isFolder = FileSystem.isDirectory(p)
                        if isFolder ? folders : files, pattern.matches(n) { out.append(p) }
                        if isFolder, a.count > 2, a.option(2) == 1, FileSystem.link(p) == nil { try walk(p) }
                    }
                }
                try walk(a.text(0))
                return .strings(out)
            }
            t.staticMethod("string[] \(name)(string path)") { m, _, a in try list(m, a) }
            t.staticMethod("string[] \(name)(string path, string searchPattern)") { m, _, a in try list(m, a) }
            t.staticMethod("string[] \(name)(string path, string searchPattern, System.IO.SearchOption searchOption)") { m, _, a in try list(m, a) }
        }
    }
}
