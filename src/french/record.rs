//! What happened to the record on the disk, in French.
