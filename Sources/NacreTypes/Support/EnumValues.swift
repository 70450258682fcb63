import NacreRuntime

extension Machine {
    /// A value of a registered enum; the number itself where the type is not there.
    func enumValue(_ type: String, _ raw: Int64) -> Value {
        guard let t = StandardTypes.catalog.find(type) else { return .int(Int32(truncatingIfNeeded: raw)) }
        return .object(EnumValue(t, raw))
    }
}
