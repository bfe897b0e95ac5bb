//! E-mails and mailboxes: each message is a document.
//!
//! Messages are parsed by mail-parser; attachments are not read.

use super::assemble::with_header;
use super::format::{FileFormat, FileHead, ReadAs};
use super::mapping::Role;
use super::raw::{Field, Fields, Item, Options, RawDocument, Sink, unreadable};
use super::tidy::tidy;
use super::{html, lines, plain};
use crate::corpus::{Place, SourceFormat};
use crate::notice::Notice;
use crate::words::msg;
use mail_parser::{Message, MessageParser, PartType};
use std::io::BufRead;
use std::ops::ControlFlow;

/// A file of several messages.
pub(super) const MAILBOX: FileFormat =
    FileFormat { source: SourceFormat::Mail, recognise: is_mailbox, read: ReadAs::Packets(mailbox) };

/// A file that is one message.
pub(super) const MESSAGE: FileFormat = FileFormat {
    source: SourceFormat::Mail,
    recognise: is_message,
    read: ReadAs::Bytes(|place, bytes, options, sink| sink(message(place, bytes, options))),
};

/// Parts of one message looked at.
const PARTS: usize = 1000;

fn is_mailbox(head: &FileHead<'_>) -> bool {
    let first = head.text.split(|&b| b == b'\n').next().unwrap_or_default();
    let rest = head.text.get(first.len() + 1..).unwrap_or_default();
    first.starts_with(b"From ") && headers(rest) >= 2
}

fn is_message(head: &FileHead<'_>) -> bool {
    let wanted = if head.is_named(&["eml"]) { 1 } else { 2 };
    headers(head.text) >= wanted
}

/// How many header fields that only e-mails have stand before the first blank
/// line; 0 when something else stands there.
fn headers(text: &[u8]) -> usize {
    const NAMES: [&[u8]; 9] = [
        b"from",
        b"to",
        b"subject",
        b"message-id",
        b"received",
        b"mime-version",
        b"return-path",
        b"delivered-to",
        b"content-type",
    ];
    let mut n = 0;
    for line in text.split(|&b| b == b'\n').take(200) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            return n;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(colon) = line.iter().position(|&b| b == b':') else { return 0 };
        let name = line[..colon].to_ascii_lowercase();
        if name.is_empty() || !name.iter().all(|b| b.is_ascii_graphic()) {
            return 0;
        }
        n += usize::from(NAMES.contains(&name.as_slice()));
    }
    n
}

/// One message.
fn message(place: &Place, bytes: &[u8], options: &Options) -> Item {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Item::Notice(Notice::error(place.to_string(), msg::INGEST_MAIL_BROKEN));
    };
    let body = body(&message, options);
    let mut raw = with_header(fields(&message), body, rules);
    raw.place = place.clone();
    raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
    let attachments = message.attachments.len();
    if attachments > 0 {
        raw.notices.push(Notice::info(place.to_string(), msg::ingest_attachments(attachments)));
    }
    if raw.text.trim().is_empty() {
        return Item::Notice(Notice::error(place.to_string(), msg::INGEST_MAIL_EMPTY));
    }
    Item::Document(Box::new(raw))
}

/// The HTML of a message when it has any, else its text.
fn body(message: &Message<'_>, options: &Options) -> RawDocument {
    let parts = |ids: &[mail_parser::MessagePartId]| {
        ids.iter().take(PARTS).filter_map(|id| message.parts.get(*id as usize)).map(|p| &p.body).collect::<Vec<_>>()
    };
    let (mut page, mut text) = (String::new(), String::new());
    for part in parts(&message.html_body) {
        if let PartType::Html(h) = part {
            page.push_str(h);
        }
    }
    for part in parts(&message.text_body) {
        if let PartType::Text(t) = part {
            text.push_str(t);
            text.push('\n');
        }
    }
    let chosen = if page.is_empty() { &text } else { &page };
    let (bytes, cut) = plain::capped(chosen.as_bytes(), options.document_bytes);
    let chosen = String::from_utf8_lossy(bytes);
    let mut raw = if page.is_empty() { plain::read(chosen.into_owned()) } else { html::read(&chosen) };
    // What a newsletter's page states about itself is that of its template.
    raw.fields = Fields::default();
    if let Some(limit) = cut {
        raw.notices.push(plain::cut_notice(&Place::default(), limit));
    }
    raw
}

fn fields(message: &Message<'_>) -> Fields {
    let mut f = Fields::default();
    let mut put = |list: fn(&mut Fields) -> &mut Vec<Field>, value: Option<&str>, rule| {
        let value = value.map(tidy).unwrap_or_default();
        if !value.is_empty() {
            list(&mut f).push(Field { value, rule });
        }
    };
    put(|f| &mut f.title, message.subject(), "mail.subject");
    let from = message.from().and_then(|a| a.first());
    put(|f| &mut f.source, from.and_then(|a| a.name()), "mail.from");
    put(|f| &mut f.author, from.and_then(|a| a.name().or(a.address())), "mail.from");
    let date = message.date().map(mail_parser::DateTime::to_rfc3339);
    put(|f| &mut f.published, date.as_deref(), "mail.date");
    put(|f| &mut f.identifier, message.message_id(), "mail.message-id");
    f
}

fn rules(role: Role) -> &'static str {
    if role == Role::Title { "mail.subject" } else { "mail.header" }
}

/// The messages of an mbox file, one at a time.
fn mailbox(place: &Place, reader: &mut dyn BufRead, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let (mut line, mut bytes) = (Vec::new(), Vec::new());
    let (mut number, mut blank, mut long) = (0_usize, true, false);
    loop {
        let found = match lines::next(reader, &mut line, options.container_bytes) {
            Ok(found) => found,
            Err(e) => {
                sink(Item::Notice(unreadable(place, &e)))?;
                lines::Found::End
            }
        };
        let starts = found == lines::Found::Line && blank && line.starts_with(b"From ");
        if (starts || found == lines::Found::End) && number > 0 {
            let here = place.at(number);
            if long {
                let limit = options.container_bytes >> 20;
                sink(Item::Notice(Notice::warning(here.to_string(), msg::ingest_mail_cut(limit))))?;
            }
            sink(message(&here, &bytes, options))?;
            bytes.clear();
            long = false;
        }
        if found == lines::Found::End {
            return ControlFlow::Continue(());
        }
        if starts {
            number += 1;
        } else {
            long |= found == lines::Found::TooLong || bytes.len() + line.len() > options.container_bytes;
            if !long {
                // “>From ” at the start of a line is how mailboxes write “From ”.
                let quoted = line.iter().take_while(|&&b| b == b'>').count();
                let quoted = quoted > 0 && line[quoted..].starts_with(b"From ");
                bytes.extend_from_slice(if quoted { &line[1..] } else { &line });
                bytes.push(b'\n');
            }
        }
        blank = line.is_empty();
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::read;

    #[test]
    fn a_message_opens_with_its_subject() {
        let mail = b"From: Le Quai <lettre@quai.example>\r\nTo: x@y.example\r\nSubject: =?utf-8?q?Le_pont_ferm=C3=A9?=\r\nDate: Tue, 5 Mar 2024 08:00:00 +0100\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nLa lev=E9e a eu lieu.\r\n";
        let got = read(&Place::file("a.eml"), mail);
        let d = &got.documents[0];
        assert!(d.text.starts_with("Le pont fermé\n\nLa levée a eu lieu."), "{:?}", d.text);
        assert_eq!(d.fields.source[0].value, "Le Quai");
        assert_eq!(d.fields.published[0].value, "2024-03-05T08:00:00+01:00");
    }

    #[test]
    fn messages_of_a_mailbox_know_their_number() {
        let one = |n: u8| {
            format!("From a@b Tue Mar  5 08:00:00 2024\nFrom: A <a@b>\nSubject: N{n}\n\nTexte {n}.\n>From ici.\n\n")
        };
        let got = read(&Place::file("box"), (one(1) + &one(2)).as_bytes());
        let texts: Vec<_> = got.documents.iter().map(|d| (d.place.entry.as_deref(), d.text.trim())).collect();
        assert_eq!(texts, [(Some("1"), "N1\n\nTexte 1.\nFrom ici."), (Some("2"), "N2\n\nTexte 2.\nFrom ici.")]);
    }
}
