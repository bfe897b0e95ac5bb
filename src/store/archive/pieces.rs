//! Large files of lines in pieces, so that several workers share one: where each
//! begins, and its lines with the numbers that they have in the file.

use crate::ingest;
use crate::store::catalogue::path_bytes;
use crate::store::{files, regular};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Bytes of a piece; a file is parted where it has more than two.
pub const PIECE: u64 = 64 << 20;

/// Parts the path of a file from what its piece is; no path has it.
const PARTED: u8 = 0;

/// Some whole lines of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LineRange {
    /// The first byte.
    start: u64,
    /// Behind the last; the end of the file for its last piece.
    end: u64,
    /// Lines of the file before.
    lines: u64,
}

/// The pieces of a file; none where it is one.
///
/// # Errors
/// What the system said.
pub(super) fn of(path: &Path, size: u64, piece: u64) -> io::Result<Vec<LineRange>> {
    let name = path.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
    let is_lines = name.is_some_and(|name| ingest::NAMES_OF_LINES.contains(&name.as_str()));
    if size <= piece.saturating_mul(2) || !is_lines {
        return Ok(Vec::new());
    }
    let mut file = regular::open(path)?;
    let mut head = [0; 2];
    if file.read(&mut head)? < 2 || head != *b"{\"" {
        return Ok(Vec::new());
    }
    file.rewind()?;
    let mut reader = BufReader::with_capacity(1 << 20, file);
    let (mut pieces, mut begun, mut at, mut lines) = (Vec::<LineRange>::new(), (0, 0), 0, 0);
    // Nothing tells what a piece without a word in it is.
    const BLANK: u64 = "\r\n".len() as u64;
    let (mut line, mut has_words) = (0, false);
    loop {
        let bytes = reader.fill_buf()?;
        if bytes.is_empty() {
            break;
        }
        for line_end in memchr::memchr_iter(b'\n', bytes) {
            lines += 1;
            let next = at + line_end as u64 + 1;
            has_words |= next - line > BLANK;
            line = next;
            if has_words && next - begun.0 >= piece {
                pieces.push(LineRange { start: begun.0, end: next, lines: begun.1 });
                (begun, has_words) = ((next, lines), false);
            }
        }
        let n = bytes.len();
        reader.consume(n);
        at += n as u64;
    }
    match pieces.last_mut() {
        Some(last) if !has_words && at - line <= BLANK => last.end = u64::MAX,
        _ => pieces.push(LineRange { start: begun.0, end: u64::MAX, lines: begun.1 }),
    }
    Ok(pieces)
}

/// The name of a piece among the tasks.
pub(super) fn name(path: &Path, piece: LineRange) -> Vec<u8> {
    let LineRange { start, end, lines } = piece;
    [path_bytes(path), &[PARTED], format!("{start} {end} {lines}").as_bytes()].concat()
}

/// The file of a task, and which piece of it.
pub(super) fn named(task: &[u8]) -> (PathBuf, Option<LineRange>) {
    let Some(at) = memchr::memchr(PARTED, task) else { return (files::path_of(task), None) };
    let numbers = std::str::from_utf8(&task[at + 1..]).unwrap_or_default().split(' ').map(str::parse);
    let piece = match numbers.collect::<Result<Vec<u64>, _>>().as_deref() {
        Ok(&[start, end, lines]) => Some(LineRange { start, end, lines }),
        _ => None,
    };
    (files::path_of(&task[..at]), piece)
}

/// The lines of a piece. Empty lines stand for those before it, so that each has its own
/// number.
///
/// # Errors
/// What the system said.
pub(super) fn lines(path: &Path, piece: LineRange) -> io::Result<impl BufRead> {
    let mut file = regular::open(path)?;
    file.seek(SeekFrom::Start(piece.start))?;
    let before = io::repeat(b'\n').take(piece.lines);
    Ok(BufReader::with_capacity(1 << 18, before.chain(file.take(piece.end - piece.start))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Place;
    use crate::ingest::{self, Alike, Item};
    use std::ops::ControlFlow;

    fn read(place: &Place, mut reader: impl BufRead) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let _ = ingest::stream_among(place, &mut reader, &Default::default(), &mut Alike::default(), &mut |item| {
            found.push(match item {
                Item::Document(raw) => (raw.place.to_string(), raw.text),
                Item::Notice(notice) => (notice.place, String::new()),
            });
            ControlFlow::Continue(())
        });
        found
    }

    #[test]
    fn the_pieces_of_a_file_give_what_the_file_gives_with_the_same_numbers() {
        let dir = std::env::temp_dir().join(format!("kiosque-pieces-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        let path = dir.join("nuit.jsonl");
        let line = |n: usize| match n % 7 {
            3 => String::new(),
            5 => "{\"broken\": ".to_owned(),
            _ => format!("{{\"title\":\"Nuit {n}\",\"text\":\"{}\"}}", "Le bac attend. ".repeat(n % 11 + 1)),
        };
        // Fewer broken lines than are told of one file, for each piece tells its own.
        let text: String = (0..130).map(|n| line(n) + "\n").collect();
        std::fs::write(&path, text.trim_end().to_owned() + "\n\n\n").unwrap();
        let place = Place::file(files::display(&path));
        let whole = read(&place, BufReader::new(regular::open(&path).unwrap()));
        let size = std::fs::metadata(&path).unwrap().len();
        for piece in [1, 300, 1000, size / 2 - 1] {
            let pieces = of(&path, size, piece).unwrap();
            assert!(pieces.len() > 1, "{piece}");
            let parts = pieces.iter().flat_map(|piece| {
                let (file, same) = named(&name(&path, *piece));
                assert_eq!((&file, same), (&path, Some(*piece)));
                read(&place, lines(&file, *piece).unwrap())
            });
            assert_eq!(parts.collect::<Vec<_>>(), whole, "{piece}");
        }
        assert!(of(&path, size, size).unwrap().is_empty(), "a small file is one");
        assert_eq!(named(path_bytes(&path)), (path, None));
        std::fs::remove_dir_all(&dir).unwrap();
    }
}
