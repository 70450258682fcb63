import NacreRuntime

/// `Join-Path`
final class JoinPathCommand: PathCommand {
    override func process() throws {
        let children = (strings("ChildPath") ?? []) + (strings("AdditionalChildPath") ?? [])
        for text in strings("Path") ?? [] {
            try attempt {
                if let colon = text.firstIndex(of: ":"), colon != text.startIndex, !text[..<colon].contains(where: { $0 == "/" || $0 == "\\" }), text.firstRange(of: "::") == nil, drives.drive(String(text[..<colon])) == nil {
                    throw Drives.noDrive(String(text[..<colon]))
                }
                var joined = slashes(text)
                for c in children { joined = join(joined, slashes(c)) }
                guard flag("Resolve") else { return try write(Value(joined)) }
                for place in try drives.expand(joined) {
                    guard place.exists(m) else { throw place.notFound }
                    try write(Value(place.shown))
                }
            }
        }
    }
    private func slashes(_ s: String) -> String { s.contains("\\") && s.firstRange(of: "::") == nil ? String(s.map { $0 == "\\" ? "/" : $0 }) : s }
    private func join(_ a: String, _ b: String) -> String {
        var left = Substring(a), right = Substring(b)
        while left.count > 1, left.hasSuffix("/") { left.removeLast() }
        while right.hasPrefix("/") { right.removeFirst() }
        if left.isEmpty { return "/" + right }
        return left == "/" ? "/" + right : left + "/" + right
    }
}
