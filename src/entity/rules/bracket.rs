//! Forms that the text itself explains: `Union européenne (UE)`, `l’UE
//! (Union européenne)`, `la RPDC [… , NDLR]`.

use super::link::LINK;
use crate::entity::page::Page;
use crate::entity::types::EntityKind;
use crate::entity::words::WordClass;
use crate::lang::{Grammar, OrganisationWord, Set, Tags};

/// Links between forms that the text itself states, `(long, short)` as word
/// ranges: `Union européenne (UE)`.
pub(crate) type Links = Vec<((usize, usize), (usize, usize))>;

/// Words that an acronym passes over.
const PASSED: Set<Grammar> = LINK
    .or(Grammar::Coordinator.set())
    .or(Grammar::Dative.set())
    .or(Grammar::ContractedDative.set())
    .or(Grammar::Locative.set())
    .or(Grammar::Inessive.set())
    .or(Grammar::Superessive.set())
    .or(Grammar::Agentive.set())
    .or(Grammar::Purpose.set());

/// The rules that name an organisation by both of its forms.
const SYLLABLES: &str = "bracket.syllables";
const BODY: &str = "bracket.body";

/// Longest long form whose letters may be passed over, in words.
const LONGEST: usize = 14;

/// Words for a body with which such a form begins.
const FOUNDED: Set<OrganisationWord> = OrganisationWord::Institution
    .set()
    .or(OrganisationWord::Association.set())
    .or(OrganisationWord::Collective.set())
    .or(OrganisationWord::Assembly.set());

fn is_small_link(word: &str) -> bool {
    Tags::of(&word.to_lowercase()).is(PASSED)
}

fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
    let folded = crate::text::fold(word);
    folded.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<_>>().into_iter()
}

/// True when the letters of `short` are the first letters of the words, small
/// link words passed over or not.
fn is_acronym(short: &str, long: &[&str]) -> bool {
    let want: String = letters(short).collect();
    if want.chars().count() < 2 || long.len() < 2 {
        return false;
    }
    let first = |w: &&str| letters(w).next();
    let parts = long.iter().flat_map(|w| w.split(['-', '\u{2011}']));
    let all: String = parts.clone().filter_map(|w| first(&w)).collect();
    let strong: String = parts.filter(|w| !is_small_link(w)).filter_map(|w| first(&w)).collect();
    want == all || want == strong
}

/// Words as first and one past the last.
type Range = (usize, usize);

/// How a text explains a form.
enum Explained {
    /// Both forms name an organisation, by this rule.
    Body(&'static str),
    /// One form has the kind of the other.
    Letters,
}

/// Finds explanations; a form that the tagger missed gets the kind of the
/// other.
pub(super) fn links(page: &mut Page<'_>) -> Links {
    let mut out = Links::new();
    for i in 1..page.len() {
        if !matches!(page.spelling(i), "(" | "[") || page.before(i).is_none() || page.after(i + 1).is_none() {
            continue;
        }
        if let Some((long, short, how)) = behind(page, i).or_else(|| within(page, i)) {
            out.push((long, short));
            match how {
                Explained::Body(rule) => name(page, long, short, rule),
                Explained::Letters => join(page, long, short),
            }
        }
    }
    out
}

fn is_acronym_like(page: &Page<'_>, i: usize) -> bool {
    matches!(page.class(i), WordClass::Capitals | WordClass::CapitalsMixed)
}

/// "Ofpra", "Febetra": acronyms that read like a word.
fn reads(page: &Page<'_>, i: usize) -> bool {
    page.class(i) == WordClass::Capitalised && page.spelling(i).chars().count() <= 10
}

/// The bracket at `i` holds the short form: `Union européenne (UE)`.
fn behind(page: &Page<'_>, i: usize) -> Option<(Range, Range, Explained)> {
    let (reads, letters) = (reads(page, i + 1), is_acronym_like(page, i + 1));
    if !(reads || letters) || !matches!(page.spelling(i + 2), ")" | "]" | ",") {
        return None;
    }
    let first = if letters { long_before(page, i, i + 1) } else { spelt_before(page, i, i + 1) };
    let plain = if letters { Explained::Letters } else { Explained::Body(SYLLABLES) };
    let body = || body_before(page, i, i + 1).map(|from| (from, Explained::Body(BODY)));
    let draft = || draft_before(page, i, i + 1).filter(|_| letters).map(|from| (from, Explained::Letters));
    let (from, how) = first.map(|from| (from, plain)).or_else(body).or_else(draft)?;
    Some(((from, i), (i + 1, i + 2), how))
}

/// The bracket at `i` holds the long form: `l’UE (Union européenne)`.
fn within(page: &Page<'_>, i: usize) -> Option<(Range, Range, Explained)> {
    let (most, how) = if is_acronym_like(page, i - 1) {
        (12, Explained::Letters)
    } else if reads(page, i - 1) && page.is_capital(i + 1) {
        (16, Explained::Body(SYLLABLES))
    } else {
        return None;
    };
    let closes = |j: &usize| {
        matches!(page.spelling(*j), ")" | "]") || matches!(how, Explained::Letters) && page.spelling(*j) == ","
    };
    let end = (i + 2..page.len().min(i + most)).find(closes).filter(|end| page.together(i, *end))?;
    let words: Vec<&str> = (i + 1..end).map(|j| page.spelling(j)).collect();
    let short = page.spelling(i - 1);
    let spelt = match how {
        Explained::Letters => is_acronym(short, &words),
        Explained::Body(_) => words.len() >= 3 && is_syllabic(short, &words),
    };
    spelt.then_some(((i + 1, end), (i - 1, i), how))
}

/// True when beginnings of the words in their order spell the short form:
/// `Fédération belge des transporteurs` gives `Febetra`.
fn is_syllabic(short: &str, long: &[&str]) -> bool {
    let want: Vec<char> = letters(short).collect();
    let strong: Vec<Vec<char>> = long.iter().filter(|w| !is_small_link(w)).map(|w| letters(w).collect()).collect();
    if want.len() < 4 || strong.len() < 3 {
        return false;
    }
    // How many letters each set of words can have spelt, as bits.
    let shared = |w: &[char], at: usize| w.iter().zip(&want[at..]).take(4).take_while(|(a, b)| a == b).count();
    let mut reached: u32 = 0;
    for n in 1..=shared(&strong[0], 0) {
        reached |= 1 << n;
    }
    for w in &strong[1..] {
        let mut next = reached;
        for at in (1..want.len().min(31)).filter(|at| reached >> at & 1 == 1) {
            for n in 1..=shared(w, at) {
                next |= 1 << (at + n);
            }
        }
        reached = next;
    }
    want.len() < 31 && reached >> want.len() & 1 == 1
}

/// First word of the capitalised long form that ends before `end` and whose
/// beginnings spell the short one.
fn spelt_before(page: &Page<'_>, end: usize, acronym: usize) -> Option<usize> {
    let short = page.spelling(acronym);
    let first = letters(short).next()?;
    (end.saturating_sub(14)..end.saturating_sub(2)).rev().find(|from| {
        let words: Vec<&str> = (*from..end).map(|j| page.spelling(j)).collect();
        page.is_capital(*from)
            && page.together(*from, end)
            && words.iter().all(|w| !matches!(*w, "," | "." | ";" | ":" | "(" | ")"))
            && letters(words[0]).next() == Some(first)
            && is_syllabic(short, &words)
    })
}

/// Both forms of a spelt acronym name an organisation; one that is known stays what it is.
fn name(page: &mut Page<'_>, long: (usize, usize), short: (usize, usize), rule: &'static str) {
    for r in [long, short] {
        let kept = |d: crate::entity::page::Draft| d.fixed && (d.from < r.0 || d.to > r.1 || (d.from, d.to) == r);
        let fixed = (r.0..r.1).any(|i| page.covering(i).is_some_and(kept));
        if !fixed {
            page.put(r.0, r.1, EntityKind::Organisation, rule);
        }
    }
}

/// First word of the long form that ends before `end` and has the letters of
/// the acronym.
fn long_before(page: &Page<'_>, end: usize, acronym: usize) -> Option<usize> {
    let short = page.spelling(acronym);
    let n = letters(short).count();
    let mut words: Vec<&str> = Vec::new();
    for from in (end.saturating_sub(n * 2 + 2)..end).rev() {
        if !page.together(from, end) {
            break;
        }
        words.insert(0, page.spelling(from));
        if !is_small_link(words[0]) && is_acronym(short, &words) {
            return Some(from);
        }
    }
    None
}

/// First word of a long form that begins with the word for a body in capitals, where the letters of the acronym
/// begin words in their order but not all: `Conseil représentatif des institutions juives de France (CRIF)`.
fn body_before(page: &Page<'_>, end: usize, acronym: usize) -> Option<usize> {
    let want: Vec<char> = letters(page.spelling(acronym)).collect();
    if want.len() < 3 {
        return None;
    }
    let mut from = end;
    while from > end.saturating_sub(LONGEST) && page.together(from - 1, end) {
        from -= 1;
        if matches!(page.spelling(from), "," | "." | ";" | ":" | "(" | ")" | "«" | "»" | "\"") {
            return None;
        }
        let words = (from..end).flat_map(|j| page.spelling(j).split(['-', '\u{2011}']));
        let mut first = words.filter_map(|w| letters(w).next()).peekable();
        let begins = first.peek() == want.first();
        if begins && page.is_capitalised(from, FOUNDED) && want.iter().all(|c| first.any(|f| f == *c)) {
            return Some(from);
        }
    }
    None
}

/// First word of an organisation of three words and more before the acronym whose letters do not fit
/// (`Kurdistan (PKK)`): the draft is believed.
fn draft_before(page: &Page<'_>, end: usize, acronym: usize) -> Option<usize> {
    let d = page.covering(end - 1)?;
    let both = page.covering(acronym).is_some_and(|a| a.kind == d.kind);
    (d.to == end && d.to - d.from >= 3 && d.kind == EntityKind::Organisation && both).then_some(d.from)
}

fn join(page: &mut Page<'_>, long: (usize, usize), short: (usize, usize)) {
    let (l, s) = (page.covering(long.0), page.covering(short.0));
    let capitals = (long.0..long.1).filter(|i| page.is_capital(*i)).count();
    let whole = l.is_some_and(|d| (d.from, d.to) == long);
    let fixed = l.filter(|d| d.fixed && whole).or(s.filter(|d| d.fixed));
    let pick = |d: crate::entity::page::Draft| d.kind;
    let support = |r: (usize, usize)| page.support(r.0, r.1);
    let (a, b) = (support(long), support(short));
    let best = EntityKind::ALL
        .into_iter()
        .max_by(|x, y| (a[*x as usize] + b[*x as usize]).total_cmp(&(a[*y as usize] + b[*y as usize])));
    let kind = fixed.map(pick).or(l.filter(|_| whole).map(pick)).or(s.map(pick)).or(best.filter(|_| capitals > 1));
    let Some(kind) = kind.filter(|k| *k != EntityKind::Person || l.is_some()) else { return };
    let free_or_own = |page: &Page<'_>, r: (usize, usize)| {
        (r.0..r.1).all(|i| page.covering(i).is_none_or(|d| d.from >= r.0 && d.to <= r.1))
    };
    if capitals > 0 && !whole && free_or_own(page, long) {
        page.put(long.0, long.1, kind, "bracket.long_form");
    }
    if s.is_none_or(|d| !d.fixed) && free_or_own(page, short) {
        page.put(short.0, short.1, kind, "bracket.acronym");
    }
}

#[cfg(test)]
mod tests {
    use super::is_acronym;

    #[test]
    fn acronyms_are_first_letters_with_or_without_link_words() {
        assert!(is_acronym("UE", &["Union", "européenne"]));
        assert!(is_acronym("RPDC", &["République", "populaire", "démocratique", "de", "Corée"]));
        assert!(is_acronym(
            "SGDSN",
            &["Secrétariat", "général", "de", "la", "défense", "et", "de", "la", "sécurité", "nationale"]
        ));
        assert!(!is_acronym("PKK", &["Parti", "des", "travailleurs", "du", "Kurdistan"]));
        assert!(!is_acronym("U", &["Union"]));
    }
}
