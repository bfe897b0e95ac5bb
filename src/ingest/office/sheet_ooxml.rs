//! Tables in Office Open XML: the workbook names its sheets, strings that
//! return and the forms of numbers stand in parts of their own.

use super::package::Package;
use super::sheet::{COLUMNS, ROWS_EMPTY, Sheet};
use crate::ingest::xml_events as xml;
use crate::words::Message;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// Sheets of a workbook that are read.
const SHEETS: usize = 200;

/// The sheets of the workbook at that path.
pub(super) fn sheets(package: &mut Package<'_>, workbook: &str) -> Result<Vec<Sheet>, Message> {
    let folder = workbook.trim_start_matches('/').rsplit_once('/').map_or("", |(f, _)| f).to_owned();
    let beside = |path: &str| match path.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None if folder.is_empty() => path.to_owned(),
        None => format!("{folder}/{path}"),
    };
    let book = match package.part(workbook) {
        Ok(part) => Workbook::read(&part.text),
        // Without it the sheets are those that stand where programs put them.
        Err(reason) if package.names(&beside("worksheets/")).is_empty() => return Err(reason),
        Err(_) => Workbook::default(),
    };
    let name = workbook.rsplit('/').next().unwrap_or_default();
    let targets = relations(&package.part(&beside(&format!("_rels/{name}.rels"))).map(|p| p.text).unwrap_or_default());
    let strings = strings(&package.part(&beside("sharedStrings.xml")).map(|p| p.text).unwrap_or_default());
    let dates = date_styles(&package.part(&beside("styles.xml")).map(|p| p.text).unwrap_or_default());
    let mut out = Vec::new();
    for (name, id) in book.sheets.iter().take(SHEETS) {
        let Some(target) = targets.get(id) else { continue };
        let Ok(part) = package.part(&beside(target)) else { continue };
        let mut sheet =
            cells(&part.text, name, &Cells { strings: &strings, dates: &dates, since_1904: book.since_1904 });
        sheet.cut |= part.cut;
        out.push(sheet);
    }
    if book.sheets.is_empty() {
        for path in package.names(&beside("worksheets/")).into_iter().take(SHEETS) {
            let Ok(part) = package.part(&path) else { continue };
            let mut sheet = cells(&part.text, "", &Cells { strings: &strings, dates: &dates, since_1904: false });
            sheet.cut |= part.cut;
            out.push(sheet);
        }
    }
    Ok(out)
}

#[derive(Default)]
struct Workbook {
    /// Names and relations of the sheets.
    sheets: Vec<(String, String)>,
    since_1904: bool,
}

impl Workbook {
    fn read(text: &str) -> Self {
        let mut book = Self::default();
        xml::walk(text, |event, _| {
            if let Event::Start(e) | Event::Empty(e) = event {
                match e.local_name().as_ref() {
                    "sheet" => book.sheets.push((
                        xml::attribute(&e, "name").unwrap_or_default(),
                        xml::attribute(&e, "id").unwrap_or_default(),
                    )),
                    "workbookPr" => {
                        book.since_1904 = xml::attribute(&e, "date1904").is_some_and(|v| v == "1" || v == "true");
                    }
                    _ => {}
                }
            }
            book.sheets.len() < SHEETS
        });
        book
    }
}

/// The targets of the relations of a part.
pub(super) fn relations(text: &str) -> HashMap<String, String> {
    let mut out = HashMap::new();
    xml::walk(text, |event, _| {
        if let Event::Start(e) | Event::Empty(e) = event
            && let (Some(id), Some(target)) = (xml::attribute(&e, "Id"), xml::attribute(&e, "Target"))
        {
            out.insert(id, target);
        }
        true
    });
    out
}

/// The strings that cells refer to by number.
fn strings(text: &str) -> Vec<String> {
    let (mut out, mut value) = (Vec::new(), String::new());
    let (mut inside, mut phonetic) = (false, false);
    xml::walk(text, |event, _| {
        match &event {
            Event::Start(e) => match e.local_name().as_ref() {
                "si" => value.clear(),
                "t" => inside = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Empty(e) if e.local_name().as_ref() == "si" => out.push(String::new()),
            Event::End(e) => match e.local_name().as_ref() {
                "si" => out.push(std::mem::take(&mut value)),
                "t" => inside = false,
                "rPh" => phonetic = false,
                _ => {}
            },
            event if inside => xml::say(event, &mut value),
            _ => {}
        }
        true
    });
    out
}

/// For each style of a cell whether it shows a number as a date.
fn date_styles(text: &str) -> Vec<bool> {
    let mut forms: HashMap<String, bool> = HashMap::new();
    let mut out = Vec::new();
    let mut inside = false;
    xml::walk(text, |event, _| {
        match &event {
            Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (xml::attribute(e, "numFmtId"), xml::attribute(e, "formatCode")) {
                        forms.insert(id, is_date_form(&code));
                    }
                }
                "cellXfs" => inside = matches!(event, Event::Start(_)),
                "xf" if inside => {
                    let id = xml::attribute(e, "numFmtId").unwrap_or_default();
                    let built_in = matches!(id.parse::<u32>(), Ok(14..=17 | 22 | 27..=36 | 50..=58));
                    out.push(forms.get(&id).copied().unwrap_or(built_in));
                }
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "cellXfs" => inside = false,
            _ => {}
        }
        true
    });
    out
}

/// True for a form with a day or a year outside quotation marks and brackets.
fn is_date_form(code: &str) -> bool {
    let (mut quoted, mut bracket) = (false, false);
    code.chars().any(|c| {
        match c {
            '"' => quoted = !quoted,
            '[' => bracket = true,
            ']' => bracket = false,
            _ => {}
        }
        !quoted && !bracket && matches!(c, 'y' | 'Y' | 'd' | 'D')
    })
}

/// What the cells of a sheet refer to.
struct Cells<'c> {
    strings: &'c [String],
    dates: &'c [bool],
    since_1904: bool,
}

impl Cells<'_> {
    /// What a cell shows.
    fn value(&self, kind: &str, style: usize, written: &str) -> String {
        match kind {
            "s" => written.trim().parse::<usize>().ok().and_then(|i| self.strings.get(i)).cloned().unwrap_or_default(),
            "e" => String::new(),
            "" | "n" if self.dates.get(style) == Some(&true) => written
                .trim()
                .parse()
                .ok()
                .and_then(|n| self.day(n))
                .map_or_else(|| written.to_owned(), |d| d.to_string()),
            _ => written.to_owned(),
        }
    }

    /// The day of a number of days.
    fn day(&self, number: f64) -> Option<Date> {
        let since = if self.since_1904 { date(1904, 1, 1) } else { date(1899, 12, 30) };
        (0.0..3_000_000.0).contains(&number).then(|| since.checked_add((number.floor() as i64).days()).ok()).flatten()
    }
}

/// The column of a cell such as `BC12`, from 0.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number = letters.fold(0, |n, b| n * 26 + usize::from(b.to_ascii_uppercase() - b'A' + 1));
    number.checked_sub(1)
}

fn cells(text: &str, name: &str, cells: &Cells<'_>) -> Sheet {
    let mut sheet = Sheet::new(name, text.len().saturating_add(ROWS_EMPTY).saturating_mul(2));
    let mut row: Vec<String> = Vec::new();
    let (mut number, mut next, mut at, mut style) = (0_usize, 0_usize, 0_usize, 0_usize);
    let (mut kind, mut value, mut inside) = (String::new(), String::new(), false);
    let place = |e: &BytesStart<'_>| xml::attribute(e, "r");
    let whole = xml::walk(text, |event, _| {
        match &event {
            Event::Start(e) | Event::Empty(e) => match e.local_name().as_ref() {
                "row" => {
                    number =
                        place(e).and_then(|r| r.parse::<usize>().ok()).and_then(|n| n.checked_sub(1)).unwrap_or(next);
                    next = number + 1;
                    at = 0;
                    row.clear();
                }
                "c" => {
                    at = place(e).and_then(|r| column(&r)).unwrap_or(at);
                    kind = xml::attribute(e, "t").unwrap_or_default();
                    style = xml::attribute(e, "s").and_then(|s| s.parse().ok()).unwrap_or(0);
                    value.clear();
                }
                "v" | "t" => inside = matches!(event, Event::Start(_)),
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "v" | "t" => inside = false,
                "c" => {
                    if at < COLUMNS && !value.is_empty() {
                        row.resize(row.len().max(at + 1), String::new());
                        row[at] = cells.value(&kind, style, &value);
                    }
                    at += 1;
                }
                "row" => sheet.add(number, &row),
                _ => {}
            },
            event if inside => xml::say(event, &mut value),
            _ => {}
        }
        !sheet.cut
    });
    sheet.cut |= !whole;
    sheet
}
