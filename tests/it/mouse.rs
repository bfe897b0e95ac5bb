//! The mouse: what is under it moves, opens, is chosen or made wider; nothing
//! crosses the border of a pane.

use crate::support::{demo, frame, press, setup};
use kiosque::app::Msg;
use kiosque::app::area::Size;
use kiosque::app::msg::Pointer;
use kiosque::app::overlay::export::state::To;
use kiosque::app::overlay::state::Overlay;
use kiosque::app::panes::{Pane, Panes};
use kiosque::job::Input;
use kiosque::shell::{Harness, Request, Setup};
use kiosque::triage::export::Format;
use kiosque::words::Lang;

fn mouse(h: &mut Harness, what: Pointer, (x, y): (u16, u16)) {
    h.send(Msg::Pointer(what, x, y));
    h.run_until_idle();
}

fn panes(h: &Harness) -> Panes {
    Panes::of(h.model.size, h.model.layout())
}

/// The first cell of these words on the screen.
fn cell_of(h: &Harness, words: &str) -> (u16, u16) {
    let shown = frame(h);
    let found = shown.lines().enumerate().find_map(|(y, line)| {
        let at = line.find(words)?;
        Some((kiosque::text::width::width(&line[..at]) as u16, y as u16))
    });
    found.unwrap_or_else(|| panic!("{words} is not on the screen:\n{shown}"))
}

fn drag(h: &mut Harness, from: (u16, u16), to: (u16, u16)) {
    mouse(h, Pointer::Click, from);
    mouse(h, Pointer::Drag, to);
    mouse(h, Pointer::Release, to);
}

fn copied(h: &Harness) -> Option<&str> {
    h.requests.iter().rev().find_map(|r| match r {
        Request::Copy(text) => Some(text.as_str()),
        _ => None,
    })
}

const TEXT: &str = "Le pont de bois est fermé\n\n\
    La mairie a fermé lundi le pont de bois qui mène à l'île, après la visite d'un bureau d'études. Deux poutres sur neuf ont cédé.\n\n\
    Les riverains passeront par le bac. Il partira toutes les vingt minutes, de six heures à vingt et une heures, sauf le dimanche.\n";

fn article(width: u16, height: u16) -> Harness {
    let inputs = vec![Input::Bytes(kiosque::corpus::Place::file("a.txt"), TEXT.as_bytes())];
    let mut h = Harness::new(Setup { inputs, ..setup(width, height, Lang::EN) });
    press(&mut h, "<enter>");
    h
}

#[test]
fn dragging_over_a_text_chooses_it_and_copies_paragraphs_without_the_screen() {
    let mut h = article(120, 40);
    let from = cell_of(&h, "La mairie a");
    let (x, y) = cell_of(&h, "passeront par");
    drag(&mut h, from, (x, y));
    let passage = &TEXT[TEXT.find("La mairie").unwrap()..TEXT.find("passeront").unwrap()];
    assert_eq!(copied(&h), Some(passage.trim_end()), "{}", frame(&h));
    let selection = h.model.article.selection.expect("a passage is chosen");
    assert!(selection.span.end > selection.span.start);
    // A click lets it go.
    mouse(&mut h, Pointer::Click, from);
    mouse(&mut h, Pointer::Release, from);
    assert_eq!(h.model.article.selection, None);
}

#[test]
fn a_passage_never_leaves_the_pane_it_began_in() {
    let mut h = demo(120, 40);
    press(&mut h, "jj<enter>");
    let pane = panes(&h).article;
    let text = h.model.library.corpus.get(h.model.article.document.unwrap()).unwrap().clone();
    mouse(&mut h, Pointer::Click, (pane.x + 20, pane.y + 12));
    for to in [(0, 20), (pane.right() + 5, 20), (119, 39), (0, 0)] {
        mouse(&mut h, Pointer::Drag, to);
        if let Some(s) = h.model.article.selection {
            assert!(s.span.end <= text.text.len() && !s.span.of(&text.text).is_empty());
        }
    }
    mouse(&mut h, Pointer::Release, (0, 0));
    assert_eq!(h.model.focus, Pane::Article);
    // Pressed on the list, nothing is chosen in the article.
    press(&mut h, "<esc><esc>");
    mouse(&mut h, Pointer::Click, (5, 10));
    mouse(&mut h, Pointer::Drag, (pane.x + 20, pane.y + 12));
    assert_eq!(h.model.article.selection, None);
}

#[test]
fn what_was_taken_out_is_not_copied_with_what_stands_around_it() {
    let mut h = demo(120, 60);
    press(&mut h, "jj<enter>gg");
    let pane = panes(&h).article;
    drag(&mut h, (pane.x + 6, pane.y + 2), (pane.right() - 3, pane.bottom() - 2));
    let words = copied(&h).expect("something was copied").to_owned();
    let document = h.model.library.corpus.get(h.model.article.document.unwrap()).unwrap();
    for line in document.lines.iter().filter(|l| l.kind.is_noise()) {
        let noise = line.content(&document.text).of(&document.text);
        assert!(noise.len() < 12 || !words.contains(noise), "{noise}");
    }
    assert!(!words.contains('│') && !words.contains('¶'), "{words}");
}

#[test]
fn borders_are_dragged_and_both_widths_come_back_by_one_key() {
    let mut h = demo(160, 40);
    let before = panes(&h);
    let list = before.rules[0].unwrap();
    drag(&mut h, (list, 10), (list + 9, 12));
    assert_eq!(panes(&h).rules[0], Some(list + 9));
    let names = panes(&h).rules[1].unwrap();
    drag(&mut h, (names, 10), (names - 6, 10));
    assert_eq!(panes(&h).rules[1], Some(names - 6));
    // Beyond what there is room for, it stops.
    drag(&mut h, (list + 9, 10), (159, 10));
    assert!(panes(&h).rules[0].unwrap() <= 80 && panes(&h).article.width > 20);
    press(&mut h, "w=");
    assert_eq!(panes(&h).rules, before.rules);
}

#[test]
fn the_wheel_moves_what_is_under_it_and_not_what_has_the_keys() {
    let mut h = demo(120, 20);
    press(&mut h, "jj");
    let (cursor, article) = (h.model.list.cursor, panes(&h).article);
    mouse(&mut h, Pointer::WheelDown, (article.x + 5, 8));
    assert!(h.model.article.top > 0 && h.model.list.cursor == cursor && h.model.focus == Pane::List);
}

/// Views opened by keys, with the words of a row that is not under the cursor.
#[test]
fn a_click_goes_to_a_row_and_a_second_one_does_what_enter_does() {
    for keys in ["g/navette<enter>", "gj", "wb", "gl", "gm", "<tab><tab>ge"] {
        let mut h = demo(120, 40);
        press(&mut h, "jjskjfjdgg");
        press(&mut h, keys);
        let mut by_enter = 0;
        for y in 3..20 {
            let mut own = demo(120, 40);
            press(&mut own, "jjskjfjdgg");
            press(&mut own, keys);
            let screen = own.model.screen;
            mouse(&mut own, Pointer::Click, (20, y));
            if own.model.screen != screen {
                // The row under the cursor was clicked.
                by_enter += 1;
                continue;
            }
            let mut keyed = own.model.clone();
            std::mem::swap(&mut keyed, &mut own.model);
            own.model = keyed.clone();
            mouse(&mut own, Pointer::Click, (20, y));
            let clicked = (own.model.screen, own.model.article.document, own.model.overlays.len());
            own.model = keyed;
            press(&mut own, "<enter>");
            let entered = (own.model.screen, own.model.article.document, own.model.overlays.len());
            if clicked.0 != screen {
                assert_eq!(clicked, entered, "{keys} at row {y}");
                by_enter += 1;
            }
        }
        assert!(by_enter > 0, "{keys}: no row was opened by a click");
    }
}

#[test]
fn dragging_over_a_text_that_is_compared_copies_of_that_text_alone() {
    let other = "Fermeture d'un pont\n\n\
        La mairie a fermé lundi le pont de bois qui mène à l'île, après la visite d'un bureau d'études.\n\n\
        Une passerelle provisoire sera posée mercredi par les services de la commune.\n";
    let bytes = |name, text: &'static str| Input::Bytes(kiosque::corpus::Place::file(name), text.as_bytes());
    let inputs = vec![bytes("a.txt", TEXT), bytes("b.txt", other)];
    for (keys, width) in [("", 120), ("c", 120), ("cc", 200)] {
        let mut h = Harness::new(Setup { inputs: inputs.clone(), ..setup(width, 40, Lang::EN) });
        press(&mut h, &format!("vGg=={keys}"));
        if h.model.compare.is_none() {
            let ids: Vec<_> = h.model.library.corpus.ids().collect();
            h.model.list.ticked.extend(ids);
            press(&mut h, &format!("={keys}"));
        }
        assert!(h.model.compare.as_ref().is_some_and(|c| c.result.is_some()), "{}", frame(&h));
        let from = cell_of(&h, "bureau d'études");
        let word = "bureau".len() as u16;
        drag(&mut h, from, (from.0 + word, from.1));
        assert_eq!(copied(&h), Some("bureau"), "{keys} {}", frame(&h));
        // Far into the column of the other text: still of the one it began in.
        let (x, y) = cell_of(&h, "La mairie a fermé");
        drag(&mut h, (x, y), (width - 2, y));
        let words = copied(&h).unwrap().to_owned();
        assert!(words.starts_with("La mairie a fermé lundi") && TEXT.contains(&words), "{words}");
        mouse(&mut h, Pointer::Click, (x, y));
        assert!(h.model.compare.as_ref().unwrap().drawn.is_none());
    }
}

#[test]
fn a_list_to_choose_from_is_clicked_and_turned_by_the_wheel() {
    let mut h = demo(120, 40);
    press(&mut h, ":");
    mouse(&mut h, Pointer::WheelDown, (60, 20));
    let Some(kiosque::app::overlay::state::Overlay::Palette(p)) = h.model.overlays.last() else { panic!("a palette") };
    assert_eq!(p.cursor, 3);
    let (x, y) = cell_of(&h, &p.entries[6].refused.clone().unwrap_or_else(|| label(&h, 6)));
    mouse(&mut h, Pointer::Click, (x, y));
    let Some(kiosque::app::overlay::state::Overlay::Palette(p)) = h.model.overlays.last() else { panic!("a palette") };
    assert_eq!(p.cursor, 6);
    mouse(&mut h, Pointer::Click, (x, y));
    assert!(h.model.overlays.is_empty());
}

#[test]
fn a_click_on_the_export_menu_chooses_what_its_key_would() {
    for keys in ["E", "jj<enter>E"] {
        let mut h = demo(100, 40);
        press(&mut h, keys);
        let chosen = |h: &Harness| match h.model.overlays.last() {
            Some(Overlay::Export(menu)) => (menu.what, menu.format, menu.to),
            _ => panic!("no menu: {}", frame(h)),
        };
        let before = chosen(&h);
        for words in ["BibTeX", "JSON", "presse-papiers"] {
            let (x, y) = cell_of(&h, words);
            mouse(&mut h, Pointer::Click, (x, y));
        }
        assert_eq!((chosen(&h).1, chosen(&h).2), (Format::Json, To::Clipboard), "{before:?}");
        let (x, y) = cell_of(&h, "BibTeX");
        mouse(&mut h, Pointer::Click, (x - 2, y));
        assert_eq!(chosen(&h).1, Format::Bib, "its key is a part of it");
        let shown = frame(&h);
        mouse(&mut h, Pointer::Click, (1, 1));
        assert_eq!(frame(&h), shown, "nothing stands there");
    }
}

fn label(h: &Harness, n: usize) -> String {
    use kiosque::app::overlay::picker::state::PaletteItem;
    let Some(kiosque::app::overlay::state::Overlay::Palette(p)) = h.model.overlays.last() else { panic!("a palette") };
    match p.entries[n].does {
        PaletteItem::Action(a) => a.info().label(h.model.lang()).to_owned(),
        PaletteItem::Command(_) => String::new(),
    }
}

#[test]
fn links_lead_to_addresses_of_the_web_and_to_nothing_else() {
    let with = |url: &str| {
        let text = serde_json::json!({ "title": "Le bac", "text": TEXT, "url": url }).to_string();
        let inputs = vec![Input::Bytes(kiosque::corpus::Place::file("a.jsonl"), Vec::leak(text.into_bytes()))];
        let mut h = Harness::new(Setup { inputs, ..setup(120, 40, Lang::EN) });
        press(&mut h, "<enter>");
        let links = kiosque::ui::links(&h.model);
        press(&mut h, "?");
        assert!(kiosque::ui::links(&h.model).is_empty(), "a link below an overlay");
        links
    };
    let links = with("https://phare.example/pont?jour=été");
    let addresses: Vec<&str> = links.iter().map(|(_, a)| a.as_str()).collect();
    assert_eq!(addresses, ["https://phare.example/pont?jour=%C3%A9t%C3%A9"]);
    assert!(with("javascript:alert(1)").is_empty());
}

#[test]
fn no_cell_of_any_screen_makes_the_mouse_panic() {
    for (width, height) in [(1, 1), (30, 8), (80, 24), (120, 40)] {
        for keys in ["", "jj=j=", "gm", "gl", "wb", "gj", "gn", "<tab><tab>ge", ":", "E", "?", "g!"] {
            let mut h = demo(width, height);
            press(&mut h, keys);
            h.resize(Size { width, height });
            for (x, y) in [(0, 0), (width / 2, height / 2), (width - 1, height - 1), (width + 3, height + 3)] {
                for what in [Pointer::Click, Pointer::Drag, Pointer::Release, Pointer::WheelDown, Pointer::WheelUp] {
                    mouse(&mut h, what, (x, y));
                    frame(&h);
                }
            }
        }
    }
}
