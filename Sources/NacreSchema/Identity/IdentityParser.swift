extension IdentityForm {
    /// The identity that a text means under this form, in any case of its prefix words. Names keep the case they were given in; whoever
    /// knows the topology replaces a site's or service's name with its spelling there.
    ///
    /// - Parameter allowParent: for children, a parent's identity alone is taken and means all children of it (`name` nil).
    public func identity(_ text: String, allowParent: Bool = false) throws(IdentityError) -> Identity {
        let text = trimmed(text)
        guard !text.isEmpty else { throw .empty }
        switch self {
        case .named, .opaque: return Identity(name: text)
        case .service(let roles):
            let (prefix, rest) = split(text, at: ":")
            let body = equalsIgnoringCase(prefix, "service") ? rest ?? "" : text
            if !body.contains(":"), roles.count == 1, !body.isEmpty { return Identity(name: roles[0] + ":" + body) }
            let (role, name) = try service(body, roles: roles)
            return Identity(name: role + ":" + name)
        case .scoped(let classes, let roles): return Identity(scope: try scope(text, classes, roles: roles, bareIsTag: false))
        case .policy(let classes, let roles): return Identity(scope: try scope(text, classes, roles: roles, bareIsTag: classes.contains(.tag)))
        case .child(_, let form):
            let (place, name) = split(text, at: "/")
            guard let name, !trimmed(name).isEmpty else {
                guard allowParent, name == nil else { throw .childNameMissing(text) }
                return try form.identity(text)
            }
            return Identity(parent: try form.identity(place), name: trimmed(name))
        }
    }

    private func scope(_ text: String, _ classes: ScopeClass, roles: [String], bareIsTag: Bool) throws(IdentityError) -> Scope {
        if equalsIgnoringCase(text, "global") { return try allowed(.global, classes) }
        let (prefix, rest) = split(text, at: ":")
        if let rest {
            if equalsIgnoringCase(prefix, "site") { return try allowed(.site(try filled(rest, .site)), classes) }
            if equalsIgnoringCase(prefix, "tag") { return try allowed(.tag(try filled(rest, .tag)), classes) }
            if equalsIgnoringCase(prefix, "service") || ServiceRole.canonical(prefix) != nil {
                guard classes.contains(.service) else { throw .scopeNotAllowed(.service, allowed: classes) }
                let (role, name) = try service(equalsIgnoringCase(prefix, "service") ? rest : text, roles: roles)
                return .service(role: role, name: name)
            }
        }
        guard bareIsTag else { throw .bareName(text, allowed: classes) }
        return .tag(text)
    }

    private func service(_ text: String, roles: [String]) throws(IdentityError) -> (String, String) {
        let (word, name) = split(text, at: ":")
        guard !word.isEmpty, let name, !name.isEmpty else { throw .nameMissing(.service) }
        guard let role = ServiceRole.canonical(word) else { throw .unknownRole(word) }
        guard roles.isEmpty || roles.contains(where: { equalsIgnoringCase($0, role) }) else { throw .roleNotAllowed(role, allowed: roles) }
        return (role, name)
    }

    private func allowed(_ scope: Scope, _ classes: ScopeClass) throws(IdentityError) -> Scope {
        guard classes.contains(scope.scopeClass) else { throw .scopeNotAllowed(scope.scopeClass, allowed: classes) }
        return scope
    }

    private func filled(_ name: String, _ scope: ScopeClass) throws(IdentityError) -> String {
        let name = trimmed(name)
        guard !name.isEmpty else { throw .nameMissing(scope) }
        return name
    }
}

private func split(_ text: String, at mark: Character) -> (String, String?) {
    guard let at = text.firstIndex(of: mark) else { return (text, nil) }
    return (String(text[..<at]), String(text[text.index(after: at)...]))
}

private func trimmed(_ text: String) -> String {
    var part = text[...]
    while let first = part.first, first == " " || first == "\t" { part.removeFirst() }
    while let last = part.last, last == " " || last == "\t" { part.removeLast() }
    return String(part)
}
