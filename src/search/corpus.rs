//! A query over many documents: which answer, where, and in which order.
//!
//! The order is exact before near: articles that hold the words side by side
//! as typed, then those that hold all of them, then those where a word is
//! only similar; inside each the ones with more hits, then the order of the
//! corpus. Linear over the folded text; an index may choose the candidates.

use crate::corpus::DocId;
use crate::search::filter::{Article, matches_scanned};
use crate::search::query::Query;
use crate::search::text::{Hit, Layers, NotSearched, Scan};
use serde::Serialize;

/// How good an article answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// The words side by side, as typed.
    Phrase,
    /// All the words.
    Words,
    /// Only similar words for at least one.
    Near,
}

/// An article that answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The article.
    pub id: DocId,
    /// How good.
    pub grade: Grade,
    /// Where, in order; empty when only fields were asked for.
    pub hits: Vec<Hit>,
}

/// All that a query found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The articles, best first.
    pub answers: Vec<Answer>,
    /// Hits in all of them.
    pub total: usize,
    /// Of these, the ones in the words' own form.
    pub exact: usize,
    /// What was left out.
    pub not_searched: NotSearched,
    /// True when the search was cancelled before its end.
    pub cancelled: bool,
}

/// What is searched.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scope {
    /// In which layers.
    pub layers: Layers,
}

/// Searches articles; `cancel` is asked before each.
pub fn run<'a>(
    query: &Query,
    articles: impl IntoIterator<Item = (DocId, Article<'a>)>,
    scope: Scope,
    cancel: &dyn Fn() -> bool,
) -> Hits {
    let mut hits = Hits::default();
    for (id, article) in articles {
        if cancel() {
            hits.cancelled = true;
            break;
        }
        one(query, id, &article, scope, &mut hits);
    }
    finish(&mut hits);
    hits
}

/// Joins the results of parts that were searched apart, in any order.
pub fn join(parts: impl IntoIterator<Item = Hits>) -> Hits {
    let mut all = Hits::default();
    for part in parts {
        all.answers.extend(part.answers);
        all.total += part.total;
        all.exact += part.exact;
        all.not_searched.add(&part.not_searched);
        all.cancelled |= part.cancelled;
    }
    finish(&mut all);
    all
}

fn finish(hits: &mut Hits) {
    hits.answers.sort_by_key(|a| (a.grade, std::cmp::Reverse(a.hits.len()), a.id));
}

fn one(query: &Query, id: DocId, article: &Article<'_>, scope: Scope, all: &mut Hits) {
    let scan = Scan::new(article.document);
    let answers = matches_scanned(query, article, scope.layers, &scan);
    let found = scan.find(query, scope.layers);
    if !answers {
        // What stands in other layers is said when it would have answered.
        if query.asks_text()
            && !found.not_searched.hits.is_empty()
            && matches_scanned(query, article, Layers::ALL, &scan)
        {
            all.not_searched.add(&found.not_searched);
        }
        return;
    }
    all.not_searched.add(&found.not_searched);
    let near = found.hits.iter().any(|h| !h.exact);
    let grade = if near {
        Grade::Near
    } else {
        let apart = query.phrase().is_some_and(|p| !scan.holds_phrase(&p, scope.layers));
        if apart { Grade::Words } else { Grade::Phrase }
    };
    all.total += found.hits.len();
    all.exact += found.hits.iter().filter(|h| h.exact).count();
    all.answers.push(Answer { id, grade, hits: found.hits });
}
