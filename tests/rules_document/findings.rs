//! An example of each finding. One that is added has to be given its place in the chain, or nothing compiles.

use hemicycle::council::ballot::Choice;
use hemicycle::council::docket::BodyKind;
use hemicycle::council::finding::Finding::{self, *};
use hemicycle::council::finding::{self, ReportFinding};
use hemicycle::council::hour::Hour;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::law::{Article, OWN_SETTING, Rules, Subject};
use hemicycle::council::majority::Majority;
use hemicycle::council::name::Name;
use hemicycle::council::proposal::ProposalId;
use hemicycle::council::quorum::{Fraction, Quorum};
use hemicycle::council::roster::{Member, Roster, Standing};
use jiff::civil::date;

/// The people of the examples.
pub fn roster() -> Roster {
    let member = |id: &str, surname: &str, first: &str| Member {
        id: MemberId::new(id),
        name: Name { surname: surname.to_owned(), first: first.to_owned(), civility: None },
        group: None,
        role: None,
        rank: None,
        birth: None,
        standing: Standing::InOffice,
    };
    Roster::new(vec![
        member("roche-alice", "ROCHE", "Alice"),
        member("berger-paul", "BERGER", "Paul"),
        member("colin-lea", "COLIN", "Léa"),
    ])
}

/// Every finding, one example each.
pub fn all() -> Vec<Finding> {
    let mut all = vec![UnknownMember(MemberId::new("dupond"))];
    while let Some(next) = all.last().and_then(after) {
        all.push(next);
    }
    // Two sentences for one code.
    all.extend(super::secret_findings::others().into_iter().map(OfASecret));
    all.push(NothingCast { adopted: true, article: article(Subject::Accounts) });
    all
}

pub fn alice() -> MemberId {
    MemberId::new("roche-alice")
}

pub fn paul() -> MemberId {
    MemberId::new("berger-paul")
}

pub fn lea() -> MemberId {
    MemberId::new("colin-lea")
}

pub fn seven() -> ReportId {
    ReportId::new("7")
}

pub fn article(subject: Subject) -> Option<Article> {
    let days = [(BodyKind::Commune, date(2025, 3, 3)), (BodyKind::Epci, date(2025, 3, 3))];
    days.into_iter().find_map(|(body, day)| Rules::on(body, day).article(subject))
}

fn quorum(counted: u32) -> Quorum {
    let article = article(Subject::Quorum);
    Quorum { in_office: 23, left_out: 0, counted, needed: Some(12), fraction: Fraction::MoreThanHalf, article }
}

fn hour(hour: u8, minute: u8) -> Hour {
    Hour::new(hour, minute).expect("an hour")
}

fn after(finding: &Finding) -> Option<Finding> {
    Some(match finding {
        // The last of the reports is followed by the first of the secret ballots.
        OfAReport(finding) => {
            of_a_report_after(finding).map_or_else(|| OfASecret(super::secret_findings::first()), OfAReport)
        }
        OfASecret(finding) => OfASecret(super::secret_findings::after(finding)?),
        UnknownMember(_) => UnknownReport(ReportId::new("99")),
        UnknownReport(_) => NotOpen,
        NotOpen => AlreadyOpen,
        AlreadyOpen => SittingClosed,
        SittingClosed => ReportStillOpen(seven()),
        ReportStillOpen(_) => ReportNotOpen(seven()),
        ReportNotOpen(_) => ReportDone(seven()),
        ReportDone(_) => NoVoice(alice()),
        NoVoice(_) => VoiceTwice(alice()),
        VoiceTwice(_) => ProxyToSelf(alice()),
        ProxyToSelf(_) => HolderAway { giver: alice(), holder: paul() },
        HolderAway { .. } => NoProxy(alice()),
        NoProxy(_) => NothingToDo,
        NothingToDo => ProxyChain { giver: alice(), holder: paul(), given_to: lea() },
        ProxyChain { .. } => ChairAway(alice()),
        ChairAway(_) => NoSeat(alice()),
        NoSeat(_) => NotASubstitute(alice()),
        NotASubstitute(_) => SeatNotFree { member: alice(), sitting: paul() },
        SeatNotFree { .. } => SittingSuspended,
        SittingSuspended => NotSuspended,
        NotSuspended => InCameraAlready,
        InCameraAlready => NotInCamera,
        NotInCamera => QuorumThere(quorum(14)),
        QuorumThere(_) => MoreVoicesThanRoom { counted: 21, voices: 20 },
        MoreVoicesThanRoom { .. } => NotProclaimed(seven()),
        NotProclaimed(_) => NotRecused { member: alice(), report: seven() },
        NotRecused { .. } => NothingToMend,
        NothingToMend => ReasonMissing,
        ReasonMissing => MustLeaveTheRoom(alice()),
        MustLeaveTheRoom(_) => NotOver,
        NotOver => SettledBeforehand { on: date(2025, 3, 2), sitting: date(2025, 3, 3) },
        SettledBeforehand { .. } => TooManyProxies {
            holder: alice(),
            givers: vec![paul(), lea()],
            limit: 1,
            article: article(Subject::ProxiesPerHolder),
        },
        TooManyProxies { .. } => QuorumMissing { quorum: quorum(11), missing: vec![] },
        QuorumMissing { .. } => DisputedLaw(Rules::on(BodyKind::Commune, date(2020, 10, 20)).article(Subject::Quorum)),
        DisputedLaw(_) => PresidentAway { president: alice(), stays: false, article: article(Subject::Chair) },
        PresidentAway { .. } => SecretaryAway { secretary: alice(), article: article(Subject::Secretary) },
        SecretaryAway { .. } => NothingCast { adopted: false, article: article(Subject::Majority) },
        NothingCast { .. } => TieUndecided(article(Subject::CastingVote)),
        TieUndecided(_) => HourBefore { hour: hour(19, 10), last: hour(19, 40) },
        HourBefore { .. } => HourReachesBack {
            member: alice(),
            hour: hour(19, 10),
            reports: vec![ReportId::new("3"), ReportId::new("4")],
        },
        HourReachesBack { .. } => RemoteNotAllowed { member: alice(), article: Some(OWN_SETTING) },
        RemoteNotAllowed { .. } => {
            ProxyTooLong { giver: alice(), sittings: 4, limit: 3, article: article(Subject::ProxyRun) }
        }
        ProxyTooLong { .. } => ChairOutOfOrder { member: alice(), first: paul(), article: article(Subject::Chair) },
        ChairOutOfOrder { .. } => {
            InterestedTakesPart { member: alice(), report: seven(), article: article(Subject::Interest) }
        }
        InterestedTakesPart { .. } => {
            PresidentAtTheAccounts { president: alice(), report: seven(), article: article(Subject::Accounts) }
        }
        PresidentAtTheAccounts { .. } => {
            SecondTooSoon { days: 2, needed: 3, article: article(Subject::SecondConvocation) }
        }
        SecondTooSoon { .. } => ShortNotice { days: 2, needed: 3, article: article(Subject::Notice) },
        ShortNotice { .. } => TooFewAskers { askers: 2, needed: 3, article: article(Subject::InCameraAskers) },
        TooFewAskers { .. } => {
            ChairOfTheAccountsNotElected { chair: alice(), report: seven(), article: article(Subject::Accounts) }
        }
        ChairOfTheAccountsNotElected { .. } => SettledAlready(date(2025, 4, 7)),
        SettledAlready(_) => OfAReport(ReportFinding::FiguresDoNotAddUp { report: None, counted: 30, voices: 33 }),
    })
}

fn amendment(number: &str) -> ProposalId {
    ProposalId::Amendment(number.to_owned())
}

fn of_a_report_after(finding: &ReportFinding) -> Option<ReportFinding> {
    use ReportFinding::*;
    Some(match finding {
        FiguresDoNotAddUp { .. } => ProposalsWait { report: seven(), waiting: vec![amendment("1")] },
        ProposalsWait { .. } => ProposalStillOpen(seven(), amendment("1")),
        ProposalStillOpen(..) => UnknownProposal(seven(), amendment("9")),
        UnknownProposal(..) => ProposalTwice(seven(), amendment("1")),
        ProposalTwice(..) => ProposalEnded(seven(), amendment("1")),
        ProposalEnded(..) => ProposalNotOpen(seven(), amendment("1")),
        ProposalNotOpen(..) => NotCalledYet(vec![alice(), paul()]),
        NotCalledYet(_) => NothingRecorded(seven()),
        NothingRecorded(_) => PublicTakesNames(article(Subject::PublicBallot)),
        PublicTakesNames(_) => MustBeVoted(seven()),
        MustBeVoted(_) => NoNamesHere(seven()),
        NoNamesHere(_) => NotVoted(seven()),
        NotVoted(_) => CannotJoin(seven(), finding::CannotJoin::Accounts),
        CannotJoin(..) => NotInAGroup(seven()),
        NotInAGroup(_) => NumberTaken(seven()),
        NumberTaken(_) => TooManyCandidates { candidates: 3, posts: 2 },
        TooManyCandidates { .. } => NoCandidate(seven()),
        NoCandidate(_) => OfAnotherKind(seven()),
        OfAnotherKind(_) => RecordedOtherwise(seven()),
        RecordedOtherwise(_) => ChairNotCounted(Choice::Against),
        ChairNotCounted(_) => ResultOutOfReach { needed: 16, voices: 14 },
        ResultOutOfReach { .. } => WordsMissing(seven()),
        WordsMissing(_) => TooFewForABallot { askers: 3, needed: 6, article: article(Subject::PublicBallot) },
        TooFewForABallot { .. } => {
            MajorityOutOfReach { majority: Majority::TwoThirdsOfMembers, needed: 16, voices: 14 }
        }
        MajorityOutOfReach { .. } => NotConvenedTo { report: seven(), article: article(Subject::Convocation) },
        NotConvenedTo { .. } => SecretByLaw { report: seven(), article: article(Subject::SecretByLaw) },
        SecretByLaw { .. } => AppointedByShowOfHands { report: seven(), article: article(Subject::Appointment) },
        AppointedByShowOfHands { .. } => OrdinaryFromAfar { remote: 2, article: article(Subject::RemoteBallot) },
        OrdinaryFromAfar { .. } => EndsOtherwise(seven(), ProposalId::Postponement),
        EndsOtherwise(..) => BallotRefused { askers: 6, needed: 6, article: article(Subject::PublicBallot) },
        BallotRefused { .. } => return None,
    })
}
