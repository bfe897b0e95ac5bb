//! The export menu: what, in which format, where to.

use crate::app::action::Choice;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::overlay::export::state::{Export, Goods, To};
use crate::app::overlay::input_line::InputLine;
use crate::app::overlay::prompt::state::{Ask, Prompt};
use crate::app::overlay::state::Overlay;
use crate::app::screen::here;
use crate::app::verb::export;
use crate::corpus::DocId;
use crate::triage::export::Format;
use std::path::Path;

/// What can be handed over here, what is meant first.
fn goods(model: &Model) -> Vec<Goods> {
    let here = here::of(model);
    let mut goods = here.goods(model);
    let ticked: Vec<DocId> = model.list.ticked.iter().copied().collect();
    if !ticked.is_empty() {
        goods.push(Goods::Ticked(ticked.clone()));
    }
    let subject = match here.group(model) {
        Some(g) => {
            let documents = g.documents().to_vec();
            goods.push(match g.story() {
                Some(id) => Goods::Story(id.to_owned(), g.label(model.lang()).into_owned(), documents),
                None => Goods::Titles(documents),
            });
            None
        }
        None => here.subject(model),
    };
    if let Some(id) = subject {
        goods.push(Goods::Article(id));
        if let Some(span) = here.passage(model).filter(|_| model.article.document == Some(id)) {
            let at = if model.article.selection.is_some() { goods.len() - 1 } else { goods.len() };
            goods.insert(at, Goods::Citation(id, span));
        }
        if let Some(story) = model.library.story(id) {
            goods.push(Goods::Story(story.id.to_owned(), story.title.to_owned(), model.library.members(story.id)));
        }
    }
    if !goods.iter().any(|g| matches!(g, Goods::Titles(_))) {
        let shown = model.list.documents().collect();
        goods.push(Goods::Titles(if ticked.is_empty() { shown } else { ticked }));
    }
    if !goods.contains(&Goods::Notes) && model.triage.noted().next().is_some() {
        goods.push(Goods::Notes);
    }
    goods
}

/// Opens the menu.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    if let Some(effects) = export::busy(model) {
        return effects;
    }
    let (format, to) = model.export_last;
    let menu = Export { goods: goods(model), what: 0, format, template: None, to, name: None };
    model.overlays.push(Overlay::Export(menu));
    Vec::new()
}

/// Chooses in the menu; `number` is that of a template.
pub(crate) fn choose(model: &Model, menu: &mut Export, action: Choice, number: Option<usize>) {
    let mut what = |is: fn(&Goods) -> bool| menu.what = menu.goods.iter().position(is).unwrap_or(menu.what);
    let format = match action {
        Choice::ExportArticle => return what(|g| matches!(g, Goods::Article(_))),
        Choice::ExportTicked => return what(|g| matches!(g, Goods::Ticked(_))),
        Choice::ExportStory => return what(|g| matches!(g, Goods::Story(..))),
        Choice::ExportComparison => return what(|g| matches!(g, Goods::Comparison(..))),
        Choice::ExportMatrix => return what(|g| matches!(g, Goods::WhoSays(..))),
        Choice::ExportTimeline => return what(|g| matches!(g, Goods::Chronology(..))),
        Choice::ExportQuotations => return what(|g| matches!(g, Goods::Quotations(_))),
        Choice::ExportNotes => return what(|g| matches!(g, Goods::Notes)),
        Choice::ExportTitles => return what(|g| matches!(g, Goods::Titles(_))),
        Choice::ExportCitation => return what(|g| matches!(g, Goods::Citation(..))),
        Choice::ToFile => return menu.to = To::File,
        Choice::ToClipboard => return menu.to = To::Clipboard,
        Choice::ToPipe => return menu.to = To::Pipe,
        Choice::ToEditor => return menu.to = To::Editor,
        Choice::AsTemplate => {
            let names: Vec<&String> = model.choices.templates.keys().collect();
            let at = menu.template.as_ref().and_then(|t| names.iter().position(|n| *n == t));
            let wanted = number.map_or_else(|| at.map_or(0, |i| i + 1), |n| n.saturating_sub(1));
            if let Some(name) = names.get(wanted) {
                menu.template = Some((*name).clone());
            }
            return;
        }
        Choice::AsMarkdown => Format::Markdown,
        Choice::AsPlain => Format::Plain,
        Choice::AsHtml => Format::Html,
        Choice::AsCsv => Format::Csv,
        Choice::AsJson => Format::Json,
        Choice::AsJsonLines => Format::JsonLines,
        Choice::AsBibtex => Format::Bib,
        Choice::AsCsl => Format::Csl,
        Choice::AsRis => Format::Ris,
    };
    menu.format = format;
    menu.template = None;
}

/// Hands over what the menu says; asks for the command first.
pub(crate) fn hand_over(model: &mut Model, menu: Export) -> Vec<Effect> {
    if menu.to != To::Pipe {
        return export::hand_over(model, &menu);
    }
    model.overlays.push(Overlay::Export(menu));
    ask(model, Ask::Pipe, String::new())
}

/// Asks for a name of the file.
pub(crate) fn ask_name(model: &mut Model, menu: Export) -> Vec<Effect> {
    let name = matches!(menu.to, To::File | To::Editor).then(|| export::proposed(model, &menu));
    model.overlays.push(Overlay::Export(menu));
    name.map_or(Vec::new(), |name| ask(model, Ask::ExportName, name))
}

fn ask(model: &mut Model, ask: Ask, value: String) -> Vec<Effect> {
    model.overlays.push(Overlay::Prompt(Prompt::new(ask, InputLine::new(value))));
    Vec::new()
}

/// A command was typed: into it goes what the menu below says, or what is under
/// the reader's eyes.
pub(crate) fn pipe(model: &mut Model, command: &str) -> Vec<Effect> {
    let menu = match model.overlays.pop() {
        Some(Overlay::Export(menu)) => menu,
        other => {
            model.overlays.extend(other);
            let format = Format::Plain;
            Export { goods: goods(model), what: 0, format, template: None, to: To::Pipe, name: None }
        }
    };
    if command.trim().is_empty() { Vec::new() } else { export::pipe(model, &menu, command) }
}

/// Asks for a command.
pub(crate) fn ask_pipe(model: &mut Model) -> Vec<Effect> {
    match export::busy(model) {
        Some(effects) => effects,
        None => ask(model, Ask::Pipe, String::new()),
    }
}

/// A name was typed.
pub(crate) fn rename(model: &mut Model, name: &str) {
    // A name, not a way to other folders.
    let name = Path::new(name.trim()).file_name().map(|n| n.to_string_lossy().into_owned());
    if let Some(Overlay::Export(e)) = model.overlays.last_mut() {
        e.name = name.filter(|n| !n.is_empty());
    }
}
