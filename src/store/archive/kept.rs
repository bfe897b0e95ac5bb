//! An article as an archive keeps it: its raw document in bytes, so that whoever
//! reads it cleans it as if it came from its file.

use crate::corpus::{LineKind, Place, SourceFormat, Standing, WireFact, WireTopic};
use crate::ingest::{Field, Fields, Hint, RawDocument};
use crate::notice::{Notice, reason, refusal};
use crate::store::catalogue::{Said, fixed};
use crate::text::Span;
use crate::words::msg;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::io::{self, Read};

/// How hard is packed: more takes longer than cleaning does.
const LEVEL: i32 = 3;

/// Bytes of an article unpacked, beyond which it is not one of ours.
const MOST: u64 = 256 << 20;

/// The byte behind an article whose format guesses what its blocks are; behind any
/// other, and what was kept before there were such, stands none.
const GUESSED: u8 = 1;

#[derive(Serialize, Deserialize)]
struct KeptDocument<'d> {
    path: Cow<'d, str>,
    entry: Option<Cow<'d, str>>,
    format: Cow<'d, str>,
    text: Cow<'d, str>,
    original: Option<Cow<'d, str>>,
    /// Which list of [`Fields`], value, rule.
    fields: Vec<(u8, Cow<'d, str>, Cow<'d, str>)>,
    /// Start, end, kind, rule.
    hints: Vec<(u32, u32, Cow<'d, str>, Cow<'d, str>)>,
    notices: Vec<Said>,
    /// Topic, value, rule.
    wire: Vec<(Cow<'d, str>, Cow<'d, str>, Cow<'d, str>)>,
    standing: Cow<'d, str>,
}

/// The lists of what a format states, in a fixed order.
fn lists(fields: &mut Fields) -> [&mut Vec<Field>; 13] {
    let Fields {
        title,
        standfirst,
        source,
        host,
        author,
        published,
        updated,
        seen,
        url,
        language,
        identifier,
        paywalled,
        comments,
    } = fields;
    [title, standfirst, source, host, author, published, updated, seen, url, language, identifier, paywalled, comments]
}

/// A raw document in bytes.
///
/// # Errors
/// That it would not come back, and so is not kept.
pub(super) fn pack(raw: &RawDocument) -> Result<Vec<u8>, Notice> {
    let mut stated = raw.fields.clone();
    let fields = lists(&mut stated).into_iter().zip(0u8..).flat_map(|(list, which)| {
        list.drain(..).map(move |f| (which, Cow::Owned(f.value), Cow::Borrowed(f.rule))).collect::<Vec<_>>()
    });
    let hint = |h: &Hint| {
        let (kind, rule) = (Cow::Borrowed(h.kind.name()), Cow::Borrowed(h.rule));
        (h.span.start as u32, h.span.end as u32, kind, rule)
    };
    let fact = |f: &WireFact| (Cow::Borrowed(f.topic.name()), Cow::Owned(f.value.clone()), Cow::Borrowed(f.rule));
    let kept = KeptDocument {
        path: Cow::Borrowed(&raw.place.path),
        entry: raw.place.entry.as_deref().map(Cow::Borrowed),
        format: Cow::Borrowed(raw.format.name()),
        text: Cow::Borrowed(&raw.text),
        original: raw.original.as_deref().map(Cow::Borrowed),
        fields: fields.collect(),
        hints: raw.hints.iter().map(hint).collect(),
        notices: raw.notices.iter().map(Said::from).collect(),
        wire: raw.wire.iter().map(fact).collect(),
        standing: Cow::Borrowed(raw.standing.name()),
    };
    let mut plain = postcard::to_stdvec(&kept).expect("plain values always serialise");
    if raw.guessed {
        plain.push(GUESSED);
    }
    packed(&plain, MOST).map_err(|e| Notice::error(raw.place.to_string(), msg::store_archive_unpacked(reason(&e))))
}

/// Bytes packed, but for so many that they would not be unpacked again.
fn packed(plain: &[u8], most: u64) -> io::Result<Vec<u8>> {
    if plain.len() as u64 > most {
        return Err(refusal(msg::STORE_ARCHIVE_TOO_LARGE));
    }
    zstd::encode_all(plain, LEVEL)
}

/// What [`pack`] was given; `None` where it made no such bytes.
pub(super) fn unpack(bytes: &[u8]) -> Option<RawDocument> {
    let mut plain = Vec::new();
    zstd::stream::read::Decoder::new(bytes).ok()?.take(MOST).read_to_end(&mut plain).ok()?;
    let (kept, behind): (KeptDocument<'_>, _) = postcard::take_from_bytes(&plain).ok()?;
    let guessed = match behind {
        [] => false,
        [GUESSED] => true,
        _ => return None,
    };
    let text = kept.text.into_owned();
    let mut fields = Fields::default();
    let mut stated = lists(&mut fields);
    for (which, value, rule) in kept.fields {
        stated.get_mut(usize::from(which))?.push(Field { value: value.into_owned(), rule: fixed(&rule) });
    }
    let hint = |(start, end, kind, rule): (u32, u32, Cow<'_, str>, Cow<'_, str>)| {
        let (start, end) = (start as usize, end as usize);
        text.get(start..end)?;
        Some(Hint { span: Span::new(start, end), kind: LineKind::from_name(&kind)?, rule: fixed(&rule) })
    };
    let hints = kept.hints.into_iter().map(hint).collect::<Option<_>>()?;
    let fact = |(topic, value, rule): (Cow<'_, str>, Cow<'_, str>, Cow<'_, str>)| {
        Some(WireFact { topic: WireTopic::from_name(&topic)?, value: value.into_owned(), rule: fixed(&rule) })
    };
    Some(RawDocument {
        place: Place { path: (*kept.path).into(), entry: kept.entry.map(|e| (*e).into()) },
        format: SourceFormat::from_name(&kept.format)?,
        original: kept.original.map(Cow::into_owned),
        fields,
        hints,
        guessed,
        notices: kept.notices.into_iter().map(Into::into).collect(),
        wire: kept.wire.into_iter().map(fact).collect::<Option<_>>()?,
        standing: Standing::from_name(&kept.standing)?,
        extent: None,
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_article_of_the_cases_comes_back_as_it_was_read() {
        let cases = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        let mut read = 0;
        let _ = crate::store::files::visit(&[cases], &|| false, &mut |found| {
            if let crate::store::files::WalkItem::File { place, reader, .. } = found {
                let _ = crate::ingest::stream(&place, reader, &Default::default(), &mut |item| {
                    if let crate::ingest::Item::Document(raw) = item {
                        read += 1;
                        let mut came_back = unpack(&pack(&raw).expect("it can be packed")).expect("it was packed");
                        came_back.extent = raw.extent;
                        assert_eq!(came_back, *raw);
                    }
                    std::ops::ControlFlow::Continue(())
                });
            }
            std::ops::ControlFlow::Continue(())
        });
        assert!(read > 100, "{read}");
    }

    #[test]
    fn more_than_is_unpacked_is_not_packed() {
        assert!(packed(&[7; 100], 100).is_ok());
        let refused = packed(&[7; 101], 100).expect_err("one byte too many");
        assert_eq!(reason(&refused), msg::STORE_ARCHIVE_TOO_LARGE.into());
    }

    proptest! {
        #[test]
        fn bytes_that_are_no_article_are_refused_without_a_panic(bytes: Vec<u8>) {
            let packed = zstd::encode_all(&bytes[..], LEVEL).expect("bytes can be packed");
            let _ = (unpack(&bytes), unpack(&packed));
        }
    }
}
