//! Header, status row, footer and the menu of an unfinished sequence.

use crate::app::Model;
use crate::app::action::{Action, Context};
use crate::app::area::Area;
use crate::app::dispatch::refusal;
use crate::app::model::Status;
use crate::app::overlay::prompt::state::{About, Ask, Prompt};
use crate::app::overlay::state::Overlay;
use crate::app::panes::Screen;
use crate::app::words::Lang;
use crate::notice::Severity;
use crate::text::sanitise::one_line;
use crate::text::width::{ellipsis, width};
use crate::triage::State;
use crate::ui::canvas::Canvas;
use crate::ui::role::Role;
use crate::ui::{Theme, saving_sign};
use ratatui::buffer::Buffer;

/// One row: what is open, how much of it, which filter.
pub(crate) fn header(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    if model.queue.is_some() {
        return queue(model, theme, canvas);
    }
    let lang = model.lang();
    let mut x = canvas.put(1, 0, "kiosque", theme.style(Role::Strong));
    let mut left = Vec::new();
    if !model.loading.name.is_empty() {
        left.push(model.loading.name.clone());
    }
    left.push(lang.articles(model.library.corpus.len()));
    if model.loading.grouped {
        left.push(lang.count(model.library.story_count(), ["histoire", "histoires"], ["story", "stories"]));
    }
    let mut right = Vec::new();
    if let Some(f) = &model.filter {
        right.push(lang.pick(
            format!("filtre : {} ({})", f.text, model.list.shown),
            format!("filter: {} ({})", f.text, model.list.shown),
        ));
    }
    if let Some(card) = model.pin.and_then(|p| model.library.card(p)) {
        right.push(format!("A : {}", card.source_label(lang)));
    }
    let ticked = model.list.ticked.len();
    if ticked > 0 {
        right.push(lang.count(ticked, ["coché", "cochés"], ["ticked", "ticked"]));
    }
    right.push(morning(model, canvas.width()));
    let problems = model.unreadable;
    if problems > 0 {
        let words = lang.count(problems, ["problème (gp)", "problèmes (gp)"], ["problem (gp)", "problems (gp)"]);
        right.push(words);
    }
    let saving = saving_sign(&model.saving);
    let right = format!("{} {saving}", right.join(" · "));
    let right = right.trim_end();
    let room = canvas.width().saturating_sub(width(right) as u16 + 3);
    x = canvas.put(x, 0, " · ", theme.style(Role::Dim));
    canvas.put_cut(x, 0, room.saturating_sub(x), &left.join(" · "), theme.style(Role::Dim));
    if canvas.width() > 24 {
        canvas.put_right(canvas.width() - 1, 0, &ellipsis(right, (canvas.width() - 12).into()), theme.style(Role::Dim));
    }
}

/// How far the morning is: what was read or judged of all, by state.
fn morning(model: &Model, width: u16) -> String {
    let lang = model.lang();
    let tally = &model.tally;
    let unread = model.list.unread;
    // Unread is not the state “to read”, which the board counts.
    let left = lang.count(unread, ["non lu", "non lus"], ["unread", "unread"]);
    let judged: Vec<String> = [State::Keep, State::Follow, State::Drop, State::Done]
        .into_iter()
        .filter(|s| tally.of(*s) > 0)
        .map(|s| format!("{}\u{a0}{}", crate::app::view::state_sign(s, true), lang.number(tally.of(s))))
        .collect();
    if judged.is_empty() || width < 72 {
        return left;
    }
    format!("{} · {left}", judged.join(" "))
}

/// The queue's own row: which article of how many, as a figure and as a bar.
fn queue(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let Some(queue) = &model.queue else { return };
    let all = queue.documents.len();
    let at = model.article.document.and_then(|d| queue.place(d)).map_or(0, |i| i + 1);
    let x = canvas.put(1, 0, "kiosque", theme.style(Role::Strong));
    let words = lang.pick(format!(" · file {at}/{all}"), format!(" · queue {at}/{all}"));
    let x = canvas.put(x, 0, &words, theme.style(Role::Dim));
    let saving = saving_sign(&model.saving);
    let right = format!("{} {saving}", morning(model, canvas.width()));
    let from = canvas.put_right(canvas.width().saturating_sub(1), 0, right.trim_end(), theme.style(Role::Dim));
    let room = usize::from(from.saturating_sub(x + 4)).min(40);
    if room >= 8 {
        let full = (at * room).div_ceil(all.max(1)).min(room);
        let end = canvas.put(x + 2, 0, &"━".repeat(full), theme.style(Role::Accent));
        canvas.put(end, 0, &"─".repeat(room - full), theme.style(Role::Rule));
    }
}

/// One row above the footer, when there is something to say.
pub(crate) fn status(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let w = canvas.width().saturating_sub(2);
    match model.status_line() {
        None => {}
        Some(Status::Prompt(p)) => prompt(model, p, theme, canvas, lang),
        Some(Status::Unsaved(reason)) => {
            let reason = lang.say(reason);
            let words = lang.pick(
                format!("Décisions non enregistrées, gardées en mémoire : {reason}"),
                format!("Verdicts not saved, kept in memory: {reason}"),
            );
            canvas.put_cut(1, 0, w, &words, theme.style(Role::Problem));
        }
        Some(Status::Message(m)) => {
            let role = if m.severity == Severity::Info { Role::Text } else { Role::Problem };
            canvas.put_cut(1, 0, w, &m.text, theme.style(role));
        }
        Some(Status::Progress) => progress(model, theme, canvas),
    }
}

/// Label of a line of input.
fn ask_label(ask: Ask, lang: Lang) -> &'static str {
    match ask {
        Ask::FindInArticle => lang.pick("chercher dans l'article : ", "search the article: "),
        Ask::FindInList => lang.pick("chercher dans la liste : ", "search the list: "),
        Ask::SearchCorpus => lang.pick("chercher dans le corpus : ", "search the corpus: "),
        Ask::Filter => lang.pick("filtrer : ", "filter: "),
        Ask::Tag => lang.pick("étiquette à ajouter : ", "tag to add: "),
        Ask::Untag => lang.pick("étiquette à ôter : ", "tag to remove: "),
        Ask::Title => lang.pick("titre : ", "headline: "),
        Ask::Source => lang.pick("source : ", "source: "),
        Ask::Date => lang.pick("date de publication : ", "day of publication: "),
        Ask::Note => lang.pick("note : ", "note: "),
        Ask::ExportName => lang.pick("nom du fichier : ", "file name: "),
        Ask::TickQuery => lang.pick("cocher ce qui répond à : ", "tick what answers: "),
        Ask::SameName => lang.pick("c'est aussi : ", "the same as: "),
        Ask::Pipe => lang.pick("! commande : ", "! command: "),
        Ask::FindInNotes => lang.pick("chercher dans les notes : ", "search the notes: "),
    }
}

/// What a note is about, before its text.
fn about_label(model: &Model, about: &About, lang: Lang) -> String {
    match about {
        About::Passage(id, span) => {
            let document = model.library.corpus.get(*id);
            let quote = document.map_or(String::new(), |d| one_line(span.of(&d.text)));
            let quote = ellipsis(&quote, usize::from(model.size.width / 4)).into_owned();
            lang.pick(format!("note sur «\u{a0}{quote}\u{a0}» : "), format!("note on “{quote}”: "))
        }
        About::Articles(ids) if ids.len() == 1 => {
            lang.pick("note sur l'article : ", "note on the article: ").to_owned()
        }
        About::Articles(ids) => {
            let n = lang.articles(ids.len());
            lang.pick(format!("note sur {n} : "), format!("note on {n}: "))
        }
        About::Story(_) => lang.pick("note sur l'histoire : ", "note on the story: ").to_owned(),
        About::Difference { a: (_, Some(_)), b: (_, Some(_)) } => {
            lang.pick("note sur la différence : ", "note on the difference: ").to_owned()
        }
        About::Difference { .. } => lang.pick("note sur ce passage : ", "note on this passage: ").to_owned(),
        About::Pair(..) => lang.pick("note sur la comparaison : ", "note on the comparison: ").to_owned(),
        About::Note { .. } => lang.pick("récrire la note : ", "rewrite the note: ").to_owned(),
    }
}

/// What Tab would go through, as far as a few fit.
fn suggested(p: &Prompt) -> String {
    let (sign, between) = if p.ask == Ask::SameName { ("", " · ") } else { ("#", " ") };
    p.fitting().take(4).map(|s| format!("{sign}{}", one_line(s))).collect::<Vec<_>>().join(between)
}

fn prompt(model: &Model, p: &Prompt, theme: &Theme, canvas: &mut Canvas<'_>, lang: Lang) {
    let label = match p.about.get(p.chosen) {
        Some(about) => about_label(model, about, lang),
        None => ask_label(p.ask, lang).to_owned(),
    };
    let short = if p.ask == Ask::Note { "✎ " } else { "/ " };
    let label = if canvas.width() < 50 { short } else { &label };
    let x = canvas.put(1, 0, label, theme.style(Role::Accent));
    let help = match p.ask {
        Ask::Filter | Ask::SearchCorpus | Ask::TickQuery => lang.pick(
            "\"phrase\"  -mot  source:  date:  état:  entité:  étiquette:",
            "\"phrase\"  -word  source:  date:  state:  entity:  tag:",
        ),
        Ask::Date => lang.pick("2026-06-12 ou 12.06.2026 ; vide : ôter", "2026-06-12 or 12.06.2026; empty: remove"),
        Ask::Note if p.about.len() > 1 => {
            lang.pick("Tab sur autre chose  Ctrl-x éditeur", "Tab something else  Ctrl-x editor")
        }
        Ask::Note => lang.pick("Ctrl-x éditeur", "Ctrl-x editor"),
        Ask::Tag | Ask::Untag | Ask::Source if !p.suggestions.is_empty() => lang.pick("Tab propose", "Tab suggests"),
        _ => "",
    };
    let tags = matches!(p.ask, Ask::Tag | Ask::Untag | Ask::SameName).then(|| suggested(p)).filter(|t| !t.is_empty());
    let help = tags.map_or(help.to_owned(), |t| format!("Tab : {t}"));
    let help = help.as_str();
    let x = input(theme, canvas, x, 0, canvas.width().saturating_sub(x + 1), &p.input);
    let w = width(help) as u16;
    if x + w + 4 < canvas.width() {
        canvas.put_right(canvas.width() - 1, 0, help, theme.style(Role::Dim));
    }
}

/// A line of input with its cursor; returns the column behind it.
pub(super) fn input(
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    x: u16,
    y: u16,
    room: u16,
    input: &tui_input::Input,
) -> u16 {
    let room = usize::from(room.max(2)) - 1;
    let scroll = input.visual_scroll(room);
    let shown: String = skip_columns(input.value(), scroll);
    canvas.put(x, y, crate::text::width::fit(&shown, room).0, theme.style(Role::Text));
    let at = x + (input.visual_cursor().saturating_sub(scroll)) as u16;
    canvas.style(at, y, 1, theme.style(Role::Accent).add_modifier(ratatui::style::Modifier::REVERSED));
    (x + width(&shown) as u16).max(at) + 1
}

fn skip_columns(s: &str, columns: usize) -> String {
    let (head, _) = crate::text::width::fit(s, columns);
    s[head.len()..].to_owned()
}

/// Articles a second, and the seconds that the rest will take.
fn pace(model: &Model, done: usize, total: usize) -> Option<(usize, usize)> {
    let (since, before) = model.loading.pace?;
    let ms = usize::try_from(model.now - since).ok().filter(|ms| *ms >= 1000)?;
    let rate = done.checked_sub(before)?.checked_mul(1000)? / ms;
    Some((rate, total.saturating_sub(done).checked_div(rate)?))
}

fn progress(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    let lang = model.lang();
    let total = model.library.corpus.len();
    let l = &model.loading;
    let (words, share) = if !l.loaded {
        let words = lang.pick(
            format!("lecture : {} fichiers, {}", lang.number(l.files), lang.articles(total)),
            format!("reading: {} files, {}", lang.number(l.files), lang.articles(total)),
        );
        (words, None)
    } else if !l.analysed {
        let done = model.library.analysed();
        let mut words = lang.pick(
            format!("noms et faits : {} sur {}", lang.number(done), lang.number(total)),
            format!("names and facts: {} of {}", lang.number(done), lang.number(total)),
        );
        if let Some((rate, left)) = pace(model, done, total) {
            words += &lang.pick(format!(" · {rate}/s, encore {left} s"), format!(" · {rate}/s, {left} s left"));
        }
        (words, Some(done as f64 / total.max(1) as f64))
    } else if !l.grouped {
        (lang.pick("regroupement en histoires", "grouping into stories").to_owned(), None)
    } else {
        let (done, all) = l.indexed.unwrap_or_default();
        let words = lang.pick(
            format!("index des mots : {} sur {}", lang.number(done), lang.number(all)),
            format!("index of words: {} of {}", lang.number(done), lang.number(all)),
        );
        (words, Some(done as f64 / all.max(1) as f64))
    };
    let x = canvas.put(1, 0, &words, theme.style(Role::Dim));
    if let Some(share) = share {
        let room = usize::from(canvas.width().saturating_sub(x + 4)).min(30);
        if room >= 8 {
            let full = (share * room as f64).round() as usize;
            let bar = "━".repeat(full.min(room));
            let x = canvas.put(x + 2, 0, &bar, theme.style(Role::Accent));
            canvas.put(x, 0, &"─".repeat(room - full.min(room)), theme.style(Role::Rule));
        }
    }
}

/// Actions hinted in a context, most useful first.
fn hinted(context: Context) -> &'static [Action] {
    use Action as A;
    match context {
        Context::List => &[A::Open, A::Tick, A::Keep, A::Drop, A::Compare, A::GroupNext, A::Undo, A::GoTo, A::NextPane],
        Context::Article => &[
            A::PageOn,
            A::CycleView,
            A::PutBack,
            A::Find,
            A::NextArticle,
            A::Keep,
            A::Drop,
            A::SelectText,
            A::Note,
            A::Compare,
            A::Undo,
            A::NextPane,
        ],
        Context::Entities => &[
            A::Open,
            A::EntityPage,
            A::FilterEntity,
            A::FocusRight,
            A::WordUnderCursor,
            A::MergeName,
            A::SplitName,
            A::HideName,
            A::NextPane,
            A::Undo,
        ],
        Context::Compare => &[
            A::Next,
            A::LayerQuotes,
            A::Open,
            A::SwapSides,
            A::LinkScroll,
            A::ComparePresentation,
            A::Reference,
            A::Note,
            A::Export,
            A::FoldCommon,
            A::Close,
        ],
        Context::Results => &[A::Open, A::Next, A::Find, A::SearchComments, A::SearchRemoved, A::Close],
        Context::Selection => &[A::SelectText, A::Note, A::CopySelection, A::GrowWord, A::OtherEnd, A::Peel],
        Context::Notes => &[A::Open, A::Note, A::EditNote, A::DeleteNote, A::Find, A::Export, A::Undo, A::Close],
        Context::Journal => &[A::TakeBack, A::TakeBackTo, A::Open, A::Down, A::Close],
        Context::Board => &[A::Open, A::Tick, A::Follow, A::Keep, A::Drop, A::FocusRight, A::Note, A::Undo, A::Close],
        Context::Name => {
            &[A::ToggleSpelling, A::Open, A::MergeName, A::FilterEntity, A::HideName, A::NextPane, A::Undo, A::Close]
        }
        Context::Matrix => &[
            A::Open,
            A::FactsAlone,
            A::FactsOmitted,
            A::FactsDiffering,
            A::Compare,
            A::Next,
            A::StoryTimeline,
            A::Export,
            A::Close,
        ],
        Context::Timeline => {
            &[A::Open, A::FocusRight, A::Next, A::Compare, A::WhoSaysWhat, A::NextArticle, A::Export, A::Close]
        }
        Context::Everywhere => &[],
    }
}

/// The word of a hint where the table has none for this context.
fn hint_word(context: Context, action: Action, lang: Lang) -> &'static str {
    match (context, action) {
        (Context::Selection, Action::SelectText) => lang.pick("étendre", "extend"),
        (Context::Selection, Action::GrowWord) => lang.pick("mot de plus", "one word more"),
        (Context::Selection, Action::Peel) => lang.pick("laisser", "let go"),
        (Context::Notes, Action::Note) => lang.pick("récrire", "rewrite"),
        (Context::Board, Action::FocusRight) => lang.pick("colonne", "column"),
        (Context::Board, Action::Keep) => lang.pick("retenir", "keep"),
        (Context::Board | Context::Journal | Context::Name, Action::Open) => lang.pick("ouvrir", "open"),
        (Context::Board | Context::Journal | Context::Notes | Context::Name, Action::Close) => {
            lang.pick("fermer", "close")
        }
        (Context::Matrix | Context::Timeline, Action::Open) => lang.pick("ouvrir", "open"),
        (Context::Matrix | Context::Timeline, Action::Close) => lang.pick("fermer", "close"),
        (Context::Matrix, Action::Next) => lang.pick("≠ suivant", "next ≠"),
        (Context::Timeline, Action::Next) => lang.pick("suivant", "next"),
        (Context::Timeline, Action::FocusRight) => lang.pick("déplier", "unfold"),
        (Context::Timeline, Action::NextArticle) => lang.pick("histoire ±", "story ±"),
        (Context::List | Context::Notes, Action::Open) | (Context::Results, Action::Open) => {
            lang.pick("ouvrir", "open")
        }
        (Context::Entities, Action::Open) => lang.pick("mention suivante", "next mention"),
        (Context::Entities, Action::FocusRight) => lang.pick("formes", "spellings"),
        (Context::Entities, Action::WordUnderCursor) => lang.pick("tout le corpus", "whole corpus"),
        (Context::Compare, Action::Open) => lang.pick("aligner", "align"),
        (Context::Compare, Action::Close) | (Context::Results, Action::Close) => lang.pick("fermer", "close"),
        (Context::List | Context::Article, Action::Keep) => lang.pick("retenir", "keep"),
        _ => {
            let [fr, en] = action.info().hint;
            lang.pick(fr, en)
        }
    }
}

/// The footer: keys and what they do here, made from the table of actions.
pub(crate) fn footer(model: &Model, theme: &Theme, canvas: &mut Canvas<'_>) {
    if !model.choices.hints {
        return;
    }
    let lang = model.lang();
    let context = model.context();
    let pair = |a: Action| {
        let key = model.keymap.key_of(context, a)?;
        let word = hint_word(context, a, lang);
        (!word.is_empty()).then_some((key, word))
    };
    let tail: Vec<(String, &str)> = [Action::Palette, Action::Help].into_iter().filter_map(pair).collect();
    let size = |(k, w): &(String, &str)| (width(k) + width(w) + 3) as u16;
    let tail_width: u16 = tail.iter().map(size).sum();
    let typed = typed(model);
    let mut x = 1;
    // A verb that means several says so before it is pressed.
    let several = match refusal(model, Action::Keep) {
        None => crate::app::verb::judge::target_count(model),
        Some(_) => 1,
    };
    if several > 1 {
        x = canvas.put(x, 0, &format!("{} ›", lang.articles(several)), theme.style(Role::Strong)) + 2;
    }
    for hint in hinted(context).iter().filter(|a| refusal(model, **a).is_none()).filter_map(|a| pair(*a)).take(7) {
        if x + size(&hint) + tail_width + width(&typed) as u16 > canvas.width() {
            break;
        }
        x = canvas.put(x, 0, &hint.0, theme.style(Role::Accent));
        x = canvas.put(x + 1, 0, hint.1, theme.style(Role::Dim)) + 2;
    }
    for hint in tail {
        if x + size(&hint) > canvas.width() + 2 {
            break;
        }
        x = canvas.put(x, 0, &hint.0, theme.style(Role::Accent));
        x = canvas.put(x + 1, 0, hint.1, theme.style(Role::Dim)) + 2;
    }
    if !typed.is_empty() {
        canvas.put_right(canvas.width().saturating_sub(1), 0, &typed, theme.style(Role::Accent));
    }
}

/// Count and keys typed so far.
fn typed(model: &Model) -> String {
    let count = model.count.map_or(String::new(), |c| c.to_string());
    format!("{count}{}", crate::app::key::show(&model.pending, model.lang()))
}

/// The menu of an unfinished sequence, bottom right.
pub(crate) fn menu(model: &Model, theme: &Theme, buffer: &mut Buffer) {
    if let (true, Some(Overlay::Marks { set })) = (model.menu, model.overlays.last()) {
        return marks(model, *set, theme, buffer);
    }
    if !model.menu || model.pending.is_empty() {
        return;
    }
    let lang = model.lang();
    let context = model.context();
    let entries = model.keymap.menu(context, &model.pending);
    let size = model.size;
    let columns = if size.width >= 100 && entries.len() > 8 { 2 } else { 1 };
    let rows = entries.len().div_ceil(columns);
    let keys = entries.iter().map(|(k, _)| width(k)).max().unwrap_or(1);
    let labels = entries.iter().map(|(_, a)| width(a.info().label(lang))).max().unwrap_or(1);
    let column = keys + labels + 5;
    let w = ((column * columns + 2) as u16).min(size.width);
    let h = ((rows + 2) as u16).min(size.height.saturating_sub(1));
    let area = Area::new(size.width - w, size.height.saturating_sub(h + 1), w, h);
    let mut canvas = Canvas::new(buffer, area);
    canvas.clear(theme.ground());
    super::overlay::frame(theme, &mut canvas, &crate::app::key::show(&model.pending, model.lang()), "");
    for (i, (key, action)) in entries.iter().enumerate() {
        let (col, row) = (i / rows, i % rows);
        let x = (col * column) as u16 + 2;
        let y = row as u16 + 1;
        if y + 1 >= h {
            continue;
        }
        let refused = refusal(model, *action);
        let key_style = if refused.is_some() { theme.style(Role::Dim) } else { theme.style(Role::Accent) };
        canvas.put(x, y, key, key_style);
        let label_style = if refused.is_some() { theme.style(Role::Dim) } else { theme.style(Role::Text) };
        let room = (column - keys - 2) as u16;
        canvas.put_cut(
            x + keys as u16 + 2,
            y,
            room.min(w.saturating_sub(x + keys as u16 + 3)),
            action.info().label(lang),
            label_style,
        );
    }
}

/// The marks there are, while a letter is waited for.
fn marks(model: &Model, set: bool, theme: &Theme, buffer: &mut Buffer) {
    let lang = model.lang();
    let here = model.article.document.and_then(|d| model.library.key(d));
    let mut rows: Vec<(String, String)> = model
        .marks
        .here(here)
        .into_iter()
        .take(20)
        .map(|m| {
            let id = model.library.by_key(&m.document);
            let card = id.and_then(|d| model.library.card(d));
            let title = card.map_or(String::new(), |c| format!("{} · {}", c.label(lang), c.title));
            (m.letter.to_string(), title)
        })
        .collect();
    rows.push(if set {
        (
            "a–z".to_owned(),
            lang.pick("dans cet article ; A–Z : de partout", "in this article; A–Z: from anywhere").to_owned(),
        )
    } else {
        ("'".to_owned(), lang.pick("revenir d'un saut", "jump back").to_owned())
    });
    let size = model.size;
    let w = size.width.min(60);
    let h = (rows.len() as u16 + 2).min(size.height.saturating_sub(1));
    let area = Area::new(size.width - w, size.height.saturating_sub(h + 1), w, h);
    let mut canvas = Canvas::new(buffer, area);
    canvas.clear(theme.ground());
    let title = if set {
        lang.pick("poser une marque", "set a mark")
    } else {
        lang.pick("aller à une marque", "go to a mark")
    };
    super::overlay::frame(theme, &mut canvas, title, "");
    for (i, (letter, words)) in rows.iter().enumerate().take(usize::from(h.saturating_sub(2))) {
        let y = i as u16 + 1;
        canvas.put(2, y, letter, theme.style(Role::Accent));
        canvas.put_cut(6, y, w.saturating_sub(8), words, theme.style(Role::Text));
    }
}

/// The rows that every screen but the main one shares.
pub(super) fn bars(model: &Model, theme: &Theme, buffer: &mut Buffer) -> Area {
    let (top, body, below, bottom) = crate::app::panes::chrome(model.size, model.status_line().is_some());
    if model.screen != Screen::Compare {
        header(model, theme, &mut Canvas::new(buffer, top));
    }
    status(model, theme, &mut Canvas::new(buffer, below));
    footer(model, theme, &mut Canvas::new(buffer, bottom));
    body
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keymap::Keymap;

    #[test]
    fn the_footer_names_no_unbound_key() {
        let keymap = Keymap::default();
        for context in Context::ALL {
            for action in hinted(context) {
                assert!(!keymap.keys_of(context, *action).is_empty(), "{context:?} {}", action.info().name);
            }
        }
    }
}
