//! Every role of every theme can be read on its grounds (WCAG 2.2), and what
//! the themes for colour-blind readers tell apart by colour stays apart.

use super::*;

/// Linear red, green and blue.
type Light = [f64; 3];

fn light(colour: Colour) -> Light {
    let Colour::Rgb(r, g, b) = colour else { panic!("{colour:?} has no luminance of its own") };
    [r, g, b].map(|v| {
        let v = f64::from(v) / 255.0;
        if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    })
}

/// WCAG 2.2, relative luminance and contrast ratio.
fn contrast(a: Colour, b: Colour) -> f64 {
    let luminance = |c| {
        let [r, g, b] = light(c);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (x, y) = (luminance(a), luminance(b));
    (x.max(y) + 0.05) / (x.min(y) + 0.05)
}

fn rgb(hex: u32) -> Colour {
    let [_, r, g, b] = hex.to_be_bytes();
    Colour::Rgb(r, g, b)
}

fn themes() -> Vec<Definition> {
    built_in_names().map(|name| built_in(name).unwrap()).collect()
}

/// Grounds that a theme meets: its own, and where it keeps the terminal's,
/// those that terminals are usually set to (black, Visual Studio Code, One
/// Dark, Solarized, Ubuntu; white, Solarized, Catppuccin).
fn grounds(theme: &Definition) -> Vec<Colour> {
    let mut grounds = vec![theme.page.background];
    if !theme.page.painted {
        let usual: &[u32] = match theme.ground {
            Ground::Dark => &[0x000000, 0x1e1e1e, 0x282c34, 0x002b36, 0x300a24],
            Ground::Light => &[0xffffff, 0xfdf6e3, 0xeff1f5],
            Ground::Any => &[],
        };
        grounds.extend(usual.iter().copied().map(rgb));
    }
    // Rows under the cursor and passages with a note hold text of every role.
    grounds.extend(Role::ALL.iter().filter_map(|r| theme.look(*r).background));
    grounds
}

/// The contrast that a role needs: 4.5 to read it, 3 for what only describes;
/// hairlines part and carry no meaning.
fn needed(theme: &Definition, role: Role) -> f64 {
    let high = theme.name.starts_with("high-contrast");
    match role {
        Role::Rule if high => 3.0,
        Role::Rule => 1.0,
        _ if high => 7.0,
        Role::Dim | Role::Caption | Role::Dropped | Role::Done | Role::Noise | Role::Behind => 3.0,
        _ => 4.5,
    }
}

#[test]
fn every_role_can_be_read_on_its_grounds() {
    let mut wrong = Vec::new();
    for theme in themes().iter().filter(|t| t.colours == Colours::Truecolour) {
        for role in Role::ALL {
            let look = theme.look(role);
            let text = look.text.unwrap_or(theme.page.text);
            for ground in look.background.map_or_else(|| grounds(theme), |b| vec![b]) {
                let ratio = contrast(text, ground);
                if ratio < needed(theme, role) {
                    wrong.push(format!("{} {} on {ground:?}: {ratio:.2}", theme.name, role.name()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency", severity 1: how light is seen
/// without one kind of cone. The first is full vision.
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("full", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

/// CIELAB under daylight (D65).
fn lab(light: Light) -> [f64; 3] {
    let dot = |row: [f64; 3]| row.iter().zip(light).map(|(a, b)| a * b).sum::<f64>();
    let f = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let x = f(dot([0.412_456, 0.357_576, 0.180_438]) / 0.95047);
    let y = f(dot([0.212_673, 0.715_152, 0.072_175]));
    let z = f(dot([0.019_334, 0.119_192, 0.950_304]) / 1.08883);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How far apart two colours are seen (CIE 1976; 2.3 is just noticeable).
fn distance(a: Colour, b: Colour, vision: [[f64; 3]; 3]) -> f64 {
    let seen = |c| {
        let light = light(c);
        lab(vision.map(|row| row.iter().zip(light).map(|(m, v)| m * v).sum::<f64>().clamp(0.0, 1.0)))
    };
    seen(a).iter().zip(seen(b)).map(|(x, y)| (x - y).powi(2)).sum::<f64>().sqrt()
}

/// Roles that stand beside each other and differ by colour: the two sides of a
/// comparison (what only one has), what differs, what is the same and where the
/// reader is, kinds of names, states.
const TOLD_APART: &[&[Role]] = &[
    &[Role::SideA, Role::SideB, Role::Differs, Role::Text, Role::Accent],
    &[Role::Person, Role::Place, Role::Organisation, Role::Other, Role::Text],
    &[Role::Kept, Role::Followed, Role::Problem],
];

#[test]
fn colour_blind_readers_tell_apart_what_colour_tells_apart() {
    let mut wrong = Vec::new();
    let safe: Vec<Definition> = themes().into_iter().filter(|t| t.name.starts_with("colour-blind")).collect();
    assert_eq!(safe.len(), 2);
    for theme in &safe {
        let colour = |role: Role| theme.look(role).text.unwrap_or(theme.page.text);
        for group in TOLD_APART {
            for (i, &a) in group.iter().enumerate() {
                for &b in &group[i + 1..] {
                    for (name, vision) in VISIONS {
                        let apart = distance(colour(a), colour(b), vision);
                        if apart < 15.0 {
                            wrong.push(format!("{} {} {} {name}: {apart:.1}", theme.name, a.name(), b.name()));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_two_sides_of_a_comparison_have_colours_of_their_own() {
    let own = [Role::SideA, Role::SideB];
    let others = [Role::Accent, Role::Differs, Role::Text];
    let mut wrong = Vec::new();
    for theme in themes().iter().filter(|t| t.colours != Colours::Mono) {
        let colour = |role: Role| theme.look(role).text;
        let full = VISIONS[0].1;
        let pairs = own.iter().flat_map(|&a| others.iter().map(move |&b| (a, b))).chain([(Role::SideA, Role::SideB)]);
        for (a, b) in pairs {
            let apart = match theme.colours {
                Colours::Truecolour => {
                    let seen = |r| colour(r).unwrap_or(theme.page.text);
                    distance(seen(a), seen(b), full) >= 30.0
                }
                _ => colour(a) != colour(b),
            };
            if !apart {
                wrong.push(format!("{} {} {}", theme.name, a.name(), b.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn built_in_themes_are_without_a_slip_and_give_every_role_a_look() {
    for (name, text) in &BUILT_IN {
        let (theme, notices) = parse(name, name, text);
        assert_eq!(notices, []);
        let theme = theme.unwrap();
        let sixteen = |c: &Colour| matches!(c, Colour::Own(_));
        for role in Role::ALL {
            let look = theme.look(role);
            let colours: Vec<Colour> = look.text.iter().chain(&look.background).copied().collect();
            match theme.colours {
                Colours::Truecolour => assert!(!colours.iter().any(sixteen), "{name} {}", role.name()),
                Colours::Sixteen => assert!(colours.iter().all(sixteen), "{name} {}", role.name()),
                Colours::Mono => assert_eq!(colours, [], "{name} {}", role.name()),
            }
        }
    }
}

#[test]
fn without_colour_attributes_tell_the_roles_apart() {
    for theme in themes() {
        for role in
            [Role::Person, Role::SideA, Role::Hit, Role::HitCurrent, Role::Selection, Role::Dropped, Role::Strong]
        {
            assert_ne!(theme.look(role).attributes, [], "{} {}", theme.name, role.name());
        }
    }
}

#[test]
fn auto_chooses_by_what_a_theme_is_made_for() {
    let chosen = |themes: &Themes, colours, ground| themes.automatic(colours, ground).name;
    let themes = Themes::default();
    assert_eq!(chosen(&themes, Colours::Truecolour, Some(Ground::Dark)), "dark");
    assert_eq!(chosen(&themes, Colours::Truecolour, Some(Ground::Light)), "light");
    assert_eq!(chosen(&themes, Colours::Sixteen, None), "ansi");
    assert_eq!(chosen(&themes, Colours::Mono, None), "mono");
    let own = parse("night", "night.toml", "like = \"dark\"\nauto = true\n").0.unwrap();
    let themes = Themes { own: vec![own] };
    assert_eq!(chosen(&themes, Colours::Truecolour, Some(Ground::Dark)), "night");
    assert_eq!(chosen(&themes, Colours::Truecolour, Some(Ground::Light)), "light");
}

#[test]
fn a_theme_like_another_changes_what_it_names() {
    let text = "like = \"dark\"\n[palette]\naccent = \"#ffffff\"\n[roles]\nstrong = \"accent italic\"\n";
    let (theme, notices) = parse("mine", "mine.toml", text);
    assert_eq!(notices, []);
    let (theme, dark) = (theme.unwrap(), built_in("dark").unwrap());
    let white = Some(Colour::Rgb(255, 255, 255));
    assert_eq!((theme.look(Role::Hit).text, theme.look(Role::Strong).text), (white, white));
    assert_eq!(theme.look(Role::Person), dark.look(Role::Person));
    assert_eq!((theme.ground, theme.auto, theme.name.as_str()), (Ground::Dark, false, "mine"));
}

#[test]
fn a_slip_in_a_theme_is_said_with_its_line_and_left_out() {
    let text = "like = \"drak\"\nground = \"dim\"\ncolurs = \"mono\"\n[page]\nbackground = \"#12345\"\n[palette]\n\
                grey = \"bright-blak\"\n[roles]\nperso = \"bold\"\nhit = \"boldd\"\nnoted = 3\n";
    let (theme, notices) = parse("mine", "m", text);
    assert!(theme.is_some());
    let said: Vec<String> = notices.iter().map(ToString::to_string).collect();
    let said = said.join("\n");
    for part in [
        "m:1: `like` has to be one of ",
        "(did you mean `dark`?)",
        "m:2: `ground` has to be one of dark, light, any",
        "m:3: `colurs` is not a part of a theme (did you mean `colours`?)",
        "m:5: `background` has to be a colour such as",
        "m:7: `grey` has to be a colour such as \"#56b4e9\" or \"bright-blue\" (did you mean `bright-black`?)",
        "m:9: `perso` is not a role of a theme (did you mean `person`?)",
        "m:10: `boldd` in `hit` is neither a colour nor an attribute (did you mean `bold`?)",
        "m:11: `noted` has to be a text in quotation marks",
        "m:1: no look for text, dim, ",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    assert!(parse("auto", "auto.toml", "").0.is_none());
    assert!(parse("x", "x", "\u{0}[[[").0.is_some());
}
