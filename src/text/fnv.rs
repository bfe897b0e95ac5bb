//! FNV-1a: hashes of words and lines that are the same in every build.

/// The hash of nothing.
pub(crate) const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of one unit more: a byte, or a character.
pub(crate) fn step(hash: u64, unit: u32) -> u64 {
    (hash ^ u64::from(unit)).wrapping_mul(0x0100_0000_01b3)
}

/// The hash of bytes.
pub(crate) fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(EMPTY, |hash, &byte| step(hash, byte.into()))
}

/// The hash of nothing in 32 bits.
pub(crate) const EMPTY_32: u32 = 0x811c_9dc5;

/// The same of one byte more.
pub(crate) fn step_32(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The same of bytes.
pub(crate) fn fnv_32(bytes: &[u8]) -> u32 {
    bytes.iter().fold(EMPTY_32, |hash, &byte| step_32(hash, byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_that_the_authors_of_the_function_print() {
        for (text, long, short) in [
            ("", 0xcbf2_9ce4_8422_2325, 0x811c_9dc5),
            ("a", 0xaf63_dc4c_8601_ec8c, 0xe40c_292c),
            ("foobar", 0x8594_4171_f739_67e8, 0xbf9c_f968),
        ] {
            assert_eq!((fnv(text.as_bytes()), fnv_32(text.as_bytes())), (long, short), "{text}");
        }
    }
}
