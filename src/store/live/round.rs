//! [`round`]: everything that is due is asked once, on a few threads; one fault
//! stops nothing else.

use super::address::{host, parse};
use super::clock::{Clock, locked};
use super::event::{Event, Happening};
use super::hosts::{HostQueues, Question, Subject, Turn};
use super::kept::FollowedFolder;
use super::state::{HostRules, KnownPage, LiveState};
use super::take::{self, Answer, Unkept};
use super::transport::{HttpRequest, HttpResponse, NetworkFault, Transport};
use crate::words::{Message, msg};
use robotxt::{AccessResult, Robots};
use std::sync::{Condvar, Mutex, PoisonError, mpsc};
use url::Url;

/// How the program calls itself in front of robots' rules.
const ROBOT: &str = "kiosque";
/// Redirects that are followed, and those of a host's rules (RFC 9309, 2.3.1.2).
const REDIRECTS: usize = 10;
const RULES_REDIRECTS: usize = 5;
/// Most bytes of a host's rules that are kept.
const RULES: usize = 64 << 10;
/// The state is kept after so many answers.
const SAVE: usize = 50;

/// How hard servers are asked.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Questions under way at once.
    pub threads: usize,
    /// Milliseconds between two questions to one host.
    pub delay: i64,
}

impl Default for Pace {
    fn default() -> Self {
        Self { threads: 6, delay: 1000 }
    }
}

/// What a round works with.
pub struct Asking<'a, C> {
    /// Who asks.
    pub transport: &'a dyn Transport,
    /// What time it is.
    pub clock: &'a C,
    /// How hard.
    pub pace: Pace,
    /// True when it is not wanted any more.
    pub stop: &'a (dyn Fn() -> bool + Sync),
}

/// What the threads of a round share.
struct SharedRound<'a, C> {
    folder: &'a FollowedFolder,
    with: &'a Asking<'a, C>,
    inner: Mutex<RoundState<'a>>,
    wake: Condvar,
}

struct RoundState<'a> {
    state: &'a mut LiveState,
    queues: HostQueues,
}

/// Asks what is due and takes in what comes; `tell` hears of each answer. The
/// state is kept in the folder on the way and at the end.
///
/// # Errors
/// What to say when the state could not be kept; the answers were.
pub fn round<C: Clock>(
    folder: &FollowedFolder,
    state: &mut LiveState,
    with: &Asking<'_, C>,
    tell: &mut dyn FnMut(&Event),
) -> Result<(), Message> {
    state.tidy(with.clock.now());
    let queues = due(state, with.clock.now());
    let shared = SharedRound { folder, with, inner: Mutex::new(RoundState { state, queues }), wake: Condvar::new() };
    let (send, events) = mpsc::channel();
    let mut saved = Ok(());
    std::thread::scope(|scope| {
        for _ in 0..with.pace.threads.max(1) {
            let (shared, send) = (&shared, send.clone());
            scope.spawn(move || shared.work(&|event| drop(send.send(event))));
        }
        drop(send);
        for (i, event) in events.iter().enumerate() {
            tell(&event);
            if (i + 1) % SAVE == 0 {
                saved = folder.save(locked(&shared.inner).state);
            }
        }
    });
    let inner = shared.inner.into_inner().unwrap_or_else(PoisonError::into_inner);
    saved = folder.save(inner.state).and(saved);
    saved.map_err(|e| msg::live_state_lost(crate::notice::reason(&e)))
}

/// The questions that are due, sources first.
fn due(state: &LiveState, now: i64) -> HostQueues {
    let mut queues = HostQueues::default();
    let sources = state.followed().filter(|s| s.page.visit.is_due(now));
    let sources = sources.map(|s| Subject::Source(s.address.clone()));
    let asked = state.asked();
    let is_due = |p: &KnownPage| !p.done && p.visit.is_due(now) && asked.contains(p.from.as_str());
    let pages = state.pages.iter().filter(|(_, p)| is_due(p));
    for subject in sources.chain(pages.map(|(address, _)| Subject::Page(address.clone()))) {
        if let Ok(url) = parse(subject.address()) {
            queues.push(Question { subject, url, hops: Vec::new() });
        }
    }
    queues
}

impl<C: Clock> SharedRound<'_, C> {
    fn work(&self, tell: &dyn Fn(Event)) {
        while let Some((host, question)) = self.turn() {
            let (event, more) = self.ask(question);
            let mut inner = locked(&self.inner);
            more.into_iter().for_each(|question| inner.queues.push(question));
            inner.queues.free(&host, self.with.clock.now().saturating_add(self.with.pace.delay));
            drop(inner);
            self.wake.notify_all();
            event.into_iter().for_each(tell);
        }
        // Others may wait for what this thread had under way.
        self.wake.notify_all();
    }

    /// The next question; `None` when nothing is left or wanted.
    fn turn(&self) -> Option<(String, Question)> {
        let mut inner = locked(&self.inner);
        loop {
            if (self.with.stop)() {
                return None;
            }
            match inner.queues.next(self.with.clock.now()) {
                Turn::Ask(host, question) => return Some((host, question)),
                Turn::Over => return None,
                Turn::Wait(until) => inner = self.with.clock.wait(&self.wake, inner, until),
            }
        }
    }

    /// Puts one question. A redirect gives no event but another question.
    fn ask(&self, question: Question) -> (Option<Event>, Vec<Question>) {
        let subject = question.subject.clone();
        let (named, of_named_host) = {
            let (inner, url) = (locked(&self.inner), &question.url);
            (take::is_named(inner.state, &subject, url), take::is_of_named_host(inner.state, &subject, url))
        };
        if !named && let Some(asked) = self.ask_rules(&question.url, of_named_host) {
            // The question itself is put when its host may be asked again.
            return match asked {
                Ok(()) => (None, vec![question]),
                Err(why) => (Some(self.settle(&subject, None, Err((why, None)))), Vec::new()),
            };
        }
        let refused = if named { None } else { self.refusal(&question.url) };
        if let Some(refused) = refused {
            return (Some(self.settle(&subject, None, refused)), Vec::new());
        }
        let (etag, last_modified) = {
            let mut inner = locked(&self.inner);
            let visit = take::known(inner.state, &subject).map(|p| p.visit.clone()).unwrap_or_default();
            (visit.etag, visit.last_modified)
        };
        let request = HttpRequest {
            address: &question.url,
            named: of_named_host,
            etag: etag.as_deref(),
            last_modified: last_modified.as_deref(),
        };
        let response = match self.with.transport.get(&request) {
            Ok(response) => response,
            Err(fault) => {
                if fault.hangs {
                    locked(&self.inner).queues.fault(&host(&question.url));
                }
                return (Some(self.settle(&subject, None, Err((fault.why, None)))), Vec::new());
            }
        };
        let status = Some(response.status);
        match response.status {
            200..=299 => self.take(question, response),
            304 => (Some(self.settle(&subject, status, Ok(Happening::Same))), Vec::new()),
            301 | 302 | 303 | 307 | 308 => match redirected(question, response.header("location")) {
                Ok(question) => (None, vec![question]),
                Err(why) => (Some(self.settle(&subject, status, Err((why, None)))), Vec::new()),
            },
            code => {
                let wait = retry_after(response.header("retry-after"), self.with.clock.now());
                (Some(self.settle(&subject, status, Err((msg::live_status(code.to_string()), wait)))), Vec::new())
            }
        }
    }

    fn settle(&self, subject: &Subject, status: Option<u16>, happened: Result<Happening, Unkept>) -> Event {
        let at = self.with.clock.now();
        take::settle(locked(&self.inner).state, subject, at, status, happened)
    }

    fn take(&self, question: Question, response: HttpResponse) -> (Option<Event>, Vec<Question>) {
        let Question { subject, url, .. } = question;
        let at = self.with.clock.now();
        // What was kept before is read only where the state does not know it.
        let (unknown, claims) = take::known(locked(&self.inner).state, &subject)
            .map_or_else(Default::default, |page| (page.content.is_none(), page.claims.clone()));
        let answer = Answer::read(url, at, response, matches!(subject, Subject::Source(_)), &claims);
        let before = if unknown && answer.page().is_some() {
            self.folder.latest(&answer.url).and_then(|record| take::content_key(&record))
        } else {
            None
        };
        let mut inner = locked(&self.inner);
        let (event, questions) = take::take(self.folder, inner.state, &subject, answer, before);
        (Some(event), questions)
    }

    /// Asks a host for its rules where they are not known; `None` where they are.
    fn ask_rules(&self, url: &Url, named: bool) -> Option<Result<(), Message>> {
        let (name, now) = (host(url), self.with.clock.now());
        if locked(&self.inner).state.rules.get(&name).is_some_and(|rules| rules.hold(now)) {
            return None;
        }
        let (rules, fault) = self.rules(url, named, now);
        // What is closed to one source may be open to the one whose host it is.
        if fault.as_ref().is_none_or(|fault| !fault.private) {
            locked(&self.inner).state.rules.insert(name, rules);
        }
        Some(fault.map_or(Ok(()), |fault| Err(fault.why)))
    }

    /// What becomes of a question that its host lets no robot ask, or of which
    /// it cannot say whether it does; `None` where it may be put.
    fn refusal(&self, url: &Url) -> Option<Result<Happening, Unkept>> {
        let rules = locked(&self.inner).state.rules.get(&host(url)).cloned().unwrap_or_default();
        let access = match &rules.text {
            _ if rules.unreachable => return Some(Err((msg::LIVE_RULES_UNREACHABLE.into(), None))),
            Some(text) => AccessResult::Successful(text.as_bytes()),
            None => AccessResult::Unavailable,
        };
        (!Robots::from_access(access, ROBOT).is_url_allowed(url)).then_some(Ok(Happening::Refused))
    }

    /// Asks a host for its rules; with the fault where there was no answer.
    fn rules(&self, url: &Url, named: bool, at: i64) -> (HostRules, Option<NetworkFault>) {
        let none = HostRules { at, text: None, unreachable: false };
        let unreachable = HostRules { unreachable: true, ..none.clone() };
        let Ok(mut place) = url.join("/robots.txt") else { return (none, None) };
        for _ in 0..=RULES_REDIRECTS {
            let named = named && host(&place) == host(url);
            let request = HttpRequest { address: &place, named, etag: None, last_modified: None };
            let response = match self.with.transport.get(&request) {
                Ok(response) => response,
                Err(fault) => return (unreachable, Some(fault)),
            };
            match response.status {
                200..=299 => {
                    let body = &response.body[..response.body.len().min(RULES)];
                    let text = Some(String::from_utf8_lossy(body).into_owned());
                    return (HostRules { text, ..none }, None);
                }
                300..=399 => match place.join(response.header("location")).ok().and_then(|u| parse(u.as_str()).ok()) {
                    Some(next) => place = next,
                    None => return (none, None),
                },
                500.. => return (unreachable, None),
                _ => return (none, None),
            }
        }
        (none, None)
    }
}

/// The question again at the place that an answer points to.
fn redirected(question: Question, location: &str) -> Result<Question, Message> {
    let Question { subject, url, mut hops } = question;
    let next = url.join(location).map_err(|_| msg::LIVE_REDIRECT_NOWHERE)?;
    let next = parse(next.as_str())?;
    hops.push(url.into());
    if hops.iter().any(|h| h == next.as_str()) {
        return Err(msg::LIVE_REDIRECT_CIRCLE.into());
    }
    if hops.len() > REDIRECTS {
        return Err(msg::LIVE_REDIRECTS.into());
    }
    Ok(Question { subject, url: next, hops })
}

/// How long a server asks to wait, in milliseconds: seconds, or until a time.
fn retry_after(value: &str, now: i64) -> Option<i64> {
    if let Ok(seconds) = value.trim().parse::<u32>() {
        return Some(i64::from(seconds) * 1000);
    }
    let until = jiff::fmt::rfc2822::parse(value.trim()).ok()?;
    Some(until.timestamp().as_millisecond().saturating_sub(now).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_may_ask_for_a_wait_in_seconds_or_until_a_time() {
        assert_eq!(retry_after("120", 0), Some(120_000));
        assert_eq!(retry_after("Thu, 01 Jan 1970 00:10:00 GMT", 60_000), Some(540_000));
        assert_eq!((retry_after("soon", 0), retry_after("", 0), retry_after("-3", 0)), (None, None, None));
    }

    #[test]
    fn redirects_end_at_circles_other_schemes_and_after_ten() {
        let question = |hops: usize| Question {
            subject: Subject::Page("https://q.example/".to_owned()),
            url: Url::parse("https://q.example/b").unwrap(),
            hops: (0..hops).map(|i| format!("https://q.example/{i}")).collect(),
        };
        assert_eq!(redirected(question(0), "/c").map(|q| String::from(q.url)), Ok("https://q.example/c".to_owned()));
        assert!(redirected(question(0), "file:///etc/passwd").is_err());
        assert!(redirected(question(3), "/1").is_err() && redirected(question(0), "/b").is_err());
        assert!(redirected(question(9), "/c").is_ok() && redirected(question(10), "/c").is_err());
    }
}
