//! Words beside numbers.

use crate::enumerated::enumerated;

enumerated! {
    /// What a word beside a number is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum FigureWord {
        /// Frequent words of a language that writes a decimal comma.
        DecimalComma => "decimal-comma",
        /// Frequent words of a language that writes a decimal point.
        DecimalPoint => "decimal-point",
        /// The first word of `pour cent`.
        Per => "per",
        /// Units that are also other nouns.
        AmbiguousUnit => "ambiguous-unit",
        /// What stands behind such a unit.
        UnitQualifier => "unit-qualifier",
        /// Such units that need none where no genitive follows.
        UnitAlone => "unit-alone",
        /// Hours.
        Hour => "hour",
        /// Prepositions before a time of day.
        ClockPreposition => "clock-preposition",
        /// Endings of ordinal numbers in digits.
        OrdinalEnding => "ordinal-ending",
        /// Determiners of a rounded count: `une centaine`.
        RoundDeterminer => "round-determiner",
        /// Articles of a rounded count that belong to it.
        ApproximateArticle => "approximate-article",
        /// Determiners of a magnitude that is known: `les milliers`.
        DefinitePlural => "definite-plural",
        /// Before a share: `un tiers des`.
        ShareDeterminer => "share-determiner",
        /// Behind a share.
        ShareLink => "share-link",
        /// Before a count that is known: `les deux`.
        KnownDeterminer => "known-determiner",
        /// Adjectives between a number and its noun.
        CountAdjective => "count-adjective",
        /// Abbreviations of *number* before a degree sign.
        NumberSign => "number-sign",
        /// One, also where it is an article.
        One => "one",
        /// Numbers that a conjunction joins to the tens.
        JoinedNumber => "joined-number",
        /// Before a range.
        RangeOpening => "range-opening",
        /// Before a range whose ends `et` joins.
        RangePair => "range-pair",
        /// Between the ends of a range.
        RangeLink => "range-link",
        /// Half of a unit behind a conjunction.
        Half => "half",
        /// A quarter of a unit behind a conjunction.
        Quarter => "quarter",
        /// Makes an area of a length: `mètres carrés`.
        Square => "square",
        /// Makes a volume of a length: `mètres cubes`.
        Cube => "cube",
        /// Makes a temperature negative.
        Minus => "minus",
        /// Between a number and those of whom it is one part: `un sur deux`.
        RatioLink => "ratio-link",
        /// The same before a genitive: `two out of three`.
        OutOf => "out-of",
        /// Behind a number and a hyphen: `27-year-old`.
        AgeSuffix => "age-suffix",
        /// Years of a life.
        Year => "year",
        /// Participles before an age.
        Aged => "aged",
        /// The same right before the number.
        AgedDirectly => "aged-directly",
        /// Nouns for people whose age follows behind `de`.
        AgedNoun => "aged-noun",
        /// Behind the number of a house or of a law that stands between two others: `127 bis`.
        Repeated => "repeated",
        /// Before a number that is what was said in other words: `soit 280`.
        Equal => "equal",
        /// Prepositions before where something is, or when.
        Situating => "situating",
        /// The same where an article follows: `sur la place`.
        Overlying => "overlying",
        /// Verbs of becoming another value: `passer de 300 à 250` is no range.
        Changing => "changing",
        /// Verbs and nouns of growing and shrinking, whose `de 3 à 5 %` is a range or a change.
        Moving => "moving",
        /// Prepositions before how long something takes.
        Lasting => "lasting",
        /// Nouns for what lasts: `une peine de 12 ans`.
        LastingNoun => "lasting-noun",
        /// Forms of the verb that says an age: `elle a 30 ans`.
        Having => "having",
        /// What somebody does at an age: `morte à 91 ans`.
        AgedAt => "aged-at",
        /// Nouns that a number behind them names: `article 49`.
        Numbered => "numbered",
        /// Nouns whose singular ends as a plural does.
        Invariable => "invariable",
        /// Plurals without their ending.
        IrregularPlural => "irregular-plural",
        /// Words that are no noun behind a number.
        NoNoun => "no-noun",
        /// Articles by which a time of day is the name of what is on then: `le 20 heures`.
        SingularArticle => "singular-article",
        /// Before a part of those that were counted: `dont trois blessés`.
        OfWhich => "of-which",
        /// What sets a number against another: `300 contre 200`.
        Against => "against",
        /// What is set beside something by a preposition: `par rapport à 2017`.
        Compared => "compared",
        /// Prepositions before what a share or a sum is below: `sous les 5 %`.
        Under => "under",
        /// Comparatives behind a difference of age: `deux ans plus jeune`.
        Comparative => "comparative",
    }
}
