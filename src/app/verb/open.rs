//! Opening an article elsewhere: its file in the editor, its page in the browser.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::verb::command;
use crate::corpus::DocId;
use crate::text::address;
use crate::words::msg;

/// Opens the file of an article in the editor, at the line that is read.
pub(crate) fn editor(model: &Model, id: DocId) -> Vec<Effect> {
    if model.library.corpus.get(id).is_none() {
        return Vec::new();
    }
    vec![Effect::Edit(id, command::line(model, id))]
}

/// Opens the page that an article came from, and says which: a text from
/// outside states it. Where the outlet is not known by the name of the host,
/// the address is shown first, and the key has to be pressed again.
pub(crate) fn link(model: &mut Model, id: DocId) -> Vec<Effect> {
    let Some(meta) = model.library.corpus.get(id).map(|d| &d.meta) else { return Vec::new() };
    let Some(stated) = meta.url.value.as_deref() else { return Vec::new() };
    let lang = model.lang();
    let Some(url) = address::web(stated) else {
        model.warn(lang.text(msg::OPEN_WEB_ONLY));
        return Vec::new();
    };
    let own = meta.source.value.as_deref().is_some_and(|outlet| address::is_host_of(address::host(&url), outlet));
    if !own && model.asked_link.as_ref() != Some(&(id, url.clone())) {
        model.say(lang.say(msg::open_again_for(address::host(&url), &url)));
        model.asked_link = Some((id, url));
        return Vec::new();
    }
    model.asked_link = None;
    model.say(lang.say(msg::open_opened(&url)));
    vec![Effect::Browse(url)]
}
