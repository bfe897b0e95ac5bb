//! A line of input in the status row.

use crate::app::Model;
use crate::app::action::{Action, Context};
use crate::app::overlay::prompt::state::{About, Ask, Prompt};
use crate::app::overlay::settings;
use crate::notice::Severity;
use crate::text::quotes::bare;
use crate::text::sanitise::one_line;
use crate::text::width::{ellipsis, width};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::input::input;
use crate::words::{Lang, msg};

/// Label of a line of input.
fn ask_label(ask: Ask, lang: Lang) -> &'static str {
    match ask {
        Ask::FindInArticle => lang.text(msg::UI_ASK_ARTICLE),
        Ask::FindInList => lang.text(msg::UI_ASK_LIST),
        Ask::FindInNames => lang.text(msg::UI_ASK_NAMES),
        Ask::SearchCorpus => lang.text(msg::UI_ASK_CORPUS),
        Ask::Filter => lang.text(msg::UI_ASK_FILTER),
        Ask::Tag => lang.text(msg::UI_ASK_TAG),
        Ask::Untag => lang.text(msg::UI_ASK_UNTAG),
        Ask::Title => lang.text(msg::UI_ASK_TITLE),
        Ask::Source => lang.text(msg::UI_ASK_SOURCE),
        Ask::Date => lang.text(msg::UI_ASK_DATE),
        Ask::Author => lang.text(msg::UI_ASK_AUTHOR),
        Ask::Note => lang.text(msg::UI_ASK_NOTE),
        Ask::ExportName => lang.text(msg::UI_ASK_FILE),
        Ask::TickQuery => lang.text(msg::UI_ASK_TICK),
        Ask::SameName => lang.text(msg::UI_ASK_SAME_NAME),
        Ask::Called => lang.text(msg::UI_ASK_CALLED),
        Ask::SaveSearch | Ask::RenameSearch => lang.text(msg::UI_ASK_SEARCH_NAME),
        // It goes by its key.
        Ask::Setting => "",
        Ask::FollowAddress => lang.text(msg::UI_ASK_FOLLOW_ADDRESS),
        Ask::LeaveAddress => lang.text(msg::UI_ASK_LEAVE_ADDRESS),
        Ask::Pipe => lang.text(msg::UI_ASK_COMMAND),
        Ask::FindInNotes => lang.text(msg::UI_ASK_NOTES),
    }
}

/// What a note is about, before its text.
fn about_label(model: &Model, about: &About, lang: Lang) -> String {
    match about {
        About::Passage(id, span) => {
            let document = model.library.corpus.get(*id);
            let quote = document.map_or(String::new(), |d| one_line(span.of(&d.text)));
            let quote = ellipsis(&quote, usize::from(model.size.width / 4)).into_owned();
            lang.say(msg::ui_note_on_passage(bare(&quote)))
        }
        About::Articles(ids) if ids.len() == 1 => lang.text(msg::UI_NOTE_ON_ARTICLE).to_owned(),
        About::Articles(ids) => lang.say(msg::ui_note_on_articles(msg::article_count(ids.len()))),
        About::Story(_) => lang.text(msg::UI_NOTE_ON_STORY).to_owned(),
        About::Difference { a: (_, Some(_)), b: (_, Some(_)) } => lang.text(msg::UI_NOTE_ON_DIFFERENCE).to_owned(),
        About::Difference { .. } => lang.text(msg::UI_NOTE_ON_ONE_SIDE).to_owned(),
        About::Pair(..) => lang.text(msg::UI_NOTE_ON_PAIR).to_owned(),
        About::Note { .. } => lang.text(msg::UI_NOTE_REWRITE).to_owned(),
    }
}

/// What Tab would go through, as far as a few fit.
fn suggested(p: &Prompt) -> String {
    let (sign, between) = if p.ask == Ask::SameName { ("", " · ") } else { ("#", " ") };
    p.fitting().take(4).map(|s| format!("{sign}{}", one_line(s))).collect::<Vec<_>>().join(between)
}

/// Columns from which the line for a query also says how it is kept.
const KEEPS_FROM: u16 = 110;

/// Draws the line of input in a row: its label, what was typed, what may be typed.
pub(super) fn draw(model: &Model, p: &Prompt, theme: &Theme, canvas: &mut Canvas<'_>, y: u16) {
    let lang = model.lang();
    let label = match p.about.get(p.chosen) {
        Some(about) => about_label(model, about, lang),
        None if p.ask == Ask::Source && model.list.ticked.len() > 1 => {
            lang.say(msg::ui_ask_source_of(lang.articles(model.list.ticked.len())))
        }
        None if p.ask == Ask::Setting => {
            let key = settings::act::chosen(model).map_or("", |s| s.key);
            lang.say(msg::ui_ask_setting(key))
        }
        None => ask_label(p.ask, lang).to_owned(),
    };
    let short = if p.ask == Ask::Note { "✎ " } else { "/ " };
    let label = if canvas.width() < 50 { short.to_owned() } else { format!("{label} ") };
    let x = canvas.put(1, y, &label, theme.style(Role::Accent));
    let key = |a: Action| model.keymap.key_of(Context::Prompt, a).unwrap_or_default();
    let hint = |a: Action| {
        let words = a.info().hint(Context::Prompt).map_or("", |h| lang.text(h.words));
        format!("{} {words}", key(a))
    };
    let help = match p.ask {
        ask if ask.is_query() && canvas.width() >= KEEPS_FROM => {
            &format!("{}  {}", lang.text(msg::UI_ASK_FILTER_HELP), hint(Action::SaveSearch))
        }
        Ask::Filter | Ask::SearchCorpus | Ask::TickQuery => lang.text(msg::UI_ASK_FILTER_HELP),
        Ask::Date => lang.text(msg::UI_ASK_DATE_HELP),
        Ask::Note if p.about.len() > 1 => {
            let other = lang.text(msg::UI_NOTE_ELSEWHERE);
            &format!("{} {other}  {}", key(Action::Complete), hint(Action::WriteInEditor))
        }
        Ask::Note => &hint(Action::WriteInEditor),
        Ask::FollowAddress => lang.text(msg::UI_ASK_FOLLOW_HELP),
        Ask::Tag | Ask::Untag | Ask::Source | Ask::SaveSearch | Ask::LeaveAddress if !p.suggestions.is_empty() => {
            &hint(Action::Complete)
        }
        Ask::FindInArticle
        | Ask::FindInList
        | Ask::FindInNames
        | Ask::FindInNotes
        | Ask::Tag
        | Ask::Untag
        | Ask::Title
        | Ask::Author
        | Ask::Setting
        | Ask::Called
        | Ask::Source
        | Ask::ExportName
        | Ask::Pipe
        | Ask::SaveSearch
        | Ask::RenameSearch
        | Ask::LeaveAddress
        | Ask::SameName => "",
    };
    let tags = matches!(p.ask, Ask::Tag | Ask::Untag | Ask::SameName).then(|| suggested(p)).filter(|t| !t.is_empty());
    let help = tags.map_or(help.to_owned(), |t| lang.say(msg::ui_ask_suggestions(key(Action::Complete), t)));
    let help = help.as_str();
    let from = x;
    let x = input(theme, canvas, x, y, canvas.width().saturating_sub(x + 1), &p.input);
    if p.offered {
        canvas.style(from, y, x.saturating_sub(from + 1), theme.style(Role::Selection));
    }
    // What was done from the line is said beside it.
    if let Some(message) = model.message.as_ref().filter(|m| m.severity == Severity::Info) {
        let room = usize::from(canvas.width().saturating_sub(x + 4));
        canvas.put_right(canvas.width() - 1, y, &ellipsis(&message.text, room), theme.style(Role::Text));
        return;
    }
    let w = width(help) as u16;
    if x + w + 4 < canvas.width() {
        canvas.put_right(canvas.width() - 1, y, help, theme.style(Role::Dim));
    }
}
