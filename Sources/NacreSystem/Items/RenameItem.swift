import NacreRuntime

/// `Rename-Item`
final class RenameItemCommand: PathCommand {
    override func process() throws {
        try eachItem { place in
            if place.provider is FlatProvider, !(try shouldProcess("Item: \(place.path) Destination: \(string("NewName") ?? "")", "Rename Item")) { return }
            let made = try place.provider.rename(place.path, to: string("NewName") ?? "", self)
            if flag("PassThru"), !made.isEmpty, let v = try decorated(ItemPath(provider: place.provider, drive: place.drive, path: made)) { try write(v) }
        }
    }
}
