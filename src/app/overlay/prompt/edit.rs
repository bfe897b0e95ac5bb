//! Editing a line of input: the keys that it understands, wherever it stands.

use crate::app::key::{self, Code, Key};
use crate::app::overlay::line::Line;
use crate::app::words::Lang;
use tui_input::InputRequest;

/// What keys do in a line.
struct Edit {
    /// The keys.
    keys: &'static [&'static str],
    /// What becomes of the line.
    request: InputRequest,
    /// In words, French and English.
    words: [&'static str; 2],
}

const EDITS: &[Edit] = &[
    Edit {
        keys: &["<bs>", "<c-h>"],
        request: InputRequest::DeletePrevChar,
        words: ["effacer à gauche ; ligne vide : fermer", "erase to the left; empty line: close"],
    },
    Edit {
        keys: &["<del>", "<c-d>"],
        request: InputRequest::DeleteNextChar,
        words: ["effacer à droite", "erase to the right"],
    },
    Edit { keys: &["<c-w>"], request: InputRequest::DeletePrevWord, words: ["effacer un mot", "erase a word"] },
    Edit { keys: &["<c-u>"], request: InputRequest::DeleteLine, words: ["effacer la ligne", "erase the line"] },
    Edit {
        keys: &["<c-k>"],
        request: InputRequest::DeleteTillEnd,
        words: ["effacer jusqu'à la fin", "erase to the end"],
    },
    Edit {
        keys: &["<home>", "<c-a>"],
        request: InputRequest::GoToStart,
        words: ["au début de la ligne", "to the start of the line"],
    },
    Edit {
        keys: &["<end>", "<c-e>"],
        request: InputRequest::GoToEnd,
        words: ["à la fin de la ligne", "to the end of the line"],
    },
    Edit {
        keys: &["<left>", "<c-b>"],
        request: InputRequest::GoToPrevChar,
        words: ["un caractère à gauche", "a character to the left"],
    },
    Edit {
        keys: &["<right>", "<c-f>"],
        request: InputRequest::GoToNextChar,
        words: ["un caractère à droite", "a character to the right"],
    },
    Edit {
        keys: &["<c-left>", "<a-left>"],
        request: InputRequest::GoToPrevWord,
        words: ["un mot à gauche", "a word to the left"],
    },
    Edit {
        keys: &["<c-right>", "<a-right>"],
        request: InputRequest::GoToNextWord,
        words: ["un mot à droite", "a word to the right"],
    },
];

/// What a key does to a line; `None` when it is not one for the line.
fn request(key: Key) -> Option<InputRequest> {
    if let Some(c) = key.text() {
        return Some(InputRequest::InsertChar(c));
    }
    let is = |notation: &&str| key::parse(notation).is_ok_and(|k| k == [key]);
    if let Some(edit) = EDITS.iter().find(|e| e.keys.iter().any(|n| is(n))) {
        return Some(edit.request);
    }
    // With any modifier these do what they do without.
    match key.code {
        Code::Delete => Some(InputRequest::DeleteNextChar),
        Code::Home => Some(InputRequest::GoToStart),
        Code::End => Some(InputRequest::GoToEnd),
        Code::Backspace => Some(InputRequest::DeletePrevWord),
        Code::Left => Some(InputRequest::GoToPrevWord),
        Code::Right => Some(InputRequest::GoToNextWord),
        Code::Char(_)
        | Code::Enter
        | Code::Esc
        | Code::Tab
        | Code::BackTab
        | Code::Up
        | Code::Down
        | Code::PageUp
        | Code::PageDown
        | Code::F(_) => None,
    }
}

/// True when a key is one for a line of input.
pub fn is_for_line(key: Key) -> bool {
    request(key).is_some()
}

/// Feeds a key into a line of input. True when it was one for the line.
pub fn edit(input: &mut Line, key: Key) -> bool {
    let request = request(key);
    if let Some(request) = request {
        input.handle(request);
    }
    request.is_some()
}

/// The keys that a line understands, and what they do.
pub fn editing_keys(lang: Lang) -> impl Iterator<Item = (Vec<String>, &'static str)> {
    EDITS.iter().map(move |e| {
        let show = |n: &&str| key::parse(n).map(|k| key::show(&k, lang)).unwrap_or_default();
        let [fr, en] = e.words;
        (e.keys.iter().map(show).collect(), lang.pick(fr, en))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_table_parses_and_edits() {
        for e in EDITS {
            for n in e.keys {
                let [key] = key::parse(n).expect("keys of the table parse")[..] else { panic!("{n} is not one key") };
                assert!(is_for_line(key), "{n}");
            }
        }
        assert!(!is_for_line(Key::plain(Code::Enter)) && is_for_line(Key::char('é')));
    }
}
