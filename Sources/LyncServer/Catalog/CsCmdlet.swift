import NacreSchema

/// A Cs cmdlet as the reference describes it.
public struct CsCmdlet {
    public let name: String
    /// `HostingProvider`'s noun with the prefix: `CsHostingProvider`.
    public let noun: String
    public let verb: VerbSchema
    /// The product that brought it, where that is later than Lync Server 2013.
    public let since: String?

    /// - Parameter json: a line of cs-cmdlets.txt: `sets`, `default`, `confirm`, `since`, `outputs`, and `params` as `[name, type, flags]` with
    ///   aliases as a fourth. The flags are one word a set: `-` not in it; else `m` mandatory, a digit for the position, `v` from the
    ///   pipeline by value, `p` by property name, `.` none of these.
    init?(name: String, json: SchemaValue) {
        guard let dash = name.firstIndex(of: "-"), let sets = json["sets"].list?.compactMap(\.string), let rows = json["params"].list else { return nil }
        var lists = [[ParameterSchema]](repeating: [], count: sets.count)
        for row in rows {
            guard let row = row.list, row.count >= 3, let parameter = row[0].string, let type = row[1].string, let flags = row[2].string else { return nil }
            let aliases = row.count > 3 ? row[3].list?.compactMap(\.string) ?? [] : []
            for (i, word) in flags.split(separator: " ").enumerated() where i < sets.count && word != "-" {
                lists[i].append(ParameterSchema(parameter, type, isMandatory: word.contains("m"), position: Int(word.filter(\.isNumber)),
                                                byValue: word.contains("v"), byPropertyName: word.contains("p"), aliases: aliases))
            }
        }
        self.name = name
        noun = String(name[name.index(after: dash)...])
        verb = VerbSchema(String(name[..<dash]), parameterSets: zip(sets, lists).map { ParameterSetSchema($0, $1) }, defaultSet: json["default"].string,
                          supportsShouldProcess: json["confirm"].bool ?? false, outputType: json["outputs"].list?.first?.string)
        since = json["since"].string
    }
}
