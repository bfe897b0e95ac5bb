//! Word of changes to a file, from the system: nothing runs until one comes.

use notify::event::EventKind;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::path::Path;

/// Calls `changed`, from another thread, when the file is written or replaced,
/// until what is returned is dropped. `None`: the system tells nothing here.
pub(super) fn file(path: &Path, changed: impl Fn() + Send + 'static) -> Option<RecommendedWatcher> {
    // The folder is watched: the file may be replaced, or not be there yet.
    let folder = path.parent()?;
    std::fs::create_dir_all(folder).ok()?;
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
