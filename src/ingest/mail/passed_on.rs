//! The text of a message that somebody passed on, kept without the message around it: what was
//! copied from a program for mail. It is read like the message.

use super::{forward, forwarded, outer_notices, rules};
use crate::corpus::SourceFormat;
use crate::ingest::assemble::with_header;
use crate::ingest::format::{FileHead, Single};
use crate::ingest::plain;
use crate::ingest::raw::{Fields, Options, RawDocument};

/// Such texts as a format of files.
pub(in crate::ingest) const TEXT: Single =
    Single { source: SourceFormat::Mail, recognise: is_passed_on, declares: false, read };

fn is_passed_on(head: &FileHead<'_>) -> bool {
    head.is_prose() && head.text.contains(&b':') && forward::is_passed_on(&String::from_utf8_lossy(head.text))
}

fn read(text: String, _: &Options) -> RawDocument {
    let mut raw = plain::read(text);
    let Some(inner) = forward::read(&mut raw, None) else { return raw };
    outer_notices(&mut raw, String::new(), &inner.note);
    with_header(forwarded(&inner, Fields::default()), raw, rules)
}
