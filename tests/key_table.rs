//! The table of keys itself: every row does something where it says, no key means two things, every footer fits.

#[path = "common/all_kinds.rs"]
mod all_kinds;
#[path = "common/evening.rs"]
mod evening;

use std::collections::BTreeMap;

use evening::{Disk, Evening};
use hemicycle::app::context::Context;
use hemicycle::app::gesture::{Item, Question};
use hemicycle::app::keymap::{Action, Stroke, TABLE, action, rows};
use hemicycle::app::shelter::Unrecorded;
use hemicycle::app::{App, Key, Msg, Panel};
use hemicycle::council::ballot::Choice;
use hemicycle::french::screen::gesture::Gesture;
use hemicycle::tui::foot;
use hemicycle::tui::keys::name;
use hemicycle::tui::text::width;

/// Fourteen members away, at the roll call: the quorum is missing.
const WITHOUT_QUORUM: &str = "aub , chaz , del , esc , fay , gir , jour , kel , lam , more ,";

/// Evenings that are in a context, each at another place of it: at its beginning, in its middle, at its end.
fn evenings(context: Context) -> Vec<Evening> {
    let commune = |keys: &[&str]| -> Vec<Evening> {
        keys.iter()
            .map(|keys| {
                let mut evening = Evening::commune();
                evening.resized(80, 24).keys(keys);
                evening
            })
            .collect()
    };
    match context {
        Context::RollCall => commune(&["aub , chaz , <backspace>"]),
        Context::RollCallSearch => commune(&["aub , chaz , <backspace> e", "aub , e <down>"]),
        Context::RollCallWalk => commune(&["aub , chaz , <backspace> <down> <down>", "<down> <right>"]),
        Context::Holder => commune(&["aub : del", "aub : e <down>", "aub , chaz : e"]),
        Context::Movement => commune(&["<enter> <f3> 1842"]),
        Context::MovementSearch => {
            commune(&["<enter> <f3> e", "<enter> <f3> e <down>", "<enter> <f3> dup", "<enter> <f3> 1"])
        }
        Context::MovementWalk => commune(&["<enter> <f3> <down> <down>", "<enter> <f3> <down> <right>"]),
        Context::ReasonOfOpening => commune(&[&format!("{WITHOUT_QUORUM} <enter> motif")]),
        Context::ReasonOfQuorum => {
            let all_leave = WITHOUT_QUORUM.split(" , ").map(|name| format!("<f3> {} ,", name.trim_end_matches(" ,")));
            commune(&[&format!("<enter> {} <enter> motif", all_leave.collect::<Vec<_>>().join(" "))])
        }
        Context::AskChoice => commune(&["<enter> <f9> <down>", "<enter> <f9> s", "<enter> <f9> <right>"]),
        Context::AskTicks => commune(&["<enter> <f9> groupé <enter> <down>", "<enter> <f9> groupé <enter> e"]),
        Context::AskMember => commune(&[
            "<enter> <enter> <f9> huis <enter> aub <enter> e <down>",
            "<enter> <enter> <f9> huis <enter> aub <enter> <down> <down>",
            "<enter> <enter> <f9> huis <enter> aub <enter>",
        ]),
        Context::AskDigits => {
            commune(&["<enter> <f9> huis <enter> <enter> <down> <enter> 1", "<enter> <f9> corriger <enter> <enter> 18"])
        }
        Context::AskText => commune(&["<enter> <f9> secr <enter> <enter> a"]),
        Context::Adjourning => commune(&[&format!("{WITHOUT_QUORUM} <f9> ajour <enter>")]),
        Context::EarlyAgenda => commune(&["aub , chaz , <backspace> <esc> <down>", "<esc> <end> <up>"]),
        Context::Agenda => commune(&["<enter> <down>", "<enter> <end> <up>"]),
        Context::AgendaSearch => commune(&["<enter> <enter> <backspace> tarif"]),
        Context::Vote => commune(&["<enter> <enter> aub , dup , <backspace>"]),
        Context::VoteSearch => commune(&["<enter> <enter> aub , dup , <backspace> e", "<enter> <enter> e <down>"]),
        Context::VoteWalk => commune(&["<enter> <enter> aub , dup , <backspace> <down> <down>"]),
        Context::Told => of_all_kinds(&["<enter> <enter> <enter> <enter> <backspace> <down>"]),
        Context::Heard => of_all_kinds(&["<enter> 11 <enter> <enter> <backspace> <down>"]),
        Context::Waits => of_all_kinds(&["<enter> <enter> <enter> <enter> <enter> <backspace>"]),
        Context::Counted => {
            commune(&["<enter> <enter> <tab> result <enter> <enter> <tab> result <enter> <down> <enter> <backspace>"])
        }
        // The letters of a count are those of who stands: A and B there, and one more who is no candidate.
        Context::SignOff => urn(&["jan ,", "vau , <backspace>"]),
        Context::SignOffSearch => urn(&["jan , m", "jan , m <down>"]),
        Context::SignOffWalk => urn(&["jan , <down> <down>", "<down> <right>"]),
        Context::InUrn => urn(&["<enter> 1"]),
        Context::Reading => {
            // Every letter of the upper row and of the alphabet is read, or said to be nobody's.
            urn(&["<enter> <enter> a b ;", "<enter> 1 <enter> a"])
        }
        Context::ReadingText => secret_text(&["<enter> <enter> ! , ;", "<enter> <enter> !"]),
        Context::ReadingTotals => urn(&["<enter> <tab> 1", "<enter> <tab> <enter> <enter>"]),
        Context::ReadingOther => urn(&["<enter> <enter> = v", "<enter> <enter> = m <down>", "<enter> <enter> ="]),
        Context::RoundDone => urn(&["<enter> <tab> 9 <enter> 9 <enter> <enter> <backspace> <enter>"]),
        Context::Card => commune(&["<enter> <enter> aub <enter>", "<enter> <enter> aub , aub <enter> <down>"]),
        Context::CardBeforeVote => commune(&["aub <enter>"]),
        Context::Why => commune(&["<enter> <enter> <f4> <down>"]),
        Context::Notes => commune(&[
            "<enter> <enter> <f2> a <enter> aub b <left>",
            "<enter> <enter> <f2> a <enter> aub",
            "<enter> <enter> <f2> a <enter> b c <up>",
        ]),
        Context::Journal => commune(&[
            "<enter> <enter> aub , <enter> bois , <enter> <ctrl-r> <up> <up> <up>",
            "<enter> <enter> aub , <enter> <ctrl-r>",
            "<enter> <enter> aub , <enter> <ctrl-r> budget",
        ]),
        Context::JournalAsk => commune(&["<enter> <enter> aub , <ctrl-r> <up> <enter>"]),
        Context::Replay => vec![seen_again(4), seen_again(0)],
        Context::Paper => commune(&["<enter> <enter> <ctrl-p> <down>"]),
        Context::Help => commune(&["<enter> <enter> ? <down>"]),
        Context::ReasonOfChair => commune(&["martinet , <enter> motif"]),
        Context::Reason => commune(&["<enter> <enter> aub = <enter> <enter> <enter> aub = motif"]),
        Context::Closing => commune(&["<enter> <end> <enter>"]),
        Context::NotRecorded => {
            let mut evening = Evening::first_vote();
            evening.disk = Disk::Refusing;
            evening.keys("aub ,");
            evening.disk = Disk::Prompt;
            vec![evening]
        }
        Context::Unrecorded => vec![failed(true, false)],
        Context::TakenAway => vec![failed(true, true)],
        Context::TakenAwayForGood => vec![failed(false, true)],
        Context::Projection | Context::Home | Context::HomeSearch | Context::HomeFindings | Context::HomeHelp => vec![],
        Context::Display => commune(&["<enter> <enter> <ctrl-e>", "<enter> <enter> <ctrl-e> <down>"]),
        Context::TooSmall => {
            let mut evening = Evening::first_vote();
            evening.resized(60, 20);
            vec![evening]
        }
    }
}

/// The installation of a council, on the election of its mayor, the urn open.
fn urn(keys: &[&str]) -> Vec<Evening> {
    let after = |keys: &&str| {
        let mut evening = Evening::of(evening::docket("2026-03-22-installation.ron"));
        evening.resized(80, 24).keys("<enter> <enter>").keys(keys);
        evening
    };
    keys.iter().map(after).collect()
}

/// A text on which a secret ballot was asked for by as many as it takes.
fn secret_text(keys: &[&str]) -> Vec<Evening> {
    let after = |keys: &&str| {
        let mut evening = Evening::first_vote();
        let askers =
            "aub <enter> bois <enter> carp <enter> chaz <enter> del <enter> dup <enter> esc <enter> evr <enter>";
        evening
            .resized(80, 24)
            .keys("<f9> urne <enter>")
            .keys(askers)
            .keys("fay <enter> gir <enter> <enter>")
            .keys(keys);
        evening
    };
    keys.iter().map(after).collect()
}

/// An evening of which a vote is not recorded, with what can be done about it.
fn failed(elsewhere: bool, anew: bool) -> Evening {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("aub ,");
    evening.send(Msg::NotRecorded(Unrecorded { why: "Le disque est plein.".to_owned(), elsewhere, anew }));
    evening.disk = Disk::Prompt;
    evening
}

/// An evening seen again, with so many entries played.
fn seen_again(played: usize) -> Evening {
    let mut evening = Evening::first_vote();
    evening.keys("aub , dup , <enter> bois ;");
    let now = evening.now();
    evening.app = App::seen_again(evening.app.history().clone(), 5, &now);
    evening.resized(80, 24);
    for _ in 0..played {
        evening.key(Key::Right);
    }
    evening
}

fn of_all_kinds(keys: &[&str]) -> Vec<Evening> {
    let after = |keys: &&str| {
        let mut evening = Evening::of(all_kinds::docket());
        evening.resized(80, 24).keys(keys);
        evening
    };
    keys.iter().map(after).collect()
}

/// Keys that a stroke stands for.
fn samples(stroke: Stroke) -> Vec<Key> {
    match stroke {
        Stroke::Is(key) => vec![key],
        Stroke::Letter | Stroke::NoDigit => vec![Key::Char('a'), Key::Char('É'), Key::Char('z')],
        Stroke::Digit => "&é\"'(-è_çà0123456789".chars().map(Key::Char).collect(),
        Stroke::Text => vec![Key::Char('a'), Key::Char(','), Key::Char(' '), Key::Char('?')],
    }
}

fn does_something(evening: &mut Evening, key: Key) -> bool {
    // An urn prints as its bare name, whatever is in it.
    let urn = |evening: &Evening| evening.app.vote().map(|vote| vote.urn.clone());
    let before = (format!("{:?}", evening.app), urn(evening));
    let effects = evening.effects.len();
    evening.key(key);
    evening.effects.len() > effects || (format!("{:?}", evening.app), urn(evening)) != before
}

#[test]
fn every_row_does_something_in_each_of_its_contexts() {
    let mut idle = Vec::new();
    let mut known: BTreeMap<String, Vec<Evening>> = BTreeMap::new();
    for binding in TABLE {
        // The display has a terminal of its own, and its keys a test of their own.
        let of_the_display =
            |context: &&Context| **context == Context::Projection || Context::OF_HOME.contains(context);
        for context in binding.contexts.iter().copied().flatten().filter(|context| !of_the_display(context)) {
            for key in binding.strokes.iter().flat_map(|stroke| samples(*stroke)) {
                let mut evenings = known.entry(format!("{context:?}")).or_insert_with(|| evenings(*context)).clone();
                for evening in &evenings {
                    assert_eq!(evening.app.context(), *context, "the evening of {context:?} is elsewhere");
                }
                if !evenings.iter_mut().any(|evening| does_something(evening, key)) {
                    idle.push(format!("{key:?} in {context:?} should be {:?}", binding.action));
                }
            }
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn no_key_means_two_things_in_one_context() {
    for context in Context::ALL.iter().copied() {
        let mut seen: BTreeMap<String, Action> = BTreeMap::new();
        for binding in rows(context) {
            for key in binding.strokes.iter().flat_map(|stroke| samples(*stroke)) {
                if let Some(other) = seen.insert(format!("{key:?}"), binding.action) {
                    panic!("{key:?} in {context:?} is {other:?} and {:?}", binding.action);
                }
            }
        }
    }
}

#[test]
fn every_context_has_rows_and_a_way_out() {
    for context in Context::ALL.iter().copied() {
        assert!(rows(context).count() > 0, "{context:?}");
        let leaves =
            rows(context).any(|row| matches!(row.action, Action::Back | Action::Leave | Action::GiveUp | Action::Quit));
        assert!(leaves, "{context:?}");
    }
}

#[test]
fn a_letter_is_never_a_command() {
    for context in Context::ALL.iter().copied() {
        for letter in ('a'..='z').chain('A'..='Z').chain("éèàçùÉœ-'’".chars()) {
            let meant = action(context, Key::Char(letter));
            // On the panel of movements, and where a number is asked, the upper row types digits.
            let digits = matches!(
                context,
                Context::Movement
                    | Context::MovementWalk
                    | Context::AskDigits
                    | Context::InUrn
                    | Context::ReadingTotals
            );
            // The hyphen has its own key, beside that of « + »: nobody is looked for in a replay.
            if context == Context::Replay && letter == '-' {
                continue;
            }
            // At the urn alone the letters of those who stand read their ballots out.
            if matches!(context, Context::Reading | Context::ReadingText) && meant == Some(Action::ReadLetter) {
                continue;
            }
            let goes_to_a_line = context == Context::ReadingTotals && meant == Some(Action::ReadLetter);
            let types = goes_to_a_line
                || matches!(meant, None | Some(Action::Search | Action::Write | Action::NoNames))
                || (digits && "éèàç-'".contains(letter) && meant == Some(Action::Digit));
            assert!(types, "{letter} in {context:?}: {meant:?}");
        }
    }
}

#[test]
fn no_line_of_the_help_is_cut_in_the_narrowest_window() {
    for binding in TABLE {
        let long = binding.label.long();
        assert!(width(long) <= 80 - 4 - 17, "{long}");
        let keys: Vec<_> = binding.strokes.iter().map(|stroke| name(*stroke)).collect();
        assert!(width(&keys.join("  ")) <= 16, "{keys:?}");
    }
}

#[test]
fn a_screen_that_is_only_looked_at_shows_no_key_that_records() {
    for context in Context::ALL.iter().copied() {
        assert!(foot::shown(context, 200, true).iter().all(|row| !row.action.records()), "{context:?}");
    }
    let actions: Vec<Action> = foot::shown(Context::Vote, 80, true).iter().map(|row| row.action).collect();
    for wanted in [Action::Back, Action::Paper, Action::Why, Action::Help] {
        assert!(actions.contains(&wanted), "{wanted:?}");
    }
}

#[test]
fn nothing_vital_sits_on_f1_f10_or_f11_alone() {
    for binding in TABLE {
        let taken = |stroke: &Stroke| matches!(stroke, Stroke::Is(Key::Function(1 | 10 | 11)));
        assert!(binding.action == Action::Help || binding.action == Action::Back || !binding.strokes.iter().all(taken));
    }
}

#[test]
fn a_footer_shows_all_the_rows_of_its_rank_at_each_width_where_something_is_dropped() {
    for context in Context::ALL.iter().copied() {
        for columns in [80, 90, 105, 120, 140, 160] {
            let rank = hemicycle::app::keymap::footer_rank(columns);
            let wanted = rows(context).filter(|row| row.rank.is_some_and(|own| own <= rank)).count();
            assert_eq!(foot::shown(context, columns, false).len(), wanted, "{context:?} at {columns}");
        }
    }
}

#[test]
fn the_list_of_commands_holds_every_key_of_each_screen_that_offers_it() {
    let mut screens = 0;
    for context in Context::ALL.iter().copied() {
        if !rows(context).any(|row| row.action == Action::Commands) {
            continue;
        }
        screens += 1;
        for mut evening in evenings(context) {
            evening.keys("<f9>");
            let Some(Panel::Gesture(gesturing)) = evening.app.panels().last() else { panic!("no list in {context:?}") };
            let Question::Choice { items, .. } = &gesturing.question else { panic!("no list in {context:?}") };
            for row in rows(context).filter(|row| !row.action.reminds() && row.action != Action::Commands) {
                let Some(Stroke::Is(key)) = row.strokes.first() else { continue };
                let is_it = |item: &&Item| match item {
                    Item::Press(own, action, _) => (own, action) == (key, &row.action),
                    Item::Gesture(Gesture::Way) => row.action == Action::Ways,
                    Item::Gesture(Gesture::Recuse) => row.action == Action::Recuse,
                    _ => false,
                };
                assert_eq!(items.iter().filter(is_it).count(), 1, "{key:?} {:?} in {context:?}", row.action);
            }
        }
    }
    assert!(screens >= 12, "the screens at rest offer it: {screens}");
}

#[test]
fn the_grammar_of_the_keys_is_one_on_every_screen() {
    for context in Context::ALL.iter().copied() {
        let does = |key| action(context, key);
        assert_eq!(does(Key::Ctrl('c')), Some(Action::HowToQuit), "{context:?}");
        assert_ne!(does(Key::Ctrl('z')), Some(Action::Quit), "{context:?}");
        let types = does(Key::Char('(')).is_some_and(|action| action == Action::Write);
        // The signs and F5 to F8 say the same; where a text is typed the signs are of the text.
        for (sign, number) in [(',', 5), (';', 6), (':', 7), ('!', 8)] {
            let by_sign = does(Key::Char(sign));
            if matches!(by_sign, Some(Action::Choose(_) | Action::Mark(_) | Action::GiveProxy)) {
                assert_eq!(by_sign, does(Key::Function(number)), "{sign} in {context:?}");
            }
        }
        // Help is F1 and, but in a text, « ? ».
        if !types && does(Key::Function(1)) == Some(Action::Help) {
            let asks =
                matches!(context, Context::AskDigits | Context::JournalAsk | Context::Closing | Context::Adjourning);
            assert!(asks || does(Key::Char('?')) == Some(Action::Help), "{context:?}");
        }
        // What undoes with Backspace undoes with Ctrl-Z.
        if does(Key::Backspace) == Some(Action::Undo) {
            assert_eq!(does(Key::Ctrl('z')), Some(Action::Undo), "{context:?}");
        }
        // A vote is said by the four keys of the room, everywhere where one is taken by name.
        if matches!(context, Context::Vote | Context::VoteSearch | Context::VoteWalk) {
            for (number, choice) in
                [(5, Choice::Against), (6, Choice::Abstain), (7, Choice::NotTakingPart), (8, Choice::For)]
            {
                assert_eq!(does(Key::Function(number)), Some(Action::Choose(choice)));
            }
            assert_eq!(does(Key::Ctrl('s')), Some(Action::AlreadySaved));
        }
    }
}
