//! Counts that stand at the right of the top row.

use crate::app::Model;
use crate::app::msg::Saving;
use crate::triage::State;
use crate::words::msg;

/// How far the morning is: what was judged of all, by state, and what is left
/// to be read or judged.
pub(super) fn judged_and_left(model: &Model, width: u16) -> String {
    let lang = model.lang();
    let counts = &model.counts;
    // While the filter is being asked nobody knows what is left of what it lets through.
    let left = (!model.filter_counts()).then(|| lang.say(msg::ui_left(model.list.left)));
    let judged: Vec<String> = [State::Keep, State::Follow, State::Drop, State::Done]
        .into_iter()
        .filter(|s| counts.of(*s) > 0)
        .map(|s| format!("{}\u{a0}{}", crate::app::view::state_sign(s, true), lang.number(counts.of(s))))
        .collect();
    let judged = Some(judged.join(" ")).filter(|j| !j.is_empty() && width >= 72);
    judged.into_iter().chain(left).collect::<Vec<_>>().join(" · ")
}

/// What is to be said of the desk: that it is away, what it still lacks.
pub(super) fn desk(model: &Model) -> Option<String> {
    let said = match (model.desk.away, model.desk.unsent) {
        (false, 0) => return None,
        (false, n) => msg::ui_desk_unsent(n),
        (true, 0) => msg::UI_DESK_AWAY.into(),
        (true, n) => msg::ui_desk_away_unsent(n),
    };
    Some(model.lang().say(said))
}

/// Sign of the journal's state on disk.
pub(super) fn saving_sign(saving: &Saving) -> &'static str {
    match saving {
        Saving::Saved => "",
        Saving::Saving => "·",
        Saving::Failed(_) => "!",
    }
}
