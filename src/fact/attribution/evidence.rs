//! What is known of an attribution, as numbers. Knows no weights.

use crate::enumerated::enumerated;

enumerated! {
    /// A number of the evidence. The words are what the model of attributions
    /// calls them.
    #[allow(missing_docs)]
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum AttributionSign {
        Always => "share.base",
        /// How the verb names its speaker; none of them: `X a déclaré`.
        Inverted => "shape.inverted",
        Dependent => "shape.dependent",
        Accordance => "shape.accordance",
        Colon => "shape.colon",
        Agent => "shape.agent",
        /// `Grève : « … »` at the head of a line, where no person is named.
        ColonRubric => "shape.colon-rubric",
        Says => "verb.says",
        Thinks => "verb.thinks",
        Asks => "verb.asks",
        Wishes => "verb.wishes",
        /// *que* or a colon stands behind the verb.
        Governs => "verb.governs",
        /// A quotation stands beside it.
        Quoted => "verb.quoted",
        /// It introduces one that stands elsewhere.
        QuotedFar => "verb.quoted-far",
        /// The same of a verb that has another sense.
        QuotedContent => "verb.quoted-content",
        /// Neither.
        Bare => "verb.bare",
        BareSays => "verb.bare-says",
        /// `dénonce la hausse`
        BareObject => "verb.bare-object",
        /// `a protesté.`
        BareNothing => "verb.bare-nothing",
        BareDependent => "verb.bare-dependent",
        /// `fait savoir`
        Light => "verb.light",
        /// The verb has another sense too.
        Content => "verb.content",
        Statement => "verb.statement",
        Reflexive => "verb.reflexive",
        Negated => "verb.negated",
        Conditional => "verb.conditional",
        Infinitive => "verb.infinitive",
        Loose => "verb.loose",
        /// `Pour X, …`
        Opinion => "verb.opinion",
        /// The same of no person, where nobody is quoted.
        OpinionOfThing => "verb.opinion-of-thing",
        Compound => "verb.compound",
        Person => "source.person",
        Organisation => "source.organisation",
        Place => "source.place",
        Thing => "source.thing",
        DoubtfulName => "source.doubtful-name",
        Mentions => "source.mentions",
        Pronoun => "source.pronoun",
        PronounForWords => "source.pronoun-for-words",
        /// A description that was read as a name.
        Described => "source.described",
        NounPerson => "source.noun-person",
        NounGroup => "source.noun-group",
        NounDocument => "source.noun-document",
        NounThing => "source.noun-thing",
        Torso => "source.torso",
        Governed => "source.governed",
        /// A word in capitals right behind it.
        GoesOn => "source.goes-on",
        /// A word of which the rules know nothing.
        GoesOnSmall => "source.goes-on-small",
        Length => "source.length",
        Distance => "place.distance",
        Touches => "place.touches",
        /// `X, qui dit`
        Relative => "place.relative",
        /// A colon, a bracket or a dash stands between.
        Parted => "place.parted",
        /// How many others stand between.
        Rivals => "place.rivals",
        VerbBetween => "place.verb-between",
        /// The source stands in no sentence of the verb.
        Elsewhere => "place.elsewhere",
        /// Another clause may stand between.
        Afar => "place.afar",
        /// The last of several who act.
        Joined => "place.joined",
        /// The verb is of several.
        Several => "place.several",
        /// The source is one.
        Clashes => "place.clashes",
        Question => "place.question",
        Opens => "place.opens",
        /// The verb introduces a quotation of the source.
        Quotation => "quotation.own",
        QuotationShare => "quotation.share",
        QuotationDoubtful => "quotation.doubtful",
    }
}

/// Numbers of an attribution.
pub(crate) const INPUTS: usize = AttributionSign::ALL.len();

/// What is known of one attribution, one number for each of [`names`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct AttributionEvidence(pub(crate) [f32; INPUTS]);

impl AttributionEvidence {
    pub(super) fn new() -> Self {
        Self([0.0; INPUTS])
    }

    pub(super) fn set(&mut self, sign: AttributionSign, value: f32) {
        self.0[sign as usize] = value;
    }

    pub(super) fn flag(&mut self, sign: AttributionSign, holds: bool) {
        self.set(sign, f32::from(u8::from(holds)));
    }
}

/// The names of the numbers, in order.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    AttributionSign::ALL.into_iter().map(AttributionSign::name)
}
