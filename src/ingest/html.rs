//! Web pages.

use super::{Field, RawDocument};

/// Main content of a page.
pub(super) fn read(text: &str) -> RawDocument {
    let mut config = dom_smoothie::Config::default();
    config.text_mode = dom_smoothie::TextMode::Formatted;
    let parsed = dom_smoothie::Readability::new(text, None, Some(config)).and_then(|mut r| r.parse());
    match parsed {
        Ok(article) => {
            let mut raw = super::plain::read(article.text_content.to_string());
            raw.fields.title.push(Field { value: super::assemble::tidy(&article.title), rule: "html.title" });
            raw
        }
        Err(_) => super::plain::read(inline_text(text)),
    }
}

/// The text of a short piece of HTML.
pub(super) fn inline_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    out
}
