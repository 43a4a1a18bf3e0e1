//! The installation of a made-up council, typed in by the real binary: every file that it leaves.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::is_of_kind;
use crate::opened::opened;
use crate::searcher::pairs;

/// Everybody who stands for nothing in the votes by name of the sample.
const VOTERS: [&str; 10] = [
    "brestival",
    "malaurent",
    "armengeau",
    "dornacier",
    "flavignet",
    "nazariot",
    "rivaillon",
    "janvresse",
    "bouzignac",
    "imbleval",
];

/// The real binary in that folder; what it remembers is there too.
pub fn run(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hemicycle"));
    command.current_dir(folder).stdin(Stdio::null()).args(arguments);
    command.env("XDG_STATE_HOME", folder.join("state")).env("XDG_CONFIG_HOME", folder.join("config"));
    let output = command.output().expect("it runs");
    let said = [&output.stdout[..], &output.stderr[..]].concat();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&said));
}

/// Every file below a folder, by its path from there.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { below(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    below(folder, &mut found);
    let name = |path: &Path| path.strip_prefix(folder).expect("below").display().to_string();
    found.iter().map(|path| (name(path), fs::read(path).expect("a file"))).collect()
}

/// The folder of the installation, recorded, with all its papers and its data.
fn installation(formats: &str, course: impl Fn(String) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let sessions = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    fs::copy(sessions.join("2026-03-22-installation.ron"), folder.path().join("soir.ron")).expect("copied");
    let typed = fs::read_to_string(sessions.join("deroules/2026-03-22-installation.ron")).expect("the course");
    fs::write(folder.path().join("deroule.ron"), course(typed)).expect("written");
    run(folder.path(), &["saisir", "soir.ron", "deroule.ron"]);
    run(folder.path(), &["pv", "soir.ron", "--tout", "--format", formats, "-o", "papiers"]);
    run(folder.path(), &["exporter", "soir.ron", "-o", "papiers/export.json"]);
    folder
}

/// The formats that are read as they are.
const TEXTS: &str = "txt,md,html";
/// All of them.
const EVERY_FORMAT: &str = "txt,md,html,docx,odt,pdf";

/// The course in which the fifth report stays voted aloud.
#[expect(clippy::needless_pass_by_value, reason = "as every other change of the course")]
fn aloud(course: String) -> String {
    let (before, rest) = course.split_once("    ScrutinSecret(").expect("the asking");
    let (_, after) = rest.split_once("    Proclamer(rapport: \"05\"").expect("its result");
    format!("{before}    Proclamer(rapport: \"05\"{after}")
}

/// Every text in every file of the folder that the clerk did not write herself, those of a packed file each apart.
fn texts(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let files = files(folder).into_iter().filter(|(name, _)| !is_hers(name));
    let texts = files.flat_map(|(name, bytes)| opened(&name, &bytes));
    texts.filter(|(name, _)| !is_hers(name)).collect()
}

/// The *relevés nominatifs* of the votes aloud: everybody stands there beside a choice.
fn is_said_aloud(name: &str) -> bool {
    ALOUD.iter().any(|number| name.contains(&format!("releve-{number}.")))
}

/// The files that the clerk wrote herself are hers.
fn is_hers(name: &str) -> bool {
    name.ends_with("soir.ron") || name == "deroule.ron"
}

/// The votes that the sample takes aloud.
const ALOUD: [&str; 3] = ["02", "04", "06"];

/// The data without the reports that were voted aloud, where everybody stands beside a choice.
fn without_what_was_said_aloud(name: &str, bytes: &[u8]) -> Vec<u8> {
    if !is_of_kind(name, "json") {
        return bytes.to_vec();
    }
    let mut data: serde_json::Value = serde_json::from_slice(bytes).expect("json");
    let reports = data["rapports"].as_array_mut().expect("the reports");
    let all = reports.len();
    reports.retain(|report| !ALOUD.iter().any(|number| report["numero"] == *number));
    assert_eq!(reports.len() + ALOUD.len(), all, "each is there");
    data.to_string().into_bytes()
}

#[test]
fn case_64_and_66_no_file_of_an_installation_holds_a_voter_beside_a_choice_of_a_secret_ballot() {
    let folder = installation(EVERY_FORMAT, |course| course);
    let mut looked_at = 0;
    let mut of_the_public_vote = 0;
    let mut of_the_roll = 0;
    for (name, bytes) in &texts(folder.path()) {
        looked_at += 1;
        if is_said_aloud(name) {
            of_the_roll += pairs(name, bytes, &VOTERS).len();
            continue;
        }
        if is_of_kind(name, "json") {
            assert!(pairs(name, bytes, &VOTERS).len() > 10, "the data say what everybody said aloud");
        }
        for pair in pairs(name, &without_what_was_said_aloud(name, bytes), &VOTERS) {
            // Report 02 was voted by show of hands, and two abstained: those pairs are there, and are found.
            let is_public = ["bouzignac", "imbleval"].iter().any(|voter| pair.to_lowercase().contains(voter))
                && pair.to_lowercase().contains("abst");
            assert!(is_public, "{name}: {pair}");
            of_the_public_vote += 1;
        }
    }
    assert!(
        looked_at > 100 && of_the_public_vote > 3,
        "{looked_at} files, {of_the_public_vote} pairs of a public vote"
    );
    assert!(of_the_roll > 60, "what was said aloud is found in each packed format: {of_the_roll}");
}

#[test]
fn case_65_what_was_said_before_the_ballot_was_secret_is_in_the_record_and_in_no_paper_and_no_data() {
    let folder = installation(TEXTS, |course| course);
    let (mut in_the_record, mut elsewhere) = (0, Vec::new());
    for (name, bytes) in files(folder.path()).iter().filter(|(name, _)| !is_hers(name)) {
        let found = pairs(name, bytes, &["hochedeau"]);
        // He stands in two of the elections: what the papers say of them is his name beside totals.
        let found = found.into_iter().filter(|pair| pair.to_lowercase().contains("contre"));
        if is_of_kind(name, "journal") {
            in_the_record += found.count();
        } else {
            elsewhere.extend(found.map(|pair| format!("{name}: {pair}")));
        }
    }
    assert!(in_the_record > 0, "the record keeps what was said aloud");
    assert_eq!(elsewhere, Vec::<String>::new());
    // The same vote that stays open: its papers say who was against, and that is found.
    let folder = installation(TEXTS, aloud);
    let papers = files(folder.path()).into_iter().filter(|(name, _)| name.starts_with("papiers"));
    let found = papers.flat_map(|(name, bytes)| pairs(&name, &bytes, &["hochedeau"]));
    assert!(found.filter(|pair| pair.to_lowercase().contains("contre")).count() > 2);
}

#[test]
fn case_66_a_unanimous_secret_ballot_says_what_everybody_voted_and_no_paper_lists_it_by_name() {
    let everybody: Vec<&str> = VOTERS.into_iter().filter(|it| !["bouzignac", "imbleval"].contains(it)).collect();
    // Before: the same report voted aloud has its nominal list, and the search finds everybody in it, in each packed format.
    let folder = installation("docx,odt,pdf", aloud);
    for format in ["docx", "odt", "pdf"] {
        let found =
            texts(folder.path()).into_iter().filter(|(name, _)| name.ends_with(&format!("releve-05.{format}.txt")));
        let found: Vec<String> = found.flat_map(|(name, bytes)| pairs(&name, &bytes, &everybody)).collect();
        let is_found = |voter: &&str| found.iter().any(|line| line.to_lowercase().starts_with(voter));
        assert!(everybody.iter().all(is_found), "{format}: {found:#?}");
    }
    // After: eighteen ballots, all for it.
    let folder = installation(EVERY_FORMAT, |course| {
        let counted = "bulletins: 18, blancs: 1, voix: [(Pour, 11), (Contre, 6)]";
        assert!(course.contains(counted));
        course.replace(counted, "bulletins: 18, voix: [(Pour, 18)]")
    });
    let mut with_the_total = 0;
    for (name, bytes) in &texts(folder.path()) {
        assert!(!name.contains("releve-05"), "no nominal list of a secret ballot: {name}");
        if is_said_aloud(name) {
            continue;
        }
        let bytes_of_the_secret = without_what_was_said_aloud(name, bytes);
        assert_eq!(pairs(name, &bytes_of_the_secret, &everybody), Vec::<String>::new(), "{name}");
        let is_its_own = name.contains("depouillement-05") || name.contains("2026-015");
        with_the_total += usize::from(is_its_own && String::from_utf8_lossy(bytes).contains("18"));
    }
    assert_eq!(with_the_total, 12, "its two papers say the total in each of the six formats");
}
