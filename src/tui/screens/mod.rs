//! One file a screen, under the same names as in `app`.

pub mod agenda;
pub mod gesture;
pub mod help;
pub mod notes;
pub mod panels;
pub mod preview;
pub mod roll_call;
pub mod vote;
