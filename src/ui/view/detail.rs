//! What is under the cursor of a story's screens, word for word: the fact, its
//! origins, the passage of every report that has it.

use crate::app::Model;
use crate::app::card::Card;
use crate::app::screen::coverage::areas::Areas;
use crate::app::screen::coverage::state::Coverage;
use crate::job::WhoSays;
use crate::story::matrix::State;
use crate::story::{Teller, with_doubt};
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::prose::Prose;
use crate::words::{Message, Plain, msg};
use ratatui::buffer::Buffer;
use std::sync::Arc;

/// Most columns of prose.
const MEASURE: u16 = 76;

/// What a report does with a fact, in one word.
pub(super) fn state_name(state: State) -> Plain {
    match state {
        State::Said => msg::UI_FACT_SAID,
        State::Partly => msg::UI_FACT_PARTLY,
        State::Differs => msg::UI_FACT_DIFFERS,
        State::Absent => msg::UI_FACT_ABSENT,
        State::Confirmed => msg::UI_FACT_CONFIRMED,
    }
}

/// The role of a sign.
pub(super) fn state_role(state: State) -> Role {
    match state {
        State::Said => Role::Text,
        State::Partly => Role::Accent,
        State::Differs => Role::Problem,
        State::Absent => Role::Dim,
        State::Confirmed => Role::Kept,
    }
}

/// "5 texts in 9 articles"; articles only where they are more. Of a large story also how many
/// were read and compared.
pub(super) fn texts(said: &WhoSays) -> Message {
    let (all, compared) = (said.coverage.reports.len(), said.coverage.compared());
    let texts = if all > compared { msg::ui_texts_compared(msg::ui_texts(all), compared) } else { msg::ui_texts(all) };
    let articles = match (said.coverage.documents(), said.left_out) {
        (n, 0) if n == all => return texts,
        (n, 0) => msg::article_count(n),
        (n, left) => msg::ui_texts_of(msg::article_count(n), n + left),
    };
    msg::ui_texts_in(texts, articles)
}

/// The card of a text's document.
pub(super) fn card(model: &Model, c: &Coverage, column: usize) -> Option<Arc<Card>> {
    model.library.card(c.document(column)?)
}

/// The letter of a text whose outlet nobody knows: `A`, `Z`, `AA`.
pub(super) fn letter(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letter(column / 26 - 1)) }
}

/// Who prints a text, in a word: its outlet, else its letter.
pub(super) fn short(model: &Model, c: &Coverage, column: usize) -> Option<String> {
    let card = card(model, c, column)?;
    Some(card.source.clone().unwrap_or_else(|| letter(column)))
}

/// "Le Point · 13.09.23~ ×5"; behind its letter where nobody knows the outlet.
pub(super) fn label(model: &Model, c: &Coverage, column: usize) -> String {
    let lang = model.lang();
    let label = |card: Arc<Card>| {
        let unknown = card.source.is_none().then(|| format!("{} ", letter(column)));
        unknown.unwrap_or_default() + &card.label(lang)
    };
    let label = card(model, c, column).map_or_else(String::new, label);
    let printed = c.reports().get(column).map_or(1, crate::story::coverage::Report::printed);
    if printed > 1 { format!("{label} ×{printed}") } else { label }
}

/// Draws the passages of a fact, or what is known of a report.
pub(super) fn draw(
    model: &Model,
    c: &Coverage,
    fact: Option<usize>,
    column: usize,
    areas: Areas,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let area = areas.detail;
    if area.is_empty() {
        return;
    }
    let mut canvas = Canvas::new(buffer, area);
    let rule = theme.style(Role::Rule);
    let (left, top) = if areas.beside { (3, 1) } else { (2, 1) };
    if areas.beside {
        (0..area.height).for_each(|y| {
            canvas.put(0, y, "│", rule);
        });
    } else {
        canvas.put(0, 0, &"─".repeat(usize::from(area.width)), rule);
    }
    let width = area.width.saturating_sub(left + 2).min(MEASURE);
    let mut page = Prose::new(width);
    match fact {
        Some(fact) => passages(model, c, fact, column, !areas.beside, &mut page),
        None => report(model, c, column, &mut page),
    }
    let height = usize::from(area.height.saturating_sub(top));
    let first = c.detail_top.min(page.rows.len().saturating_sub(height));
    for (i, row) in page.rows.iter().skip(first).take(height).enumerate() {
        canvas.put(left + row.indent, top + i as u16, &row.text, theme.plain(row.role));
    }
    let below = page.rows.len().saturating_sub(first + height);
    if below > 0 {
        let lang = model.lang();
        let key = model.keymap.key_of(model.context(), crate::app::action::Action::ScrollDown).unwrap_or_default();
        let more = format!(" {} ", lang.say(msg::ui_more_below(below, key)));
        if areas.beside {
            canvas.put_right(
                area.width.saturating_sub(1),
                area.height.saturating_sub(1),
                &more,
                theme.style(Role::Dim),
            );
        } else {
            canvas.put_right(area.width.saturating_sub(1), 0, &more, theme.style(Role::Dim));
        }
    }
}

/// The fact, its origins, and how every report gives it; the report under the
/// cursor first. In few rows the wording under the cursor goes before the
/// fact's own.
fn passages(model: &Model, c: &Coverage, fact: usize, column: usize, low: bool, page: &mut Prose) {
    let lang = model.lang();
    let Some(result) = &c.result else { return };
    let Some(row) = result.coverage.matrix.rows.get(fact) else { return };
    let text = |column: usize, span: Span| {
        let document = c.document(column).and_then(|id| model.library.corpus.get(id));
        document.map_or_else(String::new, |d| one_line(span.of(&d.text)))
    };
    let origins = lang.say(row.origins_in_words());
    if !low {
        page.put(0, &text(row.document, row.span), Role::Strong);
        page.air();
    }
    page.put(0, &origins, Role::Dim);
    if !row.attributed.is_empty() {
        let named: Vec<String> = row.attributed.iter().map(Teller::shown).collect();
        let named = named.join(", ");
        page.put(0, &lang.say(msg::ui_attributed(named)), Role::Dim);
    }
    if !low {
        page.air();
    }
    let columns = row.cells.len();
    let order = [column].into_iter().chain((0..columns).filter(|o| *o != column));
    for o in order {
        let Some(cell) = row.cells.get(o) else { continue };
        if cell.state == State::Absent && o != column {
            continue;
        }
        let (sign, mut name) = (cell.signs(), lang.text(state_name(cell.state)).to_owned());
        if cell.is_doubtful() {
            let doubt = if cell.state == State::Differs { msg::UI_FACT_DOUBTFUL } else { msg::UI_FACT_LIKELY };
            name = format!("{name}, {}", lang.text(doubt));
        }
        let role = if o == column { Role::Accent } else { Role::Strong };
        page.put(0, &format!("{sign} {} — {name}", label(model, c, o)), role);
        if o == column {
            readings(model, c, fact, column, page);
        }
        for span in &cell.spans {
            page.put(2, &text(o, *span), Role::Text);
        }
        page.air();
    }
    let absent: Vec<String> = (0..columns)
        .filter(|&o| o != column && row.cells[o].state == State::Absent)
        .filter_map(|o| card(model, c, o).map(|card| card.source_label(lang).to_owned()))
        .collect();
    if !absent.is_empty() {
        let absent = each_once(absent);
        let words = lang.say(msg::ui_not_found_in(absent));
        page.put(0, &words, Role::Dim);
    }
}

/// In what the text under the cursor differs from others, each in the words of both.
fn readings(model: &Model, c: &Coverage, fact: usize, column: usize, page: &mut Prose) {
    let lang = model.lang();
    for d in c.differences(fact, column) {
        let [a, b] = d.columns.map(|o| label(model, c, o));
        let role = if d.doubtful { Role::Dim } else { Role::Problem };
        let doubt = if d.doubtful { "?" } else { "" };
        page.put(2, &format!("≠{doubt} {}", lang.say(d.sentence([&a, &b]))), role);
    }
}

/// What is known of a report of the timeline.
fn report(model: &Model, c: &Coverage, column: usize, page: &mut Prose) {
    let lang = model.lang();
    let (Some(report), Some(card)) = (c.reports().get(column), card(model, c, column)) else { return };
    page.put(0, &card.title, Role::Strong);
    page.put(0, &format!("{} · {}", label(model, c, column), lang.words(card.words)), Role::Dim);
    page.air();
    let chain = c.result.as_ref().and_then(|r| r.coverage.matrix.chains.get(column)).filter(|c| !c.is_empty());
    if let Some(chain) = chain {
        page.put(0, &lang.say(msg::ui_report_after(chain)), Role::Text);
    }
    if !report.also.is_empty() {
        page.put(0, &also(model, c, column), Role::Text);
    }
    let (first, shared) = report.firsts();
    // Of what has no day nobody can tell what it was the first to give.
    if report.day.is_some() || first > 0 {
        page.put(0, &lang.say(msg::ui_report_first(first)), Role::Text);
    }
    if shared > 0 {
        page.put(0, &lang.say(msg::ui_report_maybe_first(shared)), Role::Text);
    }
    if !report.cites.is_empty() {
        page.put(0, &cites(model, c, column, usize::MAX), Role::Dim);
    }
}

/// Names in the order in which they come first, each once with how often: of many texts the
/// outlet is not known.
pub(super) fn each_once(names: Vec<String>) -> String {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for name in names {
        match counted.iter_mut().find(|(known, _)| *known == name) {
            Some((_, n)) => *n += 1,
            None => counted.push((name, 1)),
        }
    }
    let told = counted.into_iter().map(|(name, n)| if n > 1 { format!("{name} ×{n}") } else { name });
    told.collect::<Vec<_>>().join(", ")
}

/// The outlets that print the text too.
pub(super) fn also(model: &Model, c: &Coverage, column: usize) -> String {
    let lang = model.lang();
    let Some(report) = c.reports().get(column) else { return String::new() };
    let documents = c.result.as_ref().map_or(&[][..], |r| &r.documents);
    let cards = report.also.iter().filter_map(|i| model.library.card(documents.get(*i)?.id));
    let names: Vec<String> = cards.map(|card| card.label(lang)).collect();
    let key = |at: usize| documents.get(at).map(|d| d.document.key);
    match report.also.iter().all(|&i| key(i) == key(report.shown)) {
        true => lang.say(msg::ui_report_again(each_once(names))),
        false => lang.say(msg::ui_report_also(each_once(names))),
    }
}

/// Whom a report names, with how often; reports of the story with a sign.
pub(super) fn cites(model: &Model, c: &Coverage, column: usize, most: usize) -> String {
    let lang = model.lang();
    let Some(report) = c.reports().get(column) else { return String::new() };
    let one = |x: &crate::story::coverage::Cited| {
        let name = with_doubt(&x.name, x.doubtful);
        let name = if x.report.is_some() { format!("↑ {name}") } else { name };
        if x.count > 1 { format!("{name} {}", x.count) } else { name }
    };
    let mut names: Vec<String> = report.cites.iter().take(most).map(one).collect();
    if report.cites.len() > most {
        names.push(format!("+{}", report.cites.len() - most));
    }
    let names = names.join(" · ");
    lang.say(msg::ui_report_cites(names))
}

#[cfg(test)]
mod tests {
    use super::each_once;

    #[test]
    fn a_name_that_stands_for_many_texts_is_told_once_with_their_number() {
        let names = ["inconnu", "Radio Lagune", "inconnu", "inconnu"].map(str::to_owned);
        assert_eq!(each_once(names.into()), "inconnu ×3, Radio Lagune");
        assert_eq!(each_once(Vec::new()), "");
    }
}
