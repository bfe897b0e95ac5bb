//! Training on a few lines.

use super::conll::Sample;
use super::gold::{self, Article, GoldName};
use super::random::Random;
use super::variants::{self, Invention, Inventor, Variant};
use super::{conll, learner, score};
use crate::entity::EntityKind;
use crate::text::{Span, fold};

/// A text with its names, marked `[name]`: people, but for those behind `à`.
fn marked(text: &str) -> Sample {
    let mut sample = Sample::default();
    for (n, part) in text.split(['[', ']']).enumerate() {
        let from = sample.text.len();
        let kind = if sample.text.ends_with("à ") { EntityKind::Place } else { EntityKind::Person };
        sample.text.push_str(part);
        if n % 2 == 1 {
            sample.names.push((Span::new(from, sample.text.len()), kind));
        }
    }
    sample
}

fn surfaces(sample: &Sample) -> Vec<&str> {
    sample.names.iter().map(|(s, _)| s.of(&sample.text)).collect()
}

const STORY: &str = "[Élise Varnay-Roz] est arrivée à [Lindal]\noù l’été s’achève. [Varnay-Roz] a vu M. [Œstre].";

#[test]
fn names_move_along_with_the_letters_of_every_variant() {
    let plain = marked(STORY);
    for (name, variant) in Variant::MEASURED {
        let other = variants::in_letters(&plain, variant, &mut Random(7));
        if variant != Variant::Scanned {
            let alike = |s: &str| fold(s).replace('’', "'");
            assert_eq!(
                surfaces(&plain).into_iter().map(alike).collect::<Vec<_>>(),
                surfaces(&other).into_iter().map(alike).collect::<Vec<_>>(),
                "{name}"
            );
        }
    }
    let small = variants::in_letters(&plain, Variant::Small, &mut Random(7));
    assert_eq!(small.text, plain.text.to_lowercase());
}

#[test]
fn an_invented_name_is_one_name_throughout_and_has_the_shape_of_the_other() {
    let plain = marked(STORY);
    let inventor = Inventor::new("s\tBertolin|Marvane|Osterlin|Ravenel|Vitelle", std::iter::empty());
    for syllables in [true, false] {
        let invention = Invention { inventor: &inventor, syllables, organisations: false };
        let other = invention.sample(&plain, &mut Random(7));
        let (old, new) = (surfaces(&plain), surfaces(&other));
        let shape = |s: &str| {
            s.chars().filter(|c| !c.is_lowercase()).map(|c| if c.is_uppercase() { 'X' } else { c }).collect::<String>()
        };
        for (a, b) in old.iter().zip(&new) {
            assert_ne!(a, b);
            assert_eq!(shape(a), shape(b));
        }
        assert!(new[0].ends_with(new[2]), "{new:?}");
        let without =
            |s: &Sample| s.names.iter().rev().fold(s.text.clone(), |t, (n, _)| t[..n.start].to_owned() + &t[n.end..]);
        assert_eq!(without(&plain), without(&other));
    }
}

#[test]
fn a_name_of_several_kinds_is_learnt_as_what_its_spelling_mostly_is() {
    use EntityKind::{Misc, Organisation, Place};
    let article = |kinds: &[EntityKind]| Article {
        text: "Lindal".to_owned(),
        zone: Span::new(0, 6),
        names: vec![GoldName { spans: vec![Span::new(0, 6)], kinds: kinds.to_vec(), optional: false }],
        file: String::new(),
    };
    let learnt = |all: &[&[EntityKind]]| -> Vec<EntityKind> {
        let all: Vec<Article> = all.iter().map(|kinds| article(kinds)).collect();
        gold::samples(&all.iter().collect::<Vec<_>>()).iter().map(|s| s.names[0].1).collect()
    };
    assert_eq!(learnt(&[&[Place, Organisation], &[Organisation]]), [Organisation; 2]);
    assert_eq!(learnt(&[&[Place, Organisation], &[Organisation, Place], &[Place, Organisation]]), [Place; 3]);
    assert_eq!(learnt(&[&[Misc], &[Place], &[Place]]), [Misc, Place, Place]);
    assert_eq!(learnt(&[&[Place, Organisation]]), [Place]);
}

#[test]
fn of_names_inside_each_other_the_outer_one_is_learnt() {
    let name = |from, to| GoldName {
        spans: vec![Span::new(from, to)],
        kinds: vec![EntityKind::Organisation],
        optional: from > 0,
    };
    let text = "Banque de Lindal".to_owned();
    let article = Article { zone: Span::new(0, 16), names: vec![name(0, 16), name(10, 16)], text, file: String::new() };
    assert_eq!(surfaces(&gold::samples(&[&article])[0]), ["Banque de Lindal"]);
}

#[test]
fn every_measured_article_is_left_out_once_and_the_others_never() {
    let all: Vec<usize> = (0..8).collect();
    let (mut out, mut learnt): (Vec<&usize>, Vec<&usize>) = Default::default();
    for fold in 0..3 {
        let (o, rest) = super::left_out(&all, 3, fold, 5);
        assert_eq!(o.len() + rest.len(), all.len());
        assert!(rest.ends_with(&[&5, &6, &7]), "{rest:?}");
        out.extend(o);
        learnt.extend(rest);
    }
    out.sort();
    assert_eq!(out, [&0, &1, &2, &3, &4]);
    assert!((0..5).all(|a| learnt.iter().filter(|l| ***l == a).count() == 2));
}

#[test]
fn training_twice_gives_the_same_bytes() {
    let data =
        "Anna\tB-PER\nBerg\tI-PER\nvit\tO\nà\tO\nLindal\tB-LOC\n.\tO\n\nLindal\tB-LOC\naime\tO\nAnna\tB-PER\n.\tO\n";
    let samples: Vec<_> = conll::read(data).into_iter().map(|s| (s, 2)).collect();
    let options = learner::Options { epochs: 2, least: 1, ..learner::Options::default() };
    let lists = conll::gazetteer("g\tanna\nv\tlindal\n");
    let inventor = Inventor::new("", std::iter::empty());
    let once = learner::train(&samples, &lists, &inventor, &options, |_| {});
    assert_eq!(once, learner::train(&samples, &lists, &inventor, &options, |_| {}));
    let samples: Vec<_> = samples.into_iter().map(|s| s.0).collect();
    let score = score::evaluate(&once, &lists, &samples, false).expect("a model of this version");
    assert_eq!(score.f1(None).2.round(), 100.0, "{:?}", score.errors);
}
