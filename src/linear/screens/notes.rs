//! The notes as they are heard: the line that the caret is in.

use crate::app::App;
use crate::app::notes::NotesPanel;
use crate::app::notes::keeping::Keeping;
use crate::french::linear::panels as words;
use crate::french::screen::notes;
use crate::linear::focus::Focus;
use crate::linear::typed::Typed;

pub fn entry(app: &App, shown: &NotesPanel) -> Vec<String> {
    let text = app.notebook().text(&shown.report);
    let mut lines = vec![words::notes(shown.report.as_str(), text.lines().count())];
    if let Some(why) = app.notebook().unreadable(&shown.report) {
        lines.push(why.to_owned());
    } else if !app.may_note(&shown.report) {
        lines.push(notes::ONLY_READ.to_owned());
    } else if text.is_empty() {
        lines.push(notes::EMPTY.to_owned());
    }
    if let Keeping::NotSaved(why) = app.notebook().keeping(&shown.report) {
        lines.push(format!("{} : {why}", notes::NOT_SAVED));
    } else if let Some((other, why)) = app.notebook().failure() {
        lines.push(notes::not_saved_elsewhere(other, why));
    }
    lines
}

pub fn focus(app: &App, shown: &NotesPanel) -> Option<Focus> {
    let typed = Typed::of(app)?;
    let line = typed.line();
    let text = app.notebook().text(&shown.report);
    let line = if line.trim().is_empty() { words::EMPTY_LINE } else { line };
    (!text.is_empty()).then(|| Focus::new("", line))
}
