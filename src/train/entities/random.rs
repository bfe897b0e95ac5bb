//! Numbers that are the same in every run.

/// A generator (xorshift; Marsaglia 2003).
pub struct Random(pub u64);

impl Random {
    /// The next number.
    #[allow(clippy::should_implement_trait, reason = "it has no end")]
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// True in this share of all cases.
    pub fn below(&mut self, share: f32) -> bool {
        ((self.next() >> 40) as f32) < share * 16_777_216.0
    }
}
