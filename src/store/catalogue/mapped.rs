//! A file of sections that is mapped into memory rather than read: what is not
//! looked at costs neither time nor room. Systems map two megabytes at once, so
//! what is looked up here and there in a large section is read instead.
//!
//! A header with the version, the program that made it and the lengths of the
//! sections, then checksums of the header and of every block of what follows.
//! All blocks are checked before anything is believed, through another map, so
//! that checking leaves nothing in memory.

use crate::store::regular;
use rayon::prelude::*;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tantivy::directory::OwnedBytes;

const MAGIC: &[u8; 16] = b"kiosque index\r\n\0";
/// Version of the format; another one is not read.
const VERSION: u32 = 4;
/// Bytes that one checksum is of.
const BLOCK: usize = 1 << 20;
/// Bytes of the header before the lengths: magic, version, fingerprint, number
/// of sections.
const FIXED: usize = 16 + 4 + 16 + 4;

/// What a catalogue is worth: the version of the program and its settings.
/// Another fingerprint is another catalogue.
pub type Fingerprint = [u8; 16];

/// Why a file is not to be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Made by another version, another program or with other settings.
    Other,
    /// Damaged.
    Broken,
}

/// The sections of a file.
#[derive(Clone)]
pub(super) struct Mapped {
    path: PathBuf,
    /// Bytes of the header, which tell one file from another.
    head: usize,
    bytes: OwnedBytes,
    sections: Vec<Range<usize>>,
    /// What parts are read from; `None` when they are taken from the map.
    file: Option<Arc<File>>,
}

impl std::fmt::Debug for Mapped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mapped").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// The header holds the checksums of all that follows.
impl PartialEq for Mapped {
    fn eq(&self, other: &Self) -> bool {
        self.bytes.get(..self.head) == other.bytes.get(..other.head)
    }
}

/// The bytes of a file of these sections.
pub(super) fn encode(fingerprint: Fingerprint, sections: &[Vec<u8>]) -> Vec<u8> {
    let body: usize = sections.iter().map(Vec::len).sum();
    let mut out = Vec::with_capacity(FIXED + sections.len() * 8 + body.div_ceil(BLOCK) * 4 + 4 + body);
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    out.extend(fingerprint);
    out.extend((sections.len() as u32).to_le_bytes());
    sections.iter().for_each(|s| out.extend((s.len() as u64).to_le_bytes()));
    let sums = out.len();
    let start = sums + body.div_ceil(BLOCK) * 4 + 4;
    out.resize(start, 0);
    sections.iter().for_each(|s| out.extend(s));
    let all: Vec<u32> = out[start..].par_chunks(BLOCK).map(crc32fast::hash).collect();
    for (place, sum) in out[sums..].chunks_exact_mut(4).zip(all) {
        place.copy_from_slice(&sum.to_le_bytes());
    }
    let head = crc32fast::hash(&out[..start - 4]);
    out[start - 4..start].copy_from_slice(&head.to_le_bytes());
    out
}

/// What a header says.
struct Header {
    bytes: Vec<u8>,
    sections: Vec<Range<usize>>,
    sums: Vec<u32>,
}

fn exactly(file: &mut File, out: &mut Vec<u8>, more: usize) -> Result<(), Refusal> {
    let before = out.len();
    let read = file.take(more as u64).read_to_end(out).map_err(|_| Refusal::Broken)?;
    debug_assert_eq!(out.len(), before + read);
    if read == more { Ok(()) } else { Err(Refusal::Broken) }
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|b| b.first_chunk()).map_or(0, |b| u32::from_le_bytes(*b))
}

fn header(file: &mut File, fingerprint: Fingerprint) -> Result<Header, Refusal> {
    let size = file.metadata().map_err(|_| Refusal::Broken)?.len();
    let mut bytes = Vec::new();
    exactly(file, &mut bytes, FIXED)?;
    let rest = bytes.strip_prefix(MAGIC).ok_or(Refusal::Broken)?;
    if number(rest, 0) != VERSION || rest.get(4..20) != Some(&fingerprint[..]) {
        return Err(Refusal::Other);
    }
    let count = number(rest, 20) as usize;
    if count as u64 > size / 8 {
        return Err(Refusal::Broken);
    }
    exactly(file, &mut bytes, count * 8)?;
    let lengths = bytes[FIXED..].chunks_exact(8).map(|b| b.try_into().map_or(u64::MAX, u64::from_le_bytes));
    let body = lengths.clone().try_fold(0u64, u64::checked_add).filter(|b| *b <= size).ok_or(Refusal::Broken)?;
    let blocks = (body as usize).div_ceil(BLOCK);
    let lengths: Vec<u64> = lengths.collect();
    exactly(file, &mut bytes, blocks * 4 + 4)?;
    let (head, sum) = bytes.split_at(bytes.len() - 4);
    if crc32fast::hash(head) != number(sum, 0) || bytes.len() as u64 + body != size {
        return Err(Refusal::Broken);
    }
    let sums = (0..blocks).map(|i| number(&bytes, FIXED + count * 8 + i * 4)).collect();
    let mut end = bytes.len();
    let section = |len: u64| {
        let start = end;
        end += len as usize;
        start..end
    };
    Ok(Header { sections: lengths.into_iter().map(section).collect(), sums, bytes })
}

/// Maps the file with this header; another instance may have put another in
/// its place since the header was read.
fn map_of(path: &Path, header: &Header) -> Result<OwnedBytes, Refusal> {
    let bytes = map(path).map_err(|_| Refusal::Broken)?;
    let end = header.sections.last().map_or(header.bytes.len(), |s| s.end);
    if bytes.starts_with(&header.bytes) && bytes.len() == end { Ok(bytes) } else { Err(Refusal::Other) }
}

/// True when every block is as it was written.
fn is_whole(bytes: &[u8], header: &Header) -> bool {
    let same = |(block, sum): (&[u8], &u32)| crc32fast::hash(block) == *sum;
    bytes[header.bytes.len()..].par_chunks(BLOCK).zip(&header.sums).all(same)
}

/// Maps a file.
#[cfg(not(windows))]
fn map(path: &Path) -> io::Result<OwnedBytes> {
    use tantivy::directory::{Directory, MmapDirectory};
    let (folder, name) = path.parent().zip(path.file_name()).ok_or(io::ErrorKind::InvalidInput)?;
    let folder = MmapDirectory::open(folder).map_err(|e| io::Error::other(e.to_string()))?;
    let file = folder.get_file_handle(Path::new(name)).map_err(|e| io::Error::other(e.to_string()))?;
    file.read_bytes(0..file.len())
}

/// Reads a file: a mapped one could not be replaced here.
#[cfg(windows)]
fn map(path: &Path) -> io::Result<OwnedBytes> {
    Ok(OwnedBytes::new(std::fs::read(path)?))
}

impl Mapped {
    /// Opens a file; `None` when there is none.
    pub(super) fn open(path: &Path, fingerprint: Fingerprint) -> Option<Result<Self, Refusal>> {
        let mut file = regular::open(path).ok()?;
        Some(Self::checked(path, &mut file, fingerprint))
    }

    fn checked(path: &Path, file: &mut File, fingerprint: Fingerprint) -> Result<Self, Refusal> {
        let header = header(file, fingerprint)?;
        // Checked in a map of its own, which goes again with all that it made
        // resident.
        if !is_whole(&map_of(path, &header)?, &header) {
            return Err(Refusal::Broken);
        }
        let bytes = map_of(path, &header)?;
        let (path, head) = (path.to_path_buf(), header.bytes.len());
        let file = file.try_clone().ok().filter(|_| cfg!(unix)).map(Arc::new);
        Ok(Self { path, head, bytes, sections: header.sections, file })
    }

    /// The same with a map of its own, from which parts are taken too: for
    /// whoever goes through all of it and then lets it go. As it is when the
    /// file was replaced since.
    pub(super) fn in_bulk(&self) -> Self {
        let mapped = map(&self.path)
            .ok()
            .filter(|bytes| bytes.len() == self.bytes.len() && bytes.get(..self.head) == self.bytes.get(..self.head));
        mapped.map_or_else(|| self.clone(), |bytes| Self { bytes, file: None, ..self.clone() })
    }

    /// A part of a section; empty when it does not have it.
    pub(super) fn part(&self, number: usize, part: Range<usize>) -> Cow<'_, [u8]> {
        #[cfg(unix)]
        if let (Some(file), Some(section)) = (&self.file, self.sections.get(number)) {
            use std::os::unix::fs::FileExt;
            let mut bytes = vec![0; part.len()];
            let inside = part.end <= section.len();
            let read = inside && file.read_exact_at(&mut bytes, (section.start + part.start) as u64).is_ok();
            return Cow::Owned(if read { bytes } else { Vec::new() });
        }
        Cow::Borrowed(self.section(number).get(part).unwrap_or_default())
    }

    /// One section; empty when there is none of that number.
    pub(super) fn section(&self, number: usize) -> &[u8] {
        self.sections.get(number).and_then(|r| self.bytes.get(r.clone())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::fs;

    fn opened(name: &str, bytes: &[u8], fingerprint: Fingerprint) -> Result<Vec<Vec<u8>>, Refusal> {
        let dir = std::env::temp_dir().join(format!("kiosque-mapped-{name}-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("a folder for the test");
        let path = dir.join("index");
        fs::write(&path, bytes).expect("a file for the test");
        let mapped = Mapped::open(&path, fingerprint).expect("it is there");
        let sections = mapped.map(|m| {
            for (i, m) in [&m, &m.in_bulk()].into_iter().flat_map(|m| (0..m.sections.len()).map(move |i| (i, m))) {
                let all = m.section(i);
                assert_eq!((&*m.part(i, 0..all.len()), &*m.part(i, all.len()..all.len() + 1)), (all, &[][..]));
            }
            (0..m.sections.len()).map(|i| m.section(i).to_vec()).collect()
        });
        let _ = fs::remove_dir_all(dir);
        sections
    }

    #[test]
    fn sections_read_back_in_as_many_blocks_as_they_take() {
        for n in [0, 1, BLOCK - 7, BLOCK, 2 * BLOCK + 5] {
            let sections = vec![vec![7; n], Vec::new(), b"end".to_vec()];
            assert_eq!(opened("whole", &encode([7; 16], &sections), [7; 16]), Ok(sections));
        }
    }

    #[test]
    fn another_program_or_version_is_refused_before_anything_is_read() {
        let mut bytes = encode([7; 16], &[vec![1]]);
        assert_eq!(opened("other", &bytes, [8; 16]), Err(Refusal::Other));
        bytes[16] += 1;
        assert_eq!(opened("other", &bytes, [7; 16]), Err(Refusal::Other));
    }

    proptest! {
        #[test]
        fn one_byte_changed_or_lost_anywhere_is_noticed(at in 0usize..400, flip in 1u8..=255, cut: bool) {
            let mut bytes = encode([7; 16], &[vec![1; 150], vec![2; 99]]);
            let at = at % bytes.len();
            if cut { bytes.truncate(at) } else { bytes[at] ^= flip }
            prop_assert!(opened("hurt", &bytes, [7; 16]).is_err());
        }
    }
}
