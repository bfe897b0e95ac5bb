//! Documents from paths, for the headless commands.

use crate::corpus::{Document, Place};
use crate::notice::Notice;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Documents and problems of the given paths: files, folders (recursive, in
/// the order of their names), `-` for standard input.
pub fn documents(paths: &[PathBuf]) -> (Vec<Document>, Vec<Notice>) {
    let (mut documents, mut notices) = (Vec::new(), Vec::new());
    for path in paths {
        gather(path, &mut documents, &mut notices);
    }
    (documents, notices)
}

fn gather(path: &Path, documents: &mut Vec<Document>, notices: &mut Vec<Notice>) {
    let name = crate::text::sanitise::one_line(&path.to_string_lossy());
    if path.is_dir() {
        let mut entries: Vec<_> = std::fs::read_dir(path).into_iter().flatten().flatten().map(|e| e.path()).collect();
        entries.sort();
        entries.iter().for_each(|p| gather(p, documents, notices));
        return;
    }
    let bytes = if name == "-" {
        let mut b = Vec::new();
        std::io::stdin().lock().read_to_end(&mut b).map(|_| b)
    } else {
        std::fs::read(path)
    };
    match bytes {
        Ok(bytes) => {
            let ingested = crate::ingest::read(&Place::file(name), &bytes);
            notices.extend(ingested.notices);
            documents.extend(ingested.documents.into_iter().map(crate::clean::clean));
        }
        Err(e) => notices.push(Notice::error(name, format!("could not be read: {e}."))),
    }
}
