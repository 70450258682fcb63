import NacreSchema

extension EntityEngine {
    /// Checks every rule of the schema on a document that is about to be written over `before`.
    func check(_ document: EntityDocument, before: EntityDocument?, in reader: any EntityReader) throws {
        for property in schema.properties where property.isMandatory && value(property.name, of: document).isNull {
            throw ModelError("PropertyMissing", .invalidArgument, "\"\(property.name)\" must have a value.", target: property.name)
        }
        for rule in schema.rules {
            switch rule {
            case .unique(let property, let group): try checkUnique(property, group, document, in: reader)
            case .reference(let property, let target): try checkReference(rule, property, target, document, in: reader)
            case .singleDefault(let property): try checkDefault(property, document, before: before, in: reader)
            case .custom(let name):
                if name.hasPrefix("warn:") { continue }
                if name.hasPrefix("uniqueTogether:") { try checkTogether(name.dropFirst(15).split(separator: ",").map(String.init), document, in: reader); continue }
                if let problem = try model.violation(of: rule, entity: schema, document: document, in: reader) {
                    throw ModelError("RuleViolation", .invalidOperation, problem, target: document.identity)
                }
            case .ordered, .requires, .notInUse: break
            }
        }
    }

    /// `group` is the nouns that share the value, joined by commas.
    private func checkUnique(_ property: String, _ group: String, _ document: EntityDocument, in reader: any EntityReader) throws {
        guard let wanted = value(property, of: document).string, !wanted.isEmpty else { return }
        for part in group.split(separator: ",") {
            let noun = String(part)
            let isSelf = equalsIgnoringCase(noun, schema.noun)
            // Its own identity is unique by being the key.
            if isSelf, equalsIgnoringCase(property, "Identity") { continue }
            guard let other = isSelf ? schema : model.catalog.entity(noun) else { continue }
            let engine = EntityEngine(other, of: model)
            let candidates = other.property(property)?.isIndexed == true
                ? try reader.documents(other.noun, matching: Lookup(property, wanted)) : try reader.documents(other.noun)
            for candidate in candidates where !(isSelf && candidate.key == document.key) {
                if let theirs = engine.value(property, of: candidate).string, equalsIgnoringCase(theirs, wanted) {
                    throw ModelError.duplicate(wanted, property: property, of: candidate.identity, engine.element)
                }
            }
        }
    }

    /// A rule of the engine's own, `uniqueTogether:A,B`: no two documents have the same pair, in either order.
    private func checkTogether(_ names: [String], _ document: EntityDocument, in reader: any EntityReader) throws {
        func pair(_ d: EntityDocument) -> [String] { names.map { foldedCase(value($0, of: d).string ?? "") }.sorted() }
        let wanted = pair(document)
        for other in try reader.documents(schema.noun) where other.key != document.key && pair(other) == wanted {
            throw ModelError.duplicate(wanted.joined(separator: " "), property: names.joined(separator: " "), of: other.identity, element)
        }
    }

    private func checkReference(_ rule: EntityRule, _ property: String, _ target: ReferenceTarget, _ document: EntityDocument, in reader: any EntityReader) throws {
        let stored = value(property, of: document)
        for name in stored.list?.compactMap(\.string) ?? stored.string.map({ [$0] }) ?? [] where !name.isEmpty {
            if case .entity(let noun) = target {
                guard let other = model.catalog.entity(noun) else { continue }
                let engine = EntityEngine(other, of: model)
                if let identity = try? engine.identity(name, in: reader), try engine.document(identity, in: reader) != nil { continue }
                throw ModelError("ReferenceNotFound", .objectNotFound,
                                 "Cannot set \"\(property)\" to \"\(name)\": there is no \(engine.element) of that name.", target: name)
            }
        }
        if case .entity = target { return }
        if let problem = try model.violation(of: rule, entity: schema, document: document, in: reader) {
            throw ModelError("ReferenceNotFound", .objectNotFound, problem, target: property)
        }
    }

    /// The one that is the default cannot simply cease to be it.
    private func checkDefault(_ property: String, _ document: EntityDocument, before: EntityDocument?, in reader: any EntityReader) throws {
        guard let before, value(property, of: before).bool == true, value(property, of: document).bool != true else { return }
        throw ModelError("DefaultRequired", .invalidOperation,
                         "\"\(document.identity)\" is the default \(element), and there must be one. Make another one the default instead.", target: document.identity)
    }

    /// Takes the flag from the one that had it; the very first document gets it.
    func keepSingleDefault(_ document: EntityDocument, in transaction: any EntityTransaction) throws {
        for case .singleDefault(let property) in schema.rules {
            let others = try transaction.documents(schema.noun).filter { $0.key != document.key }
            if value(property, of: document).bool == true {
                for var other in others where value(property, of: other).bool == true {
                    other.values[property] = false
                    try transaction.put(other, schema: schema)
                }
            } else if others.isEmpty {
                var first = document
                first.values[property] = true
                try transaction.put(first, schema: schema)
            }
        }
    }

    /// A property that must be given on the command line that gives another one its value.
    func checkRequired(_ changes: PropertyChanges, _ document: EntityDocument) throws {
        for case .requires(let property, let when, let value) in schema.rules {
            let chosen = changes.contains { change in
                guard equalsIgnoringCase(change.property, when), case .set(let new) = change.change else { return false }
                return new == value
            }
            guard chosen, !changes.contains(where: { equalsIgnoringCase($0.property, property) }) else { continue }
            throw ModelError("PropertyRequired", .invalidArgument,
                             "\"\(property)\" must be given where \"\(when)\" becomes \"\(value.string ?? value.json)\".", target: property)
        }
    }

    func checkRemoval(_ document: EntityDocument, in reader: any EntityReader) throws {
        for rule in schema.rules {
            switch rule {
            case .singleDefault(let property) where value(property, of: document).bool == true:
                throw ModelError("DefaultCannotBeRemoved", .invalidOperation,
                                 "\"\(document.identity)\" is the default \(element) and cannot be removed. Make another one the default first.", target: document.identity)
            case .notInUse(let noun, let property, let matching):
                guard let other = model.catalog.entity(noun) else { continue }
                let engine = EntityEngine(other, of: model)
                for user in try reader.documents(other.noun) {
                    guard let text = engine.value(property, of: user).string, uses(text, document.identity, matching) else { continue }
                    throw ModelError("ItemInUse", .invalidOperation,
                                     "\"\(document.identity)\" cannot be removed: the \(engine.element) \"\(user.identity)\" uses it (\(property) \"\(text)\").", target: document.identity)
                }
            default: continue
            }
        }
    }

    private func uses(_ text: String, _ identity: String, _ matching: EntityRule.Match) -> Bool {
        switch matching {
        case .identity: return equalsIgnoringCase(text, identity)
        case .domainOf:
            guard let at = text.lastIndex(of: "@") else { return false }
            return equalsIgnoringCase(String(text[text.index(after: at)...]), identity)
        }
    }
}
