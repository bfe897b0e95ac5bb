//! What was worked out of words that were seen shortly before: most words of a
//! text are common ones, and what is asked of a word by itself is the same
//! wherever it stands. A memo changes no result; it is of one model and one set
//! of lists.

use super::crf::size::WIDTH;
use super::words::Word;

/// Sums of weights by label.
pub(super) type Sums = [i16; WIDTH];

/// What a word gives by itself.
#[derive(Clone, Copy)]
pub(super) struct Weights {
    /// To itself.
    pub(super) own: Sums,
    /// To the words whose neighbour it is, by which neighbour.
    pub(super) beside: [Sums; 4],
}

#[derive(Clone, Copy)]
struct Known {
    word: Word,
    weights: Option<Weights>,
}

/// The words seen last, each in the place that its spelling gives it.
#[derive(Default)]
pub(crate) struct Memo {
    slots: Vec<Option<Known>>,
    /// How many there are once one is used.
    size: usize,
}

impl Memo {
    /// Room for so many words, a power of two.
    pub(super) fn new(size: usize) -> Self {
        Self { slots: Vec::new(), size }
    }

    /// Remembers nothing.
    pub(crate) fn none() -> Self {
        Self::default()
    }

    fn slot(&mut self, spelling: u64) -> Option<&mut Option<Known>> {
        if self.slots.len() != self.size {
            self.slots.resize(self.size, None);
        }
        let mask = self.size.wrapping_sub(1) as u64;
        self.slots.get_mut((spelling & mask) as usize)
    }

    /// The word with this hash of its spelling, as reading it by itself gives it;
    /// `read` reads it.
    pub(super) fn word(&mut self, spelling: u64, read: impl FnOnce() -> Word) -> Word {
        let Some(slot) = self.slot(spelling) else { return read() };
        match slot {
            Some(known) if known.word.exact == spelling => known.word,
            _ => slot.insert(Known { word: read(), weights: None }).word,
        }
    }

    /// What a word gives by itself; `weigh` adds it up.
    pub(super) fn weights(&mut self, word: &Word, weigh: impl FnOnce() -> Weights) -> Weights {
        match self.slot(word.exact) {
            Some(Some(known)) if known.word.exact == word.exact => *known.weights.get_or_insert_with(weigh),
            _ => weigh(),
        }
    }
}
