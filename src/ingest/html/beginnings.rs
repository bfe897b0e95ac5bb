//! Whether a text can be a part of another, told by its first letters.

/// Which three bytes in a row a text has: what begins with none of them cannot
/// be a part of it, and nothing else need be looked at.
pub(super) struct Beginnings([u64; 64]);

impl Beginnings {
    pub(super) fn of(text: &str) -> Self {
        let mut bits = [0; 64];
        for three in text.as_bytes().windows(3) {
            let place = Self::place([three[0], three[1], three[2]]);
            bits[place / 64] |= 1 << (place % 64);
        }
        Self(bits)
    }

    fn place(three: [u8; 3]) -> usize {
        three.iter().fold(0, |h, &b| (h * 31 + b as usize) % 4096)
    }

    /// False where the text begins like no part of the other in lower case.
    pub(super) fn may_begin(&self, text: &str) -> bool {
        match text.as_bytes().first_chunk::<3>() {
            Some(three) if three.is_ascii() => {
                let place = Self::place(three.map(|b| b.to_ascii_lowercase()));
                self.0[place / 64] & (1 << (place % 64)) != 0
            }
            _ => true,
        }
    }
}
