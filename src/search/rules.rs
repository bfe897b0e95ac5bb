//! Rules on load: what a query finds gets tags, a state or a read mark.
//!
//! A rule never judges what a person judged, and never comes back to an
//! article that it has touched before, even when that was undone. What it
//! would do is a plan, to be shown or to become one entry under the rule's
//! name, counted and undone like any other.

use crate::search::filter::{Article, matches};
use crate::search::query::{Options, Query, QueryError};
use crate::search::text::Layers;
use crate::triage::{Actor, Change, Entry, State, Target, Triage};

/// One rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Its name.
    pub name: String,
    /// What it finds.
    pub query: Query,
    /// What it does.
    pub changes: Vec<Change>,
}

impl Rule {
    /// A rule as it is written in the settings.
    pub fn new(
        name: &str,
        query: &str,
        tags: &[String],
        state: Option<State>,
        read: bool,
        options: Options<'_>,
    ) -> Result<Self, QueryError> {
        let query = Query::parse_with(query, options)?;
        let mut changes: Vec<Change> = tags.iter().cloned().map(Change::Tag).collect();
        changes.extend(state.map(Change::State));
        changes.extend(read.then_some(Change::Read(true)));
        let name = if name.trim().is_empty() { query.raw.clone() } else { name.trim().to_owned() };
        Ok(Self { name, query, changes })
    }

    /// The name under its entries.
    pub fn person(&self) -> String {
        Actor::Rule(&self.name).to_string()
    }
}

/// What one rule would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Articles that the query finds.
    pub found: usize,
    /// Of these, the ones that a person judged or the rule touched before.
    pub spared: usize,
    /// The changes to make.
    pub changes: Vec<(Target, Change)>,
}

impl Plan {
    /// Articles that would change.
    pub fn changing(&self) -> usize {
        let mut targets: Vec<&Target> = self.changes.iter().map(|(t, _)| t).collect();
        targets.dedup();
        targets.len()
    }

    /// The plan as one entry under the rule's name, not yet applied.
    pub fn entry(self, rule: &Rule, triage: &Triage, now: i64) -> Option<Entry> {
        (!self.changes.is_empty()).then(|| triage.act(now, &rule.person(), self.changes))
    }

    /// Adds what the rule would do to one article.
    pub fn consider(&mut self, rule: &Rule, article: &Article<'_>, triage: &Triage) {
        if !matches(&rule.query, article, Layers::default()) {
            return;
        }
        self.found += 1;
        let target = Target::Document(article.document.key);
        let person = rule.person();
        let judged = article.status.verdicts.iter().any(|v| !matches!(Actor::of(&v.by), Actor::Rule(_)));
        let before = triage.acts_on(&target).any(|e| **e.by == *person);
        let wanted: Vec<&Change> = rule
            .changes
            .iter()
            .filter(|c| !judged || !matches!(c, Change::State(_)))
            .filter(|c| !article.status.already(c))
            .collect();
        if before || wanted.is_empty() {
            self.spared += 1;
            return;
        }
        self.changes.extend(wanted.into_iter().map(|c| (target.clone(), c.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Place;
    use crate::ingest::RawDocument;

    #[test]
    fn a_rule_spares_what_a_person_judged_and_what_it_touched_before() {
        let documents: Vec<_> = ["Horoscope du lundi.", "Horoscope du mardi.", "Le budget est voté."]
            .iter()
            .map(|t| {
                crate::clean::clean(RawDocument {
                    place: Place::file("x"),
                    text: (*t).into(),
                    ..RawDocument::default()
                })
            })
            .collect();
        let rule = Rule::new("h", "horoscope", &["h".into()], Some(State::Drop), false, Options::default()).unwrap();
        let mut triage = Triage::new();
        let kept = triage.act(1, "a", vec![(documents[0].key.into(), Change::State(State::Keep))]);
        triage.apply(&kept);
        let plan = |triage: &Triage| {
            let mut plan = Plan::default();
            for d in &documents {
                let article =
                    Article { document: d, status: triage.status(&d.key), shared: &[], changed: false, entities: &[] };
                plan.consider(&rule, &article, triage);
            }
            plan
        };
        let first = plan(&triage);
        assert_eq!((first.found, first.spared, first.changing(), first.changes.len()), (2, 0, 2, 3));
        let entry = first.entry(&rule, &triage, 2).unwrap();
        triage.apply(&entry);
        assert_eq!(triage.status(&documents[0].key).state, State::Keep);
        assert_eq!(triage.status(&documents[1].key).state, State::Drop);
        let back = triage.take_back(3, "a", entry.id).unwrap();
        triage.apply(&back);
        assert_eq!(triage.status(&documents[1].key).state, State::ToRead);
        let again = plan(&triage);
        assert_eq!((again.found, again.spared, again.changing()), (2, 2, 0), "what was undone stays undone");
    }
}
