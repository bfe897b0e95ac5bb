//! What happens, queued for the loop: keys before work, and never more work in the queue
//! than the loop keeps up with.

use super::signals::Signal;
use crate::job::{Report, Ticket};
use crossterm::event::Event;
use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::time::Duration;

/// Reports that may wait. Whoever works faster than they are taken in waits.
const REPORTS: usize = 16;

/// Something that the loop has to handle.
pub(super) enum LoopEvent {
    Terminal(io::Result<Event>),
    Report(Ticket, Box<Report>),
    Journal,
    Others,
    Files,
    Signal(Signal),
    /// The desktop's clipboard refused a text.
    Clipboard(String),
}

impl LoopEvent {
    /// True for what the reader did.
    pub(super) fn is_key(&self) -> bool {
        matches!(self, Self::Terminal(_))
    }
}

enum Arrived {
    Event(LoopEvent),
    /// A report is in its queue.
    Report,
}

/// Sends to the queue, from any thread.
#[derive(Clone)]
pub(super) struct EventSender {
    arrived: mpsc::Sender<Arrived>,
    reports: SyncSender<(Ticket, Box<Report>)>,
}

impl EventSender {
    /// Queues an event; it is lost only when the program ends.
    pub(super) fn send(&self, event: LoopEvent) {
        let _ = self.arrived.send(Arrived::Event(event));
    }

    /// Hands a report over; waits while too many are there already.
    pub(super) fn report(&self, ticket: Ticket, report: Report) {
        if self.reports.send((ticket, Box::new(report))).is_ok() {
            let _ = self.arrived.send(Arrived::Report);
        }
    }
}

/// What was not handled yet.
pub(super) struct EventQueue {
    arrived: Receiver<Arrived>,
    reports: Receiver<(Ticket, Box<Report>)>,
    /// All but reports.
    urgent: VecDeque<LoopEvent>,
    /// Reports that are in their queue.
    waiting: usize,
}

/// A queue and what sends to it.
pub(super) fn queue() -> (EventSender, EventQueue) {
    let (arrived, here) = mpsc::channel();
    let (reports, taken) = mpsc::sync_channel(REPORTS);
    let queue = EventQueue { arrived: here, reports: taken, urgent: VecDeque::new(), waiting: 0 };
    (EventSender { arrived, reports }, queue)
}

impl EventQueue {
    fn sort(&mut self, arrived: Arrived) {
        match arrived {
            Arrived::Event(event) => self.urgent.push_back(event),
            Arrived::Report => self.waiting += 1,
        }
    }

    /// What is no report, when there is any.
    pub(super) fn urgent(&mut self) -> Option<LoopEvent> {
        while let Ok(arrived) = self.arrived.try_recv() {
            self.sort(arrived);
        }
        self.urgent.pop_front()
    }

    /// The next thing: what is no report first.
    pub(super) fn next(&mut self) -> Option<LoopEvent> {
        if let Some(event) = self.urgent() {
            return Some(event);
        }
        self.waiting = self.waiting.checked_sub(1)?;
        let (ticket, report) = self.reports.try_recv().ok()?;
        Some(LoopEvent::Report(ticket, report))
    }

    /// The next thing, waited for, at most for `time` where one is given.
    pub(super) fn wait(&mut self, time: Option<Duration>) -> Result<LoopEvent, RecvTimeoutError> {
        loop {
            if let Some(event) = self.next() {
                return Ok(event);
            }
            let arrived = match time {
                Some(time) => self.arrived.recv_timeout(time)?,
                None => self.arrived.recv().map_err(|_| RecvTimeoutError::Disconnected)?,
            };
            self.sort(arrived);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::{Indexed, Kind};

    #[test]
    fn a_key_comes_before_reports_that_came_before_it_and_these_keep_their_order() {
        let (sender, mut queue) = queue();
        let ticket = |generation| Ticket { kind: Kind::Load, generation };
        sender.report(ticket(1), Report::Index(Indexed::default()));
        sender.report(ticket(2), Report::Index(Indexed::default()));
        sender.send(LoopEvent::Terminal(Ok(Event::FocusGained)));
        assert!(queue.next().is_some_and(|e| e.is_key()));
        for n in [1, 2] {
            assert!(matches!(queue.next(), Some(LoopEvent::Report(t, _)) if t.generation == n));
        }
        assert!(queue.next().is_none());
    }

    #[test]
    fn who_reports_faster_than_is_taken_in_waits_until_there_is_room_or_nobody_listens() {
        let (sender, mut queue) = queue();
        let ticket = Ticket { kind: Kind::Load, generation: 1 };
        let (said, hear) = mpsc::channel();
        let worker = std::thread::spawn(move || {
            for n in 0..3 * REPORTS {
                sender.report(ticket, Report::Index(Indexed::default()));
                let _ = said.send(n);
            }
        });
        for _ in 0..REPORTS {
            hear.recv().unwrap();
        }
        assert!(matches!(queue.wait(None), Ok(LoopEvent::Report(..))));
        assert_eq!(hear.recv(), Ok(REPORTS), "one was taken, so one more fits");
        drop(queue);
        worker.join().unwrap();
    }
}
