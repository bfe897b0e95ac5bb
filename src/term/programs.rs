//! Other programs: the reader's editor, on articles and on files made for it, and the browser.

use crate::words::{Message, msg};
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
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&path)?.write_all(text.as_bytes())?;
    Ok(path)
}

/// The reader's editor on a file, at a line where it is known how.
///
/// # Errors
/// What is missing, when there is none.
pub(super) fn editor(path: &Path, line: usize) -> Result<Command, Message> {
    let set = |name| std::env::var(name).ok().filter(|v: &String| !v.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let words = shell_words::split(&editor).map_err(|_| msg::term_editor_no_command(&editor))?;
    let (program, arguments) = words.split_first().ok_or(msg::TERM_EDITOR_EMPTY)?;
    let mut command = Command::new(program);
    command.args(arguments);
    let name = Path::new(program).file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    if matches!(name.as_str(), "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "kak" | "micro" | "joe") {
        command.arg(format!("+{line}"));
    }
    // A path that begins with a dash is not an option.
    let dashed = path.to_string_lossy().starts_with('-');
    command.arg(if dashed { Path::new(".").join(path) } else { path.to_path_buf() });
    Ok(command)
}

/// The reader's editor on an article's file, at a line.
///
/// # Errors
/// What is missing, when the article has no file, or there is no editor.
pub(super) fn editor_at(path: &str, line: usize) -> Result<Command, Message> {
    if path == crate::store::files::STDIN || !Path::new(path).exists() {
        return Err(msg::TERM_NO_FILE.into());
    }
    editor(Path::new(path), line)
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
