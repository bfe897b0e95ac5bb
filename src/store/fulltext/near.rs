//! Words of a dictionary that are at most a few letters away from one, as
//! [`crate::search`] measures: a letter more, less or other, two neighbours
//! swapped.

use crate::search::layered::ELIDED;
use tantivy_fst::Automaton;

/// Longest word that is compared, in letters.
const ROOM: usize = crate::search::layered::LONGEST;

/// Accepts the words near one.
pub(super) struct Near {
    word: Vec<char>,
    most: u8,
}

impl Near {
    pub(super) fn new(word: &str, most: u8) -> Self {
        Self { word: word.chars().take(ROOM).collect(), most }
    }
}

/// What was read of a word so far.
#[derive(Clone)]
pub(super) struct State {
    /// Letters that lead from each beginning of the word to what was read
    /// before the last letter, and to all that was read.
    rows: [[u8; ROOM + 1]; 2],
    last: Option<char>,
    /// Bytes of a letter that is not complete.
    bytes: [u8; 4],
    held: u8,
    /// Nothing that begins so is near.
    lost: bool,
}

impl Near {
    fn step(&self, state: &State, c: char) -> State {
        let [before, now] = &state.rows;
        let mut next = [u8::MAX; ROOM + 1];
        next[0] = now[0].saturating_add(1);
        let mut best = next[0];
        for (j, &w) in self.word.iter().enumerate() {
            let mut d = now[j].saturating_add(u8::from(w != c)).min(now[j + 1].saturating_add(1));
            d = d.min(next[j].saturating_add(1));
            if let (Some(last), Some(v)) = (state.last, j.checked_sub(1).and_then(|i| self.word.get(i)))
                && *v == c
                && w == last
            {
                d = d.min(before[j - 1].saturating_add(1));
            }
            next[j + 1] = d;
            best = best.min(d);
        }
        State { rows: [*now, next], last: Some(c), bytes: [0; 4], held: 0, lost: best > self.most }
    }
}

impl Automaton for Near {
    type State = State;

    fn start(&self) -> State {
        let mut row = [u8::MAX; ROOM + 1];
        row.iter_mut().take(self.word.len() + 1).enumerate().for_each(|(i, d)| *d = i as u8);
        State { rows: [[u8::MAX; ROOM + 1], row], last: None, bytes: [0; 4], held: 0, lost: false }
    }

    fn is_match(&self, state: &State) -> bool {
        !state.lost && state.held == 0 && state.rows[1][self.word.len()] <= self.most
    }

    fn can_match(&self, state: &State) -> bool {
        !state.lost
    }

    fn accept(&self, state: &State, byte: u8) -> State {
        if state.lost {
            return state.clone();
        }
        if state.held == 0 && byte < 128 {
            // The sign of an elided word is none of its letters.
            let letter = char::from(byte);
            return if letter == ELIDED { state.clone() } else { self.step(state, letter) };
        }
        let mut next = state.clone();
        next.bytes[usize::from(next.held) & 3] = byte;
        next.held += 1;
        match std::str::from_utf8(&next.bytes[..usize::from(next.held).min(4)]) {
            Ok(s) => match s.chars().next() {
                Some(c) => self.step(state, c),
                None => next,
            },
            // No letter is that long.
            Err(_) => {
                next.lost = next.held >= 4;
                next
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(a: &str, b: &str, most: u8) -> bool {
        let near = Near::new(a, most);
        let end = b.bytes().fold(near.start(), |s, b| near.accept(&s, b));
        near.is_match(&end)
    }

    #[test]
    fn letters_more_less_other_and_swapped_count_one_each() {
        for (b, d) in [("grève", 0), ("gréve", 1), ("grèves", 1), ("rève", 1), ("grvèe", 1), ("gvrèe", 2), ("x", 5)]
        {
            for most in [1, 2] {
                assert_eq!(near("grève", b, most), d <= most, "{b} {most}");
            }
        }
    }

    proptest! {
        #[test]
        fn it_accepts_what_the_scan_finds_near(a in "[abé日]{0,5}", b in "[abé日]{0,6}", most in 1_u8..3) {
            prop_assert_eq!(near(&a, &b, most), crate::search::text::within(&a, &b, usize::from(most)));
        }
    }
}
