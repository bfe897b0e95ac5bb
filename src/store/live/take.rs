//! What is made of an answer: a list names more to ask, a page is kept where
//! something else stands in it than before.

use super::address::{host, parse, same_site};
use super::event::{Event, Happening};
use super::hosts::{Question, Subject};
use super::kept::{FollowedFolder, record};
use super::state::{KnownPage, LiveState};
use super::transport::HttpResponse;
use crate::corpus::{DocKey, Place};
use crate::ingest::{self, ItemClaims, Listing};
use crate::notice::reason;
use crate::store::catalogue;
use crate::words::{Lang, Message, msg};
use std::collections::HashSet;
use url::Url;

/// Lists inside lists that are followed.
const MOST_LISTS: usize = 1000;

/// An answer that is to be taken in, with what was looked at before anything
/// is locked.
pub(super) struct Answer {
    /// Where it came from in the end.
    pub(super) url: Url,
    /// When.
    pub(super) at: i64,
    /// The answer.
    pub(super) response: HttpResponse,
    content: Content,
}

/// What an answer is.
enum Content {
    List(Listing),
    /// An article, by what stands in it.
    Page(DocKey, Vec<u8>),
    /// Nothing that can be read, and why.
    Other(Message),
}

impl Answer {
    /// Reads an answer. `lists` is true where it may be a list; `claims` is what was said
    /// of it where it was named.
    pub(super) fn read(url: Url, at: i64, response: HttpResponse, lists: bool, claims: &ItemClaims) -> Self {
        let listing = if lists { ingest::listing(&response.body) } else { None };
        let content = match listing {
            Some(listing) => Content::List(listing),
            None => page(&url, at, &response, claims),
        };
        Self { url, at, response, content }
    }

    /// The key of the page; `None` where it is none.
    pub(super) fn page(&self) -> Option<DocKey> {
        match &self.content {
            Content::Page(key, _) => Some(*key),
            _ => None,
        }
    }
}

fn page(url: &Url, at: i64, response: &HttpResponse, claims: &ItemClaims) -> Content {
    let kind = response.header("content-type");
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !kind.is_empty() && !kind.starts_with("text/") && !kind.contains("html") {
        return Content::Other(msg::live_no_page(crate::text::sanitise::one_line(&kind)));
    }
    let mut response = response.clone();
    if kind.is_empty() {
        // The readers of web archives ask for it.
        response.headers.push(("content-type".to_owned(), "text/html".to_owned()));
    }
    let bytes = record(url, at, &response, claims);
    match content_key(&bytes) {
        Some(key) => Content::Page(key, bytes),
        None => Content::Other(msg::LIVE_NO_ARTICLE.into()),
    }
}

/// What stands in a record of a web archive: one key for all its articles.
pub(super) fn content_key(record: &[u8]) -> Option<DocKey> {
    let read = ingest::read(&Place::file(""), record);
    let keys = read.documents.into_iter().filter_map(|raw| catalogue::clean(raw).ok());
    let keys: Vec<DocKey> = keys.filter(|d| d.body().next().is_some()).map(|d| d.content_key()).collect();
    match keys[..] {
        [] => None,
        [one] => Some(one),
        _ => Some(DocKey::of_text(&keys.iter().map(DocKey::to_string).collect::<String>())),
    }
}

/// Takes an answer in; what is to be asked because of it.
pub(super) fn take(
    folder: &FollowedFolder,
    state: &mut LiveState,
    subject: &Subject,
    answer: Answer,
    before: Option<DocKey>,
) -> (Event, Vec<Question>) {
    let Answer { url, at, response, content } = answer;
    let marks = (response.header("etag").to_owned(), response.header("last-modified").to_owned());
    let (happened, questions) = match content {
        Content::Other(why) => (Err((why, None)), Vec::new()),
        Content::Page(key, bytes) => {
            let page = FetchedPage { url: &url, at, key, record: &bytes, before };
            (new_page(folder, state, subject, &page), Vec::new())
        }
        Content::List(listing) => {
            let bytes = record(&url, at, &response, &ItemClaims::default());
            match folder.keep_list(&url, &response.body, &bytes) {
                Ok(()) => {
                    let (happened, questions) = listed(state, subject, &url, at, listing);
                    (Ok(happened), questions)
                }
                Err(e) => (Err((msg::live_not_kept(reason(&e)), None)), Vec::new()),
            }
        }
    };
    if happened.is_ok()
        && let Some(page) = known(state, subject)
    {
        let mark = |value: String| Some(value).filter(|v| !v.is_empty());
        (page.visit.etag, page.visit.last_modified) = (mark(marks.0), mark(marks.1));
    }
    (settle(state, subject, at, Some(response.status), happened), questions)
}

/// What is known of a subject.
pub(super) fn known<'s>(state: &'s mut LiveState, subject: &Subject) -> Option<&'s mut KnownPage> {
    match subject {
        Subject::Page(address) => state.pages.get_mut(address),
        Subject::Source(address) => state.sources.iter_mut().find(|s| s.address == *address).map(|s| &mut s.page),
    }
}

/// Why nothing was taken in, and how long the server asks to wait, in milliseconds.
pub(super) type Unkept = (Message, Option<i64>);

/// Notes how a question ended, and when the next one is put.
pub(super) fn settle(
    state: &mut LiveState,
    subject: &Subject,
    at: i64,
    status: Option<u16>,
    happened: Result<Happening, Unkept>,
) -> Event {
    let every = match subject {
        Subject::Source(address) => state.sources.iter().find(|s| s.address == *address).map(|s| s.every),
        Subject::Page(_) => None,
    };
    let (mut next, mut what) = (None, None);
    if let Some(page) = known(state, subject) {
        match happened {
            Ok(Happening::Refused) => {
                let why = Lang::EN.text(msg::LIVE_ROBOTS).to_owned();
                page.visit.refused(at, why);
                what = Some(Happening::Refused);
            }
            Ok(happened) => {
                let then = every.map_or_else(|| page.next(at), |every| at.saturating_add(every));
                page.visit.answered(at, then);
                page.done = every.is_none() && page.is_old(at);
                what = Some(happened);
            }
            Err((why, wait)) => {
                page.visit.failed(at, Lang::EN.say(&why), wait);
                let gone = matches!(status, Some(404 | 410));
                page.done = every.is_none() && (gone || page.is_given_up());
                what = Some(Happening::Fault(why));
            }
        }
        next = (!page.done).then_some(page.visit.next);
    }
    let what = what.unwrap_or(Happening::Same);
    Event { address: subject.address().to_owned(), at, status, next, what }
}

/// An article that came.
struct FetchedPage<'a> {
    url: &'a Url,
    at: i64,
    key: DocKey,
    record: &'a [u8],
    /// What was kept of it last, where the state does not know.
    before: Option<DocKey>,
}

fn new_page(
    folder: &FollowedFolder,
    state: &mut LiveState,
    subject: &Subject,
    new: &FetchedPage<'_>,
) -> Result<Happening, Unkept> {
    if let Subject::Source(address) = subject
        && let Some(source) = state.sources.iter_mut().find(|s| s.address == *address)
    {
        source.list = None;
    }
    let Some(page) = known(state, subject) else { return Ok(Happening::Same) };
    let last = page.content.or(new.before);
    page.content = Some(new.key);
    if last == Some(new.key) {
        page.versions = page.versions.max(1);
        return Ok(Happening::Same);
    }
    match folder.keep(new.url, new.at, new.record) {
        Ok(file) => {
            page.versions = page.versions.max(u32::from(last.is_some())) + 1;
            Ok(if last.is_some() { Happening::Version(file) } else { Happening::New(file) })
        }
        Err(e) => {
            page.content = last;
            Err((msg::live_not_kept(reason(&e)), None))
        }
    }
}

/// Takes a list in: what it names is asked, and known from then on.
fn listed(
    state: &mut LiveState,
    subject: &Subject,
    url: &Url,
    at: i64,
    listing: Listing,
) -> (Happening, Vec<Question>) {
    let from = subject.address().to_owned();
    let mut every = super::state::USUAL;
    if let Some(source) = state.sources.iter_mut().find(|s| s.address == from) {
        source.list = Some(listing.kind);
        source.title = listing.title.or(source.title.take());
        every = source.every;
    }
    let there = |stated: &str| url.join(stated).ok().and_then(|u| parse(u.as_str()).ok());
    let mut questions = Vec::new();
    let found = listing.articles.len() + listing.lists.len();
    let asked: HashSet<String> = state.asked().into_iter().map(str::to_owned).collect();
    let title = state.sources.iter().find(|s| s.address == from).and_then(|s| s.title.clone());
    for article in listing.articles {
        let Some(there) = there(&article.address) else { continue };
        let mut claims = article.claims;
        if claims.outlet.is_none() && listing.kind == ingest::ListKind::Feed && same_site(url, &there) {
            claims.outlet.clone_from(&title);
        }
        let address = String::from(there.clone());
        if state.sources.iter().any(|s| s.address == address) {
            continue;
        }
        if let Some(page) = state.pages.get_mut(&address) {
            page.listed = at;
            if !asked.contains(&page.from) {
                // The source that named it first is followed no longer.
                page.from.clone_from(&from);
            }
            continue;
        }
        let page = KnownPage { from: from.clone(), first: at, listed: at, claims, ..KnownPage::default() };
        state.pages.insert(address.clone(), page);
        questions.push(Question { subject: Subject::Page(address), url: there, hops: Vec::new() });
    }
    for url in listing.lists.iter().filter_map(|stated| there(stated)) {
        // What a list names, nobody named: its host may not be a private one,
        // but where it is that of the list.
        let address = String::from(url.clone());
        if state.sources.len() < MOST_LISTS && state.follow_from(&from, &address, every) {
            questions.push(Question { subject: Subject::Source(address), url, hops: Vec::new() });
        }
    }
    let new = questions.len();
    let kind = listing.kind;
    (Happening::Listed { kind, found, new, left_out: listing.left_out }, questions)
}

/// True for an address on a host that the reader named: asked as the reader
/// would ask it, whatever is said to robots.
pub(super) fn is_named(state: &LiveState, subject: &Subject, url: &Url) -> bool {
    let Subject::Source(address) = subject else { return false };
    let named = state.sources.iter().any(|s| s.address == *address && s.named);
    named && parse(address).is_ok_and(|own| host(&own) == host(url))
}

/// True for an address on the host that the reader named and from which alone came what is asked: it may lie
/// in a private network. What a list of another host names, or leads to, may not.
pub(super) fn is_of_named_host(state: &LiveState, subject: &Subject, url: &Url) -> bool {
    /// A list names lists, which name lists.
    const DEPTH: usize = 8;
    let mut address = match subject {
        Subject::Source(address) => address.as_str(),
        Subject::Page(address) => state.pages.get(address).map_or("", |page| page.from.as_str()),
    };
    for _ in 0..DEPTH {
        let Some(source) = state.sources.iter().find(|s| s.address == address) else { return false };
        if !parse(address).is_ok_and(|own| host(&own) == host(url)) {
            return false;
        }
        if source.named {
            return true;
        }
        address = source.page.from.as_str();
    }
    false
}
