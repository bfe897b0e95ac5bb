//! Lines that lead elsewhere by how they are written: behind an arrow, or before the name of
//! the player of a film. Knows no site.

use super::page_features::PageFeatures;
use crate::ingest::{PageWord, page_words};
use crate::text::Folded;

/// Words of the longest of them.
const WORDS: u32 = 40;
/// Words of the name of a player.
const PLAYER: usize = 4;

/// True for `» Suivez notre direct`, where no quotation goes on, and for `Le pont rouvre -
/// Regarder sur Quai Direct`.
pub(crate) fn is_link(page: &PageFeatures<'_>, i: usize) -> bool {
    page.row(i).words <= WORDS && (is_pointed(page, i) || is_film(page.content(i)))
}

/// A mark that closes a quotation stands before a line as an arrow where none is open: the
/// paragraphs of a long one open with it, too.
fn is_pointed(page: &PageFeatures<'_>, i: usize) -> bool {
    let content = page.content(i);
    let pointed = |line: &str| line.starts_with('»');
    if !pointed(content) || content.chars().filter(|c| c.is_alphabetic()).count() < 3 {
        return false;
    }
    // What such a line closes itself is no quotation of the paragraph above.
    let above = (0..i).rev().map(|k| page.content(k)).find(|line| !pointed(line) || line.contains('«'));
    let opened = |line: &str| line.matches('«').count();
    let closed = |line: &str| line.trim_start_matches('»').matches('»').count();
    opened(content) >= closed(content) && above.is_none_or(|line| opened(line) <= closed(line))
}

/// The title of a film with the name of its player behind it.
fn is_film(content: &str) -> bool {
    let dashes = [" - ", " – ", " — ", " | "];
    let behind = dashes.iter().find_map(|dash| content.rsplit_once(dash)).map_or(content, |(_, behind)| behind);
    let folded = Folded::new(behind);
    let name = page_words(PageWord::Player).iter().find_map(|words| {
        let rest = folded.text.strip_prefix(words)?.strip_prefix(' ')?;
        behind.get(folded.original(folded.text.len() - rest.len(), folded.text.len()).start..)
    });
    name.is_some_and(|name| {
        let words = name.split_whitespace().count();
        (1..=PLAYER).contains(&words) && name.starts_with(char::is_uppercase) && !name.ends_with('.')
    })
}

#[cfg(test)]
mod tests {
    use super::is_film;

    #[test]
    fn a_film_is_told_by_the_player_behind_its_title() {
        assert!(is_film("Le pont rouvre à Gorzé - Regarder sur Quai Direct"));
        assert!(is_film("The bridge is back | Watch on Quay TV"));
        for line in ["À voir sur place, dit-elle.", "Le pont - à regarder sur la durée", "Regarder sur le quai"] {
            assert!(!is_film(line), "{line}");
        }
    }
}
