//! Every French word that the program says or prints. Takes typed data, gives sentences.

pub mod articles;
pub mod chronicle;
pub mod command_line;
pub mod course;
pub mod figures;
pub mod file;
pub mod findings;
pub mod grammar;
pub mod lists;
pub mod minutes;
pub mod models;
pub mod numbers;
pub mod papers;
pub mod program;
pub mod quorum;
pub mod record;
pub mod rectifications;
pub mod recusals;
pub mod screen;
pub mod seal;
pub mod sentences;
pub mod settings;
pub mod styles;
pub mod typography;
