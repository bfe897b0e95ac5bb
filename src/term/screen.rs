//! Frames to the terminal: only the cells that changed, in one write, inside
//! a synchronised update.

use crate::app::Model;
use crate::app::area::{Area, Size};
use crate::ui::{self, Theme};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

/// The screen and what is on it.
pub(super) struct Screen {
    backend: CrosstermBackend<BufWriter<Stdout>>,
    shown: Buffer,
    next: Buffer,
    stale: bool,
    /// The links on the screen; always none where the terminal knows none.
    links: Vec<(Area, String)>,
    knows_links: bool,
}

/// True for a terminal that may be told of links: what it does not know it leaves
/// out, but some of the oldest would print it.
fn knows_links(term: &str) -> bool {
    !matches!(term, "" | "dumb" | "linux" | "cons25") && !term.starts_with("vt")
}

/// Cells that changed, one beside or below the other.
type Changes<'c> = Vec<(u16, u16, &'c Cell)>;

/// Cells in runs that lead to the same address, or to none.
fn runs<'c>(changes: Changes<'c>, links: &[(Area, String)]) -> Vec<(Option<usize>, Changes<'c>)> {
    let mut runs: Vec<(Option<usize>, Changes<'_>)> = Vec::new();
    for (x, y, cell) in changes {
        let link = links.iter().position(|(area, _)| area.holds(x, y));
        match runs.last_mut().filter(|(l, _)| *l == link) {
            Some((_, run)) => run.push((x, y, cell)),
            None => runs.push((link, vec![(x, y, cell)])),
        }
    }
    runs
}

/// Columns of the terminal that standard output is; `None` where it is none.
pub fn columns() -> Option<usize> {
    std::io::stdout().is_terminal().then(|| usize::from(Screen::size().width))
}

impl Screen {
    /// An empty screen.
    pub(super) fn new() -> Self {
        let knows_links = knows_links(&std::env::var("TERM").unwrap_or_default());
        let out = BufWriter::with_capacity(64 * 1024, io::stdout());
        Self {
            backend: CrosstermBackend::new(out),
            shown: Buffer::default(),
            next: Buffer::default(),
            stale: true,
            links: Vec::new(),
            knows_links,
        }
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
        let wanted = model.choices.links && self.knows_links;
        let links = if wanted { ui::links(model) } else { Vec::new() };
        if links != self.links {
            // Cells that look the same lead elsewhere now.
            let before = std::mem::replace(&mut self.links, links);
            for (link, _) in before.iter().chain(&self.links) {
                for (x, y) in (link.y..link.bottom()).flat_map(|y| (link.x..link.right()).map(move |x| (x, y))) {
                    if let Some(cell) = self.shown.cell_mut((x, y)) {
                        cell.set_symbol("");
                    }
                }
            }
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
        for (link, run) in runs(changes, &self.links) {
            match link.and_then(|l| self.links.get(l)) {
                // Addresses are percent-encoded: no byte of one ends the sequence.
                Some((_, address)) => {
                    queue!(self.backend, Print(format_args!("\x1b]8;;{address}\x1b\\")))?;
                    self.backend.draw(run.into_iter())?;
                    queue!(self.backend, Print("\x1b]8;;\x1b\\"))?;
                }
                None => self.backend.draw(run.into_iter())?,
            }
        }
        queue!(self.backend, EndSynchronizedUpdate)?;
        Write::flush(&mut self.backend)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.stale = false;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_a_link_are_a_run_of_their_own() {
        let cell = Cell::default();
        let changes = (0..6).map(|x| (x, 0, &cell)).collect();
        let links = [(Area::new(2, 0, 2, 1), String::new())];
        let found: Vec<(Option<usize>, usize)> = runs(changes, &links).iter().map(|(l, r)| (*l, r.len())).collect();
        assert_eq!(found, [(None, 2), (Some(0), 2), (None, 2)]);
    }

    #[test]
    fn terminals_that_would_print_a_link_are_not_told_of_one() {
        assert!(knows_links("xterm-256color") && knows_links("tmux-256color"));
        assert!(!["", "dumb", "linux", "vt220"].iter().any(|t| knows_links(t)));
    }
}
