extension Machine {
    /// `collection -contains value`; what is no collection is one of one.
    func contains(_ collection: Value, _ v: Value, ignoreCase: Bool) throws -> Bool {
        guard case .object(let o) = collection, o.kind != .string, o.isEnumerable else { return try equal(collection, v, ignoreCase: ignoreCase) }
        if o.kind == .array || o.kind == .list {
            let s = unsafeDowncast(o, to: Seq.self)
            var i = 0
            while i < s.count {
                if try equal(s[i], v, ignoreCase: ignoreCase) { return true }
                i += 1
            }
            return false
        }
        var found = false
        _ = try o.enumerate { if !found, try equal($0, v, ignoreCase: ignoreCase) { found = true } }
        return found
    }
}
