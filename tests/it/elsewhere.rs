//! What is done in another window or by another desk is shown here as if it were done here.

use crate::support::{press, setup};
use kiosque::app::Msg;
use kiosque::app::saved::state::Count;
use kiosque::shell::Harness;
use kiosque::triage::{Change, ClaimField, Decision, Entry, Target, What};
use kiosque::words::Lang;

#[test]
fn a_correction_that_is_undone_elsewhere_is_none_any_more() {
    let mut h = Harness::new(setup(140, 40, Lang::FR));
    press(&mut h, "j");
    let id = h.model.list.document().expect("an article");
    let key = h.model.library.key(id).expect("its key");
    let source = |h: &Harness| h.model.library.card(id).and_then(|card| card.source.clone());
    let before = source(&h);
    let value = Some("Le Quai de Larne".to_owned());
    let act = vec![(Target::Document(key), Change::Claim { field: ClaimField::Source, value })];
    let entry = Entry::new(h.model.now + 1000, "paul", What::Act(act));
    let undo = Entry::new(h.model.now + 2000, "paul", What::Undo(entry.id));
    h.send(Msg::Entries(vec![entry]));
    h.run_until_idle();
    assert_eq!(source(&h).as_deref(), Some("Le Quai de Larne"));
    h.send(Msg::Entries(vec![undo]));
    h.run_until_idle();
    assert_eq!(source(&h), before);
}

#[test]
fn a_note_on_a_comparison_counts_at_once_for_the_searches_that_are_kept() {
    let mut h = Harness::new(setup(120, 40, Lang::EN));
    let search = Decision::Search { name: "noted".to_owned(), query: "is:noted".to_owned() };
    let act = What::Act(vec![(Target::Corpus, Change::Decide(search))]);
    h.send(Msg::Entries(vec![Entry::new(h.model.now, "paul", act)]));
    h.run_until_idle();
    assert_eq!(h.model.saved.count(0), Count::Known(0));
    press(&mut h, "jj=j=naask both<enter>");
    assert!(h.model.triage.noted().any(|(target, _)| matches!(target, Target::Pair(..))));
    assert_eq!(h.model.saved.count(0), Count::Known(2));
}
