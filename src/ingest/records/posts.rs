//! Posts that were copied out of Telegram: above each stands who sent it, and day and
//! hour in brackets. What one channel sent is its own; where several persons write, a
//! long post is an article that one of them passed on.

use super::draft::{Draft, Export};
use super::layout::{Line, is_date};
use super::passed_on;
use crate::ingest::mapping::Role;
use crate::ingest::typed::{DayOrder, day_order, month_first};
use std::collections::HashMap;

/// Letters of day and hour, and of the name of a sender.
const WHEN: std::ops::RangeInclusive<usize> = 11..=34;
const SENDER: usize = 80;
/// Words from which a post of a channel, and one among those of several, is an article.
const POST: usize = 15;
const ARTICLE: usize = 40;
/// Lines among which the first head stands.
const FIRST: usize = 3;
/// Posts that end with a line which is none of any.
const AGAIN: usize = 2;

/// Who sent a post, its day with its hour, and its lines.
struct Post<'l> {
    sender: &'l str,
    when: &'l str,
    lines: Vec<&'l str>,
}

/// Cheap signs without which no text is looked at.
pub(super) fn has_signs(text: &[u8]) -> bool {
    text.split(|&b| b == b'\n')
        .take(FIRST)
        .any(|line| line.len() < 400 && head(&String::from_utf8_lossy(line)).is_some())
}

/// Sender and moment in the head of a post: `Le Quai, [05.03.2024 18:05]`.
fn head(line: &str) -> Option<(&str, &str)> {
    let (sender, when) = line.trim().strip_suffix(']')?.rsplit_once('[')?;
    let sender = sender.trim_end_matches([' ', ',', ':', '–', '—', '-']).trim();
    let day = when.split([',', ' ']).next()?;
    let clock = when[day.len()..].bytes().filter(u8::is_ascii_digit).count() >= 3 && when.contains([':', 'h']);
    let digits = day.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'.' | b'-'));
    let fits = WHEN.contains(&when.chars().count()) && (1..=SENDER).contains(&sender.chars().count());
    (fits && clock && digits && (is_date(day) || day_order(day).is_some())).then_some((sender, when))
}

/// Who first published a post that was forwarded: `[Forwarded from Le Quai]`.
fn forwarded(line: &str) -> Option<&str> {
    const FROM: [&str; 6] = [" from ", " de la ", " de ", " von ", " aus ", " da "];
    let inside = line.trim().strip_prefix('[')?.strip_suffix(']')?;
    let name = FROM.iter().find_map(|from| inside.split_once(from))?.1.trim();
    name.starts_with(char::is_uppercase).then_some(name)
}

/// The articles of such posts; `None` for any other text.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let first = lines.iter().position(|l| !l.is_blank())?;
    head(&lines[first].text)?;
    let mut posts: Vec<Post<'_>> = Vec::new();
    for line in &lines[first..] {
        match (head(&line.text), posts.last_mut()) {
            (Some((sender, when)), _) => posts.push(Post { sender, when, lines: Vec::new() }),
            (None, Some(last)) => last.lines.push(&line.text),
            (None, None) => {}
        }
    }
    let orders: Vec<DayOrder> = posts.iter().filter_map(|p| day_order(p.when)).collect();
    let months = orders.contains(&DayOrder::MonthFirst) && !orders.contains(&DayOrder::DayFirst);
    let channel = posts.iter().all(|p| p.sender == posts[0].sender);
    let mut ends: HashMap<&str, usize> = HashMap::new();
    for post in &posts {
        let last = post.lines.iter().rev().find(|l| !l.is_empty());
        last.into_iter().for_each(|l| *ends.entry(l).or_default() += 1);
    }
    let again = |line: &str| ends.get(line).is_some_and(|n| *n >= AGAIN);
    let mut export = Export::default();
    for post in &posts {
        let words: usize = post.lines.iter().map(|l| l.split_whitespace().count()).sum();
        if words < if channel { POST } else { ARTICLE } {
            export.outside += 1 + post.lines.iter().filter(|l| !l.is_empty()).count();
            continue;
        }
        let mut draft = Draft::default();
        let turned = if months { month_first(post.when) } else { None };
        let when = turned.as_deref().unwrap_or(post.when);
        let from = post.lines.iter().take(FIRST).position(|l| forwarded(l).is_some());
        let origin = from.and_then(|at| forwarded(post.lines[at]));
        let own = channel && origin.is_none();
        draft.state(if own { Role::Published } else { Role::Seen }, "chat.sent", when);
        let rest = &post.lines[from.map_or(0, |at| at + 1)..];
        passed_on::read(rest, again, &mut draft);
        if let Some(outlet) = origin.or(own.then_some(post.sender)) {
            draft.state_ranked(Role::Source, 1, "chat.channel", outlet);
        }
        draft.leave(&format!("{}, [{}]", post.sender, post.when));
        export.drafts.push(draft);
    }
    (!export.drafts.is_empty()).then_some(export)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_post_is_told_from_brackets_in_a_text() {
        assert_eq!(head("Le Quai, [05.03.2024 18:05]"), Some(("Le Quai", "05.03.2024 18:05")));
        assert_eq!(head("Le Quai 🌊, [3/15/24 6:05 PM]"), Some(("Le Quai 🌊", "3/15/24 6:05 PM")));
        for line in ["Le pont [photo]", "Le Quai, [05.03.2024]", "[05.03.2024 18:05]", "Il l'a dit [12]"] {
            assert_eq!(head(line), None, "{line}");
        }
        assert_eq!(forwarded("[Forwarded from Le Môle]"), Some("Le Môle"));
        assert_eq!(forwarded("[Photo]"), None);
    }
}
