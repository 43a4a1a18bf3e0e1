//! One place writes words to standard output and standard error: read from the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// What writes to the outside.
const SINKS: [&str; 9] =
    ["println!", "print!(", "dbg!", "stdout()", "stderr()", "SetTitle", "\\x1b]", "io::Write", "csv::Writer"];

/// Who may, and what for.
const MAY: &[(&str, &[&str], &str)] = &[
    ("verbs/said.rs", &["stdout()", "stderr()", "io::Write"], "the one place that says words"),
    ("verbs/output.rs", &["stdout()", "io::Write"], "the bytes of a paper, whose writer made them plain"),
    ("verbs/create.rs", &["stdout()", "io::Write"], "hands it to the dialogue"),
    ("verbs/create/dialogue.rs", &["io::Write"], "asks through `tell`"),
    ("verbs/all_papers.rs", &["stderr()"], "hands it to the progress"),
    ("verbs/progress.rs", &["io::Write"], "two figures on one line that is rewritten"),
    ("desk.rs", &["stdout()"], "takes the terminal and gives it back; hands it to a face"),
    ("display.rs", &["stdout()"], "hands it to the screen, or to `tell`"),
    ("home.rs", &["stdout()"], "hands it to the screen"),
    ("run/face.rs", &["io::Write"], "lines, each made plain"),
    ("tui/economy.rs", &["io::Write"], "the cells of the screen"),
    ("tui/terminal.rs", &["io::Write"], "takes the terminal and gives it back"),
    ("papers/render/office/package.rs", &["io::Write"], "a zip in memory"),
];

/// The sources below `src`, without the store, which writes files, without comments and without their tests.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut found, mut folders) = (Vec::new(), vec![root.clone()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.strip_prefix(&root).unwrap().to_path_buf();
            if path.is_dir() && name != Path::new("store") {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
                let lines: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
                found.push((name, lines.join("\n")));
            }
        }
    }
    assert!(found.len() > 200, "the sources were not found");
    found
}

/// The sinks that a source names. Whether the terminal is one may be asked by all; formatting into a text is none.
fn sinks(code: &str) -> Vec<&'static str> {
    let code = code.replace("stdout().is_terminal()", "").replace("stderr().is_terminal()", "");
    let imports = code.split("use std::io").skip(1).filter_map(|rest| rest.split(';').next());
    let writes = imports.into_iter().any(|list| list.split(|c: char| !c.is_alphanumeric()).any(|word| word == "Write"));
    let names =
        |sink: &&str| if *sink == "io::Write" { writes || code.contains("io::Write") } else { code.contains(*sink) };
    SINKS.into_iter().filter(names).collect()
}

#[test]
fn case_51_only_the_one_place_that_makes_words_plain_writes_them_out() {
    for (path, code) in sources() {
        let may = MAY.iter().find(|(known, _, _)| path == Path::new(known)).map_or(&[][..], |(_, may, _)| may);
        let too_many: Vec<&str> = sinks(&code).into_iter().filter(|sink| !may.contains(sink)).collect();
        assert!(
            too_many.is_empty(),
            "{}: {too_many:?}: say it through verbs::say, complain, ask or tell",
            path.display()
        );
    }
}

#[test]
fn case_51_goes_red_for_a_line_that_is_written_elsewhere() {
    assert_eq!(sinks("fn f() { println!(\"{name}\"); }"), ["println!"]);
    assert_eq!(sinks("fn f() { eprint!(\"{name}\"); }"), ["print!("]);
    assert_eq!(sinks("use std::io::{self, Read, Write};"), ["io::Write"]);
    assert_eq!(sinks("write!(std::io::stderr(), \"{name}\")"), ["stderr()"]);
    assert_eq!(sinks("use std::fmt::Write as _; if stdout().is_terminal() {}"), [""; 0]);
}
