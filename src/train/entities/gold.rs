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
    /// What the trainer learns from it: of names inside each other the outer one; `kind` chooses among the
    /// kinds of a name that are all right.
    fn sample(&self, kind: impl Fn(&str, &GoldName) -> EntityKind) -> Sample {
        let names = self.names.iter().filter_map(|n| {
            let s = n.spans.first()?;
            let inside = s.start >= self.zone.start && s.end <= self.zone.end;
            let outer = |o: &Span| o.start <= s.start && s.end <= o.end && o != s;
            let inside = inside && !self.names.iter().filter_map(|n| n.spans.first()).any(outer);
            let here = || Span::new(s.start - self.zone.start, s.end - self.zone.start);
            inside.then(|| (here(), kind(s.of(&self.text), n)))
        });
        Sample { text: self.zone.of(&self.text).to_owned(), names: names.collect(), ..Sample::default() }
    }
}

/// What the trainer learns from articles. Where several kinds of a name are right, readers do not put the
/// same one first: it is learnt as what its spelling may be most often in these articles, of two such kinds
/// as the one that mostly stands first.
pub fn samples(articles: &[&Article]) -> Vec<Sample> {
    let mut votes: HashMap<&str, [[usize; 2]; 4]> = HashMap::new();
    for (article, name) in articles.iter().flat_map(|a| a.names.iter().map(move |n| (a, n))) {
        let Some(span) = name.spans.first() else { continue };
        let votes = votes.entry(span.of(&article.text)).or_default();
        name.kinds.iter().for_each(|k| votes[*k as usize][0] += 1);
        name.kinds.iter().take(1).for_each(|k| votes[*k as usize][1] += 1);
    }
    let kind = |spelling: &str, name: &GoldName| {
        let of = |k: EntityKind| votes.get(spelling).map_or([0; 2], |v| v[k as usize]);
        name.kinds.iter().copied().rev().max_by_key(|k| of(*k)).unwrap_or(EntityKind::Misc)
    };
    articles.iter().map(|a| a.sample(kind)).collect()
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
