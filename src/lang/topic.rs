//! What a topic of the lexicon is: a list of classes that a word of it can
//! have, and sets of them.

use crate::enumerated::Enumerated;
use std::marker::PhantomData;
use std::ops::BitOr;

/// The classes of one topic. A topic has a file in the folder of every
/// language that has such words, and at most 64 classes.
pub(crate) trait Topic: Enumerated {
    /// Stem of its files.
    const FILE: &'static str;
    /// Its place among the topics.
    const NUMBER: usize;

    /// The class as a set of its own.
    fn alone(self) -> Set<Self>;
}

/// Several classes of one topic.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Set<C> {
    bits: u64,
    topic: PhantomData<C>,
}

impl<C> Set<C> {
    /// The classes with these numbers.
    pub(super) const fn from_bits(bits: u64) -> Self {
        Self { bits, topic: PhantomData }
    }

    /// The numbers of the classes, as bits.
    pub(crate) const fn bits(self) -> u64 {
        self.bits
    }

    /// True when both have one of the classes.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.bits & other.bits != 0
    }

    /// The classes of both.
    #[must_use]
    pub(crate) const fn or(self, other: Self) -> Self {
        Self::from_bits(self.bits | other.bits)
    }
}

impl<C> Clone for Set<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Set<C> {}

/// No class.
impl<C> Default for Set<C> {
    fn default() -> Self {
        Self::from_bits(0)
    }
}

impl<C: Topic> From<C> for Set<C> {
    fn from(class: C) -> Self {
        class.alone()
    }
}

impl<C: Topic> BitOr<C> for Set<C> {
    type Output = Self;

    fn bitor(self, class: C) -> Self {
        self.or(class.alone())
    }
}

impl<C> BitOr for Set<C> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}
