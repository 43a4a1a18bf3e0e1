//! The made-up commune on an evening where nothing is ordinary: every kind of report, amendments, several reports in one
//! vote, a majority of the members.
#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::path::Path;
use std::sync::Arc;

use hemicycle::council::agenda::{AgendaItem, DelegatedDecision, Report, ReportKind, Text};
use hemicycle::council::docket::Docket;
use hemicycle::council::id::{MemberId, ReportId};
use hemicycle::council::majority::Majority;
use hemicycle::council::proposal::{Proposal, ProposalId};
use hemicycle::council::settings::Setting;
use hemicycle::store::session_file;
use jiff::civil::date;

fn report(number: &str, object: &str, kind: ReportKind) -> Report {
    Report::named(ReportId::new(number), object.to_owned(), kind)
}

fn text(markdown: &str) -> Text {
    Text { file: None, markdown: markdown.to_owned() }
}

/// The made-up commune, with that agenda.
pub fn docket() -> Arc<Docket> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions/exemple-commune.ron");
    let commune = session_file::load(&path).unwrap_or_else(|unread| panic!("{unread:?}")).docket;
    let mut changed = (*commune).clone();
    let mut items = vec![AgendaItem::Chapter("Affaires générales".into())];
    let mut put = |item: Report| items.push(AgendaItem::Report(Box::new(item)));
    let of = Some(date(2025, 2, 10));
    put(report(
        "01",
        "Procès-verbal de la séance du 10 février 2025",
        ReportKind::PreviousMinutes { of, voted: false },
    ));
    let mut decisions = report("02", "Décisions prises par délégation du conseil", ReportKind::Decisions);
    decisions.decisions = [
        ("2025-11", 6, "Louage de la salle des fêtes à l’association Les Tréteaux"),
        ("2025-12", 8, "Marché de fourniture de denrées pour la restauration scolaire, lot n° 2 (fruits et légumes)"),
        ("2025-13", 10, "Concession de terrain au cimetière"),
        ("2025-14", 13, "Acceptation d’un don sans condition ni charge"),
        ("2025-15", 15, "Renouvellement de l’adhésion à l’agence d’urbanisme"),
        ("2025-16", 17, "Ligne de trésorerie de 400 000 euros"),
        ("2025-17", 20, "Avenant n° 1 au marché de la toiture du gymnase"),
        ("2025-18", 21, "Création d’une régie de recettes pour la médiathèque"),
        ("2025-19", 22, "Indemnité de sinistre, vitrine de l’office de tourisme"),
        ("2025-20", 24, "Défense de la commune devant le tribunal administratif"),
        ("2025-21", 27, "Tarifs du camping pour la saison 2025"),
        ("2025-22", 28, "Louage d’un logement d’urgence"),
    ]
    .into_iter()
    .map(|(number, day, object)| DelegatedDecision {
        number: Some(number.into()),
        date: Some(date(2025, 1, day)),
        object: object.into(),
    })
    .collect();
    put(decisions);
    let mut budget = report("03", "Budget primitif 2025 de la commune", ReportKind::Deliberation);
    budget.amendments = vec![
        Proposal {
            authors: vec![MemberId::new("evrard-maia")],
            on_behalf: Some("le groupe Mieux vivre à Saint-Exemple".into()),
            target: Some("article 2".into()),
            text: Some(
                "À l’article 2, remplacer « 120 000 euros » par « 90 000 euros » et affecter la différence à la \
                 rénovation des classes de l’école Jules-Verne."
                    .into(),
            ),
            ..Proposal::new(ProposalId::Amendment("1".into()))
        },
        Proposal {
            authors: vec![MemberId::new("guerineau-yse"), MemberId::new("hamelin-octave")],
            target: Some("article 3".into()),
            text: Some("Supprimer l’article 3.".into()),
            ..Proposal::new(ProposalId::Amendment("2".into()))
        },
    ];
    put(budget);
    for (number, object) in [
        ("04", "Subvention 2025 à l’association sportive de Saint-Exemple"),
        ("05", "Subvention 2025 au comité des fêtes"),
        ("06", "Subvention 2025 à la société de musique"),
        ("07", "Subvention 2025 à l’amicale des sapeurs-pompiers"),
    ] {
        let mut subsidy = report(number, object, ReportKind::Deliberation);
        subsidy.voted_with = Some("A".into());
        put(subsidy);
    }
    let mut sale = report("08", "Retrait du syndicat des eaux de la vallée", ReportKind::Deliberation);
    let reason = "statuts du syndicat, art. 12".to_owned();
    sale.majority = Some(Setting { value: Majority::TwoThirdsOfMembers, reason });
    put(sale);
    let posts = ReportKind::Appointment { posts: Some(2), secret: false };
    put(report("09", "Représentants de la commune à la mission locale", posts));
    let mut wish = report("10", "Vœu pour le maintien de la trésorerie", ReportKind::Wish);
    wish.authors = vec![MemberId::new("le-goffic-ronan")];
    put(wish);
    let mut question = report("11", "Sécurité des abords du collège", ReportKind::OralQuestion);
    question.authors = vec![MemberId::new("d-ormesnil-agathe")];
    question.exposition =
        Some(text("Deux accidents ont eu lieu en un mois devant le collège.\n\nQue compte faire la commune ?"));
    put(question);
    put(report("12", "Point sur le chantier du gymnase", ReportKind::Information));
    put(report("13", "Rapport annuel sur l’eau", ReportKind::Acknowledgement { voted: false }));
    let mut library = report("14", "Tarifs de la médiathèque", ReportKind::Deliberation);
    library.amendments = vec![Proposal {
        authors: vec![MemberId::new("le-goffic-ronan")],
        text: Some("La commission de la culture n’a pas été consultée.".into()),
        ..Proposal::new(ProposalId::Postponement)
    }];
    put(library);
    put(report("15", "Horaires de la médiathèque", ReportKind::Deliberation));
    changed.agenda.items = items;
    changed.into()
}
