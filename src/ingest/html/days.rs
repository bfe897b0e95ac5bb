//! The days that the elements of a page state: which of them are the article's.

use super::label::Label;
use super::page::{CALLED, Stated};
use super::stated::put_day;
use crate::corpus::LineKind;
use crate::ingest::page_words::{PageWord, day_of_meta};
use crate::ingest::raw::{Field, Fields};

/// Where the day of a page that is no article comes from.
pub(super) const OF_PAGE: &str = "html.ld.page";
/// Where the day in a script that is no structured data comes from.
const OF_SCRIPT: &str = "html.script.published";

/// Where a day comes from that stands in an element far from the article, or in a
/// part of the page that holds none.
const APART: &str = "html.time.apart";
/// Where a day comes from that stands in an element whose class calls it one.
const OF_CLASS: &str = "html.class.date";

/// Blocks above the title and below the body in which an element that gives a
/// day is the article's.
const NEAR: usize = 8;

/// Adds the days of the elements of the page and of its scripts, strongest
/// first: those beside the article before those of teasers and menus.
pub(super) fn add(stated: &[Stated], scripted: &[String], labels: &[Label], fields: &mut Fields) {
    let first = labels.iter().position(|l| l.0.is_body() || l.0 == LineKind::Title).unwrap_or(0);
    let last = labels.iter().rposition(|l| l.0.is_body()).unwrap_or(labels.len());
    let is_near = |block: usize| (first.saturating_sub(NEAR)..=last + NEAR).contains(&block);
    let page = take(&mut fields.published, OF_PAGE);
    let mut called = Vec::new();
    for near in [true, false] {
        for s in stated {
            let Stated::Time { value, property, block, apart } = s else { continue };
            // A reader's comment is of a day of its own.
            let comment = labels.get(*block).is_some_and(|l| l.0 == LineKind::Comment);
            if comment || (is_near(*block) && !apart) != near {
                continue;
            }
            match day_of_meta(property) {
                _ if property == CALLED => called.extend(near.then_some(value)),
                Some(PageWord::MetaOther) => {}
                Some(PageWord::MetaChanged) if near => put_day(&mut fields.updated, value, "html.time.modified"),
                Some(PageWord::MetaChanged) => {}
                _ if !near => put_day(&mut fields.published, value, APART),
                Some(_) => put_day(&mut fields.published, value, "html.time.published"),
                None => put_day(&mut fields.published, value, "html.time"),
            }
        }
        if near {
            page.iter().for_each(|f| put_day(&mut fields.published, &f.value, f.rule));
        }
    }
    called.into_iter().for_each(|value| put_day(&mut fields.published, value, OF_CLASS));
    // Several days are those of several articles.
    if let [day] = scripted
        && !fields.published.iter().any(|f| f.value.starts_with(day.as_str()))
    {
        put_day(&mut fields.published, day, OF_SCRIPT);
    }
}

/// Takes the fields that come from one place out of a list.
pub(super) fn take(list: &mut Vec<Field>, rule: &str) -> Vec<Field> {
    list.extract_if(.., |f| f.rule == rule).collect()
}
