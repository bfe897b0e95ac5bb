//! Other programs: the reader's editor, on articles and on files made for it, and the browser.

use crate::store::regular;
use crate::words::{Message, msg};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A file that nobody else can read, with a text to start from.
///
/// # Errors
/// What the system refused.
pub(super) fn note_file(text: &str) -> io::Result<PathBuf> {
    let n = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("kiosque-note-{}-{n}.txt", std::process::id()));
    regular::create_own(&path)?.write_all(text.as_bytes())?;
    Ok(path)
}

/// The reader's editor on a file, at a line where it is known how.
///
/// # Errors
/// What is missing, when there is none.
pub(super) fn editor(path: &Path, line: usize) -> Result<Command, Message> {
    let set = |name| std::env::var(name).ok().filter(|v: &String| !v.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let path = std::path::absolute(path).map_err(|e| msg::term_editor_refused(crate::notice::reason(&e)))?;
    let words = shell_words::split(&editor).map_err(|_| msg::term_editor_no_command(&editor))?;
    let (program, arguments) = words.split_first().ok_or(msg::TERM_EDITOR_EMPTY)?;
    let mut command = Command::new(program);
    command.args(arguments_for(program, arguments, &path, line));
    Ok(command)
}

/// How an editor is told the line to open a file at.
#[derive(Clone, Copy)]
enum AtLine {
    /// `+3`, then the file; nothing ends the options.
    Plus,
    /// `+3 --`, then the file.
    PlusAndEnd,
    /// `file:3`.
    Colon,
    /// `--goto file:3`, or its short form.
    Goto,
    /// An option with the line behind it: `--line 3`.
    Option(&'static str),
}

/// The editors that can be told a line, by the names of their programs.
const EDITORS: &[(AtLine, &[&str])] = &[
    (AtLine::PlusAndEnd, &["vim", "nvim", "gvim", "mvim", "vimr", "neovide"]),
    (
        AtLine::Plus,
        &[
            "vi",
            "nvi",
            "vis",
            "elvis",
            "nano",
            "pico",
            "rnano",
            "emacs",
            "emacsclient",
            "mg",
            "zile",
            "jmacs",
            "kak",
            "micro",
            "joe",
            "jed",
            "ne",
            "mcedit",
            "gedit",
            "gnome-text-editor",
            "pluma",
            "xed",
            "bbedit",
            "amp",
        ],
    ),
    (AtLine::Colon, &["hx", "helix", "subl", "sublime_text", "zed", "zeditor", "zedit", "lapce"]),
    (AtLine::Goto, &["code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"]),
    (AtLine::Option("--line"), &["kate", "kwrite", "mate", "idea", "pycharm", "rubymine", "webstorm"]),
];

/// What an editor is given, so that it opens this file and no name is taken
/// for a command.
///
/// The path is absolute: what begins with a slash is no option (`-c`), no
/// command (`+!cmd` of vi and less), no line (`+3` of emacs and nano).
fn arguments_for(program: &str, own: &[String], path: &Path, line: usize) -> Vec<OsString> {
    let name = Path::new(program).file_stem().map(|n| n.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let at_line = EDITORS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(at, _)| *at);
    let mut all: Vec<OsString> = own.iter().map(OsString::from).collect();
    // Where `a.txt:3` is line 3 of a.txt, nothing says that a colon belongs to
    // the name.
    let numbered = path.to_string_lossy().split(':').skip(1).any(|part| part.trim().parse::<f64>().is_ok());
    let goes_to = |a: &OsString| a == "-g" || a == "--goto";
    match at_line {
        Some(AtLine::PlusAndEnd) => all.extend([format!("+{line}").into(), "--".into()]),
        Some(AtLine::Plus) => all.push(format!("+{line}").into()),
        Some(AtLine::Option(option)) => all.extend([option.into(), line.to_string().into()]),
        Some(AtLine::Goto) if numbered => all.retain(|a| !goes_to(a)),
        Some(AtLine::Goto | AtLine::Colon) if !numbered => {
            if matches!(at_line, Some(AtLine::Goto)) && !all.iter().any(goes_to) {
                all.push("--goto".into());
            }
            let mut at = path.as_os_str().to_owned();
            at.push(format!(":{line}"));
            all.push(at);
            return all;
        }
        Some(AtLine::Goto | AtLine::Colon) | None => {}
    }
    all.push(path.as_os_str().to_owned());
    all
}

/// The reader's editor on an article's file, at a line.
///
/// # Errors
/// What is missing, when the article has no file, or there is no editor.
pub(super) fn editor_at(path: Option<&Path>, line: usize) -> Result<Command, Message> {
    let path = path.filter(|p| p.exists()).ok_or(msg::TERM_NO_FILE)?;
    editor(path, line)
}

/// The browser on an address of the web, cut off from this terminal.
///
/// # Errors
/// What is missing, when `$BROWSER` is no command.
pub(super) fn browser(url: &str) -> Result<Command, Message> {
    let listed = std::env::var("BROWSER").ok().filter(|b| !b.is_empty());
    let first = listed.as_deref().and_then(|l| l.split(':').next());
    let mut command = match first {
        Some(words) => {
            let words = shell_words::split(words).map_err(|_| msg::term_browser_no_command(words))?;
            let (program, arguments) = words.split_first().ok_or(msg::TERM_BROWSER_EMPTY)?;
            let mut c = Command::new(program);
            c.args(arguments);
            c
        }
        None if cfg!(target_os = "macos") => Command::new("open"),
        None if cfg!(windows) => Command::new("explorer"),
        None => Command::new("xdg-open"),
    };
    command.arg(url);
    command.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names that some editor takes for an option, a command, a line or two words.
    const NAMES: &[&str] = &[
        "+!touch pwned",
        "-c:!touch pwned",
        "--",
        "+3",
        " a b'\"",
        "a\nb",
        "a.txt:3",
        "$(touch pwned)",
        "`pwned`",
        "~",
    ];

    #[test]
    fn no_name_of_a_file_is_an_option_a_command_or_a_line_for_an_editor() {
        let known = EDITORS.iter().flat_map(|(_, names)| names.iter().copied());
        for editor in known.chain(["/usr/bin/vim", "less", "cat"]) {
            for name in NAMES {
                let path = Path::new("/corpus").join(name);
                let given = arguments_for(editor, &[], &path, 7);
                let (file, before) = given.split_last().unwrap();
                let mut with_line = path.as_os_str().to_owned();
                with_line.push(":7");
                assert!(file == path.as_os_str() || *file == with_line && *name != "a.txt:3", "{editor}: {given:?}");
                assert!(
                    before.iter().all(|a| ["+7", "--", "--goto", "--line", "7"].iter().any(|own| a == own)),
                    "{editor}: {before:?}"
                );
            }
        }
    }

    #[test]
    fn an_editor_is_told_the_line_in_its_own_way() {
        let given = |editor: &str| arguments_for(editor, &[], Path::new("/corpus/a.txt"), 7);
        assert_eq!(given("nvim"), ["+7", "--", "/corpus/a.txt"]);
        assert_eq!(given("/opt/bin/nano"), ["+7", "/corpus/a.txt"]);
        assert_eq!(given("hx"), ["/corpus/a.txt:7"]);
        assert_eq!(given("code"), ["--goto", "/corpus/a.txt:7"]);
        assert_eq!(given("kate"), ["--line", "7", "/corpus/a.txt"]);
        assert_eq!(given("ed"), ["/corpus/a.txt"]);
    }

    #[test]
    fn an_editor_that_reads_lines_after_a_colon_is_not_asked_to_where_the_name_has_one() {
        let own = ["--wait".to_owned(), "-g".to_owned()];
        let given = |path: &str| arguments_for("code", &own, Path::new(path), 7);
        assert_eq!(given("/corpus/a.txt"), ["--wait", "-g", "/corpus/a.txt:7"]);
        assert_eq!(given("/corpus/a.txt:3"), ["--wait", "/corpus/a.txt:3"]);
        assert_eq!(given("/a:3/b"), ["--wait", "-g", "/a:3/b:7"]);
    }

    #[cfg(unix)]
    #[test]
    fn an_editor_gets_the_bytes_of_a_name_that_is_no_text() {
        use std::os::unix::ffi::OsStrExt;
        let path = Path::new(std::ffi::OsStr::from_bytes(b"/corpus/\xff\x1b[2J.txt"));
        assert_eq!(arguments_for("vi", &[], path, 1), [std::ffi::OsStr::new("+1"), path.as_os_str()]);
    }
}
