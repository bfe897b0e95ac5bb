//! Words of running text as the name tagger sees them. Knows French and
//! English spelling; has never heard of names.
//!
//! Elisions are words of their own (`l’` + `armée`), hyphens hold a word
//! together (`Jong-un`) except before a French clitic (`a` + `-t-il`), a full
//! stop belongs to abbreviations, initials and acronyms (`M.`, `J.`,
//! `U.S.A.`), numbers keep their inner marks (`1.500,20`). Every scan looks
//! ahead a bounded number of characters or consumes what it looked at, so
//! the time is linear in the text whatever stands in it.

use crate::lang::{self, Citation, PersonWord, Tags};
use crate::text::Span;

/// Longest sentence handed to the tagger, in words; a longer one is broken.
/// Bounds the memory of a line without full stops.
pub(super) const MAX_SENTENCE: usize = 400;

/// Endings of host names that are read as one word with what precedes.
const DOMAINS: &[&str] = &[
    "fr", "com", "org", "net", "info", "be", "ch", "ca", "bf", "eu", "tv", "io", "uk", "de", "es", "it", "ru", "cn",
    "lu", "ma", "tn", "dz", "sn", "ml", "ci", "us", "ai", "gouv", "paris", "bzh",
];

/// Where a word may be broken; at its head it says nothing.
const SOFT_HYPHEN: char = '\u{ad}';

/// True for the characters that write an apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

/// True for the characters that write a hyphen inside a word.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Folded spelling of one word, hyphens kept.
pub(super) fn fold_word(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.split('-').map(crate::text::fold).collect::<Vec<_>>().join("-")
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || (!c.is_ascii() && crate::text::segment::is_mark(c))
}

/// A position in the text with bounded look-ahead.
struct Scan<'t> {
    text: &'t str,
    end: usize,
}

impl Scan<'_> {
    fn at(&self, i: usize) -> Option<char> {
        if i >= self.end { None } else { self.text[i..self.end].chars().next() }
    }

    /// End of the run of word characters that starts at `i`.
    fn word_end(&self, i: usize) -> usize {
        let rest = &self.text[i..self.end];
        rest.char_indices().find(|(_, c)| !is_word(*c)).map_or(self.end, |(j, _)| i + j)
    }
}

/// Appends the words of `within` to `out`.
pub(super) fn tokens(text: &str, within: Span, out: &mut Vec<Span>) {
    let scan = Scan { text, end: within.end.min(text.len()) };
    let mut at = within.start;
    while let Some(c) = scan.at(at) {
        if c.is_whitespace() || c == SOFT_HYPHEN {
            at += c.len_utf8();
        } else if c.is_ascii_digit() {
            at = number(&scan, at, out);
        } else if is_word(c) {
            at = word(&scan, at, out);
        } else {
            let mut end = at + c.len_utf8();
            if c == '.' {
                while scan.at(end) == Some('.') {
                    end += 1;
                }
            }
            out.push(Span::new(at, end));
            at = end;
        }
    }
}

fn number(scan: &Scan<'_>, start: usize, out: &mut Vec<Span>) -> usize {
    let mut end = start;
    loop {
        while scan.at(end).is_some_and(|c| c.is_ascii_digit()) {
            end += 1;
        }
        let inner = matches!(scan.at(end), Some('.' | ',' | ':'));
        if !(inner && scan.at(end + 1).is_some_and(|c| c.is_ascii_digit())) {
            break;
        }
        end += 1;
    }
    // "1er", "14h30", "5G", "20-Minutes": letters glued to digits.
    let end = compound_end(scan, scan.word_end(end));
    out.push(Span::new(start, end));
    end
}

/// Extends over `-word` parts.
fn compound_end(scan: &Scan<'_>, mut end: usize) -> usize {
    while let Some(h) = scan.at(end).filter(|c| is_hyphen(*c)) {
        let next = end + h.len_utf8();
        if !scan.at(next).is_some_and(is_word) {
            break;
        }
        end = scan.word_end(next);
    }
    end
}

fn word(scan: &Scan<'_>, start: usize, out: &mut Vec<Span>) -> usize {
    let text = scan.text;
    let mut end = scan.word_end(start);
    let head = &text[start..end];
    if (head == "http" || head == "https" || head == "www") && matches!(scan.at(end), Some(':' | '.')) {
        let address = text[start..scan.end].find(char::is_whitespace).map_or(scan.end, |n| start + n);
        out.push(Span::new(start, address));
        return address;
    }
    if let Some(dotted) = dotted_end(scan, start, end) {
        out.push(Span::new(start, dotted));
        return dotted;
    }
    if let Some(a) = scan.at(end).filter(|c| is_apostrophe(*c)) {
        let next = end + a.len_utf8();
        if scan.at(next).is_some_and(is_word) {
            if is_elision(scan, head, next) {
                out.push(Span::new(start, next));
                return next;
            }
            let tail_end = scan.word_end(next);
            if lang::any(|l| l.is_possessive(&text[next..tail_end])) {
                out.push(Span::new(start, end));
                out.push(Span::new(end, tail_end));
                return tail_end;
            }
            // "aujourd'hui", "O'Brien", "N'Djamena".
            end = tail_end;
        }
    }
    end = compound_end(scan, end);
    let whole = &text[start..end];
    // "Christophe Castaner-NDLR)": a note of the editors.
    if let Some((name, note)) = whole.rsplit_once('-')
        && Tags::of(note).is(Citation::EditorsNote)
    {
        out.push(Span::new(start, start + name.len()));
        out.push(Span::new(start + name.len(), start + name.len() + 1));
        out.push(Span::new(start + name.len() + 1, end));
        return end;
    }
    if let Some(cut) = lang::all().find_map(|l| l.clitic(whole).or_else(|| l.prefix(whole))) {
        out.push(Span::new(start, start + cut));
        out.push(Span::new(start + cut, end));
    } else {
        out.push(Span::new(start, end));
    }
    end
}

/// "l'armée" but not "N'Djamena": an elision before a name, or a name.
fn is_elision(scan: &Scan<'_>, head: &str, next: usize) -> bool {
    let mut rest = scan.text[next..scan.end].chars();
    let before_name = rest.next().is_some_and(char::is_uppercase) && rest.next().is_some_and(char::is_lowercase);
    lang::any(|l| l.is_elided(head, before_name))
}

/// End of a word whose full stop belongs to it, if it is one.
fn dotted_end(scan: &Scan<'_>, start: usize, end: usize) -> Option<usize> {
    if scan.at(end) != Some('.') {
        return None;
    }
    let head = &scan.text[start..end];
    let after = scan.at(end + 1);
    let mut letters = head.chars();
    let one_capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if one_capital {
        // "U.S.A.", "J.-C."
        let mut last = end + 1;
        let mut many = false;
        while let Some(c) = scan.at(last).filter(|c| c.is_uppercase()) {
            if scan.at(last + c.len_utf8()) != Some('.') {
                break;
            }
            last += c.len_utf8() + 1;
            many = true;
        }
        if many {
            return Some(last);
        }
        let upper = |c: Option<char>| c.is_some_and(char::is_uppercase);
        let initial = upper(after)
            || (after.is_some_and(|c| is_hyphen(c) || c == ' ' || c == '\u{a0}' || c == '\u{202f}')
                && upper(scan.at(end + 1 + after.map_or(0, char::len_utf8))));
        return initial.then_some(end + 1);
    }
    if lang::keeps_stop(head) && after.is_some_and(|c| c.is_whitespace() || c.is_uppercase()) {
        return Some(end + 1);
    }
    if after.is_some_and(|c| c.is_ascii_lowercase()) {
        let mut last = end;
        // "data.gouv.fr": at most four parts.
        for _ in 0..4 {
            let part = scan.word_end(last + 1);
            let goes_on = scan.at(part) == Some('.') && scan.at(part + 1).is_some_and(is_word);
            if DOMAINS.contains(&&scan.text[last + 1..part]) && !goes_on {
                return Some(part);
            }
            if part == last + 1 || !goes_on {
                break;
            }
            last = part;
        }
    }
    if Tags::of(head).is(PersonWord::AbbreviatedGivenName) {
        return after.is_some_and(|c| c.is_whitespace() || is_hyphen(c)).then_some(end + 1);
    }
    None
}

/// Breaks words into sentences: index ranges of `tokens`. A line break always
/// ends a sentence; `. ! ? …` do when what follows starts one, which in a text
/// without capitals (`small`) any word does.
pub(super) fn sentences(text: &str, tokens: &[Span], small: bool, out: &mut Vec<(usize, usize)>) {
    let mut start = 0;
    for i in 0..tokens.len() {
        let next = tokens.get(i + 1);
        let over = i + 1 - start >= MAX_SENTENCE;
        let ends = match next {
            None => true,
            Some(n) => {
                over || text[tokens[i].end..n.start].contains('\n')
                    || (closes(text, tokens, start, i) && (small || opens(n.of(text))))
            }
        };
        if ends {
            out.push((start, i + 1));
            start = i + 1;
        }
    }
}

fn closes(text: &str, tokens: &[Span], start: usize, i: usize) -> bool {
    let is_stop = |w: &str| matches!(w, "!" | "?" | "…") || (w.starts_with('.') && w.bytes().all(|b| b == b'.'));
    match tokens[i].of(text) {
        "»" | "”" | "\"" | ")" => i > start && is_stop(tokens[i - 1].of(text)),
        w => is_stop(w),
    }
}

fn opens(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '«' | '"' | '“' | '-' | '–' | '—' | '•'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(s: &str) -> Vec<&str> {
        let mut t = Vec::new();
        tokens(s, Span::new(0, s.len()), &mut t);
        t.iter().map(|x| x.of(s)).collect()
    }

    #[test]
    fn elisions_split_and_hyphens_hold() {
        assert_eq!(split("l’armée de Kim Jong-un n'ira"), ["l’", "armée", "de", "Kim", "Jong-un", "n'", "ira"]);
        assert_eq!(split("aujourd'hui à N'Djamena, O'Brien"), ["aujourd'hui", "à", "N'Djamena", ",", "O'Brien"]);
        assert_eq!(split("Biden's plan"), ["Biden", "'s", "plan"]);
    }

    #[test]
    fn clitics_leave_their_verb_but_names_stay_whole() {
        assert_eq!(split("a-t-il dit, dit-elle"), ["a", "-t-il", "dit", ",", "dit", "-elle"]);
        assert_eq!(split("Ivry-la Vitry-le rendez-vous"), ["Ivry-la", "Vitry-le", "rendez-vous"]);
    }

    #[test]
    fn prefixes_leave_the_name_that_they_are_joined_to() {
        assert_eq!(
            split("l'ex-URSS, anti-Carsac, anti-nucléaire"),
            ["l'", "ex-", "URSS", ",", "anti-", "Carsac", ",", "anti-nucléaire"]
        );
        assert_eq!(split("Paul \u{ad}Carsac"), ["Paul", "Carsac"]);
    }

    #[test]
    fn full_stops_belong_to_abbreviations_initials_and_acronyms() {
        assert_eq!(
            split("M. J. Dupont vit aux U.S.A. et part."),
            ["M.", "J.", "Dupont", "vit", "aux", "U.S.A.", "et", "part", "."]
        );
        assert_eq!(split("sur lemonde.fr."), ["sur", "lemonde.fr", "."]);
        assert_eq!(split("1.500,20 le 1er à 14h30..."), ["1.500,20", "le", "1er", "à", "14h30", "..."]);
    }

    #[test]
    fn sentences_end_where_the_next_begins() {
        let s = "M. Macron part. Il revient ! « Oui. » Non\nFin";
        let mut t = Vec::new();
        tokens(s, Span::new(0, s.len()), &mut t);
        let mut out = Vec::new();
        sentences(s, &t, false, &mut out);
        let first: Vec<_> = out.iter().map(|&(a, _)| t[a].of(s)).collect();
        assert_eq!(first, ["M.", "Il", "«", "Non", "Fin"]);
    }

    proptest! {
        #[test]
        fn tokens_are_ordered_and_cover_everything_but_white_space(s in "\\PC{0,80}") {
            let mut t = Vec::new();
            tokens(&s, Span::new(0, s.len()), &mut t);
            let unread = |c: char| c.is_whitespace() || c == SOFT_HYPHEN;
            let mut at = 0;
            for x in &t {
                prop_assert!(x.start >= at && x.end > x.start);
                prop_assert!(s.is_char_boundary(x.start) && s.is_char_boundary(x.end));
                prop_assert!(s[at..x.start].chars().all(unread));
                at = x.end;
            }
            prop_assert!(s[at..].chars().all(unread));
        }
    }
}
