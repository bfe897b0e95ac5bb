//! Who said it: candidates from cues, subjects and the sentences before, each
//! with a sum of weights that can be read. Has never heard of screens.

mod kind;
mod referent;

use super::cue::{Cue, Shape};
use super::frame::{Frame, Item, Sentence, only_marks};
use super::lexicon::Class;
use super::mention::{Gender, Mention, What, Who};
use super::prose::Kind;
use super::quote::{Quote, QuoteKind, Reason};
use crate::entity::EntityKind;
use crate::text::{Span, fold};
use kind::{Head, announced, kind, only_speaker, same_words};

/// Weights in tenths. Each is a reason that can be shown.
mod weight {
    pub(super) const BEHIND: (&str, i32) = ("verb of saying right behind the quotation", 80);
    pub(super) const AGENT: (&str, i32) = ("named with par behind the participle", 72);
    pub(super) const ASIDE: (&str, i32) = ("verb of saying between commas before the quotation", 70);
    pub(super) const JOINED: (&str, i32) = ("joined to the quotation before", 44);
    pub(super) const PASSIVE: (&str, i32) = ("a passive verb of saying goes on with who spoke", 26);
    pub(super) const INSIDE: (&str, i32) = ("verb of saying between commas inside the quotation", 74);
    pub(super) const SOURCE: (&str, i32) = ("selon, at the end of the sentence", 56);
    pub(super) const CLOSING: (&str, i32) = ("verb of saying that closes the sentence", 66);
    pub(super) const BEHIND_FAR: (&str, i32) = ("verb of saying at the end of the sentence", 52);
    pub(super) const BEHIND_DIRECT: (&str, i32) = ("subject and verb of saying behind the quotation", 70);
    pub(super) const BEHIND_OTHER: (&str, i32) = ("another verb of saying behind the quotation", 12);
    pub(super) const BEFORE_NEAR: (&str, i32) = ("subject of the verb of saying before the quotation", 62);
    pub(super) const BEFORE_FAR: (&str, i32) = ("subject of a verb of saying earlier in the sentence", 45);
    pub(super) const BETWEEN: (&str, i32) = ("speaker of the first half of the quotation", 46);
    pub(super) const ACCORDANCE_NEAR: (&str, i32) = ("selon, right beside the quotation", 64);
    pub(super) const ACCORDANCE: (&str, i32) = ("selon, in the same sentence", 40);
    pub(super) const COLON: (&str, i32) = ("name before a colon", 56);
    pub(super) const SUBJECT: (&str, i32) = ("subject of the sentence", 22);
    pub(super) const QUOTED_VERB: (&str, i32) = ("subject of the verb that the quotation begins with", 38);
    pub(super) const CLAUSE: (&str, i32) = ("subject of the clause around the quotation", 8);
    pub(super) const CONTINUES: (&str, i32) = ("same speaker as the quotation before", 34);
    pub(super) const SUBJECT_BEFORE: (&str, i32) = ("subject of the sentence before", 16);
    pub(super) const COLON_BEFORE: (&str, i32) = ("announced by the paragraph before", 50);
    pub(super) const REPORTED: (&str, i32) = ("speaker of the sentence before", 14);
    pub(super) const SAME_WORDS: (&str, i32) = ("the same words are quoted from them elsewhere", 30);
    pub(super) const HEADING: (&str, i32) = ("speaker of the quotation that follows", 24);
    pub(super) const ONLY: (&str, i32) = ("the only one whom the text quotes", 20);
    pub(super) const PERSON: (&str, i32) = ("a person", 6);
    pub(super) const ORGANISATION: (&str, i32) = ("an organisation", 2);
    pub(super) const PLACE: (&str, i32) = ("a place", -6);
    pub(super) const THING: (&str, i32) = ("a thing", -14);
    pub(super) const DOCUMENT: (&str, i32) = ("a document", -12);
    pub(super) const MESSAGE: (&str, i32) = ("a message, sent by somebody", -22);
    pub(super) const GOVERNED: (&str, i32) = ("behind a preposition", -14);
    pub(super) const NEARER: (&str, i32) = ("another verb of saying stands nearer", -22);
}

/// `pouvait-on lire`: said by nobody that the text names.
const NOBODY: &str = "said by nobody that the text names";

/// The least sum that names a speaker.
const FLOOR: i32 = 18;

/// The least sum of a speaker that the text states.
const STATED: i32 = 40;

/// Descriptions remembered for `le ministre` after `le ministre X`.
const MEMORY: usize = 96;

/// Antecedents remembered for pronouns.
const RECENT: usize = 48;

#[derive(Clone, Debug)]
struct Candidate {
    who: Who,
    mention: usize,
    cue: Option<Span>,
    reasons: Vec<Reason>,
    score: i32,
}

/// A description and whom it was seen to mean.
#[derive(Clone, Debug)]
struct Known {
    head: String,
    details: Vec<String>,
    plural: bool,
    who: Who,
}

/// Somebody mentioned a moment ago.
#[derive(Clone, Copy, Debug)]
struct Seen {
    who: Who,
    mention: usize,
    sentence: usize,
    subject: bool,
}

struct Resolver<'f, 'a, 'd> {
    frame: &'f Frame<'a, 'd>,
    /// Whom each mention means, as far as read.
    who: Vec<Option<Who>>,
    known: Vec<Known>,
    recent: Vec<Seen>,
    /// Speaker of the last quotation and its sentence.
    last: Option<(Who, usize, usize)>,
    /// Subject of the last verb of saying and its sentence.
    told: Option<(Who, usize, usize)>,
    /// Who sent the last message that the text quotes from.
    sender: Option<Who>,
    /// The one person whom the text names, more than once.
    only: Option<Who>,
    /// Sum of the chosen candidate of each quotation.
    score: Vec<i32>,
    /// Chosen candidate of each quotation, for the quotations after it.
    chosen: Vec<Option<Who>>,
    /// The person of each gender whom the text names far more than others.
    heroes: [Option<Who>; 2],
}

/// Names the speaker and the kind of every quotation; gives whom each mention
/// of the frame means.
pub(super) fn assign(frame: &Frame, quotes: &mut [Quote]) -> Vec<Option<Who>> {
    let mut r = Resolver {
        frame,
        who: frame.mentions.iter().map(|m| m.who).collect(),
        known: Vec::new(),
        recent: Vec::new(),
        last: None,
        told: None,
        sender: None,
        only: only_person(frame),
        score: vec![0; quotes.len()],
        chosen: vec![None; quotes.len()],
        heroes: [None; 2],
    };
    r.heroes = [r.hero(Gender::Masculine), r.hero(Gender::Feminine)];
    r.learn_names();
    for n in 0..frame.sentences.len() {
        r.sentence(n, quotes);
    }
    let head = Head::new(frame, quotes);
    let kinds: Vec<QuoteKind> = (0..quotes.len()).map(|q| kind(frame, &head, q, r.score[q])).collect();
    for (q, kind) in quotes.iter_mut().zip(kinds) {
        q.kind = kind;
    }
    same_words(quotes, &mut r.score, frame.prose.text);
    announced(frame, quotes, &mut r.score);
    only_speaker(quotes, &mut r.score);
    let head = Head::new(frame, quotes);
    let kinds: Vec<QuoteKind> = (0..quotes.len()).map(|q| kind(frame, &head, q, r.score[q])).collect();
    for (q, kind) in quotes.iter_mut().zip(kinds) {
        q.kind = kind;
        if q.kind == QuoteKind::Scare {
            (q.speaker, q.entity, q.speaker_words, q.verb, q.reason) = (None, None, None, None, "nobody speaks");
        }
    }
    r.who
}

impl Resolver<'_, '_, '_> {
    fn mention(&self, m: usize) -> &Mention {
        &self.frame.mentions[m]
    }

    fn sentence(&mut self, n: usize, quotes: &mut [Quote]) {
        let frame = self.frame;
        let subject = self.subject_of(n);
        let inside = frame.sentences[n].items.iter().filter_map(|it| match it {
            Item::Quote(q) => frame.inside[*q].map(|(m, _)| m),
            Item::Token(_) => None,
        });
        for m in frame.of_sentence[n].clone().chain(inside) {
            if self.who[m].is_none() {
                self.who[m] = self.resolve(m, n);
            }
            self.note(m, n, subject == Some(m));
        }
        let s = &frame.sentences[n];
        for i in 0..s.items.len() {
            let Some(q) = s.quote(i) else { continue };
            // A quotation that ran over paragraphs was weighed at its head.
            if quotes[q].speaker.is_some() && self.score[q] >= STATED {
                continue;
            }
            let nobody = frame.cues[n].iter().any(|c| {
                c.subject.is_some_and(|m| {
                    self.mention(m).role.is(Class::ONE) && self.relation(s, i, c, m).1 >= weight::BEHIND.1
                })
            });
            if nobody {
                quotes[q].reason = NOBODY;
                continue;
            }
            let mut all = self.candidates(n, i, q, quotes);
            all.sort_by(|a, b| b.score.cmp(&a.score).then(a.mention.cmp(&b.mention)));
            let Some(best) = all.first().filter(|c| c.score >= FLOOR && c.score > self.score[q]).cloned() else {
                continue;
            };
            let second = all.iter().find(|c| c.who != best.who).map_or(i32::MIN, |c| c.score);
            self.last = Some((best.who, n, s.line));
            self.score[q] = best.score;
            self.chosen[q] = Some(best.who);
            let quote = &mut quotes[q];
            quote.doubtful = second.saturating_add(8) >= best.score || best.score < STATED;
            quote.verb = best.cue;
            quote.speaker_words = Some(self.mention(best.mention).span);
            quote.reason = best.reasons.iter().max_by_key(|r| r.tenths).map_or("", |r| r.feature);
            quote.weighed = best.reasons;
            (quote.speaker, quote.entity) = self.name(best.who);
        }
        if let Some(who) = frame.cues[n].iter().rev().find_map(|c| c.subject).and_then(|m| self.who[m]) {
            self.told = Some((who, n, s.line));
            let message = |i: usize| {
                s.token(frame.prose, i)
                    .is_some_and(|t| t.class.is(Class::DOCUMENT) && is_message(&fold(t.span.of(frame.prose.text))))
            };
            let named = !matches!(who, Who::Noun(m) if is_message(&self.mention(m).head));
            if named && (0..s.items.len()).any(message) {
                self.sender = Some(who);
            }
        }
    }

    fn name(&self, who: Who) -> (Option<String>, Option<usize>) {
        match who {
            Who::Entity(e) => (self.frame.entities.get(e).map(|e| e.name.clone()), Some(e)),
            Who::Noun(m) => (Some(self.mention(m).span.of(self.frame.prose.text).to_owned()), None),
        }
    }

    /// Subject for the sentences behind: that of the last verb of saying, or
    /// the grammatical one.
    fn subject_of(&self, n: usize) -> Option<usize> {
        let cues = &self.frame.cues[n];
        let said = cues.iter().find(|c| matches!(c.shape, Shape::Direct | Shape::Inverted));
        let inverted = said.is_some_and(|c| c.shape == Shape::Inverted);
        let said = said.and_then(|c| c.subject);
        let main = self.frame.main_subject(n).filter(|&m| self.mention(m).what != What::Pronoun || said.is_none());
        if inverted { said.or(main) } else { main.or(said) }
    }

    fn add(&self, all: &mut Vec<Candidate>, m: usize, cue: Option<&Cue>, reason: (&'static str, i32)) {
        let Some(who) = self.who[m] else { return };
        self.add_who(all, who, m, cue, reason);
    }

    fn add_who(&self, all: &mut Vec<Candidate>, who: Who, m: usize, cue: Option<&Cue>, reason: (&'static str, i32)) {
        let reason = Reason { feature: reason.0, tenths: reason.1 };
        if let Some(c) = all.iter_mut().find(|c| c.who == who) {
            // The best cue counts; the others do not pile up.
            if let Some(old) = c.reasons.iter_mut().find(|r| r.feature == reason.feature) {
                old.tenths = old.tenths.max(reason.tenths);
            } else {
                c.reasons.push(reason);
            }
            c.cue = c.cue.or(cue.map(|c| c.verb));
        } else {
            let stated = according(&reason);
            let mut reasons = vec![reason];
            let own = match who {
                Who::Entity(e) => match self.frame.entities.get(e).map(|e| e.kind) {
                    Some(EntityKind::Person) => weight::PERSON,
                    Some(EntityKind::Organisation) => weight::ORGANISATION,
                    Some(EntityKind::Place) => weight::PLACE,
                    _ => weight::THING,
                },
                // A message speaks for whoever sent it, a report for itself.
                Who::Noun(n) if is_message(&self.mention(n).head) => weight::MESSAGE,
                Who::Noun(n) if self.mention(n).role.is(Class::DOCUMENT) && !stated => weight::DOCUMENT,
                Who::Noun(n) if !self.mention(n).role.is(Class::ROLE) => weight::THING,
                Who::Noun(_) => weight::ORGANISATION,
            };
            reasons.push(Reason { feature: own.0, tenths: own.1 });
            all.push(Candidate { who, mention: m, cue: cue.map(|c| c.verb), reasons, score: 0 });
        }
    }

    fn candidates(&self, n: usize, i: usize, q: usize, quotes: &[Quote]) -> Vec<Candidate> {
        let frame = self.frame;
        let s = &frame.sentences[n];
        let mut all: Vec<Candidate> = Vec::new();
        if let Some((m, verb)) = frame.inside[q] {
            self.add(&mut all, m, None, weight::INSIDE);
            all.iter_mut().for_each(|c| c.cue = Some(verb));
        }
        let cues = &frame.cues[n];
        for (k, cue) in cues.iter().enumerate() {
            let Some(m) = cue.subject else { continue };
            let (name, mut points) = self.relation(s, i, cue, m);
            // Another verb of saying between this one and the quotation.
            let nearer = cue.items.end <= i
                && cues[k + 1..].iter().any(|c| {
                    c.items.start > cue.items.end
                        && c.items.end <= i
                        && c.subject.is_some_and(|o| self.who[o] != self.who[m])
                        && c.shape != Shape::Accordance
                });
            let nearer = nearer && name != weight::ASIDE.0 && name != weight::AGENT.0;
            // `a répété que le gouvernement souhaitait « … »`: who repeats it
            // says it, the wish is what is said.
            let mild = |c: &Cue| !c.class.is(Class::SAY | Class::REPORT | Class::CONFIRM | Class::PROMISE);
            let inner = mild(cue)
                && cue.items.end <= i
                && cues[..k].iter().any(|c| c.governs && !mild(c) && c.shape != Shape::Accordance);
            let outer = cue.governs && !mild(cue) && cues[k + 1..].iter().filter(|c| c.items.end <= i).all(mild);
            if nearer && !outer || inner {
                points += weight::NEARER.1;
            }
            if self.mention(m).governed && cue.shape != Shape::Accordance {
                points += weight::GOVERNED.1 / 2;
            }
            self.add(&mut all, m, Some(cue), (name, points));
        }
        if let Some(m) = frame.main_subject(n) {
            self.add(&mut all, m, None, weight::SUBJECT);
        }
        // The nearest free phrase before the quotation in its clause.
        let near = frame.of_sentence[n].clone().rfind(|&m| self.mention(m).items.end <= i && !self.mention(m).governed);
        if let Some(m) = near {
            self.add(&mut all, m, None, weight::CLAUSE);
        }
        // `la ministre, X, « condamne… »`.
        let comma = i > 0 && s.mark(frame.prose, i - 1) == Some(',');
        let end = if comma { i - 1 } else { i };
        let near = frame.of_sentence[n].clone().rfind(|&m| self.mention(m).items.end == end);
        let named = |m: usize| {
            comma
                && matches!(self.mention(m).what, What::Name(e) if frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Person))
        };
        let speaks = |m: usize| self.mention(m).what != What::Noun || self.mention(m).role.is(Class::ROLE);
        if let Some(m) = near.filter(|&m| !self.mention(m).governed && speaks(m))
            && (self.begins_with_verb(&quotes[q]) || named(m) && self.begins_small(&quotes[q]))
        {
            self.add(&mut all, m, None, weight::QUOTED_VERB);
        }
        if let Some(who) = self.joined(s, i).filter(|&p| self.score[p] >= STATED).and_then(|p| self.chosen[p])
            && let Some(seen) = self.recent.iter().rev().find(|x| x.who == who)
        {
            self.add_who(&mut all, who, seen.mention, None, weight::JOINED);
        }
        self.add_from_before(n, i, q, quotes, &mut all);
        // A thing speaks only where a verb of saying makes it.
        all.retain(|c| match c.who {
            Who::Noun(m) => c.cue.is_some() || self.mention(m).role.is(Class::ROLE),
            Who::Entity(_) => true,
        });
        for c in &mut all {
            if self.mention(c.mention).governed && c.cue.is_none() {
                c.reasons.push(Reason { feature: weight::GOVERNED.0, tenths: weight::GOVERNED.1 });
            }
            c.score = total(&c.reasons);
        }
        all
    }

    /// True when the first quoted word is written small.
    fn begins_small(&self, quote: &Quote) -> bool {
        let prose = self.frame.prose;
        prose.tokens.get(prose.token_at(quote.span.start)).is_some_and(|t| t.kind == Kind::Word && !t.capital)
    }

    /// True when the first quoted word is a verb in the third person.
    fn begins_with_verb(&self, quote: &Quote) -> bool {
        let prose = self.frame.prose;
        let from = prose.token_at(quote.span.start);
        let class = |k: usize| prose.tokens.get(k).map_or(Class::default(), |t| t.class);
        let capital = prose.tokens.get(from).is_some_and(|t| t.capital);
        let led = class(from).is(Class::REFLEXIVE | Class::NEGATION) && !class(from).is(Class::DETERMINER);
        !capital && (class(from).verb(Class::FINITE) || class(from).is(Class::AUX) || led)
    }

    /// What the sentences before say.
    fn add_from_before(&self, n: usize, i: usize, q: usize, quotes: &[Quote], all: &mut Vec<Candidate>) {
        let frame = self.frame;
        let s = &frame.sentences[n];
        let opens = only_marks(s, frame.prose, 0, i);
        if opens && self.is_heading(s, &quotes[q]) {
            return;
        }
        let own_cue = frame.cues[n].iter().any(|c| c.subject.is_some());
        if let Some((who, sentence, line)) = self.last
            && n - sentence <= 2
            && s.line.abs_diff(line) <= 2
        {
            let mention = quotes
                .get(q.wrapping_sub(1))
                .and_then(|_| self.recent.iter().rev().find(|x| x.who == who))
                .map(|x| x.mention);
            let near = s.line == line || sentence + 1 == n;
            if let Some(m) = mention
                && near
            {
                let (name, points) = weight::CONTINUES;
                // Somebody else was said to speak since.
                let since = self.told.is_some_and(|(w, t, _)| w != who && t > sentence && t + 1 == n);
                let points = if opens && !own_cue && !since { points } else { points / 3 };
                self.add_who(all, who, m, None, (name, points));
                if !own_cue && self.is_passive(s, i) {
                    self.add_who(all, who, m, None, weight::PASSIVE);
                }
            }
        }
        let Some(before) = n.checked_sub(1) else { return };
        let b = &frame.sentences[before];
        let announced = (0..b.items.len()).next_back().is_some_and(|k| b.mark(frame.prose, k) == Some(':'));
        if opens && announced {
            let said = frame.cues[before].iter().rev().find_map(|c| c.subject).or_else(|| frame.main_subject(before));
            if let Some(m) = said {
                self.add(all, m, frame.cues[before].last(), weight::COLON_BEFORE);
            }
        }
        if !own_cue && s.line.abs_diff(b.line) <= 2 {
            // A sentence with a subject of its own leans less on the one before.
            let own = frame.main_subject(n).is_some_and(|m| self.mention(m).what != What::Pronoun) && !opens;
            let lean = |(name, points): (&'static str, i32)| (name, if own { points / 2 } else { points });
            if let Some(m) = frame.main_subject(before) {
                self.add(all, m, None, lean(weight::SUBJECT_BEFORE));
            }
            if let Some((who, sentence, _)) = self.told
                && sentence == before
                && let Some(seen) = self.recent.iter().rev().find(|x| x.who == who)
            {
                let alone = opens && self.last.is_some_and(|(w, s, _)| w != who && s < sentence);
                let (name, points) = lean(weight::REPORTED);
                self.add_who(all, who, seen.mention, None, (name, if alone { points + 20 } else { points }));
            }
        }
    }

    /// `un homme qui, racontera-t-elle, lui a lancé « … »`: a verb of saying
    /// with its subject between commas.
    fn is_aside(&self, s: &Sentence, cue: &Cue, m: usize) -> bool {
        let prose = self.frame.prose;
        let end = self.mention(m).items.end.max(cue.items.end);
        let parted = |k: usize| s.mark(prose, k) == Some(',');
        cue.items.start > 1
            && parted(cue.items.start - 1)
            && s.quote(cue.items.start - 2).is_none()
            && (end..end + 6).any(parted)
            && (cue.items.end..end + 6).all(|k| s.quote(k).is_none())
    }

    /// `…, a ajouté le ministre.` at the end of a sentence: all of it is said.
    fn closes(&self, s: &Sentence, cue: &Cue, m: usize) -> bool {
        let prose = self.frame.prose;
        let end = self.mention(m).items.end.max(cue.items.end);
        let parted = cue.items.start > 0
            && (matches!(s.mark(prose, cue.items.start - 1), Some(',' | ')'))
                || s.quote(cue.items.start - 1).is_some());
        let rest = end..s.items.len();
        let clear = rest.len() <= 24 && rest.clone().all(|k| s.quote(k).is_none());
        let said = cue.class.is(Class::SAY | Class::CONFIRM | Class::THINK | Class::REPORT);
        parted && clear && said && self.mention(m).items.start >= cue.items.start
    }

    /// `…, selon le procureur.`: the whole sentence comes from there.
    fn ends_with(&self, s: &Sentence, cue: &Cue, m: usize) -> bool {
        let prose = self.frame.prose;
        let parted = cue.items.start > 0 && s.mark(prose, cue.items.start - 1) == Some(',');
        let end = self.mention(m).items.end;
        parted && s.items.len() <= end + 8 && (end..s.items.len()).all(|k| s.quote(k).is_none())
    }

    /// Only joining words stand between the quotation at item `i` and the one
    /// before it in the sentence: `« … » et de « … »`.
    fn joined(&self, s: &Sentence, i: usize) -> Option<usize> {
        let before = (0..i).rev().take(6).find(|&k| s.quote(k).is_some())?;
        let joins = (before + 1..i).all(|k| {
            s.token(self.frame.prose, k).is_some_and(|t| match t.kind {
                Kind::Mark(c) => c == ',',
                Kind::Word => {
                    t.class.is(Class::CONJUNCTION | Class::DETERMINER | Class::OF | Class::PREPOSITION)
                        && !t.class.is(Class::ROLE | Class::VERB)
                }
                Kind::Number => false,
            })
        });
        (joins && before + 1 < i).then(|| s.quote(before)).flatten()
    }

    /// A passive verb of saying without *par*: `est présentée comme « … »`.
    fn is_passive(&self, s: &Sentence, i: usize) -> bool {
        let prose = self.frame.prose;
        let class = |k: usize| s.token(prose, k).map_or(Class::default(), |t| t.class);
        (1..i).rev().take(5).any(|k| {
            class(k).verb(Class::PARTICIPLE)
                && (class(k - 1).is(Class::BE)
                    || k > 1 && class(k - 1).is(Class::ADVERB | Class::PARTICIPLE) && class(k - 2).is(Class::BE))
        })
    }

    /// A quotation alone on its line, without a stop.
    fn is_heading(&self, s: &Sentence, quote: &Quote) -> bool {
        let text = self.frame.prose.text;
        let before = text[..quote.outer.start].trim_end_matches([' ', '\u{a0}', '\u{202f}', '\t']);
        let after = text[quote.outer.end..].trim_start_matches([' ', '\u{a0}', '\u{202f}', '\t', '\r']);
        s.items.len() == 1
            && (before.is_empty() || before.ends_with('\n'))
            && (after.is_empty() || after.starts_with('\n'))
            && quote.span.len() < 120
            && !quote.span.of(text).ends_with(['.', '…'])
    }

    /// How a cue stands to the quotation at item `i`.
    fn relation(&self, s: &Sentence, i: usize, cue: &Cue, m: usize) -> (&'static str, i32) {
        let prose = self.frame.prose;
        let subject = &self.mention(m).items;
        let (from, to) = (cue.items.start, cue.items.end);
        // `des « gilets jaunes », a dit X`: the words are part of a sentence
        // that X said.
        let inside = i > 0
            && s.token(prose, i - 1).is_some_and(|t| t.class.is(Class::DETERMINER | Class::OF | Class::PREPOSITION));
        if from > i {
            let marks = only_marks(s, prose, i + 1, from);
            let other_quote = (i + 1..from).any(|k| s.quote(k).is_some());
            return match cue.shape {
                Shape::Inverted if marks && !inside => weight::BEHIND,
                Shape::Inverted if self.closes(s, cue, m) => {
                    if other_quote {
                        (weight::CLOSING.0, weight::CLOSING.1 - 2)
                    } else {
                        weight::CLOSING
                    }
                }
                Shape::Inverted if !other_quote => {
                    let comma = s.mark(prose, from - 1) == Some(',') || s.mark(prose, from - 1) == Some(')');
                    if comma { weight::BEHIND_FAR } else { weight::BEHIND_OTHER }
                }
                Shape::Inverted => {
                    let comma = s.mark(prose, from - 1) == Some(',');
                    if comma { (weight::BEHIND_FAR.0, weight::BEHIND_FAR.1 - 10) } else { weight::BEHIND_OTHER }
                }
                Shape::Direct
                    if !inside
                        && only_marks(s, prose, i + 1, subject.start)
                        && subject.end <= from
                        && from - subject.end <= 2 =>
                {
                    weight::BEHIND_DIRECT
                }
                Shape::Agent => weight::AGENT,
                Shape::Accordance if marks => weight::ACCORDANCE_NEAR,
                Shape::Accordance if self.ends_with(s, cue, m) => weight::SOURCE,
                Shape::Accordance if !other_quote => weight::ACCORDANCE,
                Shape::Accordance => (weight::ACCORDANCE.0, weight::ACCORDANCE.1 - 8),
                _ => weight::BEHIND_OTHER,
            };
        }
        let distance = (i - to) as i32;
        let last = subject.end.max(to);
        let marks = last <= i && only_marks(s, prose, last, i);
        let quote_before = (0..from).any(|k| s.quote(k).is_some()) && only_marks(s, prose, from - 1, from);
        match cue.shape {
            Shape::Colon => weight::COLON,
            Shape::Agent => weight::AGENT,
            Shape::Inverted if self.is_aside(s, cue, m) => weight::ASIDE,
            Shape::Accordance if marks => weight::ACCORDANCE_NEAR,
            Shape::Accordance if (last..i).any(|k| s.quote(k).is_some()) => {
                (weight::ACCORDANCE.0, weight::ACCORDANCE.1 - 14)
            }
            Shape::Accordance => weight::ACCORDANCE,
            // `pouvant répondre aux « … »`: no clause of its own.
            Shape::Dependent if cue.class.is(Class::INFINITIVE) && !cue.governs && !marks => {
                (weight::BEFORE_FAR.0, (weight::BEFORE_FAR.1 - 12 - distance).max(16))
            }
            Shape::Inverted if quote_before => {
                if marks {
                    weight::BETWEEN
                } else {
                    (weight::BETWEEN.0, weight::BETWEEN.1 - 8)
                }
            }
            _ if cue.governs || distance <= 3 || marks => weight::BEFORE_NEAR,
            _ => (weight::BEFORE_FAR.0, (weight::BEFORE_FAR.1 - distance).max(18)),
        }
    }
}

/// `selon un document` names the document itself.
fn according(reason: &Reason) -> bool {
    reason.feature == weight::ACCORDANCE.0 || reason.feature == weight::ACCORDANCE_NEAR.0
}

/// The person of a text that names one only, and more than once.
fn only_person(frame: &Frame) -> Option<Who> {
    let mut people = frame.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person);
    let (one, entity) = people.next()?;
    (people.next().is_none() && entity.mentions.len() > 1).then_some(Who::Entity(one))
}

/// Nouns for what somebody sends: it speaks for the sender.
fn is_message(head: &str) -> bool {
    matches!(head, "communique" | "tweet" | "message" | "lettre" | "statement")
}

/// Reasons from cues do not pile up: the best counts whole, the others a
/// quarter; everything else is added.
fn total(reasons: &[Reason]) -> i32 {
    let best = reasons.iter().map(|r| r.tenths).max().unwrap_or(0);
    let mut sum = best.max(0);
    let mut used = false;
    for r in reasons {
        if r.tenths == best && !used {
            used = true;
            continue;
        }
        sum += if r.tenths > 8 { r.tenths / 3 } else { r.tenths };
    }
    sum
}
