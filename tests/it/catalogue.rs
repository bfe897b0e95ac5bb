//! A corpus opened again: what was known is shown, what changed is read, and
//! nothing that happens to the cache folder shows anything wrong.

use crate::support::{frame, press, setup};
use kiosque::job::Input;
use kiosque::shell::{Harness, Setup};
use kiosque::store::catalogue::dir;
use kiosque::store::paths::Paths;
use kiosque::triage::State;
use kiosque::words::Lang;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// A corpus and a state folder in a folder of their own.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("kiosque-catalogue-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(dir.join("press")).unwrap();
        let desk = Self(dir);
        for (i, place) in ["Valmorin", "Sarvelle", "Brigneux"].into_iter().enumerate() {
            desk.write(&format!("press/{i}.txt"), &article(place, "le pont", 3 + i));
        }
        let records: Vec<String> = ["la gare", "le lycée", "l'hôpital"]
            .iter()
            .enumerate()
            .map(|(i, what)| {
                let text = article("Montferral", what, 9 + i);
                serde_json::json!({ "title": format!("{what} de Montferral"), "text": text, "source": "La Dépêche du Val" })
                    .to_string()
            })
            .collect();
        desk.write("press/more.jsonl", &(records.join("\n") + "\n"));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Other bytes in a file that looks untouched.
    fn forge(&self, name: &str, from: &str, to: &str) {
        assert_eq!(from.len(), to.len());
        let path = self.path(name);
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{text}");
        fs::write(&path, text.replace(from, to)).unwrap();
        File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
    }

    fn setup(&self, paths: Option<Paths>) -> Setup {
        Setup { inputs: vec![Input::Path(self.path("press"))], paths, name: String::new(), ..setup(120, 40, Lang::EN) }
    }

    fn paths(&self) -> Paths {
        Paths::find(Some(&self.path("state")), None).unwrap()
    }

    fn start(&self) -> Harness {
        Harness::new(self.setup(Some(self.paths())))
    }

    fn index(&self) -> PathBuf {
        let all = dir::folder(&self.paths().cache);
        let one = fs::read_dir(all).unwrap().next().unwrap().unwrap().path();
        one.join("index")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn article(place: &str, what: &str, n: usize) -> String {
    format!(
        "{place} : {what} reste fermé\n\nPar Anne Taillefer\n\nPublié le 13 mars 2026\n\nLe 12 mars 2026, le maire de {place}, Jean Berthelot, a \
         annoncé que {what} resterait fermé pendant {n} semaines. « Nous n'avons pas le choix », a dit Jean Berthelot \
         aux {n}00 habitants réunis.\n\nLes travaux coûteront {n} millions d'euros, selon la préfecture. Une réunion \
         publique aura lieu jeudi à la salle des fêtes de {place}.\n"
    )
}

fn titles(h: &Harness) -> Vec<String> {
    let corpus = &h.model.library.corpus;
    let mut all: Vec<String> = corpus.ids().map(|id| h.model.library.card(id).unwrap().title.clone()).collect();
    all.sort();
    all
}

/// The stories in full, wherever they stand.
fn whole(h: &Harness) -> std::sync::Arc<kiosque::story::Stories> {
    h.model.library.stories.as_ref().and_then(kiosque::job::StoryBook::stories).expect("stories were made")
}

fn stories(h: &Harness) -> Vec<(String, usize)> {
    let stories = whole(h);
    let mut all: Vec<_> = stories.stories.iter().map(|s| (s.id.clone(), s.members.len())).collect();
    all.sort();
    all
}

/// Names over the corpus, which are merged when one asks for them.
fn names(h: &mut Harness) -> Vec<(String, usize)> {
    press(h, "<c-p><esc>");
    h.model.library.corpus_names.entities.iter().map(|e| (e.name.clone(), e.count)).collect()
}

#[test]
fn the_second_start_shows_what_the_first_did() {
    let desk = Desk::new("twice");
    let mut first = desk.start();
    let (shown, t, s) = (frame(&first), titles(&first), stories(&first));
    let n = names(&mut first);
    assert_eq!(t.len(), 6);
    assert!(!n.is_empty());
    drop(first);
    let mut second = desk.start();
    assert_eq!((titles(&second), stories(&second)), (t, s));
    assert_eq!(frame(&second), shown);
    assert_eq!(names(&mut second), n);
}

#[test]
fn a_file_that_looks_as_it_did_is_not_opened_and_never_shown_wrong() {
    let desk = Desk::new("forged");
    let before = titles(&desk.start());
    desk.forge("press/0.txt", "Valmorin", "Valmorix");
    let mut h = desk.start();
    assert_eq!(titles(&h), before);
    let id = h.model.library.corpus.ids().find(|id| h.model.library.card(*id).unwrap().title.contains("Valmorin"));
    h.model.list.go_to(id.unwrap());
    press(&mut h, "<enter>");
    let shown = frame(&h);
    let said = shown.contains("has changed on disk") || shown.contains("changed on disk since");
    assert!(said && !shown.contains("Valmorix"), "{shown}");
}

#[test]
fn changed_new_and_gone_files_are_found_at_the_next_start() {
    let desk = Desk::new("changes");
    desk.start();
    fs::remove_file(desk.path("press/1.txt")).unwrap();
    desk.write("press/2.txt", &article("Brigneux", "le théâtre", 40));
    desk.write("press/3.txt", &article("Orlange", "le stade", 50));
    let more = fs::read_to_string(desk.path("press/more.jsonl")).unwrap();
    desk.write(
        "press/more.jsonl",
        &format!("{{\"title\": \"Neuf\", \"text\": \"{}\"}}\n{more}", "Un texte neuf. ".repeat(30)),
    );
    let mut h = desk.start();
    let all = titles(&h).join("\n");
    assert_eq!(h.model.library.corpus.len(), 7, "{all}");
    assert!(!all.contains("Sarvelle") && all.contains("théâtre") && all.contains("Orlange"), "{all}");
    assert_eq!(h.model.library.analysed(), 7);
    // The records that moved down by a line can still be read.
    let mut fresh = Harness::new(desk.setup(None));
    assert_eq!(titles(&h), titles(&fresh));
    assert_eq!(names(&mut h), names(&mut fresh));
    drop(h);
    let mut again = desk.start();
    for _ in 0..8 {
        press(&mut again, "J");
        assert!(again.model.library.troubles.is_empty(), "{:?}", again.model.library.troubles);
    }
}

#[test]
fn what_changes_after_a_key_waits_for_the_reader_and_moves_no_cursor() {
    let desk = Desk::new("waits");
    let mut h = desk.start();
    press(&mut h, "jj");
    let (cursor, before) = (h.model.list.document(), h.model.library.corpus.len());
    desk.write("press/9.txt", &article("Orlange", "le stade", 50));
    fs::remove_file(desk.path("press/1.txt")).unwrap();
    h.send(kiosque::app::Msg::FilesChanged);
    h.run_until_idle();
    assert!(frame(&h).contains("+1 −1 on disk, R to bring in"), "{}", frame(&h));
    assert_eq!((h.model.list.document(), h.model.library.corpus.len()), (cursor, before));
    press(&mut h, "<tab><tab><tab>");
    assert!(h.model.message.is_none(), "the message is gone");
    let told = |h: &Harness| frame(h).lines().next().is_some_and(|top| top.contains("+1 −1 on disk"));
    assert!(told(&h), "{}", frame(&h));
    press(&mut h, "R");
    assert!(!told(&h), "{}", frame(&h));
    let all = titles(&h).join("\n");
    assert!(all.contains("Orlange") && !all.contains("Sarvelle"), "{all}");
    assert_eq!(h.model.library.analysed(), before);
    press(&mut h, "R");
    assert!(frame(&h).contains("Nothing changed on disk"), "{}", frame(&h));
}

#[test]
fn a_verdict_goes_with_its_article_when_the_file_is_written_anew() {
    let desk = Desk::new("rewritten");
    let mut h = desk.start();
    press(&mut h, "/Sarvelle<enter>");
    let id = h.model.list.document().expect("an article");
    assert!(h.model.library.card(id).is_some_and(|c| c.label(Lang::EN).contains("Sarvelle")));
    press(&mut h, "<enter>aà citer<enter><esc>sk");
    let before = h.model.library.corpus.len();
    let text = fs::read_to_string(desk.path("press/1.txt")).unwrap();
    desk.write("press/1.txt", &format!("{text}\nMis à jour par la rédaction de Sarvelle.\n"));
    h.send(kiosque::app::Msg::FilesChanged);
    h.run_until_idle();
    press(&mut h, "R");
    assert_eq!((h.model.library.corpus.len(), titles(&h).len()), (before, before), "{}", frame(&h));
    let said = |h: &Harness| {
        let new = h.model.library.corpus.ids().max().expect("articles");
        let status = h.model.triage.status(&h.model.library.key(new).unwrap());
        (status.state, status.notes.len(), status.read)
    };
    assert_eq!(said(&h), (State::Keep, 1, false), "{}", frame(&h));
    assert!(frame(&h).contains("1 judged article has another text on disk"), "{}", frame(&h));
    press(&mut h, "u");
    assert_eq!(said(&h), (State::ToRead, 0, false));
    press(&mut h, "<c-r>");
    assert_eq!(said(&h).0, State::Keep);
}

#[test]
fn the_article_under_the_cursor_stays_under_it_when_its_file_is_written_anew() {
    let desk = Desk::new("stays");
    let mut h = desk.start();
    press(&mut h, "zR/Sarvelle<enter>");
    let at =
        |h: &Harness| h.model.list.document().and_then(|id| h.model.library.card(id).map(|c| (id, c.title.clone())));
    let (before, title) = at(&h).expect("an article");
    let text = fs::read_to_string(desk.path("press/1.txt")).unwrap();
    desk.write("press/1.txt", &format!("{text}\nLa réunion est reportée à vendredi, dit la mairie.\n"));
    h.send(kiosque::app::Msg::FilesChanged);
    h.run_until_idle();
    press(&mut h, "R");
    let (after, same) = at(&h).expect("an article is under the cursor");
    assert!(after != before && same == title, "{}", frame(&h));
    assert_eq!(h.model.article.document, Some(after), "and it is the one that is read");
}

#[test]
fn a_tick_the_pin_and_a_place_in_the_queue_go_with_their_article_when_its_file_is_written_anew() {
    for keys in ["<space>", "=", "wt"] {
        let desk = Desk::new("in-hand");
        let mut h = desk.start();
        press(&mut h, &format!("zR/Sarvelle<enter>{keys}"));
        let in_hand = |h: &Harness| {
            let queue = h.model.queue.as_ref().map(|queue| queue.documents.clone());
            (h.model.list.ticked.clone(), h.model.pin, queue)
        };
        let (ticked, pin, queue) = in_hand(&h);
        let text = fs::read_to_string(desk.path("press/1.txt")).unwrap();
        desk.write("press/1.txt", &format!("{text}\nLa réunion est reportée à vendredi, dit la mairie.\n"));
        h.send(kiosque::app::Msg::FilesChanged);
        h.run_until_idle();
        press(&mut h, "R");
        let after = in_hand(&h);
        assert_eq!((after.0.len(), after.1.is_some()), (ticked.len(), pin.is_some()), "{keys}");
        assert_eq!(after.2.as_ref().map(Vec::len), queue.as_ref().map(Vec::len), "{keys}");
        assert_ne!(after, (ticked, pin, queue), "{keys}: it is the article that is there now");
        let all = after.0.iter().chain(&after.1).chain(after.2.iter().flatten());
        assert!(all.into_iter().all(|id| h.model.library.corpus.has(*id)), "{keys}");
    }
}

#[test]
fn a_verdict_goes_to_no_other_article_in_a_file_of_the_same_name() {
    let desk = Desk::new("replaced");
    let mut h = desk.start();
    press(&mut h, "/Sarvelle<enter>sk");
    desk.write("press/1.txt", &article("Orlange", "le stade", 50));
    h.send(kiosque::app::Msg::FilesChanged);
    h.run_until_idle();
    press(&mut h, "R");
    let kept = h.model.triage.articles().filter(|(_, s)| s.state == State::Keep).count();
    assert_eq!(kept, 1, "{}", frame(&h));
    assert!(!frame(&h).contains("has another text"), "{}", frame(&h));
}

#[test]
fn a_verdict_on_a_record_goes_to_no_other_record_of_its_file() {
    let desk = Desk::new("records");
    let mut h = desk.start();
    press(&mut h, "/lycée<enter>sk");
    let kept = |h: &Harness| h.model.triage.articles().filter(|(_, s)| s.state == State::Keep).count();
    assert_eq!(kept(&h), 1);
    let records = fs::read_to_string(desk.path("press/more.jsonl")).unwrap();
    let other: Vec<String> = records.lines().map(|l| l.replace("le lycée", "la piscine")).collect();
    desk.write("press/more.jsonl", &(other.join("\n") + "\n"));
    h.send(kiosque::app::Msg::FilesChanged);
    h.run_until_idle();
    press(&mut h, "R");
    assert!(titles(&h).iter().any(|t| t.contains("piscine")), "{}", frame(&h));
    assert_eq!(kept(&h), 1);
}

#[test]
fn a_report_that_comes_to_a_large_corpus_joins_its_story_and_leaves_the_others_alone() {
    let desk = Desk::new("large");
    let word = |n: usize| format!("m{}ot{}", n.wrapping_mul(2_654_435_761) % 9_973, n % 89);
    let report = |event: usize, own: usize| {
        let sentence = |k: usize| {
            let words =
                (0..11).map(|w| word(if w % 3 == 0 { own * 311 + k * 7 + w } else { event * 10_007 + k * 5 + w }));
            format!("Le {}.", words.collect::<Vec<_>>().join(" "))
        };
        let text: Vec<String> = (0..4).map(sentence).collect();
        let day = format!("2026-{:02}-{:02}", 1 + event % 12, 1 + event % 28);
        serde_json::json!({ "title": word(event), "text": text.join(" "), "date": day }).to_string() + "\n"
    };
    let all: String = (0..3_000).map(|i| report(i / 2, i)).collect();
    desk.write("press/all.jsonl", &all);
    let mut h = desk.start();
    let before = whole(&h);
    assert_eq!(before.strayed, 0);
    let of = |h: &Harness, title: &str| {
        let library = &h.model.library;
        let id =
            library.corpus.ids().find(|id| library.card(*id).is_some_and(|c| c.title == title)).expect("it is there");
        library.story(id).map(|s| (s.id.to_owned(), s.size))
    };
    let (id, size) = of(&h, &word(700)).expect("both reports are one story");
    desk.write("press/late.jsonl", &report(700, 90_000));
    fs::remove_file(desk.path("press/1.txt")).unwrap();
    press(&mut h, "R");
    press(&mut h, "R");
    let after = whole(&h);
    assert_eq!(after.strayed, 2, "one came and one went, and nothing was grouped anew");
    assert_eq!(of(&h, &word(700)), Some((id, size + 1)));
    let others = |s: &kiosque::story::Stories| {
        let mut all: Vec<_> = s.stories.iter().filter(|s| s.members.len() == 2).map(|s| s.id.clone()).collect();
        all.sort();
        all
    };
    let (mut was, is) = (others(&before), others(&after));
    was.retain(|s| is.contains(s) || *s != of(&h, &word(700)).unwrap().0);
    assert_eq!(is, was);
    drop(h);
    let again = desk.start();
    assert_eq!(whole(&again).strayed, 2);
    let shape = |s: &kiosque::story::Stories| {
        let mut all: Vec<_> = s.stories.iter().map(|s| (s.id.clone(), s.members.len())).collect();
        all.sort();
        all
    };
    assert_eq!(shape(&whole(&again)), shape(&after));
}

#[test]
fn a_second_instance_works_and_leaves_the_first_alone() {
    let desk = Desk::new("two");
    let mut first = desk.start();
    let index = fs::read(desk.index()).unwrap();
    desk.write("press/9.txt", &article("Orlange", "le stade", 50));
    let second = desk.start();
    assert_eq!(second.model.library.corpus.len(), 7);
    assert_eq!(second.model.library.analysed(), 7);
    assert_eq!(fs::read(desk.index()).unwrap(), index, "only the first writes");
    press(&mut first, "R");
    assert_eq!(first.model.library.corpus.len(), 7);
    assert_ne!(fs::read(desk.index()).unwrap(), index);
}

#[test]
fn a_damaged_or_foreign_catalogue_is_made_anew() {
    let desk = Desk::new("damaged");
    let before = titles(&desk.start());
    let index = desk.index();
    let whole = fs::read(&index).unwrap();
    for at in [3, 17, 30, whole.len() / 2, whole.len() - 1] {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        fs::write(&index, &bytes).unwrap();
        assert_eq!(titles(&desk.start()), before, "byte {at}");
    }
    // Findings that are not the ones meant are found again.
    let findings =
        |p: &Path| fs::read_dir(p).unwrap().flatten().find(|f| f.file_name().to_string_lossy().starts_with("findings"));
    let path = findings(index.parent().unwrap()).unwrap().path();
    fs::write(&path, vec![0; fs::metadata(&path).unwrap().len() as usize]).unwrap();
    let mut h = desk.start();
    assert_eq!(titles(&h), before);
    assert!(!names(&mut h).is_empty(), "names were found again");
}

#[test]
fn a_cache_folder_that_cannot_be_written_is_said_and_nothing_else_changes() {
    let desk = Desk::new("full");
    let mut paths = desk.paths();
    desk.write("file", "no folder can be made under a file");
    paths.cache = desk.path("file");
    let mut h = Harness::new(desk.setup(Some(paths)));
    assert_eq!(h.model.library.analysed(), 6);
    assert!(h.model.notices.iter().any(|n| n.to_string().contains("kept in memory")), "{:?}", h.model.notices);
    assert!(!names(&mut h).is_empty());
}

#[test]
fn a_corpus_folder_that_vanishes_keeps_its_list() {
    let desk = Desk::new("vanished");
    let before = titles(&desk.start());
    fs::rename(desk.path("press"), desk.path("elsewhere")).unwrap();
    let h = desk.start();
    assert_eq!(titles(&h), before);
    assert!(h.model.notices.iter().any(|n| n.to_string().contains("could not be read")), "{:?}", h.model.notices);
}

#[test]
fn what_the_reader_said_holds_at_the_next_start_and_its_undo_too() {
    let desk = Desk::new("said");
    let mut h = desk.start();
    press(&mut h, "it<c-u>Un autre titre<enter>");
    assert!(titles(&h).contains(&"Un autre titre".to_owned()));
    h.finish().unwrap();
    let mut h = desk.start();
    assert!(titles(&h).contains(&"Un autre titre".to_owned()));
    press(&mut h, "u");
    assert!(!titles(&h).contains(&"Un autre titre".to_owned()));
    h.finish().unwrap();
    assert!(!titles(&desk.start()).contains(&"Un autre titre".to_owned()));
}

#[test]
fn filters_and_searches_answer_alike_from_memory_and_from_disk() {
    let desk = Desk::new("answers");
    let mut here = Harness::new(desk.setup(None));
    desk.start();
    let mut there = desk.start();
    for query in
        ["hôpital", "source:dépêche", "entity:Berthelot lycée", "-pont", "date:2026-03-13", "\"salle des fêtes\""]
    {
        for h in [&mut here, &mut there] {
            press(h, "g/<c-u>");
            for c in query.chars() {
                h.send(kiosque::app::Msg::Key(kiosque::app::key::Key::plain(kiosque::app::key::Code::Char(c))));
            }
            press(h, "<enter>");
        }
        let found = |h: &Harness| {
            let hits = h.model.results.as_ref().unwrap().hits.as_ref().unwrap();
            let key = |id: kiosque::corpus::DocId| h.model.library.key(id).unwrap();
            hits.documents.iter().map(|d| (key(d.id), d.hits.clone())).collect::<Vec<_>>()
        };
        assert_eq!(found(&here), found(&there), "{query}");
        assert!(!found(&here).is_empty(), "{query}");
        press(&mut here, "<esc>");
        press(&mut there, "<esc>");
    }
}

#[test]
fn a_catalogue_that_another_process_empties_while_it_is_open_ends_nothing_and_is_never_written_on() {
    let desk = Desk::new("shortened");
    desk.start().finish().unwrap();
    let mut program = desk.start();
    let before = frame(&program);
    assert!(before.contains("Valmorin"), "{before}");
    File::options().write(true).open(desk.index()).unwrap().set_len(64).unwrap();
    press(&mut program, "G");
    press(&mut program, "gg");
    // Something comes, so that the catalogue is written again.
    desk.write("press/new.txt", &article("Corvenne", "le marché", 20));
    press(&mut program, "R");
    program.finish().unwrap();
    let again = desk.start();
    let shown = frame(&again);
    assert!(shown.contains("Valmorin") && shown.contains("7 articles"), "{shown}");
}
