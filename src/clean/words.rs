//! Folded words by their hash, and the stop words of the known languages.

use crate::corpus::Language;
use std::sync::OnceLock;

/// The FNV-1a hash of no bytes.
pub(crate) const EMPTY: u32 = 0x811c_9dc5;

/// The hash of one byte more.
pub(crate) fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// Hash of a folded word, as `Page::tokens` holds it.
pub(crate) fn token_hash(folded: &[u8]) -> u32 {
    folded.iter().fold(EMPTY, |h, &b| step(h, b))
}

/// The languages that stop words tell apart.
pub(crate) const LANGUAGES: [Language; 7] =
    [Language::Fr, Language::En, Language::De, Language::Es, Language::It, Language::Nl, Language::Pt];

/// Stop words per language in the order of [`LANGUAGES`], folded. Polish and
/// other languages are left to the detector that looks at letters.
const WORDS: [&str; 7] = [
    "le la les un une des de du d l et a au aux en dans par pour sur avec sans que qui qu ce cette ces se s il elle \
     ils elles on nous vous je n ne pas plus ont est sont ete etait etre avoir fait mais ou comme son sa ses leur \
     leurs y meme aussi c apres selon entre deja",
    "the a an of to in and that is was for on with as at by it from he she they be this which or are not have has \
     had but his her their its we you i were been will would who said more about after can if what when there",
    "der die das und in den von zu mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus er hat \
     dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur bis mehr \
     durch man ich wir",
    "el los las y en por con para una del se no su al lo como mas pero sus o este ha si porque esta son entre cuando \
     muy sin sobre tambien me hasta hay que de la un",
    "il di che e la per un in non si da con sono del le una lo ha dei alla gli nel anche come piu al ma della nella \
     delle i ai dal questo",
    "de het een van en in is dat op te zijn met voor niet aan er ook als om die bij maar naar uit wordt door over nog \
     heeft hij ze werd worden",
    "o os e em um para com uma da do na no por mais as dos como mas foi ao ele das tem seu sua ou ser quando muito nos \
     ja esta nao que de a pelo pela",
];

/// Bytes of the longest stop word.
pub(crate) const LONGEST: usize = 8;

const SLOTS: usize = 4096;

/// Word hash → which languages have it as a stop word, one bit each.
pub(crate) struct StopWords {
    slots: Vec<(u32, u8)>,
}

impl StopWords {
    fn new() -> Self {
        let mut slots = vec![(0u32, 0u8); SLOTS];
        for (bit, list) in WORDS.iter().enumerate() {
            for word in list.split_whitespace() {
                let hash = token_hash(word.as_bytes());
                let mut at = hash as usize % SLOTS;
                while slots[at].1 != 0 && slots[at].0 != hash {
                    at = (at + 1) % SLOTS;
                }
                slots[at] = (hash, slots[at].1 | 1 << bit);
            }
        }
        Self { slots }
    }

    /// One bit per language of [`LANGUAGES`]; 0 when it is no stop word.
    pub(crate) fn get(&self, hash: u32) -> u8 {
        let mut at = hash as usize % SLOTS;
        loop {
            let (h, mask) = self.slots[at];
            if mask == 0 || h == hash {
                return mask;
            }
            at = (at + 1) % SLOTS;
        }
    }
}

/// The table, made once.
pub(crate) fn stop_words() -> &'static StopWords {
    static TABLE: OnceLock<StopWords> = OnceLock::new();
    TABLE.get_or_init(StopWords::new)
}
