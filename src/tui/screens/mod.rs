//! One file a screen, under the same names as in `app`.

pub mod agenda;
pub mod display;
pub mod gesture;
pub mod help;
pub mod home;
pub mod journal;
pub mod notes;
pub mod panels;
pub mod preview;
pub mod projection;
pub mod replay;
pub mod roll_call;
pub mod vote;
