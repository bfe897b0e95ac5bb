//! Findings of a comparison, in the reader's language. They are English
//! sentences with reasons in them; here each is recognised by its pattern
//! (`assets/words/fr.tsv`). What has no pattern is shown as it is.

use crate::words::Lang;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What stands in a pattern for words that are put in.
const GAP: &str = "{}";

/// How deep words that were put in are told too.
const DEPTH: usize = 3;

struct Table {
    whole: HashMap<&'static str, &'static str>,
    patterns: Vec<(Vec<&'static str>, &'static str)>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { whole: HashMap::new(), patterns: Vec::new() };
        for (english, french) in rows() {
            if english.contains(GAP) {
                table.patterns.push((english.split(GAP).collect(), french));
            } else {
                table.whole.insert(english, french);
            }
        }
        table
    })
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("../../assets/words/fr.tsv").lines();
    lines.filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'))
}

/// A sentence or reason of the core in a language.
pub fn told(lang: Lang, english: &str) -> Cow<'_, str> {
    if lang == Lang::FR {
        french(english, 0).map_or(Cow::Borrowed(english), Cow::Owned)
    } else {
        Cow::Borrowed(english)
    }
}

fn french(english: &str, depth: usize) -> Option<String> {
    let table = table();
    if let Some(french) = table.whole.get(english) {
        return Some((*french).to_owned());
    }
    if depth == DEPTH {
        return None;
    }
    for (pieces, french) in &table.patterns {
        if let Some(gaps) = gaps(english, pieces) {
            return Some(filled(french, &gaps, depth));
        }
    }
    // Reasons are joined by semicolons.
    let (head, rest) = english.split_once("; ")?;
    let told = |s: &str| self::french(s, depth + 1);
    match (told(head), told(rest)) {
        (None, None) => None,
        (a, b) => Some(format!("{} ; {}", a.unwrap_or_else(|| head.into()), b.unwrap_or_else(|| rest.into()))),
    }
}

/// The words between the pieces of a pattern, when the text is made that way.
fn gaps<'t>(text: &'t str, pieces: &[&str]) -> Option<Vec<&'t str>> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    let mut rest = text.strip_prefix(first)?.strip_suffix(last)?;
    let mut gaps = Vec::new();
    for piece in &pieces[1..pieces.len() - 1] {
        let at = rest.find(piece)?;
        gaps.push(&rest[..at]);
        rest = &rest[at + piece.len()..];
    }
    gaps.push(rest);
    gaps.iter().all(|g| !g.is_empty()).then_some(gaps)
}

fn filled(pattern: &str, gaps: &[&str], depth: usize) -> String {
    let mut out = String::new();
    for (i, piece) in pattern.split(GAP).enumerate() {
        if let Some(gap) = i.checked_sub(1).and_then(|i| gaps.get(i)) {
            out.push_str(&french(gap, depth + 1).unwrap_or_else(|| (*gap).to_owned()));
        }
        out.push_str(piece);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_has_as_many_gaps_in_both_languages_and_stands_once() {
        let mut seen = BTreeSet::new();
        for (english, french) in rows() {
            assert_eq!(english.matches(GAP).count(), french.matches(GAP).count(), "{english}");
            assert!(!french.trim().is_empty() && seen.insert(english), "{english}");
        }
    }

    #[test]
    fn a_sentence_is_told_with_the_words_that_were_put_in() {
        let told = |s| told(Lang::FR, s).into_owned();
        assert_eq!(told("the same act with its roles exchanged"), "le même acte, les rôles échangés");
        assert_eq!(
            told("The two report different events: 9 days apart, a and b; links are few and shown with reserve"),
            "Les deux rapportent des événements différents : à 9 jours d'écart, a et b ; les liens sont rares et montrés \
             sous réserve"
        );
        assert_eq!(
            told("the same act with its roles exchanged; the same act with its roles exchanged"),
            "le même acte, les rôles échangés ; le même acte, les rôles échangés"
        );
        assert_eq!(told("nothing of the kind"), "nothing of the kind");
        assert_eq!(
            super::told(Lang::EN, "the same act with its roles exchanged"),
            "the same act with its roles exchanged"
        );
    }

    #[test]
    fn words_of_an_article_are_never_cut_inside_a_character() {
        for s in ["“é”", "é days apart, ", "é days apart, é and ü", "é days apart, “” and ü", "; ", "é; ü"]
        {
            let _ = told(Lang::FR, s);
        }
    }
}
