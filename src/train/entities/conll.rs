//! Labelled texts and lists of names as training reads them.

use crate::entity::EntityKind;
use crate::entity::gazetteer::{self, Gazetteer};
use crate::entity::words::Words;
use crate::text::Span;
use std::collections::BTreeMap;

/// A text with its names.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    /// The text, one sentence a line.
    pub text: String,
    /// Names in order.
    pub names: Vec<(Span, EntityKind)>,
    /// Names that are not certain: nothing is learnt from their sentences.
    pub doubtful: Vec<Span>,
    /// Labelled by a model.
    pub by_machine: bool,
}

/// Sentences of a document in files that do not say where documents end.
const PSEUDO_DOCUMENT: usize = 12;

/// Two columns, a word and its label (`B-PER`, `I-PER`, `O`), sentences
/// divided by blank lines, documents by `-DOCSTART-` lines. The text is put
/// together again with French spacing so that the words are cut as they are
/// at work.
pub fn read(data: &str) -> Vec<Sample> {
    let (mut out, mut sample) = (Vec::new(), Sample::default());
    let mut open: Option<(usize, EntityKind)> = None;
    let mut glue = true;
    let (marked, mut sentences) = (data.contains("-DOCSTART-"), 0);
    // Treebanks write "de le" for "du".
    let split = !data.contains("\ndu\t");
    for line in data.lines() {
        let mut columns = line.split('\t');
        let word = columns.next().unwrap_or("").trim();
        let tag = columns.next().unwrap_or("O");
        if word.is_empty() || word == "-DOCSTART-" || line.starts_with("-DOCSTART-") {
            close(&mut open, &mut sample);
            if !sample.text.is_empty() && !sample.text.ends_with('\n') {
                sample.text.push('\n');
            }
            glue = true;
            sentences += 1;
            let new = line.starts_with("-DOCSTART-") || (!marked && sentences % PSEUDO_DOCUMENT == 0);
            if new && !sample.text.is_empty() {
                out.push(std::mem::take(&mut sample));
            }
            continue;
        }
        let kind = tag.get(2..).and_then(self::kind);
        if kind.is_none() || tag.starts_with('B') || open.is_some_and(|(_, k)| Some(k) != kind) {
            close(&mut open, &mut sample);
        }
        if split && open.is_none() == kind.is_none() && contract(&mut sample.text, word) {
            continue;
        }
        if !glue && !matches!(word, "," | "." | ")" | "]" | "..." | "…" | "'s" | "’s") && !word.starts_with("-t-") {
            sample.text.push(' ');
        }
        if open.is_none()
            && let Some(k) = kind
        {
            open = Some((sample.text.len(), k));
        }
        sample.text.push_str(word);
        glue = word.ends_with(['\'', '’']) && word.chars().count() > 1 || matches!(word, "(" | "[");
    }
    close(&mut open, &mut sample);
    if !sample.text.is_empty() {
        out.push(sample);
    }
    out
}

/// The kind that a label of the data names.
pub(super) fn kind(label: &str) -> Option<EntityKind> {
    Some(match label {
        "PER" => EntityKind::Person,
        "LOC" => EntityKind::Place,
        "ORG" => EntityKind::Organisation,
        "MISC" => EntityKind::Misc,
        _ => return None,
    })
}

/// Writes "du", "des", "au", "aux" where the text ends in "de" or "à".
fn contract(text: &mut String, word: &str) -> bool {
    let head = text.rsplit([' ', '\n']).next().unwrap_or("");
    let whole = match (head, word) {
        ("de", "le") => "du",
        ("de", "les") => "des",
        ("à", "le") => "au",
        ("à", "les") => "aux",
        _ => return false,
    };
    text.truncate(text.len() - head.len());
    text.push_str(whole);
    true
}

fn close(open: &mut Option<(usize, EntityKind)>, sample: &mut Sample) {
    if let Some((start, kind)) = open.take() {
        sample.names.push((Span::new(start, sample.text.len()), kind));
    }
}

/// The lists as bytes, from lines `kinds<TAB>name|name`; see the gazetteer's
/// letters. Later lines add to earlier ones; kinds behind `=` take the place
/// of what earlier lines say, behind `~` of surnames only.
pub fn gazetteer(data: &str) -> Vec<u8> {
    let mut names: BTreeMap<Vec<u64>, u8> = BTreeMap::new();
    for (kinds, line) in data.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t')) {
        let bits = kinds.chars().fold(0, |b, c| b | gazetteer::bit(c));
        for name in line.split('|') {
            let words = Words::new(name, &[Span::new(0, name.len())], Gazetteer::none());
            let slot = names.entry(words.words.iter().map(|w| w.fold).collect()).or_insert(0);
            *slot = match kinds.as_bytes().first() {
                Some(b'=') => bits,
                Some(b'~') => *slot & !gazetteer::list::SURNAME | bits,
                _ => *slot | bits,
            };
        }
    }
    gazetteer::write(names.into_iter())
}
