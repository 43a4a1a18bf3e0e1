use super::super::grammar::the_body;
use super::*;
use crate::council::agenda::OpinionSense;
use crate::council::conventions::UnanimityWording;
use crate::council::docket::BodyKind;
use crate::council::id::ReportId;
use crate::council::majority::Majority;

pub fn report(kind: ReportKind) -> Report {
    Report::named(ReportId::new("01"), "Objet".to_owned(), kind)
}

pub type Counts = (u32, u32, u32, u32);

/// The facts of a vote; the names are A1, A2 … against, B1 … abstaining, C1 … taking no part.
pub fn facts(report: &Report, counts: Counts, outcome: Outcome) -> Facts<'_> {
    let (for_, against, abstentions, out) = counts;
    let names = |letter: char, number: u32| (1..=number).map(|place| format!("{letter}{place}")).collect();
    Facts {
        report,
        body: the_body(BodyKind::Commune),
        named_body: asked(|| "le Conseil municipal de Saint-Exemple".to_owned()),
        act: asked(|| None),
        day: asked(|| "3 mars 2025".to_owned()),
        tally: Some(Tally::from_counts(
            for_ + against + abstentions + out,
            crate::council::way::Counts { for_, against, abstentions, not_taking_part: out },
            false,
        )),
        outcome,
        majority: Majority::OfCast,
        names: asked(move || [names('A', against), names('B', abstentions), names('C', out)]),
        on: None,
        amended_by: Vec::new(),
        is_changed: false,
        without: Vec::new(),
        is_contested: false,
        remarks: 0,
        candidates: asked(Vec::new),
        elected: asked(Vec::new),
        proclamation: asked(Sentence::default),
        is_secret: false,
        chair: asked(|| "Madame la Maire".to_owned()),
        withdrawn_because: None,
        unanimity: UnanimityWording::OfCast,
        nobody: "Néant",
    }
}

fn said(kind: ReportKind, counts: Counts, outcome: Outcome) -> String {
    let sentence = decision(&Phrases::default(), &facts(&report(kind), counts, outcome)).to_string();
    sentence.strip_prefix("Après en avoir délibéré, le Conseil municipal ").unwrap().to_owned()
}

/// A report of the council's own, in those words.
fn worded(phrases: &[(Phrase, &str)], counts: Counts, outcome: Outcome) -> String {
    let phrases = Phrases(phrases.iter().map(|(phrase, text)| (*phrase, (*text).to_owned())).collect());
    decision(&phrases, &facts(&report(ReportKind::Deliberation), counts, outcome)).to_string()
}

#[test]
fn every_outcome_has_its_decision_sentence() {
    let own = ReportKind::Deliberation;
    for (counts, outcome, sentence) in [
        ((30, 0, 0, 0), Outcome::AdoptedUnanimously, "décide à l’unanimité d’adopter le rapport présenté."),
        (
            (24, 0, 6, 1),
            Outcome::AdoptedUnanimously,
            "décide à l’unanimité des suffrages exprimés (6 abstentions, 1 membre ne prenant pas part au vote) \
             d’adopter le rapport présenté.",
        ),
        (
            (26, 3, 1, 0),
            Outcome::Adopted,
            "décide à la majorité, par 26 voix pour, 3 voix contre et 1 abstention, d’adopter le rapport présenté.",
        ),
        (
            (15, 15, 0, 0),
            Outcome::AdoptedByCastingVote,
            "décide par 15 voix pour et 15 voix contre, la voix de la présidence étant prépondérante, d’adopter le \
             rapport présenté.",
        ),
        ((3, 26, 0, 0), Outcome::Rejected, "n’adopte pas le rapport présenté, par 3 voix pour et 26 voix contre."),
        (
            (15, 15, 0, 0),
            Outcome::RejectedByCastingVote,
            "n’adopte pas le rapport présenté, par 15 voix pour et 15 voix contre, la voix de la présidence étant \
             prépondérante.",
        ),
        (
            (14, 14, 1, 1),
            Outcome::RejectedByTie,
            "n’adopte pas le rapport présenté, par 14 voix pour, 14 voix contre, 1 abstention et 1 membre ne \
             prenant pas part au vote, sans voix prépondérante.",
        ),
        (
            (0, 0, 30, 0),
            Outcome::RejectedNothingCast,
            "n’adopte pas le rapport présenté, faute de suffrage exprimé (30 abstentions).",
        ),
    ] {
        assert_eq!(said(own, counts, outcome), sentence);
    }
}

#[test]
fn a_favourable_opinion_voted_down_is_not_an_unfavourable_one() {
    let opinion = ReportKind::Opinion { sense: OpinionSense::Favourable };
    assert_eq!(
        said(opinion, (3, 26, 0, 0), Outcome::Rejected),
        "ne donne pas d’avis favorable sur le rapport ci-joint, par 3 voix pour et 26 voix contre."
    );
}

#[test]
fn the_programs_own_sentences_can_all_be_taken_apart() {
    for phrase in Phrase::ALL {
        assert!(pieces(phrase, own(phrase)).is_ok(), "{phrase:?}");
    }
}

#[test]
fn the_assembly_says_it_in_its_own_words() {
    let own_words = [
        (Phrase::DeliberationAdopted, "LE CONSEIL, {majorite}, APPROUVE : {objet} ({acte}, {date})."),
        (Phrase::UnanimousOfCast, "à la majorité ({non_exprimes})"),
    ];
    assert_eq!(
        worded(&own_words, (24, 0, 6, 1), Outcome::AdoptedUnanimously),
        "LE CONSEIL, à la majorité (6 abstentions, 1 membre ne prenant pas part au vote), APPROUVE : Objet ([numéro à \
         donner], 3 mars 2025)."
    );
}

#[test]
fn those_who_were_not_for_are_named_beside_their_number() {
    let own_words = [(Phrase::DeliberationAdopted, "{nom_assemblee} décide {majorite_nommee} d’adopter.")];
    let said = |counts, outcome| worded(&own_words, counts, outcome);
    assert_eq!(
        said((47, 3, 1, 0), Outcome::Adopted),
        "le Conseil municipal de Saint-Exemple décide à la majorité, par 47 voix pour, 3 voix contre (A1, A2 et A3) et \
         1 abstention (B1), d’adopter."
    );
    assert_eq!(
        said((47, 0, 2, 1), Outcome::AdoptedUnanimously),
        "le Conseil municipal de Saint-Exemple décide à l’unanimité des suffrages exprimés (2 abstentions (B1 et B2), 1 \
         membre ne prenant pas part au vote (C1)) d’adopter."
    );
}

#[test]
fn every_figure_and_list_of_names_is_a_field() {
    let text = "{votants} {exprimes} {majorite_absolue} {pour} {contre} {abstentions} {ne_prennent_pas_part} \
                {noms_contre} / {noms_abstentions} / {voix} / {voix_nommees} / {non_exprimes_nommes} / {numero}";
    let said = |counts, outcome| worded(&[(Phrase::DeliberationAdopted, text)], counts, outcome);
    assert_eq!(
        said((5, 2, 1, 1), Outcome::Adopted),
        "8 7 4 5 2 1 1 A1 et A2 / B1 / 5 voix pour, 2 voix contre, 1 abstention et 1 membre ne prenant pas part au vote \
         / 5 voix pour, 2 voix contre (A1 et A2), 1 abstention (B1) et 1 membre ne prenant pas part au vote (C1) / 1 \
         abstention (B1), 1 membre ne prenant pas part au vote (C1) / 01"
    );
    assert!(said((5, 0, 0, 0), Outcome::AdoptedUnanimously).contains("Néant / Néant"));
}

#[test]
fn accounts_have_a_sentence_of_their_own_or_that_of_any_report() {
    let accounts = Report { kind: ReportKind::AdministrativeAccounts, ..report(ReportKind::Deliberation) };
    let facts = facts(&accounts, (9, 0, 0, 0), Outcome::AdoptedUnanimously);
    let said = |pairs: &[(Phrase, &str)]| {
        let phrases = Phrases(pairs.iter().map(|(phrase, text)| (*phrase, (*text).to_owned())).collect());
        decision(&phrases, &facts).to_string()
    };
    assert_eq!(
        said(&[]),
        "Après en avoir délibéré, le Conseil municipal décide à l’unanimité d’adopter le rapport présenté."
    );
    assert_eq!(said(&[(Phrase::DeliberationAdopted, "Adopté.")]), "Adopté.");
    assert_eq!(said(&[(Phrase::DeliberationAdopted, "Adopté."), (Phrase::AccountsAdopted, "Arrêtés.")]), "Arrêtés.");
}

#[test]
fn names_and_numbers_are_told_apart_from_words() {
    let act = Report { act: Some("2025_012".to_owned()), ..report(ReportKind::Deliberation) };
    let mut facts = facts(&act, (9, 1, 0, 0), Outcome::Adopted);
    facts.act = asked(|| Some("2025_012".to_owned()));
    let phrases = Phrases([(Phrase::DeliberationAdopted, "{acte} sauf {noms_contre}.".to_owned())].into());
    assert_eq!(
        decision(&phrases, &facts).0,
        [
            Part::Number("2025_012".to_owned()),
            Part::Words(" sauf ".to_owned()),
            Part::Name("A1".to_owned()),
            Part::Words(".".to_owned())
        ]
    );
}

#[test]
fn voices_whose_names_nobody_took_down_are_not_nobodys() {
    let text = "{voix_nommees} – {noms_contre} – {noms_abstentions}";
    let phrases = Phrases([(Phrase::DeliberationAdopted, text.to_owned())].into());
    let report = report(ReportKind::Deliberation);
    let facts = Facts { names: asked(Default::default), ..facts(&report, (9, 2, 0, 0), Outcome::Adopted) };
    let said = decision(&phrases, &facts).to_string();
    assert_eq!(said, "9 voix pour et 2 voix contre – noms non relevés – Néant");
}

#[test]
fn a_brace_in_an_object_is_no_field() {
    let braces = Report { object: "{majorite} {x".to_owned(), ..report(ReportKind::Deliberation) };
    let phrases = Phrases([(Phrase::DeliberationAdopted, "{objet}".to_owned())].into());
    let facts = facts(&braces, (9, 1, 0, 0), Outcome::Adopted);
    assert_eq!(decision(&phrases, &facts).to_string(), "{majorite} {x");
}
