//! The language of the body, by its stop words; where these do not decide, by
//! the letters (whatlang, of which the languages known here count).

use super::read::field;
use crate::clean::kinds::Kinds;
use crate::clean::page_features::PageFeatures;
use crate::clean::words::stop_words;
use crate::corpus::{Claim, Language};
use crate::ingest::RawDocument;
use crate::words::msg;

/// Words of the body that are looked at.
const SAMPLE: u32 = 500;
/// Words below which the whole text is looked at.
const SHORT: u32 = 40;
/// Share of stop words above which a text is in a language without a doubt.
const PLAIN: f64 = 0.36;
/// Share that running text of a known language has at least.
const LEAST: f64 = 0.15;
/// Stop words without which nothing is said.
const ENOUGH: u32 = 6;
/// Characters that the letter statistics look at.
const LETTERS: usize = 600;

/// The language of the body; of the whole text where the body is short.
pub(crate) fn find(page: &PageFeatures<'_>, kinds: &Kinds, raw: &RawDocument) -> Claim<Language> {
    let stated = field(&raw.fields.language).and_then(|c| Some((Language::from_code(c.value.as_deref()?)?, c)));
    let (mut counts, mut seen) = count(page, (0..page.len()).filter(|&i| kinds.labels[i].kind.is_body()));
    if seen < SHORT {
        (counts, seen) = count(page, 0..page.len());
    }
    let best = (0..Language::ALL.len()).max_by_key(|&i| (counts[i], Language::ALL.len() - i)).unwrap_or(0);
    let second = (0..Language::ALL.len()).filter(|&i| i != best).map(|i| counts[i]).max().unwrap_or(0);
    let share = f64::from(counts[best]) / f64::from(seen.max(1));
    let said = stated.as_ref().is_some_and(|(l, _)| *l == Language::ALL[best]);
    if !said
        && share < PLAIN
        && let Some(name) = foreign(page, kinds)
    {
        return Claim::unknown().because(None, "language.refused", msg::clean_other_language(name));
    }
    if counts[best] >= ENOUGH && share >= LEAST && counts[best] * 4 > second * 5 {
        let note = msg::clean_stop_words(counts[best].to_string(), seen.to_string());
        return Claim::inferred(Language::ALL[best], None, "language.words", note);
    }
    if let Some((l, c)) = stated {
        return Claim { value: Some(l), mark: c.mark, evidence: c.evidence };
    }
    by_letters(page, kinds).unwrap_or_default()
}

/// Stop words per language in some rows, and the words that were looked at.
fn count(page: &PageFeatures<'_>, rows: impl Iterator<Item = usize>) -> ([u32; Language::ALL.len()], u32) {
    let (mut counts, mut seen) = ([0u32; Language::ALL.len()], 0);
    for i in rows {
        let tokens = page.measured.tokens(page.row(i));
        for &t in tokens {
            let mask = stop_words().get(t);
            for (bit, n) in counts.iter_mut().enumerate() {
                *n += u32::from(mask >> bit & 1);
            }
        }
        seen += tokens.len() as u32;
        if seen > SAMPLE {
            break;
        }
    }
    (counts, seen)
}

/// The language of the body by its letters, when it is none that is known
/// here: a few short words are the same in many languages.
fn foreign(page: &PageFeatures<'_>, kinds: &Kinds) -> Option<&'static str> {
    let sample = sample(page, kinds);
    let first = whatlang::detect(&sample).filter(|i| known(i).is_none())?;
    // Danish is not told from Norwegian for certain, and yet it is neither
    // Dutch nor German.
    let next = || whatlang::Detector::with_denylist(vec![first.lang()]).detect(&sample);
    (first.is_reliable() || next().is_some_and(|i| known(&i).is_none())).then(|| first.lang().eng_name())
}

/// The language known here that the letters are of.
fn known(info: &whatlang::Info) -> Option<Language> {
    Language::ALL.into_iter().find(|l| l.iso639_3() == info.lang().code())
}

/// The head of the body, for the statistics of letters.
fn sample(page: &PageFeatures<'_>, kinds: &Kinds) -> String {
    (0..page.len())
        .filter(|&i| kinds.labels[i].kind.is_body())
        .flat_map(|i| page.content(i).chars().chain([' ']))
        .take(LETTERS)
        .collect()
}

fn by_letters(page: &PageFeatures<'_>, kinds: &Kinds) -> Option<Claim<Language>> {
    let language =
        whatlang::detect(&sample(page, kinds)).filter(whatlang::Info::is_reliable).as_ref().and_then(known)?;
    Some(Claim::inferred(language, None, "language.letters", msg::CLEAN_LETTERS))
}
