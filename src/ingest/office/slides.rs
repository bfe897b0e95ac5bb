//! Presentations as paragraphs: the title of each slide is a heading, and what stands on
//! every slide is left out.

use super::package::Package;
use super::sheet_ooxml::relations;
use super::text::Paragraphs;
use crate::ingest::records::layout::Styled;
use crate::ingest::xml_events as xml;
use crate::words::Message;
use quick_xml::events::Event;

/// Slides of a presentation that are read.
const SLIDES: usize = 2000;

/// What a place of a slide is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    Text,
    Title,
    /// The day, the number of the slide, what stands at its foot.
    Around,
}

fn holder(class: &str) -> Holder {
    match class {
        "title" | "ctrTitle" => Holder::Title,
        "ftr" | "sldNum" | "dt" | "hdr" | "footer" | "header" | "date-time" | "page-number" => Holder::Around,
        _ => Holder::Text,
    }
}

/// The paragraphs of a presentation in Office Open XML, in the order in which it shows
/// its slides.
pub(super) fn ooxml(package: &mut Package<'_>, part: &str, limit: usize) -> Result<Paragraphs, Message> {
    let path = part.trim_start_matches('/');
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let beside = |target: &str| match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{folder}/{target}").trim_start_matches('/').to_owned(),
    };
    let targets = relations(&package.part(&beside(&format!("_rels/{name}.rels"))).map(|p| p.text).unwrap_or_default());
    let shown = order(&package.part(path)?.text);
    let mut paths: Vec<String> = shown.iter().filter_map(|id| targets.get(id)).map(|t| beside(t)).collect();
    if paths.is_empty() {
        paths = package.names(&beside("slides/"));
    }
    let mut out = Paragraphs::default();
    for path in paths.iter().take(SLIDES) {
        let Ok(slide) = package.part(path) else { continue };
        out.cut |= slide.cut;
        of_slide(&slide.text, limit, &mut out);
    }
    out.cut |= out.is_beyond(limit);
    Ok(out)
}

/// The relations of the slides in their order.
fn order(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    xml::walk(text, |event, _| {
        if let Event::Start(e) | Event::Empty(e) = event
            && e.local_name().as_ref() == "sldId"
        {
            // Its own number has the same name in no name space.
            let relation = e.attributes().with_checks(false).flatten().find(|a| a.key.as_ref().ends_with(":id"));
            out.extend(relation.map(|a| a.value.into_owned()));
        }
        out.len() < SLIDES
    });
    out
}

fn of_slide(text: &str, limit: usize, out: &mut Paragraphs) {
    let (mut now, mut inside) = (Holder::Text, false);
    xml::walk(text, |event, end| {
        match &event {
            Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                "sp" | "graphicFrame" => now = Holder::Text,
                "ph" => now = holder(&xml::attribute(e, "type").unwrap_or_default()),
                "t" => inside = matches!(event, Event::Start(_)) && now != Holder::Around,
                "br" if now == Holder::Title => out.push(' ', false),
                "br" => out.end(),
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "t" => inside = false,
                "p" => end_of(now, out),
                _ => {}
            },
            event if inside => out.say(event, false),
            _ => {}
        }
        if end {
            out.end();
        }
        !out.is_beyond(limit)
    });
}

/// The paragraphs of a presentation in OpenDocument.
pub(super) fn open_document(text: &str, limit: usize) -> Paragraphs {
    let mut out = Paragraphs::default();
    let (mut now, mut inside, mut passed) = (Holder::Text, 0_usize, 0_usize);
    let whole = xml::walk(text, |event, end| {
        match &event {
            Event::Start(e)
                if passed > 0 || matches!(e.local_name().as_ref(), "notes" | "annotation" | "binary-data") =>
            {
                passed += 1
            }
            Event::End(_) if passed > 0 => passed -= 1,
            _ if passed > 0 => {}
            Event::Start(e) => match e.local_name().as_ref() {
                "frame" => now = holder(&xml::attribute(e, "class").unwrap_or_default()),
                "p" | "h" => inside += 1,
                _ => {}
            },
            Event::Empty(e) => match e.local_name().as_ref() {
                "tab" if inside > 0 => out.push('\t', false),
                "s" if inside > 0 => out.push(' ', false),
                "line-break" if now == Holder::Title => out.push(' ', false),
                "line-break" => out.end(),
                _ => {}
            },
            Event::End(e) if matches!(e.local_name().as_ref(), "p" | "h") => {
                inside = inside.saturating_sub(1);
                end_of(now, &mut out);
            }
            event if inside > 0 && now != Holder::Around => out.say(event, false),
            _ => {}
        }
        if end {
            out.end();
        }
        !out.is_beyond(limit)
    });
    out.cut = !whole || out.is_beyond(limit);
    out
}

/// Ends a paragraph of a place.
fn end_of(place: Holder, out: &mut Paragraphs) {
    if place == Holder::Title {
        out.head(Styled::Heading, 1);
    }
    out.end();
}
