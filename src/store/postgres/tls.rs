//! How a connection is encrypted, and by which certificates the server is known:
//! what `sslmode` and `sslrootcert` of an address say.

use super::Trouble;
use crate::notice::reason;
use crate::store::regular;
use crate::words::{Message, msg};
use rustls::CertificateError::{
    BadSignature, Expired, ExpiredContext, NotValidForName, NotValidForNameContext, NotValidYet, NotValidYetContext,
    UnknownIssuer,
};
use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, Error, RootCertStore};
use std::path::{Path, PathBuf};
use tokio_postgres::config::SslMode;
use tokio_postgres_rustls::MakeRustlsConnect;

/// Most bytes of a file of certificates; those of all authorities are 200 kB.
const CERTIFICATES: u64 = 4 << 20;

/// What an address says of encryption.
#[derive(Debug, PartialEq)]
pub(super) struct Encryption {
    /// `None` where it says nothing.
    pub(super) mode: Option<SslMode>,
    /// A file of the certificates of authorities (PEM) that stands for those of the machine.
    roots: Option<PathBuf>,
}

/// Takes out of an address what it says of encryption; `None` where no one can do what
/// it says. A server is always known by a certificate of its own name: `require` and
/// `verify-ca` are what `verify-full` is.
pub(super) fn taken_out(address: &str) -> Option<(String, Encryption)> {
    let mut said = Encryption { mode: None, roots: None };
    let Some((place, options)) = address.split_once('?') else { return Some((address.to_owned(), said)) };
    let mut left: Vec<&str> = Vec::new();
    for option in options.split('&') {
        match option.split_once('=') {
            Some(("sslmode", mode)) => {
                said.mode = Some(match mode {
                    "disable" => SslMode::Disable,
                    "allow" | "prefer" => SslMode::Prefer,
                    "require" | "verify-ca" | "verify-full" => SslMode::Require,
                    _ => return None,
                });
            }
            Some(("sslrootcert", "system")) => said.roots = None,
            Some(("sslrootcert", file)) => said.roots = Some(unescaped(file)),
            _ => left.push(option),
        }
    }
    let left = if left.is_empty() { String::new() } else { format!("?{}", left.join("&")) };
    Some((format!("{place}{left}"), said))
}

/// A value of an address; `+` in it is no space.
fn unescaped(value: &str) -> PathBuf {
    let value = format!("v={}", value.replace('+', "%2B"));
    url::form_urlencoded::parse(value.as_bytes()).map(|(_, value)| PathBuf::from(value.as_ref())).collect()
}

impl Encryption {
    /// What makes connections by these certificates.
    ///
    /// # Errors
    /// There are none.
    pub(super) fn connector(&self) -> Result<MakeRustlsConnect, Trouble> {
        // Another part of the program may have chosen the same before.
        let _ = ring::default_provider().install_default();
        match &self.roots {
            None => MakeRustlsConnect::with_native_certs()
                .map(|(tls, _)| tls)
                .map_err(|_| Trouble::Unfit(msg::STORE_DATABASE_NO_CERTIFICATES.into())),
            Some(file) => {
                let roots = authorities(file).map_err(Trouble::Unfit)?;
                Ok(MakeRustlsConnect::new(ClientConfig::builder().with_root_certificates(roots).with_no_client_auth()))
            }
        }
    }
}

/// The certificates in a file.
fn authorities(file: &Path) -> Result<RootCertStore, Message> {
    let shown = || crate::store::files::display(file);
    let bytes = regular::read(file, CERTIFICATES).map_err(|e| msg::store_database_roots(shown(), reason(&e)))?;
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(CertificateDer::pem_slice_iter(&bytes).filter_map(Result::ok));
    if roots.is_empty() {
        return Err(msg::store_database_roots(shown(), msg::STORE_DATABASE_NO_CERTIFICATE));
    }
    Ok(roots)
}

/// What is wrong with the encryption that a server offers; `None` for another fault.
pub(super) fn fault(cause: &(dyn std::error::Error + 'static)) -> Option<Message> {
    let of_the_system = cause.downcast_ref::<std::io::Error>();
    let inner = of_the_system.and_then(std::io::Error::get_ref).and_then(|inner| inner.downcast_ref());
    let error: &Error = cause.downcast_ref().or(inner)?;
    Some(match error {
        Error::InvalidCertificate(UnknownIssuer | BadSignature) => msg::STORE_DATABASE_UNTRUSTED.into(),
        Error::InvalidCertificate(NotValidForName | NotValidForNameContext { .. }) => {
            msg::STORE_DATABASE_OTHER_NAME.into()
        }
        Error::InvalidCertificate(Expired | ExpiredContext { .. } | NotValidYet | NotValidYetContext { .. }) => {
            msg::STORE_DATABASE_EXPIRED.into()
        }
        other => msg::store_database_tls(crate::text::sanitise::one_line(&other.to_string())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_says_of_encryption_is_taken_out_of_it() {
        let of = |address: &str| taken_out(address).map(|(left, e)| (left, e.mode, e.roots));
        let left = |text: &str| "postgres://a@h/d".to_owned() + text;
        assert_eq!(of(&left("")), Some((left(""), None, None)));
        let (rest, mode, roots) = of(&left("?sslmode=verify-full&sslrootcert=/c%20a/b+c.pem&user=x")).unwrap();
        assert_eq!((rest, mode, roots), (left("?user=x"), Some(SslMode::Require), Some(PathBuf::from("/c a/b+c.pem"))));
        assert_eq!(of(&left("?sslrootcert=system&sslmode=disable")), Some((left(""), Some(SslMode::Disable), None)));
        assert_eq!(of(&left("?sslmode=perhaps")), None);
    }
}
