//! The article card.

use super::row::PageRow;
use crate::app::Model;
use crate::app::screen::here;
use crate::app::view::{kind_name, mark_name, topic_name};
use crate::corpus::{Claim, Document};
use crate::text::sanitise::one_line;
use crate::text::width::ellipsis_start;
use crate::ui::role::Role;
use crate::words::{Lang, date, msg};

fn claim<T>(
    out: &mut Vec<PageRow>,
    lang: Lang,
    name: &str,
    claim: &Claim<T>,
    show: impl Fn(&T) -> String,
    document: &Document,
) {
    let value = claim.value.as_ref().map_or("—".to_owned(), |v| one_line(&show(v)));
    let sign = claim.mark.sign();
    out.push(PageRow::new(name, format!("{sign} {value}  ({})", mark_name(claim.mark, lang)), Role::Text));
    for e in &claim.evidence {
        let at = e.span.map_or(String::new(), |s| {
            let words = one_line(s.of(&document.text));
            let words = crate::text::width::ellipsis(words.trim(), 60).into_owned();
            format!(" {}", lang.say(msg::ui_quoted(words)))
        });
        out.push(PageRow::new("", format!("{}{at} [{}]", one_line(&lang.say(&e.note)), e.rule), Role::Dim));
    }
}

/// What is known of an article: every claim with its evidence, its story, what cleaning took off.
pub(super) fn card(model: &Model) -> Vec<PageRow> {
    let lang = model.lang();
    let subject = here::subject(model).and_then(|id| Some((id, model.library.corpus.get(id)?)));
    let Some((id, document)) = subject else { return Vec::new() };
    let m = &document.meta;
    let d = &**document;
    let mut out = Vec::new();
    claim(&mut out, lang, lang.text(msg::UI_CARD_TITLE), &m.title, String::clone, d);
    claim(&mut out, lang, lang.text(msg::UI_CARD_SOURCE), &m.source, String::clone, d);
    claim(&mut out, lang, lang.text(msg::UI_CARD_AUTHOR), &m.author, String::clone, d);
    claim(&mut out, lang, lang.text(msg::UI_CARD_AGENCIES), &m.agencies, |a| a.join(" ← "), d);
    claim(&mut out, lang, lang.text(msg::UI_CARD_PUBLISHED), &m.published, |x| lang.say(date::long(*x)), d);
    if m.updated.is_known() {
        claim(&mut out, lang, lang.text(msg::UI_CARD_UPDATED), &m.updated, |x| lang.say(date::long(*x)), d);
    }
    claim(&mut out, lang, lang.text(msg::UI_CARD_EVENT), &m.event_date, |x| lang.say(date::long(*x)), d);
    if m.page_date.is_known() {
        claim(&mut out, lang, lang.text(msg::UI_CARD_PAGE_DATE), &m.page_date, |x| lang.say(date::medium(*x)), d);
    }
    if let Some(line) = story_days(model, id, document) {
        out.push(line);
    }
    claim(&mut out, lang, lang.text(msg::UI_CARD_LANGUAGE), &m.language, |l| l.name().to_owned(), d);
    let yes_no = |b: &bool| if *b { lang.text(msg::UI_YES).to_owned() } else { lang.text(msg::UI_NO).to_owned() };
    claim(&mut out, lang, lang.text(msg::UI_CARD_PAYWALLED), &m.paywalled, yes_no, d);
    if m.url.is_known() {
        claim(&mut out, lang, lang.text(msg::UI_CARD_ADDRESS), &m.url, String::clone, d);
    }
    for fact in &m.wire {
        let value = format!("= {}  [{}]", one_line(&fact.value), fact.rule);
        out.push(PageRow::new(topic_name(fact.topic, lang), value, Role::Text));
    }
    let stated = m.comments_stated.value.map_or("—".to_owned(), |n| n.to_string());
    let present = m.comments_present;
    let comments = lang.say(msg::ui_card_comments_counted(stated, present));
    out.push(PageRow::new(lang.text(msg::UI_CARD_COMMENTS), comments, Role::Text));
    out.push(PageRow::blank());
    if let Some(story) = model.library.story(id) {
        let words = format!("{} ({})", story.title, lang.articles(story.size));
        out.push(PageRow::new(lang.text(msg::UI_CARD_STORY), words, Role::Text));
        for reason in story_reasons(model, id) {
            out.push(PageRow::new("", reason, Role::Dim));
        }
    }
    let mut kinds: Vec<(crate::corpus::LineKind, usize)> = Vec::new();
    for l in d.lines.iter().filter(|l| l.kind.is_noise()) {
        let words = l.content(&d.text).of(&d.text).split_whitespace().count();
        match kinds.iter_mut().find(|(k, _)| *k == l.kind) {
            Some((_, n)) => *n += words,
            None => kinds.push((l.kind, words)),
        }
    }
    let parts: Vec<String> = kinds.iter().map(|(k, n)| format!("{} {}", kind_name(*k, lang), lang.words(*n))).collect();
    let kept = lang.say(msg::ui_card_kept((d.kept() * 100.0).round() as u32));
    out.push(PageRow::new(lang.text(msg::UI_CARD_CLEANING), [vec![kept], parts].concat().join(" · "), Role::Text));
    let place = one_line(&d.place.to_string());
    out.push(PageRow::new(lang.text(msg::UI_FILE), ellipsis_start(&place, 200).into_owned(), Role::Text));
    let status = model.triage.status(&d.key);
    for (i, v) in status.verdicts.iter().enumerate() {
        let label = if i == 0 { lang.text(msg::UI_CARD_JUDGED) } else { "" };
        let name = crate::app::view::state_name(v.state, lang).to_lowercase();
        let when = date::clock(v.at, model.now, &model.choices.zone, lang);
        out.push(PageRow::new(label, format!("{name} · {} · {when}", one_line(&v.by)), Role::Text));
    }
    if status.is_contested() {
        let words = lang.text(msg::UI_CARD_CONTESTED);
        out.push(PageRow::new("", words, Role::Problem));
    }
    for n in &d.notices {
        out.push(PageRow::new(lang.text(msg::UI_TO_KNOW), lang.say(&n.sentence), Role::Text));
    }
    out
}

/// Days from the other reports of a story beyond which a date is doubtful.
const FAR: i32 = 7;

/// When the other reports of its story were published: what a date, or a day
/// in the head of the page, is weighed against.
fn story_days(model: &Model, id: crate::corpus::DocId, document: &Document) -> Option<PageRow> {
    let lang = model.lang();
    let story = model.library.story(id)?;
    let others = model.library.members(story.id).into_iter().filter(|d| *d != id);
    let published = |d| model.library.card(d).and_then(|c| c.date);
    let mut days: Vec<jiff::civil::Date> = others.filter_map(published).collect();
    days.sort_unstable();
    let (first, last) = (*days.first()?, *days.last()?);
    let said =
        if first == last { date::long(first) } else { msg::ui_card_between(date::long(first), date::long(last)) };
    let days = |a: jiff::civil::Date, b: jiff::civil::Date| a.until(b).map_or(i32::MAX, |s| s.get_days());
    let far = |d: jiff::civil::Date| days(d, first) > FAR || days(last, d) > FAR;
    let published = document.meta.published.value.is_some_and(far);
    let words = if published {
        msg::ui_card_others_far(said)
    } else if document.meta.page_date.value.is_some_and(far) {
        msg::ui_card_others_crawled(said)
    } else {
        msg::ui_card_others(said)
    };
    let role = if published { Role::Problem } else { Role::Dim };
    Some(PageRow::new("", lang.say(words), role))
}

/// Why a document is in its story.
fn story_reasons(model: &Model, id: crate::corpus::DocId) -> Vec<String> {
    let reason = model.library.stories.as_ref().and_then(|book| book.reason(id));
    reason.map(|r| model.lang().say(r)).into_iter().collect()
}
