//! Addresses followed over real sockets, from a server of this machine that
//! answers, lies, breaks off and sends elsewhere.

use crate::commands::run;
use crate::support::folder;
use flate2::Compression;
use flate2::write::GzEncoder;
use kiosque::store::live::{self, Asking, FollowedFolder, Happening, LiveState, Pace, SystemClock};
use kiosque::words::Lang;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

const ARTICLE: &str = "<html><head><title>Le bac de Sarvenne</title></head><body><article><h1>Le bac de Sarvenne</h1>\
    <p>Le bac de Sarvenne a transporté 120 voyageurs pendant la journée de samedi, selon la mairie du port.</p>\
    <p>Les marins demandent un second bateau pour la saison, et la région répondra en juin.</p></article></body></html>";

/// What the server was asked: path, and the mark of what was known.
type Asked = Arc<Mutex<Vec<(String, Option<String>)>>>;

/// A server of this machine; it ends with the process.
fn server() -> (u16, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = Asked::default();
    let heard = asked.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let heard = heard.clone();
            std::thread::spawn(move || serve(stream, port, &heard));
        }
    });
    (port, asked)
}

fn serve(stream: TcpStream, port: u16, heard: &Asked) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let (mut line, mut mark) = (String::new(), None);
    if reader.read_line(&mut line).is_err() {
        // The beginning of an encrypted connection.
        let mut to = stream;
        let _ = to.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        return;
    }
    let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
    loop {
        let mut header = String::new();
        match reader.read_line(&mut header) {
            Ok(n) if n > 2 => {
                if let Some((_, value)) =
                    header.split_once(':').filter(|(n, _)| n.eq_ignore_ascii_case("if-none-match"))
                {
                    mark = Some(value.trim().to_owned());
                }
            }
            _ => break,
        }
    }
    heard.lock().unwrap().push((path.clone(), mark.clone()));
    // A client that has enough hangs up.
    let _ = respond(stream, &path, mark.is_some(), port);
}

fn respond(mut to: TcpStream, path: &str, known: bool, port: u16) -> std::io::Result<()> {
    let mut head = |status: &str, more: &str| write!(to, "HTTP/1.1 {status}\r\nConnection: close\r\n{more}\r\n");
    match path {
        "/f" if known => head("304 Not Modified", ""),
        "/f" => {
            let names = ["a", "short", "bomb", "huge", "circle", "private", "garbage", "moved", "gone"];
            let items: String = names.map(|n| format!("<item><link>/{n}</link></item>")).concat();
            let feed = format!("<rss><channel><title>Le Quai</title>{items}</channel></rss>");
            head(
                "200 OK",
                &format!("ETag: \"1\"\r\nContent-Type: application/rss+xml\r\nContent-Length: {}\r\n", feed.len()),
            )?;
            to.write_all(feed.as_bytes())
        }
        "/a" | "/b" => {
            let text = ARTICLE.replace("120", if path == "/a" { "120" } else { "777" });
            head("200 OK", &format!("Content-Type: text/html\r\nContent-Length: {}\r\n", text.len()))?;
            to.write_all(text.as_bytes())
        }
        "/short" => {
            head("200 OK", "Content-Type: text/html\r\nContent-Length: 9999\r\n")?;
            to.write_all(b"<html>")
        }
        "/bomb" => {
            let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
            packed.write_all(&vec![b' '; 40 << 20])?;
            let packed = packed.finish()?;
            head(
                "200 OK",
                &format!("Content-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n", packed.len()),
            )?;
            to.write_all(&packed)
        }
        "/huge" => {
            head("200 OK", "Content-Type: text/html\r\nContent-Length: 4294967296\r\n")?;
            (0..64).try_for_each(|_| to.write_all(&[b'x'; 1 << 20]))
        }
        "/circle" => head("302 Found", "Location: /circle2\r\nContent-Length: 0\r\n"),
        "/circle2" => head("302 Found", "Location: /circle\r\nContent-Length: 0\r\n"),
        "/private" => head("302 Found", &format!("Location: http://127.0.0.2:{port}/a\r\nContent-Length: 0\r\n")),
        "/moved" => head("301 Moved Permanently", "Location: /b\r\nContent-Length: 0\r\n"),
        "/garbage" => to.write_all(b"HELLO\r\n\r\n"),
        _ => head("404 Not Found", "Content-Length: 0\r\n"),
    }
}

/// One round; what came of each address, by the last part of it.
fn round(folder: &FollowedFolder, state: &mut LiveState) -> BTreeMap<String, String> {
    let network = live::network().unwrap();
    let pace = Pace { threads: 3, delay: 0 };
    let with = Asking { transport: &*network, clock: &SystemClock, pace, stop: &|| false };
    let mut events = BTreeMap::new();
    live::round(folder, state, &with, &mut |event| {
        let what = match &event.what {
            Happening::New(_) => "new".to_owned(),
            Happening::Same => "same".to_owned(),
            Happening::Listed { .. } => "list".to_owned(),
            Happening::Fault(why) => Lang::EN.say(why),
            other => format!("{other:?}"),
        };
        events.insert(event.address.rsplit('/').next().unwrap().to_owned(), what);
    })
    .unwrap();
    events
}

/// A new folder in which one address is followed.
fn following(name: &str, address: &str) -> (FollowedFolder, LiveState) {
    let mut state = LiveState::default();
    state.follow(address, Some(0));
    (FollowedFolder::open(&folder(&format!("live-{name}"))).unwrap(), state)
}

#[test]
fn whatever_a_server_sends_every_other_article_comes_and_each_fault_is_a_sentence() {
    let (port, asked) = server();
    let (folder, mut state) = following("live-faults", &format!("http://127.0.0.1:{port}/f"));
    let events = round(&folder, &mut state);
    assert_eq!(
        (events["f"].as_str(), events["a"].as_str(), events["moved"].as_str()),
        ("list", "new", "new"),
        "{events:?}"
    );
    assert!(events["bomb"].contains("10 MB") && events["huge"].contains("10 MB"), "{events:?}");
    assert!(events["circle"].contains("circle") && events["gone"].contains("404"), "{events:?}");
    assert!(events["private"].contains("private network"), "{events:?}");
    assert_eq!(asked.lock().unwrap().iter().filter(|(p, _)| p == "/a").count(), 1);
    assert!(events["short"].contains("broke off") && events["garbage"].contains("no HTTP"), "{events:?}");
    state.wake();
    let again = round(&folder, &mut state);
    assert_eq!(again.get("f").map(String::as_str), Some("same"), "{again:?}");
    assert!(!again.contains_key("a"), "an article is not asked again at once");
    assert!(asked.lock().unwrap().contains(&("/f".to_owned(), Some("\"1\"".to_owned()))));
}

/// A proxy that forwards pages, answering for every host itself, and gives a tunnel to none.
fn proxy() -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let lines = Arc::<Mutex<Vec<String>>>::default();
    let heard = lines.clone();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut head = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let first = head.next().unwrap_or_default();
            let rest: Vec<String> = head.take_while(|line| !line.is_empty()).collect();
            let who = rest.iter().find(|l| l.to_ascii_lowercase().starts_with("proxy-authorization")).cloned();
            let (status, body) = match first.split(' ').collect::<Vec<_>>()[..] {
                ["GET", address, _] if address.ends_with("/robots.txt") => ("404 Not Found", ""),
                ["GET", ..] => ("200 OK", ARTICLE),
                _ => ("403 Forbidden", ""),
            };
            heard.lock().unwrap().push([first, who.unwrap_or_default()].join(" "));
            let head = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: text/html\r\n");
            // A client that has enough hangs up.
            let _ = write!(stream, "{head}Content-Length: {}\r\n\r\n{body}", body.len());
        }
    });
    (port, lines)
}

#[test]
fn a_proxy_is_asked_as_it_wants_to_be_and_left_out_where_that_is_said() {
    let (port, heard) = proxy();
    let state = folder("live-proxy-state");
    let watch = |name: &str, variables: &[(&str, &str)], address: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_kiosque"));
        for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
            command.env_remove(name).env_remove(name.to_uppercase());
        }
        command
            .args(["watch", "--once", address, "--into"])
            .arg(folder(&format!("live-{name}")))
            .arg("--state-dir")
            .arg(&state);
        let out = command.env("LC_ALL", "en_US.UTF-8").envs(variables.iter().copied()).output().unwrap();
        format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
    };
    let via = format!("http://ana:secret@127.0.0.1:{port}");
    let said = watch("live-proxy-1", &[("http_proxy", &via)], "http://press.example/a?b=1");
    assert!(said.starts_with("new"), "{said}");
    let line = "GET http://press.example/a?b=1 HTTP/1.1 proxy-authorization: Basic YW5hOnNlY3JldA==";
    assert!(heard.lock().unwrap().iter().any(|l| l == line), "{heard:?}");
    let said = watch("live-proxy-2", &[("HTTPS_PROXY", &via)], "https://press.example/a");
    assert!(said.contains(&format!("127.0.0.1:{port} does not lead to press.example: it answered 403")), "{said}");
    assert!(heard.lock().unwrap().iter().any(|l| l.starts_with("CONNECT press.example:443 HTTP/1.1")), "{heard:?}");
    let before = heard.lock().unwrap().len();
    let (own, _) = server();
    let (address, but) = (format!("http://127.0.0.1:{own}/a"), ("NO_PROXY", "press.example, 127.0.0.1"));
    let said = watch("live-proxy-3", &[("http_proxy", &via), but], &address);
    assert!(said.starts_with("new"), "{said}");
    assert_eq!(heard.lock().unwrap().len(), before);
    let said = watch("live-proxy-4", &[("http_proxy", "htp:/x y")], &address);
    assert!(said.contains("http_proxy: no address of a proxy"), "{said}");
}

#[test]
fn a_connection_that_cannot_be_trusted_is_told_as_such() {
    let (port, _) = server();
    let (folder, mut state) = following("live-tls", &format!("https://127.0.0.1:{port}/a"));
    let events = round(&folder, &mut state);
    assert!(events["a"].contains("encrypted"), "{events:?}");
}

#[test]
fn what_watch_kept_is_listed_told_again_and_left() {
    let (port, _) = server();
    let (state, root) = (folder("live-watch-state"), folder("live-watch"));
    let into = root.to_str().unwrap();
    let address = format!("http://127.0.0.1:{port}/a");
    let first = run(&state, Lang::EN, &["watch", "--once", "--into", into, &address]);
    assert_eq!((first.code, first.out.starts_with("new")), (0, true), "{} {}", first.out, first.err);
    let again = run(&state, Lang::EN, &["watch", "--once", into]);
    assert!(again.out.starts_with("nothing new"), "{} {}", again.out, again.err);
    let list = run(&state, Lang::EN, &["list", "--format", "json", into]);
    assert!(list.out.contains("Le bac de Sarvenne") && list.out.contains(&address), "{}", list.out);
    assert_eq!(list.err, "", "what the program keeps there for itself is no hidden file of the reader's");
    let followed = run(&state, Lang::EN, &["watch", "--list", into]);
    assert!(followed.out.contains(&address), "{}", followed.out);
    let opml = run(&state, Lang::EN, &["watch", "--opml", into]);
    assert!(opml.out.contains("<opml") && opml.out.contains(&address), "{}", opml.out);
    assert_eq!(run(&state, Lang::EN, &["watch", "--stop", &address, into]).code, 0);
    assert_eq!(run(&state, Lang::EN, &["watch", "--stop", &address, into]).code, 2);
    let nobody = run(&state, Lang::EN, &["watch", "--once", Path::new(into).join("gone").to_str().unwrap()]);
    assert_eq!(nobody.code, 2);
}

#[cfg(feature = "draw")]
#[test]
fn an_address_followed_in_the_program_brings_its_article_and_can_be_left() {
    use crate::support::{frame, press, setup};
    use kiosque::job::Input;
    use kiosque::shell::{Harness, Setup};
    let (port, asked) = server();
    let root = folder("live-program");
    let open = || Setup { inputs: vec![Input::Path(root.clone())], ..setup(100, 30, Lang::EN) };
    let mut program = Harness::new(open());
    let address = format!("http://127.0.0.1:{port}/a");
    press(&mut program, &format!("g+{address}<enter>"));
    press(&mut program, "R");
    assert!(frame(&program).contains("Le bac de Sarvenne"), "{}", frame(&program));
    press(&mut program, "gW");
    assert!(frame(&program).contains(&address), "{}", frame(&program));
    let times = asked.lock().unwrap().len();
    let mut again = Harness::new(open());
    press(&mut again, "jk");
    assert_eq!(asked.lock().unwrap().len(), times, "opening a folder asks nothing");
    press(&mut program, "<esc>g-<tab><enter>");
    assert!(frame(&program).contains("followed no longer"), "{}", frame(&program));
    press(&mut program, "gW");
    assert!(!frame(&program).contains(&address), "{}", frame(&program));
}
