//! [`Address`]: where a database is. It may hold a password, which nothing
//! but the connection sees.

use serde::{Serialize, Serializer};
use std::fmt;

/// The address of a PostgreSQL database, or none. Whoever prints one prints it
/// without its password.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Reads `postgres://USER:PASSWORD@HOST:PORT/DATABASE?OPTIONS`, of which
    /// nearly all may be missing; an empty text is no address. `None`: it begins
    /// as none does.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_one = text.is_empty() || SCHEMES.iter().any(|scheme| text.starts_with(scheme));
        is_one.then(|| Self(text.to_owned()))
    }

    /// True when there is none.
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it, for the connection alone.
    #[cfg(feature = "postgres")]
    pub(crate) fn secret(&self) -> &str {
        &self.0
    }
}

const SCHEMES: [&str; 2] = ["postgres://", "postgresql://"];

impl fmt::Display for Address {
    /// Without password and options. A password that should have been escaped
    /// and was not is hidden too: of what stands before the last `@` only the
    /// name is shown, and where that may be among the options nothing is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, rest) = self.0.split_once("://").unwrap_or_default();
        if scheme.is_empty() {
            return Ok(());
        }
        if rest.find('?').zip(rest.rfind('@')).is_some_and(|(options, at)| options < at) {
            return write!(f, "{scheme}://…");
        }
        let (user, place) = rest.rsplit_once('@').map_or((None, rest), |(user, place)| (Some(user), place));
        let place = place.split(['?', '#']).next().unwrap_or_default();
        write!(f, "{scheme}://")?;
        if let Some(name) = user.and_then(|u| u.split([':', '/']).next()) {
            write!(f, "{name}@")?;
        }
        f.write_str(place)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({self})")
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_printed_without_its_password_however_it_was_written() {
        for (given, shown) in [
            ("postgres://anne:geheim@host:5433/desk", "postgres://anne@host:5433/desk"),
            ("postgresql://anne:ge@heim@host/desk", "postgresql://anne@host/desk"),
            ("postgres://anne:ge/heim@host/desk", "postgres://anne@host/desk"),
            ("postgres://anne:ge?heim@host/desk", "postgres://…"),
            ("postgres://host/desk?user=anne&password=geheim", "postgres://host/desk"),
            ("postgres:///desk?host=/run/pg&password=ge@heim", "postgres://…"),
            ("postgres://anne@host", "postgres://anne@host"),
            ("", ""),
        ] {
            let address = Address::parse(given).unwrap();
            assert_eq!(address.to_string(), shown);
            let json = serde_json::to_string(&address).unwrap();
            for printed in [address.to_string(), format!("{address:?}"), json] {
                assert!(!printed.contains("heim"), "{printed}");
            }
        }
        assert!(Address::parse("host=localhost password=geheim").is_none());
    }
}
