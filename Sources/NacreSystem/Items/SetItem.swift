import NacreRuntime

/// `Set-Item`: gives an item of a flat drive its value.
final class SetItemCommand: PathCommand {
    override func process() throws {
        let (paths, isLiteral) = given()
        for text in paths {
            try attempt {
                for place in try expand(text, literal: isLiteral) {
                    guard place.provider is FlatProvider else { throw place.provider.notImplemented("Set-Item") }
                    guard try shouldProcess("Item: \(place.path) Value: \(arg("Value").map { m.str($0).string } ?? "")", "Set Item") else { continue }
                    try place.provider.set(place.path, arg("Value"), self)
                    if flag("PassThru"), let v = try decorated(place) { try write(v) }
                }
            }
        }
    }
}
