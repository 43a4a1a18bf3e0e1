//! No room for a name beside a choice: the wall between who signed and what was found.
//!
//! What is shown here: that nothing said aloud sticks to a secret ballot, that two ways in which the same people cast the same
//! ballots leave the same bytes, and that no event, and no type of the two modules in which a secret ballot is kept, holds a
//! voter and a choice together. What cannot be shown by a test of the core: that nobody looked into the urn.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hemicycle::council::ballot::Choice;
use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;
use hemicycle::council::secret::{Count, Ticket};
use hemicycle::council::step::{ChosenWay, CountedVoices, StatedResult};
use hemicycle::council::way::{Stated, Way};
use hemicycle::store::journal::{Beginning, Pen};

use crate::common::ask::*;
use crate::common::{Room, docket, member, report, with_away};

use super::reports::{appointment, of_kind, opened};
use super::secret_urn::curtain;

/// The lines of a journal, the clock fixed.
fn journal(room: &Room) -> String {
    let (mut pen, mut bytes) = (Pen::NEW, Vec::new());
    pen.begin(&Beginning::default(), &mut bytes).expect("written");
    for (_, entry, _) in room.history.entries() {
        pen.entry(entry, &mut bytes).expect("written");
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn case_62_two_counts_with_the_same_totals_in_another_order_leave_the_same_bytes() {
    let tickets = [(Ticket::For, 3), (Ticket::Against, 2)];
    let evening = |votes: Vec<(Ticket, u32)>| {
        let mut room = curtain(docket(7, 1));
        room.must(&close_urn_but(1, &[]));
        room.must(&count_on(1, None, Count { in_urn: 7, blank: 1, null: 1, votes }));
        room.must(&proclaim(1, NEVER));
        journal(&room)
    };
    let [first, second] = tickets.clone();
    let unused = (Ticket::For, 0);
    assert_eq!(evening(vec![first.clone(), second.clone()]), evening(vec![second.clone(), first.clone()]));
    let mut with_nothing = vec![second, first];
    with_nothing.retain(|(ticket, _)| *ticket != unused.0);
    with_nothing.push((Ticket::For, 3));
    assert_eq!(evening(with_nothing), evening(tickets.to_vec()));
}

#[test]
fn case_62_an_election_counted_in_every_order_leaves_the_same_bytes() {
    let votes = [(named(2), 3), (named(3), 2), (named(4), 1), (named(5), 0)];
    let evening = |order: &[usize]| {
        let mut room = opened(of_kind(docket(7, 1), 1, appointment(1, true)));
        room.must(&open_report(1));
        room.must(&ask_secret(1, &[]));
        room.must(&close_urn_but(1, &[]));
        let votes: Vec<(Ticket, u32)> = order.iter().map(|place| votes[*place].clone()).collect();
        room.must(&count_on(1, None, totals(1, 0, &votes)));
        journal(&room)
    };
    let mut seen = BTreeSet::new();
    for one in 0..4 {
        for two in (0..4).filter(|place| *place != one) {
            for three in (0..4).filter(|place| ![one, two].contains(place)) {
                let four = 6 - one - two - three;
                seen.insert(evening(&[one, two, three, four]));
            }
        }
    }
    assert_eq!(seen.len(), 1, "the order in which ballots were read out is nowhere");
}

/// Seven voters, each for, against or blank: every way in which they may vote.
#[test]
fn case_61_whoever_voted_what_the_journal_is_the_same_for_the_same_totals() {
    let mut of_the_totals = std::collections::BTreeMap::<[u32; 4], BTreeSet<String>>::new();
    for way in 0..3_u32.pow(4) {
        let choices: Vec<u32> = (0..4).map(|voter| way / 3_u32.pow(voter) % 3).collect();
        let of = |wanted: u32| u32::try_from(choices.iter().filter(|choice| **choice == wanted).count()).unwrap();
        let figures = [of(0), of(1), of(2), 0];
        let mut room = curtain(docket(4, 1));
        // They sign in the order of what they vote: nothing of it is left.
        let mut order: Vec<u32> = (1..=4).collect();
        order.sort_by_key(|voter| choices[*voter as usize - 1]);
        room.must(&close_urn(1, &order));
        room.must(&count(1, figures));
        of_the_totals.entry(figures).or_default().insert(journal(&room));
    }
    assert_eq!(of_the_totals.len(), 15);
    assert!(of_the_totals.values().all(|journals| journals.len() == 1));
}

#[test]
fn nothing_said_aloud_sticks_to_a_secret_ballot_even_where_no_rule_is_asked() {
    // `apply` records what it is given and asks no rule: the vote itself has no place for a voice.
    let room = curtain(with_away(docket(7, 1), &[], &[(6, 2)]));
    let (report, on) = (report(1), None);
    let mut aloud = Vec::new();
    for choice in Choice::ALL {
        for who in 1..=7 {
            aloud.push(Event::VoiceSet { report: report.clone(), on: None, member: member(who), choice });
        }
        let (for_, against, abstentions, not_taking_part) = (3, 2, 1, 1);
        let (report, on, chair) = (report.clone(), on.clone(), Some(choice));
        let counted = CountedVoices { report, on, for_, against, abstentions, not_taking_part, chair };
        aloud.push(Event::VoicesCounted(counted));
    }
    for result in Stated::ALL {
        aloud.push(Event::ResultStated(StatedResult { report: report.clone(), on: None, result }));
    }
    for event in aloud {
        let mut sitting = room.sitting().clone();
        sitting.apply(&event);
        assert_eq!(sitting.vote_on(&report, None), Some(room.vote(1)), "{event:?}");
    }
    let mut sitting = room.sitting().clone();
    sitting.apply(&Event::WayChosen(ChosenWay { report: report.clone(), on: None, way: Way::ByException }));
    let vote = sitting.vote_on(&report, None).expect("open");
    assert!(vote.secret().is_some() == vote.ballot.is_secret(), "an urn, or voices: never both");
}

/// Whether a JSON value holds, under one key or in one list, a member and what a ballot says.
fn pairs(value: &serde_json::Value, voters: &BTreeSet<String>, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            let signed = fields.keys().any(|key| key == "votants" || key == "sauf");
            let counted = ["total", "voix", "bulletins", "blancs", "nuls", "depouillement"];
            if signed && fields.keys().any(|key| counted.contains(&key.as_str())) {
                found.push(value.to_string());
            }
            for (key, inside) in fields {
                if voters.contains(key) {
                    found.push(value.to_string());
                }
                pairs(inside, voters, found);
            }
        }
        serde_json::Value::Array(list) => {
            let is_voter = |it: &serde_json::Value| it.as_str().is_some_and(|text| voters.contains(text));
            let says = |it: &serde_json::Value| {
                matches!(it.as_str(), Some("Pour" | "Contre" | "Blanc" | "Nul" | "Abstention" | "NePrendPasPart"))
                    || it.get("Membre").is_some()
                    || it.get("Liste").is_some()
            };
            if list.iter().any(is_voter) && list.iter().any(says) {
                found.push(value.to_string());
            }
            for inside in list {
                pairs(inside, voters, found);
            }
        }
        _ => {}
    }
}

/// An evening in which a text and an election are voted so, each by more than one round or proposal.
fn evening() -> Room {
    let mut room = opened(of_kind(with_away(docket(7, 2), &[], &[(6, 2)]), 2, appointment(1, true)));
    for command in [
        open_report(1),
        ask_secret(1, &[1, 3, 4]),
        tellers(1, &[4, 5]),
        close_urn(1, &[7, 6, 3, 2, 1]),
        count(1, [2, 1, 1, 1]),
        proclaim(1, NEVER),
        open_report(2),
        ask_secret(2, &[]),
        candidates(2, &[3, 4]),
        close_urn_but(2, &[5]),
        elect(2, &[(3, 3), (4, 3)]),
        next_round(2),
        close_urn_but(2, &[]),
        elect(2, &[(3, 5), (4, 2)]),
        proclaim(2, NEVER),
        rectify_urn(1, of_a_text([1, 2, 1, 1])),
    ] {
        room.must(&command);
    }
    room
}

#[test]
fn case_61_no_event_of_a_secret_ballot_holds_a_voter_and_a_choice() {
    let room = evening();
    let voters: BTreeSet<String> = (1..=7).map(|who| member(who).to_string()).collect();
    for (number, entry, _) in room.history.entries() {
        let Entry::Action { events, .. } = entry else { continue };
        for event in events {
            let value = serde_json::to_value(event).expect("written");
            let mut found = Vec::new();
            pairs(&value, &voters, &mut found);
            assert!(found.is_empty(), "{found:?}");
        }
        // Who signed and what was found are two actions: no line of a journal has both.
        let has = |wanted: fn(&Event) -> bool| events.iter().any(wanted);
        let both = has(|it| matches!(it, Event::UrnClosed(_))) && has(|it| matches!(it, Event::BallotsCounted(_)));
        assert!(!both, "action {number}");
    }
    // The walk does find a pair where there is one.
    let (report, member) = (report(1), member(2));
    let open = serde_json::to_value(Event::Rectified(hemicycle::council::event::Rectified {
        report,
        on: None,
        reason: "relevé".to_owned(),
        presences: vec![],
        voices: vec![(member, Choice::Against)],
        counts: None,
        chair: None,
        stated: None,
        urn: None,
        tally: None,
        outcome: hemicycle::council::outcome::Outcome::Adopted,
        at: None,
    }))
    .expect("written");
    let mut found = Vec::new();
    pairs(&open, &voters, &mut found);
    assert_eq!(found.len(), 1, "{open}");
}

/// The types of a secret ballot, read in their source: in none of them, nor in a field or a variant, do a member who votes and
/// a ticket or a choice stand together.
#[test]
fn no_type_of_a_secret_ballot_has_a_field_for_a_voter_and_what_he_chose() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/council");
    let source = |name: &str| std::fs::read_to_string(root.join(name)).expect("the source");
    let mut types = 0;
    for file in ["secret.rs", "step/secret.rs"] {
        for item in source(file).split("\npub ").skip(1) {
            let Some(body) = item.strip_prefix("struct ").and_then(|it| it.split("\n}").next()) else { continue };
            types += 1;
            let fields: Vec<&str> = body.lines().filter(|line| line.trim_start().starts_with("pub ")).collect();
            for field in &fields {
                let names = field.contains("MemberId");
                let says = ["Ticket", "Choice", "Count"].iter().any(|word| field.contains(word));
                assert!(!(names && says), "{file}: {field}");
            }
            let holds = |word: &str| fields.iter().any(|field| field.contains(word));
            let a_voter =
                fields.iter().any(|field| ["signed", "voters", "all_but"].iter().any(|it| field.contains(it)));
            assert!(!(a_voter && (holds("Count") || holds("u32, u32"))), "{file}: {body}");
        }
    }
    assert!(types >= 10, "{types} types were read");
    // What a vote keeps is either what was said aloud, or an urn.
    let heard = source("ballot/heard.rs");
    let kept = heard.split("enum Heard {").nth(1).and_then(|rest| rest.split('}').next()).expect("the type");
    let variants: Vec<&str> = kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(variants, ["Aloud(Aloud),", "Urn(SecretVote, Passed),"]);
    assert!(
        heard.contains("type Passed = BTreeMap<MemberId, Seat>;"),
        "where somebody was, and nothing of what he voted"
    );
}

#[test]
fn an_evening_of_secret_ballots_is_read_back_and_taken_back_as_any_other() {
    let room = evening();
    let mut again = hemicycle::council::history::History::new(room.history.docket().clone());
    for (_, entry, _) in room.history.entries() {
        again.read_back(entry.clone()).expect("it follows");
    }
    assert_eq!(again.sitting(), room.sitting());
    // Taken back to the closed urn, and given again.
    let mut room = curtain(docket(7, 1));
    room.must(&close_urn_but(1, &[3]));
    let before = room.sitting().clone();
    for command in [count(1, [4, 2, 0, 0]), proclaim(1, NEVER)] {
        room.must(&command);
    }
    let after = room.sitting().clone();
    (0..2).for_each(|_| room.undo());
    assert_eq!(*room.sitting(), before);
    (0..2).for_each(|_| room.redo());
    assert_eq!(*room.sitting(), after);
}

#[test]
fn a_journal_that_lists_who_signed_in_the_order_in_which_they_did_is_refused() {
    let room = curtain(docket(7, 1));
    let closed = room.sitting().decide(&close_urn(1, &[1, 2, 3]), &BTreeMap::default()).expect("closed").events;
    let mut shuffled = closed.clone();
    if let Event::UrnClosed(signed) = &mut shuffled[0] {
        signed.voters.reverse();
    }
    let mut history = room.history.clone();
    assert!(history.push(Entry::Action { at: String::new(), events: shuffled }).is_err());
    history.push(Entry::Action { at: String::new(), events: closed }).expect("by identity");
}
