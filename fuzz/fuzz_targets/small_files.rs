//! Any charter, sentences, preferences, display file, list of séances and notes. What must hold is said in `tests/fuzzed/small_files.rs`.
#![no_main]
#![allow(dead_code, reason = "each target uses a part of what the properties share")]

#[path = "../../tests/fuzzed/clean.rs"]
mod clean;
#[path = "../../tests/fuzzed/draws.rs"]
mod draws;
#[path = "../../tests/fuzzed/samples.rs"]
mod samples;
#[path = "../../tests/fuzzed/small_files.rs"]
mod small_files;
#[path = "../../tests/fuzzed/tokens.rs"]
mod tokens;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    small_files::holds(bytes);
});
