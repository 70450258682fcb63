import NacreRuntime

extension TypeRef {
    /// A type by its full name (`System.IO.Path`).
    convenience init(_ full: String, base: TypeRef?, arguments: [TypeRef] = [], isValueType: Bool = false) {
        let cut = full.lastIndex(of: ".")
        self.init(String(cut.map { full[full.index(after: $0)...] } ?? full[...]), namespace: String(cut.map { full[..<$0] } ?? "System"), base: base, arguments: arguments, isValueType: isValueType)
    }
}
