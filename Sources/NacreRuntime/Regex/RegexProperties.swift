/// Names that `\p{…}` knows: Unicode's general categories, and .NET's names of blocks.
enum RegexProperties {
    static let categories: Set<String> = Set("L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn".split(separator: " ").map(String.init))

    /// First and last unit of blocks, in hexadecimal.
    private static let table = """
        IsBasicLatin 0 7F IsLatin-1Supplement 80 FF IsLatinExtended-A 100 17F IsLatinExtended-B 180 24F IsIPAExtensions 250 2AF
        IsSpacingModifierLetters 2B0 2FF IsCombiningDiacriticalMarks 300 36F IsGreek 370 3FF IsGreekandCoptic 370 3FF IsCyrillic 400 4FF
        IsCyrillicSupplement 500 52F IsArmenian 530 58F IsHebrew 590 5FF IsArabic 600 6FF IsSyriac 700 74F IsThaana 780 7BF
        IsDevanagari 900 97F IsBengali 980 9FF IsGurmukhi A00 A7F IsGujarati A80 AFF IsOriya B00 B7F IsTamil B80 BFF IsTelugu C00 C7F
        IsKannada C80 CFF IsMalayalam D00 D7F IsSinhala D80 DFF IsThai E00 E7F IsLao E80 EFF IsTibetan F00 FFF IsMyanmar 1000 109F
        IsGeorgian 10A0 10FF IsHangulJamo 1100 11FF IsEthiopic 1200 137F IsCherokee 13A0 13FF IsOgham 1680 169F IsRunic 16A0 16FF
        IsKhmer 1780 17FF IsMongolian 1800 18AF IsLatinExtendedAdditional 1E00 1EFF IsGreekExtended 1F00 1FFF IsGeneralPunctuation 2000 206F
        IsSuperscriptsandSubscripts 2070 209F IsCurrencySymbols 20A0 20CF IsCombiningDiacriticalMarksforSymbols 20D0 20FF
        IsCombiningMarksforSymbols 20D0 20FF IsLetterlikeSymbols 2100 214F IsNumberForms 2150 218F IsArrows 2190 21FF
        IsMathematicalOperators 2200 22FF IsMiscellaneousTechnical 2300 23FF IsControlPictures 2400 243F IsOpticalCharacterRecognition 2440 245F
        IsEnclosedAlphanumerics 2460 24FF IsBoxDrawing 2500 257F IsBlockElements 2580 259F IsGeometricShapes 25A0 25FF
        IsMiscellaneousSymbols 2600 26FF IsDingbats 2700 27BF IsBraillePatterns 2800 28FF IsCJKRadicalsSupplement 2E80 2EFF
        IsKangxiRadicals 2F00 2FDF IsCJKSymbolsandPunctuation 3000 303F IsHiragana 3040 309F IsKatakana 30A0 30FF IsBopomofo 3100 312F
        IsHangulCompatibilityJamo 3130 318F IsKanbun 3190 319F IsEnclosedCJKLettersandMonths 3200 32FF IsCJKCompatibility 3300 33FF
        IsCJKUnifiedIdeographsExtensionA 3400 4DBF IsCJKUnifiedIdeographs 4E00 9FFF IsYiSyllables A000 A48F IsYiRadicals A490 A4CF
        IsHangulSyllables AC00 D7AF IsHighSurrogates D800 DB7F IsHighPrivateUseSurrogates DB80 DBFF IsLowSurrogates DC00 DFFF
        IsPrivateUse E000 F8FF IsPrivateUseArea E000 F8FF IsCJKCompatibilityIdeographs F900 FAFF IsAlphabeticPresentationForms FB00 FB4F
        IsArabicPresentationForms-A FB50 FDFF IsVariationSelectors FE00 FE0F IsCombiningHalfMarks FE20 FE2F IsCJKCompatibilityForms FE30 FE4F
        IsSmallFormVariants FE50 FE6F IsArabicPresentationForms-B FE70 FEFF IsHalfwidthandFullwidthForms FF00 FFEF IsSpecials FFF0 FFFF
        """
    private static let blocks: [String: (UInt16, UInt16)] = {
        let words = table.split { $0 == " " || $0 == "\n" }
        var d: [String: (UInt16, UInt16)] = [:]
        var i = 0
        while i + 2 < words.count {
            if let a = UInt16(words[i + 1], radix: 16), let b = UInt16(words[i + 2], radix: 16) { d[String(words[i])] = (a, b) }
            i += 3
        }
        return d
    }()
    static func block(_ name: String) -> (UInt16, UInt16)? { blocks[name] }
}
