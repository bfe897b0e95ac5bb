//! From a comparison to the rows of a sheet. Computes nothing: every row is a
//! finding that is there already.

use super::analysis::Analysed;
use super::compare::Compared;
use crate::story::{EventCheck, Finding, FindingKind, QuoteRelation, Relation, Teller, percent};
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::triage::export::sheet::{Row, Section, Sheet};
use crate::triage::export::{Contents, Item, Passage, Record, note_across, paragraph_at};
use crate::triage::{Note, Status};
use crate::words::{Lang, msg};

/// The sheet of two compared articles.
pub fn sheet(compared: &Compared, statuses: [&Status; 2], notes: &[Note], lang: Lang) -> Sheet {
    let c = &compared.comparison;
    let (a, b) = (&compared.a, &compared.b);
    let at_a = |s: Span| Some(passage(a, s));
    let at_b = |s: Span| Some(passage(b, s));
    let mut rows = opening(compared, lang);
    let told: Vec<_> = rows.iter().map(|r| (r.a.clone(), r.b.clone())).collect();
    let mut row = |section, what: String, a, b| rows.push(Row { section, what, a, b });
    for f in &c.figures.differing {
        let (pa, pb) = (at_a(sentence(a, f.a)), at_b(sentence(b, f.b)));
        // What the sheet opens with is not said again.
        if !told.contains(&(pa.clone(), pb.clone())) {
            row(Section::Figures, String::new(), pa, pb);
        }
    }
    for f in c.doubtful.iter().filter(|f| matches!(f.kind, FindingKind::FigureInside | FindingKind::Calendar)) {
        let what = match f.kind {
            FindingKind::Calendar => msg::SHEET_CALENDAR,
            _ => msg::SHEET_TWO_VALUES,
        };
        let what = lang.text(what).to_owned();
        for (x, y) in places(f) {
            row(Section::Figures, what.clone(), around(a, x), around(b, y));
        }
    }
    for q in &c.quotes.shared {
        let verdict = match q.relation {
            QuoteRelation::Same => msg::SHEET_SAME_WORDS,
            QuoteRelation::Fragment => msg::SHEET_LONGER,
            QuoteRelation::Variant if c.words_differ(q) => msg::SHEET_OTHER_WORDS,
            QuoteRelation::Variant => msg::SHEET_NEAR_WORDS,
        };
        let who = q.teller().map(Teller::shown);
        let what = who.map_or_else(|| verdict.into(), |who| msg::sheet_speaker(who, verdict));
        row(Section::Quotes, lang.say(what), at_a(q.a), at_b(q.b));
    }
    for pair in &compared.facing {
        let section = match pair.relation {
            Relation::Differs => Section::Differs,
            Relation::Reworded => Section::Reworded,
            Relation::OnlyA => Section::OnlyA,
            Relation::OnlyB => Section::OnlyB,
            Relation::Same | Relation::Moved | Relation::Beside | Relation::Perhaps => continue,
        };
        row(section, String::new(), pair.a.and_then(at_a), pair.b.and_then(at_b));
    }
    let bare = |n: &String| Some(Passage { quote: one_line(n), paragraph: None, orphan: false });
    for name in &c.entities.only_a {
        row(Section::Names, String::new(), bare(name), None);
    }
    for name in &c.entities.only_b {
        row(Section::Names, String::new(), None, bare(name));
    }
    for u in c.undecided.iter().filter(|u| u.grade.is_some()) {
        row(Section::Perhaps, String::new(), at_a(u.a), at_b(u.b));
    }
    rows.sort_by_key(|r| r.section);
    let (pa, pb) = (percent(c.shared_a), percent(c.shared_b));
    let mut summary = vec![lang.say(msg::sheet_shares(pa, pb))];
    if let EventCheck::Different { days, .. } = &c.events {
        let differ =
            days.map_or_else(|| msg::SHEET_OTHER_EVENTS.into(), |d| msg::sheet_other_events_days(d.unsigned_abs()));
        summary.insert(0, lang.say(differ));
    }
    let record = |x: &Analysed, status| Record::of(&Item { document: &x.document, status }, Contents::Titles);
    let both = [&*a.document, &*b.document];
    Sheet {
        a: record(a, statuses[0]),
        b: record(b, statuses[1]),
        summary,
        rows,
        notes: notes.iter().map(|n| note_across(n, &both)).collect(),
    }
}

/// What differs, heaviest first; a second place on one side has a row of its
/// own.
fn opening(compared: &Compared, lang: Lang) -> Vec<Row> {
    let mut rows = Vec::new();
    for f in &compared.comparison.findings {
        for (i, (x, y)) in places(f).enumerate() {
            let what = if i == 0 { one_line(&lang.say(&f.sentence)) } else { String::new() };
            let (a, b) = (around(&compared.a, x), around(&compared.b, y));
            rows.push(Row { section: Section::Findings, what, a, b });
        }
    }
    rows
}

/// The places of a finding in A and B.
fn places(f: &Finding) -> impl Iterator<Item = (Option<Span>, Option<Span>)> {
    let again = f.again.map(|s| if f.a.is_some() { (Some(s), None) } else { (None, Some(s)) });
    [Some((f.a, f.b)), again].into_iter().flatten()
}

/// The sentence around a place.
fn around(x: &Analysed, span: Option<Span>) -> Option<Passage> {
    span.map(|s| passage(x, sentence(x, s)))
}

/// The sentence of the body that holds a span.
fn sentence(x: &Analysed, span: Span) -> Span {
    x.document.sentence_at(span.start).unwrap_or(span)
}

fn passage(x: &Analysed, span: Span) -> Passage {
    let quote = one_line(span.trim(&x.document.text).of(&x.document.text));
    Passage { quote, paragraph: paragraph_at(&x.document, span.start), orphan: false }
}
