//! The minutes of evenings with every kind of report, every way to record a vote, every vote that a report may hold.

use hemicycle::council::agenda::{Agenda, AgendaItem, DelegatedDecision, OpinionSense, Report, ReportKind, Text};
use hemicycle::council::command::Command;
use hemicycle::council::conventions::{Conventions, NamesPrinted, UnanimityWording, Zero};
use hemicycle::council::docket::Docket;
use hemicycle::council::id::ReportId;
use hemicycle::council::majority::Majority;
use hemicycle::council::proposal::{Proposal, ProposalId};
use hemicycle::council::settings::Setting;
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::Paper;
use jiff::civil::date;

use super::busy::{id, report_of, sitting_of};
use super::evening::docket;
use super::golden;
use super::paper::text_of;
use super::read_back::flowing;

/// The steps of an evening, in the language of a course.
pub fn steps(course: &str) -> Vec<Command> {
    let path = format!("tests/papers/kinds/{course}.ron");
    let text = std::fs::read_to_string(&path).expect(&path);
    let extensions = ron::extensions::Extensions::IMPLICIT_SOME | ron::extensions::Extensions::UNWRAP_VARIANT_NEWTYPES;
    let options = ron::Options::default().with_default_extension(extensions);
    options.from_str(&text).unwrap_or_else(|unread| panic!("{path}: {unread}"))
}

pub fn report(number: &str, object: &str, kind: ReportKind) -> Report {
    Report::named(ReportId::new(number), object.to_owned(), kind)
}

pub fn with_text(report: Report, markdown: &str) -> Report {
    Report { exposition: Some(Text { file: None, markdown: markdown.to_owned() }), ..report }
}

pub fn council_with(reports: Vec<Report>) -> Docket {
    let items = reports.into_iter().map(|report| AgendaItem::Report(Box::new(report))).collect();
    Docket { agenda: Agenda { items }, ..docket() }
}

/// One report of each kind, and of each end.
pub fn every_kind() -> Sitting {
    let opinion = |sense| ReportKind::Opinion { sense };
    let mut council = council_with(vec![
        report(
            "01",
            "Procès-verbal de la séance du 10 février 2025",
            ReportKind::PreviousMinutes { of: Some(date(2025, 2, 10)), voted: false },
        ),
        report("02", "Décisions prises par délégation", ReportKind::Decisions),
        with_text(
            report("03", "Lettre de la préfète sur la prévention des inondations", ReportKind::Communication),
            "La préfète demande que le plan de sauvegarde soit tenu à jour.",
        ),
        report("04", "Calendrier des travaux de l'école", ReportKind::Information),
        report("05", "Éclairage de la place du Marché", ReportKind::OralQuestion),
        with_text(
            report("06", "Plan local de l'habitat", opinion(OpinionSense::Unfavourable)),
            "Le plan oublie le bourg.",
        ),
        with_text(report("07", "Carte scolaire", opinion(OpinionSense::Reserved)), "La carte est à préciser."),
        with_text(
            report("08", "Rapport annuel sur le prix de l'eau", ReportKind::Acknowledgement { voted: false }),
            "Le prix du mètre cube est de 2,14 euros.",
        ),
        with_text(
            report("09", "Débat d'orientation budgétaire", ReportKind::Acknowledgement { voted: true }),
            "Le débat a porté sur les orientations de 2025.",
        ),
        with_text(report("10", "Vœu pour le maintien du bureau de poste", ReportKind::Wish), "Le bureau reste ouvert."),
        with_text(report("11", "Motion sur la ligne ferroviaire", ReportKind::Motion), "La ligne est rouverte."),
        report("12", "Délégués au syndicat des eaux", ReportKind::Appointment { posts: Some(2), secret: false }),
        with_text(
            report("13", "Compte financier unique 2024", ReportKind::UnifiedAccounts),
            "Résultat : 41 200 euros.",
        ),
        report("14", "Aménagement de la traversée du bourg", ReportKind::Deliberation),
        report("15", "Vente de l'ancienne école", ReportKind::Deliberation),
        report("16", "Création d'une fourrière", ReportKind::Deliberation),
    ]);
    let decision = |number: &str, day, object: &str| DelegatedDecision {
        number: Some(number.to_owned()),
        date: day,
        object: object.to_owned(),
    };
    report_of(&mut council, "02").decisions = vec![
        decision(
            "2025-07",
            Some(date(2025, 1, 14)),
            "Contrat d'entretien de la chaudière de l'école, 1 850 euros par an",
        ),
        decision("2025-08", Some(date(2025, 2, 3)), "Renouvellement d'une concession au cimetière"),
        DelegatedDecision { number: None, date: None, object: "Louage de la salle des fêtes".to_owned() },
    ];
    report_of(&mut council, "05").authors = vec![id("di-meo-paolo")];
    report_of(&mut council, "05").rapporteur = Some(id("baudry-luc"));
    report_of(&mut council, "10").authors = vec![id("chastang-rosa"), id("icard-lea")];
    report_of(&mut council, "11").authors = vec![id("faure-labat-hugo")];
    sitting_of(council, &steps("every-kind"))
}

#[test]
fn every_kind_of_report_is_told_in_its_own_words() {
    golden("kinds-minutes.txt", &text_of(&every_kind(), &Paper::Minutes));
}
