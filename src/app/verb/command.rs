//! Commands of the reader's own: run on what is under the reader's eyes, in the
//! background; what came of them is said.

use crate::app::candidates;
use crate::app::effect::Effect;
use crate::app::loading::ingest;
use crate::app::model::Model;
use crate::app::overlay::state::{Overlay, Page};
use crate::app::screen::here;
use crate::corpus::DocId;
use crate::job::{CommandEnd, Kind, Ran, RunCommand};
use crate::notice::Notice;
use crate::text::sanitise::one_line;
use crate::triage::export::CommandOutput;
use crate::words::{Message, msg};
use std::sync::Arc;

/// Longest line that is said above the footer rather than shown on a page.
const LINE: usize = 120;

/// Most characters that are told of what a command complains of.
const COMPLAINT: usize = 400;

/// Runs the command of that place in the settings.
pub(crate) fn run(model: &mut Model, n: usize) -> Vec<Effect> {
    let lang = model.lang();
    if let Some(name) = &model.running {
        let said = lang.say(msg::command_another_runs(name));
        model.say(said);
        return Vec::new();
    }
    let Some(command) = model.choices.commands.get(n).cloned() else { return Vec::new() };
    let here = here::of(model);
    let subject = here.subject(model);
    let targets = here.targets(model);
    let candidate = |id: DocId| candidates::candidate(model, id);
    let selection = model.article.selection.zip(model.article.document);
    let selection = selection.and_then(|(s, d)| Some(s.span.of(&model.library.corpus.get(d)?.text).to_owned()));
    let job = RunCommand {
        texts: model.text_options(),
        subject: subject.and_then(candidate),
        targets: targets.into_iter().filter_map(candidate).collect(),
        selection,
        line: subject.map_or(1, |id| line(model, id)),
        lang,
        command,
    };
    let name = one_line(&job.command.name);
    model.say(lang.say(msg::command_runs(&name)));
    model.running = Some(name);
    vec![model.start(job)]
}

/// The line of its file that is read of an article, from 1.
pub(crate) fn line(model: &Model, id: DocId) -> usize {
    let Some(document) = model.library.corpus.get(id) else { return 1 };
    let upto = if model.article.document == Some(id) { model.article.anchor } else { 0 };
    document.text.get(..upto).map_or(1, |t| t.matches('\n').count() + 1)
}

/// Stops the command that runs, if one does.
pub(crate) fn stop(model: &mut Model) -> Option<Vec<Effect>> {
    let name = model.running.take()?;
    model.forget(Kind::Command);
    let said = model.lang().say(msg::command_stopped(name));
    model.say(said);
    Some(vec![Effect::Stop(Kind::Command)])
}

/// What came of a command.
pub(crate) fn ran(model: &mut Model, outcome: Result<Ran, Message>) -> Vec<Effect> {
    model.running = None;
    let lang = model.lang();
    let ran = match outcome {
        Ok(ran) => ran,
        Err(sentence) => {
            model.warn(lang.say(sentence.clone()));
            model.note([Notice::warning("", sentence)]);
            return Vec::new();
        }
    };
    let name = one_line(&ran.command.name);
    let complaint = one_line(ran.complaints.trim());
    let said: String = complaint.chars().take(COMPLAINT).collect();
    let behind: Message = if said.is_empty() { msg::COMMAND_SILENT.into() } else { msg::command_complains(said) };
    let problem = match ran.end {
        CommandEnd::Well => None,
        CommandEnd::Code(code) => Some(msg::command_code(&name, code, behind)),
        CommandEnd::Signal(signal) => Some(msg::command_signal(&name, signal, behind)),
        CommandEnd::TimedOut => Some(msg::command_late(&name, ran.command.seconds, behind)),
        CommandEnd::Stopped => Some(msg::command_stopped(&name)),
    };
    if let Some(sentence) = problem {
        model.warn(lang.say(sentence.clone()));
        model.note([Notice::warning("", sentence)]);
        return Vec::new();
    }
    let printed = ran.printed.trim_end().to_owned();
    let is_line = printed.lines().count() <= 1 && printed.len() < LINE;
    match ran.command.output {
        CommandOutput::Reload => {
            let effects = ingest::bring_in(model);
            model.say(lang.say(msg::command_done(name)));
            return effects;
        }
        CommandOutput::Nothing => model.say(lang.say(msg::command_done(name))),
        CommandOutput::Message | CommandOutput::Page if printed.is_empty() => {
            model.say(lang.say(msg::command_done(name)));
        }
        CommandOutput::Message if is_line => model.say(lang.say(msg::ui_labelled(name, one_line(&printed)))),
        CommandOutput::Message | CommandOutput::Page => {
            model.message = None;
            model.printed = Some((name, Arc::from(printed)));
            model.overlays.push(Overlay::Page { page: Page::Printed, top: 0 });
        }
    }
    Vec::new()
}
