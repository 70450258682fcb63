/// The service roles that an identity can name, in the product's spelling.
public enum ServiceRole {
    public static let all = """
        Registrar EdgeServer WebServer UserServer ApplicationServer ConferencingServer MediationServer ManagementServer \
        CentralManagement Director PstnGateway PersistentChatServer PersistentChatComplianceServer PersistentChatStore \
        PersistentChatComplianceStore MonitoringServer MonitoringDatabase ArchivingServer ArchivingDatabase UserDatabase \
        UserStore ApplicationDatabase ApplicationStore CentralManagementDatabase VideoTrunk VideoGateway VideoInteropServer \
        WacService FileStore ExternalServer TrustedApplicationPool ProvisionServer
        """.split(separator: " ").map(String.init)

    /// The product's spelling of a role given in any case, or nil.
    public static func canonical(_ name: String) -> String? { all.first { equalsIgnoringCase($0, name) } }
}
