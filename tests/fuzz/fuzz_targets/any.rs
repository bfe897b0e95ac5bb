//! One target of `targets.rs` for libFuzzer: `KIOSQUE_FUZZ_TARGET` names it.

#![no_main]

#[path = "../targets.rs"]
mod targets;

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TARGET: LazyLock<&targets::Target> = LazyLock::new(|| {
    let name = std::env::var("KIOSQUE_FUZZ_TARGET").expect("KIOSQUE_FUZZ_TARGET names a target");
    targets::all().find(|t| t.name == name).expect("a target of that name")
});

fuzz_target!(|data: &[u8]| (TARGET.run)(data));
