//! The one-page table of keys at the end of the guide, made from the table of keys.

use std::fmt::Write;

use hemicycle::app::context::Context;
use hemicycle::app::keymap::{Action, Binding, Stroke, rows};
use hemicycle::app::story::name_of;
use hemicycle::french::screen::help::Purpose;
use hemicycle::french::screen::labels::{DIGITS, LETTERS, TEXT};

/// What holds between them is made, not written.
pub const MARKS: (&str, &str) =
    ("<!-- touches : faites par le test, ne pas modifier -->\n", "<!-- fin des touches -->");

/// The parts of the table: a title, and whose keys.
const PARTS: [(&str, &[Context]); 10] = [
    ("À l’appel", &[Context::RollCall, Context::RollCallSearch]),
    ("À l’ordre du jour", &[Context::Agenda]),
    ("Pendant un vote", &[Context::Vote, Context::VoteSearch]),
    ("La salle, par F3", &[Context::Movement, Context::MovementSearch]),
    ("Les notes, par F2", &[Context::Notes]),
    ("Le journal, par Ctrl-R", &[Context::Journal]),
    ("L’écran public, par Ctrl-E", &[Context::Display]),
    ("L’aperçu, par Tab ou Ctrl-P", &[Context::Paper]),
    ("Sans quorum, ou à la fin", &[Context::ReasonOfQuorum, Context::Closing]),
    ("Quand une action n’est pas enregistrée", &[Context::TakenAway]),
];

/// The gestures that hold nearly everywhere: told once, first, in this order.
const EVERYWHERE: [Action; 15] = [
    Action::Search,
    Action::Leave,
    Action::Undo,
    Action::Redo,
    Action::Help,
    Action::Commands,
    Action::Notes,
    Action::Attendance,
    Action::Why,
    Action::Paper,
    Action::Journal,
    Action::Display,
    Action::WhereWeAre,
    Action::PutBack,
    Action::Quit,
];

/// What only reminds of another key.
const REMINDERS: [Action; 3] = [Action::HowToQuit, Action::HowToClose, Action::AlreadySaved];

/// The table as Markdown.
pub fn table() -> String {
    let mut text = String::from("\n| touche | ce qu’elle fait |\n|---|---|\n");
    let vote = [Context::Vote, Context::VoteSearch];
    writeln!(text, "| | *Presque partout* |").unwrap();
    for action in EVERYWHERE {
        // A space in a name searches too: nobody looks for it in a table.
        let by_a_key = |binding: &Binding| action == Action::Search && binding.strokes.iter().copied().all(is_a_key);
        part(&mut text, &vote, |binding| binding.action == action && !by_a_key(binding));
    }
    for (title, contexts) in PARTS {
        writeln!(text, "| | *{title}* |").unwrap();
        part(&mut text, contexts, |binding| {
            let is_of_the_screen =
                matches!(binding.action.purpose(), Purpose::Act | Purpose::Look) || binding.action == Action::GiveUp;
            is_of_the_screen && !EVERYWHERE.contains(&binding.action) && !REMINDERS.contains(&binding.action)
        });
    }
    text.push('\n');
    text
}

fn is_a_key(stroke: Stroke) -> bool {
    matches!(stroke, Stroke::Is(_))
}

fn part(text: &mut String, contexts: &[Context], is_told: impl Fn(&Binding) -> bool) {
    let mut told: Vec<&str> = vec![];
    for (place, context) in contexts.iter().enumerate() {
        for binding in rows(*context).filter(|binding| is_told(binding)) {
            // A row that holds with and without a name being typed is told once.
            if told.contains(&binding.label.long()) {
                continue;
            }
            told.push(binding.label.long());
            let named: Vec<String> = binding.strokes.iter().map(|stroke| name(*stroke)).collect();
            let first = if place > 0 { "un nom, puis " } else { "" };
            writeln!(text, "| {first}{} | {} |", named.join(" ou "), binding.label.long()).unwrap();
        }
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
