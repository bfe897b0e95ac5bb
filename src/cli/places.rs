//! Single articles of a file, named as `list` prints them: `night.jsonl#3`,
//! `week.zip#lundi.txt`.

use crate::corpus::Place;
use crate::notice::Notice;
use crate::store::files;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// Paths to read, and which articles of them are meant.
#[derive(Default)]
pub(super) struct Places {
    /// Files and folders, each once.
    pub(super) paths: Vec<PathBuf>,
    /// The entries that are meant of a file of which not all are, by its name.
    entries: HashMap<String, HashSet<String>>,
}

impl Places {
    /// What is meant by paths. A path that is there is meant whole, whatever
    /// signs it has.
    pub(super) fn of(given: &[PathBuf]) -> Self {
        let mut places = Self { paths: Vec::with_capacity(given.len()), entries: HashMap::new() };
        let mut whole = HashSet::new();
        for path in given {
            match entry_of(path) {
                Some((file, entry)) => {
                    let entries = places.entries.entry(files::display(&file)).or_default();
                    if entries.is_empty() && !whole.contains(&files::display(&file)) {
                        places.paths.push(file);
                    }
                    entries.insert(entry);
                }
                None => {
                    let once = places.entries.contains_key(&files::display(path));
                    whole.insert(files::display(path));
                    if !once {
                        places.paths.push(path.clone());
                    }
                }
            }
        }
        places.entries.retain(|file, _| !whole.contains(file));
        places
    }

    /// True when not all that is read is meant.
    pub(super) fn choose(&self) -> bool {
        !self.entries.is_empty()
    }

    /// True for an article that is meant.
    pub(super) fn mean(&self, place: &Place) -> bool {
        let of_all = |entries: &HashSet<String>| place.entry.as_ref().is_some_and(|e| entries.contains(&**e));
        self.entries.get(&*place.path).is_none_or(of_all)
    }

    /// True for what is said of an article that is meant, or of a whole file.
    pub(super) fn concern(&self, notice: &Notice) -> bool {
        let Some((file, entry)) = notice.place.split_once('#') else { return true };
        self.entries.get(file).is_none_or(|entries| entries.contains(entry))
    }
}

/// The file and the entry of it that a path names which is itself not there.
fn entry_of(path: &Path) -> Option<(PathBuf, String)> {
    if path.as_os_str() == files::STDIN || path.symlink_metadata().is_ok() {
        return None;
    }
    let text = path.to_str()?;
    let cuts = text.match_indices('#').map(|(i, _)| (&text[..i], &text[i + 1..]));
    let mut there = cuts.filter(|(file, entry)| !entry.is_empty() && Path::new(file).is_file());
    there.next().map(|(file, entry)| (PathBuf::from(file), entry.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(path: &Path, entry: &str) -> Place {
        Place { path: files::display(path).into(), entry: Some(entry.into()) }
    }

    #[test]
    fn a_file_that_is_there_is_meant_whole_and_an_entry_of_one_alone() {
        let dir = std::env::temp_dir().join(format!("kiosque-places-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        let (night, odd) = (dir.join("night.jsonl"), dir.join("a#1.txt"));
        std::fs::write(&night, "").unwrap();
        std::fs::write(&odd, "").unwrap();
        let named = |text: &str| dir.join(text);
        let places = Places::of(&[named("night.jsonl#3"), named("night.jsonl#5"), odd.clone(), named("none#2")]);
        assert_eq!(places.paths, [night.clone(), odd.clone(), named("none#2")]);
        assert!(places.mean(&place(&night, "3")) && places.mean(&place(&night, "5")));
        assert!(!places.mean(&place(&night, "4")) && places.mean(&place(&odd, "9")));
        let both = Places::of(&[named("night.jsonl#3"), night.clone()]);
        assert_eq!(both.paths, std::slice::from_ref(&night));
        assert!(both.mean(&place(&night, "4")));
        std::fs::remove_dir_all(&dir).unwrap();
    }
}
