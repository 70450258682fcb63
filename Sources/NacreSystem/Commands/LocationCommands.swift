import Glibc
import NacreRuntime

/// `Get-Location`
final class GetLocationCommand: Cmdlet {
    override func process() throws { try write(.object(PathInfo(FilePath.current))) }
}

/// `Set-Location`
final class SetLocationCommand: Cmdlet {
    override func process() throws {
        let text = arg("LiteralPath").map { m.str($0).string } ?? arg("Path").map { m.str($0).string } ?? "~"
        let path = try has("LiteralPath") ? FilePath.resolve(text) : FilePath.glob(text, m).first ?? FilePath.resolve(text)
        guard FilePath.isDirectory(path), chdir(path) == 0 else { throw FilePath.notFound(text) }
        setenv("PWD", path, 1)
        if flag("PassThru") { try write(.object(PathInfo(path))) }
    }
}

/// `$PWD`, and what Get-Location gives.
final class PathInfo: Native {
    let path: String
    init(_ p: String) { path = p; super.init(.pathInfo) }
    override func text(_ culture: Culture) -> String? { path }
}
extension TypeRef {
    static let pathInfo: TypeRef = {
        let t = TypeRef("PathInfo", namespace: "System.Management.Automation", base: .object)
        t.loader = { t in
            for name in ["Path", "ProviderPath"] {
                t.add(PropertyMember(name, type: "string", get: { _, v in Value(v.cast(PathInfo.self)?.path ?? "") }))
            }
        }
        return t
    }()
}
