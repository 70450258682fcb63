import CData
import NacreModel
import NacreSchema

/// The sample deployment, litwareinc.com: the embedded file's lines as documents of a new store.
struct SampleDeployment {
    let model: LyncServerModel

    func write(to transaction: any EntityTransaction) throws {
        let bytes = UnsafeBufferPointer(start: cs_sample(), count: cs_sample_size())
        for line in bytes.split(separator: 10) {
            let parts = line.split(separator: 9, maxSplits: 2).map { UnsafeBufferPointer(rebasing: $0) }
            guard parts.count == 3, let schema = model.cs.entity(String(decoding: parts[0], as: UTF8.self)) else { continue }
            let identity = String(decoding: parts[1], as: UTF8.self)
            guard let fields = try SchemaValue(jsonBytes: parts[2]).object else { continue }
            var values = SchemaObject()
            for field in fields.fields {
                guard let property = schema.property(field.name) else { values[field.name] = field.value; continue }
                values[property.name] = property.type == .guid ? field.value.string.map { .guid($0) } ?? .null : try property.checked(field.value)
            }
            try transaction.put(EntityDocument(entity: schema.noun, key: foldedCase(identity), identity: identity, values: values), schema: schema)
        }
        for computer in try Topology(transaction).replicas() {
            try transaction.putReplica(computer, productVersion: model.version, isDelivered: true)
        }
    }
}
