//! A line of input in the status row.

use crate::app::Model;
use crate::app::overlay::prompt::state::{About, Ask, Prompt};
use crate::app::words::Lang;
use crate::text::sanitise::one_line;
use crate::text::width::{ellipsis, width};
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::input::input;

/// Label of a line of input.
fn ask_label(ask: Ask, lang: Lang) -> &'static str {
    match ask {
        Ask::FindInArticle => lang.pick("chercher dans l'article : ", "search the article: "),
        Ask::FindInList => lang.pick("chercher dans la liste : ", "search the list: "),
        Ask::SearchCorpus => lang.pick("chercher dans le corpus : ", "search the corpus: "),
        Ask::Filter => lang.pick("filtrer : ", "filter: "),
        Ask::Tag => lang.pick("étiquette à ajouter : ", "tag to add: "),
        Ask::Untag => lang.pick("étiquette à ôter : ", "tag to remove: "),
        Ask::Title => lang.pick("titre : ", "headline: "),
        Ask::Source => lang.pick("source : ", "source: "),
        Ask::Date => lang.pick("date de publication : ", "day of publication: "),
        Ask::Note => lang.pick("note : ", "note: "),
        Ask::ExportName => lang.pick("nom du fichier : ", "file name: "),
        Ask::TickQuery => lang.pick("cocher ce qui répond à : ", "tick what answers: "),
        Ask::SameName => lang.pick("c'est aussi : ", "the same as: "),
        Ask::Pipe => lang.pick("! commande : ", "! command: "),
        Ask::FindInNotes => lang.pick("chercher dans les notes : ", "search the notes: "),
    }
}

/// What a note is about, before its text.
fn about_label(model: &Model, about: &About, lang: Lang) -> String {
    match about {
        About::Passage(id, span) => {
            let document = model.library.corpus.get(*id);
            let quote = document.map_or(String::new(), |d| one_line(span.of(&d.text)));
            let quote = ellipsis(&quote, usize::from(model.size.width / 4)).into_owned();
            lang.pick(format!("note sur «\u{a0}{quote}\u{a0}» : "), format!("note on “{quote}”: "))
        }
        About::Articles(ids) if ids.len() == 1 => {
            lang.pick("note sur l'article : ", "note on the article: ").to_owned()
        }
        About::Articles(ids) => {
            let n = lang.articles(ids.len());
            lang.pick(format!("note sur {n} : "), format!("note on {n}: "))
        }
        About::Story(_) => lang.pick("note sur l'histoire : ", "note on the story: ").to_owned(),
        About::Difference { a: (_, Some(_)), b: (_, Some(_)) } => {
            lang.pick("note sur la différence : ", "note on the difference: ").to_owned()
        }
        About::Difference { .. } => lang.pick("note sur ce passage : ", "note on this passage: ").to_owned(),
        About::Pair(..) => lang.pick("note sur la comparaison : ", "note on the comparison: ").to_owned(),
        About::Note { .. } => lang.pick("récrire la note : ", "rewrite the note: ").to_owned(),
    }
}

/// What Tab would go through, as far as a few fit.
fn suggested(p: &Prompt) -> String {
    let (sign, between) = if p.ask == Ask::SameName { ("", " · ") } else { ("#", " ") };
    p.fitting().take(4).map(|s| format!("{sign}{}", one_line(s))).collect::<Vec<_>>().join(between)
}

/// Draws the line of input: its label, what was typed, what may be typed.
pub(super) fn draw(model: &Model, p: &Prompt, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let label = match p.about.get(p.chosen) {
        Some(about) => about_label(model, about, lang),
        None => ask_label(p.ask, lang).to_owned(),
    };
    let short = if p.ask == Ask::Note { "✎ " } else { "/ " };
    let label = if canvas.width() < 50 { short } else { &label };
    let x = canvas.put(1, 0, label, theme.style(Role::Accent));
    let help = match p.ask {
        Ask::Filter | Ask::SearchCorpus | Ask::TickQuery => lang.pick(
            "\"phrase\"  -mot  source:  date:  état:  entité:  étiquette:",
            "\"phrase\"  -word  source:  date:  state:  entity:  tag:",
        ),
        Ask::Date => lang.pick("2026-06-12 ou 12.06.2026 ; vide : ôter", "2026-06-12 or 12.06.2026; empty: remove"),
        Ask::Note if p.about.len() > 1 => {
            lang.pick("Tab sur autre chose  Ctrl-x éditeur", "Tab something else  Ctrl-x editor")
        }
        Ask::Note => lang.pick("Ctrl-x éditeur", "Ctrl-x editor"),
        Ask::Tag | Ask::Untag | Ask::Source if !p.suggestions.is_empty() => lang.pick("Tab propose", "Tab suggests"),
        _ => "",
    };
    let tags = matches!(p.ask, Ask::Tag | Ask::Untag | Ask::SameName).then(|| suggested(p)).filter(|t| !t.is_empty());
    let help = tags.map_or(help.to_owned(), |t| format!("Tab : {t}"));
    let help = help.as_str();
    let x = input(theme, canvas, x, 0, canvas.width().saturating_sub(x + 1), &p.input);
    let w = width(help) as u16;
    if x + w + 4 < canvas.width() {
        canvas.put_right(canvas.width() - 1, 0, help, theme.style(Role::Dim));
    }
}
