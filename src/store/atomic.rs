//! Replacing a small file so that a reader sees the old one or the new one,
//! whole, whatever happens in between.

use super::regular;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

static COUNTER: AtomicU64 = AtomicU64::new(0);

/// Who can read a file that did not stand there before; one that did keeps
/// its permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// The user alone: what the program keeps.
    User,
    /// Whoever the system lets read new files: what the user asked for.
    Usual,
}

/// Puts `bytes` in place of the file at `path`, creating its folder.
///
/// Written to a temporary file beside it, synced, then renamed.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_with(path, Readers::Usual, |f| f.write_all(bytes))
}

/// The same for a file that the program keeps for the user alone.
pub fn replace_own(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_with(path, Readers::User, |f| f.write_all(bytes))
}

/// Like [`replace`], for what is written piece by piece.
pub fn replace_with(path: &Path, readers: Readers, write: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    // A file that the user keeps elsewhere and links to stays there; what the program keeps is
    // never written through a link that somebody else may have laid.
    let linked = readers == Readers::Usual && fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink());
    let target = if linked { fs::canonicalize(path)? } else { path.to_owned() };
    let path = target.as_path();
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match readers {
        Readers::User => regular::own_folder(folder)?,
        Readers::Usual => fs::create_dir_all(folder)?,
    }
    let name = path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let mut temporary = name.to_os_string();
    temporary.push(format!(".{}.{}.tmp", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed)));
    let temporary = folder.join(temporary);
    let before = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file).map(|m| m.permissions());
    let mut file = match readers {
        Readers::User => regular::create_own(&temporary)?,
        Readers::Usual => File::create_new(&temporary)?,
    };
    let done = (|| {
        if let Some(permissions) = before {
            file.set_permissions(permissions)?;
        }
        write(&mut file)?;
        file.sync_all()?;
        fs::rename(&temporary, path)
    })();
    if done.is_err() {
        // The old file stands; a leftover would only be litter.
        let _ = fs::remove_file(&temporary);
        return done;
    }
    sync_folder(folder);
    Ok(())
}

/// Makes a rename durable where folders can be synced; elsewhere the file
/// system does so by itself.
pub fn sync_folder(folder: &Path) {
    if let Ok(f) = File::open(folder) {
        let _ = f.sync_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_the_old_file_and_no_litter() {
        let dir = std::env::temp_dir().join(format!("kiosque-atomic-{}", std::process::id()));
        let path = dir.join("a/file");
        replace(&path, b"old").unwrap();
        replace_with(&path, Readers::Usual, |_| Err(io::Error::from(io::ErrorKind::StorageFull))).unwrap_err();
        assert_eq!(fs::read(&path).unwrap(), b"old");
        replace(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
        fs::remove_dir_all(dir).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_file_of_the_user_that_is_linked_to_is_written_where_it_lies_and_one_of_the_program_is_not() {
        let dir = std::env::temp_dir().join(format!("kiosque-atomic-link-{}", std::process::id()));
        let (file, link) = (dir.join("kept/file"), dir.join("link"));
        replace(&file, b"old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        replace(&link, b"new").unwrap();
        assert_eq!((fs::read(&file).unwrap(), fs::read_link(&link).unwrap()), (b"new".to_vec(), file.clone()));
        replace_own(&link, b"own").unwrap();
        assert_eq!((fs::read(&file).unwrap(), fs::read(&link).unwrap()), (b"new".to_vec(), b"own".to_vec()));
        fs::remove_dir_all(dir).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn what_the_program_keeps_is_for_the_user_alone_unless_the_user_opened_it() {
        use std::os::unix::fs::PermissionsExt;
        let dir = std::env::temp_dir().join(format!("kiosque-atomic-own-{}", std::process::id()));
        let path = dir.join("file");
        let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        replace_own(&path, b"a").unwrap();
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        replace_own(&path, b"b").unwrap();
        assert_eq!((mode(), fs::read(&path).unwrap()), (0o640, b"b".to_vec()));
        fs::remove_dir_all(dir).unwrap();
    }
}
