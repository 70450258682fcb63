import NacreRuntime

/// The enums of .NET and PowerShell that scripts name, one a line: full name, `!` for flags, `:type` for what is behind it, labels with numbers where they do not just count on.
enum StandardEnums {
    private static let table: StaticString = """
    System.DayOfWeek Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday
    System.DateTimeKind Unspecified,Utc,Local
    System.StringComparison CurrentCulture,CurrentCultureIgnoreCase,InvariantCulture,InvariantCultureIgnoreCase,Ordinal,OrdinalIgnoreCase
    System.StringSplitOptions! None,RemoveEmptyEntries,TrimEntries
    System.MidpointRounding ToEven,AwayFromZero,ToZero,ToNegativeInfinity,ToPositiveInfinity
    System.TypeCode Empty,Object,DBNull,Boolean,Char,SByte,Byte,Int16,UInt16,Int32,UInt32,Int64,UInt64,Single,Double,Decimal,DateTime,String=18
    System.UriKind RelativeOrAbsolute,Absolute,Relative
    System.UriPartial Scheme,Authority,Path,Query
    System.UriFormat UriEscaped=1,Unescaped,SafeUnescaped
    System.UriComponents! Scheme=1,UserInfo=2,Host=4,Port=8,Path=16,Query=32,Fragment=64,StrongPort=128,KeepDelimiter=1073741824,PathAndQuery=48,SchemeAndServer=13,HttpRequestUrl=61,AbsoluteUri=127
    System.UriHostNameType Unknown,Basic,Dns,IPv4,IPv6
    System.Base64FormattingOptions! None,InsertLineBreaks
    System.EnvironmentVariableTarget Process,User,Machine
    System.PlatformID Win32S,Win32Windows,Win32NT,WinCE,Unix,Xbox,MacOSX,Other
    System.ConsoleColor Black,DarkBlue,DarkGreen,DarkCyan,DarkRed,DarkMagenta,DarkYellow,Gray,DarkGray,Blue,Green,Cyan,Red,Magenta,Yellow,White
    System.ConsoleModifiers! None,Alt,Shift,Control=4
    System.AttributeTargets! Assembly=1,Module=2,Class=4,Struct=8,Enum=16,Constructor=32,Method=64,Property=128,Field=256,Event=512,Interface=1024,Parameter=2048,Delegate=4096,ReturnValue=8192,GenericParameter=16384,All=32767
    System.Globalization.NumberStyles! None,AllowLeadingWhite=1,AllowTrailingWhite=2,AllowLeadingSign=4,Integer=7,AllowTrailingSign=8,AllowParentheses=16,AllowDecimalPoint=32,AllowThousands=64,Number=111,AllowExponent=128,Float=167,AllowCurrencySymbol=256,Currency=383,Any=511,AllowHexSpecifier=512,HexNumber=515,AllowBinarySpecifier=1024,BinaryNumber=1027
    System.Globalization.DateTimeStyles! None,AllowLeadingWhite=1,AllowTrailingWhite=2,AllowInnerWhite=4,AllowWhiteSpaces=7,NoCurrentDateDefault=8,AdjustToUniversal=16,AssumeLocal=32,AssumeUniversal=64,RoundtripKind=128
    System.Globalization.TimeSpanStyles! None,AssumeNegative
    System.Globalization.CompareOptions! None,IgnoreCase=1,IgnoreNonSpace=2,IgnoreSymbols=4,IgnoreKanaType=8,IgnoreWidth=16,OrdinalIgnoreCase=268435456,StringSort=536870912,Ordinal=1073741824
    System.Globalization.CalendarWeekRule FirstDay,FirstFullWeek,FirstFourDayWeek
    System.Globalization.CultureTypes! NeutralCultures=1,SpecificCultures=2,InstalledWin32Cultures=4,AllCultures=7,UserCustomCulture=8
    System.Globalization.UnicodeCategory UppercaseLetter,LowercaseLetter,TitlecaseLetter,ModifierLetter,OtherLetter,NonSpacingMark,SpacingCombiningMark,EnclosingMark,DecimalDigitNumber,LetterNumber,OtherNumber,SpaceSeparator,LineSeparator,ParagraphSeparator,Control,Format,Surrogate,PrivateUse,ConnectorPunctuation,DashPunctuation,OpenPunctuation,ClosePunctuation,InitialQuotePunctuation,FinalQuotePunctuation,OtherPunctuation,MathSymbol,CurrencySymbol,ModifierSymbol,OtherSymbol,OtherNotAssigned
    System.Text.NormalizationForm FormC=1,FormD=2,FormKC=5,FormKD=6
    System.Text.RegularExpressions.RegexOptions! None,IgnoreCase=1,Multiline=2,ExplicitCapture=4,Compiled=8,Singleline=16,IgnorePatternWhitespace=32,RightToLeft=64,ECMAScript=256,CultureInvariant=512,NonBacktracking=1024
    System.Text.RegularExpressions.RegexParseError Unknown,AlternationHasTooManyConditions,AlternationHasMalformedCondition,InvalidUnicodePropertyEscape,MalformedUnicodePropertyEscape,UnrecognizedEscape,UnrecognizedControlCharacter,MissingControlCharacter,InsufficientOrInvalidHexDigits,QuantifierOrCaptureGroupOutOfRange,UndefinedNamedReference,UndefinedNumberedReference,MalformedNamedReference,UnescapedEndingBackslash,UnterminatedComment,InvalidGroupingConstruct,AlternationHasNamedCapture,AlternationHasComment,AlternationHasMalformedReference,AlternationHasUndefinedReference,CaptureGroupNameInvalid,CaptureGroupOfZero,UnterminatedBracket,ExclusionGroupNotLast,ReversedCharacterRange,ShorthandClassInCharacterRange,InsufficientClosingParentheses,ReversedQuantifierRange,NestedQuantifiersNotParenthesized,QuantifierAfterNothing,InsufficientOpeningParentheses,UnrecognizedUnicodeProperty
    System.IO.FileMode CreateNew=1,Create,Open,OpenOrCreate,Truncate,Append
    System.IO.FileAccess! Read=1,Write=2,ReadWrite=3
    System.IO.FileShare! None,Read=1,Write=2,ReadWrite=3,Delete=4,Inheritable=16
    System.IO.SeekOrigin Begin,Current,End
    System.IO.SearchOption TopDirectoryOnly,AllDirectories
    System.IO.FileAttributes! None=0,ReadOnly=1,Hidden=2,System=4,Directory=16,Archive=32,Device=64,Normal=128,Temporary=256,SparseFile=512,ReparsePoint=1024,Compressed=2048,Offline=4096,NotContentIndexed=8192,Encrypted=16384,IntegrityStream=32768,NoScrubData=131072
    System.IO.UnixFileMode! None=0,OtherExecute=1,OtherWrite=2,OtherRead=4,GroupExecute=8,GroupWrite=16,GroupRead=32,UserExecute=64,UserWrite=128,UserRead=256,StickyBit=512,SetGroup=1024,SetUser=2048
    System.Environment+SpecialFolder Desktop,Programs=2,Personal=5,MyDocuments=5,Favorites=6,Startup=7,Recent=8,SendTo=9,StartMenu=11,MyMusic=13,MyVideos=14,DesktopDirectory=16,MyComputer=17,NetworkShortcuts=19,Fonts=20,Templates=21,CommonStartMenu=22,CommonPrograms=23,CommonStartup=24,CommonDesktopDirectory=25,ApplicationData=26,PrinterShortcuts=27,LocalApplicationData=28,InternetCache=32,Cookies=33,History=34,CommonApplicationData=35,Windows=36,System=37,ProgramFiles=38,MyPictures=39,UserProfile=40,SystemX86=41,ProgramFilesX86=42,CommonProgramFiles=43,CommonProgramFilesX86=44,CommonTemplates=45,CommonDocuments=46,CommonAdminTools=47,AdminTools=48,CommonMusic=53,CommonPictures=54,CommonVideos=55
    System.Net.Sockets.AddressFamily Unknown=-1,Unspecified=0,Unix=1,InterNetwork=2,InterNetworkV6=23
    System.Net.HttpStatusCode Continue=100,OK=200,Created,Accepted,NoContent=204,MovedPermanently=301,Found=302,NotModified=304,BadRequest=400,Unauthorized=401,Forbidden=403,NotFound=404,MethodNotAllowed=405,RequestTimeout=408,Conflict=409,Gone=410,TooManyRequests=429,InternalServerError=500,NotImplemented=501,BadGateway=502,ServiceUnavailable=503,GatewayTimeout=504
    System.Threading.ThreadState! Running=0,StopRequested=1,SuspendRequested=2,Background=4,Unstarted=8,Stopped=16,WaitSleepJoin=32,Suspended=64,AbortRequested=128,Aborted=256
    System.ComponentModel.ListSortDirection Ascending,Descending
    System.Reflection.TypeAttributes! NotPublic=0,Public=1,Interface=32,Abstract=128,Sealed=256,SpecialName=1024,Import=4096,Serializable=8192
    System.Reflection.BindingFlags! Default=0,IgnoreCase=1,DeclaredOnly=2,Instance=4,Static=8,Public=16,NonPublic=32,FlattenHierarchy=64,InvokeMethod=256,CreateInstance=512,GetField=1024,SetField=2048,GetProperty=4096,SetProperty=8192
    System.Management.Automation.ActionPreference SilentlyContinue,Stop,Continue,Inquire,Ignore,Suspend,Break
    System.Management.Automation.ConfirmImpact None,Low,Medium,High
    System.Management.Automation.ErrorCategory NotSpecified,OpenError,CloseError,DeviceError,DeadlockDetected,InvalidArgument,InvalidData,InvalidOperation,InvalidResult,InvalidType,MetadataError,NotImplemented,NotInstalled,ObjectNotFound,OperationStopped,OperationTimeout,SyntaxError,ParserError,PermissionDenied,ResourceBusy,ResourceExists,ResourceUnavailable,ReadError,WriteError,FromStdErr,SecurityError,ProtocolError,ConnectionError,AuthenticationError,LimitsExceeded,QuotaExceeded,NotEnabled
    System.Management.Automation.CommandTypes! Alias=1,Function=2,Filter=4,Cmdlet=8,ExternalScript=16,Application=32,Script=64,Configuration=256,All=383
    System.Management.Automation.ScopedItemOptions! None=0,ReadOnly=1,Constant=2,Private=4,AllScope=8,Unspecified=16
    System.Management.Automation.SwitchParameterOption None
    System.Management.Automation.ModuleType Script,Binary,Manifest,Cim,Workflow
    System.Management.Automation.PSLanguageMode FullLanguage,RestrictedLanguage,NoLanguage,ConstrainedLanguage
    System.Management.Automation.CompletionResultType Text,History,Command,ProviderItem,ProviderContainer,Property,Method,ParameterName,ParameterValue,Variable,Namespace,Type,Keyword,DynamicKeyword
    System.Management.Automation.CommandOrigin Runspace,Internal
    System.Management.Automation.VariableAccessMode Read,Write,ReadWrite
    System.Management.Automation.OutputRendering Host=0,PlainText=1,Ansi=2
    Microsoft.PowerShell.ExecutionPolicy Unrestricted,RemoteSigned,AllSigned,Restricted,Bypass,Undefined
    """

    /// Where each enum's line begins and ends in the table, by the full name in lower case.
    private static let lines: [String: Range<Int>] = table.withUTF8Buffer { bytes in
        var out: [String: Range<Int>] = [:]
        out.reserveCapacity(64)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
            let space = bytes[start..<end].firstIndex(of: 32) ?? end
            let stop = space > start && bytes[space - 1] == 33 ? space - 1 : space
            out[String(decoding: bytes[start..<stop], as: UTF8.self).lowercased()] = start..<end
            start = end + 1
        }
        return out
    }

    static func register(in c: TypeCatalog) {
        c.finders.append(find)
        c.listers.append { Array(lines.keys) }
        c.register("System.Management.Automation.PSMemberTypes") { MemberInfo.memberTypes }
        c.register("System.Management.Automation.WhereOperatorSelectionMode") { .whereMode }
    }
    private static func find(_ name: String) -> TypeRef? {
        if let range = lines[name] {
            let line = table.withUTF8Buffer { String(decoding: $0[range], as: UTF8.self) }
            guard let space = line.firstIndex(of: " ") else { return nil }
            let isFlags = line[..<space].hasSuffix("!")
            return make(String(isFlags ? line[..<space].dropLast() : line[..<space]), line[line.index(after: space)...], isFlags: isFlags)
        }
        // A nested enum goes by a dot as well.
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let nested = name[..<dot] + "+" + name[name.index(after: dot)...]
        return lines[String(nested)] == nil ? nil : TypeCatalog.shared.find(String(nested))
    }

    private static func make(_ full: String, _ labels: Substring, isFlags: Bool) -> TypeRef {
        let cut = full.lastIndex(of: ".") ?? full.startIndex
        let t = TypeRef(String(full[full.index(after: cut)...].split(separator: "+").last ?? ""), namespace: full.contains("+") ? String(full.split(separator: "+")[0]) : String(full[..<cut]),
                        code: .enumeration, base: .enumBase, element: .int, isValueType: true)
        var l = EnumLabels(), next: Int64 = 0
        for part in labels.split(separator: ",") {
            let pieces = part.split(separator: "=")
            if pieces.count > 1, let n = Int64(pieces[1]) { next = n }
            l.names.append(String(pieces[0]))
            l.values.append(next)
            next += 1
        }
        l.isFlags = isFlags
        t.labels = l
        return t
    }
}
