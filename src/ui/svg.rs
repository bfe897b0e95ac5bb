//! A frame as a picture: SVG with real text, so that it can be searched and
//! read aloud. Same frame, same bytes.

use crate::text::width::width;
use crate::ui::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// Width of a cell in user units: that of DejaVu Sans Mono at 14.
const CELL: f64 = 8.43;
const ROW: f64 = 18.0;
const FONT: f64 = 14.0;
const PAD: f64 = 12.0;

fn hex(c: Color, reset: &str) -> String {
    match c {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        Color::Black => "#000000".into(),
        Color::Red | Color::LightRed => "#e0705a".into(),
        Color::Green | Color::LightGreen => "#5fc9a0".into(),
        Color::Yellow | Color::LightYellow => "#e6b450".into(),
        Color::Blue | Color::LightBlue => "#56b4e9".into(),
        Color::Magenta | Color::LightMagenta => "#d79ac0".into(),
        Color::Cyan | Color::LightCyan => "#66c2d0".into(),
        Color::DarkGray => "#5b626c".into(),
        Color::Gray | Color::White => "#d6d9de".into(),
        _ => reset.to_owned(),
    }
}

fn escape(s: &str) -> String {
    s.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Mixes two colours given as `#rrggbb`: for dim text.
fn mix(a: &str, b: &str) -> String {
    let part = |s: &str, i: usize| u16::from_str_radix(s.get(i..i + 2).unwrap_or("80"), 16).unwrap_or(128);
    let m = |i| (part(a, i) * 3 + part(b, i) * 2) / 5;
    format!("#{:02x}{:02x}{:02x}", m(1), m(3), m(5))
}

/// Draws the frame. `title` names the picture for those who do not see it.
pub fn svg(buffer: &Buffer, theme: &Theme, title: &str) -> String {
    let theme = if theme.ground_colours().is_some() { theme.clone() } else { theme.clone().with_ground() };
    let (ground, text) = theme.ground_colours().unwrap_or((Color::Black, Color::White));
    let (ground, text) = (hex(ground, "#000000"), hex(text, "#ffffff"));
    let w = f64::from(buffer.area.width) * CELL + 2.0 * PAD;
    let h = f64::from(buffer.area.height) * ROW + 2.0 * PAD;
    let mut out = String::new();
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w:.0} {h:.0}\" width=\"{w:.0}\" height=\"{h:.0}\" role=\"img\">"
    );
    let _ = writeln!(out, "<title>{}</title>", escape(title));
    let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>");
    let _ = writeln!(
        out,
        "<g font-family=\"'DejaVu Sans Mono', 'Menlo', 'Consolas', monospace\" font-size=\"{FONT}\" xml:space=\"preserve\">"
    );
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let first = &buffer[(x, y)];
            let look = (first.fg, first.bg, first.modifier);
            let from = x;
            let mut run = String::new();
            let mut cells = 0;
            while x < buffer.area.width {
                let c: &Cell = &buffer[(x, y)];
                if (c.fg, c.bg, c.modifier) != look {
                    break;
                }
                let columns = width(c.symbol()).max(1) as u16;
                run.push_str(c.symbol());
                cells += columns;
                x += columns;
            }
            draw_run(&mut out, from, y, cells, &run, look, (&ground, &text));
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn draw_run(
    out: &mut String,
    x: u16,
    y: u16,
    cells: u16,
    run: &str,
    (fg, bg, modifier): (Color, Color, Modifier),
    (ground, text): (&str, &str),
) {
    let (mut fg, mut bg) = (hex(fg, text), hex(bg, ground));
    if modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut fg, &mut bg);
    }
    if modifier.contains(Modifier::DIM) {
        fg = mix(&fg, &bg);
    }
    let left = PAD + f64::from(x) * CELL;
    let top = PAD + f64::from(y) * ROW;
    let length = f64::from(cells) * CELL;
    if bg != ground {
        let _ = writeln!(
            out,
            "<rect x=\"{left:.2}\" y=\"{top:.2}\" width=\"{length:.2}\" height=\"{ROW}\" fill=\"{bg}\"/>"
        );
    }
    if run.trim().is_empty() && !modifier.contains(Modifier::UNDERLINED) {
        return;
    }
    let baseline = top + ROW * 0.74;
    // Hairlines and bars are drawn, so that rows join whatever the font.
    if run.chars().all(|c| c == '│') {
        let middle = left + CELL / 2.0;
        let _ = writeln!(
            out,
            "<line x1=\"{middle:.2}\" y1=\"{top:.2}\" x2=\"{middle:.2}\" y2=\"{:.2}\" stroke=\"{fg}\" stroke-width=\"1\"/>",
            top + ROW
        );
        return;
    }
    let trimmed = run.trim_start_matches(' ');
    let lead = run.len() - trimmed.len();
    let shown = trimmed.trim_end_matches(' ');
    let columns = width(shown);
    let mut attributes = String::new();
    for (flag, value) in [(Modifier::BOLD, " font-weight=\"bold\""), (Modifier::ITALIC, " font-style=\"italic\"")] {
        if modifier.contains(flag) {
            attributes.push_str(value);
        }
    }
    let x_text = left + lead as f64 * CELL;
    let text_length = columns as f64 * CELL;
    let _ = writeln!(
        out,
        "<text x=\"{x_text:.2}\" y=\"{baseline:.2}\" textLength=\"{text_length:.2}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{fg}\"{attributes}>{}</text>",
        escape(shown)
    );
    for (flag, at) in [(Modifier::UNDERLINED, 0.86), (Modifier::CROSSED_OUT, 0.5)] {
        if modifier.contains(flag) {
            let yy = top + ROW * at;
            let _ = writeln!(
                out,
                "<line x1=\"{x_text:.2}\" y1=\"{yy:.2}\" x2=\"{:.2}\" y2=\"{yy:.2}\" stroke=\"{fg}\" stroke-width=\"1\"/>",
                x_text + text_length
            );
        }
    }
}
