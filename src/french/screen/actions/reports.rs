//! What was done to a report or its vote, in words: opened, put to the vote, recorded otherwise, ended.

use crate::council::ballot::Choice;
use crate::council::event::Event;
use crate::council::id::{MemberId, ReportId};
use crate::council::outcome::Outcome;
use crate::council::proposal::ProposalId;
use crate::council::sitting::{Progress, Sitting};
use crate::council::voices as marked;
use crate::council::way::Way;
use crate::french::grammar::of_the;
use crate::french::kinds::About;
use crate::french::numbers::{count, enumerate};
use crate::french::screen::said::result;
use crate::french::screen::told;
use crate::french::{figures, kinds};

use super::ballots;

/// The words of one fact among those of its action; `None` for one that another says already.
pub(super) fn in_words(event: &Event, events: &[Event], sitting: &Sitting) -> Option<String> {
    let roster = &sitting.docket().roster;
    Some(match event {
        Event::ReportOpened { report, .. } => return opened(report, events, sitting),
        Event::Proclaimed { report, on, tally, outcome, .. } => {
            let kind = sitting.docket().agenda.report(report)?.kind;
            let result = result(About::of(kind, on.as_ref()), tally.as_ref(), *outcome);
            return if let Some(on) = on {
                Some(proclaimed_before_the_text(on, &result))
            } else {
                // Who is elected says more than that somebody is.
                let elected = ballots::elected(report, sitting).filter(|_| *outcome == Outcome::Elected);
                ended(report, *outcome, &elected.unwrap_or(result), events)
            };
        }
        Event::GroupLeft(left) => format!("rapport n° {} sorti du vote groupé", left.report),
        Event::ProposalFiled(filed) => {
            let e = kinds::ending(&filed.id);
            let put = if filed.put { format!(" et mis{e} aux voix") } else { String::new() };
            let word = match filed.id {
                ProposalId::Amendment(_) => "déposé",
                ProposalId::PreviousQuestion => "posé",
                ProposalId::Part(_) | ProposalId::Postponement => "demandé",
            };
            format!("{} {word}{e}{put}", told::name(&filed.id))
        }
        Event::ProposalOpened(opened) => {
            let e = kinds::ending(&opened.id);
            format!("{} mis{e} aux voix, chacun est présumé pour", told::name(&opened.id))
        }
        Event::ProposalDropped(dropped) => {
            let how = kinds::agreed(&dropped.id, kinds::dropped(dropped.how));
            format!("{} : {how}", told::name(&dropped.id))
        }
        Event::WayChosen(chosen) if chosen.way == Way::WithoutVote => "rapport sans vote".to_owned(),
        Event::WayChosen(chosen) => format!("vote relevé {}", kinds::way(chosen.way)),
        Event::VoicesCounted(counted) => {
            let mut parts = vec![
                format!("{} pour", counted.for_),
                format!("{} contre", counted.against),
                count(counted.abstentions, "abstention", "abstentions"),
            ];
            if counted.not_taking_part > 0 {
                parts.push(format!("{} ne prenant pas part", counted.not_taking_part));
            }
            format!("chiffres notés : {}", enumerate(&parts))
        }
        Event::ResultStated(stated) => format!("résultat noté : {}", kinds::stated(stated.result)),
        Event::BallotAsked(asked) => {
            let askers = count(asked.asked_by.len(), "demandeur", "demandeurs");
            if asked.refused {
                format!("demande de scrutin public consignée ({askers})")
            } else {
                format!("scrutin public ({askers})")
            }
        }
        Event::MajorityChosen(chosen) => {
            format!("rapport n° {} à la {} ({})", chosen.report, kinds::majority(chosen.majority), chosen.reason)
        }
        Event::TextChanged(changed) => format!("texte du rapport n° {} modifié en séance", changed.report),
        Event::ReportAdded(added) => format!("rapport n° {} ajouté à l’ordre du jour", added.report),
        Event::RemarkMade(made) => format!("remarque notée sur le rapport n° {}", made.report),
        Event::CandidatesNamed(named) if named.candidates.is_empty() => {
            format!("plus de candidature pour le rapport n° {}", named.report)
        }
        Event::CandidatesNamed(named) => {
            let who: Vec<String> = named.candidates.iter().map(|member| roster.listed(member)).collect();
            let word = if who.len() > 1 { "candidatures" } else { "candidature" };
            format!("{word} : {}", enumerate(&who))
        }
        _ => return None,
    })
}

/// « rapport n° 07 ouvert, chacun est présumé pour »; of several in one vote, the first says all.
fn opened(report: &ReportId, events: &[Event], sitting: &Sitting) -> Option<String> {
    let opened = || {
        events.iter().filter_map(|event| match event {
            Event::ReportOpened { report, with } => Some((report, with.as_ref())),
            _ => None,
        })
    };
    // Those that join a report that is open already are opened; it is one of them all the same.
    let joined = opened().find_map(|(_, with)| with).filter(|with| opened().all(|(report, _)| report != *with));
    let first = opened().next().map(|(report, _)| report);
    let all: Vec<String> =
        joined.into_iter().chain(opened().map(|(report, _)| report)).map(ToString::to_string).collect();
    let proclaims = events.iter().any(|event| matches!(event, Event::Proclaimed { .. }));
    if all.len() > 1 {
        let is_first = first == Some(report);
        let numbers = enumerate(&all);
        let words = if proclaims {
            format!("ouverture du vote groupé des rapports n° {numbers}")
        } else {
            format!("vote groupé des rapports n° {numbers} ouvert, chacun est présumé pour")
        };
        return is_first.then_some(words);
    }
    if proclaims {
        return Some(format!("ouverture du rapport n° {report}"));
    }
    let waiting = sitting.handling(report).pending().count();
    let way = sitting.progress(report).map(Progress::vote).map(|vote| vote.way);
    Some(match (waiting, way) {
        (0, Some(Way::WithoutVote)) => format!("rapport n° {report} ouvert, sans vote"),
        (0, Some(Way::Secret)) => ballots::opened(report),
        (0, _) => format!("rapport n° {report} ouvert, chacun est présumé pour"),
        (1, _) => format!("rapport n° {report} ouvert : 1 proposition avant le texte"),
        (some, _) => format!("rapport n° {report} ouvert : {some} propositions avant le texte"),
    })
}

/// « proclamation de l’amendement n° 1 (rejeté 4-24-2) ».
fn proclaimed_before_the_text(on: &ProposalId, result: &str) -> String {
    format!("proclamation {} ({result})", of_the(&kinds::proposal(on)))
}

/// « proclamation du rapport n° 07 (adopté 26-3-1) », « rapport n° 02 : il en est donné acte »; of several in one vote, the
/// first says all.
fn ended(report: &ReportId, outcome: Outcome, result: &str, events: &[Event]) -> Option<String> {
    let texts = events.iter().filter_map(|event| match event {
        Event::Proclaimed { report, on: None, .. } => Some(report.to_string()),
        _ => None,
    });
    let texts: Vec<String> = texts.collect();
    if texts.len() > 1 {
        let is_first = texts.first().is_some_and(|first| first == report.as_str());
        return is_first.then(|| format!("proclamation des rapports n° {}", enumerate(&texts)));
    }
    Some(match outcome {
        Outcome::Acknowledged => format!("rapport n° {report} : il en est donné acte"),
        Outcome::Heard => format!("rapport n° {report} entendu"),
        Outcome::Settled => format!("rapport n° {report} : procès-verbal arrêté"),
        Outcome::AppointedWithoutVote => format!("rapport n° {report} : désignation sans vote"),
        Outcome::Withdrawn => format!("rapport n° {report} retiré de l’ordre du jour"),
        Outcome::Postponed => format!("rapport n° {report} renvoyé à une séance ultérieure"),
        Outcome::SetAside => format!("rapport n° {report} écarté"),
        _ => format!("proclamation du rapport n° {report} ({result})"),
    })
}

/// « groupe Ensemble (7 voix) : contre », if these are the voices of a whole political group and it says one thing.
pub(super) fn of_a_group(voices: &[(&ReportId, &MemberId, Choice)], sitting: &Sitting) -> Option<String> {
    let (report, first, choice) = voices.first()?;
    let roster = &sitting.docket().roster;
    let group = roster.get(first)?.group.as_deref();
    let vote = sitting.floor().filter(|floor| floor.report.id == **report).map(|floor| floor.vote);
    let vote = vote.or_else(|| sitting.vote_on(report, None))?;
    let own = voices.iter().filter(|(of, ..)| of == report);
    let in_person = own.filter(|(_, member, _)| vote.room.speaks(member)).count();
    let groups = roster.everyone().filter_map(|member| member.group.as_deref());
    // A carried voice may come first: it is of its own group, and follows its holder's.
    let mut seen = std::collections::BTreeSet::new();
    let candidates = group.into_iter().chain(groups).filter(|name| seen.insert(*name));
    if in_person < 2 {
        return None;
    }
    for name in candidates {
        let all = marked::of_group(name, vote, roster);
        let says = |id: &MemberId| vote.choice(id) == Some(*choice);
        let is_of_it = |(_, member, said): &(&ReportId, &MemberId, Choice)| said == choice && all.contains(*member);
        if !all.is_empty() && all.iter().all(says) && voices.iter().all(is_of_it) {
            return Some(format!("{} : {}", told::group(name, all.len()), figures::choice(*choice)));
        }
    }
    None
}
