//! Where the words of a [`Probe`] stand in one segment of the index, field by
//! field.

use super::bits::Bits;
use super::near::Near;
use crate::search::Probe;
use crate::search::layered::{BESIDE, ELIDED, Last};
use std::sync::Arc;
use tantivy::postings::{Postings, SegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, InvertedIndexReader, TERMINATED};

/// Documents between two looks at whether the answer is still wanted.
const BREATH: u32 = 4096;

/// A place of a word or phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stand {
    /// The document in its segment.
    pub(super) document: u32,
    /// Place of the first word.
    pub(super) start: u32,
    /// Place of the last word.
    pub(super) end: u32,
    /// False when only a similar word stands there.
    pub(super) exact: bool,
}

/// The places of one word in its one or two forms, document by document.
struct Cursor {
    of: Vec<SegmentPostings>,
}

impl Cursor {
    fn doc(&self) -> u32 {
        self.of.iter().map(|p| p.doc()).min().unwrap_or(TERMINATED)
    }

    fn doc_freq(&self) -> u32 {
        self.of.iter().map(|p| p.doc_freq()).sum()
    }

    /// Goes to a document or the first behind it.
    fn seek(&mut self, document: u32) -> u32 {
        self.of.iter_mut().filter(|p| p.doc() < document).for_each(|p| {
            p.seek(document);
        });
        self.doc()
    }

    fn advance(&mut self) {
        let document = self.doc();
        self.of.iter_mut().filter(|p| p.doc() == document).for_each(|p| {
            p.advance();
        });
    }

    /// Where the word stands in the document, in order.
    fn positions(&mut self, out: &mut Vec<u32>) {
        let document = self.doc();
        out.clear();
        let mut more = Vec::new();
        for p in self.of.iter_mut().filter(|p| p.doc() == document) {
            p.positions(&mut more);
            out.append(&mut more);
        }
        out.sort_unstable();
    }
}

/// One field of one segment.
pub(super) struct Column<'s> {
    pub(super) words: &'s Arc<InvertedIndexReader>,
    pub(super) bound: u32,
    pub(super) stop: &'s (dyn Fn() -> bool + Sync),
}

impl Column<'_> {
    fn stopped(&self, document: u32) -> bool {
        document.is_multiple_of(BREATH) && (self.stop)()
    }

    fn whole(&self, word: &str) -> tantivy::Result<Option<TermInfo>> {
        Ok(self.words.terms().get(word)?)
    }

    /// The words of the dictionary that the last word of a probe stands for,
    /// and which of them are the word itself.
    pub(super) fn last(&self, word: &str, last: Last) -> tantivy::Result<Vec<(TermInfo, bool)>> {
        let mut out = Vec::new();
        match last {
            Last::Whole => {
                for word in [word, &format!("{word}{ELIDED}")] {
                    out.extend(self.whole(word)?.map(|info| (info, true)));
                }
            }
            Last::Beginning => {
                let mut stream = self.words.terms().range().ge(word).into_stream()?;
                while let Some((key, info)) = stream.next() {
                    if !key.starts_with(word.as_bytes()) {
                        break;
                    }
                    out.push((info.clone(), true));
                }
            }
            Last::Near(most) => {
                let mut stream = self.words.terms().search(Near::new(word, most)).into_stream()?;
                while let Some((key, info)) = stream.next() {
                    let key = key.strip_suffix(b"'").unwrap_or(key);
                    out.push((info.clone(), key == word.as_bytes()));
                }
            }
        }
        Ok(out)
    }

    fn postings(&self, info: &TermInfo, option: IndexRecordOption) -> tantivy::Result<SegmentPostings> {
        Ok(self.words.read_postings_from_terminfo(info, option)?)
    }

    /// The documents of some words of the dictionary.
    pub(super) fn documents(&self, terms: &[(TermInfo, bool)]) -> tantivy::Result<Bits> {
        let mut bits = Bits::none(self.bound);
        self.counts(terms, IndexRecordOption::Basic, &mut |document, _, _| bits.insert(document))?;
        Ok(bits)
    }

    /// How often some words of the dictionary stand in each document, and
    /// whether each of them is the word itself.
    pub(super) fn counts(
        &self,
        terms: &[(TermInfo, bool)],
        option: IndexRecordOption,
        found: &mut dyn FnMut(u32, u32, bool),
    ) -> tantivy::Result<()> {
        for (info, exact) in terms {
            if (self.stop)() {
                break;
            }
            let mut postings = self.postings(info, option)?;
            let counted = option != IndexRecordOption::Basic;
            while postings.doc() != TERMINATED && !self.stopped(postings.doc()) {
                found(postings.doc(), if counted { postings.term_freq() } else { 1 }, *exact);
                postings.advance();
            }
        }
        Ok(())
    }

    /// The places of some words of the dictionary in some documents.
    pub(super) fn places(
        &self,
        terms: &[(TermInfo, bool)],
        within: &Bits,
        out: &mut Vec<Stand>,
    ) -> tantivy::Result<()> {
        let mut at = Vec::new();
        for (info, exact) in terms {
            if (self.stop)() {
                break;
            }
            let mut postings = self.postings(info, IndexRecordOption::WithFreqsAndPositions)?;
            while postings.doc() != TERMINATED && !self.stopped(postings.doc()) {
                let document = postings.doc();
                if within.has(document) {
                    postings.positions(&mut at);
                    out.extend(at.iter().map(|&p| Stand { document, start: p, end: p, exact: *exact }));
                }
                postings.advance();
            }
        }
        Ok(())
    }

    /// The documents that hold all the words of a probe.
    pub(super) fn all(&self, probe: &Probe) -> tantivy::Result<Bits> {
        let mut bits: Option<Bits> = None;
        for (i, word) in probe.words.iter().enumerate() {
            let last = if i + 1 == probe.words.len() { probe.last } else { Last::Whole };
            let these = self.documents(&self.last(word, last)?)?;
            match &mut bits {
                Some(bits) => bits.keep(&these),
                None => bits = Some(these),
            }
        }
        Ok(bits.unwrap_or_else(|| Bits::all(self.bound)))
    }

    /// Where a word of a phrase stands, before an apostrophe too.
    fn cursor(&self, word: &str) -> tantivy::Result<Option<Cursor>> {
        let terms = self.last(word, Last::Whole)?;
        let each = terms.iter().map(|(info, _)| self.postings(info, IndexRecordOption::WithFreqsAndPositions));
        let of: Vec<SegmentPostings> = each.collect::<Result<_, _>>()?;
        Ok((!of.is_empty()).then_some(Cursor { of }))
    }

    /// The places of a phrase, in order.
    pub(super) fn phrase(&self, probe: &Probe) -> tantivy::Result<Vec<Stand>> {
        let Some((end, before)) = probe.words.split_last() else { return Ok(Vec::new()) };
        let mut cursors: Vec<(u32, Cursor)> = Vec::with_capacity(probe.words.len());
        for (i, word) in before.iter().enumerate() {
            let Some(cursor) = self.cursor(word)? else { return Ok(Vec::new()) };
            cursors.push((i as u32 * BESIDE, cursor));
        }
        let length = before.len() as u32 * BESIDE;
        // One word at the end is met like the others; of many, each is looked for behind
        // the beginnings.
        let ends = match probe.last {
            Last::Whole => {
                let Some(cursor) = self.cursor(end)? else { return Ok(Vec::new()) };
                cursors.push((length, cursor));
                None
            }
            Last::Beginning | Last::Near(_) => Some(self.last(end, probe.last)?),
        };
        cursors.sort_by_key(|(_, p)| p.doc_freq());
        let mut found = Vec::new();
        let Some(((first, lead), others)) = cursors.split_first_mut() else { return Ok(found) };
        let (mut starts, mut at) = (Vec::new(), Vec::new());
        'documents: while lead.doc() != TERMINATED {
            let document = lead.doc();
            if self.stopped(document) {
                break;
            }
            for (_, p) in others.iter_mut() {
                let next = if p.doc() < document { p.seek(document) } else { p.doc() };
                if next > document {
                    if next == TERMINATED {
                        break 'documents;
                    }
                    lead.seek(next);
                    continue 'documents;
                }
            }
            lead.positions(&mut starts);
            starts.retain(|p| p >= first);
            starts.iter_mut().for_each(|p| *p -= *first);
            for (offset, p) in others.iter_mut() {
                if starts.is_empty() {
                    break;
                }
                p.positions(&mut at);
                let mut rest = at.iter().peekable();
                starts.retain(|start| {
                    while rest.next_if(|p| **p < start + *offset).is_some() {}
                    rest.peek().is_some_and(|p| **p == start + *offset)
                });
            }
            found.extend(starts.iter().map(|&start| Stand { document, start, end: start + length, exact: true }));
            lead.advance();
        }
        match ends {
            Some(ends) => self.going_on(found, &ends),
            None => Ok(found),
        }
    }

    /// Of the beginnings of a phrase those that end in one of some words.
    fn going_on(&self, beginnings: Vec<Stand>, ends: &[(TermInfo, bool)]) -> tantivy::Result<Vec<Stand>> {
        let mut out = Vec::new();
        let mut at = Vec::new();
        for (info, _) in ends {
            if (self.stop)() {
                break;
            }
            let mut postings = self.postings(info, IndexRecordOption::WithFreqsAndPositions)?;
            for same in beginnings.chunk_by(|a, b| a.document == b.document) {
                let document = same[0].document;
                if postings.doc() < document {
                    postings.seek(document);
                }
                if postings.doc() == TERMINATED {
                    break;
                }
                if postings.doc() == document {
                    postings.positions(&mut at);
                    out.extend(same.iter().filter(|s| at.binary_search(&s.end).is_ok()));
                }
            }
        }
        out.sort_unstable();
        Ok(out)
    }
}
