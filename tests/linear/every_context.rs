//! Every context is heard when it comes, and each key leaves a line there; any keys in any order do.

use hemicycle::app::context::Context;
use hemicycle::app::{App, Key};

use crate::evening::{Disk, Evening, docket, parse};
use crate::{Heard, all_kinds, is_a_line};

/// Fourteen members away: the quorum is missing.
const WITHOUT_QUORUM: &str = "aub , chaz , del , esc , fay , gir , jour , kel , lam , more ,";

/// Keys that lead from the roll call to a context.
fn way_to(context: Context) -> String {
    let all_leave = || {
        let names = WITHOUT_QUORUM.split(" , ").map(|name| format!("<f3> {} ,", name.trim_end_matches(" ,")));
        names.collect::<Vec<_>>().join(" ")
    };
    match context {
        Context::RollCall => String::new(),
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
        Context::Told => "<enter> <enter> <enter>".into(),
        Context::Heard => "<enter> 11 <enter>".into(),
        Context::Waits => "<enter> <enter> <enter> <enter>".into(),
        Context::Vote | Context::TooSmall | Context::NotRecorded => "<enter> <enter>".into(),
        Context::VoteSearch => "<enter> <enter> e".into(),
        Context::VoteWalk => "<enter> <enter> <down>".into(),
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
        Context::Replay => String::new(),
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
    if context == Context::NotRecorded {
        heard.evening.disk = Disk::Refusing;
        last = heard.keys("aub ,");
    }
    (heard, last)
}

/// Keys of each kind.
const KEYS: &str = "<enter> <esc> <backspace> <delete> <tab> <up> <down> <left> <right> <home> <end> <pageup> <pagedown> <space> \
                    <f1> <f2> <f3> <f4> <f5> <f6> <f7> <f8> <f9> <f12> <ctrl-c> <ctrl-o> <ctrl-p> <ctrl-s> <ctrl-y> <ctrl-z> \
                    <ctrl-k> , ; : ! = ? a É 1 é & . @";

#[test]
fn every_context_is_heard_when_it_comes_and_each_key_leaves_a_line_there() {
    for context in Context::ALL.iter().copied().filter(|context| *context != Context::TooSmall) {
        let (there, last) = in_context(context);
        for key in parse(KEYS) {
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

#[test]
fn any_keys_in_any_order_leave_lines_of_words() {
    let keys: Vec<Key> =
        parse(&format!("{KEYS} <enter> <enter> <enter> <enter> <esc> <esc> <esc> <down> <f9> <f3> d e m s"));
    for (place, docket) in
        [docket("exemple-commune.ron"), docket("exemple-budget.ron"), all_kinds::docket()].into_iter().enumerate()
    {
        let mut numbers = Numbers(place as u64 + 1);
        let mut heard = Heard::of(Evening::of(docket.clone()));
        heard.lines();
        for step in 0..1_500 {
            heard.evening.minute = 18 * 60 + u16::try_from((step % 250) / 10).unwrap();
            let key = keys[numbers.below(keys.len())];
            heard.evening.key(key);
            let lines = heard.lines();
            assert!(!lines.is_empty(), "{key:?} in {:?} is silent", heard.evening.app.context());
            for line in &lines {
                assert!(is_a_line(line), "{key:?}: {line:?}");
            }
            if step % 250 == 249 {
                heard = Heard::of(Evening::of(docket.clone()));
                heard.lines();
            }
        }
    }
}
