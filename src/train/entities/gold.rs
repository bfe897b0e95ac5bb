//! Articles whose names were annotated without the program: places of names in texts that lie elsewhere.

use super::conll::{Sample, kind};
use crate::entity::EntityKind;
use crate::text::{ScalarIndex, Span};
use crate::train::tools::{self, Outcome};
use serde::Deserialize;
use std::collections::HashMap;

/// An annotated name.
#[derive(Clone, Debug)]
pub struct GoldName {
    /// Its extent, then others that are right as well.
    pub spans: Vec<Span>,
    /// Its kind, then others that are right as well.
    pub kinds: Vec<EntityKind>,
    /// Defensible either way: it counts neither way.
    pub optional: bool,
}

/// An annotated article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Name of its file.
    pub file: String,
    /// The whole text.
    pub text: String,
    /// The stretch that was annotated.
    pub zone: Span,
    /// Names in order.
    pub names: Vec<GoldName>,
}

impl Article {
    /// What the trainer learns from it.
    pub fn sample(&self) -> Sample {
        let names = self.names.iter().filter_map(|n| {
            let s = n.spans.first()?;
            let inside = s.start >= self.zone.start && s.end <= self.zone.end;
            inside.then(|| (Span::new(s.start - self.zone.start, s.end - self.zone.start), n.kinds[0]))
        });
        Sample { text: self.zone.of(&self.text).to_owned(), names: names.collect(), ..Sample::default() }
    }
}

#[derive(Deserialize)]
struct NameSheet {
    articles: Vec<SheetArticle>,
}

#[derive(Deserialize)]
struct SheetArticle {
    file: String,
    sha256: String,
    zone: [usize; 2],
    names: Vec<SheetName>,
}

#[derive(Deserialize)]
struct SheetName {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    types: Vec<String>,
    #[serde(default)]
    spans: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
struct TextLine {
    file: String,
    text: String,
}

/// Texts by the names of their files (JSON Lines of `file` and `text`, packed or not).
pub fn texts(path: &str) -> Outcome<Vec<(String, String)>> {
    let (texts, _) = tools::read_packed(path)?;
    let read =
        |line: &str| serde_json::from_str(line).map(|t: TextLine| (t.file, t.text)).map_err(|e| tools::fail(path, e));
    texts.lines().map(read).collect()
}

/// Reads annotations and the texts that they belong to.
pub fn read(path: &str, sheet: &str, texts: Vec<(String, String)>) -> Outcome<Vec<Article>> {
    let sheet: NameSheet = serde_json::from_str(sheet).map_err(|e| tools::fail(path, e))?;
    let mut all: HashMap<String, String> = texts.into_iter().collect();
    let mut out = Vec::new();
    for a in sheet.articles {
        let text = all.remove(&a.file).filter(|t| tools::sha256(t.as_bytes()) == a.sha256);
        let text = text.ok_or_else(|| tools::fail(path, format!("the text of {} is missing or another", a.file)))?;
        let index = ScalarIndex::new(&text);
        let span = |start: usize, end: usize| Span::new(index.byte(start), index.byte(end));
        let names = a.names.iter().map(|n| GoldName {
            spans: std::iter::once(span(n.start, n.end)).chain(n.spans.iter().map(|s| span(s[0], s[1]))).collect(),
            kinds: std::iter::once(&n.kind).chain(&n.types).filter_map(|k| kind(k)).collect(),
            optional: n.optional,
        });
        let names = names.filter(|n| !n.kinds.is_empty()).collect();
        let zone = span(a.zone[0], a.zone[1]);
        drop(index);
        out.push(Article { file: a.file, text, zone, names });
    }
    Ok(out)
}
