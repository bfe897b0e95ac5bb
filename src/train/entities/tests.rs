//! Training on a few lines.

use super::{conll, learner, score};

#[test]
fn training_twice_gives_the_same_bytes() {
    let data =
        "Anna\tB-PER\nBerg\tI-PER\nvit\tO\nà\tO\nLindal\tB-LOC\n.\tO\n\nLindal\tB-LOC\naime\tO\nAnna\tB-PER\n.\tO\n";
    let samples: Vec<_> = conll::read(data).into_iter().map(|s| (s, 2)).collect();
    let options = learner::Options { epochs: 2, least: 1, ..learner::Options::default() };
    let lists = conll::gazetteer("g\tanna\nv\tlindal\n");
    let once = learner::train(&samples, &lists, &options, |_| {});
    assert_eq!(once, learner::train(&samples, &lists, &options, |_| {}));
    let samples: Vec<_> = samples.into_iter().map(|s| s.0).collect();
    let score = score::evaluate(&once, &lists, &samples, false).expect("a model of this version");
    assert_eq!(score.f1(None).2.round(), 100.0, "{:?}", score.errors);
}
