import NacreRuntime

/// How cultures write dates, as ICU has it. Days begin with Sunday.
enum CultureDates {
    /// A culture a line: name, first day of the week, patterns `d D t T M Y`, AM and PM, era; then a line each of the days, short days, months,
    /// short months, and months beside a day number (empty: the same).
    private static let table: StaticString = """
    en-GB|1|dd/MM/yyyy|dddd, d MMMM yyyy|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|am|pm|AD
    Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday
    Sun,Mon,Tue,Wed,Thu,Fri,Sat
    January,February,March,April,May,June,July,August,September,October,November,December
    Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sept,Oct,Nov,Dec

    en-CA|0|yyyy-MM-dd|dddd, MMMM d, yyyy|h:mm\u{202F}tt|h:mm:ss\u{202F}tt|MMMM d|MMMM yyyy|a.m.|p.m.|AD
    Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday
    Sun,Mon,Tue,Wed,Thu,Fri,Sat
    January,February,March,April,May,June,July,August,September,October,November,December
    Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sept,Oct,Nov,Dec

    en-AU|1|d/MM/yyyy|dddd, d MMMM yyyy|h:mm\u{202F}tt|h:mm:ss\u{202F}tt|d MMMM|MMMM yyyy|am|pm|AD
    Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday
    Sun,Mon,Tue,Wed,Thu,Fri,Sat
    January,February,March,April,May,June,July,August,September,October,November,December
    Jan,Feb,Mar,Apr,May,June,July,Aug,Sept,Oct,Nov,Dec

    en-IN|0|dd/MM/yyyy|dddd, d MMMM, yyyy|h:mm\u{202F}tt|h:mm:ss\u{202F}tt|d MMMM|MMMM yyyy|am|pm|AD
    Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday
    Sun,Mon,Tue,Wed,Thu,Fri,Sat
    January,February,March,April,May,June,July,August,September,October,November,December
    Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sept,Oct,Nov,Dec

    de-DE|1|dd.MM.yyyy|dddd, d. MMMM yyyy|HH:mm|HH:mm:ss|d. MMMM|MMMM yyyy|AM|PM|n. Chr.
    Sonntag,Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag
    So,Mo,Di,Mi,Do,Fr,Sa
    Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember
    Jan,Feb,Mär,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez

    de-AT|1|dd.MM.yyyy|dddd, d. MMMM yyyy|HH:mm|HH:mm:ss|d. MMMM|MMMM yyyy|AM|PM|n. Chr.
    Sonntag,Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag
    So,Mo,Di,Mi,Do,Fr,Sa
    Jänner,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember
    Jän,Feb,Mär,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez

    de-CH|1|dd.MM.yyyy|dddd, d. MMMM yyyy|HH:mm|HH:mm:ss|d. MMMM|MMMM yyyy|AM|PM|n. Chr.
    Sonntag,Montag,Dienstag,Mittwoch,Donnerstag,Freitag,Samstag
    So,Mo,Di,Mi,Do,Fr,Sa
    Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember
    Jan,Feb,Mär,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez

    fr-FR|1|dd/MM/yyyy|dddd d MMMM yyyy|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|AM|PM|ap. J.-C.
    dimanche,lundi,mardi,mercredi,jeudi,vendredi,samedi
    dim.,lun.,mar.,mer.,jeu.,ven.,sam.
    janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre
    janv.,févr.,mars,avr.,mai,juin,juil.,août,sept.,oct.,nov.,déc.

    fr-CA|0|yyyy-MM-dd|dddd d MMMM yyyy|HH 'h' mm|HH 'h' mm 'min' ss 's'|d MMMM|MMMM yyyy|a.m.|p.m.|apr. J.-C.
    dimanche,lundi,mardi,mercredi,jeudi,vendredi,samedi
    dim.,lun.,mar.,mer.,jeu.,ven.,sam.
    janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre
    janv.,févr.,mars,avr.,mai,juin,juill.,août,sept.,oct.,nov.,déc.

    es-ES|1|d/M/yyyy|dddd, d 'de' MMMM 'de' yyyy|H:mm|H:mm:ss|d 'de' MMMM|MMMM 'de' yyyy|a.\u{A0}m.|p.\u{A0}m.|d. C.
    domingo,lunes,martes,miércoles,jueves,viernes,sábado
    dom,lun,mar,mié,jue,vie,sáb
    enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre
    ene,feb,mar,abr,may,jun,jul,ago,sept,oct,nov,dic

    it-IT|1|dd/MM/yyyy|dddd d MMMM yyyy|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|AM|PM|d.C.
    domenica,lunedì,martedì,mercoledì,giovedì,venerdì,sabato
    dom,lun,mar,mer,gio,ven,sab
    gennaio,febbraio,marzo,aprile,maggio,giugno,luglio,agosto,settembre,ottobre,novembre,dicembre
    gen,feb,mar,apr,mag,giu,lug,ago,set,ott,nov,dic

    nl-NL|1|dd-MM-yyyy|dddd d MMMM yyyy|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|a.m.|p.m.|n.Chr.
    zondag,maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag
    zo,ma,di,wo,do,vr,za
    januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december
    jan,feb,mrt,apr,mei,jun,jul,aug,sep,okt,nov,dec

    pt-BR|0|dd/MM/yyyy|dddd, d 'de' MMMM 'de' yyyy|HH:mm|HH:mm:ss|d 'de' MMMM|MMMM 'de' yyyy|AM|PM|d.C.
    domingo,segunda-feira,terça-feira,quarta-feira,quinta-feira,sexta-feira,sábado
    dom.,seg.,ter.,qua.,qui.,sex.,sáb.
    janeiro,fevereiro,março,abril,maio,junho,julho,agosto,setembro,outubro,novembro,dezembro
    jan.,fev.,mar.,abr.,mai.,jun.,jul.,ago.,set.,out.,nov.,dez.

    pt-PT|0|dd/MM/yyyy|dddd, d 'de' MMMM 'de' yyyy|HH:mm|HH:mm:ss|d 'de' MMMM|MMMM 'de' yyyy|da manhã|da tarde|d.C.
    domingo,segunda-feira,terça-feira,quarta-feira,quinta-feira,sexta-feira,sábado
    domingo,segunda,terça,quarta,quinta,sexta,sábado
    janeiro,fevereiro,março,abril,maio,junho,julho,agosto,setembro,outubro,novembro,dezembro
    jan.,fev.,mar.,abr.,mai.,jun.,jul.,ago.,set.,out.,nov.,dez.

    sv-SE|1|yyyy-MM-dd|dddd d MMMM yyyy|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|fm|em|e.Kr.
    söndag,måndag,tisdag,onsdag,torsdag,fredag,lördag
    sön,mån,tis,ons,tors,fre,lör
    januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december
    jan.,feb.,mars,apr.,maj,juni,juli,aug.,sep.,okt.,nov.,dec.

    da-DK|1|dd.MM.yyyy|dddd 'den' d. MMMM yyyy|HH.mm|HH.mm.ss|d. MMMM|MMMM yyyy|AM|PM|e.Kr.
    søndag,mandag,tirsdag,onsdag,torsdag,fredag,lørdag
    søn.,man.,tirs.,ons.,tors.,fre.,lør.
    januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,december
    jan.,feb.,mar.,apr.,maj,jun.,jul.,aug.,sep.,okt.,nov.,dec.

    nb-NO|1|dd.MM.yyyy|dddd d. MMMM yyyy|HH:mm|HH:mm:ss|d. MMMM|MMMM yyyy|a.m.|p.m.|e.Kr.
    søndag,mandag,tirsdag,onsdag,torsdag,fredag,lørdag
    søn.,man.,tirs.,ons.,tors.,fre.,lør.
    januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember
    jan.,feb.,mars,apr.,mai,juni,juli,aug.,sep.,okt.,nov.,des.

    fi-FI|1|d.M.yyyy|dddd d. MMMM yyyy|H.mm|H.mm.ss|d. MMMM|MMMM yyyy|ap.|ip.|jKr.
    sunnuntai,maanantai,tiistai,keskiviikko,torstai,perjantai,lauantai
    su,ma,ti,ke,to,pe,la
    tammikuu,helmikuu,maaliskuu,huhtikuu,toukokuu,kesäkuu,heinäkuu,elokuu,syyskuu,lokakuu,marraskuu,joulukuu
    tammi,helmi,maalis,huhti,touko,kesä,heinä,elo,syys,loka,marras,joulu
    tammikuuta,helmikuuta,maaliskuuta,huhtikuuta,toukokuuta,kesäkuuta,heinäkuuta,elokuuta,syyskuuta,lokakuuta,marraskuuta,joulukuuta
    pl-PL|1|d.MM.yyyy|dddd, d MMMM yyyy|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|AM|PM|n.e.
    niedziela,poniedziałek,wtorek,środa,czwartek,piątek,sobota
    niedz.,pon.,wt.,śr.,czw.,pt.,sob.
    styczeń,luty,marzec,kwiecień,maj,czerwiec,lipiec,sierpień,wrzesień,październik,listopad,grudzień
    sty,lut,mar,kwi,maj,cze,lip,sie,wrz,paź,lis,gru
    stycznia,lutego,marca,kwietnia,maja,czerwca,lipca,sierpnia,września,października,listopada,grudnia
    cs-CZ|1|dd.MM.yyyy|dddd d. MMMM yyyy|H:mm|H:mm:ss|d. MMMM|MMMM yyyy|dop.|odp.|n. l.
    neděle,pondělí,úterý,středa,čtvrtek,pátek,sobota
    ne,po,út,st,čt,pá,so
    leden,únor,březen,duben,květen,červen,červenec,srpen,září,říjen,listopad,prosinec
    led,úno,bře,dub,kvě,čvn,čvc,srp,zář,říj,lis,pro
    ledna,února,března,dubna,května,června,července,srpna,září,října,listopadu,prosince
    ru-RU|1|dd.MM.yyyy|dddd, d MMMM yyyy 'г'.|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy 'г'.|AM|PM|н. э.
    воскресенье,понедельник,вторник,среда,четверг,пятница,суббота
    вс,пн,вт,ср,чт,пт,сб
    январь,февраль,март,апрель,май,июнь,июль,август,сентябрь,октябрь,ноябрь,декабрь
    янв.,февр.,март,апр.,май,июнь,июль,авг.,сент.,окт.,нояб.,дек.
    января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря
    tr-TR|1|d.MM.yyyy|d MMMM yyyy dddd|HH:mm|HH:mm:ss|d MMMM|MMMM yyyy|ÖÖ|ÖS|MS
    Pazar,Pazartesi,Salı,Çarşamba,Perşembe,Cuma,Cumartesi
    Paz,Pzt,Sal,Çar,Per,Cum,Cmt
    Ocak,Şubat,Mart,Nisan,Mayıs,Haziran,Temmuz,Ağustos,Eylül,Ekim,Kasım,Aralık
    Oca,Şub,Mar,Nis,May,Haz,Tem,Ağu,Eyl,Eki,Kas,Ara

    ja-JP|0|yyyy/MM/dd|yyyy年M月d日dddd|H:mm|H:mm:ss|M月d日|yyyy年M月|午前|午後|西暦
    日曜日,月曜日,火曜日,水曜日,木曜日,金曜日,土曜日
    日,月,火,水,木,金,土
    1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月
    1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月

    zh-CN|1|yyyy/M/d|yyyy年M月d日dddd|HH:mm|HH:mm:ss|M月d日|yyyy年M月|上午|下午|公元
    星期日,星期一,星期二,星期三,星期四,星期五,星期六
    周日,周一,周二,周三,周四,周五,周六
    一月,二月,三月,四月,五月,六月,七月,八月,九月,十月,十一月,十二月
    1月,2月,3月,4月,5月,6月,7月,8月,9月,10月,11月,12月

    ko-KR|0|yyyy. M. d.|yyyy년 M월 d일 dddd|tt h:mm|tt h:mm:ss|M월 d일|yyyy년 M월|오전|오후|AD
    일요일,월요일,화요일,수요일,목요일,금요일,토요일
    일,월,화,수,목,금,토
    1월,2월,3월,4월,5월,6월,7월,8월,9월,10월,11월,12월
    1월,2월,3월,4월,5월,6월,7월,8월,9월,10월,11월,12월

    """

    /// The rules of a culture by its name, or of a language by the first culture that speaks it; nil for one that is not listed.
    static func named(_ name: String) -> DateSymbols? {
        let text = table.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = name.contains("-") ? name + "|" : name + "-"
        var i = 0
        while i + 5 < lines.count {
            if lines[i].hasPrefix(wanted) { return read(lines[i...(i + 5)].map(String.init)) }
            i += 6
        }
        return nil
    }
    private static func read(_ lines: [String]) -> DateSymbols? {
        let f = lines[0].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard f.count == 11 else { return nil }
        var s = DateSymbols(shortDate: f[2], longDate: f[3], shortTime: f[4], longTime: f[5], monthDay: f[6], yearMonth: f[7], eraName: f[10])
        s.firstDayOfWeek = Int(f[1]) ?? 0
        s.am = f[8]
        s.pm = f[9]
        func names(_ i: Int) -> [String] { lines[i].split(separator: ",").map(String.init) }
        s.dayNames = names(1)
        s.shortDayNames = names(2)
        s.monthNames = names(3)
        s.shortMonthNames = names(4)
        s.genitiveMonthNames = lines[5].isEmpty ? s.monthNames : names(5)
        // The separators are those of the short patterns.
        if let c = f[2].first(where: { !$0.isLetter && $0 != "'" && $0 != " " }) { s.dateSeparator = String(c) }
        if let c = f[4].first(where: { $0 == ":" || $0 == "." }) { s.timeSeparator = String(c) }
        return s
    }
}

extension CultureData {
    /// How the culture writes dates.
    func dates() throws -> DateSymbols {
        if isInvariant { return .invariant }
        if isCurrent || name == "en" { return .enUS }
        guard var s = CultureDates.named(name) else { throw NetException.unsupported("dates of culture \(name)") }
        s.decimalSeparator = String(decoding: symbols.decimalSeparator, as: UTF8.self)
        return s
    }
}
