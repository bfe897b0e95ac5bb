//! The table of a font that says what its codes mean, weighed before lopdf
//! reads it: lopdf walks every code of every range.

/// Codes that the ranges of a table may have in all, each counted as often as
/// it has letters.
const CODES: u64 = 1 << 18;
/// The longest list of a range times the entries that may part it into copies.
const COPIES: usize = 1 << 22;

/// What a table costs, in codes; `None` for one that asks for more than any
/// font has.
pub(super) fn weight(table: &[u8]) -> Option<usize> {
    let mut scan = Scan { bytes: table, at: 0 };
    let (mut section, mut codes): (Option<Section>, Vec<(u64, usize)>) = (None, Vec::new());
    let (mut sum, mut entries, mut list, mut longest) = (0_u64, 0_usize, None, 0_usize);
    while let Some(token) = scan.next() {
        match (token, section) {
            (Token::Word(word), _) => {
                if let Some(opened) = Section::opened(word) {
                    section = Some(opened);
                } else if word.starts_with(b"end") {
                    section = None;
                }
                (codes, list) = (Vec::new(), None);
            }
            (_, None) => {}
            (Token::Open, _) => list = Some(0),
            (Token::Close, _) => {
                longest = longest.max(list.take().unwrap_or(0));
                codes.clear();
                entries += 1;
            }
            (Token::Hex { value, digits }, Some(section)) => match &mut list {
                Some(n) => {
                    *n += 1;
                    sum = sum.saturating_add(letters(digits));
                }
                None if codes.len() < section.codes() => codes.push((value, digits)),
                None => {
                    sum = sum.saturating_add(size(&codes).saturating_mul(letters(digits)));
                    codes.clear();
                    entries += 1;
                }
            },
        }
        // A list stands behind both codes of its range.
        if list == Some(0) {
            sum = sum.saturating_add(size(&codes));
        }
        if sum > CODES || longest.saturating_mul(entries) > COPIES {
            return None;
        }
    }
    usize::try_from(sum).ok()
}

/// Letters of a target, in units of UTF-16.
fn letters(digits: usize) -> u64 {
    (digits / 4).max(1) as u64
}

/// Codes from the first to the last.
fn size(codes: &[(u64, usize)]) -> u64 {
    match codes {
        [(first, _), .., (last, _)] => last.saturating_sub(*first).saturating_add(1),
        _ => 1,
    }
}

/// What stands between two of its words.
#[derive(Clone, Copy)]
enum Section {
    Chars,
    Ranges,
}

impl Section {
    fn opened(word: &[u8]) -> Option<Self> {
        match word {
            b"beginbfchar" => Some(Self::Chars),
            b"beginbfrange" => Some(Self::Ranges),
            _ => None,
        }
    }

    /// Codes before a target.
    fn codes(self) -> usize {
        match self {
            Self::Chars => 1,
            Self::Ranges => 2,
        }
    }
}

enum Token<'b> {
    Word(&'b [u8]),
    Hex { value: u64, digits: usize },
    Open,
    Close,
}

struct Scan<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Scan<'b> {
    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            let &byte = self.bytes.get(self.at)?;
            let from = self.at;
            self.at += 1;
            match byte {
                b'%' => self.comment(),
                b'(' => self.string(),
                b'[' => return Some(Token::Open),
                b']' => return Some(Token::Close),
                b'<' if self.bytes.get(self.at) == Some(&b'<') => self.at += 1,
                b'<' => return Some(self.hex()),
                b if is_regular(b) => {
                    let rest = &self.bytes[from..];
                    let end = rest.iter().position(|b| !is_regular(*b)).unwrap_or(rest.len());
                    self.at = from + end;
                    return Some(Token::Word(&rest[..end]));
                }
                _ => {}
            }
        }
    }

    fn comment(&mut self) {
        let rest = &self.bytes[self.at..];
        self.at += rest.iter().position(|b| matches!(b, b'\r' | b'\n')).unwrap_or(rest.len());
    }

    /// A string in brackets, which may hold others.
    fn string(&mut self) {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.bytes.get(self.at) {
                Some(b'\\') => self.at += 1,
                Some(b'(') => depth += 1,
                Some(b')') => depth -= 1,
                Some(_) => {}
                None => return,
            }
            self.at += 1;
        }
    }

    fn hex(&mut self) -> Token<'b> {
        let (mut value, mut digits) = (0_u64, 0);
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'>' => break,
                b'%' => self.comment(),
                _ => {
                    if let Some(digit) = char::from(byte).to_digit(16) {
                        value = value.wrapping_shl(4) | u64::from(digit);
                        digits += 1;
                    }
                }
            }
        }
        Token::Hex { value, digits }
    }
}

fn is_regular(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && byte != 0 && !b"()<>[]{}/%".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::weight;

    #[test]
    fn a_table_costs_as_many_codes_as_its_ranges_have() {
        let table = b"2 beginbfchar <01> <0041> <02> <00660069> endbfchar 2 beginbfrange <0003> <0012> <0061>\n<20> <21> [<0041> <0042>] endbfrange";
        assert_eq!(weight(table), Some(1 + 2 + 16 + 2 + 2));
        let spaces = b"1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange";
        assert_eq!(weight(spaces), Some(0));
    }

    #[test]
    fn a_table_with_more_codes_than_any_font_is_refused_wherever_it_hides() {
        for table in [
            "1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange",
            "1 beginbfrange <000000> <FFFFFF> [<0041> <0042>] endbfrange",
            "(a%b) 1 beginbfrange % endbfrange\n<00000000> <FFFFFFFF> <0041> endbfrange",
            "% (\n1 beginbfrange <00000000> <FFFFFFFF> <00%>\n41> endbfrange",
            "0 beginbfchar endbfchar1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange",
        ] {
            assert_eq!(weight(table.as_bytes()), None, "{table}");
        }
    }

    #[test]
    fn a_list_that_would_be_copied_for_each_entry_that_parts_it_is_refused() {
        let list = format!("1 beginbfrange <0000> <FFFF> [{}] endbfrange ", "<0041> ".repeat(60_000));
        assert!(weight(list.as_bytes()).is_some());
        let parted = format!("{list} 9 beginbfchar {} endbfchar", "<0100> <0041> ".repeat(9_000));
        assert_eq!(weight(parted.as_bytes()), None);
    }
}
