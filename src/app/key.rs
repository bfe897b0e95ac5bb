//! Keys and their notation: `j`, `G`, `<enter>`, `<c-p>`, `<a-j>`, `g/`.
//!
//! The program's own key type, so that nothing but the terminal layer knows
//! where keys come from.

use crate::text::sanitise::one_line;
use crate::words::Lang;
use crate::words::msg;

/// A key without modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character as typed, shift already applied.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Erase to the left.
    Backspace,
    /// Erase to the right.
    Delete,
    /// Arrow.
    Up,
    /// Arrow.
    Down,
    /// Arrow.
    Left,
    /// Arrow.
    Right,
    /// First.
    Home,
    /// Last.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Function key.
    F(u8),
}

/// A key press.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Control.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

const NAMED: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("s-tab", Code::BackTab),
    ("bs", Code::Backspace),
    ("del", Code::Delete),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
    ("space", Code::Char(' ')),
    ("lt", Code::Char('<')),
    ("gt", Code::Char('>')),
];

/// The named keys, as they are written.
pub fn names() -> Vec<String> {
    NAMED.iter().map(|(name, _)| format!("<{name}>")).collect()
}

impl Key {
    /// A plain character.
    pub fn char(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: false, alt: false }
    }

    /// A named key without modifiers.
    pub fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// The character that this key would insert into a line of text.
    pub fn text(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    fn parse_bracketed(name: &str) -> Option<Self> {
        let lower = name.to_ascii_lowercase();
        if let Some((_, code)) = NAMED.iter().find(|(n, _)| *n == lower) {
            return Some(Self::plain(*code));
        }
        if let Some(n) = lower.strip_prefix('f').and_then(|n| n.parse().ok()) {
            return Some(Self::plain(Code::F(n)));
        }
        let (modifier, rest) = name.split_once('-')?;
        let mut key =
            if rest.chars().count() == 1 { Self::char(rest.chars().next()?) } else { Self::parse_bracketed(rest)? };
        match modifier {
            "c" | "C" => key.ctrl = true,
            "a" | "A" => key.alt = true,
            _ => return None,
        }
        Some(key)
    }
}

impl Key {
    /// As the settings write it: `<c-p>`, `<enter>`, `j`.
    pub fn notation(self) -> String {
        let named = NAMED.iter().find(|(_, code)| *code == self.code).map(|(name, _)| (*name).to_owned());
        let bare = match self.code {
            Code::Char(c) => one_line(c.encode_utf8(&mut [0; 4])),
            Code::F(n) => format!("f{n}"),
            _ => String::new(),
        };
        let modified = [(self.ctrl, "c-"), (self.alt, "a-")];
        let before: String = modified.iter().filter(|(on, _)| *on).map(|(_, m)| *m).collect();
        match (named, self.code) {
            (None, Code::Char(_)) if before.is_empty() => bare,
            (named, _) => format!("<{before}{}>", named.unwrap_or(bare)),
        }
    }
}

/// Parses a sequence of keys, such as `g/` or `<c-w>l`.
///
/// # Errors
/// The part that is not a key.
pub fn parse(notation: &str) -> Result<Vec<Key>, String> {
    let mut out = Vec::new();
    let mut rest = notation;
    while let Some(c) = rest.chars().next() {
        if c == '<'
            && let Some(end) = rest.find('>')
            && end > 1
        {
            let name = &rest[1..end];
            out.push(Key::parse_bracketed(name).ok_or_else(|| format!("<{name}>"))?);
            rest = &rest[end + 1..];
            continue;
        }
        out.push(Key::char(c));
        rest = &rest[c.len_utf8()..];
    }
    Ok(out)
}

impl Key {
    /// As the screen shows it: `Ctrl-p`, `Enter` (`Entrée`), `j`.
    pub fn show(self, lang: Lang) -> String {
        let name = match self.code {
            Code::Char(' ') => lang.text(msg::KEY_SPACE),
            // The settings may bind a sign that a terminal would obey.
            Code::Char(c) => return format!("{}{}", self.modifiers(), one_line(c.encode_utf8(&mut [0; 4]))),
            Code::Enter => lang.text(msg::KEY_ENTER),
            Code::Esc => lang.text(msg::KEY_ESC),
            Code::Tab => "Tab",
            Code::BackTab => lang.text(msg::KEY_SHIFT_TAB),
            Code::Backspace => lang.text(msg::KEY_BACKSPACE),
            Code::Delete => lang.text(msg::KEY_DEL),
            Code::Up => "↑",
            Code::Down => "↓",
            Code::Left => "←",
            Code::Right => "→",
            Code::Home => lang.text(msg::KEY_HOME),
            Code::End => lang.text(msg::KEY_END),
            Code::PageUp => "PgUp",
            Code::PageDown => "PgDn",
            Code::F(n) => return format!("{}F{n}", self.modifiers()),
        };
        format!("{}{name}", self.modifiers())
    }

    fn modifiers(self) -> &'static str {
        match (self.ctrl, self.alt) {
            (false, false) => "",
            (true, false) => "Ctrl-",
            (false, true) => "Alt-",
            (true, true) => "Ctrl-Alt-",
        }
    }
}

/// A sequence as the screen shows it: `gg`, `g/`, `Ctrl-p`, `Ctrl-x u`.
pub fn show(keys: &[Key], lang: Lang) -> String {
    let mut shown = String::new();
    let mut before_is_long = false;
    for name in keys.iter().map(|k| k.show(lang)) {
        // Names of keys would run together; single signs are a sequence as it is typed.
        let is_long = name.chars().nth(1).is_some();
        if !shown.is_empty() && (is_long || before_is_long) {
            shown.push(' ');
        }
        before_is_long = is_long;
        shown.push_str(&name);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_of_a_key_reads_as_that_key() {
        for n in
            ["j", "é", "<c-p>", "<a-j>", "<lt>", "<a-gt>", "<space>", "<c-a-x>", "<f5>", "<c-f5>", "<s-tab>", "<a-up>"]
        {
            let keys = parse(n).expect("a key");
            assert_eq!(keys[0].notation(), n);
            assert_eq!(parse(&keys[0].notation()), Ok(keys));
        }
    }

    #[test]
    fn notation_reads_sequences_and_modifiers() {
        assert_eq!(parse("g/").map(|k| show(&k, Lang::EN)), Ok("g/".into()));
        assert_eq!(parse("<c-p>").map(|k| show(&k, Lang::EN)), Ok("Ctrl-p".into()));
        assert_eq!(parse("<a-j><enter>").map(|k| show(&k, Lang::EN)), Ok("Alt-j Enter".into()));
        assert_eq!(parse("w<lt>").map(|k| show(&k, Lang::EN)), Ok("w<".into()));
        assert_eq!(parse("w<"), Ok(vec![Key::char('w'), Key::char('<')]));
        assert_eq!(parse("<nokey>"), Err("<nokey>".into()));
        assert_eq!(parse("g\u{13}").map(|k| show(&k, Lang::EN)), Ok("g␓".into()));
    }
}
