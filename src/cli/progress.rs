//! How far long work is, on standard error: a bar with counts where that is a
//! terminal, nothing in a pipe. One bar for the whole run, used by whatever
//! reads or analyses a corpus.

use crate::store::files::{self, Step};
use crate::words::{Lang, Message};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Work that is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(400);
/// Time between two pictures of the bar.
const PAUSE: Duration = Duration::from_millis(100);

/// The bar of a run. Copies are the same bar.
#[derive(Clone, Debug)]
pub struct Progress {
    bar: Option<Bar>,
    lang: Lang,
}

#[derive(Clone, Debug)]
struct Bar {
    bar: ProgressBar,
    started: Instant,
    /// Milliseconds from `started` until the next picture is due.
    due: Arc<AtomicU64>,
}

impl Progress {
    /// No bar, whatever happens.
    pub fn none() -> Self {
        Self { bar: None, lang: Lang::EN }
    }

    /// A bar on standard error when that is a terminal that can place text.
    pub fn on_terminal(lang: Lang) -> Self {
        let dumb = std::env::var("TERM").is_ok_and(|t| t == "dumb");
        if dumb || !io::stderr().is_terminal() {
            return Self { bar: None, lang };
        }
        let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::hidden());
        let due = Arc::new(AtomicU64::new(PATIENCE.as_millis() as u64));
        Self { bar: Some(Bar { bar, started: Instant::now(), due }), lang }
    }

    /// The same bar for a command that prints as it reads: none when the
    /// output goes to the terminal too, for that shows how far the work is.
    #[must_use]
    pub fn beside_output(&self) -> Self {
        if io::stdout().is_terminal() { Self { bar: None, lang: self.lang } } else { self.clone() }
    }

    /// Files under the paths; 0 when nobody is shown how many there are, or
    /// when that cannot be known.
    pub fn files(&self, paths: &[PathBuf]) -> usize {
        if self.bar.is_none() {
            return 0;
        }
        let (mut files, mut endless) = (0, false);
        for path in paths {
            let _ = files::walk(path, &|| false, &mut |step| {
                match step {
                    Step::File(..) => files += 1,
                    Step::Stdin => endless = true,
                    Step::Problem(_) => {}
                }
                ControlFlow::Continue(())
            });
        }
        if endless { 0 } else { files }
    }

    /// Says that `done` of `total` steps are done; a `total` of 0 is one that
    /// nobody knows.
    pub fn tell(&self, done: usize, total: usize, words: impl FnOnce() -> Message) {
        let Some(Bar { bar, started, due }) = &self.bar else { return };
        let now = started.elapsed().as_millis() as u64;
        let then = due.load(Ordering::Relaxed);
        let next = now + PAUSE.as_millis() as u64;
        if now < then || due.compare_exchange(then, next, Ordering::Relaxed, Ordering::Relaxed).is_err() {
            return;
        }
        if bar.is_hidden() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        let template = if total > 0 { "{bar:24} {wide_msg}" } else { "{spinner} {wide_msg}" };
        // The template is one of ours, and well formed.
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("█▌ "));
        }
        bar.set_length(total as u64);
        bar.set_position(done.min(total) as u64);
        bar.set_message(self.lang.say(words()));
        bar.tick();
    }

    /// A counter that `total` steps on any thread move.
    pub fn counter(&self, total: usize, words: fn(usize, usize) -> Message) -> Counter<'_> {
        Counter { progress: self, done: AtomicUsize::new(0), total, words }
    }

    /// Takes the bar away, so that what is printed next stands alone.
    pub fn clear(&self) {
        if let Some(Bar { bar, started, due }) = &self.bar {
            bar.finish_and_clear();
            bar.set_draw_target(ProgressDrawTarget::hidden());
            bar.reset();
            // What comes next shows a bar only when it takes long itself.
            due.store((started.elapsed() + PATIENCE).as_millis() as u64, Ordering::Relaxed);
        }
    }
}

/// Steps of one kind, counted on any thread.
#[derive(Debug)]
pub struct Counter<'p> {
    progress: &'p Progress,
    done: AtomicUsize,
    total: usize,
    words: fn(usize, usize) -> Message,
}

impl Counter<'_> {
    /// One more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        self.progress.tell(done, self.total, || (self.words)(done, self.total));
    }
}
