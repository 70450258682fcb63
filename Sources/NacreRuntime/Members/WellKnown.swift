/// Member names that the engine itself looks for.
enum WellKnown {
    static let count = Name("Count"), length = Name("Length")
    static let psobject = Name("psobject"), psbase = Name("psbase"), psadapted = Name("psadapted"), psextended = Name("psextended"), pstypenames = Name("pstypenames")
    static let whereName = Name("Where"), forEachName = Name("ForEach"), toString = Name("ToString"), getType = Name("GetType"), new = Name("new")
    static let item = Name("Item"), getItem = Name("get_Item"), setItem = Name("set_Item"), equals = Name("Equals"), getHashCode = Name("GetHashCode")
}
