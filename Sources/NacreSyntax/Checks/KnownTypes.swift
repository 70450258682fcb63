/// Names of types that a script may use without defining them, as far as the parser must tell them from unknown ones.
enum KnownTypes {
    static func contains(_ written: String, isAttribute: Bool, namespaces: [String]) -> Bool {
        var name = written.lowercased()
        if let tick = name.lastIndex(of: "`"), name.contains("`") { name = String(name[..<tick]) }
        if name.hasPrefix("system.") || name.hasPrefix("microsoft.") { return true }
        if let dot = name.firstIndex(of: ".") { return systemNamespaces.contains(String(name[..<dot])) }
        if accelerators.contains(name) || system.contains(name) { return true }
        if isAttribute, attributes.contains(name) || attributes.contains(name.hasSuffix("attribute") ? String(name.dropLast(9)) : name) { return true }
        for n in namespaces {
            switch n.lowercased() {
            case "system.collections.generic", "system.collections": if collections.contains(name) { return true }
            case "system": break
            // What another namespace holds is not known here: the script is believed.
            default: return n.lowercased().hasPrefix("system.") || n.lowercased().hasPrefix("microsoft.")
            }
        }
        return false
    }

    private static func words(_ s: String) -> Set<String> { Set(s.split { $0 == " " || $0 == "\n" }.map { $0.lowercased() }) }

    private static let systemNamespaces = words("Collections IO Text Net Management Diagnostics Globalization Reflection Security Threading Xml Linq Numerics Timers Data ComponentModel Runtime Resources Buffers Configuration Media Drawing Windows Web DirectoryServices")
    private static let accelerators = words("""
        array bigint bool byte char cimclass cimconverter ciminstance cimsession cimtype cultureinfo datetime decimal double float guid hashtable
        initialsessionstate int int16 int32 int64 ipaddress ipendpoint long mailaddress nullstring objectsecurity ordered physicaladdress
        powershell psaliasproperty pscredential pscustomobject pslistmodifier psmoduleinfo psnoteproperty psobject psprimitivedictionary
        pspropertyexpression psreference psscriptmethod psscriptproperty pstypenameattribute psvariable psvariableproperty ref regex runspace
        runspacefactory sbyte scriptblock securestring semver short single string switch timespan type uint uint16 uint32 uint64 ulong uri
        ushort version void weakreference wmi wmiclass wmisearcher x500distinguishedname x509certificate xml psdscruntimeresource
        experimentalfeature experimentaction adsi adsisearcher void
        """)
    private static let attributes = words("""
        alias allowemptycollection allowemptystring allownull argumentcompleter argumentcompletions cmdletbinding dsclocalconfigurationmanager
        dscproperty dscresource experimental norunspaceaffinity outputtype parameter psdefaultvalue pstypename supportswildcards
        validatecount validatedrive validatelength validatenotnull validatenotnullorempty validatenotnullorwhitespace validatepattern
        validaterange validatescript validateset validatetrusteddata validateuserdrive flags obsolete hidden serializable
        """)
    /// Types of the namespace System.
    private static let system = words("""
        Object String Boolean Byte SByte Char Int16 Int32 Int64 UInt16 UInt32 UInt64 Single Double Decimal DateTime DateTimeOffset TimeSpan
        DateOnly TimeOnly Guid Uri Version Type Array Enum Delegate MulticastDelegate Exception ValueType Void Math MathF Convert Environment
        Console Random Lazy Tuple ValueTuple Nullable Action Func Predicate Comparison Converter EventArgs EventHandler IComparable IEquatable
        IFormattable IFormatProvider IConvertible ICloneable IDisposable IAsyncDisposable ICustomFormatter IServiceProvider IProgress IObservable
        IObserver Attribute AttributeUsageAttribute FlagsAttribute ObsoleteAttribute SerializableAttribute AppDomain Activator Buffer BitConverter
        GC IntPtr UIntPtr Index Range Half Int128 UInt128 StringComparer StringComparison StringSplitOptions DayOfWeek DateTimeKind ConsoleColor
        ConsoleKey ConsoleKeyInfo TimeZoneInfo TimeZone OperatingSystem PlatformID Progress Nullable UriBuilder UriKind WeakReference DBNull
        ApplicationException SystemException ArgumentException ArgumentNullException ArgumentOutOfRangeException ArithmeticException
        ArrayTypeMismatchException BadImageFormatException DivideByZeroException DllNotFoundException FormatException IndexOutOfRangeException
        InsufficientMemoryException InvalidCastException InvalidOperationException InvalidProgramException MemberAccessException
        MethodAccessException MissingFieldException MissingMemberException MissingMethodException NotFiniteNumberException
        NotImplementedException NotSupportedException NullReferenceException ObjectDisposedException OperationCanceledException
        OutOfMemoryException OverflowException PlatformNotSupportedException RankException StackOverflowException TimeoutException
        TypeInitializationException TypeLoadException UnauthorizedAccessException UriFormatException AggregateException MarshalByRefObject
        RuntimeTypeHandle MidpointRounding Base64FormattingOptions EnvironmentVariableTarget AsyncCallback IAsyncResult Memory Span ReadOnlySpan
        """)
    private static let collections = words("""
        List Dictionary HashSet SortedSet SortedDictionary SortedList Queue Stack LinkedList LinkedListNode PriorityQueue KeyValuePair Comparer
        EqualityComparer IEnumerable IEnumerator ICollection IList IDictionary ISet IComparer IEqualityComparer IReadOnlyList
        IReadOnlyCollection IReadOnlyDictionary KeyNotFoundException ArrayList BitArray Hashtable DictionaryEntry CollectionBase
        DictionaryBase ReadOnlyCollectionBase CaseInsensitiveComparer StructuralComparisons IStructuralEquatable IStructuralComparable IDictionaryEnumerator
        """)
}
