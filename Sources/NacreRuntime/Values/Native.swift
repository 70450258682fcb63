/// Any other native object: a type's adapter subclasses it and keeps its state there.
open class Native: Obj {
    private let nativeType: TypeRef
    public init(_ type: TypeRef, kind: Kind = .native) { nativeType = type; super.init(kind: kind) }
    open override var type: TypeRef { nativeType }
}
