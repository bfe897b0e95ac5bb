//! What is known of somebody who may have said a quotation, as numbers: which
//! rules speak for them, who they are, where they stand, who spoke before.
//! Knows no weights.

use super::weight;
use crate::enumerated::enumerated;
use crate::words::Plain;

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
        Score => "rule-tenths",
        /// The rules choose it.
        Best => "rule-choice",
        /// Tenths before the best other, or behind it.
        Lead => "lead",
        Person => "person",
        Organisation => "organisation",
        Place => "place",
        Thing => "thing",
        NounPerson => "noun-person",
        NounGroup => "noun-group",
        NounMedium => "noun-medium",
        NounDocument => "noun-document",
        NounVague => "noun-vague",
        NounThing => "noun-thing",
        AsNoun => "as-noun",
        AsPronoun => "as-pronoun",
        Definite => "definite",
        Indefinite => "indefinite",
        Pointing => "pointing",
        Plural => "plural",
        Governed => "governed",
        /// `dénoncé par X`.
        GovernedBy => "governed-by",
        /// `les propos de X`.
        GovernedOf => "governed-of",
        /// `X (PLR)`: what stands in the brackets.
        Bracketed => "bracketed",
        /// `le septuagénaire` in a text that names people.
        Unresolved => "unresolved",
        Mentions => "mentions",
        Hero => "hero",
        Only => "only",
        MostNamed => "most-named",
        DoubtfulName => "doubtful-name",
        /// Another one whom the pronoun or description can mean.
        Alternative => "alternative",
        Antecedent => "antecedent",
        AntecedentGap => "antecedent-gap",
        SameBefore => "same-before",
        SameAfter => "same-after",
        Before1 => "before-1",
        Before2 => "before-2",
        After1 => "after-1",
        Distance => "distance",
        Opinion => "opinion",
        Head => "head",
        MainSubject => "main-subject",
        Nearest => "nearest",
        Between => "between",
        Touches => "touches",
        /// `aux « … » de X`.
        OfBehind => "of-behind",
        SameParagraph => "same-paragraph",
        Spoken => "spoken",
        Previous => "previous",
        PreviousParagraph => "previous-paragraph",
        PreviousSentence => "previous-sentence",
        PreviousCueless => "previous-cueless",
        NamedInside => "named-inside",
        FirstPerson => "first-person",
        FirstNoPerson => "first-no-person",
        Cue => "cue",
        CueSay => "cue-say",
        CueThink => "cue-think",
        CueReport => "cue-report",
        CueInfinitive => "cue-infinitive",
        CueGoverns => "cue-governs",
        CueDistance => "cue-distance",
        CueRivals => "cue-rivals",
        Negated => "negated",
        Conditional => "conditional",
        Nobody => "nobody",
        NobodyTold => "nobody-told",
        NobodyWords => "nobody-words",
        NobodyCapital => "nobody-capital",
        NobodyCueless => "nobody-cueless",
        NobodyLed => "nobody-led",
        NobodyFragment => "nobody-fragment",
        NobodyOpens => "nobody-opens",
        NobodyTitle => "nobody-title",
        NobodyWeak => "nobody-weak",
    }
}

/// Numbers of a candidate.
pub(crate) const INPUTS: usize = RULES.len() + Sign::ALL.len();

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

    pub(super) fn rule(&mut self, rule: Plain) {
        if let Some(i) = RULES.iter().position(|r| r.1 == rule) {
            self.0[i] = 1.0;
        }
    }
}

/// The names of the numbers, in order.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|r| r.0).chain(Sign::ALL.into_iter().map(Sign::name))
}
