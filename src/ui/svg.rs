//! A frame as a picture: SVG with real text, so that it can be searched and
//! read aloud. Same frame, same bytes.

use crate::text::width::width;
use crate::ui::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::collections::BTreeMap;
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

/// The two colours that a cell without any has.
struct Ground {
    ground: String,
    text: String,
}

impl Ground {
    fn of(theme: &Theme) -> Self {
        let theme = if theme.ground_colours().is_some() { theme.clone() } else { theme.clone().with_ground() };
        let (ground, text) = theme.ground_colours().unwrap_or((Color::Black, Color::White));
        Self { ground: hex(ground, "#000000"), text: hex(text, "#ffffff") }
    }

    /// The picture around what is drawn: `rows` of `columns` cells. `title` names it for
    /// those who do not see it, `style` is CSS.
    fn picture(&self, (columns, rows): (u16, u16), title: &str, style: &str, drawn: &str) -> String {
        let w = f64::from(columns) * CELL + 2.0 * PAD;
        let h = f64::from(rows) * ROW + 2.0 * PAD;
        let style = if style.is_empty() { String::new() } else { format!("<style>\n{style}</style>\n") };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w:.0} {h:.0}\" width=\"{w:.0}\" height=\"{h:.0}\" role=\"img\">\n\
             <title>{}</title>\n{style}<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n\
             <g font-family=\"'DejaVu Sans Mono', 'Menlo', 'Consolas', monospace\" font-size=\"{FONT}\" xml:space=\"preserve\">\n\
             {drawn}</g>\n</svg>\n",
            escape(title),
            self.ground
        )
    }

    /// Draws a row of cells.
    fn row(&self, buffer: &Buffer, y: u16) -> String {
        let mut out = String::new();
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
            draw_run(&mut out, from, y, cells, &run, look, (&self.ground, &self.text));
        }
        out
    }
}

/// Draws the frame. `title` names the picture for those who do not see it.
pub fn svg(buffer: &Buffer, theme: &Theme, title: &str) -> String {
    let ground = Ground::of(theme);
    let drawn: String = (0..buffer.area.height).map(|y| ground.row(buffer, y)).collect();
    ground.picture((buffer.area.width, buffer.area.height), title, "", &drawn)
}

/// A frame of a picture that moves.
#[derive(Clone, Debug)]
pub struct Shot {
    /// What is shown; all shots have the size of the first.
    pub buffer: Buffer,
    /// A line below it: the keys that led here.
    pub caption: String,
    /// How long it is shown, in milliseconds.
    pub millis: u32,
}

/// Draws frames one after the other, again and again, by CSS alone. A row that
/// stays is drawn once. Where nothing moves, by choice of the reader or because
/// the viewer cannot, the last frame is shown.
pub fn film(shots: &[Shot], theme: &Theme, title: &str) -> String {
    let Some(first) = shots.first() else { return String::new() };
    let ground = Ground::of(theme);
    let (columns, rows) = (first.buffer.area.width, first.buffer.area.height);
    // Each thing to draw, in order of its place, and the shots that show it.
    let mut drawn: BTreeMap<(u16, String), Vec<usize>> = BTreeMap::new();
    for (n, shot) in shots.iter().enumerate() {
        for y in 0..rows {
            drawn.entry((y, ground.row(&shot.buffer, y))).or_default().push(n);
        }
        let caption = caption(&shot.caption, rows + 1, &ground.text);
        drawn.entry((rows, caption)).or_default().push(n);
    }
    let total: u64 = shots.iter().map(|s| u64::from(s.millis)).sum();
    let starts: Vec<u64> = shots
        .iter()
        .scan(0, |at, s| {
            let from = *at;
            *at += u64::from(s.millis);
            Some(from)
        })
        .collect();
    let mut classes: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    let (mut style, mut out) = (String::new(), String::new());
    for ((_, text), shown) in drawn.into_iter().filter(|((_, text), _)| !text.is_empty()) {
        if shown.len() == shots.len() {
            out.push_str(&text);
            continue;
        }
        let next = classes.len();
        let class = *classes.entry(shown).or_insert_with_key(|shown| {
            style.push_str(&rule(next, shown, &starts, total));
            next
        });
        let _ = write!(out, "<g class=\"f{class}\">\n{text}</g>\n");
    }
    style.push_str("@media (prefers-reduced-motion: reduce) { g { animation: none !important } }\n");
    ground.picture((columns, rows + 2), title, &style, &out)
}

/// When a class of rows is seen.
fn rule(class: usize, shown: &[usize], starts: &[u64], total: u64) -> String {
    let mut steps = String::new();
    for n in 0..starts.len() {
        let (is, was) = (shown.contains(&n), n > 0 && shown.contains(&(n - 1)));
        if n == 0 || is != was {
            let at = starts[n] as f64 * 100.0 / total.max(1) as f64;
            let _ = write!(steps, " {at:.3}% {{ visibility: {} }}", seen(is));
        }
    }
    let last = seen(shown.contains(&(starts.len() - 1)));
    format!(
        "@keyframes k{class} {{{steps} }}\n.f{class} {{ visibility: {last}; animation: k{class} {total}ms step-end infinite }}\n"
    )
}

fn seen(is: bool) -> &'static str {
    if is { "visible" } else { "hidden" }
}

/// The line below the frame.
fn caption(text: &str, row: u16, colour: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let y = PAD + f64::from(row) * ROW + ROW * 0.74;
    format!("<text x=\"{PAD:.2}\" y=\"{y:.2}\" fill=\"{colour}\" font-weight=\"bold\">{}</text>\n", escape(text))
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
