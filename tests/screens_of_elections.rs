//! The screens of secret ballots and elections, to the letter and to the colour. The files are in `tests/screens/elections/`.

#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/elections.rs"]
mod elections;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;
#[path = "common/written.rs"]
mod written;

use elections::{Elections, LISTS, for_list, for_member};
use evening::Evening;
use hemicycle::council::secret::Ticket;
use hemicycle::tui::theme::Theme;

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

fn compare(evening: &Evening, name: &str) {
    for (columns, rows) in SIZES {
        let cells = evening.cells(columns, rows, Theme::new(true));
        golden::agree(&format!("tests/screens/elections/{name}-{columns}x{rows}.txt"), &drawn::written(&cells));
    }
}

/// The election of the mayor, tellers and candidates said.
fn mayor() -> Elections {
    let mut evening = Elections::open();
    evening
        .opens("01")
        .tellers("01", &["carpentier-solene", "hamelin-octave"])
        .stand("01", &["martinet-lea", "boisseau-hakim", "guerineau-yse"]);
    evening
}

/// The same behind two rounds that elected nobody.
fn third_round() -> Elections {
    let mut evening = mayor();
    let votes = |a, b, c| [("martinet-lea", a), ("boisseau-hakim", b), ("guerineau-yse", c)];
    let ticketed = |votes: [(&str, u32); 3]| votes.map(|(member, votes)| (for_member(member), votes));
    evening.closes("01", &[]).counts("01", (1, 0), &ticketed(votes(14, 10, 6)));
    evening.next_round("01").closes("01", &[]).counts("01", (0, 1), &ticketed(votes(15, 10, 5)));
    evening.next_round("01");
    evening
}

#[test]
fn a_round_shows_its_figures_in_the_order_of_the_law_and_who_is_elected_by_what() {
    let mut evening = mayor();
    compare(&evening.evening(), "maire-ouvert");
    evening.closes("01", &["orsoni-bastien"]);
    compare(&evening.evening(), "maire-clos");
    evening.counts("01", (1, 1), &[(for_member("martinet-lea"), 20), (for_member("boisseau-hakim"), 8)]);
    compare(&evening.evening(), "maire-elu");
    evening.proclaims("01");
    let mut done = evening.evening();
    done.keys("<home> <enter>");
    compare(&done, "maire-proclame");
}

#[test]
fn rounds_that_elected_nobody_stand_above_the_one_that_does() {
    let mut evening = third_round();
    compare(&evening.evening(), "troisieme-tour-ouvert");
    let tied = [("martinet-lea", 13), ("boisseau-hakim", 13), ("guerineau-yse", 3), ("orsoni-bastien", 1)];
    let votes: Vec<(Ticket, u32)> = tied.iter().map(|(member, votes)| (for_member(member), *votes)).collect();
    evening.closes("01", &[]).counts("01", (1, 0), &votes);
    compare(&evening.evening(), "troisieme-tour-age");
    let mut second = mayor();
    second.closes("01", &[]).counts("01", (1, 0), &votes);
    compare(&second.evening(), "second-tour-a-venir");
}

#[test]
fn seats_go_to_lists_step_by_step_with_the_number_that_decided_each() {
    for (number, name) in [("03", "plus-fort-reste"), ("04", "plus-forte-moyenne")] {
        let mut evening = Elections::open();
        evening.opens(number).lists(number, &LISTS).closes(number, &["orsoni-bastien"]);
        let votes = [(LISTS[0].0, 17), (LISTS[1].0, 9), (LISTS[2].0, 4)].map(|(list, votes)| (for_list(list), votes));
        evening.counts(number, (0, 0), &votes);
        compare(&evening.evening(), name);
    }
    let mut evening = Elections::open();
    evening.opens("03").lists("03", &LISTS).closes("03", &[]);
    let votes = [(LISTS[0].0, 13), (LISTS[1].0, 13), (LISTS[2].0, 5)].map(|(list, votes)| (for_list(list), votes));
    evening.counts("03", (0, 0), &votes);
    compare(&evening.evening(), "plus-fort-reste-egalite");
}

#[test]
fn a_text_by_secret_ballot_shows_its_figures_and_colours_no_seat() {
    let mut evening = Elections::open();
    let askers = ["aubry-paul", "chazal-helene", "delorme-karim", "escoffier-nadege", "fayolle-remi", "girardot-ines"];
    let more = ["jourdin-awa", "kellermann-yves", "lamboley-odile"];
    evening.opens("06").secret("06", &[&askers[..], &more[..]].concat()).closes("06", &["orsoni-bastien"]);
    evening.counts("06", (2, 1), &[(Ticket::For, 17), (Ticket::Against, 10)]);
    compare(&evening.evening(), "texte-compte");
    evening.proclaims("06");
    let mut done = evening.evening();
    done.keys("<home> <down> <down> <down> <down> <down> <enter>");
    compare(&done, "texte-proclame");
}

/// The same election by keys: the sign-off begun, the urn closed, ballots read.
fn by_keys(keys: &str) -> Evening {
    let mut evening = mayor().evening();
    evening.keys(keys);
    evening
}

/// The urn is closed, as many ballots as signatures were found in it.
const COUNTED: &str = "<enter> <enter>";

#[test]
fn the_sign_off_says_who_has_no_ballot_and_how_many_signed() {
    compare(&by_keys(""), "emargement");
    compare(&by_keys("ors , imb ,"), "emargement-absents");
    compare(&by_keys("ors , bois"), "emargement-recherche");
    compare(&by_keys("<enter>"), "urne-a-compter");
    compare(&by_keys("<enter> 32"), "urne-de-trop");
}

#[test]
fn the_count_is_large_enough_to_be_read_by_the_room() {
    compare(&by_keys(COUNTED), "depouillement-debut");
    compare(&by_keys(&format!("{COUNTED} aababcbaa;:aa")), "depouillement");
    compare(&by_keys(&format!("{COUNTED} {};:", "aab".repeat(9))), "depouillement-atteinte");
    compare(&by_keys(&format!("{COUNTED} {}cc;:", "aab".repeat(9))), "depouillement-fini");
    compare(&by_keys(&format!("{COUNTED} {}cc;: < aab", "aab".repeat(9))), "recomptage");
    compare(&by_keys(&format!("{COUNTED} {}cc;: < {}ccc;", "aab".repeat(9), "aab".repeat(9))), "recomptage-ecarts");
    compare(&by_keys(&format!("{COUNTED} aab <tab> 12")), "depouillement-totaux");
    compare(&by_keys(&format!("{COUNTED} aab = ors")), "depouillement-autre");
}

#[test]
fn a_ballot_that_is_read_writes_less_than_a_kilobyte() {
    let mut worst = 0;
    for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        let mut evening = by_keys(COUNTED);
        evening.resized(columns, rows);
        let mut counted = written::Written::showing(&evening);
        for (place, key) in "abcabbcaacbabcaacbabc;ab:cab".chars().enumerate() {
            let bytes = counted.key(&mut evening, &key.to_string());
            worst = worst.max(bytes);
            assert!(bytes <= 1024, "the ballot {place}, « {key} », writes {bytes} bytes at {columns}×{rows}");
        }
    }
    assert!(worst > 100, "{worst}");
}

/// What a seat or a name may have beside it in a vote by name: no sign, no colour, no word of it belongs to a secret ballot.
const SIGNS: [&str; 6] = ["▼", "▽", "■", "□", "◆", "≠"];

#[test]
fn no_frame_of_a_secret_vote_shows_a_choice_beside_a_name() {
    let askers = ["aubry-paul", "chazal-helene", "delorme-karim", "escoffier-nadege", "fayolle-remi", "girardot-ines"];
    let more = ["jourdin-awa", "kellermann-yves", "lamboley-odile"];
    let mut text = Elections::open();
    text.opens("06").secret("06", &[&askers[..], &more[..]].concat());
    let mut looked_at = 0;
    // Every key of a text by secret ballot, from the sign-off to the proclamation and back to it.
    let keys = "ors , imb , <enter> <enter> !!,!;:!,,! <backspace> ! <tab> 17 <enter> 10 <enter> 1 <enter> 1 <enter> <enter> \
                bois <enter> <esc> <f4> <down> <down> <esc> <enter> <esc> <up> <enter> bois <enter> <esc>";
    let mut evening = text.evening();
    for key in keys.split_whitespace() {
        evening.keys(key);
        let about = evening.app.vote().map(|shown| shown.shown().to_string());
        if about.as_deref() != Some("06") || evening.app.place() != hemicycle::app::Place::Vote {
            continue;
        }
        for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
            let cells = evening.cells(columns, rows, Theme::new(true));
            let screen = evening::glyphs(&cells);
            // The agenda beside the vote has signs of its own.
            let body: String = screen.lines().filter(|line| !line.contains("Lever la séance")).collect();
            for sign in SIGNS {
                assert!(!body.contains(sign), "{sign} at {columns}×{rows} after {key}\n{screen}");
            }
            for line in screen.lines().filter(|line| names_somebody(line)) {
                for word in ["contre", "abstention", "NPPV", "pour :"] {
                    assert!(!line.to_lowercase().contains(word), "« {line} » after {key}\n{screen}");
                }
            }
            looked_at += 1;
        }
    }
    assert!(looked_at > 50, "{looked_at}");
}

/// Whether a row of the body names a member with a voice; the tellers' last ballot and the sign-off name candidates and voices.
fn names_somebody(line: &str) -> bool {
    ["BOISSEAU", "AUBRY", "ORSONI", "IMBERT"].iter().any(|name| line.contains(name)) && !line.contains("rapporteur")
}
