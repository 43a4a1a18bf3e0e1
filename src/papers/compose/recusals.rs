//! Who took no part in a report, and the powers that fell with them.

use crate::council::ballot::Vote;
use crate::council::chronicle::What;
use crate::council::id::ReportId;
use crate::council::room::Seat;
use crate::council::sitting::Sitting;
use crate::french::recusals::{self as words, TakesNoPart};
use crate::papers::document::{Block, Line, Style};

/// One sentence a member who took no part, then one a power that was not used. Who left both sides of the quorum is told
/// with its figures.
pub fn sentences(sitting: &Sitting, report: &ReportId, vote: &Vote) -> Vec<Block> {
    let roster = &sitting.docket().roster;
    let rules = sitting.rules();
    let mut sentences = Vec::new();
    for member in roster.everyone() {
        let Some(recusal) = vote.recusals.get(&member.id) else { continue };
        let seat = vote.room.seat(&member.id);
        let said = sitting.chronicle().last(
            |what| matches!(what, What::Recused { report: of, member: who, .. } if of == report && *who == member.id),
        );
        // Who sat in no seat, or was away unrepresented, had no part to leave; one who was there and left had.
        let was_there = said.is_some() && vote.presence(&member.id).is_of_the_sitting();
        if matches!(seat, None | Some(Seat::Absent | Seat::Excused))
            && vote.attendance().holder_of(&member.id).is_none()
            && !was_there
        {
            continue;
        }
        let at = said.and_then(|happening| happening.at);
        let role = member.role.as_deref();
        sentences.push(words::sentence(TakesNoPart { name: &member.name, role, recusal, seat, at }, &rules));
    }
    for (giver, holder) in vote.attendance().proxies() {
        let falls = vote.recusals.contains_key(giver) || vote.recusals.contains_key(holder);
        let is_used = matches!(vote.room.seat(giver), Some(Seat::Represented(_)));
        if let (true, false, Some(giver), Some(holder)) = (falls, is_used, roster.get(giver), roster.get(holder)) {
            sentences.push(words::power_falls(&giver.name, &holder.name));
        }
    }
    sentences.iter().map(|sentence| Block::Paragraph(Style::Text, Line::prose(sentence))).collect()
}
