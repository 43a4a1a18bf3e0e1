//! What other programs make of the files: xmllint reads each part, LibreOffice prints each word.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use hemicycle::look::Look;
use hemicycle::papers::Paper;

use crate::reader::{body, paragraphs, parts};
use crate::skip::skip;
use crate::{BOTH, bytes, deliberation, document, dressed, hostile, sittings};

fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

#[test]
fn every_part_is_well_formed() {
    if !is_there("xmllint") {
        return skip("xmllint is not there");
    }
    let evening = sittings::evening();
    let papers =
        [document(&evening, &Paper::Minutes), hostile::document("<&>\"' ]]>"), document(&evening, &deliberation("06"))];
    for document in &papers {
        for format in BOTH {
            let folder = tempfile::tempdir().expect("a folder");
            let files: Vec<_> = parts(&bytes(document, format, &dressed()))
                .into_iter()
                .filter(|(name, _)| name.contains(".xml") || name.contains(".rels"))
                .enumerate()
                .map(|(at, (_, bytes))| {
                    let path = folder.path().join(format!("{at}.xml"));
                    fs::write(&path, bytes).expect("written");
                    path
                })
                .collect();
            assert!(files.len() > 3);
            let run = Command::new("xmllint").arg("--noout").args(files).output().expect("xmllint");
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        }
    }
}

/// The text that LibreOffice prints of each file, by its name.
pub fn printed(files: &[(&str, Vec<u8>)]) -> Option<BTreeMap<String, String>> {
    for program in ["soffice", "pdftotext"] {
        if Command::new(program).arg("--version").output().is_err() {
            skip(&format!("{program} is not there"));
            return None;
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    for (name, bytes) in files {
        fs::write(at(name), bytes).expect("written");
    }
    // A profile of its own: another LibreOffice may be running.
    let profile = format!("-env:UserInstallation=file://{}", at("profile").display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .args(files.iter().map(|(name, _)| at(name)))
        .output()
        .expect("soffice");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let text = |name: &str| {
        let pdf = at(Path::new(name).with_extension("pdf").to_str().expect("a name"));
        let run = Command::new("pdftotext")
            .args(["-layout", "-enc", "UTF-8"])
            .arg(&pdf)
            .arg("-")
            .output()
            .expect("pdftotext");
        assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).expect("UTF-8")
    };
    Some(files.iter().map(|(name, _)| ((*name).to_owned(), text(name))).collect())
}

/// How often each word stands in a text; a word that ends a line with its own hyphen goes on.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    let mut joined = String::new();
    for line in text.lines() {
        joined.push_str(line.trim());
        joined.push_str(if line.ends_with('-') { "" } else { "\n" });
    }
    let joined = joined.replace(['\u{a0}', '\u{202f}'], " ");
    for word in joined.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

#[test]
fn libreoffice_prints_every_word() {
    let (seed, evening) = (sittings::seed(), sittings::evening());
    let papers = [
        ("seed", document(&seed, &deliberation("04_2_01"))),
        ("seed-minutes", document(&seed, &Paper::Minutes)),
        ("evening", document(&evening, &Paper::Minutes)),
        ("sheet", document(&evening, &Paper::AttendanceSheet)),
        ("examined", document(&evening, &Paper::Examined)),
    ];
    let names: Vec<(String, Vec<u8>)> = papers
        .iter()
        .flat_map(|(name, document)| {
            BOTH.map(|format| {
                (format!("{name}-{0}.{0}", format.extension()), bytes(document, format, &Look::default()))
            })
        })
        .collect();
    let files: Vec<(&str, Vec<u8>)> = names.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let Some(printed) = printed(&files) else { return };
    for (name, bytes) in &names {
        let on_paper = words(&printed[name]);
        for (word, times) in words(&paragraphs(&body(bytes)).join("\n")) {
            let found = on_paper.get(&word).copied().unwrap_or(0);
            assert!(found >= times, "{name}: « {word} » {found} times on paper, {times} in the file");
        }
        assert!(printed[name].contains("page 1 / ") || printed[name].contains("page\u{a0}1\u{a0}/\u{a0}"), "{name}");
    }
    let pages = printed["evening-odt.odt"].matches('\u{c}').count();
    assert!(pages > 3, "several pages");
    assert_eq!(printed["evening-odt.odt"].matches("PROJET").count(), pages);
    assert_eq!(
        printed["evening-docx.docx"].matches("PROJET").count(),
        printed["evening-docx.docx"].matches('\u{c}').count()
    );
}
