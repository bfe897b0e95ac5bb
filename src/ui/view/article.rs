//! The article pane: nothing between the reader and the text.

use crate::app::Model;
use crate::app::panes::{Pane, article_text};
use crate::app::screen::main::article::row_table::{ArticleRow, Part};
use crate::app::screen::main::article::view::{LABEL_WIDTH, View};
use crate::app::view;
use crate::corpus::{Document, LineKind};
use crate::entity::Entity;
use crate::text::Span;
use crate::text::justify::Justified;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::theme::Theme;
use crate::ui::widget::marked_text::MarkedText;
use crate::ui::widget::pane_name::pane_name;
use crate::ui::widget::signs::entity_role;
use crate::words::msg;
use ratatui::style::Style;

/// Where a text should be that is not there: that it is being read, or why it
/// cannot be.
fn absent(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let width = canvas.width().saturating_sub(4);
    let trouble = model.article.document.and_then(|id| model.library.troubles.get(&id));
    let Some(said) = trouble else {
        if model.awaits_text() {
            canvas.put_cut(2, 2, width, model.lang().text(msg::UI_READING), theme.style(Role::Dim));
        }
        return;
    };
    let rows = crate::text::wrap::rows(said, Span::new(0, said.len()), usize::from(width).max(1));
    for (i, row) in rows.into_iter().enumerate().take(usize::from(canvas.height())) {
        canvas.put_cut(2, i as u16 + 2, width, row.of(said), theme.style(Role::Problem));
    }
}

/// Draws the pane; with `names`, mentions are highlighted by their kind.
pub(crate) fn draw(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>, names: bool) {
    let lang = model.lang();
    let focus = model.focus == Pane::Article;
    let (Some(id), Some(layout)) = (model.article.document, model.article.rows()) else {
        pane_name(theme, canvas, lang.text(msg::UI_ARTICLE), "", focus);
        absent(model, theme, canvas);
        return;
    };
    let (Some(document), Some(card)) = (model.library.corpus.get(id), model.library.card(id)) else { return };
    let name = format!("{} · {}", card.source_label(lang), card.name);
    pane_name(theme, canvas, &name, &position(model), focus);
    let (x, columns) = article_text(model.article.view, canvas.width(), model.choices.measure);
    let entities = model.entities.names.as_deref().unwrap_or_default();
    let height = usize::from(canvas.height().saturating_sub(1));
    let rows: Vec<ArticleRow<'_>> = layout.rows.from(model.article.top).take(height).collect();
    let seen = seen(&rows);
    let marks = marks(model, document, if names { entities } else { &[] }, seen);
    let typography = model.choices.typography;
    let text = MarkedText { theme, document, marks: &marks };
    for (i, row) in rows.iter().enumerate() {
        let y = i as u16 + 1;
        gutter(theme, canvas, y, x, row, lang);
        let style = base(theme, row.part);
        match row.words {
            Some(words) => {
                let at = if matches!(row.part, Part::Hidden(_)) { centred(words, columns) } else { 0 };
                canvas.put(x + at, y, words, style);
            }
            None => {
                let at = model.article.top + i;
                let spread = if typography.justified {
                    layout.justified(at, &document.text, columns.into())
                } else {
                    Justified::RAGGED
                };
                let end = text.put_spread(canvas, x, y, row.span, style, spread);
                if row.hyphen {
                    canvas.put(end, y, "-", style);
                }
            }
        }
        if typography.focus_line && i == model.article.height / 3 {
            canvas.style(x, y, columns, theme.style(Role::Selection));
        }
    }
}

fn centred(words: &str, columns: u16) -> u16 {
    columns.saturating_sub(crate::text::width::width(words) as u16) / 2
}

/// From the first to the last byte on the screen.
fn seen(rows: &[ArticleRow<'_>]) -> Span {
    let spans = rows.iter().filter(|r| r.words.is_none()).map(|r| r.span);
    spans.reduce(Span::join).unwrap_or_default()
}

/// "marked · ¶3/11 · 12 %".
fn position(model: &Model) -> String {
    let lang = model.lang();
    let Some(layout) = model.article.rows() else { return String::new() };
    let mut parts = Vec::new();
    if model.article.view != View::Clean {
        parts.push(model.article.view.label(lang).to_owned());
    }
    let bottom = model.article.top + model.article.height;
    let all = layout.paragraphs.len();
    if all > 0 {
        // Where it begins and ends one is at the first and at the last.
        let at = match model.article.top {
            0 => 1,
            _ if bottom >= layout.rows.len() => all,
            top => layout.paragraph_at(top + model.article.height / 3).unwrap_or(1),
        };
        parts.push(format!("¶{at}/{all}"));
    }
    let rows = layout.rows.len();
    if rows > model.article.height {
        let share = (model.article.top * 100) / (rows - model.article.height);
        parts.push(if bottom >= rows {
            lang.text(msg::UI_POSITION_END).to_owned()
        } else {
            lang.say(msg::ui_percent(share))
        });
    }
    parts.join(" · ")
}

fn base(theme: &Theme, part: Part) -> Style {
    match part {
        Part::Title => theme.style(Role::Strong),
        Part::Claims | Part::Kept | Part::Hidden(_) => theme.style(Role::Dim),
        Part::Standfirst => theme.style(Role::Standfirst),
        Part::Subheading => theme.style(Role::Strong),
        Part::Caption => theme.style(Role::Caption),
        Part::Note => theme.style(Role::Note),
        Part::Labelled(kind) if kind.is_noise() => theme.style(Role::Noise),
        Part::Labelled(LineKind::Title | LineKind::Subheading) => theme.style(Role::Strong),
        _ => theme.style(Role::Text),
    }
}

/// What stands left of the text: paragraph numbers, kinds, line numbers.
fn gutter(theme: &Theme, canvas: &mut Canvas<'_>, y: u16, x: u16, row: &ArticleRow<'_>, lang: crate::words::Lang) {
    if !row.first {
        return;
    }
    match row.part {
        Part::Paragraph(n) if x >= 5 => {
            let label = if n < 1000 { format!("¶{n}") } else { n.to_string() };
            canvas.put_right(x - 1, y, &label, theme.style(Role::Dim));
        }
        Part::Labelled(kind) => {
            let (sign, role) = match kind {
                k if k.is_noise() => ("−", Role::Noise),
                k if k.is_furniture() => ("·", Role::Dim),
                _ => (" ", Role::Dim),
            };
            canvas.put(1, y, sign, theme.style(role));
            canvas.put_cut(2, y, LABEL_WIDTH as u16 - 2, view::kind_name(kind, lang), theme.style(Role::Dim));
        }
        Part::Numbered(n) => {
            canvas.put_right(5, y, &n.to_string(), theme.style(Role::Dim));
        }
        _ => {}
    }
}

/// Everything that is highlighted in the visible part, sorted by start; what comes
/// later wins.
fn marks(model: &Model, document: &Document, entities: &[Entity], seen: Span) -> Vec<(Span, Role)> {
    let mut marks: Vec<(Span, Role)> = Vec::new();
    let noted = model.article.annotations.notes.iter().flat_map(|n| &n.spans);
    marks.extend(noted.filter(|s| s.touches(seen)).map(|s| (*s, Role::Noted)));
    for e in entities.iter().filter(|e| !model.library.is_hidden(e)) {
        let from = e.mentions.partition_point(|m| m.span.end <= seen.start);
        let here = e.mentions[from..].iter().take_while(|m| m.span.start < seen.end);
        marks.extend(here.map(|m| (m.span, entity_role(e.kind))));
    }
    if model.article.view != View::Clean {
        marks.extend(document.cuts.iter().filter(|c| c.span.touches(seen)).map(|c| (c.span, Role::Noise)));
    }
    if let Some(find) = &model.article.find {
        let from = find.hits.partition_point(|h| h.end <= seen.start);
        for (i, hit) in find.hits.iter().enumerate().skip(from).take_while(|(_, h)| h.start < seen.end) {
            marks.push((*hit, if i == find.current { Role::HitCurrent } else { Role::Hit }));
        }
    }
    if let Some(highlighted) = model.article.highlighted
        && model.article.find.is_none()
    {
        marks.push((highlighted, Role::Highlighted));
    }
    if let Some(s) = model.article.selection {
        marks.push((s.span, Role::Picked));
    }
    marks.sort_by_key(|(s, _)| s.start);
    marks
}
