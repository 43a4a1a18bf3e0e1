//! The papers of an installation: rounds, lists, seats in proportion, a waiver, a text by secret ballot. Totals and names are
//! those of the sitting; nobody stands beside a choice.

use hemicycle::council::command::Command;
use hemicycle::council::decide::Reasons;
use hemicycle::council::finding::Code;
use hemicycle::council::history::History;
use hemicycle::council::id::ReportId;
use hemicycle::council::sitting::Sitting;
use hemicycle::look::Look;
use hemicycle::papers::{Dressing, Format, Paper, names, render};
use hemicycle::store::course;

use super::evening::deliberation;
use super::golden;
use super::paper::{composed, markdown_of, text_of};
use super::read_back::flowing;

/// The made-up installation of 22 March 2026.
pub fn installation() -> Sitting {
    let read = |name: &str| std::fs::read_to_string(format!("tests/papers/elections/{name}.ron")).expect(name);
    let nothing = |_: &str| Err(hemicycle::store::session_file::problem::Unreadable::Missing);
    let parsed = hemicycle::store::session_file::parse(&read("installation"), &nothing);
    let docket = parsed.unwrap_or_else(|problems| panic!("{problems:#?}")).docket;
    let extensions = ron::extensions::Extensions::IMPLICIT_SOME | ron::extensions::Extensions::UNWRAP_VARIANT_NEWTYPES;
    let options = ron::Options::default().with_default_extension(extensions);
    let steps: Vec<Command> =
        options.from_str(&read("installation-deroule")).unwrap_or_else(|unread| panic!("{unread}"));
    let mut sitting = Sitting::new(docket);
    let reasons: Reasons = (1..60).map(|code| (Code::irregular(code), "constaté par le bureau".to_owned())).collect();
    for step in &steps {
        let accepted = sitting.decide(step, &reasons).unwrap_or_else(|refused| panic!("{step:?}: {refused:?}"));
        accepted.events.iter().for_each(|event| sitting.apply(event));
    }
    sitting
}

#[test]
fn the_minutes_of_an_installation() {
    golden("installation-minutes.txt", &text_of(&installation(), &Paper::Minutes));
}

#[test]
fn the_acts_of_an_installation() {
    let sitting = installation();
    for report in ["01", "03", "04", "05", "06"] {
        golden(&format!("installation-{report}.txt"), &text_of(&sitting, &deliberation(report)));
    }
}

fn counting(report: &str) -> Paper {
    Paper::CountingRecord(ReportId::new(report))
}

#[test]
fn the_record_of_the_counting_of_each_secret_ballot() {
    let sitting = installation();
    for report in ["01", "03", "04", "06"] {
        golden(&format!("installation-depouillement-{report}.txt"), &text_of(&sitting, &counting(report)));
    }
}

/// The sample installation, its session file and its course changed by a function.
fn sample(change: impl Fn(String) -> String) -> Sitting {
    let read = |name: &str| std::fs::read_to_string(format!("sessions/{name}2026-03-22-installation.ron")).expect(name);
    let nothing = |_: &str| Err(hemicycle::store::session_file::problem::Unreadable::Missing);
    let docket = hemicycle::store::session_file::parse(&change(read("")), &nothing).expect("a session").docket;
    let steps = course::parse(&change(read("deroules/")), &docket).unwrap_or_else(|flaws| panic!("{flaws:#?}"));
    let mut history = History::new(docket);
    course::recording::play(&mut history, &steps, "2026-03-22T18:00:00+01:00")
        .unwrap_or_else(|(place, refused)| panic!("{:?} refused: {:?}", steps[place].command, refused.findings));
    history.sitting().clone()
}

/// Every paper of a sitting in three formats, by name.
fn all_papers(sitting: &Sitting) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for (paper, name) in names::papers(sitting) {
        let document = composed(sitting, &paper, None).expect("a paper");
        // What the document says is the same in the others: `every_format` reads it there.
        for format in [Format::Text, Format::Html, Format::Odt] {
            let dressing = Dressing { look: &Look::default(), attached: &[], model: None };
            let bytes = render(&document, format, &dressing).expect("rendered").bytes;
            all.push((format!("{name}.{}", format.extension()), bytes));
        }
    }
    all
}

#[test]
fn case_65_no_paper_tells_who_was_heard_before_a_secret_ballot_nor_in_what_order_anybody_signed_or_was_read_out() {
    let one = sample(|text| text);
    // Another was against before the ballot was secret; signatures and ballots come in another order.
    let other = sample(|text| {
        text.replace(
            r#"Voix(rapport: "05", contre: ["HOCHEDEAU Alain"])"#,
            r#"Voix(rapport: "05", contre: ["IMBLEVAL Charlène", "BOUZIGNAC Samir"], abstentions: ["NAZARIOT Aïssata"])"#,
        )
        .replace("voix: [(Pour, 11), (Contre, 6)]", "voix: [(Contre, 6), (Pour, 11)]")
        .replace(
            r#"(Membre("TRÉVILLARD Solange"), 8), (Membre("HOCHEDEAU Alain"), 5)"#,
            r#"(Membre("HOCHEDEAU Alain"), 5), (Membre("TRÉVILLARD Solange"), 8)"#,
        )
    });
    let (one, other) = (all_papers(&one), all_papers(&other));
    assert_eq!(one.len(), other.len());
    for ((name, bytes), (other_name, other_bytes)) in one.iter().zip(&other) {
        assert!(name == other_name && bytes == other_bytes, "{name} differs");
    }
    // The same comparison sees a ballot that says something else.
    let more = sample(|text| text.replace("voix: [(Pour, 11), (Contre, 6)]", "voix: [(Pour, 10), (Contre, 7)]"));
    assert!(all_papers(&more).iter().zip(&one).any(|(more, one)| more != one));
}

#[test]
fn case_66_no_paper_of_a_secret_ballot_names_a_voter_beside_a_choice_whatever_the_assembly_prints() {
    for printed in ["Tous", "HorsPour", "Aucun"] {
        let setting = format!("effectif: 19, reglages: (noms: {printed}),");
        let evening = sample(|text| text.replace("effectif: 19,", &setting));
        for report in ["01", "03", "05", "07"] {
            let id = ReportId::new(report);
            let nominal = Paper::NominalRecord(id.clone());
            for paper in [deliberation(report), counting(report), nominal] {
                let text = flowing(&text_of(&evening, &paper)).to_lowercase();
                for said in ["voté pour", "voté contre", "abstenu", "ont voté", "a voté", "pas pris part"] {
                    assert!(!text.contains(said), "{printed}, {report}, {said}: {text}");
                }
            }
            // Aloud, the names are those that the assembly prints.
            let aloud = flowing(&text_of(&evening, &deliberation("02"))).to_lowercase();
            assert_eq!(aloud.contains("abstenu"), printed != "Aucun", "{aloud}");
        }
    }
}

#[test]
fn whoever_is_elected_signs_as_mayor_from_the_next_report_on_and_the_eldest_the_election() {
    let sitting = sample(|text| text);
    let signed = |report: &str| {
        let text = flowing(&text_of(&sitting, &deliberation(report)));
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        lines[lines.len() - 2..].join(" ")
    };
    assert!(signed("01").contains("La présidente de séance") && signed("01").contains("JANVRESSE, doyenne d’âge"));
    for later in ["02", "03", "05", "06", "07"] {
        assert!(
            signed(later).contains("La Maire") && signed(later).contains("Solange TRÉVILLARD"),
            "{}",
            signed(later)
        );
        assert!(!signed(later).contains("JANVRESSE"), "{}", signed(later));
    }
    let minutes = flowing(&text_of(&sitting, &Paper::Minutes));
    assert!(minutes.contains(
        "Présidence : Madame Raymonde JANVRESSE, doyenne d’âge (art. L.2122-8 du CGCT), puis Madame Solange \
         TRÉVILLARD, maire."
    ));
}

#[test]
fn the_convocation_announces_the_elections_and_is_signed_by_whoever_convened() {
    let text = flowing(&text_of(&sample(|text| text), &Paper::Convocation));
    let mention = "Il sera procédé au cours de cette séance à l’élection du maire et à l’élection des adjoints au maire \
                   (art. L.2122-8 du CGCT).";
    assert!(text.contains(mention), "{text}");
    assert!(text.contains("Monsieur le Maire sortant") && !text.contains("Raymonde JANVRESSE\n"), "{text}");
}

#[test]
fn the_list_says_who_was_elected_and_how_an_equal_secret_ballot_ended() {
    golden("installation-liste.txt", &text_of(&installation(), &Paper::Examined));
    let text = markdown_of(&sample(|text| text), &Paper::Examined).replace(['\u{a0}', '\u{202f}'], " ");
    assert!(text.contains("Madame Solange TRÉVILLARD élue maire (10 voix, 2e tour)"), "{text}");
}

#[test]
fn what_is_not_known_of_an_election_is_marked_in_the_minutes_and_listed() {
    let bare = sample(|text| {
        let text = text.replace(r#", ouvert: "10 h 41", heure: "10 h 48""#, "");
        text.replace(r#"Scrutateurs(rapport: "03", membres: ["NAZARIOT Aïssata", "BOUZIGNAC Samir"]),"#, "")
    });
    let minutes = flowing(&text_of(&bare, &Paper::Minutes));
    assert_eq!(minutes.matches("[à compléter : heures du scrutin]").count(), 1, "{minutes}");
    assert_eq!(minutes.matches("[à compléter : scrutateurs ou assesseurs]").count(), 1, "{minutes}");
    for line in ["Scrutateurs ou assesseurs, rapport n° 03 (usage)", "Heures du scrutin, rapport n° 01 (usage)"] {
        assert!(minutes.contains(line), "{line}: {minutes}");
    }
    // An act leaves out what is not known; the record of the counting marks it.
    assert!(!text_of(&bare, &deliberation("03")).contains("à compléter"));
    assert!(text_of(&bare, &counting("03")).contains("scrutateurs ou assesseurs"));
}
