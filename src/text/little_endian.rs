//! Numbers written with the least byte first, read from bytes that may end
//! before them.

/// The number in two bytes from a place on; `None` where the bytes end before.
#[inline]
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The number in four bytes from a place on; `None` where the bytes end before.
#[inline]
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
