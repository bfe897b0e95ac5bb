//! The jump list: where the reader was before each jump within a view.

use crate::app::panes::Pane;
use crate::corpus::DocId;

/// A place to come back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jump {
    /// The document.
    pub document: DocId,
    /// Byte of the text at the top of the pane.
    pub anchor: usize,
    /// The pane that had the keys.
    pub focus: Pane,
}

/// Places, with the reader somewhere among them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Jumps {
    places: Vec<Jump>,
    at: usize,
}

/// Places kept.
const LIMIT: usize = 200;

impl Jumps {
    /// Remembers the place that is left; what was ahead is forgotten.
    pub fn leave(&mut self, place: Jump) {
        self.places.truncate(self.at);
        if self.places.last() != Some(&place) {
            self.places.push(place);
        }
        if self.places.len() > LIMIT {
            self.places.remove(0);
        }
        self.at = self.places.len();
    }

    /// One place back; `here` can be come back to.
    pub fn back(&mut self, here: Jump) -> Option<Jump> {
        let to = self.at.checked_sub(1)?;
        if self.at == self.places.len() {
            self.places.push(here);
        } else {
            self.places[self.at] = here;
        }
        self.at = to;
        self.places.get(to).copied()
    }

    /// One place forward.
    pub fn forward(&mut self, here: Jump) -> Option<Jump> {
        let to = self.at + 1;
        let place = self.places.get(to).copied()?;
        self.places[self.at] = here;
        self.at = to;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(n: u32) -> Jump {
        Jump { document: DocId(n), anchor: 0, focus: Pane::Article }
    }

    #[test]
    fn back_and_forward_walk_the_same_places() {
        let mut j = Jumps::default();
        j.leave(at(1));
        j.leave(at(2));
        assert_eq!(j.back(at(3)), Some(at(2)));
        assert_eq!(j.back(at(2)), Some(at(1)));
        assert_eq!(j.back(at(1)), None);
        assert_eq!(j.forward(at(1)), Some(at(2)));
        assert_eq!(j.forward(at(2)), Some(at(3)));
        assert_eq!(j.forward(at(3)), None);
    }

    #[test]
    fn a_new_jump_forgets_what_was_ahead() {
        let mut j = Jumps::default();
        j.leave(at(1));
        assert_eq!(j.back(at(2)), Some(at(1)));
        j.leave(at(1));
        assert_eq!(j.forward(at(9)), None);
    }
}
