//! Who is said to say, fear, ask or deny: one entry for each verb of saying
//! or *selon* with a subject. Has never heard of quotations.

use super::cue::{Cue, Shape};
use super::frame::Frame;
use super::lexicon::WordClass;
use super::mention::{Mention, What, Who, uncontracted};
use super::prose::Token;
use super::quote::Quote;
use super::speaker::is_named;
use crate::entity::EntityKind;
use crate::enumerated::enumerated;
use crate::lang::{ClauseWord, Tags};
use crate::text::Span;
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
    /// True when the name is a reading of words that do not say it: of a
    /// pronoun, of a description; or when so is the speaker of the quotation
    /// that the verb introduces.
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

/// The speaker of the quotation that a verb introduces, where it is whoever
/// stands beside the verb.
fn introduced(quotes: &[Quote], cue: Span, source: Span) -> Option<&Quote> {
    let own = |q: &&Quote| q.verb == Some(cue) && q.speaker_words == Some(source) && q.speaker.is_some();
    quotes.iter().find(own)
}

/// A quotation right before the verb, with a comma or without, or right behind it.
fn is_beside_quotation(frame: &Frame, n: usize, cue: &Cue) -> bool {
    let s = &frame.sentences[n];
    let before = |k: usize| cue.items.start.checked_sub(k);
    let comma = before(1).is_some_and(|k| s.mark(frame.prose, k) == Some(','));
    let quoted = |k: Option<usize>| k.is_some_and(|k| s.quote(k).is_some());
    quoted(Some(cue.items.end)) || quoted(before(1)) && cue.shape == Shape::Inverted || comma && quoted(before(2))
}

/// Another clause may stand between a subject and its verb: an auxiliary, a
/// verb of saying, *que*, somebody else.
fn is_afar(frame: &Frame, who: &[Option<Who>], n: usize, cue: &Cue) -> bool {
    let (s, prose) = (&frame.sentences[n], frame.prose);
    let Some(m) = cue.subject else { return false };
    let subject = &frame.mentions[m];
    let (from, to) = (subject.items.end, cue.items.start);
    if !matches!(cue.shape, Shape::Direct | Shape::Dependent) || from > to {
        return false;
    }
    let class = |k: usize| s.token(prose, k).map_or(WordClass::default(), |t| t.class);
    let tags = |k: usize| s.token(prose, k).map_or(Tags::default(), |t| Tags::of(t.span.of(prose.text)));
    // `X a reconnu une erreur et promis`, `X a estimé que…, ajoutant que`: what X
    // said goes on, unless another clause began.
    let led = to.checked_sub(1).is_some_and(|k| tags(k).is(ClauseWord::ClauseCoordinator));
    let goes_on = led || cue.shape == Shape::Dependent && cue.class.is(WordClass::PRESENT);
    let spoke = frame.cues[n].iter().any(|c| c.items.end <= to && c.subject == Some(m));
    let turns = || (from..to).any(|k| tags(k).is(ClauseWord::Adversative | ClauseWord::Subordinator));
    if goes_on && spoke && !turns() {
        return false;
    }
    // `X, qui a été élue, a dit`.
    let comma = |k: usize| s.mark(prose, k) == Some(',');
    let relative = |k: usize| class(k).is(WordClass::WHO | WordClass::WHERE);
    let closed = to.checked_sub(1).is_some_and(comma);
    if closed && (relative(from) || comma(from) && relative(from + 1)) {
        return false;
    }
    let clause = |k: usize| class(k).is(WordClass::AUX | WordClass::THAT) || class(k).verb(WordClass::FINITE);
    let whose = |m: usize| who.get(m).copied().flatten();
    let other = frame.of_sentence[n].clone().filter(|&o| {
        let mention = &frame.mentions[o];
        let apposed = mention.items.start.checked_sub(1).is_some_and(|k| matches!(s.mark(prose, k), Some(',' | '(')));
        let within = mention.items.start >= from && mention.items.end <= to;
        within && !mention.governed && !apposed && mention.what != What::Pronoun && whose(o) != whose(m)
    });
    // `La CGT, syndicat des ports et des docks, a dit`: an aside holds no other subject.
    (from..to).any(clause) || !(closed && comma(from)) && other.count() > 0
}

/// `la CGT et la FSU ont appelé`, `Anna, Jeanne, Marie témoignent`: of those who act
/// together the last.
fn is_one_of_several(frame: &Frame, n: usize, cue: &Cue) -> bool {
    let (s, prose) = (&frame.sentences[n], frame.prose);
    let Some(subject) = cue.subject.map(|m| &frame.mentions[m]) else { return false };
    let Some(k) = subject.items.start.checked_sub(1) else { return false };
    let coordinator = |t: &Token| Tags::of(t.span.of(prose.text)).is(ClauseWord::ClauseCoordinator);
    let joins = s.mark(prose, k) == Some(',') || s.token(prose, k).is_some_and(coordinator);
    let before = frame.of_sentence[n].clone().any(|o| frame.mentions[o].items.end == k);
    cue.shape == Shape::Direct && cue.is_of_several(s, prose) && joins && before && !subject.plural
}

/// `la France a annoncé`, but not `la maire du VIIIe arrondissement, qui estime`.
fn stands_beside(cue: &Cue, subject: &Mention) -> bool {
    !matches!(cue.shape, Shape::Direct | Shape::Dependent) || subject.items.end == cue.items.start
}

fn is_place(frame: &Frame, mention: &Mention) -> bool {
    matches!(mention.what, What::Name(e) if frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Place))
}

/// Attributions of all sentences in order. Who said a quotation is taken from
/// there. What else is read is doubtful: pronouns that stand for the speaker of a
/// quotation were read rightly in 87 of 100, descriptions in 75, names and
/// descriptions beside them in 91.
pub(super) fn find(frame: &Frame, who: &[Option<Who>], quotes: &[Quote]) -> Vec<Attribution> {
    let text = frame.prose.text;
    let mut out = Vec::new();
    for (n, cues) in frame.cues.iter().enumerate() {
        for cue in cues {
            let (Some(m), Some(kind)) = (cue.subject, kind(cue.class, cue.shape)) else { continue };
            let mention = &frame.mentions[m];
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
            let wordless = apart && hollow && !quoted();
            // `283 000 personnes ont protesté dans toute la France`: a place speaks only
            // right before its verb.
            let afar = cue.shape != Shape::Accordance && is_afar(frame, who, n, cue);
            let joined = is_one_of_several(frame, n, cue);
            if thing || bare || wordless || is_place(frame, mention) && !stands_beside(cue, mention) {
                continue;
            }
            let (name, entity) = match who.get(m).copied().flatten() {
                Some(Who::Entity(e)) => (frame.entities.get(e).map_or(String::new(), |e| e.name.clone()), Some(e)),
                Some(Who::Noun(k)) => (uncontracted(frame.mentions[k].span.of(text)), None),
                None if mention.what == What::Pronoun => continue,
                None => (uncontracted(mention.span.of(text)), None),
            };
            let own = introduced(quotes, cue.verb, mention.span);
            let (name, entity) = match own.and_then(|q| Some((q.speaker.as_deref()?, q.entity))) {
                Some((said, entity)) => (uncontracted(said), entity),
                None => (name, entity),
            };
            let read = match mention.what {
                What::Name(_) => false,
                // `chef de service au centre`, `ce déferlement`.
                What::Noun if entity.is_some() => mention.who.is_none(),
                What::Noun => mention.is_torso(frame.prose) || !mention.role.is(WordClass::ROLE),
                What::Pronoun => true,
            };
            out.push(Attribution {
                span: frame.sentences[n].span,
                cue: cue.verb,
                source: mention.span,
                name,
                entity,
                kind,
                negated: cue.negated,
                conditional: cue.conditional,
                // Of a quotation it is the words that may be somebody else's.
                doubtful: own
                    .filter(|q| !is_named(frame, q))
                    .map_or(read || afar || cue.loose || joined, |q| q.doubtful),
            });
        }
    }
    out
}
