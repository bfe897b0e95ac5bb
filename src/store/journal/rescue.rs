//! A place for entries that the journal's file would not take.

use crate::store::regular;
use std::io::{self, Write};
use std::path::PathBuf;

/// Keeps lines of a journal in a new file, in the first of these folders that
/// takes it; returns where. The file is for the user alone and nothing that
/// stands there already is written to, so that nobody who can write to the
/// folder can read the lines or send them elsewhere.
///
/// # Errors
/// What the last folder said.
pub fn rescue(folders: &[PathBuf], lines: &[u8]) -> io::Result<PathBuf> {
    /// Names tried in one folder: others may have taken some.
    const NAMES: usize = 100;
    let mut refused = io::Error::from(io::ErrorKind::NotFound);
    for folder in folders {
        for n in 1..=NAMES {
            let path = folder.join(format!("kiosque-unsaved-{}-{n}.jsonl", std::process::id()));
            let mut file = match regular::create_own(&path) {
                Ok(file) => file,
                Err(e) => {
                    let taken = e.kind() == io::ErrorKind::AlreadyExists;
                    refused = e;
                    if taken {
                        continue;
                    }
                    break;
                }
            };
            match file.write_all(lines).and_then(|()| file.sync_all()) {
                Ok(()) => return Ok(path),
                Err(e) => {
                    // Half of the lines would look like all of them.
                    let _ = std::fs::remove_file(&path);
                    refused = e;
                    break;
                }
            }
        }
    }
    Err(refused)
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn lines_are_rescued_past_planted_links_and_folders_that_refuse_for_the_user_alone() {
        let dir = std::env::temp_dir().join(format!("kiosque-rescue-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).unwrap();
        let target = dir.join("target");
        symlink(&target, dir.join(format!("kiosque-unsaved-{}-1.jsonl", std::process::id()))).unwrap();
        let folders = ["/proc/nowhere".into(), dir.clone()];
        let file = rescue(&folders, b"a line\n").unwrap();
        assert_eq!((fs::read(&file).unwrap(), file.parent()), (b"a line\n".to_vec(), Some(&*dir)));
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(!target.exists(), "a planted link was followed");
        assert!(rescue(&folders[..1], b"a line\n").is_err());
        fs::remove_dir_all(dir).unwrap();
    }
}
