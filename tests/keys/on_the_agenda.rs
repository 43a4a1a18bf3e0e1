//! F9: what changes on the agenda in the sitting, and several reports put to one vote.

use crate::evening::{Evening, member};
use crate::kinds::{first_vote_with, write};
use crate::outcome;
use crate::palette::offers;
use hemicycle::app::Panel;
use hemicycle::council::id::ReportId;
use hemicycle::council::kind::ReportKind;
use hemicycle::council::outcome::Outcome;
use hemicycle::council::proposal::{Proposal, ProposalId};
use hemicycle::council::way::Way;
use hemicycle::french::screen::gesture::Gesture;

fn open(evening: &Evening) -> Vec<String> {
    evening.app.sitting().open_reports().map(|(report, _)| report.id.to_string()).collect()
}

#[test]
fn a_report_is_withdrawn_with_or_without_a_word_of_why() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> retirer <enter> <enter>");
    write(&mut evening, "à la demande du préfet");
    evening.keys("<enter>");
    let sitting = evening.app.sitting();
    assert_eq!(outcome(&evening, "01"), Some(Outcome::Withdrawn), "{}", evening.said());
    assert_eq!(sitting.handling(&ReportId::new("01")).withdrawn_because.as_deref(), Some("à la demande du préfet"));
    evening.keys("<f9> retirer <enter> 08 <enter> <enter>");
    assert_eq!(outcome(&evening, "08"), Some(Outcome::Withdrawn));
}

#[test]
fn a_report_that_is_done_is_not_offered_to_be_withdrawn_nor_one_in_which_an_amendment_is_voted() {
    let mut evening = Evening::first_vote();
    evening.keys("<enter> <f9> amend <enter> <enter> aub <enter> <enter> <enter> <enter> <enter>");
    // What is on the floor is withdrawn first: the report takes its whole name.
    evening.keys("<f9> retirer <space> un <space> r <enter>");
    let screen = evening.screen(80, 24);
    assert!(!screen.contains("│   01 ") && !screen.contains("│   02 "), "{screen}");
    assert!(screen.contains("│   03 Budget"), "{screen}");
}

#[test]
fn a_text_is_changed_on_the_table_and_an_empty_change_is_refused() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> modifié <enter> <enter> <enter>");
    assert_eq!(evening.said(), "Écrivez le texte, ou Échap pour revenir.");
    write(&mut evening, "Le montant est porté à 12 000 €.");
    evening.keys("<enter>");
    let changes = &evening.app.sitting().handling(&ReportId::new("01")).changes;
    assert_eq!(changes[0].text, "Le montant est porté à 12 000 €.");
    assert!(changes[0].at.is_some(), "the hour of now is filled in");
}

#[test]
fn a_report_is_added_with_the_next_number_for_a_reason_where_it_decides() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> ajouter <enter> <enter>");
    write(&mut evening, "Vœu pour la ligne de train");
    evening.keys("<enter> voeu <enter> del <enter>");
    let Some(Panel::Reason(_)) = evening.app.panels().last() else { panic!("{}", evening.screen(80, 24)) };
    evening.keys("urgence <enter>");
    let agenda = &evening.app.sitting().docket().agenda;
    let added = agenda.report(&ReportId::new("13")).unwrap();
    assert_eq!((added.object.as_str(), added.kind), ("Vœu pour la ligne de train", ReportKind::Wish));
    assert_eq!((added.rapporteur.clone(), added.in_the_sitting), (Some(member("delorme-karim")), true));
}

#[test]
fn what_is_only_told_is_added_without_a_reason() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> ajouter <enter> <enter> Travaux <enter> info <enter> <enter>");
    let agenda = &evening.app.sitting().docket().agenda;
    assert_eq!(agenda.report(&ReportId::new("13")).map(|report| report.kind), Some(ReportKind::Information));
    assert!(evening.app.panels().is_empty(), "{}", evening.screen(80, 24));
}

#[test]
fn a_number_of_the_agenda_is_refused_before_the_object_is_typed() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> ajouter <enter> <backspace> 2 <enter>");
    assert!(evening.said().starts_with("E048"), "{}", evening.said());
    assert!(evening.screen(80, 24).contains("Numéro du rapport ajouté"), "{}", evening.screen(80, 24));
}

#[test]
fn candidates_come_first_before_an_appointment_and_are_named_in_order() {
    let mut evening =
        first_vote_with("01", |report| report.kind = ReportKind::Appointment { posts: Some(2), secret: false });
    evening.keys("<f9>");
    assert!(!evening.screen(80, 24).contains("Remarque sur"), "no minutes are settled: {}", evening.screen(80, 24));
    evening.keys("<enter> chaz <enter> aub <enter> <enter>");
    let candidates = evening.app.sitting().handling(&ReportId::new("01")).candidates.clone();
    assert_eq!(candidates, [member("chazal-helene"), member("aubry-paul")]);
    // The same again changes nothing.
    evening.keys("<f9> candidatures <enter> <enter>");
    assert!(evening.said().starts_with("C’est déjà noté ainsi"), "{}", evening.said());
}

#[test]
fn a_remark_on_the_minutes_is_anybodys_or_nobodys() {
    let mut evening =
        first_vote_with("01", |report| report.kind = ReportKind::PreviousMinutes { of: None, voted: false });
    evening.keys("<f9> <enter> aub <enter>");
    write(&mut evening, "p. 4, lire 12");
    evening.keys("<enter> <f9> <enter> <enter> <enter>");
    assert_eq!(evening.said(), "Écrivez le texte, ou Échap pour revenir.");
    write(&mut evening, "sans nom");
    evening.keys("<enter>");
    let remarks = &evening.app.sitting().handling(&ReportId::new("01")).remarks;
    assert_eq!((remarks[0].by.clone(), remarks[0].text.as_str()), (Some(member("aubry-paul")), "p. 4, lire 12"));
    assert_eq!((remarks[1].by.clone(), remarks[1].text.as_str()), (None, "sans nom"));
}

#[test]
fn reports_are_ticked_one_by_one_or_by_their_number_and_voted_together() {
    let mut evening = Evening::first_vote();
    // A proclamation has opened the first of them already.
    evening.keys("<enter> <f9> groupé <enter> <space> <space> 07 <space> <enter>");
    assert_eq!(open(&evening), ["02", "03", "04", "07"], "{}", evening.said());
    evening.keys("<enter>");
    for report in ["02", "03", "04", "07"] {
        assert_eq!(outcome(&evening, report), Some(Outcome::AdoptedUnanimously), "{report}: {}", evening.said());
    }
}

#[test]
fn the_journal_reads_a_vote_groupe_that_was_joined_back_as_it_was_asked() {
    use hemicycle::council::command::Command;
    use hemicycle::council::decide::Reasons;
    use hemicycle::council::history::Entry;
    let mut evening = Evening::first_vote();
    let before = evening.app.sitting().clone();
    evening.keys("<f9> groupé <enter> <space> 07 <space> <enter>");
    let Some(Entry::Action { events, .. }) = evening.last_record() else { panic!("nothing is recorded") };
    let behind = Command::behind(events).unwrap();
    let with = ["02", "07"].map(ReportId::new).to_vec();
    assert_eq!(behind, Command::OpenReport { report: ReportId::new("01"), with });
    assert_eq!(before.decide(&behind, &Reasons::new()).unwrap().events, *events);
}

#[test]
fn one_keystroke_takes_a_vote_groupe_back_and_the_report_that_was_open_stays_open() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> groupé <enter> <space> <enter>");
    assert_eq!(open(&evening), ["01", "02"]);
    evening.keys("<backspace>");
    assert_eq!(open(&evening), ["01"]);
    let vote = evening.app.sitting().vote_on(&ReportId::new("01"), None).unwrap();
    assert!(vote.together.is_empty());
}

#[test]
fn a_vote_groupe_of_one_is_refused_and_what_was_said_already_keeps_a_report_alone() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> groupé <enter> <enter>");
    assert_eq!(evening.said(), "Cochez au moins un autre rapport (Espace), ou Échap.");
    evening.keys("<esc> <esc> aub , <f9>");
    assert!(!offers(&evening, Gesture::Together), "{}", evening.screen(80, 24));
}

#[test]
fn reports_that_cannot_be_voted_together_are_not_in_the_list() {
    let mut evening = first_vote_with("02", |report| {
        report.amendments = vec![Proposal::new(ProposalId::Amendment("1".into()))];
    });
    evening.keys("<f9> groupé <enter>");
    let screen = evening.screen(80, 24);
    assert!(!screen.contains("· 02") && screen.contains("· 03"), "{screen}");
}

#[test]
fn on_the_agenda_the_report_under_the_cursor_leads_and_those_of_its_mark_are_ticked() {
    let mut evening = crate::evening::Evening::of({
        let marked = crate::kinds::commune_with("04", |report| report.voted_with = Some("A".into()));
        let mut marked = (*marked).clone();
        for item in &mut marked.agenda.items {
            if let hemicycle::council::agenda::AgendaItem::Report(report) = item
                && report.id.as_str() == "06"
            {
                report.voted_with = Some("A".into());
            }
        }
        marked.into()
    });
    evening.keys("<enter> <down> <down> <down> <f9> groupé <enter>");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("✓ 04") && screen.contains("✓ 06") && screen.contains("· 05"), "{screen}");
    evening.keys("<enter>");
    assert_eq!(open(&evening), ["04", "06"], "{}", evening.said());
}

#[test]
fn a_report_is_taken_out_of_the_group_and_is_voted_alone_later() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> groupé <enter> <space> <space> <enter> <f9> sortir <enter> 02 <enter>");
    assert_eq!(open(&evening), ["01", "03"], "{}", evening.said());
    evening.keys("<f9> sortir <enter> 03 <enter> <f9>");
    assert_eq!(open(&evening), ["01"]);
    assert!(!evening.screen(80, 24).contains("Sortir un rapport"), "{}", evening.screen(80, 24));
}

#[test]
fn figures_and_ballots_of_a_vote_groupe_are_those_of_each_of_its_reports() {
    let mut evening = Evening::first_vote();
    evening.keys("<f9> groupé <enter> <space> <enter> <tab> <enter> 20 <enter> <enter>");
    let sitting = evening.app.sitting();
    for report in ["01", "02"] {
        let vote = sitting.vote_on(&ReportId::new(report), None).unwrap();
        assert_eq!((vote.way, vote.counts().map(|counts| counts.against)), (Way::Figures, Some(11)), "{report}");
    }
    evening.keys("<enter>");
    assert_eq!(outcome(&evening, "02"), Some(Outcome::Adopted));
}
