//! Lines of script, style and embedding that came into a dump: told by how
//! code is written (calls, blocks in braces, keys in quotation marks), never by
//! the names of those who serve it.

use super::page_features::{Label, PageFeatures};
use crate::corpus::LineKind;
use crate::text::Span;

/// What is code in the rows of a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Code {
    /// Rows that are nothing else.
    pub rows: Vec<bool>,
    /// Stretches inside the other rows, as row and place in its text.
    pub stretches: Vec<(usize, Span)>,
}

impl Code {
    /// No code in any row.
    pub(crate) fn none(page: &PageFeatures<'_>) -> Self {
        Self { rows: vec![false; page.len()], stretches: Vec::new() }
    }

    /// Labels the rows that are code, whatever else was said of them.
    pub(crate) fn overrule(&self, labels: &mut [Label]) {
        for (label, _) in labels.iter_mut().zip(&self.rows).filter(|(_, code)| **code) {
            *label = Label::new(LineKind::Code, "code.line");
        }
    }
}

/// Bytes that one stretch may have; what is longer is read to its last sign.
const LONGEST: usize = 20_000;
/// Rows that one block of code may have.
const ROWS: usize = 400;
/// Rows that a block without an end must have, where the text breaks off in it.
const UNENDED: usize = 3;
/// Words of a condition such as `@media (max-width: 640px) and (print)`.
const CONDITION: usize = 10;
/// Beginnings that are tried in one line.
const TRIED: usize = 64;

/// Finds the code of a page.
pub(crate) fn find(page: &PageFeatures<'_>) -> Code {
    let mut code = Code::none(page);
    let mut i = 0;
    while i < page.len() {
        let found = stretches(page.content(i));
        if found.is_empty() {
            let end = block(page, i).unwrap_or(i);
            code.rows[i..end].fill(true);
            i = end.max(i + 1);
            continue;
        }
        if rest(page.content(i), &found).chars().any(char::is_alphanumeric) {
            code.stretches.extend(found.into_iter().map(|span| (i, span)));
        } else {
            code.rows[i] = true;
        }
        i += 1;
    }
    code
}

/// A line without its code.
fn rest(line: &str, found: &[Span]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for span in found {
        out.push_str(&line[at..span.start]);
        at = span.end;
    }
    out.push_str(&line[at..]);
    out
}

/// The stretches of code in a line, in order and apart.
fn stretches(line: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let (mut at, mut tried) = (0, 0);
    while let Some(found) = memchr::memchr3(b'(', b'{', b'<', &line.as_bytes()[at..]) {
        let sign = at + found;
        let done = out.last().map_or(0, |s: &Span| s.end);
        at = sign + 1;
        if sign < done {
            continue;
        }
        tried += 1;
        if tried > TRIED {
            break;
        }
        let span = match line.as_bytes()[sign] {
            b'(' => call(line, done, sign),
            b'{' => braces(line, done, sign),
            _ => element(line, sign),
        };
        let Some(span) = span else { continue };
        at = span.end;
        match out.last_mut() {
            Some(last) if line[last.end..span.start].trim_matches([' ', ';']).is_empty() => *last = last.join(span),
            _ => out.push(span),
        }
    }
    out
}

fn is_name(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$')
}

/// Where the name in front of `end` starts, its dots included.
fn path(line: &str, from: usize, end: usize) -> usize {
    line.as_bytes()[from..end].iter().rposition(|&b| !is_name(b) && b != b'.').map_or(from, |i| from + i + 1)
}

/// The end of the bracket that opens at `open`, brackets in strings left out.
fn balanced(line: &str, open: usize) -> Option<usize> {
    let bytes = &line.as_bytes()[..line.len().min(open + LONGEST)];
    let (mut depth, mut before, mut i) = (0usize, b' ', open);
    while let Some(&b) = bytes.get(i) {
        match b {
            b'(' | b'{' | b'[' => depth += 1,
            b')' | b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(i + 1);
                }
            }
            // A string opens behind a sign of code: an apostrophe does not.
            b'"' | b'\'' if matches!(before, b'(' | b',' | b'=' | b':' | b'[' | b'{' | b'+' | b'?' | b'&' | b'|') => {
                let string = &bytes[i + 1..];
                let end = memchr::memchr_iter(b, string).find(|&e| e == 0 || string[e - 1] != b'\\')?;
                i += end + 1;
            }
            _ => {}
        }
        if !bytes[i].is_ascii_whitespace() {
            before = bytes[i];
        }
        i += 1;
    }
    None
}

/// Over what may follow a call: `()`, `.then(…)`, `;`.
fn trail(line: &str, mut end: usize) -> usize {
    loop {
        let tail = &line.as_bytes()[end..];
        let name = tail.iter().skip(1).take_while(|&&b| is_name(b)).count();
        let open = match tail {
            [b'(', ..] => end,
            [b'.', ..] if name > 0 && tail.get(name + 1) == Some(&b'(') => end + name + 1,
            _ => break,
        };
        match balanced(line, open) {
            Some(close) => end = close,
            None => break,
        }
    }
    end + line[end..].bytes().take_while(|b| matches!(b, b';' | b')' | b'}')).count()
}

/// A call such as `a.push(function() { … });` or a function that calls itself,
/// whose bracket opens at `open`.
fn call(line: &str, from: usize, open: usize) -> Option<Span> {
    let start = path(line, from, open);
    let name = &line[start..open];
    let inner = line[open + 1..].trim_start();
    if name == "function" || line[from..start].trim_end().ends_with("function") && !name.is_empty() {
        return function(line, from, open);
    }
    if name.is_empty() {
        let itself = inner.starts_with("function")
            && inner[8..].trim_start_matches(|c: char| c.is_ascii() && is_name(c as u8) || c == ' ').starts_with('(');
        return itself.then(|| balanced(line, open)).flatten().map(|end| Span::new(start, trail(line, end)));
    }
    let starts = name.starts_with(|c: char| c.is_ascii_lowercase() || matches!(c, '_' | '$'));
    if !starts || name.ends_with('.') || name.contains("..") {
        return None;
    }
    let end = balanced(line, open)?;
    let inside = &line[open + 1..end - 1];
    let closed =
        line[end..].starts_with([';', '.', ')']) && trail(line, end) > end && line[..trail(line, end)].ends_with(';');
    let string = inner.starts_with(['\'', '"', '{', '[']);
    let written = if name.contains('.') { string || inside.is_empty() || inside.contains("function") } else { string };
    (written && (closed || inside.contains('{') && inside.contains('}')))
        .then(|| Span::new(assigned(line, from, start), trail(line, end)))
}

/// A function that is defined: `function name(a, b) { … }`.
fn function(line: &str, from: usize, open: usize) -> Option<Span> {
    let body = balanced(line, open)?;
    let brace = body + line[body..].len() - line[body..].trim_start().len();
    let end = line[brace..].starts_with('{').then(|| balanced(line, brace)).flatten()?;
    let start = from + line[from..open].rfind("function")?;
    let start = if line[from..start].ends_with('!') { start - 1 } else { start };
    Some(Span::new(assigned(line, from, start), trail(line, end)))
}

/// Where what is given to a name starts: `var a = b();`, `a.b = b();`.
fn assigned(line: &str, from: usize, start: usize) -> usize {
    let Some(left) = line[from..start].trim_end().strip_suffix('=') else { return start };
    let left = left.trim_end();
    let name = path(line, from, from + left.len());
    let words = line[from..name].trim_end();
    match ["var", "let", "const"].iter().find(|w| words.ends_with(**w)) {
        Some(word) => from + words.len() - word.len(),
        None => name,
    }
}

/// Rules of style and records in braces: `.a, .b { color: red; }`,
/// `{"name": "value"}`.
fn braces(line: &str, from: usize, open: usize) -> Option<Span> {
    let end = balanced(line, open)?;
    let inner = line[open + 1..end - 1].trim();
    if is_key(inner) {
        // A record that a list holds, or several.
        let start = if line[from..open].trim_end().ends_with('[') { from + line[from..open].rfind('[')? } else { open };
        let end = if line.as_bytes()[start] == b'[' { balanced(line, start).unwrap_or(end) } else { end };
        return Some(Span::new(start, trail(line, end)));
    }
    let declared = inner.find('{').map_or(inner, |nested| &inner[nested + 1..]).trim();
    if !is_declaration(declared) {
        return None;
    }
    let at = line[from..open].rfind('@').map(|at| &line[from + at..open]);
    let condition = at.filter(|rule| {
        rule.len() > 1 && rule.as_bytes()[1].is_ascii_lowercase() && rule.split(' ').count() <= CONDITION
    });
    let pieces = line[from..open].split_inclusive(' ').rev().take_while(|w| is_selector(w.trim_end()));
    let selector = condition.map_or_else(|| pieces.map(str::len).sum::<usize>(), str::len);
    (selector > 0).then(|| Span::new(open - selector, end))
}

/// True for what starts with a key in quotation marks: `"name": …`.
fn is_key(text: &str) -> bool {
    let Some(key) = text.strip_prefix('"').and_then(|t| t.split_once('"')) else { return false };
    !key.0.is_empty() && !key.0.contains(' ') && key.1.trim_start().starts_with(':')
}

/// True for what starts with a declaration of style: `max-width: 100%;`.
fn is_declaration(text: &str) -> bool {
    let Some((name, value)) = text.split_once(':') else { return false };
    let name = name.trim();
    let value = value.split([';', '}']).next().unwrap_or("");
    let named = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let ended = text.contains(';') || value.len() < text.len() || value.contains(|c: char| c.is_ascii_digit());
    named && ended && value.split_whitespace().count() <= 12
}

/// True for a piece of a selector of style.
fn is_selector(word: &str) -> bool {
    const ELEMENTS: [&str; 18] = [
        "a", "body", "html", "div", "p", "img", "span", "ul", "li", "h1", "h2", "h3", "iframe", "table", "td", "tr",
        "section", "figure",
    ];
    let bare = word.trim_end_matches(',');
    let marked = bare.starts_with(['.', '#', '@', '*', ':', '>', '[', '('])
        || bare.split(['.', '#', ':']).next().is_some_and(|e| ELEMENTS.contains(&e));
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.#@*:>[]()=\"'%~+,".contains(c);
    !bare.is_empty() && marked && bare.chars().all(plain)
}

/// Elements of pages by which something of another place is put in.
const EMBEDDING: [&str; 6] = ["script", "style", "iframe", "object", "embed", "noscript"];

/// An element that embeds, from its opening to its end.
fn element(line: &str, open: usize) -> Option<Span> {
    let text = &line[open..];
    let closing = text.strip_prefix("</");
    let name = closing.unwrap_or(&text[1..]);
    let length = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, after) = name.split_at(length);
    let name = name.to_ascii_lowercase();
    if !EMBEDDING.contains(&name.as_str()) || !after.starts_with([' ', '>', '/']) {
        return None;
    }
    let tag = open + text.find('>')? + 1;
    let end = format!("</{name}>");
    let ended = line[tag..].to_ascii_lowercase().find(&end).map_or(tag, |at| tag + at + end.len());
    Some(Span::new(open, if closing.is_some() { tag } else { ended }))
}

/// Brackets that a row opens and does not close, strings left out.
fn depth(line: &str) -> i32 {
    let mut string = None;
    let mut depth = 0;
    for c in line.chars() {
        match (string, c) {
            (Some(quote), c) if c == quote => string = None,
            (None, '"') => string = Some(c),
            (None, '{' | '[' | '(') => depth += 1,
            (None, '}' | ']' | ')') => depth -= 1,
            _ => {}
        }
    }
    depth
}

/// True for a row that begins a block of several rows.
fn begins(page: &PageFeatures<'_>, i: usize) -> bool {
    let line = page.content(i);
    let next = || if i + 1 < page.len() { page.content(i + 1) } else { "" };
    let Some(head) = line.strip_suffix(['{', '(', '[']) else { return false };
    let head = head.trim_end();
    if head.chars().all(|c| "{[(".contains(c)) {
        return is_key(next()) || next().starts_with(['{', '[']) && i + 2 < page.len() && is_key(page.content(i + 2));
    }
    let style = head.split(' ').all(is_selector) && (is_declaration(next()) || next().ends_with('{'));
    let script = line.ends_with('{') && head.ends_with(')') && head.contains("function");
    let call = line.ends_with('(')
        && !head.contains(' ')
        && head.contains('.')
        && head.bytes().all(|b| is_name(b) || b == b'.');
    let given = head.ends_with('=') && ["var ", "let ", "const "].iter().any(|w| head.starts_with(w));
    style || script || call || given || is_key(head) && line.ends_with(['{', '['])
}

/// True for a row that may stand inside a block.
fn fits(line: &str) -> bool {
    is_key(line)
        || line.ends_with(['{', '}', '[', ']', '(', ')', ',', ';', ':', '>', '+', '|', '&'])
        || ["//", "/*", "*", "\""].iter().any(|sign| line.starts_with(sign))
        || line.split_whitespace().nth(3).is_none() && !line.ends_with('.')
}

/// The row behind the block of code that begins with row `i`.
fn block(page: &PageFeatures<'_>, i: usize) -> Option<usize> {
    let line = page.content(i);
    let embeds = ["script", "style"]
        .into_iter()
        .find(|n| line.starts_with('<') && line[1..].starts_with(n) && line.ends_with('>'));
    if let Some(name) = embeds {
        let end = format!("</{name}>");
        let last = (i..page.len().min(i + ROWS)).find(|&j| page.content(j).contains(&end))?;
        return Some(last + 1);
    }
    if !begins(page, i) {
        return None;
    }
    let mut open = 0;
    for j in i..page.len().min(i + ROWS) {
        if !fits(page.content(j)) {
            return None;
        }
        open += depth(page.content(j));
        if open <= 0 {
            return Some(j + 1);
        }
    }
    (page.len() - i >= UNENDED && page.len() - i < ROWS).then_some(page.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::page;

    fn left(line: &str) -> String {
        rest(line, &stretches(line))
    }

    fn rows(text: &str) -> Vec<bool> {
        let lines = page::lines(text);
        find(&PageFeatures::new(text, &lines)).rows
    }

    #[test]
    fn a_line_of_script_style_or_record_is_code_to_its_end() {
        for line in [
            "(function () { var f = document.querySelector('#a'); w.listen(\"x\", function (m) { if (m.a && m.b) { f.set('h', m.c); } }, false); })();",
            "adserver.cmd.push(function() { adserver.display('TOP'); });",
            "function count(a, b) { return a + b; }",
            "var player = site.player('video', { width: 640 });",
            "track('event', 'page', { id: 12 });",
            "{\"@context\": \"https://schema.example\", \"@type\": \"NewsArticle\", \"headline\": \"Le pont (suite)\"}",
            "[{\"name\": \"a\"}, {\"name\": \"b\"}]",
            ".box, #main .title { color: #fff; margin: 0 auto; }",
            "@media (max-width: 640px) { .box { display: none; } }",
            "body { margin: 0; } p.lead:hover { color: red; }",
            "<iframe src=\"https://video.example/1\" width=\"640\"></iframe>",
            "<script async src=\"https://social.example/w.js\"></script>",
            "<style>.a { color: red }</style>",
        ] {
            assert_eq!(left(line).trim(), "", "{line}");
        }
    }

    #[test]
    fn code_glued_into_a_sentence_leaves_the_sentence() {
        let line =
            "Les grévistes ont tenu le pont. adserver.cmd.push(function() { adserver.display('IN_2'); }); © Ana Roz";
        assert_eq!(left(line), "Les grévistes ont tenu le pont.  © Ana Roz");
        let line = "Le vote est clos. <iframe src=\"https://v.example\"></iframe> Il reprend lundi.";
        assert_eq!(left(line), "Le vote est clos.  Il reprend lundi.");
        let line = "Le vote est clos. .promo { display: none; } Il reprend lundi.";
        assert_eq!(left(line), "Le vote est clos.  Il reprend lundi.");
    }

    #[test]
    fn sentences_with_brackets_and_braces_are_no_code() {
        for line in [
            "Selon la mairie (qui n'a pas répondu), « c'est fini » ; elle l'a dit (deux fois).",
            "La fonction (function) de maire est {vacante} depuis lundi ; on l'a vu.",
            "Les élus(es) et les habitant(e)s ont voté ; les autres(tous absents) non.",
            "Il a dit : {sic} « je pars » ; puis rien.",
            "Le site ville.example(consulté hier) annonce {à tort} la fermeture ; la mairie dément.",
            "Les notes <i>en italique</i> et a < b restent du texte.",
            "On lit dans le texte {note : 12 ; voir plus bas} que le pont ferme.",
            "Prix : 12 € (contre 10 €) ; remise : {10 %}.",
        ] {
            assert_eq!(left(line), line, "{line}");
        }
    }

    #[test]
    fn a_block_over_several_lines_is_code_and_the_paragraph_below_is_not() {
        let text = "Le pont est fermé.\n{\n\"@type\": \"NewsArticle\",\n\"author\": {\n\"name\": \"Ana Roz\"\n}\n}\nLe maire le regrette.";
        assert_eq!(rows(text), [false, true, true, true, true, true, true, false]);
        let text = ".box {\ncolor: red;\n}\nLe maire le regrette.";
        assert_eq!(rows(text), [true, true, true, false]);
        let text = "function go(a) {\nif (a) {\nreturn 1;\n}\n}\nLe maire le regrette.";
        assert_eq!(rows(text), [true, true, true, true, true, false]);
    }

    #[test]
    fn a_brace_that_a_paragraph_follows_begins_no_block() {
        let text = "Ils ont dit {\nLe pont est fermé depuis lundi, et personne ne sait quand il rouvre.\n}\nFin.";
        assert_eq!(rows(text), [false; 4]);
        let text = "Un homme, une voix (\nla règle du conseil)\nFin.";
        assert_eq!(rows(text), [false; 3]);
    }
}
