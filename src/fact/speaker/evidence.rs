//! What is known of somebody who may have said a quotation, as numbers: which
//! rules speak for them, who they are, where they stand, who spoke before.
//! Knows no weights.

use super::weight;
use crate::enumerated::enumerated;
use crate::words::Plain;
use std::sync::OnceLock;

/// The rules for speakers, by a name that does not change.
pub(crate) const RULES: [(&str, Plain); 29] = [
    ("rule.behind", weight::BEHIND.0),
    ("rule.agent", weight::AGENT.0),
    ("rule.aside", weight::ASIDE.0),
    ("rule.joined", weight::JOINED.0),
    ("rule.passive", weight::PASSIVE.0),
    ("rule.inside", weight::INSIDE.0),
    ("rule.source", weight::SOURCE.0),
    ("rule.closing", weight::CLOSING.0),
    ("rule.behind-far", weight::BEHIND_FAR.0),
    ("rule.behind-direct", weight::BEHIND_DIRECT.0),
    ("rule.behind-other", weight::BEHIND_OTHER.0),
    ("rule.before-near", weight::BEFORE_NEAR.0),
    ("rule.before-far", weight::BEFORE_FAR.0),
    ("rule.between", weight::BETWEEN.0),
    ("rule.accordance-near", weight::ACCORDANCE_NEAR.0),
    ("rule.accordance", weight::ACCORDANCE.0),
    ("rule.colon", weight::COLON.0),
    ("rule.subject", weight::SUBJECT.0),
    ("rule.quoted-verb", weight::QUOTED_VERB.0),
    ("rule.clause", weight::CLAUSE.0),
    ("rule.continues", weight::CONTINUES.0),
    ("rule.subject-before", weight::SUBJECT_BEFORE.0),
    ("rule.colon-before", weight::COLON_BEFORE.0),
    ("rule.reported", weight::REPORTED.0),
    ("rule.same-words", weight::SAME_WORDS.0),
    ("rule.heading", weight::HEADING.0),
    ("rule.interview", weight::INTERVIEW.0),
    ("rule.only", weight::ONLY.0),
    ("rule.governed", weight::GOVERNED.0),
];

/// Rules that say what a candidate is; the signs say it for everybody.
const KINDS: [(&str, Plain); 8] = [
    ("rule.person", weight::PERSON.0),
    ("rule.organisation", weight::ORGANISATION.0),
    ("rule.place", weight::PLACE.0),
    ("rule.thing", weight::THING.0),
    ("rule.document", weight::DOCUMENT.0),
    ("rule.message", weight::MESSAGE.0),
    ("rule.nearer", weight::NEARER.0),
    ("rule.nobody", weight::NOBODY),
];

/// The name of a rule that speaks for or against a speaker.
pub(crate) fn rule_id(reason: Plain) -> Option<&'static str> {
    RULES.iter().chain(&KINDS).find(|r| r.1 == reason).map(|r| r.0)
}

enumerated! {
    /// What else is known of a candidate. The words are what the model of
    /// speakers calls them.
    #[allow(missing_docs)]
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Sign {
        /// Tenths that the rules give.
        Score => "sign.rule-tenths",
        /// The rules choose it.
        Best => "sign.rule-choice",
        /// Tenths before the best other, or behind it.
        Lead => "sign.lead",
        Person => "sign.person",
        Organisation => "sign.organisation",
        Place => "sign.place",
        Thing => "sign.thing",
        NounPerson => "sign.noun-person",
        NounGroup => "sign.noun-group",
        NounMedium => "sign.noun-medium",
        NounDocument => "sign.noun-document",
        NounVague => "sign.noun-vague",
        NounThing => "sign.noun-thing",
        AsNoun => "sign.as-noun",
        AsPronoun => "sign.as-pronoun",
        Definite => "sign.definite",
        Indefinite => "sign.indefinite",
        Pointing => "sign.pointing",
        Plural => "sign.plural",
        Governed => "sign.governed",
        /// `dénoncé par X`.
        GovernedBy => "sign.governed-by",
        /// `les propos de X`.
        GovernedOf => "sign.governed-of",
        /// `X (PLR)`: what stands in the brackets.
        Bracketed => "sign.bracketed",
        /// `le septuagénaire` in a text that names people.
        Unresolved => "sign.unresolved",
        Mentions => "sign.mentions",
        Hero => "sign.hero",
        Only => "sign.only",
        MostNamed => "sign.most-named",
        DoubtfulName => "sign.doubtful-name",
        /// Another one whom the pronoun or description can mean.
        Alternative => "sign.alternative",
        /// Tenths that the rules give whom it stands in for.
        AlternativeScore => "sign.alternative-tenths",
        Antecedent => "sign.antecedent",
        AntecedentGap => "sign.antecedent-gap",
        /// The gender of the pronoun or description is that of the name.
        Agrees => "sign.agrees",
        Clashes => "sign.clashes",
        /// The text gives the person that description somewhere.
        DescribedSo => "sign.described-so",
        /// It gives the person others, and never that one.
        DescribedOtherwise => "sign.described-otherwise",
        /// An office for somebody with a given name alone.
        OfficeOfGiven => "sign.office-of-given",
        /// Somebody else was called by the head of the description before.
        HeadOfOther => "sign.head-of-other",
        /// The description takes up one that was new: `un gendarme`, `le gendarme`.
        HeadIntroduced => "sign.head-introduced",
        /// A description beside which a person is named.
        NamedBeside => "sign.named-beside",
        /// A person beside whose name stands a description that speaks.
        DescribedBeside => "sign.described-beside",
        /// Whom the sentence before has as its subject.
        SubjectBefore => "sign.subject-before",
        /// Whom the sentence before lets speak.
        SpeaksBefore => "sign.speaks-before",
        /// Who stands in the sentence before, by whatever word.
        StandsBefore => "sign.stands-before",
        /// How many sentences ago it was named.
        NamedAgo => "sign.named-ago",
        NotNamedYet => "sign.not-named-yet",
        /// Named nowhere near: one of those whom the text names most.
        Far => "sign.far",
        InTitle => "sign.in-title",
        /// The quotation stands in a title that names the person.
        TitleOfOwn => "sign.title-of-own",
        /// `Grève : « … »` in a title: what stands before the colon, and is no person.
        TitleRubric => "sign.title-rubric",
        /// The quotation is a whole paragraph, the person the one named most.
        ParagraphOfMostNamed => "sign.paragraph-of-most-named",
        /// Named for the first time behind the quotation before.
        Introduced => "sign.introduced",
        /// The person who was mentioned last, the one before that, and so on.
        Recency => "sign.recency",
        SameBefore => "sign.same-before",
        SameAfter => "sign.same-after",
        Before1 => "sign.before-1",
        Before2 => "sign.before-2",
        After1 => "sign.after-1",
        /// A line behind the quotation that holds a name and no verb.
        Signed => "sign.signed",
        Distance => "sign.distance",
        Opinion => "sign.opinion",
        Head => "sign.head",
        MainSubject => "sign.main-subject",
        Nearest => "sign.nearest",
        Between => "sign.between",
        Touches => "sign.touches",
        /// `aux « … » de X`.
        OfBehind => "sign.of-behind",
        SameParagraph => "sign.same-paragraph",
        Spoken => "sign.spoken",
        Previous => "sign.previous",
        PreviousParagraph => "sign.previous-paragraph",
        PreviousSentence => "sign.previous-sentence",
        PreviousCueless => "sign.previous-cueless",
        /// Spoke before whoever spoke last.
        PreviousOther => "sign.previous-other",
        NamedInside => "sign.named-inside",
        FirstPerson => "sign.first-person",
        FirstNoPerson => "sign.first-no-person",
        Cue => "sign.cue",
        CueSay => "sign.cue-say",
        CueThink => "sign.cue-think",
        CueReport => "sign.cue-report",
        CueInfinitive => "sign.cue-infinitive",
        CueGoverns => "sign.cue-governs",
        CueDistance => "sign.cue-distance",
        CueRivals => "sign.cue-rivals",
        Negated => "sign.negated",
        Conditional => "sign.conditional",
        /// How many others the same words may stand for.
        SharedWords => "sign.shared-words",
        /// The rules read the description by what stood beside the name.
        ReadDescribed => "sign.read-described",
        /// By who was near, or whom the text is about.
        ReadRenamed => "sign.read-renamed",
        /// By who is named soon after.
        ReadSoon => "sign.read-soon",
        /// `l'avocat`: a description of two words at most, for a name.
        AsNounShort => "sign.as-noun-short",
        /// `son avocat`.
        AsNounOwned => "sign.as-noun-owned",
        AsNounPointing => "sign.as-noun-pointing",
        /// A description of no person.
        AsNounNoPerson => "sign.as-noun-no-person",
        /// Names and descriptions link it.
        AsNounLinked => "sign.as-noun-linked",
        /// Somebody without a name was described by that head before.
        AsNounHeadOfNameless => "sign.as-noun-head-of-nameless",
        /// Several were described by it.
        AsNounHeadOfSeveral => "sign.as-noun-head-of-several",
        /// Itself was described by it.
        AsNounHeadOfOwn => "sign.as-noun-head-of-own",
        NounShort => "sign.noun-short",
        NounOwned => "sign.noun-owned",
        NounHeadOfNameless => "sign.noun-head-of-nameless",
        NounHeadOfSeveral => "sign.noun-head-of-several",
        /// A pronoun for somebody named in none of the sentences before.
        PronounFar => "sign.pronoun-far",
        /// The subject of the verb before the quotation, where it says.
        ClauseSays => "sign.clause-says",
        /// The same where it does not.
        ClauseActs => "sign.clause-acts",
        /// `X, qui…`
        ClauseRelative => "sign.clause-relative",
        /// `X, porte-parole, …`
        ClauseApposed => "sign.clause-apposed",
        /// A few quoted words.
        ClauseFragment => "sign.clause-fragment",
        /// Nobody is said to say in the sentence.
        ClauseCueless => "sign.clause-cueless",
        /// `X a dit que « … »`
        ClauseThat => "sign.clause-that",
        /// `que X a « … »`
        ClauseInThat => "sign.clause-in-that",
        ClauseComma => "sign.clause-comma",
        ClauseDistance => "sign.clause-distance",
        /// The subject of a verb before that one.
        Outer => "sign.outer",
        OuterThat => "sign.outer-that",
        OuterSays => "sign.outer-says",
        /// `« … », a réagi X`
        VerbBehind => "sign.verb-behind",
        VerbBehindNear => "sign.verb-behind-near",
        VerbBehindUnlisted => "sign.verb-behind-unlisted",
        ColonClause => "sign.colon-clause",
        ColonMain => "sign.colon-main",
        /// `jugé « … » par X`
        AgentBehind => "sign.agent-behind",
        /// `jugé par X « … »`
        AgentBefore => "sign.agent-before",
        /// `Pour X, …`
        Opening => "sign.opening",
        OpeningBefore1 => "sign.opening-before-1",
        OpeningBefore2 => "sign.opening-before-2",
        /// A sentence that asks names it, right before: `X ? « … »`.
        Asked => "sign.asked",
        /// The description has complements that the text gives the name too.
        DetailsShared => "sign.details-shared",
        /// It has others.
        DetailsOther => "sign.details-other",
        Nobody => "sign.nobody",
        NobodyTold => "sign.nobody-told",
        NobodyWords => "sign.nobody-words",
        NobodyCapital => "sign.nobody-capital",
        NobodyCueless => "sign.nobody-cueless",
        NobodyLed => "sign.nobody-led",
        NobodyFragment => "sign.nobody-fragment",
        NobodyOpens => "sign.nobody-opens",
        NobodyTitle => "sign.nobody-title",
        NobodyWeak => "sign.nobody-weak",
        /// Somebody else is the subject of a verb before it.
        NobodyClause => "sign.nobody-clause",
        NobodyVerbBehind => "sign.nobody-verb-behind",
        /// It is all of its sentence.
        NobodyAlone => "sign.nobody-alone",
        NobodyOneWord => "sign.nobody-one-word",
        NobodyLong => "sign.nobody-long",
        NobodyFirstPerson => "sign.nobody-first-person",
        /// What the sentence uses for what it tells of.
        NobodyNamed => "sign.nobody-named",
        /// `le collectif « … »`: a noun right before the marks.
        NobodyApposed => "sign.nobody-apposed",
        /// The same before a capital.
        NobodyTitled => "sign.nobody-titled",
        /// `mis en examen pour « … »`
        NobodyFor => "sign.nobody-for",
        /// The same words stand elsewhere in the text.
        NobodyAgain => "sign.nobody-again",
        /// A verb of saying, or one and an article, stands right before it.
        NobodySaid => "sign.nobody-said",
        /// A capital where neither the sentence nor a colon asks for one.
        NobodyCapitalInside => "sign.nobody-capital-inside",
        /// `« … » (RIC)`
        NobodyBracket => "sign.nobody-bracket",
    }
}

/// What makes the words that stand for somebody mean something else: a pronoun
/// is whoever spoke last more often than a description is.
const CALLED: [Sign; 2] = [Sign::AsPronoun, Sign::AsNoun];

/// Signs that count once more for each of those.
const CROSSED: [Sign; 18] = [
    Sign::Previous,
    Sign::Recency,
    Sign::SubjectBefore,
    Sign::SpeaksBefore,
    Sign::NamedAgo,
    Sign::Mentions,
    Sign::InTitle,
    Sign::Spoken,
    Sign::StandsBefore,
    Sign::MostNamed,
    Sign::PreviousOther,
    Sign::Introduced,
    Sign::Antecedent,
    Sign::AntecedentGap,
    Sign::Person,
    Sign::Organisation,
    Sign::Alternative,
    Sign::Hero,
];

/// Rules and signs, without products.
const PLAIN: usize = RULES.len() + Sign::ALL.len();

/// Numbers of a candidate.
pub(crate) const INPUTS: usize = PLAIN + CALLED.len() * CROSSED.len();

/// What is known of one candidate, one number for each of [`names`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Evidence(pub(crate) [f32; INPUTS]);

impl Evidence {
    pub(super) fn new() -> Self {
        Self([0.0; INPUTS])
    }

    pub(super) fn set(&mut self, sign: Sign, value: f32) {
        self.0[RULES.len() + sign as usize] = value;
    }

    pub(super) fn flag(&mut self, sign: Sign, holds: bool) {
        self.set(sign, f32::from(u8::from(holds)));
    }

    fn get(&self, sign: Sign) -> f32 {
        self.0[RULES.len() + sign as usize]
    }

    /// Counts signs once more by the words that stand for the candidate.
    pub(super) fn cross(&mut self) {
        for (k, called) in CALLED.into_iter().enumerate() {
            let (at, weight) = (PLAIN + k * CROSSED.len(), self.get(called));
            for (i, sign) in CROSSED.into_iter().enumerate() {
                self.0[at + i] = weight * self.get(sign);
            }
        }
    }

    pub(super) fn rule(&mut self, rule: Plain) {
        if let Some(i) = RULES.iter().position(|r| r.1 == rule) {
            self.0[i] = 1.0;
        }
    }
}

/// The names of the numbers, in order.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    static PRODUCTS: OnceLock<Vec<String>> = OnceLock::new();
    let products = PRODUCTS.get_or_init(|| {
        let of = |called: Sign| CROSSED.into_iter().map(move |s| format!("{}*{}", called.name(), s.name()));
        CALLED.into_iter().flat_map(of).collect()
    });
    let plain = RULES.iter().map(|r| r.0).chain(Sign::ALL.into_iter().map(Sign::name));
    plain.chain(products.iter().map(String::as_str))
}
