//! Texts that keep the columns of a printed page: a line holds a piece of each, with
//! spaces between them. The columns are read one after the other.
//!
//! Knows where spaces stand; has never heard of newspapers.

use crate::text::ending::is_closed;

/// Lines with something in both columns that make a page of columns, and words that each
/// has in them on average.
const ROWS: usize = 5;
const WORDS: f32 = 3.0;
/// Spaces between two columns, and blank lines that end them.
const GUTTER: usize = 2;
const APART: usize = 2;
/// Characters of the longest line that is looked at.
const LINE: usize = 400;
/// Bytes of the longest text, lines of the longest page, and stretches of spaces in a
/// line, that are looked at.
const TEXT: usize = 2 << 20;
const PAGE: usize = 300;
const GAPS: usize = 5;
/// Share of the lines of a column that go on in small letters: in print a sentence goes over
/// several lines, beside a page of the web it does not.
const BROKEN: f32 = 0.35;
/// Characters of the longest line of a printed page.
const PRINT: usize = 180;
/// Share of the lines of the right column that begin where it begins, and columns beside
/// that within which they do.
const FLUSH: f32 = 0.6;
const NEAR: usize = 2;

/// How many times as many lines as a text has are looked at: from each line on its columns may
/// begin, and a table has them from each of its rows on.
const LOOKS: usize = 40;

/// The text with its columns one below the other; `None` for a text without any, and for one
/// in which they are looked for in vain again and again.
pub(super) fn unfolded(text: &str) -> Option<String> {
    let mut looks = text.lines().count().max(PAGE) * LOOKS;
    unfolded_within(text, &mut looks).filter(|_| looks > 0)
}

fn unfolded_within(text: &str, looks: &mut usize) -> Option<String> {
    let spaced = |l: &&str| l.trim().contains("  ");
    if text.len() > TEXT || text.lines().filter(spaced).take(ROWS).count() < ROWS {
        return None;
    }
    let lines: Vec<Vec<char>> = text.lines().map(|l| l.trim_end().chars().take(LINE + 1).collect()).collect();
    if lines.iter().any(|l| l.len() > LINE) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let (mut at, mut found) = (0, false);
    while at < lines.len() {
        if *looks == 0 {
            return None;
        }
        match region(&lines, at, looks) {
            Some((end, gutter)) => {
                found = true;
                side_by_side(&lines[at..end], gutter, &mut out, looks);
                at = end;
            }
            None => {
                out.extend(&lines[at]);
                out.push('\n');
                at += 1;
            }
        }
    }
    found.then_some(out)
}

/// The stretches of spaces inside a line.
fn gaps(line: &[char]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut at = line.iter().take_while(|c| **c == ' ').count();
    while at < line.len() {
        let end = (at..line.len()).find(|&i| line[i] != ' ').unwrap_or(line.len());
        if end - at >= GUTTER && end < line.len() && at > 0 {
            out.push((at, end));
        }
        at = (end..line.len()).find(|&i| line[i] == ' ').unwrap_or(line.len());
    }
    out
}

/// The lines from `at` on that are set in two columns: where they end, and where the
/// second column begins.
fn region(lines: &[Vec<char>], at: usize, looks: &mut usize) -> Option<(usize, usize)> {
    let gaps = gaps(&lines[at]).into_iter().take(GAPS);
    gaps.filter_map(|gap| columns(lines, at, gap, looks)).max_by_key(|(end, _)| *end)
}

fn columns(lines: &[Vec<char>], at: usize, first: (usize, usize), looks: &mut usize) -> Option<(usize, usize)> {
    let mut free = first;
    let (mut end, mut blank) = (at, 0);
    let mut both: Vec<usize> = Vec::new();
    for (i, line) in lines.iter().enumerate().skip(at).take(PAGE) {
        *looks = looks.saturating_sub(1);
        if line.len() > PRINT || *looks == 0 {
            break;
        }
        if line.is_empty() {
            blank += 1;
            if blank >= APART {
                break;
            }
            continue;
        }
        // What stands on this line where nothing stood so far.
        let left = (0..free.1.min(line.len())).rev().find(|&k| line[k] != ' ').map_or(0, |k| k + 1);
        let begins = (free.0..line.len()).find(|&k| line[k] != ' ' && k >= left);
        let space = match begins {
            // The line ends before the second column.
            None if left <= free.0 => free,
            None => (left, free.1),
            Some(start) if left <= start => (free.0.max(left), free.1.min(start).max(free.0.max(left))),
            Some(_) => break,
        };
        if space.1 < space.0 + GUTTER {
            break;
        }
        free = space;
        if left > 0 && begins.is_some() {
            both.push(i);
        }
        (end, blank) = (i + 1, 0);
    }
    let prose = |side: &dyn Fn(&[char]) -> String| {
        let words: usize =
            both.iter().map(|&i| side(&lines[i]).split_whitespace().filter(|w| is_word(w)).count()).sum();
        words as f32 >= WORDS * both.len() as f32
    };
    let gutter = free.1;
    let left = |l: &[char]| l[..gutter.min(l.len())].iter().collect::<String>();
    let right = |l: &[char]| l[gutter.min(l.len())..].iter().collect::<String>();
    let starts = both.iter().filter_map(|&i| (gutter.saturating_sub(1)..lines[i].len()).find(|&k| lines[i][k] != ' '));
    let flush = starts.filter(|&k| k <= gutter + NEAR).count();
    let columned = both.len() >= ROWS && prose(&left) && prose(&right) && flush as f32 >= FLUSH * both.len() as f32;
    let broken = |side: &dyn Fn(&[char]) -> String| {
        let small = both.windows(2).filter(|w| side(&lines[w[1]]).trim_start().starts_with(char::is_lowercase));
        small.count() as f32 >= BROKEN * both.len() as f32
    };
    (columned && broken(&left) && broken(&right) && !numbered(lines, &both)).then_some((end, gutter))
}

fn is_word(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() * 2 > word.chars().count()
}

/// True where the lines hold more figures than a text does.
fn numbered(lines: &[Vec<char>], both: &[usize]) -> bool {
    let count = |is: fn(&char) -> bool| both.iter().map(|&i| lines[i].iter().filter(|c| is(c)).count()).sum::<usize>();
    count(|c| c.is_ascii_digit()) * 8 > count(|c| c.is_alphabetic())
}

/// Writes the left column, then the right one, with a blank line between them where the
/// left one ends a sentence.
fn side_by_side(lines: &[Vec<char>], gutter: usize, out: &mut String, looks: &mut usize) {
    for right in [false, true] {
        let side = |l: &Vec<char>| {
            let at = gutter.min(l.len());
            let side = if right { &l[at..] } else { &l[..at] };
            side.iter().collect::<String>().trim_end().to_owned()
        };
        let texts: Vec<String> = lines.iter().map(side).collect();
        let first = texts.iter().position(|t| !t.is_empty()).unwrap_or(0);
        let last = texts.iter().rposition(|t| !t.is_empty()).map_or(first, |i| i + 1);
        let mut column = texts[first..last].join("\n");
        column.push('\n');
        // A page of three columns is one beside two.
        out.push_str(&unfolded_within(&column, looks).unwrap_or(column));
        let ended = texts[..last].last().is_some_and(|t| is_closed(t));
        if right || ended {
            out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_print_are_read_one_after_the_other() {
        let text = "LE QUAI                      Mardi 5 mars 2024\n\nLe pont de Gorzé ferme pour dix-huit mois\n\n\
            Le conseil a voté mardi       Les travaux coûteront\n\
            la fermeture du pont, que     quatre millions à la\n\
            des experts jugent trop       commune, et le double\n\
            dangereux. Il date de la      au département. Une\n\
            fin du siècle dernier.        passerelle est prévue.\n\
            \n                              ANA ROZ\n";
        let out = unfolded(text).unwrap();
        assert!(out.contains("la fermeture du pont, que\ndes experts jugent trop\n"), "{out}");
        assert!(out.contains("fin du siècle dernier.\n\nLes travaux coûteront\nquatre millions à la\n"), "{out}");
        assert!(out.contains("passerelle est prévue.\n\nANA ROZ\n"), "{out}");
        assert!(out.starts_with("LE QUAI                      Mardi 5 mars 2024\n\nLe pont"), "{out}");
    }

    #[test]
    fn tables_and_indented_texts_are_left_as_they_are() {
        let table = "Gorzé         12 400      13 100\n".repeat(8);
        assert!(unfolded(&table).is_none());
        let typed =
            "Le conseil a voté.  Il a siégé tard.\nLa maire  a signé ce soir.\nLes  travaux commencent.\n".repeat(4);
        assert!(unfolded(&typed).is_none());
        assert!(unfolded("    Le conseil a voté la fermeture.\n").is_none());
    }

    #[test]
    fn a_long_table_is_given_up_after_as_many_looks_as_are_allowed() {
        let rows = 2_000;
        let table = "Gorzé ville     12 400      13 100     14 222    15 111   16 333\n".repeat(rows);
        let mut looks = rows * LOOKS;
        assert!(unfolded_within(&table, &mut looks).is_none());
        assert_eq!(looks, 0);
    }
}
