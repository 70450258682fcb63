import NacreRuntime

/// `Invoke-Item`: runs a program; opening documents needs a desktop, which Nacre does not talk to.
final class InvokeItemCommand: PathCommand {
    override func process() throws {
        try eachItem { place in
            guard place.provider is FileSystemProvider else { throw place.provider.notImplemented("Invoke-Item") }
            guard try shouldProcess("Item: \(place.path)", "Invoke Item") else { return }
            guard let program = Programs.find(place.path) as? ApplicationInfo, let runner = session.service(ProgramRunner.self) else {
                throw PSError.unsupported("Invoke-Item of documents and folders")
            }
            _ = try runner.run(program, [], input: nil, capture: false, output: sink, m)
        }
    }
}
