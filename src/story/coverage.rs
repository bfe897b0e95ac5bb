//! The reports of one story laid against each other: what is printed more
//! than once as one text, texts in order of time, facts against texts, what
//! each is the first to say, whom it names. Has never heard of screens.

use super::edit;
use super::executor::{Executor, Sequential};
use super::matrix::{Matrix, State, Told, matrix};
use super::minhash;
use super::pairwise;
use super::signature::Signature;
use super::types::Side;
use crate::corpus::{Hour, LineKind, Mark};
use crate::text::{Span, fold};
use jiff::civil::{Date, Time};
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Somebody whom a report names for what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cited {
    /// Name, or the words as written.
    pub name: String,
    /// How often.
    pub count: usize,
    /// Each time it may be somebody else.
    pub doubtful: bool,
    /// The report of the same story that it is, by index.
    pub report: Option<usize>,
}

/// A fact that a report is the first of the story to have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct First {
    /// Row of the matrix.
    pub row: usize,
    /// Reports that have it too and may have had it before: those of the same
    /// day, where their hours do not tell who was first, and those without a
    /// day. Where there are any, nobody is first.
    pub also: Vec<usize>,
}

/// One text of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The document that stands for the text.
    pub shown: usize,
    /// The others that print it too; a text in five outlets has four.
    pub also: Vec<usize>,
    /// When it was published.
    pub day: Option<Date>,
    /// The hour of that day, where it is stated.
    pub hour: Hour,
    /// What it is the first to say, in the order of its text; nothing of a text that is not
    /// compared.
    pub first: Vec<First>,
    /// Whom it names, most often first.
    pub cites: Vec<Cited>,
}

impl Report {
    /// Facts that it is known to be the first to have, and those that others
    /// may have had before.
    pub fn firsts(&self) -> (usize, usize) {
        let alone = self.first.iter().filter(|f| f.also.is_empty()).count();
        (alone, self.first.len() - alone)
    }

    /// Documents that print the text.
    pub fn printed(&self) -> usize {
        self.also.len() + 1
    }
}

/// In which order facts stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Most independent origins first.
    #[default]
    Origins,
    /// As they became known: by the first report that has them.
    Time,
    /// As a report tells them; what it does not have comes last.
    Text(usize),
}

/// Which facts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Those that one text alone has.
    Alone,
    /// Those that a report does not have.
    Omitted(usize),
    /// Those that reports give differently, surely or perhaps.
    Differing,
}

/// A story seen through its reports.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// The texts, earliest first; those without a known day come last.
    pub reports: Vec<Report>,
    /// Facts against the texts, in their order.
    pub matrix: Matrix,
}

impl Coverage {
    /// The facts shown, in an order.
    pub fn rows(&self, order: Order, show: Show) -> Vec<usize> {
        let mut out: Vec<usize> = (0..self.matrix.rows.len()).filter(|&r| self.shows(r, show)).collect();
        let place = |r: usize, c: usize| self.matrix.rows[r].cells.get(c).and_then(|c| c.spans.first().copied());
        let time = |r: usize| {
            let first = self.matrix.rows[r].cells.iter().position(|c| c.state != State::Absent).unwrap_or(usize::MAX);
            (first, place(r, first))
        };
        match order {
            Order::Origins => {}
            Order::Time => out.sort_by_key(|&r| (time(r), r)),
            Order::Text(c) => out.sort_by_key(|&r| {
                let here = place(r, c);
                (here.is_none(), here, time(r), r)
            }),
        }
        out
    }

    fn shows(&self, row: usize, show: Show) -> bool {
        let row = &self.matrix.rows[row];
        match show {
            Show::All => true,
            Show::Alone => row.documents() == 1,
            Show::Omitted(c) => row.cells.get(c).is_some_and(|c| c.state == State::Absent),
            Show::Differing => row.differs().is_some(),
        }
    }

    /// How many of the texts, from the first on, are compared: only of them it is known which
    /// facts they have.
    pub fn compared(&self) -> usize {
        pairwise::compared(self.reports.len())
    }

    /// How many facts there are to show.
    pub fn count(&self, show: Show) -> usize {
        (0..self.matrix.rows.len()).filter(|&r| self.shows(r, show)).count()
    }

    /// How many facts reports give differently: told, and doubtful only.
    pub fn differing(&self) -> [usize; 2] {
        let count = |told| self.matrix.rows.iter().filter(|r| r.differs() == Some(told)).count();
        [Told::Sure, Told::Doubtful].map(count)
    }

    /// Documents of all texts.
    pub fn documents(&self) -> usize {
        self.reports.iter().map(Report::printed).sum()
    }
}

/// Documents that are one copy, by index, each list in the order of its
/// indices.
pub fn reprints(signatures: &[&Signature]) -> Vec<Vec<usize>> {
    let shingles: Vec<_> = signatures.iter().map(|s| &*s.shingles).collect();
    minhash::groups(&minhash::duplicates(&shingles, &Sequential), signatures.len())
}

/// When a report appeared, as far as it is known.
fn day(side: Side<'_>) -> Option<Date> {
    side.document.meta.published.value
}

/// The hour of that day. A day that somebody corrected has none.
fn hour(side: Side<'_>) -> Hour {
    let meta = &side.document.meta;
    if meta.published.mark == Mark::Corrected { Hour::default() } else { meta.published_at }
}

/// Which of two reports appeared first; `None` where that is not known. Reports
/// in one language are taken to go by the same clocks.
fn order(x: Side<'_>, y: Side<'_>) -> Option<Ordering> {
    let (of_x, of_y) = day(x).zip(day(y))?;
    let language = |s: Side<'_>| s.document.meta.language.value;
    let same_clocks = language(x).is_some() && language(x) == language(y);
    if of_x == of_y { hour(x).order(hour(y), same_clocks) } else { Some(of_x.cmp(&of_y)) }
}

/// The documents as they appeared: by day, within a day by the hour, those
/// without one behind the others.
fn in_order(sides: &[Side<'_>]) -> Vec<usize> {
    let mut out: Vec<usize> = (0..sides.len()).collect();
    // Where all that state an hour of a day state a moment, the moments tell.
    let timed = |i: usize| {
        let of_day = sides.iter().filter(|s| day(**s) == day(sides[i])).map(|s| hour(*s));
        of_day.filter(|h| *h != Hour::default()).all(|h| h.moment.is_some())
    };
    let within = |i: usize| -> (Option<i64>, Option<Time>) {
        let hour = hour(sides[i]);
        if hour != Hour::default() && timed(i) { (hour.moment, None) } else { (None, hour.local) }
    };
    out.sort_by_cached_key(|&i| {
        let (day, within) = (day(sides[i]), within(i));
        (day.is_none(), day, within == (None, None), within, i)
    });
    out
}

/// Lays the documents of one story against each other; `reprints` are lists
/// of indices that are one copy. Each comparison is an item of the executor.
pub fn coverage(sides: &[Side<'_>], reprints: &[Vec<usize>], executor: &dyn Executor) -> Coverage {
    let texts = edit::texts(&in_order(sides), reprints);
    let shown: Vec<Side<'_>> = texts.iter().map(|t| sides[t.shown]).collect();
    let matrix = matrix(&shown, executor);
    let mut reports: Vec<Report> = texts
        .into_iter()
        .map(|t| Report {
            day: day(sides[t.shown]),
            hour: hour(sides[t.shown]),
            shown: t.shown,
            also: t.also,
            first: Vec::new(),
            cites: Vec::new(),
        })
        .collect();
    for (row, fact) in matrix.rows.iter().enumerate() {
        // A headline is no news of its own: what it says stands in the text.
        let told = |c: usize| fact.cells[c].spans.iter().any(|s| !is_headline(shown[c], *s));
        let has = |c: &usize| fact.cells[*c].state != State::Absent && told(*c);
        let have: Vec<usize> = (0..fact.cells.len()).filter(has).collect();
        let later = |c: usize| have.iter().any(|&o| order(shown[o], shown[c]) == Some(Ordering::Less));
        let earliest = || have.iter().copied().filter(|&c| !later(c));
        // Who of those without a day was first nobody knows.
        let Some(first) = earliest().find(|&c| reports[c].day.is_some()) else { continue };
        let also = earliest().filter(|&c| c != first).collect();
        reports[first].first.push(First { row, also });
    }
    for (c, report) in reports.iter_mut().enumerate() {
        let place = |f: &First| matrix.rows[f.row].cells.get(c).and_then(|cell| cell.spans.first().copied());
        report.first.sort_by_key(|f| (place(f), f.row));
    }
    let outlets: Vec<Option<String>> =
        shown.iter().map(|s| s.document.meta.source.value.as_deref().map(fold)).collect();
    for (c, report) in reports.iter_mut().enumerate() {
        report.cites = cites(shown[c], c, &outlets);
    }
    Coverage { reports, matrix }
}

fn is_headline(side: Side<'_>, span: Span) -> bool {
    side.document.line_at(span.start).is_some_and(|l| l.kind == LineKind::Title)
}

/// Whom a report names for what it says.
fn cites(side: Side<'_>, own: usize, outlets: &[Option<String>]) -> Vec<Cited> {
    let mut counts: BTreeMap<String, (String, usize, bool)> = BTreeMap::new();
    for a in &side.facts.attributions {
        let name = a.name.trim();
        if !name.is_empty() {
            let known = counts.entry(fold(name)).or_insert_with(|| (name.to_owned(), 0, true));
            known.1 += 1;
            known.2 &= a.doubtful;
        }
    }
    let report = |folded: &str| outlets.iter().enumerate().position(|(c, o)| c != own && o.as_deref() == Some(folded));
    let one = |(folded, (name, count, doubtful)): (String, (String, usize, bool))| Cited {
        report: report(&folded),
        name,
        count,
        doubtful,
    };
    let mut out: Vec<Cited> = counts.into_iter().map(one).collect();
    // Outlets and agencies of the story first: that is who quotes whom.
    out.sort_by(|x, y| (x.report.is_none(), y.count, &x.name).cmp(&(y.report.is_none(), x.count, &y.name)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Document, Place};
    use crate::entity::{self, Entity};
    use crate::fact::{self, Facts};
    use crate::ingest::RawDocument;
    use crate::story::pairwise::MOST;
    use crate::story::signature;

    const SHIP: &str = "Le ferry du matin a heurté la digue de Port-Célan lundi, selon la préfecture.";
    const HURT: &str = "Douze passagers ont été légèrement blessés dans l'accident, a dit la préfecture.";
    const INQUIRY: &str = "« Une enquête interne est ouverte », a annoncé la compagnie Outremer.";
    const COST: &str = "Les réparations de la digue coûteront 3,4 millions d'euros au département.";

    fn read(day: &str, sentences: &[&str]) -> (Document, Vec<Entity>, Facts) {
        let text = format!("{}\n", sentences.join("\n\n"));
        let mut d = crate::clean::clean(RawDocument { place: Place::file("t.txt"), text, ..RawDocument::default() });
        d.meta.published.value = day.parse().ok();
        d.meta.event_date.value = None;
        let entities = entity::find(&d);
        let facts = fact::find(&d, &entities);
        (d, entities, facts)
    }

    fn story() -> Vec<(Document, Vec<Entity>, Facts)> {
        vec![
            read("2026-03-04", &[SHIP, HURT, INQUIRY]),
            read("2026-03-02", &[SHIP, HURT]),
            read("2026-03-03", &[SHIP, HURT, COST]),
            read("", &[SHIP, COST]),
            read("2026-03-05", &[SHIP, HURT, COST]),
        ]
    }

    fn found(read: &[(Document, Vec<Entity>, Facts)]) -> Coverage {
        found_of(read, &[vec![2, 4]])
    }

    fn found_of(read: &[(Document, Vec<Entity>, Facts)], reprints: &[Vec<usize>]) -> Coverage {
        let sides: Vec<Side<'_>> =
            read.iter().map(|(document, entities, facts)| Side { document, entities, facts }).collect();
        coverage(&sides, reprints, &Sequential)
    }

    #[test]
    fn the_same_text_twice_is_a_reprint_and_another_is_not() {
        let read = [
            read("2026-03-04", &[SHIP, HURT]),
            read("2026-03-05", &[INQUIRY, COST]),
            read("2026-03-06", &[SHIP, HURT]),
        ];
        let signatures: Vec<_> = read.iter().map(|(d, ..)| signature(d)).collect();
        assert_eq!(reprints(&signatures.iter().collect::<Vec<_>>()), [[0, 2]]);
    }

    #[test]
    fn texts_beyond_those_that_are_compared_have_no_cell_and_are_first_with_nothing() {
        let texts = MOST + 5;
        let told = |n: usize| format!("Le bac numéro {n} a quitté le quai de Port-Célan avec {} passagers.", 100 + n);
        let read: Vec<_> = (0..texts).map(|n| read("2026-03-04", &[SHIP, &told(n)])).collect();
        let c = found_of(&read, &[]);
        assert_eq!((c.reports.len(), c.compared()), (texts, MOST));
        assert!(c.matrix.rows.iter().all(|r| r.cells.len() == MOST));
        assert!(c.reports[MOST..].iter().all(|r| r.first.is_empty()));
    }

    #[test]
    fn texts_stand_in_order_of_time_and_one_text_in_two_outlets_is_one() {
        let c = found(&story());
        let shown: Vec<(usize, usize)> = c.reports.iter().map(|r| (r.shown, r.printed())).collect();
        assert_eq!(shown, [(1, 1), (2, 2), (0, 1), (3, 1)]);
        assert_eq!(c.documents(), 5);
        assert!(c.matrix.rows.iter().all(|r| r.cells.len() == 4));
    }

    #[test]
    fn a_fact_is_new_in_one_report_alone_and_never_in_one_without_a_day_before_others() {
        let c = found(&story());
        let mut rows: Vec<usize> = c.reports.iter().flat_map(|r| r.first.iter().map(|f| f.row)).collect();
        let n = rows.len();
        rows.sort_unstable();
        rows.dedup();
        assert!(n > 1 && rows.len() == n);
        let cost = c.reports[1].first.iter().find(|f| c.matrix.rows[f.row].cells[3].state != State::Absent);
        assert_eq!(cost.map(|f| f.also.as_slice()), Some(&[3][..]), "nobody knows the day of the other");
    }

    /// Two reports of one day that have one fact in common, at these hours: how
    /// many facts each is the first to give, and how many others may have too.
    fn firsts(hours: [Hour; 2]) -> Vec<(usize, usize, usize)> {
        let mut story = [read("2026-03-02", &[SHIP, HURT]), read("2026-03-02", &[SHIP, COST])];
        for ((d, ..), hour) in story.iter_mut().zip(hours) {
            d.meta.published_at = hour;
        }
        let sides: Vec<Side<'_>> =
            story.iter().map(|(document, entities, facts)| Side { document, entities, facts }).collect();
        let told = coverage(&sides, &[], &Sequential).reports;
        told.iter().map(|r| (r.shown, r.firsts().0, r.firsts().1)).collect()
    }

    #[test]
    fn of_two_reports_of_one_day_the_earlier_hour_is_first_and_without_both_hours_nobody_is() {
        let at = |hour: i8| Hour { local: Time::new(hour, 0, 0, 0).ok(), moment: None };
        let moment = |n| Hour { local: None, moment: Some(n) };
        assert_eq!(firsts([at(17), at(9)]), [(1, 2, 0), (0, 1, 0)]);
        assert_eq!(firsts([moment(8), moment(7)]), [(1, 2, 0), (0, 1, 0)]);
        for unknown in [[Hour::default(), at(9)], [Hour::default(); 2], [at(9), at(9)], [at(9), moment(4)]] {
            let told = firsts(unknown);
            assert_eq!(told.iter().map(|t| t.2).sum::<usize>(), 1, "{unknown:?}: {told:?}");
            assert_eq!(told.iter().map(|t| t.1).sum::<usize>(), 2, "what one alone has is its own: {told:?}");
        }
    }

    #[test]
    fn a_report_that_is_known_to_be_later_is_not_among_those_that_may_be_first() {
        let mut story = [read("2026-03-02", &[SHIP]), read("2026-03-02", &[SHIP]), read("2026-03-02", &[SHIP])];
        for ((d, ..), hour) in story.iter_mut().zip([9, 0, 17]) {
            d.meta.published_at.local = Time::new(hour, 0, 0, 0).ok().filter(|t| *t != Time::midnight());
        }
        let sides: Vec<Side<'_>> =
            story.iter().map(|(document, entities, facts)| Side { document, entities, facts }).collect();
        let told = coverage(&sides, &[], &Sequential).reports;
        assert_eq!(told.iter().map(|r| r.shown).collect::<Vec<_>>(), [0, 2, 1], "without an hour behind the others");
        assert_eq!(told[0].first.iter().map(|f| f.also.clone()).collect::<Vec<_>>(), [[2]]);
    }

    #[test]
    fn without_any_day_nobody_is_first() {
        let mut story = story();
        story.iter_mut().for_each(|(d, ..)| d.meta.published.value = None);
        assert!(found(&story).reports.iter().all(|r| r.first.is_empty()));
    }

    #[test]
    fn filters_and_orders_choose_among_the_rows() {
        let c = found(&story());
        let all = c.rows(Order::Origins, Show::All);
        assert_eq!(all.len(), c.matrix.rows.len());
        for r in c.rows(Order::Time, Show::Alone) {
            assert_eq!(c.matrix.rows[r].documents(), 1);
        }
        for r in c.rows(Order::Text(1), Show::Omitted(1)) {
            assert_eq!(c.matrix.rows[r].cells[1].state, State::Absent);
        }
        let mut sorted = c.rows(Order::Text(2), Show::All);
        let places: Vec<_> = sorted.iter().filter_map(|r| c.matrix.rows[*r].cells[2].spans.first()).collect();
        assert!(places.windows(2).all(|w| w[0] <= w[1]));
        sorted.sort_unstable();
        assert_eq!(sorted, (0..all.len()).collect::<Vec<_>>());
        assert_eq!(c.count(Show::Omitted(99)), 0);
    }
}
