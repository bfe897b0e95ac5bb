//! Speed of finding names: words a second on one core, one article cold, and
//! growth with the length of hostile texts. `cargo bench --bench entities`.

use kiosque::corpus::Place;
use std::hint::black_box;
use std::time::Instant;

fn document(text: &str) -> kiosque::corpus::Document {
    let ingested = kiosque::ingest::read(&Place::file("bench.txt"), text.as_bytes());
    let raw = ingested.documents.into_iter().next().unwrap_or_default();
    kiosque::clean::clean(raw)
}

/// Everything is body, so that what is measured is known.
fn body(mut d: kiosque::corpus::Document) -> kiosque::corpus::Document {
    d.cuts.clear();
    for l in &mut d.lines {
        if l.kind != kiosque::corpus::LineKind::Blank {
            l.kind = kiosque::corpus::LineKind::Body;
        }
    }
    d
}

const PARAGRAPH: &str = "Le président chilien Luis Parra a reçu mardi à Santiago le ministre norvégien des Affaires \
    étrangères, Jonas Dahl, a annoncé l’agence TASS. « Nous avons beaucoup parlé », a déclaré M. Dahl, qui doit \
    rencontrer jeudi les dirigeants de l’Union européenne (UE) à Bruxelles. Selon le quotidien La Dépêche du Sud, \
    plusieurs milliers de personnes ont défilé dans les rues de la capitale pour demander sa démission.";

fn best<T>(times: usize, mut f: impl FnMut() -> T) -> f64 {
    (0..times)
        .map(|_| {
            let t = Instant::now();
            black_box(f());
            t.elapsed().as_secs_f64()
        })
        .fold(f64::MAX, f64::min)
}

fn line(what: &str, value: String) {
    use std::io::Write;
    // A benchmark that cannot print has nothing else to do.
    let _ = writeln!(std::io::stdout(), "{what:<44} {value}");
}

/// How much more a byte costs in so many times the text, which takes so many
/// times as long.
fn growth(what: &str, larger: f64, longer: f64) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "growth per byte, {what}: {:.2}", longer / larger);
}

fn main() {
    let one = body(document(PARAGRAPH));
    let t = Instant::now();
    black_box(kiosque::entity::find(&one));
    line("first call, tables and model opened", format!("{:.2} ms", t.elapsed().as_secs_f64() * 1e3));
    let article = body(document(&[PARAGRAPH; 8].join("\n\n")));
    let tokens = |text: &str| text.split_whitespace().count() as f64 * 1.25;
    let s = best(40, || kiosque::entity::find(&article));
    line("one article of 550 words, warm", format!("{:.2} ms", s * 1e3));
    line("tokens a second, all in", format!("{:.0}", tokens(&article.text) / s));
    let s = best(40, || kiosque::entity::references(&article, &[]));
    line("descriptions of the same article", format!("{:.2} ms", s * 1e3));
    let names = kiosque::entity::find(&article);
    let s = best(40, || kiosque::fact::find(&article, &names));
    line("quotations, dates and figures of it", format!("{:.2} ms", s * 1e3));
    let held: usize = names
        .iter()
        .map(|e| {
            size_of_val(e)
                + e.name.capacity()
                + e.mentions.capacity() * size_of::<kiosque::entity::Mention>()
                + e.forms.iter().map(|f| size_of_val(f) + f.surface.capacity()).sum::<usize>()
        })
        .sum();
    line("names held of it", format!("{} names, {held} bytes", names.len()));
    for (name, piece) in [
        ("prose", PARAGRAPH),
        ("capitals", "LE PRÉSIDENT LUIS PARRA À SANTIAGO "),
        ("initials", "J.-P. A.B. "),
        ("no spaces", "abcdéfgh"),
        ("emoji", "👩‍👩‍👧🇫🇷 "),
        ("right to left", "مرحبا بالعالم "),
        ("brackets", "(UE) [ONU] « Paris » "),
    ] {
        let text = |n: usize| piece.repeat(n / piece.len() + 1);
        let (small, large) = (body(document(&text(100_000))), body(document(&text(1_000_000))));
        let (a, b) = (best(3, || kiosque::entity::find(&small)), best(1, || kiosque::entity::find(&large)));
        line(name, format!("100 kB {:.1} ms, 1 MB {:.1} ms", a * 1e3, b * 1e3));
        growth(name, large.text.len() as f64 / small.text.len() as f64, b / a);
    }
    // Ever new names with titles, acronyms and quotations: what is looked up
    // in the document must not grow with its square.
    let flood = |n: usize| -> String {
        (0..n)
            .map(|i| {
                format!(
                    "La maire de Ville{i}, Anna Berg{i} (Parti{i}), a salué l’Office français de l’eau n{i} (OF{i}). \
                     « Nous partirons », a dit le président du groupe Groupe{i}, a-t-elle ajouté.{}",
                    if i % 40 == 0 { "\n" } else { " " }
                )
            })
            .collect()
    };
    let (small, large) = (body(document(&flood(500))), body(document(&flood(5000))));
    let all = |d: &kiosque::corpus::Document| {
        let names = kiosque::entity::find(d);
        kiosque::fact::find(d, &names).quotes.len() + names.len()
    };
    let (a, b) = (best(3, || all(&small)), best(1, || all(&large)));
    let size = |d: &kiosque::corpus::Document| d.text.len() / 1000;
    line(
        "flood of names, with facts",
        format!("{} kB {:.1} ms, {} kB {:.1} ms", size(&small), a * 1e3, size(&large), b * 1e3),
    );
    growth("flood of names", large.text.len() as f64 / small.text.len() as f64, b / a);
}
