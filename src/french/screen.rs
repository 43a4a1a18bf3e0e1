//! The words of the screens.

pub mod actions;
pub mod agenda;
pub mod card;
pub mod consequences;
pub mod display;
pub mod first_time;
pub mod gesture;
pub mod head;
pub mod help;
pub mod hemicycle;
pub mod home;
pub mod journal;
pub mod labels;
pub mod names;
pub mod notes;
pub mod preview;
pub mod rehearsal;
pub mod replay;
pub mod roll_call;
pub mod said;
pub mod search;
pub mod story;
pub mod taken_back;
pub mod titles;
pub mod told;
pub mod where_we_are;
