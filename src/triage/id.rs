//! [`EntryId`]: the identity of an entry, and of the note that an entry wrote.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// Identity of an entry: a hash of all it says, so that the same entry read
/// from two journals is one entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId([u8; 8]);

impl EntryId {
    /// The first 8 bytes of SHA-256 over the given bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        let mut id = [0; 8];
        id.copy_from_slice(&digest[..8]);
        Self(id)
    }

    /// Reads the 16 hexadecimal digits that [`std::fmt::Display`] writes.
    pub fn parse(s: &str) -> Option<Self> {
        if s.len() != 16 { None } else { hexadecimal(s.as_bytes()).map(|n| Self(n.to_be_bytes())) }
    }
}

/// At most 16 hexadecimal digits as a number.
pub(super) fn hexadecimal(digits: &[u8]) -> Option<u64> {
    let mut n = 0;
    for d in digits {
        n = n << 4 | u64::from((*d as char).to_digit(16)?);
    }
    Some(n)
}

impl std::fmt::Display for EntryId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", u64::from_be_bytes(self.0))
    }
}

impl std::fmt::Debug for EntryId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EntryId({self})")
    }
}

impl Serialize for EntryId {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EntryId {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Read;
        impl serde::de::Visitor<'_> for Read {
            type Value = EntryId;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("16 hexadecimal digits")
            }
            fn visit_str<E: serde::de::Error>(self, s: &str) -> Result<EntryId, E> {
                EntryId::parse(s).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(s), &self))
            }
        }
        d.deserialize_str(Read)
    }
}
