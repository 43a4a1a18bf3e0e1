//! The one-page table of keys at the end of the guide, made from the table of keys.

use std::fmt::Write;

use hemicycle::app::context::Context;
use hemicycle::app::keymap::{Action, Binding, Stroke, rows};
use hemicycle::app::story::name_of;
use hemicycle::french::screen::help::Purpose;
use hemicycle::french::screen::labels::{DIGITS, LETTERS, TEXT};

/// What holds between them is made, not written.
pub const MARKS: (&str, &str) = ("<!-- touches : faites par le test, ne pas modifier -->\n", "<!-- fin des touches -->");

/// The parts of the table: a title, and whose keys.
const PARTS: [(&str, &[Context]); 10] = [
    ("À l’appel", &[Context::RollCall, Context::RollCallSearch]),
    ("À l’ordre du jour", &[Context::Agenda]),
    ("Pendant un vote", &[Context::Vote, Context::VoteSearch]),
    ("La fiche d’un membre", &[Context::Card]),
    ("La salle, par F3", &[Context::Movement, Context::MovementSearch]),
    ("Les notes, par F2", &[Context::Notes]),
    ("Le journal, par Ctrl-R", &[Context::Journal]),
    ("L’écran public, par Ctrl-E", &[Context::Display]),
    ("L’aperçu, par Tab ou Ctrl-P", &[Context::Paper]),
    ("Sans quorum, ou à la fin", &[Context::ReasonOfQuorum, Context::Closing]),
];

/// The gestures that hold nearly everywhere: told once, first.
const EVERYWHERE: [Action; 14] = [
    Action::Search,
    Action::Leave,
    Action::Undo,
    Action::Redo,
    Action::Notes,
    Action::Attendance,
    Action::Why,
    Action::Commands,
    Action::Help,
    Action::Paper,
    Action::Journal,
    Action::Display,
    Action::WhereWeAre,
    Action::Quit,
];

/// The table as Markdown.
pub fn table() -> String {
    let mut text = String::from("\n| touche | ce qu’elle fait |\n|---|---|\n");
    let vote = [Context::Vote, Context::VoteSearch];
    part(&mut text, "Presque partout", &vote, |binding| EVERYWHERE.contains(&binding.action));
    for (title, contexts) in PARTS {
        part(&mut text, title, contexts, |binding| {
            !EVERYWHERE.contains(&binding.action)
                && matches!(binding.action.purpose(), Purpose::Act | Purpose::Look)
                && !matches!(binding.action, Action::HowToQuit | Action::HowToClose | Action::AlreadySaved)
        });
    }
    text.push('\n');
    text
}

fn part(text: &mut String, title: &str, contexts: &[Context], is_told: impl Fn(&Binding) -> bool) {
    let mut told: Vec<(String, &str)> = vec![];
    for binding in contexts.iter().flat_map(|context| rows(*context)).filter(|binding| is_told(binding)) {
        let named: Vec<String> = binding.strokes.iter().map(|stroke| name(*stroke)).collect();
        let row = (named.join(" ou "), binding.label.long());
        // A row that holds with and without a name being typed is told once.
        if !told.iter().any(|(_, long)| *long == row.1) {
            told.push(row);
        }
    }
    writeln!(text, "| | *{title}* |").unwrap();
    for (keys, long) in told {
        writeln!(text, "| {keys} | {long} |").unwrap();
    }
}

fn name(stroke: Stroke) -> String {
    match stroke {
        Stroke::Is(key) => format!("**{}**", name_of(key)),
        Stroke::Letter | Stroke::NoDigit => LETTERS.to_owned(),
        Stroke::Digit => DIGITS.to_owned(),
        Stroke::Text => TEXT.to_owned(),
    }
}
