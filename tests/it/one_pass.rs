//! What is found in an article in the visit in which it was read is what is
//! found when it is read again for each purpose: claims, names, signatures,
//! words.

use kiosque::app::library::Library;
use kiosque::corpus::{Card, DocId};
use kiosque::entity::Names;
use kiosque::ingest::Options;
use kiosque::job::{
    self, Analyse, Effort, Indexed, Input, Intake, Load, Loaded, LookedAt, Report, Resources, Stop, TextAccess,
    TextOptions,
};
use kiosque::search::{Layers, Query};
use kiosque::store::catalogue::CatalogueDir;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// More than a search reads without asking the index.
const ARTICLES: usize = 96;

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Articles of three sources in files and records; what one source repeats
/// becomes noise once it is seen often enough.
fn press(name: &str) -> Folder {
    const PLACES: [&str; 4] = ["Kerlan", "Ostevin", "Bramont", "Morvigne"];
    const PEOPLE: [&str; 3] = ["Maud Kervadec", "Alban Tessier", "Rosa Delmas"];
    let folder = Folder(std::env::temp_dir().join(format!("kiosque-one-pass-{name}-{}", std::process::id())));
    let _ = std::fs::remove_dir_all(&folder.0);
    let mut records = String::new();
    for n in 0..ARTICLES {
        let (place, person) = (PLACES[n % 4], PEOPLE[n % 3]);
        let body = format!(
            "Le maire de {place}, {person}, a promis {n} nouveaux logements avant la fin de l’hiver prochain.\n\n\
             « Nous n’avons pas d’autre choix », a déclaré {person} devant les élus de la commune et de ses voisines.\n\n\
             Le conseil de {place} se prononcera le {} mars 2026 sur ce projet que ses adversaires jugent trop cher.\n",
            1 + n % 28
        );
        let text = match n % 3 {
            0 => format!(
                "{place} veut bâtir\n\n{body}\nLa rédaction de l’Écho du Val vous répond chaque jour de la semaine.\n"
            ),
            _ => body,
        };
        if n % 3 == 2 {
            let record =
                serde_json::json!({ "title": format!("{place} : {n} logements"), "text": text, "source": "Le Phare" });
            records += &format!("{record}\n");
        } else {
            let source = folder.0.join("press").join(["echo", "val"][n % 3]);
            std::fs::create_dir_all(&source).unwrap();
            std::fs::write(source.join(format!("{n}.txt")), text).unwrap();
        }
    }
    std::fs::write(folder.0.join("press/all.jsonl"), records).unwrap();
    folder
}

/// Where articles wait between their reading and the first look at them.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    InMemory,
    /// A few in memory, the others on disk.
    OnDisk,
    /// Nowhere: each is read anew for each purpose.
    Again,
}

/// A corpus after a first opening.
struct Opened {
    library: Library,
    resources: Resources,
    /// What the index held when it was brought up to date by itself.
    held: usize,
}

impl Opened {
    /// Opens it for the first time.
    fn first(folder: &Path, state: &str, way: Way) -> Self {
        let (mut library, resources, names) = (Library::default(), Resources::default(), Arc::new(Names::default()));
        let inputs = vec![Input::Path(folder.join("press"))];
        let (press, away) = (folder.join("press"), folder.join("away"));
        let catalogue_dir = CatalogueDir::of(&folder.join(state), std::slice::from_ref(&press), "");
        let catalogue_dir = Some(if way == Way::OnDisk { catalogue_dir.with_room(2000) } else { catalogue_dir });
        job::in_place(Load { inputs, options: Options::default(), catalogue_dir }, &resources, &mut |report| {
            match report {
                Report::Load(Loaded::Cached(known)) => library.begin(*known),
                Report::Load(Loaded::Read(reading)) => {
                    let intake = Intake { documents: reading.documents, ..Intake::default() };
                    let taken = job::take_in(&resources.store(), intake);
                    taken.documents.into_iter().for_each(|article| library.insert(article));
                }
                _ => {}
            }
        });
        match way {
            Way::InMemory => {}
            // What waits on disk is looked at without its files.
            Way::OnDisk => std::fs::rename(&press, &away).unwrap(),
            Way::Again => resources.store().release(library.corpus.ids()),
        }
        let index = library.index(&names, 0, Effort::Update).unwrap();
        let analyse = Analyse {
            texts: library.text_options(&names),
            ids: library.unanalysed(),
            index: (way != Way::Again).then(|| index.articles.clone()),
        };
        job::in_place(analyse, &resources, &mut |report| {
            if let Report::Analyse(LookedAt { documents: found, .. }) = report {
                for annotated in found {
                    library.annotate(annotated);
                }
            }
        });
        if way == Way::OnDisk {
            std::fs::rename(&away, &press).unwrap();
        }
        let mut held = None;
        job::in_place(index, &resources, &mut |report| {
            if let Report::Index(Indexed { held: now, .. }) = report {
                held.get_or_insert(now);
            }
        });
        Self { library, resources, held: held.unwrap_or_default() }
    }

    fn ids(&self) -> Vec<DocId> {
        self.library.corpus.ids().collect()
    }

    fn texts(&self) -> TextAccess {
        self.resources.texts(TextOptions::default())
    }
}

#[test]
fn one_pass_finds_what_reading_again_for_each_purpose_finds() {
    let folder = press("same");
    let each = Opened::first(&folder.0, "each", Way::Again);
    same(&Opened::first(&folder.0, "one", Way::InMemory), &each);
    same(&Opened::first(&folder.0, "disk", Way::OnDisk), &each);
    let left = |state: &str| {
        let catalogues = std::fs::read_dir(folder.0.join(state).join("catalogues")).unwrap();
        let names = catalogues.flat_map(|c| std::fs::read_dir(c.unwrap().path()).unwrap());
        names.map(|n| n.unwrap().file_name()).collect::<std::collections::BTreeSet<_>>()
    };
    assert!(left("disk").is_subset(&left("one")) && !left("one").is_empty(), "{:?}", left("disk"));
}

/// Both openings found the same, the first of them in one pass.
fn same(one: &Opened, each: &Opened) {
    assert_eq!((one.ids().len(), one.ids()), (ARTICLES, each.ids()));
    assert_eq!((one.held, each.held), (ARTICLES, 0), "the words were taken along");
    let (a, b) = (one.resources.store(), each.resources.store());
    let mut repeated = 0;
    for id in one.ids() {
        assert_eq!(a.found(id), b.found(id), "names and signature of {id:?}");
        assert!(a.found(id).is_some_and(|(names, _)| !names.is_empty()), "{id:?}");
        assert_eq!(a.claims(id), b.claims(id), "claims of {id:?}");
        assert_eq!(one.library.card(id), each.library.card(id));
        let document = one.texts().document(id).unwrap();
        assert_eq!(
            one.library.card(id),
            Some(Arc::new(Card::of(&document))),
            "the card is of the document as it is now"
        );
        repeated += usize::from(document.lines.iter().any(|l| l.rule == "recurring.source"));
    }
    assert!(repeated > 4, "what a source repeats is seen when all its articles are known: {repeated}");
    for raw in ["logements", "\"Rosa Delmas\"", "commune -Kerlan", "semaine", "prom*"] {
        for layers in [Layers::default(), Layers::ALL] {
            let found = |opened: &Opened| {
                let candidates = opened.library.candidates(opened.ids(), None);
                let texts = opened.texts();
                assert!(texts.word_index().is_some_and(|w| w.snapshot.len() == ARTICLES));
                let query = Arc::new(Query::parse(raw).unwrap());
                let hits = job::search(&[query], layers, &candidates, &texts, &Stop::never()).unwrap().remove(0);
                let told = |d: &job::DocumentHits| (d.id, d.grade, d.count, d.exact);
                (hits.documents.iter().map(told).collect::<Vec<_>>(), hits.not_searched)
            };
            assert_eq!(found(one), found(each), "{raw}");
        }
    }
}
