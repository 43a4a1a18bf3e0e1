//! What stands over the text of the first page: the mark of a draft, the letterhead, the logo.

use krilla::Data;
use krilla::image::Image;

use crate::look::{Logo, PictureKind};
use crate::papers::document::{Line, Run};
use crate::papers::render::{Cut, NotRendered};

use super::flow::{Flow, HAIRLINE, Place, text_mark};
use super::lines::{Alignment, set};
use super::sheet::MILLIMETRE;
use super::strips::{Hold, Mark, Strip};
use super::tagging::Role;

/// The picture of a logo.
///
/// # Errors
/// [`NotRendered::BadLogo`] if it is not what its format says.
pub fn picture(logo: &Logo) -> Result<Image, NotRendered> {
    let data = || Data::from(logo.bytes.to_vec());
    let image = match logo.kind {
        PictureKind::Png => Image::from_png(data(), false),
        PictureKind::Jpeg => Image::from_jpeg(data(), false),
    };
    image.map_err(|_| NotRendered::BadLogo)
}

impl Flow<'_> {
    /// The logo and beside it the lines of the letterhead, a rule under them.
    pub fn letterhead(&mut self, place: &Place) {
        let setting = self.setting(Cut::Regular, 1.0, Alignment::Left);
        let mut marks = Vec::new();
        let (mut x, mut height) = (place.x, 0.0_f32);
        if let Some(logo) = &self.look.logo {
            #[allow(clippy::cast_precision_loss, reason = "pixels of a picture")]
            let shape = logo.pixels.0.max(1) as f32 / logo.pixels.1.max(1) as f32;
            let wanted = f32::from(logo.height) * MILLIMETRE;
            let width = (wanted * shape).min(place.width * 0.45);
            height = width / shape;
            let element = self.elements.add(place.parent, Role::Figure(logo.says.clone()));
            marks.push(Mark::Logo { x, width, height, element });
            x += width + self.size(1.2);
        }
        let mut rows = Vec::new();
        for (number, line) in self.look.letterhead.iter().enumerate() {
            let run = Run::prose(line);
            let line = Line::from(if number == 0 { run.bold() } else { run });
            let element = self.elements.add(place.parent, Role::Paragraph);
            let set = set(&line, &setting, place.x + place.width - x, self.shaper);
            rows.extend(set.into_iter().map(|row| (row, element)));
        }
        if marks.is_empty() && rows.is_empty() {
            return;
        }
        #[allow(clippy::cast_precision_loss, reason = "lines of a letterhead")]
        let text_height = rows.len() as f32 * setting.leading;
        let mut y = ((height - text_height) / 2.0).max(0.0);
        height = height.max(text_height) + self.size(0.5);
        for (row, element) in rows {
            marks.push(text_mark(row, &setting, x, y, self.look.accent, Some(element)));
            y += setting.leading;
        }
        let colour = self.look.accent;
        marks.push(Mark::Ground { x: place.x, y: height, width: place.width, height: HAIRLINE, colour });
        self.push(0.0, Strip { height: height + HAIRLINE, marks, hold: Hold::Together, ..Strip::default() });
        self.leave(self.size(1.8));
    }
}
