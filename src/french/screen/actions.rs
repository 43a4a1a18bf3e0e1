//! An action in words, as the screens say it when it is done, undone or given again.

use std::collections::BTreeSet;

use crate::council::attendance::Presence;
use crate::council::ballot::Choice;
use crate::council::chair::ChairTitle;
use crate::council::chronicle::HourOf;
use crate::council::event::{Event, Rectified};
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::roster::Roster;
use crate::council::sitting::Sitting;
use crate::french::kinds::About;
use crate::french::numbers::{date, enumerate, hour};
use crate::french::{figures, kinds};

use super::names::of;
use super::said::{ending, marked, result};

mod ballots;
mod reports;

pub use ballots::{elected, ticket, totals};

/// What is done with a sitting that is closed.
const AFTER_THE_CLOSE: &str = "Papiers : Tab, Ctrl-P ; sceau : hemicycle sceau";

/// An action in words, as it is said when it is done: « AUBRY Paul + 1 pouvoir : contre ».
#[must_use]
pub fn action(events: &[Event], sitting: &Sitting) -> String {
    in_short(events, sitting, gone_through_with(events))
}

/// An action in words, as it is said when it is looked back at: with the reasons for which it was gone through with.
#[must_use]
pub fn looked_back(events: &[Event], sitting: &Sitting) -> String {
    in_short(events, sitting, with_its_reason(events))
}

fn in_short(events: &[Event], sitting: &Sitting, irregular: Option<String>) -> String {
    // A record that is seen again holds nothing of what a secret ballot made void.
    if events.is_empty() {
        return super::journal::VOID.to_owned();
    }
    let roster = &sitting.docket().roster;
    let voices: Vec<(&ReportId, &MemberId, Choice)> = events
        .iter()
        .filter_map(|event| match event {
            Event::VoiceSet { report, member, choice, .. } => Some((report, member, *choice)),
            _ => None,
        })
        .collect();
    if let Some((report, ..)) = voices.first() {
        let together = sitting.vote_on(report, None).map_or(&[][..], |vote| &vote.together);
        let is_apart = !together.is_empty() && voices.iter().all(|(of, ..)| of == report);
        let where_ = if is_apart { format!("n° {report}, ") } else { String::new() };
        let irregular = irregular.map(|words| format!(" ; {words}")).unwrap_or_default();
        if let Some(group) = reports::of_a_group(&voices, sitting) {
            return format!("{where_}{group}{irregular}");
        }
        let floor = sitting.floor().filter(|floor| floor.report.id == **report).map(|floor| floor.vote);
        let vote = floor.or_else(|| sitting.vote_on(report, None));
        return format!("{where_}{}{irregular}", marked(&voices, vote, roster));
    }
    // In a vote on several reports the same is done in each: it is told once.
    let mut once = BTreeSet::new();
    let told = events.iter().filter_map(|event| in_words(event, events, sitting));
    let mut words: Vec<String> = told.filter(|words| once.insert(words.clone())).collect();
    // What was done comes before what was irregular in it: a long message is cut at its end.
    words.extend(irregular);
    words.join(" ; ")
}

/// « W008 et W009 passés outre, motif enregistré ».
fn gone_through_with(events: &[Event]) -> Option<String> {
    let code = |event: &Event| match event {
        Event::Irregularity { code, .. } => Some(code.to_string()),
        _ => None,
    };
    let codes: Vec<String> = events.iter().filter_map(code).collect();
    let s = if codes.len() > 1 { "s" } else { "" };
    (!codes.is_empty()).then(|| format!("{} passé{s} outre, motif enregistré", enumerate(&codes)))
}

/// « W008 passé outre (« quorum revenu à 19 h ») »: the reason that was recorded, once where several rules have the same.
fn with_its_reason(events: &[Event]) -> Option<String> {
    let irregular = |event: &Event| match event {
        Event::Irregularity { code, reason, .. } => Some((code.to_string(), reason.clone())),
        _ => None,
    };
    let all: Vec<(String, String)> = events.iter().filter_map(irregular).collect();
    let codes: Vec<String> = all.iter().map(|(code, _)| code.clone()).collect();
    let s = if codes.len() > 1 { "s" } else { "" };
    let reasons: BTreeSet<&str> = all.iter().map(|(_, reason)| reason.as_str()).collect();
    let reasons: Vec<String> = reasons.into_iter().map(|reason| format!("« {reason} »")).collect();
    (!codes.is_empty()).then(|| format!("{} passé{s} outre ({})", enumerate(&codes), reasons.join(", ")))
}

/// One fact among those of its action; `None` for one that another says already.
fn in_words(event: &Event, events: &[Event], sitting: &Sitting) -> Option<String> {
    let roster = &sitting.docket().roster;
    let name = |id: &MemberId| roster.listed(id);
    Some(match event {
        Event::PresenceSet { member, presence, at } => {
            let gives = |event: &Event| matches!(event, Event::ProxyGiven { giver, .. } if giver == member);
            let sits = |event: &Event| matches!(event, Event::SeatTaken { member: sits, .. } if sits == member);
            if events.iter().any(|event| gives(event) || sits(event)) {
                return None;
            }
            at_hour(&format!("{} : {}", name(member), presence_word(*presence, ending(member, roster))), *at)
        }
        Event::ProxyGiven { giver, holder, at } => {
            at_hour(&format!("{} donne pouvoir à {}", name(giver), name(holder)), *at)
        }
        Event::ProxyEnded { giver } => {
            let moved = |event: &Event| matches!(event, Event::PresenceSet { member, .. } if member == giver);
            if events.iter().any(moved) {
                "son pouvoir prend fin".to_owned()
            } else {
                format!("le pouvoir {} prend fin", of(&name(giver)))
            }
        }
        Event::SeatTaken { member, of: Some(titular), at } => {
            at_hour(&format!("{} siège à la place {}", name(member), of(&name(titular))), *at)
        }
        Event::SeatTaken { member, of: None, at } => {
            at_hour(&format!("{} : installé{}", name(member), ending(member, roster)), *at)
        }
        Event::SeatLeft { member } => format!("{} rend le siège", name(member)),
        Event::HourMended { of, at } => format!("heure corrigée : {} à {}", hour_of(of, roster), hour(*at)),
        Event::Recused { report, member, left_room, .. } => {
            let how = if *left_room { "quitte la salle" } else { "ne prend pas part au vote" };
            format!("{} se déporte du rapport n° {report} et {how}", name(member))
        }
        Event::RecusalEnded { report, member } => format!("{} prend part au rapport n° {report}", name(member)),
        Event::ChairTaken { member, report, title, at } => {
            let over = report.as_ref().map(|report| format!(" le rapport n° {report}")).unwrap_or_default();
            let verb = match title {
                ChairTitle::Returning => "reprend la présidence",
                ChairTitle::Replacing | ChairTitle::Elected => "préside",
                ChairTitle::Eldest if ending(member, roster) == "e" => "préside, doyenne d’âge",
                ChairTitle::Eldest => "préside, doyen d’âge",
                ChairTitle::Installed => "prend la présidence",
            };
            at_hour(&format!("{} {verb}{over}", name(member)), *at)
        }
        Event::SecretariesNamed { secretaries, assistants, .. } => {
            let names: Vec<String> = secretaries.iter().map(name).chain(assistants.iter().cloned()).collect();
            if names.is_empty() {
                "plus de secrétaire de séance".to_owned()
            } else {
                format!("secrétariat de séance : {}", names.join(", "))
            }
        }
        Event::RapporteurReplaced { report, member: Some(member) } => {
            format!("{} rapporte le n° {report}", name(member))
        }
        Event::RapporteurReplaced { report, member: None } => format!("plus de rapporteur pour le n° {report}"),
        Event::SittingOpened { at } => at_hour("séance ouverte", *at),
        Event::ReportOpened { .. }
        | Event::Proclaimed { .. }
        | Event::GroupLeft(_)
        | Event::ProposalFiled(_)
        | Event::ProposalOpened(_)
        | Event::ProposalDropped(_)
        | Event::WayChosen(_)
        | Event::VoicesCounted(_)
        | Event::ResultStated(_)
        | Event::BallotAsked(_)
        | Event::MajorityChosen(_)
        | Event::TextChanged(_)
        | Event::ReportAdded(_)
        | Event::RemarkMade(_)
        | Event::CandidatesNamed(_) => return reports::in_words(event, events, sitting),
        Event::SecretAsked(_)
        | Event::TellersNamed(_)
        | Event::ListsFiled(_)
        | Event::PostsFixed(_)
        | Event::FormChosen(_)
        | Event::SecrecyWaived(_)
        | Event::UrnClosed(_)
        | Event::BallotsCounted(_)
        | Event::TieSettled(_)
        | Event::RoundOpened(_) => return ballots::in_words(event, sitting),
        Event::VoiceSet { .. } | Event::Irregularity { .. } => return None,
        Event::Rectified(rectified) => return in_words_of_a_rectification(rectified, sitting),
        Event::InCameraVoted { vote, at } => {
            let word = if vote.is_adopted() { "huis clos décidé" } else { "huis clos refusé" };
            at_hour(&format!("{word} ({} pour, il en faut {})", vote.for_, vote.needed), *at)
        }
        Event::PublicAgain { at } => at_hour("retour en séance publique", *at),
        Event::Suspended { at } => at_hour("séance suspendue", *at),
        Event::Resumed { at } => at_hour("séance reprise", *at),
        Event::SittingAdjourned { at, .. } => at_hour("séance ajournée faute de quorum", *at),
        Event::SittingClosed { at, .. } => format!("{}. {AFTER_THE_CLOSE}", at_hour("séance levée", *at)),
        Event::ActNumbered(numbered) => format!("acte n° {}", numbered.act),
        Event::ActWithdrawn(numbered) => format!("numéro {} retiré", numbered.act),
        Event::MinutesSettled { on, .. } => format!("procès-verbal arrêté le {}", date(*on)),
        Event::FileTakenOver { .. } => "fichier de séance repris".to_owned(),
    })
}

/// « rapport n° 07 rectifié, adopté … (AUBRY Paul : contre) ».
fn in_words_of_a_rectification(rectified: &Rectified, sitting: &Sitting) -> Option<String> {
    let Rectified { report, on, tally, outcome, presences, voices, .. } = rectified;
    let roster = &sitting.docket().roster;
    let name = |id: &MemberId| roster.listed(id);
    let was = |(member, presence): &(MemberId, Presence)| {
        format!("{} : {}", name(member), presence_word(*presence, ending(member, roster)))
    };
    let said = |(member, choice): &(MemberId, Choice)| format!("{} : {}", name(member), figures::choice(*choice));
    let who: Vec<String> = presences.iter().map(was).chain(voices.iter().map(said)).collect();
    let kind = sitting.docket().agenda.report(report)?.kind;
    let result = result(About::of(kind, on.as_ref()), tally.as_ref(), *outcome);
    let who = if who.is_empty() { String::new() } else { format!(" ({})", who.join(", ")) };
    let on = on.as_ref().map(|on| format!(", {}", kinds::proposal(on))).unwrap_or_default();
    Some(format!("rapport n° {report}{on} rectifié, {result}{who}"))
}

fn hour_of(of: &HourOf, roster: &Roster) -> String {
    match of {
        HourOf::Opening => "ouverture".to_owned(),
        HourOf::Movement(member) => format!("mouvement {}", self::of(&roster.listed(member))),
        HourOf::Proclamation(report) => format!("proclamation du rapport n° {report}"),
        HourOf::Suspension => "suspension".to_owned(),
        HourOf::Resumption => "reprise".to_owned(),
        HourOf::Closing => "fin de séance".to_owned(),
    }
}

fn at_hour(words: &str, at: Option<Hour>) -> String {
    at.map_or_else(|| words.to_owned(), |at| format!("{words} à {}", hour(at)))
}

/// « présent », « excusée », « parti », in agreement.
#[must_use]
pub fn presence_word(presence: Presence, ending: &str) -> String {
    let word = match presence {
        Presence::Present => "présent",
        Presence::Remote => return "à distance".to_owned(),
        Presence::Excused => "excusé",
        Presence::Absent => "absent",
        Presence::Out => "sorti",
        Presence::Left => "parti",
    };
    format!("{word}{ending}")
}
