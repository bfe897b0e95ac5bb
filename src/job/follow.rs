//! Addresses that the reader follows: one round, in the background. When the
//! next one is due is for whoever asks to say.

use super::resources::Resources;
use super::stop::Stop;
use super::task::Task;
use crate::notice::Notice;
use crate::store::files::STATE_FOLDER;
use crate::store::live::{self, Asking, FollowedFolder, Happening, LiveState, Pace, SystemClock};
use crate::words::{Message, msg};
use std::path::PathBuf;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Follow {
    /// The folder that is fetched into.
    pub folder: PathBuf,
    /// What the reader wants changed before.
    pub change: FollowChange,
    /// Whether servers are asked then; else the folder is changed, where it is there.
    pub asks: bool,
}

/// What a reader wants of the addresses that are followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FollowChange {
    /// Nothing, and nothing is asked: what is followed is looked up.
    Look,
    /// Nothing: what is due is asked.
    Go,
    /// This one too.
    Start(String),
    /// This one no longer.
    Stop(String),
}

/// One address that is followed, for a list.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRow {
    /// The address.
    pub address: String,
    /// What it calls itself.
    pub title: Option<String>,
    /// When it was asked last, in milliseconds since 1970.
    pub asked: Option<i64>,
    /// When it is asked next.
    pub next: i64,
    /// Why nothing came the last time, in English.
    pub fault: Option<String>,
}

/// How far a round is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fetched {
    /// What is followed.
    pub sources: Vec<SourceRow>,
    /// When something is to be asked next; `None` for never.
    pub next: Option<i64>,
    /// Articles that are new or were changed, in this round.
    pub came: usize,
    /// The round is over.
    pub over: bool,
}

/// What was typed as an address that can be followed, as it is kept.
///
/// # Errors
/// What to say when it is none.
pub fn web_address(typed: &str) -> Result<String, Message> {
    live::parse(typed).map(Into::into)
}

impl Fetched {
    fn of(state: &LiveState) -> Self {
        let rows = state.followed().map(|s| SourceRow {
            address: crate::text::sanitise::one_line(&s.address),
            title: s.title.clone(),
            asked: s.page.visit.asked,
            next: s.page.visit.next,
            fault: s.page.visit.fault.clone(),
        });
        Self { sources: rows.collect(), next: state.next(), ..Self::default() }
    }
}

impl Task for Follow {
    type Report = Fetched;

    fn run(self, _: &Resources, stop: &Stop, out: &mut dyn FnMut(Fetched)) -> Result<(), Notice> {
        let place = crate::store::files::display(&self.folder);
        let failed = |why: Message| Notice::warning("", why);
        if !self.asks && !self.folder.join(STATE_FOLDER).is_dir() {
            return Err(Notice::warning(place, msg::FOLLOW_NOT_HERE));
        }
        if self.change == FollowChange::Look {
            let (state, damaged) = live::followed(&self.folder);
            out(Fetched::of(&state));
            return damaged.map_or(Ok(()), Err);
        }
        let folder = FollowedFolder::open(&self.folder).map_err(failed)?;
        let (mut state, damaged) = folder.state();
        if let Some(damaged) = damaged {
            return Err(damaged);
        }
        match &self.change {
            FollowChange::Look | FollowChange::Go => {}
            FollowChange::Start(address) => {
                state.follow(address, None);
            }
            FollowChange::Stop(address) => {
                state.leave(address);
            }
        }
        folder.save(&state).map_err(|e| Notice::warning(place, crate::notice::reason(&e)))?;
        out(Fetched::of(&state));
        if !self.asks {
            return Ok(());
        }
        let network = live::network().map_err(failed)?;
        let wanted = || stop.is_set();
        let with = Asking { transport: &*network, clock: &SystemClock, pace: Pace::default(), stop: &wanted };
        let mut came = 0;
        let done = live::round(&folder, &mut state, &with, &mut |event| match event.what {
            Happening::New(_) | Happening::Version(_) => came += 1,
            Happening::Same | Happening::Listed { .. } | Happening::Refused | Happening::Fault(_) => {}
        });
        if !stop.is_set() {
            out(Fetched { came, over: true, ..Fetched::of(&state) });
        }
        done.map_err(failed)
    }
}
