//! The table of the dated rules.
//!
//! Articles are those of the *Code général des collectivités territoriales* (CGCT) unless they say otherwise. A rule
//! that is known and not read in its text has no row, and a comment says so where it would stand.

use jiff::civil::{Date, date};

use super::super::docket::BodyKind::{
    self, Ccas, CommissionPermanente, Commune, ConseilArrondissement, ConseilDeTerritoire, Departement, Epci,
    Metropole, Region, Syndicat,
};
use super::{Article, Rule, Subject, Value};

/// The bodies to which the rules of the conseil municipal apply: by art. L.5211-1 the groupings of communes, by
/// art. L.5711-1 the closed syndicats mixtes, by art. L.2511-10 the arrondissements, by art. L.5218-7 the territoires.
const LIKE_COMMUNES: &[BodyKind] = &[Commune, Epci, Metropole, ConseilDeTerritoire, ConseilArrondissement, Syndicat];

/// The bodies that the table knows: all but [`BodyKind::Autre`], whose rules are its statutes.
const LISTED: &[BodyKind] = &[
    Commune,
    Epci,
    Metropole,
    ConseilDeTerritoire,
    ConseilArrondissement,
    Departement,
    Region,
    CommissionPermanente,
    Ccas,
    Syndicat,
];

const LOI_2020_290: &str = "loi n° 2020-290 du 23 mars 2020, art. 10";
const LOI_2020_1379: &str = "loi n° 2020-1379 du 14 novembre 2020, art. 6";
const LOI_2021_1465: &str = "loi n° 2021-1465 du 10 novembre 2021, art. 10";

/// Ordonnance n° 2021-1310 and décret n° 2021-1311, on minutes, lists and registers.
const MINUTES_OF_2022: Date = date(2022, 7, 1);
/// Loi n° 2022-217, « 3DS ».
const LOI_3DS: Date = date(2022, 2, 23);
/// Art. 170 of the same law, on sittings by video.
const REMOTE_SITTINGS: Date = date(2022, 8, 1);
/// Loi n° 2025-1249, art. 32. It also rewrites art. L.2131-11: being there is not taking part.
const STATUS_OF_THE_ELECTED: Date = date(2025, 12, 24);

/// Loi n° 2025-444: from the elections of March 2026 on, lists in every commune.
const LISTS_EVERYWHERE: Date = date(2026, 3, 15);

const fn always(subject: Subject, bodies: &'static [BodyKind], value: Value, article: &'static str) -> Rule {
    Rule { subject, bodies, from: None, until: None, value, article: Article(article) }
}

const fn since(from: Date, subject: Subject, bodies: &'static [BodyKind], value: Value, article: &'static str) -> Rule {
    Rule { subject, bodies, from: Some(from), until: None, value, article: Article(article) }
}

const fn between(subject: Subject, from: Date, until: Date, value: Value, article: &'static str) -> Rule {
    Rule { subject, bodies: LISTED, from: Some(from), until: Some(until), value, article: Article(article) }
}

/// The whole table.
pub const TABLE: &[Rule] = &[
    always(Subject::Quorum, LIKE_COMMUNES, Value::MoreThanHalf, "art. L.2121-17 du CGCT"),
    always(Subject::Quorum, &[Departement], Value::MoreThanHalf, "art. L.3121-14 du CGCT"),
    always(Subject::Quorum, &[Region], Value::MoreThanHalf, "art. L.4132-13 du CGCT"),
    always(
        Subject::Quorum,
        &[CommissionPermanente],
        Value::MoreThanHalfWithRepresented,
        "art. L.3121-14-1 et L.4132-13-1 du CGCT",
    ),
    always(Subject::Quorum, &[Ccas], Value::MoreThanHalf, "art. R.123-17 du CASF"),
    // Until about July 2020 those represented may have counted too: the text was not read, the stricter one stands.
    between(Subject::Quorum, date(2020, 3, 24), date(2020, 8, 30), Value::OneThird, LOI_2020_290),
    between(Subject::Quorum, date(2020, 10, 17), date(2020, 11, 14), Value::Disputed, LOI_2020_1379),
    between(Subject::Quorum, date(2020, 11, 15), date(2021, 9, 30), Value::OneThird, LOI_2020_1379),
    between(Subject::Quorum, date(2021, 11, 10), date(2022, 7, 31), Value::OneThird, LOI_2021_1465),
    // « À trois jours au moins d'intervalle » are clear days (CE, 16 June 1997, n° 142691).
    always(Subject::SecondConvocation, LIKE_COMMUNES, Value::ClearDays(3, 3), "art. L.2121-17 du CGCT"),
    // « La réunion se tient de plein droit trois jours plus tard »: from Monday to Thursday, two clear days.
    always(Subject::SecondConvocation, &[Departement], Value::ClearDays(2, 2), "art. L.3121-14 du CGCT"),
    always(Subject::SecondConvocation, &[Region], Value::ClearDays(2, 2), "art. L.4132-13 du CGCT"),
    always(
        Subject::SecondConvocation,
        &[CommissionPermanente],
        Value::ClearDays(2, 2),
        "art. L.3121-14-1 et L.4132-13-1 du CGCT",
    ),
    // It is convened again, and the text sets no interval.
    always(Subject::SecondConvocation, &[Ccas], Value::ClearDays(0, 0), "art. R.123-17 du CASF"),
    always(Subject::ProxiesPerHolder, LIKE_COMMUNES, Value::AtMost(1), "art. L.2121-20 du CGCT"),
    always(Subject::ProxiesPerHolder, &[Departement], Value::AtMost(1), "art. L.3121-16 du CGCT"),
    always(Subject::ProxiesPerHolder, &[Region], Value::AtMost(1), "art. L.4132-15 du CGCT"),
    always(Subject::ProxiesPerHolder, &[CommissionPermanente], Value::AtMost(1), "art. L.3121-16 et L.4132-15 du CGCT"),
    always(Subject::ProxiesPerHolder, &[Ccas], Value::AtMost(1), "art. R.123-18 du CASF"),
    between(Subject::ProxiesPerHolder, date(2020, 3, 24), date(2020, 8, 30), Value::AtMost(2), LOI_2020_290),
    between(Subject::ProxiesPerHolder, date(2020, 10, 17), date(2020, 11, 14), Value::Disputed, LOI_2020_1379),
    between(Subject::ProxiesPerHolder, date(2020, 11, 15), date(2021, 9, 30), Value::AtMost(2), LOI_2020_1379),
    between(Subject::ProxiesPerHolder, date(2021, 11, 10), date(2022, 7, 31), Value::AtMost(2), LOI_2021_1465),
    always(Subject::Proxy, LIKE_COMMUNES, Value::Holds, "art. L.2121-20 du CGCT"),
    always(Subject::Proxy, &[Departement], Value::Holds, "art. L.3121-16 du CGCT"),
    always(Subject::Proxy, &[Region], Value::Holds, "art. L.4132-15 du CGCT"),
    always(Subject::Proxy, &[CommissionPermanente], Value::Holds, "art. L.3121-16 et L.4132-15 du CGCT"),
    always(Subject::Proxy, &[Ccas], Value::Holds, "art. R.123-18 du CASF"),
    // In a département or a région a power is given for one meeting; a CCAS has no limit of sittings.
    always(Subject::ProxyRun, LIKE_COMMUNES, Value::AtMost(3), "art. L.2121-20 du CGCT"),
    always(Subject::Majority, LIKE_COMMUNES, Value::Holds, "art. L.2121-20 du CGCT"),
    always(Subject::Majority, &[Departement], Value::Holds, "art. L.3121-14 du CGCT"),
    always(Subject::Majority, &[Region], Value::Holds, "art. L.4132-13 du CGCT"),
    always(Subject::Majority, &[CommissionPermanente], Value::Holds, "art. L.3121-14-1 et L.4132-13-1 du CGCT"),
    always(Subject::Majority, &[Ccas], Value::Holds, "art. R.123-18 du CASF"),
    always(Subject::CastingVote, LIKE_COMMUNES, Value::Holds, "art. L.2121-20 du CGCT"),
    always(Subject::CastingVote, &[Departement], Value::Holds, "art. L.3121-15 du CGCT"),
    always(Subject::CastingVote, &[Region], Value::Holds, "art. L.4132-14 du CGCT"),
    always(Subject::CastingVote, &[CommissionPermanente], Value::Holds, "art. L.3121-15 et L.4132-14 du CGCT"),
    always(Subject::CastingVote, &[Ccas], Value::Holds, "art. R.123-18 du CASF"),
    // Those who gave a power are not present.
    always(Subject::PublicBallot, LIKE_COMMUNES, Value::OneIn(4), "art. L.2121-21 du CGCT"),
    always(Subject::PublicBallot, &[Departement], Value::OneIn(6), "art. L.3121-15 du CGCT"),
    always(Subject::PublicBallot, &[Region], Value::OneIn(6), "art. L.4132-14 du CGCT"),
    always(Subject::PublicBallot, &[CommissionPermanente], Value::OneIn(6), "art. L.3121-15 et L.4132-14 du CGCT"),
    // Its text knows none.
    always(Subject::PublicBallot, &[Ccas], Value::No, "art. R.123-18 du CASF"),
    always(Subject::SecretBallot, LIKE_COMMUNES, Value::OneIn(3), "art. L.2121-21 du CGCT"),
    always(Subject::SecretBallot, &[Ccas], Value::OneIn(3), "art. R.123-18 du CASF"),
    // Secret for appointments alone.
    always(Subject::SecretBallot, &[Departement], Value::No, "art. L.3121-15 du CGCT"),
    always(Subject::SecretBallot, &[Region], Value::No, "art. L.4132-14 du CGCT"),
    always(Subject::SecretBallot, &[CommissionPermanente], Value::No, "art. L.3121-15 et L.4132-14 du CGCT"),
    // CE, 15 May 1908, Souet.
    always(Subject::SecretPrevails, LIKE_COMMUNES, Value::Holds, "art. L.2121-21 du CGCT"),
    // Answer to the question n° 46449.
    // Its text knows no public ballot.
    always(Subject::SecretPrevails, &[Ccas], Value::Holds, "art. R.123-18 du CASF"),
    always(Subject::SecretPrevails, &[Departement], Value::No, "art. L.3121-15 du CGCT"),
    always(Subject::SecretPrevails, &[Region], Value::No, "art. L.4132-14 du CGCT"),
    always(Subject::SecretPrevails, &[CommissionPermanente], Value::No, "art. L.3121-15 et L.4132-14 du CGCT"),
    // « Sauf cas de scrutin secret »; the texts of the other bodies do not say it.
    always(Subject::SecretTie, LIKE_COMMUNES, Value::No, "art. L.2121-20 du CGCT"),
    always(Subject::EldestPresides, LIKE_COMMUNES, Value::Holds, "art. L.2122-8 du CGCT"),
    always(Subject::EldestPresides, &[Departement], Value::Holds, "art. L.3122-1 du CGCT"),
    always(Subject::EldestPresides, &[Region], Value::Holds, "art. L.4133-1 du CGCT"),
    // Elsewhere the council names the secretary as at any sitting.
    always(Subject::YoungestWrites, &[Departement], Value::Holds, "art. L.3122-1 du CGCT"),
    always(Subject::YoungestWrites, &[Region], Value::Holds, "art. L.4133-1 du CGCT"),
    // Elsewhere the ordinary quorum is enough.
    always(Subject::HeadQuorum, &[Departement], Value::TwoThirds, "art. L.3122-1 du CGCT"),
    always(Subject::HeadQuorum, &[Region], Value::TwoThirds, "art. L.4133-1 du CGCT"),
    always(Subject::HeadElection, &[Commune, ConseilArrondissement], Value::Holds, "art. L.2122-7 du CGCT"),
    always(Subject::HeadElection, &[Departement], Value::OfMembers, "art. L.3122-1 du CGCT"),
    always(Subject::HeadElection, &[Region], Value::OfMembers, "art. L.4133-1 du CGCT"),
    // The texts behind the rows from here to the lists in proportion are known and not all were read: what they say is
    // proposed or warned of, and never refused.
    always(
        Subject::HeadElection,
        &[Epci, Metropole, ConseilDeTerritoire, Syndicat],
        Value::Holds,
        "art. L.5211-2 et L.2122-7 du CGCT",
    ),
    // For a territoire and for an arrondissement no text on the number of seats was read.
    always(Subject::CompleteCouncil, &[Commune], Value::Holds, "art. L.2122-8 du CGCT"),
    always(Subject::MostDeputies, &[Commune], Value::Percent(30), "art. L.2122-2 du CGCT"),
    // By list from 3 500 inhabitants on before the elections of 2014; what was smaller elected them one by one.
    Rule {
        subject: Subject::DeputyElection,
        bodies: &[Commune],
        from: None,
        until: Some(date(2014, 3, 22)),
        value: Value::FromPopulation(3_500),
        article: Article("art. L.2122-7-1 et L.2122-7-2 du CGCT"),
    },
    Rule {
        subject: Subject::DeputyElection,
        bodies: &[Commune],
        from: Some(date(2014, 3, 23)),
        until: Some(date(2026, 3, 14)),
        value: Value::FromPopulation(1_000),
        article: Article("art. L.2122-7-1 et L.2122-7-2 du CGCT"),
    },
    since(LISTS_EVERYWHERE, Subject::DeputyElection, &[Commune], Value::FromPopulation(0), "art. L.2122-7-2 du CGCT"),
    // One by one, whatever the number of inhabitants: the vice-presidents of a grouping.
    always(
        Subject::DeputyElection,
        &[Epci, Metropole, ConseilDeTerritoire, Syndicat],
        Value::No,
        "art. L.5211-2 et L.2122-7 du CGCT",
    ),
    // By list, the vice-presidents of a département and of a région.
    always(Subject::DeputyElection, &[Departement], Value::FromPopulation(0), "art. L.3122-5 du CGCT"),
    always(Subject::DeputyElection, &[Region], Value::FromPopulation(0), "art. L.4133-5 du CGCT"),
    // Before, a list was to hold as many of each sex, in any order.
    Rule {
        subject: Subject::AlternateList,
        bodies: &[Commune],
        from: Some(date(2020, 3, 15)),
        until: Some(date(2026, 3, 14)),
        value: Value::FromPopulation(1_000),
        article: Article("art. L.2122-7-2 du CGCT"),
    },
    since(LISTS_EVERYWHERE, Subject::AlternateList, &[Commune], Value::FromPopulation(0), "art. L.2122-7-2 du CGCT"),
    always(Subject::PermanentCommittee, &[Departement], Value::HighestAverage, "art. L.3122-5 du CGCT"),
    always(Subject::PermanentCommittee, &[Region], Value::HighestAverage, "art. L.4133-5 du CGCT"),
    always(Subject::CommunityCouncillors, &[Commune], Value::HighestAverage, "art. L.5211-6-2 du CGCT"),
    always(Subject::TenderCommittee, LIKE_COMMUNES, Value::HighestRemainder, "art. L.1411-5 et D.1411-3 du CGCT"),
    always(
        Subject::TenderCommittee,
        &[Departement, Region],
        Value::HighestRemainder,
        "art. L.1411-5 et D.1411-3 du CGCT",
    ),
    always(Subject::CcasBoard, &[Commune], Value::HighestRemainder, "art. R.123-8 du CASF"),
    always(Subject::Appointment, LIKE_COMMUNES, Value::Holds, "art. L.2121-21 du CGCT"),
    // For the president and the vice-presidents of a grouping the text was not read.
    always(Subject::SecretByLaw, &[Commune], Value::Holds, "art. L.2122-4, L.2122-7 et L.2122-7-2 du CGCT"),
    always(Subject::Delegation, &[Commune], Value::Holds, "art. L.2122-22 et L.2122-23 du CGCT"),
    always(Subject::Chair, LIKE_COMMUNES, Value::Holds, "art. L.2122-17 du CGCT"),
    always(Subject::Secretary, LIKE_COMMUNES, Value::Holds, "art. L.2121-15 du CGCT"),
    // Ordonnance n° 2021-1310: in force on 1 July 2022. Before that day no text said what the minutes held, and a summary
    // was posted in place of the list. What départements and régions have was not read.
    since(MINUTES_OF_2022, Subject::Minutes, LIKE_COMMUNES, Value::Holds, "art. L.2121-15 du CGCT"),
    since(MINUTES_OF_2022, Subject::ListOfActs, LIKE_COMMUNES, Value::Holds, "art. L.2121-25 du CGCT"),
    // For the groupings of communes the text was not read.
    always(Subject::Register, &[Commune], Value::Holds, "art. R.2121-9 du CGCT"),
    always(Subject::Convocation, &[Commune], Value::Holds, "art. L.2121-10 du CGCT"),
    always(Subject::Convocation, &[Epci, Metropole, ConseilDeTerritoire], Value::Holds, "art. L.5211-1 du CGCT"),
    always(Subject::Convocation, &[ConseilArrondissement], Value::Holds, "art. L.2511-10 du CGCT"),
    always(Subject::Convocation, &[Syndicat], Value::Holds, "art. L.5211-1 et L.5711-1 du CGCT"),
    always(Subject::Convocation, &[Ccas], Value::Holds, "art. R.123-16 du CASF"),
    always(
        Subject::Notice,
        &[Commune, ConseilArrondissement],
        Value::ClearDays(3, 5),
        "art. L.2121-11 et L.2121-12 du CGCT",
    ),
    // The text in force since that day sends every grouping to the rule of 3 500 inhabitants; the one before was not
    // read. Twelve days in a département or a région are for the reports; three in a CCAS are not said to be clear.
    since(
        date(2020, 3, 1),
        Subject::Notice,
        &[Epci, Metropole, Syndicat],
        Value::ClearDays(5, 5),
        "art. L.5211-1 et L.2121-12 du CGCT",
    ),
    // No text allows it to a conseil municipal, whose quorum is of members present; for a CCAS none was read.
    since(REMOTE_SITTINGS, Subject::Remote, &[Commune, ConseilArrondissement], Value::No, "art. L.2121-17 du CGCT"),
    since(REMOTE_SITTINGS, Subject::Remote, &[Epci, Metropole, Syndicat], Value::Holds, "art. L.5211-11-1 du CGCT"),
    since(REMOTE_SITTINGS, Subject::Remote, &[Departement], Value::Holds, "art. L.3121-9-1 du CGCT"),
    since(REMOTE_SITTINGS, Subject::Remote, &[Region], Value::Holds, "art. L.4132-9-1 du CGCT"),
    since(
        REMOTE_SITTINGS,
        Subject::Remote,
        &[CommissionPermanente],
        Value::Holds,
        "art. L.3121-9-1 et L.4132-9-1 du CGCT",
    ),
    // The text of spring 2020 was not read.
    between(Subject::Remote, date(2020, 11, 15), date(2021, 9, 30), Value::Holds, LOI_2020_1379),
    between(Subject::Remote, date(2021, 11, 10), date(2022, 7, 31), Value::Holds, LOI_2021_1465),
    // A secret vote is put off to another sitting. For the commission permanente it was not read.
    since(
        REMOTE_SITTINGS,
        Subject::RemoteBallot,
        &[Epci, Metropole, Syndicat],
        Value::Holds,
        "art. L.5211-11-1 du CGCT",
    ),
    since(REMOTE_SITTINGS, Subject::RemoteBallot, &[Departement], Value::Holds, "art. L.3121-9-1 du CGCT"),
    since(REMOTE_SITTINGS, Subject::RemoteBallot, &[Region], Value::Holds, "art. L.4132-9-1 du CGCT"),
    always(Subject::InCameraAskers, &[Commune, ConseilArrondissement], Value::AtLeast(3), "art. L.2121-18 du CGCT"),
    always(
        Subject::InCameraAskers,
        &[Epci, Metropole, ConseilDeTerritoire, Syndicat],
        Value::AtLeast(5),
        "art. L.5211-11 du CGCT",
    ),
    always(Subject::InCameraAskers, &[Departement], Value::AtLeast(5), "art. L.3121-11 du CGCT"),
    always(Subject::InCameraAskers, &[Region], Value::AtLeast(5), "art. L.4132-10 du CGCT"),
    always(Subject::InCamera, &[Commune, ConseilArrondissement], Value::Holds, "art. L.2121-18 du CGCT"),
    always(
        Subject::InCamera,
        &[Epci, Metropole, ConseilDeTerritoire, Syndicat],
        Value::Holds,
        "art. L.5211-11 du CGCT",
    ),
    always(Subject::InCamera, &[Departement], Value::Holds, "art. L.3121-11 du CGCT"),
    always(Subject::InCamera, &[Region], Value::Holds, "art. L.4132-10 du CGCT"),
    always(Subject::Interest, LIKE_COMMUNES, Value::Holds, "art. L.2131-11 du CGCT"),
    since(STATUS_OF_THE_ELECTED, Subject::Interest, &[Departement], Value::Holds, "art. L.3132-5 du CGCT"),
    since(STATUS_OF_THE_ELECTED, Subject::Interest, &[Region], Value::Holds, "art. L.4142-5 du CGCT"),
    since(
        STATUS_OF_THE_ELECTED,
        Subject::Interest,
        &[CommissionPermanente],
        Value::Holds,
        "art. L.3132-5 et L.4142-5 du CGCT",
    ),
    // The duty to abstain is the same everywhere; leaving both sides of the quorum was written for communes alone at
    // first (answer to the question n° 1392, Senate, 3 April 2025).
    since(LOI_3DS, Subject::Representative, LIKE_COMMUNES, Value::Holds, "art. L.1111-6, II, et L.2131-11 du CGCT"),
    since(
        STATUS_OF_THE_ELECTED,
        Subject::Representative,
        &[Departement],
        Value::Holds,
        "art. L.1111-6, II, et L.3132-5 du CGCT",
    ),
    since(
        STATUS_OF_THE_ELECTED,
        Subject::Representative,
        &[Region],
        Value::Holds,
        "art. L.1111-6, II, et L.4142-5 du CGCT",
    ),
    since(
        STATUS_OF_THE_ELECTED,
        Subject::Representative,
        &[CommissionPermanente],
        Value::Holds,
        "art. L.1111-6, II, L.3132-5 et L.4142-5 du CGCT",
    ),
    always(Subject::Accounts, LIKE_COMMUNES, Value::Holds, "art. L.2121-14 du CGCT"),
    always(Subject::Accounts, &[Departement], Value::Holds, "art. L.3312-5 du CGCT"),
    // Its number changed that day; the new one was not read.
    since(date(2026, 1, 1), Subject::Accounts, &[Departement], Value::Holds, "art. L.3312-5 (ancien) du CGCT"),
    always(Subject::Accounts, &[Region], Value::Holds, "art. L.4312-8 du CGCT"),
    always(Subject::Signatures, LIKE_COMMUNES, Value::ChairAndSecretary, "art. L.2121-23 du CGCT"),
    // Ordonnance n° 2021-1310: in force on 1 July 2022.
    Rule {
        subject: Subject::Signatures,
        bodies: LIKE_COMMUNES,
        from: None,
        until: Some(date(2022, 6, 30)),
        value: Value::AllPresent,
        article: Article("art. L.2121-23 du CGCT"),
    },
];
