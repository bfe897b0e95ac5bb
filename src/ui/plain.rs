//! A frame as text, with a legend of its looks that one can read in a golden
//! file: row, columns, attributes.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// The frame's characters, trailing spaces cut.
pub fn text(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..buffer.area.width {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            skip = crate::text::width::width(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn colour(c: Color) -> String {
    match c {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        other => other.to_string().to_lowercase(),
    }
}

fn look(fg: Color, bg: Color, modifier: Modifier) -> String {
    let mut parts = Vec::new();
    for (flag, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::CROSSED_OUT, "struck"),
    ] {
        if modifier.contains(flag) {
            parts.push(name.to_owned());
        }
    }
    if fg != Color::Reset {
        parts.push(colour(fg));
    }
    if bg != Color::Reset {
        parts.push(format!("on {}", colour(bg)));
    }
    parts.join(" ")
}

/// The looks of a frame: `row columns: look`, only where there is one.
pub fn legend(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            let here = (cell.fg, cell.bg, cell.modifier);
            let from = x;
            while x < buffer.area.width {
                let c = &buffer[(x, y)];
                if (c.fg, c.bg, c.modifier) != here {
                    break;
                }
                x += 1;
            }
            let look = look(here.0, here.1, here.2);
            if !look.is_empty() {
                let _ = writeln!(out, "{:>3} {:>3}-{:<3} {look}", y + 1, from + 1, x);
            }
        }
    }
    out
}
