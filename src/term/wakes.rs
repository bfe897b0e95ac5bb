//! What wakes the loop: keys before work, and never more work in the queue
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

/// Something that happened.
pub(super) enum Wake {
    Terminal(io::Result<Event>),
    Report(Ticket, Box<Report>),
    Journal,
    Others,
    Files,
    Signal(Signal),
    /// The desktop's clipboard refused a text.
    Clipboard(String),
}

impl Wake {
    /// True for what the reader did.
    pub(super) fn is_key(&self) -> bool {
        matches!(self, Self::Terminal(_))
    }
}

enum Arrived {
    Wake(Wake),
    /// A report is in its queue.
    Report,
}

/// Where threads say what happened.
#[derive(Clone)]
pub(super) struct Waker {
    arrived: mpsc::Sender<Arrived>,
    reports: SyncSender<(Ticket, Box<Report>)>,
}

impl Waker {
    /// Says that something happened. Nobody hears it only when the program
    /// ends.
    pub(super) fn wake(&self, wake: Wake) {
        let _ = self.arrived.send(Arrived::Wake(wake));
    }

    /// Hands a report over; waits while too many are there already.
    pub(super) fn report(&self, ticket: Ticket, report: Report) {
        if self.reports.send((ticket, Box::new(report))).is_ok() {
            let _ = self.arrived.send(Arrived::Report);
        }
    }
}

/// What happened and was not handled yet.
pub(super) struct Wakes {
    arrived: Receiver<Arrived>,
    reports: Receiver<(Ticket, Box<Report>)>,
    /// All but reports.
    urgent: VecDeque<Wake>,
    /// Reports that are in their queue.
    waiting: usize,
}

/// Both ends.
pub(super) fn wakes() -> (Waker, Wakes) {
    let (arrived, here) = mpsc::channel();
    let (reports, queue) = mpsc::sync_channel(REPORTS);
    let wakes = Wakes { arrived: here, reports: queue, urgent: VecDeque::new(), waiting: 0 };
    (Waker { arrived, reports }, wakes)
}

impl Wakes {
    fn sort(&mut self, arrived: Arrived) {
        match arrived {
            Arrived::Wake(wake) => self.urgent.push_back(wake),
            Arrived::Report => self.waiting += 1,
        }
    }

    /// What is no report, when there is any.
    pub(super) fn urgent(&mut self) -> Option<Wake> {
        while let Ok(arrived) = self.arrived.try_recv() {
            self.sort(arrived);
        }
        self.urgent.pop_front()
    }

    /// The next thing: what is no report first.
    pub(super) fn next(&mut self) -> Option<Wake> {
        if let Some(wake) = self.urgent() {
            return Some(wake);
        }
        self.waiting = self.waiting.checked_sub(1)?;
        let (ticket, report) = self.reports.try_recv().ok()?;
        Some(Wake::Report(ticket, report))
    }

    /// The same, when need be after some time.
    pub(super) fn wait(&mut self, time: Option<Duration>) -> Result<Wake, RecvTimeoutError> {
        loop {
            if let Some(wake) = self.next() {
                return Ok(wake);
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
    use crate::job::Kind;

    #[test]
    fn a_key_comes_before_reports_that_came_before_it_and_these_keep_their_order() {
        let (waker, mut wakes) = wakes();
        let ticket = |generation| Ticket { kind: Kind::Load, generation };
        waker.report(ticket(1), Report::Indexed(0, 0));
        waker.report(ticket(2), Report::Indexed(0, 0));
        waker.wake(Wake::Terminal(Ok(Event::FocusGained)));
        assert!(wakes.next().is_some_and(|w| w.is_key()));
        for n in [1, 2] {
            assert!(matches!(wakes.next(), Some(Wake::Report(t, _)) if t.generation == n));
        }
        assert!(wakes.next().is_none());
    }

    #[test]
    fn who_reports_faster_than_is_taken_in_waits_until_there_is_room_or_nobody_listens() {
        let (waker, mut wakes) = wakes();
        let ticket = Ticket { kind: Kind::Load, generation: 1 };
        let (said, hear) = mpsc::channel();
        let worker = std::thread::spawn(move || {
            for n in 0..3 * REPORTS {
                waker.report(ticket, Report::Indexed(0, 0));
                let _ = said.send(n);
            }
        });
        for _ in 0..REPORTS {
            hear.recv().unwrap();
        }
        assert!(matches!(wakes.wait(None), Ok(Wake::Report(..))));
        assert_eq!(hear.recv(), Ok(REPORTS), "one was taken, so one more fits");
        drop(wakes);
        worker.join().unwrap();
    }
}
