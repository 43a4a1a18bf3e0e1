//! An installation read back from every format: each round's figures, each name with its votes in figures and in letters, who is
//! proclaimed. What is expected is taken from the rounds of the sitting, and written without the words of the program.

use hemicycle::council::id::ReportId;
use hemicycle::council::secret::{Round, Ticket};
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::{Format, Paper};

use super::evenings::typed;
use super::{bytes, document, readers, says_in_every_format};

const LETTERS: [&str; 20] = [
    "zéro", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];
/// The mayor, the deputies, a committee in proportion; the fifth is a text.
const ELECTIONS: [&str; 3] = ["01", "03", "07"];

fn file(name: &str) -> String {
    std::fs::read_to_string(format!("sessions/{name}2026-03-22-installation.ron")).expect("a sample")
}

pub fn installation() -> Sitting {
    typed(&file(""), &file("deroules/")).sitting().clone()
}

fn rounds(sitting: &Sitting, report: &str) -> Vec<Round> {
    sitting.secret_vote(&ReportId::new(report), None).expect("an urn").rounds.clone()
}

fn named(sitting: &Sitting, ticket: &Ticket) -> String {
    match ticket {
        Ticket::Member(id) => sitting.docket().roster.get(id).expect("a member").name.spoken(),
        Ticket::List(name) => name.clone(),
        other => panic!("{other:?} in an election"),
    }
}

/// The figures of a round, parted as a table reads and as a line does.
fn figures(round: &Round) -> Vec<(&'static str, u32)> {
    let (urn, count) = (round.urn.as_ref().expect("closed"), round.count.as_ref().expect("counted"));
    let cast: u32 = count.votes.iter().map(|(_, votes)| votes).sum();
    assert_eq!(cast + count.blank + count.null, count.in_urn);
    let signed = u32::try_from(urn.signed.len()).expect("few");
    vec![
        ("Membres en exercice", 19),
        ("Présents", 15),
        ("Représentés", 3),
        ("Émargements", signed),
        ("Votants (bulletins trouvés dans l’urne)", count.in_urn),
        ("Bulletins blancs", count.blank),
        ("Bulletins nuls", count.null),
        ("Suffrages exprimés", cast),
    ]
}

/// What of the rounds of a report is not there, each where it should be: in order.
fn lacks(flow: &str, sitting: &Sitting, report: &str, between: &str, score: fn(&str, u32) -> String) -> Vec<String> {
    let mut missing = Vec::new();
    let mut from = 0;
    let mut find = |wanted: String| match flow[from..].find(&wanted) {
        Some(place) => from += place + wanted.len(),
        None => missing.push(wanted),
    };
    for round in rounds(sitting, report) {
        for (label, value) in figures(&round) {
            find(format!("{label}{between}{value}"));
        }
        let count = round.count.as_ref().expect("counted");
        let standing = &round.urn.as_ref().expect("closed").standing;
        let others = count.votes.iter().map(|(ticket, _)| ticket).filter(|ticket| !standing.contains(ticket));
        for ticket in standing.iter().chain(others) {
            find(score(&named(sitting, ticket), count.of(ticket)));
        }
    }
    for elected in sitting.elected(&ReportId::new(report)) {
        find(named(sitting, &Ticket::Member(elected.member)));
    }
    missing
}

fn in_a_table(name: &str, votes: u32) -> String {
    format!("{name} {votes} {}", LETTERS[votes as usize])
}

#[test]
fn every_round_of_an_election_is_said_by_its_acts_in_every_format() {
    let sitting = installation();
    for report in ELECTIONS {
        for paper in [Paper::Deliberation(ReportId::new(report)), Paper::CountingRecord(ReportId::new(report))] {
            says_in_every_format(&document(&sitting, &paper), |flow| lacks(flow, &sitting, report, " ", in_a_table));
        }
    }
}

#[test]
fn every_round_of_every_election_is_said_by_the_minutes_in_every_format() {
    let sitting = installation();
    for paper in [Paper::Minutes, Paper::ShortMinutes] {
        says_in_every_format(&document(&sitting, &paper), |flow| {
            let all = ELECTIONS.iter().flat_map(|report| {
                lacks(&flow.replace(" », ", ", "), &sitting, report, " : ", |name, votes| {
                    format!("{name}, {votes} voix ({})", LETTERS[votes as usize])
                })
            });
            all.collect()
        });
    }
}

#[test]
fn a_figure_of_an_election_that_is_changed_is_missed_in_every_format() {
    let sitting = installation();
    let document = document(&sitting, &Paper::CountingRecord(ReportId::new("01")));
    for format in Format::ALL {
        let Some(flow) = readers::flow(format, &bytes(&document, format), &document.reference) else { continue };
        assert!(lacks(&flow, &sitting, "01", " ", in_a_table).is_empty());
        let other = flow.replace("Solange TRÉVILLARD 10 dix", "Solange TRÉVILLARD 11 onze");
        assert!(!lacks(&other, &sitting, "01", " ", in_a_table).is_empty(), "{format:?}");
    }
}
