//! What a paper must say of a vote, counted here from the voices one by one, and looked for in a flow of words.

use hemicycle::council::attendance::Presence;
use hemicycle::council::ballot::{Choice, Vote};
use hemicycle::council::id::MemberId;
use hemicycle::council::room::Seat;
use hemicycle::council::sitting::Sitting;

use super::readers::spaced;

const LABELS: [&str; 9] = [
    "Inscrits",
    "Votants",
    "Abstentions",
    "Blancs et nuls",
    "Suffrages exprimés",
    "Majorité absolue",
    "Pour",
    "Contre",
    "Ne prennent pas part au vote",
];

/// What is not in the flow, of what must be.
pub type Missing = Vec<String>;

/// The nine figures, each with its label.
fn figures(vote: &Vote, in_office: usize) -> Vec<(&'static str, String)> {
    let saying = |choice| vote.choices().filter(|(_, said)| *said == choice).count();
    let (for_, against, abstain) = (saying(Choice::For), saying(Choice::Against), saying(Choice::Abstain));
    let cast = for_ + against;
    let majority = if cast == 0 { "sans objet".to_owned() } else { (cast / 2 + 1).to_string() };
    let mut figures: Vec<String> = [in_office, cast + abstain, abstain, 0, cast].map(|n| n.to_string()).to_vec();
    figures.push(majority);
    figures.extend([for_, against, saying(Choice::NotTakingPart)].map(|n| n.to_string()));
    LABELS.into_iter().zip(figures).collect()
}

fn listed(sitting: &Sitting, member: &MemberId) -> String {
    spaced(&sitting.docket().roster.listed(member))
}

/// A list of names must stand there whole: nobody before its first, nobody after its last.
fn list(flow: &str, head: &[&str], names: &[String], missing: &mut Missing) {
    let wanted = if names.is_empty() { "Néant".to_owned() } else { names.join(" – ") };
    let stands = flow.match_indices(&format!(": {wanted}")).any(|(place, found)| {
        let before: String = flow[..place].chars().rev().take(160).collect::<Vec<_>>().into_iter().rev().collect();
        let own_head = before.rsplit(" : ").next().unwrap_or_default().to_lowercase();
        let after = &flow[place + found.len()..];
        head.iter().all(|word| own_head.contains(word)) && !after.starts_with(" –") && !after.starts_with(" (")
    });
    if !stands {
        missing.push(format!("{} : {wanted}", head.join(" … ")));
    }
}

fn phrase(flow: &str, wanted: &str, missing: &mut Missing) {
    if !flow.contains(&spaced(wanted)) {
        missing.push(wanted.to_owned());
    }
}

/// What a *délibération* must say of its vote.
pub fn of_a_deliberation(flow: &str, sitting: &Sitting, vote: &Vote, object: &str) -> Missing {
    let mut missing = Missing::new();
    let in_office = sitting.docket().roster.everyone().filter(|member| vote.room.seat(&member.id).is_some()).count();
    let table: Vec<String> =
        figures(vote, in_office).into_iter().map(|(label, figure)| format!("{label} {figure}")).collect();
    phrase(flow, &table.join(" "), &mut missing);
    phrase(flow, object, &mut missing);
    let seated = |is: &dyn Fn(&Seat) -> bool| -> Vec<&MemberId> {
        let everyone = sitting.docket().roster.everyone().map(|member| &member.id);
        everyone.filter(|member| vote.room.seat(member).is_some_and(is)).collect()
    };
    let names = |members: Vec<&MemberId>| members.into_iter().map(|member| listed(sitting, member)).collect::<Vec<_>>();
    list(flow, &["présent"], &names(seated(&|seat| seat.is_present())), &mut missing);
    let represented: Vec<String> = seated(&|seat| matches!(seat, Seat::Represented(_)))
        .into_iter()
        .map(|giver| match vote.room.seat(giver) {
            Some(Seat::Represented(holder)) => {
                format!("{} donne pouvoir à {}", listed(sitting, giver), listed(sitting, holder))
            }
            _ => String::new(),
        })
        .collect();
    if !represented.is_empty() {
        list(flow, &["excusé", "pouvoir"], &represented, &mut missing);
    }
    // Who stepped out is absent of that vote, and it is said.
    let gone = |member: &&MemberId| match vote.presence(member) {
        Presence::Out => format!("{} (sortie)", listed(sitting, member)),
        _ => listed(sitting, member),
    };
    let absent: Vec<String> = seated(&|seat| matches!(seat, Seat::Absent)).iter().map(gone).collect();
    if !absent.is_empty() {
        list(flow, &["absent"], &absent, &mut missing);
    }
    for (said, choice) in [("contre", Choice::Against), ("absten", Choice::Abstain)] {
        for (is_present, place) in [(true, "présent"), (false, "excusé")] {
            let here = |member: &&MemberId| (vote.room.seat(member) == Some(&Seat::Present)) == is_present;
            let said_so: Vec<&MemberId> = sitting.docket().roster.everyone().map(|member| &member.id).collect();
            let said_so = said_so.into_iter().filter(|member| vote.choice(member) == Some(choice)).filter(here);
            list(flow, &[place, said], &names(said_so.collect()), &mut missing);
        }
    }
    missing
}

/// What the minutes must say of each vote, report by report, each in its own part of the flow.
pub fn of_the_minutes(flow: &str, sitting: &Sitting) -> Missing {
    let mut missing = Missing::new();
    let reports: Vec<(String, String)> = sitting
        .docket()
        .agenda
        .reports()
        .map(|report| {
            (report.id.as_str().to_owned(), spaced(&format!("N° {} – {}", report.id.as_str(), report.object)))
        })
        .collect();
    // The agenda names each report once before it is told.
    let begins: Vec<Option<usize>> = reports.iter().map(|(_, heading)| flow.rfind(heading)).collect();
    for (number, (report, vote)) in sitting.done().map(|(report, done)| (report, &done.vote)).enumerate() {
        let Some(Some(from)) = begins.get(number) else {
            missing.push(format!("N° {}", report.as_str()));
            continue;
        };
        let to = begins.get(number + 1).copied().flatten().unwrap_or(flow.len());
        let part = flow.get(*from..to.max(*from)).unwrap_or_default();
        let before = missing.len();
        let in_office = vote.room.seats().count();
        let line: Vec<String> =
            figures(vote, in_office).into_iter().map(|(label, figure)| format!("{label} : {figure}")).collect();
        phrase(part, &line.join(" – "), &mut missing);
        for (head, choice) in [("ont voté contre", Choice::Against), ("abstenu", Choice::Abstain)] {
            let name = |member: &MemberId| match vote.room.seat(member) {
                Some(Seat::Represented(holder)) => {
                    format!("{} (par pouvoir donné à {})", listed(sitting, member), listed(sitting, holder))
                }
                _ => listed(sitting, member),
            };
            let everyone = sitting.docket().roster.everyone().map(|member| &member.id);
            let names: Vec<String> = everyone.filter(|member| vote.choice(member) == Some(choice)).map(name).collect();
            let head = if names.len() == 1 { head.trim_start_matches("ont ") } else { head };
            if !names.is_empty() {
                list(part, &[head], &names, &mut missing);
            }
        }
        for line in &mut missing[before..] {
            *line = format!("{}: {line}", report.as_str());
        }
    }
    missing
}
