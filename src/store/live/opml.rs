//! What is followed as a list that other readers of feeds take (OPML 2).

use super::state::LiveState;
use crate::ingest::ListKind;
use quick_xml::escape::escape;

/// The sources as OPML; feeds as such, anything else as a link.
pub fn opml(state: &LiveState, title: &str) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n <head><title>{}</title></head>\n <body>\n",
        escape(title)
    );
    for source in state.followed().filter(|s| s.named) {
        let name = source.title.as_deref().unwrap_or(&source.address);
        let (kind, place) = match source.list {
            Some(ListKind::Feed) => ("rss", "xmlUrl"),
            _ => ("link", "url"),
        };
        let (name, address) = (escape(name), escape(&source.address));
        out.push_str(&format!("  <outline type=\"{kind}\" text=\"{name}\" {place}=\"{address}\"/>\n"));
    }
    out.push_str(" </body>\n</opml>\n");
    out
}
