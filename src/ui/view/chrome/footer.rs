//! The bottom row: keys and what they do here, and what was typed so far.

use super::hints::{hint_word, hinted};
use crate::app::Model;
use crate::app::action::Action;
use crate::app::dispatch::refusal;
use crate::text::width::width;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;

/// The footer: keys and what they do here, made from the table of actions.
pub(crate) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    if !model.choices.hints {
        return;
    }
    let lang = model.lang();
    let context = model.context();
    let pair = |a: Action| {
        let key = model.keymap.key_of(context, a)?;
        let word = hint_word(context, a, lang);
        (!word.is_empty()).then_some((key, word))
    };
    let tail: Vec<(String, &str)> = [Action::Palette, Action::Help].into_iter().filter_map(pair).collect();
    let size = |(k, w): &(String, &str)| (width(k) + width(w) + 3) as u16;
    let tail_width: u16 = tail.iter().map(size).sum();
    let typed = typed(model);
    let mut x = 1;
    // A verb that means several says so before it is pressed.
    let several = match refusal(model, Action::Keep) {
        None => crate::app::verb::judge::target_count(model),
        Some(_) => 1,
    };
    if several > 1 {
        x = canvas.put(x, 0, &format!("{} ›", lang.articles(several)), theme.style(Role::Strong)) + 2;
    }
    for hint in hinted(context).iter().filter(|a| refusal(model, **a).is_none()).filter_map(|a| pair(*a)).take(7) {
        if x + size(&hint) + tail_width + width(&typed) as u16 > canvas.width() {
            break;
        }
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

/// Count and keys typed so far.
fn typed(model: &Model) -> String {
    let count = model.count.map_or(String::new(), |c| c.to_string());
    format!("{count}{}", crate::app::key::show(&model.pending, model.lang()))
}
