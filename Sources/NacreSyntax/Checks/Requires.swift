/// `#requires` comments: each is read as a command of its own after the whole text.
extension ScriptParser {
    func noteRequires(_ start: Int, _ end: Int) {
        if nesting == 0, !requiresComments.contains(where: { $0.start == Int32(start) }) { requiresComments.append(Extent(start, end)) }
    }

    func finishRequires() {
        for comment in requiresComments { readRequires(comment) }
    }

    private func readRequires(_ comment: Extent) {
        let start = Int(comment.start) + 1, count = Int(comment.end) - start
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count + 4)
        copy.update(from: bytes + start, count: count)
        for i in 0..<4 { copy[count + i] = 0 }
        let saved = (bytes, limit, pos, mode)
        bytes = UnsafePointer(copy) - start
        limit = start + count
        pos = start
        hasUngot = false
        mode = .command
        let command = parseCommand() as? CommandAst
        (bytes, limit, pos, mode) = saved
        hasUngot = false
        copy.deallocate()
        pendingStart = -1
        numberStart = -1
        guard let command, let name = command.elements.first else { return }
        var found = requirements ?? ScriptRequirements()
        if (name as? StringConstantExpressionAst)?.value.lowercased() != "requires" { badFormat(name.extent) }
        var i = 1
        while i < command.elements.count {
            let element = command.elements[i]
            i += 1
            guard let parameter = element as? CommandParameterAst else { badFormat(element.extent); continue }
            var argument = parameter.argument
            if argument == nil, i < command.elements.count, let next = command.elements[i] as? ExpressionAst,
               !"runasadministrator".hasPrefix(parameter.parameterName.lowercased()) {
                argument = next
                i += 1
            }
            take(parameter, argument, &found)
        }
        requirements = found
    }

    private func badFormat(_ extent: Extent) {
        report(extent, "ScriptRequiresInvalidFormat", """
            Cannot process the #requires statement because it is not in the correct format.
            The #requires statement must be in one of the following formats:
             "#requires -shellid <shellID>"
             "#requires -version <major.minor>"
             "#requires -psedition <edition>"
             "#requires -pssnapin <psSnapInName> [-version <major.minor>]"
             "#requires -modules <ModuleSpecification>"
             "#requires -runasadministrator"
            """)
    }

    private func take(_ p: CommandParameterAst, _ argument: ExpressionAst?, _ found: inout ScriptRequirements) {
        let name = p.parameterName.lowercased()
        func isName(_ full: String) -> Bool { !name.isEmpty && full.hasPrefix(name) }
        if isName("runasadministrator") {
            found.isElevationRequired = true
            if let argument {
                report(p.extent, "ParameterCannotHaveArgument", "The parameter \(p.parameterName) cannot have an argument.")
                _ = argument
            }
            return
        }
        let known = ["shellid", "version", "psedition", "pssnapin", "modules", "assembly"]
        guard known.contains(where: isName) else { return badFormat(p.extent) }
        guard let argument else {
            report(p.extent, "ParameterRequiresArgument", "Parameter \(p.parameterName) requires an argument.")
            return
        }
        guard Constants.isConstant(argument) else {
            report(argument.extent, "RequiresArgumentMustBeConstant", "Argument must be constant.")
            return
        }
        let values = (argument as? ArrayLiteralAst)?.elements ?? [argument]
        if isName("version") {
            let written = source.text(argument.extent)
            let parts = written.split(separator: ".", omittingEmptySubsequences: false)
            if parts.count > 4 || parts.contains(where: { UInt32($0) == nil }) {
                report(argument.extent, "RequiresVersionInvalid", "The version number '\(written)' is not valid.")
            } else {
                found.version = written
            }
        } else if isName("psedition") {
            for v in values { found.editions.append((v as? StringConstantExpressionAst)?.value ?? source.text(v.extent)) }
        } else if isName("modules") {
            for v in values {
                if let table = v as? HashtableAst { checkModule(table) }
                found.modules.append(v)
            }
        }
    }

    private func checkModule(_ table: HashtableAst) {
        let keys = Set(table.pairs.compactMap { Constants.key($0.key)?.lowercased() })
        if keys.contains("moduleversion") || keys.contains("maximumversion") || keys.contains("requiredversion") { return }
        report(table.extent, "RequiresModuleInvalid", "The argument for the Module parameter is not valid. Cannot convert value \"System.Collections.Hashtable\" to type \"Microsoft.PowerShell.Commands.ModuleSpecification\". Error: \"The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist in the hashtable that describes this module. One of these three members must exist, and be assigned a version number in the format 'n.n.n.n'.\"")
    }
}
