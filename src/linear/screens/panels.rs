//! The small panels as they are heard: what is wrong, what each key does, the text typed.

use crate::app::App;
use crate::app::context::Context;
use crate::app::display::{DisplayPanel, Wanted};
use crate::app::help::HelpPanel;
use crate::app::panels::ReasonPanel;
use crate::app::shelter::Unrecorded;
use crate::council::finding::Finding;
use crate::french::findings;
use crate::french::linear::{keys as key_words, panels as words, place};
use crate::french::screen::{display, said, shelter, titles};
use crate::linear::focus::Focus;
use crate::linear::keys;

/// An action that could not be recorded.
pub fn not_recorded(app: &App, failed: &Unrecorded) -> Vec<String> {
    let help = shelter::help(failed.elsewhere, failed.anew, app.sheltered().is_some());
    vec![format!("{}. {}", titles::NOT_RECORDED, failed.why), help]
}

/// An irregular step: each finding with its article and what to do, the keys, the reason as it stands.
pub fn reason(app: &App, shown: &ReasonPanel) -> Vec<String> {
    let roster = &app.sitting().docket().roster;
    let told = |finding: &Finding| {
        let sentence = findings::sentence_with_article(finding, roster);
        format!("{} {sentence} {}", finding.code(), findings::next_step(finding))
    };
    let mut lines = vec![titles::IRREGULAR.to_owned()];
    lines.extend(shown.findings.iter().map(told));
    lines.push(match shown.context() {
        Context::ReasonOfQuorum | Context::ReasonOfOpening => {
            titles::instead_of_going_on(app.sitting().stage()).to_owned()
        }
        Context::ReasonOfChair => titles::put_right(&shown.findings).to_owned(),
        _ => words::GO_ON_OR_NOT.to_owned(),
    });
    lines
}

pub fn focus_of_the_reason(shown: &ReasonPanel) -> Focus {
    Focus::new("", words::reason(&shown.text))
}

/// « Lever la séance ? »
pub fn closing(app: &App) -> Vec<String> {
    let question = titles::close_question(app.sitting().left_to_examine());
    vec![format!("{question} {}", titles::CLOSE_FOR_GOOD), said::HOW_TO_CLOSE.to_owned()]
}

/// « Ajourner faute de quorum ? »
pub fn adjourning(app: &App) -> Vec<String> {
    let quorum = said::sentence(&findings::quorum(&app.sitting().quorum()));
    let question = format!("{} {quorum} {}", titles::ADJOURN, titles::CLOSE_FOR_GOOD);
    vec![question, words::HOW_TO_ADJOURN.to_owned()]
}

/// What the public display shows.
pub fn display(app: &App) -> Vec<String> {
    vec![format!("{}. {}", display::TITLE, display::now(&app.display())), words::HOW_TO_DISPLAY.to_owned()]
}

pub fn focus_of_the_display(app: &App, shown: DisplayPanel) -> Option<Focus> {
    let (word, what) = Wanted::ALL.get(shown.at)?.row(app.display().live);
    Some(Focus::new(word, display::line((word, what))))
}

/// What a screen is for, and its keys, one by one with the arrows.
pub fn help(shown: &HelpPanel) -> Vec<String> {
    vec![key_words::title(shown.screen(), shown.keys().len()), shown.about()]
}

pub fn focus_of_the_help(shown: &HelpPanel) -> Option<Focus> {
    let keys = shown.keys();
    let (heading, binding) = keys.get(shown.scroll)?;
    let heading = heading.map(|purpose| format!("{}. ", purpose.name())).unwrap_or_default();
    Some(Focus::on(format!("{heading}{} ; {}", keys::line(binding), place(shown.scroll, keys.len()))))
}
