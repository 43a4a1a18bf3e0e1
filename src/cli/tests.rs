//! What is understood of a command line, and what is said of one that is not.

use super::*;

fn typed(line: &str) -> Result<Verb, Instead> {
    parse(line.split_whitespace().map(OsString::from))
}

#[test]
fn a_file_alone_is_opened() {
    let open = Verb::Open { file: "a.ron".into(), screen: ScreenAsked::default() };
    assert_eq!(typed("hemicycle a.ron"), Ok(open.clone()));
    assert_eq!(typed("hemicycle ouvrir a.ron"), Ok(open.clone()));
    assert_eq!(typed("hemicycle open a.ron"), Ok(open));
}

#[test]
fn how_to_show_itself_is_said_before_the_command_or_behind_it() {
    let linear = ScreenAsked { is_linear: true, ..ScreenAsked::default() };
    let open = Ok(Verb::Open { file: "a.ron".into(), screen: linear });
    for line in ["--lineaire ouvrir a.ron", "ouvrir --lineaire a.ron", "--lineaire a.ron", "a.ron --lineaire"] {
        assert_eq!(typed(&format!("hemicycle {line}")), open, "{line}");
    }
    let both = ScreenAsked { ascii: true, ..linear };
    let replay = Ok(Verb::Replay { file: "a.ron".into(), speed: 1, screen: both });
    assert_eq!(typed("hemicycle --ascii revoir --lineaire a.ron"), replay);
}

#[test]
fn verbs_are_understood_with_accents_and_in_english() {
    let check = Ok(Verb::Check { files: vec!["a.ron".into(), "b.ron".into()] });
    for line in ["verifier a.ron b.ron", "vérifier a.ron b.ron", "check a.ron b.ron"] {
        assert_eq!(typed(&format!("hemicycle {line}")), check);
    }
    assert_eq!(typed("hemicycle seal a.ron"), Ok(Verb::Seal { file: "a.ron".into(), head: None }));
}

#[test]
fn a_course_is_recorded_behind_nothing_and_in_silence_unless_it_is_asked() {
    let asked = |line: &str| match typed(line) {
        Ok(Verb::Record { file, course, asked }) => (file, course, asked),
        other => panic!("{other:?}"),
    };
    let files = |asked| (PathBuf::from("a.ron"), PathBuf::from("d.ron"), asked);
    assert_eq!(asked("hemicycle saisir a.ron d.ron"), files(RecordAsked::default()));
    assert_eq!(asked("hemicycle record a.ron d.ron"), files(RecordAsked::default()));
    let both = RecordAsked { goes_on: true, acknowledges: true };
    assert_eq!(asked("hemicycle saisir --suite --accuse a.ron d.ron"), files(both));
}

#[test]
fn a_report_number_alone_asks_for_its_deliberation() {
    let asked = |line: &str| match typed(line) {
        Ok(Verb::Minutes { paper, .. }) => paper,
        other => panic!("{other:?}"),
    };
    assert_eq!(asked("hemicycle pv a.ron"), PaperAsked::Minutes);
    assert_eq!(asked("hemicycle pv a.ron --rapport 04"), PaperAsked::Deliberation(Some("04".into())));
    assert_eq!(asked("hemicycle pv a.ron --document deliberation"), PaperAsked::Deliberation(None));
}

#[test]
fn usage_errors_are_french_sentences_with_the_next_step() {
    for (line, expected) in [
        ("hemicycle pv a.ron --format doc", "n’accepte pas « doc » ; écrivez txt, md, html, docx, odt ou pdf."),
        ("hemicycle --lineaire verifier a.ron", "« verifier » n’ouvre pas d’écran : --lineaire n’y change rien"),
        ("hemicycle a.ron ouvrir b.ron", "« a.ron » est de trop"),
        ("hemicycle pv", "Il manque le fichier de séance : tapez son nom"),
        ("hemicycle verifier", "Il manque le fichier de séance : tapez son nom"),
        ("hemicycle saisir", "Il manque le fichier de séance : tapez son nom"),
        ("hemicycle saisir a.ron", "Il manque le déroulé : tapez son nom"),
        ("hemicycle saisr a.ron d.ron", "vouliez-vous dire « saisir » ?"),
        ("hemicycle saisir a.ron d.ron --acuse", "vouliez-vous dire « --accuse » ?"),
        ("hemicycle verifer x.ron", "vouliez-vous dire « verifier » ?"),
        ("hemicycle verifer", "vouliez-vous dire « verifier » ?"),
        ("hemicycle exporte x.ron -o y", "vouliez-vous dire « exporter » ?"),
        ("hemicycle pv a.ron --formt md", "vouliez-vous dire « --format » ?"),
        ("hemicycle pv a.ron -o", "Il manque une valeur après --sortie."),
        ("hemicycle pv a.ron --format doc", "--format n’accepte pas"),
        ("hemicycle pv ma séance.ron", "« séance.ron » est de trop : enlevez-le."),
        ("hemicycle registre a.ron --annee vingt", "« vingt » n’est pas une année : écrivez --annee"),
        ("hemicycle registre a.ron --annee 20255", "« 20255 » n’est pas une année : écrivez --annee"),
    ] {
        let Err(Instead::Refuse(text)) = typed(line) else { panic!("{line} was accepted") };
        assert!(text.contains(expected), "{line}: {text}");
        assert!(text.contains("--aide"), "{line}: {text}");
    }
}

#[test]
fn one_word_that_is_nothing_is_no_missing_file_and_a_word_for_help_gives_it() {
    for word in ["blah", "demarrer"] {
        let Err(Instead::Refuse(text)) = typed(&format!("hemicycle {word}")) else { panic!("{word} was accepted") };
        assert!(text.contains("n’est ni une commande ni un fichier"), "{text}");
    }
    for word in ["aide", "help", "--aide", "-h"] {
        let Err(Instead::Say(help)) = typed(&format!("hemicycle {word}")) else { panic!("{word} gives no help") };
        assert!(help.contains("Préparer"), "{help}");
    }
    let Err(Instead::Refuse(text)) = typed("hemicycle revoir a.ron --vitesse 0") else { panic!("no speed") };
    assert!(text.contains("de 1 à 1000"), "{text}");
}

#[test]
fn no_help_has_a_heading_without_lines_nor_a_line_that_breaks_in_the_middle_of_a_sentence() {
    for line in ["hemicycle manuel --aide", "hemicycle creer --aide", "hemicycle --aide"] {
        let Err(Instead::Say(help)) = typed(line) else { panic!("{line} gives no help") };
        let lines: Vec<&str> = help.lines().collect();
        for pair in lines.windows(2) {
            assert!(!(pair[0].ends_with(" :") && pair[1].trim().is_empty()), "{line}: {help}");
        }
    }
    assert!(words::PREFERENCES.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn the_help_has_no_english_word_of_the_library() {
    for line in [
        "hemicycle --help",
        "hemicycle pv --aide",
        "hemicycle ouvrir -h",
        "hemicycle saisir -h",
        "hemicycle exporter -h",
        "hemicycle registre -h",
        "hemicycle sceau -h",
        "hemicycle verifier -h",
        "hemicycle modeles -h",
        "hemicycle modeles verifier -h",
        "hemicycle modeles exporter -h",
    ] {
        let Err(Instead::Say(help)) = typed(line) else { panic!("{line} gives no help") };
        for english in ["Usage:", "Options:", "Commands:", "Arguments:", "Print", "possible values", "default", "..."] {
            assert!(!help.contains(english), "{line}: {english}: {help}");
        }
    }
}
