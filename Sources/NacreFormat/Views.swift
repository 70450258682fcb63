import NacreRuntime

/// The views that PowerShell has for types of its own, by type name: one line a view.
///
///     Type.Name | table | Property:Label:width:alignment, …
///     Type.Name | list | Property, …
enum Views {
    static let text = """
    System.Collections.DictionaryEntry | table | Name:Name:30, Value
    System.Collections.Generic.KeyValuePair`2 | auto |
    System.Guid | table | Guid
    System.Version | table | Major::6:left, Minor::6:left, Build::6:left, Revision::8:left
    System.Management.Automation.SemanticVersion | table | Major::6:left, Minor::6:left, Patch::6:left, PreReleaseLabel::15, BuildLabel::10
    System.RuntimeType | table | IsPublic::8, IsSerial::8, Name::40, BaseType
    System.TimeSpan | list | Days, Hours, Minutes, Seconds, Milliseconds, Ticks, TotalDays, TotalHours, TotalMinutes, TotalSeconds, TotalMilliseconds
    Microsoft.PowerShell.Commands.GroupInfo | table | Count::5:right, Name::25, Group
    Microsoft.PowerShell.Commands.GroupInfoNoElement | table | Count::5:right, Name::25
    Microsoft.PowerShell.Commands.MemberDefinition | table | Name, MemberType, Definition | TypeName
    Microsoft.PowerShell.Commands.GenericMeasureInfo | list | Count, Average, Sum, Maximum, Minimum, StandardDeviation, Property
    Microsoft.PowerShell.Commands.GenericObjectMeasureInfo | list | Count, Average, Sum, Maximum, Minimum, StandardDeviation, Property
    Microsoft.PowerShell.Commands.TextMeasureInfo | list | Lines, Words, Characters, Property
    System.Management.Automation.PSVariable | table | Name::30, Value
    System.Management.Automation.AliasInfo | table | CommandType::15, DisplayName:Name:50, Version::10, Source
    System.Management.Automation.CommandInfo | table | CommandType::15, Name::50, Version::10, Source
    System.Management.Automation.PathInfo | table | Path
    Microsoft.PowerShell.Commands.FileHashInfo | table | Algorithm::15, Hash::70, Path
    Microsoft.PowerShell.Commands.ByteCollection | table | HexOffset:Offset:16:right, HexBytes:Bytes                                           00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F:47, Ascii | Label
    System.Management.Automation.PSModuleInfo | table | ModuleType::10, Version::10, PreRelease::10, Name::35, ExportedCommandNames:ExportedCommands
    Microsoft.PowerShell.Commands.MatchInfo | lines |
    System.Management.Automation.Runspaces.TypeData | table | TypeName, Members
    System.Management.Automation.CallStackFrame | table | Command, Arguments, Location
    System.Management.Automation.PSDriveInfo | table | Name::18, UsedGB:Used (GB):12:right, FreeGB:Free (GB):12:right, ProviderName:Provider:15, Root::30, CurrentLocation
    System.IO.FileInfo | table | UnixMode::10, User::10:right, Group::10, LastWriteTimeString:LastWriteTime:16:right, Size::12:right, Name | PSParentPath
    System.IO.DirectoryInfo | table | UnixMode::10, User::10:right, Group::10, LastWriteTimeString:LastWriteTime:16:right, Size::12:right, Name | PSParentPath
    System.Management.Automation.ProviderInfo | table | Name::20, Capabilities::42, Drives
    """

    struct View { let layout: Layout; let groupBy: String? }

    /// The view of a type name, or nil.
    static func view(_ typeName: String) -> View? {
        guard let line = index[typeName.lowercased()] else { return nil }
        return parse(line)
    }
    private static let index: [String: Substring] = {
        var out: [String: Substring] = [:]
        for line in text.split(separator: "\n") {
            guard let bar = line.firstIndex(of: "|") else { continue }
            out[trim(line[..<bar]).lowercased()] = line
        }
        return out
    }()
    private static func trim(_ s: Substring) -> String {
        var t = s
        while t.first == " " { t.removeFirst() }
        while t.last == " " { t.removeLast() }
        return String(t)
    }
    private static func parse(_ line: Substring) -> View? {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(trim)
        guard parts.count >= 3 else { return nil }
        let columns = parts[2].split(separator: ",").map { c -> Column in
            let f = trim(c).split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            // A view's columns stand at the left unless it says otherwise.
            let alignment: Alignment = f.count > 3 && f[3] == "right" ? .right : .left
            return .property(f[0], label: f.count > 1 && !f[1].isEmpty ? f[1] : nil, width: f.count > 2 ? Int(f[2]) : nil, alignment: alignment)
        }
        let group = parts.count > 3 ? parts[3] : nil
        switch parts[1] {
        case "table": return View(layout: .table(columns, autosize: !columns.contains { $0.width != nil }, hideHeaders: false, wrap: false), groupBy: group)
        case "lines":
            return View(layout: .lines { m, v in
                guard let here = try? m.member(m.lookup(Name("PWD")) ?? .null, Name("Path")), let s = try? m.pass([here], { try m.invokeMember(v, Name("ToString"), $0) }) else { return m.str(v).string }
                return m.str(s).string
            }, groupBy: group)
        case "list": return View(layout: .list(columns), groupBy: group)
        default: return nil
        }
    }
}
