//! Word lists of the comparison: how common a stem is, function words,
//! titles that make formulas, months and weekdays.

use super::word_hash::{WordMap, WordSet, hash, stem_of};
use std::sync::OnceLock;

/// Words that carry no content of their own (folded).
const FUNCTION: &str = "a au aux avec ce ces cet cette ceux celle celles celui c ci d dans de des du elle elles en est et \
    eu il ils j je l la le les leur leurs lui m ma mais me meme mes mon n ne nos notre nous on ont ou où par pas plus pour \
    qu que qui quoi dont s sa sans se ses si son sont sur t ta te tes ton tu un une vos votre vous y ete etait etaient \
    etre avait avaient avoir ai as sera seront serait seraient soit fut furent sous vers chez entre apres avant aussi \
    comme tout tous toute toutes tres ainsi alors donc or ni car deja encore lors dit fait dans depuis pendant afin \
    the of and to in is that on for with as it its was were be been has have had are at by from his her their he she \
    they we you i this these those which who whom whose will would can could may might not no but or an than then there \
    also into over after before about said says say";

/// Titles and functions that stand before or after a name in set phrases,
/// and nationalities.
const TITLES: &str = "president presidente ministre premier premiere chef dirigeant leader numero homologue porte-parole \
    secretaire general directeur directrice maire depute senateur avocat procureur prefet colonel capitaine monsieur \
    madame mme mr mrs empereur roi reine pape prince princesse minister prime governor secretary senator spokesman \
    spokeswoman chairman head vice ex gouverneur patron vice-president vice-premier \
    russe russian francais francaise french allemand german italien italian espagnol spanish britannique british anglais \
    americain american chinois chinese japonais japanese coreen nord-coreen sud-coreen korean ukrainien ukrainian \
    polonais polish belge belgian suisse swiss turc turque turkish iranien iranian israelien israeli palestinien \
    palestinian syrien syrian libyen libyan irakien iraqi saoudien saudi egyptien egyptian marocain algerien tunisien \
    senegalais malien burkinabe nigerian canadien canadian quebecois mexicain mexican bresilien brazilian argentin \
    indien indian pakistanais pakistani afghan europeen european suedois norvegien danois finlandais neerlandais dutch \
    portugais grec grecque hongrois roumain bulgare serbe croate";

fn set(words: &str) -> WordSet {
    words.split_whitespace().map(hash).collect()
}

/// True for words without content; takes the hash of the folded word.
pub(crate) fn is_function(word: u32) -> bool {
    static SET: OnceLock<WordSet> = OnceLock::new();
    SET.get_or_init(|| set(FUNCTION)).contains(&word)
}

/// Words that deny (folded).
const NEGATIONS: &str = "ne n non pas jamais aucun aucune rien ni sans nul nulle no not never none nor without nothing";

/// True for a folded word that denies.
pub(crate) fn is_negation(word: &str) -> bool {
    NEGATIONS.split_whitespace().any(|n| n == word)
}

/// The part of a negation that speech leaves out: *ça sert à rien*.
const ELIDED: &str = "ne n";

/// True for a folded word that denies only beside another one.
pub(crate) fn is_elided(word: &str) -> bool {
    ELIDED.split_whitespace().any(|n| n == word)
}

/// Prepositions that another one turns into their opposite.
const OPPOSED: &str = "contre against malgre despite";

/// True for a folded preposition that says who is against something.
pub(crate) fn is_opposed(word: &str) -> bool {
    OPPOSED.split_whitespace().any(|o| o == word)
}

/// Points of the compass.
const COMPASS: &str = "nord sud est ouest nord-est nord-ouest sud-est sud-ouest north south east west north-east \
    north-west south-east south-west northeast northwest southeast southwest";

/// True for a folded point of the compass.
pub(crate) fn is_compass(word: &str) -> bool {
    COMPASS.split_whitespace().any(|c| c.split('-').eq(word.split([' ', '-'])))
}

/// Words that make a number a part of a whole that is not counted here.
const PARTIAL: &str = "autre autres nouveau nouveaux nouvelle nouvelles supplementaire supplementaires other others \
    another more further additional";

/// True for a folded word beside a number that counts only a part.
pub(crate) fn is_partial(word: &str) -> bool {
    PARTIAL.split_whitespace().any(|p| p == word)
}

/// True for a folded verb with its subject behind it: *a-t-il*, *dit-elle*.
pub(crate) fn is_inverted(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    ["-il", "-elle", "-ils", "-elles", "-on"].iter().any(|s| word.len() > s.len() && word.ends_with(s))
}

/// Words that open a clause which is said or thought.
const OPENING: &str = "que qu that";

/// True for a folded word that opens a clause.
pub(crate) fn opens_clause(word: &str) -> bool {
    OPENING.split_whitespace().any(|o| o == word.trim_end_matches('\''))
}

/// True for a folded word that ends like a conditional: *devrait*, *pourraient*.
pub(crate) fn is_conditional(word: &str) -> bool {
    const STEM: usize = 2;
    ["rait", "raient"].iter().any(|end| word.len() >= end.len() + STEM && word.ends_with(end))
}

/// Words that say how a survey was made.
const SURVEY: &str = "echantillon quotas sondes sample respondents";

/// True for a folded word that says how a survey was made.
pub(crate) fn is_survey(word: &str) -> bool {
    SURVEY.split_whitespace().any(|p| p == word)
}

/// True for stems of titles and functions; takes the hash of the stem.
pub(crate) fn is_title(stem: u32) -> bool {
    static SET: OnceLock<WordSet> = OnceLock::new();
    SET.get_or_init(|| TITLES.split_whitespace().map(stem_of).collect()).contains(&stem)
}

/// How much a shared stem says in itself, 0.1 (in every third sentence) to 1.
pub(crate) fn rarity(stem: u32) -> f32 {
    const WEIGHT: [f32; 6] = [0.1, 0.25, 0.45, 0.65, 0.85, 1.0];
    WEIGHT[class(stem)]
}

/// Share of articles that hold a stem, roughly, in the press at large.
pub(crate) fn share(stem: u32) -> f32 {
    const SHARE: [f32; 6] = [0.5, 0.25, 0.1, 0.04, 0.015, 0.002];
    SHARE[class(stem)]
}

/// From 0, the most common, to 5, not in the list.
fn class(stem: u32) -> usize {
    static MAP: OnceLock<WordMap<usize>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        include_str!("../../assets/story/common.txt")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .flat_map(|l| {
                let (class, stems) = l.split_once(' ').unwrap_or((l, ""));
                let class = class.parse().map_or(5, |c: usize| c.min(5));
                stems.split(' ').map(move |s| (hash(s), class))
            })
            .collect()
    });
    map.get(&stem).copied().unwrap_or(5)
}
