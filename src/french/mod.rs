//! Every French word that the program says or prints. Takes typed data, gives sentences.

pub mod figures;
pub mod file;
pub mod findings;
pub mod numbers;
pub mod record;
pub mod screen;
pub mod seal;
pub mod sentences;
pub mod typography;
