//! The sentences of the papers and of the proclamation.

use crate::council::agenda::{OpinionSense, Report, ReportKind};
use crate::council::docket::{BodyKind, Docket};
use crate::council::finding::{Code, Finding};
use crate::council::law::{Rules, Subject};
use crate::council::name::{Civility, Name};
use crate::council::outcome::Outcome;
use crate::council::roster::Member;

use super::articles::{in_brackets, in_full};
use super::grammar::{
    addressed, at_the_place, is_feminine, of_the_body, the_chair_addressed, the_named_body, to_the_body,
};
use super::letters::in_the_year;
use super::minutes::the_eldest;
use super::numbers::date;

/// « favorable ».
#[must_use]
pub fn sense_word(sense: OpinionSense) -> &'static str {
    match sense {
        OpinionSense::Favourable => "favorable",
        OpinionSense::Unfavourable => "défavorable",
        OpinionSense::Reserved => "réservé",
    }
}

/// The result in a few words: « Adopté à l’unanimité ».
#[must_use]
pub fn result(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::AdoptedUnanimously => "Adopté à l’unanimité",
        Outcome::Adopted => "Adopté à la majorité",
        Outcome::AdoptedByCastingVote => "Adopté, la voix de la présidence étant prépondérante",
        Outcome::Rejected => "Rejeté",
        Outcome::RejectedByCastingVote => "Rejeté, la voix de la présidence étant prépondérante",
        Outcome::RejectedByTie => "Rejeté : partage égal sans voix prépondérante",
        Outcome::AdoptedNoMajorityAgainst => "Adopté, aucune majorité ne s’étant dégagée contre",
        Outcome::RejectedNothingCast => "Rejeté : aucun suffrage exprimé",
        Outcome::RejectedShortOfMajority => "Rejeté : la majorité requise n’est pas atteinte",
        Outcome::Acknowledged => "Donné acte",
        Outcome::Heard => "Entendu",
        Outcome::Settled => "Arrêté",
        Outcome::AppointedWithoutVote => "Désignation sans vote",
        Outcome::Elected => "Élu",
        Outcome::NobodyElected => "Personne n’est élu",
        Outcome::Withdrawn => "Retiré de l’ordre du jour",
        Outcome::Postponed => "Renvoyé à une séance ultérieure",
        Outcome::SetAside => "Question préalable adoptée : il n’y a pas lieu de délibérer",
    }
}

/// Before what was said and by whom.
pub const VOTES: &str = "Votes : ";

/// « Le 3 mars 2022, le Conseil … s’est réuni en session ordinaire au …, sur la convocation … », of what is known.
///
/// « En session ordinaire » is wording of the form: the session file has no field for an extraordinary one. A council that
/// elects who presides it is not said to be in one: it meets to be installed, or of right.
#[must_use]
pub fn convening(docket: &Docket, rules: &Rules) -> String {
    convened(&format!("Le {}", date(docket.meeting.date)), docket, rules)
}

/// The same with its day in letters, as minutes have it: « L’an deux mille vingt-cinq, le trois mars, le Conseil … ».
#[must_use]
pub fn convening_in_letters(docket: &Docket, rules: &Rules) -> String {
    convened(&in_the_year(docket.meeting.date), docket, rules)
}

fn convened(day: &str, docket: &Docket, rules: &Rules) -> String {
    let meeting = &docket.meeting;
    let body = the_named_body(&docket.body);
    let met = if is_feminine(&body) { "s’est réunie" } else { "s’est réuni" };
    let place = meeting.place.as_deref().map(|place| format!(" {}", at_the_place(place))).unwrap_or_default();
    let convened = if meeting.convened_by.is_some() || meeting.convened_on.is_some() {
        let by = meeting.convened_by.as_deref().map(|by| format!(" par {by}")).unwrap_or_default();
        let on = meeting.convened_on.map(|day| format!(", le {}", date(day))).unwrap_or_default();
        let law = rules.article(Subject::Convocation);
        let law = law.map(|article| format!(", conformément {}", in_full(article).to)).unwrap_or_default();
        format!(", sur la convocation qui lui a été adressée{by}{on}{law}")
    } else {
        String::new()
    };
    let session = if elects_who_presides(docket) { "" } else { " en session ordinaire" };
    format!("{day}, {body} {met}{session}{place}{convened}.")
}

/// Whether the agenda has the election of a mayor or of a president.
fn elects_who_presides(docket: &Docket) -> bool {
    let elects = |report: &Report| matches!(report.kind, ReportKind::Election { office, .. } if office.presides());
    docket.agenda.reports().any(elects)
}

/// « Monsieur Loïc GACHON donne lecture du rapport ci-joint. »
#[must_use]
pub fn rapporteur(name: &Name, has_text: bool) -> String {
    let does = if has_text { "donne lecture du rapport ci-joint" } else { "présente le rapport" };
    format!("{} {does}.", addressed(name))
}

/// « Monsieur le Président soumet pour avis au Conseil de Territoire le rapport suivant : »; the president is who is known
/// to preside, or the eldest who presides while that is elected.
#[must_use]
pub fn submits(kind: BodyKind, president: Option<&Member>, is_the_eldest: bool, report: &Report) -> String {
    let chair = match president.filter(|_| is_the_eldest).map(|eldest| (eldest.name.civility, &eldest.name)) {
        Some((Some(Civility::Mr), name)) => format!("Monsieur le {}", the_eldest(name)),
        Some((Some(Civility::Mrs), name)) => format!("Madame la {}", the_eldest(name)),
        Some((None, _)) | None => the_chair_addressed(kind, president),
    };
    let for_opinion = match report.kind {
        ReportKind::Opinion { .. } => " pour avis",
        _ => "",
    };
    let what = match report.kind {
        ReportKind::Wish => "le vœu suivant",
        ReportKind::Motion => "la motion suivante",
        _ => "le rapport suivant",
    };
    format!("{chair} soumet{for_opinion} {} {what} :", to_the_body(kind))
}

/// What the act is about, with its chapter: « Politique de la ville - AVIS - Approbation de la convention ».
#[must_use]
pub fn object_in_full(report: &Report, chapter: Option<&str>) -> String {
    let opinion = matches!(report.kind, ReportKind::Opinion { .. }).then_some("AVIS");
    let parts: Vec<&str> = chapter.into_iter().chain(opinion).chain([report.object.as_str()]).collect();
    parts.join(" – ")
}

/// « Ont signé le Président et les membres du Conseil de Territoire présents »: the form until 30 June 2022.
#[must_use]
pub fn all_present_signed(kind: BodyKind, chair: &str) -> String {
    format!("Ont signé {chair} et les membres {} présents", of_the_body(kind))
}

/// An irregular step that was gone through with: the rule, whom it is about and its article, without the reason.
#[must_use]
pub fn irregularity(code: Code, about: Option<&Name>, report: Option<&Report>, docket: &Docket) -> String {
    let rules = Rules::of(&docket.body, docket.meeting.date);
    let is_of_the_accounts = code == Finding::NOTHING_CAST && report.is_some_and(Report::is_accounts);
    let (rule, subject) = match IRREGULARITIES.iter().find(|(known, ..)| *known == code) {
        Some((_, rule, subject)) => {
            let named = about.map(|name| format!(", {},", addressed(name))).unwrap_or_default();
            (rule.replace("{}", &named), *subject)
        }
        None => ("règle non respectée".to_owned(), None),
    };
    let subject = subject.map(|subject| if is_of_the_accounts { Subject::Accounts } else { subject });
    format!("{rule}{}", in_brackets(subject.and_then(|subject| rules.article(subject))))
}

/// What each irregular finding is called once a reason was recorded for it; « {} » is where the member is named.
const IRREGULARITIES: [(Code, &str, Option<Subject>); 40] = [
    (Code::irregular(1), "un membre porte plus de pouvoirs qu’il n’est permis", Some(Subject::ProxiesPerHolder)),
    (Code::irregular(2), "le quorum n’est pas atteint", Some(Subject::Quorum)),
    (Code::irregular(3), "les règles de quorum et de pouvoirs sont discutées à cette date", Some(Subject::Quorum)),
    (Code::irregular(4), "le membre qui doit présider{} ne le peut pas", Some(Subject::Chair)),
    (Code::irregular(5), "le secrétaire de séance{} n’est pas dans la salle", Some(Subject::Secretary)),
    (Code::irregular(6), "aucun suffrage n’est exprimé", Some(Subject::Majority)),
    (Code::irregular(7), "partage égal sans voix prépondérante", Some(Subject::CastingVote)),
    (Code::irregular(8), "une heure est notée avant la précédente", None),
    (Code::irregular(9), "un mouvement est noté après des votes qui ne l’ont pas compté", None),
    (Code::irregular(10), "un membre participe à distance", Some(Subject::Remote)),
    (Code::irregular(11), "un pouvoir dure plus de séances de suite qu’il n’est permis", Some(Subject::ProxyRun)),
    (Code::irregular(12), "la présidence n’est pas prise dans l’ordre de remplacement", Some(Subject::Chair)),
    (Code::irregular(13), "un membre déclaré intéressé{} prend part au rapport", Some(Subject::Interest)),
    (Code::irregular(14), "qui répond des comptes ne s’est pas retiré pour leur vote", Some(Subject::Accounts)),
    (Code::irregular(15), "la seconde réunion suit de trop près la première", Some(Subject::SecondConvocation)),
    (Code::irregular(16), "le délai de convocation n’est pas respecté", Some(Subject::Notice)),
    (Code::irregular(17), "trop peu de membres ont demandé le huis clos", Some(Subject::InCameraAskers)),
    (Code::irregular(18), "qui préside au vote des comptes n’y a pas été élu", Some(Subject::Accounts)),
    (Code::irregular(20), "trop peu de membres ont demandé le scrutin public", Some(Subject::PublicBallot)),
    (Code::irregular(21), "la majorité requise ne peut être atteinte par les voix présentes ou représentées", None),
    (Code::irregular(22), "le rapport ne figurait pas à l’ordre du jour de la convocation", Some(Subject::Convocation)),
    (Code::irregular(23), "un scrutin secret est exigé par un texte", Some(Subject::SecretByLaw)),
    (Code::irregular(24), "une désignation est votée autrement qu’au scrutin secret", Some(Subject::Appointment)),
    (
        Code::irregular(25),
        "le vote a lieu au scrutin ordinaire avec des membres à distance",
        Some(Subject::RemoteBallot),
    ),
    (Code::irregular(26), "le vote rectifié ne change pas la suite donnée au rapport", None),
    (Code::irregular(27), "le scrutin public, demandé par assez de membres, est refusé", Some(Subject::PublicBallot)),
    (Code::irregular(28), "trop peu de membres ont demandé le scrutin secret", Some(Subject::SecretBallot)),
    (Code::irregular(29), "le scrutin secret, demandé par assez de membres, est refusé", Some(Subject::SecretBallot)),
    (Code::irregular(30), "le scrutin secret n’est prévu que pour les nominations", Some(Subject::SecretBallot)),
    (Code::irregular(31), "il y a plus de bulletins dans l’urne que d’émargements", None),
    (Code::irregular(32), "il y a moins de bulletins dans l’urne que d’émargements", None),
    (Code::irregular(33), "un scrutin secret est tenu avec des membres à distance", Some(Subject::RemoteBallot)),
    (
        Code::irregular(34),
        "partage égal au scrutin secret, sans texte sur la voix du président",
        Some(Subject::CastingVote),
    ),
    (Code::irregular(35), "qui préside à cette élection n’est pas le doyen d’âge", Some(Subject::EldestPresides)),
    (Code::irregular(36), "le secrétaire de cette élection n’est pas le benjamin", Some(Subject::YoungestWrites)),
    (Code::irregular(37), "le conseil n’est pas au complet", Some(Subject::CompleteCouncil)),
    (Code::irregular(38), "une liste n’alterne pas un candidat de chaque sexe", Some(Subject::AlternateList)),
    (Code::irregular(39), "il y a plus d’adjoints que la loi n’en permet", Some(Subject::MostDeputies)),
    (Code::irregular(40), "le mode d’élection n’est pas celui du texte", None),
    (Code::irregular(41), "le scrutin public n’est pas prévu par le texte de l’assemblée", Some(Subject::PublicBallot)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::council::agenda::Agenda;
    use crate::council::attendance::Attendance;
    use crate::council::docket::{Body, Meeting};
    use crate::council::id::MemberId;
    use crate::council::name::Civility;
    use crate::council::roster::Roster;

    /// A commune with a mayor in the chair and a secretary.
    fn docket() -> Docket {
        let member = |id: &str, civility| Member {
            id: MemberId::new(id),
            name: Name { surname: id.to_uppercase(), first: "Dominique".to_owned(), civility: Some(civility) },
            group: None,
            role: None,
            rank: None,
            birth: None,
            standing: crate::council::roster::Standing::InOffice,
        };
        Docket {
            body: Body {
                name: "Commune d’Essai".to_owned(),
                kind: BodyKind::Commune,
                siren: None,
                department: None,
                population: None,
                legal_size: None,
                settings: crate::council::settings::Settings::default(),
                conventions: crate::council::conventions::Conventions::default(),
                numbering: None,
                phrases: crate::council::phrases::Phrases::default(),
            },
            meeting: Meeting {
                date: jiff::civil::date(2025, 3, 3),
                hour: None,
                place: None,
                convened_on: None,
                convened_by: None,
                president: Some(MemberId::new("maire")),
                secretaries: vec![MemberId::new("plume")],
                assistants: vec![],
                second_of: None,
                first_number: None,
            },
            roster: Roster::new(vec![member("maire", Civility::Mrs), member("plume", Civility::Mr)]),
            expected: Attendance::default(),
            agenda: Agenda::default(),
            proxy_runs: std::collections::BTreeMap::default(),
        }
    }

    #[test]
    fn every_irregular_finding_of_the_sitting_is_named_in_the_papers() {
        let said = |number| irregularity(Code::irregular(number), None, None, &docket());
        for number in (1..=40).filter(|number| *number != 19) {
            assert_ne!(said(number), "règle non respectée", "W{number:03}");
            assert!(!said(number).contains('{'), "{}", said(number));
        }
        assert_eq!(said(2), "le quorum n’est pas atteint (art. L.2121-17 du CGCT)");
    }

    #[test]
    fn an_irregularity_about_the_chair_or_the_secretary_names_who() {
        let docket = docket();
        let members: Vec<&Member> = docket.roster.iter().collect();
        let said = |number| {
            let about = if number == 4 { members[0] } else { members[1] };
            irregularity(Code::irregular(number), Some(&about.name), None, &docket)
        };
        assert_eq!(
            said(4),
            "le membre qui doit présider, Madame Dominique MAIRE, ne le peut pas (art. L.2122-17 du CGCT)"
        );
        assert_eq!(
            said(5),
            "le secrétaire de séance, Monsieur Dominique PLUME, n’est pas dans la salle (art. L.2121-15 du CGCT)"
        );
    }
}
