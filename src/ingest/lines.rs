//! Lines of a stream of any length, each with a limit.

use std::io::{self, BufRead, Read};

/// Counts the bytes taken from a reader.
pub(super) struct Counted<'r> {
    inner: &'r mut dyn BufRead,
    /// Bytes taken so far.
    pub(super) count: u64,
}

impl<'r> Counted<'r> {
    pub(super) fn new(inner: &'r mut dyn BufRead) -> Self {
        Self { inner, count: 0 }
    }
}

impl Read for Counted<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        self.count += n as u64;
        Ok(n)
    }
}

impl BufRead for Counted<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.count += amount as u64;
        self.inner.consume(amount);
    }
}

/// What [`next`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A line stands in the buffer, without its line break.
    Line,
    /// A line longer than the limit was passed over.
    TooLong,
    /// The end.
    End,
}

/// Reads the next line into `buffer`, at most `limit` bytes.
pub(super) fn next(reader: &mut dyn BufRead, buffer: &mut Vec<u8>, limit: usize) -> io::Result<Found> {
    buffer.clear();
    let (mut any, mut long) = (false, false);
    loop {
        let have = match reader.fill_buf() {
            Ok(have) => have,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(e),
        };
        if have.is_empty() {
            break;
        }
        any = true;
        let end = memchr::memchr(b'\n', have);
        let part = &have[..end.unwrap_or(have.len())];
        long |= buffer.len() + part.len() > limit;
        if !long {
            buffer.extend_from_slice(part);
        }
        let used = end.map_or(have.len(), |i| i + 1);
        reader.consume(used);
        if end.is_some() {
            break;
        }
    }
    if buffer.last() == Some(&b'\r') {
        buffer.pop();
    }
    Ok(match (any, long) {
        (false, _) => Found::End,
        (true, true) => {
            buffer.clear();
            Found::TooLong
        }
        (true, false) => Found::Line,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_passed_over_and_the_next_one_is_read() {
        let mut reader = io::BufReader::with_capacity(3, &b"ab\r\nabcdefgh\n\nxy"[..]);
        let mut b = Vec::new();
        let mut seen = Vec::new();
        loop {
            match next(&mut reader, &mut b, 4).expect("a slice never fails") {
                Found::End => break,
                f => seen.push((f, String::from_utf8_lossy(&b).into_owned())),
            }
        }
        let line = |s: &str| (Found::Line, s.to_owned());
        assert_eq!(seen, [line("ab"), (Found::TooLong, String::new()), line(""), line("xy")]);
    }
}
