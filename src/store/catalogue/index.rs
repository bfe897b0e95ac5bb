//! The part of a catalogue that is read whole at the start: what lists show
//! of every article, the files they came from, the stories.
//!
//! One file, replaced as a whole. A header with the version and the program
//! it was made by, then sections, each with its length and checksum: whatever
//! does not fit is not read at all.

use super::findings::Slot;
use super::origin::Stamp;
use crate::corpus::{Card, DocKey};
use crate::notice::{Notice, Severity};
use crate::story::Stories;
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const MAGIC: &[u8; 16] = b"kiosque index\r\n\0";
/// Version of the format; another one is not read.
pub const VERSION: u32 = 2;
/// Articles of one section, which are decoded at once.
const BLOCK: usize = 1024;

/// What a catalogue is worth: the version of the program, its settings, the
/// paths. Another fingerprint is another catalogue.
pub type Fingerprint = [u8; 16];

/// A file of the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Which of the paths given it stands under.
    pub root: u32,
    /// The rest of its path, in the bytes of the system; empty for the path
    /// given itself.
    pub rest: Vec<u8>,
    /// As it was when it was read.
    pub stamp: Stamp,
    /// No article came from it.
    pub barren: bool,
    /// What there was to say about it and its articles.
    pub notices: Vec<Said>,
}

/// A notice: severity, place, sentence, hint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said(u8, String, String, Option<String>);

impl From<&Notice> for Said {
    fn from(n: &Notice) -> Self {
        Self(n.severity as u8, n.place.clone(), n.sentence.clone(), n.hint.clone())
    }
}

impl From<Said> for Notice {
    fn from(Said(severity, place, sentence, hint): Said) -> Self {
        let severity = match severity {
            0 => Severity::Info,
            1 => Severity::Warning,
            _ => Severity::Error,
        };
        Self { severity, place, sentence, hint }
    }
}

/// One article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Its file.
    pub file: u32,
    /// Entry or record in the file.
    pub entry: Option<String>,
    /// Unpacked from an archive.
    pub packed: bool,
    /// First byte and length, when it can be read by itself.
    pub extent: Option<(u64, u64)>,
    /// Bytes of its key.
    pub key: [u8; 16],
    /// What habits of its source are remembered under.
    pub source: String,
    /// What the reader had said of it, in one number.
    pub said: u64,
    /// Where its findings stand: start, length, checksum.
    pub slot: Option<(u64, u32, u32)>,
    /// What lists show.
    pub card: Card,
}

impl Article {
    /// Its key.
    pub fn key(&self) -> DocKey {
        DocKey::from_bytes(self.key)
    }

    /// Where its findings stand.
    pub fn slot(&self) -> Option<Slot> {
        self.slot.map(|(start, len, sum)| Slot { start, len, sum })
    }
}

/// The lines that recur in the articles of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Articles counted.
    pub articles: u64,
    /// Lines by their hash, and how often each stands.
    pub lines: Vec<(u64, u32)>,
}

/// Everything of the index but the articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Which file of findings belongs to it.
    pub generation: u32,
    /// Bytes of that file that are meant.
    pub findings: u64,
    /// How many articles there are.
    pub articles: u64,
    /// The files.
    pub files: Vec<SourceFile>,
    /// Recurring lines.
    pub sources: Vec<Source>,
}

/// Stories, and the number of what they were made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Of which articles and decisions.
    pub of: u64,
    /// The stories; members are numbers of articles.
    pub stories: Stories,
}

/// A whole index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    /// Files and sources.
    pub head: Head,
    /// Articles, in the order of the corpus.
    pub articles: Vec<Article>,
    /// Stories, when they were made.
    pub made: Option<Made>,
}

/// Why bytes are no index of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Made by another version, another program or with other settings.
    Other,
    /// Damaged.
    Broken,
}

fn section(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend((bytes.len() as u64).to_le_bytes());
    out.extend(crc32fast::hash(bytes).to_le_bytes());
    out.extend(bytes);
}

fn value<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    postcard::to_stdvec(value).expect("plain values always serialise")
}

fn take<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let (len, rest) = bytes.split_first_chunk::<8>()?;
    let (sum, rest) = rest.split_first_chunk::<4>()?;
    let (body, rest) = rest.split_at_checked(usize::try_from(u64::from_le_bytes(*len)).ok()?)?;
    *bytes = rest;
    (crc32fast::hash(body) == u32::from_le_bytes(*sum)).then_some(body)
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

impl Index {
    /// The bytes of the file.
    pub fn encode(&self, fingerprint: Fingerprint) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend(VERSION.to_le_bytes());
        out.extend(fingerprint);
        section(&mut out, &value(&self.head));
        section(&mut out, &value(&self.made));
        let blocks: Vec<Vec<u8>> = self.articles.par_chunks(BLOCK).map(value).collect();
        blocks.iter().for_each(|b| section(&mut out, b));
        out
    }

    /// Reads the bytes of the file.
    ///
    /// # Errors
    /// Why they are not to be trusted.
    pub fn decode(bytes: &[u8], fingerprint: Fingerprint) -> Result<Self, Refusal> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(Refusal::Broken)?;
        let (version, rest) = rest.split_first_chunk::<4>().ok_or(Refusal::Broken)?;
        let (made_by, rest) = rest.split_first_chunk::<16>().ok_or(Refusal::Broken)?;
        if u32::from_le_bytes(*version) != VERSION || *made_by != fingerprint {
            return Err(Refusal::Other);
        }
        Self::sections(rest).ok_or(Refusal::Broken)
    }

    fn sections(mut rest: &[u8]) -> Option<Self> {
        let head: Head = read(take(&mut rest)?)?;
        let made: Option<Made> = read(take(&mut rest)?)?;
        let mut blocks = Vec::new();
        while !rest.is_empty() {
            blocks.push(take(&mut rest)?);
        }
        let articles: Vec<Vec<Article>> = blocks.par_iter().map(|b| read(b)).collect::<Option<_>>()?;
        let articles: Vec<Article> = articles.into_iter().flatten().collect();
        let whole = articles.len() as u64 == head.articles
            && articles.iter().all(|a| (a.file as usize) < head.files.len())
            && made.iter().flat_map(|m| &m.stories.stories).all(|s| s.members.iter().all(|m| m.index < articles.len()));
        whole.then_some(Self { head, articles, made })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Document, Place};
    use proptest::prelude::*;

    fn document(text: &str) -> Document {
        let ingested = crate::ingest::read(&Place::file("a.txt"), text.as_bytes());
        crate::clean::clean(ingested.documents.into_iter().next().expect("one text is one document"))
    }

    fn index(articles: usize) -> Index {
        let d = document("Un titre\n\nUn texte court sur la grève de mars.\n");
        let mut card = Card::of(&d);
        card.name.clear();
        card.folded.clear();
        let article = Article {
            file: 0,
            entry: Some("3".into()),
            packed: false,
            extent: Some((7, 9)),
            key: *d.key.bytes(),
            source: "L'Écho".into(),
            said: 0,
            slot: Some((1, 2, 3)),
            card,
        };
        let stamp = Stamp { size: 3, modified: 4 };
        let notices = vec![Said::from(&Notice::warning("a.txt", "was strange."))];
        let files = vec![SourceFile { root: 0, rest: b"a\xff.txt".to_vec(), stamp, barren: false, notices }];
        let sources = vec![Source { name: "L'Écho".into(), articles: 4, lines: vec![(1, 2)] }];
        let head = Head { generation: 2, findings: 100, articles: articles as u64, files, sources };
        Index { head, articles: vec![article; articles], made: Some(Made::default()) }
    }

    #[test]
    fn an_index_reads_back_whole_in_as_many_blocks_as_it_takes() {
        for n in [0, 1, BLOCK, BLOCK + 1] {
            let index = index(n);
            assert_eq!(Index::decode(&index.encode([7; 16]), [7; 16]), Ok(index));
        }
    }

    #[test]
    fn another_program_or_version_is_refused_before_anything_is_read() {
        let bytes = index(1).encode([7; 16]);
        assert_eq!(Index::decode(&bytes, [8; 16]), Err(Refusal::Other));
        let mut newer = bytes;
        newer[16] += 1;
        assert_eq!(Index::decode(&newer, [7; 16]), Err(Refusal::Other));
    }

    proptest! {
        #[test]
        fn one_byte_changed_or_lost_anywhere_is_noticed(at in 0usize..400, flip in 1u8..=255, cut: bool) {
            let mut bytes = index(2).encode([7; 16]);
            let at = at % bytes.len();
            if cut { bytes.truncate(at) } else { bytes[at] ^= flip }
            prop_assert!(Index::decode(&bytes, [7; 16]).is_err());
        }
    }
}
