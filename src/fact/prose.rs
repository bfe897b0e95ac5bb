//! The running text of a document as tokens and sentences. Has never heard
//! of quotations or figures.

use super::lexicon::{WordClass, class};
use crate::corpus::language::Language;
use crate::corpus::segment::sentences;
use crate::corpus::{CLOSELY, CLOSELY_WORDS, Document, LineKind};
use crate::lang;
use crate::text::{Span, segment};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with inner hyphens; an elided word ends in its apostrophe.
    Word,
    /// Digits with the separators that belong to them.
    Number,
    /// Any other visible character.
    Mark(char),
}

/// A stretch without white space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) kind: Kind,
    pub(super) class: WordClass,
    /// Nothing stands between it and the token before.
    pub(super) glued: bool,
    /// Starts with a capital.
    pub(super) capital: bool,
    /// A pronoun behind its verb: the `il` of `dit-il`.
    pub(super) inverted: bool,
}

/// A paragraph, or the part of one between cuts.
#[derive(Clone, Debug)]
pub(super) struct Zone {
    pub(super) span: Span,
    pub(super) kind: LineKind,
    /// Indices into the tokens.
    pub(super) tokens: std::ops::Range<usize>,
    /// Index of the line in the document.
    pub(super) line: usize,
}

/// Title, standfirst, captions and body as tokens.
pub(super) struct Prose<'d> {
    pub(super) text: &'d str,
    pub(super) zones: Vec<Zone>,
    pub(super) tokens: Vec<Token>,
}

impl<'d> Prose<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        let text: &str = &document.text;
        let end = document.first(CLOSELY);
        let mut prose = Self { text, zones: Vec::new(), tokens: Vec::with_capacity(end / 5) };
        let mut scratch = String::new();
        let language = document.meta.language.value.map(Language::name);
        let mut cuts = document.cuts.iter().peekable();
        for (line, l) in document.lines.iter().enumerate() {
            let read = l.kind.is_body() || matches!(l.kind, LineKind::Title | LineKind::Standfirst | LineKind::Caption);
            if !read {
                continue;
            }
            let Some(content) = l.content(text).before(end) else { break };
            // Cuts are in order, so that each is looked at once.
            let mut at = content.start;
            while cuts.next_if(|c| c.span.end <= content.start).is_some() {}
            while let Some(c) = cuts.next_if(|c| c.span.touches(content)) {
                prose.push(Span::new(at, c.span.start.max(at)), l.kind, line, &mut scratch);
                at = c.span.end.min(content.end).max(at);
            }
            prose.push(Span::new(at, content.end), l.kind, line, &mut scratch);
        }
        prose.settle(language);
        prose
    }

    fn push(&mut self, span: Span, kind: LineKind, line: usize, scratch: &mut String) {
        let mut span = span.trim(self.text);
        let from = self.tokens.len();
        if span.is_empty() || from >= CLOSELY_WORDS {
            return;
        }
        tokenise(self.text, span, &mut self.tokens, scratch);
        if self.tokens.len() > CLOSELY_WORDS {
            self.tokens.truncate(CLOSELY_WORDS);
            span.end = self.tokens.last().map_or(span.end, |t| t.span.end);
        }
        self.zones.push(Zone { span, kind, tokens: from..self.tokens.len(), line });
    }

    /// Takes back what a word cannot be in its place: a verb of another
    /// language, and a capital inside a sentence (*Dole (Jura, est)*).
    fn settle(&mut self, language: Option<&str>) {
        for zone in &self.zones {
            // Headlines in capitals have verbs in capitals.
            let running = zone.kind.is_body();
            for k in zone.tokens.clone() {
                let inside = k > zone.tokens.start && {
                    let before = &self.tokens[k - 1];
                    before.kind == Kind::Word && !before.capital
                };
                let token = &mut self.tokens[k];
                token.class = match running && inside && token.capital {
                    true => token.class.without_verb(),
                    false => token.class.in_language(language),
                };
            }
        }
    }

    /// The words of a token.
    pub(super) fn word(&self, token: usize) -> &'d str {
        self.tokens.get(token).map_or("", |t| t.span.of(self.text))
    }

    /// The first token that ends after the byte offset.
    pub(super) fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|t| t.span.end <= offset)
    }

    /// Sentences of a zone as byte spans; scraped paragraphs lose the space
    /// between two (`la loi.Le ministre`).
    pub(super) fn sentences(&self, zone: &Zone) -> Vec<Span> {
        let mut out = Vec::new();
        for sentence in sentences(self.text, zone.span) {
            let mut from = sentence.start;
            let mut k = self.token_at(from) + 2;
            while let Some(next) = self.tokens.get(k).filter(|t| t.span.start < sentence.end) {
                if self.is_lost_space(k) {
                    out.push(Span::new(from, next.span.start));
                    from = next.span.start;
                }
                k += 1;
            }
            out.push(Span::new(from, sentence.end));
        }
        out
    }

    /// A capitalised word right behind the stop of a word in small letters.
    fn is_lost_space(&self, at: usize) -> bool {
        let (Some(next), Some(stop), Some(word)) =
            (self.tokens.get(at), self.tokens.get(at - 1), self.tokens.get(at - 2))
        else {
            return false;
        };
        let starts = next.kind == Kind::Word && next.capital && next.glued;
        let small = |t: &Token| t.span.of(self.text).chars().filter(|c| c.is_lowercase()).count();
        // A name ends a sentence only before a word that starts one.
        let function = WordClass::DETERMINER
            | WordClass::PRONOUN
            | WordClass::PREPOSITION
            | WordClass::OF
            | WordClass::CONJUNCTION;
        let named = !word.capital || next.class.is(function) || small(word) >= 4 && small(next) >= 3;
        let ended = word.kind == Kind::Word && named && small(word) >= 3
            || matches!(word.kind, Kind::Mark('»' | '”' | ')' | '%'));
        starts
            && matches!(stop.kind, Kind::Mark('.' | '!' | '?' | '…'))
            && stop.glued
            && ended
            && (small(next) >= 1 || next.span.of(self.text).ends_with(['\'', '’']))
            && !matches!(self.tokens.get(at + 1).map(|t| t.kind), Some(Kind::Mark('.' | '@' | '/')))
    }
}

/// The first word of a phrase; an elided one with its apostrophe.
pub(super) fn first_word(phrase: &str) -> &str {
    let end = phrase.char_indices().find(|(_, c)| c.is_whitespace() || is_apostrophe(*c));
    end.map_or(phrase, |(i, c)| &phrase[..if is_apostrophe(c) { i + c.len_utf8() } else { i }])
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn tokenise(text: &str, within: Span, out: &mut Vec<Token>, scratch: &mut String) {
    let body = within.of(text);
    let base = within.start;
    let (mut at, mut glued) = (0, false);
    while let Some(c) = body[at..].chars().next() {
        if c.is_whitespace() {
            at += c.len_utf8();
            glued = false;
            continue;
        }
        let rest = &body[at..];
        let (kind, len) = if c.is_ascii_digit() {
            (Kind::Number, number(rest))
        } else if c.is_alphanumeric() {
            (Kind::Word, word(rest))
        } else {
            (Kind::Mark(c), c.len_utf8())
        };
        let span = Span::new(base + at, base + at + len);
        match kind {
            Kind::Word => push_word(text, span, glued, c.is_uppercase(), out, scratch),
            _ => {
                out.push(Token { span, kind, class: WordClass::default(), glued, capital: false, inverted: false });
            }
        }
        at += len;
        glued = true;
    }
}

fn push_word(text: &str, span: Span, glued: bool, capital: bool, out: &mut Vec<Token>, scratch: &mut String) {
    let word = span.of(text);
    let plain = |span: Span, glued: bool, capital: bool, inverted: bool, scratch: &mut String| Token {
        span,
        kind: Kind::Word,
        class: class(span.of(text), scratch),
        glued,
        capital,
        inverted,
    };
    // `pic.twitter.com`: an address says nothing.
    let stop = glued.then(|| out.len().checked_sub(2)).flatten().is_some_and(|k| {
        let joined = out.get(k + 1).is_some_and(|t| t.glued && matches!(t.kind, Kind::Mark('.' | '/' | '@' | '#')));
        joined && out.get(k).is_some_and(|t| t.kind == Kind::Word)
    });
    if stop && !capital {
        out.push(Token { span, kind: Kind::Word, class: WordClass::default(), glued, capital, inverted: false });
        return;
    }
    if word.contains('-')
        && let Some((verb, pronoun)) = lang::all().find_map(|l| l.inversion(word))
    {
        out.push(plain(Span::new(span.start, span.start + verb), glued, capital, false, scratch));
        out.push(plain(Span::new(span.end - pronoun, span.end), true, false, true, scratch));
        return;
    }
    out.push(plain(span, glued, capital, false, scratch));
}

/// Letters and digits with inner hyphens; one apostrophe ends the word and
/// stays with it, except in `aujourd’hui`.
fn word(rest: &str) -> usize {
    let mut end = 0;
    let mut it = rest.char_indices().peekable();
    while let Some((i, c)) = it.next() {
        let next_is_word = it.peek().is_some_and(|(_, d)| d.is_alphanumeric());
        if c.is_alphanumeric() || segment::is_mark(c) {
            end = i + c.len_utf8();
        } else if is_apostrophe(c) && next_is_word && (i <= 2 || rest[..i].to_lowercase().ends_with('u')) {
            return i + c.len_utf8();
        } else if (is_hyphen(c) || is_apostrophe(c)) && next_is_word {
            end = i + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// Digits, with the separators that stand between digits: `1.000`, `1 000`,
/// `50'000`, `3,2`.
fn number(rest: &str) -> usize {
    let b = rest.as_bytes();
    let digits = |from: usize| b[from.min(b.len())..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut end = digits(0);
    let first = end;
    // Groups of three after a space need a short head: `2018 300` is two.
    while let Some(c) = rest[end..].chars().next() {
        let next = end + c.len_utf8();
        let group = digits(next);
        let space = matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
        let joined = match c {
            _ if space => group == 3 && first <= 3,
            '.' | ',' => group > 0 && (group != 3 || first <= 3),
            _ => false,
        };
        if !joined {
            break;
        }
        end = next + group;
    }
    end
}
