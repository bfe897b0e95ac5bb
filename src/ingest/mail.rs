//! E-mails and mailboxes: each message is a document.
//!
//! Messages are parsed by mail-parser; attachments are not read.

mod alert;
mod forward;
mod letters;
pub(super) mod passed_on;

use super::assemble::with_header;
use super::format::{FileFormat, FileHead, ReadAs};
use super::mapping::Role;
use super::raw::{Field, Fields, Hint, Item, Options, RawDocument, Sink, unreadable};
use super::records::Export;
use super::stating::put;
use super::tidy::tidy;
use super::{html, lines, plain, records, typed};
use crate::corpus::{LineKind, Place, SourceFormat};
use crate::notice::Notice;
use crate::text::Span;
use crate::text::squeezed;
use crate::words::msg;
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
use std::io::BufRead;
use std::ops::ControlFlow;

/// A file of several messages.
pub(super) const MAILBOX: FileFormat =
    FileFormat { source: SourceFormat::Mail, recognise: is_mailbox, read: ReadAs::Packets(mailbox) };

/// A file that is one message.
pub(super) const MESSAGE: FileFormat =
    FileFormat { source: SourceFormat::Mail, recognise: is_message, read: ReadAs::Bytes(message) };

/// Characters of a note that a notice quotes.
const NOTE: usize = 300;
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

/// Names of header fields that only e-mails have.
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

/// How many header fields that only e-mails have stand before the first blank
/// line; 0 when something else stands there.
fn headers(text: &[u8]) -> usize {
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

/// The articles that one message lists, where a product sent them or it is an alert,
/// else itself.
fn message(place: &Place, bytes: &[u8], options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let bytes = letters::with_readable_head(bytes);
    let Some(message) = MessageParser::default().parse(&*bytes) else {
        return sink(Item::Notice(Notice::error(place.to_string(), msg::INGEST_MAIL_BROKEN)));
    };
    let (page, text) = written(&message);
    let listed = export(&page, &text, options)
        .or_else(|| alert::split(&text, message.date().map(mail_parser::DateTime::to_rfc3339)));
    match listed {
        Some(export) => records::hand_over(place, export, options, sink),
        None => sink(of_one(place, &message, (&page, &text), options)),
    }
}

/// The articles of a message in which a product sends them.
fn export(page: &str, text: &str, options: &Options) -> Option<Export> {
    let whole = |text: &str| text.len() <= options.document_bytes;
    if !page.is_empty() {
        return whole(page).then(|| records::of_message_page(page))?;
    }
    whole(text).then(|| records::of_message(text, forward::holds(text)))?
}

/// The one article of a message.
fn of_one(place: &Place, message: &Message<'_>, (page, text): (&str, &str), options: &Options) -> Item {
    if let Some(raw) = saved_page(message, options) {
        let mut raw = RawDocument { place: place.clone(), ..raw };
        raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
        return Item::Document(Box::new(raw));
    }
    let mut body = body(page, text, options);
    let mut fields = fields(message);
    let mut attachments = message.attachments.len();
    if let Some((inner, inner_body)) = attached(message, &body, options) {
        let by = fields.author.first().map_or(String::new(), |f| f.value.clone());
        let note: String = squeezed(&body.text).chars().take(NOTE).collect();
        body = inner_body;
        body.notices.push(Notice::info("", msg::ingest_mail_forwarded(by)));
        if !note.is_empty() {
            body.notices.push(Notice::info("", msg::ingest_mail_note(note)));
        }
        fields = inner;
        attachments -= 1;
    } else if let Some(inner) = forward::read(&mut body, Some(message.subject().unwrap_or_default())) {
        let by = fields.author.first().map_or(String::new(), |f| f.value.clone());
        outer_notices(&mut body, by, &inner.note);
        fields = forwarded(&inner, fields);
    }
    let mut raw = with_header(fields, body, rules);
    raw.place = place.clone();
    raw.notices.iter_mut().for_each(|n| n.place = place.to_string());
    if attachments > 0 {
        raw.notices.push(Notice::info(place.to_string(), msg::ingest_attachments(attachments)));
    }
    if raw.text.trim().is_empty() {
        return Item::Notice(Notice::error(place.to_string(), msg::INGEST_MAIL_EMPTY));
    }
    Item::Document(Box::new(raw))
}

/// Words of a message that only hands on the one attached to it.
const SHORT: usize = 80;

/// What a message claims that is attached to one with little text of its own,
/// and its body.
fn attached(message: &Message<'_>, outer: &RawDocument, options: &Options) -> Option<(Fields, RawDocument)> {
    let parts = message.parts.iter().take(PARTS);
    let inner = parts.filter_map(|p| match &p.body {
        PartType::Message(inner) => Some(inner),
        _ => None,
    });
    let mut inner = inner.take(2);
    let (Some(only), None) = (inner.next(), inner.next()) else { return None };
    let (page, text) = written(only);
    let raw = body(&page, &text, options);
    let words = |text: &str| text.split_whitespace().take(SHORT + 1).count();
    (words(&outer.text) <= SHORT && !raw.text.trim().is_empty()).then(|| (fields(only), raw))
}

/// Says who passed a message on, where that is known, and what was written above it.
fn outer_notices(body: &mut RawDocument, by: String, note: &str) {
    if !by.is_empty() {
        body.notices.push(Notice::info("", msg::ingest_mail_forwarded(by)));
    }
    if !note.is_empty() {
        let note: String = note.chars().take(NOTE).collect();
        body.notices.push(Notice::info("", msg::ingest_mail_note(note)));
    }
}

/// What the message inside one that was forwarded claims, then what the one
/// around it does.
fn forwarded(inner: &forward::Forwarded, outer: Fields) -> Fields {
    let mut f = Fields::default();
    let field = |value: &str, rule| {
        let value = tidy(value);
        (!value.is_empty()).then_some(Field { value, rule })
    };
    let (name, address) = forward::sender(&inner.from);
    f.title.extend(field(&inner.subject, "mail.forwarded.subject"));
    outlet(&mut f, name, "mail.forwarded.from");
    f.author.extend(field(if name.is_empty() { address } else { name }, "mail.forwarded.from"));
    f.published.extend(field(&inner.date, "mail.forwarded.date"));
    // Who forwarded it published nothing: an outlet or a day that the head
    // inside does not say stays unknown.
    f.title.extend(outer.title);
    f.identifier.extend(outer.identifier);
    f
}

/// A page that a browser saved as a message: its envelope claims nothing.
fn saved_page(message: &Message<'_>, options: &Options) -> Option<RawDocument> {
    let header = |name: &str| message.header(name).and_then(|v| v.as_text()).map(str::to_owned);
    let location = header("Snapshot-Content-Location");
    let by = message.from().and_then(|a| a.first()).and_then(|a| a.name().or(a.address())).unwrap_or_default();
    if location.is_none() && !by.starts_with("Saved by") {
        return None;
    }
    let page = message.parts.iter().take(PARTS).find(|p| matches!(&p.body, PartType::Html(_)))?;
    let PartType::Html(html) = &page.body else { return None };
    let (bytes, cut) = plain::capped(html.as_bytes(), options.document_bytes);
    let mut raw = html::read(&String::from_utf8_lossy(bytes));
    raw.format = SourceFormat::Html;
    let location = location.or_else(|| page.content_location().map(str::to_owned));
    let mut put = |list: fn(&mut Fields) -> &mut Vec<Field>, value: Option<String>, rule| {
        let value = value.map(|v| tidy(&v)).filter(|v| !v.is_empty());
        list(&mut raw.fields).extend(value.map(|value| Field { value, rule }));
    };
    put(|f| &mut f.url, location.filter(|l| l.starts_with("http")), "mail.content-location");
    put(|f| &mut f.title, message.subject().map(str::to_owned), "mail.subject");
    put(|f| &mut f.seen, message.date().map(mail_parser::DateTime::to_rfc3339), "mail.date");
    if let Some(limit) = cut {
        raw.notices.push(plain::cut_notice(&Place::default(), limit));
    }
    Some(raw)
}

/// The page of a message and its text.
fn written(message: &Message<'_>) -> (String, String) {
    let parts = |ids: &[mail_parser::MessagePartId]| {
        ids.iter().take(PARTS).filter_map(|id| message.parts.get(*id as usize)).collect::<Vec<_>>()
    };
    let (mut page, mut text) = (String::new(), String::new());
    for part in parts(&message.html_body) {
        if let PartType::Html(h) = &part.body {
            page.push_str(&letters::text_of(message, part, h));
        }
    }
    for part in parts(&message.text_body) {
        if let PartType::Text(t) = &part.body {
            text.push_str(&letters::text_of(message, part, t));
            text.push('\n');
        }
    }
    (page, text)
}

/// The HTML of a message when it has any, else its text.
fn body(page: &str, text: &str, options: &Options) -> RawDocument {
    let chosen = if page.is_empty() { text } else { page };
    let (bytes, cut) = plain::capped(chosen.as_bytes(), options.document_bytes);
    let chosen = String::from_utf8_lossy(bytes);
    let mut raw = if page.is_empty() { plain::read(chosen.into_owned()) } else { html::read(&chosen) };
    // What a newsletter's page states about itself is that of its template.
    raw.fields = Fields::default();
    if page.is_empty()
        && let Some(from) = letters::signature(&raw.text)
    {
        let span = Span::new(from, raw.text.trim_end().len());
        raw.hints.push(Hint { span, kind: LineKind::Notice, rule: "mail.signature" });
    }
    if let Some(limit) = cut {
        raw.notices.push(plain::cut_notice(&Place::default(), limit));
    }
    raw
}

/// The rule of the sender of a message that goes to a list.
pub(crate) const FROM_LIST: &str = "mail.list.from";

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
    // What goes to a list is sent by whoever runs it; a byline inside knows better.
    let listed = ["List-Unsubscribe", "List-Id"].iter().any(|name| message.header_raw(*name).is_some());
    let rule = if listed { FROM_LIST } else { "mail.from" };
    let named = from.and_then(mail_parser::Addr::name).unwrap_or_default();
    let (person, paper) = letters::author_and_paper(named).unzip();
    put(|f| &mut f.author, person.or_else(|| from.and_then(|a| a.name().or(a.address()))), rule);
    // A date in another form than that of mail may still be one.
    let date = message.date().filter(|d| d.is_valid()).map(mail_parser::DateTime::to_rfc3339);
    let date = date.or_else(|| message.header_raw("Date").map(|d| d.trim().to_owned()));
    put(|f| &mut f.published, date.as_deref(), "mail.date");
    put(|f| &mut f.identifier, message.message_id(), "mail.message-id");
    outlet(&mut f, paper.unwrap_or(named), "mail.from");
    f
}

/// The outlet that a sender's name is; an address of mail is none.
fn outlet(f: &mut Fields, name: &str, rule: &'static str) {
    if name.contains('@') {
        return;
    }
    for (role, value) in typed::stated(Role::Source, name) {
        put(f, role, &value, rule);
    }
}

fn rules(role: Role) -> &'static str {
    if role == Role::Title { "mail.subject" } else { "mail.header" }
}

/// The messages of an mbox file, one at a time.
fn mailbox(place: &Place, reader: &mut dyn BufRead, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let limit = options.container_bytes;
    let mut open = Open { place, options, number: 0, bytes: Vec::new(), long: false };
    let mut line = Vec::new();
    // A line that begins a message when what follows it is the head of one.
    let mut candidate: Option<Vec<u8>> = None;
    let mut blank = true;
    loop {
        let found = match lines::next(reader, &mut line, limit) {
            Ok(found) => found,
            Err(e) => {
                sink(Item::Notice(unreadable(place, &e)))?;
                lines::Found::End
            }
        };
        if let Some(first) = candidate.take() {
            if open.number == 0 || found != lines::Found::TooLong && is_header(&line) {
                open.give(sink)?;
                open.number += 1;
            } else {
                open.take(&first);
            }
        }
        match found {
            lines::Found::End => return open.give(sink),
            lines::Found::TooLong => open.long = true,
            lines::Found::Line if blank && is_parting(&line) => candidate = Some(line.clone()),
            lines::Found::Line => open.take(&line),
        }
        blank = line.is_empty();
    }
}

/// The message of a mailbox that is being read.
struct Open<'o> {
    place: &'o Place,
    options: &'o Options,
    /// From 1; 0 before the first.
    number: usize,
    bytes: Vec<u8>,
    /// True when it is longer than what is read of one.
    long: bool,
}

impl Open<'_> {
    fn take(&mut self, line: &[u8]) {
        self.long |= self.bytes.len() + line.len() > self.options.container_bytes;
        if !self.long {
            // “>From ” at the start of a line is how mailboxes write “From ”.
            let quoted = line.iter().take_while(|&&b| b == b'>').count();
            let quoted = quoted > 0 && line[quoted..].starts_with(b"From ");
            self.bytes.extend_from_slice(if quoted { &line[1..] } else { line });
            self.bytes.push(b'\n');
        }
    }

    fn give(&mut self, sink: &mut Sink<'_>) -> ControlFlow<()> {
        if self.number == 0 {
            return ControlFlow::Continue(());
        }
        let here = self.place.at(self.number);
        if self.long {
            let limit = self.options.container_bytes >> 20;
            sink(Item::Notice(Notice::warning(here.to_string(), msg::ingest_mail_cut(limit))))?;
        }
        message(&here, &self.bytes, self.options, sink)?;
        self.bytes.clear();
        self.long = false;
        ControlFlow::Continue(())
    }
}

/// True for a line that may part two messages: it has an address or an hour.
fn is_parting(line: &[u8]) -> bool {
    line.starts_with(b"From ") && line.iter().any(|b| b.is_ascii_digit() || *b == b'@')
}

/// True for a line that opens the head of a message.
fn is_header(line: &[u8]) -> bool {
    const OTHERS: [&[u8]; 12] = [
        b"date",
        b"cc",
        b"reply-to",
        b"sender",
        b"status",
        b"envelope-to",
        b"delivery-date",
        b"in-reply-to",
        b"references",
        b"user-agent",
        b"organization",
        b"precedence",
    ];
    const FAMILIES: [&[u8]; 8] =
        [b"x-", b"list-", b"arc-", b"dkim-", b"content-", b"resent-", b"authentication-", b"received-"];
    let Some(colon) = line.iter().position(|&b| b == b':') else { return false };
    let name = line[..colon].to_ascii_lowercase();
    let family = || name.iter().all(u8::is_ascii_graphic) && FAMILIES.iter().any(|f| name.starts_with(f));
    NAMES.contains(&name.as_slice()) || OTHERS.contains(&name.as_slice()) || family()
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
    fn a_forwarded_message_claims_what_the_inner_one_does_and_keeps_the_note() {
        let mail = "From: Ana Roz <ana@x.example>\nTo: desk@x.example\nSubject: TR: Le pont\nDate: Sat, 9 Mar 2024 09:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nPour dix heures.\n\n-----Message d'origine-----\nDe : Le Quai <l@quai.example>\nEnvoyé : mardi 5 mars 2024 08:00\nÀ : Ana Roz\nObjet : Le pont est fermé\n\n> Le conseil de Gorzé a voté mardi la fermeture du pont, que des experts jugent dangereux depuis un an.\n>\n> Les travaux doivent durer dix-huit mois et coûter quatre millions d'euros à la commune.\n";
        let got = read(&Place::file("a.eml"), mail.as_bytes());
        let document = crate::clean::clean(got.documents[0].clone());
        let m = &document.meta;
        assert_eq!(m.title.value.as_deref(), Some("Le pont est fermé"));
        assert_eq!(m.source.value.as_deref(), Some("Le Quai"));
        assert_eq!(m.published.value, jiff::civil::Date::new(2024, 3, 5).ok());
        let kind =
            |words: &str| document.lines.iter().find(|l| l.span.of(&document.text).contains(words)).map(|l| l.kind);
        assert_eq!(kind("Pour dix heures"), Some(crate::corpus::LineKind::Notice));
        assert_eq!(kind("Le conseil de Gorzé"), Some(crate::corpus::LineKind::Body));
        assert!(
            !document.text.contains("\n>")
                && document.notices.iter().any(|n| n.to_string().contains("Pour dix heures."))
        );
    }

    #[test]
    fn a_page_saved_as_a_message_claims_what_the_page_does() {
        let mail = "From: <Saved by Blink>\nSnapshot-Content-Location: https://quai.example/pont\nSubject: Le pont\nDate: Sat, 9 Mar 2024 09:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Location: https://quai.example/pont\n\n<html><head><meta property=\"og:site_name\" content=\"Le Quai\"><title>Le pont</title></head><body><article><h1>Le pont</h1><p>Le pont est fermé.</p></article></body></html>\n--b--\n";
        let got = read(&Place::file("a.mhtml"), mail.as_bytes());
        let f = &got.documents[0].fields;
        assert_eq!((f.source[0].value.as_str(), f.url[0].value.as_str()), ("Le Quai", "https://quai.example/pont"));
        assert_eq!((f.author.len(), f.published.len(), f.seen.len()), (0, 0, 1));
        assert_eq!(got.documents[0].format, crate::corpus::SourceFormat::Html);
    }

    #[test]
    fn a_line_of_a_text_that_begins_with_from_is_no_new_message() {
        let one = |n: u8| {
            format!(
                "From a@b Tue Mar  5 08:00:00 2024\nFrom: A <a@b>\nSubject: N{n}\n\nTexte {n}.\n\nFrom Paris to Gorzé, the line is closed.\n\nFin.\n\n"
            )
        };
        let got = read(&Place::file("box"), (one(1) + &one(2)).as_bytes());
        let texts: Vec<_> = got.documents.iter().map(|d| d.text.trim().to_owned()).collect();
        let expected = |n: u8| format!("N{n}\n\nTexte {n}.\n\nFrom Paris to Gorzé, the line is closed.\n\nFin.");
        assert_eq!(texts, [expected(1), expected(2)]);
    }

    #[test]
    fn a_message_attached_to_a_note_makes_the_claims() {
        let mail = "From: Ana Roz <ana@x.example>\nSubject: Fwd: Le pont\nDate: Sat, 9 Mar 2024 09:00:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nA lire.\n--b\nContent-Type: message/rfc822\n\nFrom: Le Quai <l@quai.example>\nSubject: Le pont\nDate: Tue, 5 Mar 2024 08:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nLe pont est fermé depuis mardi.\n--b--\n";
        let got = read(&Place::file("a.eml"), mail.as_bytes());
        let d = &got.documents[0];
        assert_eq!(d.text.trim(), "Le pont\n\nLe pont est fermé depuis mardi.");
        assert_eq!((d.fields.source[0].value.as_str(), &d.fields.published[0].value[..10]), ("Le Quai", "2024-03-05"));
        assert!(d.notices.iter().any(|n| n.to_string().contains("A lire.")), "{:?}", d.notices);
    }

    #[test]
    fn a_line_with_neither_address_nor_hour_parts_no_messages() {
        let text =
            "From a@b Tue Mar  5 08:00:00 2024\nFrom: A <a@b>\nSubject: N\n\nUn.\n\nFrom bad to worse\nTo: be seen\n";
        let got = read(&Place::file("box"), text.as_bytes());
        assert_eq!(got.documents.len(), 1);
        assert!(got.documents[0].text.contains("From bad to worse\nTo: be seen"));
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
