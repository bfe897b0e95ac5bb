//! Pages of our own writing, small and hostile.

use super::*;
use crate::corpus::LineKind;
use proptest::prelude::*;

const LONG: &str =
    "La ville a fermé le pont mardi soir, après la découverte de fissures dans deux piles, selon le maire.";

fn kinds(page: &str) -> Vec<(LineKind, String)> {
    let raw = read(page);
    raw.hints.iter().map(|h| (h.kind, h.span.of(&raw.text).to_owned())).collect()
}

fn body(page: &str) -> Vec<String> {
    kinds(page).into_iter().filter(|(k, _)| k.is_body()).map(|(_, t)| t).collect()
}

#[test]
fn the_article_is_found_and_everything_else_stays_reachable() {
    let page = format!(
        "<html><head><title>Pont fermé - Le Quai</title></head><body><nav><a href=/>Accueil</a></nav><article>
        <h1>Pont fermé</h1><p class=byline>Par Ana Roz</p><p>{LONG}</p><figure><img src=x><figcaption>Le pont, lundi.</figcaption></figure>
        <h2>Des fissures</h2><p>{LONG} Encore.</p><aside><p>{LONG} Ailleurs.</p></aside></article>
        <div id=comments><p>{LONG} Bravo !</p></div><footer><p>Mentions légales</p></footer></body></html>"
    );
    assert_eq!(body(&page), [LONG.to_owned(), "Des fissures".into(), format!("{LONG} Encore.")]);
    let all = kinds(&page);
    let of = |text: &str| all.iter().find(|(_, t)| t.contains(text)).map(|(k, _)| *k);
    assert_eq!(of("Accueil"), Some(LineKind::Nav));
    assert_eq!(of("Pont fermé"), Some(LineKind::Title));
    assert_eq!(of("Ana Roz"), Some(LineKind::Byline));
    assert_eq!(of("Le pont, lundi."), Some(LineKind::Caption));
    assert_eq!(of("Bravo"), Some(LineKind::Comment));
    assert_eq!(of("Ailleurs"), Some(LineKind::Related));
}

#[test]
fn signs_of_a_wrapper_of_the_whole_article_are_not_believed() {
    let page = format!(
        "<body class=has-comments-sidebar><div class=\"content related-enabled\"><p>{LONG}</p><p>{LONG} Deux.</p></div></body>"
    );
    assert_eq!(body(&page).len(), 2);
}

#[test]
fn a_page_is_never_left_without_a_body() {
    assert_eq!(body("<body><div class=comments><p>Court.</p></div></body>"), ["Court."]);
    assert!(kinds("").is_empty());
}

#[test]
fn end_tags_that_are_left_out_do_not_join_paragraphs() {
    let raw = read(&format!(
        "<ul><li>Un<li>Deux</ul><p>{LONG}<p>{LONG} Deux.<div>Fin</div><table><tr><td>a<td>b<tr><td>c</table>"
    ));
    assert_eq!(raw.text, format!("Un\n\nDeux\n\n{LONG}\n\n{LONG} Deux.\n\nFin\n\na\n\nb\n\nc"));
}

#[test]
fn line_breaks_stay_line_breaks_and_scripts_are_no_text() {
    let raw = read(
        "<p>Un<br>deux</p><script>var x = '<p>';</script><style>p{}</style><pre>a\n b</pre><textarea>t</textarea>",
    );
    assert_eq!(raw.text, "Un\ndeux\n\na\nb");
}

#[test]
fn references_that_hide_control_characters_are_sanitised() {
    let raw = read("<title>A&#27;]0;x</title><p>B&#x1b;[2J&#x9b;&#x202e;C</p>");
    assert!(!raw.text.contains(|c: char| c.is_control() && c != '\n'), "{:?}", raw.text);
    assert_eq!(raw.fields.title[0].value, "A␛]0;x");
}

#[test]
fn an_empty_title_in_a_drawing_does_not_hold_the_rest_of_the_page() {
    let page = |drawing: &str| read(&format!("<title>T</title><p>Un</p>{drawing}<p>Deux</p>")).text;
    assert_eq!(page("<svg><title/><path d='M0'/></svg>"), "Un\n\nDeux");
    assert_eq!(page("<svg><title>Logo</title><style/></svg>"), "Un\n\nDeux");
    // Outside of one, and in a drawing that is empty, it is what it was.
    assert_eq!(page("<svg/><title><p></title>"), "Un\n\nDeux");
}

#[test]
fn what_readers_can_answer_below_the_article_is_their_comments() {
    let comment = |name: &str| format!("<li><h4>{name}</h4><p>{LONG}</p><p>{LONG}</p><a>Répondre</a></li>");
    let page =
        |list: &str| read(&format!("<body><article><h1>T</h1>{}</article>{list}", format!("<p>{LONG}</p>").repeat(6)));
    let kinds = |raw: &RawDocument| {
        let of = |h: &&Hint| matches!(h.span.of(&raw.text), "Ana" | "Lulu");
        raw.hints.iter().filter(of).map(|h| h.kind).collect::<Vec<_>>()
    };
    let two = page(&format!("<div><h3>Vous</h3><ul>{}{}</ul></div><p>Ana</p>", comment("Ana"), comment("Lulu")));
    assert_eq!(kinds(&two)[..2], [LineKind::Comment; 2], "{:?}", two.hints);
    assert_ne!(kinds(&two)[2], LineKind::Comment);
    let one = page(&format!("<div><ul>{}</ul></div>", comment("Ana")));
    assert_ne!(kinds(&one)[0], LineKind::Comment);
}

#[test]
fn a_comment_above_a_page_tells_where_and_when_it_was_saved() {
    let noted = |comment: &str| {
        let raw =
            read(&format!("<!DOCTYPE html><html><!--{comment}--><head><title>T</title></head><body><p>{LONG}</p>"));
        let value = |list: &[Field]| list.first().map(|f| f.value.clone()).unwrap_or_default();
        (value(&raw.fields.url), value(&raw.fields.seen))
    };
    let address = "https://quai.example/pont".to_owned();
    let single = "\n Page saved with SingleFile \n url: https://quai.example/pont \n saved date: Fri Mar 08 2024 09:00:00 GMT+0100\n";
    assert_eq!(noted(single), (address.clone(), "Fri Mar 08 2024 09:00:00 GMT+0100".to_owned()));
    assert_eq!(noted(" saved from url=(0025)https://quai.example/pont "), (address, String::new()));
    assert_eq!(noted(" url: https://quai.example/pont "), (String::new(), String::new()));
}

#[test]
fn a_text_in_an_object_of_a_script_is_read_with_its_headline() {
    let parts: String = (0..6).map(|_| format!("{{\"type\":\"text\",\"content\":\"{LONG} <b>Ici</b>.\"}},")).collect();
    let object = format!(
        "{{\"headlines\":{{\"basic\":\"Le bac d'Orlach repart\"}},\"publish_date\":\"2024-03-08T06:00:00Z\",\
         \"display_date\":\"2024-03-05T06:00:00Z\",\"credits\":{{\"by\":[{{\"name\":\"Ana Roz\"}}]}},\
         \"content_elements\":[{parts}{{\"type\":\"interstitial_link\",\"content\":\"Autre chose\"}}]}}"
    );
    let raw = read(&format!(
        "<html><head><title>Orlach, le bac - Le Quai</title></head><body><div id=app></div><script>window.P=window.P||{{}};P.content={object};P.x=1;</script></body></html>"
    ));
    let first = |list: &[Field]| list.first().map_or(String::new(), |f| f.value.clone());
    assert!(raw.text.contains("Ici.") && !raw.text.contains("Autre chose"), "{}", raw.text);
    let claims = [first(&raw.fields.title), first(&raw.fields.author), first(&raw.fields.published)];
    assert_eq!(claims, ["Le bac d'Orlach repart", "Ana Roz", "2024-03-05T06:00:00Z"]);
}

#[test]
fn where_hardly_anything_else_is_text_the_words_below_pictures_are_it() {
    let slide = |n: usize| {
        format!(
            "<figure><img src=a.jpg><figcaption><span>{n}/3</span><h2>Une gare</h2><p>{LONG}</p></figcaption></figure>"
        )
    };
    let slides: String = (1..4).map(slide).collect();
    let kinds = |page: &str| {
        let raw = read(page);
        raw.hints.iter().filter(|h| h.span.of(&raw.text) == LONG).map(|h| h.kind).collect::<Vec<_>>()
    };
    let gallery = format!("<body><main><h1>Trois gares</h1><p>On y dort.</p>{slides}</main></body>");
    assert_eq!(kinds(&gallery), [LineKind::Body; 3]);
    let article =
        format!("<body><main><h1>Trois gares</h1>{}{slides}</main></body>", format!("<p>Elle {LONG}</p>").repeat(9));
    assert_eq!(kinds(&article), [LineKind::Caption; 3]);
}

#[test]
fn words_that_say_when_it_came_out_outweigh_the_moment_of_a_change() {
    let raw = read(&format!(
        "<body><article><h1>Le bac</h1><time datetime=2024-03-09T10:18:46Z>Publié le 5 mars 2024</time><p>{LONG}</p></article></body>"
    ));
    assert_eq!(raw.fields.published[0].value, "Publié le 5 mars 2024");
    assert_eq!(raw.fields.updated[0].value, "2024-03-09T10:18:46Z");
}

#[test]
fn the_heading_that_leads_to_the_first_page_names_the_site() {
    let raw = read(&format!(
        "<head><title>Le bac d'Orlach repart</title></head><body><a href=\"/\"><h1>Fonds d'étang</h1></a><article><h1>Le bac d'Orlach repart</h1><p>{LONG}</p></article></body>"
    ));
    assert_eq!(raw.fields.source.first().map(|f| f.value.as_str()), Some("Fonds d'étang"));
}

#[test]
fn how_a_word_is_pronounced_is_none_of_the_text() {
    let raw = read(
        "<p><ruby>子<rp>(</rp><rt>こ</rt><rp>)</rp></ruby>どもの<ruby>法<rt>ほう<rb>律<rt>りつ</ruby>です。</p><p>次</p>",
    );
    assert_eq!(raw.text, "子どもの法律です。\n\n次");
}

#[test]
fn depth_costs_nothing() {
    for page in [
        "<div>".repeat(100_000),
        "<b><i><a>".repeat(50_000),
        "<table><tr><td>".repeat(40_000),
        "<p></b>".repeat(100_000),
    ] {
        let raw = read(&format!("<h1>T</h1>{page}<p>{LONG}</p>"));
        assert!(raw.text.contains(LONG));
    }
    let closed = format!("{}{LONG}{}", "<div><span>".repeat(60_000), "</div></b>".repeat(60_000));
    assert!(read(&closed).text.contains(LONG));
}

proptest! {
    #[test]
    fn hints_are_in_order_and_cover_the_text(parts in prop::collection::vec("(<(p|div|b|/p|/div|/b|br|li|td|tr|h1|a href=x|!--|script|/script)>|[a-z. ]{0,12}|&amp;|é|<|>)", 0..60)) {
        let raw = read(&parts.concat());
        let mut at = 0;
        for h in &raw.hints {
            prop_assert!(h.span.start >= at && h.span.end <= raw.text.len());
            prop_assert!(raw.text[at..h.span.start].trim().is_empty());
            prop_assert!(raw.text.is_char_boundary(h.span.start) && raw.text.is_char_boundary(h.span.end));
            at = h.span.end;
        }
        prop_assert!(raw.text[at..].trim().is_empty());
    }
}
