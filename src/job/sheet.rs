//! From a comparison to the rows of a sheet. Computes nothing: every row is a
//! finding that is there already.

use super::analysis::Analysed;
use super::compare::Compared;
use crate::corpus::Language;
use crate::story::{EventCheck, FindingKind, QuoteRelation, Relation};
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::triage::export::sheet::{Row, Section, Sheet};
use crate::triage::export::{Item, Passage, Record, What, note_across, paragraph_at};
use crate::triage::{Note, Status};

/// The sheet of two compared articles.
pub fn sheet(compared: &Compared, statuses: [&Status; 2], notes: &[Note], language: Language) -> Sheet {
    let fr = language == Language::Fr;
    let pick = |f: &str, e: &str| if fr { f.to_owned() } else { e.to_owned() };
    let c = &compared.comparison;
    let (a, b) = (&compared.a, &compared.b);
    let at_a = |s: Span| Some(passage(a, s));
    let at_b = |s: Span| Some(passage(b, s));
    let mut rows = Vec::new();
    let mut row = |section, what: String, a, b| rows.push(Row { section, what, a, b });
    for f in &c.figures.differing {
        row(Section::Figures, String::new(), at_a(sentence(a, f.a)), at_b(sentence(b, f.b)));
    }
    for f in c.findings.iter().filter(|f| matches!(f.kind, FindingKind::FigureInside | FindingKind::Calendar)) {
        let what = match f.kind {
            FindingKind::Calendar => pick("jour et date ne vont pas ensemble", "day and date do not agree"),
            _ => pick("deux valeurs dans le même article", "two values in the same article"),
        };
        let around = |x: &Analysed, s: Option<Span>| s.map(|s| passage(x, sentence(x, s)));
        row(Section::Figures, what.clone(), around(a, f.a), around(b, f.b));
        if let Some(again) = f.again {
            let (ra, rb) = if f.a.is_some() { (Some(again), None) } else { (None, Some(again)) };
            row(Section::Figures, what, around(a, ra), around(b, rb));
        }
    }
    for q in &c.quotes.shared {
        let verdict = match q.relation {
            QuoteRelation::Same => pick("mêmes mots", "same words"),
            QuoteRelation::Fragment => pick("l'un cite plus long", "one quotes more"),
            QuoteRelation::Variant => pick("mots cités différents", "the quoted words differ"),
        };
        let who = q.speaker_a.as_ref().or(q.speaker_b.as_ref()).map(|s| one_line(s));
        let what = who.map_or(verdict.clone(), |w| format!("{w} : {verdict}"));
        row(Section::Quotes, what, at_a(q.a), at_b(q.b));
    }
    for pair in &compared.pairs {
        let section = match pair.relation {
            Relation::Differs => Section::Differs,
            Relation::Reworded => Section::Reworded,
            Relation::OnlyA => Section::OnlyA,
            Relation::OnlyB => Section::OnlyB,
            Relation::Same | Relation::Moved => continue,
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
    rows.sort_by_key(|r| r.section);
    let percent = |share: f64| (share * 100.0).round();
    let (pa, pb) = (percent(c.shared_a), percent(c.shared_b));
    let mut summary = vec![pick(
        &format!("{pa} % de A et {pb} % de B ont un pendant dans l'autre."),
        &format!("{pa}% of A and {pb}% of B have a counterpart in the other."),
    )];
    if let EventCheck::Different { days, .. } = &c.events {
        let apart = days.map_or(String::new(), |d| {
            let n = d.unsigned_abs();
            pick(&format!(" ({n} jours d'écart)"), &format!(" ({n} days apart)"))
        });
        summary.insert(0, pick("≠ ÉVÉNEMENTS DIFFÉRENTS", "≠ DIFFERENT EVENTS") + &apart);
    }
    let record = |x: &Analysed, status| Record::of(&Item { document: &x.document, status }, What::Titles);
    let both = [&*a.document, &*b.document];
    Sheet {
        a: record(a, statuses[0]),
        b: record(b, statuses[1]),
        summary,
        rows,
        notes: notes.iter().map(|n| note_across(n, &both)).collect(),
    }
}

/// The sentence of the body that holds a span.
fn sentence(x: &Analysed, span: Span) -> Span {
    x.document.sentence_at(span.start).unwrap_or(span)
}

fn passage(x: &Analysed, span: Span) -> Passage {
    let quote = one_line(span.trim(&x.document.text).of(&x.document.text));
    Passage { quote, paragraph: paragraph_at(&x.document, span.start), orphan: false }
}
