//! An article in rows: clean, marked or raw.

use crate::app::card;
use crate::app::card::Card;
use crate::app::screen::main::article::annotations::{Annotation, Annotations};
use crate::app::screen::main::article::row_table::{Part, RowTable};
use crate::app::screen::main::article::state::ArticleLayoutKey;
use crate::app::screen::main::article::view::{LABEL_WIDTH, View};
use crate::app::view;
use crate::corpus::{Document, LineKind, Mark};
use crate::text::hyphen::Hyphens;
use crate::text::justify::Justified;
use crate::text::sanitise::one_line;
use crate::text::width::ellipsis;
use crate::text::wrap::HyphenatedRow;
use crate::text::{Span, wrap};
use crate::words::Lang;
use crate::words::date;
use crate::words::msg;

/// Bytes of the longest paragraph whose words are parted.
const PARAGRAPH: usize = 32_000;

/// A block that the clean view leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// From the first to the last line of it.
    pub span: Span,
    /// Its most frequent kind by words.
    pub kind: LineKind,
    /// Words in it.
    pub words: usize,
}

/// An article laid out for a width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleLayout {
    /// Rows from top to bottom.
    pub rows: RowTable,
    /// First row of every body paragraph.
    pub paragraphs: Vec<usize>,
    /// What was taken out, in order.
    pub blocks: Vec<Block>,
    /// How words are parted, where they are.
    hyphens: Option<Hyphens>,
    /// What was taken out is told below the text.
    footnotes: bool,
}

impl ArticleLayout {
    /// Lays a document out in `width` columns of text.
    pub fn new(document: &Document, card: &Card, key: &ArticleLayoutKey, annotations: &Annotations) -> Self {
        let ArticleLayoutKey { view, width, lang, typography, .. } = *key;
        let language = document.meta.language.value.map(|l| l.name());
        let hyphens = language.and_then(Hyphens::of).filter(|_| typography.hyphens && view == View::Clean);
        let footnotes = typography.footnotes;
        let mut layout = Self { blocks: blocks(document), hyphens, footnotes, ..Self::default() };
        match view {
            View::Clean => layout.clean(document, card, width, lang, annotations),
            View::Marked => layout.marked(document, width, annotations),
            View::Raw => layout.raw(document, width, annotations),
        }
        while layout.rows.last().is_some_and(|r| r.part == Part::Blank) {
            layout.rows.pop();
        }
        layout
    }

    fn text(&mut self, document: &Document, part: Part, span: Span, width: usize) {
        // What is longer than any paragraph is broken between words.
        let parted = matches!(part, Part::Paragraph(_) | Part::Standfirst) && span.len() <= PARAGRAPH;
        let mut first = true;
        let mut push = |row: HyphenatedRow| {
            self.rows.push(part, first, row);
            first = false;
        };
        match self.hyphens.filter(|_| parted) {
            Some(hyphens) => wrap::hyphenated(&document.text, span, width, hyphens).into_iter().for_each(push),
            None => wrap::each_row(&document.text, span, width, &mut |row| push(row.into())),
        }
    }

    fn words(&mut self, part: Part, words: &str, at: usize, width: usize) {
        for (i, row) in wrap::rows(words, Span::new(0, words.len()), width).into_iter().enumerate() {
            self.rows.push_words(part, i == 0, at, row.of(words));
        }
    }

    /// Notes whose passage ends in a line, under the line.
    fn notes(&mut self, annotations: &Annotations, line: Span, width: usize) {
        let here = |n: &&Annotation| n.spans.last().is_some_and(|s| line.holds(s.end.saturating_sub(1)));
        let mut any = false;
        for note in annotations.notes.iter().filter(here) {
            if !any && self.rows.last().is_some_and(|r| r.part == Part::Blank) {
                self.rows.pop();
            }
            any = true;
            self.words(Part::Note, &format!("✎ {}", note.words), line.end, width);
        }
        if any {
            self.blank(line.end);
        }
    }

    /// One blank row, unless there is one already or nothing above.
    fn blank(&mut self, at: usize) {
        if self.rows.last().is_some_and(|r| r.part != Part::Blank) {
            self.rows.push(Part::Blank, true, Span::new(at, at).into());
        }
    }

    fn clean(&mut self, document: &Document, card: &Card, width: usize, lang: Lang, annotations: &Annotations) {
        self.head(document, card, width, lang, annotations);
        let first_shown = document
            .lines
            .iter()
            .position(|l| l.kind.is_body() || l.kind == LineKind::Standfirst)
            .unwrap_or(document.lines.len());
        let mut block = 0;
        let mut number = 0;
        for (i, line) in document.lines.iter().enumerate() {
            let content = line.content(&document.text);
            // Blocks above the article are in the count of the head only.
            while let Some(b) = self.blocks.get(block).filter(|b| b.span.start <= line.span.start) {
                let (span, below) = (b.span, i > first_shown);
                if below {
                    self.blank(span.start);
                    let words = self.stand_in(block, lang);
                    self.words(Part::Hidden(block), &words, span.start, width);
                    self.blank(span.start);
                }
                block += 1;
            }
            if line.repeats.is_some() {
                continue;
            }
            let rows = self.rows.len();
            match line.kind {
                LineKind::Standfirst => {
                    self.text(document, Part::Standfirst, content, width);
                    self.blank(content.end);
                }
                LineKind::Subheading => {
                    self.blank(content.start);
                    self.text(document, Part::Subheading, content, width);
                    self.blank(content.end);
                }
                LineKind::Caption => {
                    self.text(document, Part::Caption, content, width);
                    self.blank(content.end);
                }
                LineKind::Body => {
                    number += 1;
                    self.paragraphs.push(self.rows.len());
                    for (n, stretch) in document.without_cuts(content).into_iter().enumerate() {
                        if n > 0 {
                            self.cut_row(document, stretch.start, width, lang);
                        }
                        let from = self.rows.len();
                        self.text(document, Part::Paragraph(number), stretch, width);
                        if n > 0 {
                            self.rows.goes_on(from);
                        }
                    }
                    self.blank(content.end);
                }
                _ => {}
            }
            if self.rows.len() > rows {
                self.notes(annotations, line.span, width);
            }
        }
        if self.footnotes {
            self.notes_below(document, width, lang);
        }
        if number == 0 {
            let words = lang.text(msg::ARTICLE_NOTHING_LEFT_AFTER_CLEANING);
            self.words(Part::Kept, words, document.text.len(), width);
        }
    }

    /// What stands for a block that was taken out, in its place.
    fn stand_in(&self, block: usize, lang: Lang) -> String {
        if self.footnotes { format!("[{}]", block + 1) } else { hidden_words(&self.blocks[block], lang) }
    }

    /// What was taken out of the text, below it, each with its first words.
    fn notes_below(&mut self, document: &Document, width: usize, lang: Lang) {
        let told: Vec<usize> =
            self.rows.iter().filter_map(|r| if let Part::Hidden(n) = r.part { Some(n) } else { None }).collect();
        self.blank(document.text.len());
        for n in told {
            let Some(block) = self.blocks.get(n) else { continue };
            let begins = one_line(block.span.of(&document.text));
            let begins = ellipsis(begins.trim(), width).into_owned();
            let (name, words) = (view::block_name(block.kind, lang), lang.words(block.words));
            let note = format!("[{}] {name}, {words} — {begins}", n + 1);
            self.words(Part::Hidden(n), &note, document.text.len(), width);
        }
    }

    /// The row that stands for a stretch cut out of a paragraph.
    fn cut_row(&mut self, document: &Document, before: usize, width: usize, lang: Lang) {
        let cut = document.cuts.partition_point(|c| c.span.end <= before).checked_sub(1);
        let Some(cut) = cut.and_then(|i| document.cuts.get(i)) else { return };
        let words = cut.span.of(&document.text).split_whitespace().count();
        let block = Block { span: cut.span, kind: cut.kind, words };
        self.blank(cut.span.start);
        self.blocks.push(block);
        let index = self.blocks.len() - 1;
        let words = self.stand_in(index, lang);
        self.words(Part::Hidden(index), &words, cut.span.start, width);
        self.blank(cut.span.start);
    }

    fn head(&mut self, document: &Document, card: &Card, width: usize, lang: Lang, annotations: &Annotations) {
        let title = document.lines.iter().find(|l| l.kind == LineKind::Title && l.repeats.is_none());
        match title.filter(|_| card.title_mark != Mark::Corrected) {
            Some(line) => self.text(document, Part::Title, line.content(&document.text), width),
            None => self.words(Part::Title, &card.title, 0, width),
        }
        self.blank(0);
        self.words(Part::Claims, &claims(document, card, lang), 0, width);
        self.words(Part::Kept, &kept(document, self.blocks.len() + document.cuts.len(), lang), 0, width);
        self.words(Part::Kept, annotations.verdicts.as_deref().unwrap_or_default(), 0, width);
        for note in annotations.notes.iter().filter(|n| n.spans.is_empty()) {
            self.words(Part::Note, &format!("✎ {}", note.words), 0, width);
        }
        self.blank(0);
    }

    fn marked(&mut self, document: &Document, width: usize, annotations: &Annotations) {
        for line in &document.lines {
            if line.kind == LineKind::Blank {
                self.blank(line.span.start);
            } else {
                if line.kind == LineKind::Body {
                    self.paragraphs.push(self.rows.len());
                }
                let width = width.saturating_sub(LABEL_WIDTH).max(8);
                self.text(document, Part::Labelled(line.kind), line.content(&document.text), width);
                self.notes(annotations, line.span, width);
            }
        }
    }

    fn raw(&mut self, document: &Document, width: usize, annotations: &Annotations) {
        // A line that was mended stands here as it came.
        let mut came = document.original.as_deref();
        for (i, line) in document.lines.iter().enumerate() {
            let own = came.map(|rest| head(rest, line.span.of(&document.text)));
            came = came.zip(own).map(|(rest, own)| &rest[own.len()..]);
            let content = Span::new(line.span.start, line.span.start + line.span.of(&document.text).trim_end().len());
            let from = self.rows.len();
            if line.kind == LineKind::Body {
                self.paragraphs.push(from);
            }
            match own.map(str::trim_end).filter(|c| *c != content.of(&document.text)) {
                Some(came) => self.words(Part::Numbered(i + 1), came, content.start, width),
                None => self.text(document, Part::Numbered(i + 1), content, width),
            }
            if self.rows.len() == from {
                self.rows.push(Part::Numbered(i + 1), true, Span::new(content.start, content.start).into());
            }
            self.notes(annotations, line.span, width);
        }
    }

    /// The row that shows a byte of the text, or the nearest one before it.
    pub fn row_of(&self, offset: usize) -> usize {
        // The head shows no text in order; only rows from there on count.
        let mut best = 0;
        for (i, r) in self.rows.iter().enumerate() {
            if r.words.is_none() && r.span.start <= offset && (r.part != Part::Title || offset < r.span.end) {
                best = i;
                if r.span.holds(offset) {
                    return i;
                }
            }
        }
        best
    }

    /// How much wider the spaces of a row are made so that it ends where the column
    /// does: nothing in the last row of a paragraph, nor outside of prose.
    pub fn justified(&self, row: usize, text: &str, columns: usize) -> Justified {
        let Some(here) = self.rows.get(row) else { return Justified::RAGGED };
        let goes_on = self.rows.get(row + 1).is_some_and(|next| next.part == here.part && !next.first);
        if here.words.is_some() || !goes_on || !matches!(here.part, Part::Paragraph(_) | Part::Standfirst) {
            return Justified::RAGGED;
        }
        Justified::over(here.span.of(text).trim_end(), columns.saturating_sub(usize::from(here.hyphen)))
    }

    /// The byte of the text that a row shows first.
    pub fn offset_of(&self, row: usize) -> usize {
        self.rows.from(row).find(|r| r.words.is_none()).map_or(0, |r| r.span.start)
    }

    /// The number of the paragraph at or above a row.
    pub fn paragraph_at(&self, row: usize) -> Option<usize> {
        self.paragraphs.partition_point(|&p| p <= row).checked_sub(1).map(|i| i + 1)
    }
}

/// As many lines of a text from its beginning on as another one has.
fn head<'t>(text: &'t str, other: &str) -> &'t str {
    let breaks = memchr::memchr_iter(b'\n', other.as_bytes()).count();
    let mut ends = memchr::memchr_iter(b'\n', text.as_bytes());
    match breaks.checked_sub(1) {
        Some(last) => ends.nth(last).map_or(text, |end| &text[..=end]),
        None => text,
    }
}

/// Blocks of consecutive noise lines; blank lines inside belong to them.
fn blocks(document: &Document) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut open = false;
    let mut by_kind: Vec<(LineKind, usize)> = Vec::new();
    for line in &document.lines {
        if line.kind == LineKind::Blank {
            continue;
        }
        let noise = line.kind.is_noise();
        if noise {
            let words = line.content(&document.text).of(&document.text).split_whitespace().count();
            if !open {
                by_kind.clear();
                out.push(Block { span: line.span, kind: line.kind, words: 0 });
            }
            match by_kind.iter_mut().find(|(k, _)| *k == line.kind) {
                Some((_, n)) => *n += words,
                None => by_kind.push((line.kind, words)),
            }
            if let Some(b) = out.last_mut() {
                b.span = b.span.join(line.span);
                b.words += words;
                b.kind = by_kind.iter().rev().max_by_key(|(_, n)| *n).map_or(line.kind, |(k, _)| *k);
            }
        }
        open = noise;
    }
    out
}

fn hidden_words(block: &Block, lang: Lang) -> String {
    let name = view::block_name(block.kind, lang);
    let words = lang.words(block.words);
    lang.say(msg::article_name_words(name, &words))
}

/// The line of claims under the headline.
fn claims(document: &Document, card: &Card, lang: Lang) -> String {
    let meta = &document.meta;
    let mut parts: Vec<String> = view::wire_line(meta, lang).into_iter().collect();
    parts.push(format!(
        "{}{}",
        card.source_label(lang),
        if card.source.is_some() { card::sign(card.source_mark) } else { "" }
    ));
    parts.push(match card.date {
        Some(d) => format!("{}{}", lang.say(date::medium(d)), card::sign(card.date_mark)),
        None => lang.text(msg::UI_NO_DATE).to_owned(),
    });
    // Of a report that says when it appeared, the card tells the rest.
    if let (None, Some(event)) = (card.date, meta.event_date.value) {
        let day = format!("{}{}", lang.say(date::medium(event)), card::sign(meta.event_date.mark));
        parts.push(lang.say(msg::article_event(day)));
    }
    if let Some(author) = &meta.author.value {
        parts.push(crate::text::sanitise::one_line(author));
    }
    parts.extend(meta.version.map(|v| view::version_words(v, lang)));
    if let Some(minutes) = meta.reading_minutes.value {
        parts.push(format!("{minutes}\u{a0}min"));
    }
    if card.title_mark == Mark::Corrected {
        parts.push(lang.text(msg::ARTICLE_HEADLINE_CORRECTED).to_owned());
    }
    if matches!(card.title_mark, Mark::Inferred | Mark::Unknown) {
        parts.push(lang.text(msg::ARTICLE_NO_HEADLINE_OPENING_WORDS).to_owned());
    }
    parts.join(" · ")
}

/// The line that says what the cleaning kept.
fn kept(document: &Document, blocks: usize, lang: Lang) -> String {
    let share = (document.kept() * 100.0).round() as usize;
    let mut parts = vec![lang.words(document.body_words())];
    if blocks == 0 {
        parts.push(lang.text(msg::ARTICLE_NOTHING_TAKEN_OUT).to_owned());
    } else {
        parts.push(lang.say(msg::article_kept(share)));
        let n = lang.say(msg::article_blocks_taken_out_count(blocks));
        parts.push(format!("{n} (c)"));
    }
    if document.meta.paywalled.value == Some(true) {
        parts.push(lang.text(msg::ARTICLE_CUT_OFF_BY_PAYWALL).to_owned());
    }
    parts.join(" · ")
}
