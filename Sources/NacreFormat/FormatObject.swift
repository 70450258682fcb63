import NacreRuntime

/// What Format- commands put out for the Out- commands: a shape, then its entries.
public final class FormatObject: Native {
    enum Part {
        case start(Layout, groupBy: (label: String, value: (Value) -> String)?)
        case groupStart, entry(Value), groupEnd, end
    }
    let part: Part
    init(_ p: Part) {
        part = p
        let name = switch p {
        case .start: "FormatStartData"
        case .groupStart: "GroupStartData"
        case .entry: "FormatEntryData"
        case .groupEnd: "GroupEndData"
        case .end: "FormatEndData"
        }
        super.init(FormatObject.type(name))
    }
    private static func type(_ name: String) -> TypeRef { types[name] ?? .object }
    nonisolated(unsafe) private static let types: [String: TypeRef] = {
        var t: [String: TypeRef] = [:]
        for n in ["FormatStartData", "GroupStartData", "FormatEntryData", "GroupEndData", "FormatEndData"] {
            t[n] = TypeRef(n, namespace: "Microsoft.PowerShell.Commands.Internal.Format", base: .object)
        }
        return t
    }()
}
