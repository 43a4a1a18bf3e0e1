//! What is done to minutes in PDF, and what the seal says of it.

use hemicycle::council::phrases::Phrases;
use hemicycle::exchange::pdf;
use hemicycle::look::Look;
use hemicycle::papers::document::{Block, Document, Line};
use hemicycle::papers::enclosed::{Enclosed, TakenOut, attachments, take_out};
use hemicycle::papers::{Attachment, Dressing, Format, Paper, Sources, compose, render};
use hemicycle::store::disk::RealDisk;
use hemicycle::store::{notes, record, session_file};

use super::papers::Evening;

/// The minutes as a document, with that head or the record's own.
fn document(evening: &Evening, head: Option<&str>) -> Document {
    let session = session_file::load(&evening.session()).expect("a session");
    let opened = record::read(&RealDisk, &session).expect("a record");
    let own = opened.head.map(|head| head.spoken());
    let notes = notes::load(&RealDisk, &session.path, &session.docket).notes;
    let sitting = opened.history.sitting();
    let sources = Sources { sitting, seal: head.or(own.as_deref()), notes: &notes, phrases: &Phrases::default() };
    compose(&sources, &Paper::Minutes).expect("minutes")
}

/// What the minutes of the program enclose.
fn enclosed(evening: &Evening) -> TakenOut {
    let read = pdf::read(&evening.minutes()).expect("a PDF");
    take_out(&read.enclosed.into_iter().map(|file| (file.name, file.bytes)).collect()).expect("the sitting")
}

fn printed(document: &Document, attached: &[Attachment]) -> Vec<u8> {
    let dressing = Dressing { look: &Look::default(), attached, model: None };
    render(document, Format::Pdf, &dressing).expect("a PDF").bytes
}

/// Puts other words in place of the first line that has these.
fn change(blocks: &mut [Block], from: &str, to: &str) -> bool {
    let line = |line: &mut Line| {
        let text = line.text().replace(['\u{a0}', '\u{202f}'], " ");
        let found = text.contains(from);
        if found {
            *line = Line::prose(&text.replacen(from, to, 1));
        }
        found
    };
    blocks.iter_mut().any(|block| match block {
        Block::Heading(_, words) | Block::Paragraph(_, words) => line(words),
        Block::Names(names) => names.names.iter_mut().any(line),
        Block::List(_, items) => items.iter_mut().any(|item| change(item, from, to)),
        Block::VoteTable(rows) => rows.iter_mut().any(|(_, value)| line(value)),
        Block::Table(table) => table.rows.iter_mut().flatten().any(line),
        Block::Enclosed(inside) | Block::KeepTogether(inside) => change(inside, from, to),
        _ => false,
    })
}

/// What the seal says of the minutes with these words in place of those, the record in them untouched.
fn said_of(evening: &Evening, from: &str, to: &str) -> (Option<i32>, String) {
    let mut document = document(evening, None);
    assert!(change(&mut document.blocks, from, to), "{from} is not in the minutes");
    evening.sealed(&printed(&document, &attachments(&enclosed(evening).files)))
}

#[test]
fn case_72_a_changed_figure_name_or_decision_is_named_with_its_page_and_its_report() {
    let evening = Evening::held();
    for (from, to, heading) in [
        ("Pour : 27", "Pour : 72", "« Affaires générales › N° 02 – Règlement intérieur"),
        ("BOISSEAU Hakim", "BOISSEAU Hakima", "« Présences"),
        ("18 h 40", "18 h 04", "N° 02 – Règlement intérieur"),
        ("Il est atteint.", "Il n’est pas atteint.", "« Présences"),
    ] {
        let (code, said) = said_of(&evening, from, to);
        assert_eq!(code, Some(1), "{from}: {said}");
        assert!(said.starts_with("autre.pdf ne dit pas ce que donne le journal qu’il contient :\n– page "), "{said}");
        let last = |words: &str| words.split(' ').next_back().expect("a word").to_owned();
        let (was, is) = (last(from), last(to));
        assert!(said.contains(&was) && said.contains(&is) && said.contains(heading), "{from}: {said}");
    }
}

#[test]
fn case_72_minutes_of_an_installation_prove_themselves_and_a_figure_of_a_round_that_is_changed_is_named() {
    let evening = Evening::of_an_installation();
    let (code, said) = evening.run(&["sceau", "PV.pdf"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("Ce document dit ce que donne le journal qu’il contient"), "{said}");
    for (from, to, heading) in [
        ("TRÉVILLARD, 8 voix (huit)", "TRÉVILLARD, 9 voix (neuf)", "N° 01 – Élection du maire"),
        ("Bulletins blancs : 5", "Bulletins blancs : 0", "N° 03 – Élection des adjoints au maire"),
        ("2 sièges", "1 sièges", "N° 07 – "),
        ("Contre : 6", "Contre : 5", "N° 05 – "),
        ("proclamée élue maire", "proclamée élue adjointe", "N° 01 – Élection du maire"),
    ] {
        let (code, said) = said_of(&evening, from, to);
        assert_eq!(code, Some(1), "{from}: {said}");
        assert!(said.contains(heading), "{from}: {said}");
    }
}

#[test]
fn words_that_were_added_or_taken_away_are_named() {
    let evening = Evening::held();
    let mut document = document(&evening, None);
    let last = document.blocks.len() - 1;
    document.blocks.insert(last, Block::Paragraph(hemicycle::papers::document::Style::Text, Line::prose("Un ajout.")));
    let (code, said) = evening.sealed(&printed(&document, &attachments(&enclosed(&evening).files)));
    assert!(code == Some(1) && said.contains("Un ajout."), "{said}");
    document.blocks.drain(last..=last);
    document.blocks.remove(last / 2);
    let (code, said) = evening.sealed(&printed(&document, &attachments(&enclosed(&evening).files)));
    assert!(code == Some(1) && said.contains("le journal donne"), "{said}");
}

/// The files of the sitting with one changed.
fn with_changed(evening: &Evening, name: &str, change: impl FnOnce(&mut Vec<u8>)) -> Vec<Enclosed> {
    let mut files = enclosed(evening).files;
    change(&mut files.iter_mut().find(|file| file.name == name).expect("that file").bytes);
    files
}

#[test]
fn case_72_a_journal_with_one_byte_changed_is_named_with_its_line_even_if_the_list_says_otherwise() {
    let evening = Evening::held();
    let files = with_changed(&evening, "exemple-commune.journal", |bytes| {
        let fifth = bytes.split(|byte| *byte == b'\n').take(5).map(|line| line.len() + 1).sum::<usize>();
        let digit = bytes[fifth..].iter().position(u8::is_ascii_digit).expect("a digit") + fifth;
        bytes[digit] = if bytes[digit] == b'9' { b'8' } else { bytes[digit] + 1 };
    });
    let document = document(&evening, None);
    let mut stale = attachments(&enclosed(&evening).files);
    for attached in [attachments(&files), {
        let changed = &files.iter().find(|file| file.name == "exemple-commune.journal").expect("a journal").bytes;
        stale.iter_mut().find(|file| file.name == "exemple-commune.journal").expect("a journal").bytes =
            changed.clone();
        stale
    }] {
        let (code, said) = evening.sealed(&printed(&document, &attached));
        assert_eq!(code, Some(1), "{said}");
        assert!(said.starts_with("Dans autre.pdf : exemple-commune.journal a été modifié : "), "{said}");
        assert!(said.contains("ligne 5"), "{said}");
    }
}

#[test]
fn an_enclosed_text_that_was_changed_is_named_with_the_list_or_against_it() {
    let evening = Evening::held();
    let name = "exemple-commune/07-dispositif.md";
    let files = with_changed(&evening, name, |bytes| bytes.extend(b"\nEt plus encore.\n"));
    let document = document(&evening, None);
    let (code, said) = evening.sealed(&printed(&document, &attachments(&files)));
    assert!(code == Some(1) && said.contains("ce qui est joint n’est pas ce que le journal a enregistré"), "{said}");
    let mut stale = attachments(&enclosed(&evening).files);
    stale.iter_mut().find(|file| file.name == name).expect("that text").bytes.push(b'!');
    let (code, said) = evening.sealed(&printed(&document, &stale));
    assert!(code == Some(1) && said.contains(&format!("{name} a été modifié")), "{said}");
    let without: Vec<Attachment> =
        attachments(&enclosed(&evening).files).into_iter().filter(|file| file.name != name).collect();
    let (code, said) = evening.sealed(&printed(&document, &without));
    assert!(code == Some(1) && said.contains(&format!("{name} manque")), "{said}");
}

#[test]
fn case_72_a_head_that_is_not_that_of_the_enclosed_journal_is_said() {
    let evening = Evening::held();
    let (code, said) = evening
        .sealed(&printed(&document(&evening, Some("1234 5678 9012 3456")), &attachments(&enclosed(&evening).files)));
    assert_eq!(code, Some(1), "{said}");
    assert!(said.starts_with("La tête imprimée n’est pas celle du journal contenu"), "{said}");
    assert!(said.contains("1234 5678 9012 3456"), "{said}");
}

#[test]
fn a_pdf_without_a_journal_says_that_nothing_proves_it() {
    let evening = Evening::held();
    let (code, said) = evening.sealed(&printed(&document(&evening, None), &[]));
    assert_eq!(code, Some(2), "{said}");
    assert!(said.starts_with("autre.pdf ne contient pas de journal"), "{said}");
    let (code, said) = evening.sealed(b"%PDF-1.7 and nothing more");
    assert!(code == Some(2) && said.contains("n’est pas un PDF lisible"), "{said}");
    let (code, said) = evening.run(&["sceau", "absent.pdf"]);
    assert_eq!(code, Some(2), "{said}");
    assert_eq!(said.trim_end(), "absent.pdf n’existe pas : vérifiez le nom et le dossier.");
    let (code, said) = evening.run(&["sceau", "autre.docx"]);
    assert!(code == Some(2) && said.starts_with("autre.docx n’existe pas"), "{said}");
}

#[test]
fn minutes_cut_short_prove_nothing() {
    let evening = Evening::held();
    let whole = evening.minutes();
    for part in [1, 4, 7] {
        let (code, said) = evening.sealed(&whole[..whole.len() * part / 8]);
        assert!(matches!(code, Some(1 | 2)), "{part}: {said}");
    }
}

/// The same bytes, said to be made by an older version: as long as ours, so that nothing moves.
fn by_another_version(bytes: &[u8]) -> Vec<u8> {
    let own = concat!("hemicycle ", env!("CARGO_PKG_VERSION")).as_bytes();
    let older: Vec<u8> = own.iter().map(|byte| if byte.is_ascii_digit() { b'0' } else { *byte }).collect();
    let mut bytes = bytes.to_vec();
    let places: Vec<usize> =
        bytes.windows(own.len()).enumerate().filter(|(_, at)| *at == own).map(|(at, _)| at).collect();
    assert!(!places.is_empty(), "the file says what made it");
    for place in places {
        bytes[place..place + own.len()].copy_from_slice(&older);
    }
    bytes
}

#[test]
fn another_version_may_say_the_same_figures_in_other_words_and_no_other_figures() {
    let evening = Evening::held();
    let attached = attachments(&enclosed(&evening).files);
    let mut reworded = document(&evening, None);
    assert!(
        change(&mut reworded.blocks, "demande de scrutin particulier", "demande de scrutin solennel"),
        "that sentence"
    );
    let reworded = printed(&reworded, &attached);
    let (code, said) = evening.sealed(&reworded);
    assert_eq!(code, Some(1), "the same version says the same words: {said}");
    let (code, said) = evening.sealed(&by_another_version(&reworded));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("La rédaction diffère en 1 passage") && said.contains("scrutin solennel"), "{said}");

    let mut miscounted = document(&evening, None);
    assert!(change(&mut miscounted.blocks, "Pour : 27", "Pour : 26"));
    let (code, said) = evening.sealed(&by_another_version(&printed(&miscounted, &attached)));
    assert_eq!(code, Some(1), "{said}");
}
