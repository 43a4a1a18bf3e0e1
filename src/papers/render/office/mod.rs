//! What the two word processor formats share: a package of parts, XML, the named styles, measures.

pub mod columns;
pub mod package;
pub mod pieces;
pub mod styles;
pub mod units;
pub mod xml;
