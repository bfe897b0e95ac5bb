//! Who wrote it, for which outlet, from which agencies.

use super::author;
use super::outlet;
use super::paper::is_paper;
use super::read::{field, of_item, shorten};
use super::wording::{agency_in, genre_of, is_dateline, known_agencies, opening, unglued, without_aside, without_date};
use crate::clean::kinds::{Kinds, ROLE, SIGNED_AND_DATED};
use crate::clean::page_features::PageFeatures;
use crate::clean::signer::signer;
use crate::corpus::{Claim, Evidence, LineKind};
use crate::ingest::{FROM_LIST, PageWord, RawDocument, is_person, page_words};
use crate::text::{Span, fold};
use crate::words::msg;

/// Author, outlet and agencies.
pub(crate) struct People {
    pub author: Claim<String>,
    pub source: Claim<String>,
    pub agencies: Claim<Vec<String>>,
}

/// The rule of a page for a name alone below the last paragraph.
const SIGNED: &str = "html.signed";

/// Reads bylines, signatures and the site's own words.
pub(crate) fn find(page: &PageFeatures<'_>, kinds: &Kinds, raw: &RawDocument) -> People {
    let of_kind = |kind: LineKind| (0..page.len()).filter(move |&i| kinds.labels[i].kind == kind);
    // A line that a page calls a date may say first who wrote the article.
    let dates = of_kind(LineKind::Date).filter(|&i| {
        let content = page.content(i);
        opening(content) > 0 || author::behind_date(content).is_some() || signer(content).is_some()
    });
    // What closes an agency's text names nobody.
    let closing: Vec<usize> = (0..page.len()).filter(|&i| kinds.labels[i].rule.starts_with("tail.")).collect();
    let nobody = |i: &usize| closing.contains(i) || kinds.labels[*i].rule == ROLE;
    let bylines: Vec<usize> = of_kind(LineKind::Byline).chain(dates).filter(|i| !nobody(i)).collect();
    let signatures: Vec<Span> = raw.hints.iter().filter(|h| h.rule == SIGNED).map(|h| h.span).collect();
    let is_signed = |i: usize| signatures.iter().any(|s| s.contains(page.row(i).span));
    let is_name = |i: usize| (kinds.labels[i].rule == "byline.name" || is_signed(i)) && !is_paper(page.content(i));
    let is_other = |i: usize| kinds.labels[i].rule == "byline.name" && is_paper(page.content(i));
    let dated = |i: usize| {
        let label = &kinds.labels[i];
        label.rule == SIGNED_AND_DATED || label.kind == LineKind::Date && opening(page.content(i)) == 0
    };
    let read: Vec<(usize, Byline)> = bylines.iter().filter_map(|&i| Some((i, byline(page, i, dated(i))?))).collect();
    let dateline = read.iter().map(|(_, b)| b).find(|b| b.dateline);
    let signed = || read.iter().filter(|(i, b)| !b.dateline && !is_other(*i));
    // Before a day a town of two words looks like a person; `(avec AFP)` is a person's.
    let town = |i: usize, b: &Byline| dated(i) && !b.line.contains('(');
    let written = signed().find(|(i, b)| !is_name(*i) && !town(*i, b)).map(|(_, b)| b);
    let bare = signed().find(|(i, b)| is_name(*i) && beside_head(kinds, *i) || town(*i, b));
    let below = |i: usize| is_name(i) && closes(page, kinds, i);
    let bare = bare.or_else(|| signed().find(|(i, _)| is_signed(*i) || below(*i))).map(|(_, b)| b);
    let as_claim =
        |b: &Byline| Claim::written(b.names.clone(), Some(b.span), "author.byline", msg::clean_byline(&b.line));
    let as_conclusion =
        |b: &Byline| Claim::inferred(b.names.clone(), Some(b.span), "author.name", msg::clean_name_alone(&b.line));
    let (said, alone) = (written.map(as_claim), bare.map(as_conclusion));
    let alone = alone.or_else(|| headed(page, kinds));
    let author = match author::stated(raw) {
        // Who sends a message did not write the article that it holds, where that is signed.
        Some(claim) if claim.evidence.first().is_some_and(|e| is_sender(e.rule)) => said.unwrap_or(claim),
        Some(claim) => claim,
        None if raw.fields.author.is_empty() => said.or(alone).unwrap_or_default(),
        None => author::of_page(raw, said, alone).unwrap_or_default(),
    };
    let source = source(page, kinds, raw, written);
    // `Veyrac Matin – 4 mars 2025`: a paper stands before a day like a person.
    let paper = source.evidence.first().is_some_and(|e| e.rule == "source.dated");
    // A paper that sends its letter has not written what it holds.
    let sender = author.evidence.first().is_some_and(|e| is_sender(e.rule));
    let author = if (paper || sender) && author.value == source.value { Claim::unknown() } else { author };
    let agencies = agencies(page, kinds, author.value.as_deref(), written, dateline, &closing);
    People { author, source, agencies }
}

/// Who wrote a text whose title or first line names them behind the kind of text: `L'éditorial
/// d'Ana Roz. Le pont`.
fn headed(page: &PageFeatures<'_>, kinds: &Kinds) -> Option<Claim<String>> {
    let first = (0..page.len()).find(|&i| kinds.labels[i].kind.is_body());
    let standfirst = (0..page.len()).find(|&i| kinds.labels[i].kind == LineKind::Standfirst);
    kinds.title.into_iter().chain(standfirst).chain(first).find_map(|i| {
        let content = page.content(i);
        let at = genre_of(content)?;
        let name = content[at..].split([':', '|']).next()?;
        let name = name.split(". ").next()?.trim().trim_end_matches('.');
        let span = Span::new(at, at + name.len()).shift(page.row(i).span.start);
        is_person(name).then(|| {
            let note = msg::clean_byline(shorten(content));
            Claim::inferred(name.to_owned(), Some(span), "author.headed", note)
        })
    })
}

/// True when a row stands right below the title or next to the date.
fn beside_head(kinds: &Kinds, i: usize) -> bool {
    let is = |j: Option<usize>, kind: LineKind| j.and_then(|j| kinds.labels.get(j)).is_some_and(|l| l.kind == kind);
    let (above, below) = (i.checked_sub(1), i.checked_add(1));
    is(above, LineKind::Title) || is(above, LineKind::Date) || is(below, LineKind::Date)
}

/// True for the rules that say who sent a message.
fn is_sender(rule: &str) -> bool {
    rule == FROM_LIST || rule == "mail.from" || rule == "mail.forwarded.from"
}

/// Sentences above a name that closes a text.
const CLOSED: u32 = 2;

/// True for the last row of a text, right below its last sentence; another name, or who
/// that is, may stand between or below.
fn closes(page: &PageFeatures<'_>, kinds: &Kinds, i: usize) -> bool {
    let is_body = |j: &usize| kinds.labels[*j].kind.is_body() && page.row(*j).ends;
    // `(avec agences)` may stand below the name.
    let aside = |j: usize| kinds.labels[j].kind == LineKind::Byline && page.content(j).starts_with('(');
    let signs = |j: usize| matches!(kinds.labels[j].rule, "byline.name" | ROLE) || aside(j);
    let above = (0..i).rev().find(|&j| !signs(j));
    (i + 1..page.len()).all(signs)
        && above.is_some_and(|above| is_body(&above))
        && (0..i).filter(is_body).map(|j| page.row(j).sentences).sum::<u32>() >= CLOSED
}

/// A byline without its opening.
struct Byline {
    name: String,
    /// The same, with several persons as a list.
    names: String,
    line: String,
    span: Span,
    /// It says where and by which agency, not who.
    dateline: bool,
}

fn byline(page: &PageFeatures<'_>, i: usize, dated: bool) -> Option<Byline> {
    let content = unglued(page.content(i));
    let folded = crate::text::Folded::new(content);
    let mut from = opening(content);
    let bare = |s: &str| s.trim().trim_end_matches([' ', ':']).to_owned();
    if from == 0 && page_words(PageWord::Opening).iter().any(|o| bare(o) == bare(&folded.text)) {
        let (name, span) = author::below(page, i)?;
        let names = author::all_persons(name).unwrap_or_else(|| name.to_owned());
        let line = format!("{content} {name}");
        return Some(Byline { name: name.to_owned(), names, line, span, dateline: false });
    }
    if from == 0
        && let Some(at) = author::behind_date(content)
    {
        from = at;
    }
    let dateline = from == 0 && !dated && is_dateline(content);
    if dated && let Some(name) = signer(content) {
        let at = content.find(name)?;
        let span = Span::new(at, at + name.len()).shift(page.row(i).span.start);
        let names = author::persons(name).unwrap_or_else(|| name.to_owned());
        return Some(Byline { name: name.to_owned(), names, line: content.to_owned(), span, dateline: false });
    }
    let name = content[from..].trim_start_matches([':', ' ', '\u{a0}', '–', '-', '•']).trim();
    let name = name.split([',', '|', '•', '·', ';']).next().unwrap_or(name);
    // `Texte : Ana Roz – Photos : Léo Kim`
    let name = [" – ", " — ", " - "]
        .iter()
        .find_map(|dash| name.split_once(dash))
        .map(|(head, _)| head)
        .filter(|h| is_person(h))
        .unwrap_or(name);
    let name = without_date(name).trim_end_matches(['-', '–', '—', ' ', '\u{a0}', ':', '(']);
    let name = if is_initials(name) { name } else { name.trim_end_matches('.') };
    let name = without_aside(name);
    // `Ana Roz (Gorzé`: cut inside brackets.
    let name = name.rsplit_once(" (").filter(|(_, inner)| !inner.contains(')')).map_or(name, |(head, _)| head);
    // `(Avec agences)` in brackets says how it was made, and by nobody.
    let aside = name.starts_with('(');
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if aside || letters < 2 || name.chars().count() > 90 || !(dateline || author::is_name(name)) {
        return None;
    }
    let at = content.find(name)?;
    let span = Span::new(at, at + name.len()).shift(page.row(i).span.start);
    // `Ana Roz, Léo Kim et Zoé Marin`: several persons with the words between them.
    let joined = author::persons(without_date(&content[at..])).filter(|all| all.contains(", ") && from > 0);
    let names = joined.or_else(|| author::all_persons(name)).unwrap_or_else(|| name.to_owned());
    Some(Byline { name: name.to_owned(), names, line: content.to_owned(), span, dateline })
}

/// The part of a byline before `avec AFP`.
fn without_agency(name: &str) -> (&str, Option<&str>) {
    for joint in [" avec ", " with ", " mit ", " et ", " and ", " / ", "/", " con ", " (", " - "] {
        if let Some(at) = name.find(joint) {
            let tail = &name[at + joint.len()..];
            if agency_in(tail).is_some() {
                return (name[..at].trim(), Some(tail));
            }
        }
    }
    (name, None)
}

/// True for `L.L`, `J. D.`: initials of a person.
fn is_initials(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    letters <= 4 && name.contains('.') && name.chars().all(|c| c.is_uppercase() || matches!(c, '.' | ' ' | '-'))
}

/// True for a name such as `Minute.bf`: a host name.
fn is_host(name: &str) -> bool {
    !name.contains(' ')
        && name.rsplit_once('.').is_some_and(|(head, tld)| {
            head.chars().count() >= 3 && (2..=4).contains(&tld.len()) && tld.chars().all(|c| c.is_ascii_lowercase())
        })
}

fn source(page: &PageFeatures<'_>, kinds: &Kinds, raw: &RawDocument, byline: Option<&Byline>) -> Claim<String> {
    if let Some(claim) = field(&raw.fields.source) {
        return claim;
    }
    if let Some(b) = byline {
        let (head, agency) = without_agency(&b.name);
        let lower = head.chars().next().is_some_and(char::is_lowercase) && !head.contains(' ');
        let own = agency.is_some() && named_by_site(page, kinds, head);
        if !is_initials(head) && (is_host(head) || (agency.is_some() && lower) || own) {
            return Claim::written(head.to_owned(), Some(b.span), "source.byline", msg::clean_signature(&b.line));
        }
    }
    if let Some(claim) = moderation(page, kinds) {
        return claim;
    }
    let signature = byline.and_then(|b| {
        let (head, agency) = without_agency(&b.name);
        (agency.is_some() && !is_initials(head)).then_some((head, b.span))
    });
    let found = outlet::find(page, kinds, raw, signature);
    if found.is_known() {
        return found;
    }
    if let Some(claim) = of_item(&raw.fields.source) {
        return claim;
    }
    match raw.fields.host.first() {
        Some(host) => Claim::inferred(host.value.clone(), None, "source.host", msg::clean_host(host.rule)),
        None => found,
    }
}

/// True when a line of the site, outside the body, names it too.
fn named_by_site(page: &PageFeatures<'_>, kinds: &Kinds, name: &str) -> bool {
    let needle = crate::clean::page::fold(name);
    !needle.is_empty()
        && (0..page.len()).any(|i| {
            kinds.labels[i].kind.is_noise()
                && memchr::memmem::find(page.measured.folded(page.row(i)), &needle).is_some()
        })
}

/// `charte de modération du Point`, `votre compte franceinfo`.
fn moderation(page: &PageFeatures<'_>, kinds: &Kinds) -> Option<Claim<String>> {
    const LEADS: &[(&str, &str)] = &[
        ("charte de moderation du ", "Le "),
        ("charte de moderation de la ", "La "),
        ("charte de moderation des ", "Les "),
        ("charte de moderation de l'", "L'"),
        ("charte de moderation de ", ""),
        ("charte de moderation d'", ""),
        ("votre compte ", ""),
    ];
    let said = |text: &[u8]| {
        [b"charte de moderation d".as_slice(), b"votre compte "].iter().any(|w| memchr::memmem::find(text, w).is_some())
    };
    if !said(&page.measured.folded) {
        return None;
    }
    for i in (0..page.len()).filter(|&i| kinds.labels[i].kind.is_noise() && said(page.measured.folded(page.row(i)))) {
        let content = page.content(i);
        let folded = crate::text::Folded::new(content);
        for (lead, article) in LEADS {
            let Some(at) = folded.text.find(lead) else { continue };
            let from = folded.original(at + lead.len(), at + lead.len()).start;
            let name = proper_name(&content[from..], *lead == "votre compte ");
            // `du Courrier de la Sarvenne` goes on behind its particle.
            let longer = outlet::name_at(&content[from..]);
            let name = if longer.len() > name.map_or(0, str::len) { Some(longer) } else { name };
            if let Some(name) = name {
                let span = Span::new(from, from + name.len()).shift(page.row(i).span.start);
                let note = msg::clean_site_calls_itself(shorten(content));
                return Some(Claim::inferred(format!("{article}{name}"), Some(span), "source.rules", note));
            }
        }
    }
    None
}

/// The words that start in upper case at the head of `s`; one lower-case word
/// will do when `brand` is set and the sentence goes on.
fn proper_name(s: &str, brand: bool) -> Option<&str> {
    let mut end = 0;
    for word in s.split_inclusive(' ') {
        let bare = word.trim_end_matches([' ', '.', ',', ';', ':', '!', '?']);
        let upper = bare.chars().next().is_some_and(char::is_uppercase);
        let long_enough = brand && end == 0 && bare.chars().count() >= 5;
        if !(upper || long_enough) {
            break;
        }
        end += bare.len();
        if bare.len() != word.trim_end().len() || (brand && !upper) {
            break;
        }
        end += word.len() - bare.len();
    }
    let name = s[..end.min(s.len())].trim();
    const PLAIN: &[&str] =
        &["client", "personnel", "utilisateur", "abonne", "gratuit", "gratuitement", "premium", "pour"];
    (name.chars().count() >= 2 && !PLAIN.contains(&fold(name).as_str())).then_some(name)
}

/// Agencies of the byline first, then those that the first paragraphs cite.
fn agencies(
    page: &PageFeatures<'_>,
    kinds: &Kinds,
    author: Option<&str>,
    byline: Option<&Byline>,
    dateline: Option<&Byline>,
    closing: &[usize],
) -> Claim<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    let mut evidence = Vec::new();
    let signed = byline.filter(|b| b.line.contains('(')).and_then(|b| agency_in(&b.line));
    if let Some(a) = author.and_then(agency_in).or(signed) {
        names.push(a.to_owned());
        evidence.push(Evidence {
            span: byline.map(|b| b.span),
            rule: "agency.byline",
            note: msg::clean_byline(author.unwrap_or_default()),
        });
    }
    if let (true, Some(d)) = (names.is_empty(), dateline)
        && let Some(agency) = agency_in(&d.line)
    {
        names.push(agency.to_owned());
        evidence.push(Evidence { span: Some(d.span), rule: "agency.dateline", note: msg::clean_byline(&d.line) });
    }
    if names.is_empty() {
        for &i in closing {
            // The day, the town and the rights name one agency several times.
            let Some(agency) = agency_in(page.content(i)).filter(|a| !names.iter().any(|n| n == a)) else { continue };
            names.push(agency.to_owned());
            let note = msg::clean_byline(page.content(i));
            evidence.push(Evidence { span: Some(page.row(i).span), rule: "agency.tail", note });
        }
    }
    if names.is_empty() {
        return Claim::unknown();
    }
    for i in (0..page.len()).filter(|&i| kinds.labels[i].kind == LineKind::Body).take(3) {
        chain(page, i, &mut names, &mut evidence);
    }
    Claim { value: Some(names), mark: crate::corpus::Mark::Written, evidence }
}

/// Folded words between an agency and the one that it repeats.
const CITING: &[&str] = &["citant ", "qui cite ", "citing ", "quoting ", "unter berufung auf ", "citando "];

fn chain(page: &PageFeatures<'_>, i: usize, names: &mut Vec<String>, evidence: &mut Vec<Evidence>) {
    let row = page.measured.folded(page.row(i));
    if !CITING.iter().any(|c| memchr::memmem::find(row, c.as_bytes()).is_some()) {
        return;
    }
    let content = page.content(i);
    let folded = crate::text::Folded::new(content);
    let text = &folded.text;
    let mut found: Vec<(usize, usize, &'static str)> = Vec::new();
    for (name, forms) in known_agencies() {
        for form in forms {
            for (at, _) in text.match_indices(form) {
                let end = at + form.len();
                let whole = !text[..at].ends_with(|c: char| c.is_alphanumeric())
                    && !text[end..].starts_with(|c: char| c.is_alphanumeric());
                // Short names must be written in capitals to be agencies.
                let written = folded.original(at, end).of(content);
                let sure = form.len() > 4 || written.chars().all(char::is_uppercase);
                if whole && sure {
                    found.push((at, end, name));
                }
            }
        }
    }
    found.sort_unstable();
    for (at, end, name) in found {
        let mut from = at.saturating_sub(40);
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        let lead = &text[from..at];
        if CITING.iter().any(|c| lead.contains(c)) && !names.iter().any(|n| n == name) {
            names.push(name.to_owned());
            let span = folded.original(at, end).shift(page.row(i).span.start);
            evidence.push(Evidence { span: Some(span), rule: "agency.cited", note: msg::clean_cited(name) });
        }
    }
}
