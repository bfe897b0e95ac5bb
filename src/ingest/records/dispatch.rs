//! Dispatches of agencies as terminals, desks and mails show them, in plain text: lines
//! that machines wrote above the headline and below the text, and a place with the
//! agency in brackets at its beginning.

use super::draft::{Draft, Export};
use super::layout::{COLUMN, Line, blocks};
use crate::corpus::LineKind;
use crate::corpus::date::find_dates;
use crate::ingest::desk_lines::is_desk_signature;
use crate::ingest::desk_words::{DeskWord, desk_words};
use crate::ingest::mapping::Role;
use crate::ingest::people::{is_agency, is_person};
use crate::text::{Span, fold};

/// Cheap signs without which no text is looked at: the agency in brackets before a sign.
pub(super) fn has_signs(text: &[u8]) -> bool {
    let look = &text[..text.len().min(LOOK)];
    let dashed = [&b") -"[..], b") =", b").-", b") \xe2\x80\x93", b") \xe2\x80\x94"];
    dashed.iter().any(|s| memchr::memmem::find(look, s).is_some()) || opens_with_codes(look)
}

/// True for a text whose first line are the codes of a machine.
fn opens_with_codes(text: &[u8]) -> bool {
    let line = text.trim_ascii_start().split(|&b| b == b'\n').next().unwrap_or_default();
    std::str::from_utf8(line).is_ok_and(is_codes)
}

/// Bytes among which the text begins.
const LOOK: usize = 4096;
/// Lines above the text.
const ABOVE: usize = 16;
/// Letters of a place, a day and the agency at the head of the text; those of the name
/// of an agency.
const DATELINE: usize = 80;
const AGENCY: std::ops::RangeInclusive<usize> = 2..=14;
/// Bytes of the longest name of an agency in full.
const NAMED: usize = 40;
/// Words of the longest headline.
const TITLE: usize = 30;

/// The agency of a line that begins with a place and the agency in brackets:
/// `BERGEN, Nov 19 (Reuters) - `, `LIEGE 18/02 (BELGA) = `. Below a line of codes no sign has
/// to stand behind it: `Berne (ats) Le conseil`.
fn agency(text: &str, coded: bool) -> Option<&str> {
    // `(ANSA) - ROMA, 05 MAR - `: some agencies stand before the place.
    let open = text.find('(').filter(|at| (*at > 0 || coded) && *at <= DATELINE)?;
    let close = open + text[open..].find(')')?;
    let rest = text[close + 1..].trim_start();
    let parted = rest.starts_with(['-', '–', '—', '='])
        || rest.starts_with("_ ")
        || rest.starts_with(".-")
        || rest.starts_with(". -");
    let place = text[..open].split_whitespace().all(|w| !w.starts_with(char::is_lowercase));
    let opens = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '"' | '“'));
    let parted = parted || coded && open > 0 && place && opens && !is_codes(text);
    let name = text[open + 1..close].trim();
    let short =
        AGENCY.contains(&name.chars().count()) && name.chars().all(|c| c.is_alphabetic() || matches!(c, '/' | '-'));
    let fits =
        (short || name.len() <= NAMED && is_agency(name)) && text.starts_with(|c: char| c.is_uppercase() || c == '(');
    (parted && fits).then_some(name)
}

/// The day with its year between the place and the agency: `GORZÉ, 4 juin 2021 (AQX) -`.
fn dateline_day(text: &str) -> Option<&str> {
    let head = &text[..text.find('(').filter(|at| *at <= DATELINE)?];
    find_dates(head, Span::new(0, head.len())).iter().find(|d| d.full().is_some()).map(|d| d.span.of(head))
}

/// A mark of the desk or of a machine in a dispatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// It tells that a machine or a desk wrote the text: nobody else writes such lines.
    Sure,
    /// It may stand there.
    May,
}

/// The letters with which teleprinters begin and end what they send.
const START: &str = "ZCZC";
const END: &str = "NNNN";

/// True for a line of codes below such letters: `XCI83240_SXA_QBXB`, `R CRO S0A QBXB`.
fn is_routing(text: &str) -> bool {
    let coded = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '/' | ' ' | '-');
    text.chars().all(coded) && text.contains(|c: char| c.is_ascii_digit() || c == '_') && text.len() <= ROUTING
}

/// Bytes of the longest line of codes.
const ROUTING: usize = 40;

/// A line of codes: `bdt0214 3 wi 201  dpa 0877`, `BELGA(FR)  INTERIEUR  18/02/2026 16:47`.
fn is_codes(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let digits = |w: &&&str| w.bytes().any(|b| b.is_ascii_digit());
    let numbered = words.first().is_some_and(|w| {
        let letters = w.bytes().take_while(u8::is_ascii_alphabetic).count();
        (2..=4).contains(&letters) && w.len() - letters >= 3 && w.bytes().skip(letters).all(|b| b.is_ascii_digit())
    });
    let clock = words.last().is_some_and(|w| is_clock(w));
    let capitals = |w: &&str| w.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    // Teleprinters begin what they send by four letters.
    words.first() == Some(&START)
        || (3..=10).contains(&words.len())
            && (numbered && words.iter().filter(digits).count() >= 3 || clock && words.iter().all(capitals))
}

fn is_clock(word: &str) -> bool {
    let parts: Vec<&str> = word.split(':').collect();
    parts.len() >= 2 && parts.iter().all(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit()))
}

/// The moment of a line that begins with one, and the headline behind it:
/// `19-Nov-2025 14:32:05 - Norvik sinks`.
fn timed(text: &str) -> Option<(String, &str)> {
    let (moment, title) = text.split_once(" - ").or_else(|| text.split_once(" – "))?;
    let clock = moment.split_whitespace().any(is_clock);
    let full = |moment: &str| find_dates(moment, Span::new(0, moment.len())).iter().any(|d| d.full().is_some());
    // `19-Nov-2025` is a day when its parts stand alone.
    let apart = moment.replace('-', " ");
    let moment = [moment.trim(), apart.trim()].into_iter().find(|m| full(m))?;
    (clock && moment.len() <= 32 && !title.trim().is_empty()).then(|| (moment.to_owned(), title.trim()))
}

/// True for the line by which American desks know a dispatch: `BC-EU--Ferry,1st Ld-Writethru`.
fn is_cycle(text: &str) -> bool {
    let counted = text.rsplit_once(',').is_some_and(|(_, n)| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    ["BC-", "AM-", "PM-"].iter().any(|cycle| text.starts_with(cycle)) && (text.contains("--") || counted)
}

/// True for keywords between strokes or hyphens: `Agrar/Wetter/Brandenburg/`, `rhin-etiage`,
/// `Social-bac-Orlach`.
fn is_slug(text: &str) -> bool {
    let words = text.split_whitespace().count();
    text.ends_with('/') && text.matches('/').count() > 1
        || words == 1 && text.contains('-') && (!text.contains(char::is_uppercase) || text.matches('-').count() > 1)
}

/// True for the name that an agency is abbreviated from: its words begin with those letters.
fn is_abbreviated(name: &str, short: &str) -> bool {
    let capital = |word: &str| word.chars().next().filter(|c| c.is_uppercase());
    let initials: String = name.split([' ', '-']).filter_map(capital).collect();
    initials.len() > 1 && fold(&initials) == fold(short)
}

/// The names of a line that says who wrote it, and the agency where it is named in full:
/// `Von Ronja Tillmann, dpa =`, `By Ana Roz, Agence Quai Presse`.
fn byline<'t>(text: &'t str, agency: &str) -> Option<(&'t str, Option<&'t str>)> {
    let text = text.trim_end_matches(['=', ' ']);
    let words = ["By ", "BY ", "Par ", "PAR ", "Von ", "VON ", "Di ", "Por ", "De "];
    let rest = words.iter().find_map(|w| text.strip_prefix(w))?;
    let (names, full) = match rest.rsplit_once(',').map(|(names, beside)| (names, beside.trim())) {
        Some((names, beside)) if is_abbreviated(beside, agency) => (names, Some(beside)),
        Some((names, beside)) if !beside.contains(' ') => (names, None),
        _ => (rest, None),
    };
    let mut each = names.split([',', '/', '&']).flat_map(|n| n.split(" and ")).flat_map(|n| n.split(" et "));
    each.all(|n| n.split(" und ").all(|n| is_person(n.trim()))).then_some((names, full))
}

/// What a line is with which what stands below a dispatch begins.
fn ends(text: &str) -> Option<Mark> {
    let low = fold(text);
    let label = text.strip_prefix('#').and_then(|t| t.split_once(':')).map(|(name, _)| name.trim());
    let is_label = label.is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_uppercase() || c == ' ' || c == '_'));
    let notebook = text.starts_with('#') && desk_words(DeskWord::ForDesks).iter().any(|w| low.contains(w));
    let stars = text.len() >= 3 && text.chars().all(|c| matches!(c, '*' | ' ' | '-' | '_' | '='));
    match () {
        () if is_label || notebook || text.starts_with("((") => Some(Mark::Sure),
        () if low.starts_with("(reporting by") || low.starts_with("(writing by") || low.starts_with("(redaction") => {
            Some(Mark::Sure)
        }
        () if low.starts_with("(edite par") || low.starts_with("(avec ") && low.ends_with(')') => Some(Mark::May),
        () if low.starts_with("keywords:") || low.starts_with("(c) copyright") || low.starts_with("© ") => {
            Some(Mark::May)
        }
        () if sent(text).is_some() => Some(Mark::Sure),
        () if stars || text == "." || text == "--" => Some(Mark::May),
        () if is_signature(text) => Some(Mark::May),
        () => None,
    }
}

/// True for initials: `LDV/JBO/`, `ros/kim`, `dpa rot yybb n1 msi`.
fn is_signature(text: &str) -> bool {
    let coded = text
        .split_whitespace()
        .all(|w| w.len() <= 5 && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    is_desk_signature(text) || coded && text.split_whitespace().count() > 2
}

/// Words of the line in brackets in which an agency signs.
const CLOSING: usize = 5;

/// True for `(ARS/mf ba)`: the agency in brackets, with the initials of who wrote and read it.
fn is_closing(text: &str, agency: &str) -> bool {
    let inner = text.strip_prefix('(').and_then(|t| t.trim_end_matches('.').strip_suffix(')'));
    inner.is_some_and(|inner| {
        let folded = fold(inner);
        let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        words.clone().count() <= CLOSING && words.next() == Some(fold(agency).as_str())
    })
}

/// The moment of the line with which a dispatch ends: `281430 Mai 25`, `191432 GMT NOV 25`.
fn sent(text: &str) -> Option<String> {
    // `05-MAR-25 18:42 NNNN`
    if let Some(moment) = text.strip_suffix(END) {
        let parts: Vec<&str> = moment.trim().splitn(4, ['-', ' ']).collect();
        let [day, month, year, clock] = parts.as_slice() else { return None };
        let said = format!("{day} {} 20{year}", month.to_lowercase());
        let full = year.len() == 2 && find_dates(&said, Span::new(0, said.len())).iter().any(|d| d.full().is_some());
        return full.then(|| format!("{said} {}", clock.trim()));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if let [stamp, clock] = words.as_slice() {
        return american(stamp, clock);
    }
    if !(3..=4).contains(&words.len()) {
        return None;
    }
    let digits = |w: &str, n: usize| w.len() == n && w.bytes().all(|b| b.is_ascii_digit());
    let year = words.last().filter(|w| digits(w, 2) || digits(w, 4))?;
    let month = words[words.len() - 2];
    let moment = words.first().filter(|w| digits(w, 6))?;
    let century = if year.len() == 2 { "20" } else { "" };
    let month = month.to_lowercase();
    let said = format!("{} {month} {century}{year} {}:{}", &moment[..2], &moment[2..4], &moment[4..]);
    let day = &said[..said.len() - 6];
    find_dates(day, Span::new(0, day.len())).iter().any(|d| d.full().is_some()).then_some(said)
}

/// The moment of `AP-ES-03-12-24 0815EST`: the agency, the clocks, month, day and year.
fn american(stamp: &str, clock: &str) -> Option<String> {
    let parts: Vec<&str> = stamp.split('-').collect();
    let [agency, clocks, month, day, year] = parts.as_slice() else { return None };
    let capitals = |s: &str| (2..=4).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_uppercase());
    let two = |s: &&&str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
    let hour = clock.get(..4).filter(|h| h.bytes().all(|b| b.is_ascii_digit()))?;
    let fits = capitals(agency) && capitals(clocks) && [month, day, year].iter().all(two);
    fits.then(|| format!("20{year}-{month}-{day} {}:{}", &hour[..2], &hour[2..]))
}

/// The dispatch of a text.
pub(super) fn split(lines: &[Line]) -> Option<Export> {
    let marked = |l: &&Line| l.text.starts_with(FIELD);
    if lines.iter().filter(marked).count() < 2 {
        return one(lines);
    }
    let bare =
        |l: &Line| Line { text: l.text.trim_start_matches(FIELD).trim_end_matches('<').trim().into(), ..l.clone() };
    one(&lines.iter().map(bare).collect::<Vec<_>>())
}

/// What American wires put before each line above the text.
const FIELD: char = '^';

/// The dispatch of lines without such marks.
fn one(lines: &[Line]) -> Option<Export> {
    let filled: Vec<usize> = (0..lines.len()).filter(|&i| !lines[i].is_blank()).collect();
    let opens = filled.first().is_some_and(|&i| is_codes(&lines[i].text));
    let at = *filled.iter().take(ABOVE).find(|&&i| agency(&lines[i].text, opens).is_some())?;
    let named = agency(&lines[at].text, opens)?;
    let ended = |l: &Line| !l.is_blank() && (ends(&l.text).is_some() || is_closing(&l.text, named));
    let end = (at + 1..lines.len()).find(|&i| ended(&lines[i])).unwrap_or(lines.len());
    let (above, text, below) = (&lines[..at], &lines[at..end], &lines[end..]);
    let coded = above.iter().any(|l| is_codes(&l.text) || is_cycle(&l.text) || timed(&l.text).is_some());
    let dated = dateline_day(&lines[at].text);
    let last = below.iter().rfind(|l| !l.is_blank());
    let signed = dated.is_some() && last.is_some_and(|l| is_desk_signature(&l.text));
    let marked = signed || below.iter().any(|l| ends(&l.text) == Some(Mark::Sure));
    // A second dispatch below is one of its own; several are parted elsewhere.
    let several = below.iter().any(|l| agency(&l.text, false).is_some());
    let strange = |l: &Line| l.words() > TITLE + 10 || l.text.contains('@');
    if !(coded || marked) || several || above.iter().any(strange) {
        return None;
    }
    let mut draft = Draft::default();
    draft.state_ranked(Role::Source, 1, "dispatch.agency", named);
    head(above, named, &mut draft);
    let broken = text.iter().all(|l| l.text.chars().count() <= COLUMN);
    let paragraphs = if broken { blocks(text, |_| false) } else { text.to_vec() };
    paragraphs.iter().for_each(|p| draft.paragraph(&p.text));
    foot(below, &mut draft);
    if let Some(day) = dated.filter(|_| !draft.has(Role::Published)) {
        draft.state(Role::Published, "dispatch.dateline", day);
    }
    (draft.has_text() && draft.has(Role::Title)).then(|| Export { drafts: vec![draft], outside: 0 })
}

/// Reads what stands above the text.
fn head(above: &[Line], agency: &str, draft: &mut Draft) {
    // Where a sign ends the headline, what stands above it is by what words desks know the item.
    let closed = above.iter().position(|l| l.text.ends_with('=') && byline(&l.text, agency).is_none());
    let above = match closed {
        Some(at) if !above[..at].iter().any(|l| timed(&l.text).is_some()) => {
            let words = above[..at].iter().filter(|l| !l.is_blank() && !is_codes(&l.text));
            words.for_each(|line| draft.leave(&line.text));
            &above[at..]
        }
        _ => above,
    };
    let wired = above.iter().any(|l| l.text.starts_with(START));
    for line in above.iter().filter(|l| !l.is_blank()) {
        let text = line.text.as_str();
        if let Some((moment, title)) = timed(text) {
            draft.state(Role::Published, "dispatch.moment", &moment);
            draft.state(Role::Title, "dispatch.headline", title);
        } else if is_codes(text) {
            if let Some(day) = find_dates(text, Span::new(0, text.len())).iter().find(|d| d.full().is_some()) {
                draft.state(Role::Published, "dispatch.moment", &text[day.whole.start..]);
            }
            draft.leave(text);
        } else if wired && is_routing(text) {
            draft.leave(text);
        } else if let Some((names, full)) = byline(text, agency) {
            draft.state(Role::Author, "dispatch.byline", names);
            draft.state(Role::Source, "dispatch.byline", full.unwrap_or_default());
        } else if is_slug(text)
            || is_cycle(text)
            || is_number_of(text)
            || text.starts_with('(') && text.ends_with(')') && !text.contains(") ")
        {
            draft.leave(text);
        } else if let Some(point) = text.strip_prefix(['*', '•']) {
            draft.push(LineKind::Standfirst, point);
        } else if !draft.has(Role::Title) && line.words() <= TITLE {
            draft.state(Role::Title, "dispatch.headline", unmarked(text));
        } else if draft.has(Role::Title) && line.words() > 3 {
            draft.push(LineKind::Standfirst, text);
        } else {
            draft.leave(text);
        }
    }
}

/// One word with digits, by which a system knows the item: `AFP-FR-20240312-0815`.
fn is_number_of(text: &str) -> bool {
    !text.trim().contains(char::is_whitespace) && text.contains(|c: char| c.is_ascii_digit())
}

/// A headline without the marks of the desk in brackets at its ends, `(URGENT) … (COMPLEMENT)`, and
/// without the sign that ends it.
fn unmarked(text: &str) -> &str {
    let text = text.trim_end_matches(['=', ' ']);
    let capitals = |mark: &str| !mark.is_empty() && !mark.contains(char::is_lowercase);
    let front =
        text.strip_prefix('(').and_then(|t| t.split_once(')')).filter(|(m, _)| capitals(m)).map(|(_, t)| t.trim());
    let text = front.unwrap_or(text);
    let back =
        text.strip_suffix(')').and_then(|t| t.rsplit_once('(')).filter(|(_, m)| capitals(m)).map(|(t, _)| t.trim());
    back.unwrap_or(text)
}

/// Reads what stands below the text.
fn foot(below: &[Line], draft: &mut Draft) {
    for line in below.iter().filter(|l| !l.is_blank()) {
        let text = line.text.as_str();
        let label = text.strip_prefix('#').and_then(|t| t.split_once(':'));
        if let Some((name, value)) = label
            && ["journalist", "journaliste", "author", "auteur", "autor", "redacteur", "byline"]
                .contains(&fold(name.trim()).as_str())
            && !draft.has(Role::Author)
        {
            draft.state(Role::Author, "dispatch.label", value);
        }
        if let Some(moment) = sent(text).filter(|_| !draft.has(Role::Published)) {
            draft.state(Role::Published, "dispatch.moment", &moment);
        }
        draft.leave(text);
    }
}
