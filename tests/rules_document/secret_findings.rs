//! An example of each finding of a secret ballot and of an election, in a chain as the others.

use hemicycle::council::docket::BodyKind;
use hemicycle::council::election::Form;
use hemicycle::council::finding::BadList as Bad;
use hemicycle::council::finding::SecretFinding::{self, *};
use hemicycle::council::law::{Article, Rules, Subject};
use hemicycle::council::secret::Ticket;

use jiff::civil::date;

use super::findings::{alice, article, lea, paul, seven};

/// The first of them.
pub fn first() -> SecretFinding {
    NotSecret(seven())
}

/// Other sentences for the same code.
pub fn others() -> Vec<SecretFinding> {
    let list = |name: &str| Ticket::List(name.to_owned());
    vec![
        TotalsDoNotAddUp { counted: 26, in_urn: 25 },
        NotEligible { report: seven(), ticket: list("Valmont en marche") },
        TieToSettle { tied: vec![list("Valmont"), list("Ensemble")], article: article(Subject::DeputyElection) },
        BadList(seven(), Bad::Empty),
        BadList(seven(), Bad::NameTwice("Valmont".to_owned())),
        BadList(seven(), Bad::CandidateTwice(alice())),
        BadList(seven(), Bad::TooLong { list: "Valmont".to_owned(), candidates: 6, posts: 5 }),
        NotTheEldest { chair: None, eldest: None, article: article(Subject::EldestPresides) },
    ]
}

fn in_a_departement(subject: Subject) -> Option<Article> {
    Rules::on(BodyKind::Departement, date(2025, 3, 3)).article(subject)
}

fn in_a_ccas(subject: Subject) -> Option<Article> {
    Rules::on(BodyKind::Ccas, date(2025, 3, 3)).article(subject)
}

/// The one that follows.
pub fn after(finding: &SecretFinding) -> Option<SecretFinding> {
    Some(match finding {
        NotSecret(_) => UrnStillOpen(seven()),
        UrnStillOpen(_) => UrnClosed(seven()),
        UrnClosed(_) => NotCounted(seven()),
        NotCounted(_) => CountedAlready(seven()),
        CountedAlready(_) => TotalsDoNotAddUp { counted: 24, in_urn: 25 },
        TotalsDoNotAddUp { .. } => NotEligible { report: seven(), ticket: Ticket::Member(alice()) },
        NotEligible { .. } => RoundToCome(seven()),
        RoundToCome(_) => NoRoundToCome(seven()),
        NoRoundToCome(_) => TieToSettle {
            tied: vec![Ticket::Member(alice()), Ticket::Member(paul())],
            article: article(Subject::HeadElection),
        },
        TieToSettle { .. } => NoTie(seven()),
        NoTie(_) => NotWaivable { report: seven(), article: article(Subject::SecretByLaw) },
        NotWaivable { .. } => BadList(seven(), Bad::ByName),
        BadList(..) => PostsUnknown(seven()),
        PostsUnknown(_) => ElectionStands(seven()),
        ElectionStands(_) => PublicPrevails(in_a_departement(Subject::SecretPrevails)),
        PublicPrevails(_) => SecretPrevails(article(Subject::SecretPrevails)),
        SecretPrevails(_) => OnlySecret(seven()),
        OnlySecret(_) => NoList(seven()),
        NoList(_) => OneByName(seven()),
        OneByName(_) => PostFilled(seven()),
        PostFilled(_) => TooFewForASecret { askers: 3, needed: 6, article: article(Subject::SecretBallot) },
        TooFewForASecret { .. } => SecretRefused { askers: 6, needed: 6, article: article(Subject::SecretBallot) },
        SecretRefused { .. } => SecretNotForeseen(in_a_departement(Subject::SecretBallot)),
        SecretNotForeseen(_) => MoreBallots { in_urn: 25, signed: 24 },
        MoreBallots { .. } => FewerBallots { in_urn: 23, signed: 24 },
        FewerBallots { .. } => SecretFromAfar { remote: 2, article: article(Subject::RemoteBallot) },
        SecretFromAfar { .. } => SecretTieNotSettled(in_a_departement(Subject::CastingVote)),
        SecretTieNotSettled(_) => {
            NotTheEldest { chair: Some(alice()), eldest: Some(paul()), article: article(Subject::EldestPresides) }
        }
        NotTheEldest { .. } => NotTheYoungest { youngest: lea(), article: in_a_departement(Subject::YoungestWrites) },
        NotTheYoungest { .. } => {
            CouncilIncomplete { in_office: 26, legal_size: 27, article: article(Subject::CompleteCouncil) }
        }
        CouncilIncomplete { .. } => {
            NotAlternate { list: "Valmont".to_owned(), article: article(Subject::AlternateList) }
        }
        NotAlternate { .. } => TooManyDeputies { posts: 9, limit: 8, article: article(Subject::MostDeputies) },
        TooManyDeputies { .. } => FormOfTheLaw { form: Form::ByList, article: article(Subject::DeputyElection) },
        FormOfTheLaw { .. } => PublicNotForeseen(in_a_ccas(Subject::PublicBallot)),
        PublicNotForeseen(_) => return None,
    })
}
