//! The session file that `creer` writes: as a clerk would, with the remarks that teach the next step.

use std::fmt::Write as _;

use crate::council::docket::BodyKind;
use crate::council::kind::{OpinionSense, ReportKind};
use crate::council::law::Value;
use crate::council::name::Civility;
use crate::council::plain::plain;
use crate::french::file::word_of_office;
use crate::french::letters::weekday;
use crate::french::numbers::{date, hour};
use crate::store::session_file::plan::{
    BodyPlan, ItemPlan, MeetingPlan, MemberPlan, MembersPlan, OwnRules, Plan, SeatPlan, TypedBody,
};

/// The text of the file, of that name.
#[must_use]
pub fn session_file(plan: &Plan, file: &str) -> String {
    let mut text = head(plan, &plain(file));
    text.push_str("(\n    format: 1,\n");
    text.push_str(&body(&plan.body));
    text.push_str(&meeting(&plan.meeting));
    text.push_str(&members(&plan.members));
    text.push_str(&agenda(&plan.agenda));
    text.push_str(")\n");
    text
}

fn head(plan: &Plan, file: &str) -> String {
    let name = match &plan.body {
        BodyPlan::Copied { name, .. } | BodyPlan::Typed(TypedBody { name, .. }) => plain(name),
    };
    let day = plan.meeting.date;
    // A name of a file with spaces stands between quotes, as the shell wants it.
    let typed = if file.contains(' ') { format!("\"{file}\"") } else { file.to_owned() };
    let checks = format!("hemicycle verifier {typed}");
    let opens = format!("hemicycle {typed}");
    let convenes = format!("hemicycle pv {typed} --document convocation");
    let widest = [&checks, &opens, &convenes].iter().map(|line| line.chars().count()).max().unwrap_or(0);
    format!(
        "// {name}, séance du {} {}.\n\
         //\n\
         // Ce fichier dit ce qui est connu avant la séance. Il se complète dans un éditeur de texte : les textes sont entre\n\
         // guillemets droits, et ce qui suit deux barres, comme ici, est une remarque. Le programme ne le modifie jamais.\n\
         //\n\
         //     {checks:<widest$}   relit le fichier, et dit tout ce qui est à corriger\n\
         //     {convenes:<widest$}   écrit la convocation\n\
         //     {opens:<widest$}   ouvre la séance, le jour venu\n",
        weekday(day),
        date(day),
    )
}

/// A text between straight quotes.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        if matches!(character, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted.push('"');
    quoted
}

/// The word of a kind of body in the session file.
#[must_use]
pub fn word_of_body(kind: BodyKind) -> &'static str {
    match kind {
        BodyKind::Commune => "Commune",
        BodyKind::Epci => "Epci",
        BodyKind::Metropole => "Metropole",
        BodyKind::ConseilDeTerritoire => "ConseilDeTerritoire",
        BodyKind::ConseilArrondissement => "ConseilArrondissement",
        BodyKind::Departement => "Departement",
        BodyKind::Region => "Region",
        BodyKind::CommissionPermanente => "CommissionPermanente",
        BodyKind::Ccas => "Ccas",
        BodyKind::Syndicat => "Syndicat",
        BodyKind::Autre => "Autre",
    }
}

fn body(body: &BodyPlan) -> String {
    let typed = match body {
        BodyPlan::Copied { source, .. } => return format!("    assemblee: {source},\n"),
        BodyPlan::Typed(typed) => typed,
    };
    let mut text = String::from("    assemblee: (\n");
    field(&mut text, "nom", &quoted(&typed.name));
    field(&mut text, "genre", word_of_body(typed.kind));
    if let Some(population) = typed.population {
        field(&mut text, "population", &population.to_string());
    }
    if let Some(own) = &typed.own {
        text.push_str(&own_rules(own));
    }
    text.push_str(
        "        // À compléter si l’on veut : siren: \"200000008\", departement: \"099\",\n        \
         // numerotation: \"{annee}-{rang:03}\" (les numéros des actes se font alors tout seuls).\n    ),\n",
    );
    text
}

/// The rules of a body that no law gives them to.
fn own_rules(own: &OwnRules) -> String {
    let quorum = match own.quorum {
        None => "Aucun".to_owned(),
        Some(Value::OneThird) => "Tiers".to_owned(),
        Some(Value::MoreThanHalfWithRepresented) => "MoitieAvecRepresentes".to_owned(),
        Some(Value::Number(number)) => format!("Nombre({number})"),
        Some(_) => "Moitie".to_owned(),
    };
    let reason = quoted(&own.reason);
    format!(
        "        reglages: (\n            quorum: (valeur: {quorum}, motif: {reason}),\n            \
         pouvoirs_par_porteur: (valeur: {}, motif: {reason}),\n        ),\n",
        own.powers
    )
}

/// A field of eight columns of margin.
fn field(text: &mut String, name: &str, value: &str) {
    // Writing to a String does not fail.
    let _ = writeln!(text, "        {name}: {value},");
}

fn meeting(meeting: &MeetingPlan) -> String {
    let mut text = String::from("    seance: (\n");
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            field(&mut text, name, &value);
        }
    };
    let words = |text: &Option<String>| text.as_deref().map(quoted);
    put("date", Some(quoted(&date(meeting.date))));
    put("heure", meeting.hour.map(|at| quoted(&hour(at))));
    put("lieu", words(&meeting.place));
    put("convocation", meeting.convened_on.map(|day| quoted(&date(day))));
    put("convoque_par", words(&meeting.convened_by));
    put("president", words(&meeting.president));
    put("secretaire", words(&meeting.secretary));
    put("premier_numero", meeting.first_number.map(|number| number.to_string()));
    let missing = [("heure", "18 h 30", meeting.hour.is_none()), ("lieu", "la mairie", meeting.place.is_none())];
    let missing: Vec<String> =
        missing.iter().filter(|it| it.2).map(|(name, example, _)| format!("{name}: {}", quoted(example))).collect();
    if !missing.is_empty() {
        let _ = writeln!(text, "        // À compléter, dont la convocation a besoin : {}.", missing.join(", "));
    }
    if meeting.secretary.is_none() {
        text.push_str(
            "        // Qui est secrétaire peut aussi être dit à l’ouverture : secretaire: \"NOM Prénom\".\n",
        );
    }
    text.push_str("    ),\n");
    text
}

fn members(members: &MembersPlan) -> String {
    let list = match members {
        MembersPlan::File(name) => {
            return format!(
                "    // Une colonne « état » du tableau dit qui est attendu, une colonne « pouvoir » à qui il donne le sien.\n    \
                 membres: Fichier({}),\n",
                quoted(name)
            );
        }
        MembersPlan::List(list) => list,
    };
    let mut text = String::from(
        "    // L’ordre est celui du tableau. Qui a prévenu de son absence : etat: Excuse, ou, s’il donne pouvoir,\n    \
         // etat: Excuse(pouvoir_a: \"NOM Prénom\").\n    membres: [\n",
    );
    for one in list {
        let _ = writeln!(text, "        ({}),", member(one));
    }
    text.push_str("    ],\n");
    text
}

fn member(member: &MemberPlan) -> String {
    let mut fields = vec![format!("nom: {}", quoted(&member.name.surname))];
    if !member.name.first.is_empty() {
        fields.push(format!("prenom: {}", quoted(&member.name.first)));
    }
    if let Some(civility) = member.name.civility {
        let word = match civility {
            Civility::Mr => "M",
            Civility::Mrs => "Mme",
        };
        fields.push(format!("civilite: {word}"));
    }
    let texts = [("groupe", &member.group), ("fonction", &member.role), ("id", &member.id)];
    fields.extend(texts.iter().filter_map(|(name, text)| Some(format!("{name}: {}", quoted(text.as_deref()?)))));
    fields.extend(member.rank.map(|rank| format!("rang: {rank}")));
    fields.extend(member.birth.map(|birth| format!("naissance: {}", quoted(&date(birth)))));
    match &member.seat {
        SeatPlan::Own => {}
        SeatPlan::SubstituteOf(titular) => fields.push(format!("suppleant_de: {}", quoted(titular))),
        SeatPlan::SuccessorOf(titular) => fields.push(format!("remplace: {}", quoted(titular))),
        SeatPlan::VacantSeat => fields.push("remplace: SiegeVacant".to_owned()),
    }
    fields.join(", ")
}

fn agenda(agenda: &[ItemPlan]) -> String {
    let mut text = String::from(
        "    // À chaque rapport s’ajoutent, sur leurs lignes : texte: \"…\" (l’exposé) et dispositif: \"…\" (ce qui est voté),\n    \
         // ou, s’ils sont dans un fichier à côté : texte: Fichier(\"01-rapport.md\").\n    ordre_du_jour: [\n",
    );
    for item in agenda {
        match item {
            ItemPlan::Chapter(title) => {
                let _ = writeln!(text, "        Chapitre({}),", quoted(title));
            }
            ItemPlan::Report { number, object, kind, rapporteur } => {
                let _ = writeln!(
                    text,
                    "        Rapport(\n            numero: {},\n            objet: {},",
                    quoted(number),
                    quoted(object)
                );
                if let Some(kind) = word_of_report(*kind) {
                    let _ = writeln!(text, "            genre: {kind},");
                }
                if let Some(rapporteur) = rapporteur {
                    let _ = writeln!(text, "            rapporteur: {},", quoted(rapporteur));
                }
                text.push_str("        ),\n");
            }
        }
    }
    text.push_str("    ],\n");
    text
}

/// The kind of a report in the session file; nothing for a délibération, which is the default.
fn word_of_report(kind: ReportKind) -> Option<String> {
    let word = match kind {
        ReportKind::Deliberation => return None,
        ReportKind::Opinion { sense } => {
            let sense = match sense {
                OpinionSense::Favourable => "Favorable",
                OpinionSense::Unfavourable => "Defavorable",
                OpinionSense::Reserved => "Reserve",
            };
            return Some(format!("Avis(sens: {sense})"));
        }
        ReportKind::Acknowledgement { voted: false } => "DonneActe",
        ReportKind::Acknowledgement { voted: true } => "DonneActe(vote: true)",
        ReportKind::Information => "Information",
        ReportKind::Communication => "Communication",
        ReportKind::Decisions => "Decisions",
        ReportKind::OralQuestion => "QuestionOrale",
        ReportKind::Election { office, posts } => {
            let posts = posts.map(|posts| format!(", postes: {posts}")).unwrap_or_default();
            return Some(format!("Election(mandat: {}{posts})", word_of_office(office)));
        }
        ReportKind::Wish => "Voeu",
        ReportKind::Motion => "Motion",
        ReportKind::PreviousMinutes { of, voted } => {
            let mut fields: Vec<String> = of.map(|day| format!("du: {}", quoted(&date(day)))).into_iter().collect();
            fields.extend(voted.then(|| "vote: true".to_owned()));
            let fields = fields.join(", ");
            return Some(if fields.is_empty() { "ProcesVerbal".to_owned() } else { format!("ProcesVerbal({fields})") });
        }
        ReportKind::AdministrativeAccounts => "CompteAdministratif",
        ReportKind::UnifiedAccounts => "CompteFinancierUnique",
        ReportKind::Appointment { posts, secret } => {
            let mut fields: Vec<String> = posts.map(|posts| format!("postes: {posts}")).into_iter().collect();
            fields.extend(secret.then(|| "secret: true".to_owned()));
            let fields = fields.join(", ");
            return Some(if fields.is_empty() { "Designation".to_owned() } else { format!("Designation({fields})") });
        }
    };
    Some(word.to_owned())
}
