//! Documents printed one by one, as text or as one JSON object.

use super::outcome::{Context, Exit, Outcome};
use super::reading::Loaded;
use crate::corpus::Document;
use crate::notice::Notice;
use crate::store::archive::{Pulled, UNDATED};
use serde_json::{Value, json};
use std::io;
use std::ops::ControlFlow;

/// Which months of an archive answered.
pub(super) fn months(pulled: &Pulled) -> Value {
    let silent: Vec<&str> = pulled.silent.iter().map(|s| s.month.as_deref().unwrap_or(UNDATED)).collect();
    json!({ "all": pulled.months, "answered": pulled.months - silent.len(), "more": pulled.more, "silent": silent })
}

/// Documents on their way out.
pub(super) struct Printing {
    /// True for one JSON object.
    pub json: bool,
    problems: Vec<Notice>,
    count: usize,
    failed: io::Result<()>,
    /// Which part of an archive answered, where one was asked.
    pub(super) pulled: Option<Pulled>,
}

impl Printing {
    /// Begins; `schema` is the version of the JSON.
    pub(super) fn begin(json: bool, schema: u32, context: &mut Context<'_>) -> io::Result<Self> {
        if json {
            write!(context.out, "{{\"schema\":{schema},\"documents\":[")?;
        }
        Ok(Self { json, problems: Vec::new(), count: 0, failed: Ok(()), pulled: None })
    }

    /// Takes what was loaded; `print` gets a document and how many stand before
    /// it. Breaks when nothing can be written any more.
    pub(super) fn take(
        &mut self,
        loaded: Loaded,
        print: impl FnOnce(&Document, usize) -> io::Result<()>,
    ) -> ControlFlow<()> {
        match loaded {
            Loaded::Document(document) => {
                self.failed = print(&document, self.count);
                self.count += 1;
            }
            Loaded::Problem(notice) => self.problems.push(notice),
        }
        if self.failed.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }

    /// Ends, and says the problems. `read` is how many documents there were,
    /// where more were read than printed.
    pub(super) fn end(self, read: usize, context: &mut Context<'_>) -> Outcome {
        self.failed?;
        if self.json {
            write!(context.out, "\n],")?;
            if let Some(pulled) = &self.pulled {
                write!(context.out, "\"months\":{},", months(pulled))?;
            }
            writeln!(context.out, "\"problems\":{}}}", serde_json::to_string(&self.problems)?)?;
        }
        context.out.flush()?;
        let missing = context.complain(&self.problems)?;
        Ok(Exit::of(read.max(self.count), missing, self.count > 0))
    }
}
