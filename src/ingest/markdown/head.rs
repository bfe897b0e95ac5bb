//! What stands at the top of a text in Markdown and is none of it: front matter, the
//! properties of a note, the head that programs write which fetch pages.

use crate::ingest::mapping::Role;
use crate::ingest::raw::{Fields, Options};
use crate::ingest::stating::{put, put_host_of_address};
use crate::ingest::typed;
use crate::text::fold;

/// What a head states, and where it stands.
#[derive(Default)]
pub(super) struct MarkdownHead {
    /// What it states.
    pub(super) fields: Fields,
    /// Its first byte.
    pub(super) from: usize,
    /// The first byte behind it.
    pub(super) end: usize,
    /// The rule by which it was read.
    pub(super) rule: &'static str,
}

/// Reads the head of a text; that of a text without one is empty.
pub(super) fn read(text: &str, options: &Options) -> MarkdownHead {
    let found = front_matter(text, options)
        .or_else(|| block(text))
        .or_else(|| answer(text, options))
        .or_else(|| properties(text, options));
    found.unwrap_or_default()
}

/// HeadValues by their roles, and the days on which a note was made.
#[derive(Default)]
struct HeadValues {
    stated: Vec<(Role, String)>,
    created: Vec<String>,
}

/// Keys, folded, under which tools that clip pages write when the note was made.
const CREATED: [&str; 3] = ["created", "date created", "created at"];

impl HeadValues {
    /// The fields that the values state. Of a note that was clipped from an address, the
    /// day on which it was made is that of the clipping.
    fn fields(self, rule: &'static str) -> Fields {
        let clipped = self.stated.iter().any(|(_, value)| value.starts_with("http"));
        let made = if clipped { Role::Seen } else { Role::Published };
        let created = self.created.into_iter().map(|value| (made, value));
        let mut fields = Fields::default();
        let typed = self.stated.into_iter().chain(created).flat_map(|(role, value)| typed::stated(role, &value));
        typed.for_each(|(role, value)| put(&mut fields, role, &value, rule));
        put_host_of_address(&mut fields, rule);
        fields
    }

    /// Takes `name: value` where the name is known.
    fn take(&mut self, name: &str, value: &str, options: &Options) -> Option<Role> {
        if CREATED.contains(&fold(name).as_str()) {
            self.created.push(value.to_owned());
            return None;
        }
        let role = options.mapping.role(name)?;
        if !value.is_empty() {
            self.stated.push((role, value.to_owned()));
        }
        Some(role)
    }
}

/// Lines of a head.
const LINES: usize = 30;
/// Letters of the name of a value.
const NAME: usize = 30;
/// HeadValues that tell a head.
const SEVERAL: usize = 2;

/// The name and the value of a line.
fn named(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.trim().split_once(':')?;
    let fits = (1..=NAME).contains(&name.chars().count()) && (value.is_empty() || value.starts_with(' '));
    fits.then(|| (name.trim(), value.trim()))
}

/// How programs that fetch pages open what they answer: `Title: …`, in a list of several
/// behind a number in brackets.
const OPENING: &[u8] = b"Title: ";

/// True for a text that opens like the answer of a program that fetches pages.
pub(in crate::ingest) fn opens_answer(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"[1] ").unwrap_or(text);
    text.starts_with(OPENING) && memchr::memmem::find(text, b"Markdown Content:").is_some()
}

/// Reads the head that such a program writes, one value a line, above the text.
fn answer(text: &str, options: &Options) -> Option<MarkdownHead> {
    if !opens_answer(text.as_bytes()) {
        return None;
    }
    let mut values = HeadValues::default();
    let mut at = 0;
    for line in text.split_inclusive('\n').take(LINES) {
        at += line.len();
        match named(line) {
            Some((name, "")) if options.mapping.role(name) == Some(Role::Text) => {
                return Some(MarkdownHead {
                    fields: values.fields("markdown.head"),
                    from: 0,
                    end: at,
                    rule: "markdown.head",
                });
            }
            Some((name, value)) => _ = values.take(name, value, options),
            // A value may go on.
            None => {}
        }
    }
    None
}

/// Reads the properties that Notion writes between the title of a page and its
/// text, `Name: value` one a line.
fn properties(text: &str, options: &Options) -> Option<MarkdownHead> {
    let mut above = 0;
    let title = text.split_inclusive('\n').find(|line| {
        above += line.len();
        !line.trim().is_empty()
    })?;
    if !title.starts_with("# ") {
        return None;
    }
    let (mut from, mut end, mut count) = (above, above, 0);
    let mut values = HeadValues::default();
    for line in text[above..].split_inclusive('\n').take(LINES) {
        if line.trim().is_empty() {
            if count > 0 {
                break;
            }
            from += line.len();
            end += line.len();
            continue;
        }
        let (name, value) = named(line).filter(|(_, value)| !value.is_empty())?;
        count += 1;
        end += line.len();
        values.take(name, value, options);
    }
    let rule = "markdown.property";
    (values.stated.len() >= SEVERAL).then(|| MarkdownHead { fields: values.fields(rule), from, end, rule })
}

/// Lines of the head that Pandoc writes: the title, who wrote it, the day.
const BLOCK: [Role; 3] = [Role::Title, Role::Author, Role::Published];

/// Reads lines of a head that each begin with a sign of per cent.
fn block(text: &str) -> Option<MarkdownHead> {
    text.strip_prefix("% ")?;
    let mut values = HeadValues::default();
    let mut end = 0;
    let lines = text.split_inclusive('\n').take_while(|line| line.starts_with('%'));
    for (role, line) in BLOCK.into_iter().zip(lines) {
        end += line.len();
        let value = line.trim_start_matches('%').trim().replace("; ", ", ");
        if !value.is_empty() {
            values.stated.push((role, value));
        }
    }
    let rule = "markdown.block";
    Some(MarkdownHead { fields: values.fields(rule), from: 0, end, rule })
}

/// Lines of front matter.
const MATTER: usize = 200;

/// Values of front matter that tell it in a file that is not named as Markdown.
const TELLING: usize = 3;

/// True for a text that opens with `---`, `key: value` on the lines below it, and `---`.
pub(super) fn opens_matter(text: &[u8]) -> bool {
    let mut lines = text.split(|&b| b == b'\n').map(<[u8]>::trim_ascii_end).take(MATTER);
    if lines.next() != Some(b"---") {
        return false;
    }
    let mut keys = 0;
    for line in lines {
        if line == b"---" {
            return keys >= TELLING;
        }
        let key = line.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
        let named = key > 0 && line.get(key) == Some(&b':');
        // An item of a list, or what goes on from the line above.
        let inside = line.first().is_none_or(|b| matches!(b, b'-' | b' ' | b'\t'));
        if !named && !inside {
            return false;
        }
        keys += usize::from(named);
    }
    false
}

/// Reads `---` … `---` with `key: value` lines.
fn front_matter(text: &str, options: &Options) -> Option<MarkdownHead> {
    let fence = |line: &str| matches!(line.trim_end(), "---" | "+++");
    let mut lines = text.split_inclusive('\n');
    let mut at = lines.next().filter(|l| fence(l))?.len();
    let mut values = HeadValues::default();
    let signs = ['"', '\'', '[', ']'];
    // The field whose values stand in a list below it.
    let mut listed: Option<Role> = None;
    // The field whose value is the indented lines below it.
    let mut block: Option<Role> = None;
    for line in lines.take(MATTER) {
        at += line.len();
        if fence(line) {
            let rule = "markdown.front-matter";
            return Some(MarkdownHead { fields: values.fields(rule), from: 0, end: at, rule });
        }
        if let (Some(role), Some(item)) = (listed, line.trim_start().strip_prefix("- ")) {
            let item = item.trim().trim_matches(signs);
            match values.stated.last_mut().filter(|(last, _)| *last == role && role == Role::Author) {
                Some((_, names)) => names.push_str(&format!(", {item}")),
                None => values.stated.push((role, item.to_owned())),
            }
        } else if let (Some(role), true) = (block, line.starts_with([' ', '\t'])) {
            match values.stated.last_mut().filter(|(last, _)| *last == role) {
                Some((_, value)) => value.push_str(&format!(" {}", line.trim())),
                None => values.stated.push((role, line.trim().to_owned())),
            }
        } else if let Some((key, value)) = line.split_once([':', '=']) {
            let value = value.trim().trim_matches(signs);
            let below = matches!(value, "|" | ">" | "|-" | ">-");
            let role = values.take(key.trim(), if below { "" } else { value }, options);
            block = role.filter(|_| below);
            listed = role.filter(|_| value.is_empty());
        }
    }
    None
}
