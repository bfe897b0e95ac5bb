//! Figures where one would rather look than read: the days of a story and what its
//! outlets have in common, the places of a name.

use super::room;
use super::row::PageRow;
use crate::app::Model;
use crate::app::panes::Screen;
use crate::app::screen::name::rows::merged;
use crate::job::{dispersion, overlap, volume};
use crate::triage::export::{Plot, PlotSigns};
use crate::ui::role::Role;
use crate::words::msg;

/// The plots of the screen that is shown.
fn of_screen(model: &Model) -> Vec<Plot> {
    let lang = model.lang();
    if model.screen == Screen::Name {
        let found = merged(model).zip(model.name.page.as_ref());
        let label = |id| model.library.card(id).map_or_else(String::new, |c| c.label(lang));
        return found.map(|(name, page)| dispersion(&name.name, page, &label, lang)).into_iter().collect();
    }
    let found = model.coverage.as_ref().and_then(|c| Some((c, c.result.as_ref()?)));
    found.map_or_else(Vec::new, |(c, said)| vec![volume(said, &c.title, lang), overlap(said, &c.title, lang)])
}

/// The plots as rows of the page.
pub(super) fn plots(model: &Model) -> Vec<PageRow> {
    let plots = of_screen(model);
    if plots.is_empty() {
        return vec![PageRow::wide(model.lang().text(msg::UI_READING), Role::Dim)];
    }
    let columns = usize::from(room(model));
    let mut out = Vec::new();
    for plot in plots {
        if !out.is_empty() {
            out.push(PageRow::blank());
        }
        out.push(PageRow::wide(plot.title.clone(), Role::Strong));
        out.push(PageRow::blank());
        out.extend(plot.lines(columns, PlotSigns::Blocks).into_iter().map(|l| PageRow::wide(l, Role::Text)));
        out.push(PageRow::blank());
        out.push(PageRow::wide(plot.note, Role::Dim));
    }
    out
}
