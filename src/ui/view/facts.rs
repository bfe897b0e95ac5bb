//! The table of facts of a comparison: findings, quotes, figures, names, each
//! with both wordings.

use crate::app::Model;
use crate::app::screen::compare::areas::tells_first;
use crate::app::screen::compare::hunks::Layer;
use crate::app::screen::compare::state::Compare;
use crate::job::Compared;
use crate::story::{FigureRelation, QuoteRelation};
use crate::text::Span;
use crate::text::quotes::bare;
use crate::text::sanitise::one_line;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::prose::Prose;
use crate::words::{Lang, msg};

fn heading(out: &mut Prose, text: &str) {
    out.air();
    out.put(0, text, Role::Strong);
}

fn quoted(text: &str, span: Span, lang: Lang) -> String {
    let words = one_line(span.of(text));
    lang.say(msg::ui_quoted(bare(&words)))
}

/// Draws the table, scrolled with the comparison.
pub(crate) fn draw(model: &Model, result: &Compared, c: &Compare, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let width = canvas.width().saturating_sub(2).min(110);
    // Beside the texts it goes on where their head ends.
    let rows = lay(result, lang, width, !tells_first(c)).rows;
    let height = usize::from(canvas.height());
    // As a screen of its own the table scrolls; beside the texts it stays.
    let own = c.presentation == crate::app::screen::compare::rows::Presentation::Table;
    let top = if own { c.top.min(rows.len().saturating_sub(1)) } else { 0 };
    for (i, row) in rows.iter().skip(top).take(height).enumerate() {
        canvas.put_cut(1 + row.indent, i as u16, width.saturating_sub(row.indent), &row.text, theme.plain(row.role));
    }
    if !own && rows.len() > height && height > 0 {
        let more = lang.say(msg::ui_facts_more(rows.len() - height + 1));
        let more = model.with_keys(&more);
        canvas.put_cut(
            1,
            height as u16 - 1,
            width,
            &format!("{more:<width$}", width = usize::from(width)),
            theme.style(Role::Dim),
        );
    }
}

/// Lays the table for a width.
fn lay(result: &Compared, lang: Lang, width: u16, findings: bool) -> Prose {
    let (ta, tb) = (&*result.a.document.text, &*result.b.document.text);
    let cmp = &result.comparison;
    let mut out = Prose::new(width);
    if findings && !cmp.findings.is_empty() {
        heading(&mut out, lang.text(msg::UI_FACTS_FINDINGS));
        for f in &cmp.findings {
            out.put(0, &format!("· {}", lang.say(&f.sentence)), Role::Text);
        }
    }
    if !cmp.doubtful.is_empty() {
        heading(&mut out, lang.text(msg::UI_FACTS_DOUBTFUL));
        for f in &cmp.doubtful {
            out.put(0, &format!("· {}", lang.say(&f.sentence)), Role::Dim);
        }
    }
    if !cmp.quotes.shared.is_empty() {
        heading(&mut out, Layer::Quotes.label(lang));
        for q in &cmp.quotes.shared {
            let verdict = match q.relation {
                QuoteRelation::Same => "=",
                QuoteRelation::Fragment => "⊂",
                QuoteRelation::Variant if cmp.words_differ(q) => "≠",
                QuoteRelation::Variant => "≈",
            };
            let who = q.teller().map_or(String::new(), |t| format!(" {}", t.shown()));
            let role = if cmp.words_differ(q) { Role::Problem } else { Role::Dim };
            out.put(0, &format!("{verdict}{who}"), role);
            out.put(2, &format!("A {}", quoted(ta, q.a, lang)), Role::SideA);
            if q.relation != QuoteRelation::Same {
                out.put(2, &format!("B {}", quoted(tb, q.b, lang)), Role::SideB);
            }
        }
    }
    let figures: Vec<_> = cmp.figures.differing.iter().chain(&cmp.figures.shared).collect();
    if !figures.is_empty() {
        heading(&mut out, Layer::Figures.label(lang));
        for f in figures {
            // A day and its year stay in one row.
            let whole = |words: &str| one_line(words).replace(' ', "\u{a0}");
            let (a, b) = (whole(f.a.of(ta)), whole(f.b.of(tb)));
            let (sign, role) = match f.relation {
                FigureRelation::Same => ("=", Role::Dim),
                FigureRelation::Compatible => ("≈", Role::Text),
                FigureRelation::Differs if cmp.is_told(f) => ("≠", Role::Problem),
                FigureRelation::Differs => ("≠?", Role::Dim),
            };
            out.put(0, &format!("{sign} {a}  |  {b}"), role);
        }
    }
    let e = &cmp.entities;
    heading(&mut out, Layer::Entities.label(lang));
    for (label, names, role) in [
        (msg::UI_FACTS_BOTH, &e.both, Role::Text),
        (msg::UI_FACTS_ONLY_A, &e.only_a, Role::SideA),
        (msg::UI_FACTS_ONLY_B, &e.only_b, Role::SideB),
    ] {
        let names = if names.is_empty() { "—".to_owned() } else { names.join(", ") };
        out.put(0, &lang.say(msg::ui_labelled(label, names)), role);
    }
    out
}
