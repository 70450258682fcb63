import NacreRuntime

/// `Get-Item`
final class GetItemCommand: PathCommand {
    override func process() throws {
        try eachItem { place in
            if place.provider is FlatProvider, place.path.isEmpty {
                for n in try place.provider.children("", m) { if let v = try decorated(place.child(n)) { try write(v) } }
                return
            }
            if let v = try decorated(place) { try write(v) }
        }
    }
}
