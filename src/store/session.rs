//! Where the reader was: a small file per corpus, replaced atomically and
//! read with tolerance. What it loses is convenience, never a verdict.

use crate::corpus::DocKey;
use crate::notice::Notice;
use crate::store::atomic;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// A place in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The article.
    pub document: DocKey,
    /// Byte offset in its text.
    pub offset: usize,
}

/// Where the reader was in one corpus. Fields of other versions are kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The open article and the first visible character.
    #[serde(deserialize_with = "or_default")]
    pub open: Option<Position>,
    /// Where reading stopped in the articles opened lately, newest last.
    #[serde(deserialize_with = "or_default")]
    pub positions: Vec<Position>,
    /// The view on screen, in the words of the screens.
    #[serde(deserialize_with = "or_default")]
    pub layout: String,
    /// How the list is grouped and sorted, in the words of the screens.
    #[serde(deserialize_with = "or_default")]
    pub order: String,
    /// The filter of the list.
    #[serde(deserialize_with = "or_default")]
    pub filter: String,
    /// The last search.
    #[serde(deserialize_with = "or_default")]
    pub query: String,
    /// Named marks.
    #[serde(deserialize_with = "or_default")]
    pub marks: BTreeMap<String, Position>,
    /// The jump list, oldest first.
    #[serde(deserialize_with = "or_default")]
    pub jumps: Vec<Position>,
    /// Anything else the screens want to find again.
    #[serde(flatten)]
    pub other: BTreeMap<String, serde_json::Value>,
}

/// A field of another shape is as good as none.
fn or_default<'de, D: Deserializer<'de>, T: Default + serde::de::DeserializeOwned>(d: D) -> Result<T, D::Error> {
    let value = serde_json::Value::deserialize(d)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

impl Session {
    /// Positions kept per corpus.
    pub const POSITIONS: usize = 1000;

    /// Where reading stopped in an article.
    pub fn position(&self, document: DocKey) -> Option<usize> {
        self.positions.iter().rev().find(|p| p.document == document).map(|p| p.offset)
    }

    /// Remembers where reading stopped.
    pub fn remember(&mut self, position: Position) {
        self.positions.retain(|p| p.document != position.document);
        self.positions.push(position);
        let excess = self.positions.len().saturating_sub(Self::POSITIONS);
        self.positions.drain(..excess);
    }
}

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
pub fn load(path: &Path) -> (Session, Option<Notice>) {
    let bytes = match std::fs::read(path) {
        Ok(b) => b,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return (Session::default(), None),
        Err(e) => {
            let place = path.display().to_string();
            return (
                Session::default(),
                Some(Notice::warning(place, format!("the last session could not be read ({e}); starting afresh."))),
            );
        }
    };
    match serde_json::from_slice(&bytes) {
        Ok(s) => (s, None),
        Err(e) => {
            let aside = path.with_extension("broken");
            let kept = if std::fs::rename(path, &aside).is_ok() { ", the file was set aside" } else { "" };
            let sentence = format!("the last session is damaged ({e}){kept}; starting afresh.");
            (Session::default(), Some(Notice::warning(path.display().to_string(), sentence)))
        }
    }
}

/// Replaces the session file.
pub fn save(path: &Path, session: &Session) -> io::Result<()> {
    atomic::replace(path, &serde_json::to_vec(session)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("kiosque-session-{name}-{}", std::process::id()))
    }

    #[test]
    fn a_session_reads_back_with_the_fields_of_other_versions() {
        let dir = folder("back");
        let path = dir.join("s.json");
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::write(&path, r#"{"layout":"wide","open":7,"invented":[1,2]}"#).unwrap();
        let (s, notice) = load(&path);
        assert_eq!((s.layout.as_str(), s.open, notice), ("wide", None, None));
        save(&path, &s).unwrap();
        assert_eq!(load(&path).0, s);
        assert!(std::fs::read_to_string(&path).unwrap().contains("invented"));
        std::fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn a_damaged_session_is_set_aside_and_said() {
        let dir = folder("damaged");
        let path = dir.join("s.json");
        std::fs::create_dir_all(&dir).unwrap();
        std::fs::write(&path, "{\"layout\":").unwrap();
        let (s, notice) = load(&path);
        assert_eq!(s, Session::default());
        assert!(notice.unwrap().sentence.contains("set aside"));
        assert!(path.with_extension("broken").exists());
        std::fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn the_last_position_of_an_article_is_the_one_found() {
        let mut s = Session::default();
        let document = DocKey::of_text("a");
        s.remember(Position { document, offset: 3 });
        s.remember(Position { document, offset: 9 });
        assert_eq!((s.position(document), s.positions.len()), (Some(9), 1));
    }
}
