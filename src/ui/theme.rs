//! A theme as ratatui styles: the only place of the program that mentions
//! colours of a buffer. What a role looks like stands in the theme's file
//! ([`crate::theme`]).

use crate::theme::{self, Attribute, Colour, Definition, Page, Role};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

/// A style for every role, and the ground under them.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Painted where it is `Some`; else the terminal's own ground stays.
    ground: Option<(Color, Color)>,
    picture: (Color, Color),
    styles: Vec<Style>,
}

fn color(colour: Colour) -> Color {
    const OWN: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        Colour::Own(n) => OWN.get(usize::from(n)).copied().unwrap_or(Color::Reset),
        Colour::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}

fn modifier(attribute: Attribute) -> Modifier {
    match attribute {
        Attribute::Bold => Modifier::BOLD,
        Attribute::Dim => Modifier::DIM,
        Attribute::Italic => Modifier::ITALIC,
        Attribute::Underlined => Modifier::UNDERLINED,
        Attribute::Reversed => Modifier::REVERSED,
        Attribute::Struck => Modifier::CROSSED_OUT,
    }
}

impl Theme {
    /// The styles of a theme.
    pub fn of(definition: &Definition) -> Self {
        let style = |role: &Role| {
            let look = definition.look(*role);
            let attributes = look.attributes.iter().fold(Modifier::empty(), |m, a| m | modifier(*a));
            let style = Style { fg: look.text.map(color), bg: look.background.map(color), ..Style::new() };
            style.add_modifier(attributes)
        };
        let Page { background, text, painted } = definition.page;
        let picture = (color(background), color(text));
        Self { ground: painted.then_some(picture), picture, styles: Role::ALL.iter().map(style).collect() }
    }

    /// The built-in theme of that name.
    pub fn named(name: &str) -> Option<Self> {
        theme::built_in(name).as_ref().map(Self::of)
    }

    /// The same theme with a ground of its own, for pictures.
    #[must_use]
    pub fn with_ground(mut self) -> Self {
        self.ground = Some(self.picture);
        self
    }

    /// Ground and text of pictures.
    pub fn ground_colours(&self) -> Option<(Color, Color)> {
        self.ground
    }

    /// The look of an empty cell.
    pub(super) fn ground(&self) -> Style {
        self.ground.map_or(Style::new(), |(ground, text)| Style::new().bg(ground).fg(text))
    }

    /// Empties a buffer to the ground.
    pub(super) fn empty(&self, buffer: &mut Buffer) {
        buffer.reset();
        buffer.set_style(buffer.area, self.ground());
    }

    /// The look of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// The same without underline, for names of sides and kinds.
    pub fn plain(&self, role: Role) -> Style {
        self.style(role).remove_modifier(Modifier::UNDERLINED)
    }
}
