//! Statements about two texts, each with the places where a reader can check
//! it. What is absent is “not found by this method”; nothing is called a
//! contradiction.

use super::passages::{Worked, longest_run};
use super::prepare::{Sentence, Token, flag};
use super::types::*;
use crate::fact::{Agreement, Bound, Figure, FigureKind, Hedge, figure};
use crate::text::{Span, fold};
use std::collections::HashMap;

/// What the findings are drawn from.
pub(crate) struct Input<'i> {
    pub(crate) sides: [Side<'i>; 2],
    pub(crate) sentences: [&'i [Sentence]; 2],
    pub(crate) works: &'i [Worked],
    /// Sentences without a counterpart.
    pub(crate) only: [&'i [usize]; 2],
    pub(crate) quotes: &'i QuotePairs,
    pub(crate) figures: &'i FigurePairs,
    pub(crate) events: &'i EventCheck,
    pub(crate) reversals: &'i [(Span, Span)],
    /// The two are one text.
    pub(crate) same: bool,
}

/// A finding whose sentence does not yet know which side is called A.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    kind: FindingKind,
    a: Option<Span>,
    b: Option<Span>,
    again: Option<Span>,
    /// What is said before the sides.
    head: String,
    /// What is said of A and of B.
    of: [Option<String>; 2],
}

/// Findings of one kind, at most.
const MOST: usize = 200;

impl Draft {
    fn pair(kind: FindingKind, head: &str, a: (Span, String), b: (Span, String)) -> Self {
        Self { kind, a: Some(a.0), b: Some(b.0), again: None, head: head.to_owned(), of: [Some(a.1), Some(b.1)] }
    }

    fn inside(kind: FindingKind, side: usize, head: &str, at: (Span, Option<Span>), said: String) -> Self {
        let (mut spans, mut of) = ([None, None], [None, None]);
        spans[side] = Some(at.0);
        of[side] = Some(said);
        Self { kind, a: spans[0], b: spans[1], again: at.1, head: head.to_owned(), of }
    }

    /// The same seen from the other side.
    pub(crate) fn mirrored(self) -> Self {
        let [x, y] = self.of;
        Self { a: self.b, b: self.a, of: [y, x], ..self }
    }

    /// With its sentence.
    pub(crate) fn said(self) -> Finding {
        let side = |name: &str, text: &Option<String>| text.as_ref().map(|t| format!("{name}: {t}"));
        let sides: Vec<String> = [side("A", &self.of[0]), side("B", &self.of[1])].into_iter().flatten().collect();
        let mut sentence = self.head;
        if !sides.is_empty() {
            sentence += ". ";
            sentence += &sides.join("; ");
        }
        sentence.push('.');
        Finding { kind: self.kind, a: self.a, b: self.b, again: self.again, sentence }
    }
}

/// All findings, the weightiest kind first, each kind in the order of A.
pub(crate) fn find(input: &Input<'_>) -> Vec<Draft> {
    let mut out = Vec::new();
    if let EventCheck::Different { reason, .. } = input.events {
        let head = format!("The two report different events: {reason}; links are few and shown with reserve");
        out.push(Draft { kind: FindingKind::Events, a: None, b: None, again: None, head, of: [None, None] });
    }
    for &(a, b) in input.reversals.iter().take(MOST) {
        let quoted = |side: usize, s: Span| format!("“{}”", clip(s.of(&input.sides[side].document.text)));
        out.push(Draft::pair(
            FindingKind::Direction,
            "The same act in the opposite direction",
            (a, quoted(0, a)),
            (b, quoted(1, b)),
        ));
    }
    figures(input, &mut out);
    for side in 0..if input.same { 1 } else { 2 } {
        figures_inside(input, side, &mut out);
        calendar(input, side, &mut out);
        names_inside(input, side, &mut out);
    }
    if !input.same {
        quotes(input, &mut out);
        boundaries(input, &mut out);
        frames(input, &mut out);
        names(input, &mut out);
        order_of_facts(input, &mut out);
        for side in 0..2 {
            only_here(input, side, &mut out);
        }
        update(input, &mut out);
    }
    let mut counts: HashMap<FindingKind, usize> = HashMap::new();
    out.retain(|d| {
        let n = counts.entry(d.kind).or_default();
        *n += 1;
        *n <= MOST
    });
    out
}

/// The order of findings.
pub(crate) fn order(d: &Draft) -> (FindingKind, bool, Option<Span>, Option<Span>, Option<Span>) {
    (d.kind, d.a.is_none(), d.a, d.b, d.again)
}

/// The beginning of a long text.
fn clip(s: &str) -> String {
    const LONG: usize = 160;
    let one: String = s.split_whitespace().collect::<Vec<_>>().join(" ");
    if one.chars().count() <= LONG { one } else { one.chars().take(LONG - 1).chain(['…']).collect() }
}

fn text<'t>(input: &'t Input<'_>, side: usize, s: Span) -> &'t str {
    s.of(&input.sides[side].document.text)
}

/// The phrase of the figure whose number stands at `s`, or the words at `s`.
fn phrase(input: &Input<'_>, side: usize, s: Span) -> String {
    let figures = &input.sides[side].facts.figures;
    let span = figures.iter().find(|f| f.number == s).map_or(s, |f| f.span);
    text(input, side, span).to_owned()
}

fn figures(input: &Input<'_>, out: &mut Vec<Draft>) {
    for p in &input.figures.differing {
        out.push(Draft::pair(
            FindingKind::Figure,
            "The figures or dates differ in sentences that say the same",
            (p.a, format!("“{}”", phrase(input, 0, p.a))),
            (p.b, format!("“{}”", phrase(input, 1, p.b))),
        ));
    }
}

/// Two values for one thing inside one article: the same unit and noun, in
/// sentences that share a rare word.
fn figures_inside(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    const LIMIT: usize = 300;
    let figures = &input.sides[side].facts.figures;
    let told = |f: &&Figure| {
        matches!(f.kind, FigureKind::Count | FigureKind::Duration | FigureKind::Money | FigureKind::Percent)
            && f.bound != Bound::Magnitude
            && (f.noun.is_some() || f.kind == FigureKind::Duration)
    };
    let figures: Vec<&Figure> = figures.iter().filter(told).take(LIMIT).collect();
    let sentence = |f: &Figure| {
        let s = input.sentences[side];
        s.iter().find(|s| s.span.contains(f.number))
    };
    let mut df: HashMap<u32, u32> = HashMap::new();
    for s in input.sentences[side] {
        let mut stems: Vec<u32> = s.tokens.iter().map(|t| t.stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems.into_iter().for_each(|t| *df.entry(t).or_default() += 1);
    }
    for (i, f) in figures.iter().enumerate() {
        for g in &figures[i + 1..] {
            let value = match figure::compare(f, g) {
                Agreement::Differs => true,
                // “two hours” and “more than two hours” are two values;
                // “18,000” and “some 18,000” are one.
                Agreement::Compatible => {
                    let beyond = |x: &Figure| matches!(x.bound, Bound::More | Bound::Less);
                    f.low == g.low && f.bound != g.bound && (beyond(f) || beyond(g))
                }
                _ => false,
            };
            if !value {
                continue;
            }
            let (Some(s), Some(t)) = (sentence(f), sentence(g)) else { continue };
            let noun = |x: &Token| f.noun.as_deref().is_some_and(|n| fold(text(input, side, x.span)).starts_with(n));
            let shared = s.tokens.iter().filter(|x| {
                x.is_ordinary()
                    && df.get(&x.stem).is_some_and(|&n| n <= 3)
                    && !f.span.contains(x.span)
                    && !noun(x)
                    && t.tokens.iter().any(|y| y.stem == x.stem && !g.span.contains(y.span))
            });
            if s.span == t.span || shared.count() == 0 {
                continue;
            }
            out.push(Draft::inside(
                FindingKind::FigureInside,
                side,
                "The article gives two values",
                (f.span, Some(g.span)),
                format!("“{}” and “{}”", text(input, side, f.span), text(input, side, g.span)),
            ));
        }
    }
}

fn calendar(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    for d in input.sides[side].facts.dates.iter().filter(|d| d.conflict.is_some()) {
        let means = d.iso.as_deref().map_or_else(String::new, |i| format!(", {i}"));
        out.push(Draft::inside(
            FindingKind::Calendar,
            side,
            "The weekday does not fit the date",
            (d.span, None),
            format!("“{}”{means}", text(input, side, d.span)),
        ));
    }
}

fn quotes(input: &Input<'_>, out: &mut Vec<Draft>) {
    for q in input.quotes.shared.iter().filter(|q| q.relation == QuoteRelation::Variant) {
        out.push(Draft::pair(
            FindingKind::Quote,
            "The quoted words differ; a translation may be the cause",
            (q.a, format!("“{}”", clip(text(input, 0, q.a)))),
            (q.b, format!("“{}”", clip(text(input, 1, q.b)))),
        ));
    }
    for q in &input.quotes.shared {
        if let (Some(x), Some(y)) = (&q.speaker_a, &q.speaker_b)
            && !alike(x, y)
        {
            out.push(Draft::pair(
                FindingKind::Attribution,
                "The same quoted words are given to different speakers",
                (q.a, x.clone()),
                (q.b, y.clone()),
            ));
        }
    }
}

/// Two names of one person: a word in common.
fn alike(x: &str, y: &str) -> bool {
    let words = |s: &str| fold(s).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (x, y) = (words(x), words(y));
    x.iter().any(|w| w.chars().count() > 2 && y.contains(w))
}

/// Words quoted on one side and in the reporter's own voice on the other.
fn boundaries(input: &Input<'_>, out: &mut Vec<Draft>) {
    for w in input.works {
        let (x, y) = (&input.sentences[0][w.a], &input.sentences[1][w.b]);
        let (start, length) = longest_run(x, y);
        let run = &x.tokens[start..start + length];
        let Some(at) =
            y.tokens.windows(length.max(1)).position(|t| t.iter().map(|t| t.word).eq(run.iter().map(|t| t.word)))
        else {
            continue;
        };
        let other = &y.tokens[at..at + length];
        let quoted = |t: &[Token]| (t.iter().all(|t| t.is(flag::QUOTED)), t.iter().any(|t| t.is(flag::QUOTED)));
        let content = run.iter().filter(|t| !t.is(flag::FUNCTION)).count();
        if content < 2 {
            continue;
        }
        let (a, b) = (span(run), span(other));
        let own = |side, s| format!("in the reporter's own voice, “{}”", clip(text(input, side, s)));
        let cited = |side, s| format!("quoted, “{}”", clip(text(input, side, s)));
        let said = match (quoted(run), quoted(other)) {
            ((true, _), (_, false)) => (cited(0, a), own(1, b)),
            ((_, false), (true, _)) => (own(0, a), cited(1, b)),
            _ => continue,
        };
        out.push(Draft::pair(FindingKind::QuoteBoundary, "The same words, quoted only once", (a, said.0), (b, said.1)));
    }
}

fn span(tokens: &[Token]) -> Span {
    match (tokens.first(), tokens.last()) {
        (Some(x), Some(y)) => x.span.join(y.span),
        _ => Span::default(),
    }
}

/// Who says it and how certain it is, sentence by sentence.
fn frames(input: &Input<'_>, out: &mut Vec<Draft>) {
    for w in input.works.iter().filter(|w| w.kind != PassageKind::Identical) {
        let spans = [w.link.a, w.link.b];
        let source = |side: usize| {
            let at = spans[side];
            input.sides[side].facts.attributions.iter().find(|t| at.contains(t.cue))
        };
        match (source(0), source(1)) {
            (Some(x), Some(y)) if !alike(&x.name, &y.name) => out.push(Draft::pair(
                FindingKind::Attribution,
                "Attributed to different sources",
                (x.source.join(x.cue), x.name.clone()),
                (y.source.join(y.cue), y.name.clone()),
            )),
            (Some(x), None) if is_lost(input, w, 1, &x.name, text(input, 0, x.cue)) => out.push(Draft::pair(
                FindingKind::Attribution,
                "Attributed on one side only",
                (x.source.join(x.cue), format!("attributed to {}", x.name)),
                (spans[1], "no source found here or around".to_owned()),
            )),
            (None, Some(y)) if is_lost(input, w, 0, &y.name, text(input, 1, y.cue)) => out.push(Draft::pair(
                FindingKind::Attribution,
                "Attributed on one side only",
                (spans[0], "no source found here or around".to_owned()),
                (y.source.join(y.cue), format!("attributed to {}", y.name)),
            )),
            _ => {}
        }
        let hedge = |side: usize| -> Option<&Hedge> {
            let hedges = &input.sides[side].facts.hedges;
            let from = hedges.partition_point(|h| h.span.start < spans[side].start);
            hedges[from..]
                .iter()
                .take_while(|h| h.span.end <= spans[side].end)
                .filter(|h| !h.quoted)
                .max_by_key(|h| h.step)
        };
        let (x, y) = (hedge(0), hedge(1));
        if x.map(|h| h.step) != y.map(|h| h.step) {
            let said = |side: usize, h: Option<&Hedge>| match h {
                Some(h) => (h.span, format!("“{}” ({})", text(input, side, h.span), h.step.name())),
                None => (spans[side], "stated as fact".to_owned()),
            };
            out.push(Draft::pair(FindingKind::Hedge, "Said with another degree of certainty", said(0, x), said(1, y)));
        }
    }
}

/// True when a sentence that says in the same words what the other side
/// gives to `source` stands without any source: not a headline, nobody's
/// quoted words, without the same verb, and the sentences around it do not
/// name that source either.
fn is_lost(input: &Input<'_>, w: &Worked, side: usize, source: &str, cue: &str) -> bool {
    let sentences = input.sentences[side];
    let i = if side == 0 { w.a } else { w.b };
    let Some(s) = sentences.get(i) else { return false };
    let facts = input.sides[side].facts;
    let same_words = matches!(w.kind, PassageKind::Near | PassageKind::Differs);
    if !same_words || !s.kind.is_body() {
        return false;
    }
    let around = sentences[i.saturating_sub(1)..(i + 2).min(sentences.len())].iter().map(|s| s.span);
    let around = around.reduce(Span::join).unwrap_or(s.span);
    let named = facts.attributions.iter().any(|t| s.span.contains(t.cue))
        || facts.attributions.iter().any(|t| around.contains(t.cue) && alike(&t.name, source));
    let spoken = facts.quotes.iter().any(|q| q.speaker.is_some() && q.span.touches(s.span));
    let own = fold(text(input, side, s.span));
    let last = fold(source);
    let mentioned = own.contains(last.rsplit(' ').next().unwrap_or_default()) || own.contains(&fold(cue));
    !named && !spoken && !mentioned
}

/// A name word with the name word before it.
struct NameWord {
    folded: String,
    before: Option<u32>,
    span: Span,
}

/// The first place of every name word.
fn name_words(input: &Input<'_>, side: usize) -> Vec<NameWord> {
    const LIMIT: usize = 400;
    let mut seen = std::collections::HashSet::new();
    let mut out = Vec::new();
    for s in input.sentences[side] {
        for (i, t) in s.tokens.iter().enumerate() {
            if t.is(flag::NAME) && t.span.len() >= 5 && out.len() < LIMIT && seen.insert(t.word) {
                let before = i.checked_sub(1).map(|k| &s.tokens[k]).filter(|p| p.is(flag::NAME)).map(|p| p.word);
                out.push(NameWord { folded: fold(text(input, side, t.span)), before, span: t.span });
            }
        }
    }
    out
}

/// Two spellings of what may be one name: close, and after the same first
/// name.
fn drifts(x: &NameWord, y: &NameWord) -> bool {
    let (n, m) = (x.folded.chars().count(), y.folded.chars().count());
    let close = if n.min(m) >= 8 { 3 } else { 2 };
    let stems = x.folded.starts_with(&y.folded) || y.folded.starts_with(&x.folded);
    x.folded != y.folded
        && n.abs_diff(m) <= close
        && x.before.is_some()
        && x.before == y.before
        && !(stems && n.abs_diff(m) == 1)
        && distance(&x.folded, &y.folded) <= close
}

/// Edit distance (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != y)).min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}

fn names(input: &Input<'_>, out: &mut Vec<Draft>) {
    let (x, y) = (name_words(input, 0), name_words(input, 1));
    let absent = |n: &NameWord, other: &[NameWord]| !other.iter().any(|o| o.folded == n.folded);
    for a in x.iter().filter(|n| absent(n, &y)) {
        for b in y.iter().filter(|n| absent(n, &x) && drifts(a, n)) {
            out.push(Draft::pair(
                FindingKind::Name,
                "Two spellings that may be one name; not resolved",
                (a.span, text(input, 0, a.span).to_owned()),
                (b.span, text(input, 1, b.span).to_owned()),
            ));
        }
    }
}

fn names_inside(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    let names = name_words(input, side);
    for (i, x) in names.iter().enumerate() {
        for y in names[i + 1..].iter().filter(|y| drifts(x, y)) {
            out.push(Draft::inside(
                FindingKind::Name,
                side,
                "Two spellings that may be one name; not resolved",
                (x.span, Some(y.span)),
                format!("{} and {}", text(input, side, x.span), text(input, side, y.span)),
            ));
        }
    }
}

/// Facts that stand early in one text and late in the other.
fn order_of_facts(input: &Input<'_>, out: &mut Vec<Draft>) {
    const FAR: f64 = 0.5;
    const LEAST: usize = 5;
    let rank = |side: usize, i: usize| {
        let s = input.sentences[side];
        (s[i].stretch, i as f64 / s.len().max(1) as f64)
    };
    for w in input.works {
        let ((pa, x), (pb, y)) = (rank(0, w.a), rank(1, w.b));
        if (x - y).abs() >= FAR && w.a.abs_diff(w.b) >= LEAST {
            let said = |p: usize| format!("paragraph {}", p + 1);
            out.push(Draft::pair(
                FindingKind::Order,
                "The fact stands at another rank",
                (w.link.a, said(pa)),
                (w.link.b, said(pb)),
            ));
        }
    }
}

/// Sentences with a quotation or a figure that the other text does not have.
fn only_here(input: &Input<'_>, side: usize, out: &mut Vec<Draft>) {
    let facts = input.sides[side].facts;
    for &i in input.only[side] {
        let s = input.sentences[side][i].span;
        let holds =
            facts.quotes.iter().any(|q| q.span.touches(s)) || facts.figures.iter().any(|f| s.contains(f.number));
        if holds {
            let head = "Not found in the other text by this method (searched: words, names, figures, quoted words)";
            let said = format!("“{}”", clip(text(input, side, s)));
            out.push(Draft::inside(FindingKind::OnlyHere, side, head, (s, None), said));
        }
    }
}

/// One text that holds nearly all of the other and more may be its later
/// version.
fn update(input: &Input<'_>, out: &mut Vec<Draft>) {
    const HELD: f64 = 0.8;
    let copied = |side: usize| {
        let words = |i: usize| input.sentences[side][i].tokens.len();
        let all: usize = (0..input.sentences[side].len()).map(words).sum();
        let mut held: Vec<usize> = input
            .works
            .iter()
            .filter(|w| w.kind != PassageKind::Paraphrase)
            .map(|w| if side == 0 { w.a } else { w.b })
            .collect();
        held.sort_unstable();
        held.dedup();
        held.into_iter().map(words).sum::<usize>() as f64 / all.max(1) as f64
    };
    let shares = [copied(0), copied(1)];
    if shares[0].max(shares[1]) < HELD || input.works.len() < 3 {
        return;
    }
    let said = |x: f64| format!("{:.0} % of the words are in the other", x * 100.0);
    let (Some(x), Some(y)) = (input.works.first(), input.works.last()) else { return };
    out.push(Draft {
        kind: FindingKind::Update,
        a: Some(x.link.a.join(y.link.a)),
        b: Some(x.link.b.join(y.link.b)),
        again: None,
        head: "One text may be another version of the other".to_owned(),
        of: [Some(said(shares[0])), Some(said(shares[1]))],
    });
}
