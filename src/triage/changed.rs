//! Articles that were changed since they were judged: a verdict is about a text,
//! and another text may stand at the address by now.

use crate::corpus::{DocId, DocKey, Document, Histories, History};
use crate::triage::change::State;
use crate::triage::ledger::Triage;
use std::collections::HashSet;

/// The last version that somebody judged, by its place, and what was decided,
/// where later versions have no verdict. Versions are given the first one first.
pub fn changed_since(triage: &Triage, versions: &[DocKey]) -> Option<(usize, State)> {
    let judged = |key: &DocKey| triage.status(key).verdict().map(|v| v.state).filter(|s| *s != State::ToRead);
    let last = versions.iter().rposition(|key| judged(key).is_some())?;
    let state = judged(versions.get(last)?)?;
    (last + 1 < versions.len()).then_some((last, state))
}

/// Of the documents of a history, the version that was judged last and those that
/// came since; none where the newest has a verdict. `key` tells which text a
/// document is.
pub fn changed_documents(triage: &Triage, history: &History, key: &dyn Fn(DocId) -> Option<DocKey>) -> Vec<DocId> {
    let versions: Option<Vec<DocKey>> = history.versions.iter().map(|id| key(*id)).collect();
    let judged = versions.and_then(|versions| changed_since(triage, &versions));
    let since = |(judged, _): (usize, State)| {
        let documents = history.documents.iter().filter(move |(_, place)| *place as usize >= judged);
        documents.map(|(id, _)| *id).collect()
    };
    judged.map_or_else(Vec::new, since)
}

/// The documents of all articles that were changed since they were judged, as
/// [`changed_documents`] tells them.
pub fn all_changed(triage: &Triage, histories: &Histories, key: &dyn Fn(DocId) -> Option<DocKey>) -> HashSet<DocId> {
    histories.all().into_iter().flat_map(|history| changed_documents(triage, history, key)).collect()
}

/// The same among some documents, which have their places as numbers.
pub fn changed_among(triage: &Triage, documents: &[Document]) -> HashSet<DocId> {
    let key = |id: DocId| documents.get(id.index()).map(|d| d.key);
    all_changed(triage, &Histories::of_documents(documents), &key)
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
