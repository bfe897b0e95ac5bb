//! Where the parts of a story's two screens stand: the table, and the
//! passages of what is under the cursor, beside it or below.

use crate::app::area::Area;

/// The passages stand beside the table from here.
pub const BESIDE_FROM: u16 = 150;
/// Rows above the facts: the name, a summary, two rows of names.
pub const HEAD: u16 = 4;
/// Rows above the timeline: the name, a summary, air.
pub const TIMELINE_HEAD: u16 = 3;
/// The legend goes below this many rows of the table.
const LEGEND_FROM: u16 = 10;
/// The passages go below this many rows of the screen.
const DETAIL_FROM: u16 = 14;
/// Columns left of a fact: the cursor's mark, the count of origins.
pub const COUNT: u16 = 6;
/// Columns of a text, at least and at most.
const NARROWEST: u16 = 6;
const WIDEST: u16 = 14;

/// Table and passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// Table or timeline.
    pub table: Area,
    /// The passages; empty when there is no room.
    pub detail: Area,
    /// The passages stand beside the table.
    pub beside: bool,
}

/// Divides a screen's body.
pub fn areas(body: Area) -> Areas {
    if body.width >= BESIDE_FROM {
        let width = (body.width * 2 / 5).min(84);
        let (table, detail) = body.split_left(body.width - width);
        return Areas { table, detail, beside: true };
    }
    if body.height < DETAIL_FROM {
        return Areas { table: body, detail: Area::default(), beside: false };
    }
    let (table, detail) = body.split_bottom((body.height / 3).clamp(6, 14));
    Areas { table, detail, beside: false }
}

/// The columns of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Columns of a fact's words.
    pub fact: u16,
    /// Columns of a text.
    pub each: u16,
    /// Texts on the screen.
    pub shown: usize,
}

/// Fits so many texts beside the facts: all of them if that leaves nearly
/// half of the width to the words.
pub fn columns(width: u16, texts: usize) -> Columns {
    let words = (width * 9 / 20).max(24).min(width.saturating_sub(COUNT + NARROWEST));
    let room = width.saturating_sub(COUNT + words + 1);
    let n = u16::try_from(texts.max(1)).unwrap_or(u16::MAX);
    let each = (room / n).clamp(NARROWEST, WIDEST);
    let shown = usize::from((room / each).max(1)).min(texts.max(1));
    let used = each * shown as u16;
    Columns { fact: width.saturating_sub(COUNT + used + 1), each, shown }
}

/// Facts on the screen of a table of that height.
pub fn fact_rows(height: u16) -> usize {
    usize::from(height.saturating_sub(HEAD + u16::from(has_legend(height))))
}

/// Whether the signs are explained below the table.
pub fn has_legend(height: u16) -> bool {
    height >= LEGEND_FROM
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_never_exceed_the_width_and_the_words_keep_their_share() {
        for width in 0..260 {
            for texts in 0..60 {
                let c = columns(width, texts);
                let used = COUNT + c.fact + c.each * c.shown as u16;
                assert!(c.shown >= 1 && (used <= width || width < COUNT + NARROWEST + 1), "{width} {texts} {c:?}");
                assert!(width < 60 || c.fact >= 24, "{width} {texts} {c:?}");
            }
        }
    }

    #[test]
    fn many_texts_scroll_and_few_are_wide() {
        assert_eq!(columns(80, 30).each, NARROWEST);
        assert!(columns(80, 30).shown < 30 && columns(80, 30).shown >= 6);
        assert_eq!(columns(200, 3).each, WIDEST);
    }
}
