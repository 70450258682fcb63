import NacreSyntax

/// What each class of tree says of its parts.
enum AstMembers {
    private static let prefix = "System.Management.Automation.Language."

    /// - Parameter of: declares the members of a class by its name.
    static func declare(_ of: (String, @escaping (TypeBuilder) -> Void) -> Void) {
        blocks(of)
        statements(of)
        commands(of)
        expressions(of)
    }
    /// A property read from nodes of one kind.
    private static func get<A: Ast>(_ t: TypeBuilder, _ declaration: String, _ read: @escaping (AstView, A) -> Value) {
        t.property(declaration) { _, v in
            guard let x = v.cast(AstView.self), let a = x.node as? A else { return .null }
            return read(x, a)
        }
    }
    private static func typeName(_ n: TypeName, _ x: AstView) -> Value {
        .object(Custom([("Name", Value(n.fullName)), ("FullName", Value(n.fullName)), ("Extent", .object(ExtentView(x.source, n.extent)))]))
    }
    private static func pair(_ x: AstView, _ a: Ast, _ b: Ast) -> Value {
        .object(Custom([("Item1", x.child(a)), ("Item2", x.child(b))]))
    }

    private static func blocks(_ of: (String, @escaping (TypeBuilder) -> Void) -> Void) {
        of("ScriptBlockAst") { t in
            get(t, prefix + "ParamBlockAst ParamBlock") { (x, a: ScriptBlockAst) in x.child(a.paramBlock) }
            get(t, prefix + "NamedBlockAst DynamicParamBlock") { (x, a: ScriptBlockAst) in x.child(a.dynamicParamBlock) }
            get(t, prefix + "NamedBlockAst BeginBlock") { (x, a: ScriptBlockAst) in x.child(a.beginBlock) }
            get(t, prefix + "NamedBlockAst ProcessBlock") { (x, a: ScriptBlockAst) in x.child(a.processBlock) }
            get(t, prefix + "NamedBlockAst EndBlock") { (x, a: ScriptBlockAst) in x.child(a.endBlock) }
            get(t, prefix + "NamedBlockAst CleanBlock") { (x, a: ScriptBlockAst) in x.child(a.cleanBlock) }
            get(t, "System.Object UsingStatements") { (x, a: ScriptBlockAst) in x.children(a.usingStatements) }
            get(t, "System.Object Attributes") { (x, a: ScriptBlockAst) in x.children(a.attributes) }
            t.method("scriptblock GetScriptBlock()") { m, v, _ in
                guard let x = v.cast(AstView.self), let a = x.node as? ScriptBlockAst else { return .null }
                return .object(ScriptBlock(BlockCode(tree: a), home: m.session.state))
            }
        }
        of("ParamBlockAst") { t in
            get(t, "System.Object Parameters") { (x, a: ParamBlockAst) in x.children(a.parameters) }
            get(t, "System.Object Attributes") { (x, a: ParamBlockAst) in x.children(a.attributes) }
        }
        of("NamedBlockAst") { t in
            get(t, "System.Object Statements") { (x, a: NamedBlockAst) in x.children(a.statements) }
            get(t, "System.Object Traps") { (x, a: NamedBlockAst) in x.children(a.traps) }
        }
        of("StatementBlockAst") { t in
            get(t, "System.Object Statements") { (x, a: StatementBlockAst) in x.children(a.statements) }
            get(t, "System.Object Traps") { (x, a: StatementBlockAst) in x.children(a.traps) }
        }
        of("ParameterAst") { t in
            get(t, prefix + "VariableExpressionAst Name") { (x, a: ParameterAst) in x.child(a.name) }
            get(t, "System.Object Attributes") { (x, a: ParameterAst) in x.children(a.attributes) }
            get(t, prefix + "ExpressionAst DefaultValue") { (x, a: ParameterAst) in x.child(a.defaultValue) }
            t.property("type StaticType") { m, v in
                guard let a = v.cast(AstView.self)?.node as? ParameterAst, let c = a.attributes.last(where: { $0 is TypeConstraintAst }) else { return .object(TypeRef.object) }
                return m.session.types.resolve(c.typeName).map { .object($0) } ?? .null
            }
        }
        of("AttributeBaseAst") { t in get(t, "System.Object TypeName") { (x, a: AttributeBaseAst) in typeName(a.typeName, x) } }
        of("AttributeAst") { t in
            get(t, "System.Object PositionalArguments") { (x, a: AttributeAst) in x.children(a.positionalArguments) }
            get(t, "System.Object NamedArguments") { (x, a: AttributeAst) in x.children(a.namedArguments) }
        }
        of("NamedAttributeArgumentAst") { t in
            get(t, "string ArgumentName") { (_, a: NamedAttributeArgumentAst) in Value(a.argumentName) }
            get(t, prefix + "ExpressionAst Argument") { (x, a: NamedAttributeArgumentAst) in x.child(a.argument) }
            get(t, "bool ExpressionOmitted") { (_, a: NamedAttributeArgumentAst) in .bool(a.argument == nil) }
        }
    }

    private static func statements(_ of: (String, @escaping (TypeBuilder) -> Void) -> Void) {
        of("FunctionDefinitionAst") { t in
            get(t, "string Name") { (_, a: FunctionDefinitionAst) in Value(a.name) }
            get(t, prefix + "ScriptBlockAst Body") { (x, a: FunctionDefinitionAst) in x.child(a.body) }
            get(t, "System.Object Parameters") { (x, a: FunctionDefinitionAst) in a.parameters.map { x.children($0) } ?? .null }
            get(t, "bool IsFilter") { (_, a: FunctionDefinitionAst) in .bool(a.isFilter) }
            get(t, "bool IsWorkflow") { (_, a: FunctionDefinitionAst) in .bool(a.isWorkflow) }
        }
        of("TypeDefinitionAst") { t in
            get(t, "string Name") { (_, a: TypeDefinitionAst) in Value(a.name) }
            get(t, "bool IsClass") { (_, a: TypeDefinitionAst) in .bool(a.typeKind == .class) }
            get(t, "bool IsEnum") { (_, a: TypeDefinitionAst) in .bool(a.typeKind == .enum) }
            get(t, "bool IsInterface") { (_, a: TypeDefinitionAst) in .bool(a.typeKind == .interface) }
            get(t, "System.Object Members") { (x, a: TypeDefinitionAst) in x.children(a.members) }
            get(t, "System.Object BaseTypes") { (x, a: TypeDefinitionAst) in x.children(a.baseTypes) }
            get(t, "System.Object Attributes") { (x, a: TypeDefinitionAst) in x.children(a.attributes) }
        }
        of("MemberAst") { t in get(t, "string Name") { (_, a: MemberAst) in Value(a.name) } }
        of("PropertyMemberAst") { t in
            get(t, prefix + "TypeConstraintAst PropertyType") { (x, a: PropertyMemberAst) in x.child(a.propertyType) }
            get(t, prefix + "ExpressionAst InitialValue") { (x, a: PropertyMemberAst) in x.child(a.initialValue) }
        }
        of("FunctionMemberAst") { t in
            get(t, prefix + "TypeConstraintAst ReturnType") { (x, a: FunctionMemberAst) in x.child(a.returnType) }
            get(t, "System.Object Parameters") { (x, a: FunctionMemberAst) in x.children(a.parameters) }
            get(t, prefix + "ScriptBlockAst Body") { (x, a: FunctionMemberAst) in x.child(a.body) }
            get(t, "bool IsConstructor") { (_, a: FunctionMemberAst) in .bool(a.isConstructor) }
        }
        of("UsingStatementAst") { t in
            get(t, prefix + "StringConstantExpressionAst Name") { (x, a: UsingStatementAst) in x.child(a.name) }
            get(t, prefix + "StringConstantExpressionAst Alias") { (x, a: UsingStatementAst) in x.child(a.alias) }
        }
        of("IfStatementAst") { t in
            get(t, "System.Object Clauses") { (x, a: IfStatementAst) in .object(PSArray(a.clauses.map { pair(x, $0.condition, $0.body) })) }
            get(t, prefix + "StatementBlockAst ElseClause") { (x, a: IfStatementAst) in x.child(a.elseClause) }
        }
        of("LabeledStatementAst") { t in get(t, "string Label") { (_, a: LabeledStatementAst) in a.label.map { Value($0) } ?? .null } }
        for name in ["WhileStatementAst", "DoWhileStatementAst", "DoUntilStatementAst"] {
            of(name) { t in
                get(t, prefix + "PipelineBaseAst Condition") { (x, a: LoopStatementAst) in x.child(a.condition) }
                get(t, prefix + "StatementBlockAst Body") { (x, a: LoopStatementAst) in x.child(a.body) }
            }
        }
        of("ForStatementAst") { t in
            get(t, prefix + "PipelineBaseAst Initializer") { (x, a: ForStatementAst) in x.child(a.initializer) }
            get(t, prefix + "PipelineBaseAst Condition") { (x, a: ForStatementAst) in x.child(a.condition) }
            get(t, prefix + "PipelineBaseAst Iterator") { (x, a: ForStatementAst) in x.child(a.iterator) }
            get(t, prefix + "StatementBlockAst Body") { (x, a: ForStatementAst) in x.child(a.body) }
        }
        of("ForEachStatementAst") { t in
            get(t, prefix + "VariableExpressionAst Variable") { (x, a: ForEachStatementAst) in x.child(a.variable) }
            get(t, prefix + "PipelineBaseAst Condition") { (x, a: ForEachStatementAst) in x.child(a.condition) }
            get(t, prefix + "StatementBlockAst Body") { (x, a: ForEachStatementAst) in x.child(a.body) }
        }
        of("SwitchStatementAst") { t in
            get(t, prefix + "PipelineBaseAst Condition") { (x, a: SwitchStatementAst) in x.child(a.condition) }
            get(t, "System.Object Clauses") { (x, a: SwitchStatementAst) in .object(PSArray(a.clauses.map { pair(x, $0.test, $0.body) })) }
            get(t, prefix + "StatementBlockAst Default") { (x, a: SwitchStatementAst) in x.child(a.defaultClause) }
        }
        of("TryStatementAst") { t in
            get(t, prefix + "StatementBlockAst Body") { (x, a: TryStatementAst) in x.child(a.body) }
            get(t, "System.Object CatchClauses") { (x, a: TryStatementAst) in x.children(a.catchClauses) }
            get(t, prefix + "StatementBlockAst Finally") { (x, a: TryStatementAst) in x.child(a.finally) }
        }
        of("CatchClauseAst") { t in
            get(t, "System.Object CatchTypes") { (x, a: CatchClauseAst) in x.children(a.catchTypes) }
            get(t, "bool IsCatchAll") { (_, a: CatchClauseAst) in .bool(a.catchTypes.isEmpty) }
            get(t, prefix + "StatementBlockAst Body") { (x, a: CatchClauseAst) in x.child(a.body) }
        }
        of("TrapStatementAst") { t in
            get(t, prefix + "TypeConstraintAst TrapType") { (x, a: TrapStatementAst) in x.child(a.trapType) }
            get(t, prefix + "StatementBlockAst Body") { (x, a: TrapStatementAst) in x.child(a.body) }
        }
        for name in ["ReturnStatementAst", "ExitStatementAst", "ThrowStatementAst"] {
            of(name) { t in get(t, prefix + "PipelineBaseAst Pipeline") { (x, a: ExitStatementAst) in x.child(a.pipeline) } }
        }
        of("AssignmentStatementAst") { t in
            get(t, prefix + "ExpressionAst Left") { (x, a: AssignmentStatementAst) in x.child(a.left) }
            get(t, prefix + "StatementAst Right") { (x, a: AssignmentStatementAst) in x.child(a.right) }
            get(t, "System.Object Operator") { (_, a: AssignmentStatementAst) in
                let name = "\(a.op)"
                return Value(name == "equals" ? "Equals" : name == "questionQuestion" ? "QuestionQuestionEquals" : name.prefix(1).uppercased() + name.dropFirst() + "Equals")
            }
        }
    }

    private static func commands(_ of: (String, @escaping (TypeBuilder) -> Void) -> Void) {
        of("PipelineAst") { t in
            get(t, "System.Object PipelineElements") { (x, a: PipelineAst) in x.children(a.elements) }
            get(t, "bool Background") { (_, a: PipelineAst) in .bool(a.background) }
        }
        of("PipelineChainAst") { t in
            get(t, prefix + "ChainableAst LhsPipelineChain") { (x, a: PipelineChainAst) in x.child(a.left) }
            get(t, prefix + "PipelineAst RhsPipeline") { (x, a: PipelineChainAst) in x.child(a.right) }
            get(t, "System.Object Operator") { (_, a: PipelineChainAst) in Value(a.isAnd ? "AndAnd" : "OrOr") }
        }
        of("CommandBaseAst") { t in get(t, "System.Object Redirections") { (x, a: CommandBaseAst) in x.children(a.redirections) } }
        of("CommandAst") { t in
            get(t, "System.Object CommandElements") { (x, a: CommandAst) in x.children(a.elements) }
            get(t, "System.Object InvocationOperator") { (_, a: CommandAst) in Value("\(a.invocation)") }
            t.method("string GetCommandName()") { _, v, _ in
                ((v.cast(AstView.self)?.node as? CommandAst)?.elements.first as? StringConstantExpressionAst).map { Value($0.value) } ?? .null
            }
        }
        of("CommandExpressionAst") { t in get(t, prefix + "ExpressionAst Expression") { (x, a: CommandExpressionAst) in x.child(a.expression) } }
        of("CommandParameterAst") { t in
            get(t, "string ParameterName") { (_, a: CommandParameterAst) in Value(a.parameterName) }
            get(t, prefix + "ExpressionAst Argument") { (x, a: CommandParameterAst) in x.child(a.argument) }
        }
    }

    private static func expressions(_ of: (String, @escaping (TypeBuilder) -> Void) -> Void) {
        of("BinaryExpressionAst") { t in
            get(t, prefix + "ExpressionAst Left") { (x, a: BinaryExpressionAst) in x.child(a.left) }
            get(t, prefix + "ExpressionAst Right") { (x, a: BinaryExpressionAst) in x.child(a.right) }
            get(t, "System.Object Operator") { (_, a: BinaryExpressionAst) in Value("\(a.op)".prefix(1).uppercased() + "\(a.op)".dropFirst()) }
            get(t, prefix + "IScriptExtent ErrorPosition") { (x, a: BinaryExpressionAst) in .object(ExtentView(x.source, a.errorPosition)) }
        }
        of("UnaryExpressionAst") { t in
            get(t, prefix + "ExpressionAst Child") { (x, a: UnaryExpressionAst) in x.child(a.child) }
            get(t, "System.Object TokenKind") { (_, a: UnaryExpressionAst) in Value("\(a.op)".prefix(1).uppercased() + "\(a.op)".dropFirst()) }
        }
        of("TernaryExpressionAst") { t in
            get(t, prefix + "ExpressionAst Condition") { (x, a: TernaryExpressionAst) in x.child(a.condition) }
            get(t, prefix + "ExpressionAst IfTrue") { (x, a: TernaryExpressionAst) in x.child(a.ifTrue) }
            get(t, prefix + "ExpressionAst IfFalse") { (x, a: TernaryExpressionAst) in x.child(a.ifFalse) }
        }
        of("ConstantExpressionAst") { t in
            t.property("System.Object Value") { _, v in
                switch v.cast(AstView.self)?.node {
                case let s as StringConstantExpressionAst: Value(s.value)
                case let c as ConstantExpressionAst: Machine.value(of: c.value)
                default: .null
                }
            }
        }
        of("ExpandableStringExpressionAst") { t in
            get(t, "string Value") { (x, a: ExpandableStringExpressionAst) in Value(String(x.source.text(a.extent).dropFirst().dropLast())) }
            get(t, "System.Object NestedExpressions") { (x, a: ExpandableStringExpressionAst) in
                x.children(a.parts.compactMap { if case .expression(let e) = $0 { e } else { nil } })
            }
        }
        of("VariableExpressionAst") { t in
            get(t, "System.Object VariablePath") { (_, a: VariableExpressionAst) in
                .object(Custom([("UserPath", Value(a.path)), ("IsVariable", .bool(true)), ("IsDriveQualified", .bool(a.path.contains(":")))]))
            }
            get(t, "bool Splatted") { (_, a: VariableExpressionAst) in .bool(a.splatted) }
        }
        of("MemberExpressionAst") { t in
            get(t, prefix + "ExpressionAst Expression") { (x, a: MemberExpressionAst) in x.child(a.expression) }
            get(t, prefix + "CommandElementAst Member") { (x, a: MemberExpressionAst) in x.child(a.member) }
            get(t, "bool Static") { (_, a: MemberExpressionAst) in .bool(a.isStatic) }
            get(t, "bool NullConditional") { (_, a: MemberExpressionAst) in .bool(a.nullConditional) }
        }
        of("InvokeMemberExpressionAst") { t in get(t, "System.Object Arguments") { (x, a: InvokeMemberExpressionAst) in x.children(a.arguments) } }
        of("IndexExpressionAst") { t in
            get(t, prefix + "ExpressionAst Target") { (x, a: IndexExpressionAst) in x.child(a.target) }
            get(t, prefix + "ExpressionAst Index") { (x, a: IndexExpressionAst) in x.child(a.index) }
        }
        of("ArrayLiteralAst") { t in get(t, "System.Object Elements") { (x, a: ArrayLiteralAst) in x.children(a.elements) } }
        of("ArrayExpressionAst") { t in get(t, prefix + "StatementBlockAst SubExpression") { (x, a: ArrayExpressionAst) in x.child(a.subExpression) } }
        of("SubExpressionAst") { t in get(t, prefix + "StatementBlockAst SubExpression") { (x, a: SubExpressionAst) in x.child(a.subExpression) } }
        of("ParenExpressionAst") { t in get(t, prefix + "PipelineBaseAst Pipeline") { (x, a: ParenExpressionAst) in x.child(a.pipeline) } }
        of("HashtableAst") { t in get(t, "System.Object KeyValuePairs") { (x, a: HashtableAst) in .object(PSArray(a.pairs.map { pair(x, $0.key, $0.value) })) } }
        of("ScriptBlockExpressionAst") { t in get(t, prefix + "ScriptBlockAst ScriptBlock") { (x, a: ScriptBlockExpressionAst) in x.child(a.scriptBlock) } }
        of("TypeExpressionAst") { t in get(t, "System.Object TypeName") { (x, a: TypeExpressionAst) in typeName(a.typeName, x) } }
        of("AttributedExpressionAst") { t in
            get(t, prefix + "AttributeBaseAst Attribute") { (x, a: AttributedExpressionAst) in x.child(a.attribute) }
            get(t, prefix + "ExpressionAst Child") { (x, a: AttributedExpressionAst) in x.child(a.child) }
        }
        of("ConvertExpressionAst") { t in get(t, prefix + "TypeConstraintAst Type") { (x, a: ConvertExpressionAst) in x.child(a.attribute) } }
    }
}
