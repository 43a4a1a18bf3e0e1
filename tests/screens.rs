//! The screens to the letter and to the colour, at the sizes that must work. The files are in `tests/screens/`.

#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/evening.rs"]
mod evening;
#[path = "common/golden.rs"]
mod golden;

use evening::{Disk, Evening, docket, glyphs, member};
use hemicycle::app::{Access, App, Msg};
use hemicycle::council::ballot::Choice;
use hemicycle::tui::text::width;
use hemicycle::tui::theme::Theme;
use ratatui::style::Color;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn compare(evening: &Evening, name: &str, sizes: &[(u16, u16)]) {
    for (columns, rows) in sizes {
        let cells = evening.cells(*columns, *rows, Theme::new(true));
        golden::agree(&format!("tests/screens/{name}-{columns}x{rows}.txt"), &drawn::written(&cells));
    }
}

#[test]
fn the_roll_call_at_each_size() {
    compare(&Evening::commune(), "appel", &SIZES);
}

#[test]
fn the_roll_call_of_58_members() {
    compare(&Evening::of(docket("2022-03-03-pays-d-aix.ron")), "appel-58", &SIZES);
}

#[test]
fn the_roll_call_with_a_power_being_given_and_findings_at_the_opening() {
    let mut evening = Evening::commune();
    evening.keys("vail ; martin , esc : c");
    compare(&evening, "appel-pouvoir", &SIZES[..2]);
}

#[test]
fn a_finding_at_the_opening_is_wrapped_where_rows_are_free() {
    let mut commune = (*docket("exemple-commune.ron")).clone();
    commune.meeting.date = jiff::civil::date(2020, 10, 20);
    let mut evening = Evening::of(commune.into());
    evening.keys("vail ; martin ;");
    let screen = evening.screen(80, 40);
    let findings = screen.split("À l’ouverture").nth(1).unwrap_or_default();
    assert!(findings.contains("W003") && findings.contains("le programme ne tranche pas."), "{screen}");
}

/// An evening after these keys, from its first vote on.
fn after(keys: &str) -> Evening {
    let mut evening = Evening::first_vote();
    evening.keys(keys);
    evening
}

#[test]
fn the_panel_of_movements_with_another_hour_and_a_name_being_looked_for() {
    compare(&after("<f3>"), "arrivee", &SIZES[..2]);
    compare(&after("<f3> 1842 a"), "arrivee-heure", &SIZES[..2]);
}

#[test]
fn the_list_of_commands_and_the_questions_of_a_gesture() {
    compare(&after("<f9>"), "commandes", &SIZES[..2]);
    compare(&after("aub ="), "question", &SIZES[..2]);
    compare(&after("<f9> huis <enter> aub <enter> c"), "question-membres", &SIZES[..2]);
}

#[test]
fn a_list_with_a_search_figures_askers_ticks_and_a_text_over_several_lines() {
    compare(&after("<f9> r"), "commandes-recherche", &SIZES[..1]);
    compare(&after("<f9> manière <enter>"), "manieres", &SIZES[..2]);
    compare(&after("<f9> manière <enter> ch <enter> 26 <enter> 3"), "chiffres", &SIZES[..2]);
    compare(&after("<f9> scrutin <enter> aub <enter> chaz <enter>"), "scrutin-public", &SIZES[..2]);
    compare(&after("<f9> groupé <enter> <space> 07 <space> 1"), "vote-groupe-a-cocher", &SIZES[..2]);
    let mut evening = after("<f9> amend <enter> <enter> aub <enter> <enter> <enter>");
    for letter in "À l’article 2, après les mots « les quotients familiaux », sont insérés les mots « des enfants \
                   domiciliés dans la commune »."
        .chars()
    {
        evening.key(hemicycle::app::Key::Char(letter));
    }
    compare(&evening, "amendement-texte", &SIZES[..2]);
}

#[test]
fn what_is_not_as_usual_stays_on_the_screen() {
    compare(&after("<f9> huis <enter> <enter> <enter>"), "huis-clos", &SIZES[..2]);
    compare(&after("<enter> <f9> susp <enter> <esc>"), "suspension", &SIZES[..2]);
    compare(&after("aub = <enter> <enter> <enter>"), "deport", &SIZES[..2]);
    let lost = "<f3> aub , <f3> chaz , <f3> del , <f3> esc , <f3> fay , <f3> gir , <f3> jour , <f3> kel , <f3> lam , \
                <f3> more ,";
    compare(&after(lost), "quorum-perdu", &SIZES[..2]);
    compare(&after(&format!("{lost} <enter> <enter>")), "quorum-perdu-motif", &SIZES[..2]);
}

#[test]
fn a_rectified_report_shows_what_it_was() {
    let mut evening = after(&"<enter> ".repeat(12));
    evening.keys("<home> <enter> aub = contre <enter> <enter> oubli <enter>");
    compare(&evening, "rectifie", &SIZES[..2]);
    evening.keys("<esc> <home>");
    compare(&evening, "rectifie-ordre-du-jour", &SIZES[..2]);
}

#[test]
fn every_question_of_every_gesture_is_drawn_in_any_window() {
    for keys in [
        "<f9> deport <enter>",
        "<f9> preside <enter> <enter>",
        "<f9> preside <enter> chaz <enter>",
        "<f9> secr <enter> del <enter> chaz",
        "<f9> secr <enter> <enter>",
        "<f9> rapporteur <enter> <enter>",
        "<f9> huis <enter> <enter> <down> <enter>",
        "<f9> corriger <enter> <enter> 18",
        "<enter> <enter> <f9> rectifier <enter> <enter> zzz <enter>",
        "<enter> <enter> <f9> rectifier <enter> <enter> aub <enter> <enter> <enter>",
        "<f9> manière <enter> ch <enter> 15 <enter> 15 <enter> <enter>",
        "<f9> scrutin <enter> aub <enter> <enter>",
        "<f9> majorité <enter> <enter>",
        "<f9> groupé <enter> zz",
        "<f9> amend <enter> <enter> <enter>",
        "<f9> renvoi <enter> <enter>",
        "<f9> ajouter <enter> <enter> objet <enter>",
        "<f9> retirer <enter> <enter>",
        "<f3> zzz",
        "<f3> <up>",
    ] {
        let evening = after(keys);
        assert!(!evening.app.panels().is_empty(), "{keys}");
        for (columns, rows) in [(80, 24), (81, 25), (120, 40), (200, 60), (300, 24), (1, 1)] {
            let screen = evening.screen(columns, rows);
            assert!(screen.lines().all(|line| width(line) <= columns), "{keys} at {columns}");
        }
    }
}

#[test]
fn the_agenda_at_each_size() {
    let mut evening = Evening::tariffs();
    evening.keys("<enter> <esc> <up>");
    compare(&evening, "ordre-du-jour", &SIZES);
}

#[test]
fn the_vote_at_each_size() {
    compare(&Evening::tariffs(), "vote", &SIZES);
}

#[test]
fn the_vote_with_a_search_at_each_size() {
    let mut evening = Evening::tariffs();
    evening.keys("m");
    compare(&evening, "vote-recherche", &SIZES);
}

#[test]
fn the_preview_at_each_size() {
    let mut evening = Evening::tariffs();
    evening.keys("<ctrl-p>");
    compare(&evening, "apercu", &SIZES);
}

#[test]
fn the_panels() {
    let small = &SIZES[..1];
    let mut evening = Evening::tariffs();
    evening.keys("bois <enter>");
    compare(&evening, "fiche", small);
    evening.keys("<esc> <esc> <f4> <down> <down> <down> <down> <down>");
    compare(&evening, "pourquoi", small);
    evening.keys("<esc> ?");
    compare(&evening, "aide", small);
    let mut evening = Evening::commune();
    evening.keys("vail ; martin ; <enter> la première adjointe");
    compare(&evening, "motif", small);
    let mut evening = Evening::commune();
    evening.keys("<enter> <end> <enter>");
    compare(&evening, "lever", small);
    evening.keys("!");
    compare(&evening, "levee", small);
}

#[test]
fn what_is_not_recorded_and_what_is_only_read() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Refusing;
    evening.keys("evr ,");
    compare(&evening, "pas-enregistre", &SIZES[..1]);
    let why = "la séance est ouverte ailleurs (pid 4242, machine mairie, depuis 18 h 02).".to_owned();
    let evening = Evening::with(docket("exemple-commune.ron"), Access::ReadOnly { why }, &[]);
    compare(&evening, "lecture-seule", &SIZES[..1]);
}

#[test]
fn every_size_from_80_by_24_to_200_by_60_is_drawn_and_no_line_is_wider_than_its_window() {
    let mut evenings =
        [Evening::commune(), Evening::tariffs(), Evening::tariffs(), Evening::tariffs(), Evening::tariffs()];
    evenings[2].keys("a");
    evenings[3].keys("<esc>");
    evenings[4].keys("<ctrl-p>");
    for columns in (80..=200).step_by(7) {
        for rows in (24..=60).step_by(5) {
            for evening in &evenings {
                let screen = evening.screen(columns, rows);
                assert!(screen.lines().all(|line| width(line) <= columns));
                assert_eq!(screen.lines().count(), usize::from(rows));
            }
        }
    }
}

#[test]
fn any_window_is_drawn_even_of_one_cell_and_of_none() {
    let evening = Evening::first_vote();
    for (columns, rows) in [(0, 0), (1, 1), (2, 60), (200, 2), (79, 24), (80, 23)] {
        evening.screen(columns, rows);
    }
}

#[test]
fn without_colour_every_difference_is_still_seen_in_glyphs_or_weight() {
    let evening = Evening::tariffs();
    let cells = evening.cells(120, 40, Theme::new(false));
    assert!(cells.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    assert_eq!(glyphs(&cells), evening.screen(120, 40));
}

#[test]
fn the_figures_on_the_screen_are_those_of_the_tally_in_the_order_of_the_minutes() {
    let evening = Evening::tariffs();
    let screen = evening.screen(120, 40);
    let labels = [
        ("Inscrits", 33),
        ("Votants", 30),
        ("Abstentions", 2),
        ("Blancs et nuls", 0),
        ("Suffrages exprimés", 28),
        ("Majorité absolue", 15),
        ("Pour", 24),
        ("Contre", 4),
        ("Ne prennent pas part au vote", 1),
    ];
    let mut lines = screen.lines();
    for (label, value) in labels {
        let led = format!("{label} ·");
        let line = lines.find(|line| line.contains(&led)).unwrap_or_else(|| panic!("{label}\n{screen}"));
        let figure = line.split(&led).nth(1).and_then(|rest| rest.split_whitespace().find(|word| !word.contains('·')));
        assert_eq!(figure, Some(value.to_string().as_str()), "{label}");
    }
    assert!(screen.contains("IMBERT Salomé (par HAMELIN Octave)"), "{screen}");
    assert!(screen.contains("BOISSEAU Hakim + 1 pouvoir"));
}

#[test]
fn the_nine_figures_and_the_whole_sentence_stay_in_the_smallest_window_under_a_long_message() {
    let mut evening = Evening::tariffs();
    evening.keys("font ,"); // refused in two lines
    let screen = evening.screen(80, 24);
    assert!(screen.contains("E009") && screen.contains("présence ou pouvoir."), "{screen}");
    for word in ["Inscrits ·", "Ne prennent pas part au vote ·", "À proclamer", "d’adopter le rapport présenté."]
    {
        assert!(screen.contains(word), "{word}\n{screen}");
    }
}

#[test]
fn a_long_cause_of_what_is_not_recorded_is_wrapped_and_the_keys_that_answer_stay() {
    let mut evening = Evening::first_vote();
    evening.disk = Disk::Held;
    evening.keys("evr ,");
    evening
        .send(Msg::NotRecorded(format!("{}fin du motif.", "Le dossier de la séance n’est plus là. ".repeat(8)).into()));
    let screen = evening.screen(80, 24);
    assert!(screen.contains("fin du motif.") && screen.contains("l’abandonne."), "{screen}");
}

#[test]
fn the_nine_figures_stay_in_the_smallest_window_that_only_reads() {
    let why = "La séance est ouverte ailleurs (processus 4242, poste mairie-saint-exemple, depuis le 3 mars 2025 à \
               18 h 02). Fermez l’autre programme, puis rouvrez ici.";
    let history = Evening::tariffs().app.history().clone();
    let mut evening = Evening::commune();
    evening.app = App::new(history, Access::ReadOnly { why: why.to_owned() }, &[]);
    for keys in ["", "aub ,"] {
        evening.keys(keys);
        let screen = evening.screen(80, 24);
        assert!(screen.contains("18 h 02)") && screen.contains("rouvrez ici."), "{screen}");
        assert_eq!(screen.to_lowercase().matches("lecture seule :").count(), 1, "{screen}");
        for word in ["Inscrits ·", "Ne prennent pas part au vote ·", "À proclamer", "d’adopter le rapport présenté."]
        {
            assert!(screen.contains(word), "{word}\n{screen}");
        }
    }
}

#[test]
fn a_long_list_of_names_says_that_it_goes_on_and_hides_no_other_choice() {
    let mut evening = Evening::tariffs();
    evening.keys("aub , chaz , del , esc , fay , gir , jour , kel , lam , ors , qui , rous , tour , vail , weis ,");
    let screen = evening.screen(80, 24);
    assert!(screen.contains("Contre (22 voix)") && screen.contains("autres (F4)"), "{screen}");
    assert!(screen.contains("Abstention (2 voix)") && screen.contains("Ne prend pas part (1 voix)"), "{screen}");
    evening.keys("<f4>").keys(&"<down> ".repeat(7));
    let screen = evening.screen(80, 24);
    for name in ["AUBRY Paul", "EVRARD Maïa", "VAILLANT", "WEISSER Bruno"] {
        assert!(screen.contains(name), "{name}\n{screen}");
    }
}

#[test]
fn the_screen_holds_no_vote_that_is_not_recorded() {
    let mut evening = Evening::tariffs();
    evening.disk = Disk::Held;
    let before = evening.tally("07");
    evening.keys("aub ,");
    evening.send(Msg::StillWriting);
    assert_eq!(evening.tally("07"), before);
    let vote = evening.app.sitting().open_report().unwrap().1;
    assert_eq!(vote.choice(&member("aubry-paul")), Some(Choice::For));
}

#[test]
fn wide_and_combining_letters_keep_the_columns_aligned() {
    use hemicycle::council::name::Name;
    use hemicycle::council::roster::{Member, Roster};
    let commune = docket("exemple-commune.ron");
    let mut changed = (*commune).clone();
    let members = commune.roster.iter().enumerate().map(|(place, member)| {
        let first = match place % 3 {
            0 => "漢字",
            1 => "Le\u{301}a",
            _ => "Anne-Sophie-Charlotte-Bérengère",
        };
        Member { name: Name { first: first.into(), ..member.name.clone() }, ..member.clone() }
    });
    changed.roster = Roster::new(members.collect());
    let screen = Evening::of(changed.into()).screen(80, 24);
    for line in screen.lines().filter(|line| line.starts_with('│')) {
        assert_eq!(width(line), 80, "{line}");
        assert!(line.ends_with('│'), "{line}");
    }
}

#[test]
fn the_notes_beside_the_vote_and_over_it() {
    let mut evening = Evening::tariffs();
    evening.keys("<f2>");
    compare(&evening, "notes-vides", &SIZES[..1]);
    evening.send(Msg::Paste(
        "Mme Maïa EVRARD : la hausse pèse sur les familles qui ont *trois enfants* ; elle demande\n- un quotient familial\n- un bilan dans **six mois**\n\n".to_owned(),
    ));
    evening.keys("guer <tab>");
    evening.send(Msg::Paste("il s’abstiendra.".to_owned()));
    compare(&evening, "notes", &SIZES[..2]);
    evening.disk = Disk::Refusing;
    evening.keys("<ctrl-s>");
    compare(&evening, "notes-pas-enregistrees", &SIZES[..1]);
    evening.keys("<esc>");
    compare(&evening, "notes-pas-enregistrees-vote", &SIZES[..1]);
}
