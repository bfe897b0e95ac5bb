//! Common nouns that stand before a name and say what it is: bodies, works,
//! ships and other products.

use crate::entity::lexicon::{self, cue};
use crate::entity::page::Page;
use crate::entity::words::WordClass;
use crate::entity::world::{World, fold_hash};

/// Bodies whose name follows behind `des`, `de` or an article.
pub(super) const BODIES: &[&str] = &[
    "mouvement",
    "parti",
    "association",
    "collectif",
    "syndicat",
    "groupe",
    "organisation",
    "fondation",
    "fédération",
];

/// Works, beside the cue words of the tagger.
pub(super) const WORKS: &[&str] = &[
    "émission",
    "pièce",
    "poème",
    "ouvrage",
    "essai",
    "documentaire",
    "feuilleton",
    "téléfilm",
    "comédie",
    "recueil",
    "single",
    "opéra",
    "podcast",
    "tableau",
    "nouvelle",
    "conte",
    "spectacle",
    "reportage",
    "show",
    "play",
    "film",
];

/// Works before their titles, beside [`WORKS`].
const TITLED_WORKS: &[&str] = &[
    "film", "livre", "roman", "album", "chanson", "série", "titre", "tube", "clip", "book", "novel", "song", "series",
    "movie",
];

/// True for a work that a title may follow.
pub(super) fn is_titled_work(word: &str) -> bool {
    TITLED_WORKS.contains(&word) || WORKS.contains(&word)
}

/// Kinds of ships and craft beside the cue words of the tagger.
const VESSELS: &[&str] = &[
    "chalutier",
    "trimaran",
    "catamaran",
    "monocoque",
    "porte-conteneurs",
    "vraquier",
    "méthanier",
    "chimiquier",
    "remorqueur",
    "caboteur",
    "goélette",
    "paquebot",
    "bateau",
    "comète",
    "astéroïde",
    "télescope",
    "rover",
    "instrument",
    "ouragan",
    "typhon",
    "cyclone",
    "probe",
    "spacecraft",
    "comet",
    "asteroid",
    "telescope",
    "freighter",
    "trawler",
    "hurricane",
];

/// True after `la fusée`, also with a nationality between: `fusées russes`.
pub(super) fn product_before(page: &Page<'_>, i: usize) -> bool {
    let Some(b) = page.before(i) else { return false };
    let one = |j: usize| lexicon::cues(fold_hash(page.spelling(j).trim_end_matches('s')));
    let is = |j: usize| {
        let listed = one(j) & cue::PRODUCT != 0 || VESSELS.contains(&page.spelling(j));
        page.class(j) == WordClass::Small && listed
    };
    let nationality = page.word(b).is_some_and(|w| !World::get().states_of(w.fold).is_empty());
    is(b) || nationality && page.before(b).is_some_and(is)
}
