import NacreRuntime

/// `Resolve-Path`: the items that a path names, or paths relative to the location.
final class ResolvePathCommand: PathCommand {
    override func process() throws {
        let base = try string("RelativeBasePath").map { try drives.resolve($0) } ?? drives.location
        if has("RelativeBasePath"), !base.provider.isContainer(base.path, m) { throw base.notFound }
        let (paths, isLiteral) = given()
        for text in paths {
            try attempt {
                for place in try expand(has("RelativeBasePath") && !text.hasPrefix("/") ? base.path + "/" + text : text, literal: isLiteral) {
                    guard place.exists(m) else { throw place.notFound }
                    try write(flag("Relative") ? Value(ResolvePathCommand.relative(place, to: base)) : .object(PathInfo(place)))
                }
            }
        }
    }
    /// `./in/deep`, `../other`
    static func relative(_ place: ItemPath, to base: ItemPath) -> String {
        guard place.provider is FileSystemProvider, base.provider is FileSystemProvider else { return place.shown }
        let b = base.path.split(separator: "/"), p = place.path.split(separator: "/")
        var n = 0
        while n < b.count, n < p.count, b[n] == p[n] { n += 1 }
        let up = Array(repeating: "..", count: b.count - n) + p[n...].map(String.init)
        return b.count == n ? (["."] + up).joined(separator: "/") : up.joined(separator: "/")
    }
}
