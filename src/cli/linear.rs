//! The program without a screen: a line is read, what comes of it is printed as
//! plain lines, and nothing that was printed is changed. For screen readers and for
//! terminals that can do no more; it is the same model with the same keys, moved by
//! the same messages.

use super::outcome::{Context, Exit, Outcome};
use crate::app::action::{ACTIONS, Action};
use crate::app::area::Size;
use crate::app::key::{self, Code, Key};
use crate::app::overlay::picker::state::PaletteItem;
use crate::app::overlay::state::Overlay;
use crate::app::panes::{Pane, Screen, chrome};
use crate::app::screen::main::list::state::ListRow;
use crate::app::{Model, Msg};
use crate::shell::{Harness, Request, Setup};
use crate::store::files;
use crate::text::sanitise::one_line;
use crate::text::squeezed;
use crate::text::{Span, fold};
use crate::theme::{Colours, Themes};
use crate::ui::{self, Theme};
use crate::words::{Lang, msg};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeSet;
use std::io::{self, BufRead, Write};

/// Columns of what is printed: one pane, and prose as wide as it is read.
const COLUMNS: u16 = 71;

/// The same for what is one list of rows and says more where there is room.
const WIDE: u16 = 160;

/// Rows that a view is laid out in; what is longer goes on by moving.
const ROWS: u16 = 400;

/// Lines printed at once.
const PAGE: usize = 24;

/// What stands before the line under the cursor.
const CURSOR: &str = "> ";

/// What was printed last, to tell what changed.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    lines: Vec<String>,
    /// Where one is: the view, the pane, the article, what lies over it.
    place: String,
    /// The words that are lit there: a passage that is chosen, a hit, a difference.
    lit: Vec<String>,
}

/// The program with what it has printed and has still to print.
struct Linear {
    harness: Harness,
    shown: Shown,
    rest: Vec<String>,
    served: usize,
}

/// Runs the program on the lines of `input`.
pub(super) fn run(
    mut setup: Setup,
    fixed_now: Option<i64>,
    input: &mut dyn BufRead,
    context: &mut Context<'_>,
) -> Outcome {
    let lang = setup.lang;
    setup.size = Size { width: COLUMNS, height: ROWS };
    setup.settings.mouse = false;
    writeln!(context.out, "{}", lang.text(msg::LINEAR_READING))?;
    context.out.flush()?;
    let mut linear = Linear { harness: Harness::new(setup), shown: Shown::default(), rest: Vec::new(), served: 0 };
    writeln!(context.out, "{}", lang.text(msg::LINEAR_WELCOME))?;
    linear.tell(context.out)?;
    let mut line = String::new();
    loop {
        write!(context.out, "> ")?;
        context.out.flush()?;
        line.clear();
        if input.read_line(&mut line)? == 0 {
            writeln!(context.out)?;
            break;
        }
        let now = fixed_now.unwrap_or_else(|| jiff::Timestamp::now().as_millisecond());
        linear.harness.send(Msg::Time(now));
        linear.answer(line.trim_end_matches(['\n', '\r']), context.out)?;
        if linear.carry_out(context.out)? {
            break;
        }
    }
    linear.harness.finish()?;
    Ok(Exit::Done)
}

impl Linear {
    fn lang(&self) -> Lang {
        self.harness.model.lang()
    }

    /// What a line asks for is done, and what came of it printed.
    fn answer(&mut self, line: &str, out: &mut dyn Write) -> io::Result<()> {
        if line.is_empty() && !self.rest.is_empty() {
            return self.go_on(out);
        }
        self.rest.clear();
        self.typed(line);
        self.tell(out)
    }

    /// A line as keys: an empty one is Enter, a number goes to that row, the name or
    /// the words of an action do it; anything else is typed as it stands. Where a line
    /// of input is open at the end, Enter follows.
    fn typed(&mut self, line: &str) {
        let enter = Key::plain(Code::Enter);
        if let Some(overlay) = self.harness.model.overlays.last() {
            if overlay.line().is_some() {
                let is_prompt = matches!(overlay, Overlay::Prompt(_));
                if line == "." {
                    return self.harness.press(Key::plain(Code::Esc));
                }
                if line.is_empty() {
                    return self.harness.press(enter);
                }
                self.harness.press(Key { code: Code::Char('u'), ctrl: true, alt: false });
                self.text(line);
                if is_prompt {
                    self.harness.press(enter);
                }
                return;
            }
            return if line.is_empty() { self.harness.press(enter) } else { self.keys(line) };
        }
        if line.is_empty() {
            return self.harness.press(enter);
        }
        if let Ok(n) = line.trim().parse::<usize>() {
            let _ = self.harness.keys(&format!("{n}gg"));
            return;
        }
        match named(line, self.lang()) {
            ActionsMeant::One(action) => self.perform(action),
            ActionsMeant::Some => {
                // Those that have the word are told, to be chosen among.
                self.harness.press(Key::char(':'));
                self.text(line.trim());
            }
            ActionsMeant::None => self.keys(line),
        }
    }

    /// Puts text into the line of input that is open. One that is empty has keys of its own:
    /// where one of them closes it, what follows is no key for what lies below.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if self.harness.model.overlays.last().is_none_or(|o| o.line().is_none()) {
                break;
            }
            self.harness.press(Key::char(c));
        }
    }

    /// Does an action by its row of the palette.
    fn perform(&mut self, action: Action) {
        let palette = self.harness.model.keymap.key_of(self.harness.model.context(), Action::Palette);
        if palette.is_none() {
            return self.keys(":");
        }
        self.harness.press(Key::char(':'));
        action.info().name.chars().for_each(|c| self.harness.press(Key::char(c)));
        let Some(Overlay::Palette(p)) = self.harness.model.overlays.last() else { return };
        let place = p.entries.iter().position(|e| e.does == PaletteItem::Action(action)).unwrap_or(0);
        (0..place).for_each(|_| self.harness.press(Key::plain(Code::Down)));
        self.harness.press(Key::plain(Code::Enter));
    }

    /// Types keys; behind one that opens a line of input the rest is text for it.
    fn keys(&mut self, line: &str) {
        let mut rest = line;
        while !rest.is_empty() {
            if self.harness.model.overlays.last().is_some_and(|o| o.line().is_some()) {
                self.text(rest.trim_start());
                let typed = self.harness.model.overlays.last();
                if !matches!(typed, Some(Overlay::Help { .. })) {
                    self.harness.press(Key::plain(Code::Enter));
                }
                return;
            }
            let end = match rest.find('>').filter(|end| rest.starts_with('<') && *end > 1) {
                Some(end) => end + 1,
                None => rest.chars().next().map_or(1, char::len_utf8),
            };
            let (first, behind) = rest.split_at(end);
            match key::parse(first) {
                Ok(keys) => keys.into_iter().for_each(|k| self.harness.press(k)),
                Err(_) => first.chars().for_each(|c| self.harness.press(Key::char(c))),
            }
            rest = behind;
        }
        // The beginning of a sequence waits for nothing here: what may follow is told.
        if let Some(due) = self.harness.model.typed.menu_due {
            self.harness.send(Msg::Time(self.harness.model.now.max(due)));
            self.harness.send(Msg::Due);
        }
    }

    /// Prints what is new: what was said, then the view where it is another one, else
    /// the lines that are not as they were.
    fn tell(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let width = match self.harness.model.screen {
            Screen::Results | Screen::Notes | Screen::Journal => WIDE,
            _ => COLUMNS,
        };
        if self.harness.model.size.width != width {
            self.harness.resize(Size { width, height: ROWS });
        }
        let model = &self.harness.model;
        let now = Shown { lines: lines(model), place: place(model), lit: lit(model) };
        if let Some(message) = &model.message {
            writeln!(out, "{}", plain(&message.text))?;
        }
        let mut fresh: Vec<String> = if now.place == self.shown.place {
            let known: BTreeSet<&str> = self.shown.lines.iter().map(String::as_str).collect();
            // The line that the cursor left is as it was but for the cursor.
            let left = |l: &str| known.contains(format!("{CURSOR}{l}").as_str());
            now.lines.iter().filter(|l| !known.contains(l.as_str()) && !left(l)).cloned().collect()
        } else {
            now.lines.clone()
        };
        if now.lit != self.shown.lit {
            fresh.extend(now.lit.iter().cloned());
        }
        self.shown = now;
        self.rest = fresh;
        self.go_on(out)
    }

    /// Prints the next lines of what there is to print.
    fn go_on(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let n = self.rest.len().min(PAGE);
        for line in self.rest.drain(..n) {
            writeln!(out, "{line}")?;
        }
        if !self.rest.is_empty() {
            let left = self.rest.len();
            writeln!(out, "{}", self.lang().say(msg::linear_more(left)))?;
        }
        Ok(())
    }

    /// What was asked of a terminal, as far as lines can do it; true at the end.
    fn carry_out(&mut self, out: &mut dyn Write) -> io::Result<bool> {
        let lang = self.lang();
        let asked: Vec<Request> = self.harness.requests[self.served..].to_vec();
        self.served = self.harness.requests.len();
        for request in asked {
            match request {
                Request::Quit | Request::Abort => return Ok(true),
                Request::Edit(Some(file), line) => writeln!(out, "{}:{line}", files::display(&file))?,
                Request::Edit(None, _) => writeln!(out, "{}", lang.text(msg::LINEAR_NO_FILE))?,
                Request::EditNew(path, text) => match crate::job::export::create(&path, text.as_bytes()) {
                    Ok(file) => writeln!(out, "{}", lang.say(msg::term_exported(files::display(&file))))?,
                    Err(e) => {
                        let (place, why) = (files::display(&path), crate::notice::reason(&e));
                        writeln!(out, "{}", lang.say(msg::term_file_refused(place, why)))?;
                    }
                },
                // There is no clipboard to reach, and no browser: the words are what is wanted.
                Request::Copy(text) => text.lines().try_for_each(|l| writeln!(out, "{}", one_line(l)))?,
                Request::Browse(address) => writeln!(out, "{address}")?,
                Request::Compose(..) | Request::Theme(..) | Request::Mouse(_) | Request::Suspend | Request::Redraw => {}
            }
        }
        Ok(false)
    }
}

/// Which actions a line may name.
enum ActionsMeant {
    /// This one.
    One(Action),
    /// Several have the word.
    Some,
    /// None: the line is keys.
    None,
}

/// The action of that name, or whose words these are in the language; else those that have
/// the word, in any language.
fn named(line: &str, lang: Lang) -> ActionsMeant {
    /// Letters below which a word may be keys.
    const WORD: usize = 4;
    let wanted = fold(line.trim());
    // Shorter ones are keys.
    if wanted.chars().count() < 3 {
        return ActionsMeant::None;
    }
    let offered = || ACTIONS.iter().filter(|i| !i.is_of_overlays() && i.action != Action::Palette);
    if let Some(info) = offered().find(|i| i.name == wanted || fold(i.label(lang)) == wanted) {
        return ActionsMeant::One(info.action);
    }
    if wanted.chars().count() < WORD || !wanted.chars().all(char::is_alphabetic) {
        return ActionsMeant::None;
    }
    let has = |searched: &str| fold(searched).split(|c: char| !c.is_alphanumeric()).any(|word| word == wanted);
    let mut having = offered().filter(|i| has(&i.searched())).map(|i| i.action);
    match (having.next(), having.next()) {
        (Some(action), None) => ActionsMeant::One(action),
        (Some(_), Some(_)) => ActionsMeant::Some,
        (None, _) => ActionsMeant::None,
    }
}

/// What tells one view from another.
fn place(model: &Model) -> String {
    let over = model.overlays.last().map(|o| (o.context(), o.line().map(|l| l.value().to_owned())));
    let compared =
        model.compare.as_ref().filter(|_| model.screen == Screen::Compare).map(|c| (c.a, c.b, c.result.is_some()));
    let filter = model.filter.as_ref().map(|f| f.text.as_str());
    let article = model.article.document.filter(|_| model.focus != Pane::List);
    format!(
        "{:?}",
        (model.screen, model.focus, article, model.article.view, over, compared, filter, model.list.grouping)
    )
}

/// The view that is shown, as lines.
fn lines(model: &Model) -> Vec<String> {
    let over = model.overlays.last();
    if over.is_none() && model.screen == Screen::Main && model.focus == Pane::List {
        return list(model);
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, model.size.width, model.size.height));
    // Only the words are taken: any theme has the same.
    let theme = Theme::of(&Themes::default().automatic(Colours::Sixteen, None));
    ui::draw(model, &theme, &mut buffer);
    let drawn = ui::plain::text(&buffer);
    let rows: Vec<&str> = drawn.lines().collect();
    if matches!(over, Some(Overlay::Prompt(_))) {
        let (_, _, status, _) = chrome(model.size, model.status_rows());
        let asked = rows.iter().skip(status.y.into()).take(status.height.into());
        return asked.map(|r| plain(r)).filter(|r| !r.is_empty()).collect();
    }
    let boxed = over.is_some() || model.typed.menu;
    let body: Vec<String> = if boxed {
        let first = rows.iter().position(|r| r.contains('┌')).unwrap_or(0);
        let last = rows.iter().rposition(|r| r.contains('└')).unwrap_or(rows.len().saturating_sub(1));
        rows.iter().take(last + 1).skip(first).map(|r| plain(between_borders(r))).collect()
    } else {
        let (_, body, ..) = chrome(model.size, model.status_rows());
        rows.iter().skip(body.y.into()).take(body.height.into()).map(|r| plain(r)).collect()
    };
    let end = body.iter().rposition(|l| !l.is_empty()).map_or(0, |i| i + 1);
    let mut out: Vec<String> = Vec::new();
    for line in body.into_iter().take(end) {
        if !line.is_empty() || out.last().is_some_and(|l| !l.is_empty()) {
            out.push(line);
        }
    }
    out
}

/// What stands inside the border of an overlay.
fn between_borders(row: &str) -> &str {
    let inside = |c: char| matches!(c, '│' | '┌' | '└');
    let from = row.find(inside).map_or(0, |i| i);
    let to = row.rfind(['│', '┐', '┘']).unwrap_or(row.len());
    row.get(from..to).unwrap_or(row)
}

/// The words that a screen would light: the passage that is chosen, the hit or the
/// sentence that was gone to, the difference of a comparison.
fn lit(model: &Model) -> Vec<String> {
    if model.screen == Screen::Compare {
        let Some((c, result)) = model.compare.as_ref().and_then(|c| Some((c, c.result.as_ref()?))) else {
            return Vec::new();
        };
        let Some(hunk) = c.current.and_then(|n| c.items_of(c.walked).get(n)) else { return Vec::new() };
        let side =
            |name: &str, span: Option<Span>, text: &str| span.map(|s| format!("{name}: {}", one_line(s.of(text))));
        let sides = [side("A", hunk.a, &result.a.document.text), side("B", hunk.b, &result.b.document.text)];
        return sides.into_iter().flatten().collect();
    }
    if model.screen != Screen::Main || model.focus == Pane::List {
        return Vec::new();
    }
    let document = model.article.document.and_then(|id| model.library.corpus.get(id));
    let passage = document.and_then(|d| Some(one_line(model.article.passage(d)?.of(&d.text))));
    passage.map(|words| format!("{CURSOR}{words}")).into_iter().collect()
}

/// The rows of the list with their numbers.
fn list(model: &Model) -> Vec<String> {
    let lang = model.lang();
    let mut out = vec![lang.say(msg::linear_list(lang.articles(model.list.shown), model.list.rows.len()))];
    for (i, row) in model.list.rows.iter().enumerate().take(usize::from(ROWS)) {
        let at = if i == model.list.cursor { CURSOR } else { "" };
        let words = match row {
            ListRow::Searches => lang.text(msg::LINEAR_SEARCHES).to_owned(),
            ListRow::Search(n) => {
                let search = model.saved.searches.get(*n as usize);
                search.map_or_else(String::new, |s| one_line(&s.name))
            }
            ListRow::Group(g) => {
                let Some(group) = model.list.groups.get(*g as usize) else { continue };
                let open = if model.list.folds.is_folded(group) { "+" } else { "-" };
                format!("{open} {} ({})", group.label(lang), lang.articles(group.documents().len()))
            }
            ListRow::Document(id, _) => document(model, *id),
        };
        out.push(format!("{at}{}. {}", i + 1, plain(&words)));
    }
    out
}

fn document(model: &Model, id: crate::corpus::DocId) -> String {
    let lang = model.lang();
    let Some(card) = model.library.card(id) else { return String::new() };
    let status = model.library.key(id).map(|k| model.triage.status(&k));
    let mut parts = vec![card.headline(lang).into_owned()];
    parts.extend(card.outlet_and_day(lang));
    if let Some(status) = status {
        if !status.read {
            parts.push(lang.text(msg::LINEAR_UNREAD).to_owned());
        }
        if status.state != crate::triage::State::ToRead {
            parts.push(crate::app::view::state_name(status.state, lang).to_lowercase());
        }
        parts.extend(status.tags.iter().map(|t| one_line(t)));
    }
    if model.list.ticked.contains(&id) {
        parts.push(lang.text(msg::LINEAR_TICKED).to_owned());
    }
    parts.join(" — ")
}

/// A row without what only the eye takes in: borders and bars go, signs become those
/// of a keyboard, and air is one space.
fn plain(row: &str) -> String {
    let mut out = String::new();
    for c in row.chars() {
        match c {
            '│' | '┃' | '─' | '┌' | '┐' | '└' | '┘' | '┊' | '┆' => out.push(' '),
            '\u{2580}'..='\u{258b}' | '\u{258d}'..='\u{259f}' => out.push(' '),
            '▌' => out.push_str(CURSOR),
            '●' => out.push('*'),
            '▸' => out.push('+'),
            '▾' => out.push('-'),
            '\u{2800}'..='\u{28ff}' => out.push(' '),
            c => out.push(c),
        }
    }
    squeezed(&out)
}

/// Reads lines from standard input.
pub(super) fn on_standard_input(setup: Setup, fixed_now: Option<i64>, context: &mut Context<'_>) -> Outcome {
    run(setup, fixed_now, &mut io::stdin().lock(), context)
}
