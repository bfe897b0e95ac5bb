//! Texts that were taken out of a mail as it travels (quoted-printable):
//! `ferm=C3=A9`, and lines that end in `=` where they go on.

/// Bytes beyond ASCII that have to be written so, and signs that are not, of ten.
const ENOUGH: usize = 3;
/// The same where no line goes on.
const MANY: usize = 8;

/// The bytes that a text stands for which is written so; `None` for any other.
pub(super) fn decoded(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(bytes.len());
    let (mut written, mut breaks, mut others) = (0, 0, 0);
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'=', rest) {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(byte) = escaped(rest) {
            out.push(byte);
            written += usize::from(byte >= 0x80);
            rest = &rest[2..];
        } else if let Some(behind) = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")) {
            breaks += 1;
            rest = behind;
        } else {
            others += 1;
            out.push(b'=');
        }
    }
    out.extend_from_slice(rest);
    let enough = written >= ENOUGH && breaks > 0 || written >= MANY;
    (enough && written + breaks >= 9 * others).then_some(out)
}

/// The byte that two digits stand for.
fn escaped(rest: &[u8]) -> Option<u8> {
    let digits = rest.get(..2).filter(|d| d.iter().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(b)))?;
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_as_it_travels_by_mail_is_decoded_and_another_is_left() {
        let text = "Le pont est ferm=C3=A9, a d=C3=A9cid=C3=A9 la=\r\n maire =3D fin.";
        let read = decoded(text.as_bytes()).and_then(|b| String::from_utf8(b).ok());
        assert_eq!(read.as_deref(), Some("Le pont est fermé, a décidé la maire = fin."));
        for text in ["a = b, c=3, d=AB", "Le pont est fermé.", "x=E9 =\n", ""] {
            assert_eq!(decoded(text.as_bytes()), None, "{text}");
        }
    }
}
