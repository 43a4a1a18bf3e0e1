//! Who was there: present, excused with and without a power, absent, secretary.

use crate::council::law::{Rules, Subject};
use crate::council::name::Name;
use crate::council::room::{Room, Seat};
use crate::council::roster::{Member, Roster};
use crate::french::grammar::Agreement;
use crate::french::lists;
use crate::papers::document::{Block, Line, Names, Run};

/// The lists of a room. Nobody absent is not said; the three others are, with « Néant » if they are empty.
pub fn lists(room: &Room, roster: &Roster, rules: Rules) -> Vec<Block> {
    let seated = |wanted: fn(&Seat) -> bool| -> Vec<&Member> {
        roster.iter().filter(|member| room.seat(&member.id).is_some_and(wanted)).collect()
    };
    let present = seated(|seat| *seat == Seat::Present);
    let represented = seated(|seat| matches!(seat, Seat::Represented(_)));
    let excused = seated(|seat| *seat == Seat::Excused);
    let absent = seated(|seat| *seat == Seat::Absent);
    let proxies = represented.iter().map(|giver| power(giver, room, roster)).collect();
    let article = rules.article(Subject::Proxy);
    let mut blocks = vec![
        list(&lists::present(agreement(&present)), names(&present)),
        list(&lists::excused_with_proxy(agreement(&represented), article), proxies),
        list(&lists::excused_without_proxy(agreement(&excused)), names(&excused)),
    ];
    if !absent.is_empty() {
        blocks.push(list(&lists::absent(agreement(&absent)), names(&absent)));
    }
    blocks
}

/// « AMIEL Michel donne pouvoir à SLISSA Monique »: two names, each kept whole.
fn power(giver: &Member, room: &Room, roster: &Roster) -> Line {
    let name = Line::from(Run::name(&giver.name.listed()));
    match room.seat(&giver.id) {
        Some(Seat::Represented(holder)) => {
            name.then(Run::prose(&format!(" {} ", lists::GIVES_POWER_TO))).then(Run::name(&roster.listed(holder)))
        }
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
pub fn names(members: &[&Member]) -> Vec<Line> {
    members.iter().map(|member| Run::name(&member.name.listed()).into()).collect()
}
