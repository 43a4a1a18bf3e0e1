//! The manual page: one page for all verbs, each with its options.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};

use crate::cli;
use crate::french::command_line::{self as words, manual as headings};
use crate::french::typography::{NARROW_NO_BREAK, NO_BREAK, typeset};

/// The page, as `man` reads it.
#[must_use]
pub fn page() -> String {
    let mut program = cli::program();
    program.build();
    let mut roff = Roff::new();
    // Words are not stretched to the margin, which would part them from the signs behind them.
    roff.control("ad", ["l"]);
    roff.control("nh", []);
    let source = format!("hemicycle {}", env!("CARGO_PKG_VERSION"));
    // No date: the same program gives the same page.
    roff.control("TH", ["hemicycle", "1", "\u{a0}", source.as_str(), headings::BOOK]);
    let about = program.get_about().map(ToString::to_string).unwrap_or_default();
    heading(&mut roff, headings::NAME);
    roff.text([said(words::manual_name(&about))]);
    heading(&mut roff, headings::SYNOPSIS);
    usage(&mut roff, &program);
    heading(&mut roff, headings::DESCRIPTION);
    for (place, paragraph) in headings::ABOUT.iter().enumerate() {
        if place > 0 {
            roff.control("PP", []);
        }
        roff.text([said(*paragraph)]);
    }
    let mut page = roff.to_roff();
    page.push_str(&section(headings::OPTIONS, &options(&program)));
    for (title, names) in words::GROUPS {
        page.push_str(&section(&words::manual_group(title), ""));
        for verb in names.iter().filter_map(|name| program.find_subcommand(name)) {
            page.push_str(&of_a_verb(verb, verb.get_name()));
            for below in verb.get_subcommands() {
                page.push_str(&of_a_verb(below, &format!("{} {}", verb.get_name(), below.get_name())));
            }
        }
    }
    page.push_str(&pairs(headings::EXAMPLES, words::EXAMPLES));
    page.push_str(&pairs(headings::EXIT_CODES, words::EXIT_CODES));
    page.push_str(&pairs(headings::EXIT_CODES_OF_THE_SEAL, words::EXIT_CODES_OF_THE_SEAL));
    page.push_str(&pairs(headings::FILES, headings::FILES_OF));
    page
}

/// A text with its spaces before signs, in the one space that `man` knows not to break.
fn said(text: impl AsRef<str>) -> Inline {
    roman(held(text.as_ref()))
}

fn held(text: &str) -> String {
    typeset(text).chars().map(|character| if character == NARROW_NO_BREAK { NO_BREAK } else { character }).collect()
}

fn heading(roff: &mut Roff, title: &str) {
    roff.control("SH", [title]);
}

/// A section whose text is written already.
fn section(title: &str, text: &str) -> String {
    let mut roff = Roff::new();
    heading(&mut roff, title);
    format!("{}{text}", roff.to_roff())
}

/// What a verb does, how it is typed, its options.
fn of_a_verb(verb: &Command, name: &str) -> String {
    let mut roff = Roff::new();
    roff.control("SS", [name]);
    roff.text([said(verb.get_about().map(ToString::to_string).unwrap_or_default())]);
    roff.control("PP", []);
    usage(&mut roff, verb);
    format!("{}{}", roff.to_roff(), options(verb))
}

/// The lines of the usage, one under the other.
fn usage(roff: &mut Roff, verb: &Command) {
    let usage = verb.get_overridden_usage().map(ToString::to_string).unwrap_or_default();
    let mut inlines: Vec<Inline> = Vec::new();
    for line in usage.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !inlines.is_empty() {
            roff.text(std::mem::take(&mut inlines));
            roff.control("br", []);
        }
        let (program, rest) = line.split_once(' ').unwrap_or((line, ""));
        inlines.extend([bold(program), said(format!(" {rest}"))]);
    }
    roff.text(inlines);
}

/// The options and files of a verb, as the library lists them, without its heading.
fn options(verb: &Command) -> String {
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    let _ = Man::new(verb.clone()).render_options_section(&mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    let listed = text.split_once(".SH OPTIONS\n").map_or("", |(_, listed)| listed);
    let listed = listed.replace(">...", &format!(">{}", headings::SEVERAL));
    // A line of the library's own begins with a point; the others are texts.
    let line = |line: &str| if line.starts_with('.') { format!("{line}\n") } else { format!("{}\n", held(line)) };
    listed.lines().map(line).collect()
}

/// A section of things, each with its words.
fn pairs(title: &str, pairs: &[(&str, &str)]) -> String {
    let mut roff = Roff::new();
    heading(&mut roff, title);
    for (thing, meaning) in pairs {
        roff.control("TP", []);
        roff.text([bold(*thing)]);
        roff.text([said(*meaning)]);
    }
    roff.to_roff()
}
