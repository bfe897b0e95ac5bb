//! Sentences and words of running text. Which words are shortened, whoever asks knows.

use crate::text::Span;
use std::ops::Range;

fn is_closer(c: char) -> bool {
    matches!(c, '»' | '"' | '”' | '’' | ')' | ']')
}

/// Says of a folded word whether a full stop behind it ends no sentence.
pub type GoesOn = fn(&str) -> bool;

/// Sentences inside `within`, trimmed, in order. A line break always ends a
/// sentence; a full stop does when what follows starts one.
pub fn sentences(text: &str, within: Span, goes_on: GoesOn) -> Vec<Span> {
    split(text, within, true, true, goes_on)
}

/// The same for text whose lines were broken at a width: a line break is a
/// space.
pub fn flowing(text: &str, within: Span, goes_on: GoesOn) -> Vec<Span> {
    split(text, within, false, true, goes_on)
}

/// The same, but where a paragraph break lost its space the sentence goes on:
/// for signatures, which ask only what begins a sentence, and whose weights
/// were chosen so.
pub fn unparted(text: &str, within: Span, goes_on: GoesOn) -> Vec<Span> {
    split(text, within, false, false, goes_on)
}

fn split(text: &str, within: Span, breaks: bool, glued: bool, goes_on: GoesOn) -> Vec<Span> {
    let body = within.of(text);
    let mut out = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let s = Span::new(within.start + from, within.start + to).trim(text);
        if !s.is_empty() {
            out.push(s);
        }
    };
    let mut it = body.char_indices().peekable();
    while let Some((i, c)) = it.next() {
        if c == '\n' && breaks {
            push(start, i);
            start = i + 1;
            continue;
        }
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        let mut end = i + c.len_utf8();
        while let Some(&(j, d)) = it.peek() {
            let closes = is_closer(d)
                // A space before a French closing mark still belongs here.
                || (matches!(d, ' ' | '\u{a0}' | '\u{202f}')
                    && body[j + d.len_utf8()..].starts_with(['»', '!', '?']));
            if closes || matches!(d, '.' | '!' | '?' | '…') {
                end = j + d.len_utf8();
                it.next();
            } else {
                break;
            }
        }
        if ends_here(body, start..i, end, breaks, goes_on) || glued && is_glued(&body[..i], &body[end..]) {
            push(start, end);
            start = end;
        }
    }
    push(start, body.len());
    out
}

/// Whether a sentence ends before `end`, at whose stretch `before` its mark stands.
fn ends_here(body: &str, before: Range<usize>, end: usize, breaks: bool, goes_on: GoesOn) -> bool {
    let stop = before.end;
    let mut rest = body[end..].chars();
    let Some(next) = rest.next() else { return true };
    if next == '\n' && breaks {
        return true;
    }
    if !next.is_whitespace() {
        // Scraped paragraphs lose the space: `fin.« Début`, `fin.»Début`.
        let closed = body[..end].ends_with(['»', '”']) && next.is_uppercase();
        return closed || end == stop + 1 && matches!(next, '«' | '“');
    }
    let first = rest.find(|c| !c.is_whitespace());
    let starts = first.is_none_or(|c| {
        c.is_uppercase() || c.is_numeric() || matches!(c, '«' | '"' | '“' | '(' | '[' | '—' | '–' | '-' | '•')
    });
    if !starts {
        return false;
    }
    if !body[stop..].starts_with('.') || end > stop + 1 {
        return true;
    }
    let word = body[before].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let single = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let abbreviation = word.len() <= 5 && goes_on(&crate::text::fold(word));
    // "M. Macron", "J. Dupont", "U.S. Senate": a stop inside a name.
    !single && (!abbreviation || first == Some('«'))
}

/// True for `est parti.Les autres`: the space of a paragraph break got lost.
/// Initials, addresses and numbers (`U.S.`, `exemple.Com`) have no such shape:
/// a word or a year stands before the stop and a word that begins with its
/// only capital behind it.
fn is_glued(before: &str, after: &str) -> bool {
    const WORD: usize = 3;
    // Bytes looked back at: a text without spaces is one word to its beginning.
    const BACK: usize = 100;
    let before = before.trim_end();
    let back = (before.len().saturating_sub(BACK)..=before.len()).find(|&i| before.is_char_boundary(i));
    let before = &before[back.unwrap_or_default()..];
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let ended = before.ends_with(['»', '”', ')', '%'])
        || word.chars().count() >= WORD && word.chars().skip(1).all(|c| c.is_lowercase() || c.is_numeric());
    let address = before.rsplit(char::is_whitespace).next().is_some_and(|w| w.contains(['/', '@', '.']));
    let mut next = after.chars();
    let capital = next.next().is_some_and(char::is_uppercase);
    let small = next.next().is_some_and(|c| c.is_lowercase() || matches!(c, '\'' | '’' | ' ' | '\u{a0}'));
    ended && !address && capital && small
}

/// A word: letters and digits, with inner apostrophes split off after them
/// (`l'` + `armée`) and inner hyphens kept (`Jong-un`).
pub fn words(text: &str, within: Span) -> impl Iterator<Item = Span> + '_ {
    let body = within.of(text);
    let base = within.start;
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &body[at..];
        let skip = rest.find(|c: char| c.is_alphanumeric())?;
        let from = at + skip;
        let mut to = from;
        let mut it = body[from..].char_indices().peekable();
        while let Some((i, c)) = it.next() {
            let next_is_word = || it.clone().next().is_some_and(|(_, d)| d.is_alphanumeric());
            if c.is_alphanumeric() || crate::text::segment::is_mark(c) {
                to = from + i + c.len_utf8();
            } else if matches!(c, '\'' | '’' | 'ʼ') && i <= 5 {
                to = from + i + c.len_utf8();
                break;
            } else if matches!(c, '-' | '\u{2010}' | '\u{2011}') && next_is_word() {
                to = from + i + c.len_utf8();
            } else {
                break;
            }
        }
        at = to;
        Some(Span::new(base + from, base + to))
    })
}

/// How many words white space parts: as many as `split_whitespace` gives, told byte
/// by byte.
pub fn count_words(text: &str) -> usize {
    let (mut count, mut between) = (0, true);
    for (i, b) in text.bytes().enumerate() {
        let space = match b {
            b' ' | b'\t'..=b'\r' => true,
            // White space beyond ASCII begins with one of these.
            0xc2 | 0xe1..=0xe3 => text[i..].chars().next().is_some_and(char::is_whitespace),
            0x80..=0xbf => continue,
            _ => false,
        };
        count += usize::from(between && !space);
        between = space;
    }
    count
}

/// True for combining marks and joiners, which belong to the word before them.
pub fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(s: &str) -> Vec<&str> {
        sentences(s, Span::new(0, s.len()), |word| word == "m").iter().map(|x| x.of(s)).collect()
    }

    proptest::proptest! {
        #[test]
        fn words_are_counted_as_white_space_parts_them(s in "[a-zé’«» \u{a0}\u{85}\u{1680}\u{2009}\u{2028}\u{202f}\u{3000}\u{200b}界\t\n\u{b}\u{1c}]{0,40}") {
            proptest::prop_assert_eq!(count_words(&s), s.split_whitespace().count());
        }
    }

    #[test]
    fn titles_and_initials_do_not_end_a_sentence() {
        assert_eq!(split("M. Macron a vu J. Biden. Il part."), ["M. Macron a vu J. Biden.", "Il part."]);
    }

    #[test]
    fn closing_quotes_stay_with_their_sentence() {
        assert_eq!(split("« Non ! » Il sort. « Oui. » Fin"), ["« Non ! »", "Il sort.", "« Oui. »", "Fin"]);
        let nbsp = split("Il sort.\u{a0}«\u{a0}Oui.\u{a0}» Fin");
        assert_eq!(nbsp, ["Il sort.", "«\u{a0}Oui.\u{a0}»", "Fin"]);
    }

    #[test]
    fn a_lost_space_still_ends_a_sentence() {
        assert_eq!(split("Il est parti.Les autres restent."), ["Il est parti.", "Les autres restent."]);
        assert_eq!(split("C'était en 2018.L'été fut beau !A midi"), ["C'était en 2018.", "L'été fut beau !", "A midi"]);
        for whole in ["Le site Exemple.com ferme", "L'U.R.S.S. tombe", "Voir www.exemple.Fr/page ici", "M.Dupont part"]
        {
            assert_eq!(split(whole), [whole]);
        }
    }

    #[test]
    fn elision_splits_and_hyphens_hold() {
        let s = "l’armée de Kim Jong-un n'ira pas";
        let w: Vec<_> = words(s, Span::new(0, s.len())).map(|x| x.of(s)).collect();
        assert_eq!(w, ["l’", "armée", "de", "Kim", "Jong-un", "n'", "ira", "pas"]);
    }
}
