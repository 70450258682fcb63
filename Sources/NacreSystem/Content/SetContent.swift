import NacreRuntime

/// What Set-Content and Add-Content share: files opened at the first value, written to as values come.
class WriteContentCommand: PathCommand {
    var appends: Bool { false }
    var action: String { "Set Content" }
    private var files: [OutputFile] = []
    private var others: [(place: ItemPath, values: [Value])] = []
    private var opened: Set<String> = []
    private var valueIndex = 0
    private var asBytes = false, noNewline = false, passThru = false, literal = false

    override func begin() throws {
        try super.begin()
        valueIndex = index("Value") ?? 0
        asBytes = flag("AsByteStream")
        noNewline = flag("NoNewline")
        passThru = flag("PassThru")
    }
    override func process() throws {
        try openNew()
        guard let v = arg(at: valueIndex), !v.isNull else { return }
        if let s = v.unwrapped.obj as? Seq { for x in s.elements { try put(x) } } else { try put(v) }
    }
    private func openNew() throws {
        let (paths, isLiteral) = given()
        for text in paths where opened.insert(text).inserted {
            try attempt {
                let places = try expand(text, literal: isLiteral).filter { admits($0.provider.leaf($0.path)) }
                if places.isEmpty {
                    throw PSError(.itemNotFoundException, id: "ItemNotFound", "An object at the specified path \(text) does not exist, or has been filtered by the -Include or -Exclude parameter.", category: .objectNotFound, target: Value(text))
                }
                for place in places { try attempt { try open(place) } }
            }
        }
    }
    private func open(_ place: ItemPath) throws {
        guard try shouldProcess("Path: \(place.inMessages)", action) else { return }
        guard place.provider is FileSystemProvider else { others.append((place, appends ? try place.provider.content(place.path, m) : [])); return }
        do {
            files.append(try OutputFile(place.path, append: appends, force: flag("Force"), encoding: asBytes ? .latin1 : TextEncoding.of(arg("Encoding"), m)))
        } catch let n as NetException {
            let type = n.value.exceptionType
            let (id, category): (String, ErrorCategory) = type === TypeRef.unauthorizedAccessException ? ("GetContentWriterUnauthorizedAccessError", .permissionDenied)
                : type === TypeRef.directoryNotFoundException ? ("GetContentWriterDirectoryNotFoundError", .objectNotFound) : ("GetContentWriterIOError", .writeError)
            throw PSError(ErrorRecord(n.value, id: id, category: category, target: Value(place.path)))
        }
    }
    private func put(_ v: Value) throws {
        for i in others.indices { others[i].values.append(v) }
        if !files.isEmpty {
            if asBytes {
                guard case .byte(let b) = v.unwrapped else {
                    throw terminating(.psInvalidOperationException, id: "WriteContentError", "Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.", category: .writeError)
                }
                for f in files { try f.write(byte: b) }
            } else {
                let s = v.str ?? (v.unwrapped.obj is Custom ? m.str(v) : m.text(v, culture: .current))
                do {
                    for f in files { try f.write(s); if !noNewline { try f.endLine() } }
                } catch let n as NetException { throw terminating(ErrorRecord(n.value, id: "WriteContentError", category: .writeError, target: Value(files[0].path))) }
            }
        }
        if passThru { try write(v) }
    }
    override func end() throws {
        if !expectsInput { try openNew() }
        for f in files {
            do { try f.close() } catch let n as NetException { throw terminating(ErrorRecord(n.value, id: "WriteContentError", category: .writeError, target: Value(f.path))) }
        }
        for o in others { try attempt { try o.place.provider.setContent(o.place.path, o.values, self) } }
    }
    override func cleanup() { for f in files { try? f.close() } }
}

/// `Set-Content`
final class SetContentCommand: WriteContentCommand {}
