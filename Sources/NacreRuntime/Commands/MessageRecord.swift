/// The streams of plain messages.
public enum MessageStream: Sendable {
    case warning, verbose, debug
    var prefix: String { switch self { case .warning: "WARNING: "; case .verbose: "VERBOSE: "; case .debug: "DEBUG: " } }
    var preference: String { switch self { case .warning: "WarningPreference"; case .verbose: "VerbosePreference"; case .debug: "DebugPreference" } }
    var type: TypeRef { switch self { case .warning: .warningRecord; case .verbose: .verboseRecord; case .debug: .debugRecord } }
    /// The line that a host shows.
    public func line(_ text: String, color: Bool) -> String { color ? "\u{1B}[33;1m\(prefix)\(text)\u{1B}[0m\n" : "\(prefix)\(text)\n" }
}

/// A WarningRecord, VerboseRecord or DebugRecord.
public final class MessageRecord: Native {
    public let stream: MessageStream
    public let message: String
    public init(_ stream: MessageStream, _ message: String) { self.stream = stream; self.message = message; super.init(stream.type) }
    public override func text(_ culture: Culture) -> String? { message }
}

/// An InformationRecord, from Write-Information or Write-Host.
public final class InformationRecord: Native {
    public let messageData: Value
    public let source: String
    public let tags: [String]
    /// Of Write-Host: colours and whether a line end follows.
    public struct HostMessage { public var text: Str; public var foreground: Int?, background: Int?; public var noNewline: Bool
        public init(text: Str, foreground: Int? = nil, background: Int? = nil, noNewline: Bool = false) { self.text = text; self.foreground = foreground; self.background = background; self.noNewline = noNewline }
    }
    public let host: HostMessage?
    /// What `ToString()` of the data gives.
    private let display: String?
    public init(_ data: Value, source: String, tags: [String], host: HostMessage? = nil, text: String? = nil) {
        display = text
        messageData = data
        self.source = source
        self.tags = tags
        self.host = host
        super.init(.informationRecord)
    }
    public override func text(_ culture: Culture) -> String? { host?.text.string ?? display ?? messageData.str?.string ?? messageData.obj?.text(culture) ?? String(describing: messageData) }

    /// What the host writes for it.
    func hostText(_ m: Machine) -> String {
        guard let host else { return (display ?? m.str(messageData).string) + "\n" }
        var out = host.text.string
        if m.session.host.hasColor, host.foreground != nil || host.background != nil {
            func code(_ c: Int, _ base: Int) -> String {
                // ConsoleColor counts blue before red.
                let order = [0, 4, 2, 6, 1, 5, 3, 7]
                return c < 8 ? "\(base + order[c])" : "\(base + 60 + order[c - 8])"
            }
            let codes = [host.foreground.map { code($0, 30) }, host.background.map { code($0, 40) }].compactMap { $0 }
            out = "\u{1B}[\(codes.joined(separator: ";"))m\(out)\u{1B}[0m"
        }
        return host.noNewline ? out : out + "\n"
    }
}

extension TypeRef {
    private static func record(_ name: String, _ base: TypeRef, _ load: ((TypeMembers) -> Void)? = nil) -> TypeRef {
        let t = TypeRef(name, namespace: "System.Management.Automation", base: base)
        t.loader = load
        return t
    }
    public static let informationalRecord = record("InformationalRecord", object) { t in
        t.add(PropertyMember("Message", type: "string", get: { _, v in Value(v.cast(MessageRecord.self)?.message ?? "") }))
        t.add(PropertyMember("InvocationInfo", type: "System.Management.Automation.InvocationInfo", get: { _, _ in .null }))
        t.add(PropertyMember("PipelineIterationInfo", type: "System.Collections.ObjectModel.ReadOnlyCollection[int]", get: { _, _ in .null }))
    }
    public static let warningRecord = record("WarningRecord", informationalRecord) { t in
        t.add(PropertyMember("FullyQualifiedWarningId", type: "string", get: { _, _ in .object(Str.empty) }))
    }
    public static let verboseRecord = record("VerboseRecord", informationalRecord)
    public static let debugRecord = record("DebugRecord", informationalRecord)
    public static let informationRecord = record("InformationRecord", object) { t in
        t.add(PropertyMember("MessageData", type: "System.Object", get: { _, v in
            guard let r = v.cast(InformationRecord.self) else { return .null }
            return r.host == nil ? r.messageData : .object(HostInformationMessage(r))
        }))
        t.add(PropertyMember("Source", type: "string", get: { _, v in Value(v.cast(InformationRecord.self)?.source ?? "") }))
        t.add(PropertyMember("Tags", type: "System.Collections.Generic.List[string]", get: { _, v in
            .object(PSArray((v.cast(InformationRecord.self)?.tags ?? []).map { Value($0) }, of: .string))
        }))
    }
    public static let hostInformationMessage = record("HostInformationMessage", object) { t in
        t.add(PropertyMember("Message", type: "string", get: { _, v in .object(v.cast(HostInformationMessage.self)?.record.host?.text ?? .empty) }))
        t.add(PropertyMember("NoNewLine", type: "System.Nullable[bool]", get: { _, v in .bool(v.cast(HostInformationMessage.self)?.record.host?.noNewline ?? false) }))
    }
}

/// What `MessageData` of Write-Host's record is.
public final class HostInformationMessage: Native {
    let record: InformationRecord
    init(_ record: InformationRecord) { self.record = record; super.init(.hostInformationMessage) }
    public override func text(_ culture: Culture) -> String? { record.host?.text.string }
}
