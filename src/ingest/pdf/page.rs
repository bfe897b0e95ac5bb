//! The text on a page: each piece with its place, its size and its weight.

use super::font::{Font, found, number};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashMap;

/// A piece of text on one base line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Run {
    pub x: f64,
    pub end: f64,
    pub y: f64,
    pub size: f64,
    pub bold: bool,
    pub text: String,
}

/// The pieces of a page, in the order in which they are drawn.
pub(super) type Runs = Vec<Run>;

/// What may still be done for a file.
pub(super) struct Work<'d> {
    operations: usize,
    text: usize,
    /// Fonts by where their dictionaries stand, and what they cost together.
    fonts: HashMap<usize, Font<'d>>,
    held: usize,
    /// True when a page has more than may be read.
    pub cut: bool,
}

impl<'d> Work<'d> {
    /// For a text of so many bytes.
    pub(super) fn new(bytes: usize) -> Self {
        Self { operations: 20_000_000, text: bytes, fonts: HashMap::new(), held: 0, cut: false }
    }

    fn spend(&mut self, operations: usize) {
        self.operations = self.operations.saturating_sub(operations);
    }

    /// The font of a dictionary, read once as long as those that are kept cost
    /// little.
    fn font(&mut self, document: &'d Document, dictionary: &'d Dictionary) {
        let key = std::ptr::from_ref(dictionary) as usize;
        if self.fonts.contains_key(&key) {
            return;
        }
        let font = Font::read(document, dictionary);
        let cost = FONT + font.cost;
        self.spend(cost);
        if self.held + cost > FONTS {
            self.fonts.clear();
            self.held = 0;
        }
        self.held += cost;
        self.fonts.insert(key, font);
    }

    /// True when no more may be done.
    pub(super) fn is_done(&self) -> bool {
        self.operations == 0 || self.text == 0
    }
}

/// Bytes that the drawing of one page and the forms open on it may unpack to.
const CONTENT: usize = 8 << 20;
/// Forms inside forms.
const DEPTH: usize = 6;
/// Pieces of a page that are kept.
const RUNS: usize = 50_000;
/// What a font costs at least, and what those that are kept may cost, in codes.
const FONT: usize = 100;
const FONTS: usize = 1 << 20;
/// Bytes of a drawing that are as much work as an operation.
const BYTES: usize = 16;

/// The text of a page; `None` where it cannot be read.
pub(super) fn runs<'d>(document: &'d Document, id: ObjectId, work: &mut Work<'d>) -> Option<Runs> {
    let bytes = document.get_page_content_with_limit(id, CONTENT).ok();
    work.spend(bytes.as_ref().map_or(CONTENT, Vec::len) / BYTES);
    let bytes = bytes?;
    let content = Content::decode(&bytes).ok()?;
    let (own, above) = document.get_page_resources(id).ok()?;
    let above = above.iter().filter_map(|&id| document.get_dictionary(id).ok());
    let resources: Vec<&Dictionary> = own.into_iter().chain(above).collect();
    let mut drawing = Drawing { document, work, open: bytes.len(), runs: Vec::new() };
    drawing.draw(&content.operations, &resources, TextState::new(), 0);
    Some(drawing.runs)
}

/// A change of coordinates.
type Matrix = [f64; 6];

const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `a`, then `b`.
fn then(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

#[derive(Clone)]
struct TextState {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    font: Option<Vec<u8>>,
    size: f64,
    letter: f64,
    word: f64,
    stretch: f64,
    leading: f64,
}

impl TextState {
    fn new() -> Self {
        Self {
            page: SAME,
            text: SAME,
            line: SAME,
            font: None,
            size: 0.0,
            letter: 0.0,
            word: 0.0,
            stretch: 1.0,
            leading: 0.0,
        }
    }

    fn go(&mut self, x: f64, y: f64) {
        self.line = then(&[1.0, 0.0, 0.0, 1.0, x, y], &self.line);
        self.text = self.line;
    }
}

struct Drawing<'d, 'w> {
    document: &'d Document,
    work: &'w mut Work<'d>,
    /// Bytes of the page and of the forms that are open on it.
    open: usize,
    runs: Runs,
}

impl<'d> Drawing<'d, '_> {
    /// True when no more of the page may be read.
    fn is_full(&mut self) -> bool {
        self.work.cut |= self.runs.len() >= RUNS;
        self.work.is_done() || self.runs.len() >= RUNS
    }

    fn draw(&mut self, operations: &[Operation], resources: &[&'d Dictionary], mut state: TextState, depth: usize) {
        let mut kept: Vec<TextState> = Vec::new();
        for operation in operations {
            if self.is_full() {
                return;
            }
            self.work.spend(1);
            let o = &operation.operands;
            let n = |i: usize| o.get(i).and_then(number).unwrap_or(0.0);
            match operation.operator.as_str() {
                "q" if kept.len() < 1000 => kept.push(state.clone()),
                "Q" => state = kept.pop().unwrap_or(state),
                "cm" => state.page = then(&[n(0), n(1), n(2), n(3), n(4), n(5)], &state.page),
                "BT" => (state.text, state.line) = (SAME, SAME),
                "Tf" => {
                    state.font = o.first().and_then(|f| f.as_name().ok()).map(<[u8]>::to_vec);
                    state.size = n(1);
                }
                "Td" => state.go(n(0), n(1)),
                "TD" => {
                    state.leading = -n(1);
                    state.go(n(0), n(1));
                }
                "Tm" => {
                    state.line = [n(0), n(1), n(2), n(3), n(4), n(5)];
                    state.text = state.line;
                }
                "T*" => state.go(0.0, -state.leading),
                "Tc" => state.letter = n(0),
                "Tw" => state.word = n(0),
                "Tz" => state.stretch = n(0) / 100.0,
                "TL" => state.leading = n(0),
                "Tj" => self.show(o, resources, &mut state),
                "'" => {
                    state.go(0.0, -state.leading);
                    self.show(o, resources, &mut state);
                }
                "\"" => {
                    (state.word, state.letter) = (n(0), n(1));
                    state.go(0.0, -state.leading);
                    self.show(&o[o.len().min(2)..], resources, &mut state);
                }
                "TJ" => {
                    if let Some(Object::Array(pieces)) = o.first() {
                        self.show(pieces, resources, &mut state);
                    }
                }
                "Do" if depth < DEPTH => self.form(o, resources, &state, depth),
                _ => {}
            }
        }
    }

    /// A drawing inside the drawing.
    fn form(&mut self, operands: &[Object], resources: &[&'d Dictionary], state: &TextState, depth: usize) {
        let Some(Ok(name)) = operands.first().map(Object::as_name) else { return };
        let form = resources.iter().find_map(|r| {
            let forms = found(self.document, r, b"XObject")?.as_dict().ok()?;
            found(self.document, forms, name)?.as_stream().ok()
        });
        let Some(form) = form.filter(|f| f.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|s| s == b"Form"))
        else {
            return;
        };
        let most = CONTENT.saturating_sub(self.open);
        let bytes = form.get_plain_content_with_limit(most);
        // What was unpacked is work as well, and so is what was more than it may be.
        self.work.spend(bytes.as_ref().map_or(most, Vec::len) / BYTES);
        let Ok(bytes) = bytes else {
            self.work.cut = true;
            return;
        };
        let Ok(content) = Content::decode(&bytes) else { return };
        let mut state = state.clone();
        if let Some(matrix) = found(self.document, &form.dict, b"Matrix").and_then(|m| m.as_array().ok())
            && let [a, b, c, d, e, f] = matrix.iter().filter_map(number).collect::<Vec<_>>()[..]
        {
            state.page = then(&[a, b, c, d, e, f], &state.page);
        }
        let own = found(self.document, &form.dict, b"Resources").and_then(|r| r.as_dict().ok());
        let resources: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).take(DEPTH * 4).collect();
        self.open += bytes.len();
        self.draw(&content.operations, &resources, state, depth + 1);
        self.open -= bytes.len();
    }

    /// Shows strings; numbers between them move on.
    fn show(&mut self, pieces: &[Object], resources: &[&'d Dictionary], state: &mut TextState) {
        let Some(name) = state.font.as_deref() else { return };
        let dictionary = resources.iter().find_map(|r| {
            let fonts = found(self.document, r, b"Font")?.as_dict().ok()?;
            found(self.document, fonts, name)?.as_dict().ok()
        });
        let Some(dictionary) = dictionary else { return };
        self.work.font(self.document, dictionary);
        for piece in pieces {
            if self.is_full() {
                return;
            }
            self.work.spend(1);
            let Some(font) = self.work.fonts.get(&(std::ptr::from_ref(dictionary) as usize)) else { return };
            if let Some(n) = number(piece) {
                state.text = then(&[1.0, 0.0, 0.0, 1.0, -n / 1000.0 * state.size * state.stretch, 0.0], &state.text);
                continue;
            }
            let Object::String(bytes, _) = piece else { continue };
            let from = then(&state.text, &state.page);
            let mut text = String::new();
            let mut advance = 0.0;
            for code in bytes.chunks(font.code) {
                // A code may mean many letters.
                if text.len() >= self.work.text {
                    break;
                }
                let number = code.iter().fold(0, |n, &b| n << 8 | u32::from(b));
                font.say(code, &mut text);
                let word = if font.code == 1 && number == 32 { state.word } else { 0.0 };
                advance += (font.width(number) / 1000.0 * state.size + state.letter + word) * state.stretch;
            }
            state.text = then(&[1.0, 0.0, 0.0, 1.0, advance, 0.0], &state.text);
            let to = then(&state.text, &state.page);
            let size = state.size.abs() * from[2].hypot(from[3]);
            // Text that runs upwards is no running text.
            let level = (to[5] - from[5]).abs() <= (to[4] - from[4]).abs();
            if text.trim().is_empty() || !level || !(size.is_finite() && from[4].is_finite() && from[5].is_finite()) {
                continue;
            }
            let bold = font.bold;
            self.work.text = self.work.text.saturating_sub(text.len());
            self.runs.push(Run { x: from[4].min(to[4]), end: from[4].max(to[4]), y: from[5], size, bold, text });
        }
    }
}
