//! The table of the dated rules in French: for each subject the bodies, the days, the value, the article.

use std::fmt::Write as _;

use hemicycle::council::docket::BodyKind;
use hemicycle::council::law::{Rule, Subject, TABLE, Value};
use hemicycle::french::numbers;

/// The sections of the table, in its order.
pub fn tables() -> String {
    let mut subjects: Vec<Subject> = Vec::new();
    for rule in TABLE {
        if !subjects.contains(&rule.subject) {
            subjects.push(rule.subject);
        }
    }
    let mut text = String::new();
    for subject in subjects {
        let _ = writeln!(text, "### {}\n", heading(subject));
        text.push_str("| assemblées | du | au | règle | article |\n|---|---|---|---|---|\n");
        for rule in TABLE.iter().filter(|rule| rule.subject == subject) {
            text.push_str(&row(rule));
        }
        text.push('\n');
    }
    text
}

fn row(rule: &Rule) -> String {
    let bodies: Vec<&str> = rule.bodies.iter().map(|body| name(*body)).collect();
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "–".to_owned(), numbers::date);
    let (from, until) = (day(rule.from), day(rule.until));
    format!("| {} | {from} | {until} | {} | {} |\n", bodies.join(", "), value(rule), rule.article.0)
}

fn name(body: BodyKind) -> &'static str {
    match body {
        BodyKind::Commune => "commune",
        BodyKind::Epci => "EPCI",
        BodyKind::Metropole => "métropole",
        BodyKind::ConseilDeTerritoire => "conseil de territoire",
        BodyKind::ConseilArrondissement => "conseil d’arrondissement",
        BodyKind::Departement => "département",
        BodyKind::Region => "région",
        BodyKind::CommissionPermanente => "commission permanente",
        BodyKind::Ccas => "CCAS",
        BodyKind::Syndicat => "syndicat",
        BodyKind::Autre => "autre",
    }
}

fn heading(subject: Subject) -> &'static str {
    match subject {
        Subject::Quorum => "Quorum",
        Subject::ProxiesPerHolder => "Pouvoirs par mandataire",
        Subject::Majority => "Majorité",
        Subject::CastingVote => "Voix prépondérante",
        Subject::Chair => "Remplacement de la présidence",
        Subject::Secretary => "Secrétaire de séance",
        Subject::Convocation => "Convocation",
        Subject::Minutes => "Contenu du procès-verbal",
        Subject::ListOfActs => "Liste des délibérations examinées",
        Subject::Register => "Registre des délibérations",
        Subject::Proxy => "Pouvoir donné à un collègue",
        Subject::Signatures => "Signature des délibérations",
        Subject::Remote => "Participation à distance",
        Subject::ProxyRun => "Durée d’un pouvoir",
        Subject::InCameraAskers => "Demande de huis clos",
        Subject::InCamera => "Vote du huis clos",
        Subject::Interest => "Membre intéressé",
        Subject::Representative => "Représentant dans l’organisme concerné",
        Subject::Accounts => "Vote des comptes",
        Subject::SecondConvocation => "Seconde convocation",
        Subject::Notice => "Délai de convocation",
        Subject::PublicBallot => "Demande de scrutin public",
        Subject::RemoteBallot => "Scrutin avec des membres à distance",
        Subject::Appointment => "Désignation sans vote",
        Subject::SecretByLaw => "Scrutin secret imposé",
        Subject::Delegation => "Décisions prises par délégation",
        Subject::SecretBallot => "Demande de scrutin secret",
        Subject::SecretPrevails => "Scrutin public et scrutin secret demandés ensemble",
        Subject::SecretTie => "Partage égal au scrutin secret",
        Subject::HeadQuorum => "Quorum de l’élection de la présidence",
        Subject::EldestPresides => "Présidence de l’élection de l’exécutif",
        Subject::YoungestWrites => "Secrétariat de cette élection",
        Subject::CompleteCouncil => "Conseil au complet",
        Subject::AlternateList => "Composition des listes",
        Subject::MostDeputies => "Nombre d’adjoints",
        Subject::HeadElection => "Élection du maire ou de la présidence",
        Subject::DeputyElection => "Élection des adjoints et vice-présidents",
        Subject::PermanentCommittee => "Élection de la commission permanente",
        Subject::CommunityCouncillors => "Élection de conseillers communautaires par le conseil",
        Subject::TenderCommittee => "Élection de la commission d’appel d’offres",
        Subject::CcasBoard => "Élection au conseil d’administration du CCAS",
    }
}

fn value(rule: &Rule) -> String {
    match (rule.subject, rule.value) {
        (_, Value::MoreThanHalf) => "plus de la moitié des membres en exercice, présents".to_owned(),
        (_, Value::MoreThanHalfWithRepresented) => {
            "plus de la moitié des membres en exercice, présents ou représentés".to_owned()
        }
        (_, Value::OneThird) => "un tiers des membres en exercice, présents".to_owned(),
        (_, Value::TwoThirds) => "deux tiers des membres en exercice, présents".to_owned(),
        (_, Value::Percent(parts)) => format!("{parts} % de l’effectif légal au plus, arrondi au-dessous"),
        (Subject::DeputyElection, Value::FromPopulation(0)) => "au scrutin de liste majoritaire".to_owned(),
        (Subject::DeputyElection, Value::FromPopulation(least)) => {
            format!("au scrutin de liste majoritaire à partir de {} habitants, un à un en dessous", thousands(least))
        }
        (_, Value::FromPopulation(0)) => holds(rule.subject).to_owned(),
        (_, Value::FromPopulation(least)) => {
            format!("{}, à partir de {} habitants", holds(rule.subject), thousands(least))
        }
        (_, Value::OfMembers) => {
            "majorité absolue des membres aux deux premiers tours, relative au troisième ; à égalité, le plus âgé"
                .to_owned()
        }
        (_, Value::HighestRemainder) => {
            "listes à la proportionnelle, au plus fort reste ; à égalité, les voix, puis le candidat le plus âgé"
                .to_owned()
        }
        (_, Value::HighestAverage) => {
            "listes à la proportionnelle, à la plus forte moyenne ; à égalité, les voix, puis le candidat le plus âgé"
                .to_owned()
        }
        (Subject::DeputyElection, Value::No) => "un à un".to_owned(),
        (_, Value::Disputed) => "discuté : le programme ne tranche pas".to_owned(),
        (Subject::ProxyRun, Value::AtMost(limit)) => {
            format!("{limit} séances de suite au plus, maladie constatée à part")
        }
        (_, Value::AtMost(limit)) => format!("{} au plus", numbers::count(limit, "pouvoir", "pouvoirs")),
        (_, Value::AtLeast(askers)) => format!("{askers} membres, ou la présidence"),
        (_, Value::ClearDays(0, 0)) => "aucun délai n’est fixé".to_owned(),
        (_, Value::ClearDays(small, large)) if small == large => format!("{small} jours francs"),
        (_, Value::ClearDays(small, large)) => {
            format!("{small} jours francs ; {large} à partir de 3 500 habitants")
        }
        (_, Value::OneIn(parts)) => format!("un sur {parts} des membres présents, arrondi au-dessus"),
        (_, Value::Number(number)) => number.to_string(),
        (Subject::PublicBallot, Value::No) => "pas de scrutin public".to_owned(),
        (Subject::SecretBallot, Value::No) => "pour les nominations seulement".to_owned(),
        (Subject::SecretPrevails, Value::No) => "le scrutin public l’emporte".to_owned(),
        (Subject::SecretTie, Value::No) => {
            "le rapport n’est pas adopté : la voix de la présidence ne compte pas double".to_owned()
        }
        (_, Value::No) => "non".to_owned(),
        (_, Value::AllPresent) => "la présidence et tous les membres présents".to_owned(),
        (_, Value::ChairAndSecretary) => "la présidence et le secrétaire".to_owned(),
        (subject, Value::Holds) => holds(subject).to_owned(),
    }
}

/// « 1 000 », with the narrow space of a number.
fn thousands(number: u32) -> String {
    format!("{}\u{202f}{:03}", number / 1_000, number % 1_000)
}

/// What the rule of a subject says where it has no figure.
fn holds(subject: Subject) -> &'static str {
    match subject {
        Subject::Majority => "majorité absolue des suffrages exprimés",
        Subject::CastingVote => "la voix de qui préside l’emporte en cas de partage",
        Subject::Chair => "adjoints dans l’ordre, puis un membre désigné par le conseil",
        Subject::Secretary => "un ou plusieurs membres, nommés à chaque séance",
        Subject::Convocation => "par qui préside",
        Subject::Minutes => {
            "date et heure, noms, quorum, ordre du jour, délibérations et rapports, demandes de scrutin, résultats, discussions"
        }
        Subject::ListOfActs => "affichée et mise en ligne dans la semaine",
        Subject::Register => "par ordre de date, feuillets cotés et paraphés, tables par date et par objet",
        Subject::Proxy => "écrit, à un membre présent",
        Subject::Remote => "permise",
        Subject::InCamera => "plus de la moitié des membres présents ou représentés",
        Subject::Interest => "ne prend pas part au vote",
        Subject::Representative => "ne compte d’aucun côté du quorum",
        Subject::Accounts => "qui en répond se retire ; adoptés sauf majorité contre",
        Subject::RemoteBallot => "scrutin public",
        Subject::Appointment => "les seules candidatures prennent effet, lecture en est donnée",
        Subject::SecretByLaw => "maire et adjoints : scrutin secret, même avec une seule candidature",
        Subject::Delegation => "le maire en rend compte au conseil",
        Subject::SecretPrevails => "le scrutin secret l’emporte",
        Subject::EldestPresides => "le plus âgé des membres présents préside",
        Subject::YoungestWrites => "le plus jeune des membres présents est secrétaire",
        Subject::CompleteCouncil => "aucun siège vacant au jour de l’élection",
        Subject::AlternateList => "alternativement un candidat de chaque sexe",
        Subject::HeadElection => {
            "majorité absolue aux deux premiers tours, relative au troisième ; à égalité, le plus âgé"
        }
        Subject::DeputyElection => {
            "majorité absolue aux deux premiers tours, relative au troisième ; à égalité, la moyenne d’âge la plus élevée"
        }
        Subject::PublicBallot
        | Subject::Quorum
        | Subject::ProxiesPerHolder
        | Subject::Signatures
        | Subject::ProxyRun
        | Subject::InCameraAskers
        | Subject::SecondConvocation
        | Subject::Notice
        | Subject::SecretBallot
        | Subject::SecretTie
        | Subject::HeadQuorum
        | Subject::MostDeputies
        | Subject::PermanentCommittee
        | Subject::CommunityCouncillors
        | Subject::TenderCommittee
        | Subject::CcasBoard => "oui",
    }
}
