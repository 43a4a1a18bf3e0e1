//! Cases 63 and 65 where the ballot is not secret: what lists who took part bears no order of arrival, and what is taken back
//! is in no paper and no data. Those of a secret ballot are in `tests/secrecy`.

use std::collections::BTreeMap;
use std::sync::Arc;

use hemicycle::council::ballot::Choice::{self, Abstain, Against, For};
use hemicycle::council::decide::Reasons;
use hemicycle::council::docket::Docket;
use hemicycle::council::history::{Entry, History};
use hemicycle::council::roster::{Member, Roster};
use hemicycle::council::sitting::Sitting;
use hemicycle::council::way::Way;
use hemicycle::exchange;
use hemicycle::papers::{Format, names};

use crate::common::ask::*;
use crate::common::{Room, docket};
use crate::paper::{composed, written};

/// A commune whose members stand in another order than that of their identities and of their names.
fn in_an_order_of_its_own() -> Docket {
    let mut docket = docket(6, 2);
    let of: BTreeMap<u32, Member> = (1..).zip(docket.roster.everyone().cloned()).collect();
    docket.roster = Roster::new([4, 2, 6, 1, 5, 3].into_iter().filter_map(|number| of.get(&number).cloned()).collect());
    docket
}

/// Every paper in every format whose bytes are text, and the data, by name.
fn leaves_the_house(sitting: &Sitting) -> BTreeMap<String, String> {
    let mut made = BTreeMap::new();
    for (paper, name) in names::papers(sitting) {
        let document = composed(sitting, &paper, None).expect("a paper");
        for format in [Format::Text, Format::Markdown, Format::Html] {
            made.insert(format!("{name} {format:?}"), written(&document, format));
        }
    }
    made.insert("data".to_owned(), exchange::json(sitting, None).expect("data"));
    made
}

/// An evening whose members are called and answer one by one, in that order, each at its own second; before that they come
/// one by one, if they do.
fn called_in(order: [u32; 6], they_come: bool) -> Room {
    let mut room = Room { history: History::new(Arc::new(in_an_order_of_its_own())) };
    let mut second = 0;
    let mut must = |room: &mut Room, command| {
        second += 1;
        let events = room.sitting().decide(&command, &Reasons::new()).expect("granted").events;
        let at = format!("2025-03-03T18:{:02}:{:02}+01:00", second / 60, second % 60);
        room.history.push(Entry::Action { at, events }).expect("recorded");
    };
    must(&mut room, open(at(18, 5)));
    // Whoever presides stays.
    for who in order.into_iter().filter(|who| they_come && *who != 1) {
        must(&mut room, leave(who, at(18, 6)));
    }
    for who in order.into_iter().filter(|who| they_come && *who != 1) {
        must(&mut room, arrive(who, at(18, 7)));
    }
    must(&mut room, open_report(1));
    must(&mut room, ask_ballot(1, None, &[1, 2], false));
    must(&mut room, choose_way(1, None, Way::RollCall));
    for who in order {
        must(&mut room, voices(1, &[(who, said_by(who))]));
    }
    must(&mut room, proclaim(1, at(18, 30)));
    must(&mut room, close(at(19, 0)));
    room
}

fn said_by(who: u32) -> Choice {
    match who {
        2 | 5 => Against,
        3 => Abstain,
        _ => For,
    }
}

/// The places of the members in a text from where all of them are listed, in the order in which they stand there.
fn listed(text: &str, from: &str) -> Vec<u32> {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from:?} in {text}"));
    let mut found: Vec<(usize, u32)> =
        (1..=6).filter_map(|who| Some((text[start..].find(&format!("NOM{who:02}"))?, who))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, who)| who).collect()
}

#[test]
fn case_63_who_took_part_stands_in_the_order_of_the_roster_and_bears_no_order_of_arrival_nor_time_of_its_own() {
    for they_come in [false, true] {
        let expected = leaves_the_house(called_in([4, 2, 6, 1, 5, 3], they_come).sitting());
        let text_of = |part: &str| expected.iter().find(|(name, _)| name.contains(part)).expect("a paper").1;
        let nominal = text_of("releve-1 Text");
        assert_eq!(listed(nominal, "Par  "), [4, 2, 6, 1, 5, 3], "{nominal}");
        let sheet = text_of("presence Text");
        assert_eq!(listed(sheet, "NOM04"), [4, 2, 6, 1, 5, 3], "{sheet}");
        for order in [[1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1], [3, 1, 6, 2, 4, 5]] {
            let made = leaves_the_house(called_in(order, they_come).sitting());
            assert_eq!(made.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
            // Who came and went in the open séance is told as it was: that is no part of a ballot.
            let tells_movements = |name: &str| they_come && !["releve", "presence"].iter().any(|it| name.contains(it));
            for (name, text) in made.iter().filter(|(name, _)| !tells_movements(name)) {
                assert_eq!(text, &expected[name], "{name}, called in the order {order:?}");
            }
        }
    }
}

#[test]
fn case_65_voices_that_are_taken_back_or_whose_report_is_withdrawn_are_in_no_paper_and_no_data() {
    let begun = || {
        let mut room = Room::of(docket(6, 2));
        room.must(&open(at(18, 5)));
        room.must(&open_report(1));
        room
    };
    let (untouched, mut room) = (begun(), begun());
    let expected = leaves_the_house(untouched.sitting());
    room.must(&ask_ballot(1, None, &[1, 2], false));
    room.must(&choose_way(1, None, Way::RollCall));
    room.must(&voices(1, &[(2, Against)]));
    room.must(&voices(1, &[(3, Abstain), (5, Against)]));
    assert_ne!(leaves_the_house(room.sitting()), expected, "they are told while they hold");
    for _ in 0..4 {
        room.undo();
    }
    assert_eq!(leaves_the_house(room.sitting()), expected);
    assert_eq!((room.tally(1).for_, room.tally(1).against), (6, 0), "it begins anew");

    // Withdrawn after voices were given: the report goes, and what was said with it.
    let (mut quiet, mut loud) = (begun(), begun());
    loud.must(&voices(1, &[(2, Against), (3, Abstain)]));
    for room in [&mut quiet, &mut loud] {
        room.must(&withdraw(1));
        room.must(&close(at(19, 0)));
    }
    let (loud, quiet) = (leaves_the_house(loud.sitting()), leaves_the_house(quiet.sitting()));
    for (name, text) in &quiet {
        assert_eq!(&loud[name], text, "{name}");
    }
    assert!(!quiet["data"].contains("\"choix\": \""), "nobody voted");
}
