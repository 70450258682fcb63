import NacreRuntime

/// `System.Management.Automation.ErrorRecord` and what hangs on it.
enum ErrorRecordType {
    static func me(_ v: Value) -> ErrorRecord? { v.cast(ErrorRecord.self) }

    static func declare(_ t: TypeBuilder) {
        t.constructor("System.Management.Automation.ErrorRecord(System.Exception exception, string errorId, System.Management.Automation.ErrorCategory errorCategory, System.Object targetObject)") { m, _, a in
            guard let e = a.object(0, ExceptionValue.self) else { throw NetException.null("exception") }
            return .object(ErrorRecord(e, id: a.text(1), category: category(m, a[2]), target: a[3]))
        }
        t.property("System.Exception Exception") { _, v in me(v).map { .object($0.exception) } ?? .null }
        t.property("System.Object TargetObject") { _, v in me(v)?.target ?? .null }
        t.property("System.Management.Automation.ErrorCategoryInfo CategoryInfo") { _, v in me(v).map { .object(CategoryView($0)) } ?? .null }
        t.property("string FullyQualifiedErrorId") { _, v in me(v).map { Value($0.fullyQualifiedId) } ?? .null }
        t.property("System.Management.Automation.ErrorDetails ErrorDetails", get: { _, v in
            guard let r = me(v), let d = r.details else { return .null }
            return .object(DetailsValue(d, r.recommendedAction, record: r))
        }, set: { m, v, x in
            guard let r = me(v) else { return }
            if let d = x.cast(DetailsValue.self) { r.details = d.message; r.recommendedAction = d.action } else { r.details = x.isNull ? nil : m.str(x).string }
        })
        t.property("string ScriptStackTrace") { _, v in me(v).map { Value($0.stackTrace) } ?? .null }
        t.property("System.Collections.ObjectModel.ReadOnlyCollection[int] PipelineIterationInfo") { _, _ in .object(PSArray([], of: .int)) }
        t.property("System.Management.Automation.InvocationInfo InvocationInfo") { _, v in
            guard let r = me(v), r.position != nil || r.command != nil else { return .null }
            return .object(InvocationValue(r))
        }
        t.method("string ToString()") { _, v, _ in Value(me(v)?.message ?? "") }
    }
    private static func category(_ m: Machine, _ v: Value) -> ErrorCategory { ErrorCategory(rawValue: (v.obj as? EnumValue)?.text(.current) ?? "") ?? .notSpecified }

    static func register(in c: TypeCatalog) {
        CategoryView.viewType.declare(in: c, CategoryView.declare)
        c.register(CategoryView.viewType)
        DetailsValue.detailsType.declare(in: c, DetailsValue.declare)
        c.register(DetailsValue.detailsType)
    }
}


/// `CategoryInfo`: what kind of error it is, in which activity, about what.
final class CategoryView: Native {
    static let viewType = TypeRef("System.Management.Automation.ErrorCategoryInfo", base: .object)
    let record: ErrorRecord
    init(_ r: ErrorRecord) { record = r; super.init(CategoryView.viewType) }

    var reason: String { record.reason ?? record.exception.exceptionType.name }
    var targetName: String {
        if let n = record.targetName { return n }
        guard !record.target.isNull else { return "" }
        return record.target.str?.string ?? record.target.obj.map { $0.text(.current) ?? $0.type.displayName } ?? plainText(record.target)
    }
    var targetType: String { record.targetTypeName ?? (record.target.isNull ? "" : record.target.unwrapped.type.name) }
    override func text(_ culture: Culture) -> String? {
        let about = "(\(targetName):\(targetType))"
        return "\(record.category.rawValue): \(about) [\(record.activity)], \(reason)"
    }

    static func declare(_ t: TypeBuilder) {
        func me(_ v: Value) -> CategoryView? { v.obj as? CategoryView }
        t.property("System.Management.Automation.ErrorCategory Category") { m, v in
            let all = StandardTypes.catalog.find("System.Management.Automation.ErrorCategory")
            guard let all, let r = me(v)?.record, let i = all.labels?.names.firstIndex(of: r.category.rawValue) else { return .null }
            return .object(EnumValue(all, Int64(i)))
        }
        t.property("string Activity", get: { _, v in Value(me(v)?.record.activity ?? "") }, set: { m, v, x in me(v)?.record.activity = m.str(x).string })
        t.property("string Reason", get: { _, v in Value(me(v)?.reason ?? "") }, set: { m, v, x in me(v)?.record.reason = m.str(x).string })
        t.property("string TargetName", get: { _, v in Value(me(v)?.targetName ?? "") }, set: { m, v, x in me(v)?.record.targetName = m.str(x).string })
        t.property("string TargetType", get: { _, v in Value(me(v)?.targetType ?? "") }, set: { m, v, x in me(v)?.record.targetTypeName = m.str(x).string })
        t.method("string GetMessage()") { _, v, _ in Value(v.obj?.text(.current) ?? "") }
        t.method("string ToString()") { _, v, _ in Value(v.obj?.text(.current) ?? "") }
    }
}
/// The text of an inline value, for names of targets.
func plainText(_ v: Value) -> String {
    switch v {
    case .double(let d): Numbers.text(d)
    case .bool(let b): b ? "True" : "False"
    case .char(let c): Str.of(c).string
    case .ulong(let u): String(u)
    case .single(let f): Numbers.text(Double(f))
    default: v.isNull ? "" : String(v.intValue)
    }
}

/// `ErrorDetails`: the message shown instead of the exception's.
final class DetailsValue: Native {
    static let detailsType = TypeRef("System.Management.Automation.ErrorDetails", base: .object)
    let message: String
    var action: String?
    weak var record: ErrorRecord?
    init(_ message: String, _ action: String?, record: ErrorRecord? = nil) {
        self.message = message
        self.action = action
        self.record = record
        super.init(DetailsValue.detailsType)
    }
    override func text(_ culture: Culture) -> String? { message }
    static func declare(_ t: TypeBuilder) {
        t.constructor("System.Management.Automation.ErrorDetails(string message)") { _, _, a in .object(DetailsValue(a.text(0), nil)) }
        t.property("string Message") { _, v in Value((v.obj as? DetailsValue)?.message ?? "") }
        t.property("string RecommendedAction", get: { _, v in Value((v.obj as? DetailsValue)?.action ?? "") }, set: { m, v, x in
            guard let d = v.obj as? DetailsValue else { return }
            d.action = m.str(x).string
            d.record?.recommendedAction = d.action
        })
        t.method("string ToString()") { _, v, _ in Value((v.obj as? DetailsValue)?.message ?? "") }
    }
}
