//! The program: wires the library to the terminal and the disk.

fn main() {}
