//! Languages of the reader: Fluent files in the folder `words` beside the
//! settings file. `de.ftl` makes the language `de`, which can be asked for like
//! those that the program carries.

use super::{files, regular};
use crate::notice::{Notice, reason};
use crate::words::{Lang, msg};
use std::io;
use std::path::{Path, PathBuf};

/// The folder of the reader's languages.
pub fn folder(settings_file: &Path) -> PathBuf {
    settings_file.with_file_name("words")
}

/// Adds the language of every `.ftl` file of a folder, in the order of their
/// names, for the rest of the run; a folder that is not there has none. A file
/// in which something is wrong is said with the line, and adds none.
pub fn add(folder: &Path) -> Vec<Notice> {
    let could_not =
        |path: &Path, e: &io::Error| Notice::warning(files::display(path), msg::words_unreadable(reason(e)));
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Vec::new(),
        Err(e) => return vec![could_not(folder, &e)],
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "ftl"));
    paths.sort();
    let mut notices = Vec::new();
    for path in paths {
        let Some(code) = path.file_stem().and_then(|s| s.to_str()) else { continue };
        let place = files::display(&path);
        if !Lang::is_code(code) {
            notices.push(Notice::warning(place, msg::words_no_code(code)));
        } else if Lang::carried().any(|l| l.code() == code) {
            notices.push(Notice::warning(place, msg::words_carried(code)));
        } else {
            match regular::read_text(&path) {
                Ok(source) => {
                    let problems = Lang::add(code, &source).err().unwrap_or_default();
                    notices.extend(problems.into_iter().map(|p| {
                        let place = if p.line == 0 { place.clone() } else { format!("{place}:{}", p.line) };
                        Notice::warning(place, msg::words_broken(p.found, code))
                    }));
                }
                Err(e) => notices.push(could_not(&path, &e)),
            }
        }
    }
    notices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_a_mistake_is_said_with_its_line_and_adds_no_language() {
        let folder = std::env::temp_dir().join(format!("kiosque-languages-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (name, words) in [
            ("qa.ftl", "article-count = { $n } artikel\n"),
            ("qb.ftl", "ui-help = Hilfe\n\n?? nothing\n"),
            ("qc.ftl", "ui-help = Hilfe { $who }\n"),
            ("fr.ftl", "ui-help = Hilfe\n"),
            ("no code.ftl", "ui-help = Hilfe\n"),
            ("qd.txt", "ui-help = Hilfe\n"),
        ] {
            std::fs::write(folder.join(name), words).unwrap();
        }
        let said: Vec<String> = add(&folder).iter().map(ToString::to_string).collect();
        assert_eq!(add(&folder).len(), said.len());
        std::fs::remove_dir_all(&folder).unwrap();
        let said: Vec<&str> = said.iter().map(|s| s.rsplit('/').next().unwrap_or(s)).collect();
        assert_eq!(
            said,
            [
                "fr.ftl: the program has a language `fr` of its own; the file is ignored.",
                "no code.ftl: `no code` is not a language code such as de or pt-BR; the file is ignored.",
                "qb.ftl:3: cannot be read: ?? nothing; there is no language `qb` until it is mended.",
                "qc.ftl:1: cannot be read: ui-help: $who; there is no language `qc` until it is mended.",
            ]
        );
        assert_eq!(Lang::from_code("qa").map(|l| l.articles(2000)), Some("2,000 artikel".to_owned()));
        assert_eq!(Lang::from_code("qb"), None);
        assert_eq!(Lang::all().filter(|l| l.code() == "qa").count(), 1);
    }
}
