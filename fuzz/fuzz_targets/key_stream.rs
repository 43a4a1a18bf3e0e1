//! Any keys, sizes, pastes and answers of the disk. What must hold is said in `tests/fuzzed/key_stream.rs`.
#![no_main]
#![allow(dead_code, reason = "each target uses a part of what the properties share")]

#[path = "../../tests/fuzzed/clean.rs"]
mod clean;
#[path = "../../tests/fuzzed/draws.rs"]
mod draws;
#[path = "../../tests/fuzzed/key_stream.rs"]
mod key_stream;
#[path = "../../tests/fuzzed/keyboard.rs"]
mod keyboard;
#[path = "../../tests/fuzzed/samples.rs"]
mod samples;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    key_stream::holds(bytes);
});
