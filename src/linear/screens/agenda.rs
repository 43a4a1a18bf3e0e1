//! The agenda as it is heard: how many reports, and the one under the cursor with its state.

use crate::app::App;
use crate::council::agenda::Report;
use crate::council::sitting::{Progress, Stage};
use crate::council::way::Way;
use crate::french::kinds::About;
use crate::french::linear::{panels as words, place, votes};
use crate::french::screen::{agenda, said, titles, told};
use crate::french::{grammar, kinds};
use crate::linear::focus::Focus;

pub fn entry(app: &App) -> Vec<String> {
    let sitting = app.sitting();
    let reports = sitting.docket().agenda.reports();
    let (mut all, mut done) = (0, 0);
    for report in reports {
        all += 1;
        done += usize::from(matches!(sitting.progress(&report.id), Some(Progress::Done(_))));
    }
    vec![words::agenda(all, done)]
}

pub fn focus(app: &App) -> Option<Focus> {
    let sitting = app.sitting();
    let at = app.agenda().place();
    let all = sitting.docket().agenda.reports().count();
    match sitting.docket().agenda.reports().nth(at) {
        Some(report) => Some(Focus::new(report.id.as_str(), told(app, report, &place(at, all)))),
        None if sitting.stage() == Stage::Open => {
            Some(Focus::on(format!("{}. {}", titles::CLOSE, titles::left_to_examine(app.sitting().left_to_examine()))))
        }
        None => None,
    }
}

/// The report, its state first: « 07, à examiner, délibération : Tarifs… Rapporteur Léa MARTINET. 7 sur 12. »
fn told(app: &App, report: &Report, place: &str) -> String {
    let sitting = app.sitting();
    let roster = &sitting.docket().roster;
    let rapporteur = sitting.rapporteur(report).and_then(|id| roster.get(id)).map(|member| member.name.spoken());
    let mut parts = vec![votes::report_of(report, &state(app, report), rapporteur.as_deref())];
    if let Some(chapter) = sitting.docket().agenda.chapter_of(&report.id) {
        parts.push(chapter.to_owned());
    }
    if !matches!(sitting.progress(&report.id), Some(Progress::Done(_))) {
        let waiting = sitting.handling(&report.id).pending().count();
        parts.extend((waiting > 0).then(|| told::waiting(waiting)));
        let others: Vec<String> =
            sitting.announced_with(report).filter(|id| **id != report.id).map(ToString::to_string).collect();
        parts.extend((!others.is_empty()).then(|| told::voted_with(&others)));
        let (majority, _) = sitting.majority(&report.id);
        parts.extend(majority.is_special().then(|| grammar::capitalised(kinds::majority(majority))));
    }
    parts.push(place.to_owned());
    let ended = parts.iter().map(|part| format!("{}.", part.trim_end_matches('.')));
    ended.collect::<Vec<_>>().join(" ")
}

fn state(app: &App, report: &Report) -> String {
    let sitting = app.sitting();
    let words = match sitting.progress(&report.id) {
        None if sitting.stage().is_over() => titles::NOT_EXAMINED.to_owned(),
        None => titles::ANNOUNCED.to_owned(),
        Some(Progress::Opened(vote)) if vote.way == Way::WithoutVote => titles::UNDER_WAY.to_owned(),
        Some(Progress::Opened(_)) => titles::IN_PROGRESS.to_owned(),
        Some(Progress::Done(done)) => {
            agenda::done(&said::result(About::Text(report.kind), done.tally.as_ref(), done.outcome), done.at)
        }
    };
    grammar::uncapitalised(&words)
}
