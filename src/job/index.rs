//! The full-text index: read as it is, then brought up to date with the
//! articles as they stand now.

use super::{Desk, Indexing, Report, Stop};
use crate::corpus::DocId;
use crate::notice::{Notice, reason};
use crate::search::Layered;
use crate::store::catalogue::{Home, Text, Words};
use crate::store::fulltext::{Form, Fulltext, Snapshot};
use crate::words::msg;
use std::collections::HashMap;
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Articles that are added before they are made lasting.
const LASTING: usize = 25_000;
/// Dead documents below which nobody minds.
const LITTLE: usize = 2000;

/// Carries out a [`super::Job::Index`].
pub(super) fn index(job: &Indexing, stop: &Stop, send: &mut dyn FnMut(Report)) {
    let shelf = &job.desk.shelf;
    let Some(home) = shelf.place().filter(|_| job.articles.len() >= job.fewest) else {
        shelf.set_words(None);
        return;
    };
    if let Err(e) = bring_up(job, home, stop, send)
        && !stop.is_set()
    {
        send(Report::Failed(refused(home, &e)));
    }
}

/// What to say when the index cannot be read or written.
fn refused(home: &Home, e: &io::Error) -> Notice {
    let sentence = msg::store_index_unwritten(reason(e));
    Notice::warning(crate::store::files::display(home.folder()), sentence)
}

fn bring_up(job: &Indexing, home: &Home, stop: &Stop, send: &mut dyn FnMut(Report)) -> io::Result<()> {
    let (desk, total) = (&job.desk, job.articles.len());
    let shelf = &desk.shelf;
    let counted = shelf.counted();
    let forms = shelf.forms(&job.articles, &desk.memory);
    let publish = |snapshot: Snapshot| {
        let (articles, memory) = (job.articles.clone(), desk.memory.clone());
        shelf.set_words(Some(Arc::new(Words { snapshot, articles, memory, counted })));
    };
    let mut missing = forms.clone();
    let mut known = 0;
    let mut fulltext = None;
    if let Some(found) = Fulltext::open(home.folder(), home.build())
        && let Ok(snapshot) = found.snapshot(&forms)
    {
        let dead = snapshot.dead();
        missing.retain(|(id, _)| !snapshot.holds(*id));
        known = snapshot.len();
        // What is mostly dead is made anew.
        if dead <= LITTLE + known {
            fulltext = Some(found);
        } else {
            missing.clone_from(&forms);
        }
        publish(snapshot);
    }
    send(Report::Indexed(known, total));
    if missing.is_empty() || !job.writes || shelf.home().is_none() || stop.is_set() {
        return Ok(());
    }
    let mut fulltext = match fulltext {
        Some(fulltext) => fulltext,
        None => {
            shelf.set_words(None);
            known = 0;
            Fulltext::create(home.folder(), home.build())?
        }
    };
    let result = add(desk, &mut fulltext, &missing, stop, &mut |fulltext, added, lasting| {
        send(Report::Indexed(known + added, total));
        if lasting {
            fulltext.commit()?;
            publish(fulltext.snapshot(&forms)?);
        }
        Ok(())
    });
    // What was added stays, whether or not the rest is still wanted.
    let ended = fulltext.settle();
    if result.is_ok() && ended.is_ok() {
        publish(fulltext.snapshot(&forms)?);
    }
    result.and(ended).and(fulltext.close())
}

/// Told after each batch: the index, how many were added, and whether it is
/// time to make them lasting.
type Added<'a> = dyn FnMut(&mut Fulltext, usize, bool) -> io::Result<()> + 'a;

fn add(
    desk: &Desk,
    fulltext: &mut Fulltext,
    missing: &[(DocId, Form)],
    stop: &Stop,
    told: &mut Added<'_>,
) -> io::Result<()> {
    let forms: HashMap<DocId, Form> = missing.iter().copied().collect();
    let ids: Vec<DocId> = missing.iter().map(|(id, _)| *id).collect();
    let work = |id: DocId, text: Result<Text, Notice>| {
        // What cannot be read any more is not found either.
        let document = desk.settle(text).ok().filter(|_| !stop.is_set())?;
        Some((*forms.get(&id)?, Layered::of(&document)))
    };
    let (mut added, mut fresh) = (0, 0);
    let mut result = Ok(());
    let _ = desk.shelf.each(&ids, &|| stop.is_set(), &work, &mut |some| {
        added += some.len();
        fresh += some.len();
        let lasting = fresh >= LASTING;
        result = fulltext.add(some.iter().flatten().map(|(form, layered)| (*form, layered)));
        if result.is_ok() {
            result = told(fulltext, added, lasting);
        }
        if lasting {
            fresh = 0;
        }
        if result.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    result
}
