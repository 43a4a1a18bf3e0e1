//! The hemicycle on the screens, to the letter and to the colour. The files are in `tests/screens/`.

#[path = "common/council_of.rs"]
mod council_of;
#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;

use evening::{Evening, docket};
use hemicycle::tui::theme::Theme;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn compare(evening: &Evening, name: &str) {
    for (columns, rows) in SIZES {
        let cells = evening.cells(columns, rows, Theme::new(true));
        golden::agree(&format!("tests/screens/{name}-{columns}x{rows}.txt"), &drawn::written(&cells));
    }
}

fn council(members: usize, keys: &str) -> Evening {
    let mut evening = Evening::of(council_of::docket(members));
    evening.keys("<enter> <enter>");
    evening.minute = 20 * 60 + 17;
    evening.keys(keys);
    evening
}

#[test]
fn a_council_of_9_votes() {
    compare(&council(9, "forcet , gaucet ; morcet :"), "hemicycle-9");
}

#[test]
fn a_council_of_33_votes_and_a_group_is_looked_for() {
    compare(&Evening::tariffs(), "hemicycle-33");
    let mut evening = Evening::tariffs();
    evening.keys("mieux");
    compare(&evening, "hemicycle-33-groupe");
}

#[test]
fn the_seed_votes_as_it_did() {
    let mut evening = Evening::of(docket("2022-03-03-pays-d-aix.ron"));
    evening.keys("<enter> <enter>");
    compare(&evening, "hemicycle-58");
}

#[test]
fn councils_of_240_and_250_vote() {
    let mut evening = Evening::of(docket("exemple-metropole.ron"));
    evening.keys("<enter> <enter>");
    compare(&evening, "hemicycle-240");
    compare(
        &council(250, "autrement , quartiers ; gaucet : chancet , chancet <enter> <down> ; <esc>"),
        "hemicycle-250",
    );
}

#[test]
fn a_roll_call_vote_tells_those_not_called_yet_apart() {
    compare(&council(33, "<tab> appel <enter> ! , ! ; ! ! : !"), "hemicycle-appel-nominal");
}

#[test]
fn a_vote_in_figures_shows_who_is_there_by_group() {
    compare(&council(33, "<tab> chiffres <enter> 20 <enter> 8 <enter> 3 <enter> 1 <enter>"), "hemicycle-en-chiffres");
}

#[test]
fn the_agenda_and_the_roll_call_show_the_room_by_group() {
    compare(&council(33, "<esc>"), "hemicycle-ordre-du-jour");
    compare(&Evening::of(council_of::docket(33)), "hemicycle-appel");
}
