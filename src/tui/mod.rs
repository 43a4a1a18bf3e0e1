//! Draws the screens. Knows the terminal, never the disk.
