//! The program on the sample corpus, without a terminal.

use kiosque::app::area::Size;
use kiosque::shell::{Harness, Setup, sample_inputs};
use kiosque::store::paths::Paths;
use kiosque::store::settings::Settings;
use kiosque::ui::{self, Theme};
use kiosque::words::Lang;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;

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
