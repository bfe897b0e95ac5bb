//! What keeps whoever is told of a quotation from being told without a doubt, however likely.

use super::candidate::Candidate;
use super::kind::is_named;
use super::referent::{is_called, opening};
use super::resolver::{Reading, Resolver};
use super::weight;
use crate::entity::EntityKind;
use crate::fact::frame::Frame;
use crate::fact::lexicon::WordClass;
use crate::fact::mention::Who;
use crate::fact::prose::Kind;
use crate::fact::quote::{Quote, QuoteKind};
use crate::lang::{self, DescriptionWord, Grammar, Tags};
use crate::text::{Span, fold};
use std::collections::HashSet;

/// Words of a label, at most.
const FEW: usize = 3;

/// Bytes before a quotation in a headline, at most.
const TITLE_BYTES: usize = 400;

/// For each quotation whether its words may be a name, a label, a charge or a heading, which
/// the sentence around has for what it tells of.
pub(super) fn named(frame: &Frame, quotes: &[Quote]) -> Vec<bool> {
    let mut out: Vec<bool> = Vec::with_capacity(quotes.len());
    // `dans « Le Parisien »`: the name of a paper or of a nickname, whole.
    let names: HashSet<Span> = frame.entities.iter().flat_map(|e| &e.mentions).map(|m| m.span).collect();
    for (q, quote) in quotes.iter().enumerate() {
        // `jugé pour « vol », « recel » et « faux »`
        let before = q.checked_sub(1).filter(|&p| out[p] && joins(frame, &quotes[p], quote));
        let own = || is_named(frame, quote) || is_heading(frame, quote) || names.contains(&quote.span);
        out.push(before.is_some() || own() || comes_again(frame, quote));
    }
    out
}

/// Nothing stands between two quotations but a comma or a conjunction.
fn joins(frame: &Frame, before: &Quote, quote: &Quote) -> bool {
    let prose = frame.prose;
    let mut between = (prose.token_at(before.outer.end)..prose.token_at(quote.outer.start)).peekable();
    let small = |k: usize| {
        let comma = prose.tokens.get(k).is_some_and(|t| t.kind == Kind::Mark(','));
        comma || Tags::of(prose.word(k)).is(Grammar::Coordinator)
    };
    between.peek().is_some() && between.all(small)
}

/// `« Risque de reprise »Après quatre samedis`: a heading that was glued to the text behind it.
fn is_heading(frame: &Frame, quote: &Quote) -> bool {
    /// Words of a heading, at most.
    const WORDS: usize = 8;
    let words = quote.span.of(frame.prose.text).split_whitespace().count();
    let behind = frame.prose.text.get(quote.outer.end..).and_then(|t| t.chars().next());
    quote.closed && words <= WORDS && behind.is_some_and(char::is_uppercase)
}

/// `un manifestant « gilet jaune »`: few words behind a noun or its article that the text has
/// elsewhere too, in whatever number.
fn comes_again(frame: &Frame, quote: &Quote) -> bool {
    /// Tokens of a text in which a label shows itself.
    const TOKENS: usize = 1600;
    let prose = frame.prose;
    let (from, to) = (prose.token_at(quote.span.start), prose.token_at(quote.span.end));
    let words = from..to;
    let few = (1..=FEW).contains(&words.len()) && words.clone().all(|k| prose.tokens[k].kind == Kind::Word);
    let first = prose.token_at(quote.outer.start);
    let led = first.checked_sub(1).and_then(|k| prose.tokens.get(k)).is_some_and(|t| {
        t.kind == Kind::Word && !t.capital && (t.class.0 == 0 || t.class.is(WordClass::DETERMINER | WordClass::ROLE))
    });
    if !few || !led || quote.kind == QuoteKind::Speech {
        return false;
    }
    let lemma = |k: usize| lang::lemma(&fold(prose.word(k)));
    let own: Vec<String> = words.clone().map(lemma).collect();
    let near = |k: usize| prose.word(k).chars().next().map(|c| c.to_ascii_lowercase());
    let begins = near(from);
    (0..prose.tokens.len().min(TOKENS).saturating_sub(own.len()))
        .filter(|&k| !words.contains(&k) && near(k) == begins)
        .any(|k| own.iter().enumerate().all(|(n, word)| lemma(k + n) == *word))
}

/// Who was chosen for a quotation, by which words, and what the rules say of it.
#[derive(Clone, Copy)]
pub(super) struct Chosen<'c> {
    pub(super) who: Who,
    pub(super) mention: Option<usize>,
    pub(super) candidate: Option<&'c Candidate>,
}

impl Resolver<'_, '_, '_> {
    /// Whoever was chosen is told with a doubt: the words hold their name, somebody else may be
    /// meant by a description that says more than is known of them, nothing ties them to a
    /// few words, the words were said by them elsewhere, or the verb beside them is of somebody else.
    pub(super) fn is_unsure(&self, q: usize, quote: &Quote, chosen: Chosen) -> bool {
        let entity = match chosen.who {
            Who::Entity(e) => self.frame.entities.get(e),
            Who::Noun(_) => None,
        };
        let person = entity.filter(|e| e.kind == EntityKind::Person);
        let own = || person.is_some_and(|e| e.mentions.iter().any(|m| quote.span.contains(m.span)));
        // `le dirigeant populiste`; `le leader du syndicat` is whom the text is about.
        let read = || {
            let renamed = |m: &usize| self.reading.get(m) == Some(&Reading::Renamed);
            chosen.mention.filter(renamed).is_some_and(|m| entity.is_some() && self.says_more(m))
        };
        let few = quote.kind == QuoteKind::Fragment;
        let untied = few && quote.verb.is_none();
        let again = few && quote.reason == Some(weight::SAME_WORDS.0);
        // `Gilets jaunes : « … »`, as the title of a text, is what it is about.
        let colon = quote.reason == Some(weight::COLON.0);
        let topic = || {
            let before = self.frame.prose.text.get(..quote.outer.start).filter(|t| t.len() <= TITLE_BYTES);
            let title = before.is_some_and(|t| !t.trim_start().contains('\n'));
            title && entity.is_some_and(|e| e.kind != EntityKind::Person)
        };
        // `À des élus qui demandaient « un pont », il a répondu`: they asked.
        let beside = |c: &Candidate| {
            let near = [weight::BEHIND.0, weight::BEHIND_DIRECT.0, weight::BEFORE_NEAR.0];
            c.reasons.iter().any(|r| near.contains(&r.feature))
        };
        let other = |c: &Candidate| beside(c) && c.who != chosen.who && Some(c.mention) != chosen.mention;
        let rival = || !chosen.candidate.is_some_and(beside) && self.lists[q].iter().any(other);
        untied || again || own() || read() || colon && topic() || rival()
    }

    /// An adjective says something of somebody who holds no office: `le dirigeant populiste`.
    fn says_more(&self, m: usize) -> bool {
        let (mention, prose) = (self.mention(m), self.frame.prose);
        let words = prose.token_at(mention.span.start)..prose.token_at(mention.span.end);
        let of = prose.tokens.get(words).is_some_and(|w| w.iter().any(|t| t.class.is(WordClass::OF)));
        let pointing = opening(mention.span.of(prose.text)).is(DescriptionWord::Pointing);
        !mention.details.is_empty() && !of && !pointing && !is_called(&mention.head, DescriptionWord::Office)
    }
}
