//! Articles that were changed since they were judged: a verdict is about a text,
//! and another text may stand at the address by now.

use crate::corpus::DocKey;
use crate::triage::change::State;
use crate::triage::ledger::Triage;

/// The last version that somebody judged, by its place, and what was decided,
/// where later versions have no verdict. Versions are given the first one first.
pub fn changed_since(triage: &Triage, versions: &[DocKey]) -> Option<(usize, State)> {
    let judged = |key: &DocKey| triage.status(key).verdict().map(|v| v.state).filter(|s| *s != State::ToRead);
    let last = versions.iter().rposition(|key| judged(key).is_some())?;
    let state = judged(versions.get(last)?)?;
    (last + 1 < versions.len()).then_some((last, state))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::triage::{Change, Target};

    #[test]
    fn a_verdict_on_an_earlier_text_is_told_until_the_last_one_is_judged() {
        let keys: Vec<DocKey> = ["un", "deux", "trois"].map(DocKey::of_text).into();
        let keep = |triage: &mut Triage, key: DocKey| {
            let entry = triage.act(1, "anne", vec![(Target::Document(key), Change::State(State::Keep))]);
            triage.apply(&entry);
        };
        let mut triage = Triage::new();
        assert_eq!(changed_since(&triage, &keys), None);
        keep(&mut triage, keys[1]);
        assert_eq!(changed_since(&triage, &keys), Some((1, State::Keep)));
        assert_eq!(changed_since(&triage, &keys[..2]), None);
        keep(&mut triage, keys[2]);
        assert_eq!(changed_since(&triage, &keys), None);
    }
}
