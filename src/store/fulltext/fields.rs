//! What tantivy keeps of a document: the words of each layer with their
//! places, which form of which article it is, and how many lines its layers
//! have. Bodies are not kept.

use crate::search::Layered;
use crate::search::layered::read;
use tantivy::TantivyDocument;
use tantivy::schema::{FAST, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

/// Name of the tokenizer that reads [`Layered`].
const LAYERED: &str = "layered";
/// Fields of words: the four layers, and headlines that the text does not
/// hold.
pub(super) const WORDS: [&str; 5] = ["text", "titles", "comments", "removed", "unwritten"];
/// The field of the [`form`](super::Form) of an article.
pub(super) const FORM: &str = "form";
/// The field of line counts.
pub(super) const LINES: &str = "lines";

/// The fields.
#[derive(Clone, Debug)]
pub(super) struct Fields {
    pub(super) schema: Schema,
    pub(super) words: [Field; 5],
    form: Field,
    lines: Field,
}

impl Fields {
    pub(super) fn new() -> Self {
        let mut builder = Schema::builder();
        let words = TextFieldIndexing::default()
            .set_tokenizer(LAYERED)
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let words = TextOptions::default().set_indexing_options(words);
        let words = WORDS.map(|name| builder.add_text_field(name, words.clone()));
        let form = builder.add_u64_field(FORM, NumericOptions::from(FAST));
        let lines = builder.add_u64_field(LINES, NumericOptions::from(FAST));
        Self { schema: builder.build(), words, form, lines }
    }

    /// The document that tantivy takes; `None` when it has more lines than
    /// are counted.
    pub(super) fn document(&self, form: u64, layered: &Layered) -> Option<TantivyDocument> {
        let mut document = TantivyDocument::new();
        for (field, words) in self.words.iter().zip(layered.words.iter().chain([&layered.unwritten])) {
            if !words.is_empty() {
                document.add_text(*field, words);
            }
        }
        document.add_u64(self.form, form);
        document.add_u64(self.lines, pack(layered.lines)?);
        Some(document)
    }
}

fn pack(lines: [u32; 4]) -> Option<u64> {
    lines.iter().rev().try_fold(0, |packed: u64, n| Some(packed << 16 | u64::from(u16::try_from(*n).ok()?)))
}

/// Line counts of the layers.
pub(super) fn unpack(packed: u64) -> [usize; 4] {
    [0, 16, 32, 48].map(|shift| (packed >> shift & 0xffff) as usize)
}

/// The tokenizers of an index.
pub(super) fn tokenizers() -> TokenizerManager {
    // Fields of numbers ask for the tokenizers that come with tantivy.
    let manager = TokenizerManager::default();
    manager.register(LAYERED, Reads::default());
    manager
}

/// Reads the strings of [`Layered`].
#[derive(Clone, Default)]
struct Reads {
    token: Token,
}

struct Stream<'a, W> {
    words: W,
    token: &'a mut Token,
}

impl Tokenizer for Reads {
    type TokenStream<'a> = Stream<'a, Box<dyn Iterator<Item = (u32, &'a str)> + 'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        self.token.reset();
        self.token.position = 0;
        Stream { words: Box::new(read(text)), token: &mut self.token }
    }
}

impl<'a, W: Iterator<Item = (u32, &'a str)>> TokenStream for Stream<'a, W> {
    fn advance(&mut self) -> bool {
        let Some((distance, word)) = self.words.next() else { return false };
        self.token.position += distance as usize;
        self.token.text.clear();
        self.token.text.push_str(word);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_counts_come_back() {
        assert_eq!(pack([1, 2, 65_535, 4]).map(unpack), Some([1, 2, 65_535, 4]));
        assert_eq!(pack([0, 0, 0, 65_536]), None);
    }
}
