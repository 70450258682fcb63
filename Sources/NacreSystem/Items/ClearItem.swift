import NacreRuntime

/// `Clear-Item`: takes the value of an item of a flat drive.
final class ClearItemCommand: PathCommand {
    override func process() throws {
        try eachItem { place in
            guard try shouldProcess("Item: \(place.path)", "Clear Item") else { return }
            try place.provider.clear(place.path, self)
        }
    }
}
