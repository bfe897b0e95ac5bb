//! The source list: one row a group or document, in columns that line up.

use crate::app::Model;
use crate::app::card::{Card, sign};
use crate::app::panes::Pane;
use crate::app::screen::main::list::groups::GroupRef;
use crate::app::screen::main::list::order::Grouping;
use crate::app::screen::main::list::state::ListRow;
use crate::app::view;
use crate::corpus::DocId;
use crate::text::width::width;
use crate::triage::{State, Target};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::pane_name::pane_name;
use crate::ui::widget::signs::state_role;
use crate::words::{Lang, date, msg};
use ratatui::style::Style;

/// Draws the pane.
pub(crate) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let focus = model.focus == Pane::List;
    let grouping = model.list.grouping.label(lang);
    let name = lang.say(msg::ui_list(grouping));
    let position = match model.list.position() {
        Some(n) => format!("{n}/{}", model.list.shown),
        None => lang.number(model.list.shown),
    };
    pane_name(theme, canvas, &name, &position, focus);
    if model.list.rows.is_empty() {
        empty(model, theme, canvas);
        return;
    }
    let height = usize::from(canvas.height().saturating_sub(1));
    for (i, row) in model.list.rows.iter().enumerate().skip(model.list.top).take(height) {
        let y = (i - model.list.top + 1) as u16;
        let current = i == model.list.cursor;
        match row {
            ListRow::Group(g) => {
                if let Some(group) = model.list.groups.get(*g as usize) {
                    draw_group(model, theme, canvas, y, group);
                }
            }
            ListRow::Document(id, g) => {
                let in_story = model.list.groups.get(*g as usize).is_some_and(|g| g.story().is_some());
                draw_document(model, theme, canvas, y, *id, in_story);
            }
        }
        if current {
            let role = if focus { Role::Selection } else { Role::SelectionIdle };
            canvas.style(0, y, canvas.width(), theme.style(role));
            canvas.put(0, y, "▌", theme.style(if focus { Role::Accent } else { Role::Dim }));
        }
    }
}

fn empty(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let lines: Vec<String> = if let Some(f) = &model.filter {
        vec![
            lang.text(msg::UI_LIST_FILTERED).to_owned(),
            f.text.clone(),
            lang.text(msg::UI_LIST_FILTERED_KEYS).to_owned(),
        ]
    } else if model.loading.loaded {
        vec![
            lang.text(msg::UI_LIST_EMPTY).to_owned(),
            lang.text(msg::UI_LIST_EMPTY_OPEN).to_owned(),
            lang.text(msg::UI_LIST_EMPTY_DEMO).to_owned(),
        ]
    } else {
        vec![lang.text(msg::UI_READING).to_owned()]
    };
    for (i, line) in lines.iter().enumerate() {
        canvas.put_cut(2, i as u16 + 2, canvas.width().saturating_sub(3), line, theme.style(Role::Dim));
    }
}

fn draw_group(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, group: GroupRef<'_>) {
    let folded = !model.list.folded.is_empty() && model.list.folded.contains(&group.key());
    canvas.put(1, y, if folded { "▸" } else { "▾" }, theme.style(Role::Dim));
    let (all, texts) = (group.documents().len(), group.texts());
    let count = if texts < all && canvas.width() >= 44 {
        let texts = model.lang().say(msg::ui_texts(texts));
        format!("{texts} · {all}")
    } else {
        all.to_string()
    };
    let right = canvas.width().saturating_sub(1);
    let x = canvas.put_right(right, y, &count, theme.style(Role::Dim));
    let mut room_end = x.saturating_sub(1);
    if group.unread() > 0 && canvas.width() > 30 {
        room_end =
            canvas.put_right(room_end, y, &format!("●{}", group.unread()), theme.plain(Role::Unread)).saturating_sub(1);
    }
    // A state that all of it has, and notes of its own.
    let mut states = group.documents().iter().filter_map(|d| model.library.key(*d));
    let first = states.next().map(|k| model.triage.status(&k).state).filter(|s| *s != State::ToRead);
    if let Some(state) = first.filter(|s| states.all(|k| model.triage.status(&k).state == *s))
        && model.list.grouping != Grouping::State
    {
        room_end = canvas
            .put_right(room_end, y, view::state_sign(state, true), theme.plain(state_role(state, true)))
            .saturating_sub(1);
    }
    let mut x = 3;
    if let Some(id) = group.story()
        && !model.triage.status_of(&Target::Story(id.to_owned())).notes.is_empty()
    {
        x = canvas.put(3, y, "✎", theme.style(Role::Accent)) + 1;
    }
    canvas.put_cut(x, y, room_end.saturating_sub(x), &group.label(model.lang()), theme.style(Role::Strong));
}

fn draw_document(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, id: DocId, in_story: bool) {
    let (Some(card), Some(key)) = (model.library.card(id), model.library.key(id)) else { return };
    let lang = model.lang();
    let status = model.triage.status(&key);
    // A row that stands for several copies is read, or ticked, when all are.
    let under = model.list.under(id);
    let ticked = under.iter().all(|d| model.list.ticked.contains(d));
    let is_read = |d: &DocId| model.library.key(*d).is_none_or(|k| model.triage.status(&k).read);
    let read = under.iter().all(is_read);
    canvas.put(1, y, view::state_sign(status.state, read), theme.plain(state_role(status.state, read)));
    let mark = if ticked {
        "+"
    } else if model.pin == Some(id) {
        "A"
    } else if status.is_contested() {
        "≠"
    } else if !status.notes.is_empty() {
        "✎"
    } else {
        " "
    };
    canvas.put(2, y, mark, theme.style(Role::Accent));
    let base = row_style(theme, status.state, read);
    let w = canvas.width();
    let date = date_column(&card, w, lang);
    let right = w.saturating_sub(1);
    // The sign of the date has a column of its own, so that days line up.
    let x = right.saturating_sub(date.0.len() as u16 + 1);
    let mut title_end = right;
    if w >= 26 && !date.0.is_empty() {
        canvas.put(x, y, &date.0, theme.style(Role::Dim));
        canvas.put(x + date.0.len() as u16, y, date.1, theme.style(Role::Dim));
        title_end = x.saturating_sub(1);
    }
    let mut at = 4;
    if let Some(standing) = view::standing_name(card.standing, lang) {
        at = canvas.put(at, y, standing, theme.style(Role::Problem)) + 1;
    }
    if model.list.copy_of(id).is_some() {
        at = canvas.put(at, y, "└ ", theme.style(Role::Dim));
    }
    let copies = model.list.copies(id).len();
    let copies = if copies > 0 { format!("×{}", copies + 1) } else { String::new() };
    let with_source = model.list.grouping != Grouping::Source && w >= 30;
    if with_source {
        // Reports of one story differ by their source more than by their title.
        let column =
            if model.list.grouping == Grouping::Story { (w * 2 / 5).clamp(9, 18) } else { (w / 4).clamp(9, 16) };
        let source_style = if card.source.is_some() { base } else { theme.style(Role::Dim) };
        let column = if at >= 4 + column { 1 } else { 4 + column - at };
        let room = column.saturating_sub(if copies.is_empty() { 0 } else { width(&copies) as u16 + 1 });
        let x = canvas.put_cut(at, y, room, card.source_label(lang), source_style);
        canvas.put(x + 1, y, &copies, theme.plain(Role::Accent));
        at += column + 1;
        let text = if in_story { theme.style(Role::Dim).patch(base) } else { base };
        title(model, theme, canvas, Place { y, from: at, end: title_end }, &card.title, text);
    } else {
        if !copies.is_empty() {
            at = canvas.put(at, y, &copies, theme.plain(Role::Accent)) + 1;
        }
        title(model, theme, canvas, Place { y, from: at, end: title_end }, &card.title, base);
    }
    if !status.tags.is_empty() && w >= 44 {
        let tags: Vec<String> = status.tags.iter().map(|t| format!("#{t}")).collect();
        let tags = format!(" {}", tags.join(" "));
        if width(&tags) < usize::from(title_end.saturating_sub(at)) / 2 {
            canvas.put_right(title_end, y, &tags, theme.plain(Role::Accent));
        }
    }
}

fn row_style(theme: &Theme, state: State, read: bool) -> Style {
    match (state, read) {
        (State::Drop, _) => theme.style(Role::Dropped),
        (State::Done, _) => theme.style(Role::Dim),
        (_, false) => theme.style(Role::Strong),
        (_, true) => theme.style(Role::Text),
    }
}

/// Where a title stands in its row.
struct Place {
    y: u16,
    from: u16,
    /// Column behind the last one that it may take.
    end: u16,
}

/// Draws a title; the words looked for in the list are highlighted.
fn title(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, at: Place, title: &str, style: Style) {
    let room = at.end.saturating_sub(at.from);
    canvas.put_cut(at.from, at.y, room, title, style);
    let Some(find) = &model.list_find else { return };
    let folded = crate::text::Folded::new(title);
    for word in &find.words {
        for hit in folded.find_all(word) {
            let before = width(&title[..hit.start]) as u16;
            let columns = width(hit.of(title)) as u16;
            if before + columns < room {
                canvas.style(at.from + before, at.y, columns, theme.style(Role::Hit));
            }
        }
    }
}

/// The date in the columns that the width has for it, and its sign.
fn date_column(card: &Card, width: u16, lang: Lang) -> (String, &'static str) {
    let Some(date) = card.date else { return (if width >= 26 { "  ?".into() } else { String::new() }, "") };
    let shown = if width >= 40 { date::short(date, lang) } else { date::day(date, lang) };
    (shown, sign(card.date_mark))
}
