//! Archives in a real PostgreSQL: started by the tests, stopped by them, and left
//! out, saying so, where there is none.

use crate::commands::run;
use crate::postgres::Server;
use crate::support::folder;
use kiosque::corpus::DocKey;
use kiosque::store::archive::{self, Share};
use kiosque::store::journal::Journal;
use kiosque::store::paths::Paths;
use kiosque::triage::{Change, ClaimField, Entry, State, Target, What};
use kiosque::words::Lang;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
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

/// A day of the first months of 2026, or now and then none; always one where there are
/// one or two months.
fn day(dice: &mut Dice, months: usize) -> Option<String> {
    (dice.below(8) > 0 || months < 3).then(|| format!("2026-{:02}-{:02}", 1 + dice.below(months), 1 + dice.below(28)))
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

#[test]
fn a_large_file_of_lines_is_shared_in_pieces_and_comes_in_as_one() {
    let server = match Server::start("pieces") {
        Ok(server) => server,
        Err(why) => return println!("left out: {why}"),
    };
    let (root, state) = (folder("archive-pieces"), folder("archive-pieces-state"));
    articles(&root, 5, 2, 200, 0);
    let whole: String = (0..4).map(|n| fs::read_to_string(root.join(format!("part-{n}.jsonl"))).unwrap()).collect();
    let file = folder("archive-piece").join("nuit.jsonl");
    let bring = |piece: u64| {
        let share = Share { workers: 3, piece };
        archive::import(&server.desk("kiosque"), std::slice::from_ref(&file), &Default::default(), share, &mut |_| ())
            .unwrap()
    };
    let tasks = || number(&server, "select count(*) from kiosque_archive.task where done");
    fs::write(&file, &whole).unwrap();
    let came = bring(whole.len() as u64 / 6);
    assert_eq!((came.new, tasks() > 3), (200, true));
    let documents = |of: &str| json(&state, &["list", of])["documents"].clone();
    let (there, here) = (documents(&server.address("kiosque")), documents(file.to_str().unwrap()));
    assert!(there == here, "the same articles at the same places in the same order");
    // A file that grew is in other pieces, and nothing of what it was is left to do.
    let more = "{\"title\":\"Un soir\",\"text\":\"Le dernier bac est parti sans personne à bord.\"}\n";
    fs::write(&file, format!("{whole}{more}")).unwrap();
    let came = bring(whole.len() as u64 / 4);
    assert_eq!((came.new, came.left), (1, 0));
    assert_eq!(number(&server, "select count(*) from kiosque_archive.content"), 201);
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

fn query(dice: &mut Dice) -> String {
    let words =
        ["grève", "port", "maire", "hopital", "l'eau", "budget", "quai", "Sarvenne", "ligne", "passagers", "absent"];
    let one = |dice: &mut Dice| match dice.below(12) {
        0 => format!("\"{} {}\"", dice.of(&["grève au", "du", "maire de"]), dice.of(&["port", "ferry", "Sarvenne"])),
        1 => format!("{}*", dice.of(&["pass", "annon", "fer", "prefec"])),
        2 => format!("-{}", dice.of(&words)),
        3 => format!("{} OR {}", dice.of(&words), dice.of(&words)),
        4 => format!("source:{}", dice.of(&["phare", "\"dépêche d'Orvault\"", "matin", "port-info"])),
        5 => format!("title:{}", dice.of(&words)),
        6 => format!("date:{}", dice.of(&["2026-01", "2026-02..2026-03", "<2026-01-20", ">=2026-02-10", "2025"])),
        7 => dice.of(&["lang:fr", "lang:en", "state:keep", "is:read", "path:dumps", "entity:Kerdal"]).to_owned(),
        8 => format!("{}~1", dice.of(&["grave", "prot", "maires"])),
        _ => dice.of(&words).to_owned(),
    };
    (0..1 + dice.below(3)).map(|_| one(dice)).collect::<Vec<_>>().join(" ")
}

fn json(state: &Path, args: &[&str]) -> Value {
    let ran = run(state, Lang::EN, &[&args[..1], &["--format", "json"], &args[1..]].concat());
    serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{args:?}: {e}: {}", ran.err))
}

/// An archive whose months lie on several servers, the second month on the second and
/// so on, with the articles of a folder in it.
struct Spread {
    servers: Vec<Server>,
    root: PathBuf,
    state: PathBuf,
}

impl Spread {
    fn start(name: &str, months: usize, servers: usize) -> Result<Self, &'static str> {
        let root = folder(&format!("archive-{name}"));
        articles(&root, 7 + months as u64, months, 120, 30);
        let started = (0..servers).map(|n| Server::start(&format!("{name}-{n}")));
        let spread =
            Self { servers: started.collect::<Result<_, _>>()?, root, state: folder(&format!("archive-{name}-state")) };
        spread.servers.iter().for_each(|server| drop(said(import(server, &[]))));
        let here = &spread.servers[0];
        for (n, server) in spread.servers.iter().enumerate().skip(1) {
            let month = format!("2026-{:02}-01", n + 1);
            server.sql("kiosque", &format!("select kiosque_archive.open_month('{month}')")).unwrap();
            let lent = format!(
                "create extension if not exists postgres_fdw; \
                 create server s{n} foreign data wrapper postgres_fdw \
                 options (host '{}', dbname 'postgres', connect_timeout '2', batch_size '50'); \
                 create user mapping for kiosque server s{n} options (user 'kiosque', password_required 'false'); \
                 select kiosque_archive.open_month_at('{month}', 's{n}')",
                server.dir.display()
            );
            here.sql("kiosque", &lent).unwrap();
        }
        said(import(here, &[&spread.root]));
        Ok(spread)
    }

    fn address(&self) -> String {
        self.servers[0].address("kiosque")
    }
}

/// One text is kept, so that queries about decisions have something to find.
fn keep(state: &Path, key: &str) {
    act(state, 1, vec![(Target::Document(DocKey::parse(key).unwrap()), Change::State(State::Keep))]);
}

/// What the reader did.
fn act(state: &Path, at: i64, changes: Vec<(Target, Change)>) {
    let path = Paths::find(Some(state), None).unwrap().journal();
    let journal = Journal::open(&path, || {}).journal;
    journal.append(&Entry::new(at, "anne", What::Act(changes))).unwrap();
    journal.finish().unwrap();
}

/// Outlets, days, names and stories of an archive are counted as those of the folder are,
/// with what the reader corrected, and with a query.
fn counted_alike(state: &Path, address: &str, root: &str) {
    for by in ["source", "day", "month", "name", "story"] {
        for more in [&[][..], &["--filter", "grève OR port"]] {
            let asked = |of| [&["facets", of, "--by", by][..], more].concat();
            let (there, here) = (json(state, &asked(address)), json(state, &asked(root)));
            assert_eq!(there["facets"], here["facets"], "{by} {more:?}");
            assert!(there["facets"].as_array().unwrap().len() > 1 || by == "month", "{by}");
            assert_eq!(there["complete"], true);
        }
    }
}

/// Articles are named behind the address by their key, its beginning, or their place.
fn named_alone(state: &Path, address: &str, listed: &Value) {
    let (a, b) = (&listed[40], &listed[70]);
    let of = |document: &Value, digits| format!("{address}#{}", &document["key"].as_str().unwrap()[..digits]);
    for (named, wanted) in [(of(a, 32), a), (of(b, 10), b)] {
        let shown = json(state, &["show", &named]);
        let key = json(state, &["list", &named])["documents"][0]["key"].clone();
        assert_eq!((shown["documents"].as_array().unwrap().len(), &key), (1, &wanted["key"]), "{named}");
    }
    let place = |d: &Value| format!("{address}#{}#{}", d["path"].as_str().unwrap(), d["entry"].as_str().unwrap());
    let folder = json(state, &["compare", &place(a)[address.len() + 1..], &place(b)[address.len() + 1..]]);
    assert_eq!(json(state, &["compare", &of(a, 32), &place(b)]), folder);
    let both = json(state, &["matrix", &of(a, 12), &of(b, 12)]);
    assert_eq!(both["documents"].as_array().map(Vec::len), Some(2), "{both}");
    let ran = run(state, Lang::EN, &["show", &format!("{address}#00000000")]);
    assert_eq!(ran.code, 1, "{}", ran.err);
}

#[test]
fn an_archive_in_any_partitions_on_any_servers_answers_as_the_folder_does() {
    let asked = std::env::var("KIOSQUE_ARCHIVE_QUERIES").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    for (name, months, servers, partitions) in [("one", 1, 1, 1), ("two", 2, 2, 2), ("five", 4, 3, 5)] {
        let spread = match Spread::start(name, months, servers) {
            Ok(spread) => spread,
            Err(why) => return println!("left out: {why}"),
        };
        let (root, address, state) = (spread.root.to_str().unwrap(), spread.address(), &spread.state);
        assert_eq!(number(&spread.servers[0], "select count(*) from kiosque_archive.part"), partitions);
        let (there, here) = (json(state, &["list", &address]), json(state, &["list", root]));
        assert_eq!(there["documents"], here["documents"]);
        let here_listed = here.clone();
        assert_eq!(
            there["months"],
            serde_json::json!({ "all": partitions, "answered": partitions, "more": false, "silent": [] })
        );
        keep(state, here["documents"][5]["key"].as_str().unwrap());
        let mut dice = Dice(99);
        let queries: Vec<String> = (0..asked).map(|_| query(&mut dice)).collect();
        let file = state.join("terms.txt");
        fs::write(&file, queries.join("\n")).unwrap();
        let here = json(state, &["search", "--terms", file.to_str().unwrap(), root]);
        let here = here["queries"].as_array().unwrap();
        assert_eq!(here.len(), queries.len());
        let mut answered = 0;
        for (query, here) in queries.iter().zip(here) {
            let there = json(state, &["search", &format!(" {query}"), &address]);
            answered += usize::from(there["answering"] != 0);
            for field in ["total", "answering", "articles", "not_searched"] {
                assert_eq!(there[field], here[field], "{name}: {query}: {field}");
            }
        }
        assert!(answered * 2 > queries.len(), "{answered}");
        let claim = |field, value: &str| Change::Claim { field, value: Some(value.to_owned()) };
        let key = DocKey::parse(here_listed["documents"][50]["key"].as_str().unwrap()).unwrap();
        let another_day = (Target::Document(key), claim(ClaimField::Published, "2025-12-31"));
        let another_name = (Target::Source("Le Phare".to_owned()), claim(ClaimField::Source, "Le Grand Phare"));
        act(state, 2, vec![another_day, another_name]);
        counted_alike(state, &address, root);
        named_alone(state, &address, &here_listed["documents"]);
        println!(
            "{asked} queries to {partitions} partitions on {servers} servers: as the folder; {answered} found something"
        );
    }
}

#[test]
#[cfg(feature = "draw")]
fn an_archive_that_is_opened_with_a_query_shows_what_answers_and_is_judged_as_any_corpus() {
    use crate::support::{press, setup};
    use kiosque::job::{ArchiveInput, Input};
    use kiosque::shell::{Harness, Setup};
    let spread = match Spread::start("opened", 2, 1) {
        Ok(spread) => spread,
        Err(why) => return println!("left out: {why}"),
    };
    let (root, state) = (spread.root.to_str().unwrap(), &spread.state);
    let keys = |list: &Value| -> BTreeSet<String> {
        list["documents"].as_array().unwrap().iter().map(|d| d["key"].as_str().unwrap().to_owned()).collect()
    };
    let wanted = keys(&json(state, &["list", "--filter", "grève date:2026-02", root]));
    let query = "grève date:2026-02".to_owned();
    let input = ArchiveInput { address: spread.servers[0].desk("kiosque"), query, pull: Default::default() };
    let inputs = vec![Input::Archive(input)];
    let mut h = Harness::new(Setup { inputs, name: String::new(), ..setup(120, 40, Lang::EN) });
    let passing = h.model.filter.as_ref().unwrap().passing.clone();
    let shown: BTreeSet<String> = passing.iter().map(|id| h.model.library.key(*id).unwrap().to_string()).collect();
    assert!(!wanted.is_empty() && shown == wanted, "{shown:?} {wanted:?}");
    // What cannot answer stayed where it was.
    assert!(h.model.library.corpus.len() < keys(&json(state, &["list", root])).len());
    press(&mut h, "sk");
    let kept = h.model.triage.articles().filter(|(_, status)| status.state == State::Keep).count();
    assert_eq!(kept, 1);
}

#[test]
fn a_month_whose_server_stands_still_is_told_and_the_rest_is_answered() {
    let spread = match Spread::start("silent", 4, 3) {
        Ok(spread) => spread,
        Err(why) => return println!("left out: {why}"),
    };
    let (address, state) = (spread.address(), &spread.state);
    let all = json(state, &["list", &address]);
    let rest = |wanted: &dyn Fn(&str) -> bool| -> Vec<Value> {
        let documents = all["documents"].as_array().unwrap().iter();
        documents.filter(|d| wanted(d["published"]["value"].as_str().unwrap_or_default())).cloned().collect()
    };
    let partial = |silent: &[&str]| {
        let since = std::time::Instant::now();
        let ran = run(state, Lang::EN, &["list", &address, "--deadline", "2", "--format", "json"]);
        println!("without {silent:?}: answered after {:?}", since.elapsed());
        let list: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((ran.code, &list["months"]["answered"]), (3, &Value::from(5 - silent.len())), "{}", ran.err);
        assert_eq!(list["months"]["silent"], serde_json::json!(silent));
        let said = format!("{} of 5 months answered; {} did not", 5 - silent.len(), silent.join(", "));
        assert!(ran.err.contains(&said), "{}", ran.err);
        assert_eq!(
            list["documents"].as_array().unwrap()[..],
            rest(&|day| !silent.iter().any(|m| day.starts_with(m)))[..]
        );
    };
    spread.servers[2].signal("-STOP");
    partial(&["2026-03"]);
    spread.servers[1].kill();
    partial(&["2026-02", "2026-03"]);
    let counted = json(state, &["facets", &address, "--by", "month", "--deadline", "2"]);
    assert_eq!((&counted["complete"], &counted["months"]["answered"]), (&Value::from(false), &Value::from(3)));
    let january = counted["facets"].as_array().unwrap().iter().find(|f| f["value"] == "2026-01").unwrap();
    assert_eq!(january["articles"], rest(&|day| day.starts_with("2026-01")).len());
    let found = json(state, &["search", "date:2026-01", &address, "--deadline", "2"]);
    assert_eq!(found["answering"], rest(&|day| day.starts_with("2026-01")).len());
    spread.servers[2].signal("-CONT");
    spread.servers[1].up();
    assert_eq!(json(state, &["list", &address])["documents"], all["documents"]);
}
