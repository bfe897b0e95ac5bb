//! What a format says of itself: how a file of it begins and how it is read.
//! Each states a [`FileFormat`] in its own file, and `super::FORMATS` lists them all.

use super::raw::{Options, RawDocument, Sink};
use crate::corpus::{Place, SourceFormat};
use std::io::BufRead;
use std::ops::ControlFlow;

/// A format that files come in.
#[derive(Clone, Copy, Debug)]
pub(super) struct FileFormat {
    /// What its documents will be said to have been.
    pub source: SourceFormat,
    /// True for a file that begins like this and like no format before it.
    pub recognise: fn(&FileHead<'_>) -> bool,
    /// How it is read.
    pub read: ReadAs,
}

impl FileFormat {
    /// True when its files may hold bytes that no text has.
    pub(super) fn holds_bytes(&self) -> bool {
        matches!(self.read, ReadAs::Packets(_) | ReadAs::Bytes(_))
    }
}

/// How the bytes of a file become documents.
#[derive(Clone, Copy, Debug)]
pub(super) enum ReadAs {
    /// Text, one record after the other; the flag tells that the reader gives
    /// the bytes of the file as they are.
    Records(fn(&Place, &mut dyn BufRead, &Options, bool, &mut Sink<'_>) -> ControlFlow<()>),
    /// Records that hold bytes of any sort, one after the other.
    Packets(fn(&Place, &mut dyn BufRead, &Options, &mut Sink<'_>) -> ControlFlow<()>),
    /// Text that has to be there as a whole.
    Text(ReadWhole),
    /// Bytes of any sort that have to be there as a whole.
    Bytes(ReadWhole),
    /// The file is one document, unless it is an export of several; what is
    /// longer than a document may be is cut.
    Document(&'static Single, Option<Several>),
}

/// Reads the articles of a file that is an export of several, of no more bytes
/// than a container may have; `None` where it is none.
pub(super) type Several = fn(&Place, &[u8], &Options, &mut Sink<'_>) -> Option<ControlFlow<()>>;

/// Reads what is there as a whole, of no more bytes than a container may have.
type ReadWhole = fn(&Place, &[u8], &Options, &mut Sink<'_>) -> ControlFlow<()>;

/// A format of which a file, or a member of a container, is one document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Single {
    /// As in [`FileFormat`].
    pub source: SourceFormat,
    /// As in [`FileFormat`].
    pub recognise: fn(&FileHead<'_>) -> bool,
    /// True when the bytes may declare their encoding.
    pub declares: bool,
    /// Reads the decoded text.
    pub read: fn(String, &Options) -> RawDocument,
}

impl Single {
    /// As a format of files.
    pub(super) const fn format(&'static self) -> FileFormat {
        FileFormat { source: self.source, recognise: self.recognise, read: ReadAs::Document(self, None) }
    }

    /// As a format of files that may be exports of several articles.
    pub(super) const fn or_several(&'static self, several: Several) -> FileFormat {
        FileFormat { read: ReadAs::Document(self, Some(several)), ..self.format() }
    }
}

/// The beginning of a file.
pub(super) struct FileHead<'a> {
    /// The first bytes (UTF-8 or any ASCII superset).
    pub bytes: &'a [u8],
    /// The same from the first letter or sign on.
    pub text: &'a [u8],
    /// The last extension of the name, lower case, without those of compression.
    pub extension: String,
    /// Name of the first element, where the text begins with markup.
    pub root: Option<String>,
}

impl<'a> FileHead<'a> {
    /// The beginning of the file of that name.
    pub(super) fn new(place: &Place, bytes: &'a [u8]) -> Self {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        let root = if text.starts_with(b"<") { root_element(text) } else { None };
        Self { bytes, text, extension: extension(place), root }
    }

    /// True when the name ends with one of these.
    pub(super) fn is_named(&self, extensions: &[&str]) -> bool {
        extensions.contains(&self.extension.as_str())
    }

    /// True when the first element is one of these.
    pub(super) fn has_root(&self, names: &[&str]) -> bool {
        self.root.as_deref().is_some_and(|root| names.contains(&root))
    }

    /// True when it begins neither like markup nor like JSON.
    pub(super) fn is_prose(&self) -> bool {
        !matches!(self.text.first(), Some(b'<' | b'{' | b'['))
    }
}

/// The last extension of a place, lower case, without those of compression.
fn extension(place: &Place) -> String {
    let name = place.entry.as_deref().filter(|e| e.contains('.')).unwrap_or(&place.path).to_ascii_lowercase();
    let name = name.rsplit(['/', '\\']).next().unwrap_or("");
    let name = [".gz", ".zst", ".zstd"].iter().find_map(|e| name.strip_suffix(e)).unwrap_or(name);
    name.rsplit_once('.').map_or(String::new(), |(_, e)| e.to_owned())
}

/// Name of the first element, past declarations, comments and a document type.
fn root_element(text: &[u8]) -> Option<String> {
    let mut rest = text;
    for _ in 0..64 {
        rest = &rest[memchr::memchr(b'<', rest)?..];
        if rest.starts_with(b"<?") {
            rest = &rest[memchr::memmem::find(rest, b"?>")?..];
        } else if rest.starts_with(b"<!--") {
            rest = &rest[memchr::memmem::find(rest, b"-->")?..];
        } else if rest.starts_with(b"<!") {
            let end = memchr::memchr(b'>', rest)?;
            let end = match memchr::memchr(b'[', &rest[..end]) {
                Some(_) => memchr::memmem::find(rest, b"]>").or_else(|| memchr::memmem::find(rest, b"]"))?,
                None => end,
            };
            rest = &rest[end..];
        } else {
            let name: Vec<u8> = rest[1..]
                .iter()
                .take(40)
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_'))
                .copied()
                .collect();
            return (!name.is_empty()).then(|| String::from_utf8_lossy(&name).to_ascii_lowercase());
        }
    }
    None
}
