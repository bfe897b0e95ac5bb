//! IPTC 7901: messages of teleprinters, whose parts control characters part.

use super::blocks;
use super::item::WireItem;
use crate::corpus::WireTopic;
use crate::corpus::date::find_dates;
use crate::ingest::mapping::Role;
use crate::ingest::people::opens_byline;
use crate::text::Span;
use crate::text::squeezed;

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
    let line = look.trim_ascii_start().split(|&b| b == b'\n').next().unwrap_or_default();
    if std::str::from_utf8(line).is_ok_and(is_head) {
        return true;
    }
    if look.split(|&b| b == b'\n').filter(|l| is_marked(l)).count() >= MARKED {
        return true;
    }
    let before = look.iter().position(|&b| b == HEAD as u8);
    let fill = |b: &u8| b.is_ascii_whitespace() || matches!(b, 0 | 0x16);
    before.is_some_and(|at| look[..at].iter().all(fill) && look[at..].contains(&(TEXT as u8)))
}

/// Lines of the American form that tell a message without control characters.
const MARKED: usize = 3;

/// True for `^Headline<` and `^By ANA ROZ=`.
fn is_marked(line: &[u8]) -> bool {
    line.starts_with(b"^") && matches!(line.trim_ascii_end().last(), Some(b'<' | b'='))
}

/// A message in the American form without control characters: what stands above its
/// first marked line is the head, and the last line says when it was sent.
fn bare_marked(text: &str) -> Option<WireItem> {
    if text.contains(HEAD) || text.lines().filter(|l| is_marked(l.as_bytes())).count() < MARKED {
        return None;
    }
    let at = text.starts_with('^').then_some(0).or_else(|| text.find("\n^").map(|at| at + 1))?;
    let (head, rest) = text.split_at(at);
    let last = rest.trim_end().rsplit('\n').next().unwrap_or_default();
    let (rest, after) = match american(last) {
        Some(_) => (&rest[..rest.trim_end().len() - last.len()], last),
        None => (rest, ""),
    };
    Some(item(head, &format!("{rest}{END}{after}")))
}

/// True for the first line of a message that lost its control characters:
/// `AVX0123 4 PO 00118 pont-vaubrun`.
fn is_head(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (Some(number), Some(urgency), Some(category), Some(length)) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return false;
    };
    let letters = number.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = |s: &str, least: usize| s.len() >= least && s.bytes().all(|b| b.is_ascii_digit());
    (2..=4).contains(&letters)
        && (3..=4).contains(&(number.len() - letters))
        && digits(&number[letters..], 3)
        && urgency.len() == 1
        && digits(urgency, 1)
        && category.len() <= 4
        && category.bytes().all(|b| b.is_ascii_uppercase())
        && digits(length, 3)
        && length.len() <= 5
}

/// A message without control characters: its head, its text, and the line of
/// its moment.
fn bare(text: &str) -> Option<WireItem> {
    let text = text.trim_start();
    let (head, rest) = text.split_once('\n').filter(|(head, _)| is_head(head))?;
    let last = rest.trim_end().rsplit('\n').next().unwrap_or_default();
    let (rest, after) = match moment(last) {
        Some(_) => (&rest[..rest.trim_end().len() - last.len()], last),
        None => (rest, ""),
    };
    Some(item(head, &format!("{rest}{END}{after}")))
}

/// The messages of a file.
pub(super) fn items(text: &str) -> Vec<WireItem> {
    if let Some(item) = bare(text).or_else(|| bare_marked(text)) {
        return vec![item];
    }
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
    // A number that one letter opens names a service and not who sends it.
    if provider.len() > 1 && provider.chars().all(char::is_alphabetic) {
        item.state(Role::Source, provider);
    }
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
    let said = moment(after).or_else(|| american(after)).or_else(|| full_day(head).map(str::to_owned));
    item.state(Role::Published, &said.unwrap_or_default());
    let (marked, unmarked) = marked(text);
    let said = marked_title(head);
    let text = if marked.is_empty() { text } else { unmarked.as_str() };
    let body = match above_dateline(text) {
        _ if !marked.is_empty() => {
            above(marked, &mut item);
            text
        }
        _ if !said.is_empty() => {
            item.state(Role::Title, &said);
            text
        }
        Some((lines, body)) => {
            above(lines, &mut item);
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
        // Where no line says when it was sent, the place may stand with a whole day.
        if item.fields.published.is_empty() {
            item.state(Role::Published, full_day(&line).unwrap_or_default());
        }
        item.fact(WireTopic::Dateline, &line, "iptc7901.dateline");
        // The number names a service; the agency signs the place.
        let agency = line.rsplit_once('(').map_or("", |(_, a)| a.trim_end_matches(')')).trim();
        if (2..=12).contains(&agency.len()) && agency.chars().all(char::is_alphabetic) {
            item.fields.source.clear();
            item.state(Role::Source, agency);
        }
    }
    item
}

/// Reads the lines above the text: the headline, among which the line by which
/// desks know the item may stand, and its author.
fn above(lines: Vec<&str>, item: &mut WireItem) {
    // `transport-pont`, `transport-pont 2EME LEAD`, `BC-ME--Harbor, 1st Ld-Writethru`
    let again = |word: &str| word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    let is_slug = |line: &str| {
        let mut words = line.split_whitespace();
        let parted = words.next().is_some_and(|word| word.contains(['-', '/']));
        parted && words.all(again) || ["BC-", "AM-", "PM-"].iter().any(|cycle| line.starts_with(cycle))
    };
    let (by, lines): (Vec<&str>, Vec<&str>) = lines.into_iter().partition(|l| opens_byline(l));
    by.iter().for_each(|line| item.state(Role::Author, line));
    item.state(Role::Title, lines.iter().find(|l| !is_slug(l)).copied().unwrap_or_default());
}

/// The lines that the American form of the wire marks (`^Headline<`), and the
/// text without them.
fn marked(text: &str) -> (Vec<&str>, String) {
    let is_marked = |line: &&str| line.trim_start().starts_with('^');
    let (marked, rest): (Vec<&str>, Vec<&str>) = text.lines().partition(is_marked);
    let bare = marked.into_iter().map(|l| l.trim().trim_matches(['^', '<', '=']).trim());
    (bare.filter(|l| !l.is_empty()).collect(), rest.join("\n"))
}

/// The headline in the head of a message, where a line there ends with `=`.
fn marked_title(head: &str) -> String {
    let mut lines = head.lines().skip(1).map(str::trim);
    let title = lines.find_map(|l| l.strip_suffix('=')).unwrap_or_default();
    title.trim().to_owned()
}

/// The first full day in a line, with all digits of its year.
fn full_day(text: &str) -> Option<&str> {
    let found = find_dates(text, Span::new(0, text.len()));
    let days = found.iter().filter(|d| d.full().is_some()).map(|d| d.span.of(text));
    let mut whole = days.filter(|day| day.as_bytes().windows(4).any(|w| w.iter().all(u8::is_ascii_digit)));
    whole.next()
}

/// `WNA-WX-04-10-24 0632GMT`: month, day, year.
fn american(after: &str) -> Option<String> {
    let mut words = after.split(|c: char| c.is_whitespace() || c.is_control());
    let day = |word: &str| {
        let parts: Vec<&str> = word.rsplit('-').take(3).collect();
        let [year, day, month] = parts.as_slice() else { return None };
        let two = |s: &&str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
        [year, day, month].into_iter().all(two).then(|| format!("20{year}-{month}-{day}"))
    };
    words.find_map(day)
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
    let head = squeezed(&text[..end]);
    if head.is_empty() || head.chars().count() > HEADLINE {
        return (String::new(), text);
    }
    (head, text[end..].trim_start_matches('='))
}

/// `Vaubrun, 10 avr 2024 (AVX) -` at the head of the first paragraph.
fn dateline(paragraph: &str) -> Option<String> {
    let (head, _) = [" - ", " – ", " — ", " -- ", " _ "].iter().find_map(|dash| paragraph.split_once(dash))?;
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
    let zone = if words[at + 1..].iter().any(|w| matches!(*w, "GMT" | "UTC" | "UT")) { " GMT" } else { "" };
    Some(format!("{day} {} {year} {hour}:{minute}{zone}", month.to_lowercase()))
}

fn is_zone(word: &str) -> bool {
    ["GMT", "UTC", "MEZ", "MESZ", "CET", "CEST"].contains(&word)
}
