//! What a command may take of the memory: twenty times the document and a
//! hundred megabytes, whatever the document is made of. The system holds it to
//! that: one that asks for more ends.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Bytes of the documents.
const SIZE: usize = 1 << 20;

/// The same for what looks closely.
const CLOSE_SIZE: usize = 2 << 20;

/// What is tried on each document.
const COMMANDS: [&[&str]; 4] = [&["list"], &["clean", "--format", "json"], &["show"], &["show", "--format", "json"]];

/// What looks closely, and is tried where it has most to look at: a line, a
/// sentence, a hit and a row for every other byte.
const CLOSE: [&[&str]; 3] = [&["entities"], &["search", "x"], &["frame", "--keys", "<enter>cc"]];

/// A document of pieces, under a name.
fn made(folder: &Path, name: &str, size: usize, head: &str, piece: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, format!("{head}{}", piece.repeat((size - head.len()) / piece.len()))).unwrap();
    path
}

/// How a command ended that may take so much, and what it said.
fn ended(folder: &Path, arguments: &[&str], path: &Path) -> (Option<i32>, String) {
    // Kilobytes; threads have stacks of their own.
    let size = fs::metadata(path).unwrap().len() as usize;
    let most = (20 * size + 100_000_000) / 1024;
    let output = Command::new("sh")
        .args(["-c", &format!("ulimit -d {most} && exec \"$0\" \"$@\"")])
        .arg(env!("CARGO_BIN_EXE_kiosque"))
        .args(arguments)
        .arg(path)
        .env("KIOSQUE_STATE_DIR", folder.join("state"))
        .env("LANG", "en_GB.UTF-8")
        // What the allocator sets aside for threads is nobody's memory.
        .env("MALLOC_ARENA_MAX", "1")
        .env("RAYON_NUM_THREADS", "2")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .output()
        .unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn reading_and_showing_takes_no_more_than_twenty_times_the_document_and_a_hundred_megabytes() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("memory");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let documents = [
        ("lines.txt", "", "x\n"),
        ("blank.txt", "x", "\n"),
        ("items.md", "# Un titre\n\n", "- a\n"),
        ("open.html", "<html><body>", "<p>"),
        ("blocks.html", "<html><body>", "<p>x"),
        ("unclosed.csv", "title,text\nUn,\"", "x\n"),
        ("names.txt", "Un titre\n\n", "Jean Dupont et Marie Curie vont à Paris. "),
        ("words.txt", "", "x "),
    ];
    for (name, head, piece) in documents {
        let close = if piece.starts_with('x') && head.is_empty() { &CLOSE[..] } else { &[] };
        for (commands, size) in [(&COMMANDS[..], SIZE), (close, CLOSE_SIZE)] {
            let path = made(&folder, name, size, head, piece);
            for arguments in commands {
                let (code, said) = ended(&folder, arguments, &path);
                assert!(matches!(code, Some(0 | 1)), "{arguments:?} {name}: {code:?} {said}");
            }
        }
    }
}

#[test]
fn lines_beyond_a_sensible_number_are_read_in_blocks_and_that_is_said() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("many-lines");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let path = made(&folder, "lines.txt", SIZE, "", "x\n");
    let (code, said) = ended(&folder, &["list"], &path);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("524,288 lines; what stands beyond the first 100,000 is read in blocks"), "{said}");
}
