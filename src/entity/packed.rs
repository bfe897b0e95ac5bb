//! Models as they ship: packed, so that the program and its sources carry less
//! than two thirds of them; unpacked once, when the first text asks.

use std::io;

/// Bytes of the largest model that is unpacked: eight times what there is.
const MOST: usize = 32 << 20;

/// What [`pack`] packed; an error when it is something else, or longer than
/// any model.
pub(crate) fn unpack(packed: &[u8]) -> io::Result<Vec<u8>> {
    let mut model = zstd::bulk::decompress(packed, MOST)?;
    // Room for the largest was asked for.
    model.shrink_to_fit();
    Ok(model)
}

/// A model as it is kept, with the time that is needed to make it small.
#[cfg(any(test, feature = "train"))]
pub(crate) fn pack(model: &[u8]) -> io::Result<Vec<u8>> {
    const LEVEL: i32 = 19;
    zstd::bulk::compress(model, LEVEL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_comes_out_as_it_went_in_and_anything_else_is_refused() {
        let model: Vec<u8> = (0..=u8::MAX).cycle().take(100_000).collect();
        let packed = pack(&model).expect("memory takes it");
        assert_eq!(unpack(&packed).expect("it is whole"), model);
        assert!(unpack(&model).is_err());
        assert!(unpack(&packed[..packed.len() / 2]).is_err());
        assert!(unpack(&pack(&vec![0; MOST + 1]).expect("memory takes it")).is_err(), "it is too long");
    }
}
