//! What a report may ask, as the file says it: what is read, under which spelling, and what it comes to.

use jiff::civil::date;

use crate::council::conventions::{Conventions, NamesPrinted, UnanimityWording, Zero};
use crate::council::docket::Docket;
use crate::council::kind::{OpinionSense, ReportKind};
use crate::council::majority::Majority;
use crate::council::proposal::ProposalId;
use crate::council::settings::Setting;

use super::super::problem::ProblemKind;
use super::super::tests::{kinds, read};
use super::{AskedProblem, MajorityOf, WhyAlone};

/// A session file with those settings and those reports.
fn file(settings: &str, reports: &str) -> String {
    format!(
        "(assemblee: (nom: \"Conseil\", genre: Commune, réglages: ({settings})), seance: (date: \"2025-03-07\"), membres: [\
         (nom: \"MARTINET\", prenom: \"Léa\"), (nom: \"AUBRY\", prenom: \"Paul\")], ordre_du_jour: [{reports}])"
    )
}

fn docket(settings: &str, reports: &str) -> Docket {
    match read(&file(settings, reports)) {
        Ok(parsed) => (*parsed.docket).clone(),
        Err(problems) => panic!("{reports}: {problems:?}"),
    }
}

fn kind_of(words: &str) -> ReportKind {
    let docket = docket("", &format!("Rapport(numero: \"1\", objet: \"Objet\", {words})"));
    docket.agenda.reports().next().unwrap().kind
}

fn asked(settings: &str, reports: &str) -> Vec<AskedProblem> {
    let problem = |kind| match kind {
        ProblemKind::Asked(problem) => problem,
        other => panic!("{other:?}"),
    };
    kinds(&file(settings, reports)).into_iter().map(problem).collect()
}

#[test]
fn every_kind_is_read_with_its_accents_or_without_and_alone_where_its_fields_may_be_left_out() {
    let opinion = |sense| ReportKind::Opinion { sense };
    let minutes = |of, voted| ReportKind::PreviousMinutes { of, voted };
    let appointment = |posts, secret| ReportKind::Appointment { posts, secret };
    let expected = [
        ("", ReportKind::Deliberation),
        ("genre: Deliberation", ReportKind::Deliberation),
        ("genre: Délibération", ReportKind::Deliberation),
        ("genre: Avis(sens: Favorable)", opinion(OpinionSense::Favourable)),
        ("genre: Avis(sens: Défavorable)", opinion(OpinionSense::Unfavourable)),
        ("genre: Avis(sens: Reserve)", opinion(OpinionSense::Reserved)),
        ("genre: DonneActe", ReportKind::Acknowledgement { voted: false }),
        ("genre: DonnéActe()", ReportKind::Acknowledgement { voted: false }),
        ("genre: Some(DonneActe)", ReportKind::Acknowledgement { voted: false }),
        ("genre: DonneActe(vote: true)", ReportKind::Acknowledgement { voted: true }),
        ("genre: Information", ReportKind::Information),
        ("genre: Communication", ReportKind::Communication),
        ("genre: Decisions", ReportKind::Decisions),
        ("genre: Décisions", ReportKind::Decisions),
        ("genre: QuestionOrale", ReportKind::OralQuestion),
        ("genre: Voeu", ReportKind::Wish),
        ("genre: Vœu", ReportKind::Wish),
        ("genre: Motion", ReportKind::Motion),
        ("genre: ProcesVerbal", minutes(None, false)),
        ("genre: ProcesVerbal // le précédent\n", minutes(None, false)),
        ("genre: ProcèsVerbal(du: \"10 février 2025\")", minutes(Some(date(2025, 2, 10)), false)),
        ("genre: ProcesVerbal(vote: true)", minutes(None, true)),
        ("genre: CompteAdministratif", ReportKind::AdministrativeAccounts),
        ("genre: CompteFinancierUnique", ReportKind::UnifiedAccounts),
        ("genre: Designation", appointment(None, false)),
        ("genre: Désignation(postes: 2, secret: true)", appointment(Some(2), true)),
    ];
    for (words, kind) in expected {
        assert_eq!(kind_of(words), kind, "{words}");
    }
}

#[test]
fn the_accounts_of_an_older_file_are_the_administrative_accounts_and_contradict_no_other_kind() {
    assert_eq!(kind_of("comptes: true"), ReportKind::AdministrativeAccounts);
    assert_eq!(kind_of("genre: Deliberation, comptes: true"), ReportKind::AdministrativeAccounts);
    assert_eq!(kind_of("comptes: false"), ReportKind::Deliberation);
    assert_eq!(kind_of("genre: CompteFinancierUnique, comptes: true"), ReportKind::UnifiedAccounts);
    assert_eq!(kind_of("genre: Voeu, comptes: false"), ReportKind::Wish);
    for (genre, comptes, kind) in [
        ("Voeu", true, ReportKind::Wish),
        ("Decisions", true, ReportKind::Decisions),
        ("CompteAdministratif", false, ReportKind::AdministrativeAccounts),
    ] {
        let report = format!("Rapport(numero: \"1\", objet: \"Objet\", genre: {genre}, comptes: {comptes})");
        let report = asked("", &report);
        assert_eq!(report, [AskedProblem::AccountsOfAnotherKind { report: "1".to_owned(), kind }], "{genre}");
    }
}

#[test]
fn what_is_filed_with_a_report_is_kept_in_the_order_of_the_file() {
    let docket = docket(
        "",
        r#"Rapport(numero: "1", objet: "Décisions", genre: Decisions, decisions: [
            (numero: "2025-12", date: "2025-01-10", objet: "Louage"), (objet: "Emprunt")]),
        Rapport(numero: "2", objet: "Rien", genre: Decisions),
        Rapport(numero: "3", objet: "Budget", auteurs: ["aubry", "Léa Martinet"], amendements: [
            (numero: "2", par: ["Paul AUBRY"], au_nom_de: "le groupe A", cible: "article 2", texte: Fichier("b.md")),
            (numéro: "1", texte: "Un *autre*.")]),"#,
    );
    let reports: Vec<_> = docket.agenda.reports().collect();
    let [first, second] = &reports[0].decisions[..] else { panic!("{:?}", reports[0].decisions) };
    assert_eq!((first.number.as_deref(), first.date), (Some("2025-12"), Some(date(2025, 1, 10))));
    assert_eq!((second.number.as_deref(), second.object.as_str()), (None, "Emprunt"));
    assert_eq!(reports[1].decisions, []);
    let authors: Vec<&str> = reports[2].authors.iter().map(crate::council::id::MemberId::as_str).collect();
    assert_eq!(authors, ["aubry-paul", "martinet-lea"]);
    let [two, one] = &reports[2].amendments[..] else { panic!("{:?}", reports[2].amendments) };
    assert_eq!(two.id, ProposalId::Amendment("2".to_owned()));
    assert_eq!(two.authors.len(), 1);
    assert_eq!(two.text.as_deref(), Some("Un autre."), "the text of the file");
    assert_eq!((two.on_behalf.as_deref(), two.target.as_deref()), (Some("le groupe A"), Some("article 2")));
    assert_eq!(one.text.as_deref(), Some("Un *autre*."));
}

#[test]
fn majorities_and_the_habits_of_the_papers_are_read() {
    let plain = docket("", "Rapport(numero: \"1\", objet: \"Objet\")");
    assert_eq!(plain.body.conventions, Conventions::default());
    assert!(!plain.body.settings.nppv_in_voters && plain.body.settings.majorities.is_empty());
    let docket = docket(
        "nppv_parmi_les_votants: true, majorités: [(genre: Avis, règle: TroisCinquièmesMembres, motif: \"art. 4\")], \
         unanimité: Majorité, noms: Tous, zéro: Néant",
        "Rapport(numero: \"1\", objet: \"Objet\", majorité: (regle: DeuxTiersExprimes, motif: \"art. 5\"), \
         vote_groupé: \" A \"), Rapport(numero: \"2\", objet: \"Objet\", majorite: (regle: DeuxTiersExprimés, motif: \
         \"art. 6\"), vote_groupe: \"A\")",
    );
    assert!(docket.body.settings.nppv_in_voters);
    let habits =
        Conventions { unanimity: UnanimityWording::Majority, names: NamesPrinted::Everybody, zero: Zero::Nothing };
    assert_eq!(docket.body.conventions, habits);
    let [(kind, Setting { value, reason })] = &docket.body.settings.majorities[..] else { panic!() };
    assert!(kind.is_like(ReportKind::Opinion { sense: OpinionSense::Reserved }));
    assert_eq!((*value, reason.as_str()), (Majority::ThreeFifthsOfMembers, "art. 4"));
    let report = docket.agenda.reports().next().unwrap();
    let own = report.majority.as_ref().map(|own| (own.value, own.reason.as_str()));
    assert_eq!(own, Some((Majority::TwoThirdsOfCast, "art. 5")));
    assert!(docket.agenda.reports().all(|report| report.voted_with.as_deref() == Some("A")));
}

#[test]
fn every_majority_that_may_be_chosen_is_read_and_that_of_the_accounts_is_not() {
    let expected = [
        ("Exprimes", Majority::OfCast),
        ("Membres", Majority::OfMembers),
        ("TroisCinquiemesExprimes", Majority::ThreeFifthsOfCast),
        ("TroisCinquiemesMembres", Majority::ThreeFifthsOfMembers),
        ("DeuxTiersExprimes", Majority::TwoThirdsOfCast),
        ("DeuxTiersMembres", Majority::TwoThirdsOfMembers),
        ("Relative", Majority::Relative),
    ];
    for (word, majority) in expected {
        let report = format!("Rapport(numero: \"1\", objet: \"O\", majorite: (regle: {word}, motif: \"art. 1\"))");
        let read = docket("", &report).agenda.reports().next().unwrap().majority.clone().unwrap();
        assert_eq!(read.value, majority, "{word}");
    }
    assert_eq!(expected.len() + 1, Majority::ALL.len());
}

#[test]
fn reports_of_a_mark_are_put_to_one_vote_only_if_each_of_them_may_be() {
    let report = |number: u32, fields: &str| format!("Rapport(numero: \"{number}\", objet: \"O\", {fields}),");
    let two = |fields: &str| format!("{}{}", report(1, "vote_groupe: \"A\""), report(2, fields));
    assert!(read(&file("", &two("vote_groupe: \"A\""))).is_ok());
    assert!(read(&file("", &two("genre: DonneActe(vote: true), vote_groupe: \"A\""))).is_ok());
    let why = |fields: &str| match &asked("", &two(&format!("{fields}, vote_groupe: \"A\"")))[..] {
        [AskedProblem::CannotJoin { report, why, .. }] if report == "2" => why.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(why("comptes: true"), WhyAlone::Accounts);
    assert_eq!(why("genre: Designation"), WhyAlone::NoVote(ReportKind::Appointment { posts: None, secret: false }));
    assert_eq!(why("amendements: [(numero: \"1\")]"), WhyAlone::Amendments);
    let other =
        WhyAlone::OtherMajority { majority: Majority::OfMembers, first: "1".to_owned(), of_first: Majority::OfCast };
    assert_eq!(why("majorite: (regle: Membres, motif: \"art. 1\")"), other);
    // The majority of its kind, which its own would have put aside.
    let members = "majorites: [(genre: Motion, regle: Membres, motif: \"art. 1\")]";
    let motion = two("genre: Motion, vote_groupe: \"A\"");
    assert_eq!(asked(members, &motion).len(), 1);
    let own = two("genre: Motion, majorite: (regle: Exprimes, motif: \"art. 2\"), vote_groupe: \"A\"");
    assert!(read(&file(members, &own)).is_ok());
    let alone = [AskedProblem::AloneInGroup { report: "2".to_owned(), mark: "a".to_owned() }];
    let three = format!("{}{}", two("vote_groupe: \"a\""), report(3, "vote_groupe: \"A\""));
    assert_eq!(asked("", &three), alone, "another letter is another mark");
}

#[test]
fn a_majority_is_asked_only_where_something_is_voted_and_only_by_a_text() {
    let report = |fields: &str| format!("Rapport(numero: \"1\", objet: \"O\", {fields})");
    let of = || MajorityOf::Report("1".to_owned());
    let own = "majorite: (regle: Membres, motif: \"art. 1\")";
    for genre in ["CompteAdministratif", "CompteFinancierUnique"] {
        let problems = asked("", &report(&format!("genre: {genre}, {own}")));
        assert_eq!(problems, [AskedProblem::MajorityOfAccounts(of())], "{genre}");
    }
    for (genre, kind) in [
        ("Information", ReportKind::Information),
        ("Communication", ReportKind::Communication),
        ("QuestionOrale", ReportKind::OralQuestion),
    ] {
        let problems = asked("", &report(&format!("genre: {genre}, {own}")));
        assert_eq!(problems, [AskedProblem::MajorityNeverVoted(of(), kind)], "{genre}");
    }
    for motif in ["", ", motif: \"  \""] {
        let problems = asked("", &report(&format!("majorite: (regle: Membres{motif})")));
        assert_eq!(problems, [AskedProblem::MajorityWithoutReason(of())], "{motif}");
    }
}
