//! A name over the corpus: what its articles call it, what it says, what is
//! said about it, where it stands, and which names are near to it.

use super::analysis::Analysed;
use super::candidate::Candidate;
use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use super::text_access::TextOptions;
use crate::corpus::DocId;
use crate::entity::merge::{CorpusNames, Decisions, NameKey, decided};
use crate::fact::{EntityProfile, entity_profile};
use crate::notice::Notice;
use crate::search::text::{Snippet, snippet};
use crate::text::sanitise::one_line;
use crate::text::{Span, fold};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Names shown as near.
const NEAR: usize = 12;
/// Characters of a mention's line on each side.
const CONTEXT: usize = 90;

/// A name that shares a word, or that the reader took off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Near {
    /// Its key.
    pub key: NameKey,
    /// As it is written.
    pub name: String,
    /// Mentions in the corpus.
    pub count: usize,
    /// The reader said that it is another name.
    pub parted: bool,
}

/// Words of an article with their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where they stand.
    pub span: Span,
    /// The words before, the words themselves and those after, on one line.
    pub words: [String; 3],
}

/// A name in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InArticle {
    /// The article.
    pub id: DocId,
    /// Quotations that are given to it.
    pub said: Vec<Passage>,
    /// Quotations of others that name it.
    pub about: Vec<Passage>,
    /// Its first mention.
    pub mention: Option<Passage>,
    /// How many mentions there are.
    pub mentions: usize,
    /// Where they stand, in thousandths of the text, in order.
    pub places: Vec<u16>,
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamePage {
    /// Identity of the name.
    pub id: NameKey,
    /// Names near to it, most mentioned first.
    pub near: Vec<Near>,
    /// What it is called, as written, with how often; most first.
    pub roles: Vec<(String, usize)>,
    /// Its articles, in the order given.
    pub articles: Vec<InArticle>,
    /// Where each spelling stands first in what was read.
    pub places: BTreeMap<NameKey, (DocId, Span)>,
    /// Articles that name it and were not read for this page.
    pub left_out: usize,
}

/// Reads what the documents say of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// In which light texts are read.
    pub texts: TextOptions,
    /// The name.
    pub key: NameKey,
    /// Names over the corpus.
    pub corpus_names: Arc<CorpusNames>,
    /// What the reader decided about names.
    pub decisions: Decisions,
    /// The documents.
    pub documents: Vec<Candidate>,
}

impl Task for Name {
    /// `None` when there is no such name.
    type Report = Option<Arc<NamePage>>;

    fn run(self, with: &Resources, stop: &Stop, out: &mut dyn FnMut(Self::Report)) -> Result<(), Notice> {
        let texts = with.texts(self.texts);
        let Some(read) = texts.all_analysed(self.documents, stop) else { return Ok(()) };
        // An article that cannot be read any more says nothing of a name.
        let read: Vec<Analysed> = read.into_iter().flatten().collect();
        out(name_page(&self.key, &self.corpus_names, &self.decisions, &read).map(Arc::new));
        Ok(())
    }
}

/// Makes the page of a name from the articles that were read; `None` when the
/// corpus has no such name.
pub fn name_page(
    key: &NameKey,
    corpus_names: &CorpusNames,
    decisions: &Decisions,
    read: &[Analysed],
) -> Option<NamePage> {
    let merged = corpus_names.get(key)?;
    let forms: BTreeSet<&NameKey> = merged.forms.iter().filter(|f| !f.doubtful).map(|f| &f.key).collect();
    let mut roles: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    let mut articles = Vec::new();
    let mut places = BTreeMap::new();
    for x in read {
        let text = &x.document.text;
        let entities = decided(text, &x.analysis.entities, decisions);
        let is = |e: &crate::entity::Entity| {
            let key = NameKey::new(e.kind, &e.name);
            key == merged.id || forms.contains(&key)
        };
        // Speakers are counted among the names as they were found.
        let changed = matches!(entities, std::borrow::Cow::Owned(_));
        let facts = if changed { crate::fact::find(&x.document, &entities) } else { x.analysis.facts.clone() };
        let EntityProfile { mentions, roles: written, said, about } =
            entity_profile(&x.document, &entities, &facts, &is);
        for span in &mentions {
            places.entry(NameKey::new(merged.kind, span.of(text))).or_insert((x.id, *span));
        }
        for span in written {
            let words = one_line(span.of(text));
            *roles.entry(fold(&words)).or_default().entry(words).or_default() += 1;
        }
        let quoted =
            |span: &Span| Passage { span: *span, words: [String::new(), one_line(span.of(text)), String::new()] };
        let mention = mentions.first().map(|&span| {
            let Snippet { before, hit, after, .. } = snippet(&x.document, span, CONTEXT);
            Passage { span, words: [before, hit, after].map(|s| one_line(&s)) }
        });
        articles.push(InArticle {
            id: x.id,
            said: said.iter().map(quoted).collect(),
            about: about.iter().map(quoted).collect(),
            mention,
            mentions: mentions.len(),
            places: mentions.iter().map(|m| (m.start * 1000 / text.len().max(1)) as u16).collect(),
        });
    }
    // Of its spellings the one inside a sentence stands for a role.
    let small = |words: &str| words.chars().next().is_some_and(char::is_lowercase);
    let one = |spellings: BTreeMap<String, usize>| {
        let count = spellings.values().sum();
        let best = spellings.into_iter().max_by_key(|(w, n)| (small(w), *n, std::cmp::Reverse(w.clone())));
        best.map(|(words, _)| (words, count))
    };
    let mut roles: Vec<(String, usize)> = roles.into_values().filter_map(one).collect();
    roles.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let left_out = merged.documents.len().saturating_sub(read.len());
    let near = near(merged, corpus_names, decisions);
    Some(NamePage { id: merged.id.clone(), near, roles, articles, places, left_out })
}

/// Names of the same kind that share a word, and those that the reader took
/// off this one.
fn near(merged: &crate::entity::merge::Merged, corpus_names: &CorpusNames, decisions: &Decisions) -> Vec<Near> {
    let own: BTreeSet<&NameKey> = merged.forms.iter().map(|f| &f.key).collect();
    let words: BTreeSet<&str> = own.iter().flat_map(|k| telling(&k.folded)).collect();
    let parted = |key: &NameKey| {
        decisions.split.iter().any(|(a, b)| (a == key && own.contains(b)) || (b == key && own.contains(a)))
    };
    let mut out: Vec<Near> = Vec::new();
    for e in corpus_names.of_kind(merged.kind).filter(|e| e.id != merged.id) {
        let off = parted(&e.id) || e.forms.iter().any(|f| parted(&f.key));
        if off || telling(&e.id.folded).any(|w| words.contains(w)) {
            out.push(Near { key: e.id.clone(), name: e.name.clone(), count: e.count + e.held_back, parted: off });
        }
    }
    out.sort_by(|a, b| (b.parted, b.count).cmp(&(a.parted, a.count)).then_with(|| a.key.cmp(&b.key)));
    out.truncate(NEAR);
    out
}

/// The words of a name that tell it from others.
fn telling(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 2)
}
