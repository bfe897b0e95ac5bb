//! The keys of every context, as lines.

use crate::app::action::{ACTIONS, Context};
use crate::app::keymap::Keymap;
use crate::app::overlay::prompt::edit::editing_keys;
use crate::app::words::Lang;
use crate::text::fold;

/// One line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// Heading of a context.
    Context(Context),
    /// Keys and what they do.
    Keys(String, &'static str),
}

/// The help: the context first, then everywhere, then the others.
pub fn help_lines(keymap: &Keymap, context: Context, filter: &str, lang: Lang) -> Vec<HelpLine> {
    let filter = fold(filter);
    let words: Vec<&str> = filter.split_whitespace().collect();
    let mut order = vec![context, Context::Everywhere];
    order.extend(Context::ALL.into_iter().filter(|c| !matches!(c, Context::Everywhere) && *c != context));
    order.dedup();
    let mut out = Vec::new();
    for c in order {
        let mut lines = Vec::new();
        for info in ACTIONS.iter().filter(|i| i.works_in(c)) {
            let keys: Vec<String> = keymap.keys_of(c, info.action).into_iter().take(3).collect();
            if keys.is_empty() {
                continue;
            }
            let keys = keys.join("  ");
            let label = info.label(lang);
            let haystack = fold(&format!("{keys} {} {} {}", info.fr, info.en, info.synonyms));
            if words.iter().all(|w| haystack.contains(w)) {
                lines.push(HelpLine::Keys(keys, label));
            }
        }
        if c == Context::Prompt {
            for (keys, label) in editing_keys(lang) {
                let haystack = fold(&format!("{keys} {label}"));
                if words.iter().all(|w| haystack.contains(w)) {
                    lines.push(HelpLine::Keys(keys, label));
                }
            }
        }
        if !lines.is_empty() {
            out.push(HelpLine::Context(c));
            out.extend(lines);
        }
    }
    out
}
