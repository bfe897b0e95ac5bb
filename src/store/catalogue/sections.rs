//! A file of sections that is read as it is needed: sections that are walked
//! are held in memory, large ones that are looked up here and there are read
//! where they stand.
//!
//! Nothing is mapped: a mapped file that another process shortens, or a disk
//! that fails, ends the program. A read that fails is an answer that is
//! missing, and [`SectionFile::is_lost`] tells of it.
//!
//! A header with the version, the program that made it and the lengths of the
//! sections, then checksums of the header and of every block of what follows.
//! Nothing is believed before its blocks were checked: those of sections that
//! are held when the file is opened, the others when something of them is read
//! first, or all of them at once ([`SectionFile::is_whole`]).

use crate::store::regular;
use rayon::prelude::*;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const MAGIC: &[u8; 16] = b"kiosque index\r\n\0";
/// Version of the format; another one is not read.
const VERSION: u32 = 7;
/// Bytes that one checksum is of.
const BLOCK: usize = 1 << 20;
/// Sections of a file, at most: no number in a file is believed beyond it.
const MOST: usize = 64;
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

/// The checksums of a file, and which blocks of it were found to have theirs.
struct Blocks {
    /// Where the first begins and the last ends.
    body: Range<u64>,
    sums: Vec<u32>,
    checked: Vec<AtomicBool>,
}

impl Blocks {
    fn new(body: Range<u64>, sums: Vec<u32>) -> Self {
        let checked = sums.iter().map(|_| AtomicBool::new(false)).collect();
        Self { body, sums, checked }
    }

    /// The blocks that these bytes of the file stand in.
    fn over(&self, bytes: &Range<u64>) -> Range<usize> {
        let block = |at: u64| (at.saturating_sub(self.body.start) / BLOCK as u64) as usize;
        if bytes.is_empty() { 0..0 } else { block(bytes.start)..(block(bytes.end - 1) + 1).min(self.sums.len()) }
    }

    /// The bytes of the file that some blocks are.
    fn bytes(&self, blocks: &Range<usize>) -> Range<u64> {
        let at = |block: usize| self.body.end.min(self.body.start + (block * BLOCK) as u64);
        at(blocks.start)..at(blocks.end)
    }

    /// True for the bytes of a block that are as they were written.
    fn are_of(&self, block: usize, bytes: &[u8]) -> bool {
        let same = self.sums.get(block).is_some_and(|sum| crc32fast::hash(bytes) == *sum);
        if let (true, Some(checked)) = (same, self.checked.get(block)) {
            checked.store(true, Ordering::Relaxed);
        }
        same
    }

    fn is_checked(&self, block: usize) -> bool {
        self.checked.get(block).is_some_and(|c| c.load(Ordering::Relaxed))
    }
}

/// A section in memory: a part of bytes that were read together.
#[derive(Clone)]
struct HeldSection {
    bytes: Arc<Vec<u8>>,
    part: Range<usize>,
}

/// The sections of a file.
#[derive(Clone)]
pub(super) struct SectionFile {
    path: PathBuf,
    /// The header, which tells one file from another.
    head: Arc<[u8]>,
    sections: Arc<[Range<u64>]>,
    /// Those that are in memory, shared by the copies.
    held: Arc<[Option<HeldSection>]>,
    blocks: Arc<Blocks>,
    file: Arc<File>,
    /// A part that was there is there no more, or is not as it was written.
    lost: Arc<AtomicBool>,
}

impl std::fmt::Debug for SectionFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SectionFile").field("path", &self.path).finish_non_exhaustive()
    }
}

/// The header holds the checksums of all that follows.
impl PartialEq for SectionFile {
    fn eq(&self, other: &Self) -> bool {
        self.head == other.head
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
    sections: Vec<Range<u64>>,
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
    if count > MOST {
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
    let mut end = bytes.len() as u64;
    let section = |len: u64| {
        let start = end;
        end += len;
        start..end
    };
    Ok(Header { sections: lengths.into_iter().map(section).collect(), sums, bytes })
}

impl SectionFile {
    /// Opens a file and takes into memory the sections that `held` says;
    /// `None` when there is none.
    pub(super) fn open(
        path: &Path,
        fingerprint: Fingerprint,
        held: impl Fn(usize) -> bool,
    ) -> Option<Result<Self, Refusal>> {
        let mut file = regular::open(path).ok()?;
        let header = match header(&mut file, fingerprint) {
            Ok(header) => header,
            Err(refusal) => return Some(Err(refusal)),
        };
        let start = header.bytes.len() as u64;
        let body = start..header.sections.last().map_or(start, |s| s.end);
        let opened = Self {
            path: path.to_path_buf(),
            head: header.bytes.into(),
            held: header.sections.iter().map(|_| None).collect(),
            sections: header.sections.into(),
            blocks: Arc::new(Blocks::new(body, header.sums)),
            file: Arc::new(file),
            lost: Arc::default(),
        };
        Some(opened.holding(held).map_err(|_| Refusal::Broken))
    }

    /// The bytes of some blocks, which are as they were written.
    fn read(&self, blocks: &Range<usize>) -> io::Result<Vec<u8>> {
        if blocks.is_empty() {
            return Ok(Vec::new());
        }
        let range = self.blocks.bytes(blocks);
        let len = usize::try_from(range.end - range.start).map_err(|_| io::ErrorKind::OutOfMemory)?;
        let mut bytes = vec![0; len];
        let fill = |(n, place): (usize, &mut [u8])| {
            regular::fill_at(&self.file, range.start + (n * BLOCK) as u64, place)?;
            if self.blocks.are_of(blocks.start + n, place) { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
        };
        // Who reads a row must not wait for the cores that work goes on on.
        let filled: io::Result<()> = if blocks.len() > 1 {
            bytes.par_chunks_mut(BLOCK).enumerate().try_for_each(fill)
        } else {
            fill((0, &mut bytes))
        };
        filled.map(|()| bytes)
    }

    /// True when all of it is as it was written: reads what nobody has read yet.
    pub(super) fn is_whole(&self) -> bool {
        let unread = (0..self.blocks.sums.len()).into_par_iter().filter(|block| !self.blocks.is_checked(*block));
        // One buffer for all that a core reads.
        let checked = |buffer: &mut Vec<u8>, block: usize| {
            let range = self.blocks.bytes(&(block..block + 1));
            buffer.resize((range.end - range.start) as usize, 0);
            regular::fill_at(&self.file, range.start, buffer).is_ok() && self.blocks.are_of(block, buffer)
        };
        let whole = unread.map_init(Vec::new, checked).all(|whole| whole);
        if !whole {
            self.lost.store(true, Ordering::Relaxed);
        }
        whole
    }

    /// The same with more sections in memory. Those that stand together are read
    /// together.
    fn holding(&self, held: impl Fn(usize) -> bool) -> io::Result<Self> {
        let mut all = self.held.to_vec();
        let wanted: Vec<usize> = (0..all.len()).filter(|n| all[*n].is_none() && held(*n)).collect();
        for run in wanted.chunk_by(|a, b| a + 1 == *b) {
            let (first, last) = (&self.sections[run[0]], &self.sections[run[run.len() - 1]]);
            let blocks = self.blocks.over(&(first.start..last.end));
            let (bytes, start) = (Arc::new(self.read(&blocks)?), self.blocks.bytes(&blocks).start);
            for n in run {
                let section = &self.sections[*n];
                let at = |place: u64| usize::try_from(place.saturating_sub(start)).unwrap_or(usize::MAX);
                all[*n] = Some(HeldSection { bytes: bytes.clone(), part: at(section.start)..at(section.end) });
            }
        }
        Ok(Self { held: all.into(), ..self.clone() })
    }

    /// The same with some more sections in memory: for whoever goes through all
    /// of them and then lets them go.
    pub(super) fn in_bulk(&self, sections: &[usize]) -> Self {
        self.holding(|number| sections.contains(&number)).unwrap_or_else(|_| {
            self.lost.store(true, Ordering::Relaxed);
            self.clone()
        })
    }

    /// True when a part of the file could not be read since it was opened, or was
    /// not as it was written: another process changed it, or the disk failed.
    pub(super) fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Relaxed)
    }

    /// A part of a section; empty when it does not have it.
    pub(super) fn part(&self, number: usize, part: Range<usize>) -> Cow<'_, [u8]> {
        if let Some(Some(_)) = self.held.get(number) {
            return Cow::Borrowed(self.section(number).get(part).unwrap_or_default());
        }
        let Some(section) =
            self.sections.get(number).filter(|_| part.end <= self.len(number) && part.start <= part.end)
        else {
            return Cow::Borrowed(&[]);
        };
        let range = section.start + part.start as u64..section.start + part.end as u64;
        self.some(range).map_or_else(
            |_| {
                self.lost.store(true, Ordering::Relaxed);
                Cow::Borrowed(&[][..])
            },
            Cow::Owned,
        )
    }

    /// Some bytes of the file, whose blocks are checked before.
    fn some(&self, range: Range<u64>) -> io::Result<Vec<u8>> {
        for block in self.blocks.over(&range).filter(|block| !self.blocks.is_checked(*block)) {
            self.read(&(block..block + 1))?;
        }
        regular::read_at(&self.file, range)
    }

    /// Bytes of a section.
    pub(super) fn len(&self, number: usize) -> usize {
        self.sections.get(number).map_or(0, |s| usize::try_from(s.end - s.start).unwrap_or(usize::MAX))
    }

    /// One section that is in memory; empty when it is not.
    pub(super) fn section(&self, number: usize) -> &[u8] {
        let held = self.held.get(number).and_then(Option::as_ref);
        held.and_then(|h| h.bytes.get(h.part.clone())).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::fs;

    fn opened(name: &str, bytes: &[u8], fingerprint: Fingerprint) -> Result<Vec<Vec<u8>>, Refusal> {
        let dir = std::env::temp_dir().join(format!("kiosque-sections-{name}-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("a folder for the test");
        let path = dir.join("index");
        fs::write(&path, bytes).expect("a file for the test");
        let file = SectionFile::open(&path, fingerprint, |n| n % 2 == 0).expect("it is there");
        let sections = file.map(|f| {
            let bulk = f.in_bulk(&(0..8).collect::<Vec<_>>());
            (0..f.sections.len())
                .map(|i| {
                    let all = bulk.section(i);
                    assert_eq!((&*f.part(i, 0..all.len()), f.len(i)), (all, all.len()));
                    assert_eq!(&*f.part(i, all.len()..all.len() + 1), &[0u8; 0][..]);
                    all.to_vec()
                })
                .collect()
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

    #[test]
    fn a_file_that_another_process_shortens_is_lost_and_told_and_what_is_held_stays() {
        let dir = std::env::temp_dir().join(format!("kiosque-sections-lost-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("a folder for the test");
        let path = dir.join("index");
        fs::write(&path, encode([7; 16], &[vec![1; 9000], vec![2; 9000]])).expect("a file for the test");
        let file = SectionFile::open(&path, [7; 16], |n| n == 0).expect("it is there").expect("it is whole");
        assert_eq!((file.part(1, 0..2).to_vec(), file.is_lost()), (vec![2, 2], false));
        fs::OpenOptions::new().write(true).open(&path).and_then(|f| f.set_len(10)).expect("it is shortened");
        assert_eq!(file.part(1, 0..2).to_vec(), Vec::<u8>::new());
        assert!(file.is_lost() && file.section(0) == [1; 9000]);
        assert_eq!(file.in_bulk(&[0]).part(0, 0..1).to_vec(), [1]);
        let _ = fs::remove_dir_all(dir);
    }

    #[test]
    fn a_block_that_is_not_as_it_was_written_is_missing_when_it_is_read_and_that_is_told() {
        let dir = std::env::temp_dir().join(format!("kiosque-sections-late-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("a folder for the test");
        let path = dir.join("index");
        let mut bytes = encode([7; 16], &[vec![1; 9000], vec![2; 3 * BLOCK], vec![3; 9000]]);
        let hurt = bytes.len() - 9000 - BLOCK / 2;
        bytes[hurt] ^= 1;
        fs::write(&path, &bytes).expect("a file for the test");
        let open =
            || SectionFile::open(&path, [7; 16], |n| n == 0).expect("it is there").expect("what is held is whole");
        let file = open();
        assert_eq!((file.part(1, 0..2).to_vec(), file.is_lost()), (vec![2, 2], false));
        let near = 5 * BLOCK / 2..5 * BLOCK / 2 + 2;
        assert_eq!((file.part(1, near).len(), file.is_lost()), (0, true), "the block of the hurt byte");
        assert_eq!(file.part(1, 0..2).to_vec(), [2, 2], "others stand");
        let file = open();
        assert!(!file.is_lost() && !file.is_whole() && file.is_lost());
        bytes[hurt] ^= 1;
        fs::write(&path, &bytes).expect("a file for the test");
        assert!(open().is_whole());
        let _ = fs::remove_dir_all(dir);
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
