import NacreSchema

extension EntityEngine {
    /// Numbers the documents of an ordered entity from 0 without gaps, each parent's on their own, after one of them was written or removed.
    ///
    /// - Parameter written: stands at the number that it has, and pushes those from there on down; without a number it goes to the end.
    func renumber(after written: EntityDocument?, around identity: String, in transaction: any EntityTransaction) throws {
        for case .ordered(let property) in schema.rules {
            func number(_ d: EntityDocument) -> Int64 { value(property, of: d).int ?? Int64.max }
            let place = parent(of: identity)
            var order = try transaction.documents(schema.noun).filter { parent(of: $0.identity) == place && $0.key != written?.key }
            // Documents come in the order of their creation, which decides between equals.
            order = order.enumerated().sorted { (number($0.element), $0.offset) < (number($1.element), $1.offset) }.map(\.element)
            if let written {
                let wanted = written.values[property]?.int
                order.insert(written, at: min(max(Int(clamping: wanted ?? Int64(order.count)), 0), order.count))
            }
            for (i, var document) in order.enumerated() where document.values[property]?.int != Int64(i) {
                document.values[property] = .int(Int64(i))
                try transaction.put(document, schema: schema)
            }
        }
    }

    private func parent(of identity: String) -> String {
        guard case .child = schema.identity, let slash = identity.firstIndex(of: "/") else { return "" }
        return foldedCase(String(identity[..<slash]))
    }
}
