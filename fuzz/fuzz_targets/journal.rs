//! Any journal and what followed its close. What must hold is said in `tests/fuzzed/journal.rs`.
#![no_main]
#![allow(dead_code, reason = "each target uses a part of what the properties share")]

#[path = "../../tests/fuzzed/clean.rs"]
mod clean;
#[path = "../../tests/fuzzed/draws.rs"]
mod draws;
#[path = "../../tests/common/invariants.rs"]
mod invariants;
#[path = "../../tests/fuzzed/journal.rs"]
mod journal;
#[path = "../../tests/fuzzed/samples.rs"]
mod samples;
#[path = "../../tests/fuzzed/tokens.rs"]
mod tokens;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    journal::holds(bytes);
});
