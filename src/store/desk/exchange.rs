//! What a journal's file and a desk have to tell each other.

use super::server::{BATCH, Received, Server};
use crate::notice::Notice;
use crate::store::journal::{Journal, Unsaved};
use crate::store::postgres::Trouble;
use crate::store::settings::Address;
use crate::store::{atomic, regular};
use crate::triage::{Entry, EntryId};
use crate::words::msg;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

/// Rows of other programs that are named; the rest is counted.
const NAMED: usize = 20;

/// Such rows that are remembered, so that they are not told again.
const REMEMBERED: usize = 10_000;

/// How many entries went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exchanged {
    /// From the file to the desk.
    pub sent: usize,
    /// From the desk to the file.
    pub received: usize,
}

/// What is kept beside the journal, so that a start without the desk knows how
/// much it lacks.
#[derive(Serialize, Deserialize)]
struct Kept {
    desk: String,
    /// Entries that both have.
    entries: usize,
}

/// A journal's file, and what of it a desk is known to lack. The file is read and
/// written like by any other instance: what comes of the desk is heard by the
/// program as it hears of another's verdicts.
pub(super) struct Exchange {
    journal: Journal,
    place: String,
    known: HashSet<EntryId>,
    /// Entries of the file that are not at the desk as far as is known, in their order.
    unsent: BTreeMap<(i64, EntryId), Entry>,
    /// Entries that the desk would not take.
    refused: HashSet<EntryId>,
    /// Rows that are no entries.
    aside: HashSet<String>,
    notices: Vec<Notice>,
    beside: PathBuf,
    /// Entries that both had when they last met; `None` once they met in this run.
    kept: Option<usize>,
    /// The desk lets this reader add nothing, as far as is known.
    reads_only: bool,
}

impl Exchange {
    pub(super) fn open(journal: &Path, address: &Address) -> Self {
        let opened = Journal::open(journal, || {});
        let beside = journal.with_extension("desk");
        let kept = regular::read_text(&beside).ok().and_then(|text| serde_json::from_str::<Kept>(&text).ok());
        let kept = kept.filter(|k| k.desk == address.to_string()).map_or(0, |k| k.entries);
        let mut this = Self {
            journal: opened.journal,
            place: address.to_string(),
            known: HashSet::new(),
            unsent: BTreeMap::new(),
            refused: HashSet::new(),
            aside: HashSet::new(),
            notices: Vec::new(),
            beside,
            kept: Some(kept),
            reads_only: false,
        };
        this.take_in(opened.entries);
        this
    }

    fn take_in(&mut self, entries: Vec<Entry>) {
        for entry in entries {
            if self.known.insert(entry.id) {
                self.unsent.insert(entry.order(), entry);
            }
        }
    }

    /// Reads what came into the file.
    pub(super) fn read_file(&mut self) {
        let entries = self.journal.poll();
        // The program reads the same file and says what is wrong with it.
        self.journal.take_notices();
        self.take_in(entries);
    }

    /// How many entries of the file are not at the desk.
    pub(super) fn unsent(&self) -> usize {
        self.kept.map_or(self.unsent.len(), |kept| self.known.len().saturating_sub(kept))
    }

    /// How many of these will be sent: none where nothing may be.
    pub(super) fn to_send(&self) -> usize {
        if self.reads_only { 0 } else { self.unsent() }
    }

    /// How many entries the file has.
    pub(super) fn here(&self) -> usize {
        self.known.len()
    }

    /// What there is to say since the last time.
    pub(super) fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Sets all that both have against each other; returns what the desk has and
    /// the file has not.
    pub(super) async fn compare(&mut self, server: &mut Server) -> Result<Vec<String>, Trouble> {
        self.read_file();
        let there = server.ids().await?;
        self.unsent.retain(|(_, id), _| !there.contains(&id.to_string()));
        (self.kept, self.reads_only) = (None, !server.may_write);
        let lacks = |id: &String| EntryId::parse(id).is_none_or(|id| !self.known.contains(&id));
        Ok(there.into_iter().filter(lacks).collect())
    }

    /// Brings both to the same set.
    pub(super) async fn meet(&mut self, server: &mut Server) -> Result<Exchanged, Trouble> {
        let lacking = self.compare(server).await?;
        let mut done = Exchanged::default();
        for ids in lacking.chunks(BATCH) {
            done.received += self.receive(server.entries(ids).await?);
        }
        done.sent = self.send(server).await?;
        self.keep();
        Ok(done)
    }

    /// The same, where both met on this connection: only what came since.
    pub(super) async fn go_on(&mut self, server: &mut Server) -> Result<Exchanged, Trouble> {
        self.read_file();
        let sent = self.send(server).await?;
        let received = self.receive(server.news().await?);
        if sent + received > 0 {
            self.keep();
        }
        Ok(Exchanged { sent, received })
    }

    /// Writes what is new into the file; rows that are no entries are said once.
    fn receive(&mut self, rows: Vec<Received>) -> usize {
        // Another instance beside this one may have written it already.
        self.read_file();
        let mut new = Vec::new();
        let mut more = 0;
        for row in rows {
            match row {
                Ok(entry) => {
                    self.unsent.remove(&entry.order());
                    if self.known.insert(entry.id) {
                        new.push(entry);
                    }
                }
                Err(id) if self.aside.contains(&id) => {}
                Err(id) => {
                    if self.aside.len() < NAMED {
                        self.notices.push(Notice::warning(&self.place, msg::store_desk_row_aside(id.clone())));
                    } else {
                        more += 1;
                    }
                    if self.aside.len() < REMEMBERED {
                        self.aside.insert(id);
                    }
                }
            }
        }
        if more > 0 {
            self.notices.push(Notice::warning(&self.place, msg::store_desk_more_aside(more)));
        }
        if !new.is_empty() {
            // What the file refuses is tried again by the journal, and is asked of
            // the desk anew by the next run.
            let _ = self.journal.append_all(&new);
        }
        new.len()
    }

    /// Sends what the desk lacks. An entry that it refuses keeps no other back.
    async fn send(&mut self, server: &Server) -> Result<usize, Trouble> {
        if !server.may_write {
            return Ok(0);
        }
        let waiting = self.unsent.iter().filter(|((_, id), _)| !self.refused.contains(id));
        let orders: Vec<(i64, EntryId)> = waiting.map(|(order, _)| *order).collect();
        let mut sent = 0;
        for batch in orders.chunks(BATCH) {
            let entries: Vec<&Entry> = batch.iter().filter_map(|order| self.unsent.get(order)).collect();
            let mut taken = batch.to_vec();
            if !server.add(&entries).await? {
                taken.clear();
                for entry in entries {
                    if server.add(&[entry]).await? {
                        taken.push(entry.order());
                    } else if self.refused.insert(entry.id) {
                        let said = msg::store_desk_refused(entry.id.to_string());
                        self.notices.push(Notice::warning(&self.place, said));
                    }
                }
            }
            for order in &taken {
                self.unsent.remove(order);
            }
            sent += taken.len();
        }
        Ok(sent)
    }

    /// Notes how many entries both have; a convenience, so nothing is said when
    /// it cannot be kept.
    fn keep(&self) {
        let entries = self.known.len() - self.unsent.len();
        let kept = Kept { desk: self.place.clone(), entries };
        if let Ok(json) = serde_json::to_vec(&kept) {
            let _ = atomic::replace_own(&self.beside, &json);
        }
    }

    /// Waits until what was received is durable.
    pub(super) fn finish(self) -> Result<(), Unsaved> {
        self.journal.finish()
    }
}
