//! What is recorded of a count: who signed, sorted, and totals, in two actions; nothing of its course.

use hemicycle::council::event::Event;
use hemicycle::council::history::Entry;

use crate::counted::{at_the_urn, counted, left_behind, recorded};
use crate::evening::Evening;

/// Seventeen ballots: ten for TRÉVILLARD, five for HOCHEDEAU, one blank, one null.
const READ: &str = "a a a a a b b b b b a a a a a ; :";

fn fact<'a, T>(entries: &'a [Entry], which: impl Fn(&'a Event) -> Option<T>) -> Vec<(usize, T)> {
    let events = |entry: &'a Entry| match entry {
        Entry::Action { events, .. } => events.as_slice(),
        Entry::Undo(_) => &[],
    };
    let places = entries.iter().enumerate();
    places.filter_map(|(place, entry)| Some((place, events(entry).iter().find_map(&which)?))).collect()
}

/// Proclaimed, after the round.
fn proclaimed(signs: &str, reads: &str) -> Evening {
    let mut evening = counted(signs, reads);
    evening.keys("<enter>");
    assert!(evening.app.sitting().done().any(|(report, _)| report.as_str() == "01"), "{}", evening.said());
    evening
}

#[test]
fn case_61_who_signed_and_what_was_in_the_urn_are_two_records_and_no_line_holds_a_voter_and_a_choice() {
    let entries = recorded(&proclaimed("vaud ,", READ));
    let signed = fact(&entries, |event| match event {
        Event::UrnClosed(signed) => Some(signed),
        _ => None,
    });
    let totals = fact(&entries, |event| match event {
        Event::BallotsCounted(counted) => Some(&counted.count),
        _ => None,
    });
    let [(closing, signed)] = signed[..] else { panic!("one closing: {signed:?}") };
    let [(counting, totals)] = totals[..] else { panic!("one count: {totals:?}") };
    assert!(closing < counting, "two actions");
    assert_eq!((signed.voters.len(), totals.in_urn, totals.blank, totals.null), (17, 17, 1, 1));
    for (place, entry) in entries.iter().enumerate() {
        let line = serde_json::to_string(match entry {
            Entry::Action { events, .. } => events,
            Entry::Undo(_) => continue,
        });
        let line = line.expect("json");
        // Somebody who signed and does not stand is named where the list is, and in no line of totals.
        assert!(!line.contains("flavignet") || place == closing, "{line}");
        assert!(place != closing || !line.contains("bulletins") && !line.contains("blancs"), "{line}");
    }
}

#[test]
fn case_62_two_counts_with_the_same_totals_in_another_order_leave_the_same_bytes_everywhere() {
    let one = proclaimed("vaud ,", READ);
    let expected = left_behind(&recorded(&one));
    assert!(expected.keys().any(|name| name.ends_with(".journal") && name.starts_with("/etat")), "a second copy too");
    assert!(expected.len() > 20, "{:?}", expected.keys());
    for (signs, reads) in [
        // Read from the end, a member marked and unmarked before the one who did not sign.
        ("vaud ,", ": ; a a a a a b b b b b a a a a a"),
        ("flav , flav ! vaud ,", "b a b a b a b a b a a a : a a ; a"),
        // A ballot read out wrongly and taken back at once.
        ("vaud ,", "a a a a a b b b b b b <backspace> a a a a a ; :"),
        // Read again beside the first reading.
        ("vaud ,", "a a a a a b b b b b a a a a a ; : < ; : b b b b b a a a a a a a a a a"),
    ] {
        let other = proclaimed(signs, reads);
        let left = left_behind(&recorded(&other));
        assert_eq!(left.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
        for (name, bytes) in &left {
            let (found, wanted) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&expected[name]));
            assert!(found == wanted, "{name} differs, signed {signs:?}, read {reads:?}");
        }
        assert_eq!(other.app.sitting(), one.app.sitting());
    }
    // Another total is another file: the comparison can fail.
    let other = left_behind(&recorded(&proclaimed("vaud ,", "a a a a a b b b b b a a a a a ; ;")));
    assert_ne!(other["/seance/installation.journal"], expected["/seance/installation.journal"]);
}

#[test]
fn case_62_nothing_is_recorded_while_ballots_are_read_or_members_sign() {
    let mut evening = at_the_urn();
    let before = recorded(&evening).len();
    evening.keys("vaud , flav , flav !");
    assert_eq!(recorded(&evening).len(), before, "who signs is in memory alone");
    evening.keys("<enter>");
    assert_eq!(recorded(&evening).len(), before + 1, "the closing");
    evening.keys("<enter>").keys("a a b ; : a <backspace>");
    assert_eq!(recorded(&evening).len(), before + 1, "what is read is in memory alone");
    assert!(evening.effects.iter().all(|effect| !format!("{effect:?}").contains("Blank")), "no effect tells a ballot");
}

#[test]
fn case_63_the_list_of_those_who_signed_is_sorted_and_has_one_common_hour() {
    let list = |signs: &str| {
        let entries = recorded(&counted(signs, READ));
        let closing = entries.iter().find_map(|entry| match entry {
            Entry::Action { events, .. } => events.iter().find_map(|event| match event {
                Event::UrnClosed(signed) => Some(signed.clone()),
                _ => None,
            }),
            Entry::Undo(_) => None,
        });
        closing.expect("closed")
    };
    let one = list("vaud ,");
    assert!(one.voters.is_sorted(), "{:?}", one.voters);
    assert_eq!(one, list("ouz , flav , vaud , flav ! ouz !"), "whatever the order");
    let json = serde_json::to_value(&one).expect("json");
    let hours: Vec<&String> =
        json.as_object().expect("a record").keys().filter(|key| key.contains("heure") || *key == "ouvert").collect();
    assert!(hours.len() <= 2, "an opening and a closing, and nobody's own: {json}");
    assert!(
        json["votants"].as_array().expect("a list").iter().all(serde_json::Value::is_string),
        "names alone: {json}"
    );
}
