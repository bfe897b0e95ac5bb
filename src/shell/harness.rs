//! The program without a terminal and without threads: keys in, model out.
//! Behind `kiosque frame`, the screenshots and the journeys of the tests.

use super::effects::{Request, Shell};
use super::start::{Setup, Started, session, start};
use crate::app::area::Size;
use crate::app::key;
use crate::app::key::Key;
use crate::app::prepare::prepare;
use crate::app::update::update;
use crate::app::{Effect, Model, Msg};
use crate::job::Inline;
use crate::triage::Triage;

/// A program whose jobs run in place.
pub struct Harness {
    /// The model, prepared for drawing after every step.
    pub model: Model,
    /// What was asked of the terminal so far.
    pub requests: Vec<Request>,
    shell: Shell<Inline>,
}

impl Harness {
    /// Starts the program and lets it settle.
    pub fn new(setup: Setup) -> Self {
        Self::with_triage(setup, Triage::new())
    }

    /// The same with verdicts that came from somewhere else.
    pub fn with_triage(setup: Setup, triage: Triage) -> Self {
        let Started { mut model, shell, effects } = start(setup, Inline::default(), || {});
        model.triage.extend(triage.entries().cloned());
        let mut harness = Self { model, requests: Vec::new(), shell };
        harness.carry_out(effects);
        harness.settle();
        harness
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.requests.extend(self.shell.carry_out(effect));
        }
    }

    /// One message, without waiting for what it starts.
    pub fn send(&mut self, msg: Msg) {
        let effects = update(&mut self.model, msg);
        self.carry_out(effects);
        prepare(&mut self.model);
    }

    /// Runs until nothing is pending.
    pub fn settle(&mut self) {
        while let Some(reports) = self.shell.runner.step() {
            for (ticket, report) in reports {
                let effects = update(&mut self.model, Msg::Report(ticket, report));
                self.carry_out(effects);
            }
        }
        prepare(&mut self.model);
    }

    /// Presses one key and lets the program settle.
    pub fn press(&mut self, key: Key) {
        self.send(Msg::Key(key));
        self.settle();
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
            self.model.now = self.model.now.max(due);
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
    pub fn finish(mut self) -> Result<(), String> {
        let session = session(&mut self.model);
        self.shell.carry_out(Effect::Save(Box::new(session)));
        self.shell.finish()
    }
}
