//! Addresses of the web, as a text from outside states them.

/// An address of the web as it can be handed to another program or written
/// into a link: its scheme is `http` or `https`, in small letters, it has a
/// host, and whatever is no sign of an address is percent-encoded. `None` for
/// any other text.
pub fn web(stated: &str) -> Option<String> {
    let stated = stated.trim();
    let (scheme, rest) = stated.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let named = host(rest).split(':').next().unwrap_or_default();
    let signs = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if !matches!(scheme.as_str(), "http" | "https") || named.is_empty() || signs.contains(['\\', ' ']) {
        return None;
    }
    let mut out = format!("{scheme}://");
    for byte in rest.bytes() {
        let sign = byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&*+,;=%".contains(&byte);
        if sign {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    Some(out)
}

/// The host that an address of [`web`] leads to: what stands before an `@`
/// only looks like one.
pub fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority.rsplit('@').next().unwrap_or_default()
}

/// One spelling for addresses that lead to one article: without scheme, `www.`,
/// fragment, a slash at the end and the parameters by which campaigns are counted.
pub fn same(address: &str) -> String {
    let rest = address.trim().split_once("://").map_or(address.trim(), |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let counted = |p: &&str| !p.is_empty() && !p.starts_with("utm_") && !p.starts_with("xtor=");
    let kept: Vec<&str> = query.split('&').filter(counted).collect();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    format!("{host}/{}{query}", path.trim_end_matches('/'))
}

/// True when a name of an outlet is that of the host: their letters and digits
/// are the same, up to the ending of the host and what stands before it (`Le
/// Phare`, `lephare.example` for `www.lephare.example`).
pub fn is_host_of(host: &str, outlet: &str) -> bool {
    let letters = |s: &str| -> String { super::fold::fold(s).chars().filter(|c| c.is_alphanumeric()).collect() };
    let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let named: Vec<&str> = outlet.split_whitespace().collect();
    let outlet = match named[..] {
        // An outlet may be known by its host.
        [one] if one.contains('.') => {
            let one = one.to_ascii_lowercase();
            return host == one || host.ends_with(&format!(".{one}"));
        }
        _ => letters(outlet),
    };
    let mut labels: Vec<&str> = host.split('.').collect();
    labels.pop();
    !outlet.is_empty() && labels.last().is_some_and(|l| letters(l) == outlet)
}

/// True when a host is called like an outlet: the label of the host before its ending is made
/// of the words of the name in their order, of which short ones may be missing (`eclair-iles.example`
/// for `L’Éclair des îles`).
pub fn is_called_like(host: &str, outlet: &str) -> bool {
    let folded = super::fold::fold(outlet);
    let words = || folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let label = |l: &str| -> String { l.chars().filter(char::is_ascii_alphanumeric).collect() };
    let made_of = |label: &str| {
        let mut rest = label;
        for word in words() {
            match rest.strip_prefix(word) {
                Some(after) => rest = after,
                None if word.chars().count() <= SHORT => {}
                None => return false,
            }
        }
        rest.is_empty()
    };
    let mut labels: Vec<&str> = host.split('.').collect();
    labels.pop();
    let named = folded.chars().filter(|c| c.is_alphanumeric()).count() > SHORT;
    named && labels.last().is_some_and(|l| made_of(&label(l)))
}

/// Letters of the longest word of a name that its host may leave out.
const SHORT: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_pass_and_they_hold_no_other_sign() {
        assert_eq!(
            web(" HTTPS://Phare.example/a b?c=é\"'`(x)|$(y)#d "),
            Some("https://Phare.example/a%20b?c=%C3%A9%22%27%60%28x%29%7C$%28y%29#d".to_owned())
        );
        for other in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "http://",
            "http:///x",
            "httpx://a",
            "a",
            "http://a b/c",
            "http://b@:80/",
        ] {
            assert_eq!(web(other), None, "{other}");
        }
    }

    #[test]
    fn addresses_of_one_article_have_one_spelling() {
        let one = same("https://www.Q.example/a/?utm_source=x&id=3&xtor=RSS-1#top");
        assert_eq!(one, "q.example/a?id=3");
        assert_eq!(same("http://q.example/a?id=3"), one);
        assert_ne!(same("http://q.example/a?id=4"), one);
        assert_ne!(same("http://q.example/A?id=3"), one);
        assert_eq!(same("https://q.example"), same("https://q.example/"));
    }

    #[test]
    fn the_host_is_what_the_address_leads_to_and_not_what_stands_before_an_at_sign() {
        assert_eq!(host("https://phare.example@other.example:8/x"), "other.example:8");
        assert_eq!(host("http://a.example?b@c"), "a.example");
    }

    #[test]
    fn an_outlet_is_known_by_the_name_of_its_host() {
        assert!(is_host_of("www.lephare.example", "Le Phare") && is_host_of("phare.example:80", "phare.example"));
        assert!(is_host_of("www.phare.example", "Phare.example"));
        assert!(!is_host_of("lephare.other.example", "Le Phare") && !is_host_of("notphare.example", "phare.example"));
        assert!(!is_host_of("", "") && !is_host_of("a.example", ""));
    }

    #[test]
    fn a_host_is_called_like_an_outlet_without_its_short_words() {
        assert!(is_called_like("www.eclair-iles.example", "L’Éclair des îles"));
        assert!(is_called_like("lephare.example", "Le Phare") && is_called_like("phare.example", "Le Phare"));
        for (host, outlet) in [("phare.example", "Le Phare du Nord"), ("a.example", "A"), ("nord.example", "enquête")]
        {
            assert!(!is_called_like(host, outlet), "{host}");
        }
    }
}
