//! The bottom row: keys and what they do here, and what was typed so far.

use crate::app::Model;
use crate::app::action::{Action, Context, Hint, hinted};
use crate::app::overlay::state::Overlay;
use crate::app::panes::{Pane, Screen};
use crate::app::refusal::refusal;
use crate::app::screen::here;
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::words::msg;

/// Hints that are told at once, besides those of every screen.
const MOST: usize = 7;

/// The footer: keys and what they do here, made from the table of actions.
pub(crate) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    if !model.choices.hints {
        return;
    }
    let lang = model.lang();
    if matches!(model.overlays.last(), Some(Overlay::Prompt(_))) {
        return line_keys(model, theme, canvas);
    }
    let context = model.context();
    let pair = |(a, hint): (Action, &Hint)| Some((model.keymap.key_of(context, a)?, words(model, a, hint)));
    let tail: Vec<(String, &str)> = hinted(Context::Everywhere).into_iter().filter_map(pair).collect();
    let size = |(k, w): &(String, &str)| (width(k) + width(w) + 3) as u16;
    let tail_width: u16 = tail.iter().map(size).sum();
    let typed = typed(model);
    let mut x = 1;
    // A verb that means several says so before it is pressed.
    let several = match refusal(model, Action::Keep) {
        None => here::target_count(model),
        Some(_) => 1,
    };
    if several > 1 {
        x = canvas.put(x, 0, &format!("{} ›", lang.articles(several)), theme.style(Role::Strong)) + 2;
    }
    let mut here = hinted(context);
    here.retain(|(a, _)| refusal(model, *a).is_none());
    // Those in use give way to others.
    here.sort_by_key(|(a, _)| model.knows(*a));
    let mut told = 0;
    for hint in here.into_iter().filter_map(pair) {
        // One that has no room gives way to a shorter one behind it.
        if told == MOST || x + size(&hint) + tail_width + width(&typed) as u16 > canvas.width() {
            continue;
        }
        told += 1;
        x = canvas.put(x, 0, &hint.0, theme.style(Role::Accent));
        x = canvas.put(x + 1, 0, hint.1, theme.style(Role::Dim)) + 2;
    }
    for hint in tail {
        if x + size(&hint) > canvas.width() + 2 {
            break;
        }
        x = canvas.put(x, 0, &hint.0, theme.style(Role::Accent));
        x = canvas.put(x + 1, 0, hint.1, theme.style(Role::Dim)) + 2;
    }
    if !typed.is_empty() {
        canvas.put_right(canvas.width().saturating_sub(1), 0, &typed, theme.style(Role::Accent));
    }
}

/// The keys that end a line of input: those of the screen below are letters of
/// it.
fn line_keys(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let mut x = 1;
    for (action, words) in [(Action::Accept, msg::HINT_ACCEPT), (Action::Cancel, msg::HINT_CLOSE)] {
        let Some(key) = model.keymap.key_of(Context::Prompt, action) else { continue };
        x = canvas.put(x, 0, &key, theme.style(Role::Accent));
        x = canvas.put(x + 1, 0, lang.text(words), theme.style(Role::Dim)) + 2;
    }
}

/// What an action does here, where it is not the same everywhere.
fn words(model: &Model, action: Action, hint: &Hint) -> &'static str {
    let (lang, list) = (model.lang(), &model.list);
    let in_list = model.screen == Screen::Main && model.focus == Pane::List;
    match action {
        Action::CycleView => model.article.view.next().label(lang),
        Action::Open if in_list && list.on_searches() && list.search().is_none() => {
            lang.text(if list.searches_folded { msg::HINT_UNFOLD } else { msg::HINT_FOLD })
        }
        Action::Open if in_list && list.on_group() && !list.on_folded_group() => lang.text(msg::HINT_FOLD),
        _ => lang.text(hint.words),
    }
}

/// Count and keys typed so far.
fn typed(model: &Model) -> String {
    let count = model.typed.count.map_or(String::new(), |c| c.to_string());
    format!("{count}{}", crate::app::key::show(&model.typed.pending, model.lang()))
}
