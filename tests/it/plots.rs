//! Plots from the command line: the same figures as lines and as a picture.

use std::path::Path;
use std::process::{Command, Output};

fn run(args: &[&str], locale: &str) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_kiosque"));
    command.args(args).arg("assets/demo").current_dir(root).env("LC_ALL", locale);
    command.arg("--state-dir").arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("plots"));
    command.output().unwrap()
}

fn text(out: &Output) -> String {
    String::from_utf8(out.stdout.clone()).unwrap()
}

#[test]
fn days_overlap_and_places_are_drawn_with_their_numbers() {
    for args in [
        &["timeline", "--format", "plot"][..],
        &["matrix", "--format", "plot"],
        &["names", "--of", "Sarvenne", "--format", "plot"],
    ] {
        let blocks = run(args, "C.UTF-8");
        assert_eq!(blocks.status.code(), Some(0), "{args:?} {}", String::from_utf8_lossy(&blocks.stderr));
        let blocks = text(&blocks);
        assert!(
            blocks.lines().count() > 4 && blocks.lines().all(|l| kiosque::text::width::width(l) <= 130),
            "{blocks}"
        );
        let plain = text(&run(args, "C"));
        assert!(!plain.contains(['█', '┃', '·']), "{plain}");
        assert_eq!(plain.lines().count(), blocks.lines().count());
    }
}

#[test]
fn a_picture_is_the_same_on_every_run() {
    for args in [&["timeline", "--format", "svg"][..], &["names", "--of", "Sarvenne", "--format", "svg"]] {
        let first = text(&run(args, "C"));
        assert!(first.starts_with("<svg ") && first.ends_with("</svg>\n"), "{first}");
        assert_eq!(first, text(&run(args, "C.UTF-8")));
    }
}

#[test]
fn a_plot_of_no_name_says_how_to_give_one() {
    let out = run(&["names", "--format", "plot"], "C");
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("--of"));
}
