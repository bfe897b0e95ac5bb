//! Two articles side by side.

use crate::app::effect::Effect;
use crate::app::grip::Grip;
use crate::app::model::Model;
use crate::app::overlay::export::state::Goods;
use crate::app::overlay::prompt::state::{About, Ask};
use crate::app::screen::behaviour::Behaviour;
use crate::app::screen::compare::rows::SideName;
use crate::app::screen::compare::{act, mouse, prepare};
use crate::app::verb::compare;
use crate::corpus::DocId;

/// The comparison screen.
pub(crate) struct CompareScreen;

impl Behaviour for CompareScreen {
    fn subject(&self, model: &Model) -> Option<DocId> {
        model.compare.as_ref().map(|c| if c.side == SideName::A { c.a } else { c.b })
    }

    fn goods(&self, model: &Model) -> Vec<Goods> {
        model.compare.iter().map(|c| Goods::Comparison(c.a, c.b)).collect()
    }

    fn about(&self, model: &Model) -> (Vec<About>, String) {
        (act::about(model), String::new())
    }

    fn texts(&self, model: &Model) -> Vec<DocId> {
        model.compare.iter().flat_map(|c| [c.a, c.b]).collect()
    }

    fn prepare(&self, model: &mut Model) {
        prepare::prepare(model);
    }

    fn step(&self, model: &mut Model, by: isize) -> Vec<Effect> {
        if let Some(c) = &mut model.compare {
            c.scroll(by);
        }
        Vec::new()
    }

    fn page(&self, model: &Model) -> usize {
        model.compare.as_ref().map_or(1, |c| c.height)
    }

    fn next_pane(&self, model: &mut Model, _forward: bool) -> Vec<Effect> {
        let right = model.compare.as_ref().is_some_and(|c| c.side == SideName::A);
        self.side(model, right)
    }

    fn side(&self, model: &mut Model, right: bool) -> Vec<Effect> {
        if let Some(c) = &mut model.compare {
            c.side = if right { SideName::B } else { SideName::A };
        }
        Vec::new()
    }

    fn open(&self, model: &mut Model) -> Vec<Effect> {
        act::align(model)
    }

    fn resume(&self, model: &mut Model) -> Vec<Effect> {
        let waits = model.compare.as_ref().is_some_and(|c| c.result.is_none());
        if waits { compare::ask(model) } else { Vec::new() }
    }

    fn dismiss(&self, model: &mut Model) -> Option<Vec<Effect>> {
        act::close_third(model)
    }

    fn next(&self, model: &mut Model, forward: bool) -> Vec<Effect> {
        act::step(model, forward);
        Vec::new()
    }

    fn neighbour(&self, model: &mut Model, forward: bool, _times: usize) -> Vec<Effect> {
        act::other_article(model, forward)
    }

    fn find(&self, _: &Model) -> Option<Ask> {
        None
    }

    fn grip(&self, model: &Model, x: u16, y: u16) -> Option<Grip> {
        mouse::grip(model, x, y)
    }

    fn drag(&self, model: &mut Model, grip: Grip, x: u16, y: u16) -> Vec<Effect> {
        mouse::drag(model, grip, x, y);
        Vec::new()
    }

    fn drop_grip(&self, model: &mut Model, _: Grip) -> Vec<Effect> {
        mouse::let_go(model)
    }

    fn pointer(&self, model: &mut Model, by: isize, x: u16, _y: u16) -> Vec<Effect> {
        let right = x >= model.size.width / 2;
        if by == 0 {
            if let Some(c) = &mut model.compare {
                c.drawn = None;
            }
            return self.side(model, right);
        }
        // What is under the pointer scrolls; the side that has the keys keeps them.
        if let Some(c) = &mut model.compare {
            let under = if right { SideName::B } else { SideName::A };
            let was = std::mem::replace(&mut c.side, under);
            c.scroll(by);
            c.side = was;
        }
        Vec::new()
    }
}
