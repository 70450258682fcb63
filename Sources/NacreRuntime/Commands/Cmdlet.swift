/// A native cmdlet's run: subclasses read `arg`, write objects and errors. One object a call.
open class Cmdlet {
    public internal(set) var m: Machine!
    public internal(set) var command: CommandInfo!
    /// Values by parameter, in the order of the metadata; `.undef` where nothing was bound.
    public internal(set) var values: [Value] = []
    public internal(set) var metadata: CommandMetadata!
    public internal(set) var parameterSet: String = "__AllParameterSets"
    /// True where objects come through the pipeline.
    public internal(set) var expectsInput = false
    var output: Sink!
    public init() {}

    /// Before any input. Parameters that the pipeline feeds are not bound yet.
    open func begin() throws {}
    /// Once for each input object, or once where there is no pipeline.
    open func process() throws {}
    open func end() throws {}
    /// Runs in any case at the end, also after errors and early stops.
    open func cleanup() {}

    public var session: Session { m.session }

    /// The value bound to a parameter, or nil.
    public final func arg(_ name: String) -> Value? {
        guard let i = index(name) else { return nil }
        return arg(at: i)
    }
    /// The place of a parameter, for cmdlets that read one for each object.
    public final func index(_ name: String) -> Int? { metadata.parameters.firstIndex { $0.name == name } }
    @inline(__always) public final func arg(at i: Int) -> Value? {
        let v = values[i]
        return v.isUndef ? nil : v
    }
    public final func has(_ name: String) -> Bool { arg(name) != nil }
    /// A switch: true where given and not `:$false`.
    public final func flag(_ name: String) -> Bool {
        switch arg(name) { case .bool(let b)?: b; case .some(let v): v.isTrue; case nil: false }
    }
    public final func string(_ name: String) -> String? { arg(name).map { m.str($0).string } }

    /// Puts an object into the pipeline as one thing.
    @inline(__always) public final func write(_ v: Value) throws { try output.put(v) }
    /// Puts the elements of a collection, or the one thing.
    public final func writeEach(_ v: Value) throws { try m.unroll(v, into: output) }
}
