//! The words and names by which web pages are read, `assets/ingest/page.tsv`.

use super::word_table;
use crate::enumerated::enumerated;
use aho_corasick::AhoCorasick;
use std::collections::HashMap;
use std::sync::OnceLock;

enumerated! {
    /// What a word or a name of the table is for; the head of the table says it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum PageWord {
        /// Openings of lines that lead elsewhere or credit something.
        Leads => "leads",
        /// Openings of headings below which teasers or comments follow.
        Ends => "ends",
        /// Words of paragraphs that ask for something.
        Asks => "asks",
        /// Words of a notice about cookies.
        Cookies => "cookies",
        /// Openings of lines that say how much is for subscribers.
        Rest => "rest",
        /// Words that such a line has as well.
        RestOf => "rest-of",
        /// Openings of lines that say what was printed, and when.
        Copy => "copy",
        /// Openings of links that answer a comment.
        Answers => "answers",
        /// Words that say a day is that of a change.
        Changed => "changed",
        /// Openings of lines that say when an article was put on a page.
        Put => "put",
        /// The same behind the day.
        PutBehind => "put-behind",
        /// Words that stand in small letters inside a name.
        NameInside => "name-inside",
        /// Articles with which the name of an organisation may start.
        NameArticle => "name-article",
        /// What windows are called whatever they show.
        Window => "window",
        /// Words that stand where a name is expected and are none.
        NameLabel => "name-label",
        /// Words with which the name of the clocks of a zone ends.
        Clocks => "clocks",
        /// Words of names that stand for those who look after a site.
        Team => "team",
        /// Values that stand for nobody.
        Nobody => "nobody",
        /// Agencies: as claimed, then how they are written.
        Agency => "agency",
        /// Openings of a byline that are not part of the name.
        Opening => "opening",
        /// Nouns of a kind of text, as in `L'éditorial de Paul Lantier`.
        Genre => "genre",
        /// What stands before such a noun.
        GenreArticle => "genre-article",
        /// What stands behind it.
        GenreOf => "genre-of",
        /// What stands between a name and a day.
        BeforeDate => "before-date",
        /// What stands between a name and an hour.
        BeforeHour => "before-hour",
        /// What stands between a day and the name of who wrote on it.
        BehindDate => "behind-date",
        /// Openings of brackets that say with whom an article was made.
        Aside => "aside",
        /// Words that say the rest of the article is for subscribers.
        Cut => "cut",
        /// Words of lines that a feed adds to say where an item appeared first.
        Appeared => "appeared",
        /// Words of the names of papers.
        Paper => "paper",
        /// Words of a line with which a post of a network ends.
        Posted => "posted",
        /// How the addresses of such posts begin.
        PostAddress => "post-address",
        /// Words before the name of the player of a film.
        Player => "player",
        /// Agencies of pictures.
        Picture => "picture",
        /// Labels of cards that name an author.
        WrittenBy => "written-by",
        /// Lines that say an advert follows.
        AdLabel => "ad-label",
        /// Lines that only say that a letter or a broadcast is offered below.
        LetterLabel => "letter-label",
        /// The same of a text that somebody paid for.
        SponsoredLabel => "sponsored-label",
        /// Openings of a line that says who paid for the text below.
        SponsoredOpening => "sponsored-opening",
        /// Words that stand for a text.
        Filler => "filler",
        /// Types of structured data that are articles.
        ArticleType => "article-type",
        /// Types of what has a day without being one.
        PageType => "page-type",
        /// Meta elements that state the day of publication.
        MetaPublished => "meta-published",
        /// Meta elements that state a day.
        MetaDated => "meta-dated",
        /// Meta elements that state the day of a change.
        MetaChanged => "meta-changed",
        /// Properties whose day is that of something else.
        MetaOther => "meta-other",
    }
}

const TABLE: &str = include_str!("../../assets/ingest/page.tsv");

/// The words for one thing, in the order of the table.
pub(crate) fn page_words(what: PageWord) -> &'static [&'static str] {
    static WORDS: OnceLock<Vec<Vec<&str>>> = OnceLock::new();
    &WORDS.get_or_init(|| word_table::by_class(TABLE, PageWord::ALL.into_iter().map(PageWord::name)))[what as usize]
}

/// True for a name, folded, with a word in it that papers are called by.
pub(crate) fn has_word_of_papers(folded: &str) -> bool {
    folded.split(|c: char| !c.is_alphanumeric()).any(|w| page_words(PageWord::Paper).contains(&w))
}

/// What a `meta` element states by its name, if it is a day.
pub(super) fn day_of_meta(name: &str) -> Option<PageWord> {
    static NAMES: OnceLock<HashMap<&str, PageWord>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let classes = [PageWord::MetaPublished, PageWord::MetaDated, PageWord::MetaChanged, PageWord::MetaOther];
        classes.into_iter().flat_map(|c| page_words(c).iter().map(move |name| (*name, c))).collect()
    });
    let plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).take(64).collect();
    names.get(plain.as_str()).copied()
}

/// True for a type of structured data of one of these classes.
pub(super) fn is_type(name: &str, what: PageWord) -> bool {
    page_words(what).iter().any(|t| t.strip_prefix('*').map_or(name == *t, |end| name.ends_with(end)))
}

/// True for a name that ends as that of the clocks of a zone does: `Eastern Daylight Time`.
pub(crate) fn is_clocks(name: &str) -> bool {
    let last = name.split_whitespace().next_back().map(crate::text::fold);
    last.is_some_and(|word| page_words(PageWord::Clocks).contains(&word.as_str()))
}

/// True when folded words say that a date is that of a change.
pub(crate) fn is_of_a_change(folded: &str) -> bool {
    static CHANGED: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    // A list of words that no automaton can be made of finds none.
    let changed = CHANGED.get_or_init(|| AhoCorasick::new(page_words(PageWord::Changed)).ok());
    changed.as_ref().is_some_and(|words| words.is_match(folded))
        || folded.split(|c: char| !c.is_alphanumeric()).any(|w| w == "maj")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_of_a_known_class_and_none_stands_twice() {
        let all: Vec<_> = word_table::rows(TABLE).collect();
        for (at, row) in all.iter().enumerate() {
            assert!(PageWord::from_name(row.0).is_some() && !row.1.trim().is_empty(), "{row:?}");
            assert!(!all[..at].contains(row), "{row:?} stands twice");
        }
        for what in PageWord::ALL {
            assert!(!page_words(what).is_empty(), "{what:?}");
        }
    }

    #[test]
    fn what_is_compared_with_folded_words_is_folded() {
        let folded = [
            PageWord::Changed,
            PageWord::Put,
            PageWord::PutBehind,
            PageWord::NameInside,
            PageWord::NameArticle,
            PageWord::Window,
            PageWord::Clocks,
            PageWord::NameLabel,
            PageWord::Team,
            PageWord::Nobody,
            PageWord::Opening,
            PageWord::Genre,
            PageWord::Cut,
            PageWord::Paper,
            PageWord::Posted,
            PageWord::Player,
            PageWord::Picture,
            PageWord::WrittenBy,
            PageWord::AdLabel,
            PageWord::LetterLabel,
            PageWord::SponsoredLabel,
            PageWord::SponsoredOpening,
            PageWord::Filler,
        ];
        for word in folded.into_iter().flat_map(page_words) {
            assert_eq!(crate::text::fold(word), *word);
        }
    }

    #[test]
    fn a_meta_element_states_a_day_however_its_name_is_spelt() {
        for name in
            ["article:published", "publish-date", "DC.date.issued", "parsely-pub-date", "cXenseParse:recs:publishtime"]
        {
            assert_eq!(day_of_meta(name), Some(PageWord::MetaPublished), "{name}");
        }
        assert_eq!(day_of_meta("dcterms.modified"), Some(PageWord::MetaChanged));
        assert_eq!(day_of_meta("DC.Date"), Some(PageWord::MetaDated));
        for name in ["", "date-format", "viewport", "article:section"] {
            assert_eq!(day_of_meta(name), None, "{name}");
        }
    }

    #[test]
    fn a_change_is_told_by_its_words_in_any_language() {
        for line in ["mis a jour le ", "last updated: ", "zuletzt aktualisiert am ", "maj ", "обновлено ", "更新时间："]
        {
            assert!(is_of_a_change(line), "{line}");
        }
        assert!(!is_of_a_change("publie le "));
    }
}
