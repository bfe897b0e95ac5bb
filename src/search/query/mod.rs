//! The query language.
//!
//! `word`, `"a phrase"`, `-not`, `prefix*`, `typo~1`, `/regex/`, `a OR b`,
//! `( … )`, and fields with names in every language of the interface: `source:` `title:`
//! `author:` `agency:` `entity:` `date:` `lang:` `state:` `tag:` `note:`
//! `path:` `is:` `saved:`. Terms side by side all have to hold.
//!
//! `saved:NAME` stands for the query kept under that name, in parentheses.
//! Has never heard of documents: it reads what was typed.

mod date;
mod parse;
#[cfg(test)]
mod tests;

pub use date::DateRange;

use crate::corpus::Language;
use crate::search::accents;
use crate::text::{Span, fold};
use crate::triage::{SavedSearch, State};
use crate::words::Message;
use jiff::civil::Date;

/// How a [`Word`] is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The word itself.
    Exact,
    /// Words that begin so.
    Prefix,
    /// Words at most that many letters away (1 or 2).
    Typo(u8),
    /// The letters anywhere, inside a word too.
    Inside,
}

/// A word or a phrase.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Word {
    /// As typed.
    pub raw: String,
    /// Folded and trimmed; several words when it is a phrase.
    pub folded: String,
    /// How it is compared.
    pub mode: Mode,
    /// Letters typed with an accent stand with that accent; words within some
    /// letters are compared without.
    pub accents: bool,
}

impl Word {
    /// True when what stands in a text, which is the word but for accents, has
    /// those that the word asks for.
    pub(super) fn is_written(&self, written: &str) -> bool {
        !self.accents || accents::stand(&self.raw, written)
    }

    /// A word or phrase to be found as it is.
    pub fn exact(raw: &str) -> Self {
        Self { raw: raw.to_owned(), folded: fold(raw).trim().to_owned(), mode: Mode::Exact, accents: false }
    }
}

/// A regular expression, compiled.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// As typed, without the slashes.
    pub raw: String,
    /// Compiled; ignores case.
    pub regex: regex::Regex,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

/// One thing to hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// In the text, in the searched layers.
    Text(Word),
    /// A regular expression in the text.
    Regex(Pattern),
    /// In the outlet's name.
    Source(Word),
    /// In the headline.
    Title(Word),
    /// In the author.
    Author(Word),
    /// Among the agencies.
    Agency(Word),
    /// Among the names.
    Entity(Word),
    /// Among the tags.
    Tag(Word),
    /// In the notes; an empty word: there is a note.
    Note(Word),
    /// In the path.
    Path(Word),
    /// Published then.
    Date(DateRange),
    /// Judged so.
    State(State),
    /// In that language.
    Lang(Language),
    /// Read.
    Read,
    /// Left to be read or judged.
    Left,
    /// Has a paywall.
    Paywalled,
    /// Judged differently by two people.
    Contested,
    /// A newer version is at hand than the one that was judged.
    Changed,
    /// The newest of several versions.
    Updated,
    /// Taken back by its agency.
    Withdrawn,
    /// Sent under embargo.
    Embargoed,
}

/// True for what stands between words in the query languages of archives and is not an
/// operator here, such as `NEAR/5`, `W/3` and `ADJ`.
fn is_foreign_operator(raw: &str) -> bool {
    /// Operators that other query languages have.
    const OTHERS: &[&str] = &["NEAR", "ADJ", "XOR", "WITHIN", "PROX", "SAME", "PRE", "W", "N"];
    let name = raw.trim_end_matches(|c: char| c.is_ascii_digit());
    let letters = name.trim_end_matches('/');
    // A letter alone is one only with a stroke and a number: the N7 is a road.
    OTHERS.contains(&letters) && (letters.len() > 1 || name.len() > letters.len() && raw.len() > name.len())
}

/// A query as a tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// All hold; an empty list always does.
    All(Vec<Expr>),
    /// One holds.
    Any(Vec<Expr>),
    /// It does not hold.
    Not(Box<Expr>),
    /// It holds.
    Term(Term),
}

/// What is wrong with a query, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct QueryError {
    /// The place in the query.
    pub span: Span,
    /// One sentence.
    pub sentence: Message,
}

impl std::fmt::Display for QueryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.sentence.fmt(f)
    }
}

impl std::error::Error for QueryError {}

/// The searches that `saved:NAME` may name.
#[derive(Clone, Copy, Debug)]
pub enum Saved<'s> {
    /// These.
    Known(&'s [SavedSearch]),
    /// Whoever asks does not know them: any name passes and stands for nothing.
    Unasked,
}

impl Default for Saved<'_> {
    fn default() -> Self {
        Self::Known(&[])
    }
}

/// How a query is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'s> {
    /// The day that `today` and `yesterday` refer to.
    pub today: Option<Date>,
    /// The last word is still being typed and stands for all it begins.
    pub typing: bool,
    /// A letter typed with an accent asks for that accent.
    pub accents: bool,
    /// What `saved:NAME` may name.
    pub saved: Saved<'s>,
}

/// A query, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// As typed.
    pub raw: String,
    /// What it means.
    pub expr: Expr,
}

impl Query {
    /// Reads a query.
    pub fn parse(raw: &str) -> Result<Self, QueryError> {
        Self::parse_with(raw, Options::default())
    }

    /// Reads a query with options.
    pub fn parse_with(raw: &str, options: Options<'_>) -> Result<Self, QueryError> {
        parse::parse(raw, options).map(|expr| Self { raw: raw.to_owned(), expr })
    }

    /// The letters as they stand, anywhere in the text: what is typed after
    /// `/` in an article.
    pub fn literal(raw: &str) -> Self {
        let word = Word { mode: Mode::Inside, ..Word::exact(raw) };
        let expr = if word.folded.is_empty() { Expr::All(Vec::new()) } else { Expr::Term(Term::Text(word)) };
        Self { raw: raw.to_owned(), expr }
    }

    /// The query with other words in the place of those single ones that are looked
    /// for as they are and not excluded; `None` when `other` gives none.
    pub fn with_words(&self, other: &dyn Fn(&Word) -> Option<Word>) -> Option<Self> {
        fn walk(e: &Expr, raw: &mut String, other: &dyn Fn(&Word) -> Option<Word>) -> Option<Expr> {
            let mut any = false;
            let mut all = |list: &[Expr], raw: &mut String| {
                let each = |e: &Expr| {
                    let changed = walk(e, raw, other);
                    any |= changed.is_some();
                    changed.unwrap_or_else(|| e.clone())
                };
                list.iter().map(each).collect::<Vec<_>>()
            };
            let changed = match e {
                Expr::All(list) => Expr::All(all(list, raw)),
                Expr::Any(list) => Expr::Any(all(list, raw)),
                Expr::Term(Term::Text(w)) if w.mode == Mode::Exact && !w.folded.contains(' ') => {
                    let word = other(w)?;
                    *raw = in_place_of(raw, &w.raw, &word.raw);
                    return Some(Expr::Term(Term::Text(word)));
                }
                Expr::Term(_) | Expr::Not(_) => return None,
            };
            any.then_some(changed)
        }
        let mut raw = self.raw.clone();
        let expr = walk(&self.expr, &mut raw, other)?;
        Some(Self { raw, expr })
    }

    /// True when everything answers it.
    pub fn is_empty(&self) -> bool {
        matches!(&self.expr, Expr::All(list) if list.is_empty())
    }

    /// What has to be highlighted in the text: words and patterns that are not
    /// excluded.
    pub fn highlighted(&self) -> Vec<&Term> {
        fn walk<'q>(e: &'q Expr, out: &mut Vec<&'q Term>) {
            match e {
                Expr::All(list) | Expr::Any(list) => list.iter().for_each(|e| walk(e, out)),
                Expr::Term(t @ (Term::Text(_) | Term::Regex(_))) => out.push(t),
                Expr::Term(_) | Expr::Not(_) => {}
            }
        }
        let mut out = Vec::new();
        walk(&self.expr, &mut out);
        out
    }

    /// The words between others that are operators in other query languages, written as such,
    /// and are looked for as words here.
    pub fn taken_for_words(&self) -> Vec<&str> {
        fn walk<'q>(e: &'q Expr, out: &mut Vec<&'q str>) {
            match e {
                Expr::All(list) => {
                    list.iter().for_each(|e| walk(e, out));
                    let between = list.get(1..list.len().saturating_sub(1)).unwrap_or_default();
                    out.extend(between.iter().filter_map(|e| match e {
                        Expr::Term(Term::Text(word)) if is_foreign_operator(&word.raw) => Some(word.raw.as_str()),
                        _ => None,
                    }));
                }
                Expr::Any(list) => list.iter().for_each(|e| walk(e, out)),
                Expr::Not(e) => walk(e, out),
                Expr::Term(_) => {}
            }
        }
        // What stands in quotation marks is meant as a word.
        let written =
            |word: &&str| self.raw.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')')).any(|w| w == *word);
        let mut out = Vec::new();
        walk(&self.expr, &mut out);
        out.retain(written);
        out
    }

    /// Every word and pattern that is looked for in the text, the excluded
    /// ones too.
    pub fn text_terms(&self) -> Vec<&Term> {
        fn walk<'q>(e: &'q Expr, out: &mut Vec<&'q Term>) {
            match e {
                Expr::All(list) | Expr::Any(list) => list.iter().for_each(|e| walk(e, out)),
                Expr::Not(e) => walk(e, out),
                Expr::Term(t @ (Term::Text(_) | Term::Regex(_))) => out.push(t),
                Expr::Term(_) => {}
            }
        }
        let mut out = Vec::new();
        walk(&self.expr, &mut out);
        out
    }

    /// The plain words of the query as one phrase, when it has several.
    pub fn phrase(&self) -> Option<Word> {
        let Expr::All(list) = &self.expr else { return None };
        let words: Vec<&Word> = list
            .iter()
            .filter_map(|e| match e {
                Expr::Term(Term::Text(w)) => Some(w),
                _ => None,
            })
            .collect();
        let (last, before) = words.split_last()?;
        let plain = |w: &&Word| w.mode == Mode::Exact;
        if before.is_empty() || !before.iter().all(plain) || !matches!(last.mode, Mode::Exact | Mode::Prefix) {
            return None;
        }
        let joined = |part: fn(&Word) -> &str| words.iter().map(|w| part(w)).collect::<Vec<_>>().join(" ");
        Some(Word {
            raw: joined(|w| &w.raw),
            folded: joined(|w| &w.folded),
            mode: last.mode,
            accents: words.iter().any(|w| w.accents),
        })
    }

    /// True when something in the text is asked for.
    pub fn asks_text(&self) -> bool {
        self.asks(|t| matches!(t, Term::Text(_) | Term::Regex(_)))
    }

    /// True when one of its terms is of that sort.
    pub fn asks(&self, sort: impl Fn(&Term) -> bool) -> bool {
        fn walk(e: &Expr, sort: &dyn Fn(&Term) -> bool) -> bool {
            match e {
                Expr::All(list) | Expr::Any(list) => list.iter().any(|e| walk(e, sort)),
                Expr::Not(e) => walk(e, sort),
                Expr::Term(t) => sort(t),
            }
        }
        walk(&self.expr, &sort)
    }
}

/// A query as typed with one word in the place of another, wherever that stands as
/// a word.
fn in_place_of(raw: &str, word: &str, other: &str) -> String {
    let (mut out, mut rest) = (String::new(), raw);
    while let Some((before, after)) = rest.split_once(word).filter(|_| !word.is_empty()) {
        let inside = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        out.push_str(before);
        out.push_str(if inside { word } else { other });
        rest = after;
    }
    out + rest
}
