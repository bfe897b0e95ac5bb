//! The tokens of a page, one after the other.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, Error, ForwardingEmitter, Span, State, Tokenizer};
use std::cell::Cell;
use std::convert::Infallible;

/// Hands over every token of a page.
pub(super) fn each(text: &str, mut token: impl FnMut(CallbackEvent<'_>)) {
    let drawing = SvgDepth::default();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        drawing.see(&event);
        token(event);
        None
    });
    emitter.naively_switch_states(true);
    // A slice cannot fail to be read.
    let _ = Tokenizer::new_with_emitter(&*super::tags::bounded(text), Lenient(emitter, &drawing)).finish();
}

/// Whether what is read stands in a drawing (SVG).
#[derive(Default)]
struct SvgDepth {
    open: Cell<usize>,
    /// The start tag being read is that of one.
    begins: Cell<bool>,
}

impl SvgDepth {
    fn see(&self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.begins.set(*name == b"svg"),
            CallbackEvent::CloseStartTag { self_closing: false } if self.begins.get() => {
                self.open.set(self.open.get() + 1);
            }
            CallbackEvent::EndTag { name: b"svg" } => self.open.set(self.open.get().saturating_sub(1)),
            _ => {}
        }
    }
}

/// Tokens without what is wrong with their spelling: no page is judged by it,
/// and looking for it takes a sixth of the time. Inside a drawing an empty `<title/>` ends where it
/// stands (HTML, 13.2.6.5); elsewhere all that follows would be its text.
struct Lenient<'d, E>(E, &'d SvgDepth);

impl<E: Emitter> ForwardingEmitter for Lenient<'_, E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let state = self.0.emit_current_tag();
        state.filter(|_| self.1.open.get() == 0)
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}
