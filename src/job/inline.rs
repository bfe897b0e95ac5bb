//! The same jobs without threads, for headless frames and for tests: a job
//! runs when its reports are asked for.

use super::registry::{Job, Kind, Report, Runner, Ticket, caught};
use super::resources::Resources;
use super::stop::Stop;
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

/// Jobs waiting to be run in place.
#[derive(Default)]
pub struct Inline {
    waiting: VecDeque<(Ticket, Job)>,
    resources: Resources,
}

impl Inline {
    /// Runs the next waiting job and returns its reports; `None` when nothing
    /// waits.
    pub fn step(&mut self) -> Option<Vec<(Ticket, Report)>> {
        let (ticket, job) = self.waiting.pop_front()?;
        let stop = Stop::new(Arc::new(AtomicU64::new(ticket.generation)), ticket.generation);
        let mut reports = Vec::new();
        caught(job, &self.resources, &stop, &mut |report| reports.push((ticket, report)));
        Some(reports)
    }
}

impl Runner for Inline {
    fn start(&mut self, ticket: Ticket, job: Job) {
        self.stop(ticket.kind);
        self.waiting.push_back((ticket, job));
    }

    fn stop(&mut self, kind: Kind) {
        self.waiting.retain(|(t, _)| t.kind != kind);
    }

    fn resources(&self) -> &Resources {
        &self.resources
    }
}
