//! Which addresses may be asked: of the web, without a password, and of no
//! private network unless the reader named that very host.

use crate::words::{Message, msg};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
#[cfg(any(feature = "live", test))]
use url::Host;
use url::Url;

/// Longest address that is followed.
const LONGEST: usize = 4096;

/// An address of the web as it is asked: normalised, without a fragment.
///
/// # Errors
/// Why it is none, in a sentence.
pub fn parse(stated: &str) -> Result<Url, Message> {
    let stated = stated.trim();
    let shown = || crate::text::sanitise::one_line(stated.get(..200).unwrap_or(stated));
    let mut url = Url::parse(stated).map_err(|_| msg::live_no_address(shown()))?;
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    if !web || stated.len() > LONGEST || !url.username().is_empty() || url.password().is_some() {
        return Err(msg::live_no_address(shown()));
    }
    url.set_fragment(None);
    Ok(url)
}

/// The host of an address, as it is named: with its port where it is another.
pub(super) fn host(url: &Url) -> String {
    let name = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| name.to_owned(), |port| format!("{name}:{port}"))
}

/// True where one of two hosts is the other or lies below it, whichever has `www` before it:
/// what a feed calls itself is the outlet of its own articles, not of those that it collects.
pub(super) fn same_site(a: &Url, b: &Url) -> bool {
    let bare = |url: &Url| url.host_str().unwrap_or_default().trim_start_matches("www.").to_owned();
    let (a, b) = (bare(a), bare(b));
    let below = |a: &str, b: &str| a.strip_suffix(b).is_some_and(|head| head.is_empty() || head.ends_with('.'));
    below(&a, &b) || below(&b, &a)
}

/// True where an address names a machine by a number, or by a name that is
/// always this machine, that lies in no public network. What other names lead
/// to is known when they are looked up.
#[cfg(any(feature = "live", test))]
pub(super) fn is_private(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => !is_public(ip.into()),
        Some(Host::Ipv6(ip)) => !is_public(ip.into()),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            name == "localhost" || name.ends_with(".localhost")
        }
        None => true,
    }
}

/// True for an address of the public network: not of this machine, of a local
/// or a private network, nor set aside for anything else (RFC 6890).
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let protocol = a == 192 && b == 0 && c == 0;
    let benchmark = a == 198 && (b == 18 || b == 19);
    let set_aside = shared || protocol || benchmark || a == 0 || a >= 240;
    !(ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_broadcast()
        || ip.is_documentation()
        || ip.is_multicast()
        || set_aside)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, c, ..] = ip.segments();
    // An address of the old network in the clothes of the new one, by mapping,
    // translation (RFC 6052) or 6to4.
    let last = |at: usize| {
        let octets = ip.octets();
        Ipv4Addr::new(octets[at], octets[at + 1], octets[at + 2], octets[at + 3])
    };
    if let Some(inner) = ip.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    if a == 0x64 && b == 0xff9b && c == 0 {
        return is_public_v4(last(12));
    }
    if a == 0x2002 {
        return is_public_v4(last(2));
    }
    let documentation = a == 0x2001 && b == 0xdb8;
    let special = a == 0x2001 && b < 0x200;
    // What is given out to the public begins with these three bits.
    a & 0xe000 == 0x2000 && !documentation && !special
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_without_a_password_are_followed() {
        assert_eq!(parse(" HTTPS://Q.example/a#b ").map(String::from), Ok("https://q.example/a".to_owned()));
        for wrong in ["", "q.example", "ftp://q.example/", "file:///etc/passwd", "http://u:p@q.example/", "http://"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
        assert!(parse(&format!("https://q.example/{}", "a".repeat(LONGEST))).is_err());
    }

    #[test]
    fn a_feed_speaks_for_the_pages_of_its_own_host_and_of_those_below_it() {
        let same = |a: &str, b: &str| same_site(&Url::parse(a).unwrap(), &Url::parse(b).unwrap());
        assert!(
            same("https://feeds.q.example/f", "https://www.q.example/a")
                && same("http://q.example/f", "https://q.example/")
        );
        assert!(
            !same("https://q.example/f", "https://quai.example/a")
                && !same("https://aq.example/", "https://q.example/")
        );
    }

    #[test]
    fn addresses_of_private_networks_are_told_however_they_are_written() {
        let private = [
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://10.1.2.3/",
            "http://172.16.0.1/",
            "http://192.168.1.1/",
            "http://169.254.169.254/latest",
            "http://100.64.0.1/",
            "http://0.0.0.0/",
            "http://localhost/",
            "http://a.localhost./",
            "http://[::1]/",
            "http://[::]/",
            "http://[fe80::1]/",
            "http://[fd00::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://[2002:7f00:1::]/",
        ];
        for address in private {
            assert!(parse(address).is_ok_and(|u| is_private(&u)), "{address}");
        }
        for address in ["http://q.example/", "http://9.9.9.9/", "http://[2620:fe::fe]/", "http://[::ffff:9.9.9.9]/"] {
            assert!(parse(address).is_ok_and(|u| !is_private(&u)), "{address}");
        }
    }
}
