//! The small files: the charter and its sentences, the preferences, what the display shows, the last séances, the notes.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hemicycle::council::public::{Control, Showing};
use hemicycle::french;
use hemicycle::store::charter::{CharterUnread, look_of, phrases_of};
use hemicycle::store::disk::Disk;
use hemicycle::store::memory_disk::MemoryDisk;
use hemicycle::store::session_file::problem::{Problem, Unread, Unreadable};
use hemicycle::store::{display_file, notes, preferences, recent};

use crate::clean::{is_clean, is_inside};
use crate::draws::Draws;
use crate::samples::{PATH, docket};
use crate::tokens::spoilt;

const CHARTER: &str = include_str!("../../assets/charte.ron");
const FULL_CHARTER: &str = r##"(format: 1, papier: Mesures(largeur: 210, hauteur: 297.5),
    marges: (haut: 25, droite: 22, bas: 25, gauche: 25), entete: ["RÉPUBLIQUE FRANÇAISE", "Saint-Exemple"],
    logo: (fichier: "logo.png", hauteur: 20, texte: "Blason"), couleur: "#003366",
    polices: (famille: "Liberation Serif", taille: 11))"##;
const LISTED: &str = "(\n    recentes: [\n        \"/seances/a.ron\",\n        \"/seances/b.ron\",\n    ],\n)";
const LINES: [&str; 3] = [
    "{\"affichage\":1,\"montre\":\"suivre\"}\n",
    "{\"affichage\":1,\"montre\":\"figer\",\"apres\":42,\"voix\":true}\n",
    "{\"affichage\":1,\"montre\":\"effacer\"}\n",
];
const NOTES: &str = "# Débats\n\nMme MARTIN : « bonsoir ».\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";

/// A picture of one pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9cc```\0\0\0\x04\0\x01\xf6\x178U\0\0\0\0IEND\xaeB`\x82";

/// What came of a small file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    Refused,
    Read,
}

/// The bytes: which file, then how it is spoilt; or the file itself.
pub fn holds(bytes: &[u8]) -> Came {
    let mut draws = Draws::of(bytes);
    let kind = draws.below(6);
    let is_raw = draws.once_in(8);
    let text = |sample: &str, draws: &mut Draws<'_>| {
        if is_raw { String::from_utf8_lossy(draws.rest()).into_owned() } else { spoilt(sample, 4, draws) }
    };
    match kind {
        0 => charter(&mut draws, text),
        1 => {
            let text = text(&french::charter::own_wording(), &mut draws);
            found(phrases_of(&text), &text)
        }
        2 => {
            let text = text(french::preferences::EXAMPLE, &mut draws);
            preferences_hold(&text)
        }
        3 => {
            let line = draws.one(&LINES);
            display_holds(text(line, &mut draws).as_bytes())
        }
        4 => recent_holds(text(LISTED, &mut draws).as_bytes()),
        _ => notes_hold(&mut draws, text),
    }
}

fn charter<'a>(draws: &mut Draws<'a>, text: impl Fn(&str, &mut Draws<'a>) -> String) -> Came {
    let mut picture = PNG.to_vec();
    if draws.once_in(2) {
        let place = draws.below(picture.len());
        picture[place] ^= draws.byte();
        picture.truncate(draws.one(&[picture.len(), picture.len(), 8, 0, 30]));
    }
    let beside = move |name: &str| if name == "logo.png" { Ok(picture.clone()) } else { Err(Unreadable::Missing) };
    let sample = draws.one(&[CHARTER, FULL_CHARTER, FULL_CHARTER]);
    let text = text(sample, draws);
    let read = look_of(&text, &beside);
    if let Ok(look) = &read {
        assert!(look_of(&text, &beside).as_ref() == Ok(look), "the same twice");
        assert!(look.text_width() > 0.0 && look.size > 0.0, "{look:?}");
    }
    found(read, &text)
}

/// Findings with places inside the text, in clean words.
fn found<T>(read: Result<T, Vec<Problem>>, text: &str) -> Came {
    let Err(problems) = read else { return Came::Read };
    problems_hold(&problems, text);
    let unread = Unread { path: PathBuf::from("charte.ron"), problems };
    is_clean(&french::charter::unread(&CharterUnread { files: vec![unread] }));
    Came::Refused
}

fn problems_hold(problems: &[Problem], text: &str) {
    assert!(!problems.is_empty(), "refused for a reason");
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for place in problems.iter().filter_map(|problem| problem.place.as_ref()).filter(|place| place.file.is_none()) {
        is_inside(place, text);
    }
}

fn preferences_hold(text: &str) -> Came {
    match preferences::of(text) {
        Ok(read) => {
            assert!(preferences::of(text) == Ok(read), "the same twice");
            Came::Read
        }
        Err(problems) => {
            problems_hold(&problems, text);
            Came::Refused
        }
    }
}

/// What cannot be read shows nothing of a vote; what is read is written as it was understood.
fn display_holds(bytes: &[u8]) -> Came {
    let disk = MemoryDisk::new();
    let session = Path::new(PATH);
    disk.put(&display_file::place(session), bytes);
    let control = display_file::read(&disk, session).expect("a file is there");
    display_file::write(&disk, session, control).expect("a disk that takes everything");
    assert_eq!(display_file::read(&disk, session), Some(control), "read back as it was written");
    let says = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    assert!(!control.live || says(b"\"voix\""), "voices are shown only where that is asked for");
    assert!(control.showing != Showing::Follows || says(b"suivre"), "followed only where that is asked for");
    if control == Control::NEUTRAL { Came::Refused } else { Came::Read }
}

/// Whatever stands in the list, the next one is remembered at its head, once.
fn recent_holds(bytes: &[u8]) -> Came {
    let disk = MemoryDisk::new();
    let folder = Path::new("/etat");
    disk.put(&folder.join("recentes.ron"), bytes);
    let before = recent::read(&disk, folder);
    assert!(before.len() <= recent::MOST);
    let newest = Path::new("/seances/nouvelle.ron");
    recent::remember(&disk, folder, newest);
    let after = recent::read(&disk, folder);
    assert_eq!(after.first().map(PathBuf::as_path), Some(newest));
    let others: Vec<&PathBuf> = before.iter().filter(|path| *path != newest).take(recent::MOST - 1).collect();
    assert_eq!(after.iter().skip(1).collect::<Vec<_>>(), others, "the others stay in their order");
    if before.is_empty() { Came::Refused } else { Came::Read }
}

/// What stands in the notes of a report is shown as it is or said to be unreadable; what is saved over it loses nothing.
fn notes_hold<'a>(draws: &mut Draws<'a>, text: impl Fn(&str, &mut Draws<'a>) -> String) -> Came {
    let memory = MemoryDisk::new();
    let disk: Arc<dyn Disk> = Arc::new(memory.clone());
    let docket = docket(draws.below(6));
    let session = Path::new(PATH);
    let Some(report) = docket.agenda.reports().next().map(|report| report.id.clone()) else { return Came::Refused };
    let path = notes::path(session, &report);
    memory.put_folder(session.parent().unwrap_or(session));
    memory.put_folder(&notes::folder(session));
    let name = draws.one(&["", "", "", "99.md", "01.txt", ".hemicycle-1", "x~", "01.MD", "\u{1b}.md"]);
    if !name.is_empty() {
        memory.put(&notes::folder(session).join(name), b"autre");
    }
    let broken = draws.once_in(4);
    let mut theirs = text(NOTES, draws).into_bytes();
    if broken {
        theirs.push(0xe9);
    }
    memory.put(&path, &theirs);
    let kept = notes::load(&*disk, session, &docket);
    kept.problems.iter().for_each(|problem| is_clean(&french::record::note_problem(problem)));
    assert_eq!(memory.content(&path).as_deref(), Some(&theirs[..]), "a reader touches nothing");
    let ours = "Ce que nous avons noté.";
    let draft = notes::Draft { report: &report, text: ours, base: "", mark: "***" };
    let Ok(stands) = notes::save(&*disk, session, &draft) else {
        assert_eq!(memory.content(&path), Some(theirs), "what cannot be read is not written over");
        return Came::Refused;
    };
    let known = kept.notes.of(&report).unwrap_or_default();
    assert!(stands.contains(ours) && stands.contains(known.trim_end()), "both texts stand there: {stands:?}");
    let again = notes::load(&*disk, session, &docket);
    assert_eq!(again.notes.of(&report), Some(stands.as_str()), "read back as it was written");
    Came::Read
}
