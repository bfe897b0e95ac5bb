//! The source list: one row a group or document, in columns that line up.

use crate::app::Model;
use crate::app::card::{Card, sign};
use crate::app::panes::Pane;
use crate::app::screen::main::list::groups::GroupRef;
use crate::app::screen::main::list::order::Grouping;
use crate::app::screen::main::list::state::ListRow;
use crate::app::view;
use crate::corpus::DocId;
use crate::text::width::{ellipsis, width};
use crate::text::{Span, fold};
use crate::triage::{State, Target};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::view::searches;
use crate::ui::widget::pane_name::pane_name;
use crate::ui::widget::signs::state_role;
use crate::words::{Lang, date, msg};
use ratatui::style::Style;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Notices that say why there is no article, shown at most.
const REASONS: usize = 8;

/// Draws the pane.
pub(crate) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let focus = model.focus == Pane::List;
    let grouping = model.list.grouping.label(lang);
    let name = lang.say(msg::ui_list(grouping));
    let position = match model.list.position() {
        _ if model.filter_counts() => lang.text(msg::UI_LIST_COUNTING).to_owned(),
        Some(n) => format!("{n}/{}", model.list.shown),
        None => lang.number(model.list.shown),
    };
    pane_name(theme, canvas, &name, &position, focus);
    let mut y = 1;
    for (i, row) in model.list.rows.iter().enumerate().skip(model.list.top) {
        if y >= canvas.height() {
            break;
        }
        match row {
            ListRow::Searches => searches::head(model, theme, canvas, y),
            ListRow::Search(n) => searches::row(model, theme, canvas, y, *n as usize),
            ListRow::Group(g) => {
                if let Some(group) = model.list.groups.get(*g as usize) {
                    draw_group(model, theme, canvas, y, group);
                }
            }
            ListRow::Document(id, _) => draw_document(model, theme, canvas, y, *id),
        }
        let lines = model.list.lines_of(i) as u16;
        if i == model.list.cursor {
            for y in y..(y + lines).min(canvas.height()) {
                let role = if focus { Role::Selection } else { Role::SelectionIdle };
                canvas.style(0, y, canvas.width(), theme.style(role));
                canvas.put(0, y, "▌", theme.style(if focus { Role::Accent } else { Role::Dim }));
            }
        }
        y += lines;
    }
    if model.list.shown == 0 && model.list.groups.iter().next().is_none() {
        empty(model, theme, canvas, y + 1);
    }
}

/// Below row `y`: that there is no article, why, and what can be done.
fn empty(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, mut y: u16) {
    let lang = model.lang();
    let mut lines: Vec<String> = if model.filter_counts() {
        vec![lang.text(msg::UI_LIST_COUNTING).to_owned()]
    } else if let Some(f) = &model.filter {
        vec![
            lang.text(msg::UI_LIST_FILTERED).to_owned(),
            f.text.clone(),
            model.with_keys(lang.text(msg::UI_LIST_FILTERED_KEYS)).into_owned(),
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
    if model.library.corpus.is_empty() && model.loading.loaded {
        lines.push(String::new());
        lines.extend(model.notices.iter().take(REASONS).map(|n| n.said(lang)));
    }
    let width = canvas.width().saturating_sub(3);
    for line in &lines {
        for row in crate::text::wrap::rows(line, Span::new(0, line.len()), usize::from(width).max(1)) {
            if y < canvas.height() {
                canvas.put_cut(2, y, width, row.of(line), theme.style(Role::Dim));
            }
            y = y.saturating_add(1);
        }
    }
}

/// The head of a group: its headline, and what is to be told of it: beside it,
/// or in a line of its own below where the group is folded and there is room.
fn draw_group(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, group: GroupRef<'_>) {
    let folded = model.list.folds.is_folded(group);
    let lines = if folded { model.list.lines.folded as u16 } else { 1 };
    canvas.put(1, y, if folded { "▸" } else { "▾" }, theme.style(Role::Dim));
    if model.list.ticked_in(group) == group.documents().len() {
        canvas.put(2, y, "+", theme.style(Role::Accent));
    }
    let mut x = 3;
    if let Some(id) = group.story()
        && !model.triage.status_of(&Target::Story(id.to_owned())).notes.is_empty()
    {
        x = canvas.put(3, y, "✎", theme.style(Role::Accent)) + 1;
    }
    let label = group.label(model.lang());
    let right = canvas.width().saturating_sub(1);
    if lines == 1 {
        let end = group_counts(model, theme, canvas, y, group);
        title(model, theme, canvas, Place { y, from: x, end }, &label, theme.style(Role::Strong));
        return;
    }
    let (first, rest) = broken(&label, right.saturating_sub(x));
    title(model, theme, canvas, Place { y, from: x, end: right }, first, theme.style(Role::Strong));
    title(model, theme, canvas, Place { y: y + 1, from: 3, end: right }, rest, theme.style(Role::Strong));
    let below = if rest.is_empty() { y + 1 } else { y + 2 };
    let end = group_state(model, theme, canvas, below, group, right);
    let about = about_group(model, group);
    canvas.put_cut(3, below, end.saturating_sub(3), &about, theme.style(Role::Dim));
    if rest.is_empty() {
        canvas.put_cut(3, y + 2, right.saturating_sub(3), &another(model, group, &label), theme.style(Role::Dim));
    }
}

/// What else a group has to tell where its headline leaves a line: the headline of another
/// text, else the outlets.
fn another(model: &Model, group: GroupRef<'_>, headline: &str) -> String {
    /// Documents that are looked through while drawing.
    const LOOKED_AT: usize = 50;
    let cards = model.library.cards();
    let documents = group.documents().iter().take(LOOKED_AT);
    let told = fold(headline);
    let other = documents.clone().map(|id| cards.title(*id)).find(|title| fold(title) != told);
    other.map_or_else(
        || {
            documents
                .filter_map(|id| cards.outlet(*id))
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
                .join(", ")
        },
        Cow::into_owned,
    )
}

/// How many documents a group has, what is left of it, and the state that all of
/// it has, at the right of its line. Returns the column that is free before it.
fn group_counts(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, group: GroupRef<'_>) -> u16 {
    let all = group.documents().len();
    let count = if group.texts() < of_all(model, group) && canvas.width() >= 44 {
        texts(model, group)
    } else {
        all.to_string()
    };
    let right = canvas.width().saturating_sub(1);
    let x = canvas.put_right(right, y, &count, theme.style(Role::Dim));
    group_state(model, theme, canvas, y, group, x.saturating_sub(1))
}

/// "9 texts of 16": of so many documents; the number that is left counts these. Under a
/// filter it is of all that the story has.
fn texts(model: &Model, group: GroupRef<'_>) -> String {
    let (all, texts) = (of_all(model, group), msg::ui_texts(group.texts()));
    model.lang().say(if group.texts() < all { msg::ui_texts_of(texts, all) } else { texts })
}

/// How many documents a group has, those that a filter hides among them where it is a story.
fn of_all(model: &Model, group: GroupRef<'_>) -> usize {
    let shown = group.documents().len();
    let Some(story) = group.story().filter(|_| model.filter.is_some()) else { return shown };
    let list = model.library.story_list();
    let all = list.number(story).and_then(|n| list.members_of(n)).map_or(0, <[DocId]>::len);
    all.max(shown)
}

/// What is left of a group and the state that all of it has, before a column.
fn group_state(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, group: GroupRef<'_>, before: u16) -> u16 {
    let mut end = before;
    let ticked = model.list.ticked_in(group);
    if ticked > 0 {
        let count = format!("+{}", model.lang().number(ticked));
        end = canvas.put_right(end, y, &count, theme.plain(Role::Accent)).saturating_sub(1);
    }
    if group.left() > 0 && canvas.width() > 30 {
        let left = format!("●{}", model.lang().number(group.left()));
        end = canvas.put_right(end, y, &left, theme.plain(Role::Unread)).saturating_sub(1);
    }
    let mut states = group.documents().iter().filter_map(|d| model.library.key(*d));
    let first = states.next().map(|k| model.triage.status(&k).state).filter(|s| *s != State::ToRead);
    if let Some(state) = first.filter(|s| states.all(|k| model.triage.status(&k).state == *s))
        && model.list.grouping != Grouping::State
    {
        let sign = view::state_sign(state, true);
        end = canvas.put_right(end, y, sign, theme.plain(state_role(state, true))).saturating_sub(1);
    }
    end
}

/// What a folded group holds, most telling first: what is new, texts, outlets,
/// days.
fn about_group(model: &Model, group: GroupRef<'_>) -> String {
    /// Documents of which the outlets are counted while drawing.
    const COUNTED: usize = 500;
    let lang = model.lang();
    let cards = model.library.cards();
    let mut parts = Vec::new();
    if group.fresh() > 0 {
        parts.push(lang.say(msg::ui_new(group.fresh())));
    }
    let documents = group.documents();
    parts.push(texts(model, group));
    if documents.len() <= COUNTED && model.list.grouping != Grouping::Source {
        let outlets: BTreeSet<&str> = documents.iter().filter_map(|d| cards.outlet(*d)).collect();
        if !outlets.is_empty() {
            parts.push(lang.say(msg::ui_media(outlets.len())));
        }
    }
    let day = |id| cards.date(id);
    if let Some((first, last)) = group.days().and_then(|(first, last)| day(first).zip(day(last)))
        && model.list.grouping != Grouping::Day
    {
        parts.push(match (first == last, first.year() == last.year()) {
            (true, _) => date::short(last, lang),
            (false, true) => format!("{} – {}", date::day(first, lang), date::short(last, lang)),
            (false, false) => format!("{} – {}", date::short(first, lang), date::short(last, lang)),
        });
    }
    parts.join(" · ")
}

/// A headline broken after what fits into the first of two lines.
fn broken(headline: &str, columns: u16) -> (&str, &str) {
    // What follows cannot be seen in two lines.
    let seen = usize::from(columns) * 8;
    let mut end = headline.len().min(seen);
    while !headline.is_char_boundary(end) {
        end -= 1;
    }
    let rows = crate::text::wrap::rows(headline, Span::new(0, end), columns.max(1).into());
    let first = rows.first().map_or("", |row| row.of(headline));
    (first.trim_end(), headline[first.len()..].trim_start())
}

/// An article: its sign, its headline, and at the right its source and its day,
/// in a second line where the rows have two.
fn draw_document(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, id: DocId) {
    let (Some(card), Some(key)) = (model.library.card(id), model.library.key(id)) else { return };
    let lang = model.lang();
    let status = model.triage.status(&key);
    // A row that stands for several copies is read, or ticked, when all are.
    let under = model.list.under(id);
    let ticked = under.iter().all(|d| model.list.ticked.contains(d));
    let is_read = |d: &DocId| model.library.key(*d).is_none_or(|k| model.triage.status(&k).read);
    let read = under.iter().all(is_read);
    canvas.put(1, y, view::state_sign(status.state, read), theme.plain(state_role(status.state, read)));
    let changed = model.library.is_changed(id, &model.triage);
    let mark = if ticked {
        "+"
    } else if model.pin == Some(id) {
        "A"
    } else if changed {
        "Δ"
    } else if status.is_contested() {
        "≠"
    } else if !status.notes.is_empty() {
        "✎"
    } else {
        " "
    };
    canvas.put(2, y, mark, theme.style(Role::Accent));
    if model.list.grouping == Grouping::Story && model.library.is_doubtful_member(id) {
        canvas.put(3, y, "?", theme.style(Role::Dim));
    }
    let base = row_style(theme, status.state, read);
    let right = canvas.width().saturating_sub(1);
    let mut at = 4;
    if model.list.copy_of(id).is_some() {
        at = canvas.put(at, y, "└ ", theme.style(Role::Dim));
    }
    if let Some(mark) = view::use_mark(card.standing, card.embargo.as_deref(), lang) {
        at = canvas.put(at, y, &mark, theme.style(Role::Problem)) + 1;
    }
    let copies = model.list.copies(id).iter().filter(|d| !model.library.are_versions(id, **d)).count();
    let versions = model.library.history(id).filter(|h| h.newest() == Some(id)).map_or(0, |h| h.versions.len());
    let about = AboutDocument { card: &card, copies, versions, tags: &status.tags };
    if model.list.lines.document == 1 {
        let end = about.draw(model, theme, canvas, y, usize::from(right.saturating_sub(at)) / 3).saturating_sub(1);
        title(model, theme, canvas, Place { y, from: at, end }, &card.title, base);
        return;
    }
    let (first, rest) = broken(&card.title, right.saturating_sub(at));
    title(model, theme, canvas, Place { y, from: at, end: right }, first, base);
    let room = usize::from(right.saturating_sub(4));
    // The source may take what the headline leaves; of a long one it leaves a tag.
    let spare = room.saturating_sub(width(rest) + usize::from(!rest.is_empty()));
    let end = about.draw(model, theme, canvas, y + 1, spare.max((room * 2 / 5 + 2).min(15))).saturating_sub(1);
    title(model, theme, canvas, Place { y: y + 1, from: 4, end }, rest, base);
    if rest.is_empty() && end + 1 == right {
        // A line that would be empty tells how long the text is.
        canvas.put_cut(4, y + 1, room as u16, &lang.words(card.words), theme.style(Role::Dim));
    }
}

/// What stands at the right of an article's line.
struct AboutDocument<'d> {
    card: &'d Card,
    copies: usize,
    /// How many versions its article has, where it is the newest.
    versions: usize,
    tags: &'d BTreeSet<String>,
}

impl AboutDocument<'_> {
    /// Draws tags, number of copies, source and day in at most so many columns;
    /// returns the column that is free before them.
    fn draw(&self, model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, y: u16, columns: usize) -> u16 {
        let lang = model.lang();
        let dim = theme.style(Role::Dim);
        let right = canvas.width().saturating_sub(1);
        let floor = right.saturating_sub(u16::try_from(columns).unwrap_or(u16::MAX));
        let mut end = right;
        let (day, sign) = date_column(self.card, canvas.width(), lang);
        if !day.is_empty() {
            // The sign of the date has a column of its own, so that days line up.
            let x = right.saturating_sub(width(&day) as u16 + 1);
            canvas.put(x, y, &day, dim);
            canvas.put(x + width(&day) as u16, y, sign, dim);
            end = x.saturating_sub(1);
        }
        if model.list.grouping != Grouping::Source
            && let Some(source) = &self.card.source
            && end > floor + 2
        {
            let shown = ellipsis(source, usize::from(end - floor));
            end = canvas.put_right(end, y, &shown, dim).saturating_sub(1);
        }
        if self.copies > 0 {
            let copies = format!("×{}", self.copies + 1);
            end = canvas.put_right(end, y, &copies, theme.plain(Role::Accent)).saturating_sub(1);
        }
        if self.versions > 0 {
            let versions = lang.say(msg::ui_list_versions(self.versions));
            end = canvas.put_right(end, y, &versions, theme.plain(Role::Accent)).saturating_sub(1);
        }
        let tags: Vec<String> = self.tags.iter().map(|t| format!("#{t}")).collect();
        let tags = tags.join(" ");
        if !tags.is_empty() && width(&tags) < usize::from(end.saturating_sub(floor)) {
            end = canvas.put_right(end, y, &tags, theme.plain(Role::Accent)).saturating_sub(1);
        }
        end
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

/// The date in the columns that the width has for it, and its sign; a day that
/// nothing tells takes no column.
fn date_column(card: &Card, width: u16, lang: Lang) -> (String, &'static str) {
    let Some(date) = card.date.filter(|_| width >= 26) else { return (String::new(), "") };
    let shown = if width >= 56 { date::short(date, lang) } else { date::day(date, lang) };
    (shown, sign(card.date_mark))
}
