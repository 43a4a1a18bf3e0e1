//! The minutes of evenings with every kind of report, every way to record a vote, every vote that a report may hold.

use hemicycle::council::agenda::{Agenda, AgendaItem, DelegatedDecision, OpinionSense, Report, ReportKind, Text};
use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::conventions::{Conventions, NamesPrinted, UnanimityWording, Zero};
use hemicycle::council::docket::Docket;
use hemicycle::council::id::ReportId;
use hemicycle::council::majority::Majority;
use hemicycle::council::mentions::{Missing, missing};
use hemicycle::council::notes::Notes;
use hemicycle::council::proposal::{Proposal, ProposalId};
use hemicycle::council::settings::Setting;
use hemicycle::council::sitting::Sitting;
use hemicycle::council::tally::Tally;
use hemicycle::papers::Paper;
use jiff::civil::date;

use super::busy::{id, open, presence, proclaim, report_of, sitting_of, voices};
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
fn council_of_kinds() -> Docket {
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
    council
}

pub fn every_kind() -> Sitting {
    sitting_of(council_of_kinds(), &steps("every-kind"))
}

#[test]
fn every_kind_of_report_is_told_in_its_own_words() {
    golden("kinds-minutes.txt", &text_of(&every_kind(), &Paper::Minutes));
}

fn deliberations(numbers: impl IntoIterator<Item = u32>) -> Vec<Report> {
    let numbered = |number: u32| {
        let object = format!("Affaire numéro {number}");
        with_text(report(&format!("{number:02}"), &object, ReportKind::Deliberation), "Le texte du rapport.")
    };
    numbers.into_iter().map(numbered).collect()
}

fn majority(value: Majority, reason: &str) -> Setting<Majority> {
    Setting { value, reason: reason.to_owned() }
}

/// One vote in each way, by each majority, in an ordinary and in a public ballot.
fn council_of_ways() -> Docket {
    let mut council = council_with(deliberations(1..=13));
    report_of(&mut council, "09").majority =
        Some(majority(Majority::TwoThirdsOfMembers, "règlement intérieur, art. 30"));
    report_of(&mut council, "11").majority = Some(majority(Majority::OfMembers, "statuts, art. 7."));
    report_of(&mut council, "12").kind = ReportKind::Wish;
    council.body.settings.nppv_in_voters = true;
    council.body.settings.majorities =
        vec![(ReportKind::Wish, majority(Majority::TwoThirdsOfCast, "règlement intérieur, art. 32"))];
    council
}

pub fn every_way() -> Sitting {
    sitting_of(council_of_ways(), &steps("every-way"))
}

#[test]
fn every_way_to_record_a_vote_and_every_majority_is_told() {
    golden("ways-minutes.txt", &text_of(&every_way(), &Paper::Minutes));
    golden("ways-short-minutes.txt", &text_of(&every_way(), &Paper::ShortMinutes));
}

/// Amendments, a division, a change on the table, a vote on several reports at once.
fn council_of_votes() -> Docket {
    let mut council = council_with(deliberations(1..=8));
    let amendment =
        |number: &str, authors: &[&str], on_behalf: Option<&str>, target: Option<&str>, text: &str| Proposal {
            authors: authors.iter().map(|author| id(author)).collect(),
            on_behalf: on_behalf.map(str::to_owned),
            target: target.map(str::to_owned),
            text: Some(text.to_owned()),
            ..Proposal::new(ProposalId::Amendment(number.to_owned()))
        };
    report_of(&mut council, "01").amendments = vec![
        amendment("1", &["chastang-rosa"], None, Some("article 1"), "Remplacer « 55 euros » par « **60 euros** »."),
        amendment("2", &["di-meo-paolo"], Some("le groupe Ensemble"), None, "- Ajouter un article 4.\n- Il est bref."),
        amendment("3", &["icard-lea", "esnault-julie"], None, None, "Ajouter un considérant."),
    ];
    report_of(&mut council, "07").amendments =
        vec![amendment("1", &[], Some("la commission des finances"), None, "Retarder d'un an.")];
    council
}

pub fn every_vote() -> Sitting {
    sitting_of(council_of_votes(), &steps("every-vote"))
}

/// The three evenings after each of their steps.
pub fn every_moment() -> Vec<Sitting> {
    let evenings =
        [(council_of_kinds(), "every-kind"), (council_of_ways(), "every-way"), (council_of_votes(), "every-vote")];
    let moments = |(council, course): (Docket, &str)| -> Vec<Sitting> {
        let steps = steps(course);
        (0..=steps.len()).map(|until| sitting_of(council.clone(), &steps[..until])).collect()
    };
    evenings.into_iter().flat_map(moments).collect()
}

#[test]
fn every_vote_of_a_report_is_told_in_the_order_in_which_it_was_taken() {
    golden("votes-minutes.txt", &text_of(&every_vote(), &Paper::Minutes));
    golden("votes-short-minutes.txt", &text_of(&every_vote(), &Paper::ShortMinutes));
}

/// The evening of every way in an assembly with habits of its own.
fn with_habits(conventions: Conventions) -> Sitting {
    let mut council = council_with(deliberations(1..=13));
    report_of(&mut council, "12").kind = ReportKind::Wish;
    council.body.conventions = conventions;
    sitting_of(council, &steps("every-way"))
}

/// What the minutes say under one report.
fn under(sitting: &Sitting, paper: &Paper, number: &str, next: &str) -> String {
    let text = flowing(&text_of(sitting, paper));
    let from = text.rfind(&format!("N° {number} – ")).expect("a report");
    let until = text[from..].find(&format!("N° {next} – ")).map_or(text.len(), |end| from + end);
    text[from..until].to_owned()
}

#[test]
fn names_are_printed_as_the_assembly_likes_and_a_public_ballot_always_names_everybody() {
    let habits = |names| with_habits(Conventions { names, ..Conventions::default() });
    let everybody = "Ont voté pour : FOURNEL Anne – BAUDRY Luc – CHASTANG Rosa – ESNAULT Julie – GUICHARD Nina – HENNEBERT \
                     Omar (par pouvoir donné à BAUDRY Luc)";
    for paper in [Paper::Minutes, Paper::ShortMinutes] {
        let all = habits(NamesPrinted::Everybody);
        assert!(under(&all, &paper, "02", "03").contains(everybody), "{}", under(&all, &paper, "02", "03"));
        let nobody = habits(NamesPrinted::Nobody);
        let ordinary = under(&nobody, &paper, "02", "03");
        assert!(!ordinary.contains("DI MEO") && ordinary.contains("2 voix contre"), "{ordinary}");
        assert!(!under(&nobody, &paper, "03", "04").contains("relevé"), "{}", under(&nobody, &paper, "03", "04"));
        for sitting in [&all, &nobody, &habits(NamesPrinted::OtherThanFor)] {
            // After the rectification; the annex tells what it was before.
            let text = flowing(&text_of(sitting, &paper));
            let public = "Ont voté pour : FOURNEL Anne – BAUDRY Luc – CHASTANG Rosa – GUICHARD Nina – HENNEBERT Omar (par \
                          pouvoir donné à BAUDRY Luc)\nOnt voté contre : DI MEO Paolo – ESNAULT Julie – ICARD Léa (par \
                          pouvoir donné à ESNAULT Julie)\nSe sont abstenus : Néant\n";
            assert!(text.contains(public), "{text}");
        }
    }
}

#[test]
fn nothing_is_written_as_the_assembly_writes_it_in_lists_and_figures() {
    for (zero, in_figures, in_lists) in [
        (Zero::ByPlace, "0", "Néant"),
        (Zero::Nothing, "Néant", "Néant"),
        (Zero::Digit, "0", "0"),
        (Zero::Slash, "/", "/"),
    ] {
        let sitting = with_habits(Conventions { zero, ..Conventions::default() });
        let text = flowing(&text_of(&sitting, &Paper::Minutes));
        assert!(text.contains(&format!("Blancs et nuls : {in_figures} –")), "{text}");
        assert!(text.contains(&format!("Se sont abstenus : {in_lists}\n")), "{text}");
        let act = flowing(&text_of(&sitting, &Paper::Deliberation(ReportId::new("08"))));
        assert!(act.contains(&format!("Étai(en)t excusé(s) et ont voté contre : {in_lists}\n")), "{act}");
        assert_eq!(act.contains("Néant"), in_lists == "Néant" || in_figures == "Néant", "{act}");
    }
}

#[test]
fn a_vote_without_a_voice_against_is_headed_as_the_assembly_calls_it() {
    for (unanimity, called) in [
        (UnanimityWording::OfCast, "Scrutin ordinaire – Adopté à l’unanimité"),
        (UnanimityWording::Majority, "Scrutin ordinaire – Adopté à la majorité"),
    ] {
        let mut council = council_with(deliberations(1..=1));
        council.body.conventions.unanimity = unanimity;
        let sitting = sitting_of(
            council,
            &[
                Command::Open { at: None },
                open("01"),
                voices("01", &[("di-meo-paolo", Choice::Abstain)]),
                proclaim("01", None, None),
            ],
        );
        assert!(flowing(&text_of(&sitting, &Paper::Minutes)).contains(called));
    }
}

/// The figures of a vote as the minutes print them.
fn figures(tally: &Tally) -> String {
    let majority = tally.absolute_majority.map_or("sans objet".to_owned(), |majority| majority.to_string());
    format!(
        "Inscrits : {} – Votants : {} – Abstentions : {} – Blancs et nuls : 0 – Suffrages exprimés : {} – Majorité absolue : \
         {majority} – Pour : {} – Contre : {} – Ne prennent pas part au vote : {}",
        tally.in_office, tally.voters, tally.abstentions, tally.cast, tally.for_, tally.against, tally.not_taking_part
    )
}

#[test]
fn every_vote_that_was_taken_is_printed_once_with_its_own_figures_at_every_moment_of_the_evening() {
    for sitting in every_moment() {
        for paper in [Paper::Minutes, Paper::ShortMinutes] {
            let text = flowing(&text_of(&sitting, &paper));
            let (body, annex) = text.split_once("Annexe : résultats rectifiés").unwrap_or((&text, ""));
            let (mut heads, mut expected, mut rectified) = (0, Vec::new(), 0);
            for report in sitting.docket().agenda.reports() {
                for (_, done) in sitting.votes_done(&report.id).filter(|(_, done)| done.outcome.is_voted()) {
                    heads += 1;
                    expected.extend(done.tally.as_ref().map(figures));
                    rectified += done.rectifications.len();
                }
            }
            let printed = |text: &str| text.lines().filter(|line| line.starts_with("Inscrits : ")).count();
            let is_head = |line: &&str| line.starts_with("Scrutin ") && line.contains(" – ");
            assert_eq!(body.lines().filter(is_head).count(), heads, "{text}");
            assert_eq!(printed(body), expected.len(), "{text}");
            for figures in &expected {
                let times = expected.iter().filter(|other| *other == figures).count();
                assert_eq!(body.lines().filter(|line| line == figures).count(), times, "{figures}\n{text}");
            }
            assert_eq!(annex.lines().filter(|line| line.starts_with("Résultat rectifié")).count(), rectified, "{text}");
        }
    }
}

#[test]
fn what_happens_while_a_report_is_open_stays_with_it_though_another_is_withdrawn_meanwhile() {
    let sitting = sitting_of(
        council_with(deliberations(1..=3)),
        &[
            Command::Open { at: None },
            open("01"),
            presence("faure-labat-hugo", Presence::Out, None),
            Command::Withdraw { report: ReportId::new("03"), note: None, at: None },
            presence("faure-labat-hugo", Presence::Present, None),
            proclaim("01", None, Some("02")),
            proclaim("02", None, None),
        ],
    );
    let text = flowing(&text_of(&sitting, &Paper::Minutes));
    for sentence in
        ["sort de la salle avant le vote du rapport n° 01.", "revient dans la salle avant le vote du rapport n° 01."]
    {
        assert_eq!(text.matches(sentence).count(), 1, "{text}");
    }
    let under_the_first = under(&sitting, &Paper::Minutes, "01", "02");
    assert!(under_the_first.contains("sort de la salle") && under_the_first.contains("revient"), "{text}");
}

#[test]
fn the_discussion_of_reports_put_to_one_vote_is_asked_for_once_and_notes_on_any_of_them_answer() {
    let group = Command::OpenReport { report: ReportId::new("01"), with: ["02", "03"].map(ReportId::new).to_vec() };
    let steps = [Command::Open { at: None }, group, proclaim("01", None, None)];
    let sitting = sitting_of(council_with(deliberations(1..=3)), &steps);
    let asked = |notes: &hemicycle::council::notes::Notes| -> Vec<ReportId> {
        let mentions = missing(&sitting, notes).into_iter();
        let discussions = mentions.filter_map(|mention| match mention.missing {
            Missing::Discussions(report) => Some(report),
            _ => None,
        });
        discussions.collect()
    };
    let mut notes = Notes::default();
    assert_eq!(asked(&notes), [ReportId::new("01")]);
    notes.set(ReportId::new("02"), "Il est demandé ce que coûte l'ensemble.".to_owned());
    assert_eq!(asked(&notes), []);
}
