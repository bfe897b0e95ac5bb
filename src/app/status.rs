//! What stands above the footer: a line of input, what the last key came to, what is
//! waited for.

use crate::app::model::{Message, Model};
use crate::app::msg::Saving;
use crate::app::overlay::state::Overlay;
use crate::app::waiting::Awaited;
use crate::notice::Severity;
use crate::text::Span;
use crate::words::msg;
use std::borrow::Cow;

impl Model {
    /// What is said in the border of the box on top: what the last key came to. What
    /// is wrong is said above the footer, whatever lies over the screen.
    pub fn said_in_box(&self) -> Option<&str> {
        let boxed = match self.overlays.last() {
            None | Some(Overlay::Prompt(_) | Overlay::Marks { .. }) => false,
            Some(_) => true,
        };
        let said = self.message.as_ref().filter(|m| boxed && m.severity == Severity::Info);
        said.map(|m| m.text.as_str())
    }

    /// What stands above the footer: a prompt, a message, progress.
    pub fn status_line(&self) -> Option<Status<'_>> {
        if let Some(Overlay::Prompt(p)) = self.overlays.last() {
            return Some(Status::Prompt(p));
        }
        if let Saving::Failed(reason) = &self.saving {
            return Some(Status::Unsaved(reason));
        }
        if let Some(m) = self.message.as_ref().filter(|_| self.said_in_box().is_none()) {
            return Some(Status::Message(m));
        }
        if let Some(awaited) = self.awaited() {
            return Some(Status::Waiting(awaited));
        }
        // Under 100 ms nothing is worth saying.
        let busy = !self.loading.grouped || self.loading.indexed.is_some();
        if busy && self.now - self.loading.since >= 100 {
            return Some(Status::Progress);
        }
        None
    }

    /// Rows that the status line takes: a sentence is never cut.
    pub fn status_rows(&self) -> u16 {
        let Some(status) = self.status_line() else { return 0 };
        let rows_of = |words: &str| {
            let width = usize::from(self.size.width.saturating_sub(2)).max(1);
            let rows = crate::text::wrap::rows(words, Span::new(0, words.len()), width).len();
            u16::try_from(rows).unwrap_or(u16::MAX)
        };
        match (status.sentence(self), self.wrong_line()) {
            (Some(sentence), _) => rows_of(&sentence).max(1),
            (None, Some(wrong)) => rows_of(wrong).saturating_add(1),
            (None, None) => 1,
        }
    }

    /// What is wrong with the line of input that was kept for that.
    pub fn wrong_line(&self) -> Option<&str> {
        let asked = matches!(self.overlays.last(), Some(Overlay::Prompt(_)));
        self.message.as_ref().filter(|m| asked && m.severity > Severity::Info).map(|m| m.text.as_str())
    }
}

/// What stands above the footer.
#[derive(Clone, Copy, Debug)]
pub enum Status<'m> {
    /// A line of input.
    Prompt(&'m crate::app::overlay::prompt::state::Prompt),
    /// Verdicts that are not on disk, and why.
    Unsaved(&'m crate::words::Message),
    /// A message.
    Message(&'m Message),
    /// What is waited for.
    Waiting(Awaited),
    /// How far loading has come.
    Progress,
}

impl Status<'_> {
    /// The sentence that it is, if it is one.
    pub fn sentence(&self, model: &Model) -> Option<Cow<'_, str>> {
        let lang = model.lang();
        match self {
            Self::Unsaved(reason) => Some(lang.say(msg::ui_unsaved(*reason)).into()),
            Self::Message(m) => Some((&*m.text).into()),
            Self::Waiting(Awaited { label, seconds, progress, .. }) => {
                let said = lang.text(*label);
                let told = match (seconds, progress) {
                    (0, _) => lang.say(msg::waiting_word(said)),
                    // What follows when all is read has nothing to count.
                    (_, Some(p)) if p.done >= p.all => lang.say(msg::waiting_last(said, *seconds)),
                    (_, Some(p)) => lang.say(msg::waiting_count(said, p.done, p.all)),
                    (_, None) => lang.say(msg::waiting_time(said, *seconds)),
                };
                Some(model.with_keys(&told).into_owned().into())
            }
            Self::Prompt(_) | Self::Progress => None,
        }
    }
}
