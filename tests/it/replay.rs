//! The model is a value: the messages of a session make the same model and ask
//! for the same effects whenever they are said, and a copy stands for itself.

use crate::support::{press, setup};
use kiosque::app::Msg;
use kiosque::app::key::{Code, Key};
use kiosque::app::update::update;
use kiosque::shell::{Harness, Recorded, Setup};
use kiosque::store::paths::Paths;
use kiosque::words::Lang;
use std::fs;
use std::path::{Path, PathBuf};

/// Keys that go through every screen and overlay, judge, note, tick, search,
/// compare, correct, and undo.
const KEYS: &str = "jjk<Enter>jJ<C-d>mxu<Tab>jj<Esc>jj<Space>j<Space>+uc]<Esc>/pont<Enter>nN<Esc>fpont<Enter><Esc>\
     gb<Esc>gj<Esc>gn<Esc>gs<Esc><C-p>pont<Esc>?<Esc>e<Esc>zz<C-z>:<Esc>";

/// Replays a session twice and compares with the model that it left; it has to
/// have asked for at least so many effects.
fn same_again(harness: &Harness, asked: usize) {
    let recorded: &Recorded = harness.recorded.as_ref().expect("it was recorded");
    let begun = format!("{:?}", recorded.begun);
    let (first, effects) = recorded.replay();
    assert!(first == harness.model, "the messages alone make the model");
    assert_eq!(format!("{:?}", recorded.begun), begun, "changing a copy changes nothing in the first");
    let (second, again) = recorded.replay();
    assert!(first == second && effects == again, "the same messages make the same model and effects");
    assert!(effects.iter().flatten().count() >= asked, "the session asked for something");
}

#[test]
fn a_session_replayed_makes_the_same_model_twice() {
    for lang in [Lang::FR, Lang::EN] {
        let mut h = Harness::recording(setup(140, 40, lang));
        press(&mut h, KEYS);
        same_again(&h, 20);
    }
}

#[test]
fn a_copy_of_the_model_stands_for_itself() {
    let mut h = Harness::recording(setup(140, 40, Lang::FR));
    press(&mut h, "jj<Enter>");
    let (before, mut copy) = (format!("{:?}", h.model), h.model.clone());
    for key in ['j', 'J', 'c', 'q', 'm', '?'] {
        update(&mut copy, Msg::Key(Key::plain(Code::Char(key))));
    }
    assert!(copy != h.model);
    assert_eq!(format!("{:?}", h.model), before);
}

/// A folder that goes when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn write(&self, name: &str, place: &str) {
        let text = format!("Le pont de {place} rouvre\n\nLe pont de {place} a rouvert lundi, a dit la mairie.\n");
        fs::write(self.0.join(name), text.repeat(3)).expect("there is room");
    }

    fn setup(&self, state: &Path) -> Setup {
        let inputs = vec![kiosque::job::Input::Path(self.0.clone())];
        let paths = Paths::find(Some(state), None).expect("a folder was named");
        Setup { inputs, paths: Some(paths), ..setup(120, 40, Lang::FR) }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn what_the_store_took_in_is_replayed_without_the_store() {
    let state = Folder(std::env::temp_dir().join(format!("kiosque-replay-{}", std::process::id())));
    let press_folder = Folder(state.0.join("press"));
    fs::create_dir_all(&press_folder.0).expect("there is room");
    for (name, place) in [("a.txt", "Valmorin"), ("b.txt", "Orlange"), ("c.txt", "Brigneux")] {
        press_folder.write(name, place);
    }
    let mut first = Harness::recording(press_folder.setup(&state.0));
    press(&mut first, "j");
    press_folder.write("d.txt", "Sauvières");
    press_folder.write("b.txt", "Marqueville");
    fs::remove_file(press_folder.0.join("a.txt")).expect("it was written");
    first.send(Msg::FilesChanged);
    first.run_until_idle();
    press(&mut first, "jR<Enter>");
    assert_eq!(first.model.library.corpus.len(), 3);
    same_again(&first, 5);
    // A start on what the catalogue knows.
    drop(first);
    let mut second = Harness::recording(press_folder.setup(&state.0));
    press(&mut second, "j<Enter>");
    assert!(second.model.loading.known);
    same_again(&second, 1);
}
