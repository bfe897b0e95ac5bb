//! What the page of a name says.

use crate::app::library::Merging;
use crate::app::model::Model;
use crate::app::screen::name::state::{ARTICLES, NameRow, Spelling, Standing, TWO_COLUMNS};
use crate::corpus::DocId;
use crate::entity::merge::Merged;
use crate::job::{self, InArticle, Kind, Passage, sayings};
use crate::words::date;
use crate::words::msg;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The name of the page as it is merged now.
pub fn merged(model: &Model) -> Option<&Merged> {
    model.library.corpus_names.get(model.name.key.as_ref()?)
}

/// Lays the page out, when something changed.
pub fn fill(model: &mut Model, width: u16) {
    let Some(key) = model.name.key.clone() else { return };
    let two = width >= TWO_COLUMNS;
    let entities = model.library.corpus_names.entities.len();
    // What is said of how much was read depends on whether more is coming.
    let reading = model.waiting.holds(Kind::Name);
    let of = Some((key, entities, model.triage.len(), model.lang(), [two, reading]));
    if model.name.made_of == of {
        return;
    }
    let spellings = spellings(model);
    let (left, right) = rows(model, &spellings);
    let name = &mut model.name;
    let on = name.columns[0].spelling().and_then(|i| name.spellings.get(i));
    let same = |s: &Spelling| on.is_some_and(|on| on.surface == s.surface);
    let on = spellings.iter().position(same);
    name.spellings = spellings;
    name.made_of = of;
    if two {
        name.columns[0].set(left, on);
        name.columns[1].set(right, None);
    } else {
        name.column = 0;
        name.columns[0].set(left.into_iter().chain([NameRow::Blank]).chain(right).collect(), on);
        name.columns[1].set(Vec::new(), None);
    }
}

fn spellings(model: &Model) -> Vec<Spelling> {
    let lang = model.lang();
    let Some(merged) = merged(model) else { return Vec::new() };
    let of = |f: &crate::entity::merge::MergedForm| Spelling {
        key: f.key.clone(),
        surface: f.surface.clone(),
        count: f.count,
        standing: if f.doubtful { Standing::Doubtful } else { Standing::Joined },
        reason: match (f.doubtful, lang.text(f.reason)) {
            (true, why) => lang.say(msg::name_be_confirmed_not_counted(why)),
            (false, why) => why.to_owned(),
        },
        written: f.written.clone(),
    };
    let mut out: Vec<Spelling> = merged.forms.iter().map(of).collect();
    for n in model.name.page.iter().flat_map(|p| &p.near) {
        let reason = match n.parted {
            true => lang.text(msg::NAME_PARTED_BY_YOU),
            false => lang.text(msg::NAME_ANOTHER_NAME),
        };
        if !out.iter().any(|s| s.key == n.key) {
            out.push(Spelling {
                key: n.key.clone(),
                surface: n.name.clone(),
                count: n.count,
                standing: Standing::Apart,
                reason: reason.to_owned(),
                written: Vec::new(),
            });
        }
    }
    let parted = model.name.parted.iter().filter(|p| !out.iter().any(|s| s.surface == p.surface));
    out.extend(parted.cloned().collect::<Vec<_>>());
    out
}

fn rows(model: &Model, spellings: &[Spelling]) -> (Vec<NameRow>, Vec<NameRow>) {
    let lang = model.lang();
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let Some(merged) = merged(model) else {
        let said = match model.library.merging {
            Merging::Done => lang.text(msg::NAME_NAME_NO_LONGER_CORPUS),
            _ => lang.text(msg::NAME_NAMES_CORPUS_BEING_GATHERED),
        };
        return (vec![NameRow::Said(said.to_owned())], right);
    };
    left.push(NameRow::Head(lang.text(msg::NAME_SPELLINGS)));
    for (i, spelling) in spellings.iter().enumerate() {
        left.push(NameRow::Spelling(i));
        left.extend(spelling.written.iter().map(|(surface, n)| NameRow::Written(surface.clone(), *n)));
    }
    let page = model.name.page.as_deref();
    if let Some(roles) = page.map(|p| &p.roles).filter(|r| !r.is_empty()) {
        left.extend([NameRow::Blank, NameRow::Head(lang.text(msg::NAME_ROLES_AS_WRITTEN))]);
        left.extend(roles.iter().take(8).map(|(words, n)| NameRow::Count(words.clone(), n.to_string())));
    }
    let companions = model.library.corpus_names.companions(&merged.id);
    if !companions.is_empty() {
        left.extend([NameRow::Blank, NameRow::Head(lang.text(msg::NAME_WITH))]);
        let all = merged.documents.len();
        left.extend(companions.iter().take(10).map(|(e, n)| NameRow::Count(e.name.clone(), format!("{n}/{all}"))));
    }
    timeline(model, merged, &mut right);
    let Some(page) = page else {
        let reading = lang.text(msg::NAME_ARTICLES_BEING_READ);
        right.extend([NameRow::Blank, NameRow::Said(reading.to_owned())]);
        return (left, right);
    };
    // What is told below is of these articles alone: that stands before it.
    if page.left_out > 0 {
        let (read, all) = (lang.articles(page.articles.len()), lang.number(page.articles.len() + page.left_out));
        let keyed = |words: &str| model.with_keys(words).into_owned();
        right.push(NameRow::Blank);
        right.push(if model.waiting.holds(Kind::Name) {
            NameRow::Said(lang.say(msg::name_read_so_far(read, all)))
        } else if goes_on(model) {
            NameRow::GoOn(keyed(&lang.say(msg::name_read_more(read, all))))
        } else {
            NameRow::Said(keyed(&lang.say(msg::name_read_here(read, all))))
        });
    }
    let day = |id: DocId| model.library.card(id).and_then(|c| c.date);
    let articles = model.name.in_order(day);
    let label = |id: DocId| model.library.card(id).map(|c| c.label(lang)).unwrap_or_default();
    let mut section = |head: &'static str, rows: Vec<NameRow>| {
        if !rows.is_empty() {
            right.extend([NameRow::Blank, NameRow::Head(head)]);
            right.extend(rows);
        }
    };
    let quoted = |of: &dyn Fn(&InArticle) -> &[Passage]| {
        let mut rows = Vec::new();
        let all = sayings(articles.iter().map(|a| (a.id, of(a))));
        for (i, saying) in all.iter().enumerate() {
            let Some(&(id, passage)) = saying.places.first() else { continue };
            rows.push(NameRow::Passage(id, Passage { doubtful: saying.doubtful, ..passage.clone() }));
            let others = saying.places.len() - 1;
            let alone = |s: &job::Saying<'_>| s.places.len() == 1 && s.places[0].0 == id;
            // Where it stands is said once under what stands there.
            if others > 0 || !all.get(i + 1).is_some_and(alone) {
                let label = label(id);
                rows.push(NameRow::Source(match others {
                    0 => label,
                    n => lang.say(msg::name_printed_also(label, n)),
                }));
            }
        }
        rows
    };
    section(lang.text(msg::NAME_WHAT_SAYS), quoted(&|a| &a.said));
    section(lang.text(msg::NAME_QUOTED_ABOUT), quoted(&|a| &a.about));
    let mentions = articles.iter().filter_map(|a| Some((a.id, a.mention.clone()?)));
    let mentions = mentions.flat_map(|(id, p)| [NameRow::Passage(id, p), NameRow::Source(label(id))]);
    section(lang.text(msg::NAME_MENTIONS), mentions.collect());
    (left, right)
}

/// True when there are articles that can still be read for the page.
pub(crate) fn goes_on(model: &Model) -> bool {
    model.name.page.as_ref().is_some_and(|p| p.left_out > 0 && p.articles.len() < ARTICLES)
}

fn timeline(model: &Model, merged: &Merged, out: &mut Vec<NameRow>) {
    const DAYS: usize = 14;
    let lang = model.lang();
    let mut days: BTreeMap<Date, usize> = BTreeMap::new();
    let mut undated = 0;
    for o in &merged.documents {
        match model.library.card(o.id).and_then(|c| c.date) {
            Some(day) => *days.entry(day).or_insert(0) += o.count,
            None => undated += o.count,
        }
    }
    out.push(NameRow::Head(lang.text(msg::CONTEXT_TIMELINE)));
    let most = days.values().copied().max().unwrap_or(1).max(1);
    let before: usize = days.iter().rev().skip(DAYS).map(|(_, n)| n).sum();
    if before > 0 {
        out.push(NameRow::Day(lang.text(msg::NAME_EARLIER).to_owned(), 0.0, before));
    }
    let shown = days.len().saturating_sub(DAYS);
    out.extend(
        days.iter().skip(shown).map(|(d, n)| NameRow::Day(date::short(*d, model.lang()), *n as f64 / most as f64, *n)),
    );
    if undated > 0 {
        out.push(NameRow::Day(lang.text(msg::NAME_UNDATED).to_owned(), 0.0, undated));
    }
}
