//! Where one is, as a path of views.

use crate::app::model::Model;
use crate::app::panes::{Pane, Screen};
use crate::app::way::Kept;
use crate::text::quotes::bare;
use crate::words::msg;

/// The names of the views from the root to the one that is shown.
pub fn path(model: &Model) -> Vec<String> {
    let mut names = Vec::new();
    for (i, visit) in model.way.under.iter().enumerate() {
        let main = visit.main.as_deref();
        let main = main.map(|m| (m.focus, m.queue.is_some()));
        name(model, visit.screen, main, visit.kept.as_deref(), i == 0, &mut names);
    }
    let main = Some((model.focus, model.queue.is_some()));
    name(model, model.screen, main, None, model.way.under.is_empty(), &mut names);
    names
}

/// The name of a view: at the root, the pane that is read beside the list is a
/// step of its own.
fn name(
    model: &Model,
    screen: Screen,
    main: Option<(Pane, bool)>,
    kept: Option<&Kept>,
    root: bool,
    out: &mut Vec<String>,
) {
    let lang = model.lang();
    let quoted = |words: &str| lang.say(msg::ui_quoted(bare(words)));
    let say = match screen {
        Screen::Main => {
            let (focus, queue) = main.unwrap_or((Pane::List, false));
            if queue {
                out.push(lang.text(msg::WAY_QUEUE).to_owned());
                return;
            }
            if root || focus == Pane::List {
                out.push(lang.text(msg::WAY_LIST).to_owned());
            }
            match focus {
                Pane::List => return,
                Pane::Article => msg::WAY_ARTICLE,
                Pane::Entities => msg::WAY_NAMES,
            }
        }
        Screen::Compare => msg::WAY_COMPARISON,
        Screen::Results => {
            let query = match kept {
                Some(Kept::Results(r)) => Some(&r.query),
                _ => model.results.as_ref().map(|r| &r.query),
            };
            out.push(lang.say(msg::way_results(quoted(query.map_or("", |q| q)))));
            return;
        }
        Screen::Notes => msg::WAY_NOTES,
        Screen::Journal => msg::WAY_JOURNAL,
        Screen::Board => msg::WAY_BOARD,
        Screen::Name => {
            let key = match kept {
                Some(Kept::Name(n)) => n.key.as_ref(),
                _ => model.name.key.as_ref(),
            };
            if let Some(merged) = key.and_then(|k| model.library.corpus_names.get(k)) {
                out.push(merged.name.clone());
                return;
            }
            msg::WAY_NAME
        }
        Screen::Matrix => msg::WAY_MATRIX,
        Screen::Timeline => msg::WAY_TIMELINE,
    };
    out.push(lang.text(say).to_owned());
}
