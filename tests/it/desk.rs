//! Desks against a real PostgreSQL: started by the tests, killed by them, and
//! left out, saying so, where there is none.

use crate::postgres::Server;
use kiosque::corpus::DocKey;
use kiosque::store::desk::{self, Desk};
use kiosque::store::journal::{self, Journal};
use kiosque::store::paths::Paths;
use kiosque::store::postgres::Trouble;
use kiosque::triage::{Change, Entry, EntryId, State, Target, Triage, What};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// Longest that anything is waited for; a test that gets there has failed.
const NEVER: Duration = Duration::from_secs(120);

fn verdict(by: &str, n: u64) -> Entry {
    let key = DocKey::of_text(&format!("{by} {n}"));
    let state = State::ALL[(n % 5) as usize];
    Entry::new(n as i64, by, What::Act(vec![(Target::Document(key), Change::State(state))]))
}

/// One person with a journal, as the program has it, and perhaps a desk.
struct Editor {
    state: PathBuf,
    journal: Journal,
    desk: Option<Desk>,
    word: Receiver<()>,
    has: HashSet<EntryId>,
}

fn state_dir(server: &Server, name: &str) -> PathBuf {
    let path = server.dir.with_file_name(format!("{}-{name}", server.dir.file_name().unwrap().to_string_lossy()));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

fn journal_in(state: &Path) -> PathBuf {
    Paths::find(Some(state), None).unwrap().journal()
}

impl Editor {
    fn sit_down(server: &Server, name: &str) -> Self {
        let state = state_dir(server, name);
        let opened = Journal::open(&journal_in(&state), || {});
        let (tell, word) = mpsc::channel();
        let desk = Desk::open(&server.desk("kiosque"), &journal_in(&state), move || {
            let _ = tell.send(());
        });
        Self { state, journal: opened.journal, desk: Some(desk.unwrap()), word, has: HashSet::new() }
    }

    fn act(&mut self, entry: &Entry) {
        self.journal.append(entry).unwrap();
        self.has.insert(entry.id);
        self.desk.as_ref().unwrap().appended();
    }

    /// Waits, by what the desk tells, until all of these are in the journal.
    fn wait_for(&mut self, ids: &HashSet<EntryId>) {
        loop {
            self.has.extend(self.journal.poll().iter().map(|e| e.id));
            if ids.is_subset(&self.has) {
                return;
            }
            self.word.recv_timeout(NEVER).unwrap_or_else(|_| panic!("{} of {}", self.has.len(), ids.len()));
        }
    }

    /// Waits until the desk is away, and has told how many entries it lacks.
    fn wait_until_away_with(&self, unsent: usize) {
        loop {
            let standing = self.desk.as_ref().unwrap().standing();
            if standing.away && standing.unsent == unsent {
                return;
            }
            self.word.recv_timeout(NEVER).unwrap_or_else(|_| panic!("{standing:?}"));
        }
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        if let Some(desk) = self.desk.take() {
            desk.finish();
        }
        let _ = std::fs::remove_dir_all(&self.state);
    }
}

#[test]
fn a_verdict_at_one_desk_is_read_at_the_other_and_nothing_is_lost_while_it_is_away() {
    let server = match Server::start("live") {
        Ok(server) => server,
        Err(why) => return println!("left out: {why}"),
    };
    desk::prepare(&server.desk("kiosque")).unwrap();
    // Again it changes nothing.
    desk::prepare(&server.desk("kiosque")).unwrap();
    let (mut anne, mut paul) = (Editor::sit_down(&server, "anne"), Editor::sit_down(&server, "paul"));
    let (first, second) = (verdict("anne", 1), verdict("paul", 2));
    anne.act(&first);
    paul.wait_for(&HashSet::from([first.id]));
    let since = std::time::Instant::now();
    paul.act(&second);
    anne.wait_for(&HashSet::from([second.id]));
    println!("a verdict of the one was in the journal of the other after {:?}", since.elapsed());
    server.kill();
    anne.wait_until_away_with(0);
    let away: Vec<Entry> = (3..6).map(|n| verdict("anne", n)).collect();
    away.iter().for_each(|entry| anne.act(entry));
    anne.wait_until_away_with(3);
    server.up();
    paul.wait_for(&away.iter().map(|e| e.id).collect());
    // A row comes once, however often it is sent.
    assert_eq!(server.sql("kiosque", "select count(*) from kiosque.entry").unwrap(), "5");
}

#[test]
#[cfg(target_os = "linux")]
fn a_server_that_stands_still_is_away_and_holds_nobody_up() {
    let server = match Server::start("still") {
        Ok(server) => server,
        Err(why) => return println!("left out: {why}"),
    };
    desk::prepare(&server.desk("kiosque")).unwrap();
    let (mut anne, mut paul) = (Editor::sit_down(&server, "anne"), Editor::sit_down(&server, "paul"));
    let (before, during) = (verdict("anne", 1), verdict("anne", 2));
    anne.act(&before);
    paul.wait_for(&HashSet::from([before.id]));
    server.signal("-STOP");
    anne.act(&during);
    anne.wait_until_away_with(1);
    server.signal("-CONT");
    paul.wait_for(&HashSet::from([during.id]));
}

#[test]
fn kills_of_the_server_and_of_clients_lose_no_act_and_double_none() {
    let server = match Server::start("kills") {
        Ok(server) => server,
        Err(why) => return println!("left out: {why}"),
    };
    desk::prepare(&server.desk("kiosque")).unwrap();
    let mut editors = [Editor::sit_down(&server, "anne"), Editor::sit_down(&server, "paul")];
    let mut all = HashSet::new();
    let mut client: Option<std::process::Child> = None;
    // Each round is 50 acts, a kill of the server and two of clients.
    let rounds = std::env::var("KIOSQUE_DESK_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(6_u64);
    for n in 0..50 * rounds {
        let who = (n % 2) as usize;
        let entry = verdict(["anne", "paul"][who], n);
        editors[who].act(&entry);
        all.insert(entry.id);
        match n % 50 {
            // Now and then both have caught up, and acts are under way again.
            10 => editors[1 - who].wait_for(&all),
            19 => server.kill(),
            // A second client on the same journal, killed wherever it is.
            17 | 30 => {
                let mut command = Command::new(env!("CARGO_BIN_EXE_kiosque"));
                command.args(["desk", "--sync", "--url", &server.address("kiosque"), "--state-dir"]);
                client = command.arg(&editors[who].state).stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok();
            }
            29 => server.up(),
            18 | 35 => {
                let mut child = client.take().unwrap();
                let _ = child.kill();
                child.wait().unwrap();
            }
            _ => {}
        }
    }
    for editor in &mut editors {
        editor.wait_for(&all);
        let (entries, notices) = journal::read(editor.journal.path()).unwrap();
        assert_eq!(notices, [], "{}", editor.state.display());
        let mut triage = Triage::new();
        triage.extend(entries);
        assert_eq!(triage.entries().map(|e| e.id).collect::<HashSet<_>>(), all);
    }
    let counted = server.sql("kiosque", "select count(*), count(distinct id) from kiosque.entry").unwrap();
    assert_eq!(counted, format!("{0}|{0}", all.len()));
    println!(
        "{} acts over {rounds} kills of the server and {} of clients, none lost, none twice",
        all.len(),
        2 * rounds
    );
}

#[test]
fn foreign_rows_are_set_aside_a_newer_desk_is_refused_and_roles_are_kept() {
    let server = match Server::start("roles") {
        Ok(server) => server,
        Err(why) => return println!("left out: {why}"),
    };
    let (owner, state) = (server.desk("kiosque"), state_dir(&server, "anne"));
    let path = journal_in(&state);
    let own = verdict("anne", 1);
    Journal::open(&path, || {}).journal.append(&own).unwrap();
    let unfit = |trouble: Trouble| match trouble {
        Trouble::Unfit(reason) => reason.to_string(),
        Trouble::Away(reason) => panic!("{reason}"),
    };
    assert!(unfit(desk::stock(&owner, &path).unwrap_err()).contains("--init"));
    desk::prepare(&owner).unwrap();

    // A reader gets what is there and leaves nothing.
    server
        .sql("kiosque", "create role paul login in role kiosque_reader; create role eva login in role kiosque_editor")
        .unwrap();
    let there = verdict("eva", 2);
    let line = kiosque::triage::journal::print(&there).replace('\'', "''");
    let insert =
        |id: &str, line: &str| format!("insert into kiosque.entry (id, line) values ('{id}', '{}')", line.trim());
    server.sql("eva", &insert(&there.id.to_string(), &line)).unwrap();
    let done = desk::synchronise(&server.desk("paul"), &path).unwrap();
    assert_eq!((done.exchanged.sent, done.exchanged.received), (0, 1));
    assert!(!desk::stock(&server.desk("paul"), &path).unwrap().may_write);
    for forbidden in
        ["delete from kiosque.entry", "update kiosque.entry set line = ''", "update kiosque.version set version = 9"]
    {
        for user in ["paul", "eva"] {
            assert!(server.sql(user, forbidden).unwrap_err().contains("permission denied"), "{user}: {forbidden}");
        }
    }
    assert!(server.sql("paul", &insert("00000000000000aa", "x")).unwrap_err().contains("permission denied"));
    let forged = "insert into kiosque.entry (id, line, login) values ('00000000000000ab', 'x', 'anne')";
    assert!(server.sql("eva", forged).unwrap_err().contains("permission denied"));

    // What is no entry, or is not the one that it stands for, is told and left.
    server.sql("eva", &insert("00000000000000ac", "free text")).unwrap();
    server.sql("eva", &insert("00000000000000ad", &line)).unwrap();
    let done = desk::synchronise(&server.desk("eva"), &path).unwrap();
    assert_eq!((done.exchanged.sent, done.exchanged.received, done.unsent), (1, 0, 0));
    let said: Vec<String> = done.notices.iter().map(ToString::to_string).collect();
    assert!(
        said.len() == 2 && ["ac", "ad"].iter().all(|id| said.iter().any(|s| s.contains(&format!("00{id}")))),
        "{said:?}"
    );
    let (entries, notices) = journal::read(&path).unwrap();
    assert_eq!((entries.len(), notices.len()), (2, 0));

    server.sql("kiosque", "update kiosque.version set version = 2").unwrap();
    assert!(unfit(desk::synchronise(&owner, &path).unwrap_err()).contains("version 2"));
    std::fs::remove_dir_all(state).unwrap();
}

#[test]
fn a_password_is_printed_by_nothing() {
    let state = std::env::temp_dir().join(format!("kq-password-{}", std::process::id()));
    std::fs::create_dir_all(&state).unwrap();
    let config = state.join("settings.toml");
    // Port 1 is served by nobody, so that the connection is refused at once.
    let address = "postgres://anne:Geheim7@127.0.0.1:1/desk?sslmode=disable";
    std::fs::write(&config, format!("[journal]\nurl = \"{address}\"\n")).unwrap();
    let kiosque = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kiosque"));
        let out = command.args(args).arg("--config").arg(&config).arg("--state-dir").arg(&state).output().unwrap();
        format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
    };
    let broken = "postgres://anne:Geheim7@host:port/desk";
    for args in [
        &["desk"][..],
        &["desk", "--sync"],
        &["desk", "--init"],
        &["desk", "--url", broken],
        &["desk", "--url", "host=x password=Geheim7"],
        &["doctor"],
        &["doctor", "--format", "json"],
        &["config", "--check"],
    ] {
        let said = kiosque(args);
        assert!(!said.contains("Geheim7"), "{args:?}: {said}");
    }
    assert!(kiosque(&["doctor"]).contains("postgres://anne@127.0.0.1:1/desk"));
    assert!(kiosque(&["desk"]).contains("postgres://anne@127.0.0.1:1/desk: "));
    std::fs::write(&config, "[journal]\nurl = \"mysql://anne:Geheim7@host/desk\"\n").unwrap();
    let said = kiosque(&["doctor"]);
    assert!(said.contains("postgres://NAME@HOST/DATABASE") && !said.contains("Geheim7"), "{said}");
    std::fs::remove_dir_all(state).unwrap();
}
