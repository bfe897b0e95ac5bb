//! The real program in a real pseudo-terminal: few, and never by the clock:
//! every step waits for what it expects to see.

use crate::support::folder;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Nothing takes as long; only a failure waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

struct Terminal {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    raw: Vec<u8>,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn cells(n: u16) -> NonZero<u16> {
    NonZero::new(n).expect("a screen has cells")
}

impl Terminal {
    fn start(arguments: &[&str], state: &Path, columns: u16, rows: u16, env: &[(&str, &str)]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_kiosque"));
        command.args(arguments);
        command.arg("--state-dir");
        command.arg(state);
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "fr_FR.UTF-8"), ("PATH", "/usr/bin:/bin")] {
            command.env(name, value);
        }
        command.env("HOME", state);
        command.cwd(state);
        for (name, value) in env {
            command.env(name, value);
        }
        Self::with(command, columns, rows)
    }

    fn with(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let writer = pair.master.take_writer().expect("a writer");
        let (send, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(n) = reader.read(&mut buffer) {
                if n == 0 || send.send(buffer[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        let screen = vt100::Parser::new(cells(rows), cells(columns), 0);
        Self { master: pair.master, child, writer, bytes, screen, raw: Vec::new() }
    }

    fn take(&mut self, wait: Duration) -> bool {
        match self.bytes.recv_timeout(wait) {
            Ok(b) => {
                self.screen.process(&b);
                self.raw.extend(b);
                true
            }
            Err(_) => false,
        }
    }

    fn text(&self) -> String {
        self.screen.screen().contents()
    }

    #[track_caller]
    fn wait(&mut self, what: impl Fn(&str) -> bool, name: &str) {
        let end = Instant::now() + PATIENCE;
        while !what(&self.text()) {
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero() && self.take(left), "waiting for {name}; the screen is\n{}", self.text());
        }
    }

    #[track_caller]
    fn see(&mut self, words: &str) {
        self.wait(|t| t.contains(words), words);
    }

    fn keys(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("keys are taken");
    }

    /// True while the system holds the program.
    fn is_stopped(&self) -> bool {
        let pid = self.child.process_id().expect("a process").to_string();
        let asked = std::process::Command::new("ps").args(["-o", "stat=", "-p", &pid]).output().expect("ps");
        asked.stdout.trim_ascii_start().starts_with(b"T")
    }

    fn signal(&self, signal: &str) {
        let id = self.child.process_id().expect("a process").to_string();
        let sent = std::process::Command::new("kill").args([signal, &id]).status().expect("kill runs");
        assert!(sent.success());
    }

    /// Waits for the end; the terminal has to be given back.
    #[track_caller]
    fn end(mut self) -> portable_pty::ExitStatus {
        let end = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("the child can be asked") {
                break status;
            }
            assert!(Instant::now() < end, "the program goes on; the screen is\n{}", self.text());
            self.take(Duration::from_millis(20));
        };
        while self.take(Duration::from_millis(100)) {}
        let raw = String::from_utf8_lossy(&self.raw).into_owned();
        for given_back in ["\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l", "\x1b[?1002l"] {
            assert!(raw.contains(given_back), "{given_back:?} was not sent");
        }
        status
    }
}

fn corpus() -> String {
    format!("{}/assets/demo", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_morning_in_a_terminal_keeps_verdicts_and_the_place() {
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let state = folder(&format!("pty-morning{columns}"));
        let mut t = Terminal::start(&[&corpus()], &state, columns, rows, &[]);
        t.see("histoires");
        t.keys("\r");
        t.see("▌");
        t.keys("c");
        t.see("marqué");
        t.keys("cc");
        t.keys("\u{10}roseliere");
        t.see("Aller à");
        t.keys("\u{1b}");
        t.wait(|s| !s.contains("Aller à"), "the overlay to close");
        t.keys("h");
        t.keys("=j=");
        t.see("commun");
        t.keys("q");
        t.see("Articles par histoire");
        t.keys("d");
        t.see("u annule");
        t.keys("u");
        t.see("Annulé");
        t.keys("sk");
        t.see("retenu");
        t.keys("q");
        assert!(t.end().success());
        let mut t = Terminal::start(&[&corpus()], &state, columns, rows, &[]);
        t.see("histoires");
        t.see("✓");
        t.keys("Q");
        assert!(t.end().success());
        let _ = std::fs::remove_dir_all(state);
    }
}

/// Runs `kiosque pick` as a shell does whose output goes to a file, and gives
/// how it ended and what is in the file.
fn pick(name: &str, options: &str, ticks: bool, end: &str) -> (portable_pty::ExitStatus, String) {
    let state = folder(&format!("pty-{name}"));
    std::fs::create_dir(state.join("night")).expect("a folder");
    for (file, title) in [("a b.txt", "Le viaduc rouvre"), ("-c.txt", "La digue tient")] {
        let text = format!("{title}\n\nLa commune de Valmorin l'a annoncé mardi soir aux habitants réunis.\n");
        std::fs::write(state.join("night").join(file), text).expect("a file");
    }
    let mut command = CommandBuilder::new("/bin/sh");
    command.args(["-c", &format!("exec \"$0\" pick {options} night --state-dir state > picked")]);
    command.arg(env!("CARGO_BIN_EXE_kiosque"));
    command.env_clear();
    for (name, value) in [("TERM", "xterm-256color"), ("LANG", "en_GB.UTF-8"), ("PATH", "/usr/bin:/bin")] {
        command.env(name, value);
    }
    command.env("HOME", &state);
    command.cwd(&state);
    let mut t = Terminal::with(command, 100, 30);
    t.see("Q: end");
    t.see("2 articles");
    if ticks {
        t.keys("\u{1}");
        t.see("2 ticked");
    }
    t.keys(end);
    let status = t.end();
    let printed = std::fs::read_to_string(state.join("picked")).expect("what was printed");
    let _ = std::fs::remove_dir_all(state);
    (status, printed)
}

#[test]
fn what_is_ticked_in_pick_is_printed_where_the_output_goes_and_nothing_when_it_is_taken_back() {
    let (status, printed) = pick("pick", "", true, "q");
    assert!(status.success());
    let mut lines: Vec<&str> = printed.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["night/-c.txt", "night/a b.txt"]);
    let (status, printed) = pick("pick-json", "--format json", true, "Q");
    assert!(status.success());
    let printed: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
    let mut paths: Vec<&str> =
        printed["documents"].as_array().expect("articles").iter().filter_map(|d| d["path"].as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["night/-c.txt", "night/a b.txt"]);
    let (status, printed) = pick("pick-abort", "", true, "\u{3}");
    assert_eq!((status.exit_code(), printed.as_str()), (130, ""));
    let (status, printed) = pick("pick-nothing", "-0", false, "q");
    assert_eq!((status.exit_code(), printed.as_str()), (1, ""));
}

#[test]
fn without_colour_no_colour_is_sent() {
    let state = folder("pty-mono");
    let mut t = Terminal::start(&[&corpus()], &state, 100, 30, &[("NO_COLOR", "1"), ("COLORTERM", "truecolor")]);
    t.see("histoires");
    t.keys("jj\r");
    t.see("¶1");
    // Back to the list, and out.
    t.keys("qq");
    let raw = t.raw.clone();
    assert!(t.end().success());
    let raw = String::from_utf8_lossy(&raw).into_owned();
    for colour in ["\x1b[38;2;", "\x1b[48;2;", "\x1b[38;5;", "\x1b[31m"] {
        assert!(!raw.contains(colour), "{colour:?}");
    }
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn a_signal_gives_the_terminal_back() {
    for signal in ["-TERM", "-HUP", "-INT", "-QUIT", "-ABRT", "-USR1", "-USR2", "-ALRM"] {
        let state = folder(&format!("pty-{signal}"));
        let mut t = Terminal::start(&[&corpus()], &state, 80, 24, &[]);
        t.see("histoires");
        t.signal(signal);
        assert!(!t.end().success());
        let _ = std::fs::remove_dir_all(state);
    }
}

/// A terminal that goes without a signal: that of a program which it does not
/// control, as after a lost connection.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_goes_without_a_word_ends_the_program_and_the_journal_is_whole() {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    use rustix::termios::{Winsize, tcsetwinsize};
    use std::os::unix::ffi::OsStrExt;
    let state = folder("pty-gone");
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).expect("a pseudo-terminal");
    grantpt(&master).expect("a terminal");
    unlockpt(&master).expect("a terminal");
    let size = Winsize { ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(&master, size).expect("a size is taken");
    let name = ptsname(&master, Vec::new()).expect("its name");
    let slave = || {
        let path = Path::new(std::ffi::OsStr::from_bytes(name.as_bytes()));
        std::fs::OpenOptions::new().read(true).write(true).open(path).expect("its other end")
    };
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_kiosque"))
        .args([&corpus(), "--state-dir"])
        .arg(&state)
        .env("TERM", "xterm-256color")
        .env("LANG", "fr_FR.UTF-8")
        .env("XDG_CONFIG_HOME", &state)
        .stdin(slave())
        .stdout(slave())
        .stderr(slave())
        .spawn()
        .expect("the program starts");
    let mut master = std::fs::File::from(master);
    let mut screen = vt100::Parser::new(cells(24), cells(80), 0);
    let mut see = |master: &mut std::fs::File, words: &str| {
        let end = Instant::now() + PATIENCE;
        while !screen.screen().contents().contains(words) {
            assert!(Instant::now() < end, "waiting for {words}; the screen is\n{}", screen.screen().contents());
            let moment = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };
            let mut asked = [PollFd::new(&*master, PollFlags::IN)];
            if poll(&mut asked, Some(&moment)).expect("the terminal can be asked") > 0 {
                let mut buffer = [0; 8192];
                let n = master.read(&mut buffer).expect("the terminal is read");
                screen.process(&buffer[..n]);
            }
        }
    };
    see(&mut master, "histoires");
    master.write_all(b"d").expect("a key is taken");
    see(&mut master, "u annule");
    drop(master);
    let (send, ended) = channel();
    let id = child.id().to_string();
    std::thread::spawn(move || send.send(child.wait()));
    let Ok(status) = ended.recv_timeout(PATIENCE) else {
        let _ = std::process::Command::new("kill").args(["-KILL", &id]).status();
        panic!("the program goes on without a terminal");
    };
    assert!(!status.expect("the child can be waited for").success());
    let journal = std::fs::read_to_string(state.join("journal.jsonl")).expect("a journal");
    assert!(journal.lines().count() == 2 && journal.ends_with('\n'), "{journal}");
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn a_burst_of_keys_loses_none() {
    let state = folder("pty-burst");
    let mut t = Terminal::start(&[&corpus()], &state, 100, 30, &[]);
    t.see("histoires");
    t.keys("g/aaaaaaaaaaaa");
    t.see(" aaaaaaaaaaaa");
    t.keys("bbbbbbbbbbbb\x7f\x7f\x7f\x7f");
    t.see("aaaaaaaaaaaabbbbbbbb ");
    t.keys("\u{1b}");
    t.wait(|s| !s.contains("aaaa"), "the line to close");
    let mut h = crate::support::demo(100, 30);
    crate::support::press(&mut h, "zRgg");
    let mut down = 0;
    while down < 12 || h.model.list.position().is_none() {
        crate::support::press(&mut h, "j");
        down += 1;
    }
    let list = &h.model.list;
    t.keys("zRgg");
    t.keys(&"j".repeat(down));
    t.see(&format!("{}/{}", list.position().unwrap_or(0), list.shown));
    t.keys("Q");
    assert!(t.end().success());
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn an_escape_and_the_key_behind_it_are_two_keys_when_they_come_at_once() {
    let state = folder("pty-at-once");
    let mut t = Terminal::start(&[&corpus()], &state, 100, 30, &[]);
    t.see("histoires");
    t.keys("g/douze");
    t.see("chercher dans le corpus : douze");
    t.keys("\u{1b}Q");
    assert!(t.end().success());
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn keys_typed_before_the_first_frame_are_not_lost() {
    let state = folder("pty-ahead");
    let mut t = Terminal::start(&[&corpus()], &state, 100, 30, &[]);
    t.keys("g/douze lettres");
    // The terminal itself shows what is typed before the program has it.
    t.see("chercher dans le corpus : douze lettres");
    t.keys("\u{1b}");
    t.wait(|s| !s.contains("douze"), "the line to close");
    t.keys("Q");
    assert!(t.end().success());
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn a_terminal_with_the_keyboard_protocol_is_asked_for_it_and_given_back_without() {
    let state = folder("pty-protocol");
    for signal in [None, Some("-TERM")] {
        let mut t = Terminal::start(&[&corpus()], &state, 100, 30, &[("TERM", "xterm-kitty")]);
        t.see("histoires");
        assert!(String::from_utf8_lossy(&t.raw).contains("\x1b[>1u"));
        // Ctrl-p as the protocol writes it.
        t.keys("\x1b[112;5u");
        t.see("Aller à");
        match signal {
            Some(signal) => t.signal(signal),
            None => t.keys("\x1b[27uQ"),
        }
        while t.take(Duration::from_millis(300)) {}
        let raw = String::from_utf8_lossy(&t.raw).into_owned();
        assert!(raw.rfind("\x1b[<1u") < raw.rfind("\x1b[?1049l") && raw.contains("\x1b[<1u"));
        t.end();
    }
    let mut t = Terminal::start(&[&corpus()], &state, 100, 30, &[]);
    t.see("histoires");
    t.keys("Q");
    let raw = String::from_utf8_lossy(&t.raw).into_owned();
    assert!(t.end().success() && !raw.contains("\x1b[>1u"));
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn every_size_is_survived_and_the_screen_comes_back() {
    let state = folder("pty-resize");
    let mut t = Terminal::start(&[&corpus()], &state, 100, 30, &[]);
    t.see("histoires");
    for (columns, rows) in [(1, 1), (300, 2), (40, 12), (100, 30)] {
        t.master.resize(size(columns, rows)).expect("a resize");
        t.screen.screen_mut().set_size(cells(rows), cells(columns));
        t.keys("j");
    }
    t.see("histoires");
    t.keys("Q");
    assert!(t.end().success());
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn hostile_text_never_reaches_the_terminal_as_a_control_sequence() {
    let state = folder("pty-hostile");
    let texts = state.join("texts");
    std::fs::create_dir_all(&texts).expect("a folder");
    let evil = "\x1b]0;PWNED\x07Un titre\x1b[2J piégé\u{9b}31m\n\nUne phrase assez longue pour rester \u{202e}dans le texte \x1b]52;c;UFdORUQ=\x07 de cet article, avec sa fin.\n";
    std::fs::write(texts.join("evil.txt"), evil).expect("a file");
    std::fs::write(texts.join("na\u{1b}[31mme.txt"), evil).expect("a file");
    let path = texts.to_string_lossy().into_owned();
    let mut t = Terminal::start(&[&path], &state, 100, 30, &[]);
    t.see("2 articles");
    t.keys("\rcc");
    t.see("brut");
    t.keys("gi");
    t.keys("qgp");
    t.see("Problèmes");
    t.keys("qQ");
    let mut raw = Vec::new();
    while t.take(Duration::from_millis(300)) {}
    raw.extend(&t.raw);
    assert!(t.end().success());
    let raw = String::from_utf8_lossy(&raw).into_owned();
    for leak in ["\x1b]0;", "\x1b]52", "\x1b[2J piégé", "\u{9b}", "\u{202e}", "\x1b[31mme"] {
        assert!(!raw.contains(leak), "{leak:?} leaked");
    }
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn a_stop_and_a_continue_paint_the_screen_again() {
    let state = folder("pty-stop");
    let mut t = Terminal::start(&[&corpus()], &state, 80, 24, &[]);
    t.see("histoires");
    t.signal("-TSTP");
    // The terminal is given back before the process stops.
    let end = Instant::now() + PATIENCE;
    while !String::from_utf8_lossy(&t.raw).contains("\x1b[?1049l") {
        assert!(Instant::now() < end, "the terminal was not given back");
        t.take(Duration::from_millis(100));
    }
    t.raw.clear();
    // A word to go on that comes before the stop would be lost.
    while !t.is_stopped() {
        assert!(Instant::now() < end, "the program did not stop");
        t.take(Duration::from_millis(20));
    }
    t.signal("-CONT");
    t.see("histoires");
    t.keys("Q");
    assert!(t.end().success());
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn what_one_window_judges_the_other_shows_without_a_key() {
    let state = folder("pty-two");
    let mut idle = Terminal::start(&[&corpus()], &state, 100, 30, &[("KIOSQUE_NAME", "anne")]);
    idle.see("histoires");
    let mut busy = Terminal::start(&[&corpus()], &state, 100, 30, &[("KIOSQUE_NAME", "paul")]);
    busy.see("histoires");
    busy.keys("d");
    busy.see("u annule");
    idle.see("paul : écarté");
    idle.see("×");
    busy.keys("Q");
    assert!(busy.end().success());
    idle.keys("Q");
    assert!(idle.end().success());
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn a_note_is_written_in_the_editor_and_a_copy_goes_to_the_terminal() {
    let state = folder("pty-editor");
    let mut t = Terminal::start(&[&corpus()], &state, 100, 30, &[("EDITOR", "sh -c 'echo dans l’éditeur >> \"$0\"'")]);
    t.see("histoires");
    t.keys("jj\ra");
    t.see("note sur");
    t.keys("vu \u{18}");
    t.see("✎ vu dans l’éditeur");
    t.keys("yt");
    t.see("presse-papiers");
    t.keys("Q");
    let raw = t.raw.clone();
    assert!(t.end().success());
    let raw = String::from_utf8_lossy(&raw).into_owned();
    assert!(raw.contains("\x1b]52;c;"), "nothing was sent to the clipboard");
    let _ = std::fs::remove_dir_all(state);
}

#[test]
fn the_editor_gets_the_file_by_its_bytes_whatever_its_name_looks_like() {
    use std::os::unix::ffi::OsStrExt;
    let state = folder("pty-names");
    let names: [&[u8]; 4] = [b"+!touch pwned", b"-c:!touch pwned", b"un \xff'\"\n\x1b[2J.txt", b"z.txt"];
    for (n, name) in names.into_iter().enumerate() {
        let corpus = state.join(n.to_string());
        std::fs::create_dir_all(&corpus).expect("a folder");
        let path = corpus.join(std::ffi::OsStr::from_bytes(name));
        std::fs::write(&path, "Un titre\n\nUne phrase assez longue pour rester dans le texte de cet article.\n")
            .expect("a file");
        let given = state.join("given");
        let editor = format!("sh -c 'printf %s \"$0\" > {}.part; mv {0}.part {0}'", given.display());
        let mut t = Terminal::start(&[&n.to_string()], &state, 100, 30, &[("EDITOR", &editor)]);
        t.see("1 article");
        t.keys("\rO");
        let end = Instant::now() + PATIENCE;
        while !given.exists() {
            assert!(Instant::now() < end, "no editor for {path:?}; the screen is\n{}", t.text());
            t.take(Duration::from_millis(20));
        }
        let got = std::fs::read(&given).expect("what the editor was given");
        assert_eq!(std::fs::canonicalize(std::ffi::OsStr::from_bytes(&got)).ok(), std::fs::canonicalize(&path).ok());
        assert!(got.starts_with(b"/"), "an absolute path is no option: {got:?}");
        t.keys("Q");
        assert!(t.end().success());
        std::fs::remove_file(&given).expect("a file to remove");
    }
    let _ = std::fs::remove_dir_all(state);
}

/// Runs a command as a shell would, with standard error on a terminal and
/// standard output in a pipe; what the terminal got.
fn on_standard_error(state: &Path, folder: &Path, term: &str) -> String {
    let pair = native_pty_system().openpty(size(80, 24)).expect("a pseudo-terminal");
    let mut command = CommandBuilder::new("sh");
    let program = env!("CARGO_BIN_EXE_kiosque");
    let line =
        format!("{program} stories {} --lang en --state-dir {} | cat > /dev/null", folder.display(), state.display());
    command.args(["-c", &line]);
    command.env("TERM", term);
    let mut child = pair.slave.spawn_command(command).expect("the program starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let mut bytes = Vec::new();
    // Linux says that a terminal without a program has an error.
    let _ = reader.read_to_end(&mut bytes);
    child.wait().expect("the program ends");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn long_work_shows_how_far_it_is_on_a_terminal_and_nowhere_else() {
    let state = folder("pty-progress");
    let corpus = state.join("corpus");
    std::fs::create_dir_all(&corpus).expect("a folder");
    for n in 0..1500 {
        let text = format!(
            "Titre {n}\n\n12 juin 2026\n\n{}",
            format!("Le ferry {n} est resté à quai jeudi matin. ").repeat(40)
        );
        std::fs::write(corpus.join(format!("{n}.txt")), text).expect("a file");
    }
    let shown = on_standard_error(&state, &corpus, "xterm-256color");
    assert!(shown.contains("of 1,500, ") && shown.contains(" articles"), "{shown:?}");
    assert_eq!(on_standard_error(&state, &corpus, "dumb"), "");
}
