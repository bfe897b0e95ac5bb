//! [`FollowedFolder`]: what came, as web archives of one record, in a folder for
//! each host; and beside them, hidden from the walk, the state and the lists.

use super::address::host;
use super::state::LiveState;
use super::transport::HttpResponse;
use crate::corpus::DocKey;
use crate::ingest::ItemClaims;
use crate::notice::{Notice, reason};
use crate::store::files::{self, STATE_FOLDER};
use crate::store::{atomic, regular, session};
use crate::words::{Message, msg};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use url::Url;

/// Letters of a file name that are taken from the address.
const NAME: usize = 60;

/// A folder into which addresses are fetched, by this program alone.
#[derive(Debug)]
pub struct FollowedFolder {
    root: PathBuf,
    _lock: File,
}

impl FollowedFolder {
    /// Opens or makes the folder.
    ///
    /// # Errors
    /// What to say when it cannot be made, or another program fetches into it.
    pub fn open(root: &Path) -> Result<Self, Message> {
        let shown = || files::display(root);
        let unusable = |e: io::Error| msg::live_no_folder(shown(), reason(&e));
        fs::create_dir_all(root).map_err(unusable)?;
        let inner = root.join(STATE_FOLDER);
        regular::own_folder(&inner).map_err(unusable)?;
        let lock = regular::own(&inner.join("lock"), |o| o.read(true).write(true).create(true)).map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { root: root.to_path_buf(), _lock: lock }),
            Err(fs::TryLockError::WouldBlock) => Err(msg::live_in_use(shown())),
            Err(fs::TryLockError::Error(e)) => Err(unusable(e)),
        }
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What is known of what it follows; a damaged file is set aside and said.
    pub fn state(&self) -> (LiveState, Option<Notice>) {
        followed(&self.root)
    }

    /// Keeps that, whole or not at all.
    ///
    /// # Errors
    /// What the system said.
    pub fn save(&self, state: &LiveState) -> io::Result<()> {
        session::save(&state_file(&self.root), state)
    }

    /// Keeps an article as it came; the path below the folder.
    pub(super) fn keep(&self, url: &Url, at: i64, record: &[u8]) -> io::Result<PathBuf> {
        let path = PathBuf::from(host_folder(url)).join(format!("{}.{}.warc", stem(url), stamp(at)));
        atomic::replace(&self.root.join(&path), record)?;
        Ok(path)
    }

    /// Keeps a list as it came. One that came before is not kept again.
    pub(super) fn keep_list(&self, url: &Url, body: &[u8], record: &[u8]) -> io::Result<()> {
        let name = format!("{}.{}.warc", stem(url), short(&String::from_utf8_lossy(body)));
        let path = self.root.join(STATE_FOLDER).join("lists").join(host_folder(url)).join(name);
        if path.exists() { Ok(()) } else { atomic::replace_own(&path, record) }
    }

    /// What was kept last of an address: a program that was ended between two
    /// saves of the state knows no more that it has it.
    pub(super) fn latest(&self, url: &Url) -> Option<Vec<u8>> {
        let folder = self.root.join(host_folder(url));
        let begins = format!("{}.", stem(url));
        let names = fs::read_dir(&folder).ok()?.filter_map(|e| e.ok()?.file_name().into_string().ok());
        let last = names.filter(|n| n.starts_with(&begins) && n.ends_with(".warc")).max()?;
        regular::read(&folder.join(last), regular::OWN_BYTES).ok()
    }
}

/// What was kept of the same address beside a file of a followed folder, that file too;
/// nothing for any other file.
pub fn versions_beside(path: &Path) -> Vec<PathBuf> {
    let stem = |path: &Path| {
        let name = path.file_name()?.to_str()?.strip_suffix(".warc")?;
        let (stem, at) = name.rsplit_once('.')?;
        let is_time = |(i, c): (usize, char)| if i == 8 { c == 'T' } else { c.is_ascii_digit() };
        let at = at.strip_suffix('Z').filter(|at| at.len() == 15 && at.chars().enumerate().all(is_time))?;
        (!at.is_empty()).then(|| stem.to_owned())
    };
    let Some(own) = stem(path) else { return Vec::new() };
    let folder = path.parent().map_or(Path::new("."), |p| if p.as_os_str().is_empty() { Path::new(".") } else { p });
    let beside = fs::read_dir(folder).into_iter().flatten().filter_map(|e| Some(e.ok()?.file_name()));
    let beside = beside.map(|name| path.with_file_name(name));
    let mut beside: Vec<PathBuf> = beside.filter(|p| stem(p).as_ref() == Some(&own)).collect();
    beside.sort();
    beside
}

/// What a folder follows, without the right to fetch into it.
pub fn followed(root: &Path) -> (LiveState, Option<Notice>) {
    session::load(&state_file(root))
}

fn state_file(root: &Path) -> PathBuf {
    root.join(STATE_FOLDER).join("state.json")
}

/// The first letters of a key, which tell apart what a host has.
fn short(text: &str) -> String {
    DocKey::of_text(text).to_string().chars().take(10).collect()
}

/// A name for a folder that every system takes.
fn host_folder(url: &Url) -> String {
    let sign = |c: char| if c.is_ascii_alphanumeric() || c == '-' || c == '.' { c } else { '_' };
    host(url).trim_matches('.').chars().map(sign).collect()
}

/// The part of a file name that stands for an address: words of it for people,
/// and a key of all of it.
fn stem(url: &Url) -> String {
    let last = url.path_segments().and_then(|mut s| s.rfind(|s| !s.is_empty())).unwrap_or_default();
    let last = last.rsplit_once('.').map_or(last, |(name, _)| name);
    let words: String = last.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(NAME).collect();
    let words = words.trim_matches('-');
    let words = if words.is_empty() { "page" } else { words };
    format!("{words}-{}", short(url.as_str()))
}

/// The time in a file name, in UTC: `20260314T081203Z`.
fn stamp(at: i64) -> String {
    written(at, "%Y%m%dT%H%M%SZ")
}

/// A time in UTC, in a form of strftime.
fn written(at: i64, form: &str) -> String {
    let time = jiff::Timestamp::from_millisecond(at).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    time.to_zoned_datetime(jiff::tz::TimeZone::UTC).strftime(form).to_string()
}

/// Headers that tell how the body was packed on its way; it is kept unpacked.
const PACKING: [&str; 4] = ["content-encoding", "transfer-encoding", "content-length", "connection"];

/// A value of a header, without what would end it.
fn one_header(value: &str) -> String {
    value.chars().filter(|c| !c.is_control()).collect()
}

/// An answer as a record of a web archive (ISO 28500, 6.3), with what the list said of it
/// that named its address.
pub(super) fn record(url: &Url, at: i64, response: &HttpResponse, claims: &ItemClaims) -> Vec<u8> {
    let mut http = format!("HTTP/1.1 {}\r\n", response.status);
    for (name, value) in response.headers.iter().filter(|h| !PACKING.contains(&h.0.as_str())) {
        http.push_str(&format!("{name}: {}\r\n", one_header(value)));
    }
    http.push_str(&format!("content-length: {}\r\n\r\n", response.body.len()));
    let key = DocKey::of_text(&format!("{url} {at} {}", short(&String::from_utf8_lossy(&response.body)))).to_string();
    let length = http.len() + response.body.len();
    let date = written(at, "%Y-%m-%dT%H:%M:%SZ");
    let said: String = claims.headers().map(|(name, value)| format!("{name}: {}\r\n", one_header(value))).collect();
    let head = format!(
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:kiosque:{key}>\r\nWARC-Date: {date}\r\n\
         WARC-Target-URI: {url}\r\n{said}Content-Type: application/http;msgtype=response\r\nContent-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), http.as_bytes(), &response.body, b"\r\n\r\n"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_hold_no_sign_of_the_address_and_tell_addresses_apart() {
        let of = |a: &str| {
            let url = Url::parse(a).unwrap();
            (host_folder(&url), stem(&url))
        };
        let (folder, name) = of("https://q.example:8080/a/../..%2f/pont-fermé.html?x=1");
        assert_eq!(folder, "q.example_8080");
        assert!(name.starts_with("pont-ferm") && !name.contains(['/', '%', '.']), "{name}");
        assert_ne!(of("https://q.example/a?x=1").1, of("https://q.example/a?x=2").1);
        assert!(of("https://q.example/").1.starts_with("page-"));
        assert_eq!(of("http://[::1]/").0, "___1_");
    }

    #[test]
    fn what_was_kept_of_one_address_stands_beside_each_file_of_it_and_beside_no_other() {
        let dir = std::env::temp_dir().join(format!("kiosque-beside-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        let names = ["bac-ab.20260314T081203Z.warc", "bac-ab.20260315T081203Z.warc", "bac-cd.20260314T081203Z.warc"];
        for name in names.iter().chain(&["bac.warc", "bac.soir.warc"]) {
            fs::write(dir.join(name), "").unwrap();
        }
        let beside = |name: &str| versions_beside(&dir.join(name)).len();
        assert_eq!(names.map(beside), [2, 2, 1]);
        assert_eq!((beside("bac.warc"), beside("bac.soir.warc")), (0, 0));
        fs::remove_dir_all(&dir).unwrap();
    }

    #[test]
    fn a_header_of_the_server_makes_no_header_of_the_record() {
        let url = Url::parse("https://q.example/a").unwrap();
        let headers = vec![("x".to_owned(), "a\r\nWARC-Type: request".to_owned())];
        let claims = ItemClaims { published: None, outlet: Some("Le\r\nWARC-Type: request".to_owned()) };
        let record = record(&url, 0, &HttpResponse { status: 200, headers, body: b"b".to_vec() }, &claims);
        let text = String::from_utf8(record).unwrap();
        assert!(text.contains("x: aWARC-Type: request\r\n"), "{text}");
        assert!(text.contains("kiosque-item-outlet: LeWARC-Type: request\r\n"), "{text}");
        assert_eq!(text.matches("\r\nWARC-Type").count(), 1);
    }
}
