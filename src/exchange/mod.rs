//! Open data: what leaves the house for other programs.
