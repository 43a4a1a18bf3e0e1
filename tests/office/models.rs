//! Models made in LibreOffice: filled right, or refused with field and paragraph before anything is written.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use assert_cmd::Command;
use hemicycle::council::id::ReportId;
use hemicycle::council::phrases::Phrase;
use hemicycle::council::sitting::Progress;
use hemicycle::council::tally::Figure;
use hemicycle::french::phrases::own;
use hemicycle::look::Look;
use hemicycle::papers::document::Document;
use hemicycle::papers::document::FieldValue;
use hemicycle::papers::fields;
use hemicycle::papers::model::{self, FILE_NAMES, Problem};
use hemicycle::papers::{Dressing, Format, NotRendered, Paper, render};
use hemicycle::store::charter;
use zip::write::SimpleFileOptions;

use crate::printing::printed;
use crate::reader::{body, paragraphs, part, spaced, table};
use crate::{bytes, deliberation, document, sittings};

const MADE: &[u8] = include_bytes!("models/libreoffice.odt");
const MISTAKEN: &[u8] = include_bytes!("models/libreoffice-faute.odt");

fn filled(document: &Document, model: &[u8]) -> Result<Vec<u8>, NotRendered> {
    let dressing = Dressing { look: &Look::default(), attached: &[], model: Some(model) };
    render(document, Format::Odt, &dressing).map(|rendered| rendered.bytes)
}

/// A zip file of those parts.
fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a zip file").into_inner()
}

const KIND: &[u8] = b"application/vnd.oasis.opendocument.text";

/// The least model: those paragraphs.
fn model_of(text: &str) -> Vec<u8> {
    let spaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
                  xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
                  xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";
    let content = format!(
        "<office:document-content {spaces}><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    let styles = format!("<office:document-styles {spaces}><office:master-styles/></office:document-styles>");
    zipped(&[("mimetype", KIND), ("content.xml", content.as_bytes()), ("styles.xml", styles.as_bytes())])
}

fn sentences(model: &[u8]) -> Vec<String> {
    let problems = model::check(model).expect_err("it has problems");
    problems.iter().map(|problem| spaced(&problem.sentence())).collect()
}

#[test]
fn a_model_made_in_libreoffice_is_filled() {
    let evening = sittings::evening();
    let document = document(&evening, &deliberation("06"));
    let file = filled(&document, MADE).expect("a paper");
    let texts = paragraphs(&body(&file));
    assert_eq!(
        texts[..5],
        [
            "CONSEIL MUNICIPAL DE VALMIRANDE",
            "Séance du 26 juin 2025 à la mairie, salle du conseil ; présidence : Hugo SERVIÈRES.",
            "Acte 2025-06-06 (rapport 06)",
            "Il y a 3 voix contre : D’AUBRAC Gaspard – IZARD Noémie – KERVADEC Malo.",
            "Votants 25, pour 22.",
        ]
    );
    assert_eq!(
        texts[5..7],
        ["FRAYSSINET Loïc donne pouvoir à VIGUIER Aminata", "OLIVIÉ Marguerite donne pouvoir à DELMAS Pauline"]
    );
    let rows = table(&body(&file), 0);
    assert_eq!(rows.len(), 11, "a head and ten reports");
    assert_eq!(rows[6], ["06", "Tarifs de la restauration scolaire", "Adopté à la majorité"]);
    // The body is that of the paper without a model, and the model goes on behind it.
    let without = paragraphs(&body(&bytes(&document, Format::Odt, &Look::default())));
    assert!(texts.windows(without.len()).any(|window| window == without));
    assert_eq!(texts.last().map(String::as_str), Some("Fin du modèle."));
    let styles = part(&file, "styles.xml");
    assert!(paragraphs(&styles).contains(&"Conseil municipal de Valmirande".to_owned()));
    let decision = styles.split("style:name=\"Décision\"").nth(1).expect("the clerk's own style");
    assert!(decision.split("</style:style>").next().is_some_and(|style| style.contains("#7b1e1e")));
    assert_eq!(styles.matches("style:name=\"Décision\"").count(), 1);
    assert!(styles.contains("<style:style style:name=\"Noms\"") && styles.contains("style:name=\"Heading_20_1\""));
    assert_eq!(file, filled(&document, MADE).expect("a paper"), "the same bytes twice");
}

#[test]
fn libreoffice_prints_what_was_filled() {
    let document = document(&sittings::evening(), &deliberation("06"));
    let Some(printed) = printed(&[("filled.odt", filled(&document, MADE).expect("a paper"))]) else { return };
    let text = spaced(&printed["filled.odt"]);
    for wanted in
        ["Acte 2025-06-06 (rapport 06)", "Votants 25, pour 22.", "Ne prennent pas part au vote", "Fin du modèle."]
    {
        assert!(text.contains(wanted), "{wanted}");
    }
    assert!(!text.contains("{{") && !text.contains("{%"));
}

#[test]
fn a_typing_mistake_is_refused_with_field_and_paragraph_and_all_at_once() {
    assert_eq!(
        sentences(MISTAKEN),
        [
            "Paragraphe 2 (« Séance du {{ date }} à… ») : le champ « lieux » n’existe pas ; vouliez-vous dire « lieu » ?",
            "Paragraphe 9 (« Votants {{ votant }, pour {{… ») : « {{ » ou « {% » s’ouvre sans se fermer dans ce \
             paragraphe : terminez par « }} » ou « %} ».",
            "Paragraphe 9 (« Votants {{ votant }, pour {{… ») : « {% if abstentions > %} » ne se comprend pas.",
            "Paragraphe 20 (« {{ rapport.titre }} ») : le champ « rapport.titre » n’existe pas ; docs/modeles.md donne la \
             liste des champs.",
            "Paragraphe 25 (« Le corps : {{ corps }} ») : « {{ corps }} » doit être seul dans son paragraphe, sans autre \
             texte ni filtre.",
        ]
    );
    let document = document(&sittings::evening(), &deliberation("06"));
    assert!(matches!(filled(&document, MISTAKEN), Err(NotRendered::Model(problems)) if problems.len() == 5));
}

#[test]
fn each_mistake_of_a_condition_is_named() {
    let of = |text: &str| sentences(&model_of(text)).join("\n");
    let paragraph = |text: &str| of(&format!("<text:p>{text}</text:p>"));
    for (text, wanted) in [
        ("{% if pour %}a", "« {% if pour %} » n’est pas fermé"),
        ("a{% endif %}", "« {% endif %} » ne suit aucun"),
        ("{% if pour %}{% else %}{% else %}{% endif %}", "« {% else %} » ne suit aucun"),
        ("{% include \"/etc/passwd\" %}", "« include » n’est pas une commande"),
        ("{{ objet|frobnicate }}", "emploie un filtre inconnu"),
        ("{{ rapports }}", "ne se comprend pas"),
        ("{% for x in pour %}{{ x }}{% endfor %}", "n’est pas une liste"),
        ("{{ \"a\" * 100000 }}", "ne se comprend pas"),
        ("{{ presents|join(corps) }}", "doit être seul"),
        ("champ }} perdu", "ferme un champ qui n’est pas ouvert"),
        ("{{ range(3) }}", "le champ « range » n’existe pas"),
        ("{{ presidant }}", "vouliez-vous dire « president » ?"),
    ] {
        assert!(paragraph(text).contains(wanted), "{text}: {}", paragraph(text));
    }
    assert!(of("<text:p>{{ corps }}</text:p><text:p>{{ corps }}</text:p>").contains("une fois par modèle"));
    let listed = "<text:list><text:list-item><text:p>{{ corps }}</text:p></text:list-item></text:list>";
    assert!(of(listed).contains("ni dans une liste"));
    let astride = "<text:p>{% if pour %}</text:p><table:table><table:table-row><table:table-cell><text:p>a</text:p>\
                   <text:p>{% endif %}</text:p></table:table-cell></table:table-row></table:table>";
    assert!(of(astride).contains("n’est pas fermé") && of(astride).contains("ne suit aucun"));
    let deep =
        "{% for a in presents %}{% for b in presents %}{% for c in presents %}{% endfor %}{% endfor %}{% endfor %}";
    assert!(paragraph(deep).contains("plus de deux boucles"));
    let conditions = format!("{}a{}", "{% if pour %}".repeat(5_000), "{% endif %}".repeat(5_000));
    let said = paragraph(&conditions);
    assert!(said.contains("plus de 64 conditions") && said.lines().count() == 1, "{said}");
}

#[test]
fn what_a_field_holds_is_never_a_mark_and_what_an_attribute_holds_is_never_a_field() {
    let mut document = document(&sittings::seed(), &deliberation("04_2_01"));
    let hostile = "</text:p> {{ objet }} {% if x %} & <b> \u{1}";
    document.fields.insert("objet", FieldValue::Text(hostile.to_owned()));
    let model = model_of("<text:p text:style-name=\"{{ objet }}\">{{ objet }} et {{ objet|upper }}</text:p>");
    let file = body(&filled(&document, &model).expect("a paper"));
    assert!(file.contains("text:style-name=\"{{ objet }}\""));
    let expected = "</text:p> {{ objet }} {% if x %} & <b> ‹U+0001› et </TEXT:P> {{ OBJET }} {% IF X %} & <B> ‹U+0001›";
    assert_eq!(paragraphs(&file)[0], expected);
}

#[test]
fn a_hostile_file_is_refused_and_nothing_is_unpacked() {
    let good = "<a/>".as_bytes();
    let bomb = vec![b' '; 9 << 20];
    let many: Vec<(String, &[u8])> = (0..1001).map(|at| (format!("p{at}"), good)).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let entity = b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".as_slice();
    let first = |model: &[u8]| model::check(model).expect_err("refused").remove(0);
    let with = |parts: &[(&str, &[u8])]| {
        let all: Vec<(&str, &[u8])> = [("mimetype", KIND)].into_iter().chain(parts.iter().copied()).collect();
        zipped(&all)
    };
    let unreadable = |part: &str| Problem::Unreadable(part.to_owned());
    assert_eq!(first(b"not a zip"), Problem::NotOdt);
    assert_eq!(first(b""), Problem::NotOdt);
    assert_eq!(first(&zipped(&[("mimetype", b"application/zip"), ("content.xml", good)])), Problem::NotOdt);
    assert_eq!(first(&with(&[("styles.xml", good)])), Problem::Missing("content.xml"));
    assert_eq!(first(&with(&[("content.xml", good)])), Problem::Missing("styles.xml"));
    assert_eq!(first(&with(&[("content.xml", &bomb), ("styles.xml", good)])), Problem::TooBig);
    assert_eq!(first(&with(&many)), Problem::TooBig);
    assert_eq!(first(&with(&[("../content.xml", good)])), Problem::Unsafe("../content.xml".to_owned()));
    assert_eq!(first(&with(&[("/etc/content.xml", good)])), Problem::Unsafe("/etc/content.xml".to_owned()));
    assert_eq!(first(&with(&[("content.xml", entity), ("styles.xml", good)])), unreadable("content.xml"));
    assert_eq!(first(&with(&[("content.xml", b"<a>"), ("styles.xml", good)])), unreadable("content.xml"));
    let deep = format!("{}{}", "<a>".repeat(500), "</a>".repeat(500));
    assert_eq!(first(&with(&[("content.xml", deep.as_bytes()), ("styles.xml", good)])), unreadable("content.xml"));
    assert!(first(&with(&[("content.xml", &bomb), ("styles.xml", good)])).cannot_be_read());
}

#[test]
fn case_73_a_character_that_xml_has_no_room_for_is_refused_in_every_part_however_it_is_written() {
    let good = b"<a/>".as_slice();
    for bad in ["<a>\u{1b}</a>", "<a>&#27;</a>", "<a>&#x1B;</a>", "<a b='&#27;'/>", "<a b='\u{1b}'/>"] {
        for part in ["content.xml", "styles.xml", "settings.xml", "META-INF/manifest.xml", "manifest.rdf"] {
            let others = ["content.xml", "styles.xml"].into_iter().filter(|other| *other != part);
            let mut parts = vec![("mimetype", KIND)];
            parts.extend(others.map(|other| (other, good)));
            parts.push((part, bad.as_bytes()));
            assert_eq!(model::check(&zipped(&parts)), Err(vec![Problem::Unreadable(part.to_owned())]), "{bad}");
        }
    }
    // A part of a macro has a document type; a picture is no XML.
    let macros = b"<?xml version='1.0'?><!DOCTYPE library PUBLIC 'x' 'y'><library/>".as_slice();
    let parts = [("content.xml", good), ("styles.xml", good), ("Basic/x.xml", macros), ("Pictures/x.png", b"\x1b")];
    assert_eq!(model::check(&zipped(&[&[("mimetype", KIND)], &parts[..]].concat())), Ok(()));
}

#[test]
fn any_byte_changed_in_a_model_is_refused_or_filled_but_never_a_panic() {
    let document = document(&sittings::seed(), &deliberation("04_2_01"));
    for at in (0..MADE.len()).step_by(211) {
        let mut broken = MADE.to_vec();
        broken[at] ^= 0x5a;
        let _ = filled(&document, &broken);
        let _ = model::check(&MADE[..at]);
    }
}

#[test]
fn each_field_is_that_of_the_sitting() {
    let seed = sittings::seed();
    let document = document(&seed, &deliberation("04_2_01"));
    let tally = &seed.progress(&ReportId::new("04_2_01")).and_then(Progress::done).expect("proclaimed").tally;
    let text = |name: &str| match &document.fields[name] {
        FieldValue::Text(text) => spaced(text),
        other => panic!("{name}: {other:?}"),
    };
    for (name, expected) in [
        ("assemblee", "Conseil de Territoire du Pays d’Aix"),
        ("date", "3 mars 2022"),
        ("date_en_lettres", "L’an deux mille vingt-deux, le trois mars"),
        ("numero_acte", "2022_CT2_010"),
        ("numero_rapport", "04_2_01"),
        ("objet", "Approbation de la Convention Quartiers Productifs (2022/2024)"),
        ("president", "Gérard BRAMOULLÉ"),
        ("rapporteur", "Loïc GACHON"),
        ("transmis_le", "11/03/2022"),
        ("accuse", "013-200054807-20220303-2022_CT2_010-DE"),
        ("empreinte", "1234 5678 9012 3456"),
        ("projet", ""),
    ] {
        assert_eq!(text(name), expected, "{name}");
    }
    for (name, figure) in [("pour", Figure::For), ("contre", Figure::Against), ("votants", Figure::Voters)] {
        assert_eq!(document.fields[name], FieldValue::Number(tally.unwrap().value(figure)), "{name}");
    }
    let counted = |name: &str| match &document.fields[name] {
        FieldValue::List(items) => items.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!((counted("presents"), counted("pouvoirs"), counted("excuses")), (36, 15, 7));
    let paragraph = paragraphs(&body(&bytes(&document, Format::Odt, &Look::default())));
    assert!(paragraph.contains(&text("decision")), "the decision is that of the paper");
    assert!(paragraph.contains(&text("convocation")), "so is the convening");
}

#[test]
fn every_paper_has_every_field_and_an_expression_may_use_any() {
    let evening = sittings::evening();
    let all: Vec<String> = fields::ALL
        .iter()
        .map(|field| format!("<text:p>{{% if {0} %}}{0}{{% endif %}}</text:p>", field.name))
        .collect();
    model::check(&model_of(&all.concat())).expect("every field is known");
    for paper in [Paper::Minutes, Paper::Examined, Paper::AttendanceSheet, Paper::Convocation, deliberation("01")] {
        let document = document(&evening, &paper);
        assert_eq!(document.fields.len(), fields::ALL.len());
        filled(&document, MADE).expect("a paper");
        assert!(FILE_NAMES.contains(&model::file_name(&paper)));
    }
}

#[test]
fn the_built_in_models_print_what_the_program_prints_without_one() {
    let document = document(&sittings::evening(), &deliberation("06"));
    let without = paragraphs(&body(&bytes(&document, Format::Odt, &Look::default())));
    let built_in = model::built_in(&Look::default()).expect("models");
    assert_eq!(built_in.iter().map(|it| it.name).collect::<Vec<_>>(), FILE_NAMES);
    for it in &built_in {
        model::check(&it.bytes).expect("nothing is wrong with it");
        let texts = paragraphs(&body(&filled(&document, &it.bytes).expect("a paper")));
        assert!(texts.ends_with(&without));
    }
    assert_eq!(built_in, model::built_in(&Look::default()).expect("models"));
}

fn hemicycle(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let run =
        Command::cargo_bin("hemicycle").expect("the binary").current_dir(folder).args(arguments).output().expect("run");
    let text = |bytes: &[u8]| spaced(&String::from_utf8_lossy(bytes));
    (run.status.code().expect("a code"), text(&run.stdout), text(&run.stderr))
}

#[test]
fn the_models_are_written_out_once_and_never_over_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, said, _) = hemicycle(folder.path(), &["modeles", "exporter", "m"]);
    assert_eq!((code, said.lines().count() >= FILE_NAMES.len()), (0, true));
    let mine = folder.path().join("m/modele-pv.odt");
    fs::write(&mine, "mine").expect("written");
    let (code, _, complained) = hemicycle(folder.path(), &["models", "export", "m"]);
    assert_eq!(code, 1);
    assert!(complained.contains("modele-pv.odt existe déjà"), "{complained}");
    assert_eq!(fs::read(&mine).expect("it is there"), b"mine");
    let (code, _, _) = hemicycle(folder.path(), &["modèles", "exporter", "m", "--force"]);
    assert_eq!(code, 0);
    assert_ne!(fs::read(&mine).expect("it is there"), b"mine");
    let (code, said, _) = hemicycle(folder.path(), &["modeles", "vérifier", "m/modele-pv.odt", "m/modele-liste.odt"]);
    assert_eq!((code, said.as_str()), (0, "m/modele-pv.odt : aucun problème.\nm/modele-liste.odt : aucun problème."));
}

#[test]
fn the_charter_and_the_sentences_are_written_out_too_and_read_back_say_what_holds_without_them() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(hemicycle(folder.path(), &["modeles", "exporter", "modeles"]).0, 0);
    let read = charter::load(&folder.path().join("seance.ron"), None).unwrap_or_else(|unread| panic!("{unread:?}"));
    assert_eq!(read.look, Look::default());
    for phrase in Phrase::ALL {
        assert_eq!(read.phrases.get(phrase), Some(own(phrase)), "{phrase:?}");
    }
    let names: Vec<_> = read.files.iter().filter_map(|path| path.file_name()?.to_str()).take(2).collect();
    assert_eq!((names, read.models.len()), (vec!["charte.ron", "formules.ron"], FILE_NAMES.len()));
}

#[test]
fn a_model_is_checked_with_its_field_and_paragraph_and_a_file_that_is_none_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("faute.odt"), MISTAKEN).expect("written");
    fs::write(folder.path().join("texte.odt"), "texte").expect("written");
    let (code, said, _) = hemicycle(folder.path(), &["modeles", "verifier", "faute.odt"]);
    assert_eq!(code, 1);
    assert!(said.contains("Paragraphe 2") && said.contains("« lieux »"), "{said}");
    let (code, said, _) = hemicycle(folder.path(), &["modeles", "verifier", "texte.odt", "absent.odt", "."]);
    assert_eq!(code, 2);
    assert!(
        said.contains("Ce n’est pas un texte ODT") && said.contains("n’existe pas") && said.contains("pas un fichier")
    );
    assert_eq!(hemicycle(folder.path(), &["modeles", "verifier"]).0, 2);
}
