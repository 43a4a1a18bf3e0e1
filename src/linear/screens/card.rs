//! A member's card as it is heard: presence, powers, and each voice apart.

use crate::app::App;
use crate::app::card::Card;
use crate::council::finding::Finding;
use crate::french::figures;
use crate::french::linear::{panels, place, votes};
use crate::french::screen::{card as words, said, titles};
use crate::linear::focus::Focus;

pub fn entry(app: &App, card: &Card) -> Vec<String> {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let Some(member) = roster.get(&card.member) else { return vec![] };
    let vote = card.report.as_ref().and_then(|report| sitting.vote_on(report, card.on.as_ref()));
    let room = sitting.room_of(vote);
    let mut parts = vec![member.name.listed()];
    parts.extend([member.role.clone(), member.group.clone()].into_iter().flatten());
    parts.extend(room.seat(&card.member).map(|seat| words::seat(&card.member, seat, roster)));
    let mut lines = vec![format!("{}.", parts.join(", "))];
    lines.extend(words::standing(&card.member, card.report.as_ref(), sitting));
    let carried: Vec<String> = room.carried_by(&card.member).map(|giver| roster.listed(giver)).collect();
    if !carried.is_empty() {
        lines.push(format!("{}.", words::carries(&carried)));
    }
    if vote.is_some() && card.voices.is_empty() {
        lines.push(said::finding(&Finding::NoVoice(card.member.clone()), roster));
    } else if vote.is_some() {
        lines.push(titles::CARD_HINT.to_owned());
    } else {
        lines.push(panels::CARD.to_owned());
    }
    lines
}

pub fn focus(app: &App, card: &Card) -> Option<Focus> {
    let sitting = app.sitting();
    let voice = card.voices.get(card.at)?;
    let vote = sitting.vote_on(card.report.as_ref()?, card.on.as_ref())?;
    let whose = if *voice == card.member {
        titles::OWN_VOICE.to_owned()
    } else {
        words::carried_voice(&sitting.docket().roster.listed(voice))
    };
    let said = vote.choice(voice).map(|choice| figures::choice(choice).to_owned());
    let said: Vec<String> = said.into_iter().collect();
    Some(Focus::new(voice.as_str(), votes::hit(&whose, &said, &place(card.at, card.voices.len()))))
}
