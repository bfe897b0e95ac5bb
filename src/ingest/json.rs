//! JSON and JSON Lines: each record is a document.
//!
//! Knows JSON; what the fields mean is told by the [`super::Mapping`].

pub(super) mod forgiving;
mod ghost;
mod order;
mod record;
mod traffic;
pub(super) mod value;

pub(super) use value::cell;

use super::assemble::Complaints;
use super::format::{FileFormat, FileHead, ReadAs};
use super::raw::{Extent, Item, Options, RawDocument, Sink, unreadable};
use super::{encoding, lines, plain};
use crate::corpus::{Place, SourceFormat};
use crate::notice::{Notice, Severity};
use crate::words::{Plain, msg};
use forgiving::Forgiving;
use record::{Around, record};
use serde::de::{DeserializeSeed, SeqAccess, Visitor};
use serde_json::Value;
use std::io::{self, BufRead};
use std::ops::ControlFlow;

/// JSON Lines.
pub(super) const LINES: FileFormat =
    FileFormat { source: SourceFormat::JsonLines, recognise: is_lines, read: ReadAs::Records(lines) };

/// JSON.
pub(super) const WHOLE: FileFormat = FileFormat {
    source: SourceFormat::Json,
    recognise: is_json,
    read: ReadAs::Records(|place, reader, options, _, sink| whole(place, reader, options, sink)),
};

fn is_json(head: &FileHead<'_>) -> bool {
    let Some(first @ (b'{' | b'[')) = head.text.first() else { return false };
    let inside = head.text[1..].trim_ascii_start().first();
    let looks = match inside {
        Some(b'"' | b'}') => *first == b'{',
        Some(b'{') => *first == b'[',
        _ => false,
    };
    looks || head.is_named(&["json", "geojson"]) || is_named_lines(head)
}

/// The ends of names of files that are an article a line.
pub const NAMES_OF_LINES: &[&str] = &["jsonl", "ndjson", "jsonlines"];

fn is_named_lines(head: &FileHead<'_>) -> bool {
    head.is_named(NAMES_OF_LINES)
}

fn is_lines(head: &FileHead<'_>) -> bool {
    if !is_json(head) {
        return false;
    }
    let text = head.text;
    let object = text[0] == b'{';
    let line_end = memchr::memchr(b'\n', text);
    let first = text[..line_end.unwrap_or(text.len())].trim_ascii_end();
    let whole_line = || first.ends_with(b"}") && serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok();
    let more = line_end.is_some_and(|i| !text[i..].trim_ascii().is_empty());
    is_named_lines(head) || (object && line_end.is_none() && text.len() > 32 * 1024) || (object && more && whole_line())
}

/// One record per line; the place of a document is its line number. With
/// `exact`, the reader gives the bytes of the file as they are.
fn lines(
    place: &Place,
    reader: &mut dyn BufRead,
    options: &Options,
    exact: bool,
    sink: &mut Sink<'_>,
) -> ControlFlow<()> {
    let mut complaints = Complaints::new(place, msg::ingest_more_lines);
    let months = order::month_first(reader.fill_buf().unwrap_or_default(), &options.mapping);
    let mut buffer = Vec::new();
    let mut reader = lines::Counted::new(reader);
    for number in 1_usize.. {
        let here = place.at(number);
        let start = reader.count;
        match lines::next(&mut reader, &mut buffer, options.container_bytes) {
            Ok(lines::Found::End) => break,
            Ok(lines::Found::TooLong) => {
                let limit = options.container_bytes >> 20;
                let sentence = msg::ingest_line_long(number.to_string(), limit);
                complaints.say(Notice::error(here.to_string(), sentence), sink)?;
            }
            Ok(lines::Found::Line) => {
                let mut items = line(&here, &buffer, number, options);
                // Only a line of one document can be read again by itself.
                if let [Item::Document(raw)] = items.as_mut_slice() {
                    raw.extent = exact.then_some(Extent { start, len: reader.count - start });
                }
                for item in items.iter_mut().filter(|_| months) {
                    if let Item::Document(raw) = item
                        && order::turn(raw)
                    {
                        // By itself the line says another day.
                        raw.extent = None;
                    }
                }
                for item in items {
                    match item {
                        Item::Notice(notice) => complaints.say(notice, sink)?,
                        document => sink(document)?,
                    }
                }
            }
            Err(e) => {
                sink(Item::Notice(unreadable(place, &e)))?;
                break;
            }
        }
    }
    complaints.finish(sink)
}

/// A line read again, by the bytes of its extent.
pub(super) fn line_again(place: &Place, bytes: &[u8], options: &Options) -> Option<Item> {
    let number = place.entry.as_deref()?.rsplit('#').next()?.parse().ok()?;
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    line(place, bytes.strip_suffix(b"\r").unwrap_or(bytes), number, options).pop()
}

/// What one line holds: a record, hardly ever a list of them.
fn line(place: &Place, bytes: &[u8], number: usize, options: &Options) -> Vec<Item> {
    let bytes = if number == 1 { bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes) } else { bytes };
    if bytes.trim_ascii().is_empty() {
        return Vec::new();
    }
    let mut notices = Vec::new();
    let text = match std::str::from_utf8(bytes) {
        Ok(s) => std::borrow::Cow::Borrowed(s),
        Err(_) => {
            let decoded = encoding::decode(bytes, None);
            notices.extend(decoded.said.into_iter().map(|s| Notice::warning(place.to_string(), s)));
            decoded.text.into()
        }
    };
    let value = match parse(&text, place, &mut notices) {
        Ok(value) => value,
        Err(e) => {
            let sentence = msg::ingest_line_broken(number.to_string(), fault(&e), e.column().to_string());
            return vec![Item::Notice(Notice::error(place.to_string(), sentence))];
        }
    };
    let mut items = Vec::new();
    let mut take = |value: &Value, around: &Around| {
        items.push(record(value, place.clone(), around, options));
        ControlFlow::Continue(())
    };
    let _ = record::each(&value, &options.mapping, &mut take);
    if items.is_empty() {
        items.push(record(&value, place.clone(), &Around::default(), options));
    }
    let several = items.len() > 1;
    let items = items.into_iter().enumerate().map(|(i, record)| match record {
        Ok(raw) => {
            let place = if several { place.at(i + 1) } else { raw.place };
            let notices = if i == 0 { std::mem::take(&mut notices) } else { Vec::new() };
            let notices = [notices, raw.notices].concat();
            Item::Document(Box::new(RawDocument { place, notices, ..raw }))
        }
        Err(notice) => Item::Notice(notice),
    });
    items.collect()
}

/// What is wrong where JSON ends to be JSON: the words of the library are English.
fn fault(e: &serde_json::Error) -> Plain {
    if e.is_eof() { msg::INGEST_JSON_ENDS } else { msg::INGEST_JSON_FAULT }
}

/// Parses one value; half surrogate pairs, which strict JSON forbids and
/// scrapers write, become U+FFFD.
fn parse(text: &str, place: &Place, notices: &mut Vec<Notice>) -> Result<Value, serde_json::Error> {
    match serde_json::from_str(text) {
        Err(e) if text.contains("\\ud") || text.contains("\\uD") => {
            let value = serde_json::from_str(&without_lone_surrogates(text)).map_err(|_| e)?;
            notices.push(Notice::warning(place.to_string(), msg::INGEST_SURROGATE));
            Ok(value)
        }
        Err(e) => {
            let (mended, count) = forgiving::forgiven(text);
            let value = serde_json::from_str(&mended).ok().filter(|_| count > 0).ok_or(e)?;
            notices.push(Notice::warning(place.to_string(), msg::ingest_json_mended(count)));
            Ok(value)
        }
        other => other,
    }
}

fn without_lone_surrogates(text: &str) -> String {
    let unit =
        |s: &str| s.get(..2).filter(|h| *h == "\\u").and(s.get(2..6)).and_then(|h| u16::from_str_radix(h, 16).ok());
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(i) = rest.find('\\') {
        out.push_str(&rest[..i]);
        rest = &rest[i..];
        let take = match unit(rest) {
            Some(0xd800..=0xdbff) if rest.get(6..).and_then(unit).is_some_and(|u| (0xdc00..=0xdfff).contains(&u)) => 12,
            Some(0xd800..=0xdfff) => {
                out.push_str("\\ufffd");
                rest = &rest[6..];
                continue;
            }
            Some(_) => 6,
            // An escaped character of any length.
            None => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&rest[..take]);
        rest = &rest[take..];
    }
    out.push_str(rest);
    out
}

/// One value, an array of records, or several values one after the other.
fn whole(place: &Place, reader: &mut dyn BufRead, options: &Options, sink: &mut Sink<'_>) -> ControlFlow<()> {
    let months = order::month_first(reader.fill_buf().unwrap_or_default(), &options.mapping);
    let mut state = Whole {
        months,
        place,
        options,
        sink,
        complaints: Complaints::new(place, msg::ingest_more_records),
        number: 0,
        read: 0,
    };
    // White space and the mark before the first value decide about streaming.
    let first = loop {
        let have = reader.fill_buf().unwrap_or_default();
        let skip = have.iter().take_while(|b| b.is_ascii_whitespace() || matches!(b, 0xef | 0xbb | 0xbf)).count();
        if skip == 0 {
            break have.first().copied();
        }
        reader.consume(skip);
    };
    // What is no UTF-8 is decoded as a whole.
    let readable = match std::str::from_utf8(reader.fill_buf().unwrap_or_default()) {
        Ok(_) => true,
        Err(e) => e.error_len().is_none(),
    };
    let flow = if first == Some(b'[') && readable { state.array(reader) } else { state.values(reader) };
    flow?;
    let Whole { complaints, sink, .. } = state;
    complaints.finish(sink)
}

struct Whole<'a, 's> {
    /// Its dates in digits have the month first.
    months: bool,
    place: &'a Place,
    options: &'a Options,
    sink: &'a mut Sink<'s>,
    complaints: Complaints,
    /// Record that is being read, from 1.
    number: usize,
    /// Documents given.
    read: usize,
}

impl Whole<'_, '_> {
    /// Streams the records of one array.
    fn array(&mut self, reader: &mut dyn BufRead) -> ControlFlow<()> {
        let mut flow = ControlFlow::Continue(());
        let mut forgiving = Forgiving::new(reader);
        let mut deserializer = serde_json::Deserializer::from_reader(io::BufReader::new(&mut forgiving));
        let outcome = Records { whole: self, flow: &mut flow }.deserialize(&mut deserializer);
        flow?;
        self.mended(forgiving.mended)?;
        match outcome {
            Ok(()) => ControlFlow::Continue(()),
            Err(e) => self.broken(&e),
        }
    }

    /// Reads values until the end; a file of one object has one.
    fn values(&mut self, reader: &mut dyn BufRead) -> ControlFlow<()> {
        use std::io::Read;
        let mut bytes = Vec::new();
        let limit = self.options.container_bytes;
        if let Err(e) = reader.take(limit as u64 + 1).read_to_end(&mut bytes) {
            (self.sink)(Item::Notice(unreadable(self.place, &e)))?;
        }
        if bytes.len() > limit {
            let sentence = msg::ingest_json_long(limit >> 20);
            return (self.sink)(Item::Notice(Notice::error(self.place.to_string(), sentence)));
        }
        let decoded = encoding::decode(&bytes, None);
        for s in decoded.said {
            let severity = if decoded.doubtful { Severity::Warning } else { Severity::Info };
            (self.sink)(Item::Notice(Notice::new(severity, self.place.to_string(), s)))?;
        }
        let text = without_lone_surrogates(&decoded.text);
        match self.each_value(&text)? {
            None => ControlFlow::Continue(()),
            Some(e) if self.read > 0 => self.broken(&e),
            Some(e) => self.faulty(text, &e),
        }
    }

    /// Takes the values of a text up to the first fault, which is given back.
    fn each_value(&mut self, text: &str) -> ControlFlow<(), Option<serde_json::Error>> {
        for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
            match value {
                Ok(value) => self.value(&value, true)?,
                Err(e) => return ControlFlow::Continue(Some(e)),
            }
        }
        ControlFlow::Continue(None)
    }

    /// Reads a text in which nothing could be read: what is wrong in it is put
    /// right, what breaks off ends behind the last record that is whole.
    fn faulty(&mut self, text: String, e: &serde_json::Error) -> ControlFlow<()> {
        let is_json = |text: &str| {
            let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
            values.all(|v| v.is_ok())
        };
        let (mended, count) = forgiving::forgiven(&text);
        if count > 0 && is_json(&mended) {
            self.each_value(&mended)?;
            return self.mended(count);
        }
        if let Some(closed) = forgiving::closed(&mended).filter(|closed| is_json(closed)) {
            self.each_value(&closed)?;
            return self.broken(e);
        }
        if self.named_json() {
            return self.broken(e);
        }
        // Braces at the start of a text dump.
        let reason = msg::ingest_json_not(e.line().to_string());
        let mut raw = plain::read(text);
        raw.place = self.place.clone();
        raw.notices.push(Notice::warning(self.place.to_string(), reason));
        (self.sink)(Item::Document(Box::new(raw)))
    }

    /// Says how many faults were put right.
    fn mended(&mut self, count: usize) -> ControlFlow<()> {
        if count == 0 {
            return ControlFlow::Continue(());
        }
        (self.sink)(Item::Notice(Notice::warning(self.place.to_string(), msg::ingest_json_mended(count))))
    }

    fn named_json(&self) -> bool {
        self.place.path.to_ascii_lowercase().contains(".json")
    }

    fn broken(&mut self, e: &serde_json::Error) -> ControlFlow<()> {
        let (line, column) = (e.line().to_string(), e.column().to_string());
        let place = msg::ingest_json_place(fault(e), line, column);
        let sentence = msg::ingest_json_broken(self.read, place);
        self.complaints.say(Notice::error(self.place.to_string(), sentence), self.sink)
    }

    /// A value of the file, the only one or one of several.
    fn value(&mut self, value: &Value, alone: bool) -> ControlFlow<()> {
        let options = self.options;
        if let Some(entries) = traffic::entries(value) {
            for page in entries.iter().filter_map(|entry| traffic::page(entry, options)) {
                self.number += 1;
                self.read += 1;
                let place = self.place.at(self.number);
                (self.sink)(Item::Document(Box::new(RawDocument { place, ..page })))?;
            }
            return ControlFlow::Continue(());
        }
        let alone = alone && self.number == 0 && value.is_object() && !record::is_list(value, &options.mapping);
        record::each(value, &options.mapping, &mut |value, around| {
            self.number += 1;
            let here = if alone { self.place.clone() } else { self.place.at(self.number) };
            match record(value, here, around, options) {
                Ok(mut raw) => {
                    self.read += 1;
                    if self.months {
                        order::turn(&mut raw);
                    }
                    (self.sink)(Item::Document(Box::new(raw)))
                }
                Err(notice) => self.complaints.say(notice, self.sink),
            }
        })
    }
}

/// The elements of an array, one at a time.
struct Records<'a, 'b, 's> {
    whole: &'a mut Whole<'b, 's>,
    flow: &'a mut ControlFlow<()>,
}

impl<'de> DeserializeSeed<'de> for Records<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, d: D) -> Result<(), D::Error> {
        d.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Records<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(value) = seq.next_element::<Value>()? {
            *self.flow = self.whole.value(&value, false);
            if self.flow.is_break() {
                return Err(serde::de::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::{LineKind, Place};
    use crate::ingest::{Options, read, read_with};

    #[test]
    fn records_become_documents_that_open_with_their_title() {
        let got = read(
            &Place::file("a.jsonl"),
            b"{\"title\":\"Pont\",\"outlet\":\"Le Quai\",\"date\":\"2024-03-02\",\"url\":\"https://q.example/1\",\"text\":\"Un.\\nDeux.\"}\n\n{\"headline\":\"B\",\"body\":[\"x\",\"y\"],\"author\":{\"name\":\"Ana\"}}\n",
        );
        let d = &got.documents[0];
        assert_eq!(d.text, "Pont\n\nUn.\nDeux.");
        assert_eq!((d.hints[0].kind, d.hints[0].span.of(&d.text)), (LineKind::Title, "Pont"));
        assert_eq!(d.fields.source[0].value, "Le Quai");
        let d = &got.documents[1];
        assert_eq!((d.text.as_str(), d.place.entry.as_deref()), ("B\n\nx\n\ny", Some("3")));
        assert_eq!(d.fields.author[0].value, "Ana");
    }

    #[test]
    fn bad_lines_are_said_with_their_number_and_the_rest_is_read() {
        let mut file = "{\"title\":\"A\",\"text\":\"a\"}\n".to_owned();
        file += &"{broken\n".repeat(100);
        file += "[]\n42\n";
        file += &format!("{}\n", "[".repeat(100_000));
        file += "{\"title\":\"T \\ud800\",\"text\":\"b\"}\n{\"x\":1}";
        let got = read(&Place::file("a.jsonl"), file.as_bytes());
        assert_eq!(got.documents.len(), 2);
        assert!(got.documents[1].text.starts_with("T \u{fffd}"));
        assert!(got.notices[0].sentence.to_string().starts_with("line 2 is no JSON"), "{:?}", got.notices[0]);
        assert_eq!(got.notices.len(), 21, "the rest is counted");
    }

    #[test]
    fn an_array_and_a_wrapped_list_are_many_documents() {
        for file in [
            "[{\"title\":\"A\",\"text\":\"un\"},{\"title\":\"B\",\"text\":\"deux\"}]",
            "{\"status\":\"ok\",\"articles\":[{\"title\":\"A\",\"content\":\"un\"},{\"title\":\"B\",\"content\":\"deux\"}]}",
            "{\n\"title\":\"A\",\"text\":\"un\"}\n{\n\"title\":\"B\",\"text\":\"deux\"}",
        ] {
            let got = read(&Place::file("a.json"), file.as_bytes());
            let texts: Vec<_> = got.documents.iter().map(|d| d.text.as_str()).collect();
            assert_eq!(texts, ["A\n\nun", "B\n\ndeux"], "{file}: {:?}", got.notices);
        }
    }

    #[test]
    fn a_long_text_is_cut_at_the_limit_and_said() {
        let options = Options { document_bytes: 1000, ..Options::default() };
        let file = format!("{{\"title\":\"A\",\"text\":\"{}\"}}", "é".repeat(900));
        let got = read_with(&Place::file("a.json"), file.as_bytes(), &options);
        let d = &got.documents[0];
        assert!(d.text.len() <= 1003 && d.notices[0].to_string().contains("limit"), "{:?}", d.notices);
    }

    #[test]
    fn html_in_a_field_is_read_as_html() {
        let got = read(&Place::file("a.json"), b"{\"title\":\"A\",\"content\":\"<p>Un &amp; deux.</p><p>Trois.</p>\"}");
        assert_eq!(got.documents[0].text, "A\n\nUn & deux.\n\nTrois.");
    }

    #[test]
    fn a_dump_that_opens_with_a_brace_is_a_text() {
        let got = read(&Place::file("a.txt"), "{\"x\" dit-il} Le pont est fermé.\nSuite.".as_bytes());
        assert_eq!(got.documents.len(), 1);
        assert!(got.documents[0].text.contains("Le pont"), "{:?}", got.notices);
    }
}
