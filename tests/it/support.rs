//! The program on the sample corpus, without a terminal; folders of tests; the
//! sources of the program.

use kiosque::app::area::Size;
use kiosque::shell::{Harness, Setup, sample_inputs};
use kiosque::store::paths::Paths;
use kiosque::store::settings::Settings;
use kiosque::ui::{self, Theme};
use kiosque::words::Lang;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fs;
use std::path::{Path, PathBuf};

/// Milliseconds of 12 June 2026, 8:00 UTC.
pub(crate) const MORNING: i64 = 1_781_251_200_000;

/// A setup on the sample corpus that leaves no trace.
pub(crate) fn setup(width: u16, height: u16, lang: Lang) -> Setup {
    Setup {
        inputs: sample_inputs(),
        options: kiosque::ingest::Options::default(),
        name: if lang == Lang::FR { "corpus d'exemple" } else { "sample corpus" }.to_owned(),
        paths: None,
        settings: Settings { name: "anne".to_owned(), ..Settings::default() },
        options_given: Vec::new(),
        lang,
        tour: None,
        picking: false,
        size: Size { width, height },
        now: MORNING,
        notices: Vec::new(),
    }
}

/// The program on the sample corpus, in French.
pub(crate) fn demo(width: u16, height: u16) -> Harness {
    Harness::new(setup(width, height, Lang::FR))
}

/// The same, with its verdicts and its place kept in a folder.
pub(crate) fn kept_in(folder: &Path, width: u16, height: u16) -> Harness {
    let paths = Paths::find(Some(folder), None).expect("a folder was named");
    Harness::new(Setup { paths: Some(paths), ..setup(width, height, Lang::FR) })
}

/// The frame as a buffer.
pub(crate) fn buffer(harness: &Harness, theme: &Theme) -> Buffer {
    let Size { width, height } = harness.model.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    ui::draw(&harness.model, theme, &mut buffer);
    buffer
}

/// The frame as text.
pub(crate) fn frame(harness: &Harness) -> String {
    ui::plain::text(&buffer(harness, &Theme::named("dark").expect("dark is a theme")))
}

/// Presses keys; the notation has to be right.
pub(crate) fn press(harness: &mut Harness, keys: &str) {
    harness.keys(keys).expect("keys of a test");
}

/// A folder of a test's own, empty; what a test that fails leaves behind stays below the
/// folder of the build.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("the folder of the build can be written");
    path
}

/// A file of the program.
pub(crate) struct Source {
    /// Its path below `src`, with `/`.
    pub(crate) path: String,
    /// What it says, without its tests; every line where it stands.
    pub(crate) code: String,
}

impl Source {
    /// The module of the first level.
    pub(crate) fn layer(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Its lines without those that are comments.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        self.code.lines().filter(|l| !l.trim_start().starts_with("//"))
    }
}

/// The files of the program below a folder of `src`, but for those of tests.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src.join(folder), &mut files);
    let is_test = |file: &PathBuf| file.iter().any(|part| part == "tests" || part == "tests.rs");
    let read = |file: PathBuf| {
        let below = file.strip_prefix(&src).expect("it stands below");
        let path = below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        Source { path, code: without_tests(&fs::read_to_string(&file).expect("a source is text")) }
    };
    files.into_iter().filter(|file| !is_test(file)).map(read).collect()
}

/// The files below a folder that are Rust, in their order.
pub(crate) fn rust_files(folder: &Path, out: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("a folder of sources");
    let mut entries: Vec<_> = entries.map(|e| e.expect("an entry can be read").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// A source with every item that is for tests alone made of empty lines. `cargo fmt` sees
/// to it that an item ends on its own line or at the first brace that is indented as its
/// head.
fn without_tests(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        let closing = format!("{}}}", &line[..line.len() - line.trim_start().len()]);
        let ended = |line: &str| line == closing || line.strip_suffix(';').is_some_and(|l| l == closing);
        let mut dropped = 1;
        let head = lines.by_ref().inspect(|_| dropped += 1).find(|l| !l.trim_start().starts_with("#["));
        if head.is_some_and(|h| !h.ends_with([';', '}'])) {
            lines.by_ref().inspect(|_| dropped += 1).find(|l| ended(l));
        }
        out.extend(std::iter::repeat_n('\n', dropped));
    }
    out
}

#[test]
fn a_source_keeps_all_but_its_tests_wherever_they_stand() {
    let source = "mod a;\n#[cfg(test)]\nmod tests;\nuse b;\n\n#[cfg(test)]\n#[allow(dead_code)]\nimpl C {\n    fn d() {}\n}\n\nfn e() {\n    f();\n}\n\n#[cfg(test)]\nmod tests {\n    use super::*;\n}\n";
    let kept = "mod a;\n\n\nuse b;\n\n\n\n\n\n\n\nfn e() {\n    f();\n}\n\n\n\n\n\n";
    assert_eq!(without_tests(source), kept);
}
