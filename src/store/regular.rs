//! Files opened so that whatever stands at a path, the program goes on: only
//! regular files are opened, opening never waits, and reading has an end.
//! What the program keeps for itself is readable by the user alone.
//!
//! A pipe that nobody writes to would make an ordinary open wait for ever, a
//! device may have no end, and either may be put in the place of a file
//! between a look at it and its opening.

use crate::notice::refusal;
use crate::words::msg;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// Most bytes of a file that the reader keeps for the program: settings,
/// themes, words, lists of terms or paths, a session.
pub const OWN_BYTES: u64 = 64 << 20;

/// Options whose open does not wait and takes no terminal.
fn at_once() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.bits().cast_signed());
    }
    options
}

/// The same for a file that, when it is made, only the user can read.
fn private() -> OpenOptions {
    let mut options = at_once();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Opens what these options say, when it is a regular file: looked at before,
/// as opening some devices does something, and after, as another file may have
/// taken its place.
fn opened(options: &OpenOptions, path: &Path) -> io::Result<File> {
    let regular = |m: fs::Metadata| match () {
        () if m.is_file() => Ok(()),
        () if m.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
        () => Err(refusal(msg::STORE_NO_FILE)),
    };
    if let Ok(meta) = fs::metadata(path) {
        regular(meta)?;
    }
    let file = options.open(path)?;
    regular(file.metadata()?)?;
    Ok(file)
}

/// Opens a file for reading.
///
/// # Errors
/// What the system said, or that it is no file.
pub fn open(path: &Path) -> io::Result<File> {
    opened(at_once().read(true), path)
}

/// Makes a file of the user's, or empties it, for writing.
///
/// # Errors
/// What the system said, or that it is no file.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = opened(at_once().write(true).create(true).truncate(true), path)?;
    io::Write::write_all(&mut file, bytes)
}

/// Opens one of the program's own files as asked; one that is made only the
/// user can read.
///
/// # Errors
/// What the system said, or that it is no file.
pub fn own(path: &Path, ask: impl FnOnce(&mut OpenOptions) -> &mut OpenOptions) -> io::Result<File> {
    opened(ask(&mut private()), path)
}

/// Makes a new file that only the user can read; what stands there already, a
/// link too, is an error.
///
/// # Errors
/// What the system said.
pub fn create_own(path: &Path) -> io::Result<File> {
    private().read(true).write(true).create_new(true).open(path)
}

/// Makes a folder of the program's own, and those it stands in: only the user
/// can look into the ones that are made.
///
/// # Errors
/// What the system said.
pub fn own_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(path)
}

/// All bytes of a file of at most so many.
///
/// # Errors
/// What the system said, that it is no file, or that it is larger.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    all(open(path)?, most)
}

/// The text of a file of the reader's own.
///
/// # Errors
/// What the system said, that it is no file, too large or no text.
pub fn read_text(path: &Path) -> io::Result<String> {
    String::from_utf8(read(path, OWN_BYTES)?).map_err(|_| refusal(msg::STORE_NO_UTF8))
}

/// All bytes of a list that the command line names: a file, or the open end of
/// a pipe under the name that a shell gives it (`<(…)`).
///
/// # Errors
/// What the system said, that it is neither, or that it is too large.
pub fn read_list(path: &Path) -> io::Result<Vec<u8>> {
    let handed_over = ["/dev/fd", "/proc/self/fd", "/dev/stdin"].iter().any(|p| path.starts_with(p));
    all(if handed_over { File::open(path)? } else { open(path)? }, OWN_BYTES)
}

/// All bytes of a reader of at most so many.
///
/// # Errors
/// What the system said, or that there are more.
pub fn all(reader: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(refusal(msg::store_larger_than(most >> 20))) } else { Ok(bytes) }
}

/// Bytes from an offset on, whoever else reads the file.
///
/// # Errors
/// What the system said, or that the file ends before.
pub fn read_at(file: &File, range: std::ops::Range<u64>) -> io::Result<Vec<u8>> {
    let len = usize::try_from(range.end - range.start).map_err(|_| io::ErrorKind::OutOfMemory)?;
    let mut bytes = Vec::new();
    // The length may be any that another process wrote.
    bytes.try_reserve_exact(len).map_err(|_| io::ErrorKind::OutOfMemory)?;
    bytes.resize(len, 0);
    fill_at(file, range.start, &mut bytes)?;
    Ok(bytes)
}

/// Fills a buffer with the bytes from an offset on, whoever else reads the file.
///
/// # Errors
/// What the system said, or that the file ends before.
pub fn fill_at(file: &File, start: u64, bytes: &mut [u8]) -> io::Result<()> {
    #[cfg(unix)]
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, start)?;
    #[cfg(not(unix))]
    {
        use std::io::Seek as _;
        // One place in the file is shared by all that read it.
        static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());
        let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut file = file;
        file.seek(io::SeekFrom::Start(start))?;
        file.read_exact(bytes)?;
    }
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::notice::reason;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn folder(name: &str) -> std::path::PathBuf {
        let dir = std::env::temp_dir().join(format!("kiosque-regular-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        own_folder(&dir).unwrap();
        dir
    }

    fn said<T>(outcome: io::Result<T>) -> String {
        outcome.err().map(|e| crate::words::Lang::EN.say(reason(&e))).unwrap_or_default()
    }

    #[test]
    fn pipes_devices_and_links_to_them_are_neither_read_nor_written() {
        let dir = folder("special");
        let pipe = dir.join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        symlink("/dev/zero", dir.join("zero")).unwrap();
        for path in [pipe.clone(), dir.join("zero"), "/dev/null".into(), "/dev/tty".into()] {
            let outcomes = [
                said(open(&path)),
                said(read(&path, 10)),
                said(read_list(&path)),
                said(own(&path, |o| o.append(true).create(true))),
                said(write(&path, b"x")),
            ];
            for said in outcomes {
                assert_eq!(said, "it is no file (a pipe, socket or device)", "{}", path.display());
            }
        }
        assert_eq!(open(&dir).map(|_| ()).map_err(|e| e.kind()), Err(io::ErrorKind::IsADirectory));
        fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn a_pipe_put_in_the_place_of_a_file_does_not_make_the_open_wait() {
        let dir = folder("swapped");
        let pipe = dir.join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        // As if the look before had seen a file.
        let file = at_once().read(true).open(&pipe).unwrap();
        assert!(!file.metadata().unwrap().is_file());
        fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn a_file_that_is_too_large_is_not_read_to_its_end() {
        let dir = folder("large");
        write(&dir.join("a"), &[b'a'; 11]).unwrap();
        assert_eq!(read(&dir.join("a"), 11).unwrap().len(), 11);
        assert!(said(read(&dir.join("a"), 10)).contains("larger"), "{}", said(read(&dir.join("a"), 10)));
        fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn the_programs_own_files_and_folders_are_for_the_user_alone_and_follow_no_link_that_waits_for_them() {
        let dir = folder("own");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        own_folder(&dir.join("a/b")).unwrap();
        own(&dir.join("a/file"), |o| o.append(true).create(true)).unwrap();
        create_own(&dir.join("a/new")).unwrap();
        assert_eq!((mode(&dir.join("a")), mode(&dir.join("a/b"))), (0o700, 0o700));
        assert_eq!((mode(&dir.join("a/file")), mode(&dir.join("a/new"))), (0o600, 0o600));
        symlink(dir.join("elsewhere"), dir.join("a/link")).unwrap();
        assert_eq!(
            create_own(&dir.join("a/link")).map(|_| ()).map_err(|e| e.kind()),
            Err(io::ErrorKind::AlreadyExists)
        );
        assert!(!dir.join("elsewhere").exists());
        fs::remove_dir_all(dir).unwrap();
    }
}
