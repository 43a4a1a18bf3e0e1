//! Every figure, name and list of a vote, read back from every format by readers that know nothing of the program.

#[path = "every_format/elections.rs"]
mod elections;
#[path = "every_format/evenings.rs"]
mod evenings;
#[path = "every_format/expected.rs"]
mod expected;
#[path = "every_format/hostile.rs"]
mod hostile;
#[path = "common/paper.rs"]
mod paper;
#[path = "every_format/readers.rs"]
mod readers;
#[path = "common/skip.rs"]
mod skip;

use hemicycle::council::ballot::Choice;
use hemicycle::council::room::Seat;
use hemicycle::council::sitting::Sitting;
use hemicycle::look::Look;
use hemicycle::papers::document::Document;
use hemicycle::papers::{Dressing, Format, Paper, render};

/// The bytes of a document.
fn bytes(document: &Document, format: Format) -> Vec<u8> {
    let dressing = Dressing { look: &Look::default(), attached: &[], model: None };
    render(document, format, &dressing).expect("a paper").bytes
}

fn document(sitting: &Sitting, paper: &Paper) -> Document {
    paper::composed(sitting, paper, Some("1234 5678 9012 3456")).expect("a paper")
}

/// Fails with all that any format lacks.
fn says_in_every_format(document: &Document, lacks: impl Fn(&str) -> expected::Missing) {
    for format in Format::ALL {
        if let Some(flow) = readers::flow(format, &bytes(document, format), &document.reference) {
            let missing = lacks(&flow);
            assert!(missing.is_empty(), "{format:?} of {}: {missing:#?}\n{flow}", document.title);
        }
    }
}

#[test]
fn the_act_of_the_seed_says_its_vote_in_every_format() {
    let sitting = evenings::seed();
    let (report, done) = sitting.done().next().expect("a vote");
    let object = "Approbation de la Convention Quartiers Productifs (2022/2024)";
    let document = document(&sitting, &Paper::Deliberation(report.clone()));
    says_in_every_format(&document, |flow| {
        let mut missing = expected::of_a_deliberation(flow, &sitting, &done.vote, object);
        let words = [
            "2022_CT2_010",
            "à l’unanimité",
            "BIANCO Kayané",
            "3 mars 2022",
            "Gérard BRAMOULLÉ",
            "Secrétaire de séance : BIANCO Kayané",
        ];
        missing.extend(words.into_iter().filter(|word| !flow.contains(word)).map(str::to_owned));
        missing
    });
}

#[test]
fn each_act_of_49_members_and_51_reports_says_its_own_vote_in_every_format() {
    let sitting = evenings::great();
    assert_eq!((sitting.docket().roster.everyone().count(), sitting.done().count()), (49, 51));
    for (report, done) in sitting.done() {
        let object = &sitting.docket().agenda.report(report).expect("a report").object;
        let document = document(&sitting, &Paper::Deliberation(report.clone()));
        says_in_every_format(&document, |flow| expected::of_a_deliberation(flow, &sitting, &done.vote, object));
    }
}

#[test]
fn the_minutes_of_49_members_and_51_reports_say_each_vote_in_every_format() {
    let sitting = evenings::great();
    says_in_every_format(&document(&sitting, &Paper::Minutes), |flow| expected::of_the_minutes(flow, &sitting));
}

#[test]
fn a_figure_or_a_name_that_is_changed_is_missed_in_every_format() {
    let sitting = evenings::great();
    let (report, done) = sitting
        .done()
        .find(|(_, done)| done.tally.is_some_and(|tally| tally.against > 1 && tally.abstentions > 0))
        .expect("a vote with voices against");
    let object = &sitting.docket().agenda.report(report).expect("a report").object;
    let document = document(&sitting, &Paper::Deliberation(report.clone()));
    for format in Format::ALL {
        let Some(flow) = readers::flow(format, &bytes(&document, format), &document.reference) else { continue };
        let lacks = |flow: &str| expected::of_a_deliberation(flow, &sitting, &done.vote, object);
        assert!(lacks(&flow).is_empty());
        let voters = format!("Votants {}", done.tally.expect("figures").voters);
        assert_eq!(lacks(&flow.replace(&voters, "Votants 1")).len(), 1, "{format:?}");
        let against =
            done.vote.saying(Choice::Against).find(|member| done.vote.room.seat(member) == Some(&Seat::Present));
        let name = sitting.docket().roster.listed(against.expect("someone in the room"));
        assert_eq!(lacks(&flow.replace(&name, "DUPONT Jean")).len(), 2, "{format:?}: present, against");
    }
}
