//! Whether a line names a person or an organisation, and which author a page
//! states. Knows how names are written; has never heard of a certain site.

use super::wording;
use crate::clean::page_features::PageFeatures;
use crate::clean::signer::is_clock;
use crate::clean::words::{stop_words, token_hash};
use crate::corpus::Claim;
use crate::corpus::date::find_dates;
use crate::ingest::{Field, PageWord, RawDocument, is_clocks, is_office, is_person, page_words, several_persons};
use crate::text::{Span, fold};
use crate::words::msg;

/// Words of the longest name or list of names.
const WORDS: usize = 12;

/// True for what can be a name: its words start in capitals but for those
/// that stand in names, and it does not end in a word of grammar.
pub(super) fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).collect();
    let odd = name.contains(['?', '!', '*', '{', '<', '=']) || name.contains("://");
    if words.is_empty() || words.len() > WORDS || odd {
        return false;
    }
    let folded: Vec<String> =
        words.iter().map(|w| fold(w).trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).collect();
    let grammar = |w: &String| stop_words().get(token_hash(w.as_bytes())) != 0;
    let small = |w: &str| w.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    if let [only] = folded.as_slice() {
        return !grammar(only) && !page_words(PageWord::NameLabel).contains(&only.as_str());
    }
    let (first, last) = (&folded[0], &folded[folded.len() - 1]);
    let opens =
        !grammar(first) || page_words(PageWord::NameArticle).contains(&first.as_str()) || first.chars().count() < 3;
    let closes = (!grammar(last) || last.chars().count() < 2) && !is_clocks(name);
    let inside = words.iter().zip(&folded).skip(1).all(|(w, f)| {
        let elided = f.split(['\'', '’']).next().is_some_and(|head| page_words(PageWord::NameInside).contains(&head));
        !small(w) || elided || page_words(PageWord::NameInside).contains(&f.as_str())
    });
    opens && closes && inside && !page_words(PageWord::NameLabel).contains(&first.as_str())
}

/// The author that a format other than a page states.
pub(super) fn stated(raw: &RawDocument) -> Option<Claim<String>> {
    let f = raw.fields.author.iter().find(|f| !f.value.trim().is_empty())?;
    (!is_of_page(f)).then(|| Claim::written(f.value.trim().to_owned(), None, f.rule, msg::clean_field(f.rule)))
}

fn is_of_page(f: &Field) -> bool {
    f.rule.starts_with("html.")
}

/// Places of a page that do not copy each other by the way pages are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AuthorWitness {
    Data,
    Head,
    Element,
    Line,
}

/// How much each place is believed. The order is that of how often it was right
/// on pages whose author is known, of sites that were not measured on.
const BELIEVED: &[(&str, AuthorWitness, f32)] = &[
    ("html.ld.author", AuthorWitness::Data, 3.0),
    ("html.author", AuthorWitness::Element, 2.8),
    ("html.meta.author", AuthorWitness::Head, 2.4),
    ("html.meta.card", AuthorWitness::Head, 2.3),
    ("html.author.link", AuthorWitness::Element, 2.3),
    ("html.meta.article:author", AuthorWitness::Head, 2.0),
    ("html.author.class", AuthorWitness::Element, 2.0),
    ("html.ld.page.author", AuthorWitness::Data, 1.8),
    ("html.author.apart", AuthorWitness::Element, 0.9),
    ("html.author.link.apart", AuthorWitness::Element, 0.6),
    ("html.author.class.apart", AuthorWitness::Element, 0.2),
];
/// The same for a line that says who wrote it, and for a name alone.
const BYLINE: f32 = 2.6;
const ALONE: f32 = 1.6;
/// What another witness of the same name is worth.
const AGREED: f32 = 1.2;
/// What speaks against a value: it is the outlet's, no name, one word, a team.
const OUTLET: f32 = 2.2;
const NO_NAME: f32 = 2.2;
const ONE_WORD: f32 = 0.7;
const TEAM: f32 = 0.9;
/// Several words of which one has a capital: what a button says.
const PHRASE: f32 = 1.0;
/// A single word in a class of an element, which may be a label.
const LABEL: f32 = 0.6;
/// More words than a name has, and a value that only begins like the outlet's.
const LONG: f32 = 0.8;
const OF_OUTLET: f32 = 1.2;
/// Least weight of what is claimed; of what data and head state where nothing
/// else names anybody, such as the outlet itself.
const LEAST: f32 = 0.8;
const ALONE_STATED: f32 = -1.0;

/// Words of the longest name of one person or organisation.
const NAME_WORDS: usize = 6;

struct AuthorCandidate {
    claim: Claim<String>,
    /// Folded words of the name.
    words: Vec<String>,
    witness: AuthorWitness,
    weight: f32,
}

/// The author of a page: what its data, head, elements and lines say is weighed,
/// and what several of them say counts more.
pub(super) fn of_page(
    raw: &RawDocument,
    written: Option<Claim<String>>,
    alone: Option<Claim<String>>,
) -> Option<Claim<String>> {
    let mut all: Vec<AuthorCandidate> = Vec::new();
    for f in raw.fields.author.iter().filter(|f| is_of_page(f)) {
        let Some((_, witness, believed)) = BELIEVED.iter().find(|b| b.0 == f.rule) else { continue };
        let Some(name) = cleaned(&f.value) else { continue };
        let claim = Claim::written(name, None, f.rule, msg::clean_field(f.rule));
        all.push(AuthorCandidate::of(raw, claim, *witness, *believed));
    }
    for (claim, believed) in [(written, BYLINE), (alone, ALONE)] {
        all.extend(claim.map(|claim| AuthorCandidate::of(raw, claim, AuthorWitness::Line, believed)));
    }
    let weight = |i: usize| {
        let mut others: Vec<AuthorWitness> = Vec::new();
        for c in all.iter().filter(|c| c.witness != all[i].witness && c.agrees(&all[i])) {
            if !others.contains(&c.witness) {
                others.push(c.witness);
            }
        }
        all[i].weight + AGREED * others.len() as f32
    };
    let stated = |i: usize| matches!(all[i].witness, AuthorWitness::Data | AuthorWitness::Head);
    let enough = |c: &(usize, f32)| c.1 >= if stated(c.0) { ALONE_STATED } else { LEAST };
    let weights = (0..all.len()).map(|i| (i, weight(i))).filter(enough);
    let best = weights.reduce(|a, b| if b.1 > a.1 { b } else { a })?.0;
    // Of those that agree with it one may know more authors.
    let fuller = all.iter().filter(|c| c.weight >= all[best].weight - AGREED && c.agrees(&all[best]));
    let fuller = fuller.max_by_key(|c| c.words.len()).filter(|c| c.words.len() > all[best].words.len() + 1);
    Some(fuller.unwrap_or(&all[best]).claim.clone())
}

impl AuthorCandidate {
    fn of(raw: &RawDocument, claim: Claim<String>, witness: AuthorWitness, believed: f32) -> Self {
        let name = claim.value.as_deref().unwrap_or_default();
        let words: Vec<String> =
            fold(name).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect();
        let capitals = name.split_whitespace().filter(|w| w.contains(char::is_uppercase)).count();
        let against = [
            (is_outlet(raw, name), OUTLET),
            (!is_name(name) || words.len() > 1 && name.starts_with(char::is_lowercase), NO_NAME),
            (words.len() == 1, ONE_WORD),
            (
                words.len() == 1 && claim.evidence.first().is_some_and(|e| e.rule.starts_with("html.author.class")),
                LABEL,
            ),
            (words.len() > 2 && capitals == 1, PHRASE),
            (words.len() > NAME_WORDS && !name.contains(", "), LONG),
            (opens_like_outlet(raw, name), OF_OUTLET),
            (words.iter().any(|w| page_words(PageWord::Team).contains(&w.as_str())), TEAM),
        ];
        let against: f32 = against.iter().filter(|a| a.0).map(|a| a.1).sum();
        Self { claim, words, witness, weight: believed - against }
    }

    /// True where the words of one are among those of the other.
    fn agrees(&self, other: &Self) -> bool {
        let (few, many) = if self.words.len() < other.words.len() { (self, other) } else { (other, self) };
        !few.words.is_empty() && few.words.iter().all(|w| many.words.contains(w))
    }
}

/// The names in a value without what pages put around them: `By Ana Roz (AQX),
/// reporter`, `Ana Roz et Léo Kim @leo`, `Ana Roz - https://…`.
pub(super) fn cleaned(value: &str) -> Option<String> {
    let value = value.split(" - http").next().unwrap_or(value).trim();
    let words: Vec<&str> = value.split_whitespace().filter(|w| !w.contains('@')).collect();
    let value = words.join(" ");
    let value = wording::without_date(unopened(&value)).trim();
    if wording::is_dateline(value) || page_words(PageWord::Nobody).contains(&fold(value).as_str()) {
        return None;
    }
    if value.contains("://")
        || !value.chars().any(char::is_alphabetic)
        || page_words(PageWord::NameLabel).contains(&fold(value).as_str())
    {
        return None;
    }
    Some(persons(value).unwrap_or_else(|| wording::without_aside(value).trim_matches(AROUND).to_owned()))
        .filter(|name| name.chars().filter(|c| c.is_alphabetic()).count() > 1 && name.chars().count() <= LONGEST)
}

/// A value without what opens a byline. `Di Marco` and `Von Roz` are names.
fn unopened(value: &str) -> &str {
    let rest = value[wording::opening(value)..].trim_start_matches(AROUND);
    let particle = value.len() - rest.len() <= "Von ".len() && !value.starts_with(char::is_lowercase);
    let by = value.get(..2).is_some_and(|w| w.eq_ignore_ascii_case("by"));
    if particle && !by && !is_person(rest.split([',', '(']).next().unwrap_or(rest).trim()) { value } else { rest }
}

/// Signs around a name that are none of it.
const AROUND: [char; 8] = [' ', ':', '-', '–', '—', '|', ',', ';'];
/// Characters of the longest value.
const LONGEST: usize = 120;

/// Several persons as a list, where the value names nothing else.
pub(super) fn all_persons(value: &str) -> Option<String> {
    // `@ana Ana Roz`
    let bare = |name: &str| name.split_whitespace().filter(|w| !w.contains('@')).collect::<Vec<_>>().join(" ");
    let mut names: Vec<String> = several_persons(value).into_iter().map(bare).collect();
    // `Ana Roz, Staff Writer`
    names.retain(|n| !is_office(n));
    (!names.is_empty() && names.iter().all(|n| is_person(n))).then(|| names.join(", "))
}

/// The persons in a value that begins with one, up to what is none; nothing
/// where it begins with something else.
pub(super) fn persons(value: &str) -> Option<String> {
    let bare = |name: &str| {
        let name = name.split('(').next().unwrap_or(name).trim_matches(AROUND);
        // `Ana Roz – Photos : Léo Kim`
        let name = [" – ", " — ", " - "].iter().find_map(|dash| name.split_once(dash)).map_or(name, |(head, _)| head);
        unopened(name).to_owned()
    };
    let mut names: Vec<String> = Vec::new();
    for name in several_persons(value).into_iter().map(bare).take_while(|n| is_person(n) && !is_office(n)) {
        if !names.iter().any(|n| fold(n) == fold(&name)) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// The letters and digits of a name, folded.
fn bare(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What the page states of its outlet. A site may bear the name of who writes it: what
/// only its title says speaks against no author.
fn outlets(raw: &RawDocument) -> impl Iterator<Item = &Field> {
    raw.fields.source.iter().filter(|f| f.rule != "html.title.site")
}

/// True when a name is that of the outlet or of its host.
pub(super) fn is_outlet(raw: &RawDocument, name: &str) -> bool {
    let name = bare(name);
    let host = raw.fields.url.first().and_then(|f| f.value.split("://").nth(1)).and_then(|rest| rest.split('/').next());
    let host = host.map(|h| bare(h.strip_prefix("www.").unwrap_or(h)));
    let named = outlets(raw).any(|f| bare(&f.value) == name);
    named || name.chars().count() >= 4 && host.is_some_and(|h| h.starts_with(&name))
}

/// True for a name that goes on where that of the outlet ends: `Quai News Team`.
fn opens_like_outlet(raw: &RawDocument, name: &str) -> bool {
    let name = bare(name);
    outlets(raw).map(|f| bare(&f.value)).any(|s| s.len() >= 4 && name.len() > s.len() && name.starts_with(&s))
}

/// Words of the longest name that stands alone below `By`, and of its line.
const BELOW: usize = 6;
const BELOW_LINE: u32 = 12;

/// The name in the row below one that only says that a name follows, and
/// where it stands.
pub(super) fn below<'t>(page: &PageFeatures<'t>, i: usize) -> Option<(&'t str, Span)> {
    let next = i + 1;
    if next >= page.len() || page.row(next).words > BELOW_LINE {
        return None;
    }
    let content = page.content(next);
    let name = content.split([',', '|', '•', '·', ';']).next().unwrap_or(content).trim();
    let long = name.split_whitespace().count() > BELOW;
    if name.is_empty() || long || !is_name(name) || page.shapes[next].only_date {
        return None;
    }
    Some((name, Span::new(0, name.len()).shift(page.row(next).span.start)))
}

/// Where the name starts in `Posted on 3 May 2021 by Ana Roz`.
pub(super) fn behind_date(content: &str) -> Option<usize> {
    let date = find_dates(content, Span::new(0, content.len())).into_iter().next_back()?;
    let tail = content.get(date.whole.end..)?;
    // `5 May 2021, photos by Tom Lee` has no author: but for a clock nothing
    // stands between.
    let behind =
        |by: &&str| tail.find(*by).filter(|&at| is_clock(tail[..at].trim_start_matches(','))).map(|at| at + by.len());
    page_words(PageWord::BehindDate).iter().find_map(behind).map(|at| date.whole.end + at)
}
