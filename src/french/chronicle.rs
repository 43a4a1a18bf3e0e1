//! What happened between the votes, each happening as a sentence of the minutes.

use crate::council::attendance::Presence;
use crate::council::chair::ChairTitle;
use crate::council::chronicle::{Happening, What};
use crate::council::docket::{BodyKind, Docket};
use crate::council::election::Office;
use crate::council::hour::Hour;
use crate::council::id::{MemberId, ReportId};
use crate::council::in_camera::InCameraVote;
use crate::council::law::{Rules, Subject};
use crate::council::name::{Civility, Name};
use crate::council::proposal::ProposalId;
use crate::council::roster::{Member, Standing};
use crate::council::settings::MovementStyle;

use super::articles::{cited, in_brackets};
use super::grammar::{Agreement, addressed, capitalised, of_name, the_body};
use super::kinds;
use super::numbers::{count, enumerate, hour};
use super::proposals::before_its_vote;

/// Between which votes something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among<'a> {
    /// Before the vote of that report.
    Before(&'a ReportId),
    /// Before the vote of a proposal in that report.
    BeforeProposal(&'a ReportId, &'a ProposalId),
    /// After the vote of that report, which is the last.
    After(&'a ReportId),
    /// Before that report, which ends without a vote on its text, was opened.
    BeforeExamining(&'a ReportId),
    /// While it was open.
    Examining(&'a ReportId),
    /// After it, which is the last.
    AfterExamining(&'a ReportId),
    /// In a sitting that voted nothing.
    NoVote,
}

/// The sentence of a happening; `None` for what the minutes tell elsewhere: openings, results, what was put to the vote in a
/// report and asked for it, *déports*, the close.
#[must_use]
pub fn sentence(happening: &Happening, among: Among<'_>, docket: &Docket) -> Option<String> {
    let at = happening.at;
    let moved = when(at, among, docket.body.settings.movements);
    let hour = at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
    Some(match &happening.what {
        What::Moved { member, from, to } => {
            let member = docket.roster.get(member)?;
            let when = if *to == Presence::Remote { since(&moved) } else { moved };
            format!("{}{when}.", movement(member, *from, *to, docket))
        }
        What::ProxyGiven { giver, holder } => {
            format!("{} donne pouvoir à {}{moved}.", named(giver, docket), named(holder, docket))
        }
        What::ProxyEnded { giver, holder } => {
            format!("Le pouvoir donné par {} à {} prend fin.", named(giver, docket), named(holder, docket))
        }
        What::SeatTaken { member, of } => seat_taken(docket.roster.get(member)?, of.as_ref(), &moved, docket),
        What::SeatLeft { member } => seat_left(docket.roster.get(member)?, docket),
        What::ChairTaken { member, report, title } => {
            chair_taken(docket.roster.get(member)?, report.as_ref(), *title, &hour, docket)
        }
        What::SecretariesNamed { assistants, staff_alone: true, .. } => staff_named(assistants, &hour),
        What::SecretariesNamed { secretaries, assistants, .. } => {
            secretaries_named(secretaries, assistants, &hour, docket)
        }
        What::RapporteurReplaced { report, member } => rapporteur_replaced(report, member.as_ref(), docket),
        What::InCameraVoted(vote) => in_camera(vote, &hour, docket),
        What::PublicAgain => format!("Le huis clos prend fin{hour} ; la séance est de nouveau publique."),
        What::Suspended => format!("La séance est suspendue{hour}."),
        What::Resumed => format!("La séance reprend{hour}."),
        What::Rectified(report, on) => {
            let of = match on {
                Some(proposal) => format!("du vote sur {} (rapport n° {report})", kinds::proposal(proposal)),
                None => format!("du rapport n° {report}"),
            };
            format!("Le résultat {of} est rectifié{hour}, comme il est dit sous ce rapport et en annexe.")
        }
        What::GroupLeft(report) => {
            format!("Le rapport n° {report} est disjoint du vote groupé ; il sera mis aux voix séparément.")
        }
        What::ProposalFiled(..)
        | What::ProposalOpened(..)
        | What::ProposalDropped(..)
        | What::ProposalProclaimed(..)
        | What::BallotAsked(..)
        | What::SecretAsked(..)
        | What::SecrecyWaived(_)
        | What::TextChanged(_)
        | What::ReportAdded(_)
        | What::Opened
        | What::ReportOpened(_)
        | What::Proclaimed(_)
        | What::Recused { .. }
        | What::Adjourned
        | What::Closed => return None,
    })
}

/// « à 19 h 10, avant le vote du rapport n° 5 », as the assembly likes its movements dated.
fn when(at: Option<Hour>, among: Among<'_>, style: MovementStyle) -> String {
    let at = at.map(|at| format!("à {}", hour(at)));
    let vote = match among {
        Among::Before(report) => Some(format!("avant le vote du rapport n° {report}")),
        Among::BeforeProposal(report, proposal) => Some(before_its_vote(proposal, report.as_str())),
        Among::After(report) => Some(format!("après le vote du rapport n° {report}")),
        Among::BeforeExamining(report) => Some(format!("avant l’examen du rapport n° {report}")),
        Among::Examining(report) => Some(format!("pendant l’examen du rapport n° {report}")),
        Among::AfterExamining(report) => Some(format!("après l’examen du rapport n° {report}")),
        Among::NoVote => None,
    };
    let dated: Vec<String> = match style {
        MovementStyle::HourAndReport => at.into_iter().chain(vote).collect(),
        MovementStyle::Hour => at.or(vote).into_iter().collect(),
        MovementStyle::Report => vote.or(at).into_iter().collect(),
    };
    if dated.is_empty() { String::new() } else { format!(" {}", dated.join(", ")) }
}

fn named(member: &MemberId, docket: &Docket) -> String {
    docket.roster.get(member).map_or_else(|| member.to_string(), |member| addressed(&member.name))
}

/// « Madame Rosa CHASTANG arrive en séance », without its hour.
fn movement(member: &Member, from: Presence, to: Presence, docket: &Docket) -> String {
    let who = with_title(member, docket);
    let agreement = Agreement::with([&member.name]);
    let does = match (from, to) {
        (Presence::Remote, Presence::Present) => "rejoint la salle".to_owned(),
        (Presence::Present, Presence::Remote) => "poursuit la séance à distance".to_owned(),
        (Presence::Out, Presence::Present) => "revient dans la salle".to_owned(),
        (Presence::Left, Presence::Present) => "revient en séance".to_owned(),
        (_, Presence::Present) => "arrive en séance".to_owned(),
        (Presence::Out | Presence::Left, Presence::Remote) => "reprend part à la séance, à distance,".to_owned(),
        (_, Presence::Remote) => "prend part à la séance à distance".to_owned(),
        (Presence::Present, Presence::Out) => "sort de la salle".to_owned(),
        (Presence::Remote, Presence::Out) => "interrompt sa participation à distance".to_owned(),
        (Presence::Out, Presence::Left) => {
            format!("{} de la salle, quitte la séance", agreement.agreed("sorti"))
        }
        (from, Presence::Excused) if from.is_in() => "s’excuse et quitte la séance".to_owned(),
        (from, _) if from.is_in() => "quitte la séance".to_owned(),
        (_, Presence::Excused) => format!("est {}", agreement.agreed("excusé")),
        (_, Presence::Absent) => format!("est {} {}", agreement.agreed("noté"), agreement.agreed("absent")),
        (_, Presence::Out) => format!("est {} {}", agreement.agreed("noté"), agreement.agreed("sorti")),
        (_, Presence::Left) => format!("est {} {}", agreement.agreed("noté"), agreement.agreed("parti")),
    };
    if from == Presence::Out && to == Presence::Left {
        return format!("{}, {does}", who.trim_end_matches(','));
    }
    format!("{who} {does}")
}

/// « Madame Jeanne BLANC, suppléante de Monsieur Paul NOIR, »: a substitute is told apart wherever he is named.
fn with_title(member: &Member, docket: &Docket) -> String {
    let name = addressed(&member.name);
    match &member.standing {
        Standing::SubstituteOf(of) => format!("{name}, {} {},", substitute(&member.name), of_member(of, docket)),
        _ => name,
    }
}

/// « suppléante ».
#[must_use]
pub fn substitute(name: &Name) -> String {
    Agreement::with([name]).agreed("suppléant")
}

/// « de Monsieur Paul NOIR », « d’Anne ROUX ».
fn of_member(member: &MemberId, docket: &Docket) -> String {
    of_name(&named(member, docket))
}

fn seat_taken(member: &Member, of: Option<&MemberId>, when: &str, docket: &Docket) -> String {
    let name = addressed(&member.name);
    let installed = Agreement::with([&member.name]).agreed("installé");
    match (of, &member.standing) {
        (Some(of), Standing::SubstituteOf(_)) => {
            format!("{name}, {} {}, siège à sa place{}.", substitute(&member.name), of_member(of, docket), since(when))
        }
        (Some(of), _) => format!("{name} est {installed}{when}, en remplacement {}.", of_member(of, docket)),
        (None, _) => format!("{name} est {installed} dans le siège vacant{when}."),
    }
}

/// « à 19 h 10 » as a beginning: « à partir de 19 h 10 ».
fn since(when: &str) -> String {
    when.strip_prefix(" à ").map_or_else(|| when.to_owned(), |hour| format!(" à partir de {hour}"))
}

fn seat_left(member: &Member, docket: &Docket) -> String {
    let Standing::SubstituteOf(of) = &member.standing else {
        return format!("{} ne siège plus.", addressed(&member.name));
    };
    format!("{} {}.", named(of, docket), takes_the_seat_back(member, docket))
}

/// « reprend son siège ; Madame Odile LE BRIS, sa suppléante, ne siège plus ».
fn takes_the_seat_back(substitute_member: &Member, docket: &Docket) -> String {
    let possessive = match substitute_member.name.civility {
        Some(Civility::Mrs) => "sa ",
        Some(Civility::Mr) => "son ",
        None => "",
    };
    let substitute = substitute(&substitute_member.name);
    format!("reprend son siège ; {}, {possessive}{substitute}, ne siège plus", named(&substitute_member.id, docket))
}

/// What a movement brought with it, as the sentence of the movement goes on: « et donne pouvoir à Madame Léa ICARD ».
/// `None` if it is a happening of its own.
#[must_use]
pub fn goes_on(movement: &Happening, then: &Happening, docket: &Docket) -> Option<String> {
    let What::Moved { member, to, .. } = &movement.what else { return None };
    let came = to.is_in();
    match &then.what {
        What::ProxyGiven { giver, holder } if giver == member && !came && then.at == movement.at => {
            Some(format!(" et donne pouvoir à {}", named(holder, docket)))
        }
        What::ProxyEnded { giver, holder } if giver == member && came => {
            Some(format!(" ; le pouvoir donné à {} prend fin", named(holder, docket)))
        }
        What::ProxyEnded { giver, holder } if holder == member && !came => {
            Some(format!(" ; le pouvoir que lui avait donné {} prend fin", named(giver, docket)))
        }
        What::SeatLeft { member: substitute } => {
            let substitute = docket.roster.get(substitute)?;
            let is_his = matches!(&substitute.standing, Standing::SubstituteOf(of) if of == member);
            (is_his && came).then(|| format!(" et {}", takes_the_seat_back(substitute, docket)))
        }
        _ => None,
    }
}

/// « Monsieur Luc BAUDRY, 1er adjoint, prend la présidence de la séance à 19 h 10, en remplacement de … ».
fn chair_taken(member: &Member, report: Option<&ReportId>, title: ChairTitle, hour: &str, docket: &Docket) -> String {
    let who = with_role(member);
    let over = report.map(|report| format!(" pour le rapport n° {report}")).unwrap_or_default();
    match title {
        ChairTitle::Returning => format!("{} reprend la présidence{over}{hour}.", addressed(&member.name)),
        ChairTitle::Elected => {
            let accounts =
                report.and_then(|id| docket.agenda.report(id)).is_some_and(crate::council::agenda::Report::is_accounts);
            let article = Rules::of(&docket.body, docket.meeting.date).article(Subject::Accounts).filter(|_| accounts);
            let article = in_brackets(article);
            let to = report.map_or_else(|| "la séance".to_owned(), |id| format!("le vote du rapport n° {id}"));
            let comma = if who.contains(',') { "," } else { "" };
            format!("{} élit{hour} {who}{comma} pour présider {to}{article}.", capitalised(the_body(docket.body.kind)))
        }
        ChairTitle::Eldest => {
            let article = Rules::of(&docket.body, docket.meeting.date).article(Subject::EldestPresides);
            let eldest = super::minutes::the_eldest(&member.name);
            let name = addressed(&member.name);
            format!("{name}, {eldest}, prend la présidence{over}{hour}{}.", in_brackets(article))
        }
        ChairTitle::Installed => {
            let office = if matches!(docket.body.kind, BodyKind::Commune | BodyKind::ConseilArrondissement) {
                Office::Mayor
            } else {
                Office::President
            };
            let title = super::elections::title(office, docket.body.kind, 1, member.name.civility);
            format!("{}, {title}, prend la présidence de la séance{hour}.", addressed(&member.name))
        }
        ChairTitle::Replacing => {
            let usual = docket.meeting.president.as_ref().and_then(|id| docket.roster.get(id));
            let place = usual.map(|usual| format!(", en remplacement {}", of_name(&with_role(usual))));
            let comma = if who.contains(',') { "," } else { "" };
            format!("{who}{comma} prend la présidence{over}{hour}{}.", place.unwrap_or_default())
        }
    }
}

/// « Madame Anne FOURNEL, maire ».
fn with_role(member: &Member) -> String {
    let role = member.role.as_deref().map(|role| format!(", {role}")).unwrap_or_default();
    format!("{}{role}", addressed(&member.name))
}

fn secretaries_named(secretaries: &[MemberId], assistants: &[String], hour: &str, docket: &Docket) -> String {
    let members: Vec<&Member> = secretaries.iter().filter_map(|id| docket.roster.get(id)).collect();
    let names: Vec<String> = members.iter().map(|member| addressed(&member.name)).collect();
    let agreement = Agreement::with(members.iter().map(|member| &member.name));
    let are = agreement.verb("est", "sont");
    let secretaries = if members.len() < 2 { "secrétaire" } else { "secrétaires" };
    let staff = if assistants.is_empty() { String::new() } else { format!(" ; {}", staff(assistants, "")) };
    format!("{} {are} {} {secretaries} de séance{hour}{staff}.", enumerate(&names), agreement.agreed("nommé"))
}

/// « auxiliaire de séance : Mme Zoé RAVEL, directrice générale des services »: each with the function, so a semicolon
/// between two.
fn staff(assistants: &[String], hour: &str) -> String {
    let head = if assistants.len() < 2 { "auxiliaire" } else { "auxiliaires" };
    format!("{head} de séance{hour} : {}", assistants.join(" ; "))
}

fn staff_named(assistants: &[String], hour: &str) -> String {
    if assistants.is_empty() {
        return format!("La séance n’a plus d’auxiliaire{hour}.");
    }
    format!("{}.", capitalised(&staff(assistants, hour)))
}

fn rapporteur_replaced(report: &ReportId, member: Option<&MemberId>, docket: &Docket) -> String {
    let planned = docket.agenda.report(report).and_then(|report| report.rapporteur.as_ref());
    match (member, planned.filter(|planned| Some(*planned) != member)) {
        (Some(member), Some(planned)) => {
            let planned = of_member(planned, docket);
            format!("{} présente le rapport n° {report}, en remplacement {planned}.", named(member, docket))
        }
        (Some(member), None) => format!("{} présente le rapport n° {report}.", named(member, docket)),
        (None, Some(planned)) => {
            let planned = named(planned, docket);
            format!("Le rapport n° {report}, que devait présenter {planned}, est présenté sans rapporteur.")
        }
        (None, None) => format!("Le rapport n° {report} est présenté sans rapporteur."),
    }
}

/// Who asked, without debate; the figures and the majority that it took; whether it was decided.
fn in_camera(vote: &InCameraVote, hour: &str, docket: &Docket) -> String {
    let askers: Vec<String> = vote.asked_by.iter().map(|id| named(id, docket)).collect();
    let asked = match askers.as_slice() {
        [] => format!("Il est demandé{hour} que la séance se tienne à huis clos."),
        [one] => format!("{one} demande{hour} que la séance se tienne à huis clos."),
        several => format!("{} demandent{hour} que la séance se tienne à huis clos.", enumerate(several)),
    };
    let voices = |number: u32, said: &str| format!("{number} voix {said}");
    let mut figures = vec![voices(vote.for_, "pour"), voices(vote.against, "contre")];
    if vote.abstentions > 0 {
        figures.push(count(vote.abstentions, "abstention", "abstentions"));
    }
    let article = Rules::of(&docket.body, docket.meeting.date).article(Subject::InCamera);
    let article = article.map(|article| format!(" ; {}", cited(article))).unwrap_or_default();
    let decided = if vote.is_adopted() { "décide de" } else { "refuse de" };
    format!(
        "{asked} {}, sans débat, {decided} siéger à huis clos par {} (majorité requise : {} voix{article}).",
        capitalised(the_body(docket.body.kind)),
        enumerate(&figures),
        vote.needed
    )
}
