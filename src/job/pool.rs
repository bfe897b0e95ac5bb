//! Jobs on threads: one thread a job, the newest of each kind wins. They step
//! back behind the thread that reads keys and draws.

use super::registry::{Job, Kind, Report, Runner, Ticket, caught};
use super::resources::Resources;
use super::stop::Stop;
use crate::{clean, entity, fact};

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

type Send_ = dyn Fn(Ticket, Report) + Send + Sync;

/// Runs jobs on threads of their own and sends the reports to one place.
pub struct Pool {
    current: HashMap<Kind, Arc<AtomicU64>>,
    resources: Arc<Resources>,
    send: Arc<Send_>,
}

/// How far work steps back, of 19.
#[cfg(target_os = "linux")]
const BEHIND: i32 = 10;

/// Lets the calling thread run when nothing more urgent wants to: a key must
/// not wait for a core that an article is being read on.
fn step_back() {
    // Only Linux has this for one thread; elsewhere it is for the whole program.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, BEHIND);
}

/// Reads beside whatever else a start has to do what the first article would
/// have to wait for: word lists and models, in the order in which they are asked.
pub fn prepare() {
    let work = || {
        step_back();
        clean::prepare();
        entity::prepare();
        fact::prepare();
    };
    // Without another thread they are read at their first use.
    let _ = std::thread::Builder::new().name("prepare".into()).spawn(work);
}

impl Pool {
    /// A pool whose reports go to `send`, from any thread.
    pub fn new(send: impl Fn(Ticket, Report) + Send + Sync + 'static) -> Self {
        // An error says that there are threads already.
        let _ = rayon::ThreadPoolBuilder::new().start_handler(|_| step_back()).build_global();
        let current = Kind::ALL.into_iter().map(|k| (k, Arc::new(AtomicU64::new(0)))).collect();
        Self { current, resources: Arc::default(), send: Arc::new(send) }
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
        let work = move || {
            step_back();
            caught(job, &resources, &stop, &mut |report| send(ticket, report));
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
