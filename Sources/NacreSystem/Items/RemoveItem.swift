import NacreRuntime

/// `Remove-Item`
final class RemoveItemCommand: PathCommand {
    override func process() throws {
        try eachItem { place in
            let files = place.provider is FileSystemProvider
            if files, FilePath.isBelow(FilePath.current, place.path), FilePath.isDirectory(place.path) {
                throw PSError(.psInvalidOperationException, id: "InvalidOperation", "Cannot remove the item at '\(place.path)' because it is in use.", category: .invalidOperation)
            }
            if files, !flag("Recurse"), FilePath.isDirectory(place.path), FilePath.link(place.path) == nil, !FilePath.listing(place.path).isEmpty {
                let question = "The item at \(place.path) has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?"
                guard try shouldContinue(question, caption: "Confirm") else { return }
            }
            if !files, !(try shouldProcess("Item: \(place.path)", "Remove Item")) { return }
            try place.provider.remove(place.path, recursively: true, force: flag("Force"), self)
        }
    }
}
