//! The screens as data: what each one holds, and what a key does. Pure: draws nothing, writes nothing.
