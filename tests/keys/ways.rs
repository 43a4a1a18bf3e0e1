//! Tab: the way in which the vote on the floor is recorded, with its figures or its result.

use crate::evening::{Evening, docket, member};
use crate::{choice, outcome};
use hemicycle::app::Panel;
use hemicycle::council::ballot::{Choice, Vote};
use hemicycle::council::id::ReportId;
use hemicycle::council::majority::DecisionRule;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::way::{Counts, Stated, Way};

fn vote<'a>(evening: &'a Evening, report: &str) -> &'a Vote {
    evening.app.sitting().vote_on(&ReportId::new(report), None).unwrap()
}

fn counts(for_: u32, against: u32, abstentions: u32, not_taking_part: u32) -> Counts {
    Counts { for_, against, abstentions, not_taking_part }
}

#[test]
fn tab_asks_the_figures_in_the_order_in_which_they_are_read_out_and_stops_when_all_are_told() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> <enter> 26 <enter> 3 <enter> <enter>");
    assert!(evening.app.panels().is_empty(), "{}", evening.screen(80, 24));
    assert_eq!(vote(&evening, "01").way, Way::Figures);
    assert_eq!(vote(&evening, "01").counts(), Some(counts(26, 3, 2, 0)));
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Adopted));
}

#[test]
fn for_may_be_left_for_the_rest_of_the_voices_so_that_nobody_subtracts() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> <enter> <enter> 3 <enter> 2 <enter> <enter>");
    assert_eq!(vote(&evening, "01").counts(), Some(counts(26, 3, 2, 0)));
    // Nobody spoke: four times Enter.
    let mut evening = Evening::first_vote();
    evening.keys("<tab> <enter> <enter> <enter> <enter> <enter>");
    assert_eq!(vote(&evening, "01").counts(), Some(counts(31, 0, 0, 0)));
}

#[test]
fn figures_that_do_not_add_up_say_how_many_voices_are_missing_and_lose_no_answer() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> <enter> 20 <enter> 3 <enter> 2 <enter> 1 <enter>");
    assert!(evening.said().contains("26 voix pour 31 dans la salle, il manque 5 voix"), "{}", evening.said());
    assert!(evening.said().starts_with("E033"), "{}", evening.said());
    let screen = evening.screen(80, 24);
    assert!(screen.contains("✓ 3 voix contre") && screen.contains("✓ 2 abstentions"), "{screen}");
    assert_eq!(vote(&evening, "01").way, Way::ByException, "nothing is recorded");
    // Back to « pour »: each of the others is what Enter takes again.
    evening.keys("<esc> <esc> <esc>");
    assert!(evening.screen(80, 24).contains("Entrée : 20"), "{}", evening.screen(80, 24));
    evening.keys("25 <enter> 3 <enter> 2 <enter> <enter>");
    assert_eq!(vote(&evening, "01").counts(), Some(counts(25, 3, 2, 1)));
}

#[test]
fn too_many_voices_are_said_to_be_too_many() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> <enter> 26 <enter> 9 <enter>");
    assert!(evening.said().contains("il y a 4 voix de trop"), "{}", evening.said());
    assert!(evening.screen(80, 24).contains("Combien de voix contre"), "{}", evening.screen(80, 24));
}

#[test]
fn equal_figures_ask_what_the_president_voted_and_other_figures_do_not() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> <enter> 15 <enter> 15 <enter> <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Égalité : comment a voté la présidence ?"), "{screen}");
    assert!(!screen.contains("ne prend pas part"), "nobody took no part: {screen}");
    evening.keys("contre <enter>");
    assert_eq!(vote(&evening, "01").chair_said(), Some(Choice::Against));
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::RejectedByCastingVote));
}

#[test]
fn equal_figures_ask_nothing_where_nobody_has_a_casting_vote() {
    let evening = &mut crate::kinds::first_vote_with("01", |report| {
        report.majority = Some(hemicycle::council::settings::Setting {
            value: hemicycle::council::majority::Majority::OfMembers,
            reason: "règlement intérieur, art. 12".into(),
        });
    });
    assert_ne!(vote(evening, "01").rule, DecisionRule::ORDINARY);
    evening.keys("<tab> <enter> 15 <enter> 15 <enter> <enter>");
    assert!(evening.app.panels().is_empty(), "{}", evening.screen(80, 24));
    assert_eq!(vote(evening, "01").counts(), Some(counts(15, 15, 1, 0)));
}

#[test]
fn a_result_alone_takes_two_answers_and_is_said_again_by_tab() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> seul <enter> <enter>");
    assert_eq!((vote(&evening, "01").way, vote(&evening, "01").stated()), (Way::Result, Some(Stated::Unanimously)));
    evening.keys("<tab> <enter> rej <enter>");
    assert_eq!(vote(&evening, "01").stated(), Some(Stated::Rejected));
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Rejected));
}

#[test]
fn a_result_that_is_stated_already_is_refused_and_the_question_stays() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> seul <enter> <enter> <tab> <enter> <enter>");
    assert!(evening.said().starts_with("C’est déjà noté ainsi"), "{}", evening.said());
    assert!(matches!(evening.app.panels(), [Panel::Gesture(_)]));
}

#[test]
fn what_was_marked_by_name_is_proposed_in_figures_and_comes_back_with_the_names() {
    let mut evening = Evening::first_vote();
    evening.keys("aub , chaz ;");
    let by_name = evening.tally("01");
    evening.keys("<tab> <enter> <enter> <enter> <enter>");
    let told = vote(&evening, "01").counts().unwrap();
    assert_eq!((told.for_, told.against, told.abstentions), (by_name.for_, by_name.against, by_name.abstentions));
    evening.keys("<tab> exc <enter>");
    assert_eq!(choice(&evening, "01", "aubry-paul"), Some(Choice::Against), "nothing typed is lost");
    assert_eq!(choice(&evening, "01", "chazal-helene"), Some(Choice::Abstain));
}

#[test]
fn a_roll_call_is_one_choice_and_nobody_is_presumed_anything() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> app <enter>");
    assert_eq!(vote(&evening, "01").awaited().count(), 31);
    evening.keys("<enter>");
    assert!(evening.said().starts_with("E040"), "{}", evening.said());
}

#[test]
fn a_deliberation_is_never_offered_without_a_vote_and_a_donne_acte_is() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab>");
    assert!(!evening.screen(80, 24).contains("sans vote"), "{}", evening.screen(80, 24));
    let mut evening = crate::kinds::first_vote_with("01", |report| {
        report.kind = hemicycle::council::kind::ReportKind::Acknowledgement { voted: true };
    });
    evening.keys("<tab> san <enter>");
    assert_eq!(vote(&evening, "01").way, Way::WithoutVote);
}

#[test]
fn a_public_ballot_takes_names_and_says_so_to_figures() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> scrutin <enter> aub <enter> chaz <enter> del <enter> esc <enter> fay <enter> gir <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("6 demandeurs, il en faut 7 : il en manque 1"), "{screen}");
    evening.keys("jour <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("7 demandeurs, il en faut 7 : le scrutin est public"), "{screen}");
    evening.keys("<enter>");
    assert!(vote(&evening, "01").ballot.is_public());
    evening.keys("<tab>");
    let screen = evening.screen(80, 24);
    assert!(!screen.contains("en chiffres") && screen.contains("par appel nominal"), "{screen}");
}

#[test]
fn a_public_ballot_asked_by_too_few_is_consigned_or_taken_for_a_reason() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> scrutin <enter> aub <enter> <enter> <enter>");
    assert!(!vote(&evening, "01").ballot.is_public());
    let requests = &evening.app.sitting().handling(&ReportId::new("01")).requests;
    assert_eq!((requests[0].asked_by.as_slice(), requests[0].granted), (&[member("aubry-paul")][..], false));
    evening.keys("<f9> scrutin <enter> aub <enter> <enter> <down> <enter>");
    assert!(matches!(evening.app.panels().last(), Some(Panel::Reason(_))), "{}", evening.screen(80, 24));
    evening.keys("règlement <enter>");
    assert!(vote(&evening, "01").ballot.is_public());
    let codes: Vec<String> =
        evening.app.sitting().irregularities().iter().map(|irregularity| irregularity.code.to_string()).collect();
    assert_eq!(codes, ["W020"]);
}

#[test]
fn a_departement_needs_a_sixth() {
    let mut departement = (*docket("exemple-commune.ron")).clone();
    departement.body.kind = hemicycle::council::docket::BodyKind::Departement;
    let mut evening = Evening::of(departement.into());
    evening.keys("<enter> <enter> <f9> scrutin <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("0 demandeur, il en faut 5"), "{screen}");
}

#[test]
fn a_majority_is_announced_with_its_text_and_the_text_may_not_be_left_out() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> majorité <enter> deux <enter> <enter>");
    assert_eq!(evening.said(), "Écrivez le texte qui veut cette majorité, ou Échap pour revenir.");
    crate::kinds::write(&mut evening, "art. 12 du règlement");
    evening.keys("<enter>");
    let (majority, reason) = evening.app.sitting().majority(&ReportId::new("01"));
    assert_eq!(majority, hemicycle::council::majority::Majority::TwoThirdsOfCast);
    assert_eq!(reason, Some("art. 12 du règlement"));
}

#[test]
fn a_member_steps_out_while_an_amendment_is_on_the_floor() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> amend <enter> <enter> aub <enter> <enter> <enter> <enter> <enter>");
    evening.keys("chaz = <enter> <enter> <enter>");
    let sitting = evening.app.sitting();
    let floor = sitting.floor().unwrap();
    assert!(floor.on.is_some(), "{}", evening.said());
    assert!(!floor.vote.room.has_voice(&member("chazal-helene")), "{}", evening.said());
    assert!(!vote(&evening, "01").room.has_voice(&member("chazal-helene")));
}

#[test]
fn a_result_in_figures_is_rectified_in_figures_with_a_reason() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> <enter> 26 <enter> 3 <enter> <enter> <enter> <enter> <esc> <home>");
    // Nobody was elsewhere; the figures are proposed as they were.
    evening.keys("<f9> <enter> <enter> <enter>");
    assert!(evening.screen(80, 24).contains("Entrée : 26"), "{}", evening.screen(80, 24));
    evening.keys("25 <enter> 4 <enter> <enter> erreur <enter>");
    assert_eq!(vote(&evening, "01").counts(), Some(counts(25, 4, 2, 0)), "{}", evening.said());
    let done = evening.app.sitting().done_on(&ReportId::new("01"), None).unwrap();
    assert_eq!(done.rectifications[0].vote.counts(), Some(counts(26, 3, 2, 0)));
    // The same figures again rectify nothing.
    evening.keys("<esc> <home> <f9> <enter> <enter> <enter> <enter> <enter> <enter> encore <enter>");
    assert!(evening.said().starts_with("C’est déjà noté ainsi"), "{}", evening.screen(80, 24));
}

#[test]
fn a_result_alone_is_rectified_by_another() {
    let mut evening = Evening::first_vote();
    evening.keys("<tab> seul <enter> <enter> <enter> <enter> <esc> <home> <f9> <enter> <enter>");
    let screen = evening.screen(80, 24);
    assert!(!screen.contains("adopté à l’unanimité  ") && screen.contains("adopté à la majorité"), "{screen}");
    evening.keys("rej <enter> erreur <enter>");
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Rejected), "{}", evening.said());
}
