//! Handing over: texts are rendered by the same core functions as the headless
//! commands, in the background; only what opens in the editor is rendered at
//! once.

use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::effect::TERMINAL_CLIPBOARD;
use crate::app::model::Model;
use crate::app::overlay::export::state::{Export, Goods, To};
use crate::app::overlay::state::{Overlay, Page};
use crate::app::verb::note;
use crate::corpus::DocId;
use crate::job::export::{Handed, NotesOn, Output, Rendering, Subject};
use crate::job::{self, Candidate, How, Kind};
use crate::text::sanitise::one_line;
use crate::triage::export::{Format, file_name};
use crate::triage::{Note, Target};
use crate::words::{Message, msg};
use std::path::PathBuf;
use std::sync::Arc;

/// Most articles that are rendered while the reader waits for the editor.
const AT_ONCE: usize = 200;

/// Says that a hand-over is still under way.
pub(crate) fn busy(model: &mut Model) -> Option<Vec<Effect>> {
    if !model.handing {
        return None;
    }
    let lang = model.lang();
    model.say(lang.text(msg::EXPORT_SOMETHING_BEING_HANDED_OVER_ESC));
    Some(Vec::new())
}

/// The name of the file: as typed, else made from what is handed over.
pub fn proposed(model: &Model, export: &Export) -> String {
    if let Some(name) = &export.name {
        return name.clone();
    }
    let lang = model.lang();
    let title = |id: DocId| model.library.card(id).map_or(String::new(), |c| c.title.clone());
    // What says no outlet is told by its file.
    let source = |id: DocId| {
        let card = model.library.card(id);
        card.map_or(String::new(), |c| c.source.clone().unwrap_or_else(|| c.name.clone()))
    };
    let today = jiff::Timestamp::from_millisecond(model.now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let today = today.to_zoned_datetime((*model.choices.zone).clone()).date();
    let words = match export.chosen() {
        Some(Goods::Article(id)) => format!("{} {}", source(*id), title(*id)),
        Some(Goods::Citation(id, _)) => lang.say(msg::export_file_citation(source(*id))),
        Some(Goods::Ticked(_)) => lang.say(msg::export_file_articles(today.to_string())),
        Some(Goods::Story(_, title, _)) => title.clone(),
        Some(Goods::Comparison(a, b)) => {
            format!("{} {} {}", lang.text(msg::EXPORT_COMPARISON), source(*a), source(*b))
        }
        Some(Goods::WhoSays(_, title)) => format!("{} {title}", lang.text(msg::EXPORT_WHO_SAYS_WHAT)),
        Some(Goods::Chronology(_, title)) => format!("{} {title}", lang.text(msg::EXPORT_TIMELINE)),
        Some(Goods::Quotations(name)) => format!("{} {name}", lang.text(msg::EXPORT_QUOTATIONS)),
        Some(Goods::Notes) => lang.say(msg::export_file_notes(today.to_string())),
        Some(Goods::Titles(_)) => format!("{} {today}", lang.text(msg::EXPORT_TITLES)),
        None => String::new(),
    };
    let format = if export.template.is_some() { Format::Plain } else { export.format };
    file_name(&words, format)
}

/// Hands over what the menu says, into a file, the clipboard or the editor.
pub(crate) fn hand_over(model: &mut Model, export: &Export) -> Vec<Effect> {
    let Some(rendering) = rendering(model, export) else { return Vec::new() };
    model.export_last = (export.format, export.to);
    let path = model.choices.export_folder.join(proposed(model, export));
    match export.to {
        To::File => hand(model, rendering, Output::File(path)),
        To::Clipboard => copy_subject(model, rendering),
        To::Editor => in_editor(model, rendering, path),
        To::Pipe => Vec::new(),
    }
}

fn in_editor(model: &mut Model, rendering: Rendering, path: PathBuf) -> Vec<Effect> {
    let lang = model.lang();
    let many = match &rendering.subject {
        Subject::Articles(l) | Subject::Titles(l) | Subject::Story(_, l) | Subject::Notes(l, _) => l.len(),
        _ => 1,
    };
    if many > AT_ONCE {
        let n = lang.number(AT_ONCE);
        model.say(lang.say(msg::export_more_than_articles_export_them(&n)));
        return Vec::new();
    }
    hand(model, rendering, Output::Editor(path))
}

/// Passes what the menu says, or the passage chosen, to a command of the shell.
pub(crate) fn pipe(model: &mut Model, export: &Export, command: &str) -> Vec<Effect> {
    let selected = model.article.selection.zip(model.article.document);
    let rendering = match selected.and_then(|(s, d)| Some((s.span, model.library.corpus.get(d)?))) {
        Some((span, document)) => Some(text(model, span.of(&document.text).to_owned())),
        None => rendering(model, export),
    };
    let Some(rendering) = rendering else { return Vec::new() };
    let lang = model.lang();
    model.say(lang.say(msg::export_esc_stops(command)));
    hand(model, rendering, Output::Pipe(command.to_owned()))
}

fn hand(model: &mut Model, rendering: Rendering, output: Output) -> Vec<Effect> {
    model.handing = true;
    let texts = model.text_options();
    vec![model.start(job::export::Export { texts, rendering, output })]
}

/// Stops what is being handed over. True when something was.
pub(crate) fn stop(model: &mut Model) -> Option<Vec<Effect>> {
    if !std::mem::take(&mut model.handing) {
        return None;
    }
    model.forget(Kind::Export);
    let lang = model.lang();
    model.say(lang.text(msg::EXPORT_STOPPED));
    Some(vec![Effect::Stop(Kind::Export)])
}

fn text(model: &Model, text: String) -> Rendering {
    Rendering { subject: Subject::Text(text), format: Format::Plain, template: None, lang: model.lang() }
}

fn all_candidates(model: &Model, ids: &[DocId]) -> Vec<Candidate> {
    ids.iter().filter_map(|id| candidates::candidate(model, *id)).collect()
}

/// What the menu says, as a job wants it.
fn rendering(model: &Model, export: &Export) -> Option<Rendering> {
    let notes_on = |target: Target, title: String| {
        let notes: Vec<Arc<Note>> = model.triage.status_of(&target).notes.clone();
        NotesOn { target, title, notes }
    };
    let subject = match export.chosen()? {
        Goods::Article(id) => Subject::Articles(all_candidates(model, &[*id])),
        Goods::Ticked(ids) => Subject::Articles(all_candidates(model, ids)),
        Goods::Titles(ids) => Subject::Titles(all_candidates(model, ids)),
        Goods::Story(id, title, ids) => {
            Subject::Story(notes_on(Target::Story(id.clone()), title.clone()), all_candidates(model, ids))
        }
        Goods::Comparison(a, b) => {
            let (a, b) = (candidates::candidate(model, *a)?, candidates::candidate(model, *b)?);
            let notes = model.triage.status_of(&Target::pair(a.key, b.key)).notes.clone();
            // What the screen does not count as a difference, the sheet does not.
            let options = model.compare.as_ref().map_or_else(Default::default, |c| c.options);
            let how = How { options, pins: candidates::pins(model, a.key, b.key) };
            Subject::Comparison(a, b, notes, how)
        }
        Goods::WhoSays(id, _) => {
            // In the order of the screen, and only what it shows.
            let (order, show) = model.coverage.as_ref().map_or_else(Default::default, |c| (c.order, c.show));
            let members = all_candidates(model, &model.library.members(id));
            Subject::WhoSays(members, order, show)
        }
        Goods::Chronology(id, _) => Subject::Chronology(all_candidates(model, &model.library.members(id))),
        Goods::Quotations(name) => {
            let page = model.name.page.clone()?;
            let day = |id| model.library.card(id).and_then(|c| c.date);
            let said = model.name.in_order(day).into_iter().filter(|a| !a.said.is_empty());
            let ids: Vec<DocId> = said.map(|a| a.id).collect();
            Subject::Quotations(name.clone(), page, all_candidates(model, &ids))
        }
        Goods::Notes => {
            let mut ids = Vec::new();
            let mut others = Vec::new();
            for (target, _) in model.triage.noted() {
                let keys = match target {
                    Target::Document(k) => vec![*k],
                    Target::Pair(a, b) => vec![*a, *b],
                    _ => Vec::new(),
                };
                ids.extend(keys.iter().filter_map(|k| model.library.by_key(k)));
                let here = target.document().is_some_and(|k| model.library.by_key(&k).is_some());
                if !here {
                    let (label, title) = note::name(model, target);
                    others.push(notes_on(target.clone(), format!("{label} — {title}")));
                }
            }
            ids.sort_unstable();
            ids.dedup();
            Subject::Notes(all_candidates(model, &ids), others)
        }
        Goods::Citation(id, span) => Subject::Citations(vec![(candidates::candidate(model, *id)?, vec![*span])]),
    };
    let template = export.template.as_ref().and_then(|name| model.choices.templates.get(name)).cloned();
    Some(Rendering { subject, format: export.format, template, lang: model.lang() })
}

fn copy_subject(model: &mut Model, rendering: Rendering) -> Vec<Effect> {
    if let Some(effects) = busy(model) {
        return effects;
    }
    let keep = model.choices.clipboard_file.clone();
    hand(model, rendering, Output::Clipboard(keep))
}

/// Puts words on the clipboard.
pub(crate) fn copy(model: &mut Model, words: String) -> Vec<Effect> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let rendering = text(model, words);
    copy_subject(model, rendering)
}

/// What became of what was handed over.
pub(crate) fn handed(model: &mut Model, outcome: Result<Handed, Message>) -> Vec<Effect> {
    let lang = model.lang();
    model.handing = false;
    match outcome {
        Err(sentence) => {
            model.warn(lang.say(msg::export_not_exported(sentence)));
            Vec::new()
        }
        Ok(Handed::File { path, renamed }) => {
            let place = one_line(&path.to_string_lossy());
            model.say(if renamed {
                lang.say(msg::export_that_name_was_taken_exported(&place))
            } else {
                lang.say(msg::export_exported(&place))
            });
            Vec::new()
        }
        Ok(Handed::Editor { path, text }) => vec![Effect::EditNew { path, text }],
        Ok(Handed::Clipboard { text, copy }) => {
            let n = text.chars().count();
            let kept = match &copy {
                Ok(path) => {
                    let place = one_line(&path.to_string_lossy());
                    lang.say(msg::export_copy(&place))
                }
                Err(_) => String::new(),
            };
            if text.len() > TERMINAL_CLIPBOARD && !model.choices.desktop {
                model.warn(lang.say(msg::export_characters_too_long_for_terminal(n, &kept)));
                return Vec::new();
            }
            model.say(lang.say(msg::export_characters_sent_clipboard(n, &kept)));
            vec![Effect::Copy(text)]
        }
        Ok(Handed::Pipe { command, printed, well }) => {
            let printed = printed.trim_end().to_owned();
            let one = printed.lines().count() <= 1 && printed.len() < 120;
            if one {
                let words = if printed.is_empty() { lang.text(msg::EXPORT_DONE) } else { &printed };
                let said = lang.say(msg::ui_labelled(command, one_line(words)));
                if well { model.say(said) } else { model.warn(said) }
            } else {
                model.printed = Some((command, Arc::from(printed)));
                model.overlays.push(Overlay::Page { page: Page::Printed, top: 0 });
            }
            Vec::new()
        }
    }
}
