//! Any keys in any order: nothing panics, every screen is drawn, and the record reads back to the same sitting.

use crate::evening::{Evening, docket, parse};
use std::sync::Arc;

use hemicycle::app::{Effect, Key};
use hemicycle::council::attendance::Attendance;
use hemicycle::council::docket::Docket;
use hemicycle::council::history::History;
use hemicycle::council::id::MemberId;
use hemicycle::council::name::Name;
use hemicycle::council::roster::{Member, Roster, Standing};

/// Keys as often as a hurried hand would hit them; `<ctrl-q>` ends nothing here.
const KEYS: &str = "<enter> <enter> <enter> <enter> <esc> <esc> <esc> <esc> <f3> <f3> <f4> <f9> <f9> <f6> <f7> <tab> <f1> <up> <down> \
                    <down> <left> <right> <space> <home> <end> <backspace> <ctrl-z> <ctrl-y> , , ; : ! = a b c d e m \
                    s é & \" 1 8 4 2 ? <pageup> <pagedown>";

/// The same numbers in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// Dockets at the edge: nothing on the agenda, one member, substitutes, a second convocation.
fn dockets() -> Vec<Docket> {
    let commune = (*docket("exemple-commune.ron")).clone();
    let mut without_reports = commune.clone();
    without_reports.agenda.items.clear();
    let mut alone = commune.clone();
    alone.roster = Roster::new(commune.roster.iter().take(1).cloned().collect());
    alone.meeting.secretaries.clear();
    alone.expected = Attendance::default();
    let mut with_substitutes = commune.clone();
    let mut members: Vec<Member> = commune.roster.everyone().cloned().collect();
    for (surname, of) in [("ZANETTI", "aubry-paul"), ("AZUR", "chazal-helene")] {
        let name = Name { surname: surname.into(), first: "Anne".into(), civility: None };
        let standing = Standing::SubstituteOf(MemberId::new(of));
        members.push(Member { id: name.slug(), name, group: None, role: None, rank: None, birth: None, standing });
    }
    with_substitutes.roster = Roster::new(members);
    let mut second = commune.clone();
    second.meeting.second_of = Some(jiff::civil::date(2025, 2, 20));
    vec![commune, without_reports, alone, with_substitutes, second]
}

/// The record of an evening, pushed anew.
fn reads_back(evening: &Evening, docket: &Arc<Docket>) {
    let mut again = History::new(docket.clone());
    for effect in &evening.effects {
        if let Effect::Record(entry) = effect {
            again.push(entry.clone()).unwrap();
        }
    }
    assert_eq!(again.sitting(), evening.app.sitting());
}

#[test]
fn any_keys_in_any_order_are_survived_and_what_they_record_reads_back() {
    let keys: Vec<Key> = parse(KEYS);
    for (place, docket) in dockets().into_iter().enumerate() {
        let docket = Arc::new(docket);
        let mut evening = Evening::of(docket.clone());
        let mut numbers = Numbers(place as u64 + 1);
        let mut records = 0;
        for step in 0..2_000 {
            evening.minute = 18 * 60 + u16::try_from((step % 250) / 10).unwrap();
            evening.key(keys[numbers.below(keys.len())]);
            if step % 7 == 0 {
                let (columns, rows) = [(80, 24), (120, 40), (80, 60), (200, 24)][numbers.below(4)];
                evening.screen(columns, rows);
            }
            if step % 250 == 249 {
                // Another evening: one that is closed, or asks for something in vain, is looked at long enough.
                reads_back(&evening, &docket);
                records += evening.records();
                evening = Evening::of(docket.clone());
            }
        }
        assert!(records > 10, "the walk of {place} recorded {records} times");
    }
}
