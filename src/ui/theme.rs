//! Themes: the only place that mentions colours. Hues after Okabe and Ito
//! (2008), which stay apart for colour-blind eyes; every role also has an
//! attribute or a sign, so that the monochrome theme reads the same.

use crate::ui::role::Role;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

/// A complete set of looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    name: &'static str,
    palette: Palette,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Palette {
    /// Ground and text; `None`: the terminal's own.
    ground: Option<(Color, Color)>,
    dim: Color,
    rule: Color,
    accent: Color,
    selection: Color,
    person: Color,
    place: Color,
    organisation: Color,
    other: Color,
    side_a: Color,
    side_b: Color,
    problem: Color,
    kept: Color,
}

const fn rgb(hex: u32) -> Color {
    Color::Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const DARK: Palette = Palette {
    ground: None,
    dim: rgb(0x8b929c),
    rule: rgb(0x3a3f47),
    accent: rgb(0xe6b450),
    selection: rgb(0x2a2e35),
    person: rgb(0x56b4e9),
    place: rgb(0x5fc9a0),
    organisation: rgb(0xd79ac0),
    other: rgb(0xd8c860),
    side_a: rgb(0xe69f00),
    side_b: rgb(0x56b4e9),
    problem: rgb(0xe0705a),
    kept: rgb(0x5fc9a0),
};

const LIGHT: Palette = Palette {
    ground: None,
    dim: rgb(0x676d76),
    rule: rgb(0xd9d6cf),
    accent: rgb(0x8a5a00),
    selection: rgb(0xece8df),
    person: rgb(0x00588a),
    place: rgb(0x00664a),
    organisation: rgb(0x8a3f70),
    other: rgb(0x6b5d00),
    side_a: rgb(0x8f5300),
    side_b: rgb(0x00588a),
    problem: rgb(0xa8321c),
    kept: rgb(0x00664a),
};

/// The terminal's own sixteen colours: safe on any ground.
const ANSI: Palette = Palette {
    ground: None,
    dim: Color::Reset,
    rule: Color::DarkGray,
    accent: Color::Yellow,
    selection: Color::Reset,
    person: Color::Blue,
    place: Color::Green,
    organisation: Color::Magenta,
    other: Color::Cyan,
    side_a: Color::Yellow,
    side_b: Color::Cyan,
    problem: Color::Red,
    kept: Color::Green,
};

/// No colour at all.
const MONO: Palette = Palette {
    ground: None,
    dim: Color::Reset,
    rule: Color::Reset,
    accent: Color::Reset,
    selection: Color::Reset,
    person: Color::Reset,
    place: Color::Reset,
    organisation: Color::Reset,
    other: Color::Reset,
    side_a: Color::Reset,
    side_b: Color::Reset,
    problem: Color::Reset,
    kept: Color::Reset,
};

impl Theme {
    /// Names of the themes, as in the configuration.
    pub const NAMES: [&'static str; 4] = ["dark", "light", "ansi", "mono"];

    /// The theme of that name.
    pub fn named(name: &str) -> Option<Self> {
        let (name, palette) = match name {
            "dark" => ("dark", DARK),
            "light" => ("light", LIGHT),
            "ansi" => ("ansi", ANSI),
            "mono" => ("mono", MONO),
            _ => return None,
        };
        Some(Self { name, palette })
    }

    /// The same theme with a ground of its own, for pictures.
    #[must_use]
    pub fn with_ground(mut self) -> Self {
        self.palette.ground = Some(match self.name {
            "light" => (rgb(0xfbfaf7), rgb(0x24272c)),
            "mono" => (rgb(0xffffff), rgb(0x000000)),
            _ => (rgb(0x1b1d21), rgb(0xd6d9de)),
        });
        self
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Ground and text of pictures.
    pub fn ground_colours(&self) -> Option<(Color, Color)> {
        self.palette.ground
    }

    /// The look of an empty cell.
    pub(super) fn ground(&self) -> Style {
        self.palette.ground.map_or(Style::new(), |(ground, text)| Style::new().bg(ground).fg(text))
    }

    /// Empties a buffer to the ground.
    pub(super) fn empty(&self, buffer: &mut Buffer) {
        buffer.reset();
        buffer.set_style(buffer.area, self.ground());
    }

    fn is_mono(&self) -> bool {
        self.name == "mono"
    }

    /// Where dim has no colour of its own it is an attribute.
    fn faint(&self, colour: Color) -> Style {
        let faint = if colour == Color::Reset { Modifier::DIM } else { Modifier::empty() };
        self.fg(colour).add_modifier(faint)
    }

    fn fg(&self, colour: Color) -> Style {
        if colour == Color::Reset { Style::new() } else { Style::new().fg(colour) }
    }

    /// The look of a role.
    pub fn style(&self, role: Role) -> Style {
        let p = &self.palette;
        let bold = Modifier::BOLD;
        let underlined = Modifier::UNDERLINED;
        match role {
            Role::Text => Style::new(),
            Role::Dim | Role::Done | Role::Noise => self.faint(p.dim),
            Role::Rule => self.faint(p.rule),
            Role::Accent => self.fg(p.accent).add_modifier(bold),
            Role::Strong => Style::new().add_modifier(bold),
            Role::Standfirst => Style::new().add_modifier(Modifier::ITALIC),
            Role::Caption => self.faint(p.dim).add_modifier(Modifier::ITALIC),
            Role::Selection => match p.selection {
                Color::Reset if self.is_mono() => Style::new().add_modifier(Modifier::REVERSED),
                Color::Reset => Style::new().add_modifier(bold),
                c => Style::new().bg(c).add_modifier(bold),
            },
            Role::SelectionIdle => Style::new().add_modifier(bold),
            Role::Unread => self.fg(p.accent).add_modifier(bold),
            Role::Dropped => self.fg(p.dim).add_modifier(Modifier::CROSSED_OUT),
            Role::Followed => self.fg(p.side_b).add_modifier(bold),
            Role::Kept => self.fg(p.kept).add_modifier(bold),
            Role::Person => self.fg(p.person).add_modifier(underlined),
            Role::Place => self.fg(p.place).add_modifier(underlined),
            Role::Organisation => self.fg(p.organisation).add_modifier(underlined),
            Role::Other => self.fg(p.other).add_modifier(underlined),
            Role::Hit => self.fg(p.accent).add_modifier(underlined | bold),
            Role::HitCurrent => self.fg(p.accent).add_modifier(Modifier::REVERSED | bold),
            Role::Lit => self.fg(p.accent).add_modifier(underlined | bold),
            Role::SideA => self.fg(p.side_a).add_modifier(underlined),
            Role::SideB => self.fg(p.side_b).add_modifier(underlined),
            Role::Differs => self.fg(p.problem).add_modifier(underlined | bold),
            Role::Problem => self.fg(p.problem).add_modifier(bold),
            Role::Behind => self.fg(p.dim).add_modifier(Modifier::DIM),
            Role::Letter => self.fg(p.accent).add_modifier(bold),
            Role::Noted => match p.selection {
                Color::Reset => Style::new().add_modifier(underlined | Modifier::ITALIC),
                c => Style::new().bg(c),
            },
            Role::Note => self.fg(p.accent).add_modifier(Modifier::ITALIC),
            Role::Picked => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// The same without underline, for names of sides and kinds.
    pub fn plain(&self, role: Role) -> Style {
        self.style(role).remove_modifier(Modifier::UNDERLINED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(c: Color) -> f64 {
        let Color::Rgb(r, g, b) = c else { panic!("{c:?} has no luminance") };
        let f = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.03928 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b)
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (x, y) = (luminance(a), luminance(b));
        (x.max(y) + 0.05) / (x.min(y) + 0.05)
    }

    /// WCAG 2.2: 4.5:1 for text. Hairlines carry no meaning.
    #[test]
    fn every_role_of_the_truecolour_themes_can_be_read_on_its_ground() {
        for name in ["dark", "light"] {
            let theme = Theme::named(name).unwrap().with_ground();
            let (ground, text) = theme.ground_colours().unwrap();
            for role in Role::ALL.into_iter().filter(|r| *r != Role::Rule) {
                let style = theme.style(role);
                let fg = style.fg.unwrap_or(text);
                let bg = style.bg.unwrap_or(ground);
                assert!(contrast(fg, bg) >= 4.5, "{name} {role:?}: {:.2}", contrast(fg, bg));
            }
        }
    }

    #[test]
    fn the_monochrome_theme_uses_no_colour_and_tells_roles_apart() {
        let theme = Theme::named("mono").unwrap();
        for role in Role::ALL {
            let s = theme.style(role);
            assert_eq!((s.fg, s.bg), (None, None), "{role:?}");
        }
        for role in
            [Role::Person, Role::SideA, Role::Hit, Role::HitCurrent, Role::Selection, Role::Dropped, Role::Strong]
        {
            assert_ne!(theme.style(role), theme.style(Role::Text), "{role:?}");
        }
    }
}
