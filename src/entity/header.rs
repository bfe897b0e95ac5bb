//! The head of a model over its bytes: eight letters that say what it is, then
//! floats. Its weights follow ([`super::table`]).

/// The floats at the head of a model of the kind that `magic` names, and what
/// lies behind them; `None` when it is something else or too short.
pub(super) fn open<'b, const N: usize>(bytes: &'b [u8], magic: &[u8; 8]) -> Option<([f32; N], &'b [u8])> {
    let (head, rest) = bytes.strip_prefix(magic)?.split_at_checked(4 * N)?;
    let floats = head.as_chunks::<4>().0;
    Some((std::array::from_fn(|i| f32::from_le_bytes(floats[i])), rest))
}

/// A head that [`open`] reads.
#[cfg(any(test, feature = "train"))]
pub(super) fn write(magic: &[u8; 8], floats: impl IntoIterator<Item = f32>) -> Vec<u8> {
    magic.iter().copied().chain(floats.into_iter().flat_map(f32::to_le_bytes)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_it_was_written_and_one_of_another_kind_or_too_short_is_refused() {
        let mut bytes = write(b"KQTRIAL1", [0.5, -3.0]);
        bytes.push(7);
        assert_eq!(open(&bytes, b"KQTRIAL1"), Some(([0.5, -3.0], &[7u8][..])));
        assert_eq!(open::<2>(&bytes, b"KQTRIAL2"), None);
        assert_eq!(open::<3>(&bytes, b"KQTRIAL1"), None);
    }
}
