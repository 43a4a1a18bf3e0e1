//! Any ODT model. What must hold is said in `tests/fuzzed/model.rs`.
#![no_main]
#![allow(dead_code, reason = "each target uses a part of what the properties share")]

#[path = "../../tests/fuzzed/clean.rs"]
mod clean;
#[path = "../../tests/fuzzed/draws.rs"]
mod draws;
#[path = "../../tests/fuzzed/model.rs"]
mod model;
#[path = "../../tests/fuzzed/samples.rs"]
mod samples;
#[path = "../../tests/fuzzed/tokens.rs"]
mod tokens;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    model::holds(bytes);
});
