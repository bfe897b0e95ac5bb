//! What strict JSON forbids and tools write all the same, put right while it is
//! read: a comma before the end of a list, `NaN`, line breaks inside a string,
//! strings in single quotation marks and the words of Python.
//!
//! Knows the signs of JSON; has never heard of records.

use std::io::{self, BufRead, Read};

/// Where the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    /// Between values.
    Values,
    /// In a string.
    Letters,
    /// Behind a stroke in a string.
    Escape,
}

/// Words that JSON does not have, and what they stand for.
const WORDS: [(&[u8], &[u8]); 8] = [
    (b"NaN", b"null"),
    (b"Infinity", b"null"),
    (b"-Infinity", b"null"),
    (b"-NaN", b"null"),
    (b"undefined", b"null"),
    (b"None", b"null"),
    (b"True", b"true"),
    (b"False", b"false"),
];
/// The longest of them.
const LONGEST: usize = 9;

/// Bytes of JSON with its common faults put right.
pub(super) struct Forgiving<R> {
    inner: R,
    out: Vec<u8>,
    at: usize,
    within: Within,
    /// The sign that ends the string.
    mark: u8,
    /// A comma that stands only where a value follows, and the space behind it.
    held: Vec<u8>,
    /// A word that may stand in place of a number.
    word: Vec<u8>,
    /// What was put right.
    pub(super) mended: usize,
}

impl<R: BufRead> Forgiving<R> {
    pub(super) fn new(inner: R) -> Self {
        let (out, held, word) = (Vec::new(), Vec::new(), Vec::new());
        Self { inner, out, at: 0, within: Within::Values, mark: b'"', held, word, mended: 0 }
    }

    fn take(&mut self, byte: u8) {
        match self.within {
            Within::Letters => self.letter(byte),
            Within::Escape => {
                // JSON has no such mark to escape.
                if byte != b'\'' {
                    self.out.push(b'\\');
                }
                self.out.push(byte);
                self.within = Within::Letters;
            }
            Within::Values => self.sign(byte),
        }
    }

    fn letter(&mut self, byte: u8) {
        match byte {
            _ if byte == self.mark => {
                self.within = Within::Values;
                return self.out.push(b'"');
            }
            b'"' => self.out.push(b'\\'),
            b'\\' => {
                self.within = Within::Escape;
                return;
            }
            0..0x20 => {
                self.mended += 1;
                let escaped = match byte {
                    b'\n' => "\\n".to_owned(),
                    b'\r' => "\\r".to_owned(),
                    b'\t' => "\\t".to_owned(),
                    _ => format!("\\u{byte:04x}"),
                };
                self.out.extend_from_slice(escaped.as_bytes());
                return;
            }
            _ => {}
        }
        self.out.push(byte);
    }

    fn sign(&mut self, byte: u8) {
        if byte.is_ascii_alphabetic() || byte == b'-' {
            self.word.push(byte);
            if self.word.len() > LONGEST {
                self.end_word();
            }
            return;
        }
        self.end_word();
        match byte {
            b',' if self.held.is_empty() => return self.held.push(byte),
            // Two commas in a row part nothing.
            b',' => {
                self.mended += 1;
                return;
            }
            b']' | b'}' if !self.held.is_empty() => {
                self.mended += 1;
                self.held.clear();
            }
            _ if byte.is_ascii_whitespace() && !self.held.is_empty() => return self.held.push(byte),
            b'"' | b'\'' => {
                self.within = Within::Letters;
                self.mark = byte;
                self.mended += usize::from(byte == b'\'');
                self.out.append(&mut self.held);
                return self.out.push(b'"');
            }
            _ => {}
        }
        self.out.append(&mut self.held);
        self.out.push(byte);
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        self.out.append(&mut self.held);
        match WORDS.iter().find(|w| w.0 == self.word) {
            Some((_, right)) => {
                self.mended += 1;
                self.out.extend_from_slice(right);
                self.word.clear();
            }
            None => self.out.append(&mut self.word),
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.out.clear();
        self.at = 0;
        while self.out.is_empty() {
            let have = self.inner.fill_buf()?;
            let bytes = have.to_vec();
            self.inner.consume(bytes.len());
            if bytes.is_empty() {
                self.end_word();
                self.out.append(&mut self.held);
                break;
            }
            bytes.into_iter().for_each(|b| self.take(b));
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Forgiving<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.at == self.out.len() {
            self.fill()?;
        }
        let n = buf.len().min(self.out.len() - self.at);
        buf[..n].copy_from_slice(&self.out[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}

/// The text of JSON with its common faults put right, and how many they were.
pub(in crate::ingest) fn forgiven(text: &str) -> (String, usize) {
    let mut reader = Forgiving::new(text.as_bytes());
    let mut out = Vec::with_capacity(text.len());
    // Reading from memory does not fail.
    let _ = reader.read_to_end(&mut out);
    (String::from_utf8(out).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()), reader.mended)
}

/// A text that breaks off, up to the last object that is whole, with what was
/// open closed; `None` where none is, or nothing is open.
pub(super) fn closed(text: &str) -> Option<String> {
    let (mut open, mut within): (Vec<u8>, _) = (Vec::new(), Within::Values);
    let mut whole: Option<(usize, Vec<u8>)> = None;
    for (i, byte) in text.bytes().enumerate() {
        match (within, byte) {
            (Within::Escape, _) => within = Within::Letters,
            (Within::Letters, b'\\') => within = Within::Escape,
            (Within::Letters, b'"') => within = Within::Values,
            (Within::Letters, _) => {}
            (Within::Values, b'"') => within = Within::Letters,
            (Within::Values, b'{') => open.push(b'}'),
            (Within::Values, b'[') => open.push(b']'),
            (Within::Values, b'}' | b']') => {
                open.pop().filter(|o| *o == byte)?;
                if byte == b'}' {
                    whole = Some((i + 1, open.clone()));
                }
            }
            _ => {}
        }
        // What is nested deeper than records are is not kept open at every step.
        if open.len() > DEPTH {
            return None;
        }
    }
    let (end, rest) = whole.filter(|(_, rest)| !rest.is_empty())?;
    let closing: String = rest.iter().rev().map(|b| char::from(*b)).collect();
    Some(format!("{}{closing}", &text[..end]))
}

/// Lists and objects in each other.
const DEPTH: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_faults_are_put_right_and_counted_and_strings_stay() {
        for (json, right, count) in [
            ("[1,2,]", "[1,2]", 1),
            ("{\"a\" : NaN , \"b\":-Infinity}", "{\"a\" : null , \"b\":null}", 2),
            ("[\"un\ndeux\t\"]", "[\"un\\ndeux\\t\"]", 2),
            ("[\"NaN, ]\", true, null, -1.5e3]", "[\"NaN, ]\", true, null, -1.5e3]", 0),
            ("[\"\\\",]\",\n]", "[\"\\\",]\"]", 1),
            ("[1,,2]", "[1,2]", 1),
            ("[{'t': 'l\\'un', \"u\": None}, '\"d\"']", "[{\"t\": \"l'un\", \"u\": null}, \"\\\"d\\\"\"]", 4),
        ] {
            assert_eq!(forgiven(json), (right.to_owned(), count), "{json}");
        }
    }

    #[test]
    fn what_breaks_off_is_closed_behind_the_last_whole_object() {
        assert_eq!(closed("{\"a\":[{\"t\":1},{\"t\":").as_deref(), Some("{\"a\":[{\"t\":1}]}"));
        assert_eq!(closed("{\"a\":{\"t\":\"}\"},\"b").as_deref(), Some("{\"a\":{\"t\":\"}\"}}"));
        assert_eq!(closed("{\"a\":1"), None);
        assert_eq!(closed("{\"a\":1}"), None);
        assert_eq!(closed(&"[".repeat(100_000)), None);
    }
}
