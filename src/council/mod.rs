//! The council core: the law of the room, the tally, the record. Pure: no disk, no terminal, no clock, no French.

pub mod agenda;
pub mod attendance;
pub mod ballot;
pub mod chronicle;
pub mod code;
pub mod command;
pub mod correction;
pub mod decide;
pub mod docket;
pub mod event;
pub mod finding;
pub mod history;
pub mod hour;
pub mod id;
pub mod law;
pub mod name;
pub mod outcome;
pub mod plain;
pub mod printed;
pub mod quorum;
pub mod recusal;
pub mod room;
pub mod roster;
pub mod settings;
pub mod sitting;
pub mod tally;
