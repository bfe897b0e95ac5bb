//! The folder of the index, read without mapping it: a mapped file that
//! another process shortens, or a disk that fails, ends the program; a read
//! that fails is an error, after which the index is dropped and texts are
//! scanned.

use crate::store::regular;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tantivy::HasLen;
use tantivy::directory::error::{DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, OwnedBytes, WatchCallback, WatchHandle, WritePtr,
};

/// A folder whose files are read where they are asked for. All but reading is
/// done as tantivy does it.
#[derive(Clone, Debug)]
pub(super) struct ReadDirectory {
    folder: PathBuf,
    writing: MmapDirectory,
}

impl ReadDirectory {
    /// The folder, which has to be there.
    ///
    /// # Errors
    /// What the system said.
    pub(super) fn open(folder: &Path) -> Result<Self, OpenDirectoryError> {
        Ok(Self { folder: folder.to_path_buf(), writing: MmapDirectory::open(folder)? })
    }
}

/// A file and its length when it was opened.
#[derive(Debug)]
struct ReadFile {
    file: File,
    len: usize,
}

impl HasLen for ReadFile {
    fn len(&self) -> usize {
        self.len
    }
}

impl FileHandle for ReadFile {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.start > range.end || range.end > self.len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        regular::read_at(&self.file, range.start as u64..range.end as u64).map(OwnedBytes::new)
    }
}

impl Directory for ReadDirectory {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let failed = |e: io::Error| match e.kind() {
            io::ErrorKind::NotFound => OpenReadError::FileDoesNotExist(path.to_path_buf()),
            _ => OpenReadError::wrap_io_error(e, path.to_path_buf()),
        };
        let file = regular::open(&self.folder.join(path)).map_err(failed)?;
        let len = file.metadata().map_err(failed)?.len();
        Ok(Arc::new(ReadFile { file, len: usize::try_from(len).unwrap_or(usize::MAX) }))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.writing.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.writing.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.writing.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        let bytes = self.get_file_handle(path)?;
        let all = bytes.read_bytes(0..bytes.len());
        all.map(|b| b.to_vec()).map_err(|e| OpenReadError::wrap_io_error(e, path.to_path_buf()))
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.writing.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.writing.sync_directory()
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        self.writing.acquire_lock(lock)
    }

    fn watch(&self, watch_callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.writing.watch(watch_callback)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_another_process_shortens_is_an_error_and_not_the_end() {
        let dir = std::env::temp_dir().join(format!("kiosque-read-directory-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::write(dir.join("a"), vec![7; 100_000]).unwrap();
        let directory = ReadDirectory::open(&dir).unwrap();
        let file = directory.get_file_handle(Path::new("a")).unwrap();
        assert_eq!(file.read_bytes(50_000..50_002).unwrap().as_slice(), [7, 7]);
        assert!(file.read_bytes(99_999..100_001).is_err());
        std::fs::OpenOptions::new().write(true).open(dir.join("a")).unwrap().set_len(10).unwrap();
        assert!(file.read_bytes(50_000..50_002).is_err());
        std::fs::remove_dir_all(dir).unwrap();
    }
}
