//! Who says what: the facts of a story against its documents, with the count
//! of independent origins. A fact is a connected group of linked sentences,
//! however it is worded; what is linked only perhaps is no fact in common.

use super::compare::compare;
use super::types::{Grade, Options, PassageKind, Side};
use crate::enumerated::enumerated;
use crate::fact::Facts;
use crate::text::sanitise::one_line;
use crate::text::{Span, fold};
use crate::words::{Message, msg};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};

enumerated! {
    /// What a document does with a fact.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum State {
        /// In the same words or nearly so.
        Said => "said",
        /// In other words; a part may be missing.
        Partly => "partly",
        /// With another figure, date or quoted word.
        Differs => "differs",
        /// Not found by this method.
        Absent => "absent",
        /// In a report of a later event.
        Confirmed => "confirmed",
    }
}

impl State {
    /// One sign for a cell.
    pub fn sign(self) -> char {
        match self {
            Self::Said => '●',
            Self::Partly => '~',
            Self::Differs => '≠',
            Self::Absent => '·',
            Self::Confirmed => '✓',
        }
    }
}

/// A fact in one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What the document does with the fact.
    pub state: State,
    /// How sure it is that its sentences are about this fact: that of the
    /// weakest link on the best way from the sentence that tells it most
    /// centrally. `None` where it is absent.
    pub grade: Option<Grade>,
    /// Its sentences about it.
    pub spans: Vec<Span>,
}

impl Cell {
    /// Whether it is about the fact only as far as is likely.
    pub fn is_doubtful(&self) -> bool {
        self.grade.is_some_and(|g| g < Grade::Sure)
    }

    /// What stands in a cell: its sign, with a question mark when it is only
    /// likely to be about the fact.
    pub fn signs(&self) -> String {
        let doubt = if self.is_doubtful() { "?" } else { "" };
        format!("{}{doubt}", self.state.sign())
    }
}

/// A row of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixRow {
    /// Index of the document that says it most centrally.
    pub document: usize,
    /// Its sentence there.
    pub span: Span,
    /// One cell for each document.
    pub cells: Vec<Cell>,
    /// Origins that are known and do not depend on each other as far as is
    /// known, sorted: an agency counts once however often it is reprinted, an
    /// outlet however many of its reports have the fact, and a report of which
    /// neither is known counts for none.
    pub origins: Vec<String>,
    /// Reports that have it and of whose origin nothing is known: they are
    /// counted with none of the others.
    pub unknown: usize,
    /// Sources that the sentences name for it, sorted.
    pub attributed: Vec<String>,
}

impl MatrixRow {
    /// Documents that have the fact.
    pub fn documents(&self) -> usize {
        self.cells.iter().filter(|c| c.state != State::Absent).count()
    }

    /// How many origins it has, as it is shown in little room: `3+` where
    /// there may be more, since some of its reports are of unknown origin.
    pub fn count(&self) -> String {
        match (self.origins.len(), self.unknown) {
            (0, _) => "?".to_owned(),
            (known, 0) => known.to_string(),
            (known, _) => format!("{known}+"),
        }
    }

    /// Its known origins by name, and how many reports have none.
    pub fn origins_in_words(&self) -> Message {
        let names: Vec<String> = self.origins.iter().map(|o| one_line(o)).collect();
        let known = || msg::origins_known(names.len(), names.join(" · "));
        match (names.len(), self.unknown) {
            (0, n) => msg::origins_unknown(n),
            (_, 0) => known(),
            (_, n) => msg::reason_and(known(), msg::origins_unknown(n)),
        }
    }

    /// Whether that document has it only as far as is likely.
    pub fn is_doubtful(&self, document: usize) -> bool {
        self.cells.get(document).is_some_and(Cell::is_doubtful)
    }
}

/// Facts × documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Rows, those of most independent origins first.
    pub rows: Vec<MatrixRow>,
    /// How each document came by its copy, such as `AFP ← KCNA`; empty when
    /// nothing tells.
    pub chains: Vec<String>,
}

/// Documents that are compared each with each; no more than the bits of the
/// sets of the documents of a fact.
pub const MOST: usize = 40;

type Place = (usize, Span);

/// Two places that are linked.
struct Joint {
    x: usize,
    y: usize,
    kind: PassageKind,
    grade: Grade,
    score: f32,
}

struct Union(Vec<usize>);

impl Union {
    fn find(&mut self, mut i: usize) -> usize {
        while self.0[i] != i {
            self.0[i] = self.0[self.0[i]];
            i = self.0[i];
        }
        i
    }

    fn join(&mut self, i: usize, j: usize) {
        let (x, y) = (self.find(i), self.find(j));
        self.0[x.max(y)] = x.min(y);
    }
}

/// Builds the matrix of the documents of one story; of more than forty the
/// first forty are compared.
pub fn matrix(sides: &[Side<'_>]) -> Matrix {
    let chains: Vec<String> = sides.iter().map(|s| chain(*s)).collect();
    let compared = sides.len().min(MOST);
    let mut numbers: HashMap<Place, usize> = HashMap::new();
    let mut places: Vec<Place> = Vec::new();
    let mut number = |p: Place| {
        *numbers.entry(p).or_insert_with(|| {
            places.push(p);
            places.len() - 1
        })
    };
    let mut links: Vec<Joint> = Vec::new();
    for i in 0..compared {
        for j in i + 1..compared {
            let c = compare(sides[i], sides[j], &Options::default());
            for l in c.passages.iter().flat_map(|p| &p.links) {
                let (x, y) = (number((i, l.a)), number((j, l.b)));
                links.push(Joint { x, y, kind: l.kind, grade: l.grade, score: l.score });
            }
            // What nobody shares is a fact of its own.
            for p in c.only_a.iter().map(|&s| (i, s)).chain(c.only_b.iter().map(|&s| (j, s))) {
                number(p);
            }
        }
    }
    let mut union = joined(&places, &links, Grade::Likely);
    let mut sure = joined(&places, &links, Grade::Sure);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for p in 0..places.len() {
        groups.entry(union.find(p)).or_default().push(p);
    }
    let mut degree = vec![0f32; places.len()];
    let mut kinds: HashMap<usize, Vec<(usize, PassageKind)>> = HashMap::new();
    for &Joint { x, y, kind, score, .. } in &links {
        degree[x] += score;
        degree[y] += score;
        kinds.entry(x).or_default().push((y, kind));
        kinds.entry(y).or_default().push((x, kind));
    }
    let mut rows: Vec<MatrixRow> = groups
        .values()
        .filter(|g| g.len() > 1 || g.iter().any(|&p| tells(sides[places[p].0].facts, places[p].1)))
        .map(|g| row(sides, &chains, g, &places, &degree, &kinds, &mut sure))
        .collect();
    rows.sort_by(|x, y| {
        (y.origins.len(), y.documents())
            .cmp(&(x.origins.len(), x.documents()))
            .then((x.document, x.span).cmp(&(y.document, y.span)))
    });
    Matrix { rows, chains }
}

/// Places that are about one fact. Sure links and the parts of one sentence
/// come first, each taken as it stands. A likely link then joins two facts
/// only when no document has both, the most confident first: one text tells
/// its facts in sentences of their own, so a link that would make one fact of
/// two of them is wrong about one, and such links would chain.
fn joined(places: &[Place], links: &[Joint], least: Grade) -> Union {
    let mut union = Union((0..places.len()).collect());
    for l in links.iter().filter(|l| l.grade == Grade::Sure) {
        union.join(l.x, l.y);
    }
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|&p| places[p]);
    for w in order.windows(2) {
        let (x, y) = (places[w[0]], places[w[1]]);
        if x.0 == y.0 && x.1.overlap(y.1) * 2 > x.1.len().min(y.1.len()) {
            union.join(w[0], w[1]);
        }
    }
    // The documents of each group, one bit each.
    let mut documents = vec![0u64; places.len()];
    for (p, place) in places.iter().enumerate() {
        documents[union.find(p)] |= 1 << place.0;
    }
    let mut likely: Vec<&Joint> = links.iter().filter(|l| l.grade >= least && l.grade < Grade::Sure).collect();
    likely.sort_by(|l, m| m.score.total_cmp(&l.score).then((l.x, l.y).cmp(&(m.x, m.y))));
    for l in likely {
        let (x, y) = (union.find(l.x), union.find(l.y));
        if documents[x] & documents[y] == 0 {
            union.join(x, y);
            documents[x.min(y)] = documents[x] | documents[y];
        }
    }
    union
}

/// A sentence with a quotation or a figure.
fn tells(facts: &Facts, s: Span) -> bool {
    facts.quotes.iter().any(|q| s.touches(q.span)) || facts.figures.iter().any(|f| s.contains(f.number))
}

fn chain(side: Side<'_>) -> String {
    side.document.meta.agencies.value.as_ref().map_or_else(String::new, |a| a.join(" ← "))
}

/// The outlet of a document, when it is known.
fn outlet(side: Side<'_>) -> Option<&str> {
    side.document.meta.source.value.as_deref()
}

/// Without the names that are the end of a longer one: the *Castaner* of a
/// report is the *Christophe Castaner* of another.
fn without_short(names: BTreeSet<String>) -> Vec<String> {
    let folded: Vec<String> = names.iter().map(|n| fold(n)).collect();
    let ends = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|head| head.ends_with(' '));
    let keep = |i: usize| {
        let longer = folded.iter().any(|o| ends(o, &folded[i]));
        let again = folded[..i].contains(&folded[i]);
        !longer && !again
    };
    names.into_iter().enumerate().filter(|(i, _)| keep(*i)).map(|(_, n)| n).collect()
}

fn row(
    sides: &[Side<'_>],
    chains: &[String],
    group: &[usize],
    places: &[Place],
    degree: &[f32],
    kinds: &HashMap<usize, Vec<(usize, PassageKind)>>,
    sure: &mut Union,
) -> MatrixRow {
    let central = group
        .iter()
        .copied()
        .max_by(|&x, &y| degree[x].total_cmp(&degree[y]).then(places[y].cmp(&places[x])))
        .unwrap_or_default();
    let mut cells: Vec<Cell> = vec![Cell { state: State::Absent, grade: None, spans: Vec::new() }; sides.len()];
    let published = |d: usize| sides[d].document.meta.published.value;
    let first = group.iter().filter_map(|&p| published(places[p].0)).min();
    for &p in group {
        let (d, span) = places[p];
        let of: Vec<PassageKind> = kinds.get(&p).into_iter().flatten().map(|k| k.1).collect();
        let state = if of.contains(&PassageKind::Differs) {
            State::Differs
        } else if p == central || of.iter().any(|k| matches!(k, PassageKind::Identical | PassageKind::Near)) {
            State::Said
        } else {
            State::Partly
        };
        let late =
            published(d).zip(first).is_some_and(|(day, first)| first.until(day).is_ok_and(|s| s.get_days() >= 7));
        let cell = &mut cells[d];
        cell.spans.push(span);
        let grade = if sure.find(p) == sure.find(central) { Grade::Sure } else { Grade::Likely };
        cell.grade = cell.grade.max(Some(grade));
        // Of several sentences the one that says it best counts.
        let state = if late && state != State::Differs { State::Confirmed } else { state };
        cell.state = match (cell.state, state) {
            (State::Absent, s) => s,
            (State::Differs, _) | (_, State::Differs) => State::Differs,
            (x, y) => x.min(y),
        };
    }
    cells.iter_mut().for_each(|c| c.spans.sort_unstable());
    let mut attributed = BTreeSet::new();
    for &p in group {
        let (d, span) = places[p];
        let named = sides[d].facts.attributions.iter().filter(|a| span.contains(a.cue));
        attributed.extend(named.map(|a| a.name.clone()));
    }
    let (origins, unknown) = origins(sides, chains, group, places, kinds);
    MatrixRow {
        document: places[central].0,
        span: places[central].1,
        origins,
        unknown,
        cells,
        attributed: without_short(attributed),
    }
}

/// Who the fact comes from: documents with the same agency, documents of the
/// same outlet without one, and documents that have it in the same words, are
/// one origin; what has neither agency nor outlet is none that is known, and is
/// counted apart.
fn origins(
    sides: &[Side<'_>],
    chains: &[String],
    group: &[usize],
    places: &[Place],
    kinds: &HashMap<usize, Vec<(usize, PassageKind)>>,
) -> (Vec<String>, usize) {
    let documents: Vec<usize> = group.iter().map(|&p| places[p].0).collect::<BTreeSet<_>>().into_iter().collect();
    let index = |d: usize| documents.binary_search(&d).unwrap_or_default();
    let mut union = Union((0..documents.len()).collect());
    let mut seen: HashMap<(bool, String), usize> = HashMap::new();
    for (k, &d) in documents.iter().enumerate() {
        let agency = sides[d].document.meta.agencies.value.as_ref().and_then(|a| a.first());
        if let Some(name) = agency.map(String::as_str).or_else(|| outlet(sides[d])) {
            let first = *seen.entry((agency.is_some(), fold(name))).or_insert(k);
            union.join(first, k);
        }
    }
    for &p in group {
        for &(q, kind) in kinds.get(&p).into_iter().flatten() {
            if matches!(kind, PassageKind::Identical | PassageKind::Near) {
                union.join(index(places[p].0), index(places[q].0));
            }
        }
    }
    let mut names: BTreeMap<usize, String> = BTreeMap::new();
    for (k, &d) in documents.iter().enumerate() {
        let root = union.find(k);
        let Some(name) = Some(chains[d].as_str()).filter(|c| !c.is_empty()).or_else(|| outlet(sides[d])) else {
            continue;
        };
        // An agency names the origin better than the outlet that reprints it.
        names
            .entry(root)
            .and_modify(|n| {
                if chains[d].len() > n.len() && !chains[d].is_empty() {
                    n.clone_from(&chains[d]);
                }
            })
            .or_insert_with(|| name.to_owned());
    }
    let unknown = (0..documents.len()).filter(|&k| !names.contains_key(&union.find(k))).count();
    let mut out: Vec<String> = names.into_values().collect();
    out.sort();
    (out, unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(x: usize, y: usize, grade: Grade, score: f32) -> Joint {
        Joint { x, y, kind: PassageKind::Paraphrase, grade, score }
    }

    fn groups(places: &[Place], links: &[Joint], least: Grade) -> Vec<usize> {
        let mut union = joined(places, links, least);
        (0..places.len()).map(|p| union.find(p)).collect()
    }

    #[test]
    fn links_of_both_grades_make_one_fact_and_perhaps_makes_none() {
        let places: Vec<Place> = (0..4).map(|d| (d, Span::new(0, 10))).collect();
        let links = [link(0, 1, Grade::Sure, 0.9), link(1, 2, Grade::Likely, 0.6), link(2, 3, Grade::Perhaps, 0.3)];
        assert_eq!(groups(&places, &links, Grade::Likely), [0, 0, 0, 3]);
        assert_eq!(groups(&places, &links, Grade::Sure), [0, 0, 2, 3]);
    }

    #[test]
    fn likely_links_never_make_one_fact_of_two_of_one_text() {
        // Two facts of the first text, and one sentence of each of two others
        // that is likely either: the better link counts, the other does not
        // chain the two.
        let places = [(0, Span::new(0, 10)), (0, Span::new(20, 30)), (1, Span::new(0, 10)), (2, Span::new(0, 10))];
        let links = [
            link(0, 2, Grade::Likely, 0.6),
            link(1, 2, Grade::Likely, 0.7),
            link(1, 3, Grade::Likely, 0.5),
            link(0, 3, Grade::Likely, 0.4),
        ];
        assert_eq!(groups(&places, &links, Grade::Likely), [0, 1, 1, 1]);
        // What is sure is believed.
        let both = [link(0, 2, Grade::Sure, 0.9), link(1, 2, Grade::Sure, 0.9)];
        assert_eq!(groups(&places, &both, Grade::Likely), [0, 0, 0, 3]);
    }

    #[test]
    fn one_source_under_a_long_and_a_short_name_is_named_once() {
        let names = ["Castaner", "Christophe Castaner", "CASTANER", "Caster", "la police"].map(str::to_owned);
        assert_eq!(without_short(names.into()), ["Caster", "Christophe Castaner", "la police"]);
    }

    #[test]
    fn a_cell_that_is_only_likely_has_a_question_mark() {
        let cell = |grade| Cell { state: State::Said, grade, spans: Vec::new() };
        let signs = [Some(Grade::Sure), Some(Grade::Likely), None].map(|g| cell(g).signs());
        assert_eq!(signs, ["●", "●?", "●"]);
    }
}
