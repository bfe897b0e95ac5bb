//! Rounds against servers that are a table, at times that are given.

use super::*;
use crate::store::files::STATE_FOLDER;
use crate::words::{Lang, msg};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// A clock that is set on by whoever waits for it.
struct Given(AtomicI64);

impl Clock for Given {
    fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }

    fn wait<'g, T>(&self, wake: &Condvar, guard: MutexGuard<'g, T>, until: Option<i64>) -> MutexGuard<'g, T> {
        match until {
            Some(until) => {
                self.0.fetch_max(until, Ordering::SeqCst);
                guard
            }
            None => wake.wait(guard).unwrap_or_else(PoisonError::into_inner),
        }
    }
}

type Answering = Box<dyn Fn(&HttpRequest<'_>) -> Result<HttpResponse, NetworkFault> + Send + Sync>;

/// Servers: what they answer, and what they were asked.
#[derive(Default)]
struct Web {
    answers: BTreeMap<String, Answering>,
    asked: Mutex<Vec<String>>,
    /// Questions under way to each host, and the most there were.
    under_way: Mutex<BTreeMap<String, usize>>,
    most: AtomicUsize,
}

impl Web {
    fn on(&mut self, address: &str, answer: impl Fn(&HttpRequest<'_>) -> HttpResponse + Send + Sync + 'static) {
        self.answers.insert(address.to_owned(), Box::new(move |r| Ok(answer(r))));
    }

    fn page(&mut self, address: &str, body: String) {
        self.on(address, move |_| html(&body));
    }

    fn asked(&self, address: &str) -> usize {
        self.asked.lock().unwrap().iter().filter(|a| *a == address).count()
    }
}

impl Transport for Web {
    fn get(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, NetworkFault> {
        let host = address::host(request.address);
        {
            let mut under_way = self.under_way.lock().unwrap();
            let n = under_way.entry(host.clone()).or_default();
            *n += 1;
            self.most.fetch_max(*n, Ordering::SeqCst);
        }
        self.asked.lock().unwrap().push(request.address.to_string());
        let answer = self.answers.get(request.address.as_str());
        let answer = answer.map_or(Ok(HttpResponse { status: 404, ..HttpResponse::default() }), |a| a(request));
        *self.under_way.lock().unwrap().entry(host).or_default() -= 1;
        answer
    }
}

fn answer(kind: &str, body: &str) -> HttpResponse {
    HttpResponse {
        status: 200,
        headers: vec![("content-type".to_owned(), kind.to_owned())],
        body: body.as_bytes().to_vec(),
    }
}

fn html(body: &str) -> HttpResponse {
    answer("text/html; charset=utf-8", body)
}

fn status(status: u16, name: &str, value: &str) -> HttpResponse {
    HttpResponse { status, headers: vec![(name.to_owned(), value.to_owned())], body: Vec::new() }
}

fn slow(host: &str) -> NetworkFault {
    NetworkFault { why: msg::live_too_slow(host), private: false, hangs: true }
}

/// An article of its own for each word.
fn article(word: &str, figure: usize) -> String {
    format!(
        "<html><head><title>Le bac de {word}</title></head><body><nav>{figure}0 menus</nav><article><h1>Le bac de {word}</h1>\
         <p>Le bac de {word} a transporté {figure} voyageurs pendant la journée de samedi, selon la mairie du port.</p>\
         <p>Les marins de {word} demandent un second bateau pour la saison, et la région répondra en juin.</p></article></body></html>"
    )
}

fn feed(links: &[String]) -> String {
    let items: String = links.iter().map(|l| format!("<item><title>x</title><link>{l}</link></item>")).collect();
    format!("<rss version=\"2.0\"><channel><title>Le Quai</title>{items}</channel></rss>")
}

fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("kiosque-live-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    path
}

/// Names of what was kept, without the state.
fn kept(root: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for host in fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).filter(|p| !p.ends_with(STATE_FOLDER)) {
        all.extend(fs::read_dir(host).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()));
    }
    all.sort();
    all
}

struct Followed {
    folder: FollowedFolder,
    state: LiveState,
    clock: Given,
}

impl Followed {
    fn new(name: &str, sources: &[&str]) -> Self {
        let folder = FollowedFolder::open(&folder(name)).unwrap();
        let mut state = LiveState::default();
        for source in sources {
            state.follow(source, None);
        }
        Self { folder, state, clock: Given(AtomicI64::new(1_000_000_000_000)) }
    }

    /// A round; what happened to each address, in words.
    fn round(&mut self, web: &Web) -> BTreeMap<String, String> {
        let pace = Pace { threads: 4, delay: 1000 };
        let with = Asking { transport: web, clock: &self.clock, pace, stop: &|| false };
        let mut events = BTreeMap::new();
        round(&self.folder, &mut self.state, &with, &mut |event| {
            let what = match &event.what {
                Happening::New(_) => "new".to_owned(),
                Happening::Version(_) => "version".to_owned(),
                Happening::Same => "same".to_owned(),
                Happening::Listed { found, new, .. } => format!("list {found} {new}"),
                Happening::Refused => "refused".to_owned(),
                Happening::Fault(why) => format!("fault {}", Lang::EN.say(why)),
            };
            events.insert(event.address.clone(), what);
        })
        .unwrap();
        events
    }

    fn later(&self, minutes: i64) {
        self.clock.0.fetch_add(minutes * 60_000, Ordering::SeqCst);
    }

    fn end(self) {
        let root = self.folder.root().to_path_buf();
        drop(self);
        fs::remove_dir_all(root).unwrap();
    }
}

#[test]
fn a_feed_names_its_articles_and_nothing_is_fetched_twice_without_need() {
    let mut web = Web::default();
    let (one, two) = ("https://q.example/un".to_owned(), "https://q.example/deux".to_owned());
    let listed = feed(&[one.clone(), "/deux".to_owned(), one.clone()]);
    web.on("https://q.example/f", move |r| match r.etag {
        Some("\"1\"") => HttpResponse { status: 304, ..HttpResponse::default() },
        _ => {
            let mut answer = answer("application/rss+xml", &listed);
            answer.headers.push(("etag".to_owned(), "\"1\"".to_owned()));
            answer
        }
    });
    web.page(&one, article("Sarvenne", 120));
    web.page(&two, article("Lindal", 80));
    let mut followed = Followed::new("feed", &["https://q.example/f"]);
    let first = followed.round(&web);
    assert_eq!(first["https://q.example/f"], "list 2 2");
    assert_eq!((first[&one].as_str(), first[&two].as_str()), ("new", "new"));
    assert_eq!(kept(followed.folder.root()).len(), 2);
    assert_eq!(followed.round(&web), BTreeMap::new(), "nothing is due");
    followed.later(11);
    assert_eq!(followed.round(&web), BTreeMap::from([("https://q.example/f".to_owned(), "same".to_owned())]));
    assert_eq!((web.asked(&one), web.asked("https://q.example/robots.txt")), (1, 1));
    assert_eq!(web.most.load(Ordering::SeqCst), 1, "one question at a time to a host");
    let (again, _) = followed.folder.state();
    assert_eq!(again, followed.state, "what is known is kept");
    followed.end();
}

#[test]
fn what_was_kept_is_an_article_with_its_address_for_every_reader() {
    let mut web = Web::default();
    web.page("https://q.example/un", article("Sarvenne", 120));
    let mut followed = Followed::new("article", &["https://q.example/un"]);
    followed.round(&web);
    let host = followed.folder.root().join("q.example");
    let file = fs::read_dir(&host).unwrap().next().unwrap().unwrap().path();
    let read = crate::ingest::read(&crate::corpus::Place::file("a.warc"), &fs::read(file).unwrap());
    let document = crate::clean::clean(read.documents.into_iter().next().unwrap());
    assert_eq!(document.meta.url.value.as_deref(), Some("https://q.example/un"));
    assert_eq!(document.meta.title.value.as_deref(), Some("Le bac de Sarvenne"));
    assert_eq!(document.meta.published.value, None, "the day of the fetch is not that of publication");
    followed.end();
}

#[test]
fn a_page_that_names_no_outlet_and_no_day_has_those_of_the_item_that_named_it() {
    let mut web = Web::default();
    let item = |link: &str, more: &str| {
        format!("<item><link>{link}</link><pubDate>Sat, 08 Sep 2001 22:10:00 +0200</pubDate>{more}</item>")
    };
    let other = "<source url='https://port.example/f'>Port-Info</source>";
    let items = [
        item("/un", ""),
        item("/deux", ""),
        item("https://port.example/un", other),
        item("https://mole.example/un", ""),
    ];
    let listed = format!("<rss version='2.0'><channel><title>Le Quai</title>{}</channel></rss>", items.concat());
    web.on("https://q.example/f", move |_| answer("application/rss+xml", &listed));
    let own = "<head><meta property='og:site_name' content='Le Quai du soir'>\
        <meta property='article:published_time' content='2001-09-07T10:00:00+02:00'>";
    for (n, address) in ["q.example/un", "q.example/deux", "port.example/un", "mole.example/un"].iter().enumerate() {
        let page = article(&format!("Port{n}"), 120 + n);
        web.page(&format!("https://{address}"), if n == 1 { page.replace("<head>", own) } else { page });
    }
    let mut followed = Followed::new("item", &["https://q.example/f"]);
    followed.round(&web);
    let mut told = BTreeMap::new();
    for host in ["q.example", "port.example", "mole.example"] {
        for file in fs::read_dir(followed.folder.root().join(host)).unwrap() {
            let bytes = fs::read(file.unwrap().path()).unwrap();
            let read = crate::ingest::read(&crate::corpus::Place::file("a.warc"), &bytes);
            let meta = crate::clean::clean(read.documents.into_iter().next().unwrap()).meta;
            let rules = (meta.source.evidence[0].rule, meta.published.evidence[0].rule);
            let day = meta.published.value.unwrap().to_string();
            told.insert(meta.url.value.unwrap(), (meta.source.value.unwrap(), day, rules, meta.published.mark));
        }
    }
    use crate::corpus::Mark::{Inferred, Written};
    let of = |address: &str| {
        let (source, day, rules, mark) = &told[&format!("https://{address}")];
        (source.as_str(), day.as_str(), rules.0, rules.1, *mark)
    };
    let item = "feed.item";
    assert_eq!(of("q.example/un"), ("Le Quai", "2001-09-08", item, item, Inferred));
    assert_eq!(of("port.example/un"), ("Port-Info", "2001-09-08", item, item, Inferred));
    // A feed is no outlet of the pages of others.
    assert_eq!(of("mole.example/un"), ("mole.example", "2001-09-08", "source.host", item, Inferred));
    let (source, day, ..) = of("q.example/deux");
    assert_eq!((source, day), ("Le Quai du soir", "2001-09-07"), "what the page says itself is stronger");
    assert!(told["https://q.example/deux"].3 == Written);
    followed.end();
}

#[test]
fn another_text_at_an_address_is_a_version_and_another_menu_is_none() {
    let address = "https://q.example/un";
    let mut web = Web::default();
    web.page(address, article("Sarvenne", 120));
    let mut followed = Followed::new("versions", &[address]);
    assert_eq!(followed.round(&web)[address], "new");
    web.page(address, article("Sarvenne", 120).replace("1200 menus", "autre menu, autre jeton 7f3a"));
    followed.later(11);
    assert_eq!(followed.round(&web)[address], "same");
    web.page(address, article("Sarvenne", 140));
    followed.later(11);
    assert_eq!(followed.round(&web)[address], "version");
    assert_eq!((kept(followed.folder.root()).len(), followed.state.sources[0].page.versions), (2, 2));
    followed.end();
}

#[test]
fn a_state_that_was_lost_makes_no_second_copy() {
    let address = "https://q.example/un";
    let mut web = Web::default();
    web.page(address, article("Sarvenne", 120));
    let mut followed = Followed::new("lost", &[address]);
    followed.round(&web);
    followed.state = LiveState::default();
    followed.state.follow(address, None);
    assert_eq!(followed.round(&web)[address], "same");
    assert_eq!(kept(followed.folder.root()).len(), 1);
    followed.end();
}

#[test]
fn one_fault_never_stops_another_and_each_is_told_in_a_sentence() {
    let mut web = Web::default();
    let names = ["ok", "busy", "gone", "circle", "away", "picture", "empty"];
    let links: Vec<String> = names.iter().map(|n| format!("https://{n}.example/a")).collect();
    let all = feed(&links);
    web.on("https://q.example/f", move |_| answer("application/rss+xml", &all));
    web.page("https://ok.example/a", article("Sarvenne", 120));
    web.on("https://busy.example/a", |_| status(503, "retry-after", "7200"));
    web.on("https://circle.example/a", |_| status(302, "location", "/b"));
    web.on("https://circle.example/b", |_| status(302, "location", "/a"));
    web.on("https://away.example/a", |_| status(301, "location", "https://ok.example/b"));
    web.page("https://ok.example/b", article("Lindal", 80));
    web.on("https://picture.example/a", |_| answer("image/png", "x"));
    web.page("https://empty.example/a", "<html></html>".to_owned());
    let broken: Answering = Box::new(|r| Err(slow(&address::host(r.address))));
    web.answers.insert("https://slow.example/f".to_owned(), broken);
    let mut followed = Followed::new("faults", &["https://q.example/f", "https://slow.example/f"]);
    let events = followed.round(&web);
    let of = |name: &str| events[&format!("https://{name}.example/a")].clone();
    assert_eq!((of("ok").as_str(), of("away").as_str()), ("new", "new"));
    assert!(of("busy").contains("503") && of("gone").contains("404"), "{events:?}");
    assert!(of("circle").contains("circle") && of("picture").contains("image/png"), "{events:?}");
    assert!(of("empty").starts_with("fault"), "{events:?}");
    assert!(events["https://slow.example/f"].contains("in time"));
    let now = followed.clock.now();
    let page = |name: &str| &followed.state.pages[&format!("https://{name}.example/a")];
    assert!(page("busy").visit.next - now > 7_000_000, "the server asked for two hours");
    assert!(page("gone").done && !page("busy").done);
    followed.end();
}

#[test]
fn robots_are_heard_for_what_lists_name_and_not_for_what_the_reader_names() {
    let mut web = Web::default();
    let links: Vec<String> = ["q.example/a", "shut.example/a", "mute.example/a"].map(|l| format!("https://{l}")).into();
    let all = feed(&links);
    web.on("https://q.example/robots.txt", |_| answer("text/plain", "User-agent: *\nDisallow: /f\n"));
    web.on("https://shut.example/robots.txt", |_| answer("text/plain", "User-agent: kiosque\nDisallow: /\n"));
    web.on("https://mute.example/robots.txt", |_| status(500, "x", "y"));
    web.on("https://q.example/f", move |_| answer("application/rss+xml", &all));
    for link in &links {
        web.page(link, article("Sarvenne", 120));
    }
    let mut followed = Followed::new("robots", &["https://q.example/f"]);
    let events = followed.round(&web);
    assert_eq!(events["https://q.example/f"], "list 3 3");
    assert_eq!((events[&links[0]].as_str(), events[&links[1]].as_str()), ("new", "refused"));
    assert!(events[&links[2]].contains("robots.txt"), "{events:?}");
    assert_eq!((web.asked(&links[1]), web.asked(&links[2])), (0, 0));
    followed.end();
}

#[test]
fn a_host_that_gives_no_answer_is_left_alone_for_the_round() {
    let mut web = Web::default();
    let links: Vec<String> = (0..20).map(|i| format!("https://dead.example/{i}")).collect();
    let all = feed(&links);
    web.on("https://q.example/f", move |_| answer("application/rss+xml", &all));
    for link in &links {
        let broken: Answering = Box::new(|_| Err(slow("dead.example")));
        web.answers.insert(link.clone(), broken);
    }
    let mut followed = Followed::new("dead", &["https://q.example/f"]);
    followed.round(&web);
    assert_eq!(links.iter().map(|l| web.asked(l)).sum::<usize>(), 3);
    followed.end();
}

#[test]
fn lists_of_lists_are_followed_and_their_hosts_are_not_named() {
    let mut web = Web::default();
    web.on("https://q.example/l", |_| {
        answer("text/xml", "<opml><body><outline xmlUrl=\"https://a.example/f\"/></body></opml>")
    });
    web.on("https://a.example/f", |_| {
        answer("text/xml", "<sitemapindex><sitemap><loc>/m</loc></sitemap></sitemapindex>")
    });
    web.on("https://a.example/m", |_| answer("text/xml", "<urlset><url><loc>https://a.example/p</loc></url></urlset>"));
    web.page("https://a.example/p", article("Sarvenne", 120));
    let mut followed = Followed::new("lists", &["https://q.example/l"]);
    let events = followed.round(&web);
    assert_eq!(events["https://a.example/p"], "new", "{events:?}");
    let open = |subject: hosts::Subject, url: &str| {
        take::is_of_named_host(&followed.state, &subject, &address::parse(url).unwrap())
    };
    let source = |address: &str| hosts::Subject::Source(address.to_owned());
    assert!(open(source("https://q.example/l"), "https://q.example/l"));
    assert!(!open(source("https://a.example/f"), "https://a.example/f"), "a list named it, not the reader");
    assert!(!open(source("https://a.example/f"), "https://q.example/x"), "nor does it lead back");
    assert!(!open(hosts::Subject::Page("https://a.example/p".to_owned()), "https://a.example/p"));
    assert!(!open(source("https://q.example/l"), "https://q.example:8080/l"), "another port is another server");
    let opml = opml(&followed.state, "a & b");
    assert!(opml.contains("a &amp; b") && opml.contains("https://q.example/l") && !opml.contains("a.example"));
    followed.end();
}

#[test]
fn one_program_at_a_time_fetches_into_a_folder() {
    let followed = Followed::new("lock", &[]);
    let refused = FollowedFolder::open(followed.folder.root()).map(|_| ());
    assert!(refused.is_err_and(|m| Lang::EN.say(m).contains("another kiosque")));
    followed.end();
}

/// Feeds that share their pages, each fault among them once.
fn many(feeds: usize, pages: usize) -> (Web, Vec<String>) {
    let mut web = Web::default();
    let link = |i: usize| format!("https://h{}.example/p{i}", i % (feeds / 2).max(1));
    for i in 0..pages {
        match i % 50 {
            7 => web.on(&link(i), |_| status(500, "x", "y")),
            13 => web.on(&link(i), |_| status(302, "location", "?")),
            _ => web.page(&link(i), article(&format!("Port{i}"), i + 3)),
        }
    }
    let mut sources = Vec::new();
    for f in 0..feeds {
        // Two feeds name each page.
        let links: Vec<String> = (0..pages).filter(|i| i % feeds == f || (i + 1) % feeds == f).map(link).collect();
        let (address, listed) = (format!("https://f{f}.example/rss"), feed(&links));
        web.on(&address, move |r| match r.last_modified {
            Some("then") => HttpResponse { status: 304, ..HttpResponse::default() },
            _ => {
                let mut answer = answer("application/rss+xml", &listed);
                answer.headers.push(("last-modified".to_owned(), "then".to_owned()));
                answer
            }
        });
        sources.push(address);
    }
    (web, sources)
}

fn nothing_twice(name: &str, feeds: usize, pages: usize) {
    let (web, sources) = many(feeds, pages);
    let mut followed = Followed::new(name, &sources.iter().map(String::as_str).collect::<Vec<_>>());
    let events = followed.round(&web);
    let new = events.values().filter(|e| *e == "new").count();
    let faults = events.values().filter(|e| e.starts_with("fault")).count();
    assert_eq!((new + faults, kept(followed.folder.root()).len()), (pages, new));
    assert_eq!(faults, (0..pages).filter(|i| matches!(i % 50, 7 | 13)).count());
    followed.later(11);
    followed.round(&web);
    let asked = web.asked.lock().unwrap().clone();
    let times = |a: &str| asked.iter().filter(|x| *x == a).count();
    assert!(sources.iter().all(|s| times(s) == 2), "each list twice, in two rounds");
    let pages: Vec<&String> = events.iter().filter(|(_, e)| *e == "new").map(|(a, _)| a).collect();
    assert!(pages.iter().step_by(10).all(|p| times(p) == 1), "each page once");
    assert_eq!(web.most.load(Ordering::SeqCst), 1);
    followed.end();
}

#[test]
fn many_feeds_with_faults_among_their_pages_give_every_other_page_once() {
    nothing_twice("many", 10, 200);
}

/// The same of a hundred feeds and two thousand pages, which takes a minute.
#[test]
#[ignore = "a minute in a debug build"]
fn a_hundred_feeds_and_two_thousand_pages_give_every_page_once() {
    nothing_twice("full", 100, 2000);
}
