//! Which of the names that a text may hold it does hold: a second step behind
//! the tagger and the rules.
//!
//! Every stretch of words that the tagger or a rule takes for a name is a
//! [`Candidate`]. What is known of it ([`evidence`]) is asked of the whole
//! document: how the tagger sees the same spelling elsewhere, whether a longer
//! or shorter one stands there, what the rules made of it. A log-linear model
//! ([`ChoiceModel`]) gives each a share for every kind and for none, and of
//! candidates that overlap those stay that are likeliest together (weighted
//! interval scheduling). Names on which tagger and rules agree without a rival
//! are not asked, nor are those that the text or a list states ([`is_stated`](super::rule::is_stated)),
//! nor sentences whose capitals say nothing.

mod candidate;
mod document;
mod evidence;
mod model;

use super::crf::Model;
use super::page::{Draft, Page};
use super::rules;
use super::types::EntityKind;
pub(crate) use candidate::Candidate;
use candidate::{LEAST, candidates};
use document::Spellings;
pub(crate) use evidence::Number;
pub(crate) use model::ChoiceModel;
#[cfg(feature = "train")]
pub(crate) use model::{KINDS, write};

/// How much likelier than not a name must be to be told, as a logarithm. Chosen on annotated articles left out,
/// where anything from -0.6 to -0.2 does as well.
const READINESS: f32 = -0.4;

/// What a candidate is told as, if it stays.
#[derive(Clone, Copy)]
struct Told {
    kind: EntityKind,
    /// How likely it is a name at all, or one of the kind.
    share: f32,
    /// False where the rules overruled the likeliest kind.
    agreed: bool,
}

/// The candidates of a page on which the rules were, with what is known of those that are asked.
pub(crate) fn asked(page: &Page<'_>, model: &Model<'_>, before: &[Draft]) -> (Vec<Candidate>, Vec<Vec<Number>>) {
    let all = candidates(page, &page.spans(model, LEAST), before);
    let spellings = Spellings::new(page, &all);
    let numbers = (0..all.len())
        .map(|i| if all[i].settled { Vec::new() } else { evidence::numbers(page, &all, i, &spellings) })
        .collect();
    (all, numbers)
}

/// Keeps of a page's names, and of what may be one, what is likeliest together.
pub(super) fn choose(page: &mut Page<'_>, model: &Model<'_>, before: &[Draft], choice: &ChoiceModel<'_>) {
    let (all, numbers) = asked(page, model, before);
    let told: Vec<Option<Told>> = all
        .iter()
        .zip(&numbers)
        .map(|(c, n)| match c.draft {
            Some(d) if c.settled => Some(Told { kind: d.kind, share: 1.0, agreed: true }),
            // What speaks for the kind was weighed over the document; it is not sure when what is seen here
            // speaks for another.
            Some(d) if d.rule == "vote.kind" => {
                let shares = choice.shares(n);
                let agreed = likeliest(shares).is_some_and(|(kind, _)| kind == d.kind);
                Some(Told { kind: d.kind, share: shares.iter().sum(), agreed })
            }
            _ => likeliest(choice.shares(n)).map(|(kind, share)| Told { kind, share, agreed: true }),
        })
        .collect();
    let weigh = |(n, t): (usize, &Option<Told>)| {
        let Told { share, .. } = (*t)?;
        let share = share.clamp(1e-6, 1.0 - 1e-6);
        Some((n, all[n].from, all[n].to, (share / (1.0 - share)).ln() - READINESS)).filter(|w| w.3 > 0.0)
    };
    let kept = heaviest(told.iter().enumerate().filter_map(weigh).collect());
    let mut stays = vec![false; all.len()];
    kept.iter().for_each(|k| stays[*k] = true);
    for (c, _) in all.iter().zip(stays).filter(|(c, stays)| c.draft.is_some() && !stays) {
        page.clear(c.from);
    }
    for k in kept {
        let Some(Told { kind, share, agreed }) = told[k] else { continue };
        let c = &all[k];
        match c.draft {
            Some(d) if d.kind == kind => {}
            Some(_) => page.put(c.from, c.to, kind, "choice.kind"),
            None => page.put(c.from, c.to, kind, "choice.name"),
        }
        if !c.stated {
            page.tell(c.from, agreed && share >= choice.sure());
        }
    }
    // Names that came in may be cited too.
    rules::cite(page);
}

/// The likeliest kind and its share.
fn likeliest(shares: [f32; 4]) -> Option<(EntityKind, f32)> {
    EntityKind::ALL.into_iter().zip(shares).max_by(|a, b| a.1.total_cmp(&b.1))
}

/// Of stretches (number, first word, one past the last, weight above 0) those
/// that do not overlap and weigh most together, by their numbers.
fn heaviest(mut all: Vec<(usize, usize, usize, f32)>) -> Vec<usize> {
    all.sort_by_key(|a| (a.2, a.1));
    // The best of the first so many, and the last of it with how many may stand before it.
    let mut best = vec![0.0f32];
    let mut taken: Vec<Option<usize>> = Vec::with_capacity(all.len());
    for (i, a) in all.iter().enumerate() {
        let before = all[..i].partition_point(|o| o.2 <= a.1);
        let with = best[before] + a.3;
        taken.push((with > best[i]).then_some(before));
        best.push(with.max(best[i]));
    }
    let (mut out, mut i) = (Vec::new(), all.len());
    while let Some(last) = i.checked_sub(1) {
        i = match taken[last] {
            Some(before) => {
                out.push(all[last].0);
                before
            }
            None => last,
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::heaviest;

    #[test]
    fn of_stretches_that_overlap_the_heaviest_set_stays() {
        assert_eq!(heaviest(vec![(0, 0, 3, 2.0), (1, 0, 1, 1.5), (2, 2, 3, 1.0)]), [2, 1]);
        assert_eq!(heaviest(vec![(0, 0, 3, 3.0), (1, 0, 1, 1.5), (2, 2, 3, 1.0)]), [0]);
        assert_eq!(heaviest(vec![(7, 4, 5, 0.1), (3, 0, 4, 0.1)]), [7, 3]);
        assert!(heaviest(Vec::new()).is_empty());
    }
}
