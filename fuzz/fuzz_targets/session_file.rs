//! Any session file, and any table of members beside one. What must hold is said in `tests/fuzzed/session_file.rs`.
#![no_main]
#![allow(dead_code, reason = "each target uses a part of what the properties share")]

#[path = "../../tests/fuzzed/clean.rs"]
mod clean;
#[path = "../../tests/fuzzed/draws.rs"]
mod draws;
#[path = "../../tests/fuzzed/samples.rs"]
mod samples;
#[path = "../../tests/fuzzed/session_file.rs"]
mod session_file;
#[path = "../../tests/fuzzed/tokens.rs"]
mod tokens;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    session_file::holds(bytes);
});
