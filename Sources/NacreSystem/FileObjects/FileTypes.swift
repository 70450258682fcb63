import Glibc
import NacreRuntime

/// The members of `FileInfo` and `DirectoryInfo`.
enum FileTypes {
    static func register(in types: TypeCatalog) {
        TypeRef.fileSystemInfo.declare(in: types, common)
        TypeRef.fileInfo.declare(in: types, file)
        TypeRef.directoryInfo.declare(in: types, folder)
        for t in [TypeRef.fileSystemInfo, .fileInfo, .directoryInfo] { types.register(t) }
        types.register(TypeRef.pathInfo)
        types.register(TypeRef.psDrive)
        types.register(TypeRef.providerInfo)
    }
    private static func of(_ v: Value) -> FileItem? { v.cast(FileItem.self) }

    private static func common(_ t: TypeBuilder) {
        t.property("string Name") { _, v in Value(of(v)?.name ?? "") }
        t.property("string FullName") { _, v in Value(of(v)?.path ?? "") }
        t.property("string Extension") { _, v in Value(of(v)?.fileExtension ?? "") }
        t.property("bool Exists") { _, v in .bool(of(v)?.exists ?? false) }
        for (name, which) in [("CreationTime", FileItem.Moment.made), ("LastAccessTime", .read), ("LastWriteTime", .written)] {
            t.property("datetime \(name)", get: { _, v in Value((of(v)?.time(which) ?? .unixEpoch).local) }, set: { _, v, x in
                if let d = x.cast(DateTimeValue.self) { try of(v)?.setTime(which, d.value) }
            })
            t.property("datetime \(name)Utc", get: { _, v in Value(of(v)?.time(which) ?? .unixEpoch) }, set: { _, v, x in
                if let d = x.cast(DateTimeValue.self) { try of(v)?.setTime(which, d.value.specifyingKind(.utc)) }
            })
        }
        t.property("string LinkTarget") { _, v in of(v)?.linkTarget.map { Value($0) } ?? .null }
        t.property("System.IO.FileAttributes Attributes", get: { m, v in
            try m.convert(.int(Int32(truncatingIfNeeded: of(v)?.attributes ?? 0)), to: m.session.types.find("System.IO.FileAttributes") ?? .int)
        }, set: { m, v, x in
            guard let f = of(v), let e = try m.convert(x, to: m.session.types.find("System.IO.FileAttributes") ?? .int).obj as? EnumValue else { return }
            let mode = f.status?.st_mode ?? 0o644
            if chmod(f.path, e.raw & 1 != 0 ? mode & 0o7555 : mode | 0o200) != 0 { throw FileFailure.net(errno, f.path) }
            f.refresh()
        })
        t.property("System.IO.UnixFileMode UnixFileMode", get: { m, v in
            try m.convert(.int(Int32(truncatingIfNeeded: (of(v)?.status?.st_mode ?? 0) & 0o7777)), to: m.session.types.find("System.IO.UnixFileMode") ?? .int)
        }, set: { m, v, x in
            guard let f = of(v), let e = try m.convert(x, to: m.session.types.find("System.IO.UnixFileMode") ?? .int).obj as? EnumValue else { return }
            if chmod(f.path, UInt32(truncatingIfNeeded: e.raw)) != 0 { throw FileFailure.net(errno, f.path) }
            f.refresh()
        })
        t.method("void Refresh()") { _, v, _ in of(v)?.refresh(); return .void }
        t.method("string ToString()") { m, v, _ in .object(m.str(v)) }
        t.method("System.IO.FileSystemInfo ResolveLinkTarget(bool returnFinalTarget)") { _, v, _ in
            guard let f = of(v), let to = f.linkTarget else { return .null }
            let full = to.hasPrefix("/") ? to : FilePath.parent(f.path) + "/" + to
            return .object(FileItem(FilePath.resolve(full), isDirectory: FilePath.isDirectory(full)))
        }
    }

    private static func file(_ t: TypeBuilder) {
        t.constructor("System.IO.FileInfo(string fileName)") { m, _, a in
            let text = m.str(a[0]).string
            return .object(FileItem(FilePath.resolve(text), isDirectory: false, given: text))
        }
        t.property("long Length") { _, v in
            guard let f = of(v) else { return .null }
            guard f.exists else { throw NetException(.fileNotFoundException, "Could not find file '\(f.path)'.") }
            return .long(f.size)
        }
        t.property("System.IO.DirectoryInfo Directory") { _, v in of(v).map { .object(FileItem(FilePath.parent($0.path), isDirectory: true)) } ?? .null }
        t.property("string DirectoryName") { _, v in Value(of(v).map { FilePath.parent($0.path) } ?? "") }
        t.property("bool IsReadOnly", get: { _, v in .bool(of(v)?.isReadOnly ?? false) }, set: { _, v, x in
            guard let f = of(v) else { return }
            let mode = f.status?.st_mode ?? 0o644
            if chmod(f.path, x.isTrue ? mode & 0o7555 : mode | 0o200) != 0 { throw FileFailure.net(errno, f.path) }
            f.refresh()
        })
        t.method("void Delete()") { _, v, _ in
            guard let f = of(v) else { return .void }
            if unlink(f.path) != 0, errno != ENOENT { throw FileFailure.net(errno, f.path) }
            f.refresh()
            return .void
        }
        for (signature, hasFlag) in [("System.IO.FileInfo CopyTo(string destFileName)", false), ("System.IO.FileInfo CopyTo(string destFileName, bool overwrite)", true)] {
            t.method(signature) { m, v, a in
                guard let f = of(v) else { return .void }
                let to = FilePath.resolve(m.str(a[0]).string)
                if FilePath.exists(to), !(hasFlag && a[1].isTrue) { throw NetException(.ioException, "The file '\(to)' already exists.") }
                try FileWork.copyFile(f.path, to)
                return .object(FileItem(to, isDirectory: false))
            }
        }
        for (signature, hasFlag) in [("void MoveTo(string destFileName)", false), ("void MoveTo(string destFileName, bool overwrite)", true)] {
            t.method(signature) { m, v, a in
                guard let f = of(v) else { return .void }
                let to = FilePath.resolve(m.str(a[0]).string)
                if FilePath.exists(to), !(hasFlag && a[1].isTrue) { throw NetException(.ioException, "The file '\(to)' already exists.") }
                if rename(f.path, to) != 0 { throw FileFailure.net(errno, f.path) }
                return .void
            }
        }
    }

    private static func folder(_ t: TypeBuilder) {
        t.constructor("System.IO.DirectoryInfo(string path)") { m, _, a in
            let text = m.str(a[0]).string
            return .object(FileItem(FilePath.resolve(text), isDirectory: true, given: text))
        }
        t.property("System.IO.DirectoryInfo Parent") { _, v in
            guard let f = of(v), f.path != "/" else { return .null }
            return .object(FileItem(FilePath.parent(f.path), isDirectory: true))
        }
        t.property("System.IO.DirectoryInfo Root") { _, _ in .object(FileItem("/", isDirectory: true)) }
        t.method("void Create()") { _, v, _ in if let f = of(v) { try FileWork.makeFolders(f.path); f.refresh() }; return .void }
        t.method("System.IO.DirectoryInfo CreateSubdirectory(string path)") { m, v, a in
            guard let f = of(v) else { return .null }
            let path = FilePath.resolve(f.path + "/" + m.str(a[0]).string)
            try FileWork.makeFolders(path)
            return .object(FileItem(path, isDirectory: true))
        }
        t.method("void Delete()") { _, v, _ in
            if let f = of(v), rmdir(f.path) != 0 { throw FileFailure.net(errno, f.path) }
            return .void
        }
        t.method("void Delete(bool recursive)") { _, v, a in
            guard let f = of(v) else { return .void }
            if a[0].isTrue { try FileWork.removeTree(f.path) } else if rmdir(f.path) != 0 { throw FileFailure.net(errno, f.path) }
            return .void
        }
        t.method("void MoveTo(string destDirName)") { m, v, a in
            if let f = of(v), rename(f.path, FilePath.resolve(m.str(a[0]).string)) != 0 { throw FileFailure.net(errno, f.path) }
            return .void
        }
        for (name, type, files, folders) in [("GetFiles", "FileInfo", true, false), ("GetDirectories", "DirectoryInfo", false, true), ("GetFileSystemInfos", "FileSystemInfo", true, true),
                                             ("EnumerateFiles", "FileInfo", true, false), ("EnumerateDirectories", "DirectoryInfo", false, true), ("EnumerateFileSystemInfos", "FileSystemInfo", true, true)] {
            let result = name.hasPrefix("Get") ? "System.IO.\(type)[]" : "System.Collections.Generic.IEnumerable[System.IO.\(type)]"
            let element: TypeRef = type == "FileInfo" ? .fileInfo : type == "DirectoryInfo" ? .directoryInfo : .fileSystemInfo
            for parameters in ["", "string searchPattern", "string searchPattern, System.IO.SearchOption searchOption"] {
                t.method("\(result) \(name)(\(parameters))") { m, v, a in
                    guard let f = of(v) else { return .null }
                    let pattern = try m.wildcard(a.count > 0 ? m.str(a[0]).string : "*")
                    let deep = a.count > 1 && (a[1].unwrapped.obj as? EnumValue)?.raw == 1
                    guard FilePath.isDirectory(f.path) else { throw NetException(.directoryNotFoundException, "Could not find a part of the path '\(f.path)'.") }
                    var out: [Value] = []
                    func walk(_ folder: String) {
                        for n in FilePath.listing(folder) {
                            let p = folder == "/" ? "/" + n : folder + "/" + n
                            let isFolder = FilePath.isDirectory(p)
                            if isFolder ? folders : files, pattern.matches(n) { out.append(.object(FileItem(p, isDirectory: isFolder))) }
                            if deep, isFolder, FilePath.link(p) == nil { walk(p) }
                        }
                    }
                    walk(f.path)
                    return .object(PSArray(out, of: element))
                }
            }
        }
    }
}

/// What PowerShell adds to file objects.
enum FileTypeData {
    /// The data of a type by its name in lower case, on top of what is known of it.
    static func extend(_ name: String, _ known: TypeData?) -> TypeData? {
        switch name {
        case "system.io.filesysteminfo":
            let d = known ?? TypeData("System.IO.FileSystemInfo")
            add(d, "UnixMode") { Value($0.unixMode) }
            add(d, "User") { Value($0.user) }
            add(d, "Group") { Value($0.group) }
            add(d, "Size") { .long($0.size) }
            return d
        case "system.io.fileinfo", "system.io.directoryinfo":
            let d = known ?? TypeData(name.hasSuffix("fileinfo") ? "System.IO.FileInfo" : "System.IO.DirectoryInfo")
            add(d, "Mode", .codeProperty) { Value($0.mode) }
            add(d, "ModeWithoutHardLink", .codeProperty) { Value($0.mode) }
            add(d, "BaseName") { Value($0.baseName) }
            d.set(AliasMember(Str("Target"), Name("LinkTarget")))
            add(d, "ResolvedTarget", .codeProperty) { f in
                guard let resolved = realpath(f.path, nil) else { return Value(f.path) }
                defer { free(resolved) }
                return Value(String(cString: resolved))
            }
            add(d, "LinkType", .codeProperty) { $0.isLink ? Value("SymbolicLink") : ($0.status?.st_nlink ?? 1) > 1 && !$0.isDirectory ? Value("HardLink") : .null }
            add(d, "NameString", .codeProperty) { Value($0.name) }
            add(d, "LengthString", .codeProperty) { Value($0.isDirectory ? "" : String($0.size)) }
            d.set(CodePropertyMember(Str("LastWriteTimeString"), get: { m, v in try FileTypeData.written(v, m) }))
            return d
        default: return known
        }
    }
    private static func add(_ d: TypeData, _ name: String, _ kind: MemberKind = .scriptProperty, _ get: @escaping (FileItem) -> Value) {
        d.set(CodePropertyMember(Str(name), kind: kind, get: { _, v in v.cast(FileItem.self).map(get) ?? .null }))
    }
    /// `11/25/2026 14:07`
    static func written(_ v: Value, _ m: Machine) throws -> Value {
        guard let f = v.cast(FileItem.self) else { return .null }
        let d = Value(f.time(.written).local)
        return .object(Str.concat(try m.formatted(d, Str("d")), try m.formatted(d, Str(" HH:mm"))))
    }
}
