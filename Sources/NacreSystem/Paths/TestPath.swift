import NacreRuntime

/// `Test-Path`
final class TestPathCommand: PathCommand {
    override func process() throws {
        let (paths, isLiteral) = given()
        let given = arg("LiteralPath") ?? arg("Path") ?? .null
        if given.isNull || (given.unwrapped.obj as? Seq)?.elements.contains(where: { $0.isNull }) == true || paths.isEmpty {
            return try writeError(.argumentNullException, id: "NullPathNotPermitted", "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')", category: .invalidArgument)
        }
        for text in paths { try write(.bool(test(text, isLiteral))) }
    }
    private func test(_ text: String, _ isLiteral: Bool) throws -> Bool {
        if text.allSatisfy(\.isWhitespace) { return false }
        do {
            if flag("IsValid") {
                _ = try drives.resolve(text)
                return !text.contains("\0")
            }
            return try expand(text, literal: isLiteral).contains { place in
                guard place.exists(m), admits(place.provider.leaf(place.path)) else { return false }
                switch arg("PathType").map({ m.str($0).string.lowercased() }) {
                case "container": guard place.provider.isContainer(place.path, m) else { return false }
                case "leaf": guard !place.provider.isContainer(place.path, m) else { return false }
                default: break
                }
                guard has("OlderThan") || has("NewerThan") else { return true }
                guard let f = try place.provider.item(place.path, m)?.obj as? FileItem else { return false }
                let written = f.time(.written).local
                if let d = arg("OlderThan")?.cast(DateTimeValue.self), !(written < d.value) { return false }
                if let d = arg("NewerThan")?.cast(DateTimeValue.self), !(d.value < written) { return false }
                return true
            }
        } catch let e as PSError where e.record.errorId == "DriveNotFound" || e.record.errorId == "ProviderNotFound" { return false }
    }
}
