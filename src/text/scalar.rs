//! Byte offsets to and from Unicode scalar offsets, the unit of every
//! machine-readable output.

use crate::text::span::Span;
use serde::Serialize;

/// A range of Unicode scalars: a position as machines are told it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Scalars {
    /// Scalars before the range.
    pub start: usize,
    /// Scalars before what follows it.
    pub end: usize,
}

/// A sampled table over one text: conversion costs at most one step of
/// 256 bytes.
#[derive(Clone, Debug)]
pub struct ScalarIndex<'t> {
    text: &'t str,
    /// Scalars before byte `i * STEP` (rounded down to a boundary).
    counts: Vec<usize>,
    ascii: bool,
}

const STEP: usize = 256;

fn floor_boundary(text: &str, mut i: usize) -> usize {
    i = i.min(text.len());
    while !text.is_char_boundary(i) {
        i -= 1;
    }
    i
}

impl<'t> ScalarIndex<'t> {
    /// One pass over the text.
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self { text, counts: Vec::new(), ascii: true };
        }
        let mut counts = Vec::with_capacity(text.len() / STEP + 2);
        let (mut n, mut at) = (0, 0);
        while at <= text.len() {
            let b = floor_boundary(text, at);
            let from = if at == 0 { 0 } else { floor_boundary(text, at - STEP) };
            n += text[from..b].chars().count();
            counts.push(n);
            at += STEP;
        }
        Self { text, counts, ascii: false }
    }

    /// Scalars before the byte offset (clamped to the text).
    pub fn scalar(&self, byte: usize) -> usize {
        let byte = floor_boundary(self.text, byte);
        if self.ascii {
            return byte;
        }
        let i = byte / STEP;
        let from = floor_boundary(self.text, i * STEP);
        self.counts[i] + self.text[from..byte].chars().count()
    }

    /// Byte offset of the scalar (clamped to the text).
    pub fn byte(&self, scalar: usize) -> usize {
        if self.ascii {
            return scalar.min(self.text.len());
        }
        let i = self.counts.partition_point(|&c| c <= scalar).saturating_sub(1);
        let from = floor_boundary(self.text, i * STEP);
        let rest = &self.text[from..];
        rest.char_indices().nth(scalar - self.counts[i]).map_or(self.text.len(), |(b, _)| from + b)
    }

    /// A byte span in scalars.
    pub fn span(&self, span: Span) -> Scalars {
        Scalars { start: self.scalar(span.start), end: self.scalar(span.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_and_scalars_convert_both_ways(s in "\\PC{0,700}") {
            let ix = ScalarIndex::new(&s);
            for (n, (b, _)) in s.char_indices().enumerate() {
                prop_assert_eq!(ix.scalar(b), n);
                prop_assert_eq!(ix.byte(n), b);
            }
            prop_assert_eq!(ix.scalar(s.len()), s.chars().count());
            prop_assert_eq!(ix.byte(s.chars().count() + 3), s.len());
        }
    }
}
