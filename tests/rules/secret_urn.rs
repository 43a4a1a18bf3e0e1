//! The urn of a secret ballot: who signs, who may not, when it is closed, and what was found in it.

use std::collections::BTreeSet;

use hemicycle::council::attendance::Presence::{Absent, Left, Out, Present, Remote};
use hemicycle::council::command::Command;
use hemicycle::council::docket::Docket;
use hemicycle::council::event::Event;
use hemicycle::council::history::{Barrier, Entry, History, Misfit};
use hemicycle::council::id::MemberId;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::recusal::Ground::{Accounts, Interest};
use hemicycle::council::room::Seat;
use hemicycle::council::roster::Standing;
use hemicycle::council::secret::{ClosedUrn, Count, SecretVote, Ticket};
use hemicycle::council::step::CloseUrn;

use crate::common::ask::*;
use crate::common::{Room, docket, member, report, with_away, with_person};

use super::reports::{DELIBERATION, of_kind, on_the_floor, opened};

/// The first report of that council is voted by secret ballot.
pub fn curtain(council: Docket) -> Room {
    let mut room = opened(council);
    room.must(&open_report(1));
    let askers: Vec<u32> = (1..=8).filter(|who| room.vote(1).room.speaks(&member(*who))).collect();
    room.must(&ask_secret(1, &askers));
    room
}

/// Seven members; 6 gave a power to 2, and 7 is away.
fn six_voices() -> Room {
    curtain(with_away(docket(7, 2), &[(7, Absent)], &[(6, 2)]))
}

pub fn urn(room: &Room) -> ClosedUrn {
    room.vote(1).secret().and_then(SecretVote::urn).cloned().expect("closed")
}

fn set(who: &[u32]) -> BTreeSet<MemberId> {
    members(who).into_iter().collect()
}

#[test]
fn a_holder_signs_for_himself_and_for_his_giver_each_voice_one_ballot_l_2121_20() {
    let mut room = six_voices();
    room.must(&close_urn(1, &[1, 6, 3, 4]));
    assert_eq!(urn(&room).signed, set(&[1, 3, 4, 6]), "2 put his giver's ballot in, and none of his own");
    assert_eq!(urn(&room).unsigned, set(&[2, 5]));
    assert_eq!(urn(&room).carried, [(member(6), member(2))].into());
    room.must(&count(1, [3, 1, 0, 0]));
    room.must(&proclaim(1, NEVER));
    assert_eq!((room.tally(1).voters, room.tally(1).not_taking_part), (4, 2));
}

#[test]
fn only_a_voice_of_the_room_signs_and_once_e009_e010_e001() {
    let room = six_voices();
    assert_eq!(room.wrong(&close_urn(1, &[1, 7])), ["E009"], "away without a power");
    assert_eq!(room.wrong(&close_urn_but(1, &[7])), ["E009"]);
    assert_eq!(room.wrong(&close_urn(1, &[1, 1])), ["E010"]);
    assert_eq!(room.wrong(&close_urn_on(1, None, Some(&[1, 2]), &[2])), ["E010"]);
    assert_eq!(room.wrong(&close_urn(1, &[99])), ["E001"]);
    assert!(room.wrong(&close_urn(1, &[])).is_empty(), "nobody voted: that is possible");
}

#[test]
fn who_must_take_no_part_does_not_sign_nor_does_the_power_that_he_gave_or_holds_l_2131_11() {
    let mut room = opened(with_away(docket(7, 2), &[(7, Absent)], &[(6, 2)]));
    room.must(&recuse(1, 2, Interest, true));
    room.must(&open_report(1));
    room.must(&ask_secret(1, &[1, 3, 4]));
    for who in [2, 6] {
        assert_eq!(room.wrong(&close_urn(1, &[1, who])), ["E009"], "{who}");
    }
    room.must(&close_urn_but(1, &[]));
    assert_eq!(urn(&room).signed, set(&[1, 3, 4, 5]));
    assert_eq!(urn(&room).unsigned, set(&[]));
}

#[test]
fn who_is_recused_while_the_urn_is_open_does_not_sign_any_more() {
    let mut room = six_voices();
    room.must(&recuse(1, 2, Interest, true));
    assert_eq!(room.wrong(&close_urn(1, &[2])), ["E009"]);
    assert_eq!(room.wrong(&close_urn(1, &[6])), ["E009"], "nor by his hand");
}

#[test]
fn once_the_urn_is_closed_nobody_is_recused_any_more_e058() {
    let mut room = six_voices();
    room.must(&recuse(1, 5, Interest, true));
    room.must(&close_urn_but(1, &[]));
    assert_eq!(room.wrong(&recuse(1, 3, Interest, true)), ["E058"]);
    assert_eq!(room.wrong(&end_recusal(1, 5)), ["E058"]);
    assert!(room.wrong(&recuse(2, 3, Interest, true)).is_empty(), "in another report he may be");
}

#[test]
fn who_arrives_while_the_urn_is_open_may_sign_and_who_arrives_later_may_not() {
    let mut room = six_voices();
    assert_eq!(room.wrong(&close_urn(1, &[7])), ["E009"]);
    room.must(&arrive(7, NEVER));
    room.must(&close_urn_but(1, &[]));
    assert_eq!(urn(&room).signed.len(), 7);
    let mut room = six_voices();
    room.must(&close_urn_but(1, &[]));
    let before = room.vote(1).clone();
    room.must(&arrive(7, NEVER));
    assert_eq!(*room.vote(1), before, "the room of a closed urn is kept");
    room.must(&count(1, [4, 2, 0, 0]));
    room.must(&proclaim(1, NEVER));
    assert_eq!((room.tally(1).voters, room.tally(1).not_taking_part), (6, 0));
}

#[test]
fn a_voice_that_signed_and_left_keeps_its_ballot_before_the_closing() {
    for presence in [Left, Out, Absent] {
        let mut room = six_voices();
        room.must(&mark(3, presence, NEVER));
        // By default those who are there; the secretary says that 3 had signed.
        room.must(&close_urn_but(1, &[]));
        assert_eq!((urn(&room).signed.len(), urn(&room).unsigned.len()), (5, 0));
        room.undo();
        room.must(&close_urn(1, &[1, 2, 3, 4, 6]));
        assert_eq!(urn(&room).unsigned, set(&[5]), "{presence:?}");
        assert_eq!(room.vote(1).room.seat(&member(3)), Some(&Seat::Present), "there when the ballot was put in");
        assert!(!room.sitting().attendance().is_present(&member(3)), "and gone since");
        assert_eq!(room.vote(1).voices(), 6);
        room.must(&count(1, [5, 0, 0, 0]));
        room.must(&proclaim(1, NEVER));
        assert_eq!(room.tally(1).voters, 5);
    }
}

#[test]
fn a_holder_who_signed_for_his_giver_and_left_leaves_the_ballot_in_the_urn() {
    let mut room = six_voices();
    room.must(&leave(2, NEVER));
    assert_eq!(room.sitting().attendance().holder_of(&member(6)), None, "the power ended with his leaving");
    room.must(&close_urn(1, &[1, 6]));
    assert_eq!(urn(&room).signed, set(&[1, 6]));
    assert_eq!(urn(&room).unsigned, set(&[2, 3, 4, 5]), "2 was there for his giver, and put in none of his own");
    assert_eq!(urn(&room).carried, [(member(6), member(2))].into());
    let seats = &room.vote(1).room;
    let five = seats.present() + seats.represented() + seats.withdrawn() + seats.excused() + seats.absent();
    assert_eq!(five, urn(&room).in_office);
}

#[test]
fn a_giver_who_arrives_after_his_holder_signed_has_one_ballot() {
    let mut room = six_voices();
    room.must(&arrive(6, NEVER));
    room.must(&close_urn_but(1, &[]));
    assert_eq!((urn(&room).signed.len(), urn(&room).carried.len()), (6, 0));
}

#[test]
fn one_who_was_never_in_the_room_since_the_urn_was_opened_did_not_sign() {
    let mut room = opened(docket(7, 2));
    room.must(&open_report(1));
    room.must(&leave(3, NEVER));
    room.must(&ask_secret(1, &[1, 2, 4]));
    assert_eq!(room.wrong(&close_urn(1, &[1, 3])), ["E009"]);
}

#[test]
fn a_seat_has_one_ballot_whoever_sits_in_it() {
    let mut room = curtain(with_person(docket(7, 1), 8, Standing::SubstituteOf(member(7))));
    room.must(&leave(7, NEVER));
    assert!(room.wrong(&close_urn(1, &[7])).is_empty());
    room.must(&sit(8, NEVER));
    assert_eq!(room.wrong(&close_urn(1, &[7])), ["E009"]);
    room.must(&close_urn(1, &[8]));
    assert_eq!(urn(&room).unsigned.len(), 6);
}

#[test]
fn an_urn_is_closed_once_counted_once_and_in_that_order_e057_e058_e059_e060() {
    let mut room = six_voices();
    assert_eq!(room.wrong(&count(1, [6, 0, 0, 0])), ["E057"]);
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E059"]);
    room.must(&close_urn_but(1, &[]));
    assert_eq!(room.wrong(&close_urn_but(1, &[])), ["E058"]);
    assert_eq!(room.wrong(&proclaim(1, NEVER)), ["E059"]);
    room.must(&count(1, [6, 0, 0, 0]));
    assert_eq!(room.wrong(&count(1, [5, 1, 0, 0])), ["E060"]);
    room.must(&proclaim(1, NEVER));
    assert_eq!(room.wrong(&count(1, [5, 1, 0, 0])), ["E008"]);
    let room = on_the_floor(DELIBERATION);
    for command in [close_urn_but(1, &[]), count(1, [7, 0, 0, 0]), tellers(1, &[2])] {
        assert_eq!(room.wrong(&command), ["E056"], "{command:?}");
    }
}

#[test]
fn nothing_is_signed_or_counted_while_the_sitting_is_suspended_e020() {
    let mut room = six_voices();
    room.must(&suspend(NEVER));
    assert_eq!(room.wrong(&close_urn_but(1, &[])), ["E020"]);
    room.must(&resume(NEVER));
    room.must(&close_urn_but(1, &[]));
    room.must(&suspend(NEVER));
    assert_eq!(room.wrong(&count(1, [6, 0, 0, 0])), ["E020"]);
    room.must(&resume(NEVER));
    room.must(&count(1, [6, 0, 0, 0]));
}

#[test]
fn a_secret_ballot_is_taken_in_camera_as_in_public_l_2121_18() {
    let mut room = six_voices();
    room.must(&in_camera(&[1], 5, 1, 0));
    room.must(&close_urn_but(1, &[]));
    room.must(&count(1, [4, 2, 0, 0]));
    room.must(&proclaim(1, NEVER));
    room.must(&public());
    assert_eq!(room.tally(1).for_, 4);
}

#[test]
fn more_or_fewer_ballots_than_signatures_go_on_only_for_a_reason_that_stands_beside_the_vote_w031_w032() {
    for (figures, code) in [([4, 3, 0, 0], "W031"), ([4, 1, 0, 0], "W032"), ([0, 0, 0, 0], "W032")] {
        let mut room = six_voices();
        room.must(&close_urn_but(1, &[]));
        room.irregular(&count(1, figures), code);
        let told = &room.sitting().irregularities()[0];
        assert_eq!(
            (told.code.to_string().as_str(), &told.report, told.reason.as_str()),
            (code, &Some(report(1)), "motif")
        );
    }
    let mut room = six_voices();
    room.must(&close_urn_but(1, &[]));
    room.must(&count(1, [3, 1, 1, 1]));
    assert!(room.sitting().irregularities().is_empty());
}

#[test]
fn case_61_totals_that_do_not_add_up_are_refused_e061() {
    let mut room = six_voices();
    room.must(&close_urn_but(1, &[]));
    let of = |in_urn, blank, null, for_, against| Count {
        in_urn,
        blank,
        null,
        votes: vec![(Ticket::For, for_), (Ticket::Against, against)],
    };
    for wrong in [of(6, 0, 0, 5, 0), of(6, 1, 0, 5, 1), of(6, 0, 1, 6, 0), of(5, 0, 0, 3, 3), of(0, 0, 0, 3, 3)] {
        assert_eq!(room.wrong(&count_on(1, None, wrong.clone())), ["E061"], "{wrong:?}");
    }
    let twice = totals(0, 0, &[(Ticket::For, 3), (Ticket::For, 3)]);
    assert_eq!(room.wrong(&count_on(1, None, twice)), ["E061"], "a name is counted once");
    // Numbers that no urn holds add up to nothing that they are not.
    let large = of(u32::MAX, u32::MAX, u32::MAX, u32::MAX, u32::MAX);
    assert_eq!(room.wrong(&count_on(1, None, large)), ["E061"]);
    assert!(room.wrong(&count_on(1, None, of(6, 1, 1, 2, 2))).is_empty());
}

#[test]
fn ballots_for_what_does_not_stand_are_null_and_refused_as_votes_e062() {
    let mut room = six_voices();
    room.must(&close_urn_but(1, &[]));
    for ticket in [named(2), Ticket::List("Ensemble".to_owned())] {
        let count = totals(0, 0, &[(Ticket::For, 5), (ticket.clone(), 1)]);
        assert_eq!(room.wrong(&count_on(1, None, count)), ["E062"], "{ticket:?}");
    }
    assert!(room.wrong(&count(1, [5, 0, 0, 1])).is_empty(), "as a null ballot it is counted");
}

#[test]
fn tellers_are_members_named_once_until_the_count_is_final() {
    let mut room = six_voices();
    room.must(&tellers(1, &[4, 3]));
    assert_eq!(room.vote(1).secret().map(|it| it.tellers.clone()), Some(members(&[4, 3])), "in the order given");
    assert_eq!(room.wrong(&tellers(1, &[4, 3])), ["E014"]);
    assert_eq!(room.wrong(&tellers(1, &[])), ["E014"]);
    assert_eq!(room.wrong(&tellers(1, &[4, 4])), ["E010"]);
    assert_eq!(room.wrong(&tellers(1, &[99])), ["E001"]);
    room.must(&close_urn_but(1, &[]));
    room.must(&tellers(1, &[5]));
    room.must(&count(1, [6, 0, 0, 0]));
    assert_eq!(room.wrong(&tellers(1, &[4])), ["E060"]);
}

#[test]
fn a_report_is_withdrawn_while_its_urn_is_open_and_not_once_it_is_closed_e058() {
    let mut room = six_voices();
    assert!(room.wrong(&withdraw(1)).is_empty());
    room.must(&close_urn_but(1, &[]));
    assert_eq!(room.wrong(&withdraw(1)), ["E058"]);
    assert_eq!(room.wrong(&choose_majority(1, hemicycle::council::majority::Majority::OfMembers)), ["E058"]);
    room.must(&count(1, [1, 5, 0, 0]));
    assert_eq!(room.wrong(&withdraw(1)), ["E058"], "the ballots said what they said");
    let mut room = six_voices();
    room.must(&close_urn_but(1, &[]));
    room.undo();
    room.must(&withdraw(1));
    assert!(room.sitting().done_on(&report(1), None).is_some_and(|done| done.tally.is_none()));
}

#[test]
fn an_urn_whose_ballots_were_counted_is_not_opened_again_even_once_the_count_is_taken_back() {
    let mut room = six_voices();
    room.must(&close_urn_but(1, &[6]));
    room.undo();
    room.must(&close_urn_but(1, &[5]));
    let closing = room.history.undo_target();
    assert!(closing.is_some(), "what was closed too soon is opened again as long as no ballot is read");
    room.must(&count(1, [3, 2, 0, 0]));
    room.undo();
    assert_eq!((room.history.counted_urn(), room.history.undo_target()), (Some(&report(1)), None));
    assert_eq!(room.history.push(Entry::Undo(closing.unwrap())), Err(Misfit::NotUndoable));
    assert_eq!(room.history.way_back(0), Err(Barrier::Counted(report(1))));
    // One more signature beside one more voice would be that member's ballot.
    room.must(&count(1, [2, 3, 0, 0]));
    assert_eq!(room.history.way_back(0), Err(Barrier::Counted(report(1))), "nor on a way that takes the count back");
    room.must(&proclaim(1, NEVER));
    room.undo();
    room.undo();
    assert_eq!(room.history.undo_target(), None);
    room.redo();
    assert_eq!(room.history.counted_urn(), None, "what comes first is the count, and it may be taken back");
    assert!(room.history.undo_target().is_some());
}

#[test]
fn a_record_in_which_a_counted_urn_was_opened_again_once_still_opens() {
    let mut room = six_voices();
    room.must(&close_urn_but(1, &[6]));
    let closing = room.history.undo_target().unwrap();
    room.must(&count(1, [3, 2, 0, 0]));
    room.undo();
    let mut again = History::new(room.history.docket().clone());
    for (_, entry, _) in room.history.entries() {
        again.read_back(entry.clone()).expect("it follows");
    }
    again.read_back(Entry::Undo(closing)).expect("what was recorded once is read");
    assert!(again.undo_target().is_some());
}

#[test]
fn a_proposal_whose_urn_is_closed_is_not_dropped_any_more_e058() {
    use hemicycle::council::proposal::Dropped;
    let mut room = on_the_floor(DELIBERATION);
    let id = amendment(1);
    room.must(&file_on(1, &id, true));
    room.must(&ask_secret_on(1, Some(&id), &[2, 3, 4], false));
    assert!(room.wrong(&drop_proposal(1, &id, Dropped::Withdrawn)).is_empty());
    room.must(&close_urn_on(1, Some(&id), None, &[]));
    assert_eq!(room.wrong(&drop_proposal(1, &id, Dropped::Withdrawn)), ["E058"]);
    assert_eq!(room.wrong(&withdraw(1)), ["E035"]);
    assert_eq!(room.wrong(&recuse(1, 3, Interest, true)), ["E058"]);
}

#[test]
fn the_president_out_of_the_room_for_the_accounts_does_not_sign_l_2121_14() {
    let mut room = opened(of_kind(docket(7, 2), 1, ReportKind::AdministrativeAccounts));
    room.must(&preside(2, Some(1), true));
    room.must(&recuse(1, 1, Accounts, true));
    room.must(&open_report(1));
    room.must(&ask_secret(1, &[2, 3, 4]));
    assert_eq!(room.wrong(&close_urn(1, &[1])), ["E009"]);
    room.must(&close_urn_but(1, &[]));
    assert_eq!(urn(&room).signed, set(&[2, 3, 4, 5, 6, 7]));
}

#[test]
fn an_urn_that_was_closed_before_it_was_opened_asks_for_a_reason_w009() {
    let mut room = Room::of(docket(7, 1));
    for command in [open(at(18, 0)), open_report(1), ask_secret(1, &[1, 2, 3])] {
        room.must(&command);
    }
    let close = |from, to| {
        Command::CloseUrn(CloseUrn {
            report: report(1),
            on: None,
            voters: None,
            all_but: vec![],
            opened_at: from,
            at: to,
        })
    };
    assert!(room.wrong(&close(at(20, 0), at(20, 10))).is_empty());
    assert!(room.wrong(&close(at(23, 50), at(0, 10))).is_empty(), "after midnight");
    assert_eq!(room.wrong(&close(at(20, 10), at(20, 0))).len(), 1);
    room.must(&close(at(20, 0), at(20, 10)));
    assert_eq!((urn(&room).opened_at, urn(&room).closed_at), (at(20, 0), at(20, 10)));
}

#[test]
fn case_63_those_who_signed_are_written_by_identity_whatever_order_they_signed_in() {
    let orders = [vec![1, 2, 3, 4, 6], vec![6, 4, 3, 2, 1], vec![3, 6, 1, 4, 2]];
    let closed = |order: &[u32]| six_voices().ask(&close_urn(1, order)).expect("closed");
    let first = closed(&orders[0]);
    assert!(matches!(&first[0], Event::UrnClosed(signed) if signed.voters == members(&[1, 2, 3, 4, 6])));
    assert!(orders.iter().all(|order| closed(order) == first));
    assert_eq!(six_voices().ask(&close_urn_but(1, &[5])).expect("closed"), first, "nor how the secretary typed it");
}

#[test]
fn who_goes_home_to_take_part_from_afar_keeps_the_ballot_that_was_put_in() {
    let mut council = docket(7, 1);
    council.body.kind = hemicycle::council::docket::BodyKind::Epci;
    let mut room = curtain(council);
    room.must(&mark(3, Remote, NEVER));
    room.irregular(&close_urn(1, &[3]), "W033");
    room.must(&mark(3, Present, NEVER));
    assert_eq!(urn(&room).signed, set(&[3]));
}
