//! The keys that rows are made of.

use crate::app::key::Key;

use super::Stroke::{self, Digit, Is, Letter};

pub(super) const LETTERS: &[Stroke] = &[Letter];
pub(super) const DIGITS: &[Stroke] = &[Digit];
pub(super) const COMMA: &[Stroke] = &[Is(Key::Char(',')), Is(Key::Function(5))];
pub(super) const SEMICOLON: &[Stroke] = &[Is(Key::Char(';')), Is(Key::Function(6))];
pub(super) const COLON: &[Stroke] = &[Is(Key::Char(':')), Is(Key::Function(7))];
pub(super) const EXCLAMATION: &[Stroke] = &[Is(Key::Char('!')), Is(Key::Function(8))];
pub(super) const EQUALS: &[Stroke] = &[Is(Key::Char('='))];
pub(super) const LESS: &[Stroke] = &[Is(Key::Char('<'))];
pub(super) const FASTER: &[Stroke] = &[Is(Key::Char('+')), Is(Key::Char('=')), Is(Key::Up)];
pub(super) const SLOWER: &[Stroke] = &[Is(Key::Char('-')), Is(Key::Down)];
pub(super) const SPACE: &[Stroke] = &[Is(Key::Char(' '))];
pub(super) const ENTER: &[Stroke] = &[Is(Key::Enter)];
pub(super) const ESCAPE: &[Stroke] = &[Is(Key::Escape)];
pub(super) const DELETE: &[Stroke] = &[Is(Key::Delete)];
pub(super) const LEAVE_NOTES: &[Stroke] = &[Is(Key::Escape), Is(Key::Function(2))];
pub(super) const BACKSPACE: &[Stroke] = &[Is(Key::Backspace)];
pub(super) const UNDO: &[Stroke] = &[Is(Key::Backspace), Is(Key::Ctrl('z'))];
pub(super) const CTRL_Z: &[Stroke] = &[Is(Key::Ctrl('z'))];
pub(super) const CTRL_Y: &[Stroke] = &[Is(Key::Ctrl('y'))];
pub(super) const UP: &[Stroke] = &[Is(Key::Up)];
pub(super) const DOWN: &[Stroke] = &[Is(Key::Down)];
pub(super) const LEFT: &[Stroke] = &[Is(Key::Left)];
pub(super) const RIGHT: &[Stroke] = &[Is(Key::Right)];
pub(super) const HOME: &[Stroke] = &[Is(Key::Home)];
pub(super) const END: &[Stroke] = &[Is(Key::End)];
pub(super) const PAGE_UP: &[Stroke] = &[Is(Key::PageUp)];
pub(super) const PAGE_DOWN: &[Stroke] = &[Is(Key::PageDown)];
pub(super) const TAB: &[Stroke] = &[Is(Key::Tab)];
pub(super) const F1: &[Stroke] = &[Is(Key::Function(1))];
pub(super) const F1_OR_MARK: &[Stroke] = &[Is(Key::Function(1)), Is(Key::Char('?'))];
pub(super) const F2: &[Stroke] = &[Is(Key::Function(2))];
pub(super) const F3: &[Stroke] = &[Is(Key::Function(3))];
pub(super) const F4: &[Stroke] = &[Is(Key::Function(4))];
pub(super) const F6: &[Stroke] = &[Is(Key::Function(6))];
pub(super) const F7: &[Stroke] = &[Is(Key::Function(7))];
pub(super) const F9: &[Stroke] = &[Is(Key::Function(9))];
pub(super) const CTRL_E: &[Stroke] = &[Is(Key::Ctrl('e'))];
pub(super) const CTRL_P: &[Stroke] = &[Is(Key::Ctrl('p'))];
pub(super) const CTRL_Q: &[Stroke] = &[Is(Key::Ctrl('q'))];
pub(super) const CTRL_C: &[Stroke] = &[Is(Key::Ctrl('c'))];
pub(super) const CTRL_R: &[Stroke] = &[Is(Key::Ctrl('r'))];
pub(super) const CTRL_T: &[Stroke] = &[Is(Key::Ctrl('t'))];
pub(super) const CTRL_O: &[Stroke] = &[Is(Key::Ctrl('o'))];
pub(super) const ESCAPE_OR_Q: &[Stroke] = &[Is(Key::Escape), Is(Key::Char('q'))];
pub(super) const CTRL_Q_OR_C: &[Stroke] = &[Is(Key::Ctrl('q')), Is(Key::Ctrl('c'))];
pub(super) const CTRL_S: &[Stroke] = &[Is(Key::Ctrl('s'))];

/// The signs that say a choice.
pub(super) const CHOICES: &[Stroke] = &[Is(Key::Char(',')), Is(Key::Char(';')), Is(Key::Char(':')), Is(Key::Char('!'))];
