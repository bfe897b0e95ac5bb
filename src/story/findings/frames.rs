//! Figures of one thing with two values, told by the words around them: *trois personnes ont
//! été tuées* and *quatre personnes ont été tuées*. Nobody has paired the two before: they
//! may stand anywhere in two linked sentences.

use super::draft::{Draft, Input, at};
use super::figures::{has, is_round, one_thing, shared_around};
use super::frame;
use crate::fact::{Agreement, Bound, Figure, FigureKind, figure};
use crate::story::passages::Worked;
use crate::story::prepare::{Token, flag};
use crate::story::types::{FindingKind, Grade, PassageKind};
use crate::text::Span;
use crate::words::msg;

/// Figures looked at in one sentence.
const LIMIT: usize = 24;

/// Words with content behind two figures from which they stand in one frame.
const BEHIND: usize = 2;
/// Words around them that make one where only the noun goes on alike.
const AROUND: usize = 4;
/// Words around them from which they are worth a look.
const NEAR: usize = 3;

/// Two figures of linked sentences.
struct Pair<'p, 'i> {
    input: &'p Input<'i>,
    works: &'p Worked,
    figures: [&'i Figure; 2],
    /// Each is the only figure of its thing in its sentence.
    alone: bool,
}

/// Figures with another value in the same frame of words.
pub(super) fn frames(input: &Input<'_>, out: &mut Vec<Draft>) {
    if !input.one_event() {
        return;
    }
    for w in input.works.iter().filter(|w| w.kind != PassageKind::Identical) {
        let within = |side: usize, s: Span| -> Vec<&Figure> {
            input.counted(side).filter(|f| s.contains(f.number)).take(LIMIT).collect()
        };
        let (x, y) = (within(0, w.link.a), within(1, w.link.b));
        let alone = |list: &[&Figure], f: &Figure| list.iter().filter(|o| one_thing(o, f)).count() == 1;
        for f in &x {
            for g in y.iter().filter(|g| one_thing(f, g)) {
                let alone = alone(&x, f) && alone(&y, g);
                let pair = Pair { input, works: w, figures: [f, g], alone };
                if pair.is_of_two_values() {
                    out.extend(pair.said());
                }
            }
        }
    }
}

impl Pair<'_, '_> {
    /// True when the two differ, neither text has the other's value, and nothing sets them
    /// apart.
    fn is_of_two_values(&self) -> bool {
        let [f, g] = self.figures;
        figure::compare(f, g) == Agreement::Differs
            && ![f, g].iter().any(|x| x.bound == Bound::Magnitude)
            && (f.kind != FigureKind::Count || f.noun.is_some())
            && !(is_round(f, g) || is_round(g, f) || has(self.input, 1, f) || has(self.input, 0, g))
            // A rank of a place is a place itself.
            && (f.kind == FigureKind::Rank || frame::is_shared(self.input, self.works, f, g))
    }

    /// The finding, with a doubt unless the words around leave none.
    fn said(&self) -> Option<Draft> {
        let [f, g] = self.figures;
        let (x, y) = ((f.number, at(self.input, 0, f.span)), (g.number, at(self.input, 1, g.span)));
        let draft = Draft::pair(FindingKind::Figure, msg::FINDING_FIGURE, x, y);
        if self.is_told() { Some(draft) } else { self.is_likely().then(|| draft.doubtful()) }
    }

    fn is_told(&self) -> bool {
        let [f, g] = self.figures;
        let (behind, around) = (self.behind(), self.around());
        let framed = match f.kind {
            FigureKind::Count => behind >= BEHIND || self.alone && behind >= 1 && around >= AROUND,
            FigureKind::Percent | FigureKind::Money => self.alone && behind >= BEHIND && around >= AROUND,
            _ => false,
        };
        let guessed = f.doubtful || g.doubtful;
        // A count grows from day to day.
        framed && !guessed && self.is_sure() && frame::one_day(self.input) != Some(false)
    }

    fn is_likely(&self) -> bool {
        let (behind, around) = (self.behind(), self.around());
        match self.figures[0].kind {
            FigureKind::Count => behind >= 1 && (around >= NEAR || self.alone && self.is_sure()),
            FigureKind::Percent | FigureKind::Money => self.alone && behind >= 1 && around >= NEAR,
            FigureKind::Clock => self.alone && around >= NEAR,
            FigureKind::Rank => self.is_only() && around >= 1,
            _ => false,
        }
    }

    fn is_sure(&self) -> bool {
        self.works.link.grade == Grade::Sure
    }

    /// True when each text has its figure alone of what both count.
    fn is_only(&self) -> bool {
        let [f, g] = self.figures;
        let one = |side: usize, f: &Figure| {
            self.input.counted(side).filter(|o| one_thing(o, f)).all(|o| (o.low, o.high) == (f.low, f.high))
        };
        one(0, f) && one(1, g)
    }

    /// Words with content around both.
    fn around(&self) -> usize {
        shared_around(self.input, self.works, self.figures[0].span, self.figures[1].span)
    }

    /// Words with content that go on alike behind both numbers, the noun being the first.
    fn behind(&self) -> usize {
        let tokens = |side: usize, i: usize, f: &Figure| -> Vec<&Token> {
            let tokens = &self.input.sentences[side][i].tokens;
            let from = tokens.partition_point(|t| t.span.start < f.number.end);
            tokens[from..].iter().filter(|t| !t.is(flag::FUNCTION)).collect()
        };
        let [f, g] = self.figures;
        let (x, y) = (tokens(0, self.works.a, f), tokens(1, self.works.b, g));
        x.iter().zip(&y).take_while(|(x, y)| x.stem == y.stem).count()
    }
}
