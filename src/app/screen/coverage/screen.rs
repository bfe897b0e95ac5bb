//! The two screens of a story: facts against texts, and reports in order of time.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::export::state::Goods;
use crate::app::screen::behaviour::Behaviour;
use crate::app::screen::coverage::areas as layout;
use crate::app::screen::coverage::state::{Coverage, Face, Line};
use crate::app::screen::coverage::{act, prepare};
use crate::app::verb::coverage;
use crate::corpus::DocId;
use crate::story::coverage::Show;
use crate::words::msg;

/// Texts of a story that are shown beside one another at most.
const SIDES: usize = 200;

/// The story from one side: facts against texts, or reports in order of time.
pub(crate) struct CoverageScreen(pub(crate) Face);

/// Who says what, and when, as things to hand over.
fn goods(c: &Coverage) -> [Goods; 2] {
    [Goods::WhoSays(c.story.clone(), c.title.clone()), Goods::Chronology(c.story.clone(), c.title.clone())]
}

impl CoverageScreen {
    /// The report that is meant.
    fn report(&self, c: &Coverage) -> Option<usize> {
        match self.0 {
            Face::Matrix => Some(c.column),
            Face::Timeline => c.report_at_line(),
        }
    }
}

impl Behaviour for CoverageScreen {
    fn subject(&self, model: &Model) -> Option<DocId> {
        model.coverage.as_ref().and_then(|c| c.document(self.report(c)?))
    }

    fn targets(&self, model: &Model) -> Vec<DocId> {
        // A text is judged with all the outlets that print it.
        model.coverage.as_ref().and_then(|c| Some(c.prints(self.report(c)?))).unwrap_or_default()
    }

    fn goods(&self, model: &Model) -> Vec<Goods> {
        let mut all: Vec<Goods> = model.coverage.iter().flat_map(goods).collect();
        if self.0 == Face::Timeline {
            all.reverse();
        }
        all
    }

    fn texts(&self, model: &Model) -> Vec<DocId> {
        model.coverage.iter().flat_map(|c| (0..SIDES).map_while(|i| c.document(i))).collect()
    }

    fn prepare(&self, model: &mut Model) {
        prepare::prepare(model);
    }

    fn step(&self, model: &mut Model, by: isize) -> Vec<Effect> {
        if let Some(c) = &mut model.coverage {
            match self.0 {
                Face::Matrix => c.step(by),
                Face::Timeline => c.step_line(by),
            }
        }
        Vec::new()
    }

    fn next_pane(&self, model: &mut Model, _forward: bool) -> Vec<Effect> {
        match self.0 {
            Face::Matrix => act::turn(model, Face::Timeline),
            Face::Timeline => act::turn(model, Face::Matrix),
        }
    }

    fn side(&self, model: &mut Model, right: bool) -> Vec<Effect> {
        if let Some(c) = &mut model.coverage {
            match self.0 {
                Face::Matrix => c.side(right),
                Face::Timeline => {
                    c.unfold(right);
                }
            }
        }
        Vec::new()
    }

    fn open(&self, model: &mut Model) -> Vec<Effect> {
        let line = model.coverage.as_ref().and_then(|c| c.lines.get(c.line));
        if self.0 == Face::Timeline && matches!(line, Some(Line::More(..))) {
            return self.side(model, true);
        }
        act::enter(model)
    }

    fn dismiss(&self, model: &mut Model) -> Option<Vec<Effect>> {
        let c = model.coverage.as_mut().filter(|c| self.0 == Face::Matrix && c.show != Show::All)?;
        c.toggle(Show::All);
        Some(Vec::new())
    }

    fn resume(&self, model: &mut Model) -> Vec<Effect> {
        let waits = model.coverage.as_ref().is_some_and(|c| c.result.is_none());
        if waits { coverage::again(model) } else { Vec::new() }
    }

    fn next(&self, model: &mut Model, forward: bool) -> Vec<Effect> {
        let lang = model.lang();
        let Some(c) = &mut model.coverage else { return Vec::new() };
        match self.0 {
            Face::Matrix if !c.step_difference(forward) => {
                model.say(lang.text(msg::SCREEN_NO_FACT_DIFFERS_BETWEEN_REPORTS));
            }
            Face::Matrix => {}
            Face::Timeline => c.step_report(forward),
        }
        Vec::new()
    }

    fn neighbour(&self, model: &mut Model, forward: bool, _times: usize) -> Vec<Effect> {
        act::other_story(model, forward)
    }

    fn scroll(&self, model: &mut Model, by: isize) -> Vec<Effect> {
        act::scroll_detail(model, by);
        Vec::new()
    }

    fn compare(&self, model: &mut Model) -> Vec<Effect> {
        act::compare_cell(model)
    }

    fn story(&self, model: &mut Model, face: Face) -> Vec<Effect> {
        act::turn(model, face)
    }

    fn pointer(&self, model: &mut Model, by: isize, x: u16, y: u16) -> Vec<Effect> {
        if act::wheel_on_detail(model, by, x, y) {
            return Vec::new();
        }
        if by != 0 {
            return self.step(model, by.signum());
        }
        let table = act::areas(model).table;
        let (Some(c), true) = (&mut model.coverage, table.holds(x, y)) else { return Vec::new() };
        match self.0 {
            Face::Matrix => {
                let columns = layout::columns(table.width, c.columns());
                let last = c.columns().saturating_sub(1);
                let was = (c.column, c.cursor);
                if let Some(right) = x.checked_sub(table.x + layout::COUNT + columns.fact) {
                    c.column = (c.left + usize::from(right / columns.each)).min(last);
                }
                if let Some(row) = (y - table.y).checked_sub(layout::HEAD) {
                    c.step((c.top + usize::from(row)) as isize - c.cursor as isize);
                    if was == (c.column, c.cursor) {
                        return self.open(model);
                    }
                }
            }
            Face::Timeline => {
                if let Some(row) = (y - table.y).checked_sub(layout::TIMELINE_HEAD) {
                    let was = c.line;
                    c.step_line((c.line_top + usize::from(row)) as isize - c.line as isize);
                    if was == c.line {
                        return self.open(model);
                    }
                }
            }
        }
        Vec::new()
    }
}
