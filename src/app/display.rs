//! The public display, as the secretary decides it: the panel, and what the display was told last.

pub mod scene;
