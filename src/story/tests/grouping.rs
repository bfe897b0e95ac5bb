//! Stories: made at once, one by one, by hand, and when articles come or go.

use super::*;
use std::collections::BTreeSet;

#[test]
fn a_story_split_by_hand_stays_split_and_a_merge_takes_every_member_along() {
    let texts = [
        SENTENCES[..6].join(" "),
        SENTENCES[..5].join(" "),
        SENTENCES[1..6].join(" "),
        SENTENCES[9].to_owned(),
        SENTENCES[11].to_owned(),
    ];
    let s: Vec<Signature> = texts.iter().map(|t| signature(&read(t).document)).collect();
    let inputs: Vec<StoryInput<'_>> = s.iter().map(|signature| StoryInput { signature }).collect();
    let groups = |o: &GroupOptions| -> Vec<Vec<usize>> {
        let of = |s: &Story| {
            let mut m: Vec<usize> = s.members.iter().map(|m| m.index).collect();
            m.sort_unstable();
            m
        };
        let mut all: Vec<Vec<usize>> = group(&inputs, o).stories.iter().map(of).collect();
        all.sort();
        all
    };
    assert_eq!(groups(&GroupOptions::default()), [vec![0, 1, 2], vec![3], vec![4]]);

    let members: BTreeSet<_> = s[..3].iter().map(|s| s.key).collect();
    let edit::Split { together, apart } = edit::split(&members, &BTreeSet::from([s[1].key]));
    let split = GroupOptions { together, apart, ..GroupOptions::default() };
    assert_eq!(groups(&split), [vec![0, 2], vec![1], vec![3], vec![4]]);
    assert_eq!(edit::split(&members, &members), edit::Split::default());

    let together = edit::merge(&s.iter().map(|s| s.key).collect());
    assert_eq!(groups(&GroupOptions { together, ..GroupOptions::default() }), [[0, 1, 2, 3, 4]]);
}

#[test]
fn a_story_keeps_its_identity_when_articles_arrive() {
    let texts = [SENTENCES[..6].join(" "), SENTENCES[..5].join(" "), SENTENCES[..7].join("\n")];
    let s: Vec<Signature> = texts.iter().map(|t| signature(&read(t).document)).collect();
    let first: Vec<StoryInput<'_>> = s[..2].iter().map(|signature| StoryInput { signature }).collect();
    let before = group(&first, &GroupOptions::default()).stories;
    let told: Vec<_> =
        before.iter().map(|x| (x.id.clone(), x.members.iter().map(|m| s[m.index].key).collect())).collect();
    let all: Vec<StoryInput<'_>> = s.iter().map(|signature| StoryInput { signature }).collect();
    let after = group(&all, &GroupOptions { before: told, ..GroupOptions::default() }).stories;
    assert_eq!(after[0].id, before[0].id);
    assert_eq!(after[0].members.len(), 3);
}

#[test]
fn documents_added_one_by_one_find_their_story() {
    let texts = [SENTENCES[..6].join(" "), SENTENCES[9].to_owned(), SENTENCES[..5].join(" ")];
    let mut grouper = Grouper::new();
    let placed: Vec<usize> = texts.iter().map(|t| grouper.add(signature(&read(t).document)).story).collect();
    assert_eq!(placed, [0, 1, 0]);
    assert_eq!(grouper.members(0), [0, 2]);
}

/// Made-up articles in stories of four, some of them copies.
fn many() -> Vec<Signature> {
    let word = |n: u32| format!("m{}ot{}", n.wrapping_mul(2_654_435_761) % 997, n % 89);
    let text = |i: u32| {
        let (story, own) = (i / 4, if i % 8 == 5 { i - 1 } else { i });
        let sentence = |k: u32| {
            let words: Vec<String> = (0..12)
                .map(|w| word(if w % 3 == 0 { own * 31 + k * 7 + w } else { story * 10_007 + k * 5 + w }))
                .collect();
            format!("Le {}.", words.join(" "))
        };
        (0..9).map(sentence).collect::<Vec<_>>().join(" ")
    };
    (0..120).map(|i| signature(&read(&text(i)).document)).collect()
}

/// Does the last first and leaves every third to whoever asked.
struct Backwards;

impl Executor for Backwards {
    fn each(&self, count: usize, item: &(dyn Fn(usize) + Sync)) {
        (0..count).rev().filter(|i| i % 3 != 1).for_each(item);
    }
}

#[test]
fn stories_do_not_depend_on_who_does_the_work() {
    let signatures = many();
    let inputs: Vec<StoryInput<'_>> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let alone = group(&inputs, &GroupOptions::default());
    assert_eq!(group_with(&inputs, &GroupOptions::default(), &Backwards), alone);
    assert!(alone.stories.iter().any(|s| s.members.len() > 2) && !alone.duplicates.is_empty(), "{alone:?}");
}

#[test]
fn an_article_added_to_many_joins_its_story_and_is_named_as_a_copy() {
    let mut signatures = many();
    let (whole, _) = Grouper::settled(signatures.clone(), &GroupOptions::default(), &Sequential);
    let last = signatures.pop().expect("there are many");
    let (mut grouper, stories) = Grouper::settled(signatures, &GroupOptions::default(), &Sequential);
    assert_eq!(grouper.len(), stories.stories.len());
    let first: Vec<usize> = grouper.members(0).to_vec();
    let placed = grouper.add(last);
    assert_eq!(placed.document, 119);
    let together = |g: &Grouper| (0..g.len()).find_map(|s| g.members(s).contains(&119).then(|| g.members(s).to_vec()));
    let sorted = |v: Option<Vec<usize>>| {
        v.map(|mut v| {
            v.sort_unstable();
            v
        })
    };
    assert_eq!(sorted(together(&grouper)), sorted(together(&whole)));
    let copy = grouper.add(many().swap_remove(first[0]));
    assert_eq!((copy.story, copy.copy_of), (0, Some(first[0])));
}

#[test]
fn stories_extended_by_what_came_hold_what_grouping_anew_finds() {
    let all = many();
    let inputs: Vec<StoryInput<'_>> = all.iter().map(|signature| StoryInput { signature }).collect();
    let whole = group(&inputs, &GroupOptions::default());
    let (late, early): (Vec<usize>, Vec<usize>) = (0..all.len()).partition(|i| i % 40 == 30);
    let inputs: Vec<StoryInput<'_>> = early.iter().map(|&i| StoryInput { signature: &all[i] }).collect();
    let before = group(&inputs, &GroupOptions::default()).renumbered(&|k| early.get(k).copied());
    let signatures = |some: &[usize]| some.iter().map(|&i| (i, all[i].clone())).collect::<Vec<_>>();
    let after = before.extended(signatures(&early), signatures(&late), &Sequential);
    let shape = |s: &Stories| {
        let members = |s: &Story| {
            let mut all: Vec<usize> = s.members.iter().map(|m| m.index).collect();
            all.sort_unstable();
            all
        };
        let mut all: Vec<Vec<usize>> = s.stories.iter().map(members).collect();
        all.sort();
        all
    };
    assert_eq!(shape(&after), shape(&whole));
    assert_eq!((before.strayed, after.strayed), (0, 3));
    let came = after.stories.iter().flat_map(|s| &s.members).filter(|m| late.contains(&m.index));
    assert!(came.clone().count() == 3 && came.into_iter().all(|m| m.reason.to_string().contains("likeness")));
    let copies = |s: &Stories| s.duplicates.iter().copied().collect::<std::collections::BTreeSet<_>>();
    assert_eq!(copies(&after), copies(&whole));
}

#[test]
fn stories_lose_what_went_and_are_taken_away_when_empty() {
    let all = many();
    let inputs: Vec<StoryInput<'_>> = all.iter().map(|signature| StoryInput { signature }).collect();
    let before = group(&inputs, &GroupOptions::default());
    let first: Vec<usize> = before.stories[0].members.iter().map(|m| m.index).collect();
    let stays = |i: usize| (!first[1..].contains(&i)).then_some(i);
    let after = before.renumbered(&stays);
    let left = after.stories.iter().find(|s| s.members.iter().any(|m| m.index == first[0])).expect("one stays");
    assert_eq!((left.members.len(), left.members[0].reason.to_string().as_str()), (1, "alone"));
    assert_eq!(after.strayed, first.len() - 1);
    assert!(after.reprints.iter().all(|g| g.len() > 1));
    assert!(before.renumbered(&|_| None).stories.is_empty());
}

#[test]
fn the_reason_says_when_a_story_hangs_on_words_because_no_day_is_known() {
    let texts = [SENTENCES[..6].join(" "), SENTENCES[..5].join(" ")];
    let mut s: Vec<Signature> = texts.iter().map(|t| signature(&read(t).document)).collect();
    let reason = |s: &[Signature]| {
        let inputs: Vec<StoryInput<'_>> = s.iter().map(|signature| StoryInput { signature }).collect();
        let stories = group(&inputs, &GroupOptions::default()).stories;
        assert_eq!(stories[0].members.len(), 2);
        stories[0].members[0].reason.to_string()
    };
    assert!(reason(&s).contains("no day is known of either"), "{}", reason(&s));
    s[0].published = Some(jiff::civil::date(2024, 3, 12));
    assert!(reason(&s).contains("the day of one of the two is not known"), "{}", reason(&s));
    s[1].event = Some(jiff::civil::date(2024, 3, 13));
    assert!(reason(&s).contains("1 day apart") && !reason(&s).contains("known"), "{}", reason(&s));
}

#[test]
fn a_headline_stands_for_a_story_before_the_first_sentence_of_a_report_without_one() {
    let texts = [SENTENCES[..6].join(" "), SENTENCES[..5].join(" "), SENTENCES[..7].join("\n")];
    let titled = |titles: [&str; 3]| {
        let mut s: Vec<Signature> = texts.iter().map(|t| signature(&read(t).document)).collect();
        s.iter_mut().zip(titles).for_each(|(s, title)| s.title = title.into());
        let inputs: Vec<StoryInput<'_>> = s.iter().map(|signature| StoryInput { signature }).collect();
        group(&inputs, &GroupOptions::default()).stories[0].title.clone()
    };
    let all = ["Le ferry heurte la digue", "La digue est fermée", "Un ferry à quai"];
    let central = titled(all);
    let at = all.iter().position(|t| *t == central).expect("one of them");
    let mut one = ["Le ferry a heurté la digue lundi."; 3];
    assert_eq!(titled(one), one[0]);
    one[(at + 1) % 3] = "La digue est fermée";
    assert_eq!(titled(one), "La digue est fermée");
}

#[test]
fn all_copies_of_a_text_go_where_the_reader_put_it() {
    let texts = [SENTENCES[9].to_owned(), SENTENCES[..6].join(" "), SENTENCES[9].to_owned(), SENTENCES[9].to_owned()];
    let s: Vec<Signature> = texts.iter().map(|t| signature(&read(t).document)).collect();
    let inputs: Vec<StoryInput<'_>> = s.iter().map(|signature| StoryInput { signature }).collect();
    let sizes = |o: &GroupOptions| {
        let mut n: Vec<usize> = group(&inputs, o).stories.iter().map(|s| s.members.len()).collect();
        n.sort_unstable();
        n
    };
    let pair = vec![(s[0].key, s[1].key)];
    assert_eq!(sizes(&GroupOptions { together: pair.clone(), ..GroupOptions::default() }), [4]);
    assert_eq!(sizes(&GroupOptions { apart: pair, ..GroupOptions::default() }), [1, 3]);
}

#[test]
fn a_reason_names_only_words_that_both_texts_have_as_they_are_printed() {
    let a = signature(&read("Gabriel Tessonnet inaugure jeudi l'écluse rénovée de Brandoule.").document);
    let b = signature(&read("Gabrielle Marquisat visite jeudi l'écluse rénovée de Brandoule.").document);
    let said = format!("{:?}", super::super::membership::why(&a, &b, 0.7));
    assert!(said.contains(r#"List([Text("Brandoule"), Text("écluse"), Text("rénovée")])"#), "{said}");
}
