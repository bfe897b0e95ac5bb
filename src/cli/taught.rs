//! `kiosque journal --links`: what the reader decided of the links of
//! comparisons, as `kiosque-train links --set` reads it.

use super::given::Given;
use super::outcome::{Context, Exit, Outcome};
use crate::corpus::{DocKey, Document};
use crate::story::pins::Pin;
use crate::story::taught::{Taught, taught};
use crate::text::{ScalarIndex, Span};
use crate::triage::Triage;
use clap::ArgMatches;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What one of the two files is called in `--links`.
pub(super) const PARTS: [&str; 2] = ["gold", "texts"];

/// Prints what was decided of the articles of the paths: the links as one line
/// of JSON, or the texts they are about, one a line.
pub(super) fn run(triage: &Triage, damaged: bool, part: &str, args: &ArgMatches, context: &mut Context<'_>) -> Outcome {
    let (documents, notices) = Given::of(args, context)?.documents(&context.progress);
    let missing = context.complain(&notices)? || damaged;
    let by_key: BTreeMap<DocKey, &Document> = documents.iter().map(|d| (d.key, d)).collect();
    let pairs = triage.pinned_pairs().into_iter().filter_map(|(a, b)| {
        let pins: Vec<Pin> = triage.pins(a, b).into_iter().map(Pin::from).collect();
        let (a, b) = (*by_key.get(&a)?, *by_key.get(&b)?);
        Some((a, b, taught(a, b, &pins)?))
    });
    let pairs: Vec<(&Document, &Document, Taught)> = pairs.collect();
    if part == PARTS[1] {
        let keys: BTreeSet<DocKey> = pairs.iter().flat_map(|(a, b, _)| [a.key, b.key]).collect();
        for d in keys.iter().filter_map(|k| by_key.get(k)) {
            writeln!(context.out, "{}", json!({"file": d.key, "text": &*d.text}))?;
        }
    } else {
        writeln!(context.out, "{}", gold(&pairs))?;
    }
    Ok(Exit::of(documents.len(), missing, !pairs.is_empty()))
}

fn gold(pairs: &[(&Document, &Document, Taught)]) -> Value {
    let mut documents: BTreeMap<DocKey, (&Document, &[Span])> = BTreeMap::new();
    for (a, b, said) in pairs {
        let [sa, sb] = &said.sentences;
        documents.insert(a.key, (*a, sa.as_slice()));
        documents.insert(b.key, (*b, sb.as_slice()));
    }
    let documents = documents.values().map(|(d, sentences)| {
        let index = ScalarIndex::new(&d.text);
        let sentences = sentences.iter().enumerate().map(|(n, s)| {
            let at = index.span(*s);
            json!({"n": n, "start": at.start, "end": at.end})
        });
        json!({"file": d.key, "sentences": sentences.collect::<Vec<_>>()})
    });
    let pairs = pairs.iter().map(|(a, b, said)| {
        let links =
            said.links.iter().map(|l| json!({"a": {"sentence": l.a}, "b": {"sentence": l.b}, "required": l.accepted}));
        json!({"a": a.key, "b": b.key, "alignments": links.collect::<Vec<_>>()})
    });
    json!({
        "format": "kiosque-pairs-1",
        "documents": documents.collect::<Vec<_>>(),
        "pairs": pairs.collect::<Vec<_>>(),
    })
}
