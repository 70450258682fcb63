import NacreRuntime

/// `Get-ChildItem`: what lies in a container, folders first.
final class GetChildItemCommand: PathCommand {
    private var attributes: AttributeTest?
    private var depth = 0
    override func begin() throws {
        try super.begin()
        attributes = try AttributeTest(self)
        depth = flag("Recurse") || has("Depth") ? int("Depth") ?? Int.max : 0
    }
    private var isRecursive: Bool { flag("Recurse") || has("Depth") }

    override func process() throws {
        var (paths, isLiteral) = given()
        if paths.isEmpty, !has("Path"), !has("LiteralPath") { paths = ["."]; isLiteral = true }
        for text in paths { try attempt { try list(text.isEmpty ? "." : text, isLiteral) } }
    }
    private func list(_ text: String, _ isLiteral: Bool) throws {
        let isPattern = !isLiteral && WildcardPattern.containsWildcards(Array(text.utf16))
        if isRecursive, !isLiteral {
            // A name that is no container is looked for in everything below.
            let whole = try drives.resolve(text)
            if !whole.provider.isContainer(whole.path, m), whole.provider is FileSystemProvider {
                let leaf = whole.provider.leaf(whole.path)
                for folder in try drives.expand(folderPart(text)) where folder.provider.isContainer(folder.path, m) {
                    let before = try included(leaf)
                    try walk(folder, below: "", depth: depth, matching: before)
                }
                return
            }
        }
        for place in try expand(text, literal: isLiteral) {
            guard place.exists(m) else { throw place.notFound }
            if place.provider is FlatProvider {
                let names = place.path.isEmpty ? try place.provider.children("", m) : [place.path]
                for n in names where admits(n) { try give(place.path.isEmpty ? place.child(n) : place, shown: n) }
                continue
            }
            if place.provider.isContainer(place.path, m), !isPattern || isRecursive {
                if selects, !isRecursive {
                    // Without -Recurse, -Include and -Exclude look at what the path itself names.
                    if has("Include") { if admits(place.provider.leaf(place.path)) { try give(place, shown: place.provider.leaf(place.path)) }; continue }
                }
                try walk(place, below: "", depth: depth, matching: nil)
            } else if admits(place.provider.leaf(place.path)) { try give(place, shown: place.provider.leaf(place.path), wildcard: true) }
        }
    }
    private func folderPart(_ text: String) -> String {
        guard let cut = text.lastIndex(where: { $0 == "/" || $0 == "\\" }) else { return "." }
        return cut == text.startIndex ? "/" : String(text[..<cut])
    }
    private func included(_ leaf: String) throws -> WildcardPattern { try m.wildcard(leaf) }

    /// Lists a folder. With names to choose by, a folder's contents come right after it; without, after all of its level.
    private func walk(_ place: ItemPath, below: String, depth: Int, matching: WildcardPattern?) throws {
        try m.pollInterrupt()
        let names: [String]
        do { names = try place.provider.children(place.path, m) } catch let e as PSError { return try writeError(e.record) }
        let force = flag("Force") || flag("Hidden") || attributes?.asksForHidden == true
        let inOrder = selects || matching != nil
        var folders: [(ItemPath, String)] = []
        for n in names {
            let child = place.child(n), shown = below.isEmpty ? n : below + "/" + n
            let isHidden = child.provider.isHidden(child.path)
            if admits(n), matching?.matches(n) ?? true, !isHidden || force { try give(child, shown: shown) }
            guard depth > 0, !isHidden || force, child.provider.isContainer(child.path, m), FilePath.link(child.path) == nil || flag("FollowSymlink") else { continue }
            if inOrder { try walk(child, below: shown, depth: depth - 1, matching: matching) } else { folders.append((child, shown)) }
        }
        for (f, shown) in folders { try walk(f, below: shown, depth: depth - 1, matching: nil) }
    }
    private func give(_ place: ItemPath, shown: String, wildcard: Bool = false) throws {
        guard let item = try place.provider.item(place.path, m) else { return }
        if let f = item.obj as? FileItem {
            if flag("Directory"), !f.isDirectory { return }
            if flag("File"), f.isDirectory { return }
            if flag("Hidden"), !f.isHidden { return }
            if flag("ReadOnly"), f.attributes & 1 == 0 { return }
            if flag("System"), f.attributes & 4 == 0 { return }
            if let attributes, !attributes.admits(f.attributes) { return }
        }
        if flag("Name") { return try write(Value(shown)) }
        try write(decorate(item, place))
    }
}

/// `-Attributes Directory+!Hidden,ReadOnly`: a sum of products of file attributes.
struct AttributeTest {
    private let terms: [[(flag: Int64, wanted: Bool)]]
    let asksForHidden: Bool

    init?(_ by: Cmdlet) throws {
        guard let v = by.arg("Attributes") else { return nil }
        let labels = by.m.session.types.find("System.IO.FileAttributes")?.labels
        var all: [[(flag: Int64, wanted: Bool)]] = [], hidden = false
        for term in by.m.str(v).string.split(whereSeparator: { $0 == "," || $0 == " " }) {
            var factors: [(flag: Int64, wanted: Bool)] = []
            for word in term.split(separator: "+") {
                let wanted = !word.hasPrefix("!")
                var name = word.drop { $0 == "!" }.lowercased()
                name = ["d": "directory", "h": "hidden", "r": "readonly", "s": "system", "a": "archive", "l": "reparsepoint"][name] ?? name
                guard let labels, let i = labels.names.firstIndex(where: { $0.lowercased() == name }) else {
                    throw PSError(.psArgumentException, id: "Argument", "Unable to match the identifier name \(name) to a valid enumerator name.", category: .invalidArgument)
                }
                if wanted, labels.values[i] == 2 { hidden = true }
                factors.append((labels.values[i], wanted))
            }
            all.append(factors)
        }
        terms = all
        asksForHidden = hidden
    }
    func admits(_ attributes: Int64) -> Bool { terms.contains { $0.allSatisfy { (attributes & $0.flag != 0) == $0.wanted } } }
}
