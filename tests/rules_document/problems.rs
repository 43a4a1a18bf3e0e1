//! An example of each thing that can be wrong with a session file. One that is added has to be given its place in the
//! chain, or nothing compiles.

use hemicycle::council::attendance::Presence;
use hemicycle::council::docket::BodyKind;
use hemicycle::council::election::{Form, Office};
use hemicycle::council::kind::ReportKind;
use hemicycle::council::numbering::PatternFlaw;
use hemicycle::council::phrases::{self as council, BadPhrase};
use hemicycle::council::plain::Hidden;
use hemicycle::store::charter::problem::{FontFlaw, LookProblem, Unit};
use hemicycle::store::session_file::acts::ActProblem;
use hemicycle::store::session_file::alphabets::{Letter, difference};
use hemicycle::store::session_file::asked::{AskedProblem, MajorityOf, WhyAlone};
use hemicycle::store::session_file::elections::ElectionProblem;
use hemicycle::store::session_file::problem::ProblemKind::{self, *};
use hemicycle::store::session_file::problem::{Part, Remark, Unreadable, Wanted, WordColumn};
use hemicycle::store::session_file::room::{RoomProblem, SeatWay};
use hemicycle::store::session_file::slip::Slip;
use hemicycle::store::session_file::wording::PhraseProblem;

/// Every problem, one example each.
pub fn all() -> Vec<ProblemKind> {
    let mut all = vec![File(Unreadable::Missing)];
    while let Some(next) = all.last().and_then(after) {
        all.push(next);
    }
    all
}

fn after(problem: &ProblemKind) -> Option<ProblemKind> {
    let text = str::to_owned;
    Some(match problem {
        File(_) => Empty,
        Empty => NewerFormat(2),
        NewerFormat(_) => Nameless { known: vec!["nom", "prenom"] },
        Nameless { .. } => Slip(Slip::CutShort('(')),
        Slip(slip) => after_slip(*slip).map_or_else(unknown_field, Slip),
        UnknownField { .. } => DuplicateField("nom"),
        DuplicateField(_) => MissingField("objet"),
        MissingField(_) => {
            UnknownVariant { found: text("Comune"), nearest: Some("Commune"), known: vec!["Commune", "Epci"] }
        }
        UnknownVariant { .. } => WrongType { field: "nom", wanted: Wanted::Text, instead: None },
        WrongType { .. } => BadDate(text("31/02/2025")),
        BadDate(_) => OutOfRange("population"),
        OutOfRange(_) => BadSiren(text("12345")),
        BadSiren(_) => EmptyText("objet"),
        EmptyText(_) => Beside { name: text("ecole.md"), why: Unreadable::Missing },
        Beside { .. } => TooMuchText,
        TooMuchText => MissingColumn("nom"),
        MissingColumn(_) => UnknownColumn(text("téléphone")),
        UnknownColumn(_) => BadRow,
        BadRow => BadCell { column: WordColumn::Presence, found: text("malade") },
        BadCell { .. } => {
            UnknownPerson { part: Part::Secretary, found: text("COLLIN Léa"), nearest: Some(text("COLIN Léa")) }
        }
        UnknownPerson { .. } => AmbiguousPerson {
            part: Part::President,
            found: text("BERGER"),
            candidates: vec![text("BERGER Paul"), text("BERGER Zoé")],
        },
        AmbiguousPerson { .. } => MemberTwice { name: text("COLIN Lea"), first: text("COLIN Léa") },
        MemberTwice { .. } => IdTwice { id: text("colin-lea"), first: text("COLIN Léa") },
        IdTwice { .. } => lookalike("СOLIN Léa", "COLIN Léa"),
        Lookalike { .. } => PowerToSelf(text("ROCHE Alice")),
        PowerToSelf(_) => ProblemKind::HolderAway { giver: text("ROCHE Alice"), holder: text("BERGER Paul") },
        ProblemKind::HolderAway { .. } => {
            PowerChain { giver: text("ROCHE Alice"), holder: text("BERGER Paul"), next: text("COLIN Léa") }
        }
        PowerChain { .. } => GiverNotExcused { giver: text("ROCHE Alice"), state: Presence::Absent },
        GiverNotExcused { .. } => ReportTwice(text("7")),
        ReportTwice(_) => NoMembers,
        NoMembers => NoReports,
        NoReports => HiddenCharacter { character: '\u{200B}', hidden: Hidden::ZeroWidth },
        HiddenCharacter { .. } => StackedMarks('\u{301}'),
        StackedMarks(_) => LineBreak('\n'),
        LineBreak(_) => ConvenedAfter,
        ConvenedAfter => BadHour(text("18 heures 30")),
        BadHour(_) => LoneMark('\u{301}'),
        LoneMark(_) => Acts(ActProblem::Pattern(PatternFlaw::UnknownField(text("{an}")))),
        Acts(problem) => after_act(problem)
            .map_or_else(|| Asked(AskedProblem::AmendmentTwice { number: text("2"), report: text("07") }), Acts),
        Asked(problem) => after_asked(problem).map_or_else(|| Room(own_seat(SeatWay::Substitute)), Asked),
        Room(room) => after_room(room).map_or_else(|| Phrase(phrase(BadPhrase::UnknownField(text("majorités")))), Room),
        Phrase(problem) => after_phrase(problem).map_or_else(|| Look(limits()), Phrase),
        Look(problem) => after_look(problem).map_or(More(12), Look),
        More(_) => Reader(text("…")),
        Reader(_) => return None,
    })
}

/// What is only remarked, one example each.
pub fn remarks() -> [Remark; 3] {
    [
        Remark::ByteOrderMark(None),
        Remark::WindowsLines(None),
        Remark::MixedAlphabets { name: "СOLIN Léa".to_owned(), letter: Letter::of('С') },
    ]
}

fn lookalike(name: &str, first: &str) -> ProblemKind {
    let differ = difference(name, first).expect("two names");
    ProblemKind::Lookalike { name: name.to_owned(), first: first.to_owned(), differ }
}

fn phrase(bad: BadPhrase) -> PhraseProblem {
    let nearest = matches!(bad, BadPhrase::UnknownField(_)).then_some("majorite_absolue");
    PhraseProblem { phrase: council::Phrase::ByMajority, bad, nearest }
}

fn after_phrase(problem: &PhraseProblem) -> Option<PhraseProblem> {
    Some(phrase(match problem.bad {
        BadPhrase::UnknownField(_) => BadPhrase::Unclosed,
        BadPhrase::Unclosed => BadPhrase::Unopened,
        BadPhrase::Unopened => return None,
    }))
}

fn limits() -> LookProblem {
    LookProblem::OutOfLimits { field: "taille", least: 8, most: 20, unit: Unit::Points }
}

fn after_look(problem: &LookProblem) -> Option<LookProblem> {
    let name = || "logo.png".to_owned();
    Some(match problem {
        LookProblem::OutOfLimits { .. } => LookProblem::NoRoom { width: 70, height: 90 },
        LookProblem::NoRoom { .. } => LookProblem::BadColour("bleu".to_owned()),
        LookProblem::BadColour(_) => LookProblem::TooPale { found: "#ffcc00".to_owned(), tenths: 15 },
        LookProblem::TooPale { .. } => LookProblem::NotAPicture(name()),
        LookProblem::NotAPicture(_) => LookProblem::PictureTooLarge { name: name(), most: 3000 },
        LookProblem::PictureTooLarge { .. } => LookProblem::LogoTooWide { width: 240, room: 163 },
        LookProblem::LogoTooWide { .. } => LookProblem::BadFont { name: "police.woff2".to_owned(), why: FontFlaw::Web },
        LookProblem::BadFont { .. } => LookProblem::FacesMissing(vec!["gras", "italique"]),
        LookProblem::FacesMissing(_) => LookProblem::TooManyLines(10),
        LookProblem::TooManyLines(_) => return None,
    })
}

fn after_act(problem: &ActProblem) -> Option<ActProblem> {
    let (number, first) = ("2025_007".to_owned(), "07".to_owned());
    let pattern = |flaw: fn(String) -> PatternFlaw, part: &str| ActProblem::Pattern(flaw(part.to_owned()));
    Some(match problem {
        ActProblem::Pattern(PatternFlaw::UnknownField(_)) => pattern(PatternFlaw::BadWidth, "{rang:3}"),
        ActProblem::Pattern(PatternFlaw::BadWidth(_)) => pattern(PatternFlaw::NotClosed, "{rang"),
        ActProblem::Pattern(PatternFlaw::NotClosed(_)) => ActProblem::Pattern(PatternFlaw::NotOpened),
        ActProblem::Pattern(PatternFlaw::NotOpened) => ActProblem::Pattern(PatternFlaw::Repeats),
        ActProblem::Pattern(PatternFlaw::Repeats) => pattern(PatternFlaw::PathLike, "/"),
        ActProblem::Pattern(PatternFlaw::PathLike(_)) => ActProblem::NumberTwice { number, first },
        ActProblem::NumberTwice { .. } => ActProblem::Repeated { number, reports: [first, "08".to_owned()] },
        ActProblem::Repeated { .. } => return None,
    })
}

fn after_asked(problem: &AskedProblem) -> Option<AskedProblem> {
    let report = "07".to_owned();
    let of_report = || MajorityOf::Report("07".to_owned());
    Some(match problem {
        AskedProblem::AmendmentTwice { .. } => {
            AskedProblem::AmendmentsNeverVoted { report, kind: ReportKind::OralQuestion }
        }
        AskedProblem::AmendmentsNeverVoted { .. } => {
            AskedProblem::DecisionsElsewhere { report, kind: ReportKind::Information }
        }
        AskedProblem::DecisionsElsewhere { .. } => AskedProblem::DecisionTwice { number: "2025-12".to_owned(), report },
        AskedProblem::DecisionTwice { .. } => AskedProblem::MajorityOfAccounts(of_report()),
        AskedProblem::MajorityOfAccounts(_) => AskedProblem::MajorityNeverVoted(of_report(), ReportKind::Communication),
        AskedProblem::MajorityNeverVoted(..) => AskedProblem::MajorityWithoutReason(of_report()),
        AskedProblem::MajorityWithoutReason(_) => AskedProblem::MajorityTwice(ReportKind::Wish),
        AskedProblem::MajorityTwice(_) => AskedProblem::MajorityWithoutKind,
        AskedProblem::MajorityWithoutKind => {
            AskedProblem::CannotJoin { report, mark: "A".to_owned(), why: WhyAlone::Amendments }
        }
        AskedProblem::CannotJoin { .. } => AskedProblem::AloneInGroup { report, mark: "A".to_owned() },
        AskedProblem::AloneInGroup { .. } => AskedProblem::AccountsOfAnotherKind { report, kind: ReportKind::Motion },
        AskedProblem::AccountsOfAnotherKind { .. } => AskedProblem::AuthorTwice("ROCHE Alice".to_owned()),
        AskedProblem::AuthorTwice(_) => AskedProblem::MinutesNotBefore,
        AskedProblem::MinutesNotBefore => {
            let (office, body) = (Office::Mayor, BodyKind::Departement);
            AskedProblem::Election(ElectionProblem::OfficeOfAnotherBody { report, office, body })
        }
        AskedProblem::Election(problem) => AskedProblem::Election(after_election(problem)?),
    })
}

fn after_election(problem: &ElectionProblem) -> Option<ElectionProblem> {
    let report = "07".to_owned();
    let list = || "Demain".to_owned();
    Some(match problem {
        ElectionProblem::OfficeOfAnotherBody { .. } => ElectionProblem::PostsOfOne { report, office: Office::Mayor },
        ElectionProblem::PostsOfOne { .. } => {
            ElectionProblem::NothingToElect { report, kind: ReportKind::Deliberation, field: "candidats" }
        }
        ElectionProblem::NothingToElect { .. } => {
            ElectionProblem::FormOfAnotherOffice { report, office: Office::Deputies, form: Form::HighestAverage }
        }
        ElectionProblem::FormOfAnotherOffice { .. } => ElectionProblem::ListsByName(report),
        ElectionProblem::ListsByName(_) => ElectionProblem::CandidatesByList(report),
        ElectionProblem::CandidatesByList(_) => {
            ElectionProblem::OnTwoLists { name: "ROCHE Alice".to_owned(), first: list() }
        }
        ElectionProblem::OnTwoLists { .. } => ElectionProblem::ListTwice(list()),
        ElectionProblem::ListTwice(_) => ElectionProblem::EmptyList(list()),
        ElectionProblem::EmptyList(_) => return None,
    })
}

fn own_seat(way: SeatWay) -> RoomProblem {
    RoomProblem::OwnSeat { name: "ROCHE Alice".to_owned(), way }
}

fn after_room(problem: &RoomProblem) -> Option<RoomProblem> {
    let (name, other) = ("ROCHE Alice".to_owned(), "BERGER Paul".to_owned());
    Some(match problem {
        RoomProblem::OwnSeat { way, .. } => RoomProblem::SeatOfNobody { name, way: *way, other },
        RoomProblem::SeatOfNobody { .. } => RoomProblem::StateWithoutSeat(name),
        RoomProblem::StateWithoutSeat(_) => RoomProblem::TwoWays(name),
        RoomProblem::TwoWays(_) => RoomProblem::RunWithoutPower(name),
        RoomProblem::RunWithoutPower(_) => RoomProblem::BornAfter(name),
        RoomProblem::BornAfter(_) => RoomProblem::BornTooEarly { name, age: 162 },
        RoomProblem::BornTooEarly { .. } => RoomProblem::MoreMembersThanSeats { size: 19, members: 20 },
        RoomProblem::MoreMembersThanSeats { .. } => RoomProblem::FirstMeetingNotBefore,
        RoomProblem::FirstMeetingNotBefore => RoomProblem::AddedWithoutSecond("07".to_owned()),
        RoomProblem::AddedWithoutSecond(_) => RoomProblem::RecusedTwice { name, report: "07".to_owned() },
        RoomProblem::RecusedTwice { .. } => RoomProblem::SettingWithoutReason("quorum"),
        RoomProblem::SettingWithoutReason(_) => RoomProblem::SettingWithoutValue("quorum"),
        RoomProblem::SettingWithoutValue(_) => RoomProblem::StatutesMissing(vec!["quorum", "pouvoirs_par_porteur"]),
        RoomProblem::StatutesMissing(_) => RoomProblem::TwoFieldsOfSecretaries,
        RoomProblem::TwoFieldsOfSecretaries => RoomProblem::SecretaryTwice(name),
        RoomProblem::SecretaryTwice(_) => RoomProblem::WeightedVoices { name, voices: 2 },
        RoomProblem::WeightedVoices { .. } => RoomProblem::RecusalWithoutGround(Some(name)),
        RoomProblem::RecusalWithoutGround(_) => return None,
    })
}

fn unknown_field() -> ProblemKind {
    UnknownField { found: "secretair".to_owned(), nearest: Some("secretaire"), known: vec!["president", "secretaire"] }
}

fn after_slip(slip: Slip) -> Option<Slip> {
    Some(match slip {
        Slip::CutShort(_) => Slip::NoOuterParentheses,
        Slip::NoOuterParentheses => Slip::TypographicQuote('“'),
        Slip::TypographicQuote(_) => Slip::SingleQuote,
        Slip::SingleQuote => Slip::MissingComma,
        Slip::MissingComma => Slip::Semicolon,
        Slip::Semicolon => Slip::Equals,
        Slip::Equals => Slip::MissingColon,
        Slip::MissingColon => Slip::UnterminatedString,
        Slip::UnterminatedString => Slip::UnterminatedRemark,
        Slip::UnterminatedRemark => Slip::NoBreakSpace('\u{a0}'),
        Slip::NoBreakSpace(_) => Slip::JsonKey,
        Slip::JsonKey => Slip::Brace,
        Slip::Brace => Slip::Unclosed('('),
        Slip::Unclosed(_) => Slip::Unopened(')'),
        Slip::Unopened(_) => Slip::Stray(','),
        Slip::Stray(_) => Slip::Unexpected('%'),
        Slip::Unexpected(_) => Slip::MissingValue,
        Slip::MissingValue => Slip::Escape,
        Slip::Escape => Slip::AfterTheEnd,
        Slip::AfterTheEnd => Slip::TooDeep,
        Slip::TooDeep => Slip::InnerQuote,
        Slip::InnerQuote => return None,
    })
}
