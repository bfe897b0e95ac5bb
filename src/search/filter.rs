//! Whether an article answers a query.

use crate::corpus::{Claim, Document, Standing, Version, WireTopic};
use crate::entity::Entity;
use crate::search::query::{Expr, Mode, Query, Term, Word};
use crate::search::text::{Layer, Layers, Scan, occurrences, tokens, within};
use crate::text::{Folded, fold, is_named};
use crate::triage::{ClaimField, Note, Status};
use crate::words::msg;
use std::cell::OnceCell;
use std::sync::Arc;

/// All that a query may ask about an article.
#[derive(Clone, Copy)]
pub struct Article<'a> {
    /// The article.
    pub document: &'a Document,
    /// What the reader said of it.
    pub status: &'a Status,
    /// Notes on comparisons and stories that it is one of.
    pub shared: &'a [Arc<Note>],
    /// A newer version is at hand than the one that was judged.
    pub changed: bool,
    /// Its names.
    pub entities: &'a [Entity],
}

/// True when the article answers the query; words are looked for in the
/// given layers.
pub fn matches(query: &Query, article: &Article<'_>, layers: Layers) -> bool {
    Test { article, layers, made: OnceCell::new(), given: None, told: None }.expr(&query.expr)
}

/// The same for an article whose text is folded already.
pub fn matches_scanned(query: &Query, article: &Article<'_>, layers: Layers, scan: &Scan<'_>) -> bool {
    Test { article, layers, made: OnceCell::new(), given: Some(scan), told: None }.expr(&query.expr)
}

/// The same where `told` says which words and patterns the text holds: the
/// text itself is not needed.
pub fn matches_told(query: &Query, article: &Article<'_>, told: &dyn Fn(&Term) -> bool) -> bool {
    Test { article, layers: Layers::NONE, made: OnceCell::new(), given: None, told: Some(told) }.expr(&query.expr)
}

/// False when an article with this text, folded, cannot answer the query,
/// whatever is claimed and said of it: what is worth knowing before it is
/// cleaned. Headlines that the format states have to be in `folded` too.
pub fn may_answer(query: &Query, folded: &str) -> bool {
    fn may(e: &Expr, folded: &str) -> bool {
        match e {
            Expr::All(list) => list.iter().all(|e| may(e, folded)),
            Expr::Any(list) => list.iter().any(|e| may(e, folded)),
            Expr::Term(Term::Text(word)) => match word.mode {
                Mode::Typo(_) => true,
                _ => occurrences(folded, word).next().is_some(),
            },
            Expr::Not(_) | Expr::Term(_) => true,
        }
    }
    may(&query.expr, folded)
}

/// True for the words under which lists show an outlet that is not known.
pub(crate) fn is_unknown(word: &Word) -> bool {
    word.folded == "?" || is_named(&word.folded, msg::PICKER_UNKNOWN)
}

/// What a term says where only the reader's word counts; `None` for what asks the article.
fn of_status(t: &Term, status: &Status, shared: &[Arc<Note>], changed: bool) -> Option<bool> {
    Some(match t {
        Term::Tag(w) => status.tags.iter().any(|t| match w.mode {
            Mode::Exact => fold(t).trim() == w.folded && w.is_written(t),
            _ => says(t, w),
        }),
        Term::Note(w) => status.notes.iter().chain(shared).any(|n| w.folded.is_empty() || says(&n.text, w)),
        Term::State(s) => status.state == *s,
        Term::Read => status.read,
        Term::Left => status.state.leaves_to_do(status.read),
        Term::Contested => status.is_contested(),
        Term::Changed => changed,
        Term::Text(_)
        | Term::Regex(_)
        | Term::Source(_)
        | Term::Title(_)
        | Term::Author(_)
        | Term::Agency(_)
        | Term::Entity(_)
        | Term::Path(_)
        | Term::Date(_)
        | Term::Lang(_)
        | Term::Paywalled
        | Term::Updated
        | Term::Withdrawn
        | Term::Embargoed => return None,
    })
}

/// Whether an article answers, as far as what the reader said of it tells; `None` where the article
/// has to be looked at.
pub fn told_by_status(query: &Query, status: &Status, shared: &[Arc<Note>], changed: bool) -> Option<bool> {
    fn walk(e: &Expr, term: &dyn Fn(&Term) -> Option<bool>) -> Option<bool> {
        let among = |list: &[Expr], decides: bool| {
            let told: Vec<Option<bool>> = list.iter().map(|e| walk(e, term)).collect();
            let all = told.iter().all(|t| *t == Some(!decides));
            if told.contains(&Some(decides)) { Some(decides) } else { all.then_some(!decides) }
        };
        match e {
            Expr::All(list) => among(list, false),
            Expr::Any(list) => among(list, true),
            Expr::Not(e) => walk(e, term).map(|told| !told),
            Expr::Term(t) => term(t),
        }
    }
    walk(&query.expr, &|t| of_status(t, status, shared, changed))
}

struct Test<'t, 'a> {
    article: &'t Article<'a>,
    layers: Layers,
    given: Option<&'t Scan<'t>>,
    made: OnceCell<Scan<'a>>,
    told: Option<&'t dyn Fn(&Term) -> bool>,
}

impl Test<'_, '_> {
    fn expr(&self, e: &Expr) -> bool {
        match e {
            Expr::All(list) => list.iter().all(|e| self.expr(e)),
            Expr::Any(list) => list.iter().any(|e| self.expr(e)),
            Expr::Not(e) => !self.expr(e),
            Expr::Term(t) => self.term(t),
        }
    }

    fn term(&self, t: &Term) -> bool {
        let meta = &self.article.document.meta;
        let status = self.article.status;
        if let (Term::Text(_) | Term::Regex(_), Some(told)) = (t, self.told) {
            return told(t);
        }
        match t {
            Term::Text(word) => self.text(t) || (self.layers.has(Layer::Titles) && self.unwritten_title(word)),
            Term::Regex(_) => self.text(t),
            Term::Source(w) => {
                let unknown = meta.source.value.is_none() && !status.claims.contains_key(&ClaimField::Source);
                (unknown && is_unknown(w)) || self.claim(ClaimField::Source, &meta.source, w)
            }
            Term::Title(w) => self.claim(ClaimField::Title, &meta.title, w),
            Term::Author(w) => self.claim(ClaimField::Author, &meta.author, w),
            Term::Agency(w) => meta.agencies.value.iter().flatten().any(|a| says(a, w)),
            Term::Entity(w) => {
                self.article.entities.iter().any(|e| says(&e.name, w) || e.forms.iter().any(|f| says(&f.surface, w)))
            }
            Term::Path(w) => {
                let inside = Word { mode: if w.mode == Mode::Exact { Mode::Inside } else { w.mode }, ..w.clone() };
                says(&self.article.document.place.to_string(), &inside)
            }
            Term::Date(range) => {
                let corrected = status.claims.get(&ClaimField::Published).and_then(|d| d.parse().ok());
                let day = corrected.or(meta.published.value);
                day.is_some_and(|d| range.holds(d))
            }
            Term::Lang(l) => meta.language.value == Some(*l),
            Term::Paywalled => meta.paywalled.value == Some(true),
            Term::Tag(_)
            | Term::Note(_)
            | Term::State(_)
            | Term::Read
            | Term::Left
            | Term::Contested
            | Term::Changed => of_status(t, status, self.article.shared, self.article.changed).unwrap_or_default(),
            Term::Updated => meta.version.is_some_and(Version::is_newest),
            Term::Withdrawn => meta.stands() == Standing::Withdrawn,
            Term::Embargoed => self.article.document.stated(WireTopic::Embargo).is_some(),
        }
    }

    fn text(&self, t: &Term) -> bool {
        let scan = self.given.unwrap_or_else(|| self.made.get_or_init(|| Scan::new(self.article.document)));
        scan.holds(t, self.layers)
    }

    /// A headline that the format states but the text does not hold.
    fn unwritten_title(&self, word: &Word) -> bool {
        let title = &self.article.document.meta.title;
        let in_text = title.evidence.iter().any(|e| e.span.is_some());
        !in_text && title.value.as_deref().is_some_and(|t| says(t, word))
    }

    fn claim(&self, field: ClaimField, claim: &Claim<String>, word: &Word) -> bool {
        let value = self.article.status.claims.get(&field).or(claim.value.as_ref());
        value.is_some_and(|v| says(v, word))
    }
}

/// True when a short text says the word.
fn says(text: &str, word: &Word) -> bool {
    if let Mode::Typo(d) = word.mode {
        return tokens(&fold(text)).any(|(_, t)| within(&word.folded, t, usize::from(d)));
    }
    if !word.accents {
        return occurrences(&fold(text), word).next().is_some();
    }
    let folded = Folded::new(text);
    occurrences(&folded.text, word).any(|(start, end)| word.is_written(folded.original(start, end).of(text)))
}
