//! The sample corpus, carried by the program.

use crate::corpus::Place;
use crate::job::Input;
use crate::words::Lang;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Names and bytes, in the order of names.
        const FILES: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("../../assets/demo/", $name)))),*];
    };
}

files![
    "0b7e22d9f1c4_radio-sarvenne.txt",
    "91ac3d77e0b2_radio-sarvenne.txt",
    "archives-2025-2026.jsonl",
    "courrier-de-la-sarvenne/05d9c6e832.txt",
    "courrier-de-la-sarvenne/7ee0a1b25f.txt",
    "courrier-de-la-sarvenne/c41f07ab9d.txt",
    "courrier-de-la-sarvenne/e8b2f43d07.txt",
    "echo-de-brivonne/2026-04-14-fissures-pont-roseliere.txt",
    "echo-de-brivonne/2026-06-02-crue-sarvenne-tanneurs.txt",
    "f3a86b10c2d7.txt",
    "meridian-dispatch/brivonne-flood-evacuation.md",
    "meridian-dispatch/hybrid-ferry-eastholm-first-crossing_8d1f.txt",
    "northmoor-ledger/alcyon-2-comet-flyby.txt",
    "northmoor-ledger/port-vautier-lift-bridge-shut.txt",
    "ouest-rade/comete-la-sonde-alcyon-2-a-frole-ostrand-vey.txt",
    "ouest-rade/port-vautier-le-pont-de-la-roseliere-de-nouveau-ferme.txt",
    "ouest-rade/port-vautier-le-pont-de-la-roseliere-ferme-pour-au-moins-six-semaines.txt",
    "uranie-magazine/alcyon-2-ostrand-vey-noyau-deux-lobes.html",
    "vigie_budget-region-ponant-sarvenne-vote.txt",
    "vigie_pont-roseliere-version-corrigee.txt",
];

/// The files of the sample corpus.
pub fn inputs() -> Vec<Input> {
    FILES.iter().map(|(name, bytes)| Input::Bytes(Place::file(*name), bytes)).collect()
}

/// The tour where a language has none of its own.
const TOUR: &str = include_str!("../../assets/tour.en.md");

/// The tours in other languages.
const TOURS: [(Lang, &str); 1] = [(Lang::FR, include_str!("../../assets/tour.fr.md"))];

/// The words of the tour; English where it is in no other language.
pub fn tour(lang: Lang) -> &'static str {
    TOURS.iter().find(|(l, _)| *l == lang).map_or(TOUR, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &std::path::Path, root: &std::path::Path, out: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                names(&path, root, out);
            } else {
                out.push(path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
    }

    #[test]
    fn what_the_tours_have_one_type_is_a_key_of_the_map_or_stands_in_an_article() {
        for text in TOURS.iter().map(|(_, text)| *text).chain([TOUR]) {
            let typed: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
            let is_key = |t: &str| {
                let name = t.strip_prefix("{ KEY(\"").and_then(|t| t.strip_suffix("\") }"));
                name.is_some_and(|name| crate::app::action::Action::by_name(name).is_some())
            };
            let is_said = |t: &str| FILES.iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(t));
            let others: Vec<&&str> = typed.iter().filter(|t| !(is_key(t) || t.len() > 3 && is_said(t))).collect();
            assert!(typed.len() > 10 && others.is_empty(), "{others:?}");
        }
    }

    #[test]
    fn every_article_of_the_folder_is_carried() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo");
        let mut found = Vec::new();
        names(&root, &root, &mut found);
        found.sort();
        let carried: Vec<&str> = FILES.iter().map(|(n, _)| *n).collect();
        assert_eq!(carried, found);
    }
}
