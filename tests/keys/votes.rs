//! What is put to the vote otherwise than one text by exception, and what each costs in keys.

use std::sync::Arc;

use crate::all_kinds;
use crate::evening::{Evening, member, parse};
use hemicycle::app::context::Context;
use hemicycle::app::picker::Hit;
use hemicycle::council::agenda::{AgendaItem, ReportKind};
use hemicycle::council::ballot::Choice;
use hemicycle::council::docket::Docket;
use hemicycle::council::id::ReportId;
use hemicycle::council::name::fold;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::ProposalId;
use hemicycle::council::sitting::Progress;
use hemicycle::council::tally::Tally;

/// The evening of all kinds, opened, on its first report, then so many times Enter.
fn at(reports: usize) -> Evening {
    of(all_kinds::docket(), reports)
}

fn of(docket: Arc<Docket>, reports: usize) -> Evening {
    let mut evening = Evening::of(docket);
    evening.keys("<enter> <enter>").keys(&"<enter> ".repeat(reports));
    evening
}

/// On the four subsidies of one vote.
const SUBSIDIES: usize = 7;
/// On the budget, which two amendments precede.
const BUDGET: usize = 2;

fn outcome(evening: &Evening, report: &str) -> Option<Outcome> {
    Some(evening.app.sitting().progress(&ReportId::new(report))?.done()?.outcome)
}

fn said_in(evening: &Evening, report: &str, id: &str) -> Option<Choice> {
    evening.app.sitting().progress(&ReportId::new(report)).map(Progress::vote)?.choice(&member(id))
}

fn amendment(number: &str) -> ProposalId {
    ProposalId::Amendment(number.into())
}

fn compact(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// The beginnings of every name but one's, and of every group but that one: what a few letters must not find first.
fn begins_nothing_else(evening: &Evening, letters: &str, but_member: Option<&str>, but_group: Option<&str>) -> bool {
    let roster = &evening.app.sitting().docket().roster;
    let names = roster.iter().filter(|other| Some(other.id.as_str()) != but_member).flat_map(|other| {
        let (surname, first) = (compact(&other.name.surname), compact(&other.name.first));
        let words = fold(&other.name.listed());
        let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
        [format!("{surname}{first}"), format!("{first}{surname}")].into_iter().chain(words)
    });
    let groups = roster.iter().filter_map(|other| other.group.as_deref()).filter(|group| Some(*group) != but_group);
    let words = groups.flat_map(|group| fold(group).split(' ').map(str::to_owned).collect::<Vec<_>>());
    names.chain(words).all(|word| !word.starts_with(letters))
}

#[test]
fn a_political_group_against_with_one_of_its_members_abstaining_costs_two_names_two_signs_and_one_key() {
    let mut evening = Evening::first_vote();
    // The group of the opposition of the made-up commune, and one of its five members.
    let (group, one) = ("Mieux vivre à Saint-Exemple", "carpentier-solene");
    let of_group = (1..6)
        .map(|letters| compact(group)[..letters].to_owned())
        .find(|letters| begins_nothing_else(&evening, letters, None, Some(group)))
        .expect("letters of its own");
    let of_member = (1..8)
        .map(|letters| "carpentier"[..letters].to_owned())
        .find(|letters| begins_nothing_else(&evening, letters, Some(one), None))
        .expect("letters of its own");
    let keys = format!("{of_group} , {of_member} ; <enter>");
    assert_eq!(parse(&keys).len(), (of_group.len() + 1) + (of_member.len() + 1) + 1);
    assert!(parse(&keys).len() <= 8, "{keys}");

    evening.keys(&of_group);
    let picker = &evening.app.vote().unwrap().picker;
    assert_eq!(picker.hits()[0], Hit::Group(group.to_owned()));
    let records = evening.records();
    evening.keys(",");
    assert_eq!(evening.records(), records + 1, "one command");
    assert_eq!(evening.said(), "Groupe Mieux vivre à Saint-Exemple (5 voix) : contre.");
    assert_eq!(evening.tally("01").against, 5, "those present, and the power that one of them carries");
    evening.keys(&format!("{of_member} ; <enter>"));
    let tally = evening.tally("01");
    assert_eq!((tally.for_, tally.against, tally.abstentions), (26, 4, 1));
    assert_eq!(evening.open_report().as_deref(), Some("02"));
}

#[test]
fn a_group_is_taken_back_as_one_and_a_group_is_no_member() {
    let mut evening = Evening::first_vote();
    evening.keys("eco ,");
    assert_eq!(evening.said(), "Groupe Écologie et solidarités (3 voix) : contre.");
    evening.keys("<backspace>");
    assert_eq!(
        evening.said(),
        "Défait : Groupe Écologie et solidarités (3 voix) : contre. Pour 28 → 31, contre 3 → 0. Ctrl-Y rétablit."
    );
    assert_eq!(evening.tally("01").against, 0);
    evening.keys("eco <enter>");
    assert!(evening.said().contains("groupe entier") && evening.app.panels().is_empty(), "{}", evening.said());
    evening.keys("eco <down> ,");
    assert_eq!(evening.said(), "GUÉRINEAU Ysé : contre.");
}

#[test]
fn one_key_proclaims_all_the_reports_of_a_unanimous_vote_and_opens_the_next() {
    let mut evening = at(SUBSIDIES);
    let open: Vec<_> = evening.app.sitting().open_reports().map(|(report, _)| report.id.to_string()).collect();
    assert_eq!(open, ["04", "05", "06", "07"]);
    let records = evening.records();
    evening.keys("<enter>");
    for report in ["04", "05", "06", "07"] {
        assert_eq!(outcome(&evening, report), Some(Outcome::AdoptedUnanimously), "{report}");
    }
    assert_eq!((evening.open_report().as_deref(), evening.records()), (Some("08"), records + 1));
    let screen = evening.screen(120, 40);
    assert!(screen.contains("Rapports n° 04, 05, 06 et 07 proclamés à 18 h 04 : 4 adoptés à l’unanimité"), "{screen}");
    evening.keys("<backspace>");
    assert_eq!(evening.open_report().as_deref(), Some("04"), "both are one action");
}

#[test]
fn the_names_of_a_vote_on_several_reports_are_marked_once_in_all_or_in_the_one_that_is_shown() {
    let mut evening = at(SUBSIDIES);
    let mut typed = 0;
    for keys in ["evr ,", "car ;"] {
        typed += parse(keys).len();
        evening.keys(keys);
    }
    assert_eq!(typed, (3 + 1) + (3 + 1), "the letters of each name and a sign");
    for report in ["04", "05", "06", "07"] {
        assert_eq!(said_in(&evening, report, "evrard-maia"), Some(Choice::Against), "{report}");
    }
    evening.keys("<right> <right> gue :");
    assert_eq!(evening.said(), "N° 05, GUÉRINEAU Ysé : ne prend pas part.");
    assert_eq!(said_in(&evening, "05", "guerineau-yse"), Some(Choice::NotTakingPart));
    assert_eq!(said_in(&evening, "04", "guerineau-yse"), Some(Choice::For));
    evening.keys("<left> <left> <left>");
    assert_eq!(evening.app.vote().unwrap().only, None, "all of them again");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("    ne prend pas part : GUÉRINEAU Ysé"), "what differs stands under its report: {screen}");
    assert!(screen.contains("Partout, contre : EVRARD Maïa ; abstention : CARPENTIER Solène"), "{screen}");
    evening.keys("<enter>");
    assert_eq!(evening.open_report().as_deref(), Some("08"), "one key for all");
    assert_eq!(outcome(&evening, "05"), Some(Outcome::Adopted));
}

#[test]
fn a_report_that_cannot_join_the_others_is_opened_alone_and_why_is_said() {
    let mut docket = (*all_kinds::docket()).clone();
    for item in &mut docket.agenda.items {
        if let AgendaItem::Report(report) = item
            && report.id == ReportId::new("06")
        {
            report.kind = ReportKind::AdministrativeAccounts;
        }
    }
    let evening = of(docket.into(), SUBSIDIES);
    let open: Vec<_> = evening.app.sitting().open_reports().map(|(report, _)| report.id.to_string()).collect();
    assert_eq!(open, ["04"]);
    assert!(evening.said().starts_with("Ouvert à part. E046 "), "{}", evening.said());
}

#[test]
fn enter_puts_what_waits_to_the_vote_and_the_text_comes_back_after_it() {
    let mut evening = at(BUDGET);
    assert_eq!(evening.app.context(), Context::Waits);
    let records = evening.records();
    evening.keys("aub ,");
    assert_eq!(evening.records(), records, "nothing is noted on a text that waits");
    assert_eq!(evening.said(), "Rien n’est noté, le texte attend : Entrée met aux voix l’amendement n° 1.");
    evening.keys("<enter>");
    assert_eq!(evening.app.sitting().floor().unwrap().on, Some(&amendment("1")));
    evening.keys("mie , <enter>");
    let handling = evening.app.sitting().handling(&ReportId::new("03"));
    let done = handling.proposal(&amendment("1")).unwrap().state.done().unwrap();
    assert_eq!((done.outcome, done.tally.unwrap().against), (Outcome::Adopted, 5));
    assert_eq!(evening.app.context(), Context::Waits, "the second amendment comes next");
    evening.keys("<enter> <enter>");
    assert_eq!((evening.app.context(), evening.app.sitting().floor().unwrap().on), (Context::Vote, None));
    let screen = evening.screen(80, 24);
    assert!(screen.contains("amendement n° 1 adopté, n° 2 adopté"), "{screen}");
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "03"), Some(Outcome::AdoptedUnanimously));
    // Looked at afterwards: each of its votes.
    evening.keys("<esc> <home> <down> <down> <enter> <left>");
    assert!(evening.screen(80, 24).contains("03 · Amendement n° 2"), "{}", evening.screen(80, 24));
}

#[test]
fn a_card_marks_a_voice_of_the_proposal_that_is_on_the_floor() {
    let mut evening = at(BUDGET);
    evening.keys("<enter> aub <enter> <down> , <esc> <esc>");
    let vote = evening.app.sitting().floor().unwrap().vote;
    assert_eq!(Tally::of(vote).unwrap().against, 1, "one carried voice, of the amendment");
    assert_eq!(evening.tally("03").against, 0);
}

#[test]
fn a_postponement_that_is_adopted_ends_the_report_and_opens_the_next_in_the_same_gesture() {
    let mut evening = at(0);
    while evening.open_report().as_deref() != Some("14") {
        let before = evening.open_report();
        evening.keys("<enter>");
        if before == evening.open_report()
            && evening.app.sitting().handling(&ReportId::new("03")).pending().count() == 0
        {
            // Nobody stands for the posts: she has it voted, for a reason.
            evening.keys("<f9> candid <enter> aub <enter> <enter>");
        }
    }
    evening.keys("<enter> <enter>");
    assert_eq!(outcome(&evening, "14"), Some(Outcome::Postponed));
    assert_eq!(evening.open_report().as_deref(), Some("15"));
    assert!(evening.screen(120, 40).contains("Rapport n° 14 renvoyé à une séance ultérieure"));
}

#[test]
fn a_report_without_a_vote_takes_one_key_and_on_to_the_next() {
    let mut evening = at(0);
    assert_eq!(evening.app.context(), Context::Told);
    let records = evening.records();
    evening.keys("<enter>");
    assert_eq!((outcome(&evening, "01"), evening.open_report().as_deref()), (Some(Outcome::Settled), Some("02")));
    evening.keys("<enter>");
    assert_eq!((outcome(&evening, "02"), evening.open_report().as_deref()), (Some(Outcome::Acknowledged), Some("03")));
    assert_eq!(evening.records(), records + 2);
    assert!(evening.screen(80, 24).contains("Rapport n° 02 : il en est donné acte à 18 h 04"));
}

#[test]
fn in_a_roll_call_each_answer_is_one_key_and_goes_to_the_next_of_the_table() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> appel <enter>");
    let answer = |evening: &mut Evening, sign: &str| {
        let before = evening.app.sitting().floor().unwrap().vote.awaited().count();
        evening.keys(sign);
        before - evening.app.sitting().floor().unwrap().vote.awaited().count()
    };
    assert_eq!(answer(&mut evening, ","), 1, "MARTINET");
    assert_eq!(answer(&mut evening, "!"), 2, "AUBRY and the power that he carries");
    evening.keys("weis ;");
    assert_eq!(said_in(&evening, "01", "weisser-bruno"), Some(Choice::Abstain), "a name may still be looked for");
    evening.keys("<enter>");
    assert!(evening.said().starts_with("E040 "), "{}", evening.said());
    let mut keys = 3;
    while evening.app.sitting().floor().unwrap().vote.awaited().next().is_some() {
        answer(&mut evening, "!");
        keys += 1;
    }
    assert_eq!(keys, 26, "one for each who is present");
    evening.keys("<enter>");
    let tally = evening.tally("01");
    assert_eq!((tally.for_, tally.against, tally.abstentions), (29, 1, 1));
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Adopted));
}

#[test]
fn a_voice_that_was_called_for_itself_keeps_what_was_said_when_its_holder_answers() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> appel <enter> sab ; aub !");
    assert_eq!(said_in(&evening, "01", "sabathier-elie"), Some(Choice::Abstain));
    assert_eq!(said_in(&evening, "01", "aubry-paul"), Some(Choice::For));
}

#[test]
fn the_majority_of_the_members_says_how_many_voices_are_missing_and_by_which_text() {
    let mut evening = at(SUBSIDIES + 1);
    evening.keys("mie , eco , autrement , aub ;");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("2/3 des membres : 22, il manque 3 voix"), "{screen}");
    evening.keys("<f4>").keys(&"<down> ".repeat(9));
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Majorité requise") && screen.contains("statuts du syndicat, art. 12"), "{screen}");
}

#[test]
fn minutes_that_are_voted_are_settled_and_not_adopted_on_the_screen_as_in_the_papers() {
    let mut evening = at(0);
    evening.keys("<tab> <enter>");
    assert!(evening.screen(80, 24).contains("ARRÊTÉ à l’unanimité"), "{}", evening.screen(80, 24));
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::AdoptedUnanimously));
    evening.keys("<backspace>");
    assert!(evening.said().contains("(arrêté à l’unanimité)"), "{}", evening.said());
}

#[test]
fn the_notes_show_the_figures_of_what_is_put_to_the_vote_and_none_of_a_text_that_waits() {
    let mut evening = at(BUDGET);
    evening.keys("<f2>");
    let waits = evening.screen(80, 24);
    assert!(waits.contains("Budget primitif 2025") && !waits.contains("ADOPTÉ"), "{waits}");
    evening.keys("<esc> <enter> evrard , <f2>");
    let amended = evening.screen(80, 24);
    let title = "Amendement n° 1 · Budget primitif 2025";
    assert!(amended.contains(title) && amended.contains("Contre 1"), "{amended}");
}

#[test]
fn what_to_do_next_is_not_cut_at_80_columns_e040() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> appel <enter> <enter>");
    assert!(evening.said().starts_with("E040 "), "{}", evening.said());
    let screen = evening.screen(80, 24);
    let words: Vec<&str> = screen.split_whitespace().collect();
    assert!(words.join(" ").contains("changez la manière de relever le vote."), "{screen}");
}
