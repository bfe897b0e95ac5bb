//! A query over one segment of the index: which documents answer it for
//! certain, how often, and which have to be looked at.

use super::bits::Bits;
use super::fields::unpack;
use super::lookup::{Column, Stand};
use super::segment::{NONE, Segment};
use crate::corpus::DocId;
use crate::search::query::{Expr, Term};
use crate::search::{Grade, Layer, Layers, NotSearched, Probe, Query};
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;

/// Where headlines stand that the text does not hold, behind the layers.
const UNWRITTEN: usize = 4;
/// Documents between two looks at whether the answer is still wanted.
const BREATH: usize = 1024;

/// An article that answers, without its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The article.
    pub id: DocId,
    /// How good.
    pub grade: Grade,
    /// Places in the searched layers.
    pub hits: usize,
    /// Of these, the ones in the words' own form.
    pub exact: usize,
}

/// What the index says of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Articles that answer, in no order.
    pub sure: Vec<Tally>,
    /// Articles that have to be looked at.
    pub unsure: Vec<DocId>,
    /// What was left out, in articles that do not have to be looked at.
    pub not_searched: NotSearched,
}

/// Says whether an article answers the query, when its text holds these words;
/// `None` when it has to be looked at.
pub type Decide<'d> = dyn Fn(DocId, &dyn Fn(&Term) -> bool) -> Option<bool> + Sync + 'd;

/// What is asked.
pub struct Asked<'q> {
    /// The query.
    pub query: &'q Query,
    /// In which layers.
    pub layers: Layers,
    /// False when it is enough to know which articles answer.
    pub counted: bool,
    /// Articles that are asked about.
    pub within: &'q (dyn Fn(DocId) -> bool + Sync),
    /// What is said of fields.
    pub decide: &'q Decide<'q>,
    /// True when nobody wants the answer any more.
    pub stop: &'q (dyn Fn() -> bool + Sync),
}

/// What is to be looked up for a query; the same for every segment.
pub(super) struct Plan<'q> {
    terms: Vec<(&'q Term, Option<Probe>)>,
    /// Places in `terms` of what is to be highlighted.
    highlighted: Vec<usize>,
    /// Words side by side that count as one hit.
    phrase: Option<Probe>,
    /// The index knows all about the words.
    decided: bool,
}

impl<'q> Plan<'q> {
    pub(super) fn of(query: &'q Query, counted: bool) -> Self {
        let probe = |t: &Term| match t {
            Term::Text(word) => Some(Probe::of(word)),
            _ => None,
        };
        let terms: Vec<_> = query.text_terms().into_iter().map(|t| (t, probe(t))).collect();
        let place = |t: &Term| terms.iter().position(|(u, _)| std::ptr::eq(*u, t));
        let highlighted = query.highlighted().into_iter().filter_map(place).collect();
        let phrase = query.phrase().map(|w| Probe::of(&w));
        let known = |p: &Option<Probe>| p.as_ref().is_some_and(|p| p.decided);
        let decided = terms.iter().all(|(_, p)| known(p)) && (!counted || phrase.is_none() || known(&phrase));
        Self { terms, highlighted, phrase, decided }
    }
}

/// Documents that hold a word for certain, and those that may.
#[derive(Clone)]
struct Held {
    yes: Bits,
    may: Bits,
}

impl Held {
    fn unknown(bound: u32) -> Self {
        Self { yes: Bits::none(bound), may: Bits::all(bound) }
    }
}

/// What was looked up for a term.
struct Looked {
    /// Words of the dictionary by field, when the probe is one word.
    terms: Vec<Vec<(TermInfo, bool)>>,
    /// Places by field, when it is a phrase.
    places: Vec<Vec<Stand>>,
    /// Documents by field.
    documents: Vec<Bits>,
}

/// Answers for one segment; `None` when it was stopped.
pub(super) fn segment(segment: &Segment, plan: &Plan<'_>, asked: &Asked<'_>) -> tantivy::Result<Option<Found>> {
    let bound = segment.documents.len() as u32;
    let ask = Ask { segment, plan, asked, bound };
    let looked = ask.look_up()?;
    if (asked.stop)() {
        return Ok(None);
    }
    let here = ask.answers(&looked, asked.layers);
    // What stands in other layers only is said too, when it is counted.
    let beyond = asked.counted && asked.query.asks_text();
    let anywhere = if beyond { ask.answers(&looked, Layers::ALL) } else { here.clone() };
    let mut found = Found::default();
    let (mut answers, mut elsewhere) = (Bits::none(bound), Bits::none(bound));
    let mut open = here.may.clone();
    open.add(&anywhere.may);
    // Mostly the index knows all there is to know.
    if plan.decided && here.yes == here.may && anywhere.yes == anywhere.may {
        let mut asked_about = Bits::none(bound);
        for (n, id) in (0..).zip(&segment.documents) {
            if *id != NONE && (asked.within)(DocId(*id)) {
                asked_about.insert(n);
            }
        }
        answers = here.yes.clone();
        answers.keep(&asked_about);
        elsewhere = anywhere.yes.clone();
        elsewhere.keep(&here.yes.clone().not());
        elsewhere.keep(&asked_about);
        open = Bits::none(bound);
    }
    for (i, n) in open.iter().enumerate() {
        if i.is_multiple_of(BREATH) && (asked.stop)() {
            return Ok(None);
        }
        let id = match segment.documents.get(n as usize) {
            Some(&id) if id != NONE => DocId(id),
            _ => continue,
        };
        if !(asked.within)(id) {
            continue;
        }
        let sure = here.yes.has(n) && (plan.decided || !asked.counted);
        if !sure && !plan.decided {
            found.unsure.push(id);
            continue;
        }
        let says = |layers: Layers, held: &Held| match (held.yes.has(n), held.may.has(n)) {
            (true, _) => Some(true),
            (false, true) => (asked.decide)(id, &|t: &Term| ask.holds(&looked, t, layers, n)),
            (false, false) => Some(false),
        };
        match says(asked.layers, &here) {
            Some(true) => answers.insert(n),
            None => found.unsure.push(id),
            Some(false) if beyond => match says(Layers::ALL, &anywhere) {
                Some(true) => elsewhere.insert(n),
                None => found.unsure.push(id),
                Some(false) => {}
            },
            Some(false) => {}
        }
    }
    if asked.counted && plan.decided {
        ask.count(&looked, &answers, &elsewhere, &mut found)?;
    } else if !asked.counted {
        let tally = |n: u32| {
            let id = DocId(*segment.documents.get(n as usize)?);
            Some(Tally { id, grade: Grade::Words, hits: 0, exact: 0 })
        };
        found.sure.extend(answers.iter().filter_map(tally));
    }
    Ok((!(asked.stop)()).then_some(found))
}

struct Ask<'s> {
    segment: &'s Segment,
    plan: &'s Plan<'s>,
    asked: &'s Asked<'s>,
    bound: u32,
}

/// Fields that are searched with these layers.
fn fields(layers: Layers) -> impl Iterator<Item = usize> {
    let titles = layers.has(Layer::Titles).then_some(UNWRITTEN);
    Layer::ALL.into_iter().filter(move |l| layers.has(*l)).map(|l| l as usize).chain(titles)
}

impl<'s> Ask<'s> {
    fn column(&self, field: usize) -> Column<'s> {
        Column { words: self.segment.words(field), bound: self.bound, stop: self.asked.stop }
    }

    fn look_up(&self) -> tantivy::Result<Vec<Option<Looked>>> {
        let one = |(_, probe): &(&Term, Option<Probe>)| probe.as_ref().map(|p| self.look(p)).transpose();
        self.plan.terms.iter().map(one).collect()
    }

    fn look(&self, probe: &Probe) -> tantivy::Result<Looked> {
        let mut out = Looked { terms: Vec::new(), places: Vec::new(), documents: Vec::new() };
        for field in 0..=UNWRITTEN {
            let column = self.column(field);
            // Layers that are not asked for are only counted.
            if !self.asked.counted && !fields(self.asked.layers).any(|f| f == field) {
                out.documents.push(Bits::none(self.bound));
                continue;
            }
            match &probe.words[..] {
                [word] if probe.decided => {
                    let terms = column.last(word, probe.last)?;
                    out.documents.push(column.documents(&terms)?);
                    out.terms.push(terms);
                }
                _ if probe.decided => {
                    let places = column.phrase(probe)?;
                    let mut bits = Bits::none(self.bound);
                    places.iter().for_each(|s| bits.insert(s.document));
                    out.documents.push(bits);
                    out.places.push(places);
                }
                _ => out.documents.push(column.all(probe)?),
            }
        }
        Ok(out)
    }

    fn held(&self, probe: &Option<Probe>, looked: &Option<Looked>, layers: Layers) -> Held {
        let (Some(probe), Some(looked)) = (probe, looked) else { return Held::unknown(self.bound) };
        let mut may = Bits::none(self.bound);
        fields(layers).filter_map(|f| looked.documents.get(f)).for_each(|bits| may.add(bits));
        Held { yes: if probe.decided { may.clone() } else { Bits::none(self.bound) }, may }
    }

    fn holds(&self, looked: &[Option<Looked>], term: &Term, layers: Layers, n: u32) -> bool {
        let place = self.plan.terms.iter().position(|(t, _)| std::ptr::eq(*t, term));
        let looked = place.and_then(|i| looked.get(i)?.as_ref());
        looked.is_some_and(|l| fields(layers).any(|f| l.documents.get(f).is_some_and(|b| b.has(n))))
    }

    /// Which documents answer in these layers.
    fn answers(&self, looked: &[Option<Looked>], layers: Layers) -> Held {
        let held: Vec<Held> = self.plan.terms.iter().zip(looked).map(|((_, p), l)| self.held(p, l, layers)).collect();
        self.expr(&self.asked.query.expr, &held, &mut 0)
    }

    /// `at` counts the words in the order in which the plan has them.
    fn expr(&self, e: &Expr, held: &[Held], at: &mut usize) -> Held {
        match e {
            Expr::All(list) => {
                let mut out = Held { yes: Bits::all(self.bound), may: Bits::all(self.bound) };
                for e in list {
                    let one = self.expr(e, held, at);
                    out.yes.keep(&one.yes);
                    out.may.keep(&one.may);
                }
                out
            }
            Expr::Any(list) => {
                let mut out = Held { yes: Bits::none(self.bound), may: Bits::none(self.bound) };
                for e in list {
                    let one = self.expr(e, held, at);
                    out.yes.add(&one.yes);
                    out.may.add(&one.may);
                }
                out
            }
            Expr::Not(e) => {
                let one = self.expr(e, held, at);
                Held { yes: one.may.not(), may: one.yes.not() }
            }
            Expr::Term(Term::Text(_) | Term::Regex(_)) => {
                *at += 1;
                held.get(*at - 1).cloned().unwrap_or_else(|| Held::unknown(self.bound))
            }
            Expr::Term(_) => Held::unknown(self.bound),
        }
    }

    /// Counts the hits of documents that answer, and what stands in layers
    /// that were not asked for.
    fn count(
        &self,
        looked: &[Option<Looked>],
        answers: &Bits,
        elsewhere: &Bits,
        found: &mut Found,
    ) -> tantivy::Result<()> {
        let bound = self.bound as usize;
        let mut both = answers.clone();
        both.add(elsewhere);
        let (mut hits, mut exact) = (vec![0_u32; bound], vec![0_u32; bound]);
        let mut others = Bits::none(self.bound);
        let one_word = match &self.plan.highlighted[..] {
            [one] => looked.get(*one).and_then(Option::as_ref).filter(|l| !l.terms.is_empty()),
            _ => None,
        };
        let phrase = self.plan.phrase.as_ref();
        let phrases = Layer::ALL.map(|layer| phrase.map(|p| self.column(layer as usize).phrase(p)).transpose());
        let mut side_by_side = phrase.map(|_| Bits::none(self.bound));
        for (layer, phrases) in Layer::ALL.into_iter().zip(phrases) {
            let phrases = phrases?.unwrap_or_default();
            if let (Some(bits), true) = (&mut side_by_side, self.asked.layers.has(layer)) {
                phrases.iter().for_each(|s| bits.insert(s.document));
            }
            let column = self.column(layer as usize);
            let mut take = |document: u32, n: u32, own: bool| {
                if self.asked.layers.has(layer) {
                    hits[document as usize] += n;
                    exact[document as usize] += if own { n } else { 0 };
                } else {
                    others.insert(document);
                    *found.not_searched.hits.entry(layer).or_default() += n as usize;
                }
            };
            match one_word {
                Some(looked) => {
                    let terms = looked.terms.get(layer as usize).map_or(&[][..], |t| t);
                    column.counts(terms, IndexRecordOption::WithFreqs, &mut |document, n, own| {
                        if both.has(document) {
                            take(document, n, own);
                        }
                    })?;
                }
                None => {
                    let hits = self.places(&column, layer as usize, looked, phrases, &both)?;
                    merged(hits, &mut |document, own| take(document, 1, own));
                }
            }
        }
        for n in answers.iter() {
            let Some(&id) = self.segment.documents.get(n as usize) else { continue };
            let (hits, exact) = (hits[n as usize], exact[n as usize]);
            let grade = match &side_by_side {
                _ if exact < hits => Grade::Near,
                Some(bits) if !bits.has(n) => Grade::Words,
                _ => Grade::Phrase,
            };
            found.sure.push(Tally { id: DocId(id), grade, hits: hits as usize, exact: exact as usize });
        }
        others.keep(elsewhere);
        others.add(answers);
        for n in others.iter() {
            let lines = unpack(self.segment.lines(n));
            for layer in Layer::ALL.into_iter().filter(|l| !self.asked.layers.has(*l)) {
                match lines[layer as usize] {
                    0 => {}
                    n => *found.not_searched.lines.entry(layer).or_default() += n,
                }
            }
        }
        Ok(())
    }

    /// Every place of one layer in some documents, with the term that stands
    /// there.
    fn places(
        &self,
        column: &Column<'_>,
        field: usize,
        looked: &[Option<Looked>],
        phrases: Vec<Stand>,
        within: &Bits,
    ) -> tantivy::Result<Vec<(Stand, u32)>> {
        let mut all: Vec<(Stand, u32)> = phrases.into_iter().map(|s| (s, 0)).collect();
        let mut places = Vec::new();
        for (term, &i) in self.plan.highlighted.iter().enumerate() {
            let Some(looked) = looked.get(i).and_then(Option::as_ref) else { continue };
            match (looked.terms.get(field), looked.places.get(field)) {
                (Some(terms), _) => column.places(terms, within, &mut places)?,
                (None, Some(found)) => places.extend(found),
                (None, None) => {}
            }
            all.extend(places.drain(..).map(|s| (s, term as u32)));
        }
        all.retain(|(s, _)| within.has(s.document));
        Ok(all)
    }
}

/// The hits among places of one layer, without overlaps, as a scan finds
/// them.
fn merged(mut places: Vec<(Stand, u32)>, hit: &mut dyn FnMut(u32, bool)) {
    // The places of each word come in order: runs that a stable sort joins.
    places.sort_by_key(|(s, term)| (s.document, s.start, std::cmp::Reverse(s.end), *term));
    // The document and the first place that no hit covers yet.
    let mut free = (u32::MAX, 0);
    for (s, _) in &places {
        if free.0 == s.document && s.start < free.1 {
            continue;
        }
        free = (s.document, s.end + 1);
        hit(s.document, s.exact);
    }
}
