//! Exports of Ghost: the posts, the people and who wrote what stand in tables that refer to each
//! other, and what the site is called among its settings.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A site that was exported.
pub(super) struct Blog {
    /// What it is called.
    pub outlet: Option<String>,
    /// Its posts, each with the names of who wrote it.
    pub posts: Vec<Value>,
}

/// The key of a row, a text or a number.
fn key(row: &Value, name: &str) -> Option<String> {
    match row.get(name)? {
        Value::String(key) => Some(key.clone()),
        Value::Number(key) => Some(key.to_string()),
        _ => None,
    }
}

/// Authors of one post, at most.
const AUTHORS: usize = 20;

/// The site whose tables stand in an object.
pub(super) fn blog(map: &Map<String, Value>) -> Option<Blog> {
    let table = |name: &str| map.get(name).and_then(Value::as_array);
    let rows = |name: &str| table(name).into_iter().flatten();
    let (posts, _) = table("posts").zip(table("users"))?;
    let name = |user: &Value| Some((key(user, "id")?, user.get("name")?.as_str()?.to_owned()));
    let people: BTreeMap<String, String> = rows("users").filter_map(name).collect();
    // Who wrote a post stands in a table of its own, in older exports in the post.
    let mut wrote: BTreeMap<String, Vec<(u64, &str)>> = BTreeMap::new();
    for row in rows("posts_authors") {
        let (Some(post), Some(author)) = (key(row, "post_id"), key(row, "author_id")) else { continue };
        let order = row.get("sort_order").and_then(Value::as_u64).unwrap_or(0);
        let of_post = wrote.entry(post).or_default();
        if of_post.len() < AUTHORS {
            of_post.extend(people.get(&author).map(|name| (order, name.as_str())));
        }
    }
    let signed = |post: &Value| {
        let mut names = key(post, "id").and_then(|id| wrote.get(&id).cloned()).unwrap_or_default();
        names.sort_by_key(|name| name.0);
        let names: Vec<&str> = names.into_iter().map(|name| name.1).collect();
        let one = || key(post, "author_id").and_then(|id| people.get(&id).cloned());
        if names.is_empty() { one() } else { Some(names.join(", ")) }
    };
    let post = |post: &Value| {
        let mut row = post.as_object()?.clone();
        row.extend(signed(post).map(|names| ("author".to_owned(), Value::from(names))));
        Some(Value::Object(row))
    };
    let title = rows("settings").find(|row| row.get("key").and_then(Value::as_str) == Some("title"));
    let outlet = title.and_then(|row| row.get("value")?.as_str()).filter(|name| !name.is_empty());
    Some(Blog { outlet: outlet.map(str::to_owned), posts: posts.iter().filter_map(post).collect() })
}
