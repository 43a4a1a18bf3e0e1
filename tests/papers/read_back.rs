//! The papers read again by a reader that knows nothing of the program: figures and names are those of the vote.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hemicycle::council::ballot::{Choice, Vote};
use hemicycle::council::command::Command;
use hemicycle::council::conventions::NamesPrinted;
use hemicycle::council::decide::Reasons;
use hemicycle::council::finding::Code;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::room::Seat;
use hemicycle::council::sitting::{Progress, Sitting};
use hemicycle::council::step::AskedBallot;
use hemicycle::papers::Paper;
use proptest::prelude::*;

use super::evening::{deliberation, docket, run, run_with, vote};
use super::paper::{markdown_of, text_of};

/// A text with its paragraphs on one line each and its spaces plain.
pub fn flowing(text: &str) -> String {
    let paragraphs: Vec<String> = text
        .split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty())
        .collect();
    paragraphs.join("\n") + "\n"
}

const LABELS: [&str; 9] = [
    "Inscrits",
    "Votants",
    "Abstentions",
    "Blancs et nuls",
    "Suffrages exprimés",
    "Majorité absolue",
    "Pour",
    "Contre",
    "Ne prennent pas part au vote",
];

/// The nine figures of a table, in whatever way its columns are drawn.
fn figures(paper: &str) -> Vec<String> {
    let cells =
        |line: &str| line.trim_matches(['|', ' ']).replace('|', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let value = |label: &str| {
        paper.lines().map(cells).find_map(|line| {
            let value = line.strip_prefix(label)?.strip_prefix(' ')?.to_owned();
            (value == "sans objet" || value.parse::<u32>().is_ok()).then_some(value)
        })
    };
    LABELS.iter().map(|label| value(label).unwrap_or_else(|| panic!("no {label} in {paper}"))).collect()
}

/// The nine figures of the minutes, in one paragraph.
fn figures_in_a_line(minutes: &str) -> Vec<String> {
    let line = minutes.lines().find(|line| line.starts_with("Inscrits : ")).expect("the figures of the vote");
    line.split(" – ").zip(LABELS).map(|(part, label)| part.strip_prefix(label).unwrap()[3..].to_owned()).collect()
}

/// Counted from the votes one by one, without the program's own tally.
fn counted(vote: &Vote, in_office: usize) -> Vec<String> {
    let saying = |choice| vote.saying(choice).count();
    let (for_, against, abstain) = (saying(Choice::For), saying(Choice::Against), saying(Choice::Abstain));
    let cast = for_ + against;
    let majority = if cast == 0 { "sans objet".to_owned() } else { (cast / 2 + 1).to_string() };
    let mut figures: Vec<String> = [in_office, cast + abstain, abstain, 0, cast].map(|n| n.to_string()).to_vec();
    figures.push(majority);
    figures.extend([for_, against, saying(Choice::NotTakingPart)].map(|n| n.to_string()));
    figures
}

type Lists = BTreeMap<(bool, &'static str), BTreeSet<String>>;

const CHOICES: [(&str, Choice); 3] =
    [("voté contre", Choice::Against), ("abstenu", Choice::Abstain), ("pris part au vote", Choice::NotTakingPart)];

/// The names under each head: (in the room, what they said).
fn nominal_lists(paper: &str) -> Lists {
    let mut lists = Lists::new();
    for line in flowing(paper).replace("**", "").lines() {
        let Some((head, names)) = line.split_once(" : ") else { continue };
        let Some((said, _)) = CHOICES.iter().find(|(words, _)| head.contains(words)) else { continue };
        let in_the_room = match (head.contains("présent"), head.contains("excusé")) {
            (true, false) => true,
            (false, true) => false,
            _ => continue,
        };
        let names: BTreeSet<String> = names.split(" – ").filter(|name| *name != "Néant").map(str::to_owned).collect();
        if !names.is_empty() {
            assert_eq!(lists.insert((in_the_room, said), names), None, "a list printed twice: {line}");
        }
    }
    lists
}

fn expected_lists(vote: &Vote, sitting: &Sitting) -> Lists {
    let roster = &sitting.docket().roster;
    let mut lists = Lists::new();
    for (said, choice) in CHOICES {
        for member in vote.saying(choice) {
            let in_the_room = vote.room.seat(member) == Some(&Seat::Present);
            lists.entry((in_the_room, said)).or_default().insert(roster.listed(member));
        }
    }
    lists
}

/// The names of the minutes under one head, each with the holder who spoke for it.
fn minute_list(minutes: &str, said: &str) -> BTreeSet<String> {
    let is_the_list = |line: &&str| {
        line.split_once(" : ").is_some_and(|(head, _)| head.contains(said) && head.len() < 40)
            && !line.starts_with("Ne prennent")
    };
    let line = minutes.lines().find(is_the_list).and_then(|line| line.split_once(" : "));
    line.map(|(_, names)| names.split(" – ").map(str::to_owned).collect()).unwrap_or_default()
}

fn expected_minute_list(vote: &Vote, sitting: &Sitting, choice: Choice) -> BTreeSet<String> {
    let roster = &sitting.docket().roster;
    let name = |member| match vote.room.seat(member) {
        Some(Seat::Represented(holder)) => {
            format!("{} (par pouvoir donné à {})", roster.listed(member), roster.listed(holder))
        }
        _ => roster.listed(member),
    };
    vote.saying(choice).map(name).collect()
}

const VOICES: [&str; 9] = [
    "fournel-anne",
    "baudry-luc",
    "chastang-rosa",
    "di-meo-paolo",
    "esnault-julie",
    "faure-labat-hugo",
    "guichard-nina",
    "hennebert-omar",
    "icard-lea",
];

proptest! {
    #[test]
    fn figures_and_names_read_back_from_each_paper_are_those_of_the_vote(choices in prop::array::uniform9(0usize..4)) {
        let mut sitting = Sitting::new(Arc::new(docket()));
        run(&mut sitting, &Command::Open { at: None });
        let voices: Vec<(&str, Choice)> = VOICES.into_iter().zip(choices.map(|choice| Choice::ALL[choice])).collect();
        vote(&mut sitting, "04", &voices, None);
        let Some(Progress::Done(done)) = sitting.progress(&ReportId::new("04")) else { panic!("proclaimed") };
    let vote = &done.vote;
        let figures_of_the_vote = counted(vote, 11);
        for paper in [text_of(&sitting, &deliberation("04")), markdown_of(&sitting, &deliberation("04"))] {
            prop_assert_eq!(figures(&paper), figures_of_the_vote.clone());
            prop_assert_eq!(nominal_lists(&paper), expected_lists(vote, &sitting));
        }
        let minutes = flowing(&text_of(&sitting, &Paper::Minutes));
        prop_assert_eq!(figures_in_a_line(&minutes), figures_of_the_vote);
        for (said, choice) in CHOICES {
            prop_assert_eq!(minute_list(&minutes, said), expected_minute_list(vote, &sitting, choice), "{}", said);
        }
    }
}

proptest! {
    #[test]
    fn a_public_ballot_names_every_voter_once_with_what_he_said_whatever_the_habits_of_the_assembly(
        choices in prop::array::uniform9(0usize..4),
        habit in 0usize..3,
    ) {
        let mut council = docket();
        council.body.conventions.names =
            [NamesPrinted::OtherThanFor, NamesPrinted::Everybody, NamesPrinted::Nobody][habit];
        let mut sitting = Sitting::new(Arc::new(council));
        let report = ReportId::new("04");
        let asked_by = ["fournel-anne", "baudry-luc"].map(MemberId::new).to_vec();
        let asked = AskedBallot { report: report.clone(), on: None, asked_by, refused: false, at: None };
        run(&mut sitting, &Command::Open { at: None });
        run(&mut sitting, &Command::open_report(&report));
        run(&mut sitting, &Command::AskBallot(asked));
        let voices = VOICES.into_iter().zip(choices.map(|choice| Choice::ALL[choice]));
        let said: Vec<_> = voices.map(|(member, choice)| (MemberId::new(member), choice)).collect();
        if said.iter().any(|(_, choice)| *choice != Choice::For) {
            run(&mut sitting, &Command::voices(&report, said));
        }
        let reasons = Reasons::from([6, 7].map(|code| (Code::irregular(code), "constaté".to_owned())));
        run_with(&mut sitting, &Command::proclaim(&report, None, None), &reasons);
        let Some(Progress::Done(done)) = sitting.progress(&report) else { panic!("proclaimed") };
        for paper in [Paper::Minutes, Paper::ShortMinutes] {
            let minutes = flowing(&text_of(&sitting, &paper));
            let mut named = 0;
            for (head, choice) in
                [("voté pour", Choice::For), ("voté contre", Choice::Against), ("abstenu", Choice::Abstain),
                    ("pris part au vote", Choice::NotTakingPart)]
            {
                let mut printed = minute_list(&minutes, head);
                printed.remove("Néant");
                prop_assert_eq!(&printed, &expected_minute_list(&done.vote, &sitting, choice), "{}: {}", head, minutes);
                named += printed.len();
            }
            prop_assert_eq!(named, VOICES.len());
        }
    }
}

#[test]
fn a_wrong_name_in_a_list_is_read_back_as_wrong() {
    let sitting = super::evening::evening();
    let Some(Progress::Done(done)) = sitting.progress(&ReportId::new("01")) else { panic!("proclaimed") };
    let vote = &done.vote;
    let paper = text_of(&sitting, &deliberation("01"));
    assert_eq!(nominal_lists(&paper), expected_lists(vote, &sitting));
    let changed = paper.replace('\u{a0}', " ").replace("a voté contre : HENNEBERT Omar", "a voté contre : ICARD Léa");
    assert_ne!(nominal_lists(&changed), expected_lists(vote, &sitting));
}
