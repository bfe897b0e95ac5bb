//! Every screen at every size: no panic, and what has to be legible is.

use crate::support::{buffer, demo, frame, press};
use kiosque::app::area::Size;
use kiosque::theme::built_in_names;
use kiosque::ui::Theme;

/// Keys that lead to every pane and overlay.
pub(crate) const PLACES: &[&str] = &[
    "",
    "<enter>",
    "<enter>c",
    "<enter>cc",
    "<tab><tab>",
    "<tab><tab>l",
    "z",
    "s",
    "?",
    "?comp",
    ":",
    ":zzzz",
    "<c-p>",
    "<c-p>pont",
    "gi",
    "gp",
    "ddgj",
    "<enter>vja mot<enter>gn",
    "gn",
    "E",
    "wb",
    "wt",
    "gm",
    "gmjjll",
    "gmo",
    "jj=j=t",
    "jj=j=gr",
    "gmO",
    "gl",
    "gljjl",
    "m",
    "<enter>vv",
    "<enter>a",
    "/pont",
    "F",
    "t",
    "g/pont<enter>",
    "g/zzzzqq<enter>",
    "=j=",
    "=j=n",
    "=j=c",
    "=j=cc",
    "=j=-",
    "=j=gqn",
    "=j=gfn",
    "gt",
    "gs",
    "gd",
    "<c-a>",
];

#[test]
fn no_size_panics_on_any_screen() {
    let themes: Vec<Theme> = built_in_names().filter_map(Theme::named).collect();
    for place in PLACES {
        let mut h = demo(120, 40);
        press(&mut h, place);
        for (width, height) in [
            (1, 1),
            (2, 1),
            (1, 2),
            (3, 3),
            (5, 2),
            (10, 4),
            (20, 5),
            (39, 7),
            (40, 12),
            (71, 20),
            (72, 20),
            (99, 24),
            (100, 24),
            (200, 60),
            (250, 3),
        ] {
            h.resize(Size { width, height });
            for theme in &themes {
                let b = buffer(&h, theme);
                assert_eq!((b.area.width, b.area.height), (width, height), "{place}");
            }
        }
    }
}

#[test]
fn one_pane_can_be_read_at_forty_by_twelve() {
    let mut h = demo(40, 12);
    press(&mut h, "<enter>");
    let f = frame(&h);
    let words = f.split_whitespace().filter(|w| w.chars().count() > 3).count();
    assert!(words >= 15, "{f}");
}

#[test]
fn french_marks_never_stand_alone_at_the_edge_of_a_pane() {
    let mut h = demo(120, 60);
    for width in [60, 72, 90, 120, 160] {
        h.resize(Size { width, height: 60 });
        press(&mut h, "<enter>");
        for _ in 0..h.model.library.corpus.len() {
            press(&mut h, "J");
            let id = h.model.article.document.unwrap();
            let document = h.model.library.corpus.get(id).unwrap().clone();
            for row in h.model.article.rows().unwrap().rows.iter() {
                let s = row.span.of(&document.text).trim();
                assert!(!s.ends_with('«') || s == "«", "{width}: {s}");
                assert!(!s.starts_with('»'), "{width}: {s}");
            }
        }
        press(&mut h, "hgg");
    }
}

#[test]
fn the_monochrome_frame_says_in_signs_what_the_others_say_in_colour() {
    let mut h = demo(120, 40);
    press(&mut h, "dskf");
    let f = frame(&h);
    for sign in ["×", "✓", "◆", "●"] {
        assert!(f.contains(sign), "{sign} in\n{f}");
    }
    press(&mut h, "=k=");
    let f = frame(&h);
    assert!(f.contains(" = ") || f.contains('~') || f.contains('‹'), "{f}");
}
