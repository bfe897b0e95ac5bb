//! Word of changes to a file or a corpus, from the system: nothing runs until one comes.

use notify::event::EventKind;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Quiet that ends a burst of changes.
const QUIET: Duration = Duration::from_millis(400);
/// A burst without end is told of this often.
const PATIENCE: Duration = Duration::from_secs(4);

/// Calls `changed`, from another thread, when something under the paths was
/// written, made or removed and it is quiet again, until what is returned is
/// dropped. `None`: the system tells nothing here.
pub(super) fn corpus(paths: &[PathBuf], changed: impl Fn() + Send + 'static) -> Option<RecommendedWatcher> {
    let (send, events) = mpsc::channel();
    let told = move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|e| !matches!(e.kind, EventKind::Access(_))) {
            // The receiver lives as long as the watcher.
            let _ = send.send(());
        }
    };
    // Like the walk, the watch enters no link to a folder: one to the root of
    // the machine would be all of it. The paths themselves may be links.
    let config = notify::Config::default().with_follow_symlinks(false);
    let mut watcher = RecommendedWatcher::new(told, config).ok()?;
    let mut any = false;
    for path in paths {
        let real = path.canonicalize().unwrap_or_else(|_| path.clone());
        any |= watcher.watch(&real, RecursiveMode::Recursive).is_ok();
    }
    let wait = move || {
        while events.recv().is_ok() {
            let since = Instant::now();
            while since.elapsed() < PATIENCE && events.recv_timeout(QUIET).is_ok() {}
            changed();
        }
    };
    std::thread::Builder::new().name("watch".into()).spawn(wait).ok()?;
    any.then_some(watcher)
}

/// Calls `changed`, from another thread, when the file is written or replaced,
/// until what is returned is dropped. `None`: the system tells nothing here.
pub(super) fn file(path: &Path, changed: impl Fn() + Send + 'static) -> Option<RecommendedWatcher> {
    // The folder is watched: the file may be replaced, or not be there yet.
    let folder = path.parent()?;
    crate::store::regular::own_folder(folder).ok()?;
    let name = path.file_name()?.to_os_string();
    let told = move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        let about = event.paths.iter().any(|p| p.file_name() == Some(&name));
        if about && !matches!(event.kind, EventKind::Access(_)) {
            changed();
        }
    };
    let mut watcher = notify::recommended_watcher(told).ok()?;
    watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}
