//! The network, through ureq: limits on time and size, proxies from the
//! environment, and no private network unless its host was named.

use super::address::{host, is_private, is_public};
use super::transport::{HttpRequest, HttpResponse, NetworkFault, Transport};
use crate::notice::{reason, refusal};
use crate::words::{Message, msg};
use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error, Proxy};

/// Most bytes of an answer, unpacked.
const BODY: u64 = 10 << 20;
/// Most bytes of its headers.
const HEADERS: usize = 64 << 10;
/// How long a connection may take, how long a server may say nothing, and how
/// long one answer may take in all.
const CONNECT: Duration = Duration::from_secs(10);
const SILENCE: Duration = Duration::from_secs(20);
const WHOLE: Duration = Duration::from_secs(60);
/// How the program calls itself.
const CALLED: &str = concat!("kiosque/", env!("CARGO_PKG_VERSION"));
/// What is asked for.
const WANTED: &str = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, \
                      application/feed+json, application/xml;q=0.9, text/*;q=0.8, */*;q=0.1";

/// Servers of the network.
pub(super) struct Network {
    agent: Agent,
    named: Arc<BTreeSet<String>>,
}

impl Network {
    /// Hosts that are `named` may lie in a private network.
    pub(super) fn new(named: BTreeSet<String>) -> Self {
        let named = Arc::new(named);
        let proxy = Proxy::try_from_env();
        let through = proxy.as_ref().map(|p| p.host().to_owned());
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(CALLED)
            .accept(WANTED)
            .proxy(proxy)
            .max_response_header_size(HEADERS)
            .timeout_connect(Some(CONNECT))
            .timeout_resolve(Some(CONNECT))
            .timeout_per_read(Some(SILENCE))
            .timeout_global(Some(WHOLE))
            .max_idle_connections_per_host(1)
            .build();
        let resolver = PublicOnly { named: named.clone(), through, inner: DefaultResolver::default() };
        Self { agent: Agent::with_parts(config, DefaultConnector::new(), resolver), named }
    }
}

impl Transport for Network {
    fn get(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, NetworkFault> {
        let host = host(request.address);
        // A proxy would look the name up itself.
        if is_private(request.address) && !self.named.contains(&host) {
            return Err(NetworkFault { why: msg::live_private(host), hangs: false });
        }
        let mut asked = self.agent.get(request.address.as_str());
        for (name, value) in [("if-none-match", request.etag), ("if-modified-since", request.last_modified)] {
            if let Some(value) = value.filter(|v| !v.is_empty()) {
                asked = asked.header(name, value);
            }
        }
        let secure = request.address.scheme() == "https";
        let fault = |e: Error| NetworkFault { why: sentence(&e, &host, secure), hangs: hangs(&e) };
        let mut answer = asked.call().map_err(fault)?;
        let status = answer.status().as_u16();
        let headers = answer.headers().iter();
        let headers = headers
            .map(|(name, value)| (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
        let headers = headers.collect();
        // Nothing is read of what is not kept.
        let body = if (200..300).contains(&status) {
            answer.body_mut().with_config().limit(BODY).read_to_vec().map_err(fault)?
        } else {
            Vec::new()
        };
        Ok(HttpResponse { status, headers, body })
    }
}

/// Whether a host did not even answer.
fn hangs(error: &Error) -> bool {
    use io::ErrorKind::{ConnectionRefused, HostUnreachable, NetworkUnreachable, TimedOut};
    match error {
        Error::Timeout(_) | Error::HostNotFound | Error::ConnectionFailed => true,
        Error::Io(e) => matches!(e.kind(), ConnectionRefused | HostUnreachable | NetworkUnreachable | TimedOut),
        _ => false,
    }
}

/// Why a server gave no answer, in one sentence; `secure` where the connection
/// was to be encrypted.
fn sentence(error: &Error, host: &str, secure: bool) -> Message {
    match error {
        Error::Timeout(_) => msg::live_too_slow(host),
        Error::HostNotFound => msg::live_unknown_host(host),
        Error::BodyExceedsLimit(most) => msg::live_too_large(most >> 20),
        Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) => msg::live_tls(host, said(error)),
        // What a layer below says in its own words comes through as one of these.
        Error::Io(e) => match e.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
            Some(inner) => sentence(inner, host, secure),
            None if secure && e.kind() == io::ErrorKind::InvalidData => msg::live_tls(host, said(error)),
            None if e.kind() == io::ErrorKind::UnexpectedEof => msg::live_broken_off(host),
            None => msg::live_unreachable(host, reason(e)),
        },
        other => msg::live_broken(host, said(other)),
    }
}

fn said(error: &Error) -> String {
    crate::text::sanitise::one_line(&error.to_string())
}

/// Looks names up, and refuses those that lead into a private network.
#[derive(Debug)]
struct PublicOnly {
    named: Arc<BTreeSet<String>>,
    /// The proxy's host, which the reader named.
    through: Option<String>,
    inner: DefaultResolver,
}

impl Resolver for PublicOnly {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        let host = uri.authority().map(|a| a.as_str()).unwrap_or_default();
        let name = uri.host().unwrap_or_default();
        let named = self.named.contains(host) || self.named.contains(name) || self.through.as_deref() == Some(name);
        if !named && found.iter().any(|at| !is_public(at.ip())) {
            return Err(Error::Io(refusal(msg::live_private(host))));
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_encryption_and_of_size_are_told_as_what_they_are() {
        let said = |e: Error| crate::words::Lang::EN.say(sentence(&e, "q.example", true));
        assert!(said(Error::Tls("no such thing")).contains("encrypted"));
        assert!(
            said(io::Error::new(io::ErrorKind::InvalidData, "invalid peer certificate: Expired").into())
                .contains("encrypted")
        );
        assert!(said(Error::BodyExceedsLimit(10 << 20)).contains("10 MB"));
        assert!(said(Error::HostNotFound).contains("q.example"));
        assert!(said(Error::Io(refusal(msg::live_private("a")))).contains("private"));
    }
}
