//! Session files as files: every sample loads, every bad one gets its message.

#[path = "common/skip.rs"]
mod skip;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hemicycle::council::agenda::AgendaItem;
use hemicycle::council::docket::Docket;
use hemicycle::council::finding::Finding;
use hemicycle::council::sitting::Sitting;
use hemicycle::french;
use hemicycle::store::session_file;
use hemicycle::store::session_file::files::LIMIT;
use hemicycle::store::session_file::problem::{ProblemKind, Unread, Unreadable};

fn ron_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    files
}

fn samples() -> Vec<PathBuf> {
    ron_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions"))
}

#[test]
fn every_sample_loads_without_any_finding() {
    let samples = samples();
    assert!(samples.len() >= 3, "{samples:?}");
    for path in samples {
        let file = session_file::load(&path).unwrap_or_else(|unread| panic!("{unread:#?}"));
        assert_eq!(file.remarks, [], "{}", path.display());
        let sitting = Sitting::new(file.docket);
        assert_eq!(sitting.irregular_at_opening(), [], "{}", path.display());
    }
}

#[test]
fn the_seed_has_its_58_members_36_present_15_powers_and_7_excused() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/2022-03-03-pays-d-aix.ron");
    let docket = session_file::load(&path).unwrap().docket;
    let room = docket.expected.room(&docket.roster);
    assert_eq!((docket.roster.in_office(), room.present(), room.represented(), room.excused()), (58, 36, 15, 7));
    let report = docket.agenda.reports().next().unwrap();
    assert_eq!(report.object, "Approbation de la Convention Quartiers Productifs (2022/2024)");
    assert!(report.submitted.as_ref().unwrap().text.markdown.trim_end().ends_with("Martial ALVAREZ"));
    assert!(report.annexes[0].markdown.starts_with("## CONVENTION D'ENGAGEMENT"));
}

fn sample(name: &str) -> Arc<Docket> {
    session_file::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions").join(name)).unwrap().docket
}

#[test]
fn the_metropole_has_240_members_in_five_groups_and_twelve_engagements_in_four_chapters_each_with_its_how() {
    let docket = sample("exemple-metropole.ron");
    let room = docket.expected.room(&docket.roster);
    assert_eq!((docket.roster.in_office(), room.present(), room.represented()), (240, 204, 27));
    assert_eq!((room.excused(), room.absent()), (6, 3));
    let groups: BTreeSet<&str> = docket.roster.everyone().filter_map(|member| member.group.as_deref()).collect();
    assert_eq!(groups.len(), 5, "{groups:?}");
    let chapters = docket.agenda.items.iter().filter(|item| matches!(item, AgendaItem::Chapter(_)));
    assert_eq!((chapters.count(), docket.agenda.reports().count()), (4, 12));
    for report in docket.agenda.reports() {
        let how = &report.exposition.as_ref().unwrap().markdown;
        assert!(how.contains("## Comment ?") && how.matches("\n- ").count() >= 2, "{how}");
    }
}

#[test]
fn the_samples_ask_the_council_for_every_kind_of_report() {
    let dockets: Vec<Arc<Docket>> = samples().iter().map(|path| session_file::load(path).unwrap().docket).collect();
    let kinds =
        |docket: &Arc<Docket>| docket.agenda.reports().map(|report| format!("{:?}", report.kind)).collect::<Vec<_>>();
    let word = |kind: String| kind.split([' ', '{']).next().unwrap_or_default().to_owned();
    let shown: BTreeSet<String> = dockets.iter().flat_map(kinds).map(word).collect();
    // A motion is added in the budget evening, by its course.
    let known = [
        "Acknowledgement",
        "AdministrativeAccounts",
        "Appointment",
        "Communication",
        "Decisions",
        "Deliberation",
        "Election",
        "Information",
        "Opinion",
        "OralQuestion",
        "PreviousMinutes",
        "UnifiedAccounts",
        "Wish",
    ];
    assert_eq!(shown.into_iter().collect::<Vec<_>>(), known);
}

/// Every file of `tests/bad_sessions/` with the whole message that it gets.
///
/// `HEMICYCLE_REWRITE=1 cargo test --test session_files` writes the messages anew, to be read before they are kept.
#[test]
fn every_bad_session_gets_exactly_its_message() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad_sessions");
    let rewrite = std::env::vars().any(|(name, _)| name == "HEMICYCLE_REWRITE");
    let mut different = Vec::new();
    let files = ron_files(&folder);
    assert!(files.len() > 60, "{}", files.len());
    for path in files {
        let name = PathBuf::from(path.file_name().unwrap());
        let message = match session_file::load(&path) {
            Ok(_) => panic!("{} loads", name.display()),
            Err(unread) => french::file::unread(&Unread { path: name.clone(), ..unread }),
        };
        let expected = path.with_extension("expected");
        if rewrite {
            std::fs::write(&expected, &message).unwrap();
        } else if std::fs::read_to_string(&expected).ok().as_deref() != Some(&message) {
            different.push(format!("{}:\n{message}", name.display()));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

fn refusal(path: &Path) -> ProblemKind {
    session_file::load(path).unwrap_err().problems.remove(0).kind
}

#[test]
fn case_39_what_is_no_file_of_a_clerk_is_refused_by_name_and_without_waiting() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    assert_eq!(refusal(folder.path()), ProblemKind::File(Unreadable::Folder));
    assert_eq!(refusal(Path::new("/dev/zero")), ProblemKind::File(Unreadable::Device));
    assert_eq!(refusal(&at("nowhere.ron")), ProblemKind::File(Unreadable::Missing));
    let _socket = std::os::unix::net::UnixListener::bind(at("socket")).unwrap();
    assert_eq!(refusal(&at("socket")), ProblemKind::File(Unreadable::Socket));
    std::fs::File::create(at("long.ron")).unwrap().set_len(LIMIT + 1).unwrap();
    assert_eq!(refusal(&at("long.ron")), ProblemKind::File(Unreadable::TooLong));
    match std::process::Command::new("mkfifo").arg(at("pipe")).status() {
        Ok(status) if status.success() => assert_eq!(refusal(&at("pipe")), ProblemKind::File(Unreadable::Pipe)),
        _ => skip::skip("this system has no mkfifo"),
    }
}

/// A session file of so many members and reports, with so much text in one field.
fn large(members: usize, reports: usize, text: usize) -> String {
    let members = (0..members)
        .map(|number| format!("    (nom: \"NOM{number}\", prenom: \"Prénom\", groupe: \"Groupe {}\"),\n", number % 7));
    let reports = (0..reports).map(|number| {
        format!("    Rapport(numero: \"{number}\", objet: \"Objet {number}\", rapporteur: \"NOM1 Prénom\"),\n")
    });
    format!(
        "(assemblee: (nom: \"Conseil\", genre: Commune), seance: (date: \"2025-03-03\"), membres: [\n{}], \
         ordre_du_jour: [\n{}    Rapport(numero: \"texte\", objet: \"Texte\", texte: \"{}\"),\n])\n",
        members.collect::<String>(),
        reports.collect::<String>(),
        "mot ".repeat(text / 4)
    )
}

#[test]
fn case_49_a_large_council_is_read_to_its_end_whatever_slip_it_has_and_no_list_is_endless() {
    let slips: [fn(String) -> String; 6] = [
        |source| source,
        |source| source.replace("Prénom\", groupe", "Prénom\" groupe"),
        |source| source.replace("rapporteur: \"NOM1 Prénom\"", "rapporteur: \"NOMI Prenon\""),
        |source| source.replace('\n', " ").replace("numero:", "numéros:"),
        |source| source.replace("objet: \"", "objet: \"« ").replace("Objet ", "Objet \\u{202e}"),
        |source| source.replacen("groupe: \"Groupe 1\"", "groupe: \"Groupe 1", 1),
    ];
    for (which, slip) in slips.into_iter().enumerate() {
        match session_file::parse(&slip(large(2_000, 400, 200_000)), &|_: &str| Err(Unreadable::Missing)) {
            Ok(parsed) => {
                assert_eq!(which, 0, "slip {which} was not found");
                assert_eq!(parsed.docket.roster.in_office(), 2_000);
            }
            Err(problems) => assert!((1..=101).contains(&problems.len()), "slip {which}: {} problems", problems.len()),
        }
    }
}

/// `cargo test --release --test session_files -- --ignored --nocapture`
#[test]
#[ignore = "a measure, not a test: run it in release"]
#[allow(clippy::disallowed_methods, reason = "a measure of time")]
fn measure_the_seed_and_one_megabyte() {
    let measure = |what: &str, work: &dyn Fn()| {
        let mut times: Vec<u128> = (0..30)
            .map(|_| {
                let start = std::time::Instant::now();
                work();
                start.elapsed().as_micros()
            })
            .collect();
        times.sort_unstable();
        println!("{what}: {} µs (median), {} µs (least)", times[15], times[0]);
    };
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/2022-03-03-pays-d-aix.ron");
    measure("seed", &|| drop(session_file::load(&seed).unwrap()));
    let beside = |_: &str| Err(Unreadable::Missing);
    let rows = large(10_000, 2_000, 0);
    measure(&format!("{} bytes of members and reports", rows.len()), &|| {
        drop(session_file::parse(&rows, &beside).unwrap());
    });
    let text = large(100, 60, 1_000_000);
    measure(&format!("{} bytes of text", text.len()), &|| drop(session_file::parse(&text, &beside).unwrap()));
    let wrong = rows.replace("rapporteur: \"NOM1 Prénom\"", "rapporteur: \"NOMX Prenon\"");
    measure("the same with 2 000 strangers", &|| drop(session_file::parse(&wrong, &beside).unwrap_err()));
}

#[test]
fn the_seed_a_year_later_names_the_three_holders_of_two_powers() {
    let source =
        include_str!("../sessions/2022-03-03-pays-d-aix.ron").replace("date: \"2022-03-03\"", "date: \"2023-03-03\"");
    let text = |_: &str| Ok(String::from("Texte."));
    let docket = session_file::parse(&source, &text).unwrap().docket;
    let holders: Vec<String> = Sitting::new(docket.clone())
        .irregular_at_opening()
        .into_iter()
        .map(|finding| match finding {
            Finding::TooManyProxies { holder, limit: 1, .. } => docket.roster.listed(&holder),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(holders, ["BRAMOULLÉ Gérard", "BARRET Guy", "DESVIGNES Vincent"]);
}

#[test]
fn the_seed_cut_anywhere_or_with_a_quote_too_many_is_refused() {
    let source = include_str!("../sessions/2022-03-03-pays-d-aix.ron").to_owned();
    let text = |_: &str| Ok(String::from("Texte."));
    let start = source.find("\n(").unwrap();
    for at in (start..source.trim_end().len()).step_by(7).filter(|at| source.is_char_boundary(*at)) {
        assert!(session_file::parse(&source[..at], &text).is_err(), "cut at {at}");
        let quote = session_file::parse(&format!("{}\"{}", &source[..at], &source[at..]), &text);
        let in_remark = source[..at].lines().last().is_some_and(|line| line.contains("//"));
        assert!(quote.is_err() || in_remark, "quote at {at}");
    }
}
