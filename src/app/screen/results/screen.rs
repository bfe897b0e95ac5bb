//! Hits of a search over the corpus.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::prompt::state::Ask;
use crate::app::panes::chrome;
use crate::app::screen::behaviour::Behaviour;
use crate::app::screen::results::act;
use crate::app::screen::results::state::HitRow;
use crate::app::verb::search;
use crate::corpus::DocId;

/// The results screen.
pub(crate) struct ResultsScreen;

impl Behaviour for ResultsScreen {
    fn subject(&self, model: &Model) -> Option<DocId> {
        model.results.as_ref().and_then(|r| Some(r.target()?.0))
    }

    fn texts(&self, model: &Model) -> Vec<DocId> {
        let Some(r) = &model.results else { return Vec::new() };
        let rows = usize::from(model.size.height);
        let documents = r.hits.as_ref().map_or(&[][..], |h| &h.documents);
        let near = r.rows_from(r.cursor.saturating_sub(rows)).take(2 * rows);
        let id = |(_, row)| match row {
            HitRow::Document(id, _) => Some(id),
            HitRow::Hit(d, _) => documents.get(d).map(|d| d.id),
        };
        near.filter_map(id).collect()
    }

    fn prepare(&self, model: &mut Model) {
        let (_, body, ..) = chrome(model.size, model.status_rows());
        if let Some(r) = &mut model.results {
            let height = usize::from(body.height.saturating_sub(1));
            r.clamp(height);
            r.look_up(height, &model.library.corpus);
        }
    }

    fn step(&self, model: &mut Model, by: isize) -> Vec<Effect> {
        if let Some(r) = &mut model.results {
            r.step(by);
        }
        Vec::new()
    }

    fn open(&self, model: &mut Model) -> Vec<Effect> {
        if let Some(effects) = search::meant(model) {
            return effects;
        }
        act::open_hit(model)
    }

    fn resume(&self, model: &mut Model) -> Vec<Effect> {
        let waits = model.results.as_ref().is_some_and(|r| r.hits.is_none());
        if waits { search::again(model) } else { Vec::new() }
    }

    fn next(&self, model: &mut Model, forward: bool) -> Vec<Effect> {
        if let Some(r) = &mut model.results {
            r.step_hit(forward);
        }
        Vec::new()
    }

    fn find(&self, _: &Model) -> Option<Ask> {
        Some(Ask::SearchCorpus)
    }

    fn pointer(&self, model: &mut Model, by: isize, x: u16, y: u16) -> Vec<Effect> {
        if by != 0 {
            return self.step(model, by);
        }
        let (_, body, ..) = chrome(model.size, model.status_rows());
        let (Some(r), true) = (&mut model.results, body.holds(x, y)) else { return Vec::new() };
        let row = r.top + usize::from(y - body.y).saturating_sub(1);
        if row == r.cursor {
            return act::open_hit(model);
        }
        r.cursor = row.min(r.len().saturating_sub(1));
        Vec::new()
    }
}
