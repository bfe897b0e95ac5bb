//! From a comparison to the rows of a sheet. Computes nothing: every row is a
//! finding that is there already.

use super::analysis::Analysed;
use super::compare::Compared;
use crate::story::{self, Comparison, EventCheck, Finding, PassageKind, QuoteRelation, Relation, Teller, percent};
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::triage::export::sheet::{Row, Section, Sheet};
use crate::triage::export::{Contents, Item, Passage, Record, note_across, paragraph_at};
use crate::triage::{Note, Status};
use crate::words::{Lang, Message, Number, msg};
use std::sync::Arc;

/// How much of the two texts a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What only one of them says, and what both say otherwise.
    Differences,
    /// All of both, with how and why passages were linked, and the names that both have.
    Whole,
}

/// The sheet of two compared articles.
pub fn sheet(compared: &Compared, statuses: [&Status; 2], notes: &[Arc<Note>], reach: Reach, lang: Lang) -> Sheet {
    let c = &compared.comparison;
    let (a, b) = (&compared.a, &compared.b);
    let at_a = |s: Span| Some(passage(a, s));
    let at_b = |s: Span| Some(passage(b, s));
    let mut rows = said(compared, Section::Findings, &c.findings, lang);
    rows.extend(said(compared, Section::Doubtful, &c.doubtful, lang));
    let told: Vec<_> = rows.iter().map(|r| (r.a.clone(), r.b.clone())).collect();
    let mut row = |section, what: String, a, b| rows.push(Row { section, what, a, b });
    for f in &c.figures.differing {
        let (pa, pb) = (at_a(sentence(a, f.a)), at_b(sentence(b, f.b)));
        // What the sheet opens with is not said again.
        if !told.contains(&(pa.clone(), pb.clone())) {
            let [x, y] = [f.a.of(&a.document.text), f.b.of(&b.document.text)].map(one_line);
            let doubt = (!c.is_told(f)).then(|| lang.say(msg::hunks_figures_may_differ(x, y)));
            row(Section::Figures, doubt.unwrap_or_default(), pa, pb);
        }
    }
    for (what, times, (qa, qb)) in quotes(compared, lang) {
        let what = if times > 1 { format!("{what} ×{times}") } else { what };
        row(Section::Quotes, what, at_a(qa), at_b(qb));
    }
    for pair in &compared.facing {
        let (section, what) = match (reach, pair.relation) {
            // What is read opposite another place has its words there.
            _ if pair.a.or(pair.b).is_none() => continue,
            (Reach::Whole, Relation::OnlyB) => (Section::OnlyB, String::new()),
            (Reach::Whole, _) => (Section::Texts, one_line(&lang.say(linked(pair, c, lang)))),
            (Reach::Differences, Relation::Differs) => (Section::Differs, String::new()),
            (Reach::Differences, Relation::Reworded) => (Section::Reworded, String::new()),
            (Reach::Differences, Relation::OnlyA) => (Section::OnlyA, String::new()),
            (Reach::Differences, Relation::OnlyB) => (Section::OnlyB, String::new()),
            (Reach::Differences, Relation::Same | Relation::Moved | Relation::Beside | Relation::Perhaps) => continue,
        };
        row(section, what, pair.a.and_then(at_a), pair.b.and_then(at_b));
    }
    if reach == Reach::Whole && !c.entities.both.is_empty() {
        row(Section::SharedNames, one_line(&c.entities.both.join(", ")), None, None);
    }
    let bare = |n: &String| Some(Passage { quote: one_line(n), paragraph: None, orphan: false });
    for name in &c.entities.only_a {
        row(Section::Names, String::new(), bare(name), None);
    }
    for name in &c.entities.only_b {
        row(Section::Names, String::new(), None, bare(name));
    }
    for u in c.undecided.iter().filter(|u| u.grade.is_some()) {
        let score = (reach == Reach::Whole).then(|| lang.say(msg::cli_percent(percent(f64::from(u.score)))));
        row(Section::Perhaps, score.unwrap_or_default(), at_a(u.a), at_b(u.b));
    }
    rows.sort_by_key(|r| r.section);
    let (pa, pb) = (percent(c.shared_a), percent(c.shared_b));
    let mut summary = vec![lang.say(msg::sheet_shares(pa, pb))];
    if reach == Reach::Whole {
        summary = vec![
            lang.say(msg::cli_compare_shares(pa, pb, c.passages.len(), c.formulas)),
            lang.say(msg::cli_compare_undecided(c.undecided.len())),
        ];
    }
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

/// What is told of the two, heaviest first; a second place on one side has a row of its
/// own.
fn said(compared: &Compared, section: Section, findings: &[Finding], lang: Lang) -> Vec<Row> {
    let mut rows = Vec::new();
    for f in findings {
        for (i, (x, y)) in places(f).enumerate() {
            let what = if i == 0 { one_line(&lang.say(&f.sentence)) } else { String::new() };
            let (a, b) = (around(&compared.a, x), around(&compared.b, y));
            rows.push(Row { section, what, a, b });
        }
    }
    rows
}

/// Shared quotations, what is said of each and how often it stands in the same words, where
/// it stands first.
fn quotes(compared: &Compared, lang: Lang) -> Vec<(String, usize, (Span, Span))> {
    let c = &compared.comparison;
    let (ta, tb) = (&compared.a.document.text, &compared.b.document.text);
    let mut out: Vec<(String, usize, (Span, Span))> = Vec::new();
    for q in &c.quotes.shared {
        let verdict = match q.relation {
            QuoteRelation::Same => msg::SHEET_SAME_WORDS,
            QuoteRelation::Fragment => msg::SHEET_LONGER,
            QuoteRelation::Variant if c.words_differ(q) => msg::SHEET_OTHER_WORDS,
            QuoteRelation::Variant => msg::SHEET_NEAR_WORDS,
        };
        let who = q.teller().map(Teller::shown);
        let what = lang.say(who.map_or_else(|| verdict.into(), |who| msg::sheet_speaker(who, verdict)));
        let same = |known: &&mut (String, usize, (Span, Span))| {
            known.0 == what && known.2.0.of(ta) == q.a.of(ta) && known.2.1.of(tb) == q.b.of(tb)
        };
        match out.iter_mut().find(same) {
            Some(known) => known.1 += 1,
            None => out.push((what, 1, (q.a, q.b))),
        }
    }
    out
}

/// How and why the two sides of a row belong together, in words.
fn linked(row: &story::Row, c: &Comparison, lang: Lang) -> Message {
    let Some(p) = row.passage.and_then(|p| c.passages.get(p)) else {
        return match row.relation {
            Relation::OnlyA => msg::CLI_COMPARE_ONLY_A.into(),
            Relation::OnlyB => msg::CLI_COMPARE_ONLY_B.into(),
            Relation::Beside => msg::COMPARE_BESIDE.into(),
            Relation::Same | Relation::Reworded | Relation::Differs | Relation::Moved | Relation::Perhaps => {
                match row.a.and(row.paragraph_b).or(row.b.and(row.paragraph_a)) {
                    Some(n) => msg::cli_compare_perhaps_at(if row.a.is_some() { "B" } else { "A" }, n),
                    None => msg::COMPARE_PERHAPS.into(),
                }
            }
        };
    };
    let kind = match p.kind {
        PassageKind::Identical => msg::CLI_COMPARE_IDENTICAL,
        PassageKind::Near => msg::CLI_COMPARE_NEAR,
        PassageKind::Paraphrase => msg::CLI_COMPARE_PARAPHRASE,
        PassageKind::Differs => msg::CLI_COMPARE_DIFFERS,
    };
    let reasons: Vec<String> = p.reasons.iter().map(|r| lang.say(r.message())).collect();
    let score = Number::decimal(p.score.into(), 2);
    if reasons.is_empty() {
        return msg::cli_compare_passage_unexplained(kind, score);
    }
    msg::cli_compare_passage(kind, score, reasons.join("; "))
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
