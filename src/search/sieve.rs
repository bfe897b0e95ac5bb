//! What an article must have at least to answer a query, in words that an index
//! of someone else's can look up: a sieve for candidates, so that only few have to
//! be read. It lets pass all that answer, and some that do not; whether one does
//! is for [`super::matches`] to say.

use crate::corpus::Document;
use crate::search::filter::is_unknown;
use crate::search::query::{DateRange, Expr, Mode, Query, Term, Word};
use crate::search::text::tokens;
use crate::text::fold;
use crate::triage::State;
use std::collections::BTreeSet;

/// Bytes after which a word is cut: no index holds longer ones.
const LONGEST: usize = 200;

/// Marks before the words of claims, which no word of a text can have.
const TITLE: &str = "t=";
const SOURCE: &str = "s=";
const AUTHOR: &str = "a=";
const AGENCY: &str = "g=";
const LANGUAGE: &str = "l=";

/// The words under which an article is found, each once: those of its whole text
/// and of headlines that its format states, folded, and those of its claims with a
/// mark before them.
pub fn lexemes<'t>(document: &Document, stated: impl IntoIterator<Item = &'t str>) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut add = |mark: &str, text: &str| {
        out.extend(tokens(&fold(text)).map(|(_, token)| format!("{mark}{}", cut(token))));
    };
    add("", &document.text);
    stated.into_iter().for_each(|title| add("", title));
    let m = &document.meta;
    m.title.value.iter().for_each(|title| {
        add("", title);
        add(TITLE, title);
    });
    m.source.value.iter().for_each(|source| add(SOURCE, source));
    m.author.value.iter().for_each(|author| add(AUTHOR, author));
    m.agencies.value.iter().flatten().for_each(|agency| add(AGENCY, agency));
    m.language.value.iter().for_each(|language| {
        out.insert(format!("{LANGUAGE}{}", language.name()));
    });
    out
}

fn cut(token: &str) -> &str {
    let end = (0..=LONGEST.min(token.len())).rev().find(|&i| token.is_char_boundary(i)).unwrap_or(0);
    &token[..end]
}

/// What must hold of an article so that it may answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sieve {
    /// Nothing.
    Always,
    /// All of these.
    All(Vec<Sieve>),
    /// One of these; none of none.
    Any(Vec<Sieve>),
    /// It has this lexeme.
    Word(String),
    /// It has a lexeme that begins so.
    Begins(String),
    /// It was published then, or nobody knows when.
    Published(DateRange),
}

/// What the reader said that a sieve has to know.
#[derive(Clone, Copy, Debug, Default)]
pub struct Heard {
    /// Outlets are called otherwise than their articles say.
    pub renamed: bool,
}

impl Sieve {
    /// The sieve of a query, for articles of which the reader said nothing: those of
    /// which something was said are candidates whatever they hold.
    pub fn of(query: &Query, heard: Heard) -> Self {
        expr(&query.expr, heard)
    }

    /// One that lets pass what any of these lets pass.
    pub fn any(sieves: impl IntoIterator<Item = Self>) -> Self {
        any(sieves.into_iter().collect())
    }
}

fn any(list: Vec<Sieve>) -> Sieve {
    if list.contains(&Sieve::Always) { Sieve::Always } else { Sieve::Any(list) }
}

fn all(list: Vec<Sieve>) -> Sieve {
    let list: Vec<Sieve> = list.into_iter().filter(|s| *s != Sieve::Always).collect();
    if list.is_empty() { Sieve::Always } else { Sieve::All(list) }
}

fn expr(e: &Expr, heard: Heard) -> Sieve {
    match e {
        Expr::All(list) => all(list.iter().map(|e| expr(e, heard)).collect()),
        Expr::Any(list) => any(list.iter().map(|e| expr(e, heard)).collect()),
        // What has the word need not have it in a layer that is asked.
        Expr::Not(_) => Sieve::Always,
        Expr::Term(t) => term(t, heard),
    }
}

fn term(t: &Term, heard: Heard) -> Sieve {
    match t {
        Term::Text(w) => word("", w),
        Term::Title(w) => word(TITLE, w),
        Term::Author(w) => word(AUTHOR, w),
        Term::Agency(w) => word(AGENCY, w),
        Term::Source(w) if !heard.renamed && !is_unknown(w) => word(SOURCE, w),
        Term::Lang(l) => Sieve::Word(format!("{LANGUAGE}{}", l.name())),
        Term::Date(range) => Sieve::Published(*range),
        // Nobody said it of an article of which nothing was said.
        Term::Tag(_) | Term::Note(_) | Term::Read | Term::Contested | Term::Changed => Sieve::Any(Vec::new()),
        Term::State(s) if *s != State::default() => Sieve::Any(Vec::new()),
        Term::Updated
        | Term::Left
        | Term::Withdrawn
        | Term::Embargoed
        | Term::State(_)
        | Term::Source(_)
        | Term::Regex(_)
        | Term::Entity(_)
        | Term::Path(_)
        | Term::Paywalled => Sieve::Always,
    }
}

/// The words of a phrase, wherever they stand.
fn word(mark: &str, w: &Word) -> Sieve {
    if matches!(w.mode, Mode::Typo(_) | Mode::Inside) {
        return Sieve::Always;
    }
    let words: Vec<&str> = tokens(&w.folded).map(|(_, token)| token).collect();
    let open = w.mode == Mode::Prefix && w.folded.ends_with(char::is_alphanumeric);
    let last = words.len().saturating_sub(1);
    let one = |(i, token): (usize, &&str)| {
        let lexeme = format!("{mark}{}", cut(token));
        if open && i == last { Sieve::Begins(lexeme) } else { Sieve::Word(lexeme) }
    };
    all(words.iter().enumerate().map(one).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Place;
    use crate::search::{Article, Layers, matches};
    use crate::triage::Status;
    use proptest::prelude::*;

    fn passes(sieve: &Sieve, has: &BTreeSet<String>, d: &Document) -> bool {
        match sieve {
            Sieve::Always => true,
            Sieve::All(list) => list.iter().all(|s| passes(s, has, d)),
            Sieve::Any(list) => list.iter().any(|s| passes(s, has, d)),
            Sieve::Word(w) => has.contains(w),
            Sieve::Begins(w) => has.iter().any(|h| h.starts_with(w.as_str())),
            Sieve::Published(range) => d.meta.published.value.is_none_or(|day| range.holds(day)),
        }
    }

    fn article(text: &str) -> Document {
        let read = crate::ingest::read(&Place::file("a.txt"), text.as_bytes());
        crate::clean::clean(read.documents.into_iter().next().expect("one text is one document"))
    }

    #[test]
    fn a_sieve_keeps_back_most_of_what_does_not_answer() {
        let d = article("Grève au port\n\nPublié le 12 mars 2026\n\nLes dockers de L'Estaque ont voté la grève.\n");
        let has = lexemes(&d, []);
        let passed = |q: &str| passes(&Sieve::of(&Query::parse(q).expect("a query"), Heard::default()), &has, &d);
        for q in ["greve", "\"l'estaque ont\"", "dock*", "train OR port", "-train", "date:2026-03", "state:to_read"] {
            assert!(passed(q), "{q}");
        }
        for q in ["train", "greve train", "tra*", "date:2025", "state:keep", "lang:en", "tag:x", "source:port"] {
            assert!(!passed(q), "{q}");
        }
    }

    proptest! {
        #[test]
        fn what_answers_a_query_passes_its_sieve(
            words in proptest::collection::vec("[a-cé]{1,3}['.-]?", 1..30),
            asked in proptest::collection::vec("(-|title:|source:)?(\"[a-ce]{1,3}[ '.-][a-ce]{1,2}\"|[a-ce]{1,3}(\\*|~1)?|'?[a-c]\\.)", 1..4),
        ) {
            let d = article(&words.join(" "));
            let has = lexemes(&d, []);
            let Ok(query) = Query::parse(&asked.join(" ")) else { return Ok(()) };
            let status = Status::default();
            let answers = matches(&query, &Article { document: &d, status: &status, shared: &[], changed: false, entities: &[] }, Layers::ALL);
            prop_assert!(!answers || passes(&Sieve::of(&query, Heard::default()), &has, &d), "{query:?}");
        }
    }
}
