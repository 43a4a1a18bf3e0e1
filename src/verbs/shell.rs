//! `completions` and `manuel`: what the shell and `man` are told, from the one definition of the verbs.

mod manual;

use std::fmt::Write as _;

use clap::Command;
use clap_complete::Shell;

use super::Exit;
use crate::cli::{self, endings};
use crate::french::command_line as words;

pub use self::manual::page;

/// Writes the completions of that shell.
#[must_use]
pub fn completions(shell: &str) -> Exit {
    match script(shell) {
        Some(script) => {
            super::say(&script);
            Exit::Fine
        }
        None => Exit::unreadable(words::option::SHELL),
    }
}

/// Writes the manual page.
#[must_use]
pub fn manual() -> Exit {
    super::say(&page());
    Exit::Fine
}

/// The script of that shell, in which files are looked for by what the command takes.
#[must_use]
pub fn script(shell: &str) -> Option<String> {
    let shell: Shell = shell.parse().ok()?;
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut cli::program(), "hemicycle", &mut bytes);
    let script = String::from_utf8(bytes).ok()?;
    Some(match shell {
        Shell::Bash => bash(&script),
        Shell::Zsh => zsh(&script),
        Shell::Fish => fish(script),
        _ => script,
    })
}

/// Each verb that takes files, with how their names end; the first is the program without a verb.
fn verbs_with_files() -> Vec<(String, Vec<&'static str>)> {
    let program = cli::program();
    let takes = |verb: &Command| {
        let endings = verb.get_positionals().flat_map(|file| endings(verb.get_name(), file.get_id().as_str()));
        let mut endings: Vec<&'static str> = endings.copied().collect();
        endings.dedup();
        (!endings.is_empty()).then(|| (verb.get_name().to_owned(), endings))
    };
    let mut verbs: Vec<_> = takes(&program).into_iter().collect();
    verbs.extend(program.get_subcommands().filter_map(takes));
    verbs
}

/// The generator offers no file before an option is typed: a function around its own adds those that the verb takes.
fn bash(script: &str) -> String {
    let mut cases = String::new();
    for (verb, endings) in verbs_with_files() {
        // Without a verb, the names of the verbs stay on offer.
        let (label, kept) = if verb == "hemicycle" { ("*".to_owned(), r#""${COMPREPLY[@]}" "#) } else { (verb, "") };
        let pattern = format!("!*.@({})", endings.join("|"));
        let line = format!(
            "        {label}) COMPREPLY=( {kept}$(compgen -d -- \"$cur\") $(compgen -f -X '{pattern}' -- \"$cur\") ) ;;\n"
        );
        // The case that takes all comes last.
        if label == "*" {
            cases.push_str(&line);
        } else {
            cases.insert_str(0, &line);
        }
    }
    let valued: Vec<String> = options_with_values();
    let around = format!(
        r#"
_hemicycle_files() {{
    _hemicycle "$@"
    local cur="${{COMP_WORDS[COMP_CWORD]}}" prev="${{COMP_WORDS[COMP_CWORD-1]}}" verb="" IFS=$'\n'
    [[ "$cur" == -* ]] && return 0
    case "$prev" in
        {}) return 0 ;;
    esac
    [[ $COMP_CWORD -gt 1 ]] && verb="${{COMP_WORDS[1]}}"
    case "$verb" in
        {}) return 0 ;;
    esac
    shopt -q extglob || {{ shopt -s extglob; local restore=1; }}
    case "$verb" in
{cases}    esac
    [[ -n "$restore" ]] && shopt -u extglob
    compopt -o filenames 2>/dev/null
    return 0
}}
"#,
        valued.join("|"),
        verbs_without_files().join("|"),
    );
    let own = "    complete -F _hemicycle ";
    let script = script.replace(own, "    complete -F _hemicycle_files ");
    // The function stands before the line that registers it.
    let place = script.find("if [[ \"${BASH_VERSINFO[0]}\" -eq 4").unwrap_or(script.len());
    let (before, after) = script.split_at(place);
    format!("{}{around}\n{after}", before.trim_end())
}

/// The options behind which a value is expected: none of the files of the verb.
fn options_with_values() -> Vec<String> {
    let program = cli::program();
    let mut names = Vec::new();
    for verb in program.get_subcommands() {
        for option in verb.get_opts() {
            names.extend(option.get_long().map(|long| format!("--{long}")));
            names.extend(option.get_short().map(|short| format!("-{short}")));
        }
    }
    names.sort();
    names.dedup();
    names
}

fn verbs_without_files() -> Vec<String> {
    let with = verbs_with_files();
    let program = cli::program();
    let names = program.get_subcommands().map(|verb| verb.get_name().to_owned());
    names.filter(|name| !with.iter().any(|(verb, _)| verb == name)).collect()
}

/// Each line that looks for any file is told how the name ends, by the name of what it asks for.
fn zsh(script: &str) -> String {
    let mut verb = "hemicycle".to_owned();
    let mut told = String::new();
    for line in script.lines() {
        if let Some(name) = line.trim().strip_prefix('(').and_then(|line| line.strip_suffix(')')) {
            name.clone_into(&mut verb);
        }
        let asked = line.trim_start_matches(['\'', ':', '*']).split(" -- ").next().unwrap_or_default();
        let option = line.trim_start_matches('\'').trim_start_matches('-').split('=').next().unwrap_or_default();
        let endings = [asked, option].map(|name| endings(&verb, name)).concat();
        let glob = endings.iter().map(|ending| format!("*.{ending}")).collect::<Vec<_>>().join("|");
        if endings.is_empty() {
            told.push_str(line);
        } else {
            told.push_str(&line.replace(":_files'", &format!(":_files -g \"({glob})\"'")));
        }
        told.push('\n');
    }
    told
}

/// fish offers every file; those that the verb takes come first.
fn fish(mut script: String) -> String {
    for (verb, endings) in verbs_with_files() {
        let when = if verb == "hemicycle" {
            "__fish_hemicycle_needs_command".to_owned()
        } else {
            format!("__fish_hemicycle_using_subcommand {verb}")
        };
        for ending in endings {
            // Writing to a String does not fail.
            let _ = writeln!(script, "complete -c hemicycle -n \"{when}\" -k -a '(__fish_complete_suffix .{ending})'");
        }
    }
    script
}
