//! Single words in which two sentences of one frame differ: another point of the compass, or
//! one thing where the other has several.

use super::draft::{Draft, Input, at, text};
use crate::lang::{self, FigureWord, Grammar, Tags};
use crate::story::lexicon;
use crate::story::passages::Worked;
use crate::story::prepare::{Token, flag};
use crate::story::types::{FindingKind, Grade};
use crate::text::fold;
use crate::words::msg;

/// Words of the longest sentence that is looked at: many links may be of one that never ends.
const LONG: usize = 200;

/// Words of two linked sentences.
struct Sentences<'i> {
    input: &'i Input<'i>,
    tokens: [&'i [Token]; 2],
}

impl Sentences<'_> {
    fn folded(&self, side: usize, i: usize) -> String {
        self.tokens[side].get(i).map(|t| fold(text(self.input, side, t.span))).unwrap_or_default()
    }

    /// The words with content behind a place of each that go on alike.
    fn behind(&self, i: usize, j: usize) -> usize {
        let of = |side: usize, from: usize| self.tokens[side].iter().skip(from).filter(|t| !t.is(flag::FUNCTION));
        of(0, i + 1).zip(of(1, j + 1)).take_while(|(x, y)| x.stem == y.stem).count()
    }

    /// The same before it.
    fn led(&self, i: usize, j: usize) -> usize {
        let of = |side: usize, to: usize| self.tokens[side][..to].iter().rev().filter(|t| !t.is(flag::FUNCTION));
        of(0, i).zip(of(1, j)).take_while(|(x, y)| x.stem == y.stem).count()
    }

    /// Places of each that are of one kind, every one with every other.
    fn places(&self, is: impl Fn(usize, usize) -> bool) -> Vec<[usize; 2]> {
        let of = |side: usize| (0..self.tokens[side].len()).filter(|&i| is(side, i)).collect::<Vec<_>>();
        let (x, y) = (of(0), of(1));
        x.iter().flat_map(|&i| y.iter().map(move |&j| [i, j])).collect()
    }
}

/// What single words differ in.
pub(super) fn words(input: &Input<'_>, out: &mut Vec<Draft>) {
    if !input.one_event() {
        return;
    }
    for w in input.works.iter().filter(|w| w.link.grade == Grade::Sure) {
        let tokens = [&*input.sentences[0][w.a].tokens, &*input.sentences[1][w.b].tokens];
        if tokens.iter().any(|t| t.len() > LONG) {
            continue;
        }
        let s = Sentences { input, tokens };
        compass(&s, out);
        if w.near {
            several(&s, w, out);
        }
    }
}

/// *Le sud de la France* and *le sud-ouest de la France*.
fn compass(s: &Sentences<'_>, out: &mut Vec<Draft>) {
    let points = s.places(|side, i| {
        let of = Tags::of_folded(&s.folded(side, i + 1));
        lexicon::is_compass(&s.folded(side, i)) && of.is(Grammar::Genitive | Grammar::ContractedGenitive)
    });
    for [i, j] in points {
        let (x, y) = (s.folded(0, i), s.folded(1, j));
        if x == y || s.behind(i, j) == 0 {
            continue;
        }
        let part = x.contains(&y) || y.contains(&x);
        let said = |side: usize, i: usize| {
            let t = s.tokens[side][i];
            let end = s.tokens[side].iter().skip(i + 1).find(|t| !t.is(flag::FUNCTION)).map_or(t.span, |t| t.span);
            (t.span, at(s.input, side, t.span.join(end)))
        };
        let draft = Draft::pair(FindingKind::Place, msg::FINDING_PLACE, said(0, i), said(1, j));
        out.push(if part { draft.minor() } else { draft });
    }
}

/// *D'une conversation entre eux* and *de conversations entre eux*.
fn several(s: &Sentences<'_>, w: &Worked, out: &mut Vec<Draft>) {
    let within = [w.link.a, w.link.b];
    let one = |side: usize, i: usize| i > 0 && Tags::of_folded(&s.folded(side, i - 1)).is(FigureWord::One);
    let many = |side: usize, i: usize| {
        let before = Tags::of_folded(&i.checked_sub(1).map(|k| s.folded(side, k)).unwrap_or_default());
        before.is(Grammar::Genitive | Grammar::IndefiniteArticle) && !before.is(FigureWord::One)
    };
    let nouns = s.places(|side, i| {
        let t = s.tokens[side][i];
        within[side].contains(t.span)
            && !t.is(flag::FUNCTION | flag::NAME | flag::DIGIT)
            && (one(side, i) || many(side, i))
    });
    for [i, j] in nouns {
        let [x, y] = [s.folded(0, i), s.folded(1, j)];
        let grown = |x: &str, y: &str| y.strip_suffix(['s', 'x']) == Some(x) && lang::any(|l| l.is_plural(y));
        let exchanged = one(0, i) && many(1, j) && grown(&x, &y) || many(0, i) && one(1, j) && grown(&y, &x);
        if exchanged && s.behind(i, j) > 0 && s.led(i.saturating_sub(1), j.saturating_sub(1)) > 0 {
            let said = |side: usize, i: usize| {
                let span = s.tokens[side][i - 1].span.join(s.tokens[side][i].span);
                (span, at(s.input, side, span))
            };
            out.push(Draft::pair(FindingKind::Figure, msg::FINDING_SEVERAL, said(0, i), said(1, j)).minor());
        }
    }
}
