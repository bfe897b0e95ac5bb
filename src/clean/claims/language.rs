//! The language of the body, by its stop words; where these do not decide, by
//! the letters (whatlang, of which the languages known here count).

use super::read::field;
use crate::clean::kinds::Kinds;
use crate::clean::page_features::PageFeatures;
use crate::clean::words::{stop_word_lists, stop_words};
use crate::corpus::{Claim, Language};
use crate::ingest::RawDocument;
use crate::words::msg;

/// Words of the body that are looked at.
const SAMPLE: usize = 500;
/// Stop words without which nothing is said.
const ENOUGH: u32 = 6;
/// Characters that the letter statistics look at.
const LETTERS: usize = 600;

/// The language of the body; of the whole text where the body is short.
pub(crate) fn find(page: &PageFeatures<'_>, kinds: &Kinds, raw: &RawDocument) -> Claim<Language> {
    let stated = field(&raw.fields.language).and_then(|c| Some((Language::from_code(c.value.as_deref()?)?, c)));
    let mut counts = [0u32; Language::ALL.len()];
    let mut seen = 0;
    let body = (0..page.len()).filter(|&i| kinds.labels[i].kind.is_body());
    for i in body {
        for &t in page.measured.tokens(page.row(i)) {
            let mask = stop_words().get(t);
            for (bit, n) in counts.iter_mut().enumerate() {
                *n += u32::from(mask >> bit & 1);
            }
        }
        seen += page.row(i).words as usize;
        if seen > SAMPLE {
            break;
        }
    }
    if seen < 40 {
        for (n, all) in counts.iter_mut().zip(page.measured.languages) {
            *n += all;
        }
    }
    let best = (0..Language::ALL.len()).max_by_key(|&i| (counts[i], Language::ALL.len() - i)).unwrap_or(0);
    let second = (0..Language::ALL.len()).filter(|&i| i != best).map(|i| counts[i]).max().unwrap_or(0);
    if counts[best] >= ENOUGH && counts[best] * 4 > second * 5 {
        let note = msg::clean_stop_words(counts[best].to_string(), seen.to_string());
        return Claim::inferred(Language::ALL[best], None, "language.words", note);
    }
    if let Some((l, c)) = stated {
        return Claim { value: Some(l), mark: c.mark, evidence: c.evidence };
    }
    by_letters(page, kinds).unwrap_or_default()
}

fn by_letters(page: &PageFeatures<'_>, kinds: &Kinds) -> Option<Claim<Language>> {
    use whatlang::Detector;
    let sample: String = (0..page.len())
        .filter(|&i| kinds.labels[i].kind.is_body())
        .flat_map(|i| page.content(i).chars().chain([' ']))
        .take(LETTERS)
        .collect();
    let info = Detector::new().detect(&sample).filter(whatlang::Info::is_reliable)?;
    let (language, ..) = stop_word_lists().find(|(_, code, _)| *code == info.lang().code())?;
    Some(Claim::inferred(language, None, "language.letters", msg::CLEAN_LETTERS))
}
