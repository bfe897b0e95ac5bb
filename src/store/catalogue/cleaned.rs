//! A cleaned document as bytes, all of it but its key and its place, for the
//! time between the reading of a corpus and the first look at it.

use super::format::Said;
use super::pack::{fixed, index};
use crate::corpus::{
    Claim, Cut, DocKey, Document, Evidence, Hour, Language, Line, LineKind, Mark, Meta, Place, SourceFormat, Standing,
    WireFact, WireTopic,
};
use crate::text::Span;
use crate::words::Message;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::cell::RefCell;
use zstd::bulk::{Compressor, Decompressor};

/// Bytes of one document from which it is read again: it is at the edge of what
/// a command may take of the memory without a copy that waits.
const LARGE: usize = 1 << 20;

/// Bytes of texts and lines of a document; `None` for one that does not wait.
pub(super) fn weight(document: &Document) -> Option<usize> {
    let bytes = document.text.len() + document.lines.len() * size_of::<Line>();
    (bytes < LARGE).then_some(bytes)
}

/// The fastest of the usual levels: the bytes are written and read once.
const LEVEL: i32 = 1;

/// Start and length.
type SpanParts = (usize, usize);

/// A value, how it came about, and the place, rule and words of its evidence.
type KeptClaim<T> = (Option<T>, Mark, Vec<(Option<SpanParts>, u32, Message)>);

/// Length, kind, rule, reason, and which line is repeated.
type KeptLine = (usize, u8, u32, Option<Message>, Option<usize>);

#[derive(Serialize, Deserialize)]
struct Cleaned<'t> {
    /// Rules, named once.
    rules: Vec<String>,
    format: u8,
    #[serde(borrow)]
    text: Cow<'t, str>,
    original: Option<String>,
    lines: Vec<KeptLine>,
    cuts: Vec<(SpanParts, u8, u32)>,
    meta: KeptMeta,
    notices: Vec<Said>,
}

#[derive(Serialize, Deserialize)]
struct KeptMeta {
    title: KeptClaim<String>,
    standfirst: KeptClaim<String>,
    source: KeptClaim<String>,
    author: KeptClaim<String>,
    agencies: KeptClaim<Vec<String>>,
    published: KeptClaim<Date>,
    published_at: Hour,
    updated: KeptClaim<Date>,
    updated_at: Option<i64>,
    page_date: KeptClaim<Date>,
    event_date: KeptClaim<Date>,
    language: KeptClaim<Language>,
    paywalled: KeptClaim<bool>,
    comments_stated: KeptClaim<u32>,
    comments_present: u32,
    reading_minutes: KeptClaim<u32>,
    url: KeptClaim<String>,
    /// Topic, value and rule.
    wire: Vec<(u8, String, u32)>,
    standing: u8,
}

fn kept_span(span: Span) -> SpanParts {
    (span.start, span.len())
}

fn span((start, len): SpanParts) -> Option<Span> {
    Some(Span::new(start, start.checked_add(len)?))
}

fn kept_claim<T: Clone>(claim: &Claim<T>, rules: &mut Vec<String>) -> KeptClaim<T> {
    let evidence = claim.evidence.iter();
    let evidence = evidence.map(|e| (e.span.map(kept_span), index(rules, e.rule), e.note.clone()));
    (claim.value.clone(), claim.mark, evidence.collect())
}

/// The rules of a document, by number.
struct Rules(Vec<&'static str>);

impl Rules {
    fn rule(&self, number: u32) -> Option<&'static str> {
        self.0.get(number as usize).copied()
    }

    fn claim<T>(&self, (value, mark, evidence): KeptClaim<T>) -> Option<Claim<T>> {
        let evidence = evidence.into_iter().map(|(place, rule, note)| {
            let span = match place {
                Some(place) => Some(span(place)?),
                None => None,
            };
            Some(Evidence { span, rule: self.rule(rule)?, note })
        });
        Some(Claim { value, mark, evidence: evidence.collect::<Option<_>>()? })
    }

    fn meta(&self, kept: KeptMeta) -> Option<Meta> {
        let fact = |(topic, value, rule): (u8, String, u32)| {
            Some(WireFact { topic: *WireTopic::ALL.get(usize::from(topic))?, value, rule: self.rule(rule)? })
        };
        Some(Meta {
            title: self.claim(kept.title)?,
            standfirst: self.claim(kept.standfirst)?,
            source: self.claim(kept.source)?,
            author: self.claim(kept.author)?,
            agencies: self.claim(kept.agencies)?,
            published: self.claim(kept.published)?,
            published_at: kept.published_at,
            updated: self.claim(kept.updated)?,
            updated_at: kept.updated_at,
            page_date: self.claim(kept.page_date)?,
            event_date: self.claim(kept.event_date)?,
            language: self.claim(kept.language)?,
            paywalled: self.claim(kept.paywalled)?,
            comments_stated: self.claim(kept.comments_stated)?,
            comments_present: kept.comments_present,
            reading_minutes: self.claim(kept.reading_minutes)?,
            url: self.claim(kept.url)?,
            wire: kept.wire.into_iter().map(fact).collect::<Option<_>>()?,
            standing: *Standing::ALL.get(usize::from(kept.standing))?,
            version: None,
        })
    }
}

fn kept_meta(meta: &Meta, rules: &mut Vec<String>) -> KeptMeta {
    KeptMeta {
        title: kept_claim(&meta.title, rules),
        standfirst: kept_claim(&meta.standfirst, rules),
        source: kept_claim(&meta.source, rules),
        author: kept_claim(&meta.author, rules),
        agencies: kept_claim(&meta.agencies, rules),
        published: kept_claim(&meta.published, rules),
        published_at: meta.published_at,
        updated: kept_claim(&meta.updated, rules),
        updated_at: meta.updated_at,
        page_date: kept_claim(&meta.page_date, rules),
        event_date: kept_claim(&meta.event_date, rules),
        language: kept_claim(&meta.language, rules),
        paywalled: kept_claim(&meta.paywalled, rules),
        comments_stated: kept_claim(&meta.comments_stated, rules),
        comments_present: meta.comments_present,
        reading_minutes: kept_claim(&meta.reading_minutes, rules),
        url: kept_claim(&meta.url, rules),
        wire: meta.wire.iter().map(|f| (f.topic as u8, f.value.clone(), index(rules, f.rule))).collect(),
        standing: meta.standing as u8,
    }
}

thread_local! {
    /// What compressing needs is made once a thread: it costs as much as a short text.
    static ZSTD: RefCell<Option<(Compressor<'static>, Decompressor<'static>)>> =
        RefCell::new(Compressor::new(LEVEL).ok().zip(Decompressor::new().ok()));
}

/// A document as bytes; `None` for one that is read again.
pub(super) fn pack(document: &Document) -> Option<Vec<u8>> {
    weight(document)?;
    // Which version it is, is found when all articles are known.
    if document.meta.version.is_some() {
        return None;
    }
    let mut rules = Vec::new();
    let mut end = 0;
    let mut lines = Vec::with_capacity(document.lines.len());
    for l in &document.lines {
        // Lines partition the text: their lengths say where they stand.
        if l.span.start != end {
            return None;
        }
        end = l.span.end;
        lines.push((l.span.len(), l.kind as u8, index(&mut rules, l.rule), l.reason.clone(), l.repeats));
    }
    let cuts = document.cuts.iter();
    let cuts = cuts.map(|c| (kept_span(c.span), c.kind as u8, index(&mut rules, c.rule))).collect();
    let meta = kept_meta(&document.meta, &mut rules);
    let cleaned = Cleaned {
        rules,
        format: document.format as u8,
        text: Cow::Borrowed(&document.text),
        original: document.original.as_deref().map(str::to_owned),
        lines,
        cuts,
        meta,
        notices: document.notices.iter().map(Said::from).collect(),
    };
    let plain = postcard::to_stdvec(&cleaned).ok()?;
    let len = u32::try_from(plain.len()).ok()?;
    let packed = ZSTD.with_borrow_mut(|zstd| zstd.as_mut()?.0.compress(&plain).ok())?;
    Some([&len.to_le_bytes()[..], &packed].concat())
}

/// The document that [`pack`] made these bytes of, which stands at this place.
pub(super) fn unpack(bytes: &[u8], key: DocKey, place: Place) -> Option<Document> {
    let (len, packed) = bytes.split_first_chunk()?;
    let len = u32::from_le_bytes(*len) as usize;
    let plain = ZSTD.with_borrow_mut(|zstd| zstd.as_mut()?.1.decompress(packed, len).ok())?;
    let cleaned: Cleaned<'_> = postcard::from_bytes(&plain).ok()?;
    let rules = Rules(cleaned.rules.iter().map(|r| fixed(r)).collect());
    let kind = |number: u8| LineKind::ALL.get(usize::from(number)).copied();
    let mut at = 0;
    let line = |(len, number, rule, reason, repeats): KeptLine| {
        let span = span((at, len))?;
        at = span.end;
        Some(Line { span, kind: kind(number)?, rule: rules.rule(rule)?, reason, repeats })
    };
    let lines = cleaned.lines.into_iter().map(line).collect::<Option<_>>()?;
    let cut = |(place, number, rule)| Some(Cut { span: span(place)?, kind: kind(number)?, rule: rules.rule(rule)? });
    Some(Document {
        key,
        place,
        format: *SourceFormat::ALL.get(usize::from(cleaned.format))?,
        text: cleaned.text.as_ref().into(),
        original: cleaned.original.map(Into::into),
        lines,
        cuts: cleaned.cuts.into_iter().map(cut).collect::<Option<_>>()?,
        meta: rules.meta(cleaned.meta)?,
        notices: cleaned.notices.into_iter().map(Into::into).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::Notice;
    use crate::words::msg;
    use proptest::prelude::*;

    fn cleaned(name: &str, text: &str) -> Vec<Document> {
        let read = crate::ingest::read(&Place::file(name), text.as_bytes());
        read.documents.into_iter().map(crate::clean::clean).collect()
    }

    fn comes_back(document: &Document) {
        let bytes = pack(document).expect("a cleaned document can be packed");
        assert_eq!(unpack(&bytes, document.key, document.place.clone()).as_ref(), Some(document));
    }

    #[test]
    fn a_cleaned_document_comes_back_as_it_was() {
        let text = "Menu\n\nGrève au port de Valmorin\n\nPar Anne Taillefer avec AFP\nPublié le 12 mars 2026 à 10h20\n\n\
                    Les dockers ont voté la grève mardi. Lire aussi : Le port en cinq chiffres. Elle durera trois \
                    jours, selon leur syndicat, qui demande que les salaires soient revus.\n\nAbonnez-vous pour lire la \
                    suite\n\nPartager\n3 commentaires\n";
        let mut all = cleaned("a.txt", text);
        let mut sent = all[0].clone();
        sent.original = Some("Ce qui vint".into());
        let fact = WireFact { topic: WireTopic::Urgency, value: "4".into(), rule: "nitf.urgency" };
        (sent.meta.wire, sent.meta.standing) = (vec![fact], Standing::Withheld);
        sent.notices.push(Notice::warning("a.txt#1", msg::CLEAN_MOST_LETTERS).with_hint(msg::STORE_PLEASE_REPORT));
        all.push(sent);
        assert!(all.iter().any(|d| d.lines.iter().any(|l| l.reason.is_some())));
        all.iter().for_each(comes_back);
    }

    proptest! {
        #[test]
        fn any_text_comes_back_as_it_was(text in "(\\PC{0,40}\\n?){0,20}") {
            cleaned("a.txt", &text).iter().for_each(comes_back);
        }

        #[test]
        fn bytes_that_are_no_document_are_refused_or_read_without_a_panic(bytes: Vec<u8>) {
            let _ = unpack(&bytes, DocKey::of_text(""), Place::default());
        }
    }
}
