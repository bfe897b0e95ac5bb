//! What was found in one article as bytes: claims, names, signature, one
//! behind the other, so that each can be read without the next.

use super::claims::Claims;
use crate::corpus::DocKey;
use crate::entity::{Entity, EntityKind, Form, Mention};
use crate::story::{Labels, Signature, Term};
use crate::text::Span;
use crate::words::Plain;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::{LazyLock, Mutex};

#[derive(Serialize, Deserialize)]
struct Names {
    /// Rules, named once.
    words: Vec<String>,
    names: Vec<Name>,
}

#[derive(Serialize, Deserialize)]
struct Name {
    name: String,
    kind: EntityKind,
    cited: bool,
    /// Surface, count, reason, doubtful.
    forms: Vec<(String, u32, Plain, bool)>,
    /// Start after the end of the one before, length, twice the rule and one
    /// more where it is doubtful; in order.
    mentions: Vec<(i64, u32, u32)>,
}

#[derive(Serialize, Deserialize)]
struct Packed {
    title: String,
    source: Option<String>,
    published: Option<Date>,
    event: Option<Date>,
    /// Hash after the one before, the rest.
    terms: Vec<(u32, u8)>,
    shingles: Vec<(u8, u8, u8)>,
    labels: Vec<(u32, String)>,
}

/// A rule's name as the program itself writes it. There are some
/// dozens; one that is not known yet is kept for the rest of the run.
pub(in crate::store) fn fixed(word: &str) -> &'static str {
    static KNOWN: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(word) = known.get(word) {
        return word;
    }
    let kept: &'static str = Box::leak(word.into());
    known.insert(kept);
    kept
}

/// The place of a word in a list of words, which takes it in.
pub(super) fn index(words: &mut Vec<String>, word: &str) -> u32 {
    let at = words.iter().position(|w| w == word).unwrap_or_else(|| {
        words.push(word.to_owned());
        words.len() - 1
    });
    at as u32
}

/// All that is kept of one article.
pub(super) fn pack(claims: &Claims, entities: &[Entity], signature: &Signature) -> Vec<u8> {
    let mut words = Vec::new();
    let names = entities.iter().map(|e| {
        let mut at = 0;
        let mentions = e.mentions.iter().map(|m| {
            let packed =
                (m.span.start as i64 - at, m.span.len() as u32, 2 * index(&mut words, m.rule) + u32::from(m.doubtful));
            at = m.span.end as i64;
            packed
        });
        let mentions = mentions.collect();
        let forms = e.forms.iter();
        let forms = forms.map(|f| (f.surface.clone(), f.count as u32, f.reason, f.doubtful));
        Name { name: e.name.clone(), kind: e.kind, cited: e.cited, forms: forms.collect(), mentions }
    });
    let names = names.collect();
    let names = Names { words, names };
    let mut before = 0;
    let terms = signature.terms.iter().map(|t| {
        let [a, b, c, d, facets] = t.to_bytes();
        let hash = u32::from_be_bytes([a, b, c, d]);
        let step = hash.wrapping_sub(before);
        before = hash;
        (step, facets)
    });
    let shingles = signature.shingles.iter().map(|&[a, b, c]| (a, b, c));
    let packed = Packed {
        title: signature.title.to_string(),
        source: signature.source.as_ref().map(ToString::to_string),
        published: signature.published,
        event: signature.event,
        terms: terms.collect(),
        shingles: shingles.collect(),
        labels: signature.labels.iter().map(|(h, w)| (h, w.to_owned())).collect(),
    };
    postcard::to_stdvec(&(claims, names, packed)).expect("plain values always serialise")
}

/// The claims alone.
pub(super) fn claims(bytes: &[u8]) -> Option<Claims> {
    postcard::take_from_bytes(bytes).ok().map(|x| x.0)
}

/// The names, and the bytes of the signature.
fn names(bytes: &[u8]) -> Option<(Vec<Entity>, &[u8])> {
    let (_, bytes) = postcard::take_from_bytes::<Claims>(bytes).ok()?;
    let (packed, rest) = postcard::take_from_bytes::<Names>(bytes).ok()?;
    let words: Vec<&'static str> = packed.words.iter().map(|w| fixed(w)).collect();
    let word = |i: u32| words.get(i as usize).copied();
    let entity = |n: Name| {
        let form = |(surface, count, reason, doubtful): (String, u32, Plain, bool)| Form {
            surface,
            count: count as usize,
            reason,
            doubtful,
        };
        let mut at = 0i64;
        let mention = |(step, len, rule): (i64, u32, u32)| {
            let start = usize::try_from(at.checked_add(step)?).ok()?;
            let end = start.checked_add(len as usize)?;
            at = i64::try_from(end).ok()?;
            Some(Mention { span: Span::new(start, end), rule: word(rule / 2)?, doubtful: rule % 2 == 1 })
        };
        Some(Entity {
            name: n.name,
            kind: n.kind,
            cited: n.cited,
            forms: n.forms.into_iter().map(form).collect(),
            mentions: n.mentions.into_iter().map(mention).collect::<Option<_>>()?,
        })
    };
    Some((packed.names.into_iter().map(entity).collect::<Option<_>>()?, rest))
}

/// The names alone.
pub(super) fn entities(bytes: &[u8]) -> Option<Vec<Entity>> {
    names(bytes).map(|x| x.0)
}

/// Names and signature.
pub(super) fn all(bytes: &[u8], key: DocKey) -> Option<(Vec<Entity>, Signature)> {
    let (entities, rest) = names(bytes)?;
    Some((entities, unpack(rest, key)?))
}

/// The signature alone.
pub(super) fn signature(bytes: &[u8], key: DocKey) -> Option<Signature> {
    let (_, rest) = postcard::take_from_bytes::<(Claims, Names)>(bytes).ok()?;
    unpack(rest, key)
}

fn unpack(bytes: &[u8], key: DocKey) -> Option<Signature> {
    let (packed, _) = postcard::take_from_bytes::<Packed>(bytes).ok()?;
    let mut before = 0u32;
    let terms = packed.terms.into_iter().map(|(step, facets)| {
        before = before.wrapping_add(step);
        let [a, b, c, d] = before.to_be_bytes();
        Term::from_bytes([a, b, c, d, facets])
    });
    let shingles = packed.shingles.into_iter().map(|(a, b, c)| [a, b, c]);
    Some(Signature {
        key,
        title: packed.title.into(),
        source: packed.source.map(Into::into),
        published: packed.published,
        event: packed.event,
        terms: terms.collect(),
        shingles: shingles.collect(),
        labels: Labels::new(packed.labels.iter().map(|(h, w)| (*h, w.as_str()))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Place;
    use proptest::prelude::*;

    fn found(text: &str) -> (Claims, Vec<Entity>, Signature) {
        let ingested = crate::ingest::read(&Place::file("a.txt"), text.as_bytes());
        let document = crate::clean::clean(ingested.documents.into_iter().next().expect("one text is one document"));
        let entities = crate::entity::find(&document);
        let signature = crate::story::signature(&document);
        (Claims::of(&document), entities, signature)
    }

    #[test]
    fn what_was_found_comes_back_as_it_was() {
        let (c, e, s) = found(
            "Grève à Valmorin\n\nPar Anne Taillefer\n\nLe 12 mars 2026, Jean Berthelot a dit : « Nous resterons. » \
             Berthelot, maire de Valmorin, a reçu 300 personnes.\n",
        );
        assert!(!e.is_empty() && !s.terms.is_empty());
        let bytes = pack(&c, &e, &s);
        assert_eq!(claims(&bytes), Some(c));
        assert_eq!(entities(&bytes), Some(e.clone()));
        assert_eq!(all(&bytes, s.key), Some((e, s)));
    }

    proptest! {
        #[test]
        fn bytes_that_are_no_findings_are_refused_or_read_without_a_panic(bytes: Vec<u8>) {
            let _ = (claims(&bytes), entities(&bytes), all(&bytes, DocKey::of_text("")));
        }
    }
}
