//! Markdown: the file is the text, signs and all; headings and front matter
//! become hints and fields.

use super::format::{FileHead, Single};
use super::mapping::Role;
use super::raw::{Field, Hint, Options, RawDocument};
use super::tidy::tidy;
use super::{assemble, plain, typed};
use crate::corpus::{LineKind, SourceFormat};
use crate::text::Span;

/// Markdown as a format of files.
pub(super) const TEXT: Single =
    Single { source: SourceFormat::Markdown, recognise: is_markdown, declares: false, read };

fn is_markdown(head: &FileHead<'_>) -> bool {
    if !head.is_prose() {
        return false;
    }
    if head.is_named(&["md", "markdown", "mdown"]) {
        return true;
    }
    let (mut headings, mut signs) = (0, 0);
    for line in head.text.split(|&b| b == b'\n').take(200) {
        headings += usize::from(line.starts_with(b"# ") || line.starts_with(b"## ") || line.starts_with(b"### "));
        signs += usize::from(memchr::memmem::find(line, b"](http").is_some() || line.starts_with(b"```"));
    }
    headings >= 1 && headings + signs >= 3
}

/// Reads one file.
fn read(text: String, options: &Options) -> RawDocument {
    let mut raw = plain::read(text);
    let mut at = front_matter(&mut raw, options);
    let (mut titled, mut fenced) = (false, false);
    while at < raw.text.len() {
        let end = raw.text[at..].find('\n').map_or(raw.text.len(), |i| at + i + 1);
        let line = &raw.text[at..end];
        let level = line.bytes().take_while(|&b| b == b'#').count();
        fenced ^= line.trim_start().starts_with("```");
        if !fenced && (1..=6).contains(&level) && line[level..].starts_with(' ') {
            let kind = if level == 1 && !titled { LineKind::Title } else { LineKind::Subheading };
            let span = Span::new(at, end).trim(&raw.text);
            if kind == LineKind::Title {
                titled = true;
                let value = tidy(line[level..].trim_end().trim_end_matches('#'));
                raw.fields.title.push(Field { value, rule: "markdown.heading" });
            }
            raw.hints.push(Hint { span, kind, rule: "markdown.heading" });
            if kind == LineKind::Title {
                at = properties(&mut raw, end, options);
                continue;
            }
        }
        at = end;
    }
    raw
}

/// Keys, folded, under which tools that clip pages write when the note was made.
const CREATED: [&str; 3] = ["created", "date created", "created at"];

/// States the values of a head. Of a note that was clipped from an address, the day
/// on which it was made is that of the clipping.
fn state(raw: &mut RawDocument, values: Vec<(Role, String)>, created: &[String], rule: &'static str) {
    let clipped = values.iter().any(|(_, value)| value.starts_with("http"));
    let made = if clipped { Role::Seen } else { Role::Published };
    let created = created.iter().map(|value| (made, value.clone()));
    for (role, value) in values.into_iter().chain(created).flat_map(|(role, value)| typed::stated(role, &value)) {
        assemble::put(&mut raw.fields, role, &value, rule);
    }
}

/// Lines below a title that may be the properties of a note.
const PROPERTIES: usize = 30;
/// Letters of the name of one.
const NAME: usize = 30;
/// Properties that tell such a list.
const SEVERAL: usize = 2;

/// Reads the properties that Notion writes between the title of a page and its
/// text, `Name: value` one a line; gives where they end.
fn properties(raw: &mut RawDocument, at: usize, options: &Options) -> usize {
    let (mut end, mut from, mut count) = (at, at, 0);
    let mut values: Vec<(Role, String)> = Vec::new();
    let mut created = Vec::new();
    for line in raw.text[at..].split_inclusive('\n').take(PROPERTIES) {
        if line.trim().is_empty() {
            if count > 0 {
                break;
            }
            from += line.len();
            end += line.len();
            continue;
        }
        let Some((name, value)) = line.trim().split_once(": ").filter(|(name, _)| name.chars().count() <= NAME) else {
            return at;
        };
        count += 1;
        end += line.len();
        if CREATED.contains(&crate::text::fold(name).as_str()) {
            created.push(value.to_owned());
        } else if let Some(role) = options.mapping.role(name) {
            values.push((role, value.trim().to_owned()));
        }
    }
    if values.len() < SEVERAL {
        return at;
    }
    state(raw, values, &created, "markdown.property");
    let span = Span::new(from, end).trim(&raw.text);
    raw.hints.push(Hint { span, kind: LineKind::Notice, rule: "markdown.property" });
    end
}

/// Reads `---` … `---` with `key: value` lines; gives back where it ends.
fn front_matter(raw: &mut RawDocument, options: &Options) -> usize {
    let fence = |line: &str| matches!(line.trim_end(), "---" | "+++");
    let mut lines = raw.text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|l| fence(l)) else { return 0 };
    let mut at = first.len();
    let mut values: Vec<(Role, String)> = Vec::new();
    let mut created: Vec<String> = Vec::new();
    let signs = ['"', '\'', '[', ']'];
    // The field whose values stand in a list below it.
    let mut listed: Option<Role> = None;
    // The field whose value is the indented lines below it.
    let mut block: Option<Role> = None;
    for line in lines.take(200) {
        at += line.len();
        if fence(line) {
            state(raw, values, &created, "markdown.front-matter");
            let span = Span::new(0, at).trim(&raw.text);
            raw.hints.push(Hint { span, kind: LineKind::Notice, rule: "markdown.front-matter" });
            return at;
        }
        if let (Some(role), Some(item)) = (listed, line.trim_start().strip_prefix("- ")) {
            let item = item.trim().trim_matches(signs);
            match values.last_mut().filter(|(last, _)| *last == role && role == Role::Author) {
                Some((_, names)) => names.push_str(&format!(", {item}")),
                None => values.push((role, item.to_owned())),
            }
        } else if let (Some(role), true) = (block, line.starts_with([' ', '\t'])) {
            match values.last_mut().filter(|(last, _)| *last == role) {
                Some((_, value)) => value.push_str(&format!(" {}", line.trim())),
                None => values.push((role, line.trim().to_owned())),
            }
        } else if let Some((key, value)) = line.split_once([':', '=']) {
            let value = value.trim().trim_matches(signs);
            if CREATED.contains(&crate::text::fold(key.trim()).as_str()) {
                created.push(value.to_owned());
                continue;
            }
            let role = options.mapping.role(key.trim());
            block = role.filter(|_| matches!(value, "|" | ">" | "|-" | ">-"));
            if block.is_some() {
                continue;
            }
            listed = role.filter(|_| value.is_empty());
            if let (Some(role), false) = (role, value.is_empty()) {
                values.push((role, value.to_owned()));
            }
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_of_front_matter_may_stand_in_the_indented_lines_below_it() {
        let raw =
            read("---\ntitle: |\n  Le pont\n  ferme\nauthor: >-\n  Ana Roz\n---\nTexte.\n".into(), &Options::default());
        assert_eq!(
            (raw.fields.title[0].value.as_str(), raw.fields.author[0].value.as_str()),
            ("Le pont ferme", "Ana Roz")
        );
    }

    #[test]
    fn front_matter_gives_fields_and_the_text_stays_as_it_is() {
        let text = "---\ntitle: \"Le pont\"\nsource: Le Quai\n---\n\n# Le pont\n\nTexte.\n\n## Suite\n";
        let raw = read(text.into(), &Options::default());
        assert_eq!(raw.text, text);
        assert_eq!(raw.fields.title[0].value, "Le pont");
        assert_eq!(raw.fields.source[0].value, "Le Quai");
        let kinds: Vec<_> = raw.hints.iter().map(|h| (h.kind, h.span.of(text).lines().next().unwrap())).collect();
        assert_eq!(
            kinds,
            [(LineKind::Notice, "---"), (LineKind::Title, "# Le pont"), (LineKind::Subheading, "## Suite")]
        );
    }

    #[test]
    fn front_matter_has_lists_and_addresses_of_what_was_clipped() {
        let text = "---\ntitle: Le pont\nsource: \"https://quai.example/pont\"\nauthor:\n  - \"[[Ana Roz]]\"\n  - Léo Kim\npublished: 2024-03-05\n---\nTexte.\n";
        let f = read(text.into(), &Options::default()).fields;
        assert_eq!((f.source.len(), f.host[0].value.as_str()), (0, "quai.example"));
        assert_eq!(
            (f.url[0].value.as_str(), f.author[0].value.as_str()),
            ("https://quai.example/pont", "Ana Roz, Léo Kim")
        );
        assert_eq!(f.published[0].value, "2024-03-05");
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter() {
        let raw = read("---\nTexte sans fin.\n".into(), &Options::default());
        assert!(raw.hints.is_empty());
    }
}
