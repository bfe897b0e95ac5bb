//! What stands around a verb of saying and its subject, as evidence for an
//! attribution. Knows no weights.

use super::AttributionKind;
use super::evidence::{AttributionEvidence, AttributionSign};
use crate::entity::EntityKind;
use crate::fact::cue::{Cue, Shape};
use crate::fact::frame::Frame;
use crate::fact::lexicon::WordClass;
use crate::fact::mention::{Mention, What, Who};
use crate::fact::prose::{Kind, Token};
use crate::fact::quote::Quote;
use crate::lang::{ClauseWord, Tags};
use crate::text::Span;

/// The speaker of the quotation that a verb introduces, where it is whoever
/// stands beside the verb.
pub(super) fn introduced(quotes: &[Quote], cue: Span, source: Span) -> Option<&Quote> {
    let own = |q: &&Quote| q.verb == Some(cue) && q.speaker_words == Some(source) && q.speaker.is_some();
    quotes.iter().find(own)
}

/// A quotation right before the verb, with a comma or without, or right behind it.
pub(super) fn is_beside_quotation(frame: &Frame, n: usize, cue: &Cue) -> bool {
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
pub(super) fn is_one_of_several(frame: &Frame, n: usize, cue: &Cue) -> bool {
    let (s, prose) = (&frame.sentences[n], frame.prose);
    let Some(subject) = cue.subject.map(|m| &frame.mentions[m]) else { return false };
    let Some(k) = subject.items.start.checked_sub(1) else { return false };
    let coordinator = |t: &Token| Tags::of(t.span.of(prose.text)).is(ClauseWord::ClauseCoordinator);
    let joins = s.mark(prose, k) == Some(',') || s.token(prose, k).is_some_and(coordinator);
    let before = frame.of_sentence[n].clone().any(|o| frame.mentions[o].items.end == k);
    cue.shape == Shape::Direct && cue.is_of_several(s, prose) && joins && before && !subject.plural
}

/// An attribution and where it stands.
pub(super) struct Neighbourhood<'p, 'a, 'd> {
    pub(super) frame: &'p Frame<'a, 'd>,
    pub(super) who: &'p [Option<Who>],
    pub(super) quotes: &'p [Quote],
    /// The sentence.
    pub(super) n: usize,
    pub(super) cue: &'p Cue,
    pub(super) mention: &'p Mention,
}

impl Neighbourhood<'_, '_, '_> {
    pub(super) fn evidence(
        &self,
        kind: AttributionKind,
        entity: Option<usize>,
        own: Option<&Quote>,
    ) -> AttributionEvidence {
        let mut e = AttributionEvidence::new();
        e.flag(AttributionSign::Always, true);
        self.what_the_verb_is(&mut e, kind);
        self.who_the_source_is(&mut e, entity);
        self.how_they_stand(&mut e);
        if let Some(q) = own {
            e.flag(AttributionSign::Quotation, true);
            e.set(AttributionSign::QuotationShare, f32::from(q.confidence.unwrap_or(0)) / 100.0);
            e.flag(AttributionSign::QuotationDoubtful, q.doubtful);
        }
        e
    }

    fn class(&self, k: usize) -> WordClass {
        let token = self.frame.sentences[self.n].token(self.frame.prose, k);
        token.map_or(WordClass::default(), |t| t.class)
    }

    fn mark(&self, k: usize) -> Option<char> {
        self.frame.sentences[self.n].mark(self.frame.prose, k)
    }

    fn what_the_verb_is(&self, e: &mut AttributionEvidence, kind: AttributionKind) {
        let cue = self.cue;
        e.flag(AttributionSign::Inverted, cue.shape == Shape::Inverted);
        e.flag(AttributionSign::Dependent, cue.shape == Shape::Dependent);
        e.flag(AttributionSign::Accordance, cue.shape == Shape::Accordance);
        e.flag(AttributionSign::Colon, cue.shape == Shape::Colon);
        e.flag(AttributionSign::Agent, cue.shape == Shape::Agent);
        let person = matches!(self.mention.what, What::Name(e) if self.frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Person));
        e.flag(AttributionSign::ColonRubric, cue.shape == Shape::Colon && self.mention.items.start == 0 && !person);
        e.flag(AttributionSign::Says, kind == AttributionKind::Says);
        e.flag(AttributionSign::Thinks, kind == AttributionKind::Thinks);
        e.flag(AttributionSign::Asks, kind == AttributionKind::Asks);
        e.flag(AttributionSign::Wishes, matches!(kind, AttributionKind::Hopes | AttributionKind::Fears));
        let beside = is_beside_quotation(self.frame, self.n, cue);
        let quoted = beside || self.quotes.iter().any(|q| q.verb == Some(cue.verb));
        let said = matches!(cue.shape, Shape::Direct | Shape::Dependent);
        let bare = said && !cue.governs && !quoted;
        let (s, prose) = (&self.frame.sentences[self.n], self.frame.prose);
        let behind = s.token(prose, cue.items.end);
        let object = behind.is_some_and(|t| t.class.is(WordClass::DETERMINER));
        let nothing = behind.is_none_or(|t| t.kind != Kind::Word);
        e.flag(AttributionSign::Governs, cue.governs);
        e.flag(AttributionSign::Quoted, quoted);
        e.flag(AttributionSign::QuotedFar, quoted && !beside && !cue.governs);
        e.flag(AttributionSign::QuotedContent, quoted && !beside && cue.class.is(WordClass::CONTENT));
        e.flag(AttributionSign::Bare, bare);
        e.flag(AttributionSign::BareSays, bare && kind == AttributionKind::Says);
        e.flag(AttributionSign::BareObject, bare && object);
        e.flag(AttributionSign::BareNothing, bare && nothing);
        e.flag(AttributionSign::BareDependent, bare && cue.shape == Shape::Dependent);
        e.flag(AttributionSign::Light, cue.class.is(WordClass::HALF));
        e.flag(AttributionSign::Content, cue.class.is(WordClass::CONTENT));
        e.flag(AttributionSign::Statement, cue.class.is(WordClass::STATEMENT));
        e.flag(AttributionSign::Reflexive, cue.reflexive);
        e.flag(AttributionSign::Negated, cue.negated);
        e.flag(AttributionSign::Conditional, cue.conditional);
        e.flag(AttributionSign::Infinitive, cue.class.is(WordClass::INFINITIVE) && !cue.class.is(WordClass::FINITE));
        e.flag(AttributionSign::Loose, cue.loose);
        let opinion = Tags::of(&cue.verb.of(prose.text).to_lowercase()).is(ClauseWord::Opinion);
        let anybody = (0..s.items.len()).any(|k| s.quote(k).is_some());
        e.flag(AttributionSign::Opinion, opinion);
        e.flag(AttributionSign::OpinionOfThing, opinion && !person && !anybody);
        let auxiliary = cue.items.clone().any(|k| self.class(k).is(WordClass::AUX));
        e.flag(AttributionSign::Compound, auxiliary);
    }

    fn who_the_source_is(&self, e: &mut AttributionEvidence, entity: Option<usize>) {
        let mention = self.mention;
        if let Some(known) = entity.and_then(|k| self.frame.entities.get(k)) {
            e.flag(AttributionSign::Person, known.kind == EntityKind::Person);
            e.flag(AttributionSign::Organisation, known.kind == EntityKind::Organisation);
            e.flag(AttributionSign::Place, known.kind == EntityKind::Place);
            e.flag(AttributionSign::Thing, known.kind == EntityKind::Misc);
            e.flag(AttributionSign::DoubtfulName, known.is_doubtful());
            e.set(AttributionSign::Mentions, (known.mentions.len() as f32).ln_1p());
        }
        let noun = mention.what == What::Noun;
        let role = mention.role;
        e.flag(AttributionSign::Pronoun, mention.what == What::Pronoun);
        e.flag(AttributionSign::PronounForWords, mention.what == What::Pronoun && entity.is_none());
        e.flag(AttributionSign::Described, noun && entity.is_some() && mention.who.is_none());
        e.flag(AttributionSign::NounPerson, noun && role.is(WordClass::PERSON));
        e.flag(AttributionSign::NounGroup, noun && role.is(WordClass::GROUP));
        e.flag(AttributionSign::NounDocument, noun && role.is(WordClass::DOCUMENT));
        e.flag(AttributionSign::NounThing, noun && !role.is(WordClass::ROLE));
        e.flag(AttributionSign::Torso, mention.is_torso(self.frame.prose));
        e.flag(AttributionSign::Governed, mention.governed);
        let s = &self.frame.sentences[self.n];
        // `Kim Jong Un` where *Kim Jong* was read.
        let goes_on = s.token(self.frame.prose, mention.items.end).is_some_and(|t| t.kind == Kind::Word && t.capital);
        e.flag(AttributionSign::GoesOn, goes_on);
        let small = |t: &Token| t.kind == Kind::Word && !t.capital && t.class.0 == 0;
        e.flag(AttributionSign::GoesOnSmall, s.token(self.frame.prose, mention.items.end).is_some_and(small));
        e.set(AttributionSign::Length, (mention.items.len() as f32).ln_1p());
    }

    fn how_they_stand(&self, e: &mut AttributionEvidence) {
        let (cue, mention) = (self.cue, self.mention);
        let (s, prose) = (&self.frame.sentences[self.n], self.frame.prose);
        let items = &mention.items;
        // What stands inside a quotation is of no sentence.
        let here = self.frame.of_sentence[self.n].clone().any(|m| self.frame.mentions[m].span == mention.span);
        if here {
            let before = items.end <= cue.items.start;
            let (from, to) = if before { (items.end, cue.items.start) } else { (cue.items.end, items.start) };
            e.set(AttributionSign::Distance, (to.saturating_sub(from) as f32).ln_1p());
            e.flag(AttributionSign::Touches, from >= to);
            e.flag(AttributionSign::Relative, before && to > 0 && self.class(to - 1).is(WordClass::WHO));
            let turns = |k: usize| matches!(self.mark(k), Some(':' | ';' | '(' | ')' | '–' | '—'));
            e.flag(AttributionSign::Parted, (from..to).any(turns));
            let rival = |m: usize| {
                let other = &self.frame.mentions[m];
                !other.governed && other.items.start >= from && other.items.end <= to && other.what != What::Pronoun
            };
            let rivals = self.frame.of_sentence[self.n].clone().filter(|&m| rival(m)).count();
            e.set(AttributionSign::Rivals, (rivals as f32).min(3.0));
            let other = |c: &&Cue| c.items.start >= from && c.items.end <= to;
            e.flag(AttributionSign::VerbBetween, self.frame.cues[self.n].iter().any(|c| other(&c)));
        } else {
            e.flag(AttributionSign::Elsewhere, true);
        }
        e.flag(AttributionSign::Afar, cue.shape != Shape::Accordance && is_afar(self.frame, self.who, self.n, cue));
        e.flag(AttributionSign::Joined, is_one_of_several(self.frame, self.n, cue));
        let several = matches!(cue.shape, Shape::Direct | Shape::Inverted) && cue.is_of_several(s, prose);
        e.flag(AttributionSign::Several, several);
        e.flag(AttributionSign::Clashes, several && !mention.plural && mention.what != What::Pronoun);
        let last = s.items.len().checked_sub(1).and_then(|k| self.mark(k));
        e.flag(AttributionSign::Question, last == Some('?'));
        e.flag(AttributionSign::Opens, items.start == 0);
    }
}
