//! The article card.

use super::row::PageRow;
use crate::app::Model;
use crate::app::told::{said, told};
use crate::app::view::{kind_name, mark_name};
use crate::app::words::{Lang, long_date, medium_date};
use crate::corpus::{Claim, Document};
use crate::text::sanitise::one_line;
use crate::text::width::ellipsis_start;
use crate::ui::role::Role;

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
            lang.pick(format!(" «\u{a0}{words}\u{a0}»"), format!(" “{words}”"))
        });
        out.push(PageRow::new("", format!("{}{at} [{}]", one_line(&told(lang, &e.note)), e.rule), Role::Dim));
    }
}

/// What is known of an article: every claim with its evidence, its story, what cleaning took off.
pub(super) fn card(model: &Model) -> Vec<PageRow> {
    let lang = model.lang();
    let subject = model.subject().and_then(|id| Some((id, model.library.corpus.get(id)?)));
    let Some((id, document)) = subject else { return Vec::new() };
    let m = &document.meta;
    let d = &**document;
    let mut out = Vec::new();
    claim(&mut out, lang, lang.pick("titre", "headline"), &m.title, String::clone, d);
    claim(&mut out, lang, lang.pick("source", "source"), &m.source, String::clone, d);
    claim(&mut out, lang, lang.pick("auteur", "author"), &m.author, String::clone, d);
    claim(&mut out, lang, lang.pick("agences", "agencies"), &m.agencies, |a| a.join(" ← "), d);
    claim(&mut out, lang, lang.pick("publié", "published"), &m.published, |x| long_date(*x, lang), d);
    if m.updated.is_known() {
        claim(&mut out, lang, lang.pick("mis à jour", "updated"), &m.updated, |x| long_date(*x, lang), d);
    }
    claim(&mut out, lang, lang.pick("événement", "event"), &m.event_date, |x| long_date(*x, lang), d);
    if m.page_date.is_known() {
        claim(&mut out, lang, lang.pick("date de page", "page date"), &m.page_date, |x| medium_date(*x, lang), d);
    }
    if let Some(line) = story_days(model, id, document) {
        out.push(line);
    }
    claim(&mut out, lang, lang.pick("langue", "language"), &m.language, |l| l.code().to_owned(), d);
    let yes_no = |b: &bool| if *b { lang.pick("oui", "yes").to_owned() } else { lang.pick("non", "no").to_owned() };
    claim(&mut out, lang, lang.pick("coupé", "cut off"), &m.paywalled, yes_no, d);
    if m.url.is_known() {
        claim(&mut out, lang, lang.pick("adresse", "address"), &m.url, String::clone, d);
    }
    let stated = m.comments_stated.value.map_or("—".to_owned(), |n| n.to_string());
    let present = m.comments_present;
    let comments = lang.pick(
        format!("{stated} annoncées, {present} dans le fichier"),
        format!("{stated} stated, {present} in the file"),
    );
    out.push(PageRow::new(lang.pick("réactions", "comments"), comments, Role::Text));
    out.push(PageRow::blank());
    if let Some(story) = model.library.story(id) {
        let words = format!("{} ({})", story.title, lang.articles(story.size));
        out.push(PageRow::new(lang.pick("histoire", "story"), words, Role::Text));
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
    let share = (d.kept() * 100.0).round();
    let kept = lang.pick(format!("{share}\u{a0}% gardé"), format!("{share}% kept"));
    out.push(PageRow::new(lang.pick("nettoyage", "cleaning"), [vec![kept], parts].concat().join(" · "), Role::Text));
    let place = one_line(&d.place.to_string());
    out.push(PageRow::new(lang.pick("fichier", "file"), ellipsis_start(&place, 200).into_owned(), Role::Text));
    let status = model.triage.status(&d.key);
    for (i, v) in status.verdicts.iter().enumerate() {
        let label = if i == 0 { lang.pick("jugé", "judged") } else { "" };
        let name = crate::app::view::state_name(v.state, lang).to_lowercase();
        let when = crate::app::words::clock(v.at, model.now, &model.choices.zone);
        out.push(PageRow::new(label, format!("{name} · {} · {when}", one_line(&v.by)), Role::Text));
    }
    if status.is_contested() {
        let words = lang.pick("avis différents : le dernier compte", "opinions differ: the last one counts");
        out.push(PageRow::new("", words, Role::Problem));
    }
    for n in &d.notices {
        out.push(PageRow::new(lang.pick("à savoir", "to know"), said(lang, &n.sentence), Role::Text));
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
    // A day inferred from what is told is no day of publication.
    let published = |d| model.library.card(d).filter(|c| c.published).and_then(|c| c.date);
    let mut days: Vec<jiff::civil::Date> = others.filter_map(published).collect();
    days.sort_unstable();
    let (first, last) = (*days.first()?, *days.last()?);
    let said = if first == last {
        long_date(first, lang)
    } else {
        lang.pick(
            format!("du {} au {}", long_date(first, lang), long_date(last, lang)),
            format!("{} to {}", long_date(first, lang), long_date(last, lang)),
        )
    };
    let days = |a: jiff::civil::Date, b: jiff::civil::Date| a.until(b).map_or(i32::MAX, |s| s.get_days());
    let far = |d: jiff::civil::Date| days(d, first) > FAR || days(last, d) > FAR;
    let published = document.meta.published.value.is_some_and(far);
    let doubt = if published {
        lang.pick(" — sa date est loin des leurs", " — its date is far from theirs")
    } else if document.meta.page_date.value.is_some_and(far) {
        lang.pick(" — la date de page est celle de la collecte", " — the page date is the day of the crawl")
    } else {
        ""
    };
    let role = if published { Role::Problem } else { Role::Dim };
    let words = lang.pick(
        format!("autres articles de l'histoire : {said}{doubt}"),
        format!("other reports of the story: {said}{doubt}"),
    );
    Some(PageRow::new("", words, role))
}

/// Why a document is in its story.
fn story_reasons(model: &Model, id: crate::corpus::DocId) -> Vec<String> {
    let reason = model.library.stories.as_ref().and_then(|book| book.reason(id));
    reason.map(|r| told(model.lang(), &r).into_owned()).filter(|r| !r.is_empty()).into_iter().collect()
}
