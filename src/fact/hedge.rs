//! Words that hold a statement at a distance, on a ladder from fact to
//! denial. A closed lexicon; has never heard of who speaks.

use super::cue::is_conditional;
use super::lexicon::WordClass;
use super::prose::{Kind, Prose, Token};
use super::quote::Quote;
use crate::enumerated::enumerated;
use crate::lang::{self, ClauseWord, HedgeWord, Tags};
use crate::text::{Span, fold};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::OnceLock;

enumerated! {
    /// How far from plain fact, the plain indicative being step 0.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum Step {
        /// *devrait*, *va*, *probablement*: expected.
        Expected => "expected",
        /// *pourrait*, *peut-être*, *serait*: possible.
        Possible => "possible",
        /// *espère*, *souhaite*: hoped or wished.
        Hoped => "hoped",
        /// *craint*, *redoute*: feared.
        Feared => "feared",
        /// *dément*, *nie*: denied.
        Denied => "denied",
    }
}

/// A hedging word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hedge {
    /// The word or words.
    pub span: Span,
    /// Its place on the ladder.
    pub step: Step,
    /// True inside a quotation: the speaker hedges, not the article.
    pub quoted: bool,
}

/// A phrase of the lexicon.
struct Entry {
    /// Its words behind the first, folded.
    rest: Vec<String>,
    /// All its words as they are spelt, in small letters.
    spelt: Vec<String>,
    class: HedgeWord,
}

/// The step of a class, if it is one by itself.
fn step(class: HedgeWord) -> Option<Step> {
    Some(match class {
        HedgeWord::Expected => Step::Expected,
        HedgeWord::Possible | HedgeWord::Conditional | HedgeWord::Potential => Step::Possible,
        HedgeWord::Hoped => Step::Hoped,
        HedgeWord::Feared => Step::Feared,
        HedgeWord::Denied => Step::Denied,
        HedgeWord::Unreal | HedgeWord::Nobody | HedgeWord::Causative | HedgeWord::If => return None,
    })
}

/// Phrases by their first word, longest first.
fn table() -> &'static HashMap<String, Vec<Entry>> {
    static TABLE: OnceLock<HashMap<String, Vec<Entry>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<String, Vec<Entry>> = HashMap::new();
        for entry in lang::entries::<HedgeWord>().filter(|e| step(e.class).is_some()) {
            // A token ends behind its apostrophe, and is compared without it.
            let spelt = entry.word.replace(['\'', '’'], " ");
            let spelt: Vec<String> = spelt.split_whitespace().map(str::to_lowercase).collect();
            let mut words = spelt.iter().map(|w| fold(w));
            if let Some(first) = words.next() {
                let rest = words.collect();
                table.entry(first).or_default().push(Entry { rest, spelt, class: entry.class });
            }
        }
        for list in table.values_mut() {
            list.sort_by_key(|e| std::cmp::Reverse(e.rest.len()));
        }
        table
    })
}

/// Hedges of all zones in order.
pub(super) fn find(prose: &Prose, quotes: &[Quote]) -> Vec<Hedge> {
    let mut out = Vec::new();
    let mut quote = 0;
    for zone in &prose.zones {
        let mut i = zone.tokens.start;
        while i < zone.tokens.end {
            let within = Within { prose, first: zone.tokens.start, end: zone.tokens.end };
            let Some((len, class)) = within.phrase_at(i) else {
                i += 1;
                continue;
            };
            let span = Span::new(prose.tokens[i].span.start, prose.tokens[i + len - 1].span.end);
            while quotes.get(quote).is_some_and(|q| q.outer.end <= span.start) {
                quote += 1;
            }
            let quoted = quotes.get(quote).is_some_and(|q| q.outer.contains(span));
            // `Cela devrait être gratuit`: who speaks says what ought to be more often than
            // what is expected, but where it is counted.
            let ought = quoted && class == HedgeWord::Expected && is_conditional(prose.word(i)) && !within.counts(i);
            if let Some(step) = within.meant(i, i + len, class).filter(|_| !ought) {
                out.push(Hedge { span, step, quoted });
            }
            i += len;
        }
    }
    out
}

/// Verbs by which something is said.
const SAID: u64 = WordClass::SAY | WordClass::CONFIRM | WordClass::DENY;

/// The tokens of a zone.
struct Within<'p, 'd> {
    prose: &'p Prose<'d>,
    first: usize,
    end: usize,
}

impl Within<'_, '_> {
    fn phrase_at(&self, i: usize) -> Option<(usize, HedgeWord)> {
        let token = &self.prose.tokens[i];
        if token.kind != Kind::Word {
            return None;
        }
        let key = |k: usize| fold(self.prose.word(k)).trim_end_matches('\'').to_owned();
        let first = self.prose.word(i);
        // `Theresa May`: a capital inside a sentence is a name's.
        if first.len() > 20 || token.capital && !self.opens(i) {
            return None;
        }
        let list = table().get(key(i).as_str())?;
        list.iter().find_map(|e| {
            let len = e.rest.len() + 1;
            let fits = i + len <= self.end
                && e.rest.iter().enumerate().all(|(k, w)| key(i + 1 + k) == *w)
                && e.spelt.iter().enumerate().all(|(k, w)| self.is_spelt(i + k, w));
            fits.then_some((len, e.class))
        })
    }

    /// `appréhendé` is not `appréhende`; a word without accents may have lost them.
    fn is_spelt(&self, k: usize, word: &str) -> bool {
        let written = self.prose.word(k);
        written.is_ascii() || written.trim_end_matches(['\'', '’']).to_lowercase() == word
    }

    /// True for the first word of a sentence, of a line or of what stands in marks.
    fn opens(&self, i: usize) -> bool {
        i == self.first
            || matches!(self.prose.tokens[i - 1].kind, Kind::Mark(c) if !matches!(c, ',' | '-' | '\'' | '’'))
    }

    /// The step that a phrase means here, from token `i` to `next`; none where it holds
    /// nothing at a distance.
    fn meant(&self, i: usize, next: usize, class: HedgeWord) -> Option<Step> {
        let follows = self.prose.tokens.get(next).filter(|_| next < self.end);
        // `pourraient-ils ?` asks, `ne serait-ce` says nothing; `semble-t-il` does.
        if follows.is_some_and(|t| t.inverted) && (class == HedgeWord::Conditional || self.asks(next)) {
            return None;
        }
        match class {
            // `peut être estimé`: it can be done.
            HedgeWord::Potential if self.is_participle(next) => None,
            // `plus forte que présumée`
            HedgeWord::Possible if i > self.first && self.class(i - 1).is(WordClass::THAT) && self.is_participle(i) => {
                None
            }
            // `a souhaité préciser`, `voudrait dire`, `voudrait faire croire`: it is said. Who
            // `souhaite annoncer` has not said it yet.
            HedgeWord::Hoped
                if self.makes_believe(next)
                    || (next > i + 1 || is_conditional(self.prose.word(i))) && self.says(next, SAID) =>
            {
                None
            }
            // `rien n’est prévu`
            HedgeWord::Expected if next > i + 1 && self.is_negated(i) => None,
            // `ne souhaite pas`, `ne rejette pas tout`
            HedgeWord::Hoped | HedgeWord::Feared | HedgeWord::Denied if self.is_negated(i) => None,
            // `est attendue et observée`: nothing is to come.
            HedgeWord::Expected if next > i + 1 && follows.is_some_and(|t| self.joins(t)) => None,
            HedgeWord::Conditional if self.is_unreal(i, next) => None,
            HedgeWord::Conditional if self.is_future_then(i, next) => Some(Step::Expected),
            class => step(class),
        }
    }

    fn class(&self, k: usize) -> WordClass {
        self.prose.tokens[k].class
    }

    /// A number stands in the sentence of token `i`.
    fn counts(&self, i: usize) -> bool {
        /// Tokens in which it is looked for, before and behind.
        const AROUND: usize = 24;
        let here = |k: &usize| !self.stops(*k);
        let number = |k: usize| self.prose.tokens[k].kind == Kind::Number;
        let mut before = (self.first.max(i.saturating_sub(AROUND))..i).rev().take_while(here);
        let mut behind = (i..(i + AROUND).min(self.end)).take_while(here);
        before.any(number) || behind.any(number)
    }

    /// *ne* stands with the verb at token `i`.
    fn is_negated(&self, i: usize) -> bool {
        /// Pronouns between.
        const BETWEEN: usize = 2;
        let from = self.first.max(i.saturating_sub(BETWEEN + 1));
        let small = |k: &usize| self.class(*k).is(WordClass::CLITIC | WordClass::NEGATION);
        (from..i).rev().take_while(small).any(|k| self.class(k).is(WordClass::NEGATION))
    }

    /// True where an infinitive of a class stands at a token, past a pronoun.
    fn says(&self, k: usize, class: u64) -> bool {
        let k = k + usize::from(k < self.end && self.class(k).is(WordClass::CLITIC));
        k < self.end && self.class(k).is(class) && self.class(k).is(WordClass::INFINITIVE)
    }

    /// `faire croire`, `laisser dire`
    fn makes_believe(&self, k: usize) -> bool {
        let k = k + usize::from(k < self.end && self.class(k).is(WordClass::CLITIC));
        k < self.end && self.tags(k).is(HedgeWord::Causative) && self.says(k + 1, SAID | WordClass::THINK)
    }

    fn joins(&self, t: &Token) -> bool {
        Tags::of(t.span.of(self.prose.text)).is(ClauseWord::ClauseCoordinator)
    }

    fn is_participle(&self, k: usize) -> bool {
        k < self.end
            && (self.class(k).verb(WordClass::PARTICIPLE) || lang::any(|l| l.is_past_participle(self.prose.word(k))))
    }

    fn tags(&self, k: usize) -> Tags {
        Tags::of_folded(&fold(self.prose.word(k)))
    }

    /// True where a sentence ends.
    fn stops(&self, k: usize) -> bool {
        matches!(self.prose.tokens[k].kind, Kind::Mark('.' | '!' | '?' | '…' | ';'))
    }

    /// True in a sentence that ends with a mark of question.
    fn asks(&self, from: usize) -> bool {
        /// Tokens in which the end of a sentence is looked for.
        const REACH: usize = 60;
        let end = (from..(from + REACH).min(self.end)).find(|&k| self.stops(k));
        end.is_some_and(|k| self.prose.tokens[k].kind == Kind::Mark('?'))
    }

    /// What would be, or would have been, if something else were: `aurait pu être drôle`,
    /// `serait ruinée si`, and what one would oneself do. Nobody says that it is so.
    fn is_unreal(&self, i: usize, next: usize) -> bool {
        /// Words around in which a condition is looked for.
        const AROUND: usize = 24;
        /// Words from a subject that denies to its verb.
        const SUBJECT: usize = 6;
        /// Adverbs between the verb and its participle.
        const BETWEEN: usize = 3;
        let own = i > self.first && self.class(i - 1).is(WordClass::ONE | WordClass::FIRST);
        let unreal = (next..(next + BETWEEN).min(self.end))
            .take_while(|&k| !self.stops(k))
            .any(|k| Tags::of(self.prose.word(k)).is(HedgeWord::Unreal));
        let here = |k: &usize| !self.stops(*k);
        let mut before_clause = (self.first.max(i.saturating_sub(SUBJECT))..i).rev().take_while(here);
        let mut before = (self.first.max(i.saturating_sub(AROUND))..i).rev().take_while(here);
        let mut behind = (next..(next + AROUND).min(self.end)).take_while(here);
        let condition = |k: usize| Tags::of(self.prose.word(k)).is(HedgeWord::If) || self.tags(k).is(HedgeWord::If);
        // `personne n’aurait cru`
        let nobody = self.is_negated(i) && before_clause.any(|k| self.tags(k).is(HedgeWord::Nobody));
        own || unreal || nobody || before.any(condition) || behind.any(condition)
    }

    /// The first conjunction of a row of clauses: `a dit que … et que …`.
    fn first_of_row(&self, that: usize) -> usize {
        /// Words of a clause of the row.
        const CLAUSE: usize = 24;
        /// Clauses of a row.
        const ROW: usize = 4;
        let mut first = that;
        for _ in 0..ROW {
            let joined = first.checked_sub(1).filter(|&k| k >= self.first && self.joins(&self.prose.tokens[k]));
            let Some(joined) = joined else { break };
            let before = (self.first.max(joined.saturating_sub(CLAUSE))..joined).rev().take_while(|&k| !self.stops(k));
            let Some(earlier) = before.into_iter().find(|&k| self.class(k).is(WordClass::THAT)) else { break };
            first = earlier;
        }
        first
    }

    /// `a annoncé que les gares seraient fermées`: what was to come then. What somebody
    /// would have done (`aurait tué`) is told as possible there too.
    fn is_future_then(&self, i: usize, next: usize) -> bool {
        /// Words between the conjunction and its verb, and between it and what governs it.
        const CLAUSE: usize = 14;
        const GOVERNOR: usize = 6;
        let here = |k: &usize| !self.stops(*k);
        let that = (self.first.max(i.saturating_sub(CLAUSE))..i)
            .rev()
            .take_while(here)
            .find(|&k| self.class(k).is(WordClass::THAT));
        let Some(that) = that.map(|k| self.first_of_row(k)) else { return false };
        let has = self.class(i).is(WordClass::AUX) && !self.class(i).is(WordClass::BE) && self.is_participle(next);
        let governs = |k: usize| {
            let word = self.prose.word(k);
            let imperfect = lang::any(|l| l.is_imperfect(word));
            // `a visité le port et annoncé que`
            let joined =
                k > self.first && self.joins(&self.prose.tokens[k - 1]) && self.class(k).verb(WordClass::PARTICIPLE);
            let reach = if joined { CLAUSE } else { GOVERNOR };
            let done = self.is_participle(k)
                && (self.first.max(k.saturating_sub(reach))..k)
                    .any(|b| Tags::of(self.prose.word(b)).is(ClauseWord::Past) || self.class(b).is(WordClass::AUX));
            // `d’autres jugeant que X serait` is what they think of it.
            let going = self.class(k).verb(WordClass::PRESENT) && !self.class(k).is(WordClass::THINK);
            imperfect || done || going
        };
        let governor = (self.first.max(that.saturating_sub(GOVERNOR))..that).rev().take_while(here).any(governs);
        governor && !has
    }
}
