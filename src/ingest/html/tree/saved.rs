//! What programs that save pages note in a comment above them: browsers
//! (`saved from url=(0031)https://…`) and SingleFile (`url: https://…` and
//! `saved date: …` on lines of their own).

use super::super::page::Stated;

/// Longest comment that is looked at, and longest address.
const COMMENT: usize = 4096;
const ADDRESS: usize = 2048;

/// Reads a comment.
pub(super) fn read(comment: &[u8], stated: &mut Vec<Stated>) {
    if comment.len() > COMMENT {
        return;
    }
    let text = String::from_utf8_lossy(comment);
    let mut from = |address: &str| {
        let address = address.trim();
        if address.starts_with("http") && address.len() <= ADDRESS && !address.contains(char::is_whitespace) {
            stated.push(Stated::SavedFrom(address.to_owned()));
        }
    };
    if let Some((_, address)) = text.split_once("saved from url=(") {
        from(address.split_once(')').map_or("", |(_, address)| address));
    } else if text.contains("SingleFile") {
        let line = |key: &str| text.lines().find_map(|l| l.trim().strip_prefix(key));
        from(line("url:").unwrap_or_default());
        if let Some(day) = line("saved date:") {
            stated.push(Stated::SavedAt(day.trim().to_owned()));
        }
    }
}
