//! The screens of what is not one text voted by exception, to the letter and to the colour. The files are in
//! `tests/screens/`.

#[path = "common/all_kinds.rs"]
mod all_kinds;
#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;

use evening::Evening;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// The evening of all kinds, after these keys, from its first report on.
fn after(keys: &str) -> Evening {
    let mut evening = Evening::of(all_kinds::docket());
    evening.keys("<enter> <enter>").keys(keys);
    evening
}

fn compare(evening: &Evening, name: &str) {
    for (columns, rows) in SIZES {
        let cells = evening.cells(columns, rows, hemicycle::tui::theme::Theme::new(true));
        golden::agree(&format!("tests/screens/{name}-{columns}x{rows}.txt"), &drawn::written(&cells));
    }
}

/// The keys that bring the evening to a report.
const BUDGET: &str = "<enter> <enter>";
const SUBSIDIES: &str = "<enter> <enter> <enter> <enter> <enter> <enter> <enter>";
const SYNDICATE: &str = "<enter> <enter> <enter> <enter> <enter> <enter> <enter> <enter>";

fn at(place: &str, keys: &str) -> Evening {
    let mut evening = after(place);
    evening.minute = 20 * 60 + 17;
    evening.keys(keys);
    evening
}

#[test]
fn a_report_without_a_vote_shows_what_is_told_and_the_one_key_that_ends_it() {
    compare(&at("", ""), "sans-vote-pv");
    compare(&at("<enter>", ""), "sans-vote-decisions");
    compare(&at("<enter>", "<down> <down> <down>"), "sans-vote-decisions-suite");
}

#[test]
fn a_text_that_waits_shows_what_is_put_before_it() {
    compare(&at(BUDGET, ""), "texte-attend");
    compare(&at(BUDGET, "aub ,"), "texte-attend-refus");
    compare(&at(BUDGET, "<enter>"), "amendement");
    compare(&at(BUDGET, "<enter> mie , car ;"), "amendement-vote");
    compare(&at(BUDGET, "<enter> mie , car ; <enter>"), "texte-attend-encore");
    compare(&at(BUDGET, "<enter> mie , car ; <enter> <enter> <enter>"), "texte-revenu");
}

#[test]
fn several_reports_in_one_vote_are_shown_together_or_one_apart() {
    compare(&at(SUBSIDIES, ""), "groupe");
    compare(&at(SUBSIDIES, "eco , gue ;"), "groupe-exceptions");
    compare(&at(SUBSIDIES, "eco , <right> <right> aub :"), "groupe-un-a-part");
    compare(&at(SUBSIDIES, "eco , <right> <right> aub : <left> <left>"), "groupe-divers");
    compare(&at(SUBSIDIES, "mie"), "groupe-recherche");
}

#[test]
fn a_majority_of_the_members_is_marked_named_and_explained() {
    compare(&at(SYNDICATE, ""), "majorite");
    compare(&at(SYNDICATE, "mie , eco , autrement , aub ;"), "majorite-manque");
    compare(
        &at(SYNDICATE, "mie , eco , <f4> <end> <down> <down> <down> <down> <down> <down> <down> <down> <down>"),
        "majorite-pourquoi",
    );
}

#[test]
fn a_search_finds_a_group_as_one() {
    compare(&at(SYNDICATE, "mie"), "recherche-groupe");
}

#[test]
fn each_way_says_itself_and_what_it_does_not_record() {
    compare(&at(SYNDICATE, "<tab> appel <enter>"), "par-appel");
    compare(&at(SYNDICATE, "<tab> appel <enter> ! , ! ; !"), "par-appel-suite");
    compare(&at(SYNDICATE, "<tab> chiffres <enter> 20 <enter> 8 <enter> 3 <enter>"), "en-chiffres");
    compare(&at(SYNDICATE, "<tab> resultat <enter> <enter>"), "au-resultat");
}

#[test]
fn the_agenda_tells_kinds_what_waits_and_how_each_ended() {
    compare(&at("", "<esc>"), "ordre-du-jour-genres");
    compare(&at(SYNDICATE, "<esc> <home> <down> <down>"), "ordre-du-jour-fins");
}

#[test]
fn every_screen_of_a_vote_is_drawn_in_any_window() {
    for keys in ["", "<enter>", BUDGET, SUBSIDIES, SYNDICATE] {
        let evening = after(keys);
        for (columns, rows) in [(80, 24), (81, 25), (99, 30), (110, 24), (200, 60), (300, 24), (1, 1)] {
            let screen = evening.screen(columns, rows);
            assert!(screen.lines().all(|line| hemicycle::tui::text::width(line) <= columns), "{keys} at {columns}");
        }
    }
}
