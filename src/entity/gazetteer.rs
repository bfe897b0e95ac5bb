//! Lists of known names and clusters of words (`assets/entity/gazetteer.bin`, licences in
//! `assets/entity/NOTICE.md`): a hint for the tagger, never a decision.

use super::cluster::WordClusters;
use super::hash::{feature, mix};
use super::table::Table;

/// Lists as bits.
pub(crate) mod list {
    /// Countries.
    pub(crate) const COUNTRY: u8 = 1;
    /// Cities.
    pub(crate) const CITY: u8 = 2;
    /// Regions.
    pub(crate) const REGION: u8 = 4;
    /// Companies and other organisations.
    pub(crate) const ORG: u8 = 8;
    /// Given names.
    pub(crate) const GIVEN: u8 = 16;
    /// Surnames.
    pub(crate) const SURNAME: u8 = 32;
    /// Inhabitants and adjectives of countries.
    pub(crate) const DEMONYM: u8 = 64;
    /// The name goes on: what was read so far begins a longer entry.
    pub(crate) const MORE: u8 = 128;
}

/// Longest entry, in words.
pub(crate) const MAX_WORDS: usize = 6;

const BYTES: &[u8] = include_bytes!("../../assets/entity/gazetteer.bin");

/// The lists over their bytes.
#[derive(Clone, Copy)]
pub(crate) struct Gazetteer<'b> {
    table: Option<Table<'b>>,
    /// Clusters of words, which lie behind the lists.
    pub(crate) clusters: WordClusters<'b>,
}

impl<'b> Gazetteer<'b> {
    /// The embedded lists.
    pub(crate) fn embedded() -> Gazetteer<'static> {
        Gazetteer::open(BYTES)
    }

    /// Reads what [`write`] wrote; anything else gives empty lists.
    pub(crate) fn open(bytes: &'b [u8]) -> Self {
        match Table::split(bytes, 1) {
            Some((table, rest)) => Self { table: Some(table), clusters: WordClusters::open(rest) },
            None => Self::none(),
        }
    }

    /// No lists.
    pub(crate) fn none() -> Self {
        Self { table: None, clusters: WordClusters::default() }
    }

    /// Lists of the name whose key is `key`; see [`start`] and [`extend`].
    #[inline]
    pub(crate) fn lists(&self, key: u64) -> u8 {
        self.table.and_then(|t| t.get(number(key))).map_or(0, |v| v[0])
    }
}

/// Key of a name's first word, by the hash of its folded spelling.
#[inline]
pub(crate) fn start(fold: u64) -> u64 {
    mix(0x6761_7a65, fold)
}

/// Key of a name one word longer.
#[inline]
pub(crate) fn extend(key: u64, fold: u64) -> u64 {
    mix(key, fold)
}

#[inline]
fn number(key: u64) -> u32 {
    feature(255, key, 0)
}

/// The bit of a letter of the list file: `c` country, `v` city, `r` region,
/// `o` organisation, `g` given name, `s` surname, `d` demonym.
#[cfg(feature = "train")]
pub(crate) fn bit(letter: char) -> u8 {
    match letter {
        'c' => list::COUNTRY,
        'v' => list::CITY,
        'r' => list::REGION,
        'o' => list::ORG,
        'g' => list::GIVEN,
        's' => list::SURNAME,
        'd' => list::DEMONYM,
        _ => 0,
    }
}

/// Writes the lists: names as hashes of their folded words, with their bits.
#[cfg(feature = "train")]
pub(crate) fn write(names: impl Iterator<Item = (Vec<u64>, u8)>) -> Vec<u8> {
    let mut rows: std::collections::BTreeMap<u32, u8> = Default::default();
    for (words, bits) in names.filter(|(w, _)| !w.is_empty() && w.len() <= MAX_WORDS) {
        let mut key = start(words[0]);
        for w in &words[1..] {
            *rows.entry(number(key)).or_insert(0) |= list::MORE;
            key = extend(key, *w);
        }
        *rows.entry(number(key)).or_insert(0) |= bits;
    }
    let rows: Vec<_> = rows.into_iter().map(|(k, v)| (k, vec![v])).collect();
    super::table::write(&rows)
}
