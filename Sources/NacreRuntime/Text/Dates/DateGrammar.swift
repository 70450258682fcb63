/// The grammar of lenient dates: which kind of token may follow which. States end in a complete date or time (`X…`, `T…`)
/// and then begin anew, so that `2020-05-06 7:08 PM` is a date and then a time.
struct DateGrammar {
    /// Kinds of tokens; numbers, months and years by what stands behind them.
    enum Token: String, CaseIterable {
        case end, numEnd, ampm, space, date, time, mEnd, mSpace, mDate, day, ySpace, yDate, yEnd, zone, era
    }

    /// What has been read: N number, M month name, Y year of three or more digits, d a date separator at the end, t a time separator.
    enum State: String {
        case begin, N, NN, Nd, dNN, NNd, M, MN, NM, MNd, Y, YN, YNd, YM, YMd, Nt, NNt
        case XNN, XNNN, XMN, XNM, XMNN, XYNN, XYMN, XYN, XYM, XNNY, TN, TNN, TNNN

        var isComplete: Bool { rawValue.utf8.first == 88 || rawValue.utf8.first == 84 }
    }

    static let shared = DateGrammar()
    private var next: [State: [Token: State]] = [:]

    func state(after state: State, _ token: Token) -> State? { next[state]?[token] }

    private static let rules = """
        begin: end=begin ampm=TN space=N date=Nd time=Nt mSpace=M mDate=M day=begin ySpace=Y yDate=Y zone=begin era=begin
        N: numEnd=XNN space=NN date=NNd mEnd=XNM mSpace=NM mDate=MNd day=N ySpace=YN yDate=YNd yEnd=XYN zone=N era=N
        NN: end=XNN numEnd=XNNN ampm=TN space=XNNN time=Nt mEnd=XMNN mSpace=XMNN day=NN ySpace=XNNY yEnd=XNNY zone=NN era=NN
        Nd: numEnd=XNN space=dNN date=NNd mEnd=XNM mSpace=MN mDate=MNd day=Nd ySpace=YN yDate=YNd yEnd=XYN era=Nd
        dNN: end=XNN numEnd=XNNN ampm=TN space=XNNN time=Nt mEnd=XMNN mSpace=XMNN day=dNN ySpace=XNNY yEnd=XNNY era=dNN
        NNd: numEnd=XNNN ampm=XNNN space=XNNN mEnd=XMNN mSpace=XMNN day=NNd ySpace=XNNY yEnd=XNNY era=NNd
        M: numEnd=XMN space=MN date=MNd day=M ySpace=YM yDate=YMd yEnd=XYM era=M
        MN: end=XMN numEnd=XMNN ampm=XMNN space=XMNN time=Nt day=MN ySpace=XYMN yEnd=XYMN era=MN
        NM: end=XNM numEnd=XMNN ampm=XMNN space=XMNN time=Nt day=NM ySpace=XYMN yEnd=XYMN era=NM
        MNd: numEnd=XMNN space=XMNN day=MNd ySpace=XYMN yEnd=XYMN era=MNd
        Y: numEnd=XYN space=YN date=YNd mEnd=XYM mSpace=YM mDate=YMd day=Y era=Y
        YN: end=XYN numEnd=XYNN ampm=XYNN space=XYNN mEnd=XYMN mSpace=XYMN day=YN era=YN
        YNd: numEnd=XYNN ampm=XYNN space=XYNN mEnd=XYMN mSpace=XYMN day=YN era=YN
        YM: end=XYM numEnd=XYMN ampm=XYMN space=XYMN day=YM era=YM
        YMd: numEnd=XYMN ampm=XYMN space=XYMN day=YM era=YM
        Nt: numEnd=TNN ampm=TNN space=TNN time=NNt
        NNt: numEnd=TNNN ampm=TNNN space=TNNN
        """

    private init() {
        for line in DateGrammar.rules.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard let name = parts.first?.dropLast(), let state = State(rawValue: String(name)) else { continue }
            for part in parts.dropFirst() {
                let sides = part.split(separator: "=")
                guard sides.count == 2, let token = Token(rawValue: String(sides[0])), let target = State(rawValue: String(sides[1])) else { continue }
                next[state, default: [:]][token] = target
            }
        }
    }
}
