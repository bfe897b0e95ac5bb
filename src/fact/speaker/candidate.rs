//! Who may have said a quotation: candidates with the reasons for each.

use super::resolver::{Resolver, is_message};
use super::weight::{self, STATED};
use crate::entity::EntityKind;
use crate::fact::cue::{Cue, Shape};
use crate::fact::lexicon::WordClass;
use crate::fact::mention::{What, Who};
use crate::fact::prose::Kind;
use crate::fact::quote::{Quote, Reason};
use crate::fact::sentence::{Sentence, only_marks};
use crate::text::Span;
use crate::words::Plain;

/// Somebody who may have said it, and why.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) who: Who,
    pub(super) mention: usize,
    pub(super) cue: Option<Span>,
    pub(super) reasons: Vec<Reason>,
    pub(super) score: i32,
}

impl Resolver<'_, '_, '_> {
    fn add(&self, all: &mut Vec<Candidate>, m: usize, cue: Option<&Cue>, reason: (Plain, i32)) {
        let Some(who) = self.who[m] else { return };
        self.add_who(all, who, m, cue, reason);
    }

    fn add_who(&self, all: &mut Vec<Candidate>, who: Who, m: usize, cue: Option<&Cue>, reason: (Plain, i32)) {
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
                Who::Noun(n) if self.mention(n).role.is(WordClass::DOCUMENT) && !stated => weight::DOCUMENT,
                Who::Noun(n) if !self.mention(n).role.is(WordClass::ROLE) => weight::THING,
                Who::Noun(_) => weight::ORGANISATION,
            };
            reasons.push(Reason { feature: own.0, tenths: own.1 });
            all.push(Candidate { who, mention: m, cue: cue.map(|c| c.verb), reasons, score: 0 });
        }
    }

    pub(super) fn candidates(&self, n: usize, i: usize, q: usize, quotes: &[Quote]) -> Vec<Candidate> {
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
            if self.is_outweighed(cues, k, i, name) {
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
        let speaks = |m: usize| self.mention(m).what != What::Noun || self.mention(m).role.is(WordClass::ROLE);
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
        // `les « gilets jaunes »` does not say its own words.
        all.retain(|c| !self.holds(c.mention, n, i));
        // A thing speaks only where a verb of saying makes it.
        all.retain(|c| match c.who {
            Who::Noun(m) => c.cue.is_some() || self.mention(m).role.is(WordClass::ROLE),
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

    /// Whether another place that says who says outweighs cue `k` for the quotation at
    /// item `i`, to which it stands as the rule `name` says.
    fn is_outweighed(&self, cues: &[Cue], k: usize, i: usize, name: Plain) -> bool {
        let cue = &cues[k];
        let Some(m) = cue.subject else { return false };
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
        let mild = |c: &Cue| !c.class.is(WordClass::SAY | WordClass::REPORT | WordClass::CONFIRM | WordClass::PROMISE);
        let inner = mild(cue)
            && cue.items.end <= i
            && cues[..k].iter().any(|c| c.governs && !mild(c) && c.shape != Shape::Accordance);
        let outer = cue.governs && !mild(cue) && cues[k + 1..].iter().filter(|c| c.items.end <= i).all(mild);
        // `Selon lui, X a tardé : « … »`: whose words the sentence gives.
        let led = cue.shape == Shape::Colon
            && cues[..k].iter().any(|c| {
                c.shape == Shape::Accordance
                    && c.items.start <= 1
                    && c.subject.is_some_and(|o| self.who[o] != self.who[m])
            });
        nearer && !outer || inner || led
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
        let class = |k: usize| prose.tokens.get(k).map_or(WordClass::default(), |t| t.class);
        let capital = prose.tokens.get(from).is_some_and(|t| t.capital);
        let led = class(from).is(WordClass::REFLEXIVE | WordClass::NEGATION) && !class(from).is(WordClass::DETERMINER);
        !capital && (class(from).verb(WordClass::FINITE) || class(from).is(WordClass::AUX) || led)
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
            let lean = |(name, points): (Plain, i32)| (name, if own { points / 2 } else { points });
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

    /// Only joining words stand between the quotation at item `i` and the one
    /// before it in the sentence: `« … » et de « … »`.
    fn joined(&self, s: &Sentence, i: usize) -> Option<usize> {
        let before = (0..i).rev().take(6).find(|&k| s.quote(k).is_some())?;
        let joins = (before + 1..i).all(|k| {
            s.token(self.frame.prose, k).is_some_and(|t| match t.kind {
                Kind::Mark(c) => c == ',',
                Kind::Word => {
                    t.class.is(WordClass::CONJUNCTION | WordClass::DETERMINER | WordClass::OF | WordClass::PREPOSITION)
                        && !t.class.is(WordClass::ROLE | WordClass::VERB)
                }
                Kind::Number => false,
            })
        });
        (joins && before + 1 < i).then(|| s.quote(before)).flatten()
    }

    /// A passive verb of saying without *par*: `est présentée comme « … »`.
    fn is_passive(&self, s: &Sentence, i: usize) -> bool {
        let prose = self.frame.prose;
        let class = |k: usize| s.token(prose, k).map_or(WordClass::default(), |t| t.class);
        (1..i).rev().take(5).any(|k| {
            class(k).verb(WordClass::PARTICIPLE)
                && (class(k - 1).is(WordClass::BE)
                    || k > 1
                        && class(k - 1).is(WordClass::ADVERB | WordClass::PARTICIPLE)
                        && class(k - 2).is(WordClass::BE))
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
}

/// `selon un document` names the document itself.
fn according(reason: &Reason) -> bool {
    reason.feature == weight::ACCORDANCE.0 || reason.feature == weight::ACCORDANCE_NEAR.0
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
