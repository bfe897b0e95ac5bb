//! What a filter shows and does not, and parts of a list that one goes to.

use crate::manners::said;
use crate::support::{demo, frame, press};

#[test]
fn a_filter_that_nothing_answers_shows_no_article_and_tells_what_was_perhaps_meant() {
    let mut h = demo(120, 40);
    let open = h.model.article.document;
    press(&mut h, "Fnavete<enter>");
    assert_eq!((h.model.list.shown, h.model.article.document), (0, None), "{}", frame(&h));
    assert!(said(&h).contains("navette"), "{}", said(&h));
    press(&mut h, "<esc>");
    assert_eq!(h.model.article.document, open, "{}", frame(&h));
    press(&mut h, "Fzzq NEAR qzz<enter>");
    assert!(said(&h).contains("NEAR"), "{}", said(&h));
}

#[test]
fn a_number_and_a_percent_sign_go_to_that_part_of_a_list_or_an_article() {
    let mut h = demo(120, 24);
    press(&mut h, "zR50%");
    let rows = h.model.list.rows.len();
    assert!(h.model.list.cursor.abs_diff(rows / 2) <= 1, "{} of {rows}", h.model.list.cursor);
    press(&mut h, "100%");
    assert_eq!(h.model.list.cursor, rows - 1);
    press(&mut h, "ggj<enter>%");
    assert!(said(&h).contains("50%"), "{}", said(&h));
    press(&mut h, "100%");
    let end = h.model.article.top;
    press(&mut h, "50%");
    assert!(0 < h.model.article.top && h.model.article.top < end, "{} of {end}", h.model.article.top);
}

#[test]
fn a_story_under_a_filter_tells_of_how_many_texts_it_shows_some() {
    let mut h = demo(160, 40);
    let story = h.model.library.story_list().iter().next().expect("a story").id.to_owned();
    let members = h.model.library.members(&story);
    let title = h.model.library.card(members[0]).expect("a card").title.clone();
    press(&mut h, &format!("Ftitle:\"{title}\"<enter>zM"));
    let (shown, all) = (h.model.list.shown, members.len());
    assert!(shown < all, "{shown} of {all}");
    assert!(frame(&h).contains(&format!("sur {all}")), "{}", frame(&h));
}
