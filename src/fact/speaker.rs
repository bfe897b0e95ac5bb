//! Who said it: candidates from cues, subjects and the sentences before, each
//! with a sum of weights that can be read. Has never heard of screens.

use super::cue::{Cue, Frame, Item, Sentence, Shape, only_marks};
use super::lexicon::Class;
use super::mention::{Gender, Mention, What, Who};
use super::prose::Kind;
use super::quote::{Quote, QuoteKind, Reason};
use crate::entity::EntityKind;
use crate::text::{Folded, Span, fold};

/// Weights in tenths. Each is a reason that can be shown.
mod weight {
    pub(super) const BEHIND: (&str, i32) = ("verb of saying right behind the quotation", 80);
    pub(super) const INSIDE: (&str, i32) = ("verb of saying between commas inside the quotation", 74);
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
    pub(super) const CLAUSE: (&str, i32) = ("subject of the clause around the quotation", 8);
    pub(super) const CONTINUES: (&str, i32) = ("same speaker as the quotation before", 34);
    pub(super) const SUBJECT_BEFORE: (&str, i32) = ("subject of the sentence before", 16);
    pub(super) const COLON_BEFORE: (&str, i32) = ("announced by the paragraph before", 50);
    pub(super) const REPORTED: (&str, i32) = ("speaker of the sentence before", 14);
    pub(super) const SAME_WORDS: (&str, i32) = ("the same words are quoted from them elsewhere", 30);
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
    /// Chosen candidate of each quotation, for the quotations after it.
    score: Vec<i32>,
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
        score: vec![0; quotes.len()],
    };
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

/// A head noun without its gender and number: `ministre`, `directrice` and
/// `directeur` meet.
fn stem(head: &str) -> &str {
    let s = head.trim_end_matches(['s', 'x']);
    for end in ["trice", "teur", "euse", "eure", "eur", "ienne", "ien", "iere", "ier", "ere", "er", "ee", "e"] {
        if let Some(t) = s.strip_suffix(end)
            && t.len() >= 3
        {
            return t;
        }
    }
    s
}

/// Words that mean whoever was named last.
fn points_back(head: &str) -> bool {
    matches!(
        stem(head),
        "derni"
            | "interess"
            | "quadragenair"
            | "quinquagenair"
            | "trentenair"
            | "sexagenair"
            | "septuagenair"
            | "octogenair"
    )
}

impl Resolver<'_, '_, '_> {
    fn mention(&self, m: usize) -> &Mention {
        &self.frame.mentions[m]
    }

    /// Descriptions that stand beside a name anywhere in the text; the name
    /// of a minister may come after the first `le ministre`.
    fn learn_names(&mut self) {
        for m in &self.frame.mentions {
            if let (Some(who), false) = (m.who, m.head.is_empty())
                && self.known.len() < MEMORY
            {
                self.known.push(Known { head: m.head.clone(), details: m.details.clone(), who });
            }
        }
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

    fn note(&mut self, m: usize, sentence: usize, subject: bool) {
        let Some(who) = self.who[m] else { return };
        if self.mention(m).what == What::Pronoun && !subject {
            return;
        }
        if self.recent.len() >= RECENT {
            self.recent.drain(..RECENT / 2);
        }
        self.recent.push(Seen { who, mention: m, sentence, subject });
        let mention = self.mention(m);
        if mention.what == What::Noun && self.known.len() < 2 * MEMORY {
            let known = Known { head: mention.head.clone(), details: mention.details.clone(), who };
            self.known.push(known);
        }
    }

    fn resolve(&self, m: usize, n: usize) -> Option<Who> {
        let mention = self.mention(m);
        match mention.what {
            What::Name(e) => Some(Who::Entity(e)),
            What::Pronoun => self.antecedent(m, n),
            What::Noun if points_back(&mention.head) && !mention.plural => self.antecedent(m, n).or(Some(Who::Noun(m))),
            What::Noun => self.described(m).or_else(|| self.renamed(m, n)).or(Some(Who::Noun(m))),
        }
    }

    /// Whom a description means that stood beside a name before.
    fn described(&self, m: usize) -> Option<Who> {
        let mention = self.mention(m);
        let text = self.frame.prose.text;
        let article = fold(mention.span.of(text));
        // `un manifestant` is somebody new.
        if article.starts_with("un ") || article.starts_with("une ") || article.starts_with("a ") || mention.plural {
            return None;
        }
        let own = stem(&mention.head);
        let mut best: Option<(i32, usize)> = None;
        for (i, k) in self.known.iter().enumerate() {
            if stem(&k.head) != own {
                continue;
            }
            if let (Who::Entity(e), Some(gender)) = (k.who, mention.gender)
                && self.gender(Who::Entity(e)).is_some_and(|g| g != gender)
                && mention.role.is(Class::MASCULINE) != mention.role.is(Class::FEMININE)
            {
                continue;
            }
            let shared = mention.details.iter().filter(|d| k.details.contains(d)).count() as i32;
            let foreign = mention.details.len() as i32 - shared;
            let missing = k.details.len() as i32 - shared;
            // `le président russe` is not `le président ukrainien`.
            if foreign > 0 && missing > 0 && shared == 0 {
                continue;
            }
            let named = i32::from(matches!(k.who, Who::Entity(_)));
            let score = 4 * shared - 3 * foreign - missing.min(2) + 2 * named;
            if score >= -3 && best.is_none_or(|(s, _)| score >= s) {
                best = Some((score, i));
            }
        }
        best.map(|(_, i)| self.known[i].who)
    }

    /// `le syndicaliste` after a name that no description stands beside: a
    /// new person would be introduced by name or by *un*.
    fn renamed(&self, m: usize, n: usize) -> Option<Who> {
        let mention = self.mention(m);
        let text = fold(mention.span.of(self.frame.prose.text));
        let definite = ["le ", "la ", "l'", "ce ", "cet ", "cette ", "the "].iter().any(|a| text.starts_with(a));
        let pointing = text.starts_with("ce ") || text.starts_with("cet ") || text.starts_with("cette ");
        let person = mention.role.is(Class::PERSON) || pointing && !mention.role.is(Class::ROLE);
        if !definite || mention.plural || !person {
            return None;
        }
        let who = self.antecedent(m, n)?;
        let Who::Entity(e) = who else { return None };
        let person = self.frame.entities.get(e).is_some_and(|e| e.kind == EntityKind::Person);
        let near = self.recent.iter().rev().find(|x| x.who == who).is_some_and(|x| n - x.sentence <= 3);
        let spoke = self.last.is_some_and(|(w, s, _)| w == who && n - s <= 3);
        // Somebody known as a minister is not `le maire`.
        let other = self.known.iter().any(|k| k.who == who && stem(&k.head) != stem(&mention.head));
        (person && near && (spoke || !other)).then_some(who)
    }

    fn gender(&self, who: Who) -> Option<Gender> {
        match who {
            Who::Noun(m) => self.mention(m).gender,
            Who::Entity(e) => {
                self.frame.mentions.iter().take(400).find(|m| m.what == What::Name(e)).and_then(|m| m.gender)
            }
        }
    }

    /// Whom a pronoun means: agreement first, then who was the subject, who
    /// spoke, who is near.
    fn antecedent(&self, m: usize, n: usize) -> Option<Who> {
        let pronoun = self.mention(m);
        if pronoun.role.is(Class::ONE | Class::FIRST) && pronoun.what == What::Pronoun {
            return None;
        }
        let mut best: Option<(i32, Who)> = None;
        for seen in self.recent.iter().rev() {
            let away = n - seen.sentence;
            if away > 6 {
                break;
            }
            let other = self.mention(seen.mention);
            let gender = self.gender(seen.who);
            if let (Some(a), Some(b)) = (pronoun.gender, gender)
                && a != b
            {
                continue;
            }
            if other.plural != pronoun.plural && other.what != What::Pronoun {
                continue;
            }
            let mut score = 40 - 9 * away as i32;
            score += if seen.subject { 14 } else { 0 };
            score -= if other.governed { 10 } else { 0 };
            score -= if gender.is_none() { 4 } else { 0 };
            score += match seen.who {
                Who::Entity(e) => match self.frame.entities.get(e).map(|e| e.kind) {
                    Some(EntityKind::Person) => 8,
                    Some(EntityKind::Organisation) => -8,
                    _ => -24,
                },
                Who::Noun(x) => {
                    let role = self.mention(x).role;
                    if role.is(Class::PERSON) {
                        4
                    } else if role.is(Class::VAGUE) {
                        0
                    } else {
                        -14
                    }
                }
            };
            if let Some((who, sentence, _)) = self.last
                && who == seen.who
                && n - sentence <= 2
            {
                score += 12;
            }
            // `X a vu Y. Il…`: in its own sentence only what stands before.
            if away == 0 && other.items.start >= pronoun.items.start {
                continue;
            }
            if away == 0 && pronoun.role.is(Class::HE | Class::SHE) && !seen.subject {
                score -= 12;
            }
            if best.is_none_or(|(s, _)| score > s) {
                best = Some((score, seen.who));
            }
        }
        best.filter(|(s, _)| *s > 0).map(|(_, who)| who)
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
            let mut reasons = vec![reason];
            let own = match who {
                Who::Entity(e) => match self.frame.entities.get(e).map(|e| e.kind) {
                    Some(EntityKind::Person) => weight::PERSON,
                    Some(EntityKind::Organisation) => weight::ORGANISATION,
                    Some(EntityKind::Place) => weight::PLACE,
                    _ => weight::THING,
                },
                // A message speaks for whoever sent it, a report for itself.
                Who::Noun(n)
                    if matches!(
                        self.mention(n).head.as_str(),
                        "communique" | "tweet" | "message" | "lettre" | "statement"
                    ) =>
                {
                    weight::MESSAGE
                }
                Who::Noun(n) if self.mention(n).role.is(Class::DOCUMENT) => weight::DOCUMENT,
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
        let near = frame.of_sentence[n]
            .clone()
            .filter(|&m| self.mention(m).items.end <= i && !self.mention(m).governed)
            .next_back();
        if let Some(m) = near {
            self.add(&mut all, m, None, weight::CLAUSE);
        }
        self.from_before(n, i, q, quotes, &mut all);
        for c in &mut all {
            if self.mention(c.mention).governed && c.cue.is_none() {
                c.reasons.push(Reason { feature: weight::GOVERNED.0, tenths: weight::GOVERNED.1 });
            }
            c.score = total(&c.reasons);
        }
        all
    }

    /// What the sentences before say.
    fn from_before(&self, n: usize, i: usize, q: usize, quotes: &[Quote], all: &mut Vec<Candidate>) {
        let frame = self.frame;
        let s = &frame.sentences[n];
        let opens = only_marks(s, frame.prose, 0, i);
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
                let points = if opens && !own_cue { points } else { points / 3 };
                self.add_who(all, who, m, None, (name, points));
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
            if let Some(m) = frame.main_subject(before) {
                self.add(all, m, None, weight::SUBJECT_BEFORE);
            }
            if let Some((who, sentence, _)) = self.told
                && sentence == before
                && let Some(seen) = self.recent.iter().rev().find(|x| x.who == who)
            {
                self.add_who(all, who, seen.mention, None, weight::REPORTED);
            }
        }
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
                Shape::Inverted if !other_quote => {
                    let comma = s.mark(prose, from - 1) == Some(',') || s.mark(prose, from - 1) == Some(')');
                    if comma { weight::BEHIND_FAR } else { weight::BEHIND_OTHER }
                }
                Shape::Inverted => {
                    let comma = s.mark(prose, from - 1) == Some(',');
                    if comma { (weight::BEHIND_FAR.0, weight::BEHIND_FAR.1 - 10) } else { weight::BEHIND_OTHER }
                }
                Shape::Direct
                    if only_marks(s, prose, i + 1, subject.start) && subject.end <= from && from - subject.end <= 2 =>
                {
                    weight::BEHIND_DIRECT
                }
                Shape::Accordance if marks => weight::ACCORDANCE_NEAR,
                Shape::Accordance if !other_quote => weight::ACCORDANCE,
                Shape::Accordance => (weight::ACCORDANCE.0, weight::ACCORDANCE.1 - 14),
                _ => weight::BEHIND_OTHER,
            };
        }
        let distance = (i - to) as i32;
        let last = subject.end.max(to);
        let marks = last <= i && only_marks(s, prose, last, i);
        let quote_before = (0..from).any(|k| s.quote(k).is_some()) && only_marks(s, prose, from - 1, from);
        match cue.shape {
            Shape::Colon => weight::COLON,
            Shape::Accordance if marks => weight::ACCORDANCE_NEAR,
            Shape::Accordance => weight::ACCORDANCE,
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

/// Quotations whose weak speaker is outweighed by one stated elsewhere for
/// the same words. At most a fixed number of comparisons.
fn same_words(quotes: &mut [Quote], score: &mut [i32], text: &str) {
    const COMPARED: usize = 160;
    let folded: Vec<String> = quotes.iter().take(COMPARED).map(|q| bare(q.span.of(text))).collect();
    for q in 0..folded.len() {
        // A name said elsewhere is better than `les deux dirigeants` here.
        let nameless = quotes[q].entity.is_none();
        if score[q] >= STATED && !nameless || folded[q].len() < 4 || quotes[q].reason == NOBODY {
            continue;
        }
        let same = (0..folded.len())
            .filter(|&o| {
                o != q && score[o] >= STATED && quotes[o].entity.is_some() && quotes[o].kind != QuoteKind::Scare
            })
            .find(|&o| {
                let (short, long) = if folded[q].len() <= folded[o].len() {
                    (&folded[q], &folded[o])
                } else {
                    (&folded[o], &folded[q])
                };
                short == long || short.len() >= 8 && holds_words(long, short)
            });
        let Some(o) = same else { continue };
        let (name, points) = weight::SAME_WORDS;
        let (speaker, entity, words) = (quotes[o].speaker.clone(), quotes[o].entity, quotes[o].speaker_words);
        score[q] = score[q].max(0) + points;
        let quote = &mut quotes[q];
        (quote.speaker, quote.entity, quote.speaker_words, quote.reason) = (speaker, entity, words, name);
        quote.weighed.push(Reason { feature: name, tenths: points });
        quote.doubtful = true;
    }
}

fn bare(s: &str) -> String {
    fold(s.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn holds_words(long: &str, short: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    long.find(short)
        .is_some_and(|i| edge(long[..i].chars().next_back()) && edge(long[i + short.len()..].chars().next()))
}

/// The head of the text, folded, to see which quoted words also stand in it
/// without marks. A label shows itself early; reading on would cost time.
struct Head<'f> {
    zones: Vec<(usize, Folded)>,
    quotes: &'f [Quote],
}

impl<'f> Head<'f> {
    const BYTES: usize = 8000;

    fn new(frame: &Frame, quotes: &'f [Quote]) -> Self {
        let mut zones = Vec::new();
        let mut left = Self::BYTES;
        for zone in &frame.prose.zones {
            let text = zone.span.of(frame.prose.text);
            let part: &str = match text.char_indices().nth(left) {
                Some((end, _)) => &text[..end],
                None => text,
            };
            left = left.saturating_sub(part.len());
            zones.push((zone.span.start, Folded::new(part)));
            if left == 0 {
                break;
            }
        }
        Self { zones, quotes }
    }

    fn unquoted(&self, words: &str) -> bool {
        self.zones.iter().any(|(start, folded)| {
            folded.find_all(words).any(|hit| {
                let hit = hit.shift(*start);
                let k = self.quotes.partition_point(|q| q.outer.end <= hit.start);
                self.quotes.get(k).is_none_or(|q| !q.outer.touches(hit))
            })
        })
    }
}

/// Speech, fragment or scare quotes, by the words and by what stands around.
fn kind(frame: &Frame, head: &Head, q: usize, score: i32) -> QuoteKind {
    let quotes = head.quotes;
    let prose = frame.prose;
    let quote = &quotes[q];
    let text = quote.span.of(prose.text);
    let from = prose.token_at(quote.span.start);
    let to = prose.token_at(quote.span.end.saturating_sub(1)) + 1;
    let tokens = prose.tokens.get(from..to.min(prose.tokens.len())).unwrap_or(&[]);
    let words = tokens.iter().filter(|t| t.kind == Kind::Word).count();
    let capital = tokens.first().is_some_and(|t| t.capital);
    let verb = tokens.iter().any(|t| t.class.is(Class::AUX) || t.class.is(Class::FIRST | Class::NEGATION));
    let ended = text.ends_with(['.', '!', '?', '…']);
    let behind = quote.reason == weight::BEHIND.0
        || quote.reason == weight::INSIDE.0
        || quote.reason == NOBODY
        || quote.reason == weight::BEHIND_DIRECT.0;
    let announced = quote.reason == weight::COLON.0 || quote.reason == weight::COLON_BEFORE.0;
    let mut distance = 0;
    // `dans « Un bon fils » (2014)`: a work.
    let behind_quote = prose.token_at(quote.outer.end);
    let dated = prose.word(behind_quote) == "("
        && prose.tokens.get(behind_quote + 1).is_some_and(|t| t.kind == Kind::Number && t.span.len() == 4);
    distance += if dated && capital { 3 } else { 0 };
    let before = from.checked_sub(2).and_then(|k| prose.tokens.get(k)).filter(|t| t.span.end <= quote.outer.start);
    if let Some(t) = before {
        distance += if t.class.is(Class::NAMED) { 3 } else { 0 };
        distance += if t.class.is(Class::DETERMINER | Class::OF) && words <= 3 { 2 } else { 0 };
    }
    // Said beside the words themselves, not only by the subject around them.
    let stated = quote.weighed.iter().any(|r| r.tenths >= STATED);
    let near = quote.weighed.iter().any(|r| r.tenths >= weight::COLON.1);
    if words <= 3 && !behind && !announced {
        let bare_text = bare(text);
        let repeated = quotes.iter().take(160).filter(|o| bare(o.span.of(prose.text)) == bare_text).count();
        // A label goes on without marks, or comes back in marks.
        let label = words >= 2 && head.unquoted(&bare_text);
        distance += match repeated {
            0 | 1 => 0,
            2 => i32::from(!stated),
            _ => 3,
        };
        distance += if label { 2 } else { 0 };
    }
    distance += if capital && words <= 6 && !ended && !behind && !announced { 1 } else { 0 };
    distance += if words <= 2 { 1 } else { 0 };
    distance += match (score, stated) {
        (_, true) if near => -3,
        (_, true) => -2,
        (FLOOR.., _) => 0,
        _ => 2,
    };
    distance -= if words >= 5 { 2 } else { 0 };
    distance -= if behind || announced { 4 } else { 0 };
    distance -= if quote.reason == weight::SAME_WORDS.0 { 3 } else { 0 };
    if distance >= 3 {
        return QuoteKind::Scare;
    }
    let sentence = words >= 7
        || ended && words >= 2
        || verb && words >= 3
        || (behind || announced) && words >= 2 && capital
        || quote.reason == weight::BETWEEN.0 && words >= 4;
    if sentence { QuoteKind::Speech } else { QuoteKind::Fragment }
}
