//! The numbers that are known of a candidate: who it is, what words stand for
//! it and where, what is said of it, whether it spoke before.

use super::clause::Syntax;
use super::evidence::{Evidence, Sign};
use super::kind::is_named;
use super::rank::{Around, Choice, Place};
use super::referent::{opening, stem};
use super::resolver::Resolver;
use super::weight::{self, NOBODY};
use crate::corpus::LineKind;
use crate::entity::EntityKind;
use crate::fact::lexicon::WordClass;
use crate::fact::mention::{What, Who};
use crate::fact::prose::{Kind, Token};
use crate::fact::quote::{Quote, QuoteKind};
use crate::fact::sentence::{Sentence, only_marks};
use crate::lang::{ClauseWord, DescriptionWord, Tags};
use crate::text::Span;

/// Tokens of a quotation that are looked at.
const LOOKED_AT: usize = 200;

/// Words from which on a quotation is a sentence more often than not.
const LONG: usize = 8;

/// Bytes of words that are looked for elsewhere in the text, and how far before and behind
/// them: every quotation of a text looks for its own.
const AGAIN: usize = 60;
const AGAIN_WITHIN: usize = 10_000;

/// Items of a line that tells who said what stands above it.
const SIGNATURE: usize = 16;

impl Resolver<'_, '_, '_> {
    /// The first tokens of a quotation.
    fn tokens(&self, quote: &Quote) -> &[Token] {
        let prose = self.frame.prose;
        let from = prose.token_at(quote.span.start);
        let to = prose.token_at(quote.span.end).min(from + LOOKED_AT);
        prose.tokens.get(from..to.max(from)).unwrap_or(&[])
    }

    pub(super) fn who_it_is(&self, e: &mut Evidence, c: &Choice, quote: &Quote) {
        let frame = self.frame;
        let first = self.tokens(quote).iter().any(|t| t.class.is(WordClass::FIRST));
        let people = || frame.entities.iter().filter(|o| o.kind == EntityKind::Person);
        let person = match c.who {
            Who::Entity(k) => {
                let Some(entity) = frame.entities.get(k) else { return };
                let person = entity.kind == EntityKind::Person;
                e.flag(Sign::Person, person);
                e.flag(Sign::Organisation, entity.kind == EntityKind::Organisation);
                e.flag(Sign::Place, entity.kind == EntityKind::Place);
                e.flag(Sign::Thing, entity.kind == EntityKind::Misc);
                e.set(Sign::Mentions, (entity.mentions.len() as f32).ln_1p());
                let most = people().map(|o| o.mentions.len()).max();
                e.flag(Sign::MostNamed, person && most == Some(entity.mentions.len()));
                e.flag(Sign::DoubtfulName, entity.is_doubtful());
                e.flag(Sign::NamedInside, entity.mentions.iter().any(|m| quote.span.contains(m.span)));
                person
            }
            Who::Noun(m) => {
                let mention = self.mention(m);
                let role = mention.role;
                let person = role.is(WordClass::PERSON);
                e.flag(Sign::NounPerson, person);
                e.flag(Sign::NounGroup, role.is(WordClass::GROUP) && !person);
                e.flag(Sign::NounMedium, role.is(WordClass::MEDIUM));
                e.flag(Sign::NounDocument, role.is(WordClass::DOCUMENT));
                e.flag(Sign::NounVague, role.is(WordClass::VAGUE));
                e.flag(Sign::NounThing, !role.is(WordClass::ROLE));
                let article = opening(mention.span.of(frame.prose.text));
                let new = article.is(DescriptionWord::Indefinite);
                e.flag(Sign::Definite, article.is(DescriptionWord::Definite | DescriptionWord::BareElided));
                e.flag(Sign::Indefinite, new);
                e.flag(Sign::Pointing, article.is(DescriptionWord::Pointing));
                e.flag(Sign::Plural, mention.plural);
                e.flag(Sign::Unresolved, person && !mention.plural && !new && people().next().is_some());
                person
            }
        };
        e.flag(Sign::FirstPerson, first && person);
        e.flag(Sign::FirstNoPerson, first && !person);
        e.flag(Sign::Hero, self.heroes.contains(&Some(c.who)));
        e.flag(Sign::Only, self.only == Some(c.who));
    }

    pub(super) fn what_stands_for_it(&self, e: &mut Evidence, c: &Choice) {
        let Some(m) = c.mention else { return };
        let mention = self.mention(m);
        e.flag(Sign::AsNoun, mention.what == What::Noun && matches!(c.who, Who::Entity(_)));
        e.flag(Sign::AsPronoun, mention.what == What::Pronoun);
        e.flag(Sign::Governed, mention.governed);
        self.how_it_agrees(e, c, m);
        if let Some(other) = c.alternative {
            e.flag(Sign::Alternative, true);
            e.set(Sign::AlternativeScore, other.score as f32 / 10.0);
            e.set(Sign::Antecedent, other.near);
            e.set(Sign::AntecedentGap, other.nearer);
        } else if let Some(others) = self.others.get(&m) {
            let own = others.iter().find(|o| o.1 == c.who).map_or(0, |o| o.0);
            let next = others.iter().find(|o| o.1 != c.who).map_or(0, |o| o.0.max(0));
            e.set(Sign::Antecedent, own as f32 / 10.0);
            e.set(Sign::AntecedentGap, (next - own) as f32 / 10.0);
        }
    }

    /// Whether a pronoun or a description fits the name that it is read as.
    fn how_it_agrees(&self, e: &mut Evidence, c: &Choice, m: usize) {
        let (mention, Who::Entity(entity)) = (self.mention(m), c.who) else { return };
        if matches!(mention.what, What::Name(_)) {
            return;
        }
        if let (Some(own), Some(other)) = (mention.gender, self.gender(c.who)) {
            e.flag(Sign::Agrees, own == other);
            e.flag(Sign::Clashes, own != other);
        }
        if mention.what != What::Noun {
            return;
        }
        let given = self.given.get(entity).map_or(&[][..], |g| g);
        let so = given.iter().any(|head| stem(head) == stem(&mention.head));
        e.flag(Sign::DescribedSo, so);
        e.flag(Sign::DescribedOtherwise, !so && !given.is_empty());
        let own = self.known.iter().filter(|k| k.who == c.who && stem(&k.head) == stem(&mention.head));
        let (mut shared, mut other) = (false, false);
        for known in own.filter(|_| !mention.details.is_empty()) {
            let any = mention.details.iter().any(|d| known.details.contains(d));
            (shared, other) = (shared || any, other || !any && !known.details.is_empty());
        }
        e.flag(Sign::DetailsShared, shared);
        e.flag(Sign::DetailsOther, other && !shared);
        e.flag(Sign::OfficeOfGiven, self.is_unofficial(c.who, &mention.head));
    }

    pub(super) fn where_it_stands(&self, e: &mut Evidence, c: &Choice, at: Place) {
        let frame = self.frame;
        let here = frame.of_sentence[at.sentence].clone();
        let is = |m: &usize| self.who[*m] == Some(c.who) || Some(*m) == c.mention;
        let near = here.filter(is).min_by_key(|&m| {
            let items = &self.mention(m).items;
            if items.end <= at.item { at.item - items.end } else { items.start.saturating_sub(at.item) }
        });
        if let Some(m) = near {
            self.in_the_sentence(e, c, at, m);
        } else if let Some(m) = c.mention {
            let n = frame.of_sentence.partition_point(|r| r.end <= m);
            e.flag(Sign::Before1, n + 1 == at.sentence);
            e.flag(Sign::Before2, n + 2 <= at.sentence);
            e.flag(Sign::After1, n > at.sentence);
            e.flag(Sign::Signed, n > at.sentence && self.is_signature(n, m));
            if let Some(other) = frame.sentences.get(n).filter(|_| n != at.sentence) {
                e.flag(Sign::SameParagraph, other.line == frame.sentences[at.sentence].line);
                e.flag(Sign::MainSubject, frame.main_subject(n) == Some(m));
                let last = other.items.len().checked_sub(1).and_then(|k| other.mark(frame.prose, k));
                e.flag(Sign::Asked, n + 1 == at.sentence && last == Some('?'));
            }
        }
    }

    /// `Ana Roz, étudiante à Lens` on a line of its own: a name at its head and no
    /// verb.
    fn is_signature(&self, n: usize, m: usize) -> bool {
        let prose = self.frame.prose;
        // What stands inside a quotation is of no sentence.
        let Some(s) = self.frame.sentences.get(n) else { return false };
        let alone = |other: Option<&Sentence>| other.is_none_or(|o| o.line != s.line);
        let verb = |k: usize| s.token(prose, k).is_some_and(|t| t.class.is(WordClass::AUX | WordClass::FINITE));
        alone(n.checked_sub(1).and_then(|k| self.frame.sentences.get(k)))
            && alone(self.frame.sentences.get(n + 1))
            && self.mention(m).items.start <= 1
            && s.items.len() <= SIGNATURE
            && (0..s.items.len()).all(|k| s.quote(k).is_none() && !verb(k))
    }

    /// The same for a mention in the sentence of the quotation.
    fn in_the_sentence(&self, e: &mut Evidence, c: &Choice, at: Place, m: usize) {
        let (prose, s) = (self.frame.prose, &self.frame.sentences[at.sentence]);
        let items = &self.mention(m).items;
        let before = items.end <= at.item;
        e.flag(if before { Sign::SameBefore } else { Sign::SameAfter }, true);
        let (from, to) = if before { (items.end, at.item) } else { (at.item + 1, items.start) };
        e.set(Sign::Distance, (to.saturating_sub(from) as f32).ln_1p());
        let between = self.frame.of_sentence[at.sentence].clone().filter(|&o| {
            let items = &self.mention(o).items;
            let bracketed = items.start > 0 && s.mark(prose, items.start - 1) == Some('(');
            self.can_have_spoken(o)
                && self.who[o] != Some(c.who)
                && !bracketed
                && items.start >= from
                && items.end <= to
        });
        let between = between.count();
        e.set(Sign::Between, (between as f32).min(4.0));
        e.flag(Sign::Nearest, between == 0);
        e.flag(Sign::Touches, from <= to && only_marks(s, prose, from, to));
        let is = |k: usize, class: ClauseWord| {
            s.token(prose, k).is_some_and(|t| Tags::of(&t.span.of(prose.text).to_lowercase()).is(class))
        };
        let class = |k: usize| s.token(prose, k).map_or(WordClass::default(), |t| t.class);
        let leads = items.start.saturating_sub(2)..=items.start;
        e.flag(Sign::Opinion, leads.clone().any(|k| is(k, ClauseWord::Opinion)));
        e.flag(Sign::GovernedBy, leads.clone().any(|k| is(k, ClauseWord::Agent)));
        let of = class(items.start).is(WordClass::OF) || items.start > 0 && class(items.start - 1).is(WordClass::OF);
        e.flag(Sign::GovernedOf, of);
        e.flag(Sign::OfBehind, of && !before && items.start <= at.item + 2);
        e.flag(Sign::Bracketed, items.start > 0 && s.mark(prose, items.start - 1) == Some('('));
        e.flag(Sign::Head, items.start <= 3);
        e.flag(Sign::MainSubject, self.frame.main_subject(at.sentence) == Some(m));
    }

    pub(super) fn what_is_said_of_it(&self, e: &mut Evidence, c: &Choice, at: Place) {
        let Some(verb) = c.candidate.as_ref().and_then(|c| c.cue) else { return };
        e.flag(Sign::Cue, true);
        let near = [Some(at.sentence), at.sentence.checked_sub(1)];
        let cue = near.into_iter().flatten().flat_map(|n| &self.frame.cues[n]).find(|x| x.verb == verb);
        let Some(cue) = cue else { return };
        e.flag(Sign::CueSay, cue.class.is(WordClass::SAY | WordClass::CONFIRM));
        e.flag(Sign::CueThink, cue.class.is(WordClass::THINK));
        e.flag(Sign::CueReport, cue.class.is(WordClass::REPORT));
        e.flag(Sign::CueInfinitive, cue.class.is(WordClass::INFINITIVE) && !cue.class.is(WordClass::FINITE));
        e.flag(Sign::CueGoverns, cue.governs);
        e.flag(Sign::Negated, cue.negated);
        e.flag(Sign::Conditional, cue.conditional);
        let own = &self.frame.cues[at.sentence];
        if own.iter().any(|x| x.verb == verb) {
            let away = |items: &std::ops::Range<usize>| {
                if items.end <= at.item { at.item - items.end } else { items.start.saturating_sub(at.item + 1) }
            };
            e.set(Sign::CueDistance, (away(&cue.items) as f32).ln_1p());
            let other = |x: &&crate::fact::cue::Cue| {
                x.subject.is_some_and(|m| self.who[m] != Some(c.who) && Some(m) != c.mention)
            };
            let rivals = own.iter().filter(other).filter(|x| away(&x.items) <= away(&cue.items)).count();
            e.set(Sign::CueRivals, (rivals as f32).min(3.0));
        }
    }

    /// When it was named, among all people who were.
    pub(super) fn who_was_named(&self, e: &mut Evidence, c: &Choice, quote: &Quote, around: &Around) {
        if let Some(rank) = around.people.iter().position(|w| *w == c.who) {
            e.set(Sign::Recency, 1.0 / (1.0 + rank as f32));
        }
        if let (Who::Entity(entity), Some(since)) = (c.who, around.since) {
            let mentions = self.frame.entities.get(entity).map_or(&[][..], |e| &e.mentions);
            let first = mentions.iter().map(|m| m.span.start).min();
            e.flag(Sign::Introduced, first.is_some_and(|at| at >= since && at < quote.outer.start));
        }
    }

    pub(super) fn who_spoke(&self, e: &mut Evidence, c: &Choice, at: Place, around: &Around) {
        let history = around.history;
        e.flag(Sign::PreviousOther, history.other == Some(c.who));
        let spoken = history.spoken.iter().find(|x| x.0 == c.who).map_or(0, |x| x.1);
        e.set(Sign::Spoken, (spoken as f32).ln_1p());
        let Some((_, last)) = history.last.filter(|x| x.0 == c.who) else { return };
        let (now, then) = (&self.frame.sentences[at.sentence], &self.frame.sentences[last.sentence]);
        e.flag(Sign::Previous, true);
        e.flag(Sign::PreviousParagraph, now.line == then.line);
        e.flag(Sign::PreviousSentence, at.sentence == last.sentence);
        e.flag(Sign::PreviousCueless, !self.frame.cues[at.sentence].iter().any(|c| c.subject.is_some()));
    }

    /// What speaks for nobody whom the text names.
    pub(super) fn nobody(&self, at: Place, quote: &Quote, choices: &[Choice], syntax: &Syntax) -> Evidence {
        let frame = self.frame;
        let s = &frame.sentences[at.sentence];
        let mut e = Evidence::new();
        let tokens = self.tokens(quote);
        let words = tokens.iter().filter(|t| t.kind == Kind::Word).count();
        let before = at.item.checked_sub(1).and_then(|k| s.token(frame.prose, k));
        e.flag(Sign::Nobody, true);
        e.flag(Sign::NobodyTold, quote.reason == Some(NOBODY));
        e.set(Sign::NobodyWords, (words as f32).ln_1p());
        e.flag(Sign::NobodyCapital, tokens.first().is_some_and(|t| t.capital));
        e.flag(Sign::NobodyCueless, !frame.cues[at.sentence].iter().any(|c| c.subject.is_some()));
        e.flag(Sign::NobodyLed, before.is_some_and(|t| t.class.is(WordClass::DETERMINER | WordClass::OF)));
        e.flag(Sign::NobodyFragment, quote.kind == QuoteKind::Fragment);
        e.flag(Sign::NobodyOpens, only_marks(s, frame.prose, 0, at.item));
        let title = frame.prose.zones.iter().find(|z| z.line == s.line).is_some_and(|z| z.kind == LineKind::Title);
        e.flag(Sign::NobodyTitle, title);
        let stated = |c: &Choice| c.candidate.as_ref().is_some_and(|c| c.score >= weight::STATED);
        e.flag(Sign::NobodyWeak, !choices.iter().any(stated));
        e.flag(Sign::NobodyClause, !syntax.clauses.is_empty());
        e.flag(Sign::NobodyVerbBehind, syntax.behind.is_some());
        e.flag(Sign::NobodyAlone, s.items.len() <= 2);
        e.flag(Sign::NobodyOneWord, words <= 1);
        e.flag(Sign::NobodyLong, words >= LONG);
        e.flag(Sign::NobodyFirstPerson, tokens.iter().any(|t| t.class.is(WordClass::FIRST)));
        self.what_may_be_a_label(&mut e, at, quote);
        e
    }

    /// What speaks for words that only call something so.
    fn what_may_be_a_label(&self, e: &mut Evidence, at: Place, quote: &Quote) {
        let prose = self.frame.prose;
        let s = &self.frame.sentences[at.sentence];
        let before = |k: usize| at.item.checked_sub(k).and_then(|i| s.token(prose, i));
        let word = |k: usize| before(k).filter(|t| t.kind == Kind::Word);
        let tags = |k: usize| word(k).map_or(Tags::default(), |t| Tags::of(&t.span.of(prose.text).to_lowercase()));
        let capital = self.tokens(quote).first().is_some_and(|t| t.capital);
        e.flag(Sign::NobodyNamed, is_named(self.frame, quote));
        let apposed = word(1).is_some_and(|t| t.class.is(WordClass::ROLE | WordClass::NAMED) || t.class.0 == 0);
        e.flag(Sign::NobodyApposed, apposed);
        e.flag(Sign::NobodyTitled, apposed && capital);
        e.flag(Sign::NobodyFor, tags(1).is(ClauseWord::Opinion));
        let own = quote.span.of(prose.text);
        let from = prose.text.floor_char_boundary(quote.span.start.saturating_sub(AGAIN_WITHIN));
        let around = &prose.text[from..prose.text.floor_char_boundary(quote.span.end + AGAIN_WITHIN)];
        let again = |(at, _): (usize, &str)| !quote.span.touches(Span::new(from + at, from + at + own.len()));
        e.flag(Sign::NobodyAgain, own.len() < AGAIN && around.match_indices(own).any(again));
        let verb = |k: usize| word(k).is_some_and(|t| t.class.is(WordClass::VERB));
        let small = |k: usize| word(k).is_some_and(|t| t.class.is(WordClass::DETERMINER | WordClass::OF));
        e.flag(Sign::NobodySaid, verb(1) || small(1) && (verb(2) || small(2) && verb(3)));
        let free = before(1).is_none_or(|t| matches!(t.kind, Kind::Mark(c) if c != ','));
        e.flag(Sign::NobodyCapitalInside, capital && !free);
        let inside = s.token(prose, at.item + 2).is_some_and(|t| t.kind == Kind::Word && t.capital);
        e.flag(Sign::NobodyBracket, s.mark(prose, at.item + 1) == Some('(') && inside);
    }
}
