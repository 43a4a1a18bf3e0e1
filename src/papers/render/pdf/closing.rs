//! What ends a paper: who signs, and what another office stamps on it.

use std::rc::Rc;

use crate::papers::document::{Line, Signatory};
use crate::papers::render::Cut;

use super::flow::{BLACK, Flow, HAIRLINE, Paragraph, Place, text_mark};
use super::lines::{Alignment, natural_width, set};
use super::strips::{Hold, Mark, Strip};
use super::tagging::{ElementId, Role};

impl Flow<'_> {
    /// Titles in one row and names in the next, so that names line up; one who signs alone stands on the right. They
    /// never begin a page without the end of what they sign.
    pub fn signatures(&mut self, signatories: &[Signatory], place: &Place) {
        self.hold_last();
        let first = self.strips.len();
        let gap = self.size(1.5);
        let setting = self.setting(Cut::Bold, 1.0, Alignment::Left);
        let names = signatories.iter().map(|signatory| natural_width(&signatory.name, &setting, self.shaper));
        let across = side_by_side(signatories.len(), names.fold(0.0, f32::max), place.width, gap);
        let width = column(place.width, gap, across);
        // The place of each column; one who signs alone has the second.
        let columns: Vec<f32> = std::iter::successors(Some(place.x), |x| Some(x + width + gap))
            .skip(usize::from(signatories.len() == 1))
            .take(usize::from(across))
            .collect();
        for group in signatories.chunks(usize::from(across)) {
            let elements: Vec<ElementId> =
                group.iter().map(|_| self.elements.add(place.parent, Role::Paragraph)).collect();
            self.leave(self.size(1.2));
            let titles: Vec<&Line> = group.iter().map(|signatory| &signatory.title).collect();
            self.side_by_side(&titles, &columns, width, Cut::Regular, &elements, place);
            self.leave(self.size(3.6));
            let names: Vec<&Line> = group.iter().map(|signatory| &signatory.name).collect();
            self.side_by_side(&names, &columns, width, Cut::Bold, &elements, place);
        }
        if let Some([inside @ .., _]) = self.strips.get_mut(first..) {
            for strip in inside {
                strip.hold = Hold::Fast;
            }
        }
        self.leave(self.size(0.8));
    }

    fn side_by_side(
        &mut self,
        lines: &[&Line],
        columns: &[f32],
        width: f32,
        cut: Cut,
        elements: &[ElementId],
        place: &Place,
    ) {
        let setting = self.setting(cut, 1.0, Alignment::Left);
        let sides: Vec<_> = lines.iter().map(|line| set(line, &setting, width, self.shaper)).collect();
        let height = sides.iter().map(Vec::len).max().unwrap_or(0);
        for number in 0..height {
            let sides = sides.iter().zip(columns).zip(elements);
            let marks = sides
                .filter_map(|((rows, x), element)| {
                    let row = rows.get(number)?.clone();
                    Some(text_mark(row, &setting, *x, 0.0, BLACK, Some(*element)))
                })
                .collect();
            let strip = Strip { height: setting.leading, marks, bars: Rc::clone(&place.bars), ..Strip::default() };
            self.push(0.0, strip);
        }
    }

    /// A box around the lines, as wide as they are, on the page of what is stamped if there is room.
    pub fn stamp(&mut self, lines: &[Line], place: &Place) {
        let setting = self.setting(Cut::Regular, 0.95, Alignment::Left);
        let padding = self.size(0.7);
        let widest = lines.iter().map(|line| natural_width(line, &setting, self.shaper)).fold(0.0, f32::max);
        let width = (widest + 2.0 * padding + 0.5).min(place.width);
        let inside = Place { x: place.x + padding, width: width - 2.0 * padding, ..place.clone() };
        if let Some(last) = self.strips.last_mut() {
            last.hold = last.hold.max(Hold::Together);
        }
        let first = self.strips.len();
        self.leave(self.size(0.9));
        for line in lines {
            let element = self.elements.add(place.parent, Role::Paragraph);
            let paragraph = Paragraph { setting, colour: BLACK, around: (0.0, 0.0), hold: Hold::Free };
            self.paragraph(line, &paragraph, &inside, element);
        }
        let Some(strips) = self.strips.get_mut(first..) else { return };
        let count = strips.len();
        for (number, strip) in strips.iter_mut().enumerate() {
            let (over, under) =
                (if number == 0 { padding } else { 0.0 }, if number + 1 == count { padding } else { 0.0 });
            strip.marks = std::mem::take(&mut strip.marks).into_iter().map(|mark| mark.moved_down(over)).collect();
            strip.height += over + under;
            let side = |x: f32| Mark::Ground { x, y: 0.0, width: HAIRLINE, height: strip.height, colour: BLACK };
            let edge = |y: f32| Mark::Ground { x: place.x, y, width, height: HAIRLINE, colour: BLACK };
            let mut frame = vec![side(place.x), side(place.x + width - HAIRLINE)];
            if number == 0 {
                frame.push(edge(0.0));
            }
            if number + 1 == count {
                frame.push(edge(strip.height - HAIRLINE));
            }
            strip.marks.extend(frame);
        }
        self.keep_together_since(first);
        self.leave(self.size(0.9));
    }
}

/// How many sign side by side: all of three if their names have room, else two by two.
fn side_by_side(count: usize, longest_name: f32, width: f32, gap: f32) -> u8 {
    if count == 3 && longest_name <= column(width, gap, 3) { 3 } else { 2 }
}

fn column(width: f32, gap: f32, across: u8) -> f32 {
    let across = f32::from(across);
    (width - gap * (across - 1.0)) / across
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_sign_side_by_side_if_their_names_have_room_and_others_two_by_two() {
        let across = |count, longest| side_by_side(count, longest, 460.0, 20.0);
        assert_eq!([1, 2, 3, 4].map(|count| across(count, 140.0)), [2, 2, 3, 2]);
        assert_eq!(across(3, 141.0), 2);
    }
}
