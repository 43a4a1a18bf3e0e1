//! What follows from an action and she has to see to, said behind it: who presides now, which powers to give anew.

use crate::council::attendance::Presence;
use crate::council::ballot::{Choice, Vote};
use crate::council::event::Event;
use crate::council::finding::Finding;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::secret::SecretVote;
use crate::council::sitting::{Progress, Sitting, Stage};
use crate::council::tally::Tally;
use crate::council::way::Way;
use crate::french::figures;
use crate::french::numbers::{count, enumerate};

use super::said::ending;

/// What follows from an action, each a sentence with the key that sees to it, what weighs most first.
#[must_use]
pub fn of(events: &[Event], sitting: &Sitting) -> String {
    if sitting.stage() == Stage::RollCall {
        return String::new();
    }
    let to_see_to = [
        nobody_presides(events, sitting),
        the_president_is_back(events, sitting),
        nobody_writes(events, sitting),
        powers_to_give_anew(events),
        powers_not_counted(events, sitting),
        to_rectify(events, sitting),
        begun_anew(events, sitting),
        from_afar(events, sitting),
    ];
    let mut sentences: Vec<String> = to_see_to.into_iter().flatten().collect();
    sentences.extend(counted_in_the_vote(events, sitting));
    if sentences.is_empty() {
        sentences.extend(no_longer_counted(events, sitting));
    }
    sentences.iter().flat_map(|sentence| [" ", sentence]).collect()
}

/// Who moved, where to, and when.
fn moved(events: &[Event]) -> impl Iterator<Item = (&MemberId, Presence, Option<Hour>)> {
    events.iter().filter_map(|event| match event {
        Event::PresenceSet { member, presence, at } => Some((member, *presence, *at)),
        _ => None,
    })
}

fn went(events: &[Event], such: impl Fn(&MemberId) -> bool) -> bool {
    moved(events).any(|(member, presence, _)| !presence.is_in() && such(member))
}

fn nobody_presides(events: &[Event], sitting: &Sitting) -> Option<String> {
    let report = sitting.open_report().map(|(report, _)| &report.id);
    let chair = report.map_or_else(|| sitting.chair(), |report| sitting.chair_of(report));
    went(events, |member| chair == Some(member)).then(|| "Qui préside ? F9, Autre présidence.".to_owned())
}

fn the_president_is_back(events: &[Event], sitting: &Sitting) -> Option<String> {
    let president = sitting.docket().meeting.president.as_ref()?;
    let comes = moved(events).any(|(member, presence, _)| member == president && presence.is_in());
    (comes && sitting.chair() != Some(president)).then(|| "Reprise de la présidence : F9.".to_owned())
}

fn nobody_writes(events: &[Event], sitting: &Sitting) -> Option<String> {
    let secretaries = sitting.secretaries();
    let one_is_left = secretaries.iter().any(|member| sitting.attendance().is_present(member));
    (!one_is_left && went(events, |member| secretaries.contains(member)))
        .then(|| "Plus de secrétaire dans la salle : F9, Secrétaires.".to_owned())
}

/// How to give anew the powers that one who went away held.
fn powers_to_give_anew(events: &[Event]) -> Option<String> {
    let own = |giver: &MemberId| moved(events).any(|(member, ..)| member == giver);
    let lapsed = |event: &Event| matches!(event, Event::ProxyEnded { giver } if !own(giver));
    (went(events, |_| true) && events.iter().any(lapsed))
        .then(|| "À redonner : F3, le nom, : puis le mandataire.".to_owned())
}

/// Whoever stays out of a report leaves the powers that he holds out of it too, and nobody else sees it.
fn powers_not_counted(events: &[Event], sitting: &Sitting) -> Option<String> {
    let (report, member) = events.iter().find_map(|event| match event {
        Event::Recused { report, member, .. } => Some((report, member)),
        _ => None,
    })?;
    let roster = &sitting.docket().roster;
    let held = sitting.attendance().proxies().filter(|(_, holder)| *holder == member);
    let givers: Vec<String> = held.map(|(giver, _)| roster.listed(giver)).collect();
    let verb = match givers.len() {
        0 => return None,
        1 => "Pouvoir non compté pour ce rapport",
        _ => "Pouvoirs non comptés pour ce rapport",
    };
    let open = sitting.open_report().filter(|(open, _)| open.id == *report);
    let voters = open.map(|(_, vote)| {
        format!(
            " ({})",
            count(Tally::of(vote).map_or_else(|| vote.voices(), |tally| tally.voters), "votant", "votants")
        )
    });
    Some(format!("{verb} : {}{}.", enumerate(&givers), voters.unwrap_or_default()))
}

/// The results that were proclaimed with the member counted otherwise.
fn to_rectify(events: &[Event], sitting: &Sitting) -> Option<String> {
    let reaches_back =
        |event: &Event| matches!(event, Event::Irregularity { code, .. } if *code == Finding::HOUR_REACHES_BACK);
    if !events.iter().any(reaches_back) {
        return None;
    }
    let otherwise = |report: &ReportId| {
        let Some(done) = sitting.progress(report).and_then(Progress::done) else { return false };
        let is_later = |at: Hour| done.at.is_some_and(|proclaimed| sitting.chronicle().is_before(at, proclaimed));
        moved(events).any(|(member, presence, at)| {
            at.is_some_and(is_later) && done.vote.presence(member).is_in() != presence.is_in()
        })
    };
    let reports = sitting.docket().agenda.reports().map(|report| &report.id);
    let numbers: Vec<String> = reports.filter(|id| otherwise(id)).map(|id| format!("n° {id}")).collect();
    (!numbers.is_empty()).then(|| format!("À rectifier s’il y a lieu (F9) : {}.", enumerate(&numbers)))
}

/// What was said aloud before a secret ballot was asked for is seen no more, and everybody votes anew.
fn begun_anew(events: &[Event], sitting: &Sitting) -> Option<String> {
    let asked = events.iter().find_map(|event| match event {
        Event::SecretAsked(asked) if !asked.refused => Some(asked),
        _ => None,
    })?;
    let request = sitting.handling(&asked.report).requests.last()?;
    request.voided.then(|| "Les voix déjà notées sont masquées et ne comptent plus : l’urne est vide.".to_owned())
}

/// The law that was read says nothing of members who are not in the room.
fn from_afar(events: &[Event], sitting: &Sitting) -> Option<String> {
    (moved(events).any(|(_, presence, _)| presence == Presence::Remote) && sitting.rules().allows_remote().is_none())
        .then(|| "Aucun texte connu du programme ne le prévoit dans cette assemblée.".to_owned())
}

/// Whoever comes in, or gives a power, while a vote is taken has a voice in it.
fn counted_in_the_vote(events: &[Event], sitting: &Sitting) -> Option<String> {
    let vote = sitting.floor()?.vote;
    let roster = &sitting.docket().roster;
    let member = events.iter().find_map(|event| match event {
        Event::PresenceSet { member, presence, .. } if presence.is_in() => Some(member),
        Event::SeatTaken { member, .. } => Some(member),
        Event::ProxyGiven { giver, .. } => Some(giver),
        _ => None,
    })?;
    match vote.way {
        Way::RollCall if vote.choice(member).is_none() => {
            return Some(format!("Appel en cours : à appeler, {}.", count(vote.voices(), "voix", "voix")));
        }
        Way::Figures => return to_count_anew(vote),
        Way::Secret => return at_the_urn(vote),
        _ => {}
    }
    let voters = count(Tally::of(vote).map_or_else(|| vote.voices(), |tally| tally.voters), "votant", "votants");
    match vote.choice(member)? {
        Choice::For => Some(format!("Vote en cours : présumé{} pour, {voters}.", ending(member, roster))),
        // The holder of the power had spoken for whoever comes in now: the choice stands until it is changed.
        choice => Some(format!(
            "Vote en cours : voix toujours notée « {} », à confirmer ; {voters}.",
            figures::choice(choice)
        )),
    }
}

/// The figures that were typed add up to the room as it was.
fn to_count_anew(vote: &Vote) -> Option<String> {
    let counted = vote.counts()?.sum();
    let voices = vote.voices();
    (counted != voices).then(|| {
        let verb = if counted > 1 { "comptées" } else { "comptée" };
        format!("Chiffres à reprendre (Tab) : {} {verb}, {voices} dans la salle.", count(counted, "voix", "voix"))
    })
}

/// How many voices are in the room while the urn is open; of those who left meanwhile, that they are still on the sign-off.
fn open_urn(vote: &Vote) -> String {
    let voices = count(vote.voices(), "voix", "voix");
    let left = vote.may_have_signed().filter(|member| !vote.room.has_voice(member)).count();
    match u32::try_from(left).unwrap_or(u32::MAX) {
        0 => format!("Scrutin secret en cours : {voices} dans la salle."),
        left => format!(
            "Scrutin secret en cours : {voices} dans la salle ; {} à l’émargement : marquez qui n’a pas voté.",
            count(left, "voix partie reste", "voix parties restent")
        ),
    }
}

/// Who comes while the urn is open has a ballot; who comes after it is closed has none.
fn at_the_urn(vote: &Vote) -> Option<String> {
    let round = vote.secret()?.last()?;
    Some(match round.urn {
        None => open_urn(vote),
        Some(_) => "Le scrutin est clos : cette voix n’y compte pas.".to_owned(),
    })
}

/// Whoever goes while a vote is taken has no voice in it any more, whatever was noted.
fn no_longer_counted(events: &[Event], sitting: &Sitting) -> Option<String> {
    let vote = sitting.floor()?.vote;
    if vote.way == Way::Figures && went(events, |_| true) {
        return to_count_anew(vote);
    }
    if vote.way == Way::Secret && went(events, |_| true) {
        let is_open = vote.secret().and_then(SecretVote::last).is_some_and(|round| round.urn.is_none());
        return is_open.then(|| open_urn(vote));
    }
    let voters = count(Tally::of(vote).map_or_else(|| vote.voices(), |tally| tally.voters), "votant", "votants");
    went(events, |_| true).then(|| format!("Vote en cours : {voters}."))
}
