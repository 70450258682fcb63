import NacreRuntime

extension Machine {
    /// `[scriptblock]::Create(text)`: parsed now, its errors thrown.
    func createBlock(_ text: Str) throws -> Value {
        guard let make = session.service(BlockMaker.self) else { throw NetException.unsupported("[scriptblock]::Create") }
        return .object(try make.create(self, text))
    }
    /// The block with the variables of the running scope.
    func closure(of b: ScriptBlock) throws -> ScriptBlock {
        guard let make = session.service(BlockMaker.self) else { throw NetException.unsupported("GetNewClosure") }
        return try make.capture(self, b)
    }
}

/// What the engine offers for making script blocks at run time.
public final class BlockMaker {
    let create: (Machine, Str) throws -> ScriptBlock
    let capture: (Machine, ScriptBlock) throws -> ScriptBlock
    public init(create: @escaping (Machine, Str) throws -> ScriptBlock, capture: @escaping (Machine, ScriptBlock) throws -> ScriptBlock) {
        self.create = create
        self.capture = capture
    }
}
