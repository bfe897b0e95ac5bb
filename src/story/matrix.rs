//! Who says what: the facts of a story against its documents, with the count
//! of independent origins. A fact is a connected group of linked sentences,
//! however it is worded; what is linked only perhaps is no fact in common.

pub use super::cell::{Cell, State};
use super::differences::Difference;
use super::executor::Executor;
use super::pairwise::{compared, pairwise};
use super::types::{Grade, PassageKind, Side, Teller};
use crate::fact::{Facts, Quote, QuoteKind};
use crate::text::sanitise::one_line;
use crate::text::{Span, fold};
use crate::words::{Message, msg};
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    pub attributed: Vec<Teller>,
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

    /// Names of the sources that are named without a doubt, or with one.
    pub fn attributed_names(&self, doubtful: bool) -> Vec<&str> {
        self.attributed.iter().filter(|t| t.doubtful == doubtful).map(|t| &*t.name).collect()
    }

    /// Whether that document has it only as far as is likely.
    pub fn is_doubtful(&self, document: usize) -> bool {
        self.cells.get(document).is_some_and(Cell::is_likely)
    }

    /// Whether texts give it differently: `None` when nothing says so, else
    /// whether that is told or doubtful only.
    pub fn differs(&self) -> Option<Told> {
        let mut differing = self.cells.iter().filter(|c| c.state == State::Differs).peekable();
        differing.peek()?;
        Some(if differing.any(|c| !c.doubtful) { Told::Sure } else { Told::Doubtful })
    }
}

/// How a difference is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// As a fact.
    Sure,
    /// To be looked up.
    Doubtful,
}

/// Facts × documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// Rows, those of most independent origins first.
    pub rows: Vec<MatrixRow>,
    /// How each document came by its copy, such as `AFP ← KCNA`; empty when
    /// nothing tells.
    pub chains: Vec<String>,
    /// What the comparisons of its documents tell, pair by pair.
    pub differences: Vec<Difference>,
}

/// A sentence: the number of its document, fewer than the bits of the sets of [`joined`]
/// ([`super::pairwise`]), and its span.
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

/// Builds the matrix of the documents of one story, each of its
/// [`pairs`](super::pairwise::pairs) as an item of the executor; of more than forty
/// the first forty are compared.
pub fn matrix(sides: &[Side<'_>], executor: &dyn Executor) -> Matrix {
    let chains: Vec<String> = sides.iter().map(|s| chain(*s)).collect();
    let mut numbers: HashMap<Place, usize> = HashMap::new();
    let mut places: Vec<Place> = Vec::new();
    let mut number = |p: Place| {
        *numbers.entry(p).or_insert_with(|| {
            places.push(p);
            places.len() - 1
        })
    };
    let mut links: Vec<Joint> = Vec::new();
    let mut differences: Vec<Difference> = Vec::new();
    for laid in pairwise(sides, executor) {
        let [i, j] = laid.columns;
        for l in &laid.links {
            let (x, y) = (number((i, l.a)), number((j, l.b)));
            links.push(Joint { x, y, kind: l.kind, grade: l.grade, score: l.score });
        }
        // What nobody shares is a fact of its own.
        let [a, b] = laid.alone;
        for p in a.into_iter().map(|s| (i, s)).chain(b.into_iter().map(|s| (j, s))) {
            number(p);
        }
        differences.extend(laid.differences);
    }
    let differing = differing(&mut places, &differences);
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
        .filter(|g| g.len() > 1 || g.iter().any(|&p| differing[p] || tells(sides[places[p].0].facts, places[p].1)))
        .map(|g| row(sides, &chains, g, &places, &degree, &kinds, &mut sure))
        .collect();
    rows.sort_by(|x, y| {
        (y.origins.len(), y.documents())
            .cmp(&(x.origins.len(), x.documents()))
            .then((x.document, x.span).cmp(&(y.document, y.span)))
    });
    mark(&mut rows, &differences);
    Matrix { rows, chains, differences }
}

/// Gives every cell the differences that its sentences are part of. The two ends of a
/// difference stand in one fact where there is one that has both, else each in its own.
fn mark(rows: &mut [MatrixRow], differences: &[Difference]) {
    for (i, d) in differences.iter().enumerate() {
        let ends = [0, 1].map(|side| {
            let holds = |r: &MatrixRow| {
                r.cells.get(d.columns[side]).is_some_and(|c| c.spans.iter().any(|s| s.touches(d.spans[side])))
            };
            (0..rows.len()).filter(|&r| holds(&rows[r])).collect::<Vec<_>>()
        });
        let both: Vec<usize> = ends[0].iter().copied().filter(|r| ends[1].contains(r)).collect();
        for side in [0, 1] {
            for &r in if both.is_empty() { &ends[side] } else { &both } {
                if let Some(cell) = rows[r].cells.get_mut(d.columns[side]) {
                    cell.doubtful = d.doubtful && (cell.doubtful || cell.state != State::Differs);
                    cell.state = State::Differs;
                    cell.differences.push(i);
                }
            }
        }
    }
}

/// Which places texts give differently. A difference that stands in none of them
/// becomes one, so that nothing that is told is left out.
fn differing(places: &mut Vec<Place>, differences: &[Difference]) -> Vec<bool> {
    let mut of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (p, place) in places.iter().enumerate() {
        of.entry(place.0).or_default().push(p);
    }
    let mut out = vec![false; places.len()];
    for (column, span) in differences.iter().flat_map(|d| d.columns.into_iter().zip(d.spans)) {
        let here = of.entry(column).or_default();
        let met = here.iter().filter(|&&p| places[p].1.touches(span)).map(|&p| out[p] = true).count();
        if met == 0 {
            here.push(places.len());
            places.push((column, span));
            out.push(true);
        }
    }
    out
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
fn without_short(names: BTreeMap<String, bool>) -> Vec<Teller> {
    let folded: Vec<String> = names.keys().map(|n| fold(n)).collect();
    let ends = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|head| head.ends_with(' '));
    let keep = |i: usize| {
        let longer = folded.iter().any(|o| ends(o, &folded[i]));
        let again = folded[..i].contains(&folded[i]);
        !longer && !again
    };
    names
        .into_iter()
        .enumerate()
        .filter(|(i, _)| keep(*i))
        .map(|(_, (name, doubtful))| Teller { name, doubtful })
        .collect()
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
    let mut cells: Vec<Cell> = vec![Cell::ABSENT; compared(sides.len())];
    let published = |d: usize| sides[d].document.meta.published.value;
    let first = group.iter().filter_map(|&p| published(places[p].0)).min();
    for &p in group {
        let (d, span) = places[p];
        let of: Vec<PassageKind> = kinds.get(&p).into_iter().flatten().map(|k| k.1).collect();
        // Whether it differs is for the comparisons to say.
        let state = if p == central || of.iter().any(|k| matches!(k, PassageKind::Identical | PassageKind::Near)) {
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
        let state = if late { State::Confirmed } else { state };
        cell.state = if cell.state == State::Absent { state } else { cell.state.min(state) };
    }
    cells.iter_mut().for_each(|c| c.spans.sort_unstable());
    let mut attributed: BTreeMap<String, bool> = BTreeMap::new();
    for &p in group {
        let (d, span) = places[p];
        let facts = &sides[d].facts;
        let named = facts.attributions.iter().filter(|a| span.contains(a.cue)).map(|a| (&a.name, a.doubtful));
        // Whom one report names for these very words without a doubt is named; who stands
        // beside other words in another report may have said those only.
        let same = |&(q, kind): &(usize, PassageKind)| {
            q == central && matches!(kind, PassageKind::Identical | PassageKind::Near)
        };
        let own = p == central || kinds.get(&p).is_some_and(|all| all.iter().any(same));
        for (name, unsure) in named.chain(quoted(facts, span)) {
            let doubtful = attributed.entry(name.clone()).or_insert(true);
            *doubtful &= unsure || !own;
        }
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

/// Who says the words of a quotation that a sentence is a part of, and whether
/// that is doubtful: every sentence of a quotation has its speaker.
fn quoted(facts: &Facts, sentence: Span) -> impl Iterator<Item = (&String, bool)> {
    let part = move |q: &&Quote| q.kind == QuoteKind::Speech && q.outer.overlap(sentence) * 2 > sentence.len();
    let from = facts.quotes.partition_point(|q| q.outer.end <= sentence.start);
    let here = facts.quotes[from..].iter().take_while(move |q| q.outer.start < sentence.end);
    here.filter(part).filter_map(|q| Some((q.speaker.as_ref()?, q.doubtful)))
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
    fn every_sentence_of_a_quotation_has_its_speaker() {
        let text = "« Le port rouvre en mai. Les quais sont propres. Nous sommes prêts », a déclaré le maire.";
        let facts = crate::fact::find(&crate::corpus::Document::of_paragraphs(text), &[]);
        let whose = |part: &str| {
            let at = text.find(part).expect("it stands there");
            quoted(&facts, Span::new(at, at + part.len())).map(|(name, _)| name.clone()).collect::<Vec<_>>()
        };
        for part in ["Le port rouvre en mai.", "Les quais sont propres.", "Nous sommes prêts »"] {
            assert_eq!(whose(part), ["le maire"], "{part}");
        }
        assert!(whose("a déclaré le maire.").is_empty());
    }

    #[test]
    fn one_source_under_a_long_and_a_short_name_is_named_once() {
        let names = ["Castaner", "Christophe Castaner", "CASTANER", "Caster", "la police"];
        let told = without_short(names.map(|n| (n.to_owned(), n.len() < 7)).into());
        let told: Vec<(&str, bool)> = told.iter().map(|t| (&*t.name, t.doubtful)).collect();
        assert_eq!(told, [("Caster", true), ("Christophe Castaner", false), ("la police", false)]);
    }

    #[test]
    fn a_cell_that_is_only_likely_has_a_question_mark() {
        let cell = |grade| Cell { state: State::Said, grade, ..Cell::ABSENT };
        let signs = [Some(Grade::Sure), Some(Grade::Likely), None].map(|g| cell(g).signs());
        assert_eq!(signs, ["●", "●?", "●"]);
    }
}
