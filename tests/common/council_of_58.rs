//! A made-up council of 58 with 15 powers known beforehand: the size of the roll call's budget.

use std::sync::Arc;

use hemicycle::council::agenda::{Agenda, AgendaItem, Report, ReportKind};
use hemicycle::council::attendance::{Attendance, Presence};
use hemicycle::council::docket::{Body, BodyKind, Docket, Meeting};
use hemicycle::council::id::ReportId;
use hemicycle::council::name::Name;
use hemicycle::council::roster::{Member, Roster};
use jiff::civil::date;

const NAMES: [(&str, &str); 58] = [
    ("ABADIE", "Jules"),
    ("AGNEL", "Rita"),
    ("ALBERT", "Yann"),
    ("AMBLARD", "Cléo"),
    ("ANDRÉ", "Tom"),
    ("ARNAL", "Zoé"),
    ("ASTIER", "Paul"),
    ("AUDRAN", "Inès"),
    ("AVRIL", "Hugo"),
    ("BAZIN", "Luc"),
    ("BELIN", "Éva"),
    ("BIGOT", "Marc"),
    ("BLANC", "Lise"),
    ("BONNET", "Jean"),
    ("BRUN", "Léo"),
    ("BUISSON", "Ana"),
    ("CABANE", "Éric"),
    ("CELLIER", "Nora"),
    ("CHABOT", "Guy"),
    ("CLÉMENT", "Rose"),
    ("COMBE", "Alain"),
    ("CROS", "Maud"),
    ("DALLE", "Yves"),
    ("DENIS", "Lou"),
    ("DIDIER", "Noé"),
    ("DORÉ", "Aude"),
    ("DUBOIS", "Max"),
    ("ESTÈVE", "Iris"),
    ("FABRE", "Louis"),
    ("FERRAND", "Emma"),
    ("FOUGÈRE", "Anne"),
    ("GARDE", "Nils"),
    ("GILET", "Marc"),
    ("GRAS", "Ève"),
    ("HUET", "Théo"),
    ("ICARD", "Mia"),
    ("JALLET", "Rémi"),
    ("LACAZE", "Jade"),
    ("LEROUX", "Noël"),
    ("LIÉVIN", "Ugo"),
    ("MALLET", "Lola"),
    ("MEUNIER", "Igor"),
    ("MIQUEL", "Alma"),
    ("NADAL", "Rosa"),
    ("OLIVE", "Sam"),
    ("PAGÈS", "Nina"),
    ("PETIT", "Axel"),
    ("QUENTIN", "Jo"),
    ("RABOT", "Lina"),
    ("RENARD", "Ivan"),
    ("ROBIN", "Maya"),
    ("SALLES", "Otto"),
    ("SERRE", "Ella"),
    ("TEXIER", "Luis"),
    ("URSULE", "Kim"),
    ("VALLET", "Dora"),
    ("WOLFF", "Anton"),
    ("ZANI", "Rose"),
];

/// Members from the twentieth on whose power is known: each to the one who stands so many before.
const GIVERS: std::ops::Range<usize> = 40..55;

/// The docket: a métropole with one report; ZANI Rose is expected to be excused.
pub fn docket() -> Arc<Docket> {
    let members: Vec<Member> = NAMES
        .iter()
        .map(|(surname, first)| {
            let name = Name { surname: (*surname).into(), first: (*first).into(), civility: None };
            Member {
                id: name.slug(),
                name,
                group: None,
                role: None,
                rank: None,
                standing: hemicycle::council::roster::Standing::InOffice,
            }
        })
        .collect();
    let mut expected = Attendance::default();
    for giver in GIVERS {
        expected.set_presence(&members[giver].id, Presence::Excused);
        expected.give(&members[giver].id, &members[giver - 40].id);
    }
    expected.set_presence(&members[57].id, Presence::Excused);
    // BAZIN, who will be absent, was to hold a power: it is LISE BLANC who holds it.
    expected.give(&members[49].id, &members[12 + 3].id);
    let report = Report {
        id: ReportId::new("1"),
        act: None,
        object: "Réseau de lecture publique".to_owned(),
        kind: ReportKind::Deliberation,
        rapporteur: None,
        exposition: None,
        operative_part: None,
        submitted: None,
        annexes: vec![],
        signed: None,
        transmitted: None,
        received: None,
        receipt_id: None,
        recusals: vec![],
        accounts: false,
        added: false,
    };
    Arc::new(Docket {
        body: Body {
            name: "Conseil de la Métropole d’Essai".to_owned(),
            kind: BodyKind::Metropole,
            siren: None,
            department: None,
            population: None,
            settings: hemicycle::council::settings::Settings::default(),
        },
        meeting: Meeting {
            date: date(2025, 3, 3),
            place: None,
            convened_on: None,
            convened_by: None,
            president: Some(members[0].id.clone()),
            secretaries: vec![members[1].id.clone()],
            assistants: vec![],
            second_of: None,
        },
        roster: Roster::new(members),
        expected,
        agenda: Agenda { items: vec![AgendaItem::Report(Box::new(report))] },
        proxy_runs: std::collections::BTreeMap::default(),
    })
}
