import NacreRuntime

/// The members of Nacre's types that .NET has and they have not.
enum RefusedMembers {
    /// Lines of a type's full name and members.
    private static let table: StaticString = """
    System.String Create,EnumerateRunes,GetPinnableReference,IsInterned,Normalize,TryCopyTo
    System.Char IsAsciiHexDigitLower,IsAsciiHexDigitUpper
    System.Int32 BigMul,CopySign,CreateChecked,CreateSaturating,CreateTruncating,MaxMagnitude,MinMagnitude,TryFormat
    System.Int64 BigMul,CopySign,CreateChecked,CreateSaturating,CreateTruncating,MaxMagnitude,MinMagnitude,TryFormat
    System.Double AcosPi,AsinPi,Atan2Pi,AtanPi,ClampNative,ConvertToIntegerNative,ConvertToInteger,CosPi,CreateChecked,CreateSaturating,CreateTruncating,Exp10M1
    System.Double Exp2M1,ILogB,IsPow2,IsRealNumber,Log10P1,Log2P1,MaxMagnitudeNumber,MaxNative,MinMagnitudeNumber,MinNative,MultiplyAddEstimate,ReciprocalEstimate
    System.Double ReciprocalSqrtEstimate,RootN,ScaleB,SinCos,SinCosPi,SinPi,TanPi,TryFormat
    System.Decimal Clamp,ConvertToIntegerNative,ConvertToInteger,CopySign,CreateChecked,CreateSaturating,CreateTruncating,FromOACurrency,IsCanonical,IsEvenInteger
    System.Decimal IsInteger,IsNegative,IsOddInteger,IsPositive,MaxMagnitude,MinMagnitude,ToOACurrency,TryFormat,TryGetBits
    System.Byte CreateChecked,CreateSaturating,CreateTruncating,TryFormat
    System.Boolean TryFormat
    System.DateTime Deconstruct,GetDateTimeFormats,TryFormat
    System.TimeSpan TryFormat
    System.Guid CreateVersion7,TryFormat,TryParseExact,TryWriteBytes,Variant,Version
    System.Version TryFormat
    System.Uri CheckHostName,Compare,FromHex,GetComponents,HexEscape,HexUnescape,IsHexDigit,IsHexEncoding,IsWellFormedOriginalString,MakeRelative,TryEscapeDataString
    System.Uri TryFormat,TryUnescapeDataString,UriSchemeFtps,UriSchemeGopher,UriSchemeNetPipe,UriSchemeNetTcp,UriSchemeNews,UriSchemeNntp,UriSchemeSftp,UriSchemeSsh
    System.Uri UriSchemeTelnet,UriSchemeWs,UriSchemeWss
    System.Text.RegularExpressions.Regex CompileToAssembly,EnumerateMatches,EnumerateSplits,InfiniteMatchTimeout,MatchTimeout
    System.Math MaxMagnitude,MinMagnitude,ReciprocalEstimate,ReciprocalSqrtEstimate,SinCos
    System.Convert FromBase64CharArray,GetTypeCode,ToBase64CharArray,TryFromBase64Chars,TryFromBase64String,TryToBase64Chars,TryToHexString,TryToHexStringLower
    System.Numerics.BigInteger Clamp,CopySign,CreateChecked,CreateSaturating,CreateTruncating,GetByteCount,IsEvenInteger,IsNegative,IsOddInteger,IsPositive,IsPow2
    System.Numerics.BigInteger LeadingZeroCount,Log2,MaxMagnitude,MinMagnitude,PopCount,RotateLeft,RotateRight,TrailingZeroCount,TryFormat,TryWriteBytes
    System.Array AsReadOnly,ConstrainedCopy,CreateInstanceFromArrayType,GetLongLength,MaxLength
    System.Collections.Hashtable GetObjectData,OnDeserialization
    System.Management.Automation.ScriptBlock DebuggerHidden,GetPowerShell,GetSteppablePipeline
    System.Xml.XmlDocument AppendChild,Attributes,BaseURI,ChildNodes,Clone,CloneNode,CreateAttribute,CreateCDataSection,CreateComment,CreateDocumentFragment
    System.Xml.XmlDocument CreateDocumentType,CreateElement,CreateEntityReference,CreateNavigator,CreateNode,CreateProcessingInstruction,CreateSignificantWhitespace
    System.Xml.XmlDocument CreateTextNode,CreateWhitespace,CreateXmlDeclaration,DocumentElement,DocumentType,FirstChild,GetElementById,GetElementsByTagName,GetEnumerator
    System.Xml.XmlDocument GetNamespaceOfPrefix,GetPrefixOfNamespace,HasChildNodes,Implementation,ImportNode,InnerText,InnerXml,InsertAfter,InsertBefore,IsReadOnly
    System.Xml.XmlDocument LastChild,Load,LoadXml,LocalName,Name,NameTable,NamespaceURI,NextSibling,NodeChanged,NodeChanging,NodeInserted,NodeInserting,NodeRemoved
    System.Xml.XmlDocument NodeRemoving,NodeType,Normalize,OuterXml,OwnerDocument,ParentNode,Prefix,PrependChild,PreserveWhitespace,PreviousSibling,PreviousText
    System.Xml.XmlDocument ReadNode,RemoveAll,RemoveChild,ReplaceChild,Save,SchemaInfo,Schemas,SelectNodes,SelectSingleNode,Supports,System.String],Validate
    System.Xml.XmlDocument Value,WriteContentTo,WriteTo,XmlResolver
    System.Net.IPAddress HostToNetworkOrder,IsIPv6Multicast,IsIPv6SiteLocal,IsIPv6Teredo,IsIPv6UniqueLocal,IsValid,IsValidUtf8,NetworkToHostOrder,TryFormat,TryWriteBytes
    System.Net.Mail.MailAddress Address,DisplayName,Host,TryCreate,User
    System.DateTimeOffset Deconstruct,FromFileTime,ToFileTime,TryFormat,TryParseExact
    System.Environment CpuUsage,FailFast,IsPrivilegedProcess
    System.BitConverter DoubleToUInt64Bits,HalfToInt16Bits,HalfToUInt16Bits,Int16BitsToHalf,Int32BitsToSingle,SingleToInt32Bits,SingleToUInt32Bits,ToChar,ToHalf
    System.BitConverter ToInt128,ToUInt128,TryWriteBytes,UInt16BitsToHalf,UInt32BitsToSingle,UInt64BitsToDouble
    System.Random GetHexString,GetItems,GetString
    System.Text.StringBuilder CopyTo,GetChunks
    System.Text.Encoding Clone,Convert,CreateTranscodingStream,DecoderFallback,EncoderFallback,GetDecoder,GetEncoder,GetEncodings,GetMaxByteCount,GetMaxCharCount
    System.Text.Encoding IsAlwaysNormalized,IsBrowserDisplay,IsBrowserSave,IsMailNewsDisplay,IsMailNewsSave,IsReadOnly,RegisterProvider,TryGetBytes,TryGetChars
    System.Text.Encoding UTF7,WindowsCodePage
    System.IO.Path InvalidPathChars,TryJoin
    System.IO.File AppendAllBytes,AppendAllBytesAsync,AppendAllLinesAsync,AppendAllTextAsync,AppendText,Create,CreateSymbolicLink,CreateText,Decrypt,Encrypt
    System.IO.File GetCreationTime,GetCreationTimeUtc,GetLastAccessTime,GetLastAccessTimeUtc,GetLastWriteTime,GetLastWriteTimeUtc,GetUnixFileMode,Open,OpenHandle
    System.IO.File OpenRead,OpenText,OpenWrite,ReadAllBytesAsync,ReadAllLinesAsync,ReadAllTextAsync,ReadLinesAsync,Replace,ResolveLinkTarget,SetAttributes,SetCreationTime
    System.IO.File SetCreationTimeUtc,SetLastAccessTime,SetLastAccessTimeUtc,SetLastWriteTime,SetLastWriteTimeUtc,SetUnixFileMode,WriteAllBytesAsync,WriteAllLinesAsync
    System.IO.File WriteAllTextAsync
    System.IO.Directory CreateSymbolicLink,CreateTempSubdirectory,GetCreationTime,GetCreationTimeUtc,GetLastAccessTime,GetLastAccessTimeUtc,GetLastWriteTime
    System.IO.Directory GetLastWriteTimeUtc,GetLogicalDrives,GetParent,ResolveLinkTarget,SetCreationTime,SetCreationTimeUtc,SetLastAccessTime,SetLastAccessTimeUtc
    System.IO.Directory SetLastWriteTime,SetLastWriteTimeUtc
    System.IO.FileInfo AppendText,Create,CreateAsSymbolicLink,CreateText,Decrypt,Encrypt,GetLifetimeService,GetObjectData,InitializeLifetimeService,Open,OpenRead
    System.IO.FileInfo OpenText,OpenWrite,Replace
    System.IO.DirectoryInfo CreateAsSymbolicLink,GetLifetimeService,GetObjectData,InitializeLifetimeService
    System.IO.StreamReader BaseStream,Close,CurrentEncoding,DiscardBufferedData,Dispose,EndOfStream,GetLifetimeService,InitializeLifetimeService,Null,Peek,Read
    System.IO.StreamReader ReadAsync,ReadBlock,ReadBlockAsync,ReadLine,ReadLineAsync,ReadToEnd,ReadToEndAsync,Synchronized
    System.IO.StreamWriter AutoFlush,BaseStream,Close,CreateBroadcasting,Dispose,DisposeAsync,Encoding,Flush,FlushAsync,FormatProvider,GetLifetimeService,InitializeLifetimeService
    System.IO.StreamWriter NewLine,Null,Synchronized,Write,WriteAsync,WriteLine,WriteLineAsync
    System.IO.StringReader Close,Dispose,GetLifetimeService,InitializeLifetimeService,Null,Peek,Read,ReadAsync,ReadBlock,ReadBlockAsync,ReadLine,ReadLineAsync
    System.IO.StringReader ReadToEnd,ReadToEndAsync,Synchronized
    System.Collections.ArrayList Adapter,FixedSize,ReadOnly,Repeat,SetRange,Synchronized,TrimToSize
    System.Collections.Queue Synchronized,TrimToSize
    System.Collections.Stack Synchronized
    System.Collections.SortedList Capacity,Synchronized,TrimToSize
    System.Collections.Specialized.OrderedDictionary GetObjectData
    System.Collections.Generic.List EnsureCapacity,Slice
    System.Collections.Generic.Dictionary Capacity,GetAlternateLookup,GetObjectData,OnDeserialization,TryGetAlternateLookup
    System.Collections.Generic.HashSet Capacity,Comparer,CreateSetComparer,EnsureCapacity,GetAlternateLookup,GetObjectData,OnDeserialization,TrimExcess,TryGetAlternateLookup
    System.Collections.Generic.Queue Capacity,EnsureCapacity
    System.Collections.Generic.Stack Capacity,EnsureCapacity
    System.Collections.Generic.LinkedList CopyTo,FindLast,GetObjectData,OnDeserialization
    System.Text.RegularExpressions.Match Synchronized
    System.Text.RegularExpressions.Group Synchronized
    System.Diagnostics.Stopwatch GetElapsedTime
    System.Globalization.CultureInfo ClearCachedData,Clone,CompareInfo,CultureTypes,DefaultThreadCurrentUICulture,GetConsoleFallbackUICulture,GetCultureInfoByIetfLanguageTag
    System.Globalization.CultureInfo GetCultures,GetFormat,KeyboardLayoutId,OptionalCalendars,ReadOnly,ThreeLetterISOLanguageName,ThreeLetterWindowsLanguageName
    System.Globalization.CultureInfo UseUserOverride
    System.Type Assembly,Attributes,CustomAttributes,DeclaringMethod,DefaultBinder,Delimiter,FilterAttribute,FilterName,FilterNameIgnoreCase,FindInterfaces,FindMembers
    System.Type GUID,GenericParameterAttributes,GenericParameterPosition,GetConstructor,GetCustomAttributes,GetCustomAttributesData,GetDefaultMembers,GetEvent
    System.Type GetEvents,GetField,GetFields,GetFunctionPointerCallingConventions,GetFunctionPointerParameterTypes,GetFunctionPointerReturnType,GetGenericParameterConstraints
    System.Type GetGenericTypeDefinition,GetInterfaceMap,GetMember,GetMemberWithSameMetadataDefinitionAs,GetNestedType,GetNestedTypes,GetOptionalCustomModifiers
    System.Type GetRequiredCustomModifiers,GetTypeArray,GetTypeFromCLSID,GetTypeFromHandle,GetTypeFromProgID,GetTypeHandle,HasSameMetadataDefinitionAs,InvokeMember
    System.Type IsAnsiClass,IsAutoClass,IsAutoLayout,IsByRefLike,IsCollectible,IsContextful,IsDefined,IsEquivalentTo,IsExplicitLayout,IsFunctionPointer,IsGenericMethodParameter
    System.Type IsGenericTypeParameter,IsImport,IsLayoutSequential,IsMarshalByRef,IsNestedAssembly,IsNestedFamANDAssem,IsNestedFamORAssem,IsNestedFamily,IsNestedPrivate
    System.Type IsNestedPublic,IsSecurityCritical,IsSecuritySafeCritical,IsSecurityTransparent,IsSignatureType,IsSpecialName,IsTypeDefinition,IsUnicodeClass
    System.Type IsUnmanagedFunctionPointer,IsVariableBoundArray,MakeByRefType,MakeGenericMethodParameter,MakeGenericSignatureType,MakeGenericType,MakePointerType
    System.Type MetadataToken,Missing,Module,ReflectionOnlyGetType,StructLayoutAttribute,TypeHandle,TypeInitializer
    System.Enum GetValuesAsUnderlyingType,TryFormat
    System.Net.WebUtility UrlDecodeToBytes,UrlEncodeToBytes
    System.Management.Automation.InvocationInfo Create
    System.Exception GetObjectData
    System.Threading.Thread Abort,AllocateDataSlot,AllocateNamedDataSlot,ApartmentState,BeginCriticalRegion,BeginThreadAffinity,CurrentPrincipal,DisableComObjectEagerCleanup
    System.Threading.Thread EndCriticalRegion,EndThreadAffinity,ExecutionContext,FreeNamedDataSlot,GetApartmentState,GetCompressedStack,GetCurrentProcessorId
    System.Threading.Thread GetData,GetDomain,GetDomainID,GetNamedDataSlot,Interrupt,IsAlive,IsBackground,IsThreadPoolThread,Join,MemoryBarrier,Name,Priority
    System.Threading.Thread ResetAbort,Resume,SetApartmentState,SetCompressedStack,SetData,SpinWait,Start,Suspend,ThreadState,TrySetApartmentState,UnsafeStart
    System.Threading.Thread VolatileRead,VolatileWrite,Yield
    System.GC AddMemoryPressure,AllocateArray,AllocateUninitializedArray,CancelFullGCNotification,CollectionCount,EndNoGCRegion,GetAllocatedBytesForCurrentThread
    System.GC GetConfigurationVariables,GetGCMemoryInfo,GetGeneration,GetTotalAllocatedBytes,GetTotalPauseDuration,KeepAlive,ReRegisterForFinalize,RefreshMemoryLimit
    System.GC RegisterForFullGCNotification,RegisterNoGCRegionCallback,RemoveMemoryPressure,SuppressFinalize,TryStartNoGCRegion,WaitForFullGCApproach,WaitForFullGCComplete
    System.Console BufferHeight,CancelKeyPress,CapsLock,Clear,CursorLeft,CursorSize,CursorTop,CursorVisible,GetCursorPosition,In,KeyAvailable,LargestWindowHeight
    System.Console LargestWindowWidth,MoveBufferArea,NumberLock,OpenStandardError,OpenStandardInput,OpenStandardOutput,Read,ReadKey,SetBufferSize,SetCursorPosition
    System.Console SetError,SetIn,SetOut,SetWindowPosition,SetWindowSize,TreatControlCAsInput,WindowLeft,WindowTop
    System.TimeZoneInfo ClearCachedData,CreateCustomTimeZone,FromSerializedString,GetAdjustmentRules,GetAmbiguousTimeOffsets,GetSystemTimeZones,HasIanaId,HasSameRules
    System.TimeZoneInfo IsAmbiguousTime,IsDaylightSavingTime,IsInvalidTime,ToSerializedString,TryConvertIanaIdToWindowsId,TryConvertWindowsIdToIanaId,TryFindSystemTimeZoneById
    System.Security.Cryptography.SHA256 CanReuseTransform,CanTransformMultipleBlocks,Clear,ComputeHash,ComputeHashAsync,Create,Dispose,Hash,HashData,HashDataAsync
    System.Security.Cryptography.SHA256 HashSize,HashSizeInBits,HashSizeInBytes,Initialize,InputBlockSize,OutputBlockSize,TransformBlock,TransformFinalBlock
    System.Security.Cryptography.SHA256 TryComputeHash,TryHashData
    System.StringComparer IsWellKnownCultureAwareComparer,IsWellKnownOrdinalComparer
    """

    private static let lines: [String: String] = {
        var out: [String: String] = [:]
        for line in table.withUTF8Buffer({ String(decoding: $0, as: UTF8.self) }).split(separator: "\n") {
            guard let space = line.firstIndex(of: " ") else { continue }
            out[String(line[..<space]), default: ""] += (out[String(line[..<space])] == nil ? "" : ",") + String(line[line.index(after: space)...])
        }
        return out
    }()
    /// The names that a type lacks, by its full name without arguments.
    static func find(_ type: String) -> Set<Name>? {
        lines[type].map { Set($0.split(separator: ",").map { Name(String($0)) }) }
    }
}
