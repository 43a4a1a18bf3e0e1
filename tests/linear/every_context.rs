//! Every context is heard when it comes, and each key leaves a line.
