//! Files and folders on disk, in a stable order, one at a time, so that the
//! first document is there before the walk ends.
//!
//! Knows paths; has never heard of formats. Only regular files are opened:
//! no pipes, no devices. Links to files found in a folder are read; links to
//! folders are not entered (name such a folder to read it), which is why no
//! loop of links can trap the walk.

use super::address::Address;
use super::regular;
use crate::corpus::Place;
use crate::ingest::Alike;
use crate::notice::{self, Notice};
use crate::text::sanitise::one_name;
use crate::words::msg;
use std::fs::{self, File};
use std::io::{self, BufRead};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The path that stands for standard input.
pub const STDIN: &str = "-";
/// The folder in a followed one that holds what is known of its addresses: the
/// program's own, no article.
pub const STATE_FOLDER: &str = ".kiosque-live";

/// What the walk finds.
pub enum WalkItem<'r> {
    /// A regular file, opened, or standard input.
    File {
        /// The path as given, for people.
        place: Place,
        /// Its bytes.
        reader: &'r mut dyn BufRead,
        /// The file itself, for formats that need to seek; `None` when the
        /// bytes are not those of a file, or were unpacked.
        file: Option<File>,
        /// What was told so far of the file that it stands in.
        told: &'r mut Alike,
    },
    /// What could not be read or was left out.
    Problem(Notice),
}

/// Takes what the walk finds, as it comes; [`ControlFlow::Break`] stops.
pub type Sink<'s> = dyn FnMut(WalkItem<'_>) -> ControlFlow<()> + 's;

/// What the walk finds, before anything is opened.
pub enum Step<'p> {
    /// A regular file.
    File(&'p Path, &'p fs::Metadata),
    /// Standard input.
    Stdin,
    /// What could not be read or was left out.
    Problem(Notice),
}

/// Takes the steps of a walk, as they come; [`ControlFlow::Break`] stops.
pub type Steps<'s> = dyn FnMut(Step<'_>) -> ControlFlow<()> + 's;

/// Walks one path like [`visit`] and opens nothing.
pub fn walk(path: &Path, stop: &dyn Fn() -> bool, steps: &mut Steps<'_>) -> ControlFlow<()> {
    if stop() { ControlFlow::Break(()) } else { named(path, stop, steps) }
}

/// Walks the paths in the order given: files, folders with everything below
/// them in the order of names, `-` for standard input. `stop` is asked before
/// every file.
pub fn visit(paths: &[PathBuf], stop: &dyn Fn() -> bool, sink: &mut Sink<'_>) -> ControlFlow<()> {
    paths.iter().try_for_each(|path| {
        walk(path, stop, &mut |step| match step {
            Step::File(path, _) => open(path, sink),
            Step::Stdin => {
                let mut reader = io::stdin().lock();
                let told = &mut Alike::default();
                sink(WalkItem::File { place: Place::file(STDIN), reader: &mut reader, file: None, told })
            }
            Step::Problem(notice) => sink(WalkItem::Problem(notice)),
        })
    })
}

/// A path for people: sanitised, on one line, with a mark for what has no width.
pub fn display(path: &Path) -> String {
    let shown = path.to_string_lossy();
    // The address of a database may hold a password.
    match Address::parse(&shown).filter(|address| !address.is_none()) {
        Some(address) => one_name(&address.to_string()),
        None => one_name(&shown),
    }
}

/// A path that the reader named: links are followed.
fn named(path: &Path, stop: &dyn Fn() -> bool, sink: &mut Steps<'_>) -> ControlFlow<()> {
    if path.as_os_str() == STDIN {
        return sink(Step::Stdin);
    }
    match fs::metadata(path) {
        Ok(m) if m.is_dir() => folder(path, stop, sink),
        Ok(m) if m.is_file() => sink(Step::File(path, &m)),
        Ok(_) => sink(Step::Problem(Notice::error(display(path), msg::STORE_SPECIAL))),
        Err(e) => sink(Step::Problem(
            Notice::error(display(path), msg::store_unreadable(notice::reason(&e))).with_hint(msg::STORE_CHECK_PATH),
        )),
    }
}

/// Opens one regular file.
pub(super) fn open(path: &Path, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let place = Place::file(display(path));
    match regular::open(path) {
        Ok(file) => {
            // A second handle lets archives seek; reading starts anew there.
            let seekable = file.try_clone().ok();
            let mut reader = io::BufReader::with_capacity(64 * 1024, file);
            sink(WalkItem::File { place, reader: &mut reader, file: seekable, told: &mut Alike::default() })
        }
        Err(e) => {
            let sentence = msg::store_unopened(notice::reason(&e));
            sink(WalkItem::Problem(Notice::error(place.to_string(), sentence)))
        }
    }
}

/// Everything below a folder, without recursion on the call stack.
fn folder(root: &Path, stop: &dyn Fn() -> bool, sink: &mut Steps<'_>) -> ControlFlow<()> {
    let mut left_out = LeftOut::default();
    let mut stack = vec![entries(root, &mut left_out, sink)?];
    while let Some(pending) = stack.last_mut() {
        let Some(path) = pending.pop() else {
            stack.pop();
            continue;
        };
        if stop() {
            return ControlFlow::Break(());
        }
        let place = || display(&path);
        let kind = match fs::symlink_metadata(&path) {
            Ok(m) => m,
            Err(e) => {
                sink(Step::Problem(Notice::error(place(), msg::store_unreadable(notice::reason(&e)))))?;
                continue;
            }
        };
        if kind.is_dir() {
            let inside = entries(&path, &mut left_out, sink)?;
            stack.push(inside);
        } else if kind.is_file() {
            sink(Step::File(&path, &kind))?;
        } else if kind.is_symlink() {
            match fs::metadata(&path) {
                Ok(m) if m.is_file() => sink(Step::File(&path, &m))?,
                Ok(m) if m.is_dir() => {
                    let notice = Notice::info(place(), msg::STORE_LINK_TO_FOLDER);
                    sink(Step::Problem(notice.with_hint(msg::STORE_NAME_FOLDER)))?;
                }
                Ok(_) => left_out.special += 1,
                Err(e) => {
                    let sentence = msg::store_link_broken(notice::reason(&e));
                    sink(Step::Problem(Notice::warning(place(), sentence)))?;
                }
            }
        } else {
            left_out.special += 1;
        }
    }
    left_out.say(root, sink)
}

/// What a folder holds, last name first, for a stack.
fn entries(dir: &Path, left_out: &mut LeftOut, sink: &mut Steps<'_>) -> ControlFlow<(), Vec<PathBuf>> {
    let mut names = Vec::new();
    match fs::read_dir(dir) {
        Ok(list) => {
            for entry in list {
                match entry {
                    Ok(e) if e.file_name() == STATE_FOLDER => {}
                    Ok(e) if is_hidden(&e.file_name().to_string_lossy()) => left_out.hidden += 1,
                    Ok(e) if is_foreign(&e.file_name().to_string_lossy()) && !e.path().is_dir() => {
                        left_out.foreign += 1;
                    }
                    Ok(e) => names.push(e.file_name()),
                    Err(e) => say_unlistable(dir, &e, sink)?,
                }
            }
        }
        Err(e) => say_unlistable(dir, &e, sink)?,
    }
    names.sort_by(|a, b| b.cmp(a));
    ControlFlow::Continue(names.into_iter().map(|n| dir.join(n)).collect())
}

fn say_unlistable(dir: &Path, e: &io::Error, sink: &mut Steps<'_>) -> ControlFlow<()> {
    let sentence = msg::store_unlistable(notice::reason(e));
    sink(Step::Problem(Notice::error(display(dir), sentence)))
}

/// Hidden files and the backups of editors are no articles.
pub(super) fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'))
}

/// Extensions of files that hold no article: what browsers save beside a
/// page, pictures, sound, film, programs.
const FOREIGN: &[&str] = &[
    "7z", "avi", "bin", "bmp", "class", "css", "db", "dll", "dylib", "eot", "exe", "gif", "ico", "img", "iso", "jpeg",
    "jpg", "js", "m4a", "map", "mkv", "mov", "mp3", "mp4", "o", "ogg", "otf", "png", "pyc", "so", "sqlite", "svg",
    "tif", "tiff", "ttf", "wasm", "wav", "webm", "webp", "woff", "woff2",
];

fn is_foreign(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, e)| FOREIGN.contains(&e.to_ascii_lowercase().as_str()))
}

/// Entries left out of a folder, said once.
#[derive(Default)]
struct LeftOut {
    hidden: usize,
    foreign: usize,
    special: usize,
}

impl LeftOut {
    fn say(&self, root: &Path, sink: &mut Steps<'_>) -> ControlFlow<()> {
        let said = [
            (self.hidden, msg::store_hidden(self.hidden)),
            (self.foreign, msg::store_no_text(self.foreign)),
            (self.special, msg::store_special_files(self.special)),
        ];
        for (n, sentence) in said {
            if n > 0 {
                sink(Step::Problem(Notice::info(display(root), sentence)))?;
            }
        }
        ControlFlow::Continue(())
    }
}

/// Paths listed one per line, or separated by NUL when there is one.
pub fn listed(bytes: &[u8]) -> Vec<PathBuf> {
    let separator = if bytes.contains(&0) { 0 } else { b'\n' };
    let parts = bytes.split(|&b| b == separator);
    parts.map(|p| p.strip_suffix(b"\r").unwrap_or(p)).filter(|p| !p.is_empty()).map(path_of).collect()
}

/// A path of those bytes.
#[cfg(unix)]
pub(crate) fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

/// A path of those bytes.
#[cfg(not(unix))]
pub(crate) fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_paths_come_in_lines_or_parted_by_nul() {
        let list = listed;
        assert_eq!(list(b"a b\r\n\nc\n"), [PathBuf::from("a b"), PathBuf::from("c")]);
        assert_eq!(list(b"a\nb\0c\0"), [PathBuf::from("a\nb"), PathBuf::from("c")]);
    }

    #[test]
    fn backups_and_what_browsers_save_beside_a_page_hold_no_articles() {
        assert!(is_hidden(".a.txt") && is_hidden("a.txt~") && is_hidden("#a.txt#"));
        assert!(is_foreign("logo.PNG") && is_foreign("main.js"));
        assert!(!is_foreign("a.txt") && !is_foreign("png") && !is_hidden("a"));
    }
}
