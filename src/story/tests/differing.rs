//! A story's matrix says of two texts what their comparison says, and no more.

use super::*;
use crate::story::executor::Sequential;
use crate::story::matrix::{Matrix, State, matrix};

/// Three reports of one accident: figures and quoted words differ, a name is spelt otherwise
/// in a sentence that no other has.
fn reports() -> Vec<Read> {
    let texts = [&[0, 2, 4, 6, 9][..], &[0, 3, 5, 6], &[1, 2, 4, 11]];
    texts.iter().map(|t| read(&t.iter().map(|i| SENTENCES[*i]).collect::<Vec<_>>().join("\n\n"))).collect()
}

fn laid(reads: &[Read]) -> Matrix {
    matrix(&reads.iter().map(Read::side).collect::<Vec<_>>(), &executor::Sequential)
}

#[test]
fn what_a_comparison_tells_of_two_texts_stands_in_cells_of_both() {
    let reads = reports();
    let m = laid(&reads);
    let mut told = 0;
    for (i, j) in [(0, 1), (0, 2), (1, 2)] {
        let c = compare(reads[i].side(), reads[j].side(), &Options::default());
        for f in c.findings.iter().filter(|f| f.kind != FindingKind::Update) {
            let Some((a, b)) = f.a.zip(f.b) else { continue };
            told += 1;
            for (column, span) in [(i, a), (j, b)] {
                let cell = |r: &matrix::MatrixRow| {
                    let cell = &r.cells[column];
                    cell.spans.iter().any(|s| s.touches(span)) && cell.signs() == "≠"
                };
                assert!(m.rows.iter().any(cell), "{:?} of {column} in {:?}", f, m.rows);
            }
        }
    }
    assert!(told >= 2, "{:?}", m.differences);
}

#[test]
fn a_cell_differs_only_where_a_comparison_says_so_and_says_in_what() {
    let reads = reports();
    let m = laid(&reads);
    for row in &m.rows {
        for (column, cell) in row.cells.iter().enumerate() {
            assert_eq!(cell.state == State::Differs, !cell.differences.is_empty(), "{cell:?}");
            for d in cell.differences.iter().map(|&i| &m.differences[i]) {
                let side = d.columns.iter().position(|c| *c == column).expect("it is about the text");
                assert!(cell.spans.iter().any(|s| s.touches(d.spans[side])), "{d:?}");
                let [i, j] = d.columns;
                let c = compare(reads[i].side(), reads[j].side(), &Options::default());
                let is = |f: &Finding| (f.a, f.b) == (Some(d.spans[0]), Some(d.spans[1]));
                let linked = c.passages.iter().any(|p| p.kind == PassageKind::Differs && p.a.touches(d.spans[0]));
                assert_eq!(c.findings.iter().any(is), !d.doubtful, "{d:?}");
                assert!(!d.doubtful || linked || c.doubtful.iter().any(is), "{d:?}");
            }
        }
    }
}

#[test]
fn a_brief_gives_the_differences_that_the_matrix_tells_as_facts() {
    let reads = reports();
    let sides: Vec<Side<'_>> = reads.iter().map(Read::side).collect();
    let signatures: Vec<Signature> = reads.iter().map(|r| signature(&r.document)).collect();
    let inputs: Vec<StoryInput<'_>> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let stories = group(&inputs, &GroupOptions::default());
    let (all, undated) = brief::since(&stories.stories, &signatures, None);
    assert_eq!((all.len(), undated), (stories.stories.len(), 0));
    let story = all.iter().find(|s| s.members.len() == 3).expect("the three are one story");
    let members: Vec<Side<'_>> = story.members.iter().map(|m| sides[m.index]).collect();
    let item = brief::item(story, &members, &stories.reprints, &Sequential);
    let told = item.matrix.differences.iter().filter(|d| !d.doubtful).count();
    assert!(!item.differences.is_empty() && item.differences.len() <= told);
    for d in &item.differences {
        let c = compare(sides[d.a], sides[d.b], &Options::default());
        assert!(c.findings.iter().any(|f| f.sentence == d.sentence), "{d:?}");
    }
}

#[test]
fn without_a_known_day_a_story_is_left_out_of_a_brief_of_a_day_and_counted() {
    let signatures: Vec<Signature> = reports().iter().map(|r| signature(&r.document)).collect();
    let inputs: Vec<StoryInput<'_>> = signatures.iter().map(|signature| StoryInput { signature }).collect();
    let stories = group(&inputs, &GroupOptions::default());
    let (told, undated) = brief::since(&stories.stories, &signatures, "2026-03-01".parse().ok());
    assert_eq!((told.len(), undated), (0, stories.stories.len()));
}
