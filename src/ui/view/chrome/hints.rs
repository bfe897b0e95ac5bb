//! The hints of an overlay, for its lower border: made from the table of actions.

use crate::app::Model;
use crate::app::action::{Action, Context, Hint, hinted};
use crate::app::refusal::refusal_in;

/// The keys of an overlay and what they do.
pub(in crate::ui) fn hints(model: &Model, context: Context) -> String {
    let lang = model.lang();
    let key = |a: Action| model.keymap.key_of(context, a);
    let one = |(action, hint): (Action, &Hint)| {
        let mut keys: Vec<String> = [Some(action), action.shown_with()].into_iter().flatten().filter_map(key).collect();
        keys.sort_unstable();
        let letters = keys.iter().all(|k| k.chars().all(char::is_alphanumeric));
        (!keys.is_empty()).then(|| format!("{} {}", keys.join(if letters { " " } else { "" }), lang.text(hint.words)))
    };
    let here = hinted(context).into_iter().filter(|(a, _)| refusal_in(model, context, *a).is_none());
    here.filter_map(one).collect::<Vec<_>>().join("  ")
}
