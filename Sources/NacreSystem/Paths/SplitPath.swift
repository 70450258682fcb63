import NacreRuntime

/// `Split-Path`: a part of a path's text; nothing is looked up unless `-Resolve` says so.
final class SplitPathCommand: PathCommand {
    override func process() throws {
        let (paths, isLiteral) = given()
        for text in paths {
            try attempt {
                guard flag("Resolve") else { return try give(text) }
                for place in try expand(text, literal: isLiteral) {
                    guard place.exists(m) else { throw place.notFound }
                    try give(place.shown)
                }
            }
        }
    }
    private func give(_ text: String) throws {
        let (qualifier, rest) = split(text)
        switch parameterSet {
        case "QualifierSet":
            guard !qualifier.isEmpty else {
                throw PSError(.formatException, id: "ParsePathFormatError", "Cannot parse path because path '\(text)' does not have a qualifier specified.", category: .invalidArgument, target: Value(text))
            }
            try write(Value(qualifier))
        case "NoQualifierSet": try write(Value(rest))
        case "IsAbsoluteSet": try write(.bool(!qualifier.isEmpty || text.hasPrefix("/") || text.hasPrefix("\\")))
        case "LeafSet": try write(Value(leaf(text)))
        case "LeafBaseSet":
            let l = leaf(text)
            try write(Value(l.lastIndex(of: ".").map { String(l[..<$0]) } ?? l))
        case "ExtensionSet":
            let l = leaf(text)
            try write(Value(l.lastIndex(of: ".").flatMap { l.index(after: $0) < l.endIndex ? String(l[$0...]) : nil } ?? ""))
        default: try write(Value(parent(text)))
        }
    }
    private func split(_ text: String) -> (qualifier: String, rest: String) {
        if let cut = text.firstRange(of: "::") { return (String(text[..<cut.upperBound]), String(text[cut.upperBound...])) }
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex, !text[..<colon].contains(where: { $0 == "/" || $0 == "\\" }) else { return ("", text) }
        return (String(text[...colon]), String(text[text.index(after: colon)...]))
    }
    private func plain(_ text: String) -> Substring {
        var s = text[...]
        if s.contains("\\") { s = String(s.map { $0 == "\\" ? "/" : $0 })[...] }
        while s.count > 1, s.hasSuffix("/") { s.removeLast() }
        return s
    }
    private func leaf(_ text: String) -> String {
        let s = plain(text)
        if s == "/" { return "/" }
        let l = s.lastIndex(of: "/").map { s[s.index(after: $0)...] } ?? s
        let (qualifier, rest) = split(String(l))
        return qualifier.isEmpty || rest.isEmpty ? String(l) : rest
    }
    private func parent(_ text: String) throws -> String {
        let s = plain(text)
        if s == "/" { throw PSError(.psArgumentException, id: "Argument", "Cannot process argument because the value of argument \"path\" is not valid. Change the value of the \"path\" argument and run the operation again.", category: .invalidArgument) }
        guard let cut = s.lastIndex(of: "/") else {
            let (qualifier, rest) = split(String(s))
            return rest.isEmpty ? "" : qualifier
        }
        // What lies at the root has no parent to name.
        if cut == s.startIndex { return "" }
        var p = s[..<cut]
        while p.count > 1, p.hasSuffix("/") { p.removeLast() }
        return p.hasSuffix(":") ? p + "/" : String(p)
    }
}
