//! What is wrong with a session file, in French.
