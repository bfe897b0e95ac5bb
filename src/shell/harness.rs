//! The program without a terminal and without threads: keys in, model out.
//! Behind `kiosque frame`, the screenshots and the journeys of the tests.

use super::effects::{Request, Shell};
use super::start::{Setup, Started, session, start};
use crate::app::area::Size;
use crate::app::key::{self, Key};
use crate::app::prepare::prepare;
use crate::app::update::update;
use crate::app::{Effect, Model, Msg};
use crate::job::{Inline, Resources, Runner};
use crate::triage::Triage;
use crate::words::Message;

/// A program whose jobs run in place.
pub struct Harness {
    /// The model, prepared for drawing after every step.
    pub model: Model,
    /// What was asked of the terminal so far.
    pub requests: Vec<Request>,
    /// What happened since the start, when it is recorded.
    pub recorded: Option<Recorded>,
    shell: Shell<Inline>,
}

/// What happened to a model, so that it can happen to another.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The model before the first step.
    pub begun: Model,
    /// In order.
    pub steps: Vec<Step>,
}

/// Something that changes a model.
#[derive(Clone, Debug)]
pub enum Step {
    /// A message.
    Message(Msg),
    /// It was prepared for drawing.
    Prepared,
}

impl Recorded {
    /// The model that the steps make of the first one, and the effects that
    /// each message asks for.
    pub fn replay(&self) -> (Model, Vec<Vec<Effect>>) {
        let (mut model, mut effects) = (self.begun.clone(), Vec::new());
        for step in &self.steps {
            match step {
                Step::Message(msg) => effects.push(update(&mut model, msg.clone())),
                Step::Prepared => prepare(&mut model),
            }
        }
        (model, effects)
    }
}

impl Harness {
    /// Starts the program and runs until nothing is pending.
    pub fn new(setup: Setup) -> Self {
        Self::with_triage(setup, Triage::new())
    }

    /// The same, with a record of all that happens.
    pub fn recording(setup: Setup) -> Self {
        let Started { model, shell, effects } = start(setup, Inline::default(), || {});
        let recorded = Some(Recorded { begun: model.clone(), steps: Vec::new() });
        let mut harness = Self { model, requests: Vec::new(), recorded, shell };
        harness.begin(effects);
        harness
    }

    /// The same with verdicts that came from somewhere else.
    pub fn with_triage(setup: Setup, triage: Triage) -> Self {
        let Started { mut model, shell, effects } = start(setup, Inline::default(), || {});
        model.triage.extend(triage.entries().map(|e| e.to_entry()));
        let mut harness = Self { model, requests: Vec::new(), recorded: None, shell };
        harness.begin(effects);
        harness
    }

    fn begin(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.requests.extend(self.shell.carry_out(effect));
        }
        self.run_until_idle();
    }

    fn message(&mut self, msg: Msg) {
        let mut steps = self.recorded.as_mut().map(|r| &mut r.steps);
        let asked = self.shell.update(&mut self.model, msg, &mut |m| {
            if let Some(steps) = &mut steps {
                steps.push(Step::Message(m.clone()));
            }
        });
        self.requests.extend(asked);
    }

    fn prepare(&mut self) {
        if let Some(recorded) = &mut self.recorded {
            recorded.steps.push(Step::Prepared);
        }
        prepare(&mut self.model);
    }

    /// The articles of the corpus.
    pub fn resources(&self) -> &Resources {
        self.shell.runner.resources()
    }

    /// One message, without waiting for what it starts.
    pub fn send(&mut self, msg: Msg) {
        self.message(msg);
        self.prepare();
    }

    /// Runs until nothing is pending.
    pub fn run_until_idle(&mut self) {
        while let Some(reports) = self.shell.runner.step() {
            for (ticket, report) in reports {
                self.message(Msg::Report(ticket, report));
            }
        }
        self.prepare();
    }

    /// Presses one key and runs until nothing is pending.
    pub fn press(&mut self, key: Key) {
        self.send(Msg::Key(key));
        self.run_until_idle();
    }

    /// Presses keys in the notation of the configuration.
    ///
    /// # Errors
    /// The part that is not a key.
    pub fn keys(&mut self, notation: &str) -> Result<(), String> {
        for k in key::parse(notation)? {
            self.press(k);
        }
        // What would come up after a moment is up.
        if let Some(due) = self.model.typed.menu_due {
            self.message(Msg::Time(self.model.now.max(due)));
            self.send(Msg::Due);
        }
        Ok(())
    }

    /// Gives the screen another size.
    pub fn resize(&mut self, size: Size) {
        self.send(Msg::Resize(size));
    }

    /// Learns how safe the last verdict is.
    pub fn poll_saving(&mut self) {
        let saving = self.shell.saving();
        self.send(Msg::Saving(saving));
    }

    /// Ends the program; the place in the corpus is kept where it has one.
    ///
    /// # Errors
    /// What could not be written.
    pub fn finish(mut self) -> Result<(), Message> {
        let session = session(&mut self.model);
        self.shell.carry_out(Effect::Save(Box::new(session)));
        self.shell.finish()
    }
}
