//! Archives in a real PostgreSQL: started by the tests, stopped by them, and left
//! out, saying so, where there is none.

use crate::commands::{folder, run};
use crate::postgres::Server;
use kiosque::words::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Numbers that are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

const WHO: [&str; 8] = [
    "Le maire de Sarvenne",
    "La préfecture",
    "Élise Marchetti",
    "Paul Kerdal",
    "Le syndicat des dockers",
    "L'hôpital de Valmorin",
    "Anne Taillefer",
    "Le tribunal d'Orvault",
];
const DOES: [&str; 8] =
    ["annonce", "refuse", "a reçu", "attend", "conteste", "prépare", "a déclaré vouloir", "n'exclut pas"];
const WHAT: [&str; 9] = [
    "une grève au port",
    "la fermeture de l'usine",
    "300 passagers du ferry",
    "un budget de 12 millions d'euros",
    "le renfort de l’école",
    "un arrêté sur l'eau",
    "des digues au nord du quai",
    "la réouverture de la ligne",
    "un nouveau marché aux poissons",
];
const WHEN: [&str; 6] = ["lundi matin", "jeudi soir", "avant l'été", "dès demain", "d'ici à la rentrée", "ce dimanche"];
const OUTLETS: [&str; 4] = ["Le Phare", "La Dépêche d'Orvault", "Ouest Matin", "Port-Info"];

fn sentence(dice: &mut Dice) -> String {
    format!("{} {} {} {}.", dice.of(&WHO), dice.of(&DOES), dice.of(&WHAT), dice.of(&WHEN))
}

fn title(dice: &mut Dice) -> String {
    format!("{} {} {}", dice.of(&WHO), dice.of(&DOES), dice.of(&WHAT))
}

fn body(dice: &mut Dice, n: usize) -> String {
    let paragraph = |dice: &mut Dice| (0..2 + dice.below(3)).map(|_| sentence(dice)).collect::<Vec<_>>().join(" ");
    let paragraphs: Vec<String> = (0..1 + dice.below(3)).map(|_| paragraph(dice)).collect();
    // No text stands twice.
    format!("{}\nDossier numéro {n}.", paragraphs.join("\n\n"))
}

/// A day of the first months of 2026, or none.
fn day(dice: &mut Dice, months: usize) -> Option<String> {
    (dice.below(8) > 0).then(|| format!("2026-{:02}-{:02}", 1 + dice.below(months), 1 + dice.below(28)))
}

/// Articles as text dumps and as records of JSON Lines, in folders.
fn articles(root: &Path, seed: u64, months: usize, records: usize, texts: usize) {
    let mut dice = Dice(seed);
    for part in 0..4 {
        let mut lines = String::new();
        for n in 0..records / 4 {
            let mut record = serde_json::json!({
                "title": title(&mut dice), "text": body(&mut dice, part * 1000 + n), "source": dice.of(&OUTLETS),
            });
            // Stands in every article of the outlet, and is none of any.
            if record["source"] == "Le Phare" {
                record["text"] =
                    format!("{}\n\nRetrouvez le port chaque soir", record["text"].as_str().unwrap()).into();
            }
            if let Some(day) = day(&mut dice, months) {
                record["date"] = day.into();
            }
            lines.push_str(&format!("{record}\n"));
        }
        fs::write(root.join(format!("part-{part}.jsonl")), lines).unwrap();
    }
    fs::create_dir_all(root.join("dumps")).unwrap();
    for n in 0..texts {
        let dated = day(&mut dice, months).map(|d| format!("\n\nPublié le {d}")).unwrap_or_default();
        let text = format!("{}{dated}\n\n{}\n", title(&mut dice), body(&mut dice, 9000 + n));
        fs::write(root.join(format!("dumps/{n:03}.txt")), text).unwrap();
    }
}

fn import(server: &Server, paths: &[&Path]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kiosque"));
    command.args(["import", &server.address("kiosque"), "--workers", "2"]).args(paths);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// What an import said that came to its end.
fn said(child: Child) -> String {
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

fn number(server: &Server, sql: &str) -> usize {
    server.sql("kiosque", sql).unwrap().parse().unwrap()
}

/// The texts of a folder by the keys under which they are listed.
fn keys(root: &Path) -> BTreeSet<String> {
    let listed = run(&folder("archive-state"), Lang::EN, &["list", root.to_str().unwrap(), "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).unwrap();
    let documents = listed["documents"].as_array().unwrap().iter();
    documents.map(|d| d["key"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_import_that_is_killed_goes_on_and_every_text_comes_in_once() {
    let server = match Server::start("import") {
        Ok(server) => server,
        Err(why) => return println!("left out: {why}"),
    };
    let root = folder("archive-import");
    articles(&root, 1, 3, 240, 40);
    fs::copy(root.join("part-0.jsonl"), root.join("copy.jsonl")).unwrap();
    let there = "select case when to_regclass('kiosque_archive.article') is null then 0 \
                 else (xpath('/row/n/text()', query_to_xml('select count(*) as n from kiosque_archive.content', \
                 false, true, '')))[1]::text::int end";
    let mut kills = 0;
    for goal in [1, 60, 150] {
        let mut child = import(&server, &[&root]);
        while number(&server, there) < goal && child.try_wait().unwrap().is_none() {}
        kills += usize::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
    }
    // Two at once share what is left.
    let both = [import(&server, &[&root]), import(&server, &[&root])];
    both.into_iter().for_each(|child| drop(said(child)));
    let wanted = keys(&root);
    let got = server.sql("kiosque", "select encode(key, 'hex') from kiosque_archive.article").unwrap();
    let got: Vec<&str> = got.lines().collect();
    assert_eq!((got.len(), got.iter().map(|k| (*k).to_owned()).collect::<BTreeSet<_>>()), (wanted.len(), wanted));
    assert_eq!(number(&server, "select count(*) from kiosque_archive.content"), got.len());
    println!("{} articles over {kills} kills, each once", got.len());
    // Again nothing is read; a file that changed is.
    let again = said(import(&server, &[&root]));
    assert!(again.contains("0 articles read, 0 articles new"), "{again}");
    fs::write(root.join("dumps/000.txt"), "Un titre de plus\n\nUn texte de plus, que personne n'avait lu au port.\n")
        .unwrap();
    let again = said(import(&server, &[&root]));
    assert!(again.contains("1 article read, 1 article new"), "{again}");
    // Months are partitions, and what has no day stands apart.
    let months = server.sql("kiosque", "select name from kiosque_archive.part order by month").unwrap();
    let months: Vec<&str> = months.lines().collect();
    let wanted = ["2026_01", "2026_02", "2026_03", "undated"].map(|m| format!("kiosque_archive.article_{m}"));
    assert_eq!(months, wanted);
    assert_eq!(number(&server, "select count(*) from kiosque_archive.article_undated where published is not null"), 0);
    // Lines that recur in a source are counted over all of its articles.
    let recurring = "select articles = (select count(*) from kiosque_archive.article where habit = 'Le Phare') \
                     and articles = any(counts) from kiosque_archive.habit where source = 'Le Phare'";
    assert_eq!(server.sql("kiosque", recurring).unwrap(), "t");
}

#[test]
fn an_archive_that_cannot_be_worked_with_is_told_in_one_sentence() {
    let server = match Server::start("unfit") {
        Ok(server) => server,
        Err(why) => return println!("left out: {why}"),
    };
    let (root, state) = (folder("archive-unfit"), folder("archive-unfit-state"));
    fs::write(root.join("a.txt"), "Un titre du port\n\nLe ferry de Sarvenne est resté à quai jeudi matin.\n").unwrap();
    let address = server.address("kiosque");
    let refused = |wanted: &str| {
        let ran = run(&state, Lang::EN, &["import", &address, root.to_str().unwrap()]);
        assert!(ran.code == 2 && ran.err.lines().count() == 1 && ran.err.contains(wanted), "{wanted}: {}", ran.err);
    };
    let sql = |sql: &str| server.sql("kiosque", sql).unwrap();
    let ran = run(&state, Lang::EN, &["import", &address]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    sql("update kiosque_archive.version set version = 2");
    refused("version 2");
    sql("update kiosque_archive.version set version = 1");
    sql("alter database postgres set default_transaction_read_only = on");
    refused("read");
    sql("set transaction read write; alter database postgres reset default_transaction_read_only");
    sql("create function full_disk() returns trigger language plpgsql as \
         $$ begin raise exception 'no room' using errcode = '53100'; end $$; \
         create trigger full_disk before insert on kiosque_archive.content execute function full_disk()");
    refused("disk is full");
    sql("drop trigger full_disk on kiosque_archive.content");
    let ran = run(&state, Lang::EN, &["import", &address]);
    assert!(ran.code == 0 && ran.out.contains("1 article read, 1 article new"), "{} {}", ran.out, ran.err);
    let ran = run(&state, Lang::EN, &["import", "postgres://anne:Geheim7@127.0.0.1:1/archive?sslmode=disable"]);
    assert!(ran.code == 2 && ran.err.contains("anne@127.0.0.1:1") && !ran.err.contains("Geheim7"), "{}", ran.err);
}
