//! Handing over: the export menu, copying, piping. Texts are rendered by the
//! same core functions as the headless commands, in the background; only what
//! opens in the editor is rendered at once.

use crate::app::effect::{Effect, TERMINAL_CLIPBOARD};
use crate::app::key::{Code, Key};
use crate::app::model::Model;
use crate::app::overlay::act as overlays;
use crate::app::overlay::export::state::{Export, FORMATS, Goods, To};
use crate::app::overlay::prompt::state::Ask;
use crate::app::overlay::state::{Overlay, Page};
use crate::app::panes::Screen;
use crate::app::screen::compare::act as compare;
use crate::app::screen::main::article::sentences as reading;
use crate::app::screen::main::list::state::Row;
use crate::app::update::start;
use crate::app::words::Lang;
use crate::corpus::{DocId, Document, Language};
use crate::job::export::{Handed, NotesOn, Output, Rendering, Subject, render};
use crate::job::{Candidate, Desk, How, Job, Kind};
use crate::text::Span;
use crate::text::sanitise::one_line;
use crate::triage::export::{Format, Item, cite, file_name};
use crate::triage::{Note, Target};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Most articles that are rendered while the reader waits for the editor.
const AT_ONCE: usize = 200;

/// What can be handed over here, what is meant first.
fn goods(model: &Model) -> Vec<Goods> {
    let mut goods = Vec::new();
    if let Some(c) = model.compare.as_ref().filter(|_| model.screen == Screen::Compare) {
        goods.push(Goods::Comparison(c.a, c.b));
    }
    if let Some(c) = &model.coverage {
        let (said, when) =
            (Goods::WhoSays(c.story.clone(), c.title.clone()), Goods::Chronology(c.story.clone(), c.title.clone()));
        match model.screen {
            Screen::Matrix => goods.extend([said, when]),
            Screen::Timeline => goods.extend([when, said]),
            _ => {}
        }
    }
    let ticked: Vec<DocId> = model.list.ticked.iter().copied().collect();
    if model.screen == Screen::Notes {
        goods.push(Goods::Notes);
    }
    if !ticked.is_empty() {
        goods.push(Goods::Ticked(ticked.clone()));
    }
    let on_list = model.screen == Screen::Main && model.focus == crate::app::panes::Pane::List;
    let group = match model.list.rows.get(model.list.cursor) {
        Some(Row::Group(g)) if on_list => model.list.groups.get(*g as usize),
        _ => None,
    };
    let subject = match group {
        Some(g) => {
            let documents = g.documents().to_vec();
            goods.push(match g.story() {
                Some(id) => Goods::Story(id.to_owned(), g.label(model.lang()).into_owned(), documents),
                None => Goods::Titles(documents),
            });
            None
        }
        None => model.subject(),
    };
    if let Some(id) = subject {
        goods.push(Goods::Article(id));
        if let Some(span) = sentence(model, id) {
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

/// The passage chosen, lit or first on the screen.
fn sentence(model: &Model, id: DocId) -> Option<Span> {
    let document = model.library.corpus.get(id)?;
    if model.screen != Screen::Main || model.article.document != Some(id) {
        return None;
    }
    let first = || reading::sentence_from(document, model.article.view, model.article.first_seen()?);
    model.article.passage(document).or_else(first)
}

/// Opens the menu.
pub(crate) fn open(model: &mut Model) -> Vec<Effect> {
    if let Some(effects) = busy(model) {
        return effects;
    }
    let (format, to) = model.export_last;
    let export = Export { goods: goods(model), what: 0, format, template: None, to, name: None };
    model.overlays.push(Overlay::Export(export));
    Vec::new()
}

/// Says that a hand-over is still under way.
fn busy(model: &mut Model) -> Option<Vec<Effect>> {
    if !model.handing {
        return None;
    }
    let lang = model.lang();
    model.say(lang.pick("Un envoi est en cours : Échap l'arrête.", "Something is being handed over: Esc stops it."));
    Some(Vec::new())
}

/// A key in the menu.
pub(crate) fn key(model: &mut Model, mut export: Export, key: Key) -> Vec<Effect> {
    if key == Key::plain(Code::Enter) {
        return go(model, export);
    }
    if key == Key::plain(Code::Tab) || key == Key::plain(Code::Down) {
        export.what = (export.what + 1) % export.goods.len().max(1);
    } else if key == Key::plain(Code::BackTab) || key == Key::plain(Code::Up) {
        export.what = (export.what + export.goods.len().max(1) - 1) % export.goods.len().max(1);
    } else if let Some(c) = key.text() {
        if c == 'q' {
            return Vec::new();
        }
        if c == 'r' && matches!(export.to, To::File | To::Editor) {
            let name = proposed(model, &export);
            model.overlays.push(Overlay::Export(export));
            return overlays::prompt_with(model, Ask::ExportName, name);
        }
        if let Some(i) = export.goods.iter().position(|g| g.letter() == c) {
            export.what = i;
        } else if let Some((_, format, ..)) = FORMATS.iter().find(|(l, ..)| *l == c) {
            export.format = *format;
            export.template = None;
        } else if let Some(to) = To::ALL.into_iter().find(|t| t.letter() == c || (*t == To::Pipe && c == '|')) {
            export.to = to;
        } else if let Some(n) = c.to_digit(10).and_then(|d| (d as usize).checked_sub(1))
            && let Some(name) = model.choices.templates.keys().nth(n)
        {
            export.template = Some(name.clone());
        }
    }
    model.overlays.push(Overlay::Export(export));
    Vec::new()
}

/// The name of the file: as typed, else made from what is handed over.
pub fn proposed(model: &Model, export: &Export) -> String {
    if let Some(name) = &export.name {
        return name.clone();
    }
    let lang = model.lang();
    let title = |id: DocId| model.library.card(id).map_or(String::new(), |c| c.title.clone());
    let source = |id: DocId| model.library.card(id).map_or(String::new(), |c| c.source_label(lang).to_owned());
    let today = jiff::Timestamp::from_millisecond(model.now).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let today = today.to_zoned_datetime(model.choices.zone.clone()).date();
    let words = match export.chosen() {
        Some(Goods::Article(id)) => format!("{} {}", source(*id), title(*id)),
        Some(Goods::Citation(id, _)) => format!("citation {}", source(*id)),
        Some(Goods::Ticked(_)) => format!("articles {today}"),
        Some(Goods::Story(_, title, _)) => title.clone(),
        Some(Goods::Comparison(a, b)) => {
            format!("{} {} {}", lang.pick("comparaison", "comparison"), source(*a), source(*b))
        }
        Some(Goods::WhoSays(_, title)) => format!("{} {title}", lang.pick("qui dit quoi", "who says what")),
        Some(Goods::Chronology(_, title)) => format!("{} {title}", lang.pick("chronologie", "timeline")),
        Some(Goods::Notes) => format!("notes {today}"),
        Some(Goods::Titles(_)) => format!("{} {today}", lang.pick("titres", "titles")),
        None => String::new(),
    };
    let format = if export.template.is_some() { Format::Plain } else { export.format };
    file_name(&words, format)
}

/// Enter in the menu.
fn go(model: &mut Model, export: Export) -> Vec<Effect> {
    if export.to == To::Pipe {
        model.overlays.push(Overlay::Export(export));
        return overlays::prompt_with(model, Ask::Pipe, String::new());
    }
    let Some(rendering) = rendering(model, &export) else { return Vec::new() };
    model.export_last = (export.format, export.to);
    let path = model.choices.export_folder.join(proposed(model, &export));
    match export.to {
        To::File => hand(model, rendering, Output::File(path)),
        To::Clipboard => copy_subject(model, rendering),
        To::Editor => in_editor(model, &rendering, path),
        To::Pipe => Vec::new(),
    }
}

fn in_editor(model: &mut Model, rendering: &Rendering, path: PathBuf) -> Vec<Effect> {
    let lang = model.lang();
    let many = match &rendering.subject {
        Subject::Articles(l) | Subject::Titles(l) | Subject::Story(_, l) | Subject::Notes(l, _) => l.len(),
        _ => 1,
    };
    if many > AT_ONCE {
        let n = lang.number(AT_ONCE);
        model.say(lang.pick(
            format!("Plus de {n} articles : exportez-les dans un fichier (f)."),
            format!("More than {n} articles: export them to a file (f)."),
        ));
        return Vec::new();
    }
    match render(rendering) {
        Ok(text) => vec![Effect::EditNew { path, text }],
        Err(sentence) => {
            model.warn(sentence);
            Vec::new()
        }
    }
}

/// A command was typed: into it goes what the menu below says, or what is
/// under the reader's eyes.
pub(crate) fn pipe(model: &mut Model, command: &str) -> Vec<Effect> {
    let export = match model.overlays.pop() {
        Some(Overlay::Export(e)) => e,
        other => {
            model.overlays.extend(other);
            let format = Format::Plain;
            Export { goods: goods(model), what: 0, format, template: None, to: To::Pipe, name: None }
        }
    };
    if command.trim().is_empty() {
        return Vec::new();
    }
    let selected = model.article.selection.zip(model.article.document);
    let rendering = match selected.and_then(|(s, d)| Some((s.span, model.library.corpus.get(d)?))) {
        Some((span, document)) => Some(text(model, span.of(&document.text).to_owned())),
        None => rendering(model, &export),
    };
    let Some(rendering) = rendering else { return Vec::new() };
    let lang = model.lang();
    model.say(lang.pick(format!("{command}… Échap l'arrête."), format!("{command}… Esc stops it.")));
    hand(model, rendering, Output::Pipe(command.to_owned()))
}

/// Asks for a command.
pub(crate) fn ask_pipe(model: &mut Model) -> Vec<Effect> {
    match busy(model) {
        Some(effects) => effects,
        None => overlays::prompt_with(model, Ask::Pipe, String::new()),
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

fn hand(model: &mut Model, rendering: Rendering, output: Output) -> Vec<Effect> {
    model.handing = true;
    vec![start(model, Job::Export(Box::new(rendering), output))]
}

/// Stops what is being handed over. True when something was.
pub(crate) fn stop(model: &mut Model) -> Option<Vec<Effect>> {
    if !std::mem::take(&mut model.handing) {
        return None;
    }
    model.forget(Kind::Export);
    let lang = model.lang();
    model.say(lang.pick("Arrêté.", "Stopped."));
    Some(vec![Effect::Stop(Kind::Export)])
}

fn language(lang: Lang) -> Language {
    lang.pick(Language::Fr, Language::En)
}

fn text(model: &Model, text: String) -> Rendering {
    let desk = Desk::default();
    Rendering {
        subject: Subject::Text(text),
        desk,
        format: Format::Plain,
        template: None,
        language: language(model.lang()),
    }
}

fn candidates(model: &Model, ids: &[DocId]) -> Vec<Candidate> {
    ids.iter().filter_map(|id| compare::candidate(model, *id)).collect()
}

/// What the menu says, as a job wants it.
fn rendering(model: &Model, export: &Export) -> Option<Rendering> {
    let notes_on = |target: Target, title: String| {
        let notes: Vec<Note> = model.triage.status_of(&target).notes.clone();
        NotesOn { target, title, notes }
    };
    let subject = match export.chosen()? {
        Goods::Article(id) => Subject::Articles(candidates(model, &[*id])),
        Goods::Ticked(ids) => Subject::Articles(candidates(model, ids)),
        Goods::Titles(ids) => Subject::Titles(candidates(model, ids)),
        Goods::Story(id, title, ids) => {
            Subject::Story(notes_on(Target::Story(id.clone()), title.clone()), candidates(model, ids))
        }
        Goods::Comparison(a, b) => {
            let (a, b) = (compare::candidate(model, *a)?, compare::candidate(model, *b)?);
            let notes = model.triage.status_of(&Target::pair(a.key, b.key)).notes.clone();
            // What the screen does not count as a difference, the sheet does not.
            let options = model.compare.as_ref().map_or_else(Default::default, |c| c.options);
            let how = How { options, pins: compare::pins(model, a.key, b.key) };
            Subject::Comparison(a, b, notes, how)
        }
        Goods::WhoSays(id, _) => {
            // In the order of the screen, and only what it shows.
            let (order, show) = model.coverage.as_ref().map_or_else(Default::default, |c| (c.order, c.show));
            let members = candidates(model, &model.library.members(id));
            Subject::WhoSays(members, order, show)
        }
        Goods::Chronology(id, _) => Subject::Chronology(candidates(model, &model.library.members(id))),
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
                    let (label, title) = crate::app::screen::notes::state::name(model, target);
                    others.push(notes_on(target.clone(), format!("{label} — {title}")));
                }
            }
            ids.sort_unstable();
            ids.dedup();
            Subject::Notes(candidates(model, &ids), others)
        }
        Goods::Citation(id, span) => Subject::Citations(vec![(compare::candidate(model, *id)?, vec![*span])]),
    };
    let template = export.template.as_ref().and_then(|name| model.choices.templates.get(name)).cloned();
    Some(Rendering { subject, desk: model.desk(), format: export.format, template, language: language(model.lang()) })
}

fn copy_subject(model: &mut Model, rendering: Rendering) -> Vec<Effect> {
    if let Some(effects) = busy(model) {
        return effects;
    }
    let keep = model.choices.clipboard_file.clone();
    hand(model, rendering, Output::Clipboard(keep))
}

fn copy(model: &mut Model, words: String) -> Vec<Effect> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let rendering = text(model, words);
    copy_subject(model, rendering)
}

/// What became of what was handed over.
pub(crate) fn handed(model: &mut Model, outcome: Result<Handed, String>) -> Vec<Effect> {
    let lang = model.lang();
    model.handing = false;
    match outcome {
        Err(sentence) => {
            model.warn(lang.pick(format!("Non exporté : {sentence}"), format!("Not exported: {sentence}")));
            Vec::new()
        }
        Ok(Handed::File { path, renamed }) => {
            let place = one_line(&path.to_string_lossy());
            model.say(if renamed {
                lang.pick(
                    format!("Ce nom était pris : exporté dans {place}"),
                    format!("That name was taken: exported to {place}"),
                )
            } else {
                lang.pick(format!("Exporté dans {place}"), format!("Exported to {place}"))
            });
            Vec::new()
        }
        Ok(Handed::Clipboard { text, copy }) => {
            let n = lang.number(text.chars().count());
            let kept = match &copy {
                Ok(path) => {
                    let place = one_line(&path.to_string_lossy());
                    lang.pick(format!(" · copie : {place}"), format!(" · copy: {place}"))
                }
                Err(_) => String::new(),
            };
            if text.len() > TERMINAL_CLIPBOARD && !model.choices.desktop {
                model.warn(lang.pick(
                    format!("{n} signes : trop long pour le presse-papiers du terminal{kept}"),
                    format!("{n} characters: too long for the terminal's clipboard{kept}"),
                ));
                return Vec::new();
            }
            model.say(lang.pick(
                format!("{n} signes envoyés au presse-papiers{kept}"),
                format!("{n} characters sent to the clipboard{kept}"),
            ));
            vec![Effect::Copy(text)]
        }
        Ok(Handed::Pipe { command, printed, well }) => {
            let printed = printed.trim_end().to_owned();
            let one = printed.lines().count() <= 1 && printed.len() < 120;
            if one {
                let words = if printed.is_empty() { lang.pick("fini", "done") } else { &printed };
                let said = format!("{command} : {}", one_line(words));
                if well { model.say(said) } else { model.warn(said) }
            } else {
                model.printed = Some((command, Arc::from(printed)));
                model.overlays.push(Overlay::Page { page: Page::Printed, top: 0 });
            }
            Vec::new()
        }
    }
}

fn open_document(model: &Model) -> Option<(DocId, Arc<Document>)> {
    let id = model.subject()?;
    Some((id, model.library.corpus.get(id)?.clone()))
}

fn cited(model: &Model, document: &Document, span: Span) -> String {
    cite(&Item { document, status: model.triage.status(&document.key) }, span).to_string()
}

/// Copies the passage chosen, lit or first on the screen, with its citation.
pub(crate) fn copy_sentence(model: &mut Model) -> Vec<Effect> {
    let Some((id, document)) = open_document(model) else { return Vec::new() };
    let Some(span) = sentence(model, id) else { return Vec::new() };
    let words = cited(model, &document, span);
    model.article.selection = None;
    copy(model, words)
}

/// Copies the paragraph at the top of the screen.
pub(crate) fn copy_paragraph(model: &mut Model) -> Vec<Effect> {
    let Some((_, document)) = open_document(model) else { return Vec::new() };
    let at = model.article.first_seen();
    let Some(span) = at.and_then(|at| reading::paragraph_around(&document, at)) else { return Vec::new() };
    let words = one_line(span.of(&document.text));
    copy(model, words)
}

/// Copies the first quotation on the screen, with who says it.
pub(crate) fn copy_quote(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some((id, document)) = open_document(model) else { return Vec::new() };
    let analysis = model.library.analysis(id).cloned();
    let from = model.article.passage(&document).map(|s| s.start).or_else(|| model.article.first_seen()).unwrap_or(0);
    let quote = analysis.as_ref().and_then(|a| a.facts.quotes.iter().find(|q| q.outer.end > from));
    let Some(quote) = quote else {
        model.say(lang.pick("Pas de citation d'ici à la fin.", "No quotation from here to the end."));
        return Vec::new();
    };
    let speaker = quote.speaker.as_ref().map_or(String::new(), |s| format!("{} : ", one_line(s)));
    let words = format!("{speaker}{}", cited(model, &document, quote.outer));
    copy(model, words)
}

/// Copies the headline.
pub(crate) fn copy_title(model: &mut Model) -> Vec<Effect> {
    let title = model.subject().and_then(|d| model.library.card(d)).map(|c| c.title.clone());
    title.map_or(Vec::new(), |t| copy(model, t))
}

/// Copies the address, or the path when there is none.
pub(crate) fn copy_link(model: &mut Model) -> Vec<Effect> {
    let link = open_document(model).map(|(_, d)| d.meta.url.value.clone().unwrap_or_else(|| d.place.to_string()));
    link.map_or(Vec::new(), |l| copy(model, one_line(&l)))
}

/// Copies the identity.
pub(crate) fn copy_key(model: &mut Model) -> Vec<Effect> {
    let key = open_document(model).map(|(_, d)| d.key.to_string());
    key.map_or(Vec::new(), |k| copy(model, k))
}

/// Copies the difference that is current, both sides cited, as Markdown.
pub(crate) fn copy_difference(model: &mut Model) -> Vec<Effect> {
    let lang = model.lang();
    let Some(c) = &model.compare else { return Vec::new() };
    let found = c.item().cloned().and_then(|i| Some((c.result_of(&i)?.clone(), i)));
    let Some((result, item)) = found else {
        model.say(lang.pick("n d'abord : rien n'est choisi.", "n first: nothing is chosen."));
        return Vec::new();
    };
    let side =
        |d: &Document, s: Option<Span>| s.map(|s| format!("> {}\n", cited(model, d, reading::sentence_around(d, s))));
    let sides = [side(&result.a.document, item.a), side(&result.b.document, item.b)];
    let excerpts: Vec<String> = sides.into_iter().flatten().collect();
    let words = format!("{}\n\n{}", item.words, excerpts.join("\n"));
    copy(model, words)
}
