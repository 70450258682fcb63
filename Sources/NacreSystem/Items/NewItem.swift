import NacreRuntime

/// `New-Item`
final class NewItemCommand: PathCommand {
    override func process() throws {
        var paths = strings("Path") ?? []
        if let name = string("Name") { paths = (paths.isEmpty ? ["."] : paths).map { $0.hasSuffix("/") || $0.hasSuffix(":") ? $0 + name : $0 + "/" + name } }
        for text in paths {
            try attempt {
                let place = try drives.resolve(text)
                if let made = try place.provider.make(place.path, type: string("ItemType"), value: arg("Value"), self) { try write(decorate(made, place)) }
            }
        }
    }
}
