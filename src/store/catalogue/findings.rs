//! Findings, appended to a file as they come, each with its checksum; in
//! memory where there is no file or its disk refuses.
//!
//! A slot once given stays readable for the whole run, whatever another
//! instance does: the file only grows, and one that took its place has
//! another name.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Mutex, PoisonError};

/// Where one finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// First byte; from [`IN_MEMORY`] on, in memory.
    pub start: u64,
    /// Bytes.
    pub len: u32,
    /// Their checksum.
    pub sum: u32,
}

/// Offsets from here on are in memory.
pub const IN_MEMORY: u64 = 1 << 62;

/// The findings of one corpus.
#[derive(Debug, Default)]
pub struct Findings {
    inner: Mutex<Backing>,
}

#[derive(Debug, Default)]
struct Backing {
    file: Option<File>,
    /// Where the next one goes in the file; `None`: nothing is appended there.
    end: Option<u64>,
    memory: Vec<u8>,
    /// What the disk said when it refused, until it is asked for.
    refused: Option<io::Error>,
}

impl Findings {
    /// Findings in a file. With `end`, new ones are appended there; without,
    /// the file is only read and new ones stay in memory.
    pub fn in_file(file: File, end: Option<u64>) -> Self {
        Self { inner: Mutex::new(Backing { file: Some(file), end, ..Backing::default() }) }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Backing> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps findings, in one write.
    pub fn append<'f>(&self, findings: impl IntoIterator<Item = &'f [u8]>) -> Vec<Slot> {
        let (mut whole, mut slots) = (Vec::new(), Vec::new());
        for f in findings {
            slots.push(Slot { start: whole.len() as u64, len: f.len() as u32, sum: crc32fast::hash(f) });
            whole.extend_from_slice(f);
        }
        let start = self.lock().write(&whole);
        slots.iter_mut().for_each(|slot| slot.start += start);
        slots
    }

    /// One finding; `None` when its bytes are not what they were.
    pub fn read(&self, slot: Slot) -> Option<Vec<u8>> {
        let mut inner = self.lock();
        let bytes = if let Some(start) = slot.start.checked_sub(IN_MEMORY) {
            let start = usize::try_from(start).ok()?;
            inner.memory.get(start..start.checked_add(slot.len as usize)?)?.to_vec()
        } else {
            let file = inner.file.as_mut()?;
            file.seek(SeekFrom::Start(slot.start)).ok()?;
            let mut bytes = vec![0; slot.len as usize];
            file.read_exact(&mut bytes).ok()?;
            bytes
        };
        (crc32fast::hash(&bytes) == slot.sum).then_some(bytes)
    }

    /// Bytes of the file that hold findings; `None` when it is not written.
    pub fn end(&self) -> Option<u64> {
        self.lock().end
    }

    /// What the disk said since the last time it was asked.
    pub fn refused(&self) -> Option<io::Error> {
        self.lock().refused.take()
    }

    /// Makes what was appended durable.
    ///
    /// # Errors
    /// What the disk said.
    pub fn sync(&self) -> io::Result<()> {
        match &self.lock().file {
            Some(f) => f.sync_data(),
            None => Ok(()),
        }
    }
}

impl Backing {
    fn write(&mut self, bytes: &[u8]) -> u64 {
        if let (Some(file), Some(end)) = (&mut self.file, self.end) {
            let written = file.seek(SeekFrom::Start(end)).and_then(|_| file.write_all(bytes));
            match written {
                Ok(()) => {
                    self.end = Some(end + bytes.len() as u64);
                    return end;
                }
                Err(e) => {
                    // What stands there already can still be read.
                    self.end = None;
                    self.refused = Some(e);
                }
            }
        }
        let start = self.memory.len() as u64;
        self.memory.extend_from_slice(bytes);
        IN_MEMORY + start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_reads_back_from_memory_and_a_wrong_sum_is_refused() {
        let findings = Findings::default();
        let slots = findings.append([&b"abc"[..], b"", b"defg"]);
        assert_eq!(findings.read(slots[2]).as_deref(), Some(&b"defg"[..]));
        assert_eq!(findings.read(slots[1]).as_deref(), Some(&b""[..]));
        assert_eq!(findings.read(Slot { sum: 1, ..slots[0] }), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_sends_what_comes_next_to_memory_and_says_so_once() {
        let full = std::fs::OpenOptions::new().read(true).write(true).open("/dev/full").expect("Linux has it");
        let findings = Findings::in_file(full, Some(0));
        let slots = findings.append([&b"abc"[..]]);
        assert_eq!(findings.read(slots[0]).as_deref(), Some(&b"abc"[..]));
        assert!(findings.refused().is_some() && findings.refused().is_none() && findings.end().is_none());
    }
}
