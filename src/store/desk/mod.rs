//! A desk: the journals of several people, brought together by a PostgreSQL
//! database.
//!
//! The journal's file stays what counts here. A thread of its own reads it like
//! another instance, sends the entries that the database lacks and writes those
//! that the file lacks; entries are a set, so that doing it again, in any order
//! and after any interruption, is harmless. The database tells of news by
//! `NOTIFY`. Nothing waits for it: a server that is away is tried again, later
//! each time, and what was not sent is counted.
//!
//! The client of the database is asynchronous, so the thread runs an executor of
//! its own; nothing outside this folder sees a future.

mod exchange;
mod server;

pub use exchange::Exchanged;
pub use server::SCHEMA;

use super::journal::Unsaved;
use super::postgres::{SILENCE, Trouble, in_place, runtime};
use super::settings::Address;
use crate::notice::Notice;
use crate::words::msg;
use exchange::Exchange;
use server::Server;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

/// First and longest wait before a desk that is away is tried again.
const RETRY: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(30));

/// How long the end of the program waits for what is still to be sent.
const FAREWELL: Duration = Duration::from_secs(1);

/// How a journal and its desk stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The desk cannot be worked with now.
    pub away: bool,
    /// Entries that the desk is still to get.
    pub unsent: usize,
}

struct ChannelState {
    standing: Standing,
    notices: Vec<Notice>,
    /// What was last said of a desk that is away.
    trouble: Option<Trouble>,
    closing: bool,
}

struct Channel {
    state: Mutex<ChannelState>,
    /// Something is to be done: an act, word of the server, the end.
    heard: Arc<Notify>,
    /// Called when there is something new to read or to say.
    changed: Box<dyn Fn() + Send + Sync>,
    place: String,
}

impl Channel {
    fn lock(&self) -> MutexGuard<'_, ChannelState> {
        // Nothing in `ChannelState` is half-changed across a panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn closing(&self) -> bool {
        self.lock().closing
    }

    /// Tells how things stand, and what was met on the way.
    fn tell(&self, standing: Standing, notices: Vec<Notice>, received: usize) {
        let mut state = self.lock();
        let changed = state.standing != standing || !notices.is_empty() || received > 0;
        state.standing = standing;
        state.notices.extend(notices);
        drop(state);
        if changed {
            (self.changed)();
        }
    }

    /// Says trouble that was not said yet.
    fn away(&self, trouble: Trouble, exchange: &mut Exchange) {
        let mut notices = exchange.take_notices();
        let mut state = self.lock();
        if state.trouble.as_ref() != Some(&trouble) {
            notices.push(Notice::warning(&self.place, msg::store_desk_away(trouble.reason())));
            state.trouble = Some(trouble);
        }
        drop(state);
        self.tell(Standing { away: true, unsent: exchange.to_send() }, notices, 0);
    }

    fn here(&self, done: Exchanged, exchange: &mut Exchange) {
        let mut notices = exchange.take_notices();
        if self.lock().trouble.take().is_some() {
            notices.push(Notice::info(&self.place, msg::STORE_DESK_BACK));
        }
        self.tell(Standing { away: false, unsent: exchange.to_send() }, notices, done.received);
    }
}

/// A journal that is being kept equal to a desk.
pub struct Desk {
    channel: Arc<Channel>,
    /// Disconnected when the thread has come to its end.
    ended: Receiver<()>,
}

impl Desk {
    /// Begins to bring a journal and a desk together, on a thread of its own.
    /// `changed` is called from there when the journal got entries, how things
    /// stand changed, or there is a notice.
    ///
    /// # Errors
    /// The system refused the thread.
    pub fn open(
        address: &Address,
        journal: &Path,
        changed: impl Fn() + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let state = ChannelState { standing: Standing::default(), notices: Vec::new(), trouble: None, closing: false };
        let channel = Arc::new(Channel {
            state: Mutex::new(state),
            heard: Arc::default(),
            changed: Box::new(changed),
            place: address.to_string(),
        });
        let (for_thread, address, journal) = (Arc::clone(&channel), address.clone(), journal.to_path_buf());
        let (alive, ended) = mpsc::channel();
        let runtime = runtime()?;
        std::thread::Builder::new().name("desk".into()).spawn(move || {
            let mut exchange = Exchange::open(&journal, &address);
            runtime.block_on(work(&for_thread, &address, &mut exchange));
            drop((exchange, alive));
        })?;
        Ok(Self { channel, ended })
    }

    /// The journal's file has something new.
    pub fn appended(&self) {
        self.channel.heard.notify_one();
    }

    /// How things stand.
    pub fn standing(&self) -> Standing {
        self.channel.lock().standing
    }

    /// What there is to say since the last time.
    pub fn take_notices(&self) -> Vec<Notice> {
        std::mem::take(&mut self.channel.lock().notices)
    }

    /// Sends what is left, if the desk answers in a moment; what it did not take
    /// is in the file and is sent by the next run.
    pub fn finish(self) {
        self.channel.lock().closing = true;
        self.channel.heard.notify_one();
        // Nothing is ever sent: it ends with the thread or with our patience.
        let _ = self.ended.recv_timeout(FAREWELL);
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.channel.lock().closing = true;
        self.channel.heard.notify_one();
    }
}

/// Serves until the program ends.
async fn work(channel: &Channel, address: &Address, exchange: &mut Exchange) {
    let mut pause = RETRY.0;
    loop {
        let Err(trouble) = serve(channel, address, exchange, &mut pause).await else { return };
        exchange.read_file();
        channel.away(trouble, exchange);
        let until = Instant::now() + pause;
        pause = (pause * 2).min(RETRY.1);
        while timeout_at(until, channel.heard.notified()).await.is_ok() {
            if channel.closing() {
                return;
            }
            exchange.read_file();
            channel.tell(Standing { away: true, unsent: exchange.to_send() }, Vec::new(), 0);
        }
        if channel.closing() {
            return;
        }
    }
}

/// One connection, until it breaks or the program ends.
async fn serve(
    channel: &Channel,
    address: &Address,
    exchange: &mut Exchange,
    pause: &mut Duration,
) -> Result<(), Trouble> {
    let mut server = Server::connect(address, &channel.heard).await?;
    server.listen().await?;
    let done = exchange.meet(&mut server).await?;
    *pause = RETRY.0;
    if !server.may_write {
        let said = Notice::info(&channel.place, msg::STORE_DESK_READS_ONLY);
        channel.lock().notices.push(said);
    }
    channel.here(done, exchange);
    loop {
        // Silence for long is a connection to be tried.
        let _ = timeout_at(Instant::now() + SILENCE, channel.heard.notified()).await;
        if server.is_gone() {
            return Err(Trouble::Away(msg::STORE_DATABASE_CLOSED.into()));
        }
        let closing = channel.closing();
        let done = exchange.go_on(&mut server).await?;
        channel.here(done, exchange);
        if closing {
            return Ok(());
        }
    }
}

/// Makes the tables of a desk; where they are, nothing changes.
///
/// # Errors
/// What the server refused.
pub fn prepare(address: &Address) -> Result<(), Trouble> {
    in_place(server::prepare(address))
}

/// What a journal's file and a desk have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stock {
    /// The role may add entries.
    pub may_write: bool,
    /// Entries of the file.
    pub here: usize,
    /// Entries of the file that the desk lacks.
    pub not_there: usize,
    /// Entries of the desk that the file lacks.
    pub not_here: usize,
}

/// Compares a journal's file with a desk and changes neither.
///
/// # Errors
/// Why the desk cannot be worked with.
pub fn stock(address: &Address, journal: &Path) -> Result<Stock, Trouble> {
    in_place(async {
        let mut exchange = Exchange::open(journal, address);
        let mut server = Server::connect(address, &Arc::default()).await?;
        let not_here = exchange.compare(&mut server).await?.len();
        let (here, not_there) = (exchange.here(), exchange.unsent());
        Ok(Stock { may_write: server.may_write, here, not_there, not_here })
    })
}

/// What [`synchronise`] did.
#[derive(Debug)]
pub struct Synchronised {
    /// How much went which way.
    pub exchanged: Exchanged,
    /// Entries of the file that the desk did not take.
    pub unsent: usize,
    /// What was met on the way.
    pub notices: Vec<Notice>,
    /// What the file did not take.
    pub saved: Result<(), Unsaved>,
}

/// Brings a journal's file and a desk together, once.
///
/// # Errors
/// Why the desk cannot be worked with; what went over before is kept.
pub fn synchronise(address: &Address, journal: &Path) -> Result<Synchronised, Trouble> {
    in_place(async {
        let mut exchange = Exchange::open(journal, address);
        let mut server = Server::connect(address, &Arc::default()).await?;
        let exchanged = exchange.meet(&mut server).await?;
        let (unsent, notices) = (exchange.unsent(), exchange.take_notices());
        Ok(Synchronised { exchanged, unsent, notices, saved: exchange.finish() })
    })
}
