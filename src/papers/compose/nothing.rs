//! How nothing is written in the lists of a paper (*convention* of the assembly): « Néant », « 0 » or « / ».
//!
//! One pass over a paper that is composed, so that no list is forgotten. The figures of a vote are written by
//! [`super::vote`].

use crate::council::conventions::Zero;
use crate::french::figures::nothing;
use crate::papers::document::{Block, Document, Line};

/// Writes an empty list as the assembly does; by default each writer has « Néant ».
pub fn write_nothing(document: &mut Document, zero: Zero) {
    if !matches!(zero, Zero::ByPlace | Zero::Nothing) {
        blocks(&mut document.blocks, zero);
    }
}

fn blocks(all: &mut [Block], zero: Zero) {
    for block in all {
        match block {
            Block::Names(list) if list.names.is_empty() => list.names.push(Line::prose(nothing(zero))),
            Block::List(_, items) => items.iter_mut().for_each(|item| blocks(item, zero)),
            Block::Enclosed(inside) | Block::KeepTogether(inside) => blocks(inside, zero),
            _ => {}
        }
    }
}
