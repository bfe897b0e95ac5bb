//! Whether a line names a person or an organisation, and which author a page
//! states. Knows how names are written; has never heard of a certain site.

use crate::clean::kinds::is_clock;
use crate::clean::page_features::PageFeatures;
use crate::clean::words::{stop_words, token_hash};
use crate::corpus::Claim;
use crate::corpus::date::find_dates;
use crate::ingest::RawDocument;
use crate::text::{Span, fold};
use crate::words::msg;

/// Folded words that stand in small letters inside a name.
const INSIDE: &[&str] = &[
    "et", "e", "and", "und", "y", "i", "og", "och", "en", "&", "de", "du", "des", "d", "l", "da", "do", "dos", "das",
    "la", "le", "les", "van", "von", "vom", "zu", "zum", "zur", "der", "den", "die", "ter", "ten", "di", "del",
    "della", "dei", "bin", "ibn", "al", "el", "of", "the", "for", "fur", "pour", "avec", "with", "mit", "con", "com",
    "via", "sur", "aus", "in", "a", "af", "av",
];
/// Folded articles with which the name of an organisation may start.
const ARTICLES: &[&str] = &[
    "the", "le", "la", "les", "l", "die", "der", "das", "el", "los", "il", "lo", "o", "de", "di", "da", "von", "van",
    "a",
];
/// Folded words that stand where a name is expected and are none.
const LABELS: &[&str] = &[
    "posted",
    "published",
    "publie",
    "publiee",
    "publiziert",
    "veroffentlicht",
    "geschrieben",
    "written",
    "updated",
    "erstellt",
    "print",
    "share",
    "login",
    "datum",
    "date",
    "autor",
    "author",
    "auteur",
];

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
        return !grammar(only) && !LABELS.contains(&only.as_str());
    }
    let (first, last) = (&folded[0], &folded[folded.len() - 1]);
    let opens = !grammar(first) || ARTICLES.contains(&first.as_str()) || first.chars().count() < 3;
    let closes = !grammar(last) || last.chars().count() < 2;
    let inside = words.iter().zip(&folded).skip(1).all(|(w, f)| {
        let elided = f.split(['\'', '’']).next().is_some_and(|head| INSIDE.contains(&head));
        !small(w) || elided || INSIDE.contains(&f.as_str())
    });
    opens && closes && inside && !LABELS.contains(&first.as_str())
}

/// The author that the format states; of a page only what can be a name.
pub(super) fn stated(raw: &RawDocument) -> Option<Claim<String>> {
    let known = raw.fields.author.iter().filter(|f| !f.value.trim().is_empty());
    let mut own = None;
    for f in known {
        let page = f.rule.starts_with("html.");
        let value = f.value.trim();
        // `Ana Roz - https://…`: the page of the author on the site.
        let value = value.split(" - http").next().filter(|_| page).unwrap_or(value).trim();
        let likely = value.chars().any(char::is_alphabetic) && !value.contains("://") && !value.contains('@');
        if page && (!likely || LABELS.contains(&fold(value).as_str())) {
            continue;
        }
        let claim = Claim::written(value.to_owned(), None, f.rule, msg::clean_field(f.rule));
        if !(page && is_outlet(raw, value)) {
            return Some(claim);
        }
        own = own.or(Some(claim));
    }
    own
}

/// The letters and digits of a name, folded.
fn bare(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// True when a name is that of the outlet or of its host.
pub(super) fn is_outlet(raw: &RawDocument, name: &str) -> bool {
    let name = bare(name);
    let host = raw.fields.url.first().and_then(|f| f.value.split("://").nth(1)).and_then(|rest| rest.split('/').next());
    let host = host.map(|h| bare(h.strip_prefix("www.").unwrap_or(h)));
    let named = raw.fields.source.iter().any(|f| bare(&f.value) == name);
    named || name.chars().count() >= 4 && host.is_some_and(|h| h.starts_with(&name))
}

/// Words of the longest name that stands alone below `By`.
const BELOW: u32 = 6;

/// The name in the row below one that only says that a name follows, and
/// where it stands.
pub(super) fn below<'t>(page: &PageFeatures<'t>, i: usize) -> Option<(&'t str, Span)> {
    let next = i + 1;
    if next >= page.len() || page.row(next).words > BELOW {
        return None;
    }
    let content = page.content(next);
    let name = content.split([',', '|', '•', '·', ';']).next().unwrap_or(content).trim();
    if name.is_empty() || !is_name(name) || page.shapes[next].only_date {
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
    let behind = |by: &&str| tail.find(*by).filter(|&at| is_clock(&tail[..at])).map(|at| at + by.len());
    [" by ", " von ", " par ", " por ", " di "].iter().find_map(behind).map(|at| date.whole.end + at)
}
