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
    /// It is the name alone, inside another, and says itself that it names an author.
    inner: bool,
    own: bool,
    /// The names alone that stand in it.
    names: String,
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
        let inside = t.named && !self.named.is_empty();
        if !attribute && !inside && sign.is_none() || self.authors >= AUTHORS || self.skip.is_some() {
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
        let own = sign.is_some();
        let sign = sign.or(inside.then_some(AuthorSign::Class));
        let Some(sign) = sign.filter(|_| self.named.len() < NAMED) else { return };
        let (text, names) = (String::new(), String::new());
        self.named.push(Named { depth: self.open.len(), sign, text, block, apart, inner: inside, own, names });
    }

    /// Keeps what an element named that is closed.
    pub(super) fn named(&mut self) {
        let here = self.open.len();
        while let Some(named) = self.named.pop_if(|n| n.depth >= here) {
            // What stands beside the name alone is none of it: commands, roles.
            let text = if named.names.is_empty() { named.text } else { named.names };
            if text.is_empty() || text.len() > NAME {
                continue;
            }
            if named.inner {
                for outer in self.named.iter_mut().filter(|outer| outer.names.len() <= NAME) {
                    outer.names.push_str(if outer.names.is_empty() { "" } else { ", " });
                    outer.names.push_str(&text);
                }
            }
            if !named.own {
                continue;
            }
            self.authors += 1;
            let Named { sign, block, apart, .. } = named;
            self.state(Stated::Author { value: text, sign, block, apart });
        }
    }
}
