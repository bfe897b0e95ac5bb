//! Reading a query: a scanner over characters and a small recursive descent.

use super::{DateRange, Expr, Mode, Options, Pattern, QueryError, Saved, Term, Word};
use crate::corpus::Language;
use crate::search::accents;
use crate::text::near::did_you_mean;
use crate::text::sanitise::one_line;
use crate::text::{Span, fold, is_named};
use crate::triage::State;
use crate::words::{Message, Plain, msg};

/// Parentheses inside parentheses.
const DEEPEST: usize = 64;
/// Terms of one query.
const MOST_TERMS: usize = 1000;
/// Memory that a compiled pattern may take.
const PATTERN_SIZE: usize = 1 << 20;

pub(super) fn parse(raw: &str, options: Options<'_>) -> Result<Expr, QueryError> {
    Parser { raw, at: 0, depth: 0, terms: 0, options, inside: Vec::new() }.whole()
}

/// What stands before the colon of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Source,
    Title,
    Author,
    Agency,
    Entity,
    Tag,
    Note,
    Path,
    Date,
    State,
    Lang,
    Is,
    Saved,
}

impl Field {
    /// The field that is called so in one of the languages.
    fn named(name: &str) -> Option<Self> {
        const FIELDS: [(Plain, Field); 13] = [
            (msg::QUERY_SOURCE, Field::Source),
            (msg::QUERY_TITLE, Field::Title),
            (msg::QUERY_AUTHOR, Field::Author),
            (msg::QUERY_AGENCY, Field::Agency),
            (msg::QUERY_ENTITY, Field::Entity),
            (msg::QUERY_TAG, Field::Tag),
            (msg::QUERY_NOTE, Field::Note),
            (msg::QUERY_PATH, Field::Path),
            (msg::QUERY_DATE, Field::Date),
            (msg::QUERY_STATE, Field::State),
            (msg::QUERY_LANG, Field::Lang),
            (msg::QUERY_IS, Field::Is),
            (msg::QUERY_SAVED, Field::Saved),
        ];
        FIELDS.iter().find(|(names, _)| is_named(name, *names)).map(|(_, field)| *field)
    }
}

/// What `is:` says.
fn is_term(said: &str) -> Option<Term> {
    let terms = [
        (msg::QUERY_READ, Term::Read),
        (msg::QUERY_LEFT, Term::Left),
        (msg::QUERY_PAYWALLED, Term::Paywalled),
        (msg::QUERY_CONTESTED, Term::Contested),
        (msg::QUERY_CHANGED, Term::Changed),
        (msg::QUERY_UPDATED, Term::Updated),
        (msg::QUERY_WITHDRAWN, Term::Withdrawn),
        (msg::QUERY_EMBARGOED, Term::Embargoed),
        (msg::QUERY_NOTED, Term::Note(Word::exact(""))),
    ];
    terms.into_iter().find(|(names, _)| is_named(said, *names)).map(|(_, term)| term)
}

struct Parser<'q> {
    raw: &'q str,
    at: usize,
    depth: usize,
    terms: usize,
    options: Options<'q>,
    /// The saved searches that this one is read for, by their place.
    inside: Vec<usize>,
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '«' | '»' | '„')
}

impl<'q> Parser<'q> {
    fn error(&self, from: usize, to: usize, sentence: impl Into<Message>) -> QueryError {
        QueryError { span: Span::new(from, to), sentence: sentence.into() }
    }

    fn whole(&mut self) -> Result<Expr, QueryError> {
        let expr = self.any()?;
        self.skip_space();
        if self.at < self.raw.len() {
            return Err(self.error(self.at, self.raw.len(), msg::SEARCH_CLOSE_PARENTHESIS));
        }
        Ok(expr)
    }

    fn rest(&self) -> &'q str {
        &self.raw[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// The keyword, when it stands here as a word of its own.
    fn keyword(&mut self, words: &[&str]) -> bool {
        let word = self.rest().split(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
        let found = words.contains(&word);
        if found {
            self.at += word.len();
        }
        found
    }

    fn any(&mut self) -> Result<Expr, QueryError> {
        let mut list = vec![self.all()?];
        loop {
            self.skip_space();
            let from = self.at;
            if !self.keyword(&["OR", "OU", "|"]) {
                break;
            }
            let next = self.all()?;
            let empty = |e: &Expr| matches!(e, Expr::All(l) if l.is_empty());
            if empty(&next) || list.last().is_some_and(empty) {
                return Err(self.error(from, self.at, msg::SEARCH_OR_SIDES));
            }
            list.push(next);
        }
        Ok(if list.len() == 1 { list.remove(0) } else { Expr::Any(list) })
    }

    fn all(&mut self) -> Result<Expr, QueryError> {
        let mut list = Vec::new();
        loop {
            self.skip_space();
            let here = self.at;
            if self.rest().is_empty() || self.peek() == Some(')') {
                break;
            }
            if self.keyword(&["OR", "OU", "|"]) {
                self.at = here;
                break;
            }
            if self.keyword(&["AND", "ET"]) {
                continue;
            }
            list.extend(self.one()?);
        }
        Ok(if list.len() == 1 { list.remove(0) } else { Expr::All(list) })
    }

    fn one(&mut self) -> Result<Option<Expr>, QueryError> {
        let from = self.at;
        let mut not = false;
        while let Some(c @ ('-' | '−' | '~')) = self.peek() {
            not = !not;
            self.at += c.len_utf8();
        }
        let not_word = self.keyword(&["NOT", "SAUF"]);
        if not_word {
            not = !not;
            self.skip_space();
        }
        let expr = match self.peek() {
            None => None,
            Some(c) if c.is_whitespace() => None,
            Some('(') => {
                self.at += 1;
                self.depth += 1;
                if self.depth > DEEPEST {
                    return Err(self.error(from, self.at, msg::SEARCH_TOO_DEEP));
                }
                let inner = self.any()?;
                self.skip_space();
                if self.peek() != Some(')') {
                    return Err(self.error(from, self.raw.len(), msg::SEARCH_OPEN_PARENTHESIS));
                }
                self.at += 1;
                self.depth -= 1;
                Some(inner)
            }
            Some(_) => self.term()?,
        };
        match expr {
            Some(e) if not => Ok(Some(Expr::Not(Box::new(e)))),
            // A dash between two words is a dash.
            None if not && from == 0 && self.rest().is_empty() => Err(self.error(from, self.at, msg::SEARCH_MINUS)),
            other => Ok(other),
        }
    }

    fn term(&mut self) -> Result<Option<Expr>, QueryError> {
        let from = self.at;
        self.terms += 1;
        if self.terms > MOST_TERMS {
            return Err(self.error(from, self.raw.len(), msg::search_too_long(MOST_TERMS.to_string())));
        }
        if self.peek() == Some('/') {
            return self.pattern(from).map(|t| Some(Expr::Term(t)));
        }
        if let Some((name, length)) = self.field_name() {
            self.at += length;
            return match Field::named(&name) {
                Some(Field::Saved) => self.saved(from).map(Some),
                field => self.field(from, field).map(|t| Some(Expr::Term(t))),
            };
        }
        let word = self.word()?;
        Ok((!word.folded.is_empty()).then_some(Expr::Term(Term::Text(word))))
    }

    /// What stands behind a field, with the bare value: never still being typed.
    fn value(&mut self) -> Result<(Word, &'q str), QueryError> {
        let from = self.at;
        let typing = std::mem::take(&mut self.options.typing);
        let word = self.word();
        self.options.typing = typing;
        let raw: &'q str = self.raw;
        Ok((word?, raw[from..self.at].trim_matches(is_quote).trim()))
    }

    /// The query kept under a name, read in its place. Its terms count as if they
    /// were typed, so that names of names cannot grow without end.
    fn saved(&mut self, from: usize) -> Result<Expr, QueryError> {
        let value_at = self.at;
        let (_, name) = self.value()?;
        let shown = one_line(name);
        if name.is_empty() {
            return Err(self.error(from, self.at, msg::search_no_value(one_line(&self.raw[from..value_at]))));
        }
        let Saved::Known(all) = self.options.saved else { return Ok(Expr::All(Vec::new())) };
        let Some(place) = all.iter().position(|s| s.is_called(name)) else {
            let names: Vec<String> = all.iter().map(|s| one_line(&s.name)).collect();
            let sentence = msg::search_not_saved(&shown, did_you_mean(name, &names));
            return Err(self.error(value_at, self.at, sentence));
        };
        if self.inside.contains(&place) {
            return Err(self.error(from, self.at, msg::search_saved_circle(shown)));
        }
        if self.depth >= DEEPEST {
            return Err(self.error(from, self.at, msg::SEARCH_TOO_DEEP));
        }
        let inside = self.inside.iter().copied().chain([place]).collect();
        let options = Options { typing: false, ..self.options };
        let query = all[place].query.as_str();
        let mut inner = Parser { raw: query, at: 0, depth: self.depth + 1, terms: self.terms, options, inside };
        let expr = inner.whole();
        self.terms = inner.terms;
        expr.map_err(|e| self.error(from, self.at, msg::search_saved_wrong(shown, e.sentence)))
    }

    /// A field name and its length with the colon, when one stands here.
    fn field_name(&self) -> Option<(String, usize)> {
        let end = self.rest().find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_')?;
        if end == 0 || !self.rest()[end..].starts_with(':') {
            return None;
        }
        // `12:30` and `http://…` are words.
        if self.rest()[end + 1..].starts_with("//") || self.rest().starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        Some((fold(&self.rest()[..end]), end + 1))
    }

    fn field(&mut self, from: usize, field: Option<Field>) -> Result<Term, QueryError> {
        let value_at = self.at;
        let (word, raw) = self.value()?;
        let wrong = |sentence: Message| self.error(value_at, self.at, sentence);
        let needs = |term: fn(Word) -> Term, word| {
            let shown = || msg::search_no_value(one_line(&self.raw[from..value_at]));
            if raw.is_empty() { Err(self.error(from, self.at, shown())) } else { Ok(term(word)) }
        };
        match field {
            Some(Field::Source) => needs(Term::Source, word),
            Some(Field::Title) => needs(Term::Title, word),
            Some(Field::Author) => needs(Term::Author, word),
            Some(Field::Agency) => needs(Term::Agency, word),
            Some(Field::Entity) => needs(Term::Entity, word),
            Some(Field::Tag) => needs(Term::Tag, word),
            Some(Field::Path) => needs(Term::Path, word),
            Some(Field::Note) => Ok(Term::Note(word)),
            Some(Field::Date) => {
                let range = DateRange::parse(raw, self.options.today);
                match range {
                    Some(range) if range.is_reversed() => Err(wrong(msg::search_date_reversed(one_line(raw)))),
                    Some(range) => Ok(Term::Date(range)),
                    None => Err(wrong(msg::search_not_date(one_line(raw)))),
                }
            }
            Some(Field::State) => {
                let said = || wrong(msg::search_not_state(one_line(raw), msg::SEARCH_STATES));
                State::parse(raw).map(Term::State).ok_or_else(said)
            }
            Some(Field::Lang) => {
                let said = || wrong(msg::search_not_language(one_line(raw)));
                Language::from_code(raw).map(Term::Lang).ok_or_else(said)
            }
            Some(Field::Is) => is_term(raw).ok_or_else(|| wrong(msg::SEARCH_IS.into())),
            Some(Field::Saved) | None => {
                let known = "source, title, author, agency, entity, date, lang, state, tag, note, path, is, saved";
                let shown = one_line(&self.raw[from..value_at]);
                Err(self.error(from, value_at, msg::search_not_field(shown, known)))
            }
        }
    }

    /// A word, or a phrase in quotation marks, with `*` or `~` after it.
    fn word(&mut self) -> Result<Word, QueryError> {
        let from = self.at;
        let quoted = self.peek().filter(|c| is_quote(*c));
        let text = match quoted {
            Some(q) => {
                self.at += q.len_utf8();
                let Some(end) = self.rest().find(is_quote) else {
                    if self.options.typing {
                        let text = self.rest();
                        self.at = self.raw.len();
                        return Ok(self.finished(text, Mode::Prefix));
                    }
                    return Err(self.error(from, self.raw.len(), msg::SEARCH_OPEN_QUOTATION));
                };
                let text = &self.rest()[..end];
                self.at += end + self.rest()[end..].chars().next().map_or(0, char::len_utf8);
                text
            }
            None => {
                let end = self
                    .rest()
                    .find(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '"' | '“' | '”' | '«' | '»'));
                let text = &self.rest()[..end.unwrap_or(self.rest().len())];
                self.at += text.len();
                text
            }
        };
        if quoted.is_some() {
            let tail_at = self.at;
            let tail_end = self.rest().find(|c: char| c.is_whitespace() || c == ')').unwrap_or(self.rest().len());
            let tail = &self.rest()[..tail_end];
            if tail == "*" {
                self.at += 1;
                return Ok(self.finished(text, Mode::Prefix));
            }
            self.at = tail_at;
            return Ok(self.finished(text, Mode::Exact));
        }
        if let Some(head) = text.strip_suffix('*') {
            return Ok(self.finished(head, Mode::Prefix));
        }
        if let Some((head, tail)) = text.rsplit_once('~')
            && !head.is_empty()
        {
            return match tail {
                "" | "1" => Ok(self.finished(head, Mode::Typo(1))),
                "2" => Ok(self.finished(head, Mode::Typo(2))),
                _ => Err(self.error(from, self.at, msg::SEARCH_TILDE)),
            };
        }
        let last = self.at == self.raw.len();
        Ok(self.finished(text, if last && self.options.typing { Mode::Prefix } else { Mode::Exact }))
    }

    fn finished(&self, text: &str, mode: Mode) -> Word {
        let accents = self.options.accents && !matches!(mode, Mode::Typo(_)) && accents::any(text);
        Word { mode, accents, ..Word::exact(text) }
    }

    fn pattern(&mut self, from: usize) -> Result<Term, QueryError> {
        self.at += 1;
        let mut end = None;
        let mut escaped = false;
        for (i, c) in self.rest().char_indices() {
            match c {
                '\\' => escaped = !escaped,
                '/' if !escaped => {
                    end = Some(i);
                    break;
                }
                _ => escaped = false,
            }
        }
        let Some(end) = end else {
            return Err(self.error(from, self.raw.len(), msg::SEARCH_OPEN_REGEX));
        };
        let raw = &self.rest()[..end];
        self.at += end + 1;
        let compiled = regex::RegexBuilder::new(&raw.replace("\\/", "/"))
            .case_insensitive(true)
            .multi_line(true)
            .size_limit(PATTERN_SIZE)
            .dfa_size_limit(PATTERN_SIZE)
            .build();
        match compiled {
            Ok(regex) => Ok(Term::Regex(Pattern { raw: raw.to_owned(), regex })),
            Err(e) => {
                let reason = e.to_string();
                let reason = reason.lines().last().unwrap_or("").trim_start_matches("error: ");
                Err(self.error(from, self.at, msg::search_bad_regex(reason)))
            }
        }
    }
}
