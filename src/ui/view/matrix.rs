//! Who says what: facts against texts, a sign in every cell, the count of
//! independent origins before each fact.

use super::chrome::bars;
use super::detail::{self, state_name, state_role};
use crate::app::Model;
use crate::app::area::Area;
use crate::app::card::sign;
use crate::app::screen::coverage::areas as layout;
use crate::app::screen::coverage::state::Coverage;
use crate::story::coverage::{Order, Show};
use crate::story::matrix::State;
use crate::text::sanitise::one_line;
use crate::text::width::{ellipsis, fit, width};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::pane_name::pane_name;
use crate::ui::widget::signs::verdict_sign;
use crate::words::{Message, Plain, date, msg};
use ratatui::buffer::Buffer;

/// Draws the screen.
pub(crate) fn draw(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    let body = bars(model, theme, buffer);
    let lang = model.lang();
    let Some(c) = &model.coverage else { return };
    let areas = layout::areas(body);
    table(model, c, theme, buffer, areas.table);
    if c.result.is_some() {
        match c.fact() {
            Some(fact) => detail::draw(model, c, Some(fact), c.column, areas, theme, buffer),
            None => {
                let words = match c.show {
                    Show::All => lang.text(msg::UI_FACTS_NONE),
                    _ => lang.text(msg::UI_FACTS_NONE_FILTERED),
                };
                let mut canvas = Canvas::new(buffer, areas.table);
                canvas.put(2, layout::HEAD + 1, &model.with_keys(words), theme.style(Role::Dim));
            }
        }
    }
}

/// Name of an order, for the corner.
fn order_name(order: Order) -> Plain {
    match order {
        Order::Origins => msg::UI_ORDER_ORIGINS,
        Order::Time => msg::UI_ORDER_TIME,
        Order::Text(_) => msg::UI_ORDER_TEXT,
    }
}

fn table(model: &Model, c: &Coverage, theme: &Theme, buffer: &mut Buffer, area: Area) {
    let lang = model.lang();
    let mut canvas = Canvas::new(buffer, area);
    let name = lang.say(msg::ui_matrix(&*c.title));
    let Some(result) = &c.result else {
        pane_name(theme, &mut canvas, &name, lang.text(msg::UI_WORKING), true);
        return;
    };

    pane_name(theme, &mut canvas, &name, &lang.say(msg::ui_order(order_name(c.order))), true);
    let (summary, role) = summary(model, c);
    canvas.put_cut(1, 1, area.width.saturating_sub(2), &summary, theme.style(role));
    let columns = layout::columns(area.width, c.columns());
    let x0 = layout::COUNT + columns.fact;
    heads(model, c, theme, &mut canvas, columns, x0);
    let height = layout::fact_rows(area.height);
    for (i, &fact) in c.rows.iter().enumerate().skip(c.top).take(height) {
        let y = layout::HEAD + (i - c.top) as u16;
        let Some(row) = result.coverage.matrix.rows.get(fact) else { continue };
        let current = i == c.cursor;
        if current {
            canvas.style(0, y, area.width, theme.style(Role::Selection));
            canvas.put(0, y, "▌", theme.style(Role::Accent));
        }
        let n = row.origins.len();
        let role = if n > 1 { Role::Strong } else { Role::Dim };
        canvas.put_right(4, y, &row.count(), theme.style(role));
        let document = c.document(row.document).and_then(|id| model.library.corpus.get(id));
        let words = document.map_or_else(String::new, |d| one_line(row.span.of(&d.text)));
        let role = if n > 1 || current { Role::Text } else { Role::Dim };
        canvas.put_cut(layout::COUNT, y, columns.fact.saturating_sub(2), &words, theme.style(role));
        for (k, cell) in row.cells.iter().enumerate().skip(c.left).take(columns.shown) {
            let x = x0 + (k - c.left) as u16 * columns.each;
            let sign = cell.signs();
            let here = current && k == c.column;
            if here {
                canvas.put(x, y, &format!(" {sign:<2}"), theme.style(Role::HitCurrent));
            } else {
                let role = if cell.is_doubtful() { Role::Dim } else { state_role(cell.state) };
                canvas.put(x + 1, y, &sign, theme.plain(role));
            }
        }
    }
    if layout::has_legend(area.height) {
        let mut legend: Vec<String> = [State::Said, State::Partly, State::Differs, State::Absent, State::Confirmed]
            .map(|s| format!("{} {}", s.sign(), lang.text(state_name(s))))
            .into();
        legend.push(format!("? {}", lang.text(msg::UI_FACT_DOUBTFUL_OR_LIKELY)));
        let y = area.height.saturating_sub(1);
        canvas.put_cut(1, y, area.width.saturating_sub(2), &legend.join("  "), theme.style(Role::Dim));
        let below = c.rows.len().saturating_sub(c.top + height);
        if below > 0 {
            let more = format!("↓ {}", lang.number(below));
            canvas.put_right(area.width.saturating_sub(1), y, &more, theme.style(Role::Dim));
        }
    }
}

/// How many texts, outlets and facts; with a filter, how many it lets through.
fn summary(model: &Model, c: &Coverage) -> (String, Role) {
    let lang = model.lang();
    let Some(result) = &c.result else { return (String::new(), Role::Dim) };
    let coverage = &result.coverage;
    let all = coverage.matrix.rows.len();
    if c.show != Show::All {
        let what: Message = match c.show {
            Show::Alone => msg::UI_FACTS_ALONE.into(),
            Show::Omitted(column) => {
                let label = detail::label(model, c, column);
                msg::ui_facts_omitted(label)
            }
            _ => msg::UI_FACTS_DIFFERING.into(),
        };
        let shown = c.rows.len();
        let words = lang.say(msg::ui_facts_filter(what, shown, all));
        return (model.with_keys(&words).into_owned(), Role::Accent);
    }
    let texts = detail::texts(result);
    let (alone, [told, doubtful]) = (coverage.count(Show::Alone), coverage.differing());
    let differ = msg::ui_facts_differ_count(told);
    let summary = msg::ui_facts_summary(texts, msg::ui_facts_count(all), alone, differ);
    let words = if doubtful > 0 { msg::ui_facts_summary_doubtful(summary, doubtful) } else { summary };
    (lang.say(words), Role::Dim)
}

/// Names of the texts with their days; the one under the cursor stands out.
fn heads(model: &Model, c: &Coverage, theme: &Theme, canvas: &mut Canvas<'_>, columns: layout::Columns, x0: u16) {
    let lang = model.lang();
    let y = layout::HEAD - 2;
    let w = canvas.width();
    canvas.put_cut(1, y + 1, x0.saturating_sub(3), lang.text(msg::UI_FACTS_HEAD), theme.style(Role::Dim));
    let n = c.columns();
    for k in c.left..(c.left + columns.shown).min(n) {
        let x = x0 + (k - c.left) as u16 * columns.each;
        let room = usize::from(columns.each.saturating_sub(1).min(w.saturating_sub(x)));
        let Some(card) = detail::card(model, c, k) else { continue };
        let style = if k == c.column { theme.style(Role::Accent) } else { theme.style(Role::Strong) };
        let copies = c.reports()[k].printed();
        let copies = if copies > 1 { format!(" ×{copies}") } else { String::new() };
        // It may be a report of something else.
        let doubt = if c.document(k).is_some_and(|id| model.library.is_doubtful_member(id)) { "?" } else { "" };
        let room_of_name = room.saturating_sub(width(&copies) + width(doubt));
        // "Unknown" over each column would part none from another.
        let name = match &card.source {
            Some(source) => short_name(source, room_of_name),
            None => lettered(&detail::letter(k), &card.title, room_of_name),
        };
        canvas.put(x, y, &format!("{doubt}{name}{copies}"), style);
        let day =
            card.date.map_or_else(|| "—".to_owned(), |d| format!("{}{}", date::day(d, lang), sign(card.date_mark)));
        let verdict = c.document(k).and_then(|id| verdict_sign(model, id)).filter(|_| width(&day) + 2 <= room);
        let day = if width(&day) > room { fit(&day, room).0.to_owned() } else { day };
        let at = canvas.put(x, y + 1, &day, theme.style(Role::Dim));
        if let Some((sign, role)) = verdict {
            canvas.put(at + 1, y + 1, sign, theme.plain(role));
        }
    }
    if c.left > 0 {
        canvas.put(x0.saturating_sub(2), y, "‹", theme.style(Role::Accent));
    }
    if c.left + columns.shown < n {
        canvas.put_right(w, y, "›", theme.style(Role::Accent));
    }
}

/// A letter, and of the headline what there is room for.
fn lettered(letter: &str, title: &str, room: usize) -> String {
    const WORTH_IT: usize = 5;
    let left = room.saturating_sub(width(letter) + 1);
    if left < WORTH_IT { letter.to_owned() } else { format!("{letter} {}", ellipsis(title, left)) }
}

/// An outlet's name in few columns: without its article, cut.
fn short_name(name: &str, room: usize) -> String {
    if width(name) <= room {
        return name.to_owned();
    }
    let bare = ["Le ", "La ", "Les ", "L'", "L’", "The ", "le ", "la ", "les ", "l'", "l’", "the "]
        .iter()
        .find_map(|a| name.strip_prefix(a))
        .unwrap_or(name);
    if width(bare) <= room || room < 8 {
        return fit(bare, room).0.trim_end_matches([' ', '-', '\'', '’']).to_owned();
    }
    ellipsis(bare, room).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{detail::letter, lettered, short_name};

    #[test]
    fn a_text_of_no_known_outlet_goes_by_a_letter_and_its_headline() {
        assert_eq!([letter(0), letter(25), letter(26), letter(53)], ["A", "Z", "AA", "BB"]);
        assert_eq!(lettered("A", "La digue a cédé", 5), "A");
        assert_eq!(lettered("A", "La digue a cédé", 12), "A La digue…");
    }

    #[test]
    fn a_name_in_few_columns_loses_its_article_first() {
        assert_eq!(short_name("Le Point", 9), "Le Point");
        assert_eq!(short_name("Le Point", 5), "Point");
        assert_eq!(short_name("L’Écho de Brivonne", 5), "Écho");
        assert_eq!(short_name("Le Courrier de la Sarvenne", 12), "Courrier de…");
    }
}
