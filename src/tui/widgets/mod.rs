//! Small things that several screens draw.

pub mod agenda_list;
pub mod apart;
pub mod bar;
pub mod big_letters;
pub mod hemicycle;
pub mod names;
pub mod panel;
pub mod search;
pub mod seat;
