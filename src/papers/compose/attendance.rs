//! Who was there, each in exactly one list: present, from afar, represented, withdrawn for this report, excused, absent.

use crate::council::attendance::Presence;
use crate::council::id::MemberId;
use crate::council::law::{Rules, Subject};
use crate::council::name::Name;
use crate::council::room::{Room, Seat};
use crate::council::roster::{Member, Roster, Standing};
use crate::french::grammar::Agreement;
use crate::french::lists;
use crate::papers::document::{Block, Line, Names, Run};

/// The lists of a room. Nobody from afar, withdrawn or absent is not said; the three others are, with « Néant » if they
/// are empty. `presence` tells who stepped out or left from who never came.
pub fn lists(room: &Room, presence: &dyn Fn(&MemberId) -> Presence, roster: &Roster, rules: Rules) -> Vec<Block> {
    let seated = |wanted: fn(&Seat) -> bool| -> Vec<&Member> {
        roster.everyone().filter(|member| room.seat(&member.id).is_some_and(wanted)).collect()
    };
    let told = |members: &[&Member]| -> Vec<Line> {
        members.iter().map(|member| told_apart(member, presence(&member.id), roster)).collect()
    };
    let present = seated(|seat| matches!(seat, Seat::Present | Seat::Recused));
    let remote = seated(|seat| *seat == Seat::Remote);
    let represented = seated(|seat| matches!(seat, Seat::Represented(_)));
    let withdrawn = seated(|seat| *seat == Seat::Withdrawn);
    let excused = seated(|seat| *seat == Seat::Excused);
    let absent = seated(|seat| *seat == Seat::Absent);

    let mut blocks = vec![list(&lists::present(agreement(&present)), told(&present))];
    if !remote.is_empty() {
        blocks.push(list(&lists::remote(agreement(&remote)), told(&remote)));
    }
    let proxies = represented.iter().zip(told(&represented)).map(|(giver, name)| power(giver, name, room, roster));
    let article = rules.article(Subject::Proxy);
    blocks.push(list(&lists::excused_with_proxy(agreement(&represented), article), proxies.collect()));
    if !withdrawn.is_empty() {
        blocks.push(list(&lists::withdrawn(agreement(&withdrawn)), told(&withdrawn)));
    }
    blocks.push(list(&lists::excused_without_proxy(agreement(&excused)), told(&excused)));
    if !absent.is_empty() {
        blocks.push(list(&lists::absent(agreement(&absent)), told(&absent)));
    }
    blocks
}

/// « BLANC Jeanne, suppléante de NOIR Paul », « DI MEO Paolo (sorti) ».
pub fn told_apart(member: &Member, presence: Presence, roster: &Roster) -> Line {
    let mut line = Line::from(Run::name(&lists::listed(member, roster)));
    if let Standing::SubstituteOf(titular) = &member.standing {
        line = line
            .then(Run::prose(&lists::substitute_of(&member.name)))
            .then(Run::name(&lists::listed_by(titular, roster)));
    }
    match lists::gone(presence, &member.name) {
        gone if gone.is_empty() => line,
        gone => line.then(Run::prose(&gone)),
    }
}

/// « AMIEL Michel donne pouvoir à SLISSA Monique »: two names, each kept whole.
fn power(giver: &Member, name: Line, room: &Room, roster: &Roster) -> Line {
    match room.seat(&giver.id) {
        Some(Seat::Represented(holder)) => name
            .then(Run::prose(&format!(" {} ", lists::GIVES_POWER_TO)))
            .then(Run::name(&lists::listed_by(holder, roster))),
        _ => name,
    }
}

/// A list of names under its head, in bold.
pub fn list(head: &str, names: Vec<Line>) -> Block {
    Block::Names(Names { head: Run::prose(head).bold().into(), names })
}

/// How the words of a list agree with its members.
pub fn agreement(members: &[&Member]) -> Agreement {
    let names: Vec<&Name> = members.iter().map(|member| &member.name).collect();
    Agreement::with(names)
}

/// The names as lists write them, each kept whole.
pub fn names(members: &[&Member], roster: &Roster) -> Vec<Line> {
    members.iter().map(|member| Run::name(&lists::listed(member, roster)).into()).collect()
}
