import NacreSyntax

extension TypeRef {
    public static let commandOrigin: TypeRef = {
        let t = TypeRef("CommandOrigin", namespace: "System.Management.Automation", code: .enumeration, base: enumBase, element: int, isValueType: true)
        t.labels = EnumLabels([("Runspace", 0), ("Internal", 1)], flags: false)
        return t
    }()
}

/// The members of `$MyInvocation`, and of `$input`, `$foreach` and `$switch`.
enum InvocationTypes {
    static func register(in types: TypeCatalog) {
        types.register(TypeRef.invocationInfo)
        types.register(TypeRef.commandOrigin)
        VariableTypes.register(in: types)
        AttributeTypes.register(in: types)
        ParseErrorTypes.register(in: types)
        AstTypes.register(in: types)
        TypeRef.invocationInfo.declare(in: types) { t in invocation(t, types.generic("System.Collections.Generic.List", [.object]) ?? .arrayList) }
        TypeRef.enumerator.declare(in: types) { t in enumerator(t) }
    }

    private static func invocation(_ t: TypeBuilder, _ list: TypeRef) {
        func of(_ v: Value) -> InvocationValue? { v.cast(InvocationValue.self) }
        /// What the script says around the call, and where.
        func place(_ v: Value) -> (line: Int, column: Int)? { of(v)?.position.map { $0.source.position($0.extent.start) }.map { ($0.line, $0.column) } }
        t.property("System.Management.Automation.CommandInfo MyCommand") { _, v in of(v)?.command.map { .object($0) } ?? .null }
        t.property("System.Collections.Generic.Dictionary[string,System.Object] BoundParameters") { _, v in of(v)?.boundParameters ?? .null }
        t.property("System.Collections.Generic.List[System.Object] UnboundArguments") { _, v in .object(PSList(of(v)?.unbound ?? [], type: list, element: .object)) }
        t.property("int ScriptLineNumber") { _, v in .int(Int32(clamping: place(v)?.line ?? 0)) }
        t.property("int OffsetInLine") { _, v in .int(Int32(clamping: place(v)?.column ?? 0)) }
        t.property("long HistoryId") { _, v in .long(of(v) == nil ? 0 : 1) }
        t.property("string ScriptName") { _, v in Value(of(v)?.position?.source.path ?? "") }
        t.property("string Line") { _, v in Value(of(v)?.line ?? "") }
        t.property("string Statement") { _, v in Value(of(v)?.position.map { $0.source.text($0.extent) } ?? "") }
        t.property("string PositionMessage") { _, v in Value(of(v)?.position.map { ErrorView.positionMessage($0) } ?? "") }
        t.property("string PSScriptRoot") { _, v in Value(of(v)?.position?.source.path.map { Machine.folder(of: $0) } ?? "") }
        t.property("string PSCommandPath") { _, v in Value(of(v)?.position?.source.path ?? "") }
        t.property("string InvocationName") { _, v in Value(of(v)?.name ?? "") }
        t.property("int PipelineLength") { _, v in .int(Int32(clamping: of(v)?.pipelineLength ?? 0)) }
        t.property("int PipelinePosition") { _, v in .int(Int32(clamping: of(v)?.pipelinePosition ?? 0)) }
        t.property("bool ExpectingInput") { _, v in .bool(of(v)?.expectsInput ?? false) }
        t.property("System.Management.Automation.CommandOrigin CommandOrigin") { _, v in .object(EnumValue(.commandOrigin, of(v)?.isScript == true ? 0 : 1)) }
        t.property("System.Management.Automation.Language.IScriptExtent DisplayScriptPosition") { _, _ in .null }
    }

    private static func enumerator(_ t: TypeBuilder) {
        t.method("bool MoveNext()") { _, v, _ in .bool(v.cast(Enumerator.self)?.moveNext() ?? false) }
        t.method("void Reset()") { _, v, _ in v.cast(Enumerator.self)?.reset(); return .void }
        t.method("System.Object Clone()") { _, v, _ in .object(Enumerator(v.cast(Enumerator.self)?.values ?? [])) }
        t.property("System.Object Current") { _, v in v.cast(Enumerator.self)?.current ?? .null }
    }
}

extension Source {
    /// The whole line that an offset lies in, without its end.
    func line(of offset: Int32) -> String {
        let starts = lines, n = position(offset).line
        let from = starts[n - 1]
        var to = n < starts.count ? starts[n] : Int32(count)
        while to > from, bytes[Int(to) - 1] == 10 || bytes[Int(to) - 1] == 13 { to -= 1 }
        return text(Extent(start: from, end: to))
    }
}
