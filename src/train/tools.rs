//! What the training commands share: what they write to, files read and
//! written whole, hashes for the manifests.

use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::error::Error;
use std::fmt::Display;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

/// What a training command writes to.
pub struct Context<'w> {
    /// Scores, on standard output.
    pub out: &'w mut dyn Write,
    /// Progress, on standard error.
    pub err: &'w mut dyn Write,
}

/// A training command's result: on failure the sentence for standard error.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// SHA-256 in hexadecimal digits, for the manifests.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// What went wrong with a file, as a sentence that names it.
pub(super) fn fail(path: impl AsRef<Path>, what: impl Display) -> Box<dyn Error> {
    format!("{}: {what}", path.as_ref().display()).into()
}

/// Reads a file whole.
pub(super) fn read(path: impl AsRef<Path>) -> Outcome<Vec<u8>> {
    std::fs::read(&path).map_err(|e| fail(&path, format!("could not be read: {e}")))
}

/// A file, unpacked when it is gzip, and its hash as it lies there.
pub(super) fn read_packed(path: &str) -> Outcome<(String, String)> {
    let bytes = read(path)?;
    let hash = sha256(&bytes);
    let mut text = String::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_string(&mut text).map_err(|e| fail(path, e))?;
    } else {
        text = String::from_utf8(bytes).map_err(|e| fail(path, e))?;
    }
    Ok((text, hash))
}

/// Values of a packed file of JSON Lines, with the file's hash.
pub(super) fn read_lines<T: DeserializeOwned>(path: &Path) -> Outcome<(Vec<T>, String)> {
    let bytes = read(path)?;
    let mut out = Vec::new();
    for line in BufReader::new(flate2::read::MultiGzDecoder::new(bytes.as_slice())).lines() {
        let line = line.map_err(|e| fail(path, e))?;
        out.push(serde_json::from_str(&line).map_err(|e| fail(path, e))?);
    }
    Ok((out, sha256(&bytes)))
}

/// Writes a file whole.
pub(super) fn write(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Outcome {
    std::fs::write(&path, bytes).map_err(|e| fail(&path, format!("could not be written: {e}")))
}

/// A float as the user wrote it, not its nearest double.
pub(super) fn plain(x: f32) -> f64 {
    x.to_string().parse().unwrap_or_default()
}
