//! Posts of a network that an article shows: what they say of a day is none of the article.

use crate::clean::page_features::PageFeatures;
use crate::ingest::{PageWord, page_words};
use crate::text::fold;

/// Words of the longest line with which a post ends.
const WORDS: u32 = 40;

/// True for a line that says who posted something and when: `A post shared by Ana Roz
/// (@ana) on Mar 4, 2025`, `— Ana Roz (@ana) 4 mars 2025`; and for a day below one that
/// ends in the address of a post.
pub(super) fn is_of_post(page: &PageFeatures<'_>, i: usize) -> bool {
    let content = page.content(i);
    let shared = |line: &str| {
        let folded = fold(line);
        page_words(PageWord::Posted).iter().any(|p| folded.contains(p))
    };
    // `Par Ana Roz (@ana), 4 mars 2025` signs the article; a post has a dash before who wrote it.
    let signed = content.split_once("(@").is_some_and(|(head, _)| head.contains('—')) && has_handle(content);
    if page.row(i).words <= WORDS && (signed || shared(content)) {
        return true;
    }
    let Some(above) = i.checked_sub(1).map(|above| page.content(above)) else { return false };
    let last = above.split_whitespace().next_back().unwrap_or_default();
    page.shapes[i].only_date && (has_handle(last) || page_words(PageWord::PostAddress).iter().any(|p| last.contains(p)))
}

/// True where a handle stands in brackets: `(@ana)`.
fn has_handle(line: &str) -> bool {
    let handle = |rest: &str| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))).unwrap_or(rest.len());
        end > 0 && rest[end..].starts_with(')')
    };
    line.match_indices("(@").any(|(at, sign)| handle(&line[at + sign.len()..]))
}

#[cfg(test)]
mod tests {
    use super::has_handle;

    #[test]
    fn a_handle_in_brackets_is_one() {
        assert!(has_handle("— Ana Roz (@ana_roz) 4 mars 2025"));
        assert!(!has_handle("Écrire à Ana Roz (ana@quai.example), 4 mars 2025"));
        assert!(!has_handle("Ana Roz (@) 4 mars 2025"));
    }
}
