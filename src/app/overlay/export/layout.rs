//! Where the choices of the export menu stand, for whoever draws it or points at it.

use crate::app::action::{Action, Context};
use crate::app::area::Area;
use crate::app::model::Model;
use crate::app::overlay::export::state::{Export, FORMATS, To};
use crate::text::sanitise::one_line;
use crate::text::width::width;

/// Columns of the names at the left.
pub const LABEL: u16 = 10;

/// Columns of a choice beside its name: its key, its mark, and what parts it from the next.
const BESIDE: usize = 4;

/// A choice of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// It is what is chosen.
    pub chosen: bool,
    action: Action,
    /// Which of the templates.
    number: Option<usize>,
}

/// The choices: what, in which format, where to; each in rows of the menu.
pub fn groups(model: &Model, menu: &Export) -> [Vec<Vec<Offered>>; 3] {
    let whole = whole(model, menu);
    // On a low screen a row of each: what is chosen, and what else there is room for.
    let room = room(model).saturating_sub(HIDDEN);
    if is_whole(model, &whole) { whole } else { whole.map(|lines| one_line_of(lines, room)) }
}

/// How many choices of each group a low screen has no room for.
pub fn hidden(model: &Model, menu: &Export) -> [usize; 3] {
    let count = |groups: [Vec<Vec<Offered>>; 3]| groups.map(|lines| lines.iter().map(Vec::len).sum::<usize>());
    let (all, shown) = (count(whole(model, menu)), count(groups(model, menu)));
    [0, 1, 2].map(|i| all[i] - shown[i])
}

/// Columns in which a row says how many choices it has no room for.
const HIDDEN: usize = 5;

/// The choices as they stand where there is room.
fn whole(model: &Model, menu: &Export) -> [Vec<Vec<Offered>>; 3] {
    let lang = model.lang();
    let key = |a: Action| model.keymap.key_of(Context::Export, a).unwrap_or_default();
    let offered = |action, name, chosen| Offered { key: key(action), name, chosen, action, number: None };
    let goods = menu.goods.iter().enumerate().map(|(i, g)| offered(g.action(), g.label(lang), i == menu.what));
    let plain = menu.template.is_none();
    let mut formats: Vec<Offered> = FORMATS
        .iter()
        .map(|(a, f, words)| offered(*a, lang.text(*words).to_owned(), plain && *f == menu.format))
        .collect();
    formats.extend(model.choices.templates.keys().take(9).enumerate().map(|(i, name)| Offered {
        key: (i + 1).to_string(),
        name: one_line(name),
        chosen: menu.template.as_ref() == Some(name),
        action: Action::AsTemplate,
        number: Some(i + 1),
    }));
    let to = To::ALL.into_iter().map(|t| offered(t.action(), t.label(lang).to_owned(), t == menu.to));
    let room = room(model);
    [flow(goods.collect(), room), flow(formats, room), flow(to.collect(), room)]
}

/// True where the screen has a row for each row of the menu.
fn is_whole(model: &Model, groups: &[Vec<Vec<Offered>>; 3]) -> bool {
    let rows: u16 = groups.iter().map(|g| g.len() as u16 + 1).sum::<u16>() + 1;
    Area::window(model.size, rows).height >= rows
}

/// The rows of a group as one, what is chosen first.
fn one_line_of(lines: Vec<Vec<Offered>>, room: usize) -> Vec<Vec<Offered>> {
    let (mut first, others): (Vec<Offered>, Vec<Offered>) = lines.into_iter().flatten().partition(|o| o.chosen);
    first.extend(others);
    flow(first, room).into_iter().take(1).collect()
}

/// Rows between two groups: none where each has one row.
pub fn gap(groups: &[Vec<Vec<Offered>>; 3], model: &Model) -> u16 {
    let low = groups.iter().all(|g| g.len() <= 1) && !is_whole(model, groups);
    u16::from(!low)
}

/// Columns of a row of choices.
pub fn room(model: &Model) -> usize {
    usize::from(model.size.width.min(84)).saturating_sub(8 + usize::from(LABEL)).max(10)
}

/// Rows of the menu: each group, and a blank one where there is room, and the file.
pub fn rows(groups: &[Vec<Vec<Offered>>; 3], model: &Model) -> u16 {
    let gap = gap(groups, model);
    groups.iter().map(|g| g.len() as u16 + gap).sum::<u16>() + 1
}

/// The choice under a cell of the screen, as an action and its number.
pub fn at(model: &Model, menu: &Export, x: u16, y: u16) -> Option<(Action, Option<usize>)> {
    let groups = groups(model, menu);
    let area = Area::window(model.size, rows(&groups, model));
    let row = usize::from(y.checked_sub(area.y).filter(|_| area.holds(x, y))?);
    let blank = usize::from(gap(&groups, model));
    let mut lines = groups.iter().flat_map(|group| group.iter().map(Some).chain([None].into_iter().take(blank)));
    let line = lines.nth(row)??;
    let mut from = usize::from(area.x + LABEL);
    line.iter().find_map(|offered| {
        let to = from + 2 + width(&offered.name);
        let under = (from..to).contains(&usize::from(x));
        from = to + 2;
        under.then_some((offered.action, offered.number))
    })
}

/// Choices in rows of at most `room` columns.
fn flow(choices: Vec<Offered>, room: usize) -> Vec<Vec<Offered>> {
    let mut rows: Vec<Vec<Offered>> = vec![Vec::new()];
    let mut used = 0;
    for choice in choices {
        let w = width(&choice.name) + BESIDE;
        if used + w > room && used > 0 {
            rows.push(Vec::new());
            used = 0;
        }
        used += w;
        if let Some(row) = rows.last_mut() {
            row.push(choice);
        }
    }
    rows
}
