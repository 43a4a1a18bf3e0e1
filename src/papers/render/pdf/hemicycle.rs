//! The picture of a public ballot in vectors, its legend in real words, and what it says of each group.

use std::rc::Rc;

use crate::papers::document::{Hemicycle, Line, Style};
use crate::papers::render::Cut;
use crate::papers::render::hemicycle::{Outline, Shape, draw, sign_of_the_legend};

use super::flow::{BLACK, Flow, Place, text_mark};
use super::lines::{Alignment, Setting, natural_width, set};
use super::strips::{Hold, Mark, Strip};
use super::tagging::{ElementId, Role};

impl Flow<'_> {
    /// The picture is one figure, heard in words; its legend and its caption are on its page.
    pub fn hemicycle(&mut self, hemicycle: &Hemicycle, place: &Place) {
        let first = self.strips.len();
        let figure = self.elements.add(place.parent, Role::Figure(hemicycle.says.clone()));
        let setting = self.setting(Cut::Regular, 0.8, Alignment::Left);
        let wide = |words: &str| natural_width(&Line::prose(words), &setting, self.shaper);
        let drawing = draw(hemicycle, place.width, setting.size, wide);
        let mut marks: Vec<Mark> =
            drawing.shapes.into_iter().map(|shape| drawn(shape, (place.x, 0.0), Some(figure))).collect();
        for label in &drawing.labels {
            let Some(wedge) = hemicycle.groups.get(label.group) else { continue };
            let rows = set(&wedge.name, &setting, label.width + 1.0, self.shaper);
            let top = label.y - setting.leading / 2.0;
            let words = rows.into_iter().take(1);
            marks.extend(words.map(|row| text_mark(row, &setting, place.x + label.x, top, BLACK, Some(figure))));
        }
        let strip = Strip { height: drawing.height, marks, bars: Rc::clone(&place.bars), ..Strip::default() };
        self.push(self.size(0.6), strip);
        self.leave(self.size(0.3));
        self.legend(hemicycle, place);
        if let Some(caption) = &hemicycle.caption {
            self.styled(Style::Text, caption, place);
        }
        self.keep_together_since(first);
        self.leave(self.size(0.6));
    }

    /// Signs and words side by side, as many on a row as it has room for.
    fn legend(&mut self, hemicycle: &Hemicycle, place: &Place) {
        let setting = self.setting(Cut::Regular, 0.9, Alignment::Left);
        let (sign, gap) = (setting.size * 1.1, setting.size * 1.6);
        let element = self.elements.add(place.parent, Role::Paragraph);
        let mut rows: Vec<Vec<(&(_, Line), f32)>> = vec![Vec::new()];
        let mut taken = 0.0;
        for item in &hemicycle.legend {
            let width = sign + natural_width(&item.1, &setting, self.shaper);
            if taken > 0.0 && taken + width > place.width {
                rows.push(Vec::new());
                taken = 0.0;
            }
            taken += width + gap;
            if let Some(row) = rows.last_mut() {
                row.push((item, width));
            }
        }
        for row in rows.into_iter().filter(|row| !row.is_empty()) {
            let all: f32 = row.iter().map(|(_, width)| width + gap).sum::<f32>() - gap;
            let mut x = place.x + ((place.width - all) / 2.0).max(0.0);
            let mut marks = Vec::new();
            for ((shown, words), width) in row {
                let at = (setting.size * 0.45, setting.leading * 0.5);
                let shapes = sign_of_the_legend(*shown, at, setting.size * 0.38);
                marks.extend(shapes.into_iter().map(|shape| drawn(shape, (x, 0.0), None)));
                marks.extend(self.words(words, &setting, (x + sign, width), element));
                x += width + gap;
            }
            let strip = Strip {
                height: setting.leading,
                marks,
                bars: Rc::clone(&place.bars),
                hold: Hold::Together,
                ..Strip::default()
            };
            self.push(0.0, strip);
        }
        self.leave(self.size(0.4));
    }

    fn words(&self, words: &Line, setting: &Setting, (x, width): (f32, f32), element: ElementId) -> Option<Mark> {
        // A hair more than it takes, so that no word is sent to another row.
        let row = set(words, setting, width + 2.0, self.shaper).into_iter().next()?;
        Some(text_mark(row, setting, x, 0.0, BLACK, Some(element)))
    }
}

/// A shape as a mark, moved there, to a hundredth of a point.
fn drawn(shape: Shape, (left, top): (f32, f32), element: Option<ElementId>) -> Mark {
    let near = |length: f32| (length * 100.0).round() / 100.0;
    let moved = |(x, y): (f32, f32)| (near(left + x), near(top + y));
    let outline = match shape.outline {
        Outline::Circle(centre, radius) => Outline::Circle(moved(centre), near(radius)),
        Outline::Corners(corners) => Outline::Corners(corners.into_iter().map(moved).collect()),
    };
    Mark::Shape { shape: Shape { colour: shape.colour, outline }, element }
}
