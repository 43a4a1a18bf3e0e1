//! The words of the screens.

pub mod labels;
pub mod said;
pub mod titles;
