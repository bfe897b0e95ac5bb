//! The reports of a story in order of time: when, who, after whom, what each
//! is the first to say, whom it names.

use super::chrome::bars;
use super::detail;
use crate::app::Model;
use crate::app::area::Area;
use crate::app::card::sign;
use crate::app::screen::coverage::areas as layout;
use crate::app::screen::coverage::state::{Coverage, Line};
use crate::text::sanitise::one_line;
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::pane_name::pane_name;
use crate::ui::widget::signs::verdict_sign;
use crate::words::{date, msg};
use ratatui::buffer::Buffer;

/// Column of the rail that joins the reports.
const RAIL: u16 = 12;
/// Column of the words.
const WORDS: u16 = 15;
/// Names in the row of those that a report names.
const NAMES: usize = 6;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let body = bars(model, theme, buffer);
    let Some(c) = &model.coverage else { return };
    let areas = layout::areas(body);
    timeline(model, c, theme, buffer, areas.table);
    if let (Some(_), Some(column)) = (&c.result, c.report_at_line()) {
        detail::draw(model, c, c.fact_at_line(), column, areas, theme, buffer);
    }
}

fn timeline(model: &Model, c: &Coverage, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let lang = model.lang();
    let mut canvas = Canvas::new(buffer, area);
    let name = lang.say(msg::ui_timeline(&*c.title));
    let Some(result) = &c.result else {
        pane_name(theme, &mut canvas, &name, lang.text(msg::UI_WORKING), true);
        return;
    };
    let coverage = &result.coverage;
    pane_name(theme, &mut canvas, &name, "", true);
    let texts = detail::texts(result);
    let days = coverage.reports.iter().filter_map(|r| r.day);
    let words = match days.clone().min().zip(days.max()) {
        None => msg::ui_timeline_head(texts),
        Some((from, to)) if from == to => msg::ui_timeline_head_day(texts, date::short(from, lang)),
        Some((from, to)) => msg::ui_timeline_head_days(texts, date::short(from, lang), date::short(to, lang)),
    };
    let words = lang.say(words);
    canvas.put_cut(1, 1, area.width.saturating_sub(2), &words, theme.style(Role::Dim));
    let height = usize::from(area.height.saturating_sub(layout::TIMELINE_HEAD));
    for (i, line) in c.lines.iter().enumerate().skip(c.line_top).take(height) {
        let y = layout::TIMELINE_HEAD + (i - c.line_top) as u16;
        if i == c.line {
            canvas.style(0, y, area.width, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
        row(model, c, theme, &mut canvas, y, *line);
    }
}

fn row(model: &Model, c: &Coverage, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, line: Line) {
    let lang = model.lang();
    let w = canvas.width();
    let room = w.saturating_sub(WORDS + 1);
    let dim = theme.style(Role::Dim);
    let rail = |canvas: &mut Canvas<'_>| {
        canvas.put(RAIL, y, "│", theme.style(Role::Rule));
    };
    match line {
        Line::Blank => rail(canvas),
        Line::Gap(days) => {
            canvas.put(RAIL, y, "┆", theme.style(Role::Rule));
            let days = usize::try_from(days).unwrap_or(0);
            let words = lang.say(msg::ui_timeline_gap(days));
            canvas.put(WORDS, y, &words, dim);
        }
        Line::Report(r) => report(model, c, theme, canvas, y, r),
        Line::Title(r) => {
            rail(canvas);
            if let Some(card) = detail::card(model, c, r) {
                canvas.put_cut(WORDS, y, room, &card.headline(lang), theme.style(Role::Text));
            }
        }
        Line::Also(r) => {
            rail(canvas);
            canvas.put_cut(WORDS, y, room, &detail::also(model, c, r), dim);
        }
        Line::Cites(r) => {
            rail(canvas);
            canvas.put_cut(WORDS, y, room, &detail::cites(model, c, r, NAMES), dim);
        }
        Line::More(_, n) => {
            rail(canvas);
            let words = lang.say(msg::ui_timeline_more(n));
            canvas.put(WORDS, y, &model.with_keys(&words), dim);
        }
        Line::First(r, f) => {
            rail(canvas);
            first(model, c, theme, canvas, y, (r, f));
        }
    }
}

/// The head of a report: its day, whose it is, after whom, how much of it is new.
fn report(model: &Model, c: &Coverage, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, r: usize) {
    let lang = model.lang();
    let w = canvas.width();
    let dim = theme.style(Role::Dim);
    let (Some(report), Some(card)) = (c.reports().get(r), detail::card(model, c, r)) else { return };
    let before = r.checked_sub(1).map(|o| &c.reports()[o]).filter(|o| o.day == report.day);
    let same_day = before.is_some();
    let timed = report.hour.shown().is_some() && before.is_some_and(|o| o.hour.shown().is_some());
    let day = match card.date {
        Some(d) => format!("{}{}", date::short(d, lang), sign(card.date_mark)),
        None => lang.text(msg::UI_NO_DATE).to_owned(),
    };
    let style = if same_day { dim } else { theme.style(Role::Strong) };
    canvas.put(2, y, &day, style);
    if let Some((sign, role)) = c.document(r).and_then(|id| verdict_sign(model, id)) {
        canvas.put(0, y, sign, theme.plain(role));
    }
    canvas.put(RAIL, y, "●", theme.style(Role::Accent));
    let first = match report.firsts() {
        (0, 0) if r >= c.columns() => lang.text(msg::UI_TIMELINE_NOT_COMPARED).to_owned(),
        // Without hours the others of its day may have had it later that day.
        (0, 0) if same_day && !timed && report.day.is_some() => lang.text(msg::UI_TIMELINE_SAME_FACTS).to_owned(),
        (0, 0) if report.day.is_none() => String::new(),
        (0, 0) => lang.text(msg::UI_TIMELINE_NOTHING_NEW).to_owned(),
        (first, 0) => format!("+{first}"),
        (0, shared) => format!("={shared}"),
        (first, shared) => format!("+{first} ={shared}"),
    };
    let end = canvas.put_right(w.saturating_sub(1), y, &first, dim);
    let name = detail::short(model, c, r).unwrap_or_default();
    let mut x = canvas.put_cut(WORDS, y, end.saturating_sub(WORDS + 1), &name, theme.style(Role::Strong));
    if let Some(hour) = report.hour.shown() {
        x = canvas.put_cut(x, y, end.saturating_sub(x + 1), &format!(" · {hour}"), dim);
    }
    if report.printed() > 1 {
        x = canvas.put(x + 1, y, &format!("×{}", report.printed()), theme.plain(Role::Accent));
    }
    let chain = c.result.as_ref().and_then(|s| s.coverage.matrix.chains.get(r)).filter(|s| !s.is_empty());
    if let Some(chain) = chain {
        let words = format!(" · {}", lang.say(msg::ui_after(chain)));
        canvas.put_cut(x, y, end.saturating_sub(x + 1), &words, dim);
    }
}

/// A fact that a report is the first to give, and who gives it the same day.
fn first(model: &Model, c: &Coverage, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, (r, f): (usize, usize)) {
    let w = canvas.width();
    let room = w.saturating_sub(WORDS + 1);
    let dim = theme.style(Role::Dim);
    let Some(first) = c.reports().get(r).and_then(|x| x.first.get(f)) else { return };
    let Some((id, span)) = c.place(first.row, r) else { return };
    let words = model.library.corpus.get(id).map_or_else(String::new, |d| one_line(span.of(&d.text)));
    let row = c.result.as_ref().and_then(|s| s.coverage.matrix.rows.get(first.row));
    let doubtful = |o: usize| row.is_some_and(|row| row.is_doubtful(o));
    let (sign, role) = match (doubtful(r), first.also.is_empty()) {
        (true, _) => ("?", Role::Dim),
        (false, true) => ("+", Role::Accent),
        (false, false) => ("=", Role::Dim),
    };
    canvas.put(WORDS, y, sign, theme.style(role));
    // What is known of when they appeared does not tell who of these was first.
    let names = first.also.iter().filter_map(|o| Some((*o, detail::short(model, c, *o)?)));
    let doubt = |o| if doubtful(o) { "?" } else { "" };
    let names: Vec<String> = names.map(|(o, name)| format!("{name}{}", doubt(o))).collect();
    let also = if names.is_empty() { String::new() } else { format!(" = {}", detail::each_once(names)) };
    let also = crate::text::width::ellipsis(&also, usize::from(room / 3)).into_owned();
    let end = w.saturating_sub(1);
    if !also.is_empty() {
        canvas.put_right(end, y, &also, dim);
    }
    let room = room.saturating_sub(2 + width(&also) as u16);
    canvas.put_cut(WORDS + 2, y, room, &words, theme.style(Role::Text));
}
