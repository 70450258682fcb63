/// Mappings of the units from U+0100 on, kept once looked up: a page of 256 distances for each direction.
struct CaseTable: Sendable {
    static let shared = CaseTable()

    private let lowers: [UInt16]
    private let uppers: [UInt16]

    func lower(_ unit: UInt16) -> UInt16 { lowers[Int(unit)] }
    func upper(_ unit: UInt16) -> UInt16 { uppers[Int(unit)] }

    private init() {
        var lowers = [UInt16](repeating: 0, count: 65536)
        var uppers = lowers
        for value in 0..<65536 {
            let unit = UInt16(value)
            lowers[value] = unit
            uppers[value] = unit
            guard let scalar = Unicode.Scalar(unit), scalar.properties.isCased || scalar.properties.changesWhenUppercased
                || scalar.properties.changesWhenLowercased else { continue }
            if let mapped = CaseTable.single(scalar.properties.lowercaseMapping) { lowers[value] = mapped }
            if let mapped = CaseTable.single(scalar.properties.uppercaseMapping) { uppers[value] = mapped }
        }
        self.lowers = lowers
        self.uppers = uppers
    }

    private static func single(_ text: String) -> UInt16? {
        let units = text.utf16
        return units.count == 1 ? units.first : nil
    }
}
