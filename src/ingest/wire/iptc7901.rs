//! IPTC 7901: messages of teleprinters, whose parts control characters part.

use super::blocks;
use super::item::WireItem;
use crate::corpus::WireTopic;
use crate::ingest::mapping::Role;
use crate::ingest::typed::opens_byline;

/// Start of the head, of the text, end of the text.
const HEAD: char = '\u{1}';
const TEXT: char = '\u{2}';
const END: char = '\u{3}';

/// Bytes in which the head of a message ends.
const LOOK: usize = 1024;
/// Characters of a headline.
const HEADLINE: usize = 200;

/// True for a file that begins like a message.
pub(super) fn is_message(bytes: &[u8]) -> bool {
    let look = &bytes[..bytes.len().min(LOOK)];
    let before = look.iter().position(|&b| b == HEAD as u8);
    let fill = |b: &u8| b.is_ascii_whitespace() || matches!(b, 0 | 0x16);
    before.is_some_and(|at| look[..at].iter().all(fill) && look[at..].contains(&(TEXT as u8)))
}

/// The messages of a file.
pub(super) fn items(text: &str) -> Vec<WireItem> {
    text.split(HEAD)
        .skip(1)
        .filter_map(|message| message.split_once(TEXT))
        .map(|(head, rest)| item(head, rest))
        .collect()
}

/// `AVX0123 4 PO 00118 pont-vaubrun`: who sends it, its number, how urgent it
/// is, its category, its length, and the line by which desks know it.
fn item(head: &str, rest: &str) -> WireItem {
    let mut item = WireItem::default();
    let (text, after) = rest.split_once(END).unwrap_or((rest, ""));
    let mut lines = head.lines().map(str::trim).filter(|l| !l.is_empty());
    let mut words = lines.next().unwrap_or_default().split_whitespace();
    let number = words.next().unwrap_or_default();
    let provider = number.trim_end_matches(|c: char| c.is_ascii_digit());
    item.state(Role::Source, provider);
    item.fact(WireTopic::Identifier, number, "iptc7901.number");
    item.state(Role::Identifier, number);
    let words: Vec<&str> = words.collect();
    if let Some(urgency) = words.first().filter(|w| w.len() == 1 && w.as_bytes()[0].is_ascii_digit()) {
        item.fact(WireTopic::Urgency, urgency, "iptc7901.priority");
    }
    // The length in words stands before what desks know it by.
    let length =
        words.iter().skip(1).position(|w| w.bytes().all(|b| b.is_ascii_digit())).map_or(words.len(), |i| i + 2);
    let slug = words.get(length..).unwrap_or_default().join(" ");
    let slug =
        [slug].into_iter().chain(lines.map(str::to_owned)).filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" ");
    item.fact(WireTopic::Slug, &slug, "iptc7901.keywords");
    item.state(Role::Published, &moment(after).unwrap_or_default());
    let body = match above_dateline(text) {
        Some((lines, body)) => {
            // Among them the line by which desks know the item may stand, and its author.
            let is_slug = |line: &str| !line.contains(' ') && line.contains(['-', '/']);
            let (by, lines): (Vec<&str>, Vec<&str>) = lines.into_iter().partition(|l| opens_byline(l));
            by.iter().for_each(|line| item.state(Role::Author, line));
            item.state(Role::Title, lines.iter().find(|l| !is_slug(l)).copied().unwrap_or_default());
            body
        }
        None => {
            let (title, body) = headline(text);
            item.state(Role::Title, &title);
            body
        }
    };
    item.blocks = blocks::of_text(body);
    if let Some(line) = item.blocks.first().and_then(|b| dateline(&b.text)) {
        item.fact(WireTopic::Dateline, &line, "iptc7901.dateline");
    }
    item
}

/// Lines of a message that may stand above its dateline.
const ABOVE: usize = 5;

/// The lines above the one that opens with a dateline, and the text from there
/// on, where nothing marks the headline.
fn above_dateline(text: &str) -> Option<(Vec<&str>, &str)> {
    let (mut above, mut at) = (Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let said = line.trim();
        if dateline(said).is_some() {
            return (!above.is_empty()).then(|| (above, &text[at..]));
        }
        if said.ends_with('=') || above.len() == ABOVE || said.chars().count() > HEADLINE {
            return None;
        }
        above.extend((!said.is_empty()).then_some(said));
        at += line.len();
    }
    None
}

/// The headline, which ends with `=` or stands above a blank line, and the rest.
fn headline(text: &str) -> (String, &str) {
    let text = text.trim_start();
    let marked = text.find('=').filter(|&i| text[i + 1..].trim_start_matches(' ').starts_with(['\r', '\n']));
    let blank = ["\r\n\r\n", "\n\n"].iter().filter_map(|b| text.find(b)).min();
    let end = marked.filter(|&i| blank.is_none_or(|b| i < b)).or(blank).unwrap_or(0);
    let head = text[..end].split_whitespace().collect::<Vec<_>>().join(" ");
    if head.is_empty() || head.chars().count() > HEADLINE {
        return (String::new(), text);
    }
    (head, text[end..].trim_start_matches('='))
}

/// `Vaubrun, 10 avr 2024 (AVX) -` at the head of the first paragraph.
fn dateline(paragraph: &str) -> Option<String> {
    let (head, _) = [" - ", " – ", " — ", " -- "].iter().find_map(|dash| paragraph.split_once(dash))?;
    (head.chars().count() <= 60 && head.ends_with(')') && head.contains('(')).then(|| head.to_owned())
}

/// `100632 GMT APR 24`, `100632 avr 24`: day, hour and minute, month, year.
fn moment(after: &str) -> Option<String> {
    let words: Vec<&str> =
        after.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    let at = words.iter().position(|w| w.len() == 6 && w.bytes().all(|b| b.is_ascii_digit()))?;
    let (day, hour, minute) = (&words[at][..2], &words[at][2..4], &words[at][4..]);
    let year = words[at + 1..].iter().find(|w| matches!(w.len(), 2 | 4) && w.bytes().all(|b| b.is_ascii_digit()))?;
    let century = if *year < "70" { "20" } else { "19" };
    let year = if year.len() == 2 { format!("{century}{year}") } else { (*year).to_owned() };
    let month = words[at + 1..].iter().find(|w| w.len() >= 3 && w.chars().all(char::is_alphabetic) && !is_zone(w))?;
    Some(format!("{day} {} {year} {hour}:{minute}", month.to_lowercase()))
}

fn is_zone(word: &str) -> bool {
    ["GMT", "UTC", "MEZ", "MESZ", "CET", "CEST"].contains(&word)
}
