//! A value that a format states becomes a field of its role.

use super::mapping::Role;
use super::raw::{Field, Fields};
use super::tidy::{tidy, tidy_address};
use super::typed::host;

/// Adds one value to the list of its role.
pub(super) fn put(fields: &mut Fields, role: Role, value: &str, rule: &'static str) {
    if let Some(list) = list(fields, role) {
        let value = if role == Role::Url { tidy_address(value) } else { tidy(value) };
        list.push(Field { value, rule });
    }
}

/// An address tells its host, and the host may tell the outlet, where nothing else does.
pub(super) fn put_host_of_address(fields: &mut Fields, rule: &'static str) {
    if fields.source.is_empty()
        && fields.host.is_empty()
        && let Some(host) = fields.url.iter().find_map(|f| host(&f.value)).map(str::to_owned)
    {
        fields.host.push(Field { value: host, rule });
    }
}

/// The list of a role; the text has none.
fn list(fields: &mut Fields, role: Role) -> Option<&mut Vec<Field>> {
    Some(match role {
        Role::Title => &mut fields.title,
        Role::Standfirst => &mut fields.standfirst,
        Role::Source => &mut fields.source,
        Role::Host => &mut fields.host,
        Role::Author => &mut fields.author,
        Role::Published => &mut fields.published,
        Role::Updated => &mut fields.updated,
        Role::Seen => &mut fields.seen,
        // A day that nothing calls that of publication.
        Role::Watched => &mut fields.published,
        Role::Url => &mut fields.url,
        Role::Language => &mut fields.language,
        Role::Identifier => &mut fields.identifier,
        Role::Text => return None,
    })
}
