//! Subtitles (SRT, WebVTT): what is said, joined from the pieces that a picture shows to
//! paragraphs; the file as it stands is its raw view.

use super::format::{FileHead, Single};
use super::html::inline::inline_text;
use super::plain;
use super::raw::{Options, RawDocument};
use crate::corpus::SourceFormat;
use crate::notice::Notice;
use crate::text::ending::is_closed;
use crate::text::sanitise::sanitise;
use crate::words::msg;

/// Subtitles as a format of files.
pub(super) const TEXT: Single = Single { source: SourceFormat::Plain, recognise: is_subtitles, declares: false, read };

/// The sign between the two moments of a piece.
const ARROW: &str = "-->";
/// Seconds of silence behind which a paragraph ends with its sentence, and letters after
/// which it ends with the next.
const SILENCE: f64 = 2.0;
const LONG: usize = 500;

fn is_subtitles(head: &FileHead<'_>) -> bool {
    if head.text.starts_with(b"WEBVTT") {
        return true;
    }
    let mut lines = head.text.split(|&b| b == b'\n').map(<[u8]>::trim_ascii);
    let numbered = lines.next().is_some_and(|l| !l.is_empty() && l.iter().all(u8::is_ascii_digit));
    numbered && lines.next().and_then(|l| std::str::from_utf8(l).ok()).is_some_and(|l| moments(l).is_some())
}

/// When a piece is shown, in seconds: `00:00:01,000 --> 00:00:04,200`.
fn moments(line: &str) -> Option<(f64, f64)> {
    let (from, until) = line.split_once(ARROW)?;
    Some((seconds(from)?, seconds(until.split_whitespace().next()?)?))
}

fn seconds(clock: &str) -> Option<f64> {
    let clock = clock.trim().replace(',', ".");
    let parts: Vec<f64> = clock.split(':').map(|p| p.parse().ok()).collect::<Option<_>>()?;
    (2..=3).contains(&parts.len()).then(|| parts.iter().fold(0.0, |all, part| all * 60.0 + part))
}

fn read(text: String, _: &Options) -> RawDocument {
    let mut joined = Joined::default();
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        let Some((from, until)) = moments(line) else { continue };
        let silence = from - std::mem::replace(&mut joined.until, until);
        let mut shown = Vec::new();
        while let Some(line) = lines.next_if(|l| !l.is_empty() && moments(l).is_none()) {
            shown.push(line);
        }
        joined.piece(&shown, silence);
    }
    joined.end();
    let (came, _) = sanitise(text);
    let mut raw = plain::read(joined.text);
    raw.original = Some(came);
    raw.notices.push(Notice::info("", msg::INGEST_SUBTITLES));
    raw
}

/// What was joined.
#[derive(Default)]
struct Joined {
    text: String,
    paragraph: String,
    /// When the last piece ended.
    until: f64,
    /// The lines of the last piece: some programs show them again in the next.
    last: Vec<String>,
    speaker: String,
}

impl Joined {
    fn piece(&mut self, shown: &[&str], silence: f64) {
        let mut lines = Vec::new();
        for line in shown {
            let speaker = line.split_once("<v").and_then(|(_, rest)| rest.split_once('>')).map(|(name, _)| name);
            let name = speaker.and_then(|name| name.split_once(' ')).map(|(_, name)| name.trim().to_owned());
            let turns = name.as_ref().is_some_and(|name| *name != self.speaker) || line.starts_with(['-', '–']);
            let words = inline_text(&without_places(line));
            if words.is_empty() || self.last.contains(&words) {
                lines.push(words);
                continue;
            }
            let ended = is_closed(&self.paragraph);
            if turns || ended && (silence >= SILENCE || self.paragraph.len() >= LONG) {
                self.end();
            }
            if let Some(name) = name.filter(|_| turns) {
                self.paragraph.push_str(&format!("{name}\u{a0}: "));
                self.speaker = name;
            }
            if !self.paragraph.is_empty() && !self.paragraph.ends_with([' ', '\u{a0}']) {
                self.paragraph.push(' ');
            }
            self.paragraph.push_str(&words);
            lines.push(words);
        }
        self.last = lines;
    }

    fn end(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.is_empty() {
            self.text.push_str(if self.text.is_empty() { "" } else { "\n\n" });
            self.text.push_str(&paragraph);
        }
    }
}

/// A line without the codes that say where it is shown: `{\an8}Le bac`.
fn without_places(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, code)) = rest.split_once("{\\") {
        out.push_str(before);
        rest = code.split_once('}').map_or("", |(_, rest)| rest);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use crate::corpus::Place;
    use crate::ingest::read;

    fn text(name: &str, file: &str) -> String {
        read(&Place::file(name), file.as_bytes()).documents.remove(0).text
    }

    #[test]
    fn pieces_are_joined_to_paragraphs() {
        let srt = "1\n00:00:01,000 --> 00:00:04,200\nLe bac de Brume passera\ntoutes les heures\n\n2\n00:00:04,300 --> 00:00:08,000\n{\\an8}à partir de <i>lundi</i>.\n\n3\n00:00:12,000 --> 00:00:15,000\nUn pilote est venu.\n";
        assert_eq!(
            text("a.srt", srt),
            "Le bac de Brume passera toutes les heures à partir de lundi.\n\nUn pilote est venu."
        );
    }

    #[test]
    fn lines_that_are_shown_again_and_notes_are_left_out_and_speakers_are_named() {
        let vtt = "WEBVTT\nLanguage: fr\n\nNOTE à relire\n\n00:01.000 --> 00:02.000 position:0%\n<v Ana Roz>Le bac passera\n\n00:02.000 --> 00:03.000\n<v Ana Roz>Le bac passera\ntoutes les heures.\n\n00:03.000 --> 00:04.000\n<v Léo Kim>Enfin !\n";
        assert_eq!(text("a.vtt", vtt), "Ana Roz\u{a0}: Le bac passera toutes les heures.\n\nLéo Kim\u{a0}: Enfin !");
    }

    #[test]
    fn a_text_with_an_arrow_is_a_text() {
        assert!(text("a.txt", "12\nBrume --> Orlach : une heure.\n").contains("-->"));
    }
}
