//! Which proxy leads to an address, as the environment says (`HTTPS_PROXY`, `HTTP_PROXY`,
//! `ALL_PROXY`, `NO_PROXY`, in capitals or not), and how one is asked for a page that
//! is not encrypted.
//!
//! ureq asks every proxy for a tunnel (`CONNECT`). Many give none but to the port of
//! encrypted pages; what they forward themselves is asked with the whole address
//! in the first line (RFC 9112, 3.2.2), which [`Forwarding`] writes.

use crate::words::{Message, msg};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, NextTimeout, Transport};
use ureq::{Error, Proxy, ProxyProtocol};
use url::Url;

/// The proxies that are named.
#[derive(Debug, Default)]
pub(super) struct Proxies {
    /// For pages that are not encrypted.
    pub(super) plain: Option<Proxy>,
    /// For those that are.
    pub(super) secure: Option<Proxy>,
    /// Hosts that are asked without one.
    direct: Vec<String>,
}

impl Proxies {
    /// Reads what variables say.
    ///
    /// # Errors
    /// One of them names no proxy: going without would tell others what the reader reads.
    pub(super) fn read(variable: &dyn Fn(&str) -> Option<String>) -> Result<Self, Message> {
        let stated = |name: &str| variable(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty());
        let first = |names: [&'static str; 4]| {
            let named = names.into_iter().find_map(|name| Some((name, stated(name)?)));
            let proxy = named.map(|(name, value)| Proxy::new(&value).map_err(|_| msg::live_no_proxy(name)));
            proxy.transpose()
        };
        let direct = stated("no_proxy").or_else(|| stated("NO_PROXY")).unwrap_or_default();
        let direct = direct.split([',', ' ']).filter(|host| !host.is_empty()).map(str::to_ascii_lowercase);
        Ok(Self {
            plain: first(["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"])?,
            secure: first(["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])?,
            direct: direct.collect(),
        })
    }

    /// The one that leads to an address; `None` where it is asked without.
    pub(super) fn to(&self, address: &Url) -> Option<&Proxy> {
        let host = address.host_str().unwrap_or_default();
        let port = address.port_or_known_default().unwrap_or_default();
        let direct = self.direct.iter().any(|entry| {
            // `a.example:8080` means that port alone.
            let with_port = entry.rsplit_once(':').filter(|(name, _)| !name.contains(':') || name.ends_with(']'));
            let (name, of_port) = match with_port {
                Some((name, at)) => (name, at.parse() == Ok(port)),
                None => (entry.as_str(), true),
            };
            let name = name.strip_prefix('*').unwrap_or(name);
            let bare = name.strip_prefix('.').unwrap_or(name);
            let below = || host.strip_suffix(bare).is_some_and(|head| head.ends_with('.'));
            of_port && (bare.is_empty() || host == bare || below())
        });
        let proxy = if address.scheme() == "https" { &self.secure } else { &self.plain };
        proxy.as_ref().filter(|_| !direct)
    }
}

/// True for a proxy that forwards what is not encrypted.
pub(super) fn forwards(proxy: &Proxy) -> bool {
    proxy.protocol() == ProxyProtocol::Http
}

/// A proxy as it is told: its host and port.
pub(super) fn shown(proxy: &Proxy) -> String {
    format!("{}:{}", proxy.host(), proxy.port())
}

/// What a proxy is told of who asks; `None` where nothing is.
pub(super) fn credentials(proxy: &Proxy) -> Option<String> {
    let user = proxy.username()?;
    let secret = STANDARD.encode(format!("{user}:{}", proxy.password().unwrap_or_default()));
    Some(["Basic ", &secret].concat())
}

/// Makes of a connection to a proxy one through which it forwards.
#[derive(Debug)]
pub(super) struct Forwarding;

impl<In: Transport> Connector<In> for Forwarding {
    type Out = ForwardedStream<In>;

    fn connect(&self, details: &ConnectionDetails<'_>, chained: Option<In>) -> Result<Option<Self::Out>, Error> {
        let host = details.uri.authority().map(|a| a.as_str()).unwrap_or_default();
        let before = format!("http://{host}");
        Ok(chained.map(|inner| ForwardedStream { inner, before }))
    }
}

/// A connection whose questions name the whole address.
#[derive(Debug)]
pub(super) struct ForwardedStream<T> {
    inner: T,
    /// What stands before the path.
    before: String,
}

/// What every question begins with; the program asks for nothing else.
const GET: &[u8] = b"GET ";

impl<T: Transport> Transport for ForwardedStream<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let before = self.before.as_bytes();
        let output = self.inner.buffers().output();
        let (path, end) = (GET.len() + before.len(), amount + before.len());
        // Its head is sent at once, and is far smaller than what is held for it.
        if !output.starts_with(GET) || end > output.len() {
            return Err(Error::BadUri(self.before.clone()));
        }
        output.copy_within(GET.len()..amount, path);
        output[GET.len()..path].copy_from_slice(before);
        self.inner.transmit_output(end, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.inner.await_input(timeout)
    }

    fn is_open(&mut self) -> bool {
        self.inner.is_open()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn led(variables: &[(&str, &str)], address: &str) -> Option<String> {
        let variable = |name: &str| variables.iter().find(|v| v.0 == name).map(|v| v.1.to_owned());
        let proxies = Proxies::read(&variable).unwrap();
        proxies.to(&Url::parse(address).unwrap()).map(shown)
    }

    #[test]
    fn each_scheme_has_its_proxy_and_the_general_one_stands_for_either() {
        let both = [("http_proxy", "http://a.example:3128"), ("HTTPS_PROXY", "b.example:8080")];
        assert_eq!(led(&both, "http://q.example/").as_deref(), Some("a.example:3128"));
        assert_eq!(led(&both, "https://q.example/").as_deref(), Some("b.example:8080"));
        assert_eq!(led(&both[..1], "https://q.example/"), None, "the proxy of the one is not asked for the other");
        let general = [("ALL_PROXY", "socks5://c.example:1080"), ("http_proxy", "http://a.example:3128")];
        assert_eq!(led(&general, "https://q.example/").as_deref(), Some("c.example:1080"));
        assert_eq!(led(&general, "http://q.example/").as_deref(), Some("a.example:3128"));
        assert_eq!(led(&[("http_proxy", " ")], "http://q.example/"), None);
    }

    #[test]
    fn hosts_that_are_excepted_are_asked_without_a_proxy_with_those_below_them() {
        let but = |direct: &str, address: &str| {
            led(&[("all_proxy", "http://a.example:3128"), ("no_proxy", direct)], address).is_none()
        };
        let list = "localhost, .q.example,*.r.example,s.example:8080,127.0.0.1,[::1]";
        for address in [
            "http://localhost:8080/",
            "https://q.example/",
            "https://www.q.example/",
            "https://r.example/",
            "http://s.example:8080/",
            "http://127.0.0.1:9/",
            "http://[::1]/",
        ] {
            assert!(but(list, address), "{address}");
        }
        for address in ["https://aq.example/", "http://s.example/", "https://q.example.com/"] {
            assert!(!but(list, address), "{address}");
        }
        assert!(but("*", "https://anything.example/"));
    }

    #[test]
    fn what_names_no_proxy_is_refused_and_not_gone_around() {
        let said = Proxies::read(&|name| (name == "HTTPS_PROXY").then(|| "htp:/x y".to_owned())).unwrap_err();
        assert!(crate::words::Lang::EN.say(said).contains("HTTPS_PROXY"));
    }
}
