//! A name over the corpus.

use crate::app::action::Naming;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::export::state::Goods;
use crate::app::panes::chrome;
use crate::app::screen::behaviour::Behaviour;
use crate::app::screen::name::state::left_column;
use crate::app::screen::name::{act, rows};
use crate::app::verb::name::Named;
use crate::corpus::DocId;

/// The page of a name.
pub(crate) struct NameScreen;

impl Behaviour for NameScreen {
    fn targets(&self, _: &Model) -> Vec<DocId> {
        Vec::new()
    }

    fn named(&self, model: &Model) -> Option<Named> {
        act::named(model)
    }

    fn goods(&self, model: &Model) -> Vec<Goods> {
        let says = model.name.page.as_ref().is_some_and(|p| p.articles.iter().any(|a| !a.said.is_empty()));
        let name = rows::merged(model).filter(|_| says).map(|m| m.name.clone());
        name.map(Goods::Quotations).into_iter().collect()
    }

    fn prepare(&self, model: &mut Model) {
        let (_, body, ..) = chrome(model.size, model.status_rows());
        rows::fill(model, body.width);
        model.name.clamp(usize::from(body.height.saturating_sub(1)));
    }

    fn step(&self, model: &mut Model, by: isize) -> Vec<Effect> {
        model.name.step(by);
        Vec::new()
    }

    fn end(&self, model: &mut Model, last: bool, _number: Option<usize>) -> Vec<Effect> {
        model.name.step(if last { isize::MAX } else { isize::MIN });
        Vec::new()
    }

    fn next_pane(&self, model: &mut Model, _forward: bool) -> Vec<Effect> {
        self.side(model, model.name.column == 0)
    }

    fn side(&self, model: &mut Model, right: bool) -> Vec<Effect> {
        model.name.side(right);
        Vec::new()
    }

    fn open(&self, model: &mut Model) -> Vec<Effect> {
        act::go(model)
    }

    fn pointer(&self, model: &mut Model, by: isize, x: u16, y: u16) -> Vec<Effect> {
        let (_, body, ..) = chrome(model.size, model.status_rows());
        let rows = body.split_top(1).1;
        if !rows.holds(x, y) {
            return Vec::new();
        }
        let left = left_column(rows.width);
        let column = usize::from(left.is_some_and(|left| x - rows.x > left));
        let was = model.name.column;
        if by != 0 {
            model.name.column = column;
            model.name.step(by.signum());
            model.name.column = was;
            return Vec::new();
        }
        let here = &mut model.name.columns[column];
        let row = here.top + usize::from(y - rows.y);
        if column == was && row == here.cursor {
            return self.open(model);
        }
        if here.go_to_row(row) {
            model.name.column = column;
        }
        Vec::new()
    }

    fn resume(&self, model: &mut Model) -> Vec<Effect> {
        match model.name.page {
            None => act::read(model),
            Some(_) if model.name.stopped => Vec::new(),
            Some(_) => act::go_on(model),
        }
    }

    fn name(&self, model: &mut Model, action: Naming) -> Vec<Effect> {
        act::decide(model, action)
    }
}
