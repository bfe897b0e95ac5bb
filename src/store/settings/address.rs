//! Settings that are the address of a database.

use super::kind::{Kind, Takes, Written};
use crate::store::address::Address;
use crate::toml_reader::{TomlReader, Value};
use crate::words::msg;

/// An address of a database.
pub(super) struct Database;

impl Kind<Address> for Database {
    fn takes(&self) -> Takes {
        Takes::Text
    }

    fn read(&self, reader: &mut TomlReader<'_>, key: &str, value: &Value<'_>) -> Option<Address> {
        let text = reader.string(key, value)?;
        let address = Address::parse(&text);
        if address.is_none() {
            // What stands there is not repeated: it may hold a password.
            reader.wrong(key, value, msg::SETTINGS_WANTED_DATABASE);
        }
        address
    }

    fn written(&self, value: &Address) -> Written {
        Written::Value(serde_json::Value::from(value.to_string()).to_string())
    }

    fn schema(&self, _: &super::kind::Known<'_>) -> serde_json::Value {
        serde_json::json!({ "type": "string", "pattern": "^(postgres(ql)?://.*)?$" })
    }
}
