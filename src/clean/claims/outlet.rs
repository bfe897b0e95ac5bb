//! Which outlet a dump comes from, when no field and no signature says it:
//! several weak signs are weighed, and one alone is never enough.

use super::paper::{alone_in_head, among_bars, below_day};
use super::read::shorten;
use super::wording::{agency_in, opening};
use crate::clean::kinds::Kinds;
use crate::clean::page_features::PageFeatures;
use crate::corpus::date::find_dates;
use crate::corpus::{Claim, Evidence, LineKind, Mark};
use crate::ingest::{RawDocument, has_word_of_papers};
use crate::text::squeezed;
use crate::text::{Folded, Span, fold};
use crate::words::{Message, msg};
use aho_corasick::AhoCorasick;
use std::sync::OnceLock;

/// Weight from which an outlet is claimed.
const ENOUGH: f32 = 2.0;
/// Rows at both ends of a page where its name may stand alone.
const ENDS: usize = 8;

/// Words of a site before its own name (folded), and what they weigh.
const LEADS: &[(&str, f32)] = &[
    ("suivez ", 2.0),
    ("follow ", 2.0),
    ("retrouvez ", 1.0),
    ("traitees par ", 2.0),
    ("processed by ", 2.0),
    ("telechargez l'application ", 2.0),
    ("soutenez ", 1.5),
    ("la redaction de ", 1.5),
    ("la redaction du ", 1.5),
    ("copyright ", 1.5),
    ("tous droits reserves ", 1.5),
    ("© ", CREDIT),
    ("photograph: ", CREDIT),
    ("photo : ", CREDIT),
];

/// What a credit weighs, however often it stands: it names who made a picture.
const CREDIT: f32 = 0.5;

/// Folded words of a line that says whose the rights are on all of a site.
const RIGHTS: &[&str] = &["tous droits reserves", "all rights reserved", "alle rechte vorbehalten"];

/// Words that begin like a name after those leads and are none (folded).
const NOT_NAMES: &[&str] = &["nous", "us", "notre", "our", "le", "la", "les", "the", "votre", "your", "tous", "all"];

/// Words before something of the site, which is not its name (folded).
const OWN: &[&str] =
    &["notre", "nos", "votre", "vos", "our", "your", "unser", "unsere", "nuestro", "nuestra", "nostro"];

/// True for `afp`, `belga image`: an agency and no more.
pub(super) fn is_agency(folded: &str) -> bool {
    let bare = folded.strip_suffix("image").unwrap_or(folded).trim_end();
    agency_in(bare).is_some() && bare.split(' ').count() <= 2
}

struct Candidate {
    name: String,
    folded: String,
    weight: f32,
    evidence: Vec<Evidence>,
}

/// The rows in which one of the leads stands.
fn led(page: &PageFeatures<'_>) -> Vec<bool> {
    static AUTOMATON: OnceLock<AhoCorasick> = OnceLock::new();
    let automaton = AUTOMATON.get_or_init(|| {
        AhoCorasick::new(LEADS.iter().map(|(lead, _)| lead)).expect("a dozen short words fit any automaton")
    });
    let mut rows = vec![false; page.len()];
    for hit in automaton.find_overlapping_iter(&page.measured.folded) {
        let at = page.measured.rows.partition_point(|r| r.folded.end <= hit.start());
        if let Some(row) = rows.get_mut(at) {
            *row = true;
        }
    }
    rows
}

/// The outlet that the signs point to.
pub(super) fn find(
    page: &PageFeatures<'_>,
    kinds: &Kinds,
    raw: &RawDocument,
    byline: Option<(&str, Span)>,
) -> Claim<String> {
    let mut candidates: Vec<Candidate> = Vec::new();
    if let Some((name, span)) = byline {
        let note = msg::clean_signature(name);
        add(&mut candidates, name, 1.0, Some(span), "source.signature", note);
    }
    in_print(page, kinds, raw, &mut candidates);
    let last = page.len().saturating_sub(ENDS);
    let (led, mut owners) = (led(page), 0);
    for (i, &led) in led.iter().enumerate() {
        let kind = kinds.labels[i].kind;
        if kind.is_body() || matches!(kind, LineKind::Title | LineKind::Standfirst | LineKind::Blank) {
            continue;
        }
        let content = page.content(i);
        let at = page.row(i).span.start;
        if content.len() <= 60 && (i < ENDS || i >= last) && kind != LineKind::Caption {
            let name = name_at(content);
            if name.len() == content.trim_end_matches('.').len() && content.split_whitespace().count() <= 6 {
                let note = msg::clean_alone_at_end(name);
                add(&mut candidates, name, 1.0, Some(Span::new(at, at + name.len())), "source.alone", note);
            }
        }
        if !led || content.len() > 400 {
            continue;
        }
        let folded = Folded::new(content);
        for (lead, weight) in LEADS {
            for (hit, _) in folded.text.match_indices(lead) {
                let starts_word = !folded.text[..hit].ends_with(|c: char| c.is_alphanumeric());
                let from = folded.original(hit + lead.len(), hit + lead.len()).start;
                // `© 2019-2024 Le Quai`
                let years = |c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '-' | '–' | '©' | ',');
                let rest = content[from..].trim_start_matches(years);
                let pictured = matches!(kind, LineKind::Caption | LineKind::Credit);
                let asked = owners < OWNERS && RIGHTS_LEADS.contains(lead) && !pictured;
                owners += usize::from(asked);
                let owned = if asked { owner(page, kinds, rest) } else { None };
                let name = owned.unwrap_or_else(|| name_at(rest));
                let skipped = content[from..].len() - rest.len();
                if starts_word && !name.is_empty() {
                    let span = Span::new(from + skipped, from + skipped + name.len()).shift(at);
                    let note = msg::clean_site_names(name, shorten(content));
                    // A credit under a picture is less than a word of the site;
                    // `© 2026 La Vigie` is one of the site.
                    let credit = matches!(kind, LineKind::Caption | LineKind::Credit) || *weight <= CREDIT;
                    // `© Le Quai. Tous droits réservés`: whose the site is.
                    let owns = RIGHTS.iter().any(|r| folded.text.contains(r));
                    let ends = i >= last && content.len() <= 60 && named_like_paper(name);
                    let (credit, weight) = if owned.is_some() {
                        (false, &ENOUGH)
                    } else if (owns || ends) && lead.starts_with('©') && kind.is_noise() {
                        (matches!(kind, LineKind::Caption | LineKind::Credit), &ENOUGH)
                    } else {
                        (credit, weight)
                    };
                    let (weight, rule) = if credit { (CREDIT, "source.credit") } else { (*weight, "source.site") };
                    add(&mut candidates, name, weight, Some(span), rule, note);
                }
            }
        }
    }
    for c in &mut candidates {
        if let Some(part) = path_says(&raw.place.path, &c.folded) {
            c.weight += 1.5;
            let note = msg::clean_path(part);
            c.evidence.push(Evidence { span: None, rule: "source.path", note });
        }
    }
    let best = candidates.into_iter().reduce(|a, b| if b.weight > a.weight { b } else { a });
    match best {
        Some(c) if c.weight >= ENOUGH => Claim { value: Some(c.name), mark: Mark::Inferred, evidence: c.evidence },
        _ => Claim::unknown(),
    }
}

/// Leads behind which stands whose the rights are.
const RIGHTS_LEADS: &[&str] = &["© ", "copyright "];
/// How many of them are looked for on the other lines, and names that are weighed, at most.
const OWNERS: usize = 16;
const CANDIDATES: usize = 200;
/// Words of the name of a paper.
const NAME: usize = 6;

/// The whole name behind such a lead, where another line that is no text says it too.
fn owner<'p>(page: &PageFeatures<'_>, kinds: &Kinds, rest: &'p str) -> Option<&'p str> {
    let end = rest.find(['·', '|', '/', '•', '–', '—', ',', '.', '(', ';', '[']).unwrap_or(rest.len());
    let piece = rest[..end].split(" - ").next()?;
    let piece = piece.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_digit());
    let fits = (1..=NAME).contains(&piece.split_whitespace().count()) && piece.starts_with(char::is_uppercase);
    let needle = crate::clean::page::fold(piece);
    if !fits || needle.len() < 5 {
        return None;
    }
    let says = |i: &usize| memchr::memmem::find(page.measured.folded(page.row(*i)), &needle).is_some();
    let picture = |kind: LineKind| matches!(kind, LineKind::Caption | LineKind::Credit);
    let other = |kind: LineKind| (kind.is_noise() || kind.is_furniture()) && !picture(kind);
    let noise = |i: &usize| other(kinds.labels[*i].kind);
    ((0..page.len()).filter(noise).filter(says).nth(1).is_some()).then_some(piece)
}

/// Signs between the headline and the name of the site in the head of a page.
const JOINTS: [&str; 6] = [" - ", " – ", " — ", " | ", " · ", " • "];

/// The name of the site beside the headline in the head of the page, where the headline
/// stands without it, too.
fn beside_title(page: &PageFeatures<'_>, kinds: &Kinds, candidates: &mut Vec<Candidate>) {
    let Some(title) = kinds.title else { return };
    let headline = page.content(title);
    for i in (0..title).take(ENDS) {
        let content = page.content(i);
        let behind = content.strip_prefix(headline).and_then(|r| JOINTS.iter().find_map(|j| r.strip_prefix(j)));
        let before = content.strip_suffix(headline).and_then(|r| JOINTS.iter().find_map(|j| r.strip_suffix(j)));
        // Behind a rubric stands the site.
        let last = behind
            .map(|r| JOINTS.iter().filter_map(|j| r.rsplit_once(j)).map(|p| p.1).min_by_key(|p| p.len()).unwrap_or(r));
        let Some(name) = last.or(before).map(str::trim) else { continue };
        let fits = (1..=NAME).contains(&name.split_whitespace().count()) && name.starts_with(char::is_uppercase);
        if let Some(at) = content.rfind(name).filter(|_| fits) {
            let span = Span::new(at, at + name.len()).shift(page.row(i).span.start);
            let note = msg::clean_site_names(name, shorten(content));
            add(candidates, name, ENOUGH, Some(span), "source.site", note);
        }
    }
}

/// Rows of the head of a printed page, and spaces between what stands on one of them.
const PRINTED: usize = 6;
const WIDE: &str = "   ";

/// The paper in the head of a printed page, apart from the day or the number of the page.
fn printed<'p>(page: &PageFeatures<'p>, title: usize) -> Option<(usize, &'p str)> {
    let day = |i: usize| i < page.len() && page.shapes[i].date && page.row(i).digits >= 4 && page.row(i).words <= LINE;
    let shouted = |p: &str| p.contains(' ') && !p.contains(char::is_lowercase) && p.chars().any(char::is_alphabetic);
    let is_paper = |p: &&str| {
        let plain = p.split_whitespace().count() <= NAME && !p.contains(|c: char| c.is_ascii_digit());
        plain && (named_like_paper(p) || shouted(p))
    };
    (0..title.min(PRINTED)).filter(|&i| day(i) || day(i + 1) || i > 0 && day(i - 1)).find_map(|i| {
        let pieces = page.content(i).split(WIDE).flat_map(|p| p.split(['|', '\t']));
        let pieces: Vec<&str> = pieces.map(str::trim).filter(|p| !p.is_empty()).collect();
        let paper = pieces.iter().copied().find(is_paper)?;
        (pieces.len() > 1).then_some((i, paper))
    })
}

/// The paper in the head of a printed page, or the only line above the headline that is
/// called like a paper.
fn in_head(page: &PageFeatures<'_>, kinds: &Kinds, candidates: &mut Vec<Candidate>) {
    let Some(title) = kinds.title else { return };
    if let Some((i, name)) = printed(page, title) {
        let at = page.row(i).span.start + page.content(i).find(name).unwrap_or_default();
        let note = msg::clean_site_names(name, shorten(page.content(i)));
        add(candidates, name, ENOUGH, Some(Span::new(at, at + name.len())), "source.print", note);
    }
    let alone = |i: &usize| {
        let content = page.content(*i);
        name_at(content) == content && content.contains(' ') && has_word_of_papers(&fold(content))
    };
    let mut papers = (0..title.min(ENDS)).filter(alone);
    if let (Some(i), None) = (papers.next(), papers.next()) {
        let name = page.content(i);
        let note = msg::clean_alone_at_end(name);
        add(candidates, name, ENOUGH, Some(page.row(i).span), "source.print", note);
    }
}

/// Rows beside the title in which the line with paper and day stands, and its words.
pub(super) const NEAR: usize = 3;
const LINE: u32 = 14;

/// The name in a line beside the title that gives a paper and a day, as documents and
/// texts have it: `Le Quai, 4 mars 2025`, `Veyle Matin – dimanche 5 octobre 2025`. A
/// town or a person stands before a day as well: so the name opens with an article,
/// has a word of papers in it, or another line says who wrote the article.
fn dated<'p>(page: &PageFeatures<'p>, kinds: &Kinds) -> Option<(usize, &'p str)> {
    let title = kinds.title?;
    // The head of a page of print stands above the title.
    let rows = title.saturating_sub(NEAR)..page.len().min(title + 1 + NEAR);
    let signed = rows.clone().any(|i| kinds.labels[i].kind == LineKind::Byline && opening(page.content(i)) > 0);
    rows.filter(|&i| page.row(i).words <= LINE && page.row(i).digits >= 4).find_map(|i| {
        let content = page.content(i);
        let name = name_at(content);
        let rest = content[name.len()..].trim_start();
        let dash = rest.starts_with(['-', '–', '—', '|', '·', '•', '(']);
        let behind = rest.trim_start_matches([',', '-', '–', '—', '|', '·', '•', '(', ' ']);
        let found = find_dates(behind, Span::new(0, behind.len()));
        let day = found.first().is_some_and(|d| d.full().is_some() && d.whole.start == 0);
        let words: Vec<String> = fold(name).split(' ').map(str::to_owned).collect();
        let article = core(&fold(name)).len() < fold(name).len();
        let press = has_word_of_papers(&fold(name));
        let parted = dash || rest.starts_with(',') && (words.len() > 1 || press);
        let paper = article || press || signed && words.len() > 1;
        (!name.is_empty() && opening(content) == 0 && day && parted && paper).then_some((i, name))
    })
}

/// True for a name with a word of papers in it, and for several words behind an article.
pub(super) fn named_like_paper(name: &str) -> bool {
    let folded = fold(name);
    let article = core(&folded).len() < folded.len();
    has_word_of_papers(&folded) || article && name.contains([' ', '-', '\'', '’'])
}

/// Rows above the title of a page of print, and words of a row with its day.
const PRINT: usize = 4;
const DAY: u32 = 12;

/// What stands above the title as on a page of print.
pub(super) struct PrintHead<'p> {
    /// The row of the paper and its name.
    pub(super) paper: (usize, &'p str),
    /// The row of the day.
    pub(super) day: usize,
}

/// The paper and the day above a title with which a text begins: the name alone on a
/// line or before the day, and nothing but a few short lines beside them. A menu or
/// the day of a visit stands among more than that.
pub(super) fn print_head<'p>(page: &PageFeatures<'p>, kinds: &Kinds) -> Option<PrintHead<'p>> {
    let title = kinds.title.filter(|t| (1..=PRINT).contains(t))?;
    let short = (0..title).all(|i| page.row(i).words <= DAY && !page.row(i).ends);
    let is_day = |i: &usize| page.shapes[*i].date && page.row(*i).digits >= 4;
    let first = (0..title).find(is_day)?;
    let paper = (0..title).find_map(|i| {
        let content = page.content(i);
        let name = name_at(content);
        let behind = content[name.len()..].trim();
        let alone = behind.is_empty() || behind.starts_with('(') && behind.ends_with(')');
        let before_day = is_day(&i) && behind.starts_with([',', '-', '–', '—', '|', '·', '•']);
        ((alone || before_day) && named_like_paper(name) && !is_agency(&fold(name))).then_some((i, name))
    });
    let paper = paper.or_else(|| printed(page, title))?;
    // The day beside the paper, where it has one: one above it may be that of the whole review.
    let day = Some(paper.0).filter(is_day).unwrap_or(first);
    short.then_some(PrintHead { paper, day })
}

/// Adds what stands beside the headline or a day, as a site and a paper print their names.
fn in_print(page: &PageFeatures<'_>, kinds: &Kinds, raw: &RawDocument, candidates: &mut Vec<Candidate>) {
    beside_title(page, kinds, candidates);
    if !raw.hints.iter().any(|h| h.kind.is_body()) {
        in_head(page, kinds, candidates);
    }
    if let Some((i, name)) = dated(page, kinds) {
        let at = page.row(i).span.start;
        let note = msg::clean_site_names(name, shorten(page.content(i)));
        add(candidates, name, ENOUGH, Some(Span::new(at, at + name.len())), "source.dated", note);
    }
    if let Some(PrintHead { paper: (i, name), .. }) =
        print_head(page, kinds).filter(|_| !raw.hints.iter().any(|h| h.kind.is_body()))
    {
        let at = page.row(i).span.start;
        let note = msg::clean_site_names(name, shorten(page.content(i)));
        add(candidates, name, ENOUGH, Some(Span::new(at, at + name.len())), "source.print", note);
    }
    let head = alone_in_head(page, kinds).filter(|_| !raw.hints.iter().any(|h| h.kind.is_body()));
    let below = below_day(page, kinds).filter(|_| !raw.hints.iter().any(|h| h.kind.is_body()));
    let said = [
        (head, "source.head"),
        (in_paper(page, kinds), "source.dated"),
        (among_bars(page, kinds), "source.dated"),
        (below, "source.labelled"),
    ];
    for (found, rule) in said {
        let Some((span, name)) = found else { continue };
        let note = msg::clean_site_names(name, shorten(span.of(page.text)));
        add(candidates, name, ENOUGH, Some(span), rule, note);
    }
}

/// Words between a day and the paper in which an article appeared on it (folded).
const IN: [&str; 4] = ["dans ", "sur ", "in ", "en "];

/// The paper at the end of a line with a day: `Publié le 17 janvier 2023 dans Le Quai`.
fn in_paper<'p>(page: &PageFeatures<'p>, kinds: &Kinds) -> Option<(Span, &'p str)> {
    let mut dates = (0..page.len()).filter(|&i| kinds.labels[i].kind == LineKind::Date && page.row(i).words <= LINE);
    dates.find_map(|i| {
        let content = page.content(i);
        let day =
            find_dates(content, Span::new(0, content.len())).into_iter().next_back().filter(|d| d.full().is_some())?;
        let behind = content[day.whole.end..].trim_start();
        let name = IN.iter().find_map(|word| behind.strip_prefix(word))?.trim().trim_end_matches('.');
        let at = content.len() - content.trim_end().trim_end_matches('.').len();
        let end = content.len() - at;
        let whole = !name.is_empty() && name_at(name) == name && name.contains(' ');
        whole.then(|| (Span::new(end - name.len(), end).shift(page.row(i).span.start), name))
    })
}

fn add(
    candidates: &mut Vec<Candidate>,
    name: &str,
    weight: f32,
    span: Option<Span>,
    rule: &'static str,
    note: Message,
) {
    let folded = fold(name);
    let named = folded.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !NOT_NAMES.contains(&folded.as_str());
    // `notre direct` is a thing of the site, an agency delivers to many.
    let own = folded.split(' ').next().is_some_and(|w| OWN.contains(&w));
    if !named || own || is_agency(&folded) {
        return;
    }
    let evidence = Evidence { span, rule, note };
    let name = squeezed(name);
    // An article more or less is the same outlet; the longer form is kept.
    let full = candidates.len() == CANDIDATES;
    match candidates.iter_mut().find(|c| core(&c.folded) == core(&folded)) {
        Some(c) => {
            // The same sign again adds nothing.
            if !c.evidence.iter().any(|e| e.rule == rule) || rule == "source.site" && c.weight < ENOUGH {
                c.weight += weight;
            }
            c.evidence.push(evidence);
            if folded.len() > c.folded.len() {
                c.name = name;
                c.folded = folded;
            }
        }
        None if full => {}
        None => candidates.push(Candidate { name, folded, weight, evidence: vec![evidence] }),
    }
}

/// A folded name without its article.
pub(super) fn core(folded: &str) -> &str {
    ["le ", "la ", "les ", "l'", "the "].iter().find_map(|a| folded.strip_prefix(a)).unwrap_or(folded)
}

/// The name at the head of `s`: words that start in upper case, joined by
/// particles.
pub(super) fn name_at(s: &str) -> &str {
    const PARTICLES: &[&str] =
        &["de", "la", "le", "les", "du", "des", "of", "the", "and", "et", "&", "der", "di", "del"];
    let mut end = 0;
    let mut words = 0;
    let mut at = 0;
    for word in s.split_inclusive([' ', '\u{a0}']) {
        let bare = word.trim_end_matches([' ', '\u{a0}', '.', ',', ';', ':', '!', '?', ')']);
        let elided = bare.split_once(['\'', '’']).map_or(bare, |(_, rest)| rest);
        let first = elided.chars().next().or(bare.chars().next());
        let named = first.is_some_and(char::is_uppercase);
        let particle = PARTICLES.contains(&bare) || (bare.starts_with("l'") || bare.starts_with("l’"));
        if named && words < 6 {
            end = at + bare.len();
            words += 1;
        } else if !(particle && words > 0) {
            break;
        }
        at += word.len();
        // Punctuation ends a name.
        if bare.len() != word.trim_end_matches([' ', '\u{a0}']).len() {
            break;
        }
    }
    s[..end].trim_end()
}

/// The folder or file name that spells the outlet, when one does.
fn path_says<'p>(path: &'p str, folded: &str) -> Option<&'p str> {
    let letters = |s: &str| fold(s).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let name = letters(core(folded));
    (name.len() >= 4).then_some(())?;
    path.rsplit(['/', '\\']).take(3).find(|part| {
        let part = letters(part);
        // `echo-de-brivonne`, `0b7e_radio-sarvenne.txt`, `vigie_pont-….txt`.
        part.contains(&name) || (part.len() >= 5 && name.starts_with(&part))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_where_its_capitals_and_particles_end() {
        assert_eq!(name_at("La Vigie du Littoral sur les réseaux"), "La Vigie du Littoral");
        assert_eq!(name_at("Ouest-Rade. Vous pouvez"), "Ouest-Rade");
        assert_eq!(name_at("Meridian Dispatch 2026."), "Meridian Dispatch");
        assert_eq!(name_at("L’Écho de Brivonne"), "L’Écho de Brivonne");
        assert_eq!(name_at("nous sur les réseaux"), "");
    }

    #[test]
    fn a_path_spells_an_outlet_with_or_without_its_article() {
        assert!(path_says("demo/echo-de-brivonne/a.txt", &fold("L'Écho de Brivonne")).is_some());
        assert!(path_says("demo/0b7e_radio-sarvenne.txt", "radio sarvenne").is_some());
        assert!(path_says("press/2026/a.txt", "radio sarvenne").is_none());
    }
}
