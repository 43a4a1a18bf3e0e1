//! What the shell and `man` are told of the program: every verb, every option, in French.

#[path = "common/skip.rs"]
mod skip;

use std::fs;
use std::process::Command as Process;

use clap::Command;
use hemicycle::cli;
use hemicycle::french::command_line::{GROUPS, SHELLS, manual};
use hemicycle::verbs::{page, script};

/// Every verb, those of `modeles` included.
fn verbs() -> Vec<Command> {
    let program = cli::program();
    let of = |verb: &Command| verb.get_subcommands().cloned().chain([verb.clone()]).collect::<Vec<_>>();
    program.get_subcommands().flat_map(of).collect()
}

fn options_of(verb: &Command) -> Vec<String> {
    verb.get_arguments().filter_map(|option| option.get_long().map(ToOwned::to_owned)).collect()
}

fn is_there(program: &str) -> bool {
    Process::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

#[test]
fn the_scripts_name_every_verb_and_every_option() {
    for shell in SHELLS {
        let script = script(shell).unwrap();
        for verb in verbs() {
            assert!(script.contains(verb.get_name()), "{shell}: {}", verb.get_name());
            for option in options_of(&verb) {
                assert!(script.contains(&option), "{shell}: {} --{option}", verb.get_name());
            }
        }
    }
    assert_eq!(script("csh"), None);
}

#[test]
fn bash_reads_its_script_and_offers_verbs_options_folders_and_the_files_that_the_verb_takes() {
    if !is_there("bash") {
        skip::skip("bash");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let script_path = folder.path().join("completions.bash");
    fs::write(&script_path, script("bash").unwrap()).unwrap();
    let read = Process::new("bash").arg("-n").arg(&script_path).output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let here = folder.path().join("here");
    fs::create_dir(&here).unwrap();
    fs::create_dir(here.join("dossier")).unwrap();
    for name in ["ma séance.ron", "elus.csv", "modele.odt", "seance.journal", "notes.txt"] {
        fs::write(here.join(name), "").unwrap();
    }
    let offered = |words: &[&str]| -> Vec<String> {
        let typed: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
        let (last, before) = (words[words.len() - 1], words[words.len() - 2]);
        let asks = format!(
            "source '{}'; cd '{}'; COMP_WORDS=({}); COMP_CWORD={}; _hemicycle_files hemicycle '{last}' '{before}'; \
             printf '%s\\n' \"${{COMPREPLY[@]}}\"",
            script_path.display(),
            here.display(),
            typed.join(" "),
            words.len() - 1
        );
        let output = Process::new("bash").args(["--norc", "-c", &asks]).output().unwrap();
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let mut offered: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
        offered.retain(|line| !line.is_empty());
        offered.sort();
        offered
    };
    assert_eq!(offered(&["hemicycle", "ouvrir", ""]), ["dossier", "ma séance.ron"]);
    assert_eq!(offered(&["hemicycle", "sceau", ""]), ["dossier", "ma séance.ron", "seance.journal"]);
    assert_eq!(offered(&["hemicycle", "ouvrir", "--l"]), ["--lineaire"]);
    assert_eq!(offered(&["hemicycle", "pv", "x.ron", "--format", "od"]), ["odt"]);
    assert_eq!(offered(&["hemicycle", "completions", ""]).len(), 5);
    let first = offered(&["hemicycle", ""]);
    for wanted in ["ouvrir", "creer", "manuel", "ma séance.ron", "dossier"] {
        assert!(first.iter().any(|offered| offered == wanted), "{wanted}: {first:?}");
    }
    assert!(!first.iter().any(|offered| offered == "notes.txt"), "{first:?}");
}

#[test]
fn zsh_and_fish_are_told_how_a_session_file_ends() {
    assert!(script("zsh").unwrap().contains("_files -g \"(*.ron)\""));
    assert!(script("zsh").unwrap().contains("_files -g \"(*.ron|*.journal|*.pdf)\""));
    assert!(script("fish").unwrap().contains("__fish_complete_suffix .ron"));
}

#[test]
fn every_verb_stands_in_one_group_of_the_help() {
    let mut grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
    let program = cli::program();
    let mut verbs: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
    grouped.sort_unstable();
    verbs.sort_unstable();
    assert_eq!(grouped, verbs);
}

#[test]
fn the_manual_page_names_every_verb_and_option_under_french_headings() {
    let page = page();
    let plain = page.replace("\\-", "-");
    for verb in verbs() {
        assert!(
            plain.contains(&format!(".SS {}", verb.get_name())) || plain.contains(&format!(" {}\"", verb.get_name()))
        );
        for option in options_of(&verb) {
            assert!(plain.contains(&format!("--{option}")), "{} --{option}", verb.get_name());
        }
    }
    let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    for wanted in [manual::NAME, manual::SYNOPSIS, manual::DESCRIPTION, manual::EXAMPLES, manual::FILES] {
        assert!(headings.contains(&wanted), "{wanted}: {headings:?}");
    }
    for english in ["NAME", "COMMANDS", "SUBCOMMANDS", "EXTRA", "AUTHORS", "Possible values", "default", "..."] {
        assert!(!page.contains(english), "{english}");
    }
}

#[test]
fn man_renders_the_page_without_a_complaint() {
    if !is_there("man") || !is_there("groff") {
        skip::skip("man");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hemicycle.1");
    fs::write(&path, page()).unwrap();
    let rendered = Process::new("man")
        .args(["--warnings=all", "-l"])
        .arg(&path)
        .env("MANWIDTH", "80")
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap();
    assert!(rendered.status.success() && rendered.stderr.is_empty(), "{}", String::from_utf8_lossy(&rendered.stderr));
    let text = String::from_utf8(rendered.stdout).unwrap();
    for wanted in ["NOM", "verifier", "--lineaire", "CODES DE SORTIE", "Manuel d’hemicycle"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80));
}
