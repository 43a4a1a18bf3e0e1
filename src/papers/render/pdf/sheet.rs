//! The sheet: where the text may stand, in points.

use crate::look::Look;
use crate::papers::render::NotRendered;

/// Points in a millimetre.
pub const MILLIMETRE: f32 = 72.0 / 25.4;
/// The least width and height that a text needs.
const LEAST: f32 = 100.0;
/// The widest sheet that a reader of PDF must know.
const MOST: f32 = 14_400.0;
/// The least room over and under the text, for what stands there.
const LEAST_MARGIN: f32 = 30.0;

/// A sheet and its text, in points.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// Width of the sheet.
    pub width: f32,
    /// Height of the sheet.
    pub height: f32,
    /// Left edge of the text.
    pub left: f32,
    /// Top of the text.
    pub top: f32,
    /// Width of the text.
    pub text_width: f32,
    /// Height of the text.
    pub text_height: f32,
}

impl Sheet {
    /// The sheet of a look.
    ///
    /// # Errors
    /// [`NotRendered::BadSheet`] where there is no room for a text.
    pub fn of(look: &Look) -> Result<Self, NotRendered> {
        let (width, height) = (look.sheet.0 * MILLIMETRE, look.sheet.1 * MILLIMETRE);
        let margins = look.margins;
        let left = (margins.left * MILLIMETRE).max(0.0);
        let top = (margins.top * MILLIMETRE).max(LEAST_MARGIN);
        let text_width = width - left - (margins.right * MILLIMETRE).max(0.0);
        let text_height = height - top - (margins.bottom * MILLIMETRE).max(LEAST_MARGIN);
        let has_room = text_width >= LEAST.max(8.0 * look.size) && text_height >= LEAST.max(8.0 * look.size);
        let is_a_size = width <= MOST && height <= MOST && (4.0..=72.0).contains(&look.size);
        let are_numbers = [margins.top, margins.right, margins.bottom, margins.left].iter().all(|it| it.is_finite());
        if has_room && is_a_size && are_numbers {
            Ok(Self { width, height, left, top, text_width, text_height })
        } else {
            Err(NotRendered::BadSheet)
        }
    }
}
