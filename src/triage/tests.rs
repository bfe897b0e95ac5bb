use super::*;
use crate::corpus::DocKey;
use crate::triage::journal;
use proptest::prelude::*;

fn key(n: u8) -> DocKey {
    DocKey::of_text(&n.to_string())
}

/// State and read flag of an article.
fn said(t: &Triage, n: u8) -> (State, bool) {
    let status = t.status(&key(n));
    (status.state, status.read)
}

fn state(n: u8, s: State) -> Vec<(Target, Change)> {
    vec![(key(n).into(), Change::State(s))]
}

fn applied(triage: &mut Triage, make: impl FnOnce(&Triage) -> Entry) -> Entry {
    let entry = make(triage);
    triage.apply(&entry);
    entry
}

#[test]
fn a_bulk_verb_is_one_entry_and_one_undo() {
    let mut t = Triage::new();
    let targets: Vec<Target> = (0..12).map(|n| key(n).into()).collect();
    applied(&mut t, |t| t.act(5, "a", state(3, State::Drop)));
    let preview = t.preview(&targets, &Change::State(State::Drop));
    assert_eq!(preview, Preview { targets: 12, changing: 11 });
    let bulk = targets.iter().map(|k| (k.clone(), Change::State(State::Drop))).collect();
    applied(&mut t, |t| t.act(6, "a", bulk));
    let undo = t.undo(7, "a").unwrap();
    assert_eq!(crate::words::Lang::FR.say(summary::sentence(&undo, &t, &|_| None)), "annulé : 12 articles → écarté");
    let shifts = t.apply(&undo);
    assert_eq!(shifts.iter().filter(|s| s.before != s.after).count(), 11);
    assert_eq!(t.status(&key(3)).state, State::Drop, "what an earlier act did stays");
    assert_eq!(t.status(&key(4)).state, State::ToRead);
}

#[test]
fn the_acts_on_a_target_are_those_in_bulk_and_the_few() {
    let mut t = Triage::new();
    let some = |from: u8, to: u8| (from..to).map(|n| (key(n).into(), Change::Read(true))).collect::<Vec<_>>();
    let few = applied(&mut t, |t| t.act(1, "a", state(3, State::Keep))).id;
    let bulk = applied(&mut t, |t| t.act(2, "a", some(0, 100))).id;
    applied(&mut t, |t| t.act(3, "a", some(100, 200)));
    assert_eq!(t.acts_on(&key(3).into()).map(|e| e.id).collect::<Vec<_>>(), [few, bulk]);
}

#[test]
fn undo_goes_back_one_act_at_a_time_and_redo_comes_forward_in_the_same_steps() {
    let mut t = Triage::new();
    for (i, s) in [State::Follow, State::Keep, State::Done].into_iter().enumerate() {
        applied(&mut t, |t| t.act(i as i64, "a", state(1, s)));
    }
    let mut seen = Vec::new();
    while let Some(e) = t.undo(10, "a") {
        t.apply(&e);
        seen.push(t.status(&key(1)).state);
    }
    assert_eq!(seen, [State::Keep, State::Follow, State::ToRead]);
    seen.clear();
    while let Some(e) = t.redo(20, "a") {
        t.apply(&e);
        seen.push(t.status(&key(1)).state);
    }
    assert_eq!(seen, [State::Follow, State::Keep, State::Done]);
    assert!(t.redo(30, "a").is_none());
}

#[test]
fn a_new_act_ends_what_could_be_redone() {
    let mut t = Triage::new();
    applied(&mut t, |t| t.act(1, "a", state(1, State::Keep)));
    applied(&mut t, |t| t.undo(2, "a").unwrap());
    assert!(t.redo(3, "a").is_some());
    applied(&mut t, |t| t.act(4, "a", state(2, State::Keep)));
    assert!(t.redo(5, "a").is_none());
    applied(&mut t, |t| t.undo(6, "a").unwrap());
    assert_eq!(t.redoable("a", &|_| true).map(|e| e.changes().iter().next().unwrap().0.clone()), Some(key(2).into()));
}

#[test]
fn nobody_undoes_the_act_of_somebody_else() {
    let mut t = Triage::new();
    applied(&mut t, |t| t.act(1, "a", state(1, State::Keep)));
    applied(&mut t, |t| t.act(2, "b", state(1, State::Drop)));
    let status = t.status(&key(1));
    assert!(status.is_contested() && status.state == State::Drop && &*status.verdict().unwrap().by == "b");
    applied(&mut t, |t| t.undo(3, "a").unwrap());
    let status = t.status(&key(1));
    assert!(!status.is_contested() && status.state == State::Drop);
    assert!(t.undo(4, "a").is_none());
}

#[test]
fn a_clock_that_goes_backwards_does_not_make_a_verdict_older() {
    let mut t = Triage::new();
    applied(&mut t, |t| t.act(1_000_000, "a", state(1, State::Keep)));
    let late = applied(&mut t, |t| t.act(5, "a", state(1, State::Drop)));
    assert_eq!(late.at, 1_000_001);
    assert_eq!(t.status(&key(1)).state, State::Drop);
}

#[test]
fn an_undo_that_arrives_before_its_act_still_counts() {
    let mut here = Triage::new();
    let act = applied(&mut here, |here| here.act(1, "a", state(1, State::Keep)));
    let undo = applied(&mut here, |here| here.undo(2, "a").unwrap());
    let mut there = Triage::new();
    there.apply(&undo);
    there.apply(&act);
    assert_eq!(there.status(&key(1)), here.status(&key(1)));
    assert!(!there.counts(act.id));
}

#[test]
fn notes_are_edited_moved_and_deleted_by_their_identity() {
    let mut t = Triage::new();
    let id = NoteId::of(b"1");
    let k: Target = key(1).into();
    let act = |t: &mut Triage, c| applied(t, |t| t.act(1, "a", vec![(k.clone(), c)]));
    act(&mut t, Change::Note { id, text: "un".into(), anchors: vec![] });
    act(&mut t, Change::EditNote { id, text: "deux".into() });
    assert_eq!(t.status(&key(1)).notes[0].text, "deux");
    act(&mut t, Change::DeleteNote(id));
    assert!(t.status(&key(1)).notes.is_empty());
    applied(&mut t, |t| t.undo(9, "a").unwrap());
    assert_eq!(t.status(&key(1)).notes[0].text, "deux");
}

#[test]
fn a_note_on_a_story_is_one_note_for_all_its_articles() {
    let mut t = Triage::new();
    let change = Change::Note { id: NoteId::of(b"1"), text: "pont".into(), anchors: vec![] };
    applied(&mut t, |t| t.act(1, "a", vec![(Target::Story("s".into()), change)]));
    let shared = t.shared_notes(&|_| vec![key(1), key(2)]);
    assert!(std::sync::Arc::ptr_eq(&shared[&key(1)][0], &shared[&key(2)][0]));
}

#[test]
fn a_later_decision_takes_the_place_of_one_it_contradicts() {
    let mut t = Triage::new();
    let same = Decision::SameName { form: "Kim".into(), name: "Kim Jong-un".into() };
    let other = Decision::OtherName { form: "Kim".into(), name: "Kim Jong-un".into() };
    for d in [&same, &other] {
        applied(&mut t, |t| t.act(1, "a", vec![(Target::Corpus, Change::Decide(d.clone()))]));
    }
    assert_eq!(t.status_of(&Target::Corpus).decisions, [other]);
    applied(&mut t, |t| t.undo(2, "a").unwrap());
    assert_eq!(t.status_of(&Target::Corpus).decisions, [same]);
}

#[test]
fn counts_follow_every_shift() {
    let mut t = Triage::new();
    let mut counts = StateCounts::default();
    (0..5).for_each(|n| counts.add(said(&t, n)));
    let bulk = (0..3).map(|n| (key(n).into(), Change::State(State::Keep))).collect();
    {
        let e = t.act(1, "a", bulk);
        t.apply(&e).iter().for_each(|s| counts.shift(s));
    }
    assert_eq!((counts.of(State::Keep), counts.of(State::ToRead), counts.unread, counts.total()), (3, 2, 5, 5));
    let undo = t.undo(2, "a").unwrap();
    t.apply(&undo).iter().for_each(|s| counts.shift(s));
    assert_eq!((counts.of(State::Keep), counts.of(State::ToRead)), (0, 5));
}

#[test]
fn what_a_target_prints_it_reads() {
    for t in [
        Target::Document(key(1)),
        Target::pair(key(1), key(2)),
        Target::Story("2023-09-13-khassan".into()),
        Target::Source("Le Point: été".into()),
        Target::Corpus,
    ] {
        assert_eq!(Target::parse(&t.to_string()), Some(t));
    }
    assert_eq!(Target::pair(key(1), key(2)), Target::pair(key(2), key(1)));
}

fn change() -> impl Strategy<Value = Change> {
    let id = (0u8..3).prop_map(|n| NoteId::of(&[n]));
    let decision = prop_oneof![
        ("[ab]", "[cd]").prop_map(|(form, name)| Decision::SameName { form, name }),
        ("[ab]", "[cd]").prop_map(|(form, name)| Decision::OtherName { form, name }),
        "[ab]".prop_map(|form| Decision::NotAName { form }),
        ("[ab]", "[cd]").prop_map(|(name, called)| Decision::Called { name, called }),
        (0u8..3).prop_map(|n| Decision::SameStory { with: key(n) }),
        (0u8..3).prop_map(|n| Decision::OtherStory { than: key(n) }),
        ("[ab]", ".{0,4}").prop_map(|(name, query)| Decision::Search { name, query }),
        ("[ab]", "[cd]").prop_map(|(address, folder)| Decision::Following { address, folder }),
    ];
    prop_oneof![
        (0usize..5).prop_map(|i| Change::State(State::ALL[i])),
        any::<bool>().prop_map(Change::Read),
        "[ab]".prop_map(Change::Tag),
        "[ab]".prop_map(Change::Untag),
        (id.clone(), ".{0,9}").prop_map(|(id, text)| Change::Note { id, text, anchors: Vec::new() }),
        (id.clone(), ".{0,9}").prop_map(|(id, text)| Change::EditNote { id, text }),
        id.prop_map(Change::DeleteNote),
        proptest::option::of(".{0,9}").prop_map(|value| Change::Claim { field: ClaimField::Source, value }),
        decision.clone().prop_map(Change::Decide),
        decision.prop_map(Change::Retract),
    ]
}

/// What somebody may do: act on some articles, undo or redo.
#[derive(Clone, Debug)]
enum Step {
    Act(Vec<(u8, Change)>),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = (u8, i64, Step)> {
    let step = prop_oneof![
        3 => proptest::collection::vec((0u8..4, change()), 1..4).prop_map(Step::Act),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ];
    (0u8..2, 0i64..50, step)
}

fn play(steps: &[(u8, i64, Step)]) -> Triage {
    let mut t = Triage::new();
    for (who, now, step) in steps {
        let by = ["a", "b"][usize::from(*who)];
        let entry = match step {
            Step::Act(list) => Some(t.act(*now, by, list.iter().map(|(n, c)| (key(*n).into(), c.clone())).collect())),
            Step::Undo => t.undo(*now, by),
            Step::Redo => t.redo(*now, by),
        };
        if let Some(e) = entry {
            t.apply(&e);
        }
    }
    t
}

fn written(t: &Triage) -> Vec<Entry> {
    t.entries().map(|e| e.to_entry()).collect()
}

fn view(t: &Triage) -> String {
    let statuses: Vec<_> = (0..4).map(|n| t.status(&key(n)).clone()).collect();
    format!("{statuses:?}")
}

proptest! {
    #[test]
    fn merging_is_commutative_and_idempotent(
        x in proptest::collection::vec(step(), 0..14),
        y in proptest::collection::vec(step(), 0..14),
        cut in 0usize..14,
    ) {
        let (x, y) = (play(&x), play(&y));
        let (xs, ys): (Vec<_>, Vec<_>) = (written(&x), written(&y));
        let mut xy = x.clone();
        xy.extend(ys.iter().cloned());
        let mut yx = y.clone();
        yx.extend(xs.iter().cloned());
        prop_assert_eq!(view(&xy), view(&yx));
        let again = xy.clone().extend(xs.iter().chain(&ys).cloned());
        prop_assert!(again.is_empty());
        // One by one, in another order and from the middle of both.
        let mut one = Triage::new();
        let cut = cut.min(ys.len());
        for e in ys[cut..].iter().rev().chain(&xs).chain(&ys[..cut]) {
            one.apply(e);
        }
        prop_assert_eq!(view(&one), view(&xy));
        let order = |t: &Triage| t.entries().map(|e| e.id).collect::<Vec<_>>();
        prop_assert_eq!(order(&one), order(&xy));
        // At once, with what both have standing twice, and without.
        let twice = Triage::of(ys.iter().chain(&xs).chain(&ys[cut..]).cloned().collect());
        let mut once = Triage::of(written(&xy));
        prop_assert_eq!((view(&twice), order(&twice)), (view(&xy), order(&xy)));
        prop_assert_eq!((view(&once), order(&once)), (view(&xy), order(&xy)));
        prop_assert!(once.extend(ys.iter().cloned()).is_empty());
    }

    #[test]
    fn undo_then_redo_changes_nothing(steps in proptest::collection::vec(step(), 0..20)) {
        let mut t = play(&steps);
        let before = view(&t);
        if let Some(e) = t.undo(100, "a") {
            t.apply(&e);
            let back = t.redo(100, "a").expect("what was just undone can be redone");
            t.apply(&back);
        }
        prop_assert_eq!(view(&t), before);
    }

    #[test]
    fn shifts_say_the_whole_difference(steps in proptest::collection::vec(step(), 0..20)) {
        let mut t = Triage::new();
        let mut counts = StateCounts::default();
        (0..4).for_each(|n| counts.add(said(&t, n)));
        for e in written(&play(&steps)) {
            t.apply(&e).iter().for_each(|s| counts.shift(s));
        }
        let mut fresh = StateCounts::default();
        (0..4).for_each(|n| fresh.add(said(&t, n)));
        prop_assert_eq!(counts, fresh);
    }

    #[test]
    fn a_line_reads_back_and_no_changed_line_passes(
        steps in proptest::collection::vec(step(), 1..6),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
    ) {
        for e in written(&play(&steps)) {
            let line = journal::print(&e);
            prop_assert_eq!(journal::parse(line.as_bytes()), journal::Line::Entry(e.clone()));
            let mut other = line.trim_end().as_bytes().to_vec();
            let i = at.index(other.len());
            if other[i] != byte && !other[i].eq_ignore_ascii_case(&byte) {
                other[i] = byte;
                prop_assert!(!matches!(journal::parse(&other), journal::Line::Entry(_)), "{}", String::from_utf8_lossy(&other));
            }
        }
    }

    #[test]
    fn no_bytes_make_the_journal_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        journal::read("j", 1, &bytes);
    }
}
