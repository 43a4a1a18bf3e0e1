//! French typography: no-break spaces, apostrophes, what is never broken.
