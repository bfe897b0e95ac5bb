//! Claims: what a document says of itself, each with its mark and evidence.
//! Never guesses: what nothing says stays unknown.

mod agreed;
mod author;
mod clocks;
mod comments;
mod dates;
mod day;
mod hour;
mod language;
mod order;
mod outlet;
mod paper;
mod people;
mod post;
mod read;
mod subscription;
mod undated;
pub(super) mod wording;

use super::kinds::{Kinds, SET_APART, WRAPPED};
use super::page_features::PageFeatures;
use crate::corpus::{Claim, LineKind, Meta};
use crate::ingest::RawDocument;
use crate::text::Span;
use crate::words::msg;
use read::{field, number};

/// Everything claimed about a document.
pub(crate) fn collect(page: &PageFeatures<'_>, kinds: &Kinds, raw: &RawDocument) -> Meta {
    let fields = &raw.fields;
    let people = people::find(page, kinds, raw);
    let language = language::find(page, kinds, raw);
    let dates = dates::find(page, kinds, raw, language.value);
    let (comments_stated, comments_present) = comments::count(page, kinds);
    Meta {
        title: whole(title(page, kinds, raw)),
        standfirst: whole(standfirst(page, kinds, raw)),
        source: whole(people.source),
        author: whole(people.author),
        agencies: people.agencies,
        published_at: hour::of(page.text, &raw.fields.published, &dates.published, dates.hour),
        published: dates.published,
        updated_at: clocks::moment(&raw.fields.updated, dates.updated.value),
        updated: dates.updated,
        page_date: dates.page_date,
        event_date: dates.event_date,
        language,
        paywalled: subscription::find(page, kinds),
        comments_stated,
        comments_present,
        reading_minutes: reading(page, kinds),
        url: field(&fields.url).unwrap_or_default(),
        wire: raw.wire.clone(),
        standing: raw.standing,
        version: None,
    }
}

/// A claim whose words are whole: pages say with soft hyphens where one may be parted.
fn whole(claim: Claim<String>) -> Claim<String> {
    let value = claim.value.map(|v| if v.contains('\u{ad}') { v.replace('\u{ad}', "") } else { v });
    Claim { value, ..claim }
}

fn title(page: &PageFeatures<'_>, kinds: &Kinds, raw: &RawDocument) -> Claim<String> {
    let stated = field(&raw.fields.title);
    let Some(row) = kinds.title else { return stated.unwrap_or_default() };
    let wrapped = |i: &usize| kinds.labels[*i].rule == WRAPPED;
    let copies = kinds.labels.iter().filter(|l| l.kind == LineKind::Title && l.rule != WRAPPED).count();
    let note = if copies > 1 { msg::clean_last_title(copies.to_string()) } else { msg::CLEAN_TITLE_TAKEN_UP.into() };
    let span = page.row(row).span;
    match stated {
        Some(claim) => claim.because(Some(span), "title.head", note),
        None => {
            let first = (0..row).rev().take_while(wrapped).last().unwrap_or(row);
            let last = (row + 1..page.len()).take_while(wrapped).last().unwrap_or(row);
            let rows: Vec<&str> = (first..=last).flat_map(|i| unmarked(page.content(i)).split_whitespace()).collect();
            let value = if first < last { rows.join(" ") } else { unmarked(page.content(row)).to_owned() };
            let span = Span::new(page.row(first).span.start, page.row(last).span.end);
            Claim::written(value, Some(span), "title.head", note)
        }
    }
}

/// A headline without what Markdown puts around one: `# Headline`, `**Headline**`.
fn unmarked(line: &str) -> &str {
    /// Levels of headings.
    const LEVELS: usize = 6;
    let bare = line.trim_start_matches('#');
    let heading = (1..=LEVELS).contains(&(line.len() - bare.len())) && bare.starts_with(char::is_whitespace);
    let line = if heading { bare.trim_end_matches('#').trim() } else { line };
    let strong = |mark: &str| line.strip_prefix(mark)?.strip_suffix(mark).filter(|inner| !inner.contains(mark));
    ["**", "__"].into_iter().find_map(strong).map_or(line, str::trim)
}

fn standfirst(page: &PageFeatures<'_>, kinds: &Kinds, raw: &RawDocument) -> Claim<String> {
    let row = kinds.labels.iter().position(|l| l.kind == LineKind::Standfirst);
    match row {
        Some(i) => {
            let (value, span, rule) = (page.content(i).to_owned(), Some(page.row(i).span), kinds.labels[i].rule);
            // Where nothing but its length sets it apart, that it is one is a conclusion.
            let claim = if rule == SET_APART { Claim::inferred } else { Claim::written };
            claim(value, span, rule, msg::CLEAN_BETWEEN)
        }
        None => field(&raw.fields.standfirst).unwrap_or_default(),
    }
}

fn reading(page: &PageFeatures<'_>, kinds: &Kinds) -> Claim<u32> {
    let row = kinds.labels.iter().position(|l| l.kind == LineKind::ReadingTime);
    let found = row.and_then(|i| Some((i, number(page.content(i))?)));
    match found {
        Some((i, minutes)) => {
            Claim::written(minutes, Some(page.row(i).span), "reading.stated", msg::CLEAN_READING_TIME)
        }
        None => Claim::unknown(),
    }
}

#[cfg(test)]
mod tests {
    use super::{unmarked, whole};
    use crate::corpus::Claim;
    use crate::words::msg;

    #[test]
    fn a_claim_has_no_soft_hyphens() {
        let claim = Claim::written("Le télé\u{ad}phérique".to_owned(), None, "a", msg::CLEAN_BETWEEN);
        assert_eq!(whole(claim).value.as_deref(), Some("Le téléphérique"));
    }

    #[test]
    fn a_headline_is_told_without_the_marks_of_markdown_and_keeps_its_own() {
        for (line, headline) in [
            ("# Le port rouvre", "Le port rouvre"),
            ("### Le port rouvre ###", "Le port rouvre"),
            ("## **Le port rouvre**", "Le port rouvre"),
            ("__Le port rouvre__", "Le port rouvre"),
            ("#PortOuvert : le quai rouvre", "#PortOuvert : le quai rouvre"),
            ("Le n# 1 du port", "Le n# 1 du port"),
            ("**Port** et **quai**", "**Port** et **quai**"),
        ] {
            assert_eq!(unmarked(line), headline);
        }
    }
}
