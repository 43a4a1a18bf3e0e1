//! The last hand on a screen in high contrast: thick lines, and bars in the terminal's own ink.
//!
//! What has a state is set on a plate of two colours, for its letters to be read on any background. A bar has no letters:
//! of a plate it would show the ink, black on a black terminal. It is drawn in the terminal's own ink, which is what its
//! owner reads best; the word beside it says what it counts.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::theme::own_ink;

/// Rewrites the cells of that area.
pub fn settle(buf: &mut Buffer, area: Rect) {
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            settle_cell(&mut buf[(x, y)]);
        }
    }
}

fn settle_cell(cell: &mut Cell) {
    let mut characters = cell.symbol().chars();
    let (Some(character), None) = (characters.next(), characters.next()) else { return };
    if character == '┆' || ('\u{2580}'..='\u{259f}').contains(&character) {
        own_ink(cell);
    }
    if let Some(thick) = thick(character) {
        cell.set_char(thick);
    }
}

/// The same sign, thicker, of the same width.
fn thick(character: char) -> Option<char> {
    Some(match character {
        '─' => '━',
        '│' => '┃',
        '╭' | '┌' => '┏',
        '╮' | '┐' => '┓',
        '╰' | '└' => '┗',
        '╯' | '┘' => '┛',
        '├' => '┣',
        '┤' => '┫',
        '┬' => '┳',
        '┴' => '┻',
        '┼' => '╋',
        '┆' => '┇',
        _ => return None,
    })
}
