//! Editing a line of input: the keys that it understands, wherever it stands.

use crate::app::key::{self, Code, Key};
use crate::app::overlay::input_line::InputLine;
use crate::words::{Lang, Plain, msg};
use tui_input::InputRequest;

/// What keys do in a line.
struct Edit {
    /// The keys.
    keys: &'static [&'static str],
    /// What becomes of the line.
    request: InputRequest,
    /// In words.
    words: Plain,
}

const EDITS: &[Edit] = &[
    Edit { keys: &["<bs>", "<c-h>"], request: InputRequest::DeletePrevChar, words: msg::EDIT_ERASE_TO_THE_LEFT_EMPTY },
    Edit { keys: &["<del>", "<c-d>"], request: InputRequest::DeleteNextChar, words: msg::EDIT_ERASE_TO_THE_RIGHT },
    Edit { keys: &["<c-w>"], request: InputRequest::DeletePrevWord, words: msg::EDIT_ERASE_A_WORD },
    Edit { keys: &["<c-u>"], request: InputRequest::DeleteLine, words: msg::EDIT_ERASE_THE_LINE },
    Edit { keys: &["<c-k>"], request: InputRequest::DeleteTillEnd, words: msg::EDIT_ERASE_TO_THE_END },
    Edit { keys: &["<home>", "<c-a>"], request: InputRequest::GoToStart, words: msg::EDIT_TO_THE_START_OF_THE },
    Edit { keys: &["<end>", "<c-e>"], request: InputRequest::GoToEnd, words: msg::EDIT_TO_THE_END_OF_THE },
    Edit { keys: &["<left>", "<c-b>"], request: InputRequest::GoToPrevChar, words: msg::EDIT_A_CHARACTER_TO_THE_LEFT },
    Edit {
        keys: &["<right>", "<c-f>"],
        request: InputRequest::GoToNextChar,
        words: msg::EDIT_A_CHARACTER_TO_THE_RIGHT,
    },
    Edit { keys: &["<c-left>", "<a-left>"], request: InputRequest::GoToPrevWord, words: msg::EDIT_A_WORD_TO_THE_LEFT },
    Edit {
        keys: &["<c-right>", "<a-right>"],
        request: InputRequest::GoToNextWord,
        words: msg::EDIT_A_WORD_TO_THE_RIGHT,
    },
];

/// What a key does to a line; `None` when it is not one for the line.
fn request(key: Key) -> Option<InputRequest> {
    if let Some(c) = key.text() {
        return Some(InputRequest::InsertChar(c));
    }
    let is = |notation: &&str| key::parse(notation).is_ok_and(|k| k == [key]);
    if let Some(edit) = EDITS.iter().find(|e| e.keys.iter().any(&is)) {
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
pub fn edit(input: &mut InputLine, key: Key) -> bool {
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
        (e.keys.iter().map(show).collect(), lang.text(e.words))
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
