//! Chats that WhatsApp exports as text: a message opens with its day, its hour and
//! who sent it. A long message is an article that somebody passed on: whoever sent
//! it did not write it, and the day is the one on which it was sent.

use super::draft::{Draft, Export};
use super::layout::{Line, is_date};
use super::passed_on;
use crate::ingest::mapping::Role;
use crate::ingest::typed::{DayOrder, day_order, month_first};

/// Messages from which a text is a chat.
const MESSAGES: usize = 2;
/// Words from which a message is an article.
const ARTICLE: usize = 40;
/// Letters of the day and the hour, and of the name of a sender.
const WHEN: std::ops::RangeInclusive<usize> = 11..=32;
const SENDER: usize = 60;
/// Lines among which the first message stands.
const FIRST: usize = 3;

/// A message of a chat, or what the program says in it of itself.
#[derive(Debug, Default)]
struct ChatMessage<'l> {
    day: &'l str,
    /// `None` for what the program says.
    sender: Option<&'l str>,
    lines: Vec<&'l str>,
}

/// Marks of direction that the program puts before what it says itself.
const MARKS: [char; 7] = ['\u{200e}', '\u{200f}', '\u{202a}', '\u{202c}', '\u{feff}', '\u{202f}', ' '];

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    let opens = |line: &[u8]| opening(String::from_utf8_lossy(line).trim()).is_some();
    text.split(|&b| b == b'\n').take(FIRST).any(|line| line.len() < 4096 && opens(line))
}

/// The day and what stands behind day and hour in the first line of a message:
/// `[12/04/2024 09:15:40] Ana Roz: …`, `10/04/2024, 06:35 - Ana Roz: …`.
fn opening(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches(MARKS);
    let (when, rest) = match line.strip_prefix('[') {
        Some(inside) => inside.split_once("] ")?,
        None => line.split_once(" - ")?,
    };
    if !WHEN.contains(&when.chars().count()) || !when.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (day, hour) = when.split_once([',', ' '])?;
    let clock = hour.contains([':', '.', 'h']) && hour.bytes().filter(u8::is_ascii_digit).count() >= 3;
    let digits = day.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'.' | b'-'));
    (clock && digits && is_date(day)).then_some((day, rest.trim_start_matches(MARKS)))
}

fn messages(lines: &[Line]) -> Vec<ChatMessage<'_>> {
    let mut all: Vec<ChatMessage<'_>> = Vec::new();
    for line in lines {
        match (opening(&line.text), all.last_mut()) {
            (Some((day, rest)), _) => {
                let said = rest.split_once(": ").filter(|(sender, _)| sender.chars().count() <= SENDER);
                let (sender, text) = said.map_or((None, rest), |(sender, text)| (Some(sender), text));
                all.push(ChatMessage { day, sender, lines: vec![text.trim_start_matches(MARKS)] });
            }
            (None, Some(last)) => last.lines.push(&line.text),
            (None, None) => {}
        }
    }
    all
}

/// The articles that were passed on in a chat; `None` for what is no chat and for
/// one without any, which is read as the text that it is.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    if !lines.iter().take(FIRST).any(|l| opening(&l.text).is_some()) {
        return None;
    }
    let all = messages(lines);
    if all.iter().filter(|m| m.sender.is_some()).count() < MESSAGES {
        return None;
    }
    let orders: Vec<DayOrder> = all.iter().filter_map(|m| day_order(m.day)).collect();
    let months = orders.contains(&DayOrder::MonthFirst) && !orders.contains(&DayOrder::DayFirst);
    let mut export = Export::default();
    // What was said before an article is kept below it, and at the end what was said after the last.
    let mut said: Vec<String> = Vec::new();
    for message in &all {
        let words: usize = message.lines.iter().map(|l| l.split_whitespace().count()).sum();
        if message.sender.is_some() && words >= ARTICLE {
            let mut draft = article(message, months);
            said.drain(..).for_each(|line| draft.leave(&line));
            export.drafts.push(draft);
        } else {
            let sender = message.sender.map(|s| format!("{s}: ")).unwrap_or_default();
            said.push(format!("{} - {sender}{}", message.day, message.lines.join(" ")));
        }
    }
    let last = export.drafts.last_mut()?;
    said.iter().for_each(|line| last.leave(line));
    Some(export)
}

fn article(message: &ChatMessage<'_>, months: bool) -> Draft {
    let mut draft = Draft::default();
    let turned = if months { month_first(message.day) } else { None };
    draft.state(Role::Seen, "chat.sent", turned.as_deref().unwrap_or(message.day));
    let sender = message.sender.unwrap_or_default();
    draft.leave(&format!("{} - {sender}", message.day));
    passed_on::read(&message.lines, |_| false, &mut draft);
    draft
}
