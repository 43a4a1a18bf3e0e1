//! The end of the terminal, and what is no terminal.
