use super::*;
use crate::entity::{Form, Mention};
use crate::text::Span;
use proptest::prelude::*;

fn entity(kind: EntityKind, name: &str, count: usize) -> Entity {
    let mentions = (0..count).map(|i| Mention { span: Span::new(i, i + 1), rule: "model" }).collect();
    let form = Form { surface: name.to_owned(), count, reason: reason::NAME, doubtful: false };
    Entity { name: name.to_owned(), kind, cited: false, forms: vec![form], mentions }
}

fn index(documents: &[&[(&str, usize)]]) -> Index {
    let mut x = Index::new();
    for (i, names) in documents.iter().enumerate() {
        let list: Vec<Entity> = names.iter().map(|(n, c)| entity(EntityKind::Person, n, *c)).collect();
        x.add(DocId(i as u32), DocKey::of_text(&i.to_string()), &list);
    }
    x
}

fn person(name: &str) -> NameKey {
    NameKey::new(EntityKind::Person, name)
}

#[test]
fn spellings_of_one_person_become_one_entity_with_reasons() {
    let c = index(&[
        &[("Kim Jong-un", 3)],
        &[("Kim Jong Un", 1)],
        &[("Kim-Jong-Un", 1)],
        &[("Vladimir Putin", 1)],
        &[("Vladimir Poutine", 2)],
    ])
    .resolve(&Decisions::default());
    assert_eq!(c.entities.len(), 2);
    let kim = c.get(&person("kim jong un")).expect("in the index");
    assert_eq!((kim.count, kim.documents.len()), (5, 3));
    let putin = c.get(&person("Vladimir Putin")).expect("in the index");
    assert_eq!(putin.name, "Vladimir Poutine");
    assert!(putin.forms.iter().any(|f| f.reason == reason::SOUND));
}

#[test]
fn two_people_of_one_surname_stay_apart_and_the_surname_is_held_back() {
    let c = index(&[&[("Jean Martel", 2)], &[("Odile Martel", 2)], &[("Martel", 1)]]).resolve(&Decisions::default());
    assert_eq!(c.entities.len(), 2);
    let held: usize = c.entities.iter().map(|e| e.held_back).sum();
    let counted: usize = c.entities.iter().map(|e| e.count).sum();
    assert_eq!((held, counted), (1, 4));
}

#[test]
fn the_reader_joins_splits_and_hides() {
    let x = index(&[&[("Jean Martel", 2)], &[("Jean Martell", 1)], &[("Kim Jong-un", 1)], &[("Kim Jong Un Bis", 1)]]);
    let joined = Decisions { merged: vec![(person("Jean Martel"), person("Kim Jong Un Bis"))], ..Decisions::default() };
    let c = x.resolve(&joined);
    assert_eq!(c.get(&person("Jean Martel")).map(|e| e.count), c.get(&person("Kim Jong Un Bis")).map(|e| e.count));
    let hidden = Decisions { hidden: vec![person("Kim Jong-un")], ..Decisions::default() };
    assert!(x.resolve(&hidden).get(&person("Kim Jong-un")).is_none());
    let split = Decisions { split: vec![(person("Jean Martel"), person("Jean Martell"))], ..Decisions::default() };
    let c = x.resolve(&split);
    assert_ne!(c.get(&person("Jean Martel")).map(|e| &e.id), c.get(&person("Jean Martell")).map(|e| &e.id));
}

#[test]
fn companions_are_counted_by_documents() {
    let c =
        index(&[&[("Jean Martel", 2), ("Odile Roy", 1)], &[("Jean Martel", 1), ("Odile Roy", 4)], &[("Odile Roy", 1)]])
            .resolve(&Decisions::default());
    let with: Vec<_> = c.companions(&person("Jean Martel")).iter().map(|(e, n)| (e.name.as_str(), *n)).collect();
    assert_eq!(with, [("Odile Roy", 2)]);
}

proptest! {
    #[test]
    fn the_order_of_loading_does_not_show(
        documents in prop::collection::vec(
            prop::collection::vec((prop::sample::select(vec![
                "Jean Martel", "J. Martel", "Martel", "Odile Martel", "Kim Jong-un", "Kim Jong Un", "Kim", "jean martel", "Martel Jean",
            ]), 1usize..4), 1..5), 1..8),
        seed in any::<u64>(),
    ) {
        let add = |order: &[usize]| {
            let mut x = Index::new();
            for &i in order {
                let list: Vec<Entity> =
                    documents[i].iter().map(|(n, c)| entity(EntityKind::Person, n, *c)).collect();
                x.add(DocId(i as u32), DocKey::of_text(&i.to_string()), &list);
            }
            x.resolve(&Decisions::default())
        };
        let forward: Vec<usize> = (0..documents.len()).collect();
        let mut other = forward.clone();
        for i in (1..other.len()).rev() {
            other.swap(i, (seed.rotate_left(i as u32) % (i as u64 + 1)) as usize);
        }
        prop_assert_eq!(add(&forward), add(&other));
    }
}
