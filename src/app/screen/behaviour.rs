//! What every screen can do: one interface, so that nobody asks which screen is
//! shown but `here::of`.

use crate::app::action::{Naming, Selecting};
use crate::app::effect::Effect;
use crate::app::grip::Grip;
use crate::app::model::Model;
use crate::app::overlay::export::state::Goods;
use crate::app::overlay::prompt::state::{About, Ask};
use crate::app::screen::coverage::state::Face;
use crate::app::screen::main::article::act as article;
use crate::app::screen::main::list::groups::GroupRef;
use crate::app::verb::name::Named;
use crate::app::verb::{compare, coverage};
use crate::corpus::DocId;
use crate::text::Span;
use crate::words::msg;

/// Further than any screen reaches, and far from an overflow.
const FAR: isize = isize::MAX / 4;

/// What a screen shows, means and does. A method with a body is what most
/// screens do.
pub(crate) trait Behaviour {
    /// The article that verbs and views mean.
    fn subject(&self, model: &Model) -> Option<DocId> {
        model.article.document
    }

    /// The articles that a verb acts on.
    fn targets(&self, model: &Model) -> Vec<DocId> {
        self.subject(model).into_iter().collect()
    }

    /// How many articles a verb acts on, without naming them.
    fn target_count(&self, model: &Model) -> usize {
        self.targets(model).len()
    }

    /// The group of the list whose head is under the cursor.
    fn group<'m>(&self, _: &'m Model) -> Option<GroupRef<'m>> {
        None
    }

    /// The passage of the open article that is chosen, highlighted or first on the screen.
    fn passage(&self, _: &Model) -> Option<Span> {
        None
    }

    /// The name that decisions about names mean.
    fn named(&self, _: &Model) -> Option<Named> {
        None
    }

    /// What can be handed over here and nowhere else, what is meant first.
    fn goods(&self, _: &Model) -> Vec<Goods> {
        Vec::new()
    }

    /// What a note may be about, and the text that it begins with.
    fn about(&self, model: &Model) -> (Vec<About>, String) {
        let ticked = &model.list.ticked;
        let subject = self.subject(model);
        let mut about = Vec::new();
        match subject {
            Some(id) if ticked.len() < 2 => about.push(About::Articles(vec![id])),
            Some(_) | None => {}
        }
        if ticked.len() > 1 {
            about.push(About::Articles(ticked.iter().copied().collect()));
        }
        about.extend(subject.and_then(|id| model.library.story(id)).map(|s| About::Story(s.id.to_owned())));
        (about, String::new())
    }

    /// The texts that the screen shows or is about to show, besides the open
    /// article and the subject.
    fn texts(&self, _: &Model) -> Vec<DocId> {
        Vec::new()
    }

    /// Lays out what is drawn, and clamps the scrolls.
    fn prepare(&self, model: &mut Model);

    /// Moves the cursor, or what is read, by rows.
    fn step(&self, model: &mut Model, by: isize) -> Vec<Effect>;

    /// Rows on the screen.
    fn page(&self, model: &Model) -> usize {
        model.size.height.saturating_sub(4).into()
    }

    /// Goes to the first or the last row, or to the one of that number.
    fn end(&self, model: &mut Model, last: bool, _number: Option<usize>) -> Vec<Effect> {
        self.step(model, if last { FAR } else { -FAR })
    }

    /// Goes to so many hundredths of the whole.
    fn part(&self, _: &mut Model, _hundredths: usize) -> Vec<Effect> {
        Vec::new()
    }

    /// Goes to the next or previous pane.
    fn next_pane(&self, model: &mut Model, _forward: bool) -> Vec<Effect> {
        let lang = model.lang();
        model.say(lang.text(msg::BEHAVIOUR_THERE_ONLY_ONE_PANE_HERE));
        Vec::new()
    }

    /// Goes to the left or the right; folds or unfolds.
    fn side(&self, _: &mut Model, _right: bool) -> Vec<Effect> {
        Vec::new()
    }

    /// Opens what is under the cursor.
    fn open(&self, model: &mut Model) -> Vec<Effect>;

    /// Goes a step back within the screen; `None` when the screen itself is what
    /// is left.
    fn close(&self, _: &mut Model) -> Option<Vec<Effect>> {
        None
    }

    /// Takes one layer off; `None` when the screen itself is the last one.
    fn dismiss(&self, _: &mut Model) -> Option<Vec<Effect>> {
        None
    }

    /// The screen was come back to: asks again for what did not arrive while it
    /// was not shown.
    fn resume(&self, _: &mut Model) -> Vec<Effect> {
        Vec::new()
    }

    /// Goes to the next or previous hit, difference or row.
    fn next(&self, model: &mut Model, forward: bool) -> Vec<Effect> {
        self.step(model, if forward { 1 } else { -1 })
    }

    /// Goes to another article, `times` further or back.
    fn neighbour(&self, model: &mut Model, forward: bool, times: usize) -> Vec<Effect> {
        article::neighbour(model, forward, times)
    }

    /// Scrolls what stands beside the cursor.
    fn scroll(&self, model: &mut Model, by: isize) -> Vec<Effect> {
        model.article.scroll(by);
        Vec::new()
    }

    /// In what words are looked for; `None` where other keys step through.
    fn find(&self, _: &Model) -> Option<Ask> {
        Some(Ask::FindInList)
    }

    /// Ticks what is under the cursor and moves on.
    fn tick(&self, _: &mut Model, _times: usize) -> Vec<Effect> {
        Vec::new()
    }

    /// Ticks or unticks all.
    fn tick_all(&self, _: &mut Model) -> Vec<Effect> {
        Vec::new()
    }

    /// Goes on after a verdict on articles.
    fn judged(&self, _: &mut Model, _ids: &[DocId]) -> Vec<Effect> {
        Vec::new()
    }

    /// Pins an article, or compares it with the pinned one.
    fn compare(&self, model: &mut Model) -> Vec<Effect> {
        let subject = self.subject(model);
        compare::pin_or_compare(model, subject)
    }

    /// Shows the story of what is at hand.
    fn story(&self, model: &mut Model, face: Face) -> Vec<Effect> {
        let story = self.group(model).and_then(|g| g.story()).map(str::to_owned);
        let subject = self.subject(model);
        coverage::open(model, face, story, subject)
    }

    /// Chooses a passage.
    fn select(&self, _: &mut Model, _: Selecting) -> Vec<Effect> {
        Vec::new()
    }

    /// Decides about a name.
    fn name(&self, _: &mut Model, _: Naming) -> Vec<Effect> {
        Vec::new()
    }

    /// What a button that is pressed at a cell holds, to be dragged.
    fn grip(&self, _: &Model, _x: u16, _y: u16) -> Option<Grip> {
        None
    }

    /// The pointer was moved to a cell with something held.
    fn drag(&self, _: &mut Model, _: Grip, _x: u16, _y: u16) -> Vec<Effect> {
        Vec::new()
    }

    /// What was held was let go.
    fn drop_grip(&self, _: &mut Model, _: Grip) -> Vec<Effect> {
        Vec::new()
    }

    /// The wheel turned by `by` rows at a cell, or, for 0, it was clicked.
    fn pointer(&self, model: &mut Model, by: isize, _x: u16, _y: u16) -> Vec<Effect> {
        self.step(model, by.signum())
    }
}
