import NacreRuntime

/// `DateTime`, `TimeSpan` and their kin.
enum TimeTypes {
    static func register(in c: TypeCatalog) {
        c.register(.dateTime, as: "datetime")
        c.register(.timeSpan, as: "timespan")
    }
}
