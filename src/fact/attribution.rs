//! Who is said to say, fear, ask or deny: one entry for each verb of saying
//! or *selon* with a subject. Has never heard of quotations but as what a verb
//! introduces.

mod clause;
mod evidence;
mod model;

use super::cue::{Cue, Shape};
use super::frame::Frame;
use super::lexicon::WordClass;
use super::mention::{Mention, What, Who, uncontracted};
use super::prose::first_word;
use super::quote::Quote;
use super::speaker::is_named;
use crate::entity::EntityKind;
use crate::enumerated::enumerated;
use crate::lang::{DescriptionWord, Tags};
use crate::text::{Span, fold};
use clause::{introduced, is_beside_quotation};
pub(crate) use evidence::AttributionEvidence;
#[cfg(feature = "train")]
pub(crate) use evidence::{INPUTS, names};
pub(crate) use model::AttributionModel;
use serde::Serialize;

enumerated! {
    /// What the source does.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum AttributionKind {
        /// *selon X*, *d’après X*.
        According => "according",
        /// *a déclaré*.
        Says => "says",
        /// *estime*.
        Thinks => "thinks",
        /// *a rapporté*.
        Reports => "reports",
        /// *confirme*.
        Confirms => "confirms",
        /// *promet*.
        Promises => "promises",
        /// *demande*.
        Asks => "asks",
        /// *espère*.
        Hopes => "hopes",
        /// *craint*.
        Fears => "fears",
        /// *dément*.
        Denies => "denies",
    }
}

/// A statement laid at somebody's door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The sentence.
    pub span: Span,
    /// The verb or preposition.
    pub cue: Span,
    /// The words that name the source.
    pub source: Span,
    /// Canonical name, or the words as written without a preposition before
    /// them.
    pub name: String,
    /// Index into the entities that [`super::find`] was given.
    pub entity: Option<usize>,
    /// What the source does.
    pub kind: AttributionKind,
    /// *n’a pas déclaré*.
    pub negated: bool,
    /// *aurait déclaré*.
    pub conditional: bool,
    /// How likely it is that the source says it, in hundredths, measured on
    /// articles left out (`assets/fact/attributions.json`).
    pub confidence: u8,
    /// True when that is not likely enough to be told without a doubt, when the
    /// name is a reading of a pronoun or a description, or when the speaker of
    /// the quotation that the verb introduces is doubtful.
    pub doubtful: bool,
}

fn kind(class: WordClass, shape: Shape) -> Option<AttributionKind> {
    Some(match shape {
        Shape::Accordance => AttributionKind::According,
        Shape::Colon => AttributionKind::Says,
        Shape::Agent if !class.is(WordClass::VERB) => return None,
        // The order matters for verbs that are in two lists.
        _ if class.is(WordClass::DENY) => AttributionKind::Denies,
        _ if class.is(WordClass::FEAR) => AttributionKind::Fears,
        _ if class.is(WordClass::HOPE) => AttributionKind::Hopes,
        _ if class.is(WordClass::ASK) => AttributionKind::Asks,
        _ if class.is(WordClass::PROMISE) => AttributionKind::Promises,
        _ if class.is(WordClass::CONFIRM) => AttributionKind::Confirms,
        _ if class.is(WordClass::REPORT) => AttributionKind::Reports,
        _ if class.is(WordClass::THINK) => AttributionKind::Thinks,
        _ if class.is(WordClass::SAY | WordClass::HALF) => AttributionKind::Says,
        _ => return None,
    })
}

fn is_place(frame: &Frame, mention: &Mention) -> bool {
    matches!(mention.what, What::Name(e) if frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Place))
}

/// `la France a annoncé`, but not `la maire du VIIIe arrondissement, qui estime`.
fn stands_beside(cue: &Cue, subject: &Mention) -> bool {
    !matches!(cue.shape, Shape::Direct | Shape::Dependent) || subject.items.end == cue.items.start
}

/// One attribution, what is known of it, and where whoever it names is named.
#[cfg_attr(not(feature = "train"), allow(dead_code, reason = "only the weights are learnt from all of it"))]
pub(crate) struct JudgedSource {
    pub(crate) attribution: Attribution,
    pub(crate) evidence: AttributionEvidence,
    /// The words of a source without a name.
    pub(crate) words: Span,
    /// Told with a doubt, however likely.
    pub(crate) unsure: bool,
}

/// Nothing is said here, whatever the verb.
fn says_nothing(frame: &Frame, quotes: &[Quote], n: usize, cue: &Cue, mention: &Mention) -> bool {
    // `Les soldes d’hiver n’ont pas convaincu`: nobody speaks.
    let thing = mention.what == What::Noun
        && !mention.role.is(WordClass::ROLE)
        && !matches!(cue.shape, Shape::Accordance | Shape::Inverted);
    // `doit assurer la surveillance`: an infinitive says something only
    // with *que* or a colon behind it.
    let bare = cue.shape == Shape::Dependent && cue.class.is(WordClass::INFINITIVE) && !cue.governs;
    // `lance une pétition`, `la journée s'annonce calme`.
    let quoted = || quotes.iter().any(|q| q.verb == Some(cue.verb)) || is_beside_quotation(frame, n, cue);
    let apart = matches!(cue.shape, Shape::Direct | Shape::Dependent) && !cue.governs;
    let hollow = cue.class.is(WordClass::CONTENT) || cue.reflexive && cue.class.is(WordClass::UNREFLEXIVE);
    // `283 000 personnes ont protesté dans toute la France`: a place speaks only
    // right before its verb.
    let place = is_place(frame, mention) && !stands_beside(cue, mention);
    thing || bare || apart && hollow && !quoted() || place
}

/// `cette source`: what stands there says less than what it points at.
fn points(description: &str) -> bool {
    Tags::of_folded(first_word(&fold(description))).is(DescriptionWord::Pointing)
}

/// The attributions of all sentences in order, with their evidence. Who said a
/// quotation is taken from there.
pub(super) fn read(frame: &Frame, who: &[Option<Who>], quotes: &[Quote]) -> Vec<JudgedSource> {
    let text = frame.prose.text;
    let mut out = Vec::new();
    for (n, cues) in frame.cues.iter().enumerate() {
        for cue in cues {
            let (Some(m), Some(kind)) = (cue.subject, kind(cue.class, cue.shape)) else { continue };
            let mention = &frame.mentions[m];
            if says_nothing(frame, quotes, n, cue, mention) {
                continue;
            }
            let meant = who.get(m).copied().flatten();
            let (name, entity, words) = match meant {
                Some(Who::Entity(e)) => {
                    (frame.entities.get(e).map_or(String::new(), |e| e.name.clone()), Some(e), mention.span)
                }
                // Of two descriptions without a name the one that stands there is as good, and
                // surely so, but for `cette source`.
                Some(Who::Noun(k)) if mention.what == What::Pronoun || points(mention.span.of(text)) => {
                    let words = frame.mentions[k].span;
                    (uncontracted(words.of(text)), None, words)
                }
                None if mention.what == What::Pronoun => continue,
                None | Some(Who::Noun(_)) => (uncontracted(mention.span.of(text)), None, mention.span),
            };
            let own = introduced(quotes, cue.verb, mention.span);
            let (name, entity) = match own.and_then(|q| Some((q.speaker.as_deref()?, q.entity))) {
                Some((said, entity)) => (uncontracted(said), entity),
                None => (name, entity),
            };
            let evidence = clause::Neighbourhood { frame, who, quotes, n, cue, mention }.evidence(kind, entity, own);
            let share = AttributionModel::get().share(&evidence);
            // Of a quotation it is the words that may be somebody else's.
            let own = own.filter(|q| !is_named(frame, q));
            // A pronoun and a description are read as a name, which their words do not say.
            let reading = match mention.what {
                What::Name(_) => false,
                What::Noun => entity.is_some() && mention.who.is_none(),
                What::Pronoun => true,
            };
            let loose = || reading || cue.loose || clause::is_one_of_several(frame, n, cue);
            let unsure = own.map_or_else(loose, |q| q.doubtful);
            let attribution = Attribution {
                span: frame.sentences[n].span,
                cue: cue.verb,
                source: mention.span,
                name,
                entity,
                kind,
                negated: cue.negated,
                conditional: cue.conditional,
                confidence: (share * 100.0).round() as u8,
                doubtful: share < AttributionModel::get().sure || unsure,
            };
            out.push(JudgedSource { attribution, evidence, words, unsure });
        }
    }
    out
}
