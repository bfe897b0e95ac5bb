//! The reader's own themes: files in the folder `themes` beside the settings
//! file.

use super::{files, regular};
use crate::notice::Notice;
use crate::theme::{self, Themes};
use crate::words::msg;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of the reader's own themes.
pub fn folder(settings_file: &Path) -> PathBuf {
    settings_file.with_file_name("themes")
}

/// Reads every `.toml` file of a folder, in the order of their names; a folder
/// that is not there has none. What is wrong is said and left out.
pub fn read(folder: &Path) -> (Themes, Vec<Notice>) {
    let (mut themes, mut notices) = (Themes::default(), Vec::new());
    let could_not = |path: &Path, e: &io::Error| {
        Notice::warning(files::display(path), msg::theme_unreadable(crate::notice::reason(e)))
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return (themes, notices),
        Err(e) => return (themes, vec![could_not(folder, &e)]),
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    for path in paths {
        let Some(name) = path.file_stem().and_then(|s| s.to_str()) else { continue };
        match regular::read_text(&path) {
            Ok(text) => {
                let (theme, wrong) = theme::parse(name, &files::display(&path), &text);
                themes.own.extend(theme);
                notices.extend(wrong);
            }
            Err(e) => notices.push(could_not(&path, &e)),
        }
    }
    (themes, notices)
}
