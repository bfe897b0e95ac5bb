//! The days that a page states: what names its `meta` elements give them, and
//! which of its `time` elements are the article's.

use super::label::Label;
use super::page::{CHANGED as CHANGED_AT, PUBLISHED as PUBLISHED_AT, Stated};
use super::stated::put_day;
use crate::corpus::LineKind;
use crate::ingest::raw::{Field, Fields};

/// Names of elements that state the day of publication.
pub(super) const PUBLISHED: &[&str] = &[
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dc.date.publication",
    "dc.issued",
    "dc.created",
    "dcterms.created",
    "dcterms.date",
    "dcterms.available",
    "pubdate",
    "pub_date",
    "publishdate",
    "publish_date",
    "publish_time",
    "published_date",
    "published_time",
    "publishedtime",
    "published-date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "article.created",
    "displaydate",
    "ptime",
    "publication_date",
    "pdate",
    "dc:date",
    "dc:created",
    "dcterms.issued",
    "dcterms:created",
    "dcterms:issued",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "article:published",
    "article:published_date",
    "article:publication_date",
    "article:publicationdate",
    "article_date_original",
    "article.publish_date",
    "article-publish-date",
    "og:published_time",
    "og:pubdate",
    "og:publish_date",
    "publish-date",
    "publication-date",
    "date_published",
    "datecreated",
    "date-published",
    "item-publish-date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "bt:pubdate",
    "vr:published_time",
    "shareaholic:article_published_time",
    "originalpublicationdate",
    "mediator_published_time",
    "prism.publicationdate",
    "rbpubdate",
    "dcsext.articlefirstpublished",
    "video:release_date",
];

/// Names of elements that state the day of the last change.
pub(super) const CHANGED: &[&str] = &[
    "datemodified",
    "date_modified",
    "date-modified",
    "lastmod",
    "last-modified",
    "last_modified",
    "lastmodified",
    "last-updated",
    "last_updated_date",
    "dcterms.modified",
    "dc.date.modified",
    "dc.modified",
    "utime",
    "article.updated",
    "article:modified",
    "article:updated_time",
    "modified_time",
    "updated_time",
    "og:modified_time",
    "bt:moddate",
    "vr:updated_time",
    "eomportal-lastupdate",
    "revision_date",
];

/// Where the day of a page that is no article comes from.
pub(super) const OF_PAGE: &str = "html.ld.page";
/// Where the day in a script that is no structured data comes from.
const OF_SCRIPT: &str = "html.script.published";

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
    for near in [true, false] {
        for s in stated {
            let Stated::Time { value, property, block, apart } = s else { continue };
            // A reader's comment is of a day of its own.
            let comment = labels.get(*block).is_some_and(|l| l.0 == LineKind::Comment);
            if comment || (is_near(*block) && !apart) != near {
                continue;
            }
            match property.as_str() {
                CHANGED_AT => put_day(&mut fields.updated, value, "html.time.modified"),
                PUBLISHED_AT | "dateCreated" => put_day(&mut fields.published, value, "html.time.published"),
                _ => put_day(&mut fields.published, value, "html.time"),
            }
        }
        if near {
            page.iter().for_each(|f| put_day(&mut fields.published, &f.value, f.rule));
        }
    }
    // Several days are those of several articles.
    if let [day] = scripted
        && !fields.published.iter().any(|f| f.value.starts_with(day.as_str()))
    {
        put_day(&mut fields.published, day, OF_SCRIPT);
    }
}

fn take(list: &mut Vec<Field>, rule: &str) -> Vec<Field> {
    list.extract_if(.., |f| f.rule == rule).collect()
}
