//! Every target of `tests/fuzz` on mutations of its seeds: cut, spliced,
//! repeated, with pieces of other seeds and bytes that are none. The same on
//! every run; `KIOSQUE_FUZZ_SECONDS` goes on for so long with each target, and
//! `KIOSQUE_FUZZ_TARGET` chooses one. What makes a target fail is kept in the
//! folder of builds, and belongs into the folder of its seeds.

#[path = "../fuzz/targets.rs"]
mod targets;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use targets::Target;

/// Mutations of each target in a run of the tests.
const ROUNDS: usize = 40;

/// Bytes that a mutation has at most: deep ones cost more time than they find.
const MOST: usize = 24 << 10;

/// Pieces that no seed has.
const STRANGE: [&[u8]; 20] = [
    b"\0",
    b"\xff",
    b"\xc3",
    b"\xe2\x80",
    b"\r",
    b"\r\n",
    b"\n\n",
    b"\t",
    b"\x1b[2J",
    "\u{202e}".as_bytes(),
    "e\u{301}".as_bytes(),
    "\u{2028}".as_bytes(),
    b"\"",
    b"'",
    b"&#0;",
    b"<",
    b"]]>",
    b"99999999999999999999",
    b"-1",
    b"%",
];

/// A small generator (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }

    /// A stretch of some bytes.
    fn stretch(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let from = self.below(bytes.len() + 1);
        let most = if self.below(4) == 0 { bytes.len() - from } else { 24.min(bytes.len() - from) };
        from..from + self.below(most + 1)
    }
}

fn folder(target: &Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds").join(target.name)
}

/// The seeds of a target, in the order of their names.
fn seeds(target: &Target) -> Vec<Vec<u8>> {
    let folder = folder(target);
    let files = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = files.map(|f| f.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|p| fs::read(p).unwrap()).collect()
}

/// A seed changed a few times.
fn mutation(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut out = seeds[dice.below(seeds.len())].clone();
    for _ in 0..=dice.below(6) {
        let at = dice.below(out.len() + 1);
        match dice.below(8) {
            0 if !out.is_empty() => {
                let at = at.min(out.len() - 1);
                out[at] ^= 1 << dice.below(8);
            }
            1 => {
                let gone = dice.stretch(&out);
                out.drain(gone);
            }
            2 => {
                let piece = STRANGE[dice.below(STRANGE.len())];
                out.splice(at..at, piece.iter().copied());
            }
            3 => {
                // Nested, or again and again.
                let piece = out[dice.stretch(&out)].to_vec();
                let times = if dice.below(6) == 0 { 300 } else { 1 + dice.below(4) };
                out.splice(at..at, piece.repeat(times));
            }
            4 | 5 => {
                let other = &seeds[dice.below(seeds.len())];
                let piece = other[dice.stretch(other)].to_vec();
                let gone = at..at + dice.stretch(&out[at..]).end;
                out.splice(gone, piece);
            }
            6 => out.truncate(at),
            _ => {
                let byte = dice.below(256) as u8;
                out.insert(at, byte);
            }
        }
        out.truncate(MOST);
    }
    out
}

/// Runs a target; what makes it fail is kept, and said with where.
fn holds(target: &Target, bytes: &[u8]) -> Result<(), String> {
    let Err(panic) = catch_unwind(AssertUnwindSafe(|| (target.run)(bytes))) else { return Ok(()) };
    let said =
        panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned()));
    let name = format!("{}-{:08x}", target.name, crc32fast::hash(bytes));
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&kept, bytes).unwrap();
    Err(format!("{}: {} ({})", target.name, said.unwrap_or_default(), kept.display()))
}

fn tried(target: &Target, rounds: usize, long: Option<Duration>) -> Vec<String> {
    let (seeds, begun) = (seeds(target), Instant::now());
    let mut failed: Vec<String> = seeds.iter().filter_map(|seed| holds(target, seed).err()).collect();
    let mut dice = Dice(u64::from(crc32fast::hash(target.name.as_bytes())));
    if long.is_some() {
        // Long runs go where no run was before.
        dice.0 ^= std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_nanos() as u64);
    }
    for round in 0.. {
        if failed.len() > 4 || long.map_or(round >= rounds, |long| begun.elapsed() >= long) {
            break;
        }
        failed.extend(holds(target, &mutation(&seeds, &mut dice)).err());
    }
    failed
}

#[test]
fn every_target_holds_on_its_seeds_and_on_mutations_of_them() {
    let long = std::env::var("KIOSQUE_FUZZ_SECONDS").ok().and_then(|s| s.parse().ok()).map(Duration::from_secs);
    let only = std::env::var("KIOSQUE_FUZZ_TARGET").ok();
    let all: Vec<&Target> = targets::all().filter(|t| only.as_deref().is_none_or(|name| name == t.name)).collect();
    // Two at a time, as many as the smallest machine has cores.
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        let mut failed = Vec::new();
        while let Some(target) = all.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
            failed.extend(tried(target, ROUNDS, long));
        }
        failed
    };
    let failed = std::thread::scope(|scope| {
        let other = scope.spawn(work);
        let mut failed = work();
        failed.extend(other.join().unwrap());
        failed
    });
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn every_folder_of_seeds_is_that_of_a_target() {
    let names: Vec<&str> = targets::all().map(|t| t.name).collect();
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds")).unwrap();
    for folder in folders.map(|f| f.unwrap().file_name()) {
        assert!(names.iter().any(|n| *n == folder), "{folder:?} is no target");
    }
}
