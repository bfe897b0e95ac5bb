//! Abbreviations that are written with a full stop.
//!
//! Two readers of text ask for them, and do not ask the same: whoever cuts
//! sentences wants to know whether a full stop can end one, whatever the
//! capitals; the name tagger whether the stop belongs to the word as it was
//! written, and was trained on the words of its column.

/// Folded; whether its stop ends no sentence; the spellings with which the name
/// tagger keeps the stop.
const ABBREVIATIONS: &[(&str, bool, &[&str])] = &[
    ("apr", true, &["apr"]),
    ("art", true, &["art"]),
    ("av", true, &["av"]),
    ("bzw", false, &["bzw"]),
    ("ca", false, &["ca"]),
    ("cap", true, &[]),
    ("capt", true, &["Capt"]),
    ("cf", true, &["cf"]),
    ("cie", false, &["cie", "Cie"]),
    ("cmdr", true, &[]),
    ("co", true, &[]),
    ("col", true, &["Col"]),
    ("corp", false, &["Corp"]),
    ("dec", true, &[]),
    ("dr", true, &["Dr"]),
    ("ed", false, &["éd"]),
    ("env", true, &["env"]),
    ("etc", false, &["etc"]),
    ("ex", true, &[]),
    ("feb", true, &[]),
    ("fev", true, &[]),
    ("fig", true, &[]),
    ("fr", false, &["Fr"]),
    ("gen", true, &["Gen"]),
    ("gov", true, &["Gov"]),
    ("hr", false, &["Hr"]),
    ("inc", true, &["Inc"]),
    ("jan", true, &[]),
    ("jr", true, &["Jr"]),
    ("juil", true, &[]),
    ("lt", true, &["Lt"]),
    ("ltd", true, &["Ltd"]),
    ("m", true, &["M"]),
    ("maj", true, &[]),
    ("me", true, &["Me"]),
    ("mes", false, &["Mes"]),
    ("mgr", true, &["Mgr"]),
    ("mlle", false, &["Mlle"]),
    ("mm", true, &["MM"]),
    ("mme", false, &["Mme"]),
    ("mmes", false, &["Mmes"]),
    ("mr", true, &["Mr"]),
    ("mrs", true, &["Mrs"]),
    ("ms", true, &["Ms"]),
    ("no", true, &["no"]),
    ("nov", true, &[]),
    ("nr", false, &["Nr"]),
    ("oct", true, &[]),
    ("p", true, &["p"]),
    ("pp", true, &["pp"]),
    ("pr", true, &["Pr"]),
    ("prof", true, &["Prof"]),
    ("rep", true, &["Rep"]),
    ("sen", true, &["Sen"]),
    ("sept", true, &[]),
    ("sgt", true, &["Sgt"]),
    ("sr", true, &["Sr"]),
    ("st", true, &["St"]),
    ("ste", true, &["Ste"]),
    ("str", false, &["Str"]),
    ("tel", true, &[]),
    ("vol", true, &["vol"]),
    ("vs", true, &["vs"]),
];

/// True when a full stop behind the folded word ends no sentence.
pub(crate) fn goes_on(folded: &str) -> bool {
    ABBREVIATIONS.iter().any(|(word, goes_on, _)| *goes_on && *word == folded)
}

/// True when the name tagger takes a full stop behind the word for a part of
/// it.
pub(crate) fn keeps_stop(word: &str) -> bool {
    ABBREVIATIONS.iter().any(|(_, _, written)| written.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn every_spelling_stands_with_its_folded_word_and_every_row_has_a_use() {
        for (word, goes_on, written) in ABBREVIATIONS {
            assert!(written.iter().all(|w| fold(w) == *word), "{word}");
            assert!(*goes_on || !written.is_empty(), "{word}");
        }
        assert!(goes_on("dr") && keeps_stop("Dr") && !keeps_stop("dr"));
    }
}
