//! Whom to ask next: one question at a time to a host, with a pause between
//! two, whatever the number of threads.

use super::address::host;
use std::collections::{BTreeMap, VecDeque};
use url::Url;

/// What an answer is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A source, by its address.
    Source(String),
    /// A page that a source named, by its address.
    Page(String),
}

impl Subject {
    /// The address that is followed.
    pub(super) fn address(&self) -> &str {
        match self {
            Self::Source(address) | Self::Page(address) => address,
        }
    }
}

/// One question to put.
#[derive(Clone, Debug)]
pub(super) struct Question {
    /// What for.
    pub(super) subject: Subject,
    /// Whom now: where the redirects led.
    pub(super) url: Url,
    /// Addresses that redirected.
    pub(super) hops: Vec<String>,
}

#[derive(Debug, Default)]
struct HostQueue {
    waiting: VecDeque<Question>,
    busy: bool,
    ready: i64,
    /// Questions that had no answer at all.
    faults: usize,
}

/// Questions without any answer after which a host is left alone for the round:
/// one that hangs would hold it up by a minute for each page.
const LEFT_ALONE: usize = 3;

/// What a thread does next.
pub(super) enum Turn {
    /// Put this question to this host.
    Ask(String, Question),
    /// Wait until then, or until another thread has an answer.
    Wait(Option<i64>),
    /// Nothing is left.
    Over,
}

/// Questions by host.
#[derive(Debug, Default)]
pub(super) struct HostQueues(BTreeMap<String, HostQueue>);

impl HostQueues {
    /// Puts a question in its host's queue; one that was redirected goes first.
    pub(super) fn push(&mut self, question: Question) {
        let queue = self.0.entry(host(&question.url)).or_default();
        if question.hops.is_empty() {
            queue.waiting.push_back(question);
        } else {
            queue.waiting.push_front(question);
        }
    }

    /// Takes the next question whose host is free.
    pub(super) fn next(&mut self, now: i64) -> Turn {
        let free = self.0.iter_mut().filter(|(_, q)| !q.busy && !q.waiting.is_empty());
        let Some((name, queue)) = free.min_by_key(|(_, q)| q.ready) else {
            return if self.0.values().any(|q| q.busy) { Turn::Wait(None) } else { Turn::Over };
        };
        if queue.ready > now {
            return Turn::Wait(Some(queue.ready));
        }
        match queue.waiting.pop_front() {
            Some(question) => {
                queue.busy = true;
                Turn::Ask(name.clone(), question)
            }
            None => Turn::Over,
        }
    }

    /// The host gave no answer. What it is not asked now stays due.
    pub(super) fn fault(&mut self, host: &str) {
        if let Some(queue) = self.0.get_mut(host) {
            queue.faults += 1;
            if queue.faults >= LEFT_ALONE {
                queue.waiting.clear();
            }
        }
    }

    /// The host has answered and may be asked again from then on.
    pub(super) fn free(&mut self, host: &str, ready: i64) {
        if let Some(queue) = self.0.get_mut(host) {
            (queue.busy, queue.ready) = (false, ready);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_asked_one_question_at_a_time_and_others_do_not_wait_for_it() {
        let mut queues = HostQueues::default();
        for address in ["https://a.example/1", "https://a.example/2", "https://b.example/1"] {
            let url = Url::parse(address).unwrap();
            queues.push(Question { subject: Subject::Page(address.to_owned()), url, hops: Vec::new() });
        }
        let mut asked = Vec::new();
        for _ in 0..2 {
            if let Turn::Ask(host, _) = queues.next(0) {
                asked.push(host);
            }
        }
        assert_eq!(asked, ["a.example", "b.example"]);
        assert!(matches!(queues.next(0), Turn::Wait(None)));
        queues.free("a.example", 1000);
        assert!(matches!(queues.next(0), Turn::Wait(Some(1000))));
        assert!(matches!(queues.next(1000), Turn::Ask(..)));
        queues.free("a.example", 2000);
        queues.free("b.example", 2000);
        assert!(matches!(queues.next(1000), Turn::Over));
    }
}
