//! Sets of small numbers.

/// A set of numbers below a bound.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bits {
    words: Vec<u64>,
    bound: u32,
}

impl Bits {
    /// The empty set.
    pub(super) fn none(bound: u32) -> Self {
        Self { words: vec![0; bound.div_ceil(64) as usize], bound }
    }

    /// Every number below the bound.
    pub(super) fn all(bound: u32) -> Self {
        let mut all = Self { words: vec![u64::MAX; bound.div_ceil(64) as usize], bound };
        all.trim();
        all
    }

    fn trim(&mut self) {
        if let (Some(last), 1..) = (self.words.last_mut(), self.bound % 64) {
            *last &= (1 << (self.bound % 64)) - 1;
        }
    }

    /// Puts a number in.
    pub(super) fn insert(&mut self, n: u32) {
        if let Some(word) = self.words.get_mut((n / 64) as usize) {
            *word |= 1 << (n % 64);
        }
    }

    /// True for a number in the set.
    pub(super) fn has(&self, n: u32) -> bool {
        self.words.get((n / 64) as usize).is_some_and(|w| w >> (n % 64) & 1 == 1)
    }

    /// Adds another set.
    pub(super) fn add(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    /// Keeps what is in another set too.
    pub(super) fn keep(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    /// What is not in the set.
    pub(super) fn not(mut self) -> Self {
        self.words.iter_mut().for_each(|w| *w = !*w);
        self.trim();
        self
    }

    /// The numbers, rising.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(i, &word)| {
            let mut rest = word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest &= rest.wrapping_sub(1);
                (bit < 64).then_some(i as u32 * 64 + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_and_what_is_not_in_it_are_all() {
        let mut some = Bits::none(130);
        [0, 63, 64, 129].into_iter().for_each(|n| some.insert(n));
        assert_eq!(some.iter().collect::<Vec<_>>(), [0, 63, 64, 129]);
        let mut rest = some.clone().not();
        assert_eq!(rest.iter().count(), 126);
        assert!(some.has(64) && !rest.has(64) && !rest.has(130));
        rest.add(&some);
        assert_eq!(rest, Bits::all(130));
        rest.keep(&some);
        assert_eq!(rest, some);
    }
}
