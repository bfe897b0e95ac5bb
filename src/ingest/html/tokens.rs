//! The tokens of a page, one after the other.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, Error, ForwardingEmitter, Span, Tokenizer};
use std::convert::Infallible;

/// Hands over every token of a page.
pub(super) fn each(text: &str, mut token: impl FnMut(CallbackEvent<'_>)) {
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        token(event);
        None
    });
    emitter.naively_switch_states(true);
    // A slice cannot fail to be read.
    let _ = Tokenizer::new_with_emitter(&*super::tags::bounded(text), Lenient(emitter)).finish();
}

/// Tokens without what is wrong with their spelling: no page is judged by it,
/// and looking for it takes a sixth of the time.
struct Lenient<E>(E);

impl<E: Emitter> ForwardingEmitter for Lenient<E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    fn emit_error(&mut self, _: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}
