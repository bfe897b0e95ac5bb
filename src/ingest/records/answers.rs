//! What programs answer that search and fetch pages: several pages in one text, each below
//! a head whose lines open with its number, `[2] Title: …` (Jina Search).

use crate::ingest::markdown;

/// A cheap sign.
pub(super) fn has_signs(text: &[u8]) -> bool {
    markdown::opens_answer(text.trim_ascii_start())
}

/// The number that opens a line, and the rest of the line.
fn numbered(line: &str) -> Option<(&str, &str)> {
    let (number, rest) = line.strip_prefix('[')?.split_once("] ")?;
    (!number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())).then_some((number, rest))
}

/// The pages, each without its number; `None` for one.
pub(super) fn split(text: &str) -> Option<Vec<String>> {
    let mut pages: Vec<String> = Vec::new();
    let mut number = None;
    for line in text.trim_start().split_inclusive('\n') {
        match numbered(line) {
            Some((of, rest)) if rest.starts_with("Title: ") && number != Some(of) => {
                number = Some(of);
                pages.push(rest.to_owned());
            }
            Some((of, rest)) if number == Some(of) => pages.last_mut()?.push_str(rest),
            _ => pages.last_mut()?.push_str(line),
        }
    }
    (pages.len() > 1).then_some(pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_stands_below_its_title_without_its_number() {
        let text = "[1] Title: Le pont\n[1] URL Source: https://q.example/1\n[1] Markdown Content:\nLe [2] pont.\n\n[2] Title: La digue\n[2] Markdown Content:\nLa digue.\n";
        let pages = split(text).unwrap();
        assert_eq!(pages[0], "Title: Le pont\nURL Source: https://q.example/1\nMarkdown Content:\nLe [2] pont.\n\n");
        assert_eq!(pages[1], "Title: La digue\nMarkdown Content:\nLa digue.\n");
        assert!(split("[1] Title: Le pont\n[1] Markdown Content:\nLe pont.\n").is_none());
    }
}
