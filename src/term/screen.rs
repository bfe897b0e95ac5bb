//! Frames to the terminal: only the cells that changed, in one write, inside
//! a synchronised update.

use crate::app::Model;
use crate::app::area::Size;
use crate::ui::{self, Theme};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::io::{self, BufWriter, Stdout, Write};

/// The screen and what is on it.
pub(super) struct Screen {
    backend: CrosstermBackend<BufWriter<Stdout>>,
    shown: Buffer,
    next: Buffer,
    stale: bool,
}

impl Screen {
    /// An empty screen.
    pub(super) fn new() -> Self {
        let out = BufWriter::with_capacity(64 * 1024, io::stdout());
        Self { backend: CrosstermBackend::new(out), shown: Buffer::default(), next: Buffer::default(), stale: true }
    }

    /// The terminal's size; what cannot be asked is 80 by 24.
    pub(super) fn size() -> Size {
        let (width, height) = crossterm::terminal::size().unwrap_or((80, 24));
        Size { width, height }
    }

    /// Forgets what is on the screen: the next frame paints every cell.
    pub(super) fn forget(&mut self) {
        self.stale = true;
    }

    /// Draws the model.
    pub(super) fn draw(&mut self, model: &Model, theme: &Theme) -> io::Result<()> {
        let area = Rect::new(0, 0, model.size.width, model.size.height);
        if self.next.area != area {
            self.next = Buffer::empty(area);
            self.stale = true;
        }
        ui::draw(model, theme, &mut self.next);
        if self.stale {
            self.shown = Buffer::empty(area);
        }
        let changes = self.shown.diff(&self.next);
        if changes.is_empty() && !self.stale {
            return Ok(());
        }
        queue!(self.backend, BeginSynchronizedUpdate)?;
        if self.stale {
            // Asks the terminal nothing, unlike ratatui's own clear.
            queue!(self.backend, Clear(ClearType::All))?;
        }
        self.backend.draw(changes.into_iter())?;
        queue!(self.backend, EndSynchronizedUpdate)?;
        Write::flush(&mut self.backend)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.stale = false;
        Ok(())
    }
}
