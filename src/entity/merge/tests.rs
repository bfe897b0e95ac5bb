use super::*;
use crate::entity::{Form, Mention};
use crate::text::Span;
use proptest::prelude::*;

fn entity(kind: EntityKind, name: &str, count: usize) -> Entity {
    let mentions = (0..count).map(|i| Mention { span: Span::new(i, i + 1), rule: "model", doubtful: false }).collect();
    let form = Form { surface: name.to_owned(), count, reason: reason::NAME, doubtful: false };
    Entity { name: name.to_owned(), kind, cited: false, forms: vec![form], mentions }
}

fn index(documents: &[&[(&str, usize)]]) -> Index {
    under(Decisions::default(), documents)
}

fn under(decisions: Decisions, documents: &[&[(&str, usize)]]) -> Index {
    let mut x = Index::under(decisions);
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
    .resolve();
    assert_eq!(c.entities.len(), 2);
    let kim = c.get(&person("kim jong un")).expect("in the index");
    assert_eq!((kim.count, kim.documents.len()), (5, 3));
    let putin = c.get(&person("Vladimir Putin")).expect("in the index");
    assert_eq!(putin.name, "Vladimir Poutine");
    assert!(putin.forms.iter().any(|f| f.reason == reason::SOUND));
}

#[test]
fn two_people_of_one_surname_stay_apart_and_the_surname_is_held_back() {
    let c = index(&[&[("Jean Martel", 2)], &[("Odile Martel", 2)], &[("Martel", 1)]]).resolve();
    assert_eq!(c.entities.len(), 2);
    let held: usize = c.entities.iter().map(|e| e.held_back).sum();
    let counted: usize = c.entities.iter().map(|e| e.count).sum();
    assert_eq!((held, counted), (1, 4));
}

#[test]
fn a_surname_that_is_a_given_name_more_often_is_held_back() {
    let bare = |others: &[(&str, usize)]| {
        let minister: &[(&str, usize)] = &[("Édouard Philippe", 2)];
        let c = index(&[minister, minister, &[("Philippe", 1)], others]).resolve();
        c.get(&person("Édouard Philippe")).map(|e| (e.count, e.held_back))
    };
    assert_eq!(bare(&[("Philippe Martel", 1)]), Some((5, 0)));
    assert_eq!(bare(&[("Philippe Martel", 1), ("Philippe Roux", 1)]), Some((4, 1)));
}

#[test]
fn the_reader_joins_splits_and_hides() {
    let resolve = |decisions| {
        let names: [&[(&str, usize)]; 4] =
            [&[("Jean Martel", 2)], &[("Jean Martell", 1)], &[("Kim Jong-un", 1)], &[("Kim Jong Un Bis", 1)]];
        under(decisions, &names).resolve()
    };
    let joined = Decisions { merged: vec![(person("Jean Martel"), person("Kim Jong Un Bis"))], ..Decisions::default() };
    let c = resolve(joined);
    assert_eq!(c.get(&person("Jean Martel")).map(|e| e.count), c.get(&person("Kim Jong Un Bis")).map(|e| e.count));
    let hidden = Decisions { hidden: vec![person("Kim Jong-un")], ..Decisions::default() };
    assert!(resolve(hidden).get(&person("Kim Jong-un")).is_none());
    let split = Decisions { split: vec![(person("Jean Martel"), person("Jean Martell"))], ..Decisions::default() };
    let c = resolve(split);
    assert_ne!(c.get(&person("Jean Martel")).map(|e| &e.id), c.get(&person("Jean Martell")).map(|e| &e.id));
}

/// `text` with every name at its places: name, spellings in order.
fn in_text(text: &str, name: &str, forms: &[(&str, bool)]) -> Entity {
    let mut mentions = Vec::new();
    let mut found = Vec::new();
    for (surface, doubtful) in forms {
        let at: Vec<usize> = text.match_indices(surface).map(|(i, _)| i).collect();
        mentions.extend(at.iter().map(|&i| Mention {
            span: Span::new(i, i + surface.len()),
            rule: "model",
            doubtful: false,
        }));
        found.push(Form {
            surface: (*surface).to_owned(),
            count: at.len(),
            reason: reason::SURNAME,
            doubtful: *doubtful,
        });
    }
    mentions.sort_by_key(|m| m.span);
    Entity { name: name.to_owned(), kind: EntityKind::Person, cited: false, forms: found, mentions }
}

#[test]
fn a_spelling_taken_off_a_name_stands_alone_with_its_mentions() {
    let text = "Jean-Paul Roy parle, le Maire écoute, et le Maire part.";
    let e = [in_text(text, "Jean-Paul Roy", &[("Jean-Paul Roy", false), ("Maire", false)])];
    let split = Decisions { split: vec![(person("Maire"), person("Jean-Paul Roy"))], ..Decisions::default() };
    let d = decided(text, &e, &split);
    let shape: Vec<_> = d.iter().map(|e| (e.name.as_str(), e.mentions.len(), e.forms.len())).collect();
    assert_eq!(shape, [("Maire", 2, 1), ("Jean-Paul Roy", 1, 1)]);
    assert!(d.iter().all(|e| e.mentions.iter().all(|m| e.forms.iter().any(|f| f.surface == m.span.of(text)))));
    let mut x = Index::under(split);
    x.add(DocId(0), DocKey::of_text("a"), &e);
    let c = x.resolve();
    assert_eq!(c.get(&person("Maire")).map(|e| (e.name.as_str(), e.count)), Some(("Maire", 2)));
    assert_eq!(c.get(&person("Jean-Paul Roy")).map(|e| e.count), Some(1));
}

#[test]
fn names_that_the_reader_made_one_stand_together_through_any_number_of_pairs() {
    let text = "A1 B2 C3 A1";
    let all: Vec<Entity> = ["A1", "B2", "C3"].map(|n| in_text(text, n, &[(n, false)])).into();
    let pairs = vec![(person("B2"), person("Z9")), (person("Z9"), person("A1")), (person("C3"), person("B2"))];
    let d = decided(text, &all, &Decisions { merged: pairs, ..Decisions::default() }).into_owned();
    assert_eq!(d.len(), 1);
    assert_eq!((d[0].name.as_str(), d[0].mentions.len(), d[0].forms.len()), ("A1", 4, 3));
    assert!(d[0].mentions.is_sorted_by_key(|m| m.span));
}

#[test]
fn a_doubtful_spelling_counts_once_the_reader_agrees() {
    let text = "Jean Roy et Roy";
    let e = [in_text(text, "Jean Roy", &[("Jean Roy", false), ("Roy", true)])];
    let agreed = Decisions { merged: vec![(person("Roy"), person("Jean Roy"))], ..Decisions::default() };
    assert!(decided(text, &e, &agreed)[0].forms.iter().all(|f| !f.doubtful));
    let held = |d: Decisions| {
        let mut x = Index::under(d);
        x.add(DocId(0), DocKey::of_text("a"), &e);
        x.resolve().entities[0].forms.iter().filter(|f| f.doubtful).count()
    };
    assert_eq!((held(Decisions::default()), held(agreed)), (1, 0));
}

#[test]
fn a_name_is_of_the_kind_that_the_reader_says() {
    let text = "Aurore";
    let e = [in_text(text, "Aurore", &[("Aurore", false)])];
    let kinds = [("aurore".to_owned(), EntityKind::Organisation)].into();
    let decisions = Decisions { kinds, ..Decisions::default() };
    assert_eq!(decided(text, &e, &decisions)[0].kind, EntityKind::Organisation);
    let mut x = Index::under(decisions);
    x.add(DocId(0), DocKey::of_text("a"), &e);
    assert_eq!(x.resolve().entities[0].kind, EntityKind::Organisation);
}

#[test]
fn companions_are_counted_by_documents() {
    let c =
        index(&[&[("Jean Martel", 2), ("Odile Roy", 1)], &[("Jean Martel", 1), ("Odile Roy", 4)], &[("Odile Roy", 1)]])
            .resolve();
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
            x.resolve()
        };
        let forward: Vec<usize> = (0..documents.len()).collect();
        let mut other = forward.clone();
        for i in (1..other.len()).rev() {
            other.swap(i, (seed.rotate_left(i as u32) % (i as u64 + 1)) as usize);
        }
        prop_assert_eq!(add(&forward), add(&other));
    }
}

#[test]
fn letters_that_several_documents_spell_out_are_one_name_and_those_spelt_out_otherwise_are_none() {
    let body = |name: &str, short: Option<&str>| {
        let mut e = entity(EntityKind::Organisation, name, 2);
        let form = |s: &str| Form { surface: s.to_owned(), count: 1, reason: reason::ACRONYM, doubtful: false };
        e.forms.extend(short.map(form));
        e
    };
    let counted = |documents: &[Entity]| {
        let mut x = Index::new();
        for (i, e) in documents.iter().enumerate() {
            x.add(DocId(i as u32), DocKey::of_text(&i.to_string()), std::slice::from_ref(e));
        }
        let c = x.resolve();
        let alone = c.get(&NameKey::new(EntityKind::Organisation, "Union du littoral"));
        (c.entities.len(), alone.map(|e| (e.documents.len(), e.held_back)))
    };
    let spelt = || body("Union du littoral", Some("UDL"));
    let bare = || body("UDL", None);
    assert_eq!(counted(&[spelt(), spelt(), bare()]), (1, Some((3, 0))));
    assert_eq!(counted(&[spelt(), bare()]), (1, Some((1, 2))), "one document is not enough");
    let other = body("Usine de Lorquin", Some("UDL"));
    assert_eq!(counted(&[spelt(), spelt(), other, bare()]), (3, Some((2, 0))));
}
