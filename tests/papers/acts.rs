//! The délibération, the list, the record and the register of evenings with every kind of report, every way to record a
//! vote, every vote that a report may hold.

use hemicycle::council::agenda::{Report, ReportKind, Text};
use hemicycle::council::ballot::Choice;
use hemicycle::council::command::Command;
use hemicycle::council::id::ReportId;
use hemicycle::council::majority::Majority;
use hemicycle::council::notes::Notes;
use hemicycle::council::numbering::{Numbering, Pattern};
use hemicycle::council::phrases::Phrases;
use hemicycle::council::proposal::{Proposal, ProposalId};
use hemicycle::council::settings::Setting;
use hemicycle::council::sitting::Sitting;
use hemicycle::papers::document::{FieldValue, Status};
use hemicycle::papers::{Format, Paper, Sources, compose_register, fields, names};

use super::busy::{id, report_of, sitting_of};
use super::evening::deliberation;
use super::golden;
use super::kinds::{council_with, every_kind, report, steps};
use super::paper::{composed, text_of, written};
use super::read_back::flowing;

fn act(number: &str, object: &str, kind: ReportKind) -> Report {
    let text = "**Article 1** : Il est fait ainsi.\n\n**Article 2** : La maire signe.";
    Report { operative_part: Some(Text { file: None, markdown: text.to_owned() }), ..report(number, object, kind) }
}

fn nominal(report: &str) -> Paper {
    Paper::NominalRecord(ReportId::new(report))
}

/// Reports that are voted in every way, some of them together, some amended, one by public ballot.
pub fn every_way() -> Sitting {
    let own = ReportKind::Deliberation;
    let mut council = council_with(vec![
        act("01", "Règlement du marché", own),
        act("02", "Subvention au comité des fêtes", own),
        act("03", "Subvention à la chorale", own),
        act("04", "Cession d'un terrain", own),
        act("05", "Tarifs de l'eau", own),
        act("06", "Convention avec le lycée", own),
        act("07", "Modification des statuts", own),
        act("08", "Plan de circulation", own),
        act("09", "Achat d'une balayeuse", own),
    ]);
    council.body.numbering =
        Some(Numbering { pattern: Pattern::read("{annee}-{rang:02}").expect("a pattern"), rejected: true });
    let amendment = |number: &str, by: &str, target: &str, text: &str| Proposal {
        authors: vec![id(by)],
        target: Some(target.to_owned()),
        text: Some(text.to_owned()),
        ..Proposal::new(ProposalId::Amendment(number.to_owned()))
    };
    let mut first = amendment("1", "di-meo-paolo", "article 1", "Remplacer « ainsi » par **« dès le 1er avril »**.");
    first.on_behalf = Some("le groupe Bourg solidaire".to_owned());
    report_of(&mut council, "01").amendments =
        vec![first, amendment("2", "icard-lea", "article 2", "Supprimer l'article 2.")];
    let two_thirds = Setting { value: Majority::TwoThirdsOfMembers, reason: "statuts, art. 12".to_owned() };
    report_of(&mut council, "07").majority = Some(two_thirds);
    sitting_of(council, &steps("every-way-of-acts"))
}

#[test]
fn a_text_is_printed_with_the_amendments_that_were_adopted_and_says_so() {
    golden("acts-amended.txt", &text_of(&every_way(), &deliberation("01")));
}

#[test]
fn reports_put_to_one_vote_have_each_a_deliberation_with_its_own_exceptions() {
    let sitting = every_way();
    golden("acts-together-1.txt", &text_of(&sitting, &deliberation("02")));
    golden("acts-together-2.txt", &text_of(&sitting, &deliberation("03")));
}

#[test]
fn a_public_ballot_prints_who_asked_for_it_and_every_name_with_its_vote() {
    let sitting = every_way();
    let paper = text_of(&sitting, &deliberation("04"));
    golden("acts-public.txt", &paper);
    let vote = flowing(&paper).split_once("Vote sur le rapport").expect("a vote").1.to_owned();
    let voted = sitting.progress(&ReportId::new("04")).expect("opened").vote();
    for (member, _) in voted.choices() {
        let name = sitting.docket().roster.listed(member);
        assert!(vote.contains(&name), "{name}: {vote}");
    }
}

#[test]
fn figures_without_names_say_so_in_the_lists() {
    let sitting = every_way();
    let paper = text_of(&sitting, &deliberation("05"));
    golden("acts-figures.txt", &paper);
    assert!(paper.replace('\u{a0}', " ").contains("noms non relevés"), "{paper}");
    golden("acts-figures-nominal.txt", &text_of(&sitting, &nominal("05")));
}

#[test]
fn a_result_without_figures_prints_none() {
    let paper = text_of(&every_way(), &deliberation("06"));
    golden("acts-result.txt", &paper);
    for figure in ["Votants", "voix pour", "Néant"] {
        assert!(!paper.contains(figure), "{figure}: {paper}");
    }
}

#[test]
fn a_majority_that_was_missed_is_named_with_its_text_and_what_it_lacked() {
    golden("acts-majority.txt", &text_of(&every_way(), &deliberation("07")));
}

#[test]
fn a_text_changed_on_the_table_is_printed_as_it_was_changed() {
    golden("acts-changed.txt", &text_of(&every_way(), &deliberation("08")));
}

#[test]
fn a_record_of_names_has_a_table_a_vote() {
    golden("acts-nominal.txt", &text_of(&every_way(), &nominal("01")));
}

#[test]
fn each_kind_of_which_an_act_comes_has_its_deliberation() {
    let sitting = every_kind();
    golden("acts-noted.txt", &text_of(&sitting, &deliberation("08")));
    golden("acts-noted-by-vote.txt", &text_of(&sitting, &deliberation("09")));
    golden("acts-wish.txt", &text_of(&sitting, &deliberation("10")));
    golden("acts-appointed.txt", &text_of(&sitting, &deliberation("12")));
    golden("acts-accounts.txt", &text_of(&sitting, &deliberation("13")));
    golden("acts-motion.txt", &text_of(&sitting, &deliberation("17")));
}

#[test]
fn a_report_without_an_act_has_a_page_that_says_why_and_no_file() {
    let sitting = every_kind();
    let files: Vec<Paper> = names::papers(&sitting).into_iter().map(|(paper, _)| paper).collect();
    for (number, why) in [
        ("01", "Le rapport n° 01 (procès-verbal à arrêter) ne donne pas lieu à une délibération."),
        ("02", "Le rapport n° 02 (décisions prises par délégation) ne donne pas lieu à une délibération."),
        ("05", "Le rapport n° 05 (question orale) ne donne pas lieu à une délibération."),
        ("14", "Le rapport n° 14 n’a pas de délibération : retiré de l’ordre du jour."),
        ("15", "Le rapport n° 15 n’a pas de délibération : renvoyé à une séance ultérieure."),
        (
            "16",
            "Le rapport n° 16 n’a pas de délibération : question préalable adoptée, il n’y a pas lieu de délibérer.",
        ),
    ] {
        let paper = composed(&sitting, &deliberation(number), None).expect("a page");
        assert_eq!(paper.status, Status::Draft);
        let said = flowing(&written(&paper, Format::Text));
        assert!(said.contains(why), "{said}");
        assert!(!said.contains("Vote sur le rapport") && !said.contains("[à compléter"), "{said}");
        assert!(!files.contains(&deliberation(number)), "{number}");
    }
    for number in ["06", "08", "11", "12", "13", "17"] {
        assert!(files.contains(&deliberation(number)), "{number}");
    }
    // A vote was taken on the postponement of the one, none on the other.
    assert!(files.contains(&nominal("15")) && !files.contains(&nominal("14")) && !files.contains(&nominal("08")));
    // Of figures alone there is nobody to record.
    let files: Vec<Paper> = names::papers(&every_way()).into_iter().map(|(paper, _)| paper).collect();
    assert!(files.contains(&nominal("01")) && !files.contains(&nominal("05")) && !files.contains(&nominal("06")));
}

#[test]
fn the_list_has_what_was_decided_and_says_apart_what_left_the_agenda() {
    golden("acts-examined.txt", &text_of(&every_kind(), &Paper::Examined));
    golden("acts-examined-ways.txt", &text_of(&every_way(), &Paper::Examined));
}

#[test]
fn the_convocation_says_what_each_report_asks() {
    golden("acts-convocation.txt", &text_of(&every_kind(), &Paper::Convocation));
}

#[test]
fn the_register_holds_acts_and_nothing_else() {
    let (notes, phrases) = (Notes::default(), Phrases::default());
    let sitting = every_kind();
    let sources = Sources { sitting: &sitting, seal: None, notes: &notes, phrases: &phrases };
    let register = compose_register(&[sources], 2025).expect("a register");
    let said = flowing(&written(&register, Format::Text));
    let (_, closing) = said.split_once("Feuillet de clôture").expect("a closing sheet");
    for (object, is_an_act) in [
        ("Calendrier des travaux", false),
        ("Décisions prises par délégation", false),
        ("Vente de l’ancienne école", false),
        ("Délégués au syndicat des eaux", true),
        ("Motion sur la ligne ferroviaire", true),
    ] {
        assert_eq!(closing.contains(object), is_an_act, "{object}: {closing}");
    }
}

/// The numbers of the acts of a sitting, in the order of the agenda.
fn numbers(sitting: &Sitting) -> Vec<(String, Option<String>)> {
    let reports = sitting.docket().agenda.reports();
    reports.map(|report| (report.id.to_string(), sitting.act(report).map(std::borrow::Cow::into_owned))).collect()
}

#[test]
fn only_what_an_act_comes_of_takes_a_number() {
    let mut sitting = every_kind();
    let mut docket = hemicycle::council::docket::Docket::clone(sitting.docket());
    docket.body.numbering = Some(Numbering { pattern: Pattern::read("D{rang}").expect("a pattern"), rejected: true });
    // Numbers of acts that are proclaimed already come with the pattern, as a file that is taken over gives it.
    sitting.set_docket(std::sync::Arc::new(docket));
    let borne: Vec<String> = numbers(&sitting).into_iter().filter_map(|(id, act)| act.map(|_| id)).collect();
    assert_eq!(borne, ["06", "07", "08", "09", "10", "11", "12", "13", "17"]);
}

#[test]
fn reports_put_to_one_vote_take_their_numbers_in_the_order_of_the_agenda() {
    let numbers = numbers(&every_way());
    let of = |id: &str| numbers.iter().find(|(of, _)| of == id).and_then(|(_, act)| act.as_deref());
    assert_eq!(
        (of("01"), of("02"), of("03"), of("04")),
        (Some("2025-01"), Some("2025-02"), Some("2025-03"), Some("2025-04"))
    );
    // Withdrawn: it has none, and what was meant for it goes to the next.
    assert_eq!(of("09"), None);
}

#[test]
fn a_number_that_is_typed_makes_an_act_of_what_is_only_told() {
    let mut council = council_with(vec![report("01", "Décisions", ReportKind::Decisions)]);
    report_of(&mut council, "01").act = Some("2025-99".to_owned());
    let text = r#"[Ouvrir(heure: "18:00"), Rapport(numero: "01"), Proclamer(rapport: "01", heure: "18:05"), Lever(heure: "18:06")]"#;
    let extensions = ron::extensions::Extensions::IMPLICIT_SOME | ron::extensions::Extensions::UNWRAP_VARIANT_NEWTYPES;
    let commands: Vec<Command> =
        ron::Options::default().with_default_extension(extensions).from_str(text).expect("steps");
    let sitting = sitting_of(council, &commands);
    let said = flowing(&text_of(&sitting, &deliberation("01")));
    assert!(said.contains("Délibération n° 2025-99") && said.contains("prend acte des décisions"), "{said}");
}

#[test]
fn no_choice_is_printed_that_nobody_recorded() {
    let sitting = every_way();
    for number in ["05", "06"] {
        let vote = sitting.progress(&ReportId::new(number)).expect("opened").vote();
        assert_eq!(vote.saying(Choice::Against).count(), 0);
        let said = flowing(&text_of(&sitting, &deliberation(number)));
        let (_, vote) = said.split_once("Vote sur le rapport").expect("a vote");
        assert!(!vote.contains("DI MEO Paolo"), "{vote}");
    }
}

/// The field of a paper, as a model would print it.
fn field(sitting: &Sitting, paper: &Paper, name: &str) -> FieldValue {
    composed(sitting, paper, None).expect("a paper").fields.get(name).cloned().expect(name)
}

#[test]
fn a_model_is_told_what_was_asked_and_how_it_was_voted() {
    let (ways, kinds) = (every_way(), every_kind());
    let text = |words: &str| FieldValue::Text(words.to_owned());
    let list = |words: &[&str]| FieldValue::List(words.iter().map(|&word| word.to_owned()).collect());
    for (sitting, report, name, value) in [
        (&ways, "01", "genre_rapport", text("délibération")),
        (&ways, "01", "maniere", text("par exception")),
        (&ways, "04", "scrutin", text("public")),
        (&ways, "05", "scrutin", text("ordinaire")),
        (&ways, "05", "maniere", text("en chiffres, sans les noms")),
        (&ways, "05", "noms_contre", list(&["noms non relevés"])),
        (&ways, "05", "noms_ne_prennent_pas_part", list(&[])),
        (&ways, "06", "noms_contre", list(&["noms non relevés"])),
        (&ways, "06", "pour", FieldValue::Number(None)),
        (&ways, "07", "majorite_requise", text("majorité des deux tiers des membres en exercice")),
        (&ways, "07", "voix_requises", FieldValue::Number(Some(8))),
        (&ways, "07", "motif_majorite", text("statuts, art. 12")),
        (&ways, "02", "votes_ensemble", list(&["02", "03"])),
        (&ways, "01", "votes_ensemble", list(&[])),
        (&kinds, "08", "maniere", text("sans vote")),
        (&kinds, "08", "scrutin", text("")),
        (&kinds, "08", "noms_contre", list(&[])),
        (&kinds, "10", "genre_rapport", text("vœu")),
        (&kinds, "12", "candidats", list(&["CHASTANG Rosa", "ESNAULT Julie"])),
    ] {
        let found = match field(sitting, &deliberation(report), name) {
            FieldValue::List(words) => FieldValue::List(words.iter().map(|word| word.replace('\u{a0}', " ")).collect()),
            FieldValue::Text(words) => FieldValue::Text(words.replace('\u{a0}', " ")),
            other => other,
        };
        assert_eq!(found, value, "{report} {name}");
    }
    let FieldValue::Rows(amendments) = field(&ways, &deliberation("01"), "amendements") else { panic!("lines") };
    let told = |row: usize, name: &str| amendments[row].get(name).cloned().expect(name);
    assert_eq!(amendments.len(), 2);
    assert_eq!(told(0, "auteurs"), text("Monsieur Paolo DI MEO"));
    assert_eq!(told(0, "au_nom_de"), text("le groupe Bourg solidaire"));
    assert_eq!(told(0, "texte"), text("Remplacer «\u{a0}ainsi\u{a0}» par «\u{a0}dès le 1er\u{a0}avril\u{a0}»."));
    assert_eq!((told(1, "resultat"), told(1, "contre")), (text("Rejeté"), FieldValue::Number(Some(5))));
    for row in &amendments {
        let names: Vec<&str> = fields::of_a_row("amendements").iter().map(|(name, _)| *name).collect();
        assert!(row.keys().all(|name| names.contains(name)) && row.len() == names.len());
    }
}
