//! The questions of a gesture as they are heard, with the answers.

use crate::app::App;
use crate::app::gesture::{Gesturing, Question};
use crate::app::typed_hour::TypedHour;
use crate::council::id::MemberId;
use crate::french::linear::{panels, place, votes};
use crate::french::screen::gesture::{self as words, Gesture};
use crate::french::screen::{roll_call, titles};
use crate::linear::focus::Focus;
use crate::linear::search;

pub fn entry(app: &App, asked: &Gesturing) -> Vec<String> {
    let sitting = app.sitting();
    let title = asked.gesture().map_or(titles::COMMANDS, Gesture::name);
    let title = if asked.is_about_several(sitting) {
        words::about_several(title)
    } else {
        words::titled(title, asked.about(sitting).as_ref())
    };
    let mut lines = Vec::new();
    // What is asked comes first; the name of the gesture once, with its first question.
    if asked.answers.len() <= 1 {
        lines.push(format!("{title}."));
    }
    let mut question = asked.question.ask().words().to_owned();
    let more = beside(app, asked);
    if !more.is_empty() && !question.ends_with('?') {
        question.push('.');
    }
    for more in more {
        question = format!("{question} {more}.");
    }
    lines.push(question);
    lines
}

/// What stands beside the question: how many voices, what Enter takes, how it is typed.
fn beside(app: &App, asked: &Gesturing) -> Vec<String> {
    let by_default = |answer: &str| words::by_default(answer);
    let hint = |hint: &str| hint.trim_end_matches('.').to_owned();
    match &asked.question {
        Question::Choice { .. } => vec![],
        Question::Ticks { with, .. } => {
            let with = with.iter().map(|with| with.label(app.sitting()));
            with.chain([panels::HOW_TO_TICK.to_owned()]).collect()
        }
        Question::Member { default, nobody, .. } => {
            let default = match default {
                Some(member) => Some(listed(member, app)),
                None if *nobody && asked.gesture() == Some(Gesture::Rectify) => Some(words::THAT_IS_ALL.to_owned()),
                None => nobody.then(|| words::NOBODY.to_owned()),
            };
            let default = default.map(|default| by_default(&default));
            default.into_iter().chain([hint(words::SEARCH_HINT)]).collect()
        }
        Question::Members { default, nobody, needed, .. } => {
            let default = match (asked.chosen.is_empty(), default.is_empty()) {
                (false, _) => Some(words::THESE.to_owned()),
                (true, false) => Some(default.iter().map(|id| listed(id, app)).collect::<Vec<_>>().join(", ")),
                (true, true) => nobody.then(|| words::NOBODY.to_owned()),
            };
            let needed = needed.map(|needed| words::asked(asked.question.ask(), 0, needed));
            let default = default.map(|default| by_default(&default));
            needed.into_iter().chain(default).chain([hint(words::SEVERAL_HINT)]).collect()
        }
        Question::Number { most, left, default, .. } => {
            let default = default.map_or_else(|| words::THE_REST.to_owned(), |number| number.to_string());
            vec![words::number_hint(asked.question.ask(), *most, *left), by_default(&default)]
        }
        Question::Hour { .. } => vec![hint(words::HOUR_HINT)],
        Question::Date { .. } => vec![hint(words::DATE_HINT)],
        Question::Text { may_be_empty, default, .. } => {
            let standing = (!default.is_empty()).then(|| default.clone());
            let nothing = (*may_be_empty && default.is_empty()).then(|| by_default(words::NOTHING));
            standing.into_iter().chain(nothing).collect()
        }
    }
}

fn listed(member: &MemberId, app: &App) -> String {
    app.sitting().docket().roster.listed(member)
}

/// What is typed to look for a member or an answer.
pub fn typed(asked: &Gesturing) -> &str {
    match &asked.question {
        Question::Choice { .. } | Question::Ticks { .. } => &asked.typed,
        Question::Member { .. } | Question::Members { .. } => asked.picker.typed(),
        _ => "",
    }
}

/// The rows that are ticked.
pub fn ticked(app: &App, asked: &Gesturing) -> Vec<String> {
    match &asked.question {
        Question::Ticks { items, .. } => {
            let ticked = items.iter().filter(|item| asked.ticked.contains(item));
            ticked.map(|item| item.label(app.sitting())).collect()
        }
        _ => vec![],
    }
}

pub fn focus(app: &App, asked: &Gesturing) -> Option<Focus> {
    let sitting = app.sitting();
    match &asked.question {
        Question::Choice { .. } | Question::Ticks { .. } => {
            let items = asked.visible(sitting);
            let Some(item) = items.get(asked.at) else { return Some(Focus::on(words::NO_ANSWER)) };
            let place = place(asked.at, items.len());
            let is_ticks = matches!(asked.question, Question::Ticks { .. });
            let ticked = is_ticks.then(|| panels::ticked(asked.ticked.contains(item)).to_owned());
            let label = item.label(sitting);
            let line = votes::hit(&label, &ticked.into_iter().collect::<Vec<_>>(), &place);
            Some(Focus::new(label, line))
        }
        Question::Member { .. } => search::focus(app, &asked.picker, None),
        Question::Members { needed, .. } => {
            search::focus(app, &asked.picker, None).or_else(|| chosen(app, asked, *needed))
        }
        Question::Hour { .. } => (!asked.hour.is_empty()).then(|| hour(&asked.hour)),
        Question::Number { .. } | Question::Date { .. } | Question::Text { .. } => {
            (!asked.typed.is_empty()).then(|| Focus::new("", asked.typed.as_str()))
        }
    }
}

/// « 2 demandeurs, il en faut 7 : il en manque 5. Choix : AUBRY Paul, CHAZAL Hélène »: what grows stands last.
fn chosen(app: &App, asked: &Gesturing, needed: Option<u32>) -> Option<Focus> {
    let names: Vec<String> = asked.chosen.iter().map(|member| listed(member, app)).collect();
    let askers = u32::try_from(names.len()).unwrap_or(u32::MAX);
    let needed =
        needed.map(|needed| format!("{}. ", words::asked(asked.question.ask(), askers, needed))).unwrap_or_default();
    (!names.is_empty()).then(|| Focus::on(format!("{needed}{} {}", words::CHOSEN, names.join(", "))))
}

/// « Heure : 18 h 4 », as far as it is typed.
pub fn hour(hour: &TypedHour) -> Focus {
    Focus::on(panels::hour(&roll_call::typed_hour(hour.digits())))
}
