//! Events of the terminal become messages; nothing beyond knows crossterm.

use crate::app::Msg;
use crate::app::key::{Code, Key};
use crate::app::msg::Pointer;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

/// What an event means to the program, if anything. A new size is asked of
/// the terminal, not read from the event.
pub(super) fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(k) if k.kind != KeyEventKind::Release => key(k).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Mouse(m) => {
            let what = match m.kind {
                MouseEventKind::Down(MouseButton::Left) => Pointer::Click,
                MouseEventKind::Drag(MouseButton::Left) => Pointer::Drag,
                MouseEventKind::Up(MouseButton::Left) => Pointer::Release,
                MouseEventKind::ScrollDown => Pointer::WheelDown,
                MouseEventKind::ScrollUp => Pointer::WheelUp,
                _ => return None,
            };
            Some(Msg::Pointer(what, m.column, m.row))
        }
        _ => None,
    }
}

/// The capital letter, where it is one letter.
fn upper(c: char) -> char {
    let mut letters = c.to_uppercase();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter,
        _ => c,
    }
}

fn key(k: KeyEvent) -> Option<Key> {
    let code = match k.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    let ctrl = k.modifiers.contains(KeyModifiers::CONTROL);
    // A control key means the same with and without shift.
    let code = match code {
        Code::Char(c) if ctrl => Code::Char(c.to_ascii_lowercase()),
        // Some terminals tell the letter and the shift key apart.
        Code::Char(c) if k.modifiers.contains(KeyModifiers::SHIFT) => Code::Char(upper(c)),
        Code::Tab if k.modifiers.contains(KeyModifiers::SHIFT) => Code::BackTab,
        other => other,
    };
    Some(Key { code, ctrl, alt: k.modifiers.contains(KeyModifiers::ALT) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key;

    #[test]
    fn a_key_is_the_same_however_the_terminal_tells_it() {
        let told = |code, modifiers| key(KeyEvent::new(code, modifiers));
        let is = |notation: &str| key::parse(notation).expect("a key").first().copied();
        let (shift, alt, ctrl) = (KeyModifiers::SHIFT, KeyModifiers::ALT, KeyModifiers::CONTROL);
        assert_eq!(told(KeyCode::Char('J'), shift), is("J"));
        assert_eq!(told(KeyCode::Char('j'), shift | alt), is("<a-J>"));
        assert_eq!(told(KeyCode::Char('P'), ctrl | shift), is("<c-p>"));
        assert_eq!(told(KeyCode::Tab, shift), is("<s-tab>"));
        assert_eq!(told(KeyCode::Char('ß'), shift), is("ß"));
    }
}
