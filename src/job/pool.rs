//! Jobs on threads: one thread a job, the newest of each kind wins. They step
//! back behind the thread that reads keys and draws; what the reader does not wait
//! for steps back farther, and has the threads of rayon that all share. What is
//! waited for has threads of its own: it would else stand in line behind thousands
//! of articles that are looked at.

use super::registry::{Job, Kind, Report, Runner, Ticket, caught};
use super::resources::Resources;
use super::stop::Stop;
use crate::{clean, entity, fact};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

type Send_ = dyn Fn(Ticket, Report) + Send + Sync;

/// Runs jobs on threads of their own and sends the reports to one place.
pub struct Pool {
    current: HashMap<Kind, Arc<AtomicU64>>,
    resources: Arc<Resources>,
    send: Arc<Send_>,
    /// Threads for what is waited for, made when something is; `None` where the system
    /// has no more.
    awaited: Arc<OnceLock<Option<ThreadPool>>>,
}

/// How far work steps back, of 19.
const BEHIND: i32 = 10;

/// The same for what the reader waits for.
const CLOSE_BEHIND: i32 = 1;

/// Lets the calling thread run when nothing more urgent wants to: a key must
/// not wait for a core that an article is being read on.
fn step_back(by: i32) {
    // Only Linux has this for one thread; elsewhere it is for the whole program.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, by);
    #[cfg(not(target_os = "linux"))]
    let _ = by;
}

/// Reads beside whatever else a start has to do what the first article would
/// have to wait for: word lists and models, in the order in which they are asked.
pub fn prepare() {
    let work = || {
        step_back(BEHIND);
        clean::prepare();
        entity::prepare();
        fact::prepare();
    };
    // Without another thread they are read at their first use.
    let _ = std::thread::Builder::new().name("prepare".into()).spawn(work);
}

fn threads(behind: i32) -> ThreadPoolBuilder {
    ThreadPoolBuilder::new().start_handler(move |_| step_back(behind))
}

impl Pool {
    /// A pool whose reports go to `send`, from any thread.
    pub fn new(send: impl Fn(Ticket, Report) + Send + Sync + 'static) -> Self {
        // An error says that there are threads already.
        let _ = threads(BEHIND).build_global();
        let current = Kind::ALL.into_iter().map(|k| (k, Arc::new(AtomicU64::new(0)))).collect();
        Self { current, resources: Arc::default(), send: Arc::new(send), awaited: Arc::default() }
    }
}

impl Runner for Pool {
    fn start(&mut self, ticket: Ticket, job: Job) {
        let Some(current) = self.current.get(&ticket.kind) else { return };
        current.store(ticket.generation, Ordering::Relaxed);
        let send = self.send.clone();
        let tell = self.send.clone();
        let stop = Stop::new(current.clone(), ticket.generation)
            .telling(move |progress| tell(ticket, Report::Progress(progress)));
        let resources = self.resources.clone();
        // One or two texts, or another program: that must not stand in line behind a search.
        let by_itself = matches!(ticket.kind, Kind::Open | Kind::Compare | Kind::Command);
        let awaited = Some(self.awaited.clone()).filter(|_| ticket.kind.is_awaited() && !by_itself);
        let work = move || {
            step_back(if ticket.kind.is_awaited() { CLOSE_BEHIND } else { BEHIND });
            let run = || caught(job, &resources, &stop, &mut |report| send(ticket, report));
            let own = || threads(CLOSE_BEHIND).build().ok();
            match awaited.as_ref().and_then(|awaited| awaited.get_or_init(own).as_ref()) {
                Some(threads) => threads.install(run),
                None => run(),
            }
        };
        if std::thread::Builder::new().name(ticket.kind.name().to_owned()).spawn(work).is_err() {
            let notice = crate::notice::Notice::error("", crate::words::msg::JOB_NO_THREAD);
            (self.send)(ticket, Report::Failed(notice));
        }
    }

    fn stop(&mut self, kind: Kind) {
        if let Some(current) = self.current.get(&kind) {
            current.store(u64::MAX, Ordering::Relaxed);
        }
    }

    fn resources(&self) -> &Resources {
        &self.resources
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::DocId;
    use crate::job::InList;
    use crate::store::catalogue::CardIndex;
    use std::sync::{Barrier, mpsc};
    use std::time::Duration;

    #[test]
    fn what_is_waited_for_does_not_stand_in_line_behind_what_is_not() {
        let (tell, told) = mpsc::channel();
        let mut pool = Pool::new(move |ticket: Ticket, _| {
            let _ = tell.send(ticket.kind);
        });
        // Every thread that all share is at work until this one lets it go.
        let shared = rayon::current_num_threads();
        let (begun, end) = (Arc::new(Barrier::new(shared + 1)), Arc::new(Barrier::new(shared + 1)));
        for _ in 0..shared {
            let (begun, end) = (begun.clone(), end.clone());
            rayon::spawn(move || {
                begun.wait();
                end.wait();
            });
        }
        begun.wait();
        let look = InList { cards: CardIndex::default(), articles: vec![DocId(0)], words: Vec::new() };
        pool.start(Ticket { kind: Kind::InList, generation: 1 }, look.into());
        let first = told.recv_timeout(Duration::from_secs(60));
        end.wait();
        assert_eq!(first, Ok(Kind::InList));
    }
}
