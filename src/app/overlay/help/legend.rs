//! What the signs of the screens mean, and what may be written in a query.

use crate::app::view::{state_name, state_sign};
use crate::triage::State;
use crate::words::{Lang, Plain, msg};

/// Signs that are those of no state, with what they mean.
const SIGNS: [(&str, Plain); 14] = [
    ("●5", msg::LEGEND_LEFT),
    ("+  +5", msg::LEGEND_TICKED),
    ("A", msg::LEGEND_PINNED),
    ("Δ", msg::LEGEND_CHANGED),
    ("≠", msg::LEGEND_CONTESTED),
    ("✎", msg::LEGEND_NOTED),
    ("×3", msg::LEGEND_COPIES),
    ("4/5", msg::LEGEND_TEXTS),
    ("└", msg::LEGEND_COPY),
    ("▸  ▾", msg::LEGEND_FOLDED),
    ("~", msg::LEGEND_INFERRED),
    ("?", msg::LEGEND_DOUBTFUL),
    ("+", msg::LEGEND_SPELLINGS),
    ("→  /", msg::LEGEND_SEARCH),
];

/// Every sign, with what it means.
pub(super) fn legend(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let state = |s: State| (state_sign(s, false), state_name(s, lang));
    State::ALL.into_iter().map(state).chain(SIGNS.map(|(sign, words)| (sign, lang.text(words)))).collect()
}

/// What a query is made of, with what it means.
const QUERIES: [(&str, Plain); 8] = [
    ("\"a b\"", msg::QUERY_PHRASE),
    ("-a", msg::QUERY_NOT),
    ("a OR b", msg::QUERY_OR),
    ("(a b)", msg::QUERY_GROUP),
    ("a*", msg::QUERY_PREFIX),
    ("a~1", msg::QUERY_TYPO),
    ("/a.b/", msg::QUERY_REGEX),
    ("title:a", msg::QUERY_FIELD),
];

/// Every form of a query, with what it means.
pub(super) fn queries(lang: Lang) -> Vec<(&'static str, &'static str)> {
    QUERIES.map(|(form, words)| (form, lang.text(words))).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_sign_in_the_legend() {
        let rows = legend(Lang::EN);
        for state in State::ALL {
            assert!(rows.contains(&(state_sign(state, false), state_name(state, Lang::EN))), "{rows:?}");
        }
    }
}
