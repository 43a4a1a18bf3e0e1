//! The words for what a report asks, how a vote is recorded, which majority it takes, what is put before its text. One place
//! for all: screens, papers and messages say the same.

use crate::council::election::{Form, Office};
use crate::council::kind::{OpinionSense, ReportKind};
use crate::council::majority::Majority;
use crate::council::outcome::Outcome;
use crate::council::proposal::{Dropped, ProposalId};
use crate::council::way::{Stated, Way};

use super::grammar::{capitalised, feminine, uncapitalised};

/// « délibération », « avis favorable », « donné acte »: the kind of a report.
#[must_use]
pub fn kind(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Deliberation => "délibération",
        ReportKind::Opinion { sense: OpinionSense::Favourable } => "avis favorable",
        ReportKind::Opinion { sense: OpinionSense::Unfavourable } => "avis défavorable",
        ReportKind::Opinion { sense: OpinionSense::Reserved } => "avis réservé",
        ReportKind::Acknowledgement { .. } => "donné acte",
        ReportKind::Information => "information",
        ReportKind::Communication => "communication",
        ReportKind::Decisions => "décisions prises par délégation",
        ReportKind::OralQuestion => "question orale",
        ReportKind::Wish => "vœu",
        ReportKind::Motion => "motion",
        ReportKind::PreviousMinutes { .. } => "procès-verbal à arrêter",
        ReportKind::AdministrativeAccounts => "compte administratif",
        ReportKind::UnifiedAccounts => "compte financier unique",
        ReportKind::Appointment { .. } => "désignation",
        ReportKind::Election { .. } => "élection",
    }
}

/// « majorité absolue des suffrages exprimés ».
#[must_use]
pub fn majority(majority: Majority) -> &'static str {
    match majority {
        Majority::OfCast => "majorité absolue des suffrages exprimés",
        Majority::OfMembers => "majorité absolue des membres en exercice",
        Majority::ThreeFifthsOfCast => "majorité des trois cinquièmes des suffrages exprimés",
        Majority::ThreeFifthsOfMembers => "majorité des trois cinquièmes des membres en exercice",
        Majority::TwoThirdsOfCast => "majorité des deux tiers des suffrages exprimés",
        Majority::TwoThirdsOfMembers => "majorité des deux tiers des membres en exercice",
        Majority::Relative => "majorité relative",
        Majority::NoneAgainst => "absence de majorité contre",
    }
}

/// « par exception », « par appel nominal »: how a vote is recorded.
#[must_use]
pub fn way(way: Way) -> &'static str {
    match way {
        Way::ByException => "par exception",
        Way::RollCall => "par appel nominal",
        Way::Figures => "en chiffres, sans les noms",
        Way::Result => "par le seul résultat",
        Way::WithoutVote => "sans vote",
        Way::Secret => "au scrutin secret",
    }
}

/// « maire », « adjoints au maire »: what is elected.
#[must_use]
pub fn office(office: Office) -> &'static str {
    match office {
        Office::Mayor => "maire",
        Office::President => "présidence",
        Office::Deputies => "adjoints au maire",
        Office::Deputy => "adjoint au maire",
        Office::VicePresidents => "vice-présidents",
        Office::PermanentCommittee => "commission permanente",
        Office::CommunityCouncillors => "conseillers communautaires",
        Office::TenderCommittee => "commission d’appel d’offres",
        Office::CcasBoard => "conseil d’administration du CCAS",
        Office::Delegates => "délégués",
    }
}

/// « scrutin uninominal », « scrutin de liste majoritaire »: how it is elected.
#[must_use]
pub fn form(form: Form) -> &'static str {
    match form {
        Form::ByName => "scrutin uninominal",
        Form::ByList => "scrutin de liste majoritaire",
        Form::HighestRemainder => "proportionnelle au plus fort reste",
        Form::HighestAverage => "proportionnelle à la plus forte moyenne",
    }
}

/// « assesseurs » where [they are so called](Office::has_assessors), « scrutateurs » elsewhere.
#[must_use]
pub fn tellers(kind: Option<ReportKind>, how_many: usize) -> &'static str {
    let are_assessors = matches!(kind, Some(ReportKind::Election { office, .. }) if office.has_assessors());
    match (are_assessors, how_many < 2) {
        (true, true) => "assesseur",
        (true, false) => "assesseurs",
        (false, true) => "scrutateur",
        (false, false) => "scrutateurs",
    }
}

/// « 2e tour », « 1er tour, 3e poste »: the post is named from the second on.
#[must_use]
pub fn round(post: u32, number: u32) -> String {
    let rank = |number: u32| if number == 1 { "1er".to_owned() } else { format!("{number}e") };
    let post = if post > 1 { format!(", {} poste", rank(post)) } else { String::new() };
    format!("{} tour{post}", rank(number))
}

/// « adopté à l’unanimité »: a result stated without figures.
#[must_use]
pub fn stated(stated: Stated) -> &'static str {
    match stated {
        Stated::Unanimously => "adopté à l’unanimité",
        Stated::Adopted => "adopté à la majorité",
        Stated::Rejected => "rejeté",
    }
}

/// « l’amendement n° 2 », « la partie « article 3 » », « le renvoi », « la question préalable ».
#[must_use]
pub fn proposal(id: &ProposalId) -> String {
    match id {
        ProposalId::Amendment(number) => format!("l’amendement n° {number}"),
        ProposalId::Part(part) => format!("la partie « {part} »"),
        ProposalId::Postponement => "le renvoi".to_owned(),
        ProposalId::PreviousQuestion => "la question préalable".to_owned(),
    }
}

/// The same as a heading: « Amendement n° 2 », « Vote par division : article 3 ».
#[must_use]
pub fn proposal_title(id: &ProposalId) -> String {
    match id {
        ProposalId::Amendment(number) => format!("Amendement n° {number}"),
        ProposalId::Part(part) => format!("Vote par division : {part}"),
        ProposalId::Postponement => "Renvoi à une séance ultérieure".to_owned(),
        ProposalId::PreviousQuestion => "Question préalable".to_owned(),
    }
}

/// Whether its noun is feminine: « la partie », « la question préalable ».
#[must_use]
pub fn is_feminine(id: &ProposalId) -> bool {
    matches!(id, ProposalId::Part(_) | ProposalId::PreviousQuestion)
}

/// What a participle takes behind it to agree with that noun: « e », or nothing.
#[must_use]
pub fn ending(id: &ProposalId) -> &'static str {
    if is_feminine(id) { "e" } else { "" }
}

/// A result of a proposal, in agreement with its noun: « adopté 26-3-1 » of an amendment, « adoptée 26-3-1 » of a part.
#[must_use]
pub fn agreed(id: &ProposalId, result: &str) -> String {
    if is_feminine(id) { feminine(result) } else { result.to_owned() }
}

/// What a result is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About<'a> {
    /// The text of a report of that kind.
    Text(ReportKind),
    /// A proposal.
    Proposal(&'a ProposalId),
}

impl<'a> About<'a> {
    /// A proposal in a report of that kind, or its text.
    #[must_use]
    pub fn of(kind: ReportKind, on: Option<&'a ProposalId>) -> Self {
        on.map_or(Self::Text(kind), Self::Proposal)
    }
}

/// « Adopté à la majorité » in the words of what it is about: « Donné acte à la majorité », « Adoptée à la majorité » of a motion
/// or a part, « Avis défavorable : adopté à la majorité ».
#[must_use]
pub fn decided(about: About<'_>, result: &str, outcome: Outcome) -> String {
    match about {
        About::Proposal(id) => agreed(id, result),
        About::Text(kind) => in_kind(kind, result, outcome),
    }
}

fn in_kind(kind: ReportKind, result: &str, outcome: Outcome) -> String {
    match kind {
        ReportKind::Acknowledgement { .. } => {
            result.replacen("Adopté", "Donné acte", 1).replacen("Rejeté", "Donné acte refusé", 1)
        }
        ReportKind::Motion => feminine(result),
        // « Adopté » alone would be read as favourable, and « Rejeté » as what became of the draft.
        ReportKind::Opinion { sense } if sense != OpinionSense::Favourable || !outcome.is_adopted() => {
            format!("{} : {}", capitalised(self::kind(kind)), uncapitalised(result))
        }
        // Earlier minutes are settled, not adopted.
        ReportKind::PreviousMinutes { .. } => {
            result.replacen("Adopté", "Arrêté", 1).replacen("Rejeté", "Non arrêté", 1)
        }
        _ => result.to_owned(),
    }
}

/// « retiré », « sans objet »: why a proposal was not voted.
#[must_use]
pub fn dropped(how: Dropped) -> &'static str {
    match how {
        Dropped::Withdrawn => "retiré",
        Dropped::Moot => "sans objet",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::name::{Civility, Name};
    use crate::french::elections;
    use crate::french::screen::urn;

    #[test]
    fn those_who_count_are_called_the_same_on_the_screen_in_the_record_and_on_paper() {
        let man = Name { surname: "AUBRY".into(), first: "Paul".into(), civility: Some(Civility::Mr) };
        for office in Office::ALL {
            let name = tellers(Some(ReportKind::Election { office, posts: None }), 2);
            let screen = urn::tellers(Some(office), 2).trim_end_matches(" : ").to_lowercase();
            let paper = elections::tellers(Some(office), &[&man, &man]).to_lowercase();
            let missing = urn::no_tellers(Some(office));
            assert_eq!((name, name, format!("les {name}").as_str()), (&*screen, &*paper, missing), "{office:?}");
        }
    }
}
