//! The words of what desks and services leave in a report, `assets/ingest/desk.tsv`.

use super::word_table;
use crate::enumerated::enumerated;
use std::sync::OnceLock;

enumerated! {
    /// What a word of the table is for; the head of the table says it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum DeskWord {
        /// What somebody is to a paper.
        Office => "office",
        /// Openings of the same for somebody who was sent.
        Sent => "sent",
        /// Words between a name and a paper.
        For => "for",
        /// Words between the names of those who wrote and of those who helped.
        With => "with",
        /// Words between a person and the letter that the person sends.
        Sends => "sends",
        /// Words of the names of agencies and of desks.
        Desk => "desk",
        /// Articles with which the names of papers begin.
        PaperArticle => "paper-article",
        /// Words in small letters inside such a name.
        PaperInside => "paper-inside",
        /// Words with which a family name begins.
        Particle => "particle",
        /// Openings of lines that say who worked on a report.
        Worked => "worked",
        /// Words of a sentence that says who helped.
        Helped => "helped",
        /// What is shown beside a text.
        Shown => "shown",
        /// Words that say that it is not there.
        Absent => "absent",
        /// Names of what short codes embed.
        Embeds => "embeds",
        /// Labels of the paper of a text.
        SourceLabel => "source-label",
        /// Words for the kind of an edition.
        Medium => "medium",
        /// Words before a number that say what it counts of a paper.
        Numbered => "numbered",
        /// Words of a heading below which an archive speaks of an article.
        About => "about",
        /// Words in the class of a section that is for desks.
        ForDesks => "for-desks",
        /// What services say of themselves.
        Service => "service",
    }
}

const TABLE: &str = include_str!("../../assets/ingest/desk.tsv");

/// The words for one thing, in the order of the table.
pub(crate) fn desk_words(what: DeskWord) -> &'static [&'static str] {
    static WORDS: OnceLock<Vec<Vec<&str>>> = OnceLock::new();
    &WORDS.get_or_init(|| word_table::by_class(TABLE, DeskWord::ALL.into_iter().map(DeskWord::name)))[what as usize]
}

/// True for a folded word that is one of these.
pub(crate) fn is_desk_word(what: DeskWord, word: &str) -> bool {
    desk_words(what).contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_of_a_known_class_and_folded_and_none_stands_twice() {
        let all: Vec<_> = word_table::rows(TABLE).collect();
        for (at, row) in all.iter().enumerate() {
            assert!(DeskWord::from_name(row.0).is_some() && !row.1.trim().is_empty(), "{row:?}");
            assert!(!all[..at].contains(row), "{row:?} stands twice");
            assert_eq!(crate::text::fold(row.1), row.1, "{row:?}");
        }
        for what in DeskWord::ALL {
            assert!(!desk_words(what).is_empty(), "{what:?}");
        }
    }
}
