//! A record that leaves its place and comes back is heard, once each.

use hemicycle::app::Msg;
use hemicycle::app::shelter::{Sheltered, Unrecorded};

use crate::Heard;
use crate::evening::{Disk, Evening};

#[test]
fn case_15_and_16_a_pulled_stick_is_heard_with_where_the_record_is_and_so_is_its_return() {
    let mut heard = Heard::of(Evening::first_vote());
    heard.lines();
    heard.evening.disk = Disk::Held;
    heard.keys("evr ,");
    let (place, here) = ("/media/cle".to_owned(), "/home/copies/x".to_owned());
    let why = "Le disque n’est plus là. La séance continue sur cet ordinateur : rien n’est perdu.".to_owned();
    heard.evening.send(Msg::Sheltered(Sheltered { place, here, is_back: false }, why.clone()));
    heard.evening.disk = Disk::Prompt;
    heard.evening.send(Msg::Recorded);
    let lines = heard.lines();
    let where_it_is = "La séance n’est plus enregistrée dans /media/cle, mais dans /home/copies/x.";
    assert!(lines[0].starts_with(where_it_is), "{lines:#?}");
    assert!(lines.contains(&why), "{lines:#?}");
    assert!(heard.keys("<ctrl-o>")[0].starts_with(where_it_is));
    assert!(!heard.keys("dup ,").is_empty(), "something else was said meanwhile");
    heard.evening.send(Msg::PlaceIsBack);
    assert_eq!(heard.lines(), ["Le disque de la séance est revenu : Ctrl-T y remet tout ce qui a été enregistré."]);
    let back = heard.keys("<ctrl-t>");
    assert!(back.iter().any(|line| line.contains("de nouveau enregistrée à sa place")), "{back:#?}");
    assert!(!heard.keys("<ctrl-o>")[0].starts_with(where_it_is));
}

#[test]
fn case_07_and_17_the_ways_out_of_what_is_not_recorded_are_heard() {
    let mut heard = Heard::of(Evening::first_vote());
    heard.evening.disk = Disk::Held;
    heard.keys("evr ,");
    let why = "Un autre programme a supprimé x.journal.".to_owned();
    heard.evening.send(Msg::NotRecorded(Unrecorded { why, elsewhere: true, anew: true }));
    let said = heard.lines().join(" ");
    for words in ["PAS ENREGISTRÉ. Un autre programme", "F6 continue sur la copie", "F7 récrit le fichier"] {
        assert!(said.contains(words), "{said}");
    }
}
