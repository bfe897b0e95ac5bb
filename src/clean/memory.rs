//! What the reader said: blocks put back and names of a source, corrected
//! claims of a document. Plain data; whoever owns it keeps it.

use super::ledger::Block;
use super::page;
use crate::corpus::{Claim, DocKey, Document, Evidence, Language, LineKind, Mark};
use crate::text::fnv::fnv;
use crate::words::msg;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One correction of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "claim", content = "value")]
pub enum Correction {
    /// Headline of the document.
    Title(String),
    /// Outlet, of the document and of every other that claims the same.
    Source(String),
    /// Author of the document.
    Author(String),
    /// Day of publication of the document.
    Published(Date),
    /// Day of the event of the document.
    Event(Date),
    /// Language of the document.
    Language(Language),
    /// Whether the body is cut off by a subscription.
    Paywalled(bool),
}

/// What the reader said, over all sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Per source, folded lines that are article there.
    put_back: BTreeMap<String, BTreeSet<String>>,
    /// Outlets as claimed, and what the reader calls them.
    names: BTreeMap<String, String>,
    /// Corrections per document; a later one of the same claim wins.
    documents: BTreeMap<DocKey, Vec<Correction>>,
}

/// The source that habits are remembered under: the outlet claimed, else the
/// folder, else nothing.
pub fn source_key(document: &Document) -> String {
    match &document.meta.source.value {
        Some(name) => name.clone(),
        None => document.place.path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned()),
    }
}

/// The folded lines of a stretch of a document, as a source remembers them.
pub fn folded_lines(document: &Document, lines: (usize, usize)) -> Vec<String> {
    let lines = document.lines.get(lines.0..=lines.1).unwrap_or(&[]);
    let taken = lines.iter().filter(|l| l.kind != LineKind::Blank);
    taken.map(|l| folded(l.content(&document.text).of(&document.text))).filter(|l| !l.is_empty()).collect()
}

fn folded(line: &str) -> String {
    String::from_utf8_lossy(&page::fold(line.trim())).into_owned()
}

impl Memory {
    /// True when nothing was said yet.
    pub fn is_empty(&self) -> bool {
        self.put_back.is_empty() && self.names.is_empty() && self.documents.is_empty()
    }

    /// Remembers that the lines of `block` belong to the articles of this
    /// source.
    pub fn put_back(&mut self, document: &Document, block: &Block) {
        self.put_back.entry(source_key(document)).or_default().extend(folded_lines(document, block.lines));
    }

    /// Forgets what [`Memory::put_back`] remembered of the same lines.
    pub fn take_out(&mut self, document: &Document, block: &Block) {
        let lines = document.lines.get(block.lines.0..=block.lines.1).unwrap_or(&[]);
        if let Some(set) = self.put_back.get_mut(&source_key(document)) {
            for l in lines {
                set.remove(&folded(l.content(&document.text).of(&document.text)));
            }
        }
        self.put_back.retain(|_, set| !set.is_empty());
    }

    /// Remembers a folded line that is article in a source.
    pub fn put_back_line(&mut self, source: &str, line: &str) {
        self.put_back.entry(source.to_owned()).or_default().insert(line.to_owned());
    }

    /// Remembers what the reader calls a source; the key of one that claims
    /// nothing is its folder.
    pub fn call(&mut self, source: &str, name: &str) {
        self.names.insert(source.to_owned(), name.to_owned());
    }

    /// Remembers a correction of one document.
    pub fn correct_document(&mut self, key: DocKey, correction: Correction) {
        self.documents.entry(key).or_default().push(correction);
    }

    /// Remembers a correction; that of an outlet holds for all its documents.
    pub fn correct(&mut self, document: &Document, correction: Correction) {
        if let (Correction::Source(name), Some(claimed)) = (&correction, &document.meta.source.value)
            && document.meta.source.mark != Mark::Corrected
        {
            self.names.insert(claimed.clone(), name.clone());
        }
        self.documents.entry(document.key).or_default().push(correction);
    }

    /// What the reader calls the source of this key.
    pub fn called(&self, source: &str) -> Option<&str> {
        self.names.get(source).map(String::as_str)
    }

    /// Documents of which a claim was corrected.
    pub fn corrected(&self) -> impl Iterator<Item = DocKey> {
        self.documents.keys().copied()
    }

    /// True when a claim of the document was corrected.
    pub fn corrects(&self, key: &DocKey) -> bool {
        self.documents.contains_key(key)
    }

    /// What was said that touches an article of this source with this key, in
    /// one number: 0 when nothing was.
    pub fn about(&self, source: &str, key: &DocKey) -> u64 {
        let said = (self.put_back.get(source), self.names.get(source), self.documents.get(key));
        if said == (None, None, None) {
            return 0;
        }
        // As Rust prints it: where a field or its name is another, so is the number, and
        // what was said of is looked at once more.
        fnv(format!("{said:?}").as_bytes()).max(1)
    }

    /// Applies what was said to a cleaned document.
    pub(crate) fn apply(&self, document: &mut Document) {
        if self.is_empty() {
            return;
        }
        if let Some(set) = self.put_back.get(&source_key(document)) {
            let text = document.text.clone();
            for line in document.lines.iter_mut().filter(|l| l.kind.is_noise()) {
                if set.contains(&folded(line.content(&text).of(&text))) {
                    line.kind = LineKind::Body;
                    line.rule = "reader.put_back";
                    line.reason = None;
                    line.repeats = None;
                }
            }
        }
        let renamed = self.names.get(&source_key(document)).cloned();
        let meta = &mut document.meta;
        if let Some(name) = renamed {
            set(&mut meta.source, name);
        }
        for correction in self.documents.get(&document.key).into_iter().flatten().cloned() {
            match correction {
                Correction::Title(v) => set(&mut meta.title, v),
                Correction::Source(v) => set(&mut meta.source, v),
                Correction::Author(v) => set(&mut meta.author, v),
                Correction::Published(v) => set(&mut meta.published, v),
                Correction::Event(v) => set(&mut meta.event_date, v),
                Correction::Language(v) => set(&mut meta.language, v),
                Correction::Paywalled(v) => set(&mut meta.paywalled, v),
            }
        }
    }
}

fn set<T>(claim: &mut Claim<T>, value: T) {
    claim.value = Some(value);
    claim.mark = Mark::Corrected;
    claim.evidence.insert(0, Evidence { span: None, rule: "reader.corrected", note: msg::CLEAN_CORRECTED.into() });
}
