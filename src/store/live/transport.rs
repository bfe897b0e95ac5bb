//! [`Transport`]: one question to one server, without redirects. What stands
//! behind it is the network or, in tests, a table.

use crate::words::Message;
use url::Url;

/// One question.
#[derive(Clone, Debug)]
pub struct HttpRequest<'r> {
    /// Whom.
    pub address: &'r Url,
    /// True where the reader named the host for what is asked: it may lie in a private network.
    pub named: bool,
    /// The mark of what is known already (`If-None-Match`).
    pub etag: Option<&'r str>,
    /// When what is known was changed last, as the server wrote it
    /// (`If-Modified-Since`).
    pub last_modified: Option<&'r str>,
}

/// One answer, unpacked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HttpResponse {
    /// The status, such as 200.
    pub status: u16,
    /// The headers in their order, names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body; empty where the status says that there is nothing to keep.
    pub body: Vec<u8>,
}

impl HttpResponse {
    /// A header's first value; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|h| h.0 == name).map_or("", |h| h.1.as_str())
    }
}

/// Why there was no answer that can be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkFault {
    /// The reason in a sentence.
    pub why: Message,
    /// True where it was not asked at all: it lies in a private network.
    pub private: bool,
    /// True where the host gave no sign in time, and will hardly do so for its
    /// other pages.
    pub hangs: bool,
}

/// Who asks servers.
pub trait Transport: Send + Sync {
    /// Asks one server once; redirects come back as they are.
    ///
    /// # Errors
    /// Why nothing came that can be kept.
    fn get(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, NetworkFault>;
}
