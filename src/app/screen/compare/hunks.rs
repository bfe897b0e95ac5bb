//! What `n` and `N` stop at on the comparison screen.

use crate::app::screen::compare::rows::{Column, Pairs, relation_name};
use crate::enumerated::enumerated;
use crate::job::Compared;
use crate::story::{FigurePair, Finding, FindingKind, QuoteRelation, Relation};
use crate::text::Span;
use crate::words::Lang;
use crate::words::msg;

enumerated! {
    /// What `n` and `N` step through.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Layer {
        /// What the two say differently.
        All,
        /// Passages that both have.
        Passages,
        /// Quotations.
        Quotes,
        /// Figures that differ.
        Figures,
        /// Names that only one has.
        Entities,
        /// Text that only one has.
        Only,
    }
}

impl Layer {
    /// Its name for the reader.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::All => lang.text(msg::HUNKS_DIFFERENCES),
            Self::Passages => lang.text(msg::HUNKS_PASSAGES),
            Self::Quotes => lang.text(msg::UI_ONE_TO_MANY_QUOTES),
            Self::Figures => lang.text(msg::UI_ONE_TO_MANY_FIGURES),
            Self::Entities => lang.text(msg::HUNKS_NAMES),
            Self::Only => lang.text(msg::HUNKS_ONLY_ONE),
        }
    }

    /// The key after `g` that chooses it.
    pub fn key(self) -> char {
        match self {
            Self::All => 'd',
            Self::Passages => 'p',
            Self::Quotes => 'q',
            Self::Figures => 'f',
            Self::Entities => 'e',
            Self::Only => 'o',
        }
    }
}

/// One stop of a layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hunk {
    /// Its place in A, the reference of both others.
    pub a: Option<Span>,
    /// Its place in the other text.
    pub b: Option<Span>,
    /// The other text: B, or C in the third column.
    pub column: Column,
    /// What it is, in one line.
    pub words: String,
}

fn quoted(text: &str, span: Span) -> String {
    let words = crate::text::sanitise::one_line(span.of(text));
    crate::text::width::ellipsis(words.trim(), 60).into_owned()
}

/// The stops of one layer between A and the text of a column: what is told by its
/// number, others in the order of A, then of the other.
pub fn hunks(result: &Compared, pairs: &Pairs, column: Column, layer: Layer, lang: Lang) -> Vec<Hunk> {
    match layer {
        Layer::All => of_differences(result, pairs, column, lang),
        Layer::Passages => dedup_moved(of_pairs(result, pairs, column, lang, Relation::is_linked)),
        Layer::Only => of_pairs(result, pairs, column, lang, Relation::is_alone),
        Layer::Quotes => of_quotes(result, column, lang),
        Layer::Figures => {
            let mut out = of_figures(result, column, lang);
            out.extend(of_findings(result, column, lang));
            out
        }
        Layer::Entities => of_entities(result, column, lang),
    }
}

/// What the comparison tells, heaviest first.
pub fn told(result: &Compared) -> &[Finding] {
    &result.comparison.findings
}

/// A finding as a stop, when it has a place.
pub fn stop(finding: &Finding, column: Column, lang: Lang) -> Option<Hunk> {
    let (a, b) = (finding.a, finding.b);
    (a.is_some() || b.is_some()).then(|| Hunk { a, b, column, words: lang.say(&finding.sentence) })
}

/// What is told, in the order of its numbers; then, behind the sign of doubt, what is to be
/// looked up: differences that are not sure, and linked passages that differ without being told, by
/// their place.
fn of_differences(result: &Compared, pairs: &Pairs, column: Column, lang: Lang) -> Vec<Hunk> {
    let mut out: Vec<Hunk> = told(result).iter().filter_map(|f| stop(f, column, lang)).collect();
    let doubt = |h: Hunk| Hunk { words: format!("≠? {}", h.words), ..h };
    let both = result.comparison.doubtful.iter().filter(|f| f.kind != FindingKind::Update && f.a.and(f.b).is_some());
    let doubtful: Vec<Hunk> = both.filter_map(|f| stop(f, column, lang)).map(doubt).collect();
    out.extend(doubtful);
    let meet = |s: Option<Span>, t: Option<Span>| s.zip(t).is_some_and(|(s, t)| s.touches(t));
    let untold = |h: &Hunk| !out.iter().any(|t| meet(t.a, h.a) || meet(t.b, h.b));
    let differing = of_pairs(result, pairs, column, lang, |r| r == Relation::Differs);
    let mut differing: Vec<Hunk> = differing.into_iter().filter(untold).collect();
    let at = |h: &Hunk| pairs.iter().position(|p| meet(p.a, h.a) || (h.a.is_none() && meet(p.b, h.b)));
    differing.sort_by_key(|h| (at(h).unwrap_or(usize::MAX), h.a, h.b));
    out.extend(differing.into_iter().map(doubt));
    out
}

fn of_pairs(
    result: &Compared,
    pairs: &Pairs,
    column: Column,
    lang: Lang,
    wanted: impl Fn(Relation) -> bool,
) -> Vec<Hunk> {
    let c = &result.comparison;
    let relation = |r: Relation| match (r, column) {
        (Relation::OnlyB, Column::C) => lang.text(msg::HUNKS_ONLY_C).to_owned(),
        _ => relation_name(r, lang).to_owned(),
    };
    let one = |p: &crate::story::Row| {
        let (mut a, mut b) = (p.a, p.b);
        let passage = p.passage.and_then(|i| c.passages.get(i));
        if let Some(passage) = passage {
            a = a.or(Some(passage.a));
            b = b.or(Some(passage.b));
        }
        let mut words = relation(p.relation);
        if let Some(passage) = passage.filter(|p| !p.reasons.is_empty()) {
            let reasons: Vec<String> = passage.reasons.iter().take(3).map(|r| lang.say(r.message())).collect();
            words = format!("{words} · {}", reasons.join(" · "));
        }
        Hunk { a, b, column, words }
    };
    pairs.iter().filter(|p| wanted(p.relation)).map(one).collect()
}

/// What differs inside one article.
fn of_findings(result: &Compared, column: Column, lang: Lang) -> impl Iterator<Item = Hunk> {
    let inside = |f: &&Finding| matches!(f.kind, FindingKind::FigureInside | FindingKind::Calendar);
    let comparison = &result.comparison;
    let findings = comparison.findings.iter().chain(&comparison.doubtful).filter(inside);
    findings.map(move |f| Hunk { a: f.a, b: f.b, column, words: lang.say(&f.sentence) })
}

fn of_quotes(result: &Compared, column: Column, lang: Lang) -> Vec<Hunk> {
    let comparison = &result.comparison;
    let quotes = &comparison.quotes;
    let shared = quotes.shared.iter().map(|q| {
        let verdict = match q.relation {
            QuoteRelation::Same => lang.text(msg::HUNKS_SAME_WORDS),
            QuoteRelation::Fragment => lang.text(msg::HUNKS_ONE_QUOTES_MORE),
            QuoteRelation::Variant if comparison.words_differ(q) => lang.text(msg::HUNKS_QUOTED_WORDS_DIFFER),
            QuoteRelation::Variant => lang.text(msg::HUNKS_NEAR_WORDS),
        };
        let who = q.teller().map_or(String::new(), |t| format!(" · {}", t.shown()));
        Hunk { a: Some(q.a), b: Some(q.b), column, words: format!("{verdict}{who}") }
    });
    let only = |side: &str| lang.say(msg::hunks_quote_only(side));
    let mut out: Vec<Hunk> = shared.collect();
    out.extend(quotes.only_a.iter().map(|s| Hunk { a: Some(*s), b: None, column, words: only("A") }));
    out.extend(quotes.only_b.iter().map(|s| Hunk { a: None, b: Some(*s), column, words: only(column.letter()) }));
    out
}

fn of_figures(result: &Compared, column: Column, lang: Lang) -> Vec<Hunk> {
    let (ta, tb) = (&*result.a.document.text, &*result.b.document.text);
    let one = |f: &FigurePair| {
        let (x, y) = (quoted(ta, f.a), quoted(tb, f.b));
        let told = result.comparison.is_told(f);
        let words = if told { msg::hunks_figures_differ(x, y) } else { msg::hunks_figures_may_differ(x, y) };
        Hunk { a: Some(f.a), b: Some(f.b), column, words: lang.say(words) }
    };
    result.comparison.figures.differing.iter().map(one).collect()
}

fn of_entities(result: &Compared, column: Column, lang: Lang) -> Vec<Hunk> {
    let names = &result.comparison.entities;
    let of = |name: &str, entities: &[crate::entity::Entity]| {
        entities.iter().find(|e| e.name == name).and_then(|e| e.mentions.first()).map(|m| m.span)
    };
    let only = |name: &str, side: &str| lang.say(msg::hunks_only(name, side));
    let a = names.only_a.iter().map(|n| Hunk {
        a: of(n, &result.a.analysis.entities),
        b: None,
        column,
        words: only(n, "A"),
    });
    let b = names.only_b.iter().map(|n| Hunk {
        a: None,
        b: of(n, &result.b.analysis.entities),
        column,
        words: only(n, column.letter()),
    });
    a.chain(b).filter(|i| i.a.is_some() || i.b.is_some()).collect()
}

/// A moved passage has a row on each side; it is one stop.
fn dedup_moved(items: Vec<Hunk>) -> Vec<Hunk> {
    let mut out: Vec<Hunk> = Vec::new();
    for i in items {
        let twin = i.a.is_some() && i.b.is_some() && out.iter().any(|o| o.a == i.a && o.b == i.b);
        if !twin {
            out.push(i);
        }
    }
    out
}

/// The stops between A and B with those between A and C, in the order of A;
/// what is found in A alone is one stop.
pub fn merged(b: Vec<Hunk>, c: Vec<Hunk>) -> Vec<Hunk> {
    // A place without a counterpart in A stands behind the one before it.
    let placed = |items: Vec<Hunk>| {
        let mut at = 0;
        let place = move |i: Hunk| {
            at = i.a.map_or(at, |s| s.start);
            (at, i)
        };
        items.into_iter().map(place).collect::<Vec<_>>()
    };
    let alone = |i: &Hunk| i.b.is_none() && b.iter().any(|o| o.a == i.a && o.b.is_none() && o.words == i.words);
    let c: Vec<Hunk> = c.into_iter().filter(|i| !alone(i)).collect();
    let mut out = placed(b);
    out.extend(placed(c));
    out.sort_by_key(|(at, _)| *at);
    out.into_iter().map(|(_, i)| i).collect()
}
