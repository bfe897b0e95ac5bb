//! Numbers, words and marks of a text, for reading dates.

use super::calendar::{Entry, meanings};
use crate::text::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits: the value and how many digits.
    Number(u32, u8),
    /// Letters, with what they mean in a date.
    Word(&'static [Entry]),
    /// Any other visible character.
    Mark(char),
}

/// A stretch without white space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// Nothing stands between it and the token before.
    pub(super) glued: bool,
    /// A line break stands before it.
    pub(super) line: bool,
    /// Starts with a capital.
    pub(super) capital: bool,
}

/// The tokens inside `within`.
pub(super) fn tokens(text: &str, within: Span) -> Vec<Token> {
    let body = within.of(text);
    let base = within.start;
    let mut out: Vec<Token> = Vec::with_capacity(body.len() / 5 + 1);
    let (mut at, mut glued, mut line) = (0, false, true);
    while let Some(c) = body[at..].chars().next() {
        if c.is_whitespace() {
            line |= c == '\n';
            glued = false;
            at += c.len_utf8();
            continue;
        }
        let (kind, len) = if c.is_ascii_digit() {
            number(&body[at..])
        } else if c.is_alphabetic() {
            word(&body[at..])
        } else {
            (Kind::Mark(c), c.len_utf8())
        };
        let span = Span::new(base + at, base + at + len);
        out.push(Token { span, kind, glued, line, capital: c.is_uppercase() });
        at += len;
        glued = true;
        line = false;
    }
    out
}

/// The first character of the scripts that write without spaces.
const FIRST_SIGN: char = '\u{2e80}';

fn number(rest: &str) -> (Kind, usize) {
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    let value = rest[..len].parse().unwrap_or(u32::MAX);
    (Kind::Number(value, len.min(255) as u8), len)
}

/// Letters; with inner hyphens and with the apostrophe of *aujourd'hui* only
/// when the table knows the whole.
fn word(rest: &str) -> (Kind, usize) {
    // Signs of dates stand in writing without spaces: `14日星期四`.
    if let Some(sign) = rest.chars().next().filter(|c| *c >= FIRST_SIGN) {
        let known = meanings(&rest[..sign.len_utf8()]);
        if !known.is_empty() {
            return (Kind::Word(known), sign.len_utf8());
        }
    }
    let letters = |s: &str| s.find(|c: char| !c.is_alphabetic()).unwrap_or(s.len());
    let first = letters(rest);
    let mut longest = (Kind::Word(&[]), 0);
    let mut end = first;
    for _ in 0..2 {
        let mut tail = rest[end..].chars();
        let Some(c) = tail.next().filter(|c| matches!(c, '-' | '\'' | '’' | '\u{2010}' | '\u{2011}')) else { break };
        let next = letters(tail.as_str());
        end += c.len_utf8() + next;
        let known = if next == 0 || end > 24 { &[][..] } else { meanings(&rest[..end]) };
        if !known.is_empty() {
            longest = (Kind::Word(known), end);
        }
    }
    if longest.1 > 0 { longest } else { (Kind::Word(meanings(&rest[..first])), first) }
}
