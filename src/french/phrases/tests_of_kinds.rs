use super::tests::{facts, report};
use super::*;
use crate::council::agenda::OpinionSense;
use crate::council::conventions::UnanimityWording;
use crate::council::majority::Majority;
use jiff::civil::date;

const NONE: (u32, u32, u32, u32) = (0, 0, 0, 0);

fn told(facts: &Facts<'_>) -> String {
    decision(&Phrases::default(), facts).to_string()
}

fn said(kind: ReportKind, counts: (u32, u32, u32, u32), outcome: Outcome) -> String {
    told(&facts(&report(kind), counts, outcome))
}

/// The same, without figures.
fn uncounted(kind: ReportKind, outcome: Outcome) -> String {
    let report = report(kind);
    told(&Facts { tally: None, names: asked(Default::default), ..facts(&report, NONE, outcome) })
}

#[test]
fn every_kind_of_report_has_its_decision() {
    let minutes = |voted| ReportKind::PreviousMinutes { of: Some(date(2025, 2, 10)), voted };
    for (kind, counts, outcome, sentence) in [
        (
            ReportKind::Wish,
            (9, 0, 0, 0),
            Outcome::AdoptedUnanimously,
            "Après en avoir délibéré, le Conseil municipal décide à l’unanimité d’adopter le vœu présenté.",
        ),
        (
            ReportKind::Motion,
            (3, 6, 0, 0),
            Outcome::Rejected,
            "Après en avoir délibéré, le Conseil municipal n’adopte pas la motion présentée, par 3 voix pour et 6 voix \
             contre.",
        ),
        (
            ReportKind::Acknowledgement { voted: true },
            (6, 3, 0, 0),
            Outcome::Adopted,
            "Après en avoir délibéré, le Conseil municipal prend acte à la majorité, par 6 voix pour et 3 voix contre, du \
             rapport présenté.",
        ),
        (
            ReportKind::Acknowledgement { voted: true },
            (3, 6, 0, 0),
            Outcome::Rejected,
            "Après en avoir délibéré, le Conseil municipal ne prend pas acte du rapport présenté, par 3 voix pour et 6 \
             voix contre.",
        ),
        (
            ReportKind::Decisions,
            (9, 0, 0, 0),
            Outcome::AdoptedUnanimously,
            "Après en avoir délibéré, le Conseil municipal prend acte à l’unanimité des décisions prises par délégation.",
        ),
        (
            minutes(true),
            (8, 0, 1, 0),
            Outcome::AdoptedUnanimously,
            "Après en avoir délibéré, le Conseil municipal arrête à l’unanimité des suffrages exprimés (1 abstention) le \
             procès-verbal de la séance du 10 février 2025.",
        ),
        (
            minutes(true),
            (2, 7, 0, 0),
            Outcome::Rejected,
            "Après en avoir délibéré, le Conseil municipal n’arrête pas le procès-verbal de la séance du 10 février 2025, \
             par 2 voix pour et 7 voix contre.",
        ),
        (
            ReportKind::Appointment { posts: Some(1), secret: false },
            (9, 0, 0, 0),
            Outcome::AdoptedUnanimously,
            "Après en avoir délibéré, le Conseil municipal décide à l’unanimité d’adopter la désignation proposée.",
        ),
    ] {
        assert_eq!(said(kind, counts, outcome), sentence);
    }
}

#[test]
fn what_ends_without_a_vote_says_so_and_gives_no_figure() {
    for (kind, outcome, sentence) in [
        (
            ReportKind::Acknowledgement { voted: false },
            Outcome::Acknowledged,
            "Sans qu’il soit procédé à un vote, le Conseil municipal prend acte du rapport présenté.",
        ),
        (
            ReportKind::Decisions,
            Outcome::Acknowledged,
            "Sans qu’il soit procédé à un vote, le Conseil municipal prend acte des décisions prises par délégation.",
        ),
        (
            ReportKind::Information,
            Outcome::Heard,
            "Sans qu’il soit procédé à un vote, le Conseil municipal entend l’information présentée.",
        ),
        (
            ReportKind::OralQuestion,
            Outcome::Heard,
            "Sans qu’il soit procédé à un vote, le Conseil municipal entend la question orale et la réponse qui lui est \
             faite.",
        ),
        (
            ReportKind::PreviousMinutes { of: None, voted: false },
            Outcome::Settled,
            "Sans qu’il soit procédé à un vote, le Conseil municipal arrête le procès-verbal de la séance précédente.",
        ),
        (
            ReportKind::Deliberation,
            Outcome::Withdrawn,
            "Madame la Maire retire le rapport n° 01 de l’ordre du jour, sans qu’il soit mis aux voix.",
        ),
    ] {
        assert_eq!(uncounted(kind, outcome), sentence);
    }
}

#[test]
fn a_withdrawal_tells_its_reason_and_minutes_their_remarks() {
    let withdrawn = report(ReportKind::Deliberation);
    let because = Some("pièce manquante. ");
    let facts_of_it = Facts { tally: None, withdrawn_because: because, ..facts(&withdrawn, NONE, Outcome::Withdrawn) };
    assert!(told(&facts_of_it).ends_with("mis aux voix. Motif : pièce manquante."));
    let minutes = report(ReportKind::PreviousMinutes { of: None, voted: false });
    let with = |remarks| told(&Facts { tally: None, remarks, ..facts(&minutes, NONE, Outcome::Settled) });
    assert!(with(1).ends_with("de la séance précédente, la remarque faite étant consignée au procès-verbal."));
    assert!(with(2).ends_with("les remarques faites étant consignées au procès-verbal."));
}

#[test]
fn those_who_are_appointed_are_named() {
    let appointment = report(ReportKind::Appointment { posts: Some(2), secret: false });
    let named = |counts, tally: bool, outcome| {
        let all = facts(&appointment, counts, outcome);
        let candidates = asked(|| vec!["ICARD Léa".to_owned(), "DI MEO Paolo".to_owned()]);
        told(&Facts { tally: all.tally.filter(|_| tally), candidates, ..all })
    };
    assert_eq!(
        named(NONE, false, Outcome::AppointedWithoutVote),
        "Sans qu’il soit procédé à un vote, le Conseil municipal désigne ICARD Léa et DI MEO Paolo, avec effet immédiat."
    );
    assert_eq!(
        named((9, 0, 0, 0), true, Outcome::AdoptedUnanimously),
        "Après en avoir délibéré, le Conseil municipal décide à l’unanimité de désigner ICARD Léa et DI MEO Paolo."
    );
    assert_eq!(
        named((2, 7, 0, 0), true, Outcome::Rejected),
        "Après en avoir délibéré, le Conseil municipal ne désigne pas ICARD Léa et DI MEO Paolo, par 2 voix pour et 7 voix \
         contre."
    );
}

#[test]
fn a_majority_that_is_missed_is_named_with_the_voices_it_lacked() {
    let own = report(ReportKind::Deliberation);
    let by = |majority, counts, outcome| told(&Facts { majority, ..facts(&own, counts, outcome) });
    assert_eq!(
        by(Majority::TwoThirdsOfMembers, (17, 3, 10, 0), Outcome::RejectedShortOfMajority),
        "Après en avoir délibéré, le Conseil municipal n’adopte pas le rapport présenté, par 17 voix pour, 3 voix contre et \
         10 abstentions, la majorité des deux tiers des membres en exercice n’étant pas atteinte (il fallait 20 voix pour, \
         il en a manqué 3)."
    );
    assert_eq!(
        by(Majority::ThreeFifthsOfCast, (20, 8, 2, 0), Outcome::Adopted),
        "Après en avoir délibéré, le Conseil municipal décide à la majorité des trois cinquièmes des suffrages exprimés, \
         par 20 voix pour, 8 voix contre et 2 abstentions, d’adopter le rapport présenté."
    );
    assert!(by(Majority::Relative, (3, 2, 0, 0), Outcome::Adopted).contains("à la majorité relative, par 3 voix pour"));
}

#[test]
fn a_result_without_figures_invents_none() {
    let own = ReportKind::Deliberation;
    assert_eq!(
        uncounted(own, Outcome::AdoptedUnanimously),
        "Après en avoir délibéré, le Conseil municipal décide à l’unanimité d’adopter le rapport présenté."
    );
    assert_eq!(
        uncounted(own, Outcome::Adopted),
        "Après en avoir délibéré, le Conseil municipal décide à la majorité d’adopter le rapport présenté."
    );
    assert_eq!(
        uncounted(ReportKind::Opinion { sense: OpinionSense::Favourable }, Outcome::Rejected),
        "Après en avoir délibéré, le Conseil municipal ne donne pas d’avis favorable sur le rapport ci-joint, le décompte \
         des voix n’étant pas relevé."
    );
    let text = "{pour} {majorite_absolue} {voix} {noms_contre}";
    let phrases = Phrases([(Phrase::DeliberationAdopted, text.to_owned())].into());
    let report = report(own);
    let facts = Facts { tally: None, names: asked(Default::default), ..facts(&report, NONE, Outcome::Adopted) };
    assert_eq!(decision(&phrases, &facts).to_string(), "non relevé non relevé voix non relevées noms non relevés");
}

#[test]
fn unanimity_with_abstentions_is_worded_by_the_convention_of_the_assembly() {
    let own = report(ReportKind::Deliberation);
    let by = |unanimity, counts| {
        let said = told(&Facts { unanimity, ..facts(&own, counts, Outcome::AdoptedUnanimously) });
        let said = said.strip_prefix("Après en avoir délibéré, le Conseil municipal décide ").unwrap().to_owned();
        said.strip_suffix(" d’adopter le rapport présenté.").unwrap().to_owned()
    };
    let some = (24, 0, 6, 0);
    assert_eq!(by(UnanimityWording::OfCast, some), "à l’unanimité des suffrages exprimés (6 abstentions)");
    assert_eq!(by(UnanimityWording::Unanimity, some), "à l’unanimité");
    assert_eq!(
        by(UnanimityWording::Majority, some),
        "à la majorité, par 24 voix pour, 0 voix contre et 6 abstentions,"
    );
    let out = (24, 0, 0, 1);
    let not_taking_part = "à l’unanimité des suffrages exprimés (1 membre ne prenant pas part au vote)";
    assert_eq!(by(UnanimityWording::OfCast, out), not_taking_part);
    for wording in [UnanimityWording::OfCast, UnanimityWording::Unanimity, UnanimityWording::Majority] {
        assert_eq!(by(wording, (30, 0, 0, 0)), "à l’unanimité");
    }
}

#[test]
fn a_text_that_was_amended_is_said_to_be() {
    let amended = |kind, numbers: &[&str], is_changed, outcome, phrases: &Phrases| {
        let report = report(kind);
        let amended_by = numbers.iter().map(|&number| number.to_owned()).collect();
        let facts = Facts { amended_by, is_changed, ..facts(&report, (9, 0, 0, 0), outcome) };
        decision(phrases, &facts).to_string()
    };
    let (adopted, own) = (Outcome::AdoptedUnanimously, Phrases::default());
    let end = |said: &str| said.rsplit_once("d’adopter ").unwrap().1.to_owned();
    let of = |kind, numbers: &[&str], is_changed| end(&amended(kind, numbers, is_changed, adopted, &own));
    let deliberation = ReportKind::Deliberation;
    assert_eq!(of(deliberation, &["1"], false), "le rapport présenté, tel qu’amendé par l’amendement n° 1.");
    assert_eq!(
        of(ReportKind::Motion, &["1", "3", "4 bis"], true),
        "la motion présentée, telle qu’amendée par les amendements n° 1, n° 3 et n° 4 bis et modifiée en séance."
    );
    assert_eq!(of(deliberation, &[], true), "le rapport présenté, tel que modifié en séance.");
    // A sentence of the assembly that has no place for it has it said behind.
    let phrases = Phrases([(Phrase::DeliberationAdopted, "APPROUVE le rapport.".to_owned())].into());
    assert_eq!(
        amended(deliberation, &["1"], false, adopted, &phrases),
        "APPROUVE le rapport. Le texte s’entend tel qu’amendé par l’amendement n° 1."
    );
    let phrases = Phrases([(Phrase::DeliberationAdopted, "APPROUVE le rapport{amende}.".to_owned())].into());
    assert_eq!(
        amended(deliberation, &["1"], false, adopted, &phrases),
        "APPROUVE le rapport, tel qu’amendé par l’amendement n° 1."
    );
    assert_eq!(amended(deliberation, &[], false, adopted, &phrases), "APPROUVE le rapport.");
}

#[test]
fn a_text_is_adopted_without_the_parts_that_were_voted_down() {
    let of = |parts: &[&str], numbers: &[&str], is_changed| {
        let report = report(ReportKind::Deliberation);
        let owned = |all: &[&str]| all.iter().map(|&one| one.to_owned()).collect();
        let facts = facts(&report, (9, 0, 0, 0), Outcome::AdoptedUnanimously);
        let said = told(&Facts { without: owned(parts), amended_by: owned(numbers), is_changed, ..facts });
        said.rsplit_once("d’adopter ").unwrap().1.to_owned()
    };
    assert_eq!(of(&["article 2"], &[], false), "le rapport présenté, sans la partie « article 2 ».");
    assert_eq!(
        of(&["article 2", "article 5"], &["1"], false),
        "le rapport présenté, tel qu’amendé par l’amendement n° 1, sans les parties « article 2 » et « article 5 »."
    );
    assert_eq!(
        of(&["article 2"], &[], true),
        "le rapport présenté, tel que modifié en séance, sans la partie « article 2 »."
    );
}

#[test]
fn a_show_of_hands_on_more_candidates_than_posts_appoints_none_of_them_by_name() {
    let report = report(ReportKind::Appointment { posts: Some(1), secret: false });
    let two = || asked(|| vec!["DI MEO Paolo".to_owned(), "ICARD Léa".to_owned()]);
    let said =
        |counts, outcome| told(&Facts { candidates: two(), is_contested: true, ..facts(&report, counts, outcome) });
    assert_eq!(
        said((6, 3, 0, 0), Outcome::Adopted),
        "Après en avoir délibéré, le Conseil municipal décide à la majorité, par 6 voix pour et 3 voix contre, de désigner \
         [noms à donner]."
    );
    assert_eq!(
        said((3, 6, 0, 0), Outcome::Rejected),
        "Après en avoir délibéré, le Conseil municipal n’adopte pas la désignation proposée, par 3 voix pour et 6 voix \
         contre."
    );
}

#[test]
fn every_proposal_has_its_decision() {
    let own = report(ReportKind::Deliberation);
    let on = |id: ProposalId, counts, outcome| told(&Facts { on: Some(&id), ..facts(&own, counts, outcome) });
    let (for_, against) = (Outcome::Adopted, Outcome::Rejected);
    assert_eq!(
        on(ProposalId::Amendment("2".to_owned()), (6, 3, 0, 0), for_),
        "Après en avoir délibéré, le Conseil municipal adopte à la majorité, par 6 voix pour et 3 voix contre, \
         l’amendement n° 2."
    );
    assert_eq!(
        on(ProposalId::Part("article 2".to_owned()), (3, 6, 0, 0), against),
        "Après en avoir délibéré, le Conseil municipal n’adopte pas la partie « article 2 », par 3 voix pour et 6 voix \
         contre."
    );
    assert_eq!(
        on(ProposalId::Postponement, (6, 3, 0, 0), for_),
        "Après en avoir délibéré, le Conseil municipal décide à la majorité, par 6 voix pour et 3 voix contre, de renvoyer \
         l’examen du rapport n° 01 à une séance ultérieure."
    );
    assert_eq!(
        on(ProposalId::Postponement, (3, 6, 0, 0), against),
        "Après en avoir délibéré, le Conseil municipal n’adopte pas le renvoi à une séance ultérieure, par 3 voix pour et 6 \
         voix contre."
    );
    assert_eq!(
        on(ProposalId::PreviousQuestion, (9, 0, 0, 0), Outcome::AdoptedUnanimously),
        "Après en avoir délibéré, le Conseil municipal adopte à l’unanimité la question préalable : il n’y a pas lieu de \
         délibérer sur le rapport n° 01."
    );
}
