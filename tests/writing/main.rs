//! Papers written to files: their names, what they are never written over, and what is said.

#[path = "../evening/mod.rs"]
mod evening;
#[path = "../common/skip.rs"]
mod skip;
#[path = "../common/terminal.rs"]
mod terminal;

mod all_papers;
mod crashes;
mod desk;
mod enclosed;
mod one_paper;
mod ownership;
mod register;
mod unsafe_names;
