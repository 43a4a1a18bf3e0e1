//! A story is read whole, or every mistake is said with its line.

use super::*;

const HEADER: &str = "# Titre\nfichier : exemple-commune.ron\nheure : 18 h 04\n\n";

fn story(rest: &str) -> Story {
    read(&format!("{HEADER}{rest}")).expect("a story")
}

fn mistakes(text: &str) -> Vec<String> {
    let mistakes = read(text).expect_err("mistakes");
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    mistakes.iter().map(|mistake| plain(mistake.told("soir.txt"))).collect()
}

#[test]
fn a_story_is_what_happens_the_keys_and_what_is_seen() {
    let story = story("Mme EVRARD\nlève la main.\n\nOn attend.\n> evr , Entrée\n< Contre : 1\nimage : vote\n\nFin.\n");
    let [step] = story.steps.as_slice() else { panic!("{story:?}") };
    assert_eq!(step.hour, Hour::new(18, 4));
    assert_eq!(step.prose, ["Mme EVRARD lève la main.", "On attend."]);
    assert_eq!(step.line, 9);
    let keys = [Key::Char('e'), Key::Char('v'), Key::Char('r'), Key::Char(','), Key::Enter];
    assert_eq!(step.keys().collect::<Vec<_>>(), keys);
    assert_eq!(step.sights, [Sight { line: 10, text: "Contre : 1".into(), paper: None }]);
    assert_eq!(step.picture.as_deref(), Some("vote"));
    assert_eq!(story.epilogue, ["Fin."]);
}

#[test]
fn a_text_between_guillemets_is_typed_with_its_spaces_and_its_capitals() {
    let story = story("> F2 « Le repas, dit-elle » Échap Espace Page-bas Ctrl-Z\n");
    let keys: Vec<Key> = story.steps[0].keys().collect();
    assert_eq!(keys[0], Key::Function(2));
    assert_eq!(keys[1..4], [Key::Char('L'), Key::Char('e'), Key::Char(' ')]);
    assert_eq!(keys[keys.len() - 4..], [Key::Escape, Key::Char(' '), Key::PageDown, Key::Ctrl('z')]);
}

#[test]
fn what_is_told_and_seen_without_a_key_is_a_step_that_only_looks() {
    let story = story("L’écran attend.\n< Appel\n> Entrée\n< ouverte\n\nEncore.\n< ouverte\n");
    let keys: Vec<usize> = story.steps.iter().map(|step| step.keys().count()).collect();
    assert_eq!(keys, [0, 1, 0]);
}

#[test]
fn texts_after_a_paper_are_looked_for_in_it_until_the_next_keys() {
    let story = story("> Entrée\n< ouverte\npapier : pv\n< Présents\n> Entrée\n< ouvert\n");
    let papers: Vec<Option<&str>> =
        story.steps.iter().flat_map(|step| &step.sights).map(|sight| sight.paper.as_deref()).collect();
    assert_eq!(papers, [None, Some("pv"), None]);
}

#[test]
fn every_key_reads_back_from_its_name() {
    let named = [
        Key::Enter,
        Key::Backspace,
        Key::Delete,
        Key::Escape,
        Key::Tab,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::Char(' '),
    ];
    let others = (1..=12).map(Key::Function).chain(('a'..='z').map(Key::Ctrl));
    for key in named.into_iter().chain(others) {
        assert_eq!(key_of(&name_of(key)), Some(key), "{key:?}");
    }
    assert_eq!(name_of(Key::Char(',')), ",");
    assert_eq!(key_of("F13"), None);
}

#[test]
fn every_mistake_is_said_with_its_line_and_what_to_write() {
    let told = mistakes(
        "# Titre\nheure : 25 h 04\n\nheur : 18 h 04\n> Entree\n> « sans fin\n>\nfichier : a.ron\npapier : note\n",
    );
    let expected = [
        "soir.txt, ligne 2 : cette heure ne se lit pas",
        "soir.txt, ligne 4 : « heur : » n’est pas connu",
        "soir.txt, ligne 5 : aucune touche ne s’appelle « Entree »",
        "soir.txt, ligne 6 : le guillemet « n’est pas fermé",
        "soir.txt, ligne 7 : il n’y a rien après le signe.",
    ];
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.starts_with(expected), "{told}");
    }
    assert!(told.iter().any(|told| told.contains("aucun papier ne s’appelle « note »")), "{told:#?}");
    assert!(mistakes("Bonjour.\n").iter().any(|told| told.contains("ligne 1 : une histoire commence par son titre")));
    assert!(mistakes("").iter().any(|told| told.contains("une histoire commence")));
    let late = mistakes(&format!("{HEADER}> Entrée\nfichier : a.ron\n"));
    assert_eq!(late.len(), 1);
    assert!(late[0].contains("ligne 6 : cette ligne est de l’en-tête"), "{late:?}");
}
