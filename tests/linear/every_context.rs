//! Every context is heard when it comes, and each key leaves a line there; any keys in any order do.

use std::collections::BTreeSet;
use std::sync::Arc;

use hemicycle::app::context::Context;
use hemicycle::app::shelter::Unrecorded;
use hemicycle::app::{Access, App, Key, Msg};
use hemicycle::council::docket::Docket;

use crate::contexts::elects_a_mayor;
use crate::evening::{Disk, Evening, docket, parse};
use crate::{Heard, all_kinds, is_a_line};

/// Fourteen members away: the quorum is missing.
const WITHOUT_QUORUM: &str = "aub , chaz , del , esc , fay , gir , jour , kel , lam , more ,";

/// A third of those present ask for a secret ballot on a text.
const SECRET: &str = "<f9> urne <enter> mart <enter> aub <enter> chaz <enter> del <enter> esc <enter> fay <enter> gir <enter> \
                      jour <enter> kel <enter> <enter>";

/// Keys that lead from the roll call to a context.
fn way_to(context: Context) -> String {
    let all_leave = || {
        let names = WITHOUT_QUORUM.split(" , ").map(|name| format!("<f3> {} ,", name.trim_end_matches(" ,")));
        names.collect::<Vec<_>>().join(" ")
    };
    match context {
        Context::RollCall | Context::Replay => String::new(),
        Context::RollCallSearch => "e".into(),
        Context::RollCallWalk => "<down>".into(),
        Context::Holder => "aub :".into(),
        Context::Movement => "<enter> <f3>".into(),
        Context::MovementSearch => "<enter> <f3> e".into(),
        Context::MovementWalk => "<enter> <f3> <down>".into(),
        Context::ReasonOfOpening => format!("{WITHOUT_QUORUM} <enter>"),
        Context::ReasonOfQuorum => format!("<enter> {} <enter>", all_leave()),
        Context::ReasonOfChair => "martinet , <enter>".into(),
        Context::Reason => "<enter> <enter> aub = <enter> <enter> <enter> aub =".into(),
        Context::AskChoice => "<enter> <f9>".into(),
        Context::AskTicks => "<enter> <f9> groupé <enter>".into(),
        Context::AskMember => "<enter> <enter> <f9> huis <enter>".into(),
        Context::AskDigits => "<enter> <f9> huis <enter> <enter> <down> <enter>".into(),
        Context::AskText => "<enter> <f9> secr <enter> <enter>".into(),
        Context::EarlyAgenda => "<esc>".into(),
        Context::Agenda => "<enter>".into(),
        Context::AgendaSearch => "<enter> tarif".into(),
        Context::Told | Context::InUrn => "<enter> <enter> <enter>".into(),
        Context::Heard => "<enter> 11 <enter>".into(),
        Context::Waits => "<enter> <enter> <enter> <enter>".into(),
        Context::Vote
        | Context::TooSmall
        | Context::NotRecorded
        | Context::Unrecorded
        | Context::TakenAway
        | Context::TakenAwayForGood => "<enter> <enter>".into(),
        Context::VoteSearch | Context::SignOffSearch => "<enter> <enter> e".into(),
        Context::VoteWalk | Context::SignOffWalk => "<enter> <enter> <down>".into(),
        Context::Counted => "<enter> <enter> <tab> result <enter> <enter>".into(),
        Context::Card => "<enter> <enter> aub <enter>".into(),
        Context::CardBeforeVote => "aub <enter>".into(),
        Context::Why => "<enter> <enter> <f4>".into(),
        Context::Paper => "<enter> <enter> <ctrl-p>".into(),
        Context::Notes => "<enter> <enter> <f2>".into(),
        Context::Help => "<enter> <enter> ?".into(),
        Context::Closing => "<enter> <end> <enter>".into(),
        Context::Display => "<enter> <enter> <ctrl-e>".into(),
        Context::Journal => "<enter> <enter> aub , <enter> <ctrl-r>".into(),
        Context::JournalAsk => "<enter> <enter> aub , <ctrl-r> <up> <enter>".into(),
        Context::SignOff => "<enter> <enter> ors ,".into(),
        Context::Reading => "<enter> <enter> <enter> <enter> ab".into(),
        Context::ReadingText => format!("<enter> <enter> {SECRET} <enter> <enter> !,"),
        Context::ReadingTotals => "<enter> <enter> <enter> <enter> <tab> 1".into(),
        Context::ReadingOther => "<enter> <enter> <enter> <enter> a = or".into(),
        Context::RoundDone => format!("<enter> <enter> <enter> <enter> {} <enter>", "a".repeat(14) + &"b".repeat(17)),
        Context::Adjourning => format!("{WITHOUT_QUORUM} <f9> ajour <enter>"),
        other => panic!("no keys lead to {other:?}"),
    }
}

/// An evening that is seen again, and was heard up to its middle.
fn seen_again() -> Heard {
    let mut evening = Evening::first_vote();
    evening.keys("aub , dup , <enter> bois ;");
    let now = evening.now();
    evening.app = App::seen_again(evening.app.history().clone(), 5, &now);
    evening.keys("<right> <right>");
    Heard::of(evening)
}

/// An evening that is in a context, heard up to there; and what was heard of the last key.
fn in_context(context: Context) -> (Heard, Vec<String>) {
    let evening = match context {
        Context::Told | Context::Heard | Context::Waits => Evening::of(all_kinds::docket()),
        Context::SignOff
        | Context::SignOffSearch
        | Context::SignOffWalk
        | Context::InUrn
        | Context::Reading
        | Context::ReadingTotals
        | Context::ReadingOther
        | Context::RoundDone => Evening::of(elects_a_mayor()),
        _ => Evening::commune(),
    };
    let mut heard = Heard::of(evening);
    if context == Context::Replay {
        heard = seen_again();
    }
    let mut last = heard.lines();
    for key in parse(&way_to(context)) {
        heard.evening.key(key);
        last = heard.lines();
    }
    if let Context::Unrecorded | Context::TakenAway | Context::TakenAwayForGood = context {
        heard.evening.disk = Disk::Held;
        heard.keys("aub ,");
        let why = "Le disque est plein.".to_owned();
        let (elsewhere, anew) = (context != Context::TakenAwayForGood, context != Context::Unrecorded);
        heard.evening.send(Msg::NotRecorded(Unrecorded { why, elsewhere, anew }));
        last = heard.lines();
    }
    if context == Context::NotRecorded {
        heard.evening.disk = Disk::Refusing;
        last = heard.keys("aub ,");
    }
    (heard, last)
}

/// Keys of each kind.
const KEYS: &str = "<enter> <esc> <backspace> <delete> <tab> <up> <down> <left> <right> <home> <end> <pageup> <pagedown> <space> \
                    <f1> <f2> <f3> <f4> <f5> <f6> <f7> <f8> <f9> <f12> <ctrl-c> <ctrl-o> <ctrl-p> <ctrl-s> <ctrl-y> <ctrl-z> \
                    <ctrl-k> <ctrl-r> <ctrl-e> , ; : ! = ? a É 1 é & . @";

#[test]
fn every_context_is_heard_when_it_comes_and_each_key_leaves_a_line_there() {
    for context in Context::ALL.iter().copied().filter(|context| *context != Context::TooSmall) {
        let (there, last) = in_context(context);
        for key in parse(&format!("{KEYS} <ctrl-t>")) {
            let mut heard = there.again();
            assert_eq!(heard.evening.app.context(), context);
            assert!(!last.is_empty(), "{context:?} comes without a word");
            heard.evening.key(key);
            let lines = heard.lines();
            assert!(!lines.is_empty(), "{key:?} in {context:?} is silent");
            for line in lines.iter().chain(&last) {
                assert!(is_a_line(line), "{key:?} in {context:?}: {line:?}");
            }
            assert_eq!(heard.lines(), Vec::<String>::new(), "{key:?} in {context:?} is told twice");
        }
    }
}

#[test]
fn a_window_however_small_is_heard_and_its_keys_are_taken() {
    let mut heard = Heard::of(Evening::first_vote());
    heard.lines();
    heard.evening.resized(20, 5);
    assert_eq!(heard.evening.app.context(), Context::Vote);
    let lines = heard.keys("aub ,");
    assert_eq!(lines.last().map(String::as_str), Some("AUBRY Paul + 1 pouvoir : contre. Contre 2, pour 29."));
}

#[test]
fn where_we_are_is_said_wherever_it_is_asked_and_again_when_it_is_asked_again() {
    for context in Context::ALL.iter().copied().filter(|context| *context != Context::TooSmall) {
        let (mut heard, _) = in_context(context);
        // The panel of a reason takes no key in its first moment.
        heard.evening.elapsed_ms += 1_000;
        let once = heard.keys("<ctrl-o>");
        assert!(once.iter().any(|line| line.starts_with("Présents")), "{context:?}: {once:?}");
        assert!(once.iter().any(|line| line.starts_with("Quorum")), "{context:?}: {once:?}");
        assert_eq!(heard.keys("<ctrl-o>"), once, "{context:?}");
    }
}

#[test]
fn all_that_a_burst_of_keys_recorded_is_said_when_it_is_over() {
    let mut heard = Heard::of(Evening::first_vote());
    heard.lines();
    for key in parse("bois , evr ; guer ,") {
        heard.evening.key(key);
    }
    let said = heard.lines();
    for name in ["BOISSEAU Hakim + 1 pouvoir : contre.", "EVRARD Maïa : abstention.", "GUÉRINEAU Ysé : contre."] {
        assert!(said.iter().any(|line| line.starts_with(name)), "{name}: {said:?}");
    }
}

#[test]
fn what_is_not_recorded_is_said_before_all_else_and_the_quorum_lost_and_found() {
    let mut heard = Heard::of(Evening::first_vote());
    heard.lines();
    heard.evening.disk = Disk::Refusing;
    let said = heard.keys("aub ,");
    assert!(said.iter().any(|line| line.starts_with("PAS ENREGISTRÉ. Le disque est plein.")), "{said:?}");
    heard.evening.disk = Disk::Prompt;
    heard.keys("<enter>");
    let mut lost = Vec::new();
    for name in ["aub", "chaz", "del", "esc", "fay", "gir", "jour", "kel", "lam", "more"] {
        lost = heard.keys(&format!("<f3> {name} ,"));
    }
    assert!(lost.iter().any(|line| line.starts_with("QUORUM PERDU")), "{lost:?}");
    let found = heard.keys("<f3> aub !");
    assert!(found.iter().any(|line| line == "Quorum retrouvé."), "{found:?}");
}

#[test]
fn a_minute_that_passes_and_a_window_that_changes_say_nothing() {
    let mut heard = Heard::of(Evening::first_vote());
    heard.lines();
    heard.evening.minute += 1;
    heard.evening.send(hemicycle::app::Msg::Tick);
    heard.evening.resized(200, 60);
    assert_eq!(heard.lines(), Vec::<String>::new());
}

/// The same numbers in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// Every séance there is to try.
const SAMPLES: [&str; 9] = [
    "exemple-commune.ron",
    "exemple-budget.ron",
    "exemple-communaute.ron",
    "exemple-elus.ron",
    "exemple-grande-commune.ron",
    "exemple-metropole.ron",
    "exemple-repetition.ron",
    "exemple-seconde-convocation.ron",
    "exemple-soiree.ron",
];

/// Plays keys as they come, on a disk that now and then refuses or is slow; each must leave lines of words, no line twice in
/// a row, and nothing more to be said behind them.
fn played(docket: &Arc<Docket>, seed: u64, steps: usize) {
    let keys: Vec<Key> = parse(&format!(
        "{KEYS} <enter> <enter> <enter> <enter> <esc> <esc> <esc> <down> <f9> <f3> <ctrl-r> <ctrl-e> <ctrl-z> d e m s ~ §"
    ));
    let mut numbers = Numbers(seed);
    let mut heard = Heard::of(Evening::of(docket.clone()));
    heard.lines();
    for step in 0..steps {
        heard.evening.minute = 18 * 60 + u16::try_from((step % 250) / 10).unwrap();
        heard.evening.disk = if step % 50 < 4 { Disk::Refusing } else { Disk::Prompt };
        let key = keys[numbers.below(keys.len())];
        let before = heard.evening.app.context();
        heard.evening.key(key);
        let lines = heard.lines();
        assert!(!lines.is_empty(), "{key:?} in {before:?} is silent");
        for line in &lines {
            assert!(is_a_line(line), "{key:?} in {before:?}: {line:?}");
        }
        let is_twice = |pair: &[String]| pair[0] == pair[1];
        assert!(!lines.windows(2).any(is_twice), "{key:?} in {before:?} is told twice: {lines:#?}");
        assert_eq!(heard.lines(), Vec::<String>::new(), "{key:?} in {before:?} is told once more");
        if step % 250 == 249 {
            heard = Heard::of(Evening::of(docket.clone()));
            heard.lines();
        }
    }
}

#[test]
fn any_keys_in_any_order_leave_lines_of_words_none_of_them_twice() {
    for (place, name) in SAMPLES.into_iter().enumerate() {
        played(&docket(name), place as u64 + 1, 750);
    }
    played(&all_kinds::docket(), 100, 1_500);
}

#[test]
fn a_letter_that_leads_no_further_says_what_is_typed_and_whom_it_finds() {
    let mut heard = Heard::of(Evening::first_vote());
    heard.lines();
    let said = heard.keys("kell");
    assert_eq!(said[2..], ["kel : KELLERMANN Yves", "kell : KELLERMANN Yves"]);
}

#[test]
fn a_row_that_is_ticked_says_so_and_then_the_next_one() {
    let mut heard = Heard::of(Evening::of(docket("exemple-commune.ron")));
    heard.lines();
    heard.keys(&way_to(Context::AskTicks));
    let said = heard.keys("<space>");
    assert!(said[0].starts_with("Coché : ") && said[1].contains(", non coché ; "), "{said:?}");
    let said = heard.keys("<up> <space>");
    assert!(said.iter().any(|line| line.starts_with("Décoché : ")), "{said:?}");
}

#[test]
fn several_results_of_one_sentence_say_it_once() {
    let mut heard = Heard::of(Evening::of(docket("exemple-commune.ron")));
    heard.lines();
    heard.keys(&way_to(Context::AskTicks));
    heard.keys("<space> <enter>");
    let said = heard.keys("<enter>");
    assert_eq!(said.iter().filter(|line| line.starts_with("Après en avoir délibéré")).count(), 1, "{said:?}");
}

#[test]
fn a_past_seance_says_that_it_is_one_its_pace_and_where_a_key_leads() {
    let mut heard = seen_again();
    let begun = heard.lines();
    assert!(begun.iter().any(|line| line.starts_with("Séance revue, 6 actions, vitesse 5")), "{begun:?}");
    assert_eq!(heard.keys("<space>"), ["Pause."]);
    assert_eq!(heard.keys("+"), ["Vitesse 10."]);
    assert_eq!(heard.keys("<home>")[0], "0 sur 6.");
    let last = heard.keys("<end>");
    assert_eq!(last[0], "6 sur 6.");
    assert_eq!(last.last().map(String::as_str), Some("Fin de la séance revue. Espace : depuis le début."));
    assert!(last.len() < 8, "what lies between was not asked for: {last:?}");
}

#[test]
fn a_help_says_what_the_screen_is_for_then_each_key_once() {
    let mut heard = Heard::of(Evening::first_vote());
    heard.lines();
    let begun = heard.keys("<f1>");
    let keys: usize = begun[0].split_whitespace().find_map(|word| word.parse().ok()).expect("how many keys");
    let mut all = vec![begun.last().unwrap().clone()];
    for _ in 1..keys {
        all.extend(heard.keys("<down>"));
    }
    assert!(all[keys - 1].ends_with(&format!("; {keys} sur {keys}")), "{all:?}");
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), keys, "{all:#?}");
}

#[test]
fn where_nothing_may_be_noted_the_reason_is_said_again_and_no_banner_is_spoken_of() {
    let why = "La séance est ouverte ailleurs (poste mairie). Fermez l’autre programme, puis rouvrez ici.".to_owned();
    let access = Access::ReadOnly { why };
    let mut heard = Heard::of(Evening::with(docket("exemple-commune.ron"), access, &[]));
    heard.lines();
    let said = heard.keys("<enter>").join(" ");
    assert!(said.contains("ouverte ailleurs (poste mairie)") && !said.contains("bandeau"), "{said}");
}
