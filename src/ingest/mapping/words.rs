//! What the name of a field means that the table of fields does not have, by the
//! words of which it is made: `Titre du support`, `story_permalink`.
//!
//! The words are a table, `assets/ingest/words.tsv`. A name with a word that is
//! not in it says nothing.

use super::{FieldType, Role};
use crate::text::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Words of a name, and letters of it, that are looked at.
const WORDS: usize = 8;
const LETTERS: usize = 64;

/// What a word of a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FieldWord {
    Title,
    Headline,
    Standfirst,
    Text,
    Author,
    Date,
    Url,
    Host,
    Language,
    /// What an outlet is called.
    Paper,
    /// An outlet, or that something came out.
    Issue,
    /// That it came out.
    Out,
    Changed,
    Seen,
    Nothing,
}

fn kind(name: &str) -> FieldWord {
    match name {
        "title" => FieldWord::Title,
        "headline" => FieldWord::Headline,
        "standfirst" => FieldWord::Standfirst,
        "text" => FieldWord::Text,
        "author" => FieldWord::Author,
        "date" => FieldWord::Date,
        "url" => FieldWord::Url,
        "host" => FieldWord::Host,
        "language" => FieldWord::Language,
        "paper" => FieldWord::Paper,
        "issue" => FieldWord::Issue,
        "out" => FieldWord::Out,
        "changed" => FieldWord::Changed,
        "seen" => FieldWord::Seen,
        _ => FieldWord::Nothing,
    }
}

fn known() -> &'static HashMap<&'static str, FieldWord> {
    static TABLE: OnceLock<HashMap<&'static str, FieldWord>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = include_str!("../../../assets/ingest/words.tsv").lines().filter(|l| !l.starts_with('#'));
        let rows = lines.filter_map(|l| l.split_once('\t'));
        rows.flat_map(|(name, words)| words.split(' ').map(move |w| (w, kind(name)))).collect()
    })
}

/// The words of a name: parted by what is no letter, and where a capital follows
/// a small letter.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let mut small = false;
    let mut parted = |c: char| {
        let here = small && c.is_uppercase();
        small = c.is_lowercase();
        here
    };
    let mut starts = vec![0];
    starts.extend(name.char_indices().filter(|(_, c)| parted(*c)).map(|(i, _)| i));
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([name.len()]).collect();
    let pieces = starts.into_iter().zip(ends).map(|(from, to)| &name[from..to]);
    pieces.flat_map(|piece| piece.split(|c: char| !c.is_alphabetic())).filter(|word| !word.is_empty())
}

/// What the words of a name make it, and the form of its value.
pub(super) fn told(name: &str) -> Option<(Role, FieldType)> {
    if name.len() > LETTERS || name.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut said: Vec<FieldWord> = Vec::new();
    for word in parts(name) {
        said.push(*known().get(fold(word).as_str())?);
        if said.len() > WORDS {
            return None;
        }
    }
    role(&said).map(|role| (role, FieldType::of(role)))
}

fn role(said: &[FieldWord]) -> Option<Role> {
    use FieldWord as W;
    let has = |w: W| said.contains(&w);
    // The words of one role, beside those that only add to it.
    let only = |allowed: &[W]| said.iter().all(|w| *w == W::Nothing || allowed.contains(w));
    let paper = has(W::Paper) || has(W::Issue);
    match () {
        () if has(W::Url) && only(&[W::Url, W::Paper, W::Issue, W::Host]) => {
            Some(if paper { Role::Host } else { Role::Url })
        }
        () if has(W::Host) && only(&[W::Host, W::Paper, W::Issue]) => Some(Role::Host),
        () if has(W::Changed) && only(&[W::Changed, W::Date, W::Issue, W::Out]) => Some(Role::Updated),
        () if has(W::Seen) && only(&[W::Seen, W::Date]) => Some(Role::Seen),
        () if (has(W::Date) || has(W::Out)) && only(&[W::Date, W::Out, W::Issue, W::Paper]) => {
            // “Edition” alone is no day.
            has(W::Date).then_some(Role::Published)
        }
        () if has(W::Language) && only(&[W::Language, W::Paper, W::Issue]) => Some(Role::Language),
        () if has(W::Author) && only(&[W::Author, W::Paper]) => Some(Role::Author),
        () if has(W::Standfirst) && only(&[W::Standfirst, W::Text]) => Some(Role::Standfirst),
        () if has(W::Headline) && only(&[W::Headline, W::Text, W::Paper, W::Title]) => Some(Role::Title),
        () if has(W::Title) && only(&[W::Title, W::Text, W::Paper, W::Issue]) => {
            Some(if paper { Role::Source } else { Role::Title })
        }
        () if has(W::Text) && only(&[W::Text]) => Some(Role::Text),
        () if paper && only(&[W::Paper, W::Issue]) => Some(Role::Source),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_no_table_has_is_read_by_its_words() {
        for (name, role) in [
            ("Titre du support", Role::Source),
            ("Titre de l'article", Role::Title),
            ("story_permalink", Role::Url),
            ("storyTitle", Role::Title),
            ("articlePublishedDate", Role::Published),
            ("Date de mise en ligne", Role::Published),
            ("date_publi", Role::Published),
            ("Date de collecte", Role::Seen),
            ("last update", Role::Updated),
            ("Article Author", Role::Author),
            ("Auteur(s)", Role::Author),
            ("paragraphes", Role::Text),
            ("news_outlet", Role::Source),
            ("Media Outlet URL", Role::Host),
        ] {
            assert_eq!(told(name).map(|t| t.0), Some(role), "{name}");
        }
    }

    #[test]
    fn a_name_with_a_word_that_says_something_else_is_none() {
        for name in [
            "title_id",
            "source_type",
            "comment_text",
            "author_bio",
            "author_url",
            "image url",
            "media country",
            "Edition",
            "reading time",
            "full name",
            "content_length",
            "publication type",
            "title2",
            "date_format",
        ] {
            assert_eq!(told(name), None, "{name}");
        }
    }
}
