//! hemicycle records the séance of a French council. See ARCHITECTURE.md for the house and its walls.

pub mod app;
pub mod cli;
pub mod council;
pub mod exchange;
pub mod french;
pub mod look;
pub mod open;
pub mod papers;
pub mod run;
pub mod signals;
pub mod store;
pub mod tui;
pub mod verbs;
