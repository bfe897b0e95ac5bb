//! The elements of a page that name an author, while they are open.

use super::Builder;
use super::start_tag::StartTag;
use crate::ingest::html::class::Signs;
use crate::ingest::html::measure::APART;
use crate::ingest::html::page::{AuthorSign, Node, Stated};

/// An open element that names an author.
pub(super) struct Named {
    /// Its place on the stack.
    pub(super) depth: usize,
    pub(super) sign: AuthorSign,
    pub(super) text: String,
    pub(super) block: usize,
    pub(super) apart: bool,
}

/// Elements inside each other that are read as authors, elements of a page, and
/// bytes of the longest.
const NAMED: usize = 6;
const AUTHORS: usize = 120;
pub(super) const NAME: usize = 200;

impl Builder {
    /// Begins to read an element that names an author.
    pub(super) fn name(&mut self, t: &StartTag, outer: Node) {
        let by_class = t.own.has(Signs::BYLINE) && !t.own.has(Signs::BIO);
        let sign = t.author.or(by_class.then_some(AuthorSign::Class));
        let attribute = !t.written_by.trim().is_empty() && t.written_by.len() <= NAME;
        if !attribute && sign.is_none() || self.authors >= AUTHORS || self.skip.is_some() {
            return;
        }
        let signs = outer.all.and(t.own);
        let around = (outer.around | t.around) & APART;
        let apart = around != 0 || signs.has(Signs::COMMENT) || signs.has(Signs::RELATED) || signs.has(Signs::BIO);
        let block = self.page.blocks.len();
        if attribute {
            self.authors += 1;
            self.state(Stated::Author { value: t.written_by.clone(), sign: AuthorSign::Class, block, apart });
        }
        let Some(sign) = sign.filter(|_| self.named.len() < NAMED) else { return };
        self.named.push(Named { depth: self.open.len(), sign, text: String::new(), block, apart });
    }

    /// Keeps what an element named that is closed.
    pub(super) fn named(&mut self) {
        let here = self.open.len();
        while let Some(named) = self.named.pop_if(|n| n.depth >= here) {
            if !named.text.is_empty() && named.text.len() <= NAME {
                self.authors += 1;
                let Named { sign, text, block, apart, .. } = named;
                self.state(Stated::Author { value: text, sign, block, apart });
            }
        }
    }
}
