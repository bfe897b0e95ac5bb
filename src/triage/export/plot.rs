//! Figures where one would rather look than read: bars for the days of a story,
//! shares of facts that outlets have in common, places of a name in its articles.
//! Each as lines of characters and as a picture (SVG), with its numbers. Knows
//! rows of words and numbers; how they were found is the caller's.

use super::format::escape_html;
use crate::text::bar::bar;
use crate::text::width::{ellipsis, width};
use serde::Serialize;
use std::fmt::Write;

/// A row of a dispersion: an article and the places in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dispersed {
    /// What the article is called.
    pub label: String,
    /// Where the name stands, in thousandths of the text, in order.
    pub places: Vec<u16>,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Plotted {
    /// A bar each, one below the other: labels and numbers.
    Bars(Vec<(String, usize)>),
    /// Shares in hundredths: of what the one of a row has, how much the one of a
    /// column has too; `None` on the diagonal.
    Shares(Vec<String>, Vec<Vec<Option<u8>>>),
    /// Where something stands in each of several texts.
    Dispersion(Vec<Dispersed>),
}

/// A plot with what it is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plot {
    /// Its name.
    pub title: String,
    /// One line that says what is counted.
    pub note: String,
    /// What is drawn.
    pub plotted: Plotted,
}

/// With which signs a plot is drawn as lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlotSigns {
    /// Blocks in eighths of a cell.
    Blocks,
    /// Those of a keyboard.
    Ascii,
}

/// Narrowest stretch that a figure is drawn in.
const LEAST: usize = 8;

impl PlotSigns {
    /// A bar of `value` of `most` in so many columns; what is not nothing is seen.
    fn bar(self, value: usize, most: usize, columns: usize) -> String {
        if value == 0 || most == 0 {
            return String::new();
        }
        match self {
            Self::Ascii => "#".repeat((value * columns / most).max(1)),
            Self::Blocks => bar(value as f64 / most as f64, columns),
        }
    }

    fn place(self) -> char {
        if self == Self::Ascii { '|' } else { '┃' }
    }

    fn line(self) -> char {
        if self == Self::Ascii { '.' } else { '·' }
    }
}

impl Plot {
    /// Lines of at most `columns` columns, without title and note.
    pub fn lines(&self, columns: usize, signs: PlotSigns) -> Vec<String> {
        match &self.plotted {
            Plotted::Bars(bars) => bar_lines(bars, columns, signs),
            Plotted::Shares(names, shares) => share_lines(names, shares, columns),
            Plotted::Dispersion(rows) => dispersion_lines(rows, columns, signs),
        }
    }

    /// The plot as text: title, lines, note.
    pub fn text(&self, columns: usize, signs: PlotSigns) -> String {
        let mut out = format!("{}\n\n", self.title);
        for line in self.lines(columns, signs) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        let _ = writeln!(out, "\n{}", self.note);
        out
    }

    /// The plot as a picture that stands alone. Same plot, same bytes.
    pub fn svg(&self) -> String {
        let (body, height) = match &self.plotted {
            Plotted::Bars(bars) => bar_marks(bars),
            Plotted::Shares(names, shares) => share_marks(names, shares),
            Plotted::Dispersion(rows) => dispersion_marks(rows),
        };
        let height = TOP + height + 40;
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" role=\"img\">\n"
        );
        let _ = writeln!(out, "<title>{}</title>", escape_html(&self.title));
        let _ = writeln!(out, "<rect width=\"100%\" height=\"100%\" fill=\"{GROUND}\"/>");
        let _ =
            writeln!(out, "<g font-family=\"'DejaVu Sans', 'Helvetica', sans-serif\" font-size=\"13\" fill=\"{INK}\">");
        let title = ellipsis(&self.title, 84);
        let _ = writeln!(out, "<text x=\"{PAD}\" y=\"30\" font-size=\"17\">{}</text>", escape_html(&title));
        out.push_str(&body);
        let note = ellipsis(&self.note, 110);
        let _ = writeln!(out, "<text x=\"{PAD}\" y=\"{}\" fill=\"{DIM}\">{}</text>", height - 16, escape_html(&note));
        out.push_str("</g>\n</svg>\n");
        out
    }
}

/// Columns of the longest label, as far as there is room for a figure beside it.
fn label_columns<'l>(labels: impl Iterator<Item = &'l str>, columns: usize) -> usize {
    labels.map(width).max().unwrap_or(0).min(columns.saturating_sub(LEAST + 6).max(4)).min(columns / 2)
}

fn padded(label: &str, columns: usize) -> String {
    let cut = ellipsis(label, columns);
    let air = columns.saturating_sub(width(&cut));
    format!("{cut}{:air$}", "")
}

fn bar_lines(bars: &[(String, usize)], columns: usize, signs: PlotSigns) -> Vec<String> {
    let labels = label_columns(bars.iter().map(|b| b.0.as_str()), columns);
    let most = bars.iter().map(|b| b.1).max().unwrap_or(0);
    let number = most.to_string().len();
    let room = columns.saturating_sub(labels + number + 4).max(1);
    let line = |(label, n): &(String, usize)| {
        format!("{}  {n:>number$}  {}", padded(label, labels), signs.bar(*n, most, room))
    };
    bars.iter().map(line).collect()
}

fn share_lines(names: &[String], shares: &[Vec<Option<u8>>], columns: usize) -> Vec<String> {
    /// Columns of a share.
    const EACH: usize = 4;
    let number = names.len().to_string().len();
    let labels = label_columns(names.iter().map(String::as_str), columns.saturating_sub(number + 2));
    let shown = (columns.saturating_sub(labels + number + 3) / EACH).min(names.len());
    let mut head = " ".repeat(labels + number + 2);
    (1..=shown).for_each(|n| head.push_str(&format!("{n:>EACH$}")));
    let row = |(i, (name, shares)): (usize, (&String, &Vec<Option<u8>>))| {
        let mut line = format!("{:>number$} {} ", i + 1, padded(name, labels));
        for share in shares.iter().take(shown) {
            line.push_str(&share.map_or_else(|| format!("{:>EACH$}", "-"), |s| format!("{s:>EACH$}")));
        }
        line
    };
    [head].into_iter().chain(names.iter().zip(shares).enumerate().map(row)).collect()
}

fn dispersion_lines(rows: &[Dispersed], columns: usize, signs: PlotSigns) -> Vec<String> {
    let labels = label_columns(rows.iter().map(|r| r.label.as_str()), columns);
    let most = rows.iter().map(|r| r.places.len()).max().unwrap_or(0);
    let number = most.to_string().len();
    let room = columns.saturating_sub(labels + number + 4).max(1);
    let line = |row: &Dispersed| {
        let mut strip = vec![signs.line(); room];
        for place in &row.places {
            let at = (usize::from(*place) * room / 1000).min(room - 1);
            strip[at] = signs.place();
        }
        let strip: String = strip.into_iter().collect();
        format!("{}  {:>number$}  {strip}", padded(&row.label, labels), row.places.len())
    };
    rows.iter().map(line).collect()
}

// The picture: units, and colours that stay apart on a white ground and for
// colour-blind eyes (after Okabe and Ito).
const WIDTH: usize = 760;
const PAD: usize = 20;
const TOP: usize = 56;
const ROW: usize = 24;
const LABEL: usize = 230;
const GROUND: &str = "#fbfaf7";
const INK: &str = "#22252a";
const DIM: &str = "#676d76";
const MARK: &str = "#00588a";
const RULE: &str = "#d9d6cf";

fn label_mark(out: &mut String, row: usize, label: &str) {
    let y = TOP + row * ROW + 16;
    let label = escape_html(&ellipsis(label, 28));
    let _ = writeln!(out, "<text x=\"{}\" y=\"{y}\" text-anchor=\"end\">{label}</text>", LABEL - 10);
}

fn bar_marks(bars: &[(String, usize)]) -> (String, usize) {
    let most = bars.iter().map(|b| b.1).max().unwrap_or(0).max(1);
    let room = WIDTH - LABEL - PAD - 50;
    let mut out = String::new();
    for (row, (label, n)) in bars.iter().enumerate() {
        label_mark(&mut out, row, label);
        let (y, length) = (TOP + row * ROW, n * room / most);
        let _ = writeln!(out, "<rect x=\"{LABEL}\" y=\"{}\" width=\"{length}\" height=\"16\" fill=\"{MARK}\"/>", y + 4);
        let _ = writeln!(out, "<text x=\"{}\" y=\"{}\" fill=\"{DIM}\">{n}</text>", LABEL + length + 8, y + 17);
    }
    (out, bars.len() * ROW)
}

fn share_marks(names: &[String], shares: &[Vec<Option<u8>>]) -> (String, usize) {
    let cell = ((WIDTH - LABEL - PAD) / names.len().max(1)).clamp(18, 56);
    let mut out = String::new();
    for n in 0..names.len() {
        let x = LABEL + n * cell + cell / 2;
        let _ =
            writeln!(out, "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\" fill=\"{DIM}\">{}</text>", TOP + 14, n + 1);
    }
    for (row, (name, shares)) in names.iter().zip(shares).enumerate() {
        label_mark(&mut out, row + 1, &format!("{name} {}", row + 1));
        for (column, share) in shares.iter().enumerate() {
            let Some(share) = share else { continue };
            let (x, y) = (LABEL + column * cell, TOP + (row + 1) * ROW);
            let opacity = f64::from(*share) / 100.0;
            let _ = writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" fill=\"{MARK}\" fill-opacity=\"{opacity:.2}\"/>",
                cell - 2,
                ROW - 2
            );
            let ink = if *share > 55 { GROUND } else { INK };
            let (middle, base) = (x + cell / 2 - 1, y + 16);
            let _ = writeln!(
                out,
                "<text x=\"{middle}\" y=\"{base}\" text-anchor=\"middle\" font-size=\"11\" fill=\"{ink}\">{share}</text>"
            );
        }
    }
    (out, (names.len() + 1) * ROW)
}

fn dispersion_marks(rows: &[Dispersed]) -> (String, usize) {
    let room = WIDTH - LABEL - PAD - 50;
    let mut out = String::new();
    for (row, dispersed) in rows.iter().enumerate() {
        label_mark(&mut out, row, &dispersed.label);
        let y = TOP + row * ROW;
        let middle = y + 12;
        let _ = writeln!(
            out,
            "<line x1=\"{LABEL}\" y1=\"{middle}\" x2=\"{}\" y2=\"{middle}\" stroke=\"{RULE}\" stroke-width=\"2\"/>",
            LABEL + room
        );
        for place in &dispersed.places {
            let x = LABEL + usize::from(*place) * room / 1000;
            let _ = writeln!(out, "<rect x=\"{x}\" y=\"{}\" width=\"2\" height=\"16\" fill=\"{MARK}\"/>", y + 4);
        }
        let n = dispersed.places.len();
        let _ = writeln!(out, "<text x=\"{}\" y=\"{}\" fill=\"{DIM}\">{n}</text>", LABEL + room + 10, y + 17);
    }
    (out, rows.len() * ROW)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plots() -> [Plot; 3] {
        let names = || vec!["Le Phare".to_owned(), "Ouest-Rivage <&> une gazette au nom bien long".to_owned()];
        let plot = |plotted| Plot { title: "Le pont".into(), note: "par jour".into(), plotted };
        [
            plot(Plotted::Bars(vec![("14.04".into(), 1), ("15.04".into(), 0), ("16.04".into(), 250)])),
            plot(Plotted::Shares(names(), vec![vec![None, Some(100)], vec![Some(40), None]])),
            plot(Plotted::Dispersion(vec![
                Dispersed { label: "Le Phare".into(), places: vec![0, 500, 1000] },
                Dispersed { label: "Gazette".into(), places: Vec::new() },
            ])),
        ]
    }

    #[test]
    fn no_line_is_wider_than_there_is_room() {
        for plot in plots() {
            for columns in 24..140 {
                for signs in [PlotSigns::Blocks, PlotSigns::Ascii] {
                    for line in plot.lines(columns, signs) {
                        assert!(width(&line) <= columns, "{columns}: {line}");
                        assert!(signs == PlotSigns::Blocks || line.replace('…', "").is_ascii(), "{line}");
                    }
                }
            }
            // What is too narrow for a figure panics neither.
            (0..24).for_each(|columns| drop(plot.lines(columns, PlotSigns::Ascii)));
        }
    }

    #[test]
    fn every_figure_has_its_number_and_a_day_with_one_report_is_seen() {
        let [bars, ..] = plots();
        let lines = bars.lines(60, PlotSigns::Ascii);
        assert!(
            lines[0].contains("  1  #") && lines[1].trim_end().ends_with('0') && lines[2].contains("250"),
            "{lines:?}"
        );
    }

    #[test]
    fn a_name_stands_where_it_stands_in_the_text() {
        let [.., dispersion] = plots();
        let lines = dispersion.lines(40, PlotSigns::Ascii);
        let strip = lines[0].rsplit("  ").next().expect("a strip");
        assert!(strip.starts_with('|') && strip.ends_with('|') && strip.matches('|').count() == 3, "{strip}");
        assert!(!lines[1].contains('|'));
    }

    #[test]
    fn a_picture_is_a_tree_of_xml_with_the_words_in_it_and_the_same_each_time() {
        for plot in plots() {
            let svg = plot.svg();
            assert_eq!(svg, plot.svg());
            let mut reader = quick_xml::Reader::from_str(&svg);
            reader.config_mut().check_end_names = true;
            loop {
                match reader.read_event() {
                    Ok(quick_xml::events::Event::Eof) => break,
                    Ok(_) => {}
                    Err(e) => panic!("{e}: {svg}"),
                }
            }
            assert!(svg.contains("<title>Le pont</title>") && !svg.contains("<&>"));
        }
    }
}
