//! Two documents compared.

use super::align::{Aligned, Known, Scored, align};
use super::copied;
use super::event;
use super::findings::{self, Draft};
use super::model::Model;
use super::passages::{self, Cut, Worked};
use super::prepare::{Sentence, enrich, sentences, settle_names};
use super::quotes;
use super::types::*;
use crate::entity::Entity;
use crate::text::{Span, fold};
use std::collections::{BTreeSet, HashMap, HashSet};

/// A document cut into sentences: cut once, it is compared with as many others as there are.
#[derive(Clone)]
pub(crate) struct Cutting<'s> {
    side: Side<'s>,
    sentences: Vec<Sentence>,
}

impl<'s> Cutting<'s> {
    pub(crate) fn new(side: Side<'s>) -> Self {
        let mut sentences = sentences(side.document);
        enrich(&mut sentences, side.facts);
        Self { side, sentences }
    }
}

/// Compares two documents. Swapping them mirrors the result exactly: the work
/// is always done in the order of the documents' keys.
pub fn compare(a: Side<'_>, b: Side<'_>, options: &Options) -> Comparison {
    compare_cut(Cutting::new(a), Cutting::new(b), options)
}

/// The same of documents that are cut already.
pub(crate) fn compare_cut(a: Cutting<'_>, b: Cutting<'_>, options: &Options) -> Comparison {
    let (mut comparison, mut drafts): (Comparison, Vec<Draft>) = if b.side.document.key < a.side.document.key {
        let (c, d) = compared(b, a, options);
        (mirrored(c), d.into_iter().map(Draft::mirrored).collect())
    } else {
        compared(a, b, options)
    };
    drafts.sort_by_key(findings::order);
    let (doubtful, told): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|d| d.doubtful);
    comparison.findings = told.into_iter().map(Draft::said).collect();
    comparison.doubtful = doubtful.into_iter().map(Draft::said).collect();
    comparison
}

fn compared(a: Cutting<'_>, b: Cutting<'_>, options: &Options) -> (Comparison, Vec<Draft>) {
    let (Cutting { side: a, sentences: mut sa }, Cutting { side: b, sentences: mut sb }) = (a, b);
    settle_names([&mut sa, &mut sb]);
    let quotes = quotes::pair((a, &sa), (b, &sb), options);
    let same = a.document.key == b.document.key && a.document.text == b.document.text;
    let dated = if same { Some(EventCheck::Same) } else { event::by_date(a, b) };
    let apart = dated.as_ref().is_some_and(EventCheck::differs);
    let texts = [&*a.document.text, &*b.document.text];
    let stretches = if same { Vec::new() } else { copied::stretches(&sa, &sb, texts) };
    let Aligned { links, doubtful } = if same {
        Aligned { links: itself(&sa), doubtful: Vec::new() }
    } else {
        let (quoted, copied) = (quotes::between(&quotes, &sa, &sb), copied::pairs(&stretches, &sa, &sb));
        let known = Known { quoted: &quoted, copied: &copied };
        let others = |i: usize, j: usize| speakers_differ((a, &sa[i]), (b, &sb[j]));
        align(&sa, &sb, known, apart, options.floor, &others)
    };
    let reversals = if same { Vec::new() } else { event::reversals(&sa, &sb) };
    let (cut_a, cut_b) = (Cut::new(a, &sa), Cut::new(b, &sb));
    let across = copied::Across::new(&stretches, &sa, &sb);
    let works: Vec<Worked> = links
        .iter()
        .filter(|l| !across.holds((l.a, sa[l.a].span), (l.b, sb[l.b].span)))
        .filter(|l| !reversals.contains(&(sa[l.a].span, sb[l.b].span)))
        .map(|l| passages::work(l, &cut_a, &cut_b, options))
        .collect();

    let alone = |s: &[Sentence], linked: HashSet<usize>| -> Vec<usize> {
        (0..s.len()).filter(|i| !linked.contains(i)).collect()
    };
    let lone = [alone(&sa, works.iter().map(|w| w.a).collect()), alone(&sb, works.iter().map(|w| w.b).collect())];
    let (shared_a, shared_b) = (share(&sa, &lone[0]), share(&sb, &lone[1]));
    let [lone_a, lone_b] = lone;
    let only = [alone_here(lone_a, (&sa, &sb), &doubtful, |d| d.a), alone_here(lone_b, (&sb, &sa), &doubtful, |d| d.b)];
    let events =
        dated.unwrap_or_else(|| event::by_content((a, &sa), (b, &sb), !reversals.is_empty(), shared_a.max(shared_b)));
    let input = findings::Input {
        sides: [a, b],
        sentences: [&sa, &sb],
        works: &works,
        quotes: &quotes,
        events: &events,
        reversals: &reversals,
        shared: [shared_a, shared_b],
        same,
    };
    let (figures, drafts) = told(&input);
    let works = by_figures(works, &figures);
    let similarity = similarity(&works, &sa, &sb, &events);
    let spans = |s: &[Sentence], only: &[usize]| only.iter().map(|&i| s[i].span).collect::<Vec<Span>>();
    let mut passages = passages::join(works, &stretches, texts);
    passages::mark_moved(&mut passages);
    let comparison = Comparison {
        passages,
        only_a: spans(&sa, &only[0]),
        only_b: spans(&sb, &only[1]),
        quotes,
        figures,
        entities: entities(a.entities, b.entities),
        findings: Vec::new(),
        doubtful: Vec::new(),
        undecided: doubtful
            .iter()
            .map(|u| Undecided {
                a: sa[u.a].span,
                b: sb[u.b].span,
                grade: Model::get().bars.grade(u.score),
                score: u.score,
                evidence: u.evidence,
            })
            .collect(),
        similarity,
        shared_a,
        shared_b,
        events,
        reversed: !reversals.is_empty(),
        formulas: formulas(&sa, &sb),
    };
    (comparison, drafts)
}

/// True when most of each of two sentences is quoted, and surely of two speakers.
fn speakers_differ(a: (Side<'_>, &Sentence), b: (Side<'_>, &Sentence)) -> bool {
    let speaker = |(side, s): (Side<'_>, &Sentence)| {
        let from = side.facts.quotes.partition_point(|q| q.span.end <= s.span.start);
        let here = side.facts.quotes[from..].iter().take_while(|q| q.span.start < s.span.end);
        let quote = here.filter(|q| q.span.overlap(s.span) * 2 > s.span.len()).find_map(|q| q.sure_speaker())?;
        Some(fold(quote.rsplit(' ').next().unwrap_or_default()))
    };
    speaker(a).zip(speaker(b)).is_some_and(|(x, y)| x != y)
}

/// Sentences that not even perhaps have a counterpart: what may have one is not
/// said to have none.
fn without_perhaps(lone: Vec<usize>, doubtful: &[Scored], side: fn(&Scored) -> usize) -> Vec<usize> {
    let bars = &Model::get().bars;
    let held: HashSet<usize> = doubtful.iter().filter(|d| bars.grade(d.score).is_some()).map(side).collect();
    lone.into_iter().filter(|i| !held.contains(i)).collect()
}

/// What is told as only here of the sentences without a link, in a text and beside the other.
fn alone_here(
    lone: Vec<usize>,
    (own, other): (&[Sentence], &[Sentence]),
    doubtful: &[Scored],
    side: fn(&Scored) -> usize,
) -> Vec<usize> {
    without_standing(without_perhaps(lone, doubtful, side), own, other)
}

/// Sentences whose words do not stand one behind the other in the other text, however it is
/// cut into sentences: what stands there word for word is not said to stand here alone.
fn without_standing(lone: Vec<usize>, own: &[Sentence], other: &[Sentence]) -> Vec<usize> {
    /// Words that say something by themselves, at least.
    const WORDS: usize = 2;
    /// Places of a word that are looked at.
    const PLACES: usize = 200;
    let all: Vec<u32> = other.iter().flat_map(|s| &s.tokens).map(|t| t.word).collect();
    let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
    all.iter().enumerate().for_each(|(at, word)| places.entry(*word).or_default().push(at));
    let stands = |s: &Sentence| {
        let words: Vec<u32> = s.tokens.iter().map(|t| t.word).collect();
        let of = |word: u32| places.get(&word).map_or(&[][..], Vec::as_slice);
        let rarest = words.iter().enumerate().min_by_key(|(_, word)| of(**word).len());
        rarest.is_some_and(|(i, word)| {
            let starts = of(*word).iter().take(PLACES).filter_map(|at| at.checked_sub(i));
            words.len() >= WORDS && starts.into_iter().any(|from| all.get(from..from + words.len()) == Some(&words[..]))
        })
    };
    lone.into_iter().filter(|&i| !stands(&own[i])).collect()
}

/// Every sentence is its own counterpart.
fn itself(s: &[Sentence]) -> Vec<Scored> {
    (0..s.len()).map(|i| Scored::certain(i, i)).collect()
}

/// Share of the words in sentences that have a counterpart.
fn share(s: &[Sentence], only: &[usize]) -> f64 {
    let all: usize = s.iter().map(|s| s.tokens.len()).sum();
    let lone: usize = only.iter().map(|&i| s[i].tokens.len()).sum();
    if all == 0 { 0.0 } else { 1.0 - lone as f64 / all as f64 }
}

/// How much the two have in common: links weighed by their confidence and
/// length, as a share of the shorter text; halved when the events differ.
fn similarity(works: &[Worked], sa: &[Sentence], sb: &[Sentence], events: &EventCheck) -> f64 {
    let words = |s: &[Sentence]| s.iter().map(|s| s.tokens.len()).sum::<usize>() as f64;
    let mut best: [HashMap<usize, f64>; 2] = [HashMap::new(), HashMap::new()];
    for w in works {
        for (side, i) in [(0, w.a), (1, w.b)] {
            let e = best[side].entry(i).or_default();
            *e = e.max(f64::from(w.link.score));
        }
    }
    let sum = |s: &[Sentence], best: &HashMap<usize, f64>| -> f64 {
        let mut parts: Vec<(usize, f64)> = best.iter().map(|(&i, x)| (i, x * s[i].tokens.len() as f64)).collect();
        parts.sort_by_key(|p| p.0);
        parts.iter().map(|p| p.1).sum::<f64>() / words(s).max(1.0)
    };
    let shared = sum(sa, &best[0]).max(sum(sb, &best[1])).clamp(0.0, 1.0);
    if events.differs() { shared / 2.0 } else { shared }
}

/// What is told, and the figures with what is told of them.
fn told(input: &findings::Input<'_>) -> (FigurePairs, Vec<Draft>) {
    let drafts = findings::find(input);
    (figures(input, &drafts), drafts)
}

fn figures(input: &findings::Input<'_>, drafts: &[Draft]) -> FigurePairs {
    let mut out = FigurePairs::default();
    let told = |v: &FigurePair| drafts.iter().any(|d| d.tells_figure(v.a, v.b));
    for w in input.works {
        for v in &w.values {
            let list = match v.relation {
                FigureRelation::Differs if told(v) || findings::stands_alike(input, w, v) => &mut out.differing,
                FigureRelation::Differs => &mut out.doubtful,
                _ => &mut out.shared,
            };
            list.push(v.clone());
        }
    }
    for list in [&mut out.shared, &mut out.differing, &mut out.doubtful] {
        list.sort_by_key(|p| (p.a, p.b, p.relation));
        list.dedup();
    }
    out
}

/// Links as they are told: sentences differ by a figure only when the figure is
/// of the same thing.
fn by_figures(mut works: Vec<Worked>, figures: &FigurePairs) -> Vec<Worked> {
    for w in &mut works {
        let mut others = w.values.iter().filter(|v| v.relation == FigureRelation::Differs).peekable();
        if w.kind == PassageKind::Differs && others.peek().is_some() && !others.any(|v| figures.differing.contains(v)) {
            let kind = if w.near { PassageKind::Near } else { PassageKind::Paraphrase };
            (w.kind, w.link.kind) = (kind, kind);
        }
    }
    works
}

/// Names of both sides, matched by any spelling that is not doubtful, and
/// people also by their last word.
fn entities(a: &[Entity], b: &[Entity]) -> EntitySets {
    let keys = |e: &Entity| -> Vec<String> {
        let mut out = vec![fold(&e.name)];
        out.extend(e.forms.iter().filter(|f| !f.doubtful).map(|f| fold(&f.surface)));
        out.sort();
        out.dedup();
        out
    };
    let mut holders: HashMap<String, usize> = HashMap::new();
    for (j, e) in b.iter().enumerate() {
        keys(e).into_iter().for_each(|k| {
            holders.entry(k).or_insert(j);
        });
    }
    let mut sets = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
    let mut met = vec![false; b.len()];
    for e in a {
        match keys(e).iter().find_map(|k| holders.get(k)) {
            Some(&j) => {
                met[j] = true;
                // The fuller name stands for both; of equal ones the first in order.
                let name = [&e.name, &b[j].name]
                    .into_iter()
                    .max_by(|x, y| x.chars().count().cmp(&y.chars().count()).then(y.cmp(x)));
                sets[0].extend(name.cloned());
            }
            None => {
                sets[1].insert(e.name.clone());
            }
        }
    }
    sets[2].extend(b.iter().zip(met).filter(|(_, met)| !met).map(|(e, _)| e.name.clone()));
    let [both, only_a, only_b] = sets.map(|s| s.into_iter().collect::<Vec<String>>());
    let (both_set, both): (HashSet<String>, Vec<String>) = (both.iter().cloned().collect(), both);
    let lone = |v: Vec<String>| v.into_iter().filter(|n| !both_set.contains(n)).collect();
    EntitySets { only_a: lone(only_a), only_b: lone(only_b), both }
}

/// Runs of five words and more on both sides that are names, titles and
/// function words only.
fn formulas(sa: &[Sentence], sb: &[Sentence]) -> usize {
    const LENGTH: usize = 5;
    let runs = |s: &[Sentence]| -> HashSet<Vec<u32>> {
        s.iter()
            .flat_map(|s| s.tokens.split(|t| t.is_ordinary()))
            .filter(|r| r.len() >= LENGTH)
            .flat_map(|r| r.windows(LENGTH).map(|w| w.iter().map(|t| t.word).collect::<Vec<u32>>()))
            .collect()
    };
    runs(sa).intersection(&runs(sb)).count()
}

/// The same comparison seen from the other side.
fn mirrored(c: Comparison) -> Comparison {
    let swap = |w: WordDiff| WordDiff { only_a: w.only_b, only_b: w.only_a };
    let figure = |p: FigurePair| FigurePair { a: p.b, b: p.a, relation: p.relation };
    let mut out = Comparison {
        passages: c
            .passages
            .into_iter()
            .map(|p| {
                let mut links: Vec<Link> = p.links.into_iter().map(|l| Link { a: l.b, b: l.a, ..l }).collect();
                links.sort_by_key(|l| (l.a, l.b));
                Passage { a: p.b, b: p.a, words: swap(p.words), links, ..p }
            })
            .collect(),
        only_a: c.only_b,
        only_b: c.only_a,
        quotes: QuotePairs {
            shared: c
                .quotes
                .shared
                .into_iter()
                .map(|q| QuotePair {
                    a: q.b,
                    b: q.a,
                    speaker_a: q.speaker_b,
                    speaker_b: q.speaker_a,
                    words: swap(q.words),
                    relation: q.relation,
                })
                .collect(),
            only_a: c.quotes.only_b,
            only_b: c.quotes.only_a,
        },
        figures: FigurePairs {
            shared: c.figures.shared.into_iter().map(figure).collect(),
            differing: c.figures.differing.into_iter().map(figure).collect(),
            doubtful: c.figures.doubtful.into_iter().map(figure).collect(),
        },
        entities: EntitySets { both: c.entities.both, only_a: c.entities.only_b, only_b: c.entities.only_a },
        undecided: c.undecided.into_iter().map(|u| Undecided { a: u.b, b: u.a, ..u }).collect(),
        shared_a: c.shared_b,
        shared_b: c.shared_a,
        ..c
    };
    out.passages.sort_by_key(|p| (p.a, p.b));
    out.undecided.sort_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    out.quotes.shared.sort_by_key(|q| (q.a, q.b));
    out.figures.shared.sort_by_key(|f| (f.a, f.b));
    out.figures.differing.sort_by_key(|f| (f.a, f.b));
    out.figures.doubtful.sort_by_key(|f| (f.a, f.b));
    out
}
