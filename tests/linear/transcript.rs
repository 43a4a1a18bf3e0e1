//! A whole séance heard: what is typed, and every line that answers.

use std::fmt::Write;

use crate::evening::{Evening, docket};
use crate::{Heard, golden, is_a_line};

/// An evening as it goes: what happens in the room, and the keys; `@` sets the clock.
const COMMUNE: &[(&str, &str)] = &[
    ("L’appel : qui manque, qui donne pouvoir.", "<down> <down> <esc> kell , per : del <enter> <ctrl-o>"),
    ("Un pouvoir de trop : la loi ne le permet pas, elle y renonce.", "fon : aub <enter> <esc> <esc>"),
    ("La maire ouvre la séance.", "<enter>"),
    ("Le premier rapport, adopté sans débat.", "<enter> @1810 <enter>"),
    ("Monsieur Boisseau vote contre avec son pouvoir, Madame Evrard s’abstient.", "bois , evr ;"),
    ("Tout un groupe vote contre ; l’un de ses membres s’abstient.", "ecologi , ham ;"),
    ("Une erreur : elle la défait, et la refait.", "<backspace> <ctrl-y>"),
    ("Pourquoi ce chiffre ?", "<f4> <down> <down> <end> <esc>"),
    ("Où en est-on ?", "<ctrl-o>"),
    ("La fiche de Monsieur Hamelin : le pouvoir qu’il porte vote pour.", "ham <enter> <down> ! <esc> <esc>"),
    ("Proclamé.", "@1825 <enter>"),
    ("Monsieur Urbaniak est arrivé, à 18 h 20.", "<f3> 1820 urb !"),
    ("Un nom que personne ne porte.", "zzz <esc>"),
    ("Ses notes.", "<f2> aub <tab> oui <space> la , <enter> fin <up> <esc>"),
    (
        "Un déport, par la liste des commandes.",
        "@1830 <f9> dépo <enter> chaz <enter> <enter> <down> <enter> <enter> <enter>",
    ),
    (
        "Le vote suivant par appel nominal.",
        "<enter> @1840 <enter> <tab> <down> <enter> ! , ; bois ! <ctrl-o> <tab> <enter>",
    ),
    ("Contre toute attente, le rapport est rejeté.", "ensemble , <enter>"),
    ("L’ordre du jour.", "@1850 <esc> <home> <down> <enter> <esc> <end>"),
    ("L’aide.", "<f1> <down> <end> <esc>"),
    ("L’aperçu.", "<tab> <down> <down> <down> <tab> <esc>"),
    ("Un rapport est en cours : la séance ne se lève pas encore.", "<enter> <up> <enter>"),
    (
        "Le reste de l’ordre du jour.",
        "05 <enter> @1900 <enter> @1901 <enter> @1902 <enter> @1903 <enter> @1904 <enter> @1905 <enter> @1906 <enter> @1907 <enter>",
    ),
    ("Elle lève la séance.", "@2100 <enter> !"),
    (
        "Une rectification, le lendemain.",
        "<f9> rectifier <enter> 02 <enter> guer <enter> <down> <enter> <enter> oubli <enter>",
    ),
    ("Plus rien ne se note.", "<esc> a <esc> , <ctrl-s> <ctrl-c>"),
];

/// The evening of a budget: candidates, what is told, the accounts, amendments, reports put to one vote.
const BUDGET: &[(&str, &str)] = &[
    (
        "La séance est ouverte ; le procès-verbal, puis les décisions du maire.",
        "<enter> <enter> <down> <enter> <down> <enter>",
    ),
    ("Une seule candidate au collège.", "<f9> candidatures <enter> miri <enter> <enter> <enter>"),
    ("Une information s’entend ; du débat il est donné acte.", "<ctrl-o> aub <enter> <enter>"),
    (
        "Les comptes : un autre préside, la maire se retire.",
        "<f9> présidence <enter> chass <enter> <enter> vern = <enter> <enter> <enter>",
    ),
    ("La suite, jusqu’aux amendements.", "<enter> <enter> <enter> <ctrl-o> <enter> <enter>"),
    ("Un vote en chiffres.", "<enter> <tab> chiffres <enter> 3 <enter> <enter> <ctrl-o> <esc> <esc> <esc>"),
    ("L’amendement est rejeté, le budget mis aux voix.", "<enter> <enter>"),
    (
        "Plusieurs rapports à la fois, et l’un d’eux à part.",
        "<f9> ensemble <enter> <space> <enter> brig , <right> dard ; <right> <left> <left> <ctrl-o> <enter>",
    ),
];

fn transcript(mut heard: Heard, course: &[(&str, &str)]) -> String {
    let mut told = String::new();
    for line in heard.lines() {
        writeln!(told, "{line}").unwrap();
    }
    for (room, keys) in course {
        writeln!(told, "\n# {room}").unwrap();
        for word in keys.split_whitespace() {
            if let Some(hour) = word.strip_prefix('@') {
                let (hours, minutes) = hour.split_at(2);
                heard.evening.minute = hours.parse::<u16>().unwrap() * 60 + minutes.parse::<u16>().unwrap();
                continue;
            }
            writeln!(told, "> {word}").unwrap();
            for line in heard.keys(word) {
                assert!(is_a_line(&line), "{line:?}");
                writeln!(told, "{line}").unwrap();
            }
        }
    }
    told
}

#[test]
fn a_whole_seance_is_held_by_what_is_heard() {
    let heard = Heard::of(Evening::commune());
    golden::agree("tests/linear/commune.txt", &transcript(heard, COMMUNE));
}

#[test]
fn the_evening_of_a_budget_is_heard_with_what_is_put_before_its_texts() {
    let heard = Heard::of(Evening::of(docket("exemple-budget.ron")));
    golden::agree("tests/linear/budget.txt", &transcript(heard, BUDGET));
}
