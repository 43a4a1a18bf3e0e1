//! hemicycle records the séance of a French council. See ARCHITECTURE.md for the house and its walls.

pub mod app;
pub mod caught;
pub mod cli;
pub mod clock;
pub mod council;
pub mod desk;
pub mod display;
pub mod exchange;
pub mod french;
pub mod home;
pub mod linear;
pub mod look;
pub mod open;
pub mod papers;
pub mod rehearse;
pub mod replay;
pub mod run;
pub mod seating;
pub mod signals;
pub mod store;
pub mod tui;
pub mod verbs;
