//! Any course. What must hold is said in `tests/fuzzed/course.rs`.
#![no_main]
#![allow(dead_code, reason = "each target uses a part of what the properties share")]

#[path = "../../tests/fuzzed/clean.rs"]
mod clean;
#[path = "../../tests/fuzzed/course.rs"]
mod course;
#[path = "../../tests/fuzzed/draws.rs"]
mod draws;
#[path = "../../tests/common/invariants.rs"]
mod invariants;
#[path = "../../tests/fuzzed/samples.rs"]
mod samples;
#[path = "../../tests/fuzzed/tokens.rs"]
mod tokens;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    course::holds(bytes);
});
