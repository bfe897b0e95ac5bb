//! Where the reader was: a small file per corpus, replaced atomically and
//! read with tolerance. What it loses is convenience, never a verdict.

use crate::corpus::DocKey;
use crate::notice::{self, Notice};
use crate::store::{atomic, files, regular};
use crate::words::msg;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io;
use std::path::{Path, PathBuf};

/// The session file of a corpus, named after the paths it was opened with.
pub fn file(folder: &Path, corpus: &[PathBuf]) -> PathBuf {
    let mut paths: Vec<String> = corpus
        .iter()
        .map(|p| std::fs::canonicalize(p).unwrap_or_else(|_| p.clone()).to_string_lossy().into_owned())
        .collect();
    paths.sort();
    let key = DocKey::of_text(&paths.join("\n"));
    folder.join(format!("{key}.json"))
}

/// Reads a session; a broken file is set aside and said, a missing one is a
/// fresh start.
///
/// What a session holds is the caller's affair; fields that are missing
/// should take their default.
pub fn load<S: DeserializeOwned + Default>(path: &Path) -> (S, Option<Notice>) {
    let bytes = match regular::read(path, regular::OWN_BYTES) {
        Ok(b) => b,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return (S::default(), None),
        Err(e) => {
            let why = msg::store_session_unreadable(notice::reason(&e));
            return (S::default(), Some(Notice::warning(files::display(path), why)));
        }
    };
    match serde_json::from_slice(&bytes) {
        Ok(s) => (s, None),
        Err(e) => {
            let aside = path.with_extension("broken");
            let reason = e.to_string();
            let sentence = if std::fs::rename(path, &aside).is_ok() {
                msg::store_session_set_aside(reason)
            } else {
                msg::store_session_damaged(reason)
            };
            (S::default(), Some(Notice::warning(files::display(path), sentence)))
        }
    }
}

/// Replaces the session file.
pub fn save<S: Serialize>(path: &Path, session: &S) -> io::Result<()> {
    atomic::replace_own(path, &serde_json::to_vec(session)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct Place {
        offset: usize,
        view: String,
    }

    fn folder(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("kiosque-session-{name}-{}", std::process::id()))
    }

    #[test]
    fn a_session_reads_back_and_missing_fields_take_their_default() {
        let dir = folder("back");
        let path = file(&dir, &[PathBuf::from("nowhere")]);
        let here = Place { offset: 7, view: "raw".into() };
        save(&path, &here).unwrap();
        assert_eq!(load(&path), (here, None));
        std::fs::write(&path, r#"{"view":"clean","invented":[1]}"#).unwrap();
        assert_eq!(load(&path), (Place { offset: 0, view: "clean".into() }, None));
        std::fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn a_damaged_session_is_set_aside_and_said() {
        let dir = folder("damaged");
        let path = dir.join("s.json");
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::write(&path, "{\"layout\":").unwrap();
        let (s, notice) = load::<Place>(&path);
        assert_eq!(s, Place::default());
        assert!(notice.unwrap().to_string().contains("set aside"));
        assert!(path.with_extension("broken").exists());
        std::fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn the_order_of_the_paths_does_not_matter() {
        let (a, b) = (PathBuf::from("a"), PathBuf::from("b"));
        assert_eq!(file(Path::new("s"), &[a.clone(), b.clone()]), file(Path::new("s"), &[b, a]));
    }
}
