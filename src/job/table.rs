//! From a story's coverage to tables of words. Computes nothing: every cell is
//! a finding that is there already.

use super::analysis::Analysed;
use super::matrix::WhoSays;
use crate::corpus::{Mark, Standing};
use crate::story::coverage::{Order, Report, Show};
use crate::story::differences::Difference;
use crate::story::matrix::{MatrixRow, State};
use crate::story::timeline::Entry;
use crate::story::{Teller, with_doubt};
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::triage::export::table::{Table, Told};
use crate::words::{Lang, Plain, msg};

fn words(d: &Analysed, span: Span) -> String {
    one_line(span.of(&d.document.text))
}

/// The outlet, else the place of the file.
fn outlet(d: &Analysed) -> String {
    let source = d.document.meta.source.value.as_deref().map(one_line);
    source.unwrap_or_else(|| one_line(&d.document.place.to_string()))
}

/// The day of a report with the sign of its mark, and the hour where it is stated.
fn day(d: &Analysed, report: &Report) -> String {
    let sign = match d.document.meta.published.mark {
        Mark::Written | Mark::Corrected => "",
        Mark::Inferred | Mark::Unknown => "~",
    };
    let hour = report.hour.shown().map_or_else(String::new, |hour| format!(" {hour}"));
    report.day.map_or_else(|| "?".to_owned(), |day| format!("{day}{sign}{hour}"))
}

/// Who prints a report.
pub(super) fn outlets(said: &WhoSays, c: usize) -> String {
    let Some(report) = said.coverage.reports.get(c) else { return String::new() };
    let documents = [report.shown].into_iter().chain(report.also.iter().copied());
    let names: Vec<String> = documents.filter_map(|i| said.documents.get(i)).map(outlet).collect();
    let copies = if report.also.is_empty() { String::new() } else { format!(" ×{}", report.printed()) };
    format!("{}{copies}", names.join(" = "))
}

/// The agencies that a report is after.
fn chain(said: &WhoSays, c: usize) -> Option<&str> {
    said.coverage.matrix.chains.get(c).map(String::as_str).filter(|c| !c.is_empty())
}

/// A report in one line: whether it was taken back, who prints it, when, after whom.
fn label(said: &WhoSays, c: usize, lang: Lang) -> String {
    let Some(report) = said.coverage.reports.get(c) else { return String::new() };
    let day = said.documents.get(report.shown).map_or(String::new(), |d| day(d, report));
    let chain = chain(said, c).map_or(String::new(), |c| format!(", {c}"));
    let shown = said.documents.get(report.shown);
    let withdrawn = shown.filter(|d| d.document.meta.stands() == Standing::Withdrawn);
    let withdrawn = withdrawn.map_or(String::new(), |_| format!("{} ", lang.text(msg::VIEW_WITHDRAWN)));
    format!("{withdrawn}{}, {day}{chain}", outlets(said, c))
}

/// What texts say differently of a fact, each in the words of both, under the numbers of the
/// columns; doubtful ones behind a question mark.
fn differences(said: &WhoSays, row: &MatrixRow, lang: Lang) -> String {
    let mut all: Vec<usize> = row.cells.iter().flat_map(|c| c.differences.iter().copied()).collect();
    all.sort_unstable();
    all.dedup();
    let one = |d: &Difference| {
        let [a, b] = d.columns.map(|c| (c + 1).to_string());
        let doubt = if d.doubtful { "? " } else { "" };
        format!("{doubt}{}", one_line(&lang.say(d.sentence([&a, &b]))))
    };
    let differences = &said.coverage.matrix.differences;
    all.into_iter().filter_map(|i| differences.get(i)).map(one).collect::<Vec<_>>().join(" | ")
}

/// What of a large story is not read, or not compared, one line each.
fn bounded(said: &WhoSays, lang: Lang) -> Vec<String> {
    let (read, texts, compared) = (said.documents.len(), said.coverage.reports.len(), said.coverage.compared());
    let left =
        (said.left_out > 0).then(|| lang.say(msg::table_read_of(read, msg::article_count(read + said.left_out))));
    let most = (texts > compared).then(|| lang.say(msg::table_compared_of(msg::ui_texts(texts), compared)));
    left.into_iter().chain(most).collect()
}

/// Who says what: a row a fact, a column a text; signs are those of the screen.
pub fn what_is_said(said: &WhoSays, order: Order, show: Show, lang: Lang) -> Table {
    let text = |words: Plain| lang.text(words).to_owned();
    let coverage = &said.coverage;
    let columns = coverage.compared();
    let mut lines: Vec<String> = (0..columns).map(|c| format!("{}: {}", c + 1, label(said, c, lang))).collect();
    lines.extend(bounded(said, lang));
    lines.push(text(msg::TABLE_SIGNS));
    let mut heads = vec![text(msg::TABLE_ORIGINS), text(msg::TABLE_ORIGINS_UNKNOWN)];
    heads.extend((1..=columns).map(|c| c.to_string()));
    heads.extend([text(msg::TABLE_AFTER), text(msg::TABLE_FACT), text(msg::TABLE_DIFFERENCES)]);
    let rows = coverage.rows(order, show).into_iter().filter_map(|r| coverage.matrix.rows.get(r));
    let rows = rows.map(|row| {
        let mut cells = vec![row.origins.len().to_string(), row.unknown.to_string()];
        cells.extend(row.cells.iter().map(|c| c.signs()));
        let named: Vec<String> = row.attributed.iter().map(Teller::shown).collect();
        cells.push(named.join(", "));
        let central = coverage.reports.get(row.document).and_then(|r| said.documents.get(r.shown));
        cells.push(central.map_or(String::new(), |d| words(d, row.span)));
        cells.push(differences(said, row, lang));
        cells
    });
    Table { title: text(msg::TABLE_WHO_SAYS_WHAT), lines, heads, rows: rows.collect(), told: Vec::new() }
}

/// The reports in order of time, each with what it is the first to say.
pub fn chronology(said: &WhoSays, lang: Lang) -> Table {
    let text = |words: Plain| lang.text(words).to_owned();
    let coverage = &said.coverage;
    let mut rows = Vec::new();
    let mut told = Vec::new();
    for (c, report) in coverage.reports.iter().enumerate() {
        let Some(d) = said.documents.get(report.shown) else { continue };
        let cites: Vec<String> = report.cites.iter().map(|x| with_doubt(&x.name, x.doubtful)).collect();
        let title = d.document.meta.title.value.as_deref().map(one_line).unwrap_or_default();
        let after = chain(said, c).unwrap_or_default().to_owned();
        let of = (!after.is_empty()).then(|| lang.say(msg::ui_after(&after)));
        let head = [Some(day(d, report)), Some(outlets(said, c)), of];
        told.push(Told { indent: 0, words: head.into_iter().flatten().collect::<Vec<_>>().join(" · ") });
        let named = (!cites.is_empty()).then(|| lang.say(msg::table_named(cites.join(", "))));
        let below = [Some(title.clone()).filter(|t| !t.is_empty()), named];
        told.extend(below.into_iter().flatten().map(|words| Told { indent: 2, words }));
        rows.push(vec![day(d, report), outlets(said, c), text(msg::TABLE_REPORT), after, cites.join(", "), title]);
        for first in &report.first {
            let row = &coverage.matrix.rows[first.row];
            let cell = row.cells.get(c).filter(|x| x.state != State::Absent);
            let Some(span) = cell.and_then(|x| x.spans.first()) else { continue };
            let doubt = |o: usize| if row.is_doubtful(o) { "?" } else { "" };
            let also: Vec<String> = first.also.iter().map(|&o| format!("{}{}", outlets(said, o), doubt(o))).collect();
            let what = if also.is_empty() { text(msg::TABLE_FIRST_HERE) } else { format!("= {}", also.join(", ")) };
            let fact = words(d, *span);
            let sign = if row.is_doubtful(c) { "?" } else { "+" };
            let fact =
                if also.is_empty() { format!("{sign} {fact}") } else { format!("= {fact} (= {})", also.join(", ")) };
            told.push(Told { indent: 4, words: fact });
            let what = if row.is_doubtful(c) { format!("? {what}") } else { what };
            rows.push(vec![day(d, report), outlets(said, c), what, String::new(), String::new(), words(d, *span)]);
        }
    }
    Table {
        title: text(msg::TABLE_TIMELINE),
        lines: bounded(said, lang).into_iter().chain([text(msg::TABLE_FACTS_NOTE)]).collect(),
        heads: vec![
            text(msg::TABLE_DAY),
            text(msg::TABLE_OUTLET),
            text(msg::TABLE_WHAT),
            text(msg::TABLE_AFTER),
            text(msg::TABLE_NAMES),
            text(msg::TABLE_TEXT),
        ],
        rows,
        told,
    }
}

/// The days that the reports tell of, each with its sentence, among the days
/// on which they appeared.
pub fn days(said: &WhoSays, entries: &[Entry], lang: Lang) -> Table {
    let text = |words: Plain| lang.text(words).to_owned();
    let row = |e: &Entry| {
        let d = said.documents.get(e.document)?;
        let told = e.sentence.or(e.date).map_or_else(|| text(msg::TABLE_PUBLISHED), |s| words(d, s));
        Some(vec![e.day.to_string(), outlet(d), told])
    };
    Table {
        title: text(msg::TABLE_DAYS),
        lines: Vec::new(),
        heads: vec![text(msg::TABLE_DAY), text(msg::TABLE_OUTLET), text(msg::TABLE_TEXT)],
        rows: entries.iter().filter_map(row).collect(),
        told: Vec::new(),
    }
}
