//! The network, through ureq: limits on time and size, proxies from the
//! environment, and no private network unless its host was named.

use super::address::{host, is_private, is_public};
use super::proxy::{Forwarding, Proxies, credentials, forwards, shown};
use super::transport::{HttpRequest, HttpResponse, NetworkFault, Transport};
use crate::notice::{reason, refusal, refused};
use crate::store::regular;
use crate::words::{Message, msg};
use std::io;
use std::path::Path;
use std::time::Duration;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{Connector, DefaultConnector, NextTimeout, TcpConnector};
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

/// Most bytes of a file of certificates; those of all authorities are 200 kB.
const CERTIFICATES: u64 = 4 << 20;

/// Servers of the network.
pub(super) struct Network {
    /// Asks those of the public network.
    public: Agents,
    /// Asks those that the reader named, wherever they lie.
    named: Agents,
    proxies: Proxies,
}

/// Who asks.
struct Agents {
    /// Asks servers themselves.
    direct: Agent,
    /// Ask through the proxy for pages that are not encrypted, and for those that are.
    plain: Option<Agent>,
    secure: Option<Agent>,
}

impl Network {
    /// The network as the environment describes it.
    ///
    /// # Errors
    /// What the environment names is no proxy, or holds no certificate.
    pub(super) fn new() -> Result<Self, Message> {
        let variable = |name: &str| std::env::var(name).ok();
        let proxies = Proxies::read(&variable)?;
        let file = variable("SSL_CERT_FILE").filter(|file| !file.is_empty());
        let roots = file.map_or(Ok(RootCerts::WebPki), |file| authorities(Path::new(&file)))?;
        let agents = |named: bool| {
            let made = |proxy: Option<&Proxy>, forward: bool| Self::agent(named, &roots, proxy, forward);
            Agents {
                direct: made(None, false),
                plain: proxies.plain.as_ref().map(|proxy| made(Some(proxy), forwards(proxy))),
                secure: proxies.secure.as_ref().map(|proxy| made(Some(proxy), false)),
            }
        };
        Ok(Self { public: agents(false), named: agents(true), proxies })
    }

    /// Asks through a tunnel of the proxy, or lets it forward.
    fn agent(named: bool, roots: &RootCerts, proxy: Option<&Proxy>, forward: bool) -> Agent {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(CALLED)
            .accept(WANTED)
            .proxy(proxy.filter(|_| !forward).cloned())
            .tls_config(TlsConfig::builder().root_certs(roots.clone()).build())
            .max_response_header_size(HEADERS)
            .timeout_connect(Some(CONNECT))
            .timeout_resolve(Some(CONNECT))
            .timeout_per_read(Some(SILENCE))
            .timeout_global(Some(WHOLE))
            .max_idle_connections_per_host(1)
            .build();
        let inner = DefaultResolver::default();
        match proxy.filter(|_| forward) {
            Some(proxy) => {
                let connector = ().chain(TcpConnector::default()).chain(Forwarding);
                Agent::with_parts(config, connector, OfProxy { proxy: proxy.uri().clone(), inner })
            }
            None => {
                let through = proxy.map(|p| p.host().to_owned());
                let resolver = PublicOnly { named, through, inner };
                Agent::with_parts(config, DefaultConnector::new(), resolver)
            }
        }
    }
}

impl Transport for Network {
    fn get(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, NetworkFault> {
        let host = host(request.address);
        // A proxy would look the name up itself.
        if is_private(request.address) && !request.named {
            return Err(NetworkFault { why: msg::live_private(host), private: true, hangs: false });
        }
        let secure = request.address.scheme() == "https";
        let proxy = self.proxies.to(request.address);
        let agents = if request.named { &self.named } else { &self.public };
        let agent = if secure { &agents.secure } else { &agents.plain };
        let agent = proxy.and(agent.as_ref()).unwrap_or(&agents.direct);
        let mut asked = agent.get(request.address.as_str());
        if let Some(who) = proxy.filter(|proxy| !secure && forwards(proxy)).and_then(credentials) {
            asked = asked.header("proxy-authorization", who);
        }
        for (name, value) in [("if-none-match", request.etag), ("if-modified-since", request.last_modified)] {
            if let Some(value) = value.filter(|v| !v.is_empty()) {
                asked = asked.header(name, value);
            }
        }
        let fault = |e: Error| NetworkFault {
            why: told(&e, &host, proxy, secure),
            private: matches!(&e, Error::Io(e) if refused(e).is_some()),
            hangs: hangs(&e),
        };
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

/// The certificates in a file.
fn authorities(file: &Path) -> Result<RootCerts, Message> {
    let said = |why: Message| msg::live_certificates(crate::store::files::display(file), why);
    let bytes = regular::read(file, CERTIFICATES).map_err(|e| said(reason(&e)))?;
    let found = parse_pem(&bytes).filter_map(|item| match item {
        Ok(PemItem::Certificate(certificate)) => Some(certificate),
        _ => None,
    });
    let found: Vec<_> = found.collect();
    if found.is_empty() { Err(said(msg::LIVE_NO_CERTIFICATE.into())) } else { Ok(found.into()) }
}

/// Why nothing came, in one sentence: of the proxy where it is the proxy that failed.
fn told(error: &Error, host: &str, proxy: Option<&Proxy>, secure: bool) -> Message {
    match (proxy, error) {
        (Some(proxy), Error::ConnectProxyFailed(why)) => {
            // `proxy server responded 403/403`
            let code = why.rsplit('/').next().unwrap_or_default();
            msg::live_proxy(shown(proxy), host, crate::text::sanitise::one_line(code))
        }
        (Some(proxy), Error::HostNotFound | Error::ConnectionFailed | Error::Io(_)) if hangs(error) => {
            sentence(error, &shown(proxy), secure)
        }
        _ => sentence(error, host, secure),
    }
}

/// Why a server gave no answer, in one sentence; `secure` where the connection
/// was to be encrypted.
fn sentence(error: &Error, host: &str, secure: bool) -> Message {
    if let Error::Io(e) = error
        && let Some(said) = refused(e)
    {
        return said.clone();
    }
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
    /// The host was named by the reader, who may name any.
    named: bool,
    /// The proxy's host, which the reader named.
    through: Option<String>,
    inner: DefaultResolver,
}

impl Resolver for PublicOnly {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        let host = uri.authority().map(|a| a.as_str()).unwrap_or_default();
        let name = uri.host().unwrap_or_default();
        let named = self.named || self.through.as_deref() == Some(name);
        if !named && found.iter().any(|at| !is_public(at.ip())) {
            return Err(Error::Io(refusal(msg::live_private(host))));
        }
        Ok(found)
    }
}

/// Looks the proxy up, whoever is asked for: it looks up the rest.
#[derive(Debug)]
struct OfProxy {
    proxy: Uri,
    inner: DefaultResolver,
}

impl Resolver for OfProxy {
    fn resolve(&self, _: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        self.inner.resolve(&self.proxy, config, timeout)
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
        assert!(said(Error::Io(refusal(msg::live_private("a")))).starts_with("a is in a private network"));
    }
}
