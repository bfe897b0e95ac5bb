//! Pages of generated text: the article card, problems, the tour, what
//! a command printed.

use super::overlay::window;
use crate::app::Model;
use crate::app::area::Area;
use crate::app::overlay::state::Page;
use crate::app::told::{said, told};
use crate::app::view::{kind_name, mark_name};
use crate::app::words::{Lang, long_date, medium_date};
use crate::corpus::{Claim, Document};
use crate::notice::Severity;
use crate::text::sanitise::one_line;
use crate::text::width::ellipsis_start;
use crate::text::{Span, wrap};
use crate::ui::Theme;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use ratatui::buffer::Buffer;

/// Columns of the names at the left.
const LABEL: u16 = 16;

struct Line {
    label: String,
    text: String,
    role: Role,
    indent: u16,
}

impl Line {
    fn new(label: impl Into<String>, text: impl Into<String>, role: Role) -> Self {
        Self { label: label.into(), text: text.into(), role, indent: LABEL }
    }

    fn wide(text: impl Into<String>, role: Role) -> Self {
        Self { label: String::new(), text: text.into(), role, indent: 0 }
    }

    fn blank() -> Self {
        Self::wide("", Role::Text)
    }
}

/// Draws a page.
pub(crate) fn draw(model: &Model, page: Page, top: usize, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let (title, lines) = match page {
        Page::Card => (lang.pick("Fiche de l'article", "Article card"), card(model)),
        Page::Problems => (lang.pick("Problèmes et messages", "Problems and messages"), problems(model)),
        Page::Tour => (lang.pick("Visite", "Tour"), tour(model)),
        Page::Printed => (lang.pick("Réponse de la commande", "What the command printed"), printed(model)),
    };
    let keys = lang.pick("j k défiler  Échap fermer", "j k scroll  Esc close");
    let w = if model.size.width < 50 { model.size.width } else { 84.min(model.size.width - 4) }.saturating_sub(4);
    let mut rows: Vec<(u16, String, String, Role)> = Vec::new();
    for line in &lines {
        let room = usize::from(w.saturating_sub(line.indent).max(10));
        let wrapped = wrap::rows(&line.text, Span::new(0, line.text.len()), room);
        if wrapped.is_empty() {
            rows.push((line.indent, line.label.clone(), String::new(), line.role));
        }
        for (i, row) in wrapped.into_iter().enumerate() {
            let label = if i == 0 { line.label.clone() } else { String::new() };
            rows.push((line.indent, label, row.of(&line.text).to_owned(), line.role));
        }
    }
    let inside = window(model, theme, buffer, title, keys, rows.len() as u16);
    let mut canvas = Canvas::new(buffer, inside);
    let height = usize::from(canvas.height());
    let top = top.min(rows.len().saturating_sub(height));
    for (i, (indent, label, text, role)) in rows.iter().skip(top).take(height).enumerate() {
        canvas.put_cut(0, i as u16, LABEL - 1, label, theme.style(Role::Dim));
        canvas.put(*indent, i as u16, text, theme.plain(*role));
    }
    if rows.len() > top + height {
        let more = rows.len() - top - height;
        let words = lang.count(more, ["ligne plus bas", "lignes plus bas"], ["line below", "lines below"]);
        let border = Area::new(inside.x, inside.bottom(), inside.width, 1);
        Canvas::new(buffer, border).put(0, 0, &format!(" {words} "), theme.style(Role::Dim));
    }
}

fn claim<T>(
    out: &mut Vec<Line>,
    lang: Lang,
    name: &str,
    claim: &Claim<T>,
    show: impl Fn(&T) -> String,
    document: &Document,
) {
    let value = claim.value.as_ref().map_or("—".to_owned(), |v| one_line(&show(v)));
    let sign = claim.mark.sign();
    out.push(Line::new(name, format!("{sign} {value}  ({})", mark_name(claim.mark, lang)), Role::Text));
    for e in &claim.evidence {
        let at = e.span.map_or(String::new(), |s| {
            let words = one_line(s.of(&document.text));
            let words = crate::text::width::ellipsis(words.trim(), 60).into_owned();
            lang.pick(format!(" «\u{a0}{words}\u{a0}»"), format!(" “{words}”"))
        });
        out.push(Line::new("", format!("{}{at} [{}]", one_line(&told(lang, &e.note)), e.rule), Role::Dim));
    }
}

fn card(model: &Model) -> Vec<Line> {
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
    out.push(Line::new(lang.pick("réactions", "comments"), comments, Role::Text));
    out.push(Line::blank());
    if let Some(story) = model.library.story(id) {
        let words = format!("{} ({})", story.title, lang.articles(story.size));
        out.push(Line::new(lang.pick("histoire", "story"), words, Role::Text));
        for reason in story_reasons(model, id) {
            out.push(Line::new("", reason, Role::Dim));
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
    out.push(Line::new(lang.pick("nettoyage", "cleaning"), [vec![kept], parts].concat().join(" · "), Role::Text));
    let place = one_line(&d.place.to_string());
    out.push(Line::new(lang.pick("fichier", "file"), ellipsis_start(&place, 200).into_owned(), Role::Text));
    let status = model.triage.status(&d.key);
    for (i, v) in status.verdicts.iter().enumerate() {
        let label = if i == 0 { lang.pick("jugé", "judged") } else { "" };
        let name = crate::app::view::state_name(v.state, lang).to_lowercase();
        let when = crate::app::words::clock(v.at, model.now, &model.choices.zone);
        out.push(Line::new(label, format!("{name} · {} · {when}", one_line(&v.by)), Role::Text));
    }
    if status.is_contested() {
        let words = lang.pick("avis différents : le dernier compte", "opinions differ: the last one counts");
        out.push(Line::new("", words, Role::Problem));
    }
    for n in &d.notices {
        out.push(Line::new(lang.pick("à savoir", "to know"), said(lang, &n.sentence), Role::Text));
    }
    out
}

/// Days from the other reports of a story beyond which a date is doubtful.
const FAR: i32 = 7;

/// When the other reports of its story were published: what a date, or a day
/// in the head of the page, is weighed against.
fn story_days(model: &Model, id: crate::corpus::DocId, document: &Document) -> Option<Line> {
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
    Some(Line::new("", words, role))
}

/// Why a document is in its story.
fn story_reasons(model: &Model, id: crate::corpus::DocId) -> Vec<String> {
    let reason = model.library.stories.as_ref().and_then(|book| book.reason(id));
    reason.map(|r| told(model.lang(), &r).into_owned()).filter(|r| !r.is_empty()).into_iter().collect()
}

fn problems(model: &Model) -> Vec<Line> {
    let lang = model.lang();
    if model.notices.is_empty() {
        return vec![Line::wide(
            lang.pick("Tout a été lu sans rien à signaler.", "Everything was read; nothing to report."),
            Role::Text,
        )];
    }
    let mut out = Vec::new();
    let mut sorted: Vec<_> = model.notices.iter().collect();
    sorted.sort_by_key(|n| std::cmp::Reverse(n.severity));
    for n in sorted.into_iter().take(2000) {
        let (label, role) = match n.severity {
            Severity::Error => (lang.pick("non lu", "not read"), Role::Problem),
            Severity::Warning => (lang.pick("attention", "warning"), Role::Text),
            Severity::Info => (lang.pick("à savoir", "to know"), Role::Text),
        };
        if n.place.is_empty() {
            out.push(Line::new(label, said(lang, &n.sentence), role));
        } else {
            out.push(Line::new(label, one_line(&n.place), role));
            out.push(Line::new("", said(lang, &n.sentence), Role::Text));
        }
        if let Some(hint) = &n.hint {
            out.push(Line::new("", said(lang, hint), Role::Dim));
        }
    }
    out
}

fn printed(model: &Model) -> Vec<Line> {
    let Some((command, text)) = &model.printed else { return Vec::new() };
    let head = [Line::wide(format!("! {}", one_line(command)), Role::Accent), Line::blank()];
    head.into_iter().chain(text.lines().map(|l| Line::wide(one_line(l), Role::Text))).collect()
}

fn tour(model: &Model) -> Vec<Line> {
    let Some(text) = &model.choices.tour else { return Vec::new() };
    let mut out = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("# ") {
            Some(head) => out.push(Line::wide(head, Role::Strong)),
            None => out.push(Line::wide(line, Role::Text)),
        }
    }
    out
}
