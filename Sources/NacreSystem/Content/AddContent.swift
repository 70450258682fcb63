/// `Add-Content`
final class AddContentCommand: WriteContentCommand {
    override var appends: Bool { true }
    override var action: String { "Add Content" }
}
